//! Tells the owner of an account that something in it, or with it, was done.

use askama::Template;

use super::common::{Rendered, Sender};
use crate::words::Words;

/// What was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Changed {
    /// The passphrase, by somebody who knew the old one.
    Passphrase,
    /// The passphrase, by the link in a mail to the account's mailbox.
    Reset,
    /// A second factor was set up.
    SecondFactorOn,
    /// It was turned off.
    SecondFactorOff,
    /// The operator took it away.
    SecondFactorTaken,
    /// A recovery code was used.
    RecoveryCode,
    /// The recovery codes were made anew.
    RecoveryCodes,
    /// The address was changed: to the old one, which opens nothing any more.
    AddressFrom,
    /// The address was changed: to the new one.
    AddressTo,
    /// An organization they own was deleted.
    OrganizationEnded,
    /// A colleague gave them another role.
    RoleGiven,
    /// A colleague made them an owner.
    MadeOwner,
    /// A colleague removed them.
    Removed,
    /// They, a colleague or a partner took a list with addresses.
    ListTaken,
    /// They, a colleague or the operator let a program in.
    TokenMade,
    /// A colleague wants to decide about many signatures, and somebody else has to agree.
    BatchWaits,
    /// A webhook of an organization they own was turned off.
    WebhookOff,
    /// Somebody who made webhooks of an organization they own works there no more.
    WebhookMakerLeft,
}

impl Changed {
    const ALL: [Self; 18] = [
        Self::Passphrase,
        Self::Reset,
        Self::SecondFactorOn,
        Self::SecondFactorOff,
        Self::SecondFactorTaken,
        Self::RecoveryCode,
        Self::RecoveryCodes,
        Self::AddressFrom,
        Self::AddressTo,
        Self::OrganizationEnded,
        Self::RoleGiven,
        Self::MadeOwner,
        Self::Removed,
        Self::ListTaken,
        Self::TokenMade,
        Self::BatchWaits,
        Self::WebhookOff,
        Self::WebhookMakerLeft,
    ];

    /// Whether it is about a place in an organization, and done by a colleague.
    #[must_use]
    pub(crate) fn is_of_place(self) -> bool {
        matches!(
            self,
            Self::OrganizationEnded
                | Self::RoleGiven
                | Self::MadeOwner
                | Self::Removed
                | Self::ListTaken
                | Self::TokenMade
                | Self::BatchWaits
                | Self::WebhookOff
                | Self::WebhookMakerLeft
        )
    }

    /// Whether every other session ended with it.
    fn ends_sessions(self) -> bool {
        !self.is_of_place() && !matches!(self, Self::RecoveryCode | Self::RecoveryCodes)
    }

    /// Whether a new passphrase may help, and the mailbox that reads it can still ask for one.
    fn is_reached_here(self) -> bool {
        matches!(
            self,
            Self::ListTaken
                | Self::TokenMade
                | Self::BatchWaits
                | Self::WebhookOff
                | Self::WebhookMakerLeft
        ) || (!self.is_of_place() && self != Self::AddressFrom)
    }

    /// The words keys of subject and first sentence.
    fn keys(self) -> (&'static str, &'static str) {
        match self {
            Self::Passphrase => ("mail-security-subject", "mail-security-passphrase"),
            Self::Reset => ("mail-security-subject", "mail-security-reset"),
            Self::SecondFactorOn => ("mail-second-on-subject", "mail-second-on"),
            Self::SecondFactorOff => ("mail-second-off-subject", "mail-second-off"),
            Self::SecondFactorTaken => ("mail-second-off-subject", "mail-second-taken"),
            Self::RecoveryCode => ("mail-recovery-used-subject", "mail-recovery-used"),
            Self::RecoveryCodes => ("mail-recovery-new-subject", "mail-recovery-new"),
            Self::AddressFrom => ("mail-address-changed-subject", "mail-address-from"),
            Self::AddressTo => ("mail-address-changed-subject", "mail-address-to"),
            Self::OrganizationEnded => ("mail-ended-subject", "mail-ended"),
            Self::RoleGiven => ("mail-place-subject", "mail-place-role"),
            Self::MadeOwner => ("mail-place-subject", "mail-place-owner"),
            Self::Removed => ("mail-place-subject", "mail-place-removed"),
            Self::ListTaken => ("mail-list-taken-subject", "mail-list-taken"),
            Self::TokenMade => ("mail-token-made-subject", "mail-token-made"),
            Self::BatchWaits => ("mail-batch-waits-subject", "mail-batch-waits"),
            Self::WebhookOff => ("mail-webhook-off-subject", "mail-webhook-off"),
            Self::WebhookMakerLeft => ("mail-webhook-left-subject", "mail-webhook-left"),
        }
    }

