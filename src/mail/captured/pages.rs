//! The captured messages, to look at while developing.

use askama::Template;

use crate::web::page::Frame;
use crate::words::Words;

/// One captured message in the list.
#[derive(Clone, Debug)]
pub struct Captured {
    /// Its page.
    pub href: String,
    /// The subject line.
    pub subject: String,
    /// To whom.
    pub to: String,
    /// When, RFC 3339.
    pub at: String,
}

/// `/dev/mail`: the captured messages, newest first.
#[derive(Template)]
#[template(path = "mail/captured/mails.html")]
pub struct DevMailsPage<'a> {
    /// Surroundings.
    pub frame: Frame<'a>,
    /// Words.
    pub w: &'a Words,
    /// The messages.
    pub mails: Vec<Captured>,
}

/// `/dev/mail/{id}`: one captured message.
#[derive(Template)]
#[template(path = "mail/captured/mail.html")]
pub struct DevMailPage<'a> {
    /// Surroundings.
    pub frame: Frame<'a>,
    /// Words.
    pub w: &'a Words,
    /// The message.
    pub mail: Captured,
    /// The headers, one a line.
    pub headers: String,
    /// The plain text.
    pub text: String,
    /// The HTML part, shown as source.
    pub html: String,
    /// The links in it, to press.
    pub links: Vec<String>,
    /// Where the list is.
    pub list_href: &'a str,
}
