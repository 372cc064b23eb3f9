//! Whether the relay can be reached as it is set up: connection, TLS, user name and password. No letter is handed over.

use super::examined::ExaminedInstallation;
use crate::mail::{MailSetting, Refused, Relay, Stage, Timeouts};
use crate::site::finding::{Finding, Verdict};
use crate::words::Words;
use std::time::Duration;

const fn patience() -> Timeouts {
    let seconds = Duration::from_secs;
    Timeouts {
        connect: seconds(4),
        hello: seconds(5),
        command: seconds(5),
        body: seconds(5),
        whole: seconds(9),
    }
}

/// What was found.
pub(super) enum RelayFound {
    /// Mail goes nowhere.
    Captured,
    /// Letters could be handed over.
    Ready,
    /// They could not.
    Refused(Refused),
    /// Nothing was heard in time.
    Silent,
    /// Its name can stand in no certificate.
    NoName,
}

/// Tries it.
pub(super) async fn examine(installation: &ExaminedInstallation) -> RelayFound {
    let MailSetting::Smtp(setting) = &installation.mail else {
        return RelayFound::Captured;
    };
    let Ok(relay) = Relay::new(setting.clone(), &installation.host, 1, patience()) else {
        return RelayFound::NoName;
    };
    match relay.try_out().await {
        Ok(()) => RelayFound::Ready,
        Err(refused) => RelayFound::Refused(refused),
    }
}

/// Its variant in words, by what can be done about it.
fn why(refused: &Refused) -> &'static str {
    match (refused.stage, refused.reason) {
        (Stage::Connect, "host not found") => "host",
        (Stage::Connect, "plain text to a public address") => "public",
        (Stage::Connect, _) => "away",
        (Stage::Tls, "relay offers no STARTTLS") => "no-starttls",
        (Stage::Tls, _) => "tls",
        (Stage::Auth, "no answer in time" | "connection lost") => "away",
        (Stage::Auth, _) => "credentials",
        _ if refused.code.is_none() => "away",
        _ => "greeting",
    }
}

impl RelayFound {
    /// The sentence.
    pub(super) fn told(&self, w: &Words, installation: &ExaminedInstallation) -> Finding {
        let place = match &installation.mail {
            MailSetting::Capture => String::new(),
            MailSetting::Smtp(setting) => format!("{}:{}", setting.host, setting.port),
        };
        let wrong = |why: &str| {
            let told = w.say2("doctor-relay-not", "why", why, "place", &place);
            Finding::new("relay", Verdict::Wrong, told)
        };
        match self {
            Self::Captured => {
                Finding::new("relay", Verdict::Fine, w.say("operator-relay-captured"))
            }
            Self::Ready => {
                let told = w.say1("doctor-relay", "place", &place);
                Finding::new("relay", Verdict::Fine, told)
            }
            Self::Silent => wrong("away"),
            Self::NoName => wrong("tls"),
            Self::Refused(refused) => {
                let mut found = wrong(why(refused));
                if let Some(code) = refused.code {
                    found.sentence.push(' ');
                    let code = code.to_string();
                    found
                        .sentence
                        .push_str(&w.say1("operator-code", "code", code));
                }
                found
            }
        }
    }
}
