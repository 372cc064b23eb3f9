//! How mail leaves this installation, as far as people are told: never a password.

use super::address::MailAddress;
use super::relay::setting::{MailSetting, RelayPlace, Security, SmtpSetting};
use sha2::{Digest, Sha256};

/// By which it is known whether mail was tried as it is set up: another relay, user or sender has another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailMark(String);

impl MailMark {
    /// As it stands in the database.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Of these parts. The password is left out: a mark is no way to try passwords out.
    fn of(parts: &[&str]) -> Self {
        let mut hash = Sha256::new();
        for part in parts {
            hash.update(part.as_bytes());
            // no part holds one: what stands in which part is clear
            hash.update([0]);
        }
        let digest = hash.finalize();
        Self(digest.iter().map(|byte| format!("{byte:02x}")).collect())
    }
}

/// Where mail goes and who sends it.
#[derive(Debug, Clone)]
pub struct OutgoingMail {
    /// Where it goes; none where it is captured on this machine.
    pub relay: Option<RelayPlace>,
    /// The sender of all mail; none where nobody said.
    pub sender: Option<String>,
    /// By which its test is known.
    pub mark: MailMark,
}

impl OutgoingMail {
    /// As the settings say.
    #[must_use]
    pub fn of(setting: &MailSetting, sender: &MailAddress) -> Self {
        let sender = sender.as_str().to_owned();
        match setting {
            MailSetting::Capture => Self::captured(Some(sender)),
            MailSetting::Smtp(smtp) => Self::by(smtp, sender),
        }
    }

    /// Nowhere: for development.
    #[must_use]
    pub fn captured(sender: Option<String>) -> Self {
        let mark = MailMark::of(&["capture", sender.as_deref().unwrap_or_default()]);
        Self {
            relay: None,
            sender,
            mark,
        }
    }

    fn by(smtp: &SmtpSetting, sender: String) -> Self {
        let security = match smtp.security {
            Security::StartTls => "starttls",
            Security::Tls => "tls",
            Security::None => "none",
        };
        let user = smtp.credentials.as_ref().map(|(user, _)| user.as_str());
        let port = smtp.port.to_string();
        let user = user.unwrap_or_default();
        Self {
            mark: MailMark::of(&["smtp", &smtp.host, &port, security, user, &sender]),
            relay: Some(smtp.place()),
            sender: Some(sender),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(setting: &str, sender: &str) -> MailMark {
        let sender = MailAddress::parse(sender).unwrap();
        OutgoingMail::of(&setting.parse().unwrap(), &sender).mark
    }

    #[test]
    fn another_relay_user_or_sender_asks_for_another_test_and_another_password_does_not() {
        let (full, sender) = ("smtp://u:secret@mail.example.org:587", "a@example.org");
        let known = mark(full, sender);
        for other in [
            "capture",
            "smtps://u:secret@mail.example.org:587",
            "smtp://u:secret@mail.example.org:25",
            "smtp://u:secret@relay.example.org:587",
            "smtp://v:secret@mail.example.org:587",
            "smtp://mail.example.org:587",
        ] {
            assert_ne!(mark(other, sender), known, "{other}");
        }
        assert_ne!(mark(full, "b@example.org"), known);
        assert_eq!(mark("smtp://u:other@mail.example.org", sender), known);
        assert_eq!(known.as_str().len(), 64);
    }
}
