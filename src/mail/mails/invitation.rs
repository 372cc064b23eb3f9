//! Invites an organizer.

use std::borrow::Cow;

use askama::Template;

use super::common::{NAME, Rendered, Sender, cut, subject};
use crate::words::Words;

/// Invites somebody to organize.
#[derive(Clone)]
pub struct InvitationMail<'a> {
    /// Words.
    pub w: &'a Words,
    /// The organization that invites.
    pub sender: Sender<'a>,
    /// Who invites.
    pub inviter: &'a str,
    /// The one link, absolute.
    pub link: &'a str,
    /// Day until which it works, already written.
    pub until: String,
}

#[derive(Template)]
#[template(path = "mail/mails/invitation.txt", escape = "none")]
struct InvitationText<'l> {
    l: &'l InvitationMail<'l>,
}

#[derive(Template)]
#[template(path = "mail/mails/invitation.html")]
struct InvitationHtml<'l> {
    l: &'l InvitationMail<'l>,
}

impl InvitationText<'_> {
    fn inviter(&self) -> Cow<'_, str> {
        cut(self.l.inviter, NAME)
    }
}

impl InvitationHtml<'_> {
    fn inviter(&self) -> Cow<'_, str> {
        cut(self.l.inviter, NAME)
    }
}

impl InvitationMail<'_> {
    /// The subject line.
    pub fn subject(&self) -> String {
        subject(
            self.w,
            "mail-invitation-subject",
            "organization",
            self.sender.organization,
        )
    }

    /// Subject, text and HTML.
    ///
    /// # Errors
    /// Never with our templates; askama's signature has one.
    pub fn render(&self) -> askama::Result<Rendered> {
        Ok(Rendered {
            subject: self.subject(),
            text: InvitationText { l: self }.render()?,
            html: InvitationHtml { l: self }.render()?,
        })
    }
}
