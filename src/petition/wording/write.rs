//! The text as it is signed. Once a petition is open, what can be signed is written down and
//! never changed: a signature is bound to the words its signer read (T33).

use super::rewording::{Altered, Wordings};
use crate::base::{Id, Time};
use crate::db::{Result, Tx};
use crate::petition::model::{Petition, PetitionState, PetitionText, Rewording, Wording};
use crate::petition::rules::promises::PledgeOption;
use crate::petition::store::petitions::{StoredWording, WordingText};
use crate::petition::store::{petitions, promises};
use sha2::{Digest, Sha256};

/// SHA-256 of title, ask, target and body, and then of each promise, separated by NUL, which none of
/// them can hold.
#[must_use]
pub fn sha256(text: &PetitionText, promises: &[(Id<PledgeOption>, String)]) -> [u8; 32] {
    let mut hash = Sha256::new();
    let parts = [&text.title, &text.ask, &text.target, &text.body].into_iter();
    let promises = promises.iter().map(|(_, words)| words);
    for (place, part) in parts.chain(promises).enumerate() {
        if place > 0 {
            hash.update([0]);
        }
        hash.update(part.as_bytes());
    }
    hash.finalize().into()
}

/// Whether two texts are the same but for white space.
pub(crate) fn reads_the_same(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}

fn is_reworded(
    kept: &WordingText,
    text: &PetitionText,
    promises: &[(Id<PledgeOption>, String)],
) -> bool {
    let before = kept.promises();
    let pairs = [
        (&kept.title, &text.title),
        (&kept.ask, &text.ask),
        (&kept.target, &text.target),
        (&kept.body, &text.body),
    ];
    let promised = before
        .iter()
        .zip(promises)
        .map(|((_, one), (_, other))| (one, other));
    let mut pairs = pairs.into_iter().chain(promised);
    before.len() != promises.len() || !pairs.all(|(one, other)| reads_the_same(one, other))
}

/// The languages in which other words would be signed than were so far. White space alone makes no other words.
///
/// # Errors
/// A fault of the database.
pub(crate) fn altered(
    tx: &mut Tx<'_>,
    petition: &Petition,
    texts: &[PetitionText],
) -> Result<Vec<Altered>> {
    let promises = promises::of(tx, petition)?;
    let mut known = petitions::wordings(tx, petition.id)?;
    // Each language's newest stands first.
    known.reverse();
    let mut altered = Vec::new();
    for text in texts.iter().filter(|text| text.is_published) {
        let newest = known.iter().find(|kept| kept.wording.lang == text.lang);
        let is_other = |kept: &&StoredWording| {
            let signed = promises.signed(text.lang);
            is_reworded(&kept.text, text, &signed)
        };
        altered.extend(newest.filter(is_other).map(|kept| Altered {
            lang: text.lang,
            before: kept.text.clone(),
            after: text.clone(),
        }));
    }
    Ok(altered)
}

/// Keeps a new version in each published language whose words, or promises, are not those of its newest
/// one, under what organizers call it. Returns those that take the place of another.
/// A draft keeps none: nobody can have signed it.
///
/// Even a version that nobody has signed yet stays: a form that was read before the change may be
/// on its way, and must find the words it shows.
///
/// # Errors
/// A fault of the database.
pub fn keep(
    tx: &mut Tx<'_>,
    petition: &Petition,
    texts: &[PetitionText],
    called: Option<Rewording>,
    now: Time,
) -> Result<Vec<Id<Wording>>> {
    if petition.state == PetitionState::Draft {
        return Ok(Vec::new());
    }
    let promises = promises::of(tx, petition)?;
    let known = Wordings::of(petitions::wordings(tx, petition.id)?);
    let mut fresh = Vec::new();
    for text in texts.iter().filter(|text| text.is_published) {
        let newest = known.newest(text.lang);
        let signed = promises.signed(text.lang);
        let sha256 = sha256(text, &signed);
        if newest.is_some_and(|newest| newest.sha256 == sha256) {
            continue;
        }
        let wording = Wording {
            id: Id::new(now),
            lang: text.lang,
            version: newest.map_or(1, |newest| newest.version + 1),
            sha256,
        };
        let called = called.filter(|_| newest.is_some());
        petitions::add_wording(tx, petition.id, (&wording, called), (text, &signed), now)?;
        fresh.extend(newest.map(|_| wording.id));
    }
    Ok(fresh)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Lang;

    fn text(title: &str, ask: &str) -> PetitionText {
        PetitionText {
            lang: Lang::EN,
            title: title.to_owned(),
            ask: ask.to_owned(),
            target: String::new(),
            body: "b".to_owned(),
            body_html: String::new(),
            goal_reason: String::new(),
            outcome: None,
            outcome_html: None,
            is_published: true,
        }
    }

    #[test]
    fn words_that_move_from_title_to_ask_are_other_words() {
        let hash = |title, ask| sha256(&text(title, ask), &[]);
        assert_ne!(hash("ab", "c"), hash("a", "bc"));
        let expected: [u8; 32] = Sha256::digest(b"ab\0c\0\0b").into();
        assert_eq!(hash("ab", "c"), expected);
    }

    #[test]
    fn white_space_makes_no_other_words() {
        let kept = |body: &str| {
            let mut kept = WordingText::default();
            kept.title = "a".to_owned();
            kept.ask = "c".to_owned();
            kept.body = body.to_owned();
            kept
        };
        let now = text("a", "c");
        assert!(!is_reworded(&kept("b\n"), &now, &[]));
        assert!(is_reworded(&kept("b."), &now, &[]));
        let promise = (Id::new(Time::from_micros(0)), "I will".to_owned());
        assert!(is_reworded(&kept("b"), &now, &[promise]));
    }

    #[test]
    fn promises_are_signed_in_their_order() {
        let promise = |words: &str| (Id::new(Time::from_micros(0)), words.to_owned());
        let both = sha256(&text("ab", "c"), &[promise("I will"), promise("I won’t")]);
        let expected: [u8; 32] = Sha256::digest("ab\0c\0\0b\0I will\0I won’t").into();
        assert_eq!(both, expected);
    }

    #[test]
    fn how_it_is_shown_and_how_it_ended_are_not_signed() {
        let mut other = text("a", "b");
        other.body_html = "<p>b</p>".to_owned();
        other.outcome = Some("Won".to_owned());
        assert_eq!(sha256(&other, &[]), sha256(&text("a", "b"), &[]));
    }
}
