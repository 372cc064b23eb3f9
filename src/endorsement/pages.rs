//! What whoever signs for an organization sees. Plain data; the use cases fill it.

use super::logo::LogoName;
use super::model::State;
use crate::petition::Shown;
use crate::web::page::{Errors, Frame};
use crate::web::urls;
use crate::words::Words;
use askama::Template;

/// Which petition a page is about.
#[derive(Clone, Debug)]
pub struct Under<'a> {
    /// `letter`, `pledge` or `petition`.
    pub kind: &'a str,
    /// To whom, if to somebody.
    pub target: Option<&'a str>,
    /// Its title.
    pub title: &'a str,
    /// Language of the title.
    pub lang: &'a str,
    /// Path of its page.
    pub href: String,
    /// Whose it is: who sees the contact.
    pub organization: &'a str,
}

impl<'a> Under<'a> {
    /// The petition in the language of these words.
    #[must_use]
    pub fn of(w: &Words, shown: &'a Shown) -> Self {
        let text = shown.text(w.lang());
        let petition = &shown.petition;
        Self {
            kind: petition.kind.as_str(),
            target: text
                .map(|text| text.target.as_str())
                .filter(|target| !target.is_empty()),
            title: text.map_or("", |text| text.title.as_str()),
            lang: text.map_or("", |text| text.lang.as_str()),
            href: urls::petition(Some(w.lang()), &petition.slug),
            organization: &shown.organization.name,
        }
    }

    /// "Open letter to the State Judicial Council".
    #[must_use]
    pub fn eyebrow(&self, w: &Words) -> String {
        match self.target {
            Some(target) => w.say2("eyebrow-to", "kind", self.kind, "target", target),
            None => w.say1("eyebrow", "kind", self.kind),
        }
    }
}

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
pub struct Typed {
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
#[template(path = "endorsement/sign.html")]
pub struct SignPage<'a> {
    /// Surroundings.
    pub frame: Frame<'a>,
    /// Words.
    pub w: &'a Words,
    /// The petition.
    pub under: Under<'a>,
    /// Whether it takes anybody now.
    pub is_open: bool,
    /// Where the form is sent.
    pub action: String,
    /// When it was handed out.
    pub token: String,
    /// The field that only programs fill in.
    pub honeypot: String,
    /// How details are used.
    pub privacy_href: String,
    /// What was typed in.
    pub typed: Typed,
}

/// `/p/{slug}/organizations/check`: the same whatever was typed in.
#[derive(Template)]
#[template(path = "endorsement/sent.html")]
pub struct SentPage<'a> {
    /// Surroundings.
    pub frame: Frame<'a>,
    /// Words.
    pub w: &'a Words,
    /// The petition.
    pub under: Under<'a>,
    /// Thanks for telling that it was not them.
    pub is_not_us: bool,
}

/// `/o/{token}`: what is about to be signed, or how it stands.
#[derive(Template)]
#[template(path = "endorsement/own.html")]
pub struct OwnPage<'a> {
    /// Surroundings.
    pub frame: Frame<'a>,
    /// Words.
    pub w: &'a Words,
    /// The petition.
    pub under: Under<'a>,
    /// The organization.
    pub name: &'a str,
    /// Its logo.
    pub logo: Option<Picture>,
    /// Who signs for it, and where they are reached; none once withdrawn.
    pub contact: Option<(&'a str, &'a str)>,
    /// Where it stands.
    pub state: State,
    /// When it was confirmed, already written.
    pub confirmed_on: Option<String>,
    /// Where the buttons send to.
    pub action: String,
    /// When the page was handed out.
    pub token: String,
    /// Where it is taken back, while it can be.
    pub withdraw_href: Option<String>,
}

/// `/o/{token}/withdraw`
#[derive(Template)]
#[template(path = "endorsement/withdraw.html")]
pub struct WithdrawPage<'a> {
    /// Surroundings.
    pub frame: Frame<'a>,
    /// Words.
    pub w: &'a Words,
    /// The petition.
    pub under: Under<'a>,
    /// The organization.
    pub name: &'a str,
    /// Where the button sends to.
    pub action: String,
    /// When the page was handed out.
    pub token: String,
    /// Back, with nothing done.
    pub keep_href: String,
}
