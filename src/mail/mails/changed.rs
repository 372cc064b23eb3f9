//! Says that organizers ask for something else than their signers signed.

use askama::Template;

use super::common::{NAME, Rendered, Sender, cut, subject};
use crate::words::Words;

/// "The text you signed has changed": to whoever signed before and said yes to messages.
#[derive(Clone)]
pub struct ChangedMail<'a> {
    /// Words of the language they signed in.
    pub w: &'a Words,
    /// Who writes.
    pub sender: Sender<'a>,
    /// The petition's title, as it is now.
    pub title: &'a str,
    /// "Open letter to the State Judicial Council".
    pub eyebrow: String,
    /// Whose signature it is: a mailbox may hold several.
    pub name: &'a str,
    /// The one link: where the signature is withdrawn.
    pub link: &'a str,
    /// Neutral subject and text, which name no petition.
    pub is_discreet: bool,
}

#[derive(Template)]
#[template(path = "mail/mails/changed.txt", escape = "none")]
struct ChangedText<'l> {
    l: &'l ChangedMail<'l>,
}

#[derive(Template)]
#[template(path = "mail/mails/changed.html")]
struct ChangedHtml<'l> {
    l: &'l ChangedMail<'l>,
}

impl ChangedText<'_> {
    fn lead(&self) -> String {
        self.l.lead()
    }
}

impl ChangedHtml<'_> {
    fn lead(&self) -> String {
        self.l.lead()
    }
}

impl ChangedMail<'_> {
    /// The subject line.
    pub fn subject(&self) -> String {
        if self.is_discreet {
            return self.w.say("mail-changed-subject-discreet").to_owned();
        }
        subject(self.w, "mail-changed-subject", "title", self.title)
    }

    fn lead(&self) -> String {
        self.w
            .plain1("mail-changed-lead", "name", cut(self.name, NAME))
    }

    /// Subject, text and HTML.
    ///
    /// # Errors
    /// Never with our templates; askama's signature has one.
    pub fn render(&self) -> askama::Result<Rendered> {
        Ok(Rendered {
            subject: self.subject(),
            text: ChangedText { l: self }.render()?,
            html: ChangedHtml { l: self }.render()?,
        })
    }
}
