//! Asks the new mailbox of an account whether it is one.

use askama::Template;

use super::common::{Rendered, Sender};
use crate::words::Words;

/// A link that makes this the address of an account.
#[derive(Clone)]
pub struct AddressMail<'a> {
    /// Words.
    pub w: &'a Words,
    /// The organization, or the site.
    pub sender: Sender<'a>,
    /// The one link, absolute.
    pub link: &'a str,
}

#[derive(Template)]
#[template(path = "mail/mails/address.txt", escape = "none")]
struct AddressText<'l> {
    l: &'l AddressMail<'l>,
}

#[derive(Template)]
#[template(path = "mail/mails/address.html")]
struct AddressHtml<'l> {
    l: &'l AddressMail<'l>,
}

impl AddressMail<'_> {
    /// The subject line.
    pub fn subject(&self) -> String {
        self.w.say("mail-address-subject").to_owned()
    }

    /// Subject, text and HTML.
    ///
    /// # Errors
    /// Never with our templates; askama's signature has one.
    pub fn render(&self) -> askama::Result<Rendered> {
        Ok(Rendered {
            subject: self.subject(),
            text: AddressText { l: self }.render()?,
            html: AddressHtml { l: self }.render()?,
        })
    }
}
