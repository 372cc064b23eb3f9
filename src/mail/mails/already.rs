//! Answers a second signature.

use askama::Template;

use super::common::{NAME, Rendered, Sender, cut, subject};
use crate::words::Words;

/// "You have already signed": to an address that signs again.
#[derive(Clone)]
pub struct AlreadyMail<'a> {
    /// Words of the signer's language.
    pub w: &'a Words,
    /// Who writes.
    pub sender: Sender<'a>,
    /// The petition's title.
    pub title: &'a str,
    /// "Open letter to the State Judicial Council".
    pub eyebrow: String,
    /// As it was confirmed.
    pub name: &'a str,
    /// Day it was counted, already written; `None` when it does not count now.
    pub on: Option<String>,
    /// The one link: the signer's own page.
    pub link: &'a str,
    /// The word that the page may ask for.
    pub match_word: &'a str,
    /// Neutral subject and text, which name no petition.
    pub is_discreet: bool,
}

#[derive(Template)]
#[template(path = "mail/mails/already.txt", escape = "none")]
struct AlreadyText<'l> {
    l: &'l AlreadyMail<'l>,
}

#[derive(Template)]
#[template(path = "mail/mails/already.html")]
struct AlreadyHtml<'l> {
    l: &'l AlreadyMail<'l>,
}

impl AlreadyText<'_> {
    fn lead(&self) -> String {
        self.l.lead()
    }

    fn when(&self) -> String {
        self.l.when()
    }
}

impl AlreadyHtml<'_> {
    fn lead(&self) -> String {
        self.l.lead()
    }

    fn when(&self) -> String {
        self.l.when()
    }
}

impl AlreadyMail<'_> {
    /// The subject line.
    pub fn subject(&self) -> String {
        if self.is_discreet {
            return self.w.say("mail-already-subject-discreet").to_owned();
        }
        subject(self.w, "mail-already-subject", "title", self.title)
    }

    fn lead(&self) -> String {
        let key = if self.is_discreet {
            "mail-already-lead-discreet"
        } else {
            "mail-already-lead"
        };
        self.w.plain1(key, "name", cut(self.name, NAME))
    }

    fn when(&self) -> String {
        match &self.on {
            _ if self.is_discreet => self.w.say("mail-already-again-discreet").to_owned(),
            Some(date) => self.w.plain1("mail-already-on", "date", date),
            None => self.w.say("mail-already-undated").to_owned(),
        }
    }

    fn button(&self) -> &str {
        self.w.say(match self.is_discreet {
            true => "mail-already-button-discreet",
            false => "mail-already-button",
        })
    }

    /// Subject, text and HTML.
    ///
    /// # Errors
    /// Never with our templates; askama's signature has one.
    pub fn render(&self) -> askama::Result<Rendered> {
        Ok(Rendered {
            subject: self.subject(),
            text: AlreadyText { l: self }.render()?,
            html: AlreadyHtml { l: self }.render()?,
        })
    }
}
