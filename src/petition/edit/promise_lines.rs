//! How what an organizer types becomes the sentences of a pledge: line n is the same sentence in every
//! language, and a sentence that somebody chose stays the one they chose.

use super::form::{PetitionForm, TypedText};
use crate::base::{Id, Invalid, Lang, Line, Time};
use crate::db::{Result, Tx};
use crate::petition::model::Petition;
use crate::petition::rules::kind::Kind;
use crate::petition::rules::promises::{MOST, PledgeOption, WORDS};
use crate::petition::store::promises;
use crate::web::WrongFields;
use std::collections::BTreeSet;

/// One sentence in each language it was typed in.
pub type Sentence = Vec<(Lang, String)>;

/// Reads the sentences; none unless it is to be a pledge. In the petition's own language there are all
/// of them, and in any other that is shown too.
pub(crate) fn read(
    typed: &PetitionForm,
    petition: &Petition,
    kind: Option<Kind>,
    wrong: &mut WrongFields,
) -> Vec<Sentence> {
    if kind != Some(Kind::Pledge) {
        return Vec::new();
    }
    let field = |lang: Lang| format!("promises-{lang}");
    let mut all: Vec<(&TypedText, Vec<String>)> = Vec::new();
    for text in &typed.texts {
        if let Some(lines) = wrong.take(field(text.lang), lines(&text.promises)) {
            all.push((text, lines));
        }
    }
    let own = all.iter().find(|(text, _)| text.lang == petition.lang);
    let count = own.map_or(0, |(_, lines)| lines.len());
    for (text, lines) in all.iter().filter(|_| own.is_some()) {
        if lines.len() > count || (text.is_published && lines.len() < count) {
            wrong.add(field(text.lang), "error-promises-lines");
        }
    }
    (0..count)
        .map(|n| {
            let each = all.iter();
            each.filter_map(|(text, lines)| Some((text.lang, lines.get(n)?.clone())))
                .collect()
        })
        .collect()
}

fn lines(typed: &str) -> std::result::Result<Vec<String>, Invalid> {
    let mut lines: Vec<String> = Vec::new();
    for line in typed.lines() {
        if let Some(words) = Line::<WORDS>::optional(line)? {
            let words = String::from(words);
            if lines.contains(&words) {
                return Err(Invalid::new("error-promises-twice"));
            }
            lines.push(words);
        }
    }
    match lines.len() {
        0..=MOST => Ok(lines),
        _ => Err(Invalid::new("error-promises-many")),
    }
}

/// Which sentence is which: one with the words it had is the same one wherever it stands now; of the
/// rest, those that somebody chose first, each is the next one reworded. What is left over is new.
/// None when there is no line left for one that somebody chose.
fn matched(
    old: &[PledgeOption],
    chosen: &BTreeSet<Id<PledgeOption>>,
    sentences: &[Sentence],
    now: Time,
) -> Option<Vec<PledgeOption>> {
    let mut left: Vec<&PledgeOption> = old.iter().collect();
    let mut ids: Vec<Option<Id<PledgeOption>>> = vec![None; sentences.len()];
    // First by the petition's own language, which is the first of each sentence; then by any.
    for langs in [1, usize::MAX] {
        for (id, sentence) in ids.iter_mut().zip(sentences) {
            let has_same = |one: &&PledgeOption| {
                let mut words = sentence.iter().take(langs);
                words.any(|(lang, words)| one.in_lang(*lang) == Some(words.as_str()))
            };
            if id.is_none()
                && let Some(at) = left.iter().position(has_same)
            {
                *id = Some(left.remove(at).id);
            }
        }
    }
    let free = ids.iter().filter(|id| id.is_none()).count();
    let keys = left.iter().map(|one| one.id);
    let (kept, others): (Vec<_>, Vec<_>) = keys.clone().partition(|id| chosen.contains(id));
    if kept.len() > free {
        return None;
    }
    let reworded: BTreeSet<_> = kept.iter().chain(&others).take(free).copied().collect();
    let mut rest = keys.filter(|id| reworded.contains(id));
    let options = (1_i32..).zip(ids).zip(sentences);
    let options = options.map(|((position, id), words)| PledgeOption {
        id: id.or_else(|| rest.next()).unwrap_or_else(|| Id::new(now)),
        position: Some(position),
        words: words.clone(),
    });
    Some(options.collect())
}

