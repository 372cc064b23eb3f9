//! The pages of withdrawing. Plain data; the use case fills them.

use crate::petition::About;
use crate::signature::page::signer_line::SignerLine;
use crate::web::page::Frame;
use crate::words::Words;
use askama::Template;

/// Asks before withdrawing: two buttons, nothing done yet. Posts `token` to `action`.
#[derive(Template)]
#[template(path = "signature/mine/withdraw/ask.html")]
pub struct WithdrawPage<'a> {
    /// Surroundings.
    pub frame: Frame<'a>,
    /// Words.
    pub w: &'a Words,
    /// Which petition.
    pub about: About<'a>,
    /// The line.
    pub line: SignerLine,
    /// Where withdrawing posts to.
    pub action: String,
    /// Where keeping leads.
    pub keep_href: String,
    /// Whether a mail brings the way back.
    pub is_told: bool,
    /// Nonce of the page.
    pub token: &'a str,
}

/// Withdrawn. Posting `token` to `undo_action` counts it again.
#[derive(Template)]
#[template(path = "signature/mine/withdraw/withdrawn.html")]
pub struct WithdrawnPage<'a> {
    /// Surroundings.
    pub frame: Frame<'a>,
    /// Words.
    pub w: &'a Words,
    /// Which petition.
    pub about: About<'a>,
    /// Where "count me again" posts to; `None` when that is over.
    pub undo_action: Option<String>,
    /// The signer's own page.
    pub own_href: String,
    /// Whether a mail brings the way back.
    pub is_told: bool,
    /// Nonce of the page.
    pub token: &'a str,
}
