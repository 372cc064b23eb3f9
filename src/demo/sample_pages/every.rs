//! Every page in every state.

use askama::Template;

use super::sample::{LONG_NAME, RTL_NAME, Sample};
use crate::mail::captured::pages::{Captured, DevMailPage, DevMailsPage};
use crate::petition::browse::organization::OrganizationPage;
use crate::petition::guard::Question;
use crate::petition::guard::gone::GonePage;
use crate::petition::page::pages::Panel;
use crate::petition::{FieldMap, FieldRule, SignerField, Visibility, VisibilityChoice};
use crate::signature::confirm::pages::{NotCounted, NotMePage, SettledPage, SignedByAnybodyPage};
use crate::signature::mine::withdraw::pages::{WithdrawPage, WithdrawnPage};
use crate::web::page::{ErrorPage, Errors, Link};
use crate::words::Html;

impl<'a> Sample<'a> {
    /// Every page in every state: name and HTML.
    pub(crate) fn all(&'a self) -> Vec<(&'static str, String)> {
        let w = self.w;
        let wrong = Errors::none()
            .with("name", w.say("error-name-missing"))
            .with("email", w.say("error-email-shape"))
            .with("role", w.say("error-line-long"))
            .with("updates", w.say("error-updates-missing"));
        let mut form_wrong = self.form();
        form_wrong.email = "lucia@harlow".to_owned();
        form_wrong.name = RTL_NAME.to_owned();
        form_wrong.errors = wrong;
        form_wrong.secrecy = ["risk-secret-shown", "risk-secret-site"]
            .map(|key| w.say(key).to_owned())
            .to_vec();
        form_wrong.is_watched = true;
        let mut danger = self.petition(
            "letter",
            self.progress(3_214),
            Panel::Sign(Box::new(form_wrong)),
        );
        danger.frame = danger.frame.leaving(Some("https://www.wikipedia.org/"));
        let mut chosen = self.form();
        chosen.asked = FieldMap::default()
            .with(SignerField::Affiliation, FieldRule::Required)
            .with(SignerField::Place, FieldRule::Optional);
        chosen.updates = Some(true);
        chosen.offer = VisibilityChoice::Choice(Visibility::ALL.to_vec());
        chosen.visibility = Visibility::Place;
        let mut always = self.form();
        always.offer = VisibilityChoice::Always(Visibility::Detail);
        let mut never = self.form();
        never.offer = VisibilityChoice::Nothing;
        let mut preview_form = self.form();
        preview_form.is_disabled = true;
        let mut preview = self.petition(
            "letter",
            self.progress(0),
            Panel::Sign(Box::new(preview_form)),
        );
        preview.frame = preview.frame.ribbon(w.say("preview"));
        let mut old = self.progress(3_214);
        old.as_of = Some("14:02".to_owned());
        let mut met = self.progress(4_010);
        met.met_on = Some("November 14, 2026".to_owned());
        let closed = Panel::Closed {
            on: "December 11, 2026".to_owned(),
            outcome: None,
        };
        let mail = Captured {
            href: "/dev/mail/1".to_owned(),
            subject: "Confirm your signature: Court records".to_owned(),
            to: "lucia@harlow.example".to_owned(),
            at: "2026-11-20T14:02:00Z".to_owned(),
        };
        vec![
            (
                "petition",
                render(&self.petition(
                    "letter",
                    self.progress(3_214),
                    Panel::Sign(Box::new(self.form())),
                )),
            ),
            ("petition-errors", render(&danger)),
            (
                "petition-first",
                render(&self.petition("pledge", self.progress(24), Panel::Sign(Box::new(chosen)))),
            ),
            (
                "petition-names-public",
                render(&self.petition(
                    "letter",
                    self.progress(3_214),
                    Panel::Sign(Box::new(always)),
                )),
            ),
            (
                "petition-names-hidden",
                render(&self.petition(
                    "letter",
                    self.progress(3_214),
                    Panel::Sign(Box::new(never)),
                )),
            ),
            (
                "petition-stale",
                render(&self.petition("petition", old, Panel::Paused)),
            ),
            (
                "petition-closed",
                render(&self.petition(
                    "petition",
                    self.progress(4_812),
                    Panel::Closed {
                        on: "December 11, 2020".to_owned(),
                        outcome: Some(Html::trusted(
                            "<p>The Council ended the fee in March 2021.</p>".to_owned(),
                        )),
                    },
                )),
            ),
            (
                "petition-coming",
                render(&self.petition(
                    "letter",
                    self.progress(0),
                    Panel::Coming("December 1, 2026, 9:00 AM".to_owned()),
                )),
            ),
            (
                "petition-met",
                render(&self.petition("petition", met, closed)),
            ),
            ("preview", render(&preview)),
            ("browse", render(&self.front(true))),
            ("browse-none", render(&self.front(false))),
            ("not-set-up", render(&self.not_set_up())),
            (
                "organization",
                render(&OrganizationPage {
                    logo: None,
                    frame: self.frame("Open Docket Coalition"),
                    w,
                    initials: "OD".to_owned(),
                    organization: self.organization(),
                    petitions: self.lists(),
                }),
            ),
            ("check", render(&self.check(Errors::none(), None))),
            (
                "check-anywhere",
                render(&self.check_anywhere(Errors::none())),
            ),
            (
                "check-again",
                render(&self.check(Errors::none(), Some(w.say("check-again-done").to_owned()))),
            ),
            (
                "check-errors",
                render(
                    &self.check(
                        Errors::none()
                            .with("email", w.say("error-email-shape"))
                            .with("code", w.say("error-code")),
                        None,
                    ),
                ),
            ),
            (
                "confirm",
                render(&self.confirm(LONG_NAME, Question::None, Errors::none())),
            ),
            (
                "confirm-word",
                render(&self.confirm(
                    RTL_NAME,
                    Question::Word,
                    Errors::none().with("word", w.say("error-word")),
                )),
            ),
            (
                "confirm-letter",
                render(&self.confirm("Sam", Question::Letter, Errors::none())),
            ),
            ("signed", render(&self.signed(Some(3_215), false))),
            ("signed-held", render(&self.signed(None, false))),
            ("signed-already", render(&self.signed(Some(3_215), true))),
            (
                "signed-removed",
                render(&self.not_counted(NotCounted::Removed {
                    text: w.say2(
                        "own-standing",
                        "state",
                        "removed",
                        "date",
                        "November 4, 2026",
                    ),
                })),
            ),
            (
                "withdrawn",
                render(&self.not_counted(NotCounted::Withdrawn {
                    undo_action: Some("/c/abc/undo".to_owned()),
                })),
            ),
            (
                "withdraw",
                render(&WithdrawPage {
                    frame: self.frame(w.say("withdraw-title")),
                    w,
                    about: self.about("letter"),
                    line: self.line(LONG_NAME, Visibility::Counted),
                    action: "/m/abc/withdraw".to_owned(),
                    keep_href: "/m/abc".to_owned(),
                    is_told: true,
                    token: "t",
                }),
            ),
            (
                "withdrawn-own",
                render(&WithdrawnPage {
                    frame: self.frame(w.say("withdrawn-title")),
                    w,
                    about: self.about("letter"),
                    undo_action: Some("/m/abc/withdraw".to_owned()),
                    own_href: "/m/abc".to_owned(),
                    is_told: true,
                    token: "t",
                }),
            ),
            (
                "signed-by-anybody",
                render(&SignedByAnybodyPage {
                    frame: self.frame(w.say("signed-tab")),
                    w,
                    about: self.about("letter"),
                    ask_href: "/en/p/abc/my-signature".to_owned(),
                    progress: self.progress(3_215),
                    share: self.share(),
                }),
            ),
            (
                "settled",
                render(&SettledPage {
                    frame: self.frame(w.say("settled-title")),
                    w,
                    about: self.about("letter"),
                    state: "counted",
                    on: "November 20, 2026".to_owned(),
                    ask_href: "/en/p/abc/my-signature".to_owned(),
                }),
            ),
            (
                "not-me",
                render(&NotMePage {
                    frame: self.frame(w.say("not-me-title")),
                    w,
                    about: self.about("letter"),
                }),
            ),
            (
                "gone",
                render(&GonePage {
                    frame: self.frame(w.say("gone-title")),
                    w,
                    href: "/".to_owned(),
                }),
            ),
            (
                "dev-mails",
                render(&DevMailsPage {
                    frame: self.frame(w.say("dev-mail-title")),
                    w,
                    mails: vec![mail.clone(), mail.clone()],
                }),
            ),
            (
                "dev-mail",
                render(&DevMailPage {
                    frame: self.frame(w.say("dev-mail-title")),
                    w,
                    mail,
                    headers: "From: Open Docket Coalition <sign@openreg.example>\nTo: x".to_owned(),
                    text: "Lucía, please confirm your signature.\n\nhttps://openreg.example/c/x"
                        .to_owned(),
                    html: "<p>one tap</p>".to_owned(),
                    links: vec!["http://127.0.0.1:8080/c/x".to_owned()],
                    list_href: "/dev/mail",
                }),
            ),
            (
                "problem",
                render(&{
                    let mut page = ErrorPage::of(self.frame(""), 503, "0193a5c8");
                    page.way_on = Some(Link {
                        label: w.say("problem-home").to_owned(),
                        href: "/".to_owned(),
                    });
                    page
                }),
            ),
        ]
    }
}

fn render(page: &impl Template) -> String {
    page.render().unwrap()
}
