//! What a signer sees after the form. Plain data; the use cases fill it.

use super::share::Share;
use askama::Template;

use super::model::Seen;
use crate::guard::{Asks, Question};
use crate::petition::pages::{Progress, Step};
use crate::petition::{About, Promised};
use crate::reason::{Reason, State as ReasonState};
use crate::web::page::{Errors, Frame};
use crate::words::Words;

/// The signer's line on the letter.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// The name as typed in.
    pub name: String,
    /// Role, affiliation and place, joined for reading; may be empty.
    pub detail: String,
    /// What of it everybody may see.
    pub seen: Seen,
}

impl Line {
    /// How the signer is listed, in a few words.
    pub fn shown(&self, w: &Words) -> String {
        let shown = self.seen.visibility.as_str();
        let place = self.seen.place.as_deref().unwrap_or_default();
        w.say2("confirm-shown", "shown", shown, "place", place)
    }
}

/// The box that asks why somebody signed. Posts `reason` and `choice` (`say` or `take`) to `action`.
#[derive(Clone, Debug, Default)]
pub struct Why {
    /// Where it posts to.
    pub action: String,
    /// The form it is about, posted as `form`; empty behind the link.
    pub form: String,
    /// What was said, or typed.
    pub words: String,
    /// How it stands, the end of a words key; empty when nothing was said.
    pub standing: &'static str,
    /// What has to be put right, at `reason`.
    pub errors: Errors,
}

impl Why {
    /// Before the mailbox has confirmed. The words that wait are shown by the link in the letter alone.
    #[must_use]
    pub fn waiting(action: String, form: &str, is_said: bool) -> Self {
        Self {
            action,
            form: form.to_owned(),
            standing: if is_said { "typed" } else { "" },
            words: String::new(),
            errors: Errors::none(),
        }
    }

    /// With a signature.
    #[must_use]
    pub fn signed(action: String, reason: Option<Reason>) -> Self {
        let standing = |reason: &Reason| match reason.state {
            ReasonState::Typed => "unsent",
            ReasonState::Waiting => "waiting",
            ReasonState::Published => "published",
            ReasonState::Private | ReasonState::Hidden => "private",
        };
        Self {
            action,
            form: String::new(),
            standing: reason.as_ref().map_or("", standing),
            words: reason.map(|reason| reason.words).unwrap_or_default(),
            errors: Errors::none(),
        }
    }

    /// As it was typed, with what is wrong.
    #[must_use]
    pub fn wrong(action: String, words: String, errors: Errors) -> Self {
        Self {
            action,
            form: String::new(),
            words,
            standing: "",
            errors,
        }
    }

    /// Whether anything was said.
    #[must_use]
    pub fn is_said(&self) -> bool {
        !self.standing.is_empty()
    }
}

/// Check-your-email: after the form, before the mailbox. The same for new, pending, counted, withdrawn and held addresses.
///
/// Forms: "Send it again" posts `form` to `resend_action`; "Use a different address" posts `form` and `email` to
/// `change_action`; the code posts `form` and `code` to `code_action`; "Forget this here" posts nothing to `forget_action`.
#[derive(Template)]
#[template(path = "signature/check_mail.html")]
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
    pub line: Line,
    /// What was promised, where there was a choice.
    pub promised: Option<Promised>,
    /// The count.
    pub progress: Progress,
    /// What happens next.
    pub next: Vec<Step>,
    /// Ways to pass it on.
    pub share: Share,
    /// Why they signed.
    pub why: Why,
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
#[template(path = "signature/check_anywhere.html")]
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

/// `GET /c/{token}`: what is about to be signed, and two equal buttons. Posts `choice` (`confirm` or `reject`), `nonce`, and
/// the answer to the question. Changes nothing itself.
#[derive(Template)]
#[template(path = "signature/confirm.html")]
pub struct ConfirmPage<'a> {
    /// Surroundings.
    pub frame: Frame<'a>,
    /// Words.
    pub w: &'a Words,
    /// Which petition.
    pub about: About<'a>,
    /// The line as it will be confirmed.
    pub line: Line,
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
    pub asks: Asks,
}

/// How a signature stands, as its owner sees it.
#[derive(Clone, Debug)]
pub enum Standing {
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
#[template(path = "signature/signed.html")]
pub struct SignedPage<'a> {
    /// Surroundings.
    pub frame: Frame<'a>,
    /// Words.
    pub w: &'a Words,
    /// Which petition.
    pub about: About<'a>,
    /// How it stands.
    pub standing: Standing,
    /// The line, solid now; `None` when it does not count.
    pub line: Option<Line>,
    /// What was promised, where there was a choice; `None` when it does not count.
    pub promised: Option<Promised>,
    /// The count.
    pub progress: Progress,
    /// What happens next.
    pub next: Vec<Step>,
    /// Ways to pass it on.
    pub share: Share,
    /// Why they signed.
    pub why: Why,
    /// Page that asks before withdrawing.
    pub withdraw_href: Option<String>,
    /// The signer's own page.
    pub own_href: String,
    /// Where "not you?" posts to.
    pub forget_action: String,
    /// Signed time of the forms.
    pub token: &'a str,
}

/// The same address for whoever has not pressed there, or more than an hour ago.
#[derive(Template)]
#[template(path = "signature/signed_by_anybody.html")]
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
#[template(path = "signature/settled.html")]
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

impl SignedPage<'_> {
    /// What stands before the name on the line.
    fn mark(&self) -> String {
        match self.standing {
            Standing::Signed {
                number: Some(number),
                ..
            } => self.w.number(number),
            _ => String::new(),
        }
    }
}

/// Asks before withdrawing: two buttons, nothing done yet. Posts `token` to `action`.
#[derive(Template)]
#[template(path = "signature/withdraw.html")]
pub struct WithdrawPage<'a> {
    /// Surroundings.
    pub frame: Frame<'a>,
    /// Words.
    pub w: &'a Words,
    /// Which petition.
    pub about: About<'a>,
    /// The line.
    pub line: Line,
    /// Where withdrawing posts to.
    pub action: String,
    /// Where keeping leads.
    pub keep_href: String,
    /// Whether a letter brings the way back.
    pub is_told: bool,
    /// Nonce of the page.
    pub token: &'a str,
}

/// Withdrawn. Posting `token` to `undo_action` counts it again.
#[derive(Template)]
#[template(path = "signature/withdrawn.html")]
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
    /// Whether a letter brings the way back.
    pub is_told: bool,
    /// Nonce of the page.
    pub token: &'a str,
}

/// After "This was not me".
#[derive(Template)]
#[template(path = "signature/not_me.html")]
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
#[template(path = "signature/unsubscribe.html")]
pub struct UnsubscribePage<'a> {
    /// Surroundings.
    pub frame: Frame<'a>,
    /// Words.
    pub w: &'a Words,
    /// Where the button posts to; none when it is done.
    pub action: Option<String>,
}
