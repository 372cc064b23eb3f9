//! The link to one's own signature.

use askama::Template;

use super::common::{NAME, Rendered, Sender, cut, subject};
use crate::words::Words;

/// "Change or remove your signature": to whoever asked for the link.
#[derive(Clone)]
pub struct OwnMail<'a> {
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
    /// The word that the page may ask for.
    pub match_word: &'a str,
    /// Until when the way back works, already written: the signature was withdrawn. `None` in the mail that was asked for.
    pub withdrawn_until: Option<String>,
    /// Neutral subject and text, which name no petition.
    pub is_discreet: bool,
}

#[derive(Template)]
#[template(path = "mail/mails/own.txt", escape = "none")]
struct OwnText<'l> {
    l: &'l OwnMail<'l>,
}

#[derive(Template)]
#[template(path = "mail/mails/own.html")]
struct OwnHtml<'l> {
    l: &'l OwnMail<'l>,
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

impl OwnMail<'_> {
    /// The subject line.
    pub fn subject(&self) -> String {
        if self.is_discreet {
            return self.w.say("mail-own-subject-discreet").to_owned();
        }
        let key = match self.withdrawn_until {
            Some(_) => "mail-withdrawn-subject",
            None => "mail-own-subject",
        };
        subject(self.w, key, "title", self.title)
    }

    fn lead(&self) -> String {
        let key = match (self.is_discreet, &self.withdrawn_until) {
            (true, _) => "mail-own-lead-discreet",
            (_, Some(_)) => "mail-withdrawn-lead",
            (_, None) => "mail-own-lead",
        };
        self.w.plain1(key, "name", cut(self.name, NAME))
    }

    fn button(&self) -> &str {
        self.w.say(match self.withdrawn_until {
            Some(_) => "mail-withdrawn-button",
            None => "mail-own-button",
        })
    }

    fn not_you(&self) -> String {
        match &self.withdrawn_until {
            Some(date) => self.w.plain1("mail-withdrawn-not-you", "date", date),
            None => self.w.say("mail-own-not-you").to_owned(),
        }
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
