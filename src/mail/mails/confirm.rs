//! Asks to confirm.

use askama::Template;

use super::common::{NAME, Rendered, Sender, cut, subject};
use crate::words::Words;

/// "Confirm your signature": the link, the code and the match word.
#[derive(Clone)]
pub struct ConfirmMail<'a> {
    /// Words of the signer's language.
    pub w: &'a Words,
    /// Who writes.
    pub sender: Sender<'a>,
    /// The petition's title.
    pub title: &'a str,
    /// "Open letter to the State Judicial Council".
    pub eyebrow: String,
    /// As typed in.
    pub name: &'a str,
    /// Name, role and affiliation as they will be listed, or `None` if not by name.
    pub listed_as: Option<String>,
    /// What was promised, where there was a choice and the mail may say it.
    pub promise: Option<String>,
    /// The organizations that may write; none is a no.
    pub updates_from: Vec<String>,
    /// The one link, absolute.
    pub link: &'a str,
    /// Day until which it works, already written.
    pub until: String,
    /// After how many days what was typed in is deleted.
    pub days: i64,
    /// `abcd-2345`; none where there is no page to type it on.
    pub code: Option<String>,
    /// The match word.
    pub match_word: &'a str,
    /// Neutral subject and beginning, the petition named last: what a list of mail shows of a mail names nothing.
    pub is_discreet: bool,
    /// Whether it is the second mail about the same signature.
    pub is_reminder: bool,
}

#[derive(Template)]
#[template(path = "mail/mails/confirm.txt", escape = "none")]
struct ConfirmText<'l> {
    l: &'l ConfirmMail<'l>,
}

#[derive(Template)]
#[template(path = "mail/mails/confirm.html")]
struct ConfirmHtml<'l> {
    l: &'l ConfirmMail<'l>,
}

impl ConfirmText<'_> {
    fn lead(&self) -> String {
        self.l.lead()
    }
}

impl ConfirmHtml<'_> {
    fn lead(&self) -> String {
        self.l.lead()
    }
}

impl ConfirmMail<'_> {
    /// The subject line.
    pub fn subject(&self) -> String {
        if self.is_discreet {
            return self.w.say("mail-confirm-subject-discreet").to_owned();
        }
        subject(self.w, "mail-confirm-subject", "title", self.title)
    }

    fn lead(&self) -> String {
        let key = if self.is_discreet {
            "mail-confirm-lead-discreet"
        } else {
            "mail-confirm-lead"
        };
        self.w.plain1(key, "name", cut(self.name, NAME))
    }

    fn button(&self) -> &str {
        self.w.say(match self.is_discreet {
            true => "mail-confirm-button-discreet",
            false => "mail-confirm-button",
        })
    }

    /// Subject, text and HTML.
    ///
    /// # Errors
    /// Never with our templates; askama's signature has one.
    pub fn render(&self) -> askama::Result<Rendered> {
        Ok(Rendered {
            subject: self.subject(),
            text: ConfirmText { l: self }.render()?,
            html: ConfirmHtml { l: self }.render()?,
        })
    }
}
