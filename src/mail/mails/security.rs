//! Tells the owner of an account that something in it was changed.

use askama::Template;

use super::common::{Rendered, Sender};
use crate::words::Words;

/// What was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Changed {
    /// The passphrase, by somebody who knew the old one.
    Passphrase,
    /// The passphrase, by the link in a mail to the account's mailbox.
    Reset,
}

impl Changed {
    /// Its name beside a promise.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Passphrase => "passphrase",
            Self::Reset => "reset",
        }
    }

    /// Reads [`Changed::as_str`] back.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Passphrase, Self::Reset]
            .into_iter()
            .find(|one| one.as_str() == text)
    }
}

/// "Your passphrase was changed."
#[derive(Clone)]
pub struct SecurityMail<'a> {
    /// Words of the organizer's language.
    pub w: &'a Words,
    /// The site.
    pub sender: Sender<'a>,
    /// What.
    pub changed: Changed,
    /// When, already written.
    pub on: String,
    /// The one link, absolute: where a new passphrase is asked for.
    pub link: &'a str,
}

#[derive(Template)]
#[template(path = "mail/mails/security.txt", escape = "none")]
struct SecurityText<'l> {
    l: &'l SecurityMail<'l>,
}

#[derive(Template)]
#[template(path = "mail/mails/security.html")]
struct SecurityHtml<'l> {
    l: &'l SecurityMail<'l>,
}

impl SecurityMail<'_> {
    /// The subject line.
    pub fn subject(&self) -> String {
        self.w.say("mail-security-subject").to_owned()
    }

    fn lead(&self) -> String {
        let key = match self.changed {
            Changed::Passphrase => "mail-security-passphrase",
            Changed::Reset => "mail-security-reset",
        };
        self.w.plain1(key, "date", &self.on)
    }

    /// Subject, text and HTML.
    ///
    /// # Errors
    /// Never with our templates; askama's signature has one.
    pub fn render(&self) -> askama::Result<Rendered> {
        Ok(Rendered {
            subject: self.subject(),
            text: SecurityText { l: self }.render()?,
            html: SecurityHtml { l: self }.render()?,
        })
    }
}
