//! Answers "This was not me".

use askama::Template;

use super::common::{Rendered, Sender, subject};
use crate::words::Words;

/// After "This was not me": nothing was counted. No link.
#[derive(Clone)]
pub struct AcknowledgeLetter<'a> {
    /// Words of the language the form was in.
    pub w: &'a Words,
    /// Who writes.
    pub sender: Sender<'a>,
    /// The petition's title.
    pub title: &'a str,
    /// "Open letter to the State Judicial Council".
    pub eyebrow: String,
    /// Without the title.
    pub is_discreet: bool,
}

#[derive(Template)]
#[template(path = "mail/acknowledge.txt", escape = "none")]
struct AcknowledgeText<'l> {
    l: &'l AcknowledgeLetter<'l>,
}

#[derive(Template)]
#[template(path = "mail/acknowledge.html")]
struct AcknowledgeHtml<'l> {
    l: &'l AcknowledgeLetter<'l>,
}

impl AcknowledgeLetter<'_> {
    /// The subject line.
    pub fn subject(&self) -> String {
        if self.is_discreet {
            return self.w.say("mail-acknowledge-subject-discreet").to_owned();
        }
        subject(self.w, "mail-acknowledge-subject", "title", self.title)
    }

    /// Subject, text and HTML.
    ///
    /// # Errors
    /// Never with our templates; askama's signature has one.
    pub fn render(&self) -> askama::Result<Rendered> {
        Ok(Rendered {
            subject: self.subject(),
            text: AcknowledgeText { l: self }.render()?,
            html: AcknowledgeHtml { l: self }.render()?,
        })
    }
}
