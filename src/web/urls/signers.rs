//! What signers do: sign, check their mail, confirm, change their mind.

use super::visitors::prefix;
use crate::base::{Lang, Slug, Token};

/// Where the form is sent.
#[must_use]
pub fn sign(lang: Option<Lang>, slug: &Slug) -> String {
    format!("{}/p/{slug}/sign", prefix(lang))
}

/// Check your email.
#[must_use]
pub fn check_mail(lang: Lang, slug: &Slug) -> String {
    format!("/{lang}/p/{slug}/check")
}

/// Where "send it again" is sent.
#[must_use]
pub fn resend(lang: Lang, slug: &Slug) -> String {
    format!("/{lang}/p/{slug}/check/resend")
}

/// Where another address is sent.
#[must_use]
pub(crate) fn change_address(lang: Lang, slug: &Slug) -> String {
    format!("/{lang}/p/{slug}/check/address")
}

/// Where the code from the mail is sent.
#[must_use]
pub(crate) fn enter_code(lang: Lang, slug: &Slug) -> String {
    format!("/{lang}/p/{slug}/check/code")
}

/// Where "forget this here" is sent.
#[must_use]
pub(crate) fn forget_form(lang: Lang, slug: &Slug) -> String {
    format!("/{lang}/p/{slug}/check/forget")
}

/// Where a reason is sent before the mailbox has confirmed.
#[must_use]
pub(crate) fn pending_reason(lang: Lang, slug: &Slug) -> String {
    format!("/{lang}/p/{slug}/check/reason")
}

/// Where a reason is sent by whoever signed.
#[must_use]
pub(crate) fn signed_reason(lang: Lang, slug: &Slug) -> String {
    format!("/{lang}/p/{slug}/signed/reason")
}

/// Where a press leads, for whoever pressed and for anybody.
#[must_use]
pub fn signed(lang: Lang, slug: &Slug) -> String {
    format!("/{lang}/p/{slug}/signed")
}

/// The link of a confirmation mail.
#[must_use]
pub fn confirm(token: &Token) -> String {
    format!("/c/{token}")
}

/// The same page in another language than that of the signature.
#[must_use]
pub(crate) fn confirm_in(token: &Token, lang: Option<Lang>) -> String {
    match lang {
        Some(lang) => format!("/c/{token}?lang={lang}"),
        None => confirm(token),
    }
}

/// The signer's own page: everything that is held.
#[must_use]
pub fn own(token: &Token) -> String {
    format!("/m/{token}")
}

/// The same to take along.
#[must_use]
pub(crate) fn own_data(token: &Token) -> String {
    format!("/m/{token}/data.json")
}

/// Asks before withdrawing.
#[must_use]
pub(crate) fn own_withdraw(token: &Token) -> String {
    format!("/m/{token}/withdraw")
}

/// The way back after withdrawing.
#[must_use]
pub(crate) fn own_back(token: &Token) -> String {
    format!("/m/{token}/back")
}

/// Why somebody signed, on their own page.
#[must_use]
pub(crate) fn own_reason(token: &Token) -> String {
    format!("/m/{token}/reason")
}

/// Asks before erasing.
#[must_use]
pub(crate) fn own_erase(token: &Token) -> String {
    format!("/m/{token}/erase")
}

/// Where somebody who has signed asks for the link to their own page.
#[must_use]
pub fn ask_own_link(lang: Option<Lang>, slug: &Slug) -> String {
    format!("{}/p/{slug}/my-signature", prefix(lang))
}

/// "Do not write to this address again", for mailbox providers and people.
#[must_use]
pub fn unsubscribe(token: &Token) -> String {
    format!("/c/{token}/unsubscribe")
}
