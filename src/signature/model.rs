//! The nouns: pending signature, signature, its states and the one way between them.

use super::reason::Reason as Said;
use super::register::RegisterEntry;
use crate::account::model::Organizer;
use crate::base::id::shares_id;
use crate::base::{Id, Invalid, Lang, Line, LinkCode, Time};
use crate::count::Change;
use crate::mail::model::Subject;
use crate::petition::guard::Evidence;
use crate::petition::source::Source;
use crate::petition::store::told_changes::LookedAt;
use crate::petition::{FieldMap, Founder, Petition, PledgeOption, Replies, SignerField, Wording};

shares_id!(Signature, RegisterEntry);
shares_id!(Signature, LookedAt);
shares_id!(Signature, Said);
shares_id!(Signature, Subject);

pub use super::agreed::{Agreed, Answer, Asker, Consent};
pub use crate::petition::Visibility;

/// Where a signature stands. Only `Counted` counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SignatureState {
    /// In the number.
    Counted,
    /// Set aside until a person looks.
    Held,
    /// Taken back by the signer.
    Withdrawn,
    /// Taken out with a reason.
    Removed,
}

impl SignatureState {
    /// All four, in the order of the console.
    pub const ALL: [Self; 4] = [Self::Counted, Self::Held, Self::Withdrawn, Self::Removed];

    /// The word used on the command line, in exports and as the end of words keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Counted => "counted",
            Self::Held => "held",
            Self::Withdrawn => "withdrawn",
            Self::Removed => "removed",
        }
    }

    /// Reads [`SignatureState::as_str`] back.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == text)
    }

    /// Its number in the database.
    #[must_use]
    pub fn number(self) -> i16 {
        match self {
            Self::Counted => 0,
            Self::Held => 1,
            Self::Withdrawn => 2,
            Self::Removed => 3,
        }
    }

    /// Reads [`SignatureState::number`] back; an unknown number does not count.
    #[must_use]
    pub(crate) fn from_number(number: i16) -> Self {
        match number {
            0 => Self::Counted,
            1 => Self::Held,
            2 => Self::Withdrawn,
            _ => Self::Removed,
        }
    }

    /// The part of a change of counts that is about signatures of this state.
    pub(crate) fn part_of(self, change: &mut Change) -> &mut i64 {
        match self {
            Self::Counted => &mut change.counted,
            Self::Held => &mut change.held,
            Self::Withdrawn => &mut change.withdrawn,
            Self::Removed => &mut change.removed,
        }
    }

    /// The moves there are (signing rules 3.2). The database holds the same list in a trigger.
    #[must_use]
    pub(crate) fn may_become(self, next: Self) -> bool {
        matches!(
            (self, next),
            (Self::Held, Self::Counted | Self::Removed)
                | (Self::Counted, Self::Withdrawn | Self::Removed | Self::Held)
                | (Self::Removed, Self::Held)
                | (Self::Removed | Self::Withdrawn, Self::Counted)
        )
    }
}

/// Why a signature is held or removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reason {
    /// Another address of a mailbox that has signed already.
    Alias,
    /// The form was filled in as a machine fills it in.
    Score,
    /// An organizer's decision.
    Organizer,
    /// Its signer had everything erased while it was held.
    Erased,
}

impl Reason {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Alias, Self::Score, Self::Organizer, Self::Erased];

    /// Its number in the database.
    #[must_use]
    pub fn number(self) -> i16 {
        match self {
            Self::Alias => 0,
            Self::Score => 1,
            Self::Organizer => 2,
            Self::Erased => 3,
        }
    }

    /// Reads [`Reason::number`] back.
    #[must_use]
    pub(crate) fn from_number(number: i16) -> Option<Self> {
        match number {
            0 => Some(Self::Alias),
            1 => Some(Self::Score),
            2 => Some(Self::Organizer),
            3 => Some(Self::Erased),
            _ => None,
        }
    }

    /// The end of its words key.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Alias => "alias",
            Self::Score => "score",
            Self::Organizer => "organizer",
            Self::Erased => "erased",
        }
    }
}

/// Keyed hashes of an address: what is compared, never what is written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct AddressKeys {
    /// Of K1 and the petition: one signature each.
    pub k1: [u8; 32],
    /// Of K2 and the petition: the mailbox behind aliases.
    pub k2: [u8; 32],
    /// Of K2 alone: the mail budget and suppressions of the instance.
    pub mailbox: [u8; 32],
}