/// Offers these sentences from now on. False, and nothing is changed, when one that somebody chose
/// would be taken away.
///
/// # Errors
/// A fault of the database.
pub(crate) fn revise(
    tx: &mut Tx<'_>,
    petition: &Petition,
    sentences: &[Sentence],
    now: Time,
) -> Result<bool> {
    let old = promises::of(tx, petition)?;
    let mut chosen = BTreeSet::new();
    for option in old.offered() {
        if promises::is_chosen(tx, option.id)? {
            chosen.insert(option.id);
        }
    }
    let Some(options) = matched(old.offered(), &chosen, sentences, now) else {
        return Ok(false);
    };
    promises::offer(tx, petition.id, &options)?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> Time {
        Time::parse("2026-11-22T12:00:00Z").unwrap()
    }

    fn sentences(words: &[&str]) -> Vec<Sentence> {
        let one = |words: &&str| vec![(Lang::EN, (*words).to_owned())];
        words.iter().map(one).collect()
    }

    fn known(words: &[&str]) -> Vec<PledgeOption> {
        matched(&[], &BTreeSet::new(), &sentences(words), now()).unwrap()
    }

    /// Where each line now stood before; none for a new one.
    fn were(old: &[PledgeOption], chosen: &[usize], words: &[&str]) -> Option<Vec<Option<usize>>> {
        let chosen = chosen.iter().map(|at| old[*at].id).collect();
        let new = matched(old, &chosen, &sentences(words), now())?;
        let was = |one: &PledgeOption| old.iter().position(|before| before.id == one.id);
        Some(new.iter().map(was).collect())
    }

    #[test]
    fn a_sentence_stays_itself_moved_and_reworded() {
        let old = known(&["a", "b", "c"]);
        for (words, expected) in [
            (["c", "a", "b"].as_slice(), vec![Some(2), Some(0), Some(1)]),
            (&["a", "x", "c"], vec![Some(0), Some(1), Some(2)]),
            (&["c", "x", "y"], vec![Some(2), Some(0), Some(1)]),
            (&["a", "b", "c", "d"], vec![Some(0), Some(1), Some(2), None]),
            (&["a", "c"], vec![Some(0), Some(2)]),
            (&[], vec![]),
        ] {
            assert_eq!(were(&old, &[], words), Some(expected), "{words:?}");
        }
    }

    #[test]
    fn what_somebody_chose_is_not_taken_away() {
        let old = known(&["a", "b", "c"]);
        assert_eq!(were(&old, &[1], &["a", "c"]), None);
        assert_eq!(were(&old, &[1], &[]), None);
        assert_eq!(were(&old, &[2], &["x"]), Some(vec![Some(2)]), "reworded");
        assert_eq!(
            were(&old, &[0, 2], &["c", "a"]),
            Some(vec![Some(2), Some(0)])
        );
    }

    #[test]
    fn lines_are_few_short_and_each_there_once() {
        assert_eq!(
            lines(" I will \r\n\r\nI won’t\n").unwrap(),
            ["I will", "I won’t"]
        );
        let key = |typed: &str| lines(typed).unwrap_err().key;
        assert_eq!(key("same\nsame"), "error-promises-twice");
        assert_eq!(key("1\n2\n3\n4\n5\n6\n7\n8\n9"), "error-promises-many");
        assert_eq!(key(&"x".repeat(201)), "error-line-long");
        assert!(lines(&"x".repeat(200)).is_ok());
    }
}
