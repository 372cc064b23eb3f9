//! What the link in a mail shows, and what comes after the press. Plain data; the use cases fill it.

use crate::petition::guard::{Question, WordQuestion};
use crate::petition::page::pages::{Progress, Step};
use crate::petition::{About, Promised};
use crate::signature::page::reason_box::ReasonBox;
use crate::signature::page::signer_line::SignerLine;
use crate::signature::reason::Reason;
use crate::signature::share::ways::Share;
use crate::web::page::Frame;
use crate::words::Words;
use askama::Template;

/// `GET /c/{token}`: what is about to be signed, and a button for each answer. Posts `choice` (`confirm` or `reject`), `nonce`, and
/// the answer to the question. Changes nothing itself.
#[derive(Template)]
#[template(path = "signature/confirm/confirm.html")]
pub struct ConfirmPage<'a> {
    /// Surroundings.
    pub frame: Frame<'a>,
    /// Words.
    pub w: &'a Words,
    /// Which petition.
    pub about: About<'a>,
    /// The line as it will be confirmed.
    pub line: SignerLine,
    /// Each organization that asked to write, and the yes or no it will have.
    pub updates: Vec<(String, bool)>,
    /// What is promised, where there was a choice.
    pub promised: Option<Promised>,
    /// Where the choice is posted to.
    pub action: String,
    /// Nonce of the page.
    pub nonce: &'a str,
    /// What was said, which is confirmed with the rest.
    pub reason: Option<Reason>,
    /// Where every wording stands, if something else is asked since they read it.
    pub changed_href: Option<String>,
    /// What else is asked.
    pub asks: WordQuestion,
}

/// How a signature stands, as its owner sees it.
#[derive(Clone, Debug)]
pub enum OwnStanding {
    /// Confirmed just now. A held signature has the same face, without a number.
    Signed {
        /// Its number, if it has one.
        number: Option<i64>,
        /// Day it was counted, already written.
        on: Option<String>,
    },
    /// Had been taken in before.
    Already {
        /// Day it was counted, already written; `None` when it does not count now.
        on: Option<String>,
    },
    /// Taken out of the count by the organizers.
    Removed {
        /// The sentence that says so.
        text: String,
    },
    /// Withdrawn; posting `token` here counts it again.
    Withdrawn {
        /// Where "count me again" posts to; `None` when that is over.
        undo_action: Option<String>,
    },
}

/// The page of a signature: counted, already counted, held, withdrawn or taken out.
#[derive(Template)]
#[template(path = "signature/confirm/signed.html")]
pub struct SignedPage<'a> {
    /// Surroundings.
    pub frame: Frame<'a>,
    /// Words.
    pub w: &'a Words,
    /// Which petition.
    pub about: About<'a>,
    /// How it stands.
    pub standing: OwnStanding,
    /// The line, solid now; `None` when it does not count.
    pub line: Option<SignerLine>,
    /// What was promised, where there was a choice; `None` when it does not count.
    pub promised: Option<Promised>,
    /// The count.
    pub progress: Progress,
    /// What happens next.
    pub next: Vec<Step>,
    /// Ways to pass it on.
    pub share: Share,
    /// Why they signed.
    pub why: ReasonBox,
    /// Page that asks before withdrawing.
    pub withdraw_href: Option<String>,
    /// The signer's own page.
    pub own_href: String,
    /// Where "not you?" posts to.
    pub forget_action: String,
    /// Signed time of the forms.
    pub token: &'a str,
}

impl SignedPage<'_> {
    /// What stands before the name on the line.
    fn mark(&self) -> String {
        match self.standing {
            OwnStanding::Signed {
                number: Some(number),
                ..
            } => self.w.number(number),
            _ => String::new(),
        }
    }
}

/// The same address for whoever has not pressed there, or more than an hour ago.
#[derive(Template)]
#[template(path = "signature/confirm/signed_by_anybody.html")]
pub struct SignedByAnybodyPage<'a> {
    /// Surroundings.
    pub frame: Frame<'a>,
    /// Words.
    pub w: &'a Words,
    /// Which petition.
    pub about: About<'a>,
    /// Where the link to one's own signature is asked for.
    pub ask_href: String,
    /// The count.
    pub progress: Progress,
    /// Ways to pass it on.
    pub share: Share,
}

/// `GET /c/{token}` once it is settled: petition, state and day, and nothing of the person. Whoever comes by the link may have it from
/// an address bar.
#[derive(Template)]
#[template(path = "signature/confirm/settled.html")]
pub struct SettledPage<'a> {
    /// Surroundings.
    pub frame: Frame<'a>,
    /// Words.
    pub w: &'a Words,
    /// Which petition.
    pub about: About<'a>,
    /// How it stands, the end of a words key.
    pub state: &'static str,
    /// The day it was confirmed, already written.
    pub on: String,
    /// Where the link to one's own signature is asked for.
    pub ask_href: String,
}

/// After "This was not me".
#[derive(Template)]
#[template(path = "signature/confirm/not_me.html")]
pub struct NotMePage<'a> {
    /// Surroundings.
    pub frame: Frame<'a>,
    /// Words.
    pub w: &'a Words,
    /// Which petition.
    pub about: About<'a>,
}

/// `/c/{token}/unsubscribe`: asks before we stop writing, and says so after.
#[derive(Template)]
#[template(path = "signature/mine/unsubscribe.html")]
pub struct UnsubscribePage<'a> {
    /// Surroundings.
    pub frame: Frame<'a>,
    /// Words.
    pub w: &'a Words,
    /// Where the button posts to; none when it is done.
    pub action: Option<String>,
}