    /// Its name beside a promise.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Passphrase => "passphrase",
            Self::Reset => "reset",
            Self::SecondFactorOn => "second-on",
            Self::SecondFactorOff => "second-off",
            Self::SecondFactorTaken => "second-taken",
            Self::RecoveryCode => "recovery-used",
            Self::RecoveryCodes => "recovery-new",
            Self::AddressFrom => "address-from",
            Self::AddressTo => "address-to",
            Self::OrganizationEnded => "organization-ended",
            Self::RoleGiven => "role-given",
            Self::MadeOwner => "made-owner",
            Self::Removed => "removed",
            Self::ListTaken => "list-taken",
            Self::TokenMade => "token-made",
            Self::BatchWaits => "decision-waits",
            Self::WebhookOff => "webhook-off",
            Self::WebhookMakerLeft => "webhook-maker-left",
        }
    }

    /// Reads [`Changed::as_str`] back.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
    }
}

/// Which list was taken.
#[derive(Clone)]
pub struct ListNote<'a> {
    /// The petition's title.
    pub petition: &'a str,
    /// How many signatures.
    pub lines: i64,
    /// What for, in words.
    pub purpose: String,
    /// Who gets it.
    pub recipient: String,
}

/// "Your passphrase was changed."
#[derive(Clone)]
pub struct SecurityMail<'a> {
    /// Words of the organizer's language.
    pub w: &'a Words,
    /// The site.
    pub sender: Sender<'a>,
    /// What.
    pub changed: Changed,
    /// The organization it is about, and who did it; none where it is about the account.
    pub place: Option<(&'a str, &'a str)>,
    /// The list that was taken, where it is known.
    pub list: Option<ListNote<'a>>,
    /// When, already written.
    pub on: String,
    /// The one link, absolute: where a new passphrase is asked for.
    pub link: &'a str,
}

#[derive(Template)]
#[template(path = "mail/mails/security.txt", escape = "none")]
struct SecurityText<'l> {
    l: &'l SecurityMail<'l>,
}

#[derive(Template)]
#[template(path = "mail/mails/security.html")]
struct SecurityHtml<'l> {
    l: &'l SecurityMail<'l>,
}

impl SecurityMail<'_> {
    /// The subject line.
    pub fn subject(&self) -> String {
        self.w.say(self.changed.keys().0).to_owned()
    }

    fn lead(&self) -> String {
        let key = self.changed.keys().1;
        match self.place {
            Some((organization, by)) => self.w.plain3(
                key,
                "date",
                &self.on,
                "organization",
                organization,
                "person",
                by,
            ),
            None => self.w.plain1(key, "date", &self.on),
        }
    }

    /// Of which list, what for and to whom: a sentence each.
    fn list(&self) -> Option<String> {
        let list = self.list.as_ref()?;
        let w = self.w;
        let which = w.plain2(
            "mail-list-which",
            "lines",
            list.lines,
            "petition",
            list.petition,
        );
        let (purpose, recipient) = (list.purpose.as_str(), list.recipient.as_str());
        let what_for = w.plain2(
            "mail-list-what-for",
            "purpose",
            purpose,
            "recipient",
            recipient,
        );
        Some(format!("{which} {what_for}"))
    }

    fn not_you(&self) -> &str {
        self.w.say(match self.changed {
            Changed::AddressFrom => "mail-address-not-you",
            Changed::OrganizationEnded => "mail-ended-not-you",
            Changed::RoleGiven | Changed::MadeOwner | Changed::Removed => "mail-place-not-you",
            Changed::ListTaken => "mail-list-taken-not-you",
            Changed::TokenMade => "mail-token-made-not-you",
            Changed::BatchWaits => "mail-batch-waits-not-you",
            Changed::WebhookOff => "mail-webhook-off-now",
            Changed::WebhookMakerLeft => "mail-webhook-left-now",
            _ => "mail-security-not-you",
        })
    }

    /// Subject, text and HTML.
    ///
    /// # Errors
    /// Never with our templates; askama's signature has one.
    pub fn render(&self) -> askama::Result<Rendered> {
        Ok(Rendered {
            subject: self.subject(),
            text: SecurityText { l: self }.render()?,
            html: SecurityHtml { l: self }.render()?,
        })
    }
}
