//! The link to one's own signature.

use askama::Template;

use super::common::{NAME, Rendered, Sender, cut, subject};
use crate::words::Words;

/// "Change or remove your signature": to whoever asked for the link.
#[derive(Clone)]
pub struct OwnLetter<'a> {
    /// Words of the reader's language.
    pub w: &'a Words,
    /// Who writes.
    pub sender: Sender<'a>,
    /// The petition's title.
    pub title: &'a str,
    /// "Open letter to the State Judicial Council".
    pub eyebrow: String,
    /// Whose signature it is: a mailbox may hold several.
    pub name: &'a str,
    /// The one link: the signer's own page.
    pub link: &'a str,
    /// Neutral subject and text, which name no petition.
    pub is_discreet: bool,
}

#[derive(Template)]
#[template(path = "mail/own.txt", escape = "none")]
struct OwnText<'l> {
    l: &'l OwnLetter<'l>,
}

#[derive(Template)]
#[template(path = "mail/own.html")]
struct OwnHtml<'l> {
    l: &'l OwnLetter<'l>,
}

impl OwnText<'_> {
    fn lead(&self) -> String {
        self.l.lead()
    }
}

impl OwnHtml<'_> {
    fn lead(&self) -> String {
        self.l.lead()
    }
}

impl OwnLetter<'_> {
    /// The subject line.
    pub fn subject(&self) -> String {
        if self.is_discreet {
            return self.w.say("mail-own-subject-discreet").to_owned();
        }
        subject(self.w, "mail-own-subject", "title", self.title)
    }

    fn lead(&self) -> String {
        let key = if self.is_discreet {
            "mail-own-lead-discreet"
        } else {
            "mail-own-lead"
        };
        self.w.plain1(key, "name", cut(self.name, NAME))
    }

    /// Subject, text and HTML.
    ///
    /// # Errors
    /// Never with our templates; askama's signature has one.
    pub fn render(&self) -> askama::Result<Rendered> {
        Ok(Rendered {
            subject: self.subject(),
            text: OwnText { l: self }.render()?,
            html: OwnHtml { l: self }.render()?,
        })
    }
}
