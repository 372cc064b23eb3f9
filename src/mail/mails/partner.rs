//! Leads a partner to what it brought.

use askama::Template;

use super::common::{NAME, Rendered, Sender, cut, subject};
use crate::words::Words;
use std::borrow::Cow;

/// A link to what a partner brought to a petition.
#[derive(Clone)]
pub struct PartnerMail<'a> {
    /// Words.
    pub w: &'a Words,
    /// The organization of the petition.
    pub sender: Sender<'a>,
    /// What organizers call the partner.
    pub partner: &'a str,
    /// What the petition is called.
    pub title: &'a str,
    /// Whether its form asks signers if the partner may write, or did.
    pub has_list: bool,
    /// The one link, absolute.
    pub link: &'a str,
}

#[derive(Template)]
#[template(path = "mail/mails/partner.txt", escape = "none")]
struct PartnerText<'l> {
    l: &'l PartnerMail<'l>,
}

#[derive(Template)]
#[template(path = "mail/mails/partner.html")]
struct PartnerHtml<'l> {
    l: &'l PartnerMail<'l>,
}

impl PartnerMail<'_> {
    fn name(&self) -> Cow<'_, str> {
        cut(self.partner, NAME)
    }

    /// The subject line.
    pub fn subject(&self) -> String {
        subject(self.w, "mail-partner-subject", "title", self.title)
    }

    /// Subject, text and HTML.
    ///
    /// # Errors
    /// Never with our templates; askama's signature has one.
    pub fn render(&self) -> askama::Result<Rendered> {
        Ok(Rendered {
            subject: self.subject(),
            text: PartnerText { l: self }.render()?,
            html: PartnerHtml { l: self }.render()?,
        })
    }
}
