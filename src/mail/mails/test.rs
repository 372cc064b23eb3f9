//! Shows the operator that letters arrive.

use askama::Template;

use super::common::{Rendered, Sender};
use crate::words::Words;

/// "Letters from this site arrive."
#[derive(Clone)]
pub struct TestMail<'a> {
    /// Words.
    pub w: &'a Words,
    /// The site.
    pub sender: Sender<'a>,
    /// When it was asked for, already written.
    pub on: String,
    /// The one link, absolute: the page that asked for it; none while the site is set up and has no pages yet.
    pub link: Option<&'a str>,
}

#[derive(Template)]
#[template(path = "mail/mails/test.txt", escape = "none")]
struct TestText<'l> {
    l: &'l TestMail<'l>,
}

#[derive(Template)]
#[template(path = "mail/mails/test.html")]
struct TestHtml<'l> {
    l: &'l TestMail<'l>,
}

impl TestMail<'_> {
    /// The subject line.
    pub fn subject(&self) -> String {
        self.w.say("mail-test-subject").to_owned()
    }

    fn lead(&self) -> String {
        let key = match self.link {
            Some(_) => "mail-test-lead",
            None => "mail-test-lead-init",
        };
        self.w.plain1(key, "date", &self.on)
    }

    /// Subject, text and HTML.
    ///
    /// # Errors
    /// Never with our templates; askama's signature has one.
    pub fn render(&self) -> askama::Result<Rendered> {
        Ok(Rendered {
            subject: self.subject(),
            text: TestText { l: self }.render()?,
            html: TestHtml { l: self }.render()?,
        })
    }
}