/// What a signer typed, parsed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signer {
    /// As typed, cleaned (T15).
    pub name: String,
    /// The form mail is sent to.
    pub email: String,
    /// What else was asked for.
    pub fields: FieldMap<Option<String>>,
    /// What was answered to the organizers' own questions. For them alone.
    pub replies: Replies,
    /// Yes or no to mail about the campaign, from the petition's own organizations.
    pub wants_updates: bool,
    /// The founding organizations that may write, where each was asked about apart.
    pub opted_in_to: Vec<Id<Founder>>,
    /// The partner that may write, where the form in its frame asked for it.
    pub opted_in_partner: Option<Id<Source>>,
    /// How much others see.
    pub visibility: Visibility,
}

/// Most characters of a tag.
pub(crate) const TAG: usize = 40;

/// Reads a tag: a line without a comma, which stands between tags in lists.
///
/// # Errors
/// `error-tag-missing`, `error-tag-comma`, or what every line is held to.
pub(crate) fn read_tag(typed: &str) -> Result<String, Invalid> {
    let tag = Line::<TAG>::optional(typed)?;
    let tag = String::from(tag.ok_or(Invalid::new("error-tag-missing"))?);
    match tag.contains(',') {
        true => Err(Invalid::new("error-tag-comma")),
        false => Ok(tag),
    }
}

/// What an organizer wrote down about a signature, for colleagues. Whoever signed can read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatureNote {
    /// Key.
    pub id: Id<Self>,
    /// The words.
    pub words: String,
    /// Who wrote it; none when they are here no more.
    pub by: Option<Id<Organizer>>,
    /// When.
    pub written_at: Time,
}

impl Signer {
    /// Whether whoever asked may write.
    #[must_use]
    pub fn lets_write(&self, asker: Asker) -> bool {
        match asker {
            Asker::Organization => self.wants_updates,
            Asker::Founder(id) => self.opted_in_to.contains(&id),
            Asker::Partner(id) => self.opted_in_partner == Some(id),
        }
    }

    /// What is read beside the name.
    #[must_use]
    pub(crate) fn detail(&self) -> String {
        self.fields.listed()
    }

    /// The town or region.
    #[must_use]
    pub fn place(&self) -> Option<&str> {
        self.fields[SignerField::Place].as_deref()
    }

    /// What everybody may see where the organizers allow this much at `most`.
    #[must_use]
    pub fn seen(&self, most: Visibility) -> Seen {
        let name = Some(self.name.clone());
        let place = self.place().map(str::to_owned);
        let (visibility, name, detail, place) = match self.visibility.min(most) {
            Visibility::Counted => return Seen::default(),
            Visibility::Place if place.is_none() => return Seen::default(),
            Visibility::Place => (Visibility::Place, None, String::new(), place),
            Visibility::Name => (Visibility::Name, name, String::new(), None),
            Visibility::Detail => match self.detail() {
                nothing if nothing.is_empty() => (Visibility::Name, name, nothing, None),
                detail => (Visibility::Detail, name, detail, None),
            },
        };
        Seen {
            visibility,
            name,
            detail,
            place,
        }
    }
}

/// What of a signer everybody may see. Whatever shows signers to strangers is made of this and of
/// nothing else: page, list, feed, JSON, card.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Seen {
    /// How much that is.
    pub visibility: Visibility,
    /// The name, where it is shown.
    pub name: Option<String>,
    /// Role, affiliation and place, where they are shown with the name; may be empty.
    pub detail: String,
    /// The place, where it is shown without the name.
    pub place: Option<String>,
}

impl Seen {
    /// The same where the organizers have come to allow no more than `most`: what was made when
    /// they allowed more shows nothing until it is made anew.
    #[must_use]
    pub(crate) fn at_most(&self, most: Visibility) -> Self {
        if self.visibility <= most {
            self.clone()
        } else {
            Self::default()
        }
    }
}

/// What a program says beside a form that it hands in.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct ProgramNotes {
    /// The names that it has for the signature.
    pub identifiers: Vec<String>,
    /// What it puts on the signature to find it again.
    pub tags: Vec<String>,
}

