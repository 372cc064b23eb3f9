//! Asks to confirm for an organization.

use askama::Template;

use super::common::{NAME, Rendered, Sender, cut, subject};
use crate::words::Words;

/// "Confirm for your organization": the link, and what it stands for.
#[derive(Clone)]
pub struct EndorseLetter<'a> {
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
    /// The organization, as typed in; `None` where its name should not stand in a letter.
    pub organization: Option<&'a str>,
    /// The one link, absolute.
    pub link: &'a str,
    /// Day until which it works, already written.
    pub until: &'a str,
    /// After how many days what was typed in is deleted.
    pub days: i64,
    /// Neutral subject and first line: somebody may look over the shoulder.
    pub is_discreet: bool,
}

#[derive(Template)]
#[template(path = "mail/endorse.txt", escape = "none")]
struct EndorseText<'l> {
    l: &'l EndorseLetter<'l>,
}

#[derive(Template)]
#[template(path = "mail/endorse.html")]
struct EndorseHtml<'l> {
    l: &'l EndorseLetter<'l>,
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

impl EndorseLetter<'_> {
    /// The subject line.
    pub fn subject(&self) -> String {
        if self.is_discreet {
            return self.w.say("mail-endorse-subject-discreet").to_owned();
        }
        subject(self.w, "mail-endorse-subject", "title", self.title)
    }

    fn lead(&self) -> String {
        let key = if self.is_discreet {
            "mail-endorse-lead-discreet"
        } else {
            "mail-endorse-lead"
        };
        self.w.plain1(key, "name", cut(self.name, NAME))
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
