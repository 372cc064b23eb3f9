//! Organizers' own accounts: the doors and what is behind them.

use crate::base::{Id, Lang, Token};

/// First set-up and invitation, by one-time token.
#[must_use]
pub fn setup(token: &Token) -> String {
    format!("/setup/{token}")
}

/// The second step of the first run: the organization.
#[must_use]
pub fn first_organization() -> String {
    "/organize/first/organization".to_owned()
}

/// The third step: whether mail goes out. For the operator at any time.
#[must_use]
pub fn first_mail() -> String {
    "/organize/first/mail".to_owned()
}

/// The same with what became of a test message.
#[must_use]
pub fn first_mail_after<T>(test: Id<T>) -> String {
    format!("/organize/first/mail?test={test}")
}

/// Where that message is asked for.
#[must_use]
pub fn first_test_mail() -> String {
    "/organize/first/mail/test".to_owned()
}

/// The fourth step: the first petition.
#[must_use]
pub fn first_petition() -> String {
    "/organize/first/petition".to_owned()
}

/// Where a step is left open.
#[must_use]
pub(crate) fn leave_first_run() -> String {
    "/organize/first/leave".to_owned()
}

/// The organizers' first page, for whoever leaves the step that is open for later.
#[must_use]
pub(crate) fn console_later() -> String {
    "/organize?later=true".to_owned()
}

/// Where organizers sign in; with the path they wanted to see, which goes on from there.
#[must_use]
pub(crate) fn sign_in(next: Option<&str>) -> String {
    onward("/organize/sign-in", next)
}

/// Where a code is asked for after the passphrase.
#[must_use]
pub(crate) fn sign_in_code(next: Option<&str>) -> String {
    onward("/organize/sign-in/code", next)
}

/// Where signing out is sent.
#[must_use]
pub(crate) fn sign_out() -> String {
    "/organize/sign-out".to_owned()
}

/// Where another language of the console is sent.
#[must_use]
pub(crate) fn switch_language() -> String {
    "/organize/language".to_owned()
}

/// A page before signing in, in this language; without one in the reader's.
#[must_use]
pub(crate) fn in_language(path: &str, lang: Option<Lang>) -> String {
    let sign = if path.contains('?') { '&' } else { '?' };
    lang.map_or_else(
        || path.to_owned(),
        |lang| format!("{path}{sign}lang={lang}"),
    )
}

/// Asks for a link that sets a new passphrase.
#[must_use]
pub(crate) fn forgot() -> String {
    "/organize/forgot".to_owned()
}

/// Such a link.
#[must_use]
pub fn reset(token: &Token) -> String {
    format!("/organize/reset/{token}")
}

/// Where the passphrase is changed.
#[must_use]
pub fn passphrase() -> String {
    "/organize/passphrase".to_owned()
}

/// One's own account.
#[must_use]
pub(crate) fn account() -> String {
    "/organize/account".to_owned()
}

/// Asks for another address of one's account.
#[must_use]
pub(crate) fn change_account_address() -> String {
    "/organize/account/address".to_owned()
}

/// The link in the new mailbox.
#[must_use]
pub(crate) fn account_address(token: &Token) -> String {
    format!("/organize/account/address/{token}")
}

/// Of what one is told by mail.
#[must_use]
pub(crate) fn account_notices() -> String {
    "/organize/account/notices".to_owned()
}

/// Everything that is held of an organizer, as a file.
#[must_use]
pub(crate) fn account_data() -> String {
    "/organize/account/data.json".to_owned()
}

/// The link in a letter of notices that stops them.
#[must_use]
pub fn stop_notices(token: &Token) -> String {
    format!("/organize/notices/{token}/unsubscribe")
}

/// An address with the path to go on to.
fn onward(path: &str, next: Option<&str>) -> String {
    match next {
        Some(next) => format!("{path}?next={next}"),
        None => path.to_owned(),
    }
}

/// Where somebody signed in proves again who they are; then it goes on.
#[must_use]
pub(crate) fn prove(next: Option<&str>) -> String {
    onward("/organize/prove", next)
}

/// The second factor of one's account.
#[must_use]
pub(crate) fn second_factor() -> String {
    "/organize/second-factor".to_owned()
}

/// Where its set-up is begun; then it goes on.
#[must_use]
pub(crate) fn begin_second_factor(next: Option<&str>) -> String {
    onward("/organize/second-factor/begin", next)
}

/// The secret that waits for its first code; then it goes on.
#[must_use]
pub(crate) fn set_up_second_factor(next: Option<&str>) -> String {
    onward("/organize/second-factor/set-up", next)
}

/// Where it is turned off.
#[must_use]
pub(crate) fn turn_off_second_factor() -> String {
    "/organize/second-factor/off".to_owned()
}

/// Where new recovery codes are made.
#[must_use]
pub(crate) fn renew_recovery_codes() -> String {
    "/organize/second-factor/codes".to_owned()
}

/// Asks to set one up before addresses are shown; then it goes on.
#[must_use]
pub(crate) fn ask_second_factor(next: Option<&str>) -> String {
    onward("/organize/second-factor/ask", next)
}

/// Where ending one session is sent.
#[must_use]
pub(crate) fn end_session<T>(id: Id<T>) -> String {
    format!("/organize/sessions/{id}/end")
}

/// Where ending all other sessions is sent.
#[must_use]
pub(crate) fn end_other_sessions() -> String {
    "/organize/sessions/end-others".to_owned()
}

/// Where one is signed in.
#[must_use]
pub fn sessions() -> String {
    "/organize/sessions".to_owned()
}
