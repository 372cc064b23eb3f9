//! Tells an organizer what happened since the last letter, and what waits.

use askama::Template;

use super::common::{Rendered, Sender, cut};
use crate::words::Words;

/// A title is cut after this many characters.
const TITLE: usize = 80;

/// What there is to tell of one petition, or of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DigestPart {
    /// What it is about.
    pub title: String,
    /// A sentence each.
    pub lines: Vec<String>,
}

impl DigestPart {
    fn title(&self) -> String {
        cut(&self.title, TITLE).into_owned()
    }
}

/// "What happened since Monday."
#[derive(Clone)]
pub struct DigestMail<'a> {
    /// Words of the organizer's language.
    pub w: &'a Words,
    /// The site.
    pub sender: Sender<'a>,
    /// From when on, already written.
    pub since: String,
    /// The newest petition first.
    pub parts: Vec<DigestPart>,
    /// Petitions of which there is something to tell that have no part.
    pub more: usize,
    /// The one link, absolute: the console.
    pub link: &'a str,
}

#[derive(Template)]
#[template(path = "mail/mails/digest.txt", escape = "none")]
struct DigestText<'l> {
    l: &'l DigestMail<'l>,
}

#[derive(Template)]
#[template(path = "mail/mails/digest.html")]
struct DigestHtml<'l> {
    l: &'l DigestMail<'l>,
}

impl DigestMail<'_> {
    /// The subject line. It names no petition: it may be read on a screen that others see.
    pub fn subject(&self) -> String {
        self.w.say("mail-digest-subject").to_owned()
    }

    fn lead(&self) -> String {
        self.w.plain1("mail-digest-lead", "date", &self.since)
    }

    /// Subject, text and HTML.
    ///
    /// # Errors
    /// Never with our templates; askama's signature has one.
    pub fn render(&self) -> askama::Result<Rendered> {
        Ok(Rendered {
            subject: self.subject(),
            text: DigestText { l: self }.render()?,
            html: DigestHtml { l: self }.render()?,
        })
    }
}
