//! "Check your email", with the form's cookie and without it. Plain data; the use cases fill it.

use crate::petition::page::pages::{Progress, Step};
use crate::petition::{About, Promised};
use crate::signature::page::reason_box::ReasonBox;
use crate::signature::page::signer_line::SignerLine;
use crate::signature::share::ways::Share;
use crate::web::page::{Errors, Frame};
use crate::words::Words;
use askama::Template;

/// Check-your-email: after the form, before the mailbox. The same for new, pending, counted, withdrawn and held addresses.
///
/// Forms: "Send it again" posts `form` to `resend_action`; "Use a different address" posts `form` and `email` to
/// `change_action`; the code posts `form` and `code` to `code_action`; "Forget this here" posts nothing to `forget_action`.
#[derive(Template)]
#[template(path = "signature/check_mail/check_mail.html")]
pub struct CheckMailPage<'a> {
    /// Surroundings.
    pub frame: Frame<'a>,
    /// Words.
    pub w: &'a Words,
    /// Which petition.
    pub about: About<'a>,
    /// The address that was typed in.
    pub email: &'a str,
    /// A likelier address, if this one looks mistyped.
    pub suggestion: Option<&'a str>,
    /// Whom to look for in the spam folder.
    pub sender: &'a str,
    /// The form that the buttons are about.
    pub ticket: String,
    /// Where "Send it again" posts to.
    pub resend_action: String,
    /// Where another address is posted to.
    pub change_action: String,
    /// Where the code is posted to.
    pub code_action: String,
    /// Where "forget this here" is posted to.
    pub forget_action: String,
    /// What was just done, such as `check-again-done` said.
    pub notice: Option<String>,
    /// What was typed in as another address.
    pub typed_email: String,
    /// Whether that is one the form warns of.
    pub is_watched: bool,
    /// What was typed in as a code.
    pub typed_code: String,
    /// What has to be put right, at `email` or `code`.
    pub errors: Errors,
    /// The line, dashed while pending.
    pub line: SignerLine,
    /// What was promised, where there was a choice.
    pub promised: Option<Promised>,
    /// The count.
    pub progress: Progress,
    /// What happens next.
    pub next: Vec<Step>,
    /// Ways to pass it on.
    pub share: Share,
    /// Why they signed.
    pub why: ReasonBox,
}

impl CheckMailPage<'_> {
    fn opens_other(&self) -> bool {
        self.errors.at("email").is_some()
    }

    fn opens_code(&self) -> bool {
        self.errors.at("code").is_some()
    }
}

/// The same page where no form was sent within the hour, or in another browser: it knows nobody. Address and code post `email` and
/// `code` to `code_action`.
#[derive(Template)]
#[template(path = "signature/check_mail/check_anywhere.html")]
pub struct CheckAnywherePage<'a> {
    /// Surroundings.
    pub frame: Frame<'a>,
    /// Words.
    pub w: &'a Words,
    /// Which petition.
    pub about: About<'a>,
    /// Whom to look for in the spam folder.
    pub sender: &'a str,
    /// Where address and code are posted to.
    pub code_action: String,
    /// Where a link to one's own signature is asked for.
    pub own_href: String,
    /// The address, as typed.
    pub typed_email: String,
    /// The code, as typed.
    pub typed_code: String,
    /// What has to be put right, at `email` or `code`.
    pub errors: Errors,
    /// The count.
    pub progress: Progress,
    /// What happens next.
    pub next: Vec<Step>,
    /// Ways to pass it on.
    pub share: Share,
}
