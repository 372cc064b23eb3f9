//! What whoever signs for an organization sees. Plain data; the use cases fill it.

use crate::petition::About;
use crate::petition::endorsement::model::EndorsementState;
use crate::petition::guard::{Question, WordQuestion};
use crate::web::page::{Errors, Frame};
use crate::web::pictures::name::LogoName;
use crate::words::Words;
use askama::Template;

/// A picture as a page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Its address.
    pub src: String,
    /// Pixels across.
    pub width: i32,
    /// Pixels down.
    pub height: i32,
}

impl Picture {
    /// A logo at this address.
    #[must_use]
    pub fn of(name: &LogoName, src: String) -> Self {
        Self {
            src,
            width: name.shown_width(),
            height: name.shown_height(),
        }
    }
}

/// What was typed in, to be shown again.
#[derive(Clone, Debug, Default)]
pub struct TypedOrganization {
    /// The organization.
    pub organization: String,
    /// Who signs for it.
    pub contact: String,
    /// Their address.
    pub email: String,
    /// What has to be put right.
    pub errors: Errors,
    /// Whether a file had been chosen, which no page can keep.
    pub had_file: bool,
}

/// `/p/{slug}/organizations/sign`
#[derive(Template)]
#[template(path = "petition/endorsement/signing/sign.html")]
pub struct SignPage<'a> {
    /// Surroundings.
    pub frame: Frame<'a>,
    /// Words.
    pub w: &'a Words,
    /// The petition.
    pub about: About<'a>,
    /// Whether it takes anybody now.
    pub is_open: bool,
    /// Where the form is sent.
    pub action: String,
    /// When it was handed out.
    pub token: String,
    /// The field that only programs fill in.
    pub honeypot: String,
    /// Until when details are kept.
    pub keeps: String,
    /// How details are used.
    pub privacy_href: String,
    /// What was typed in.
    pub typed: TypedOrganization,
}

/// `/p/{slug}/organizations/check`: the same whatever was typed in.
#[derive(Template)]
#[template(path = "petition/endorsement/signing/sent.html")]
pub struct SentPage<'a> {
    /// Surroundings.
    pub frame: Frame<'a>,
    /// Words.
    pub w: &'a Words,
    /// The petition.
    pub about: About<'a>,
    /// Thanks for telling that it was not them.
    pub is_not_us: bool,
}

/// `/o/{token}`: what is about to be signed, or how it stands.
#[derive(Template)]
#[template(path = "petition/endorsement/signing/own.html")]
pub struct EndorsementOwnPage<'a> {
    /// Surroundings.
    pub frame: Frame<'a>,
    /// Words.
    pub w: &'a Words,
    /// The petition.
    pub about: About<'a>,
    /// The organization.
    pub name: &'a str,
    /// Its logo.
    pub logo: Option<Picture>,
    /// Who signs for it, and where they are reached; none once it is settled.
    pub contact: Option<(&'a str, &'a str)>,
    /// Where it stands.
    pub state: EndorsementState,
    /// When it was confirmed, already written.
    pub confirmed_on: Option<String>,
    /// Where the buttons send to.
    pub action: String,
    /// When the page was handed out.
    pub token: String,
    /// What is asked besides the buttons.
    pub asks: WordQuestion,
    /// Where it is taken back, while it can be.
    pub withdraw_href: Option<String>,
}

/// `/o/{token}/withdraw`
#[derive(Template)]
#[template(path = "petition/endorsement/signing/withdraw.html")]
pub struct WithdrawPage<'a> {
    /// Surroundings.
    pub frame: Frame<'a>,
    /// Words.
    pub w: &'a Words,
    /// The petition.
    pub about: About<'a>,
    /// The organization.
    pub name: &'a str,
    /// Where the button sends to.
    pub action: String,
    /// When the page was handed out.
    pub token: String,
    /// The word is asked for.
    pub asks: WordQuestion,
    /// Back, with nothing done.
    pub keep_href: String,
}
