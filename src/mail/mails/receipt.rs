//! Says that something was deleted, to an address that is forgotten with it.

use askama::Template;

use super::common::{Rendered, Sender, subject};
use crate::words::Words;

/// What was deleted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deleted {
    /// What somebody typed in, after "This was not me": nothing was counted.
    TypedIn,
    /// All details of a signer who had them erased.
    Details,
}

/// The last mail to an address. No link, and no name: it is gone.
#[derive(Clone)]
pub struct ReceiptMail<'a> {
    /// Words of the language the form was in.
    pub w: &'a Words,
    /// Who writes.
    pub sender: Sender<'a>,
    /// The petition's title.
    pub title: &'a str,
    /// "Open letter to the State Judicial Council".
    pub eyebrow: String,
    /// What it is about.
    pub deleted: Deleted,
}

#[derive(Template)]
#[template(path = "mail/mails/receipt.txt", escape = "none")]
struct ReceiptText<'l> {
    l: &'l ReceiptMail<'l>,
}

#[derive(Template)]
#[template(path = "mail/mails/receipt.html")]
struct ReceiptHtml<'l> {
    l: &'l ReceiptMail<'l>,
}

impl ReceiptMail<'_> {
    /// The subject line.
    pub fn subject(&self) -> String {
        let key = match self.deleted {
            Deleted::TypedIn => "mail-acknowledge-subject",
            Deleted::Details => "mail-erased-subject",
        };
        subject(self.w, key, "title", self.title)
    }

    fn lead(&self) -> &str {
        self.w.say(match self.deleted {
            Deleted::TypedIn => "mail-acknowledge-lead",
            Deleted::Details => "mail-erased-lead",
        })
    }

    fn sentences(&self) -> Vec<&str> {
        let keys: &[&str] = match self.deleted {
            Deleted::TypedIn => &["mail-acknowledge-text", "mail-acknowledge-quiet"],
            Deleted::Details => &[
                "mail-erased-text",
                "mail-erased-copies",
                "mail-erased-quiet",
            ],
        };
        keys.iter().map(|key| self.w.say(key)).collect()
    }

    /// Subject, text and HTML.
    ///
    /// # Errors
    /// Never with our templates; askama's signature has one.
    pub fn render(&self) -> askama::Result<Rendered> {
        Ok(Rendered {
            subject: self.subject(),
            text: ReceiptText { l: self }.render()?,
            html: ReceiptHtml { l: self }.render()?,
        })
    }
}
