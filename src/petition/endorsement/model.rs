//! The nouns: an endorsement, its states, what organizers decide about it.

use super::logo::Logo;
use crate::base::id::shares_id;
use crate::base::texts::text;
use crate::base::time::days;
use crate::base::{Email, Id, Lang, Line, PersonName, Time, fold};
use crate::mail::model::Subject;
use crate::petition::Petition;
use crate::petition::guard::Evidence;
use crate::web::pictures::name::LogoName;
use std::time::Duration;

shares_id!(Endorsement, Subject);

/// An organization's name as it stands on the page: one line of at most 120 characters.
pub type OrganizationName = Line<120>;

/// How long what was typed in waits for its mailbox; then it is deleted.
pub(crate) const WAITS_FOR: Duration = days(7);

/// Where an endorsement stands. Only `Shown` is ever public.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EndorsementState {
    /// Typed in; waits for its mailbox.
    Typed,
    /// Confirmed; waits for the organizers.
    Waiting,
    /// On the page.
    Shown,
    /// The organizers have not shown it, or have taken it off the page.
    Refused,
    /// Whoever signed has taken it back: its contact and logo are deleted.
    Withdrawn,
}

impl EndorsementState {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Typed,
        Self::Waiting,
        Self::Shown,
        Self::Refused,
        Self::Withdrawn,
    ];

    /// Those an organizer sees, in the order of the console.
    pub(crate) const READ: [Self; 3] = [Self::Waiting, Self::Shown, Self::Refused];

    /// The word used in addresses, exports and as the end of words keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Typed => "typed",
            Self::Waiting => "waiting",
            Self::Shown => "shown",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Reads [`EndorsementState::as_str`] back, of those an organizer sees.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::READ.into_iter().find(|state| state.as_str() == text)
    }

    /// Its number in the database.
    #[must_use]
    pub fn number(self) -> i16 {
        match self {
            Self::Typed => 0,
            Self::Waiting => 1,
            Self::Shown => 2,
            Self::Refused => 3,
            Self::Withdrawn => 4,
        }
    }

    /// Reads [`EndorsementState::number`] back; an unknown number is refused, which shows nothing.
    #[must_use]
    pub(crate) fn from_number(number: i16) -> Self {
        Self::ALL
            .into_iter()
            .find(|state| state.number() == number)
            .unwrap_or(Self::Refused)
    }

    /// Whether whoever signed can still take it back.
    #[must_use]
    pub(crate) fn may_withdraw(self) -> bool {
        matches!(self, Self::Waiting | Self::Shown | Self::Refused)
    }
}

/// What organizers decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// Put it on the page.
    Show,
    /// Do not show it, or take it off the page.
    Refuse,
}

impl Decision {
    /// Both, in the order of the buttons.
    pub const ALL: [Self; 2] = [Self::Show, Self::Refuse];

    /// The word a button sends, and the end of its words key.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Show => "show",
            Self::Refuse => "refuse",
        }
    }

    /// Reads [`Decision::as_str`] back.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
    }

    /// Where it leads.
    #[must_use]
    pub fn state(self) -> EndorsementState {
        match self {
            Self::Show => EndorsementState::Shown,
            Self::Refuse => EndorsementState::Refused,
        }
    }
}

/// Who signs for an organization. For its organizers' eyes only.
#[derive(Clone, PartialEq, Eq)]
pub struct Contact {
    /// Their name.
    pub name: String,
    /// Their address.
    pub email: String,
}

/// Says nothing: what is debugged ends in logs.
impl std::fmt::Debug for Contact {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Contact(..)")
    }
}