/// A name typed in, waiting for the mailbox. Blocks nobody, counts nowhere.
#[derive(Debug, Clone, PartialEq)]
pub struct PendingSignature {
    /// Key; becomes the signature's.
    pub id: Id<Signature>,
    /// What is signed.
    pub petition: Id<Petition>,
    /// What is compared.
    pub keys: AddressKeys,
    /// What was typed.
    pub signer: Signer,
    /// The words agreed to.
    pub agreed: Agreed,
    /// What they promise, where a pledge offers several promises.
    pub choice: Option<Id<PledgeOption>>,
    /// Where the signer came from.
    pub source: Option<String>,
    /// The code of the link the signer passes on; becomes the signature's.
    pub share: Option<LinkCode>,
    /// SHA-256 of the cookie of the browser that signed.
    pub browser: [u8; 32],
    /// The mark of the host that signed, see `Links::host`; none of one that came by no form.
    pub host: Option<[u8; 32]>,
    /// How much the form was filled in as a machine would; 100 or more is held.
    pub score: i32,
    /// What a program said beside it that handed it in; none where somebody sent it themselves.
    pub handed_in: Option<ProgramNotes>,
    /// When it was typed in.
    pub created_at: Time,
}

/// What happened to a pending signature since it was typed in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// How often the mail was asked for again.
    pub resends: i16,
    /// Wrong codes typed.
    pub code_tries: i16,
    /// What is known of its link.
    pub evidence: Evidence,
}

/// How long a pending signature waits, and its link answers.
pub(crate) const WAITS_FOR: std::time::Duration = crate::base::time::days(7);

/// From this score on a confirmed signature is held.
pub(crate) const HELD_FROM: i32 = 100;

/// A name under a petition, confirmed. What is personal is in [`Signer`].
#[derive(Debug, Clone, PartialEq)]
pub struct Signature {
    /// Key.
    pub id: Id<Signature>,
    /// What is signed.
    pub petition: Id<Petition>,
    /// Where it stands.
    pub state: SignatureState,
    /// Why it is held or removed.
    pub reason: Option<Reason>,
    /// Its place when it was counted first.
    pub number: Option<i64>,
    /// The text that was signed.
    pub wording: Id<Wording>,
    /// The language it was signed in.
    pub lang: Lang,
    /// The code of the link the signer passes on.
    pub share: Option<LinkCode>,
    /// What its signer promised, where a pledge offers several promises.
    pub choice: Option<Id<PledgeOption>>,
    /// When the form was sent.
    pub signed_at: Time,
    /// When the mailbox confirmed it.
    pub confirmed_at: Time,
    /// When it last moved.
    pub changed_at: Time,
}

/// How long a withdrawal can be taken back from its own page.
const UNDO_WITHIN: std::time::Duration = crate::base::time::hours(24);

/// How long the way back works that the mail about a withdrawal brings.
pub(crate) const BACK_WITHIN: std::time::Duration = crate::base::time::days(30);

impl Signature {
    /// Whether it was withdrawn so recently that its own page still offers to count it again.
    #[must_use]
    pub(crate) fn may_be_counted_again(&self, now: Time) -> bool {
        self.state == SignatureState::Withdrawn && now.since(self.changed_at) < UNDO_WITHIN
    }

    /// Whether it was withdrawn so recently that the way back of the mail still works.
    #[must_use]
    pub(crate) fn may_come_back(&self, now: Time) -> bool {
        self.state == SignatureState::Withdrawn && now.since(self.changed_at) < BACK_WITHIN
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eight_moves_and_no_other() {
        let moves: Vec<_> = SignatureState::ALL
            .iter()
            .flat_map(|from| SignatureState::ALL.iter().map(move |to| (*from, *to)))
            .filter(|(from, to)| from.may_become(*to))
            .collect();
        assert_eq!(moves.len(), 8);
        assert!(!SignatureState::Removed.may_become(SignatureState::Withdrawn));
        assert!(!SignatureState::Withdrawn.may_become(SignatureState::Held));
    }

    #[test]
    fn words_and_numbers_are_read_back() {
        for state in SignatureState::ALL {
            assert_eq!(SignatureState::parse(state.as_str()), Some(state));
            assert_eq!(SignatureState::from_number(state.number()), state);
        }
    }
}
