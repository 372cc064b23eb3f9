//! What the link in a mail shows, and what comes after the press. Plain data; the use cases fill it.

use crate::count::strokes::StrokeBar;
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

/// The page of a signature that counts, or is held: thanks, its line and stroke, and whom else to ask.
#[derive(Template)]
#[template(path = "signature/confirm/signed.html")]
pub struct SignedPage<'a> {
    /// Surroundings.
    pub frame: Frame<'a>,
    /// Words.
    pub w: &'a Words,
    /// Which petition.
    pub about: About<'a>,
    /// Whether it had been taken in before this press.
    pub was_before: bool,
    /// Its number, if it has one. A held signature has the same face, without number and day.
    pub number: Option<i64>,
    /// Day it was counted, already written; `None` when it does not count now.
    pub on: Option<String>,
    /// The line.
    pub line: SignerLine,
    /// What was promised, where there was a choice.
    pub promised: Option<Promised>,
    /// The count.
    pub progress: Progress,
    /// The count drawn, the newest stroke apart; `None` where no number is shown.
    pub strokes: Option<StrokeBar>,
    /// What happens next.
    pub next: Vec<Step>,
    /// Ways to pass it on.
    pub share: Share,
    /// Why they signed.
    pub why: ReasonBox,
    /// The list, where the name stands on it.
    pub list_href: Option<String>,
    /// Page that asks before withdrawing.
    pub withdraw_href: Option<String>,
    /// The signer's own page.
    pub own_href: String,
    /// Where "not you?" posts to.
    pub forget_action: String,
}

impl SignedPage<'_> {
    /// "Your name now stands under the letter, beside 354 others."
    fn stands(&self) -> String {
        // What is held does not count, and is told what is true of both.
        if self.number.is_none() {
            return self.w.say("signed-thanks").to_owned();
        }
        let listed = match self.line.seen.name {
            Some(_) => "yes",
            None => "no",
        };
        // Beside nobody, as long as no number is shown.
        let others = match self.progress.is_shown() {
            true => self.progress.counted.saturating_sub(1),
            false => 0,
        };
        let kind = self.about.kind;
        self.w
            .say3("signed-stands", "kind", kind, "listed", listed, "n", others)
    }
}

/// Why a signature does not count.
#[derive(Clone, Debug)]
pub enum NotCounted {
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

/// The page of a signature that was withdrawn or taken out.
#[derive(Template)]
#[template(path = "signature/confirm/not_counted.html")]
pub struct NotCountedPage<'a> {
    /// Surroundings.
    pub frame: Frame<'a>,
    /// Words.
    pub w: &'a Words,
    /// Which petition.
    pub about: About<'a>,
    /// Why.
    pub standing: NotCounted,
    /// The signer's own page.
    pub own_href: String,
    /// Where "not you?" posts to.
    pub forget_action: String,
    /// Signed time of the form.
    pub token: &'a str,
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
