//! Signs that a machine, not the person, opens the links of our mail. They stand at the row that the link is about: every instance
//! knows them, a restart forgets none, and they are gone with the row.

use crate::base::Time;
use crate::base::time::seconds;
use std::time::Duration;

/// Another host that looks so soon after the mail was taken is a scanner's.
const EARLY_LOOK: Duration = seconds(15);
/// A press so soon after the mail was taken is a machine's: push mail and a quick thumb take longer.
const EARLY_PRESS: Duration = seconds(5);

/// What is known of a link.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Evidence {
    /// When the relay took the newest mail with it.
    pub mailed_at: Option<Time>,
    /// Somebody asked for the head of the page.
    pub head_seen: bool,
    /// Another host than the one that sent the form looked within seconds of the mail.
    pub early_look: bool,
    /// A press was answered with the question for the word, or one host went through several links.
    pub is_suspect: bool,
    /// Wrong words typed since the newest mail.
    pub word_tries: i16,
}

/// A look at the page of a link.
#[derive(Debug, Clone, Copy)]
pub struct PageOpening {
    /// Only the head was asked for.
    pub is_head: bool,
    /// It comes from the host that sent the form.
    pub is_own_host: bool,
    /// When.
    pub at: Time,
}

impl Evidence {
    /// Whether a press at `now` looks like a machine's.
    #[must_use]
    pub(crate) fn suggests_a_machine(&self, now: Time) -> bool {
        self.head_seen || self.early_look || self.is_suspect || self.is_soon(now, EARLY_PRESS)
    }

    /// The same after this look; none when it adds nothing, which is nearly always.
    #[must_use]
    pub fn after(&self, look: PageOpening) -> Option<Self> {
        let is_early = !look.is_own_host && self.is_soon(look.at, EARLY_LOOK);
        let then = Self {
            head_seen: self.head_seen || look.is_head,
            early_look: self.early_look || is_early,
            ..*self
        };
        (then != *self).then_some(then)
    }

    fn is_soon(&self, at: Time, within: Duration) -> bool {
        match self.mailed_at {
            Some(mailed) => at < mailed.plus(within),
            // Not even stored as taken: it is sooner than soon.
            None => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const T0: Time = Time::from_micros(1_800_000_000_000_000);

    fn mailed() -> Evidence {
        Evidence {
            mailed_at: Some(T0),
            ..Evidence::default()
        }
    }

    fn look(after: u64, is_head: bool, is_own_host: bool) -> PageOpening {
        PageOpening {
            is_head,
            is_own_host,
            at: T0.plus(seconds(after)),
        }
    }

    #[test]
    fn a_person_is_no_machine() {
        assert_eq!(
            mailed().after(look(60, false, false)),
            None,
            "a minute later"
        );
        assert_eq!(
            mailed().after(look(1, false, true)),
            None,
            "one's own early look"
        );
        assert_eq!(mailed().after(look(15, false, false)), None, "not so early");
        assert!(!mailed().suggests_a_machine(T0.plus(seconds(5))));
    }

    #[test]
    fn each_sign_stays() {
        for (sign, what) in [
            (look(14, false, false), "a look within 15 s by another host"),
            (look(500, true, false), "a HEAD"),
            (look(500, true, true), "a HEAD of the same host"),
        ] {
            let then = mailed().after(sign).expect(what);
            assert!(then.suggests_a_machine(T0.plus(seconds(6000))), "{what}");
            assert_eq!(then.after(sign), None, "{what}: nothing is written twice");
        }
        assert!(
            mailed().suggests_a_machine(T0.plus(seconds(4))),
            "a press within 5 s"
        );
        let unknown = Evidence::default();
        assert!(
            unknown.suggests_a_machine(T0),
            "before the letter was taken"
        );
        assert!(unknown.after(look(0, false, false)).is_some());
        let suspect = Evidence {
            is_suspect: true,
            ..mailed()
        };
        assert!(suspect.suggests_a_machine(T0.plus(seconds(6000))));
    }
}
