//! What became of a test message, and how mail is set up, in words: for the operator's page on mail and the first run.

use crate::base::Time;
use crate::mail::store::LetterState;
use crate::mail::{OutgoingMail, Security, Trouble};
use crate::words::Words;

/// What became of the test message.
pub(super) struct TestNotice {
    /// The class of the note.
    pub(super) class: &'static str,
    /// Already written.
    pub(super) sentences: Vec<String>,
    /// Where it is looked at again, as long as it waits.
    pub(super) again: Option<String>,
}

/// Where mail goes.
pub(super) fn relay(w: &Words, outgoing: &OutgoingMail) -> String {
    match &outgoing.relay {
        None => w.say("operator-relay-captured").to_owned(),
        Some(relay) => w.say3(
            "operator-relay",
            "host",
            &relay.host,
            "port",
            // a port is no number to be grouped
            relay.port.to_string(),
            "security",
            match relay.security {
                Security::StartTls => "starttls",
                Security::Tls => "tls",
                Security::None => "none",
            },
        ),
    }
}

/// Why, and with which code.
pub(super) fn reasons(w: &Words, outcome: &str) -> Vec<String> {
    let mut told = vec![w.say1("operator-trouble", "trouble", Trouble::of(outcome).as_str())];
    told.extend(Trouble::code(outcome).map(|code| w.say1("operator-code", "code", code)));
    told
}

/// What is said of it; `again` is where it is looked at again.
pub(super) fn notice(w: &Words, state: &LetterState, again: String) -> TestNotice {
    let at = |time: Time| w.date_time(time, "UTC");
    let (class, mut sentences, because) = match state {
        LetterState::Waits(Some(why), next) if why != "again" => {
            let told = w.say1("operator-test-put-off", "time", at(*next));
            ("warn", vec![told], Some(why))
        }
        LetterState::Waits(..) => ("", vec![w.say("operator-test-waits").to_owned()], None),
        LetterState::Taken(code, when) => {
            let when = when.map(at).unwrap_or_default();
            let told = w.say2("operator-test-taken", "time", when, "code", code);
            ("ok", vec![told], None)
        }
        LetterState::Failed(why) => {
            let told = w.say("operator-test-failed").to_owned();
            ("err", vec![told], Some(why))
        }
        LetterState::Skipped => (
            "warn",
            vec![w.say("operator-test-skipped").to_owned()],
            None,
        ),
    };
    if let Some(why) = because {
        sentences.extend(reasons(w, why));
    }
    let is_open = matches!(state, LetterState::Waits(..));
    TestNotice {
        class,
        sentences,
        again: is_open.then_some(again),
    }
}
