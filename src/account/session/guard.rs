//! The hidden field `guard` of every form of the console: which session it was written for, and for whom.

use crate::account::model::{Organizer, Session};
use crate::base::{Id, IdCipher, Secrets, Token};
use std::fmt;
use subtle::ConstantTimeEq;

/// The guard of the forms of one session.
#[derive(Clone)]
pub(crate) struct FormGuard {
    /// Of the session: the form is taken with it alone.
    session: String,
    /// Of the person, the same in all sessions: who signs in again finds what they wrote, and nobody else does.
    person: String,
}

/// What a guard says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum GuardText {
    /// In this very session.
    Here,
    /// In another session of the same person.
    Before,
    /// For somebody else, or by nobody: who it was for, if anybody.
    Elsewhere(Option<Id<Organizer>>),
}

impl FormGuard {
    pub(crate) fn of(secrets: &Secrets, session: Id<Session>, person: Id<Organizer>) -> Self {
        let key = secrets.key("console guard");
        Self {
            session: Token::derive(&key, "guard", session.as_bytes()).to_string(),
            person: seal(secrets).close(person).to_string(),
        }
    }

    /// Where a form with this guard was written, found out in constant time.
    pub(crate) fn judge(&self, secrets: &Secrets, given: &str) -> GuardText {
        let (session, person) = given.split_once('.').unwrap_or((given, ""));
        let is = |one: &str, right: &str| bool::from(one.as_bytes().ct_eq(right.as_bytes()));
        if is(session, &self.session) {
            GuardText::Here
        } else if is(person, &self.person) {
            GuardText::Before
        } else {
            GuardText::Elsewhere(for_whom(secrets, given))
        }
    }
}

/// For whom a form with this guard was written. A guard that somebody made up names somebody who does not exist.
pub(crate) fn for_whom(secrets: &Secrets, given: &str) -> Option<Id<Organizer>> {
    let (_, person) = given.split_once('.')?;
    let token = Token::parse(person).ok()?;
    Some(seal(secrets).open(&token))
}

fn seal(secrets: &Secrets) -> IdCipher {
    IdCipher::new(&secrets.key("console guard of a person"))
}

impl fmt::Display for FormGuard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.session, self.person)
    }
}

impl fmt::Debug for FormGuard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FormGuard(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Time;

    #[test]
    fn a_form_is_taken_in_its_session_and_kept_for_its_person() {
        let secrets = Secrets::for_test();
        let id = |n: u8| [n; 16];
        let guard = |session, person| {
            FormGuard::of(
                &secrets,
                Id::from_bytes(id(session)),
                Id::from_bytes(id(person)),
            )
        };
        let (mine, later, theirs) = (guard(1, 7), guard(2, 7), guard(3, 8));
        let judge = |given: &str| mine.judge(&secrets, given);
        assert_eq!(judge(&mine.to_string()), GuardText::Here);
        assert_eq!(judge(&later.to_string()), GuardText::Before);
        let them = GuardText::Elsewhere(Some(Id::from_bytes(id(8))));
        assert_eq!(judge(&theirs.to_string()), them);
        assert_eq!(
            judge(&mine.session),
            GuardText::Here,
            "a page from before an update"
        );
        for wrong in ["", ".", "guard", &later.session, &"0".repeat(26)] {
            assert_eq!(judge(wrong), GuardText::Elsewhere(None), "{wrong}");
        }
        let made_up = format!("x.{}", Token::derive(&secrets.key("g"), "guard", b"s"));
        let nobody = Id::new(Time::from_micros(0));
        assert_ne!(judge(&made_up), GuardText::Elsewhere(Some(nobody)));
        assert!(matches!(judge(&made_up), GuardText::Elsewhere(Some(_))));
    }
}
