//! Tells the operator what somebody has reported about a page.

use askama::Template;

use super::common::{Rendered, Sender, subject};
use crate::words::Words;

/// What was reported.
#[derive(Clone)]
pub struct ReportMail<'a> {
    /// Words.
    pub w: &'a Words,
    /// The site.
    pub sender: Sender<'a>,
    /// What the page is called.
    pub title: &'a str,
    /// What is wrong, the end of a words key.
    pub complaint: &'a str,
    /// In the reader's words.
    pub words: &'a str,
    /// Where an answer is wanted.
    pub email: Option<&'a str>,
    /// The one link, absolute: the page.
    pub link: &'a str,
}

#[derive(Template)]
#[template(path = "mail/mails/report.txt", escape = "none")]
struct ReportText<'l> {
    l: &'l ReportMail<'l>,
}

#[derive(Template)]
#[template(path = "mail/mails/report.html")]
struct ReportHtml<'l> {
    l: &'l ReportMail<'l>,
}

impl ReportMail<'_> {
    /// The subject line.
    pub fn subject(&self) -> String {
        subject(self.w, "mail-report-subject", "title", self.title)
    }

    /// Subject, text and HTML.
    ///
    /// # Errors
    /// Never with our templates; askama's signature has one.
    pub fn render(&self) -> askama::Result<Rendered> {
        Ok(Rendered {
            subject: self.subject(),
            text: ReportText { l: self }.render()?,
            html: ReportHtml { l: self }.render()?,
        })
    }
}
