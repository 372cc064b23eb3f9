//! Says that somebody's details are erased.

use askama::Template;

use super::common::{Rendered, Sender, subject};
use crate::words::Words;

/// "Your details are erased": the last letter to this address. No link, and no name: it is erased.
#[derive(Clone)]
pub struct ErasedLetter<'a> {
    /// Words of the signer's language.
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
#[template(path = "mail/erased.txt", escape = "none")]
struct ErasedText<'l> {
    l: &'l ErasedLetter<'l>,
}

#[derive(Template)]
#[template(path = "mail/erased.html")]
struct ErasedHtml<'l> {
    l: &'l ErasedLetter<'l>,
}

impl ErasedLetter<'_> {
    /// The subject line.
    pub fn subject(&self) -> String {
        if self.is_discreet {
            return self.w.say("mail-erased-subject-discreet").to_owned();
        }
        subject(self.w, "mail-erased-subject", "title", self.title)
    }

    /// Subject, text and HTML.
    ///
    /// # Errors
    /// Never with our templates; askama's signature has one.
    pub fn render(&self) -> askama::Result<Rendered> {
        Ok(Rendered {
            subject: self.subject(),
            text: ErasedText { l: self }.render()?,
            html: ErasedHtml { l: self }.render()?,
        })
    }
}
