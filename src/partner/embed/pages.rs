//! What stands in a frame. Plain data; the use cases fill it.

use crate::petition::page::pages::{Progress, ShownWording, SignForm};
use crate::petition::{About, Promised};
use crate::web::page::Errors;
use crate::words::Words;
use askama::Template;

/// What every frame has around it.
pub struct Around<'a> {
    /// Words.
    pub w: &'a Words,
    /// Which petition.
    pub about: About<'a>,
    /// Its slug: messages to the page around the frame say which frame they are of.
    pub slug: &'a str,
    /// The word of its kind.
    pub kind: &'static str,
    /// What it is called for whoever does not see it.
    pub title: String,
    /// Address of its sheet.
    pub sheet: String,
    /// Address of its script.
    pub script: &'a str,
    /// Address of the mark in the tab of whoever opens it by itself.
    pub icon: &'a str,
    /// Whose page shows it, if that is a partner.
    pub partner: Option<&'a str>,
    /// Where the whole petition is read.
    pub read_href: String,
    /// How details are used.
    pub privacy_href: String,
}

/// The form.
#[derive(Template)]
#[template(path = "partner/embed/form.html")]
pub struct FormFrame<'a> {
    /// Around it.
    pub around: Around<'a>,
    /// Words.
    pub w: &'a Words,
    /// What is signed.
    pub wording: ShownWording<'a>,
    /// The count.
    pub progress: Progress,
    /// The form.
    pub form: SignForm<'a>,
}

/// The number with its strokes and a button, the number alone, or the button alone.
#[derive(Template)]
#[template(path = "partner/embed/count.html")]
pub struct CountFrame<'a> {
    /// Around it.
    pub around: Around<'a>,
    /// Words.
    pub w: &'a Words,
    /// The count.
    pub progress: Progress,
    /// Whether it can be signed now.
    pub is_open: bool,
    /// Whether it is over.
    pub is_over: bool,
}

/// Why there is no form now.
#[derive(Template)]
#[template(path = "partner/embed/without_form.html")]
pub struct WithoutForm<'a> {
    /// Around it.
    pub around: Around<'a>,
    /// Words.
    pub w: &'a Words,
    /// Heading.
    pub title: String,
    /// What is so.
    pub text: String,
    /// The count, where it is told.
    pub progress: Option<Progress>,
}

/// "Check your email" in a frame. Its forms hold what was sent, sealed, in `form`.
#[derive(Template)]
#[template(path = "partner/embed/check_mail.html")]
pub struct CheckMailFrame<'a> {
    /// Around it.
    pub around: Around<'a>,
    /// Words.
    pub w: &'a Words,
    /// The form that was sent, for us alone to open.
    pub sealed: String,
    /// The address that was typed in.
    pub email: &'a str,
    /// A likelier address, if this one looks mistyped.
    pub suggestion: Option<&'a str>,
    /// Whom to look for in the spam folder.
    pub sender: &'a str,
    /// Where "Send it again" posts to.
    pub resend_action: String,
    /// Where another address is posted to.
    pub change_action: String,
    /// Where the code is posted to.
    pub code_action: String,
    /// What was just done.
    pub notice: Option<String>,
    /// What was typed in as another address.
    pub typed_email: String,
    /// Whether that is one the form warns of.
    pub is_watched: bool,
    /// What was typed in as a code.
    pub typed_code: String,
    /// What was promised, where there was a choice.
    pub promised: Option<Promised>,
    /// What has to be put right, at `email` or `code`.
    pub errors: Errors,
}

impl CheckMailFrame<'_> {
    fn opens_other(&self) -> bool {
        self.errors.at("email").is_some()
    }

    fn opens_code(&self) -> bool {
        self.errors.at("code").is_some()
    }
}

/// The code from the mail was right. Says what is true of whoever typed it, signers who withdrew or were taken out since among them: how a signature
/// stands is told behind the link of the mail alone.
#[derive(Template)]
#[template(path = "partner/embed/signed.html")]
pub struct SignedFrame<'a> {
    /// Around it.
    pub around: Around<'a>,
    /// Words.
    pub w: &'a Words,
    /// The count.
    pub progress: Progress,
}