/// An organization's name under a petition.
#[derive(Clone, PartialEq, Eq)]
pub struct Endorsement {
    /// Key.
    pub id: Id<Endorsement>,
    /// What is signed.
    pub petition: Id<Petition>,
    /// The organization.
    pub name: String,
    /// Who signs for it; none once withdrawn.
    pub contact: Option<Contact>,
    /// Keyed hash of the contact's mailbox.
    pub mailbox: [u8; 32],
    /// Its logo, if it has one.
    pub logo: Option<LogoName>,
    /// The language of the page it was typed into.
    pub lang: Lang,
    /// Whether the form was filled in as a program fills it in.
    pub is_suspect: bool,
    /// Where it stands.
    pub state: EndorsementState,
    /// SHA-256 of the cookie of the browser that sent the form; none once its mailbox has confirmed.
    pub browser: Option<[u8; 32]>,
    /// The mark of the host that sent it, see `Links::host`; none once its mailbox has confirmed.
    pub host: Option<[u8; 32]>,
    /// What is known of its link.
    pub evidence: Evidence,
    /// When it was typed in.
    pub created_at: Time,
    /// When its mailbox confirmed.
    pub confirmed_at: Option<Time>,
    /// When the organizers last decided.
    pub decided_at: Option<Time>,
}

/// Says no name: what is debugged ends in logs.
impl std::fmt::Debug for Endorsement {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Endorsement({}, {})", self.id, self.state.as_str())
    }
}

/// What somebody typed in for an organization.
#[derive(Debug, Clone)]
pub struct TypedEndorsement {
    /// Key.
    pub id: Id<Endorsement>,
    /// What is signed.
    pub petition: Id<Petition>,
    /// The organization.
    pub name: OrganizationName,
    /// Who signs for it.
    pub contact_name: PersonName,
    /// Where to reach them.
    pub contact_email: Email,
    /// Keyed hash of that mailbox.
    pub mailbox: [u8; 32],
    /// Its logo.
    pub logo: Option<Logo>,
    /// The language of the page.
    pub lang: Lang,
    /// Whether the form was filled in as a program fills it in.
    pub is_suspect: bool,
    /// SHA-256 of the cookie of the browser that sent the form.
    pub browser: Option<[u8; 32]>,
    /// The mark of the host that sent it, see `Links::host`.
    pub host: Option<[u8; 32]>,
    /// When.
    pub at: Time,
}

/// An organization's name as it is compared with others: one organization is shown once.
#[must_use]
pub(crate) fn name_key(name: &str) -> String {
    let folded = fold(name);
    let spelled: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    text::key(match spelled.is_empty() {
        true => folded,
        false => spelled.join(" "),
    })
}

/// How many endorsements a petition has in each state that organizers see.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct EndorsementCounts {
    /// To be decided about.
    pub waiting: i64,
    /// On the page.
    pub shown: i64,
    /// Put away.
    pub refused: i64,
}

impl EndorsementCounts {
    /// How many are in this state; what organizers do not see is not counted.
    #[must_use]
    pub fn of(&self, state: EndorsementState) -> i64 {
        match state {
            EndorsementState::Waiting => self.waiting,
            EndorsementState::Shown => self.shown,
            EndorsementState::Refused => self.refused,
            EndorsementState::Typed | EndorsementState::Withdrawn => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_numbers_are_read_back() {
        for state in EndorsementState::READ {
            assert_eq!(EndorsementState::parse(state.as_str()), Some(state));
        }
        for state in EndorsementState::ALL {
            assert_eq!(EndorsementState::from_number(state.number()), state);
        }
        assert_eq!(
            EndorsementState::parse("typed"),
            None,
            "no mailbox has confirmed it"
        );
        assert_eq!(EndorsementState::from_number(77), EndorsementState::Refused);
        for decision in Decision::ALL {
            assert_eq!(Decision::parse(decision.as_str()), Some(decision));
        }
    }

    #[test]
    fn an_organization_is_known_however_it_is_written() {
        let one = name_key("Puente Claro, A.C.");
        for other in [
            "PUENTE  CLARO A.C.",
            "puente claro – a.c",
            "Puente Cláro A C",
        ] {
            assert_eq!(name_key(other), one, "{other}");
        }
        assert_ne!(name_key("Puente Oscuro, A.C."), one);
        assert_eq!(name_key("!!!"), "!!!");
    }
}
