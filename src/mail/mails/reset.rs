//! Lets an organizer in again.

use askama::Template;

use super::common::{Rendered, Sender};
use crate::words::Words;

/// A link to set a new passphrase.
#[derive(Clone)]
pub struct ResetMail<'a> {
    /// Words.
    pub w: &'a Words,
    /// The organization, or the site.
    pub sender: Sender<'a>,
    /// The one link, absolute.
    pub link: &'a str,
    /// How long it works.
    pub minutes: i64,
}

#[derive(Template)]
#[template(path = "mail/mails/reset.txt", escape = "none")]
struct ResetText<'l> {
    l: &'l ResetMail<'l>,
}

#[derive(Template)]
#[template(path = "mail/mails/reset.html")]
struct ResetHtml<'l> {
    l: &'l ResetMail<'l>,
}

impl ResetMail<'_> {
    /// The subject line.
    pub fn subject(&self) -> String {
        self.w.say("mail-reset-subject").to_owned()
    }

    /// Subject, text and HTML.
    ///
    /// # Errors
    /// Never with our templates; askama's signature has one.
    pub fn render(&self) -> askama::Result<Rendered> {
        Ok(Rendered {
            subject: self.subject(),
            text: ResetText { l: self }.render()?,
            html: ResetHtml { l: self }.render()?,
        })
    }
}
