//! The addresses of organizations that sign; those of the console stand in `web/urls/console.rs`.

use crate::base::{Lang, Slug, Token};
use crate::web::urls::prefix;

/// Signs for an organization.
#[must_use]
pub fn form(lang: Option<Lang>, slug: &Slug) -> String {
    format!("{}/p/{slug}/organizations/sign", prefix(lang))
}

/// Check your email.
#[must_use]
pub fn sent(lang: Option<Lang>, slug: &Slug) -> String {
    format!("{}/p/{slug}/organizations/check", prefix(lang))
}

/// Thanks for telling that it was not them.
#[must_use]
pub(crate) fn rejected(lang: Option<Lang>, slug: &Slug) -> String {
    format!("{}/p/{slug}/organizations/check?done=not-us", prefix(lang))
}

/// The organization's own page: the link of its mail.
#[must_use]
pub fn own(token: &Token) -> String {
    format!("/o/{token}")
}

/// Asks before it is taken back.
#[must_use]
pub(crate) fn withdraw(token: &Token) -> String {
    format!("/o/{token}/withdraw")
}

/// The logo of one's own organization, shown or not.
#[must_use]
pub(crate) fn own_logo(token: &Token) -> String {
    format!("/o/{token}/logo.png")
}
