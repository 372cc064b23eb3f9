//! Asks to confirm for an organization.

use askama::Template;

use super::common::{NAME, Rendered, Sender, cut, subject};
use crate::words::Words;

/// "Confirm for your organization": the link, and what it stands for.
#[derive(Clone)]
pub struct EndorseMail<'a> {
    /// Words of the reader's language.
    pub w: &'a Words,
    /// Who writes.
    pub sender: Sender<'a>,
    /// The petition's title.
    pub title: &'a str,
    /// "Open letter to the State Judicial Council".
    pub eyebrow: String,
    /// Whoever signs for the organization, as typed in.
    pub name: &'a str,
    /// The organization, as typed in; `None` where its name should not stand in a mail.
    pub organization: Option<&'a str>,
    /// The one link, absolute.
    pub link: &'a str,
    /// The word that the page may ask for.
    pub match_word: &'a str,
    /// It has signed: the link is asked for again.
    pub is_confirmed: bool,
    /// Day until which it works, already written.
    pub until: &'a str,
    /// After how many days what was typed in is deleted.
    pub days: i64,
    /// Neutral subject and first line: somebody may look over the shoulder.
    pub is_discreet: bool,
}

#[derive(Template)]
#[template(path = "mail/mails/endorse.txt", escape = "none")]
struct EndorseText<'l> {
    l: &'l EndorseMail<'l>,
}

#[derive(Template)]
#[template(path = "mail/mails/endorse.html")]
struct EndorseHtml<'l> {
    l: &'l EndorseMail<'l>,
}

impl EndorseText<'_> {
    fn lead(&self) -> String {
        self.l.lead()
    }
}

impl EndorseHtml<'_> {
    fn lead(&self) -> String {
        self.l.lead()
    }
}

impl EndorseMail<'_> {
    /// The subject line.
    pub fn subject(&self) -> String {
        if self.is_discreet {
            return self
                .w
                .say(match self.is_confirmed {
                    true => "mail-own-subject-discreet",
                    false => "mail-endorse-subject-discreet",
                })
                .to_owned();
        }
        let key = match self.is_confirmed {
            true => "mail-endorsed-subject",
            false => "mail-endorse-subject",
        };
        subject(self.w, key, "title", self.title)
    }

    fn lead(&self) -> String {
        let key = match (self.is_discreet, self.is_confirmed) {
            (true, true) => "mail-own-lead-discreet",
            (true, false) => "mail-endorse-lead-discreet",
            (false, true) => "mail-endorsed-lead",
            (false, false) => "mail-endorse-lead",
        };
        self.w.plain1(key, "name", cut(self.name, NAME))
    }

    fn button(&self) -> &str {
        self.w.say(match self.is_confirmed {
            true => "mail-endorsed-button",
            false => "mail-endorse-button",
        })
    }

    /// "Organization: Puente Claro"; nothing where it should not be named.
    fn listed(&self) -> Option<String> {
        let name = cut(self.organization?, NAME);
        Some(
            self.w
                .plain1("mail-endorse-organization", "organization", name),
        )
    }

    /// Subject, text and HTML.
    ///
    /// # Errors
    /// Never with our templates; askama's signature has one.
    pub fn render(&self) -> askama::Result<Rendered> {
        Ok(Rendered {
            subject: self.subject(),
            text: EndorseText { l: self }.render()?,
            html: EndorseHtml { l: self }.render()?,
        })
    }
}
