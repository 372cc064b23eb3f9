//! What organizers see of their own accounts: the doors and what is behind them. Plain data; the use cases fill it.

use crate::account::model::Role;
use crate::account::{ReturnTo, SetUpLine};
use crate::base::Token;
use crate::web::answers::answer::{page, private_page};
use crate::web::page::{Errors, Frame};
use crate::web::{Result, Site, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use askama::Template;

/// `/organize/sign-in`
#[derive(Template)]
#[template(path = "account/sign_in.html")]
pub struct SignInPage<'a> {
    /// Surroundings.
    pub frame: Frame<'a>,
    /// Words.
    pub w: &'a Words,
    /// What has to be put right.
    pub errors: Errors,
    /// Where it posts to.
    pub action: String,
    /// Where a forgotten passphrase is replaced.
    pub forgot: String,
    /// As typed.
    pub email: String,
}

/// `/organize/sign-in/code`: the passphrase was right.
#[derive(Template)]
#[template(path = "account/code.html")]
pub struct CodePage<'a> {
    /// Surroundings.
    pub frame: Frame<'a>,
    /// Words.
    pub w: &'a Words,
    /// What has to be put right.
    pub errors: Errors,
    /// Where it posts to.
    pub action: String,
    /// The sign-in that waits.
    pub begun: String,
    /// Where one begins anew.
    pub sign_in: String,
}

/// `/organize/forgot`: before and after.
#[derive(Template)]
#[template(path = "account/forgot.html")]
pub struct ForgotPage<'a> {
    /// Surroundings.
    pub frame: Frame<'a>,
    /// Words.
    pub w: &'a Words,
    /// What has to be put right.
    pub errors: Errors,
    /// Where it posts to.
    pub action: String,
    /// Where one signs in.
    pub sign_in: String,
    /// As typed.
    pub email: String,
    /// Whether it was sent, or would have been if there were such an account.
    pub is_sent: bool,
}

/// `/organize/reset/{token}`
#[derive(Template)]
#[template(path = "account/reset.html")]
pub struct ResetPage<'a> {
    /// Surroundings.
    pub frame: Frame<'a>,
    /// Words.
    pub w: &'a Words,
    /// What has to be put right.
    pub errors: Errors,
    /// Where it posts to.
    pub action: String,
    /// Whose passphrase it is, for password managers.
    pub email: String,
}

/// `/setup/{token}` and `/organize/reset/{token}` of a link that no longer works.
#[derive(Template)]
#[template(path = "account/link_gone.html")]
pub struct LinkGonePage<'a> {
    /// Surroundings.
    pub frame: Frame<'a>,
    /// Words.
    pub w: &'a Words,
    /// Where a new one is asked for.
    pub forgot: String,
    /// Where one signs in.
    pub sign_in: String,
}

/// `/setup/{token}`: the account of whoever sets this site up.
#[derive(Template)]
#[template(path = "account/set_up.html")]
pub struct SetUpPage<'a> {
    /// Surroundings.
    pub frame: Frame<'a>,
    /// Words.
    pub w: &'a Words,
    /// What has to be put right.
    pub errors: Errors,
    /// Where it posts to.
    pub action: String,
    /// The four steps.
    pub steps: Vec<SetUpLine>,
    /// As typed.
    pub name: String,
    /// As typed.
    pub email: String,
}

/// `/setup/{token}` of an invitation.
#[derive(Template)]
#[template(path = "account/invitation.html")]
pub struct InvitationPage<'a> {
    /// Surroundings.
    pub frame: Frame<'a>,
    /// Words.
    pub w: &'a Words,
    /// What has to be put right.
    pub errors: Errors,
    /// Where it posts to.
    pub action: String,
    /// Who invites.
    pub organization: String,
    /// The words of the role.
    pub role: String,
    /// As typed, or as the inviter knows it.
    pub name: String,
    /// Bound to the link.
    pub email: String,
    /// Whether there is a passphrase already, so that nothing is asked.
    pub is_known: bool,
}

/// One browser that is signed in.
#[derive(Debug, Clone)]
pub struct SessionLine {
    /// `Firefox, Linux`, or that it is not known.
    pub device: String,
    /// "Last used 4 min ago".
    pub seen: String,
    /// The same, RFC 3339.
    pub seen_at: String,
    /// "Signed in 2 hours ago".
    pub opened: String,
    /// The same, RFC 3339.
    pub opened_at: String,
    /// Whether it is the browser that asks.
    pub is_this: bool,
    /// Where ending it is sent.
    pub end: String,
}

/// `/organize/sessions`
#[derive(Template)]
#[template(path = "account/sessions.html")]
pub struct SessionsPage<'a> {
    /// Surroundings.
    pub frame: Frame<'a>,
    /// Words.
    pub w: &'a Words,
    /// All of them, the last used first.
    pub sessions: Vec<SessionLine>,
    /// Where ending all others is sent; none when there are none.
    pub end_others: Option<String>,
    /// Where the passphrase is changed.
    pub change: String,
}

/// `/organize/passphrase`
#[derive(Template)]
#[template(path = "account/change_password.html")]
pub struct ChangePasswordPage<'a> {
    /// Surroundings.
    pub frame: Frame<'a>,
    /// Words.
    pub w: &'a Words,
    /// What has to be put right.
    pub errors: Errors,
    /// Where it posts to.
    pub action: String,
    /// Whose passphrase it is, for password managers.
    pub email: String,
}

impl<'a> LinkGonePage<'a> {
    /// 410 with the page, the same for every reason.
    pub(crate) fn answer(site: &'a Site, w: &'a Words) -> Result {
        let page = Self {
            frame: site.frame(w, w.say("account-gone-title")),
            w,
            forgot: urls::forgot(),
            sign_in: urls::sign_in(None),
        };
        private_page(StatusCode::GONE, &page)
    }
}

/// The words of a role.
#[must_use]
pub(crate) fn role_key(role: Role) -> &'static str {
    match role {
        Role::Owner => "account-role-owner",
        Role::Admin => "account-role-admin",
        Role::Editor => "account-role-editor",
        Role::Moderator => "account-role-moderator",
        Role::Analyst => "account-role-analyst",
        Role::Exporter => "account-role-exporter",
    }
}

impl<'a> CodePage<'a> {
    /// The form for a code; then it goes on to `next`.
    pub(crate) fn answer(
        site: &'a Site,
        w: &'a Words,
        begun: &Token,
        next: Option<&ReturnTo>,
        errors: Errors,
    ) -> Result {
        let next = next.map(ReturnTo::as_str);
        let shown = Self {
            frame: site
                .frame(w, w.say("second-code-title"))
                .with_errors(!errors.is_empty()),
            w,
            action: urls::sign_in_code(next),
            begun: begun.to_string(),
            sign_in: urls::sign_in(next),
            errors,
        };
        page(shown.errors.status(), &shown)
    }
}
