//! Every page with sample data, in every language and from right to left: that it renders, says everything in words that
//! exist, and holds the rules of markup. `cargo test look:: -- --ignored` writes the pages to `target/look`.

use std::fs;
use std::path::Path;

use askama::Template;

use crate::base::lang::Lang;
use crate::mail::pages::{Captured, DevMailPage, DevMailsPage};
use crate::petition::pages::{
    BrowsePage, Card, Panel, PetitionPage, Progress, SignForm, Signer, Step, Wording,
};
use crate::signature::pages::{
    About, CheckMailPage, ConfirmPage, Line, NotMePage, Question, Share, SignedPage, Standing,
    TokenGonePage, WithdrawPage,
};
use crate::web::assets::Assets;
use crate::web::page::{Alternate, ErrorPage, Errors, Frame, Link};
use crate::words::{Html, Library, Words};

const RTL_NAME: &str = "فاطمة الزهراء بنت عبد الرحمن";
const LONG_NAME: &str = "Dr. Katarzyna Anastazja Wiśniewska-Hall-Featherstonehaugh von und zu Hohenlohe-Bartenstein-Jagstberg";

struct Sample<'a> {
    w: &'a Words,
    assets: &'a Assets,
    body: Html,
}

impl<'a> Sample<'a> {
    fn of(w: &'a Words, assets: &'a Assets) -> Self {
        let body = crate::petition::markdown::render(
            "To the members of the State Judicial Council,\n\nCourt records belong to the public. Yet anyone who wants to read \
             one online pays 25¢ a page, and a single case file can run to hundreds of pages. Tenants preparing for a hearing, \
             reporters, students in clinics and the librarians who help them all meet the same paywall.\n\n# We ask the Council \
             to\n\n- end per-page fees for public records by 1 July;\n- publish opinions and dockets in open, searchable formats;\n- \
             keep sealed and juvenile records sealed, with a clear way to report errors.\n\nA right that costs 25¢ a page is not \
             yet a right. See https://averylongaddresswithoutanybreaks.example/that/goes/on/and/on/until/the/edge/of/the/phone",
        );
        Self {
            w,
            assets,
            body: Html::trusted(body),
        }
    }

    fn frame(&self, title: &'a str) -> Frame<'a> {
        Frame::new(self.w, self.assets, "https://openreg.example", title)
            .of("Open Docket Coalition", "/")
            .also_in(Alternate {
                lang: "es".to_owned(),
                name: "Español".to_owned(),
                href: "/es/p/court-records".to_owned(),
            })
            .foot(
                self.w.say("foot-contact"),
                "mailto:organizers@opendocket.example",
            )
            .foot(self.w.say("foot-privacy"), "/privacy")
    }

    fn wording(&'a self, kind: &'a str) -> Wording<'a> {
        Wording {
            kind,
            target: Some("the State Judicial Council"),
            title: "Court records should be free to read",
            ask: "End the 25¢ per-page fee for public court records by 1 July, so anyone can read the law as it is applied.",
            body: &self.body,
            lang: "en",
            is_untranslated: self.w.lang() != Lang::EN,
        }
    }

    fn about(&self, kind: &'a str) -> About<'a> {
        About {
            kind,
            target: Some("the State Judicial Council"),
            title: "Court records should be free to read",
            lang: "en",
            href: "/p/court-records".to_owned(),
            organization: "Open Docket Coalition",
        }
    }

    fn progress(&self, counted: i64) -> Progress {
        Progress {
            counted,
            goal: Some(4_000),
            since_yesterday: 312,
            as_of: None,
            refresh: Some("/p/court-records/count.json".to_owned()),
        }
    }

    fn form(&self) -> SignForm<'a> {
        SignForm {
            action: "/p/court-records/sign".to_owned(),
            token: "1763759999.abc".to_owned(),
            honeypot: "website".to_owned(),
            hidden: vec![("source", "k7f3".to_owned())],
            asks_role: true,
            affiliations: vec!["Harlow University".to_owned()],
            organization: "Open Docket Coalition",
            keeps_until: Some("June 30, 2027".to_owned()),
            privacy_href: "/privacy".to_owned(),
            ..SignForm::default()
        }
    }

    fn signers(&self) -> Vec<Signer> {
        let signer = |number: i64, name: Option<&str>, detail: &str| Signer {
            number: Some(number),
            name: name.map(str::to_owned),
            detail: detail.to_owned(),
            at: "2026-11-20T14:02:00Z".to_owned(),
            ago: self.w.say1("ago-minutes", "n", 3_218 - number),
        };
        vec![
            signer(
                3_214,
                Some("Lucía Fernández Prieto"),
                "Law student, Harlow University",
            ),
            signer(3_213, Some(RTL_NAME), "أستاذة القانون، جامعة"),
            signer(3_212, None, ""),
            signer(
                3_211,
                Some(LONG_NAME),
                "Professor of civil procedure, Merton School of Law",
            ),
            signer(3_210, Some("Sukarno"), ""),
        ]
    }

    fn next(&self) -> Vec<Step> {
        let step = |when: &str, what: &str, is_now| Step {
            when: when.to_owned(),
            what: what.to_owned(),
            is_now,
        };
        vec![
            step("Today", "You confirm your email.", true),
            step(
                "12 December",
                "We hand the letter and every name to the Council’s public session.",
                false,
            ),
            step(
                "After the session",
                "We write to you with the answer, if you asked for updates.",
                false,
            ),
        ]
    }

    fn petition(&'a self, kind: &'a str, progress: Progress, panel: Panel<'a>) -> PetitionPage<'a> {
        let has_errors = matches!(&panel, Panel::Sign(form) if !form.errors.is_empty());
        let named = |name: &str| Signer {
            name: Some(name.to_owned()),
            ..Signer::default()
        };
        PetitionPage {
            frame: self
                .frame("Court records should be free to read")
                .indexed(
                    "https://openreg.example/p/court-records".to_owned(),
                    "3,214 people have signed.",
                )
                .with_errors(has_errors),
            w: self.w,
            wording: self.wording(kind),
            progress,
            panel,
            founders: vec![
                named("Open Docket Coalition"),
                named("State Law Library Association"),
                named(RTL_NAME),
                named("Students for Open Courts"),
            ],
            latest: self.signers(),
            next: self.next(),
        }
    }

    fn line(&self, name: &str, is_public: bool) -> Line {
        Line {
            name: name.to_owned(),
            detail: "Law student, Harlow University".to_owned(),
            is_public,
        }
    }

    fn share(&self) -> Share {
        Share::of(
            self.w,
            "Court records should be free to read",
            "https://openreg.example/p/court-records?via=k7f3".to_owned(),
        )
    }

    fn check(&self, errors: Errors, notice: Option<String>) -> CheckMailPage<'a> {
        CheckMailPage {
            frame: self
                .frame(self.w.say("check-tab"))
                .with_errors(!errors.is_empty()),
            w: self.w,
            about: self.about("letter"),
            email: "lucia.fernandez.prieto.and.a.very.long.local.part@harlow-university.example",
            suggestion: Some("lucia@gmail.com"),
            sender: "Open Docket Coalition",
            token: "abc",
            resend_action: "/p/court-records/again".to_owned(),
            change_action: "/p/court-records/other".to_owned(),
            code_action: "/p/court-records/code".to_owned(),
            notice,
            typed_email: "lucia@harlow".to_owned(),
            typed_code: "abcd".to_owned(),
            errors,
            line: self.line("Lucía Fernández Prieto", true),
            progress: self.progress(3_214),
            next: self.next(),
            share: self.share(),
        }
    }

    fn confirm(&self, name: &str, question: Question, errors: Errors) -> ConfirmPage<'a> {
        ConfirmPage {
            frame: self
                .frame(self.w.say("confirm-tab"))
                .with_errors(!errors.is_empty()),
            w: self.w,
            about: self.about("letter"),
            line: self.line(name, true),
            wants_updates: false,
            action: "/c/abc".to_owned(),
            nonce: "n",
            question,
            typed_code: String::new(),
            errors,
        }
    }

    fn signed(&self, standing: Standing) -> SignedPage<'a> {
        let is_withdrawn = matches!(standing, Standing::Withdrawn { .. });
        SignedPage {
            frame: self.frame(self.w.say("signed-tab")),
            w: self.w,
            about: self.about("letter"),
            standing,
            line: (!is_withdrawn).then(|| self.line(RTL_NAME, true)),
            progress: self.progress(3_215),
            next: self.next(),
            share: self.share(),
            withdraw_href: (!is_withdrawn).then(|| "/c/abc/withdraw".to_owned()),
            token: "t",
        }
    }

    /// Every page in every state: name and HTML.
    fn all(&'a self) -> Vec<(&'static str, String)> {
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
        let mut chosen = self.form();
        chosen.asks_role = false;
        chosen.updates = Some(true);
        chosen.is_public = true;
        let mut preview_form = self.form();
        preview_form.is_disabled = true;
        let mut preview = self.petition("letter", self.progress(0), Panel::Sign(preview_form));
        preview.frame = preview.frame.ribbon(w.say("preview"));
        let mut old = self.progress(3_214);
        old.as_of = Some("14:02".to_owned());
        let words = (0..5_usize)
            .map(|n| (n.to_string(), w.match_word(n * 400).to_owned()))
            .collect::<Vec<_>>();
        let mail = Captured {
            href: "/dev/mail/1".to_owned(),
            subject: "Confirm your signature: Court records".to_owned(),
            to: "lucia@harlow.example".to_owned(),
            at: "2026-11-20T14:02:00Z".to_owned(),
        };
        vec![
            (
                "petition",
                render(&self.petition("letter", self.progress(3_214), Panel::Sign(self.form()))),
            ),
            (
                "petition-errors",
                render(&self.petition("letter", self.progress(3_214), Panel::Sign(form_wrong))),
            ),
            (
                "petition-first",
                render(&self.petition("pledge", self.progress(24), Panel::Sign(chosen))),
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
            ("preview", render(&preview)),
            (
                "browse",
                render(&BrowsePage {
                    frame: self.frame(w.say("browse-title")),
                    w,
                    petitions: ["letter", "pledge", "petition"]
                        .map(|kind| Card {
                            href: "/p/court-records".to_owned(),
                            kind,
                            target: None,
                            title: "Court records should be free to read",
                            ask: "End the 25¢ per-page fee for public court records by 1 July.",
                            lang: "en",
                            organization: "Open Docket Coalition",
                            progress: self.progress(if kind == "pledge" { 3 } else { 3_214 }),
                        })
                        .to_vec(),
                }),
            ),
            (
                "browse-none",
                render(&BrowsePage {
                    frame: self.frame(w.say("browse-title")),
                    w,
                    petitions: Vec::new(),
                }),
            ),
            ("check", render(&self.check(Errors::none(), None))),
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
                    Question::Word(words),
                    Errors::none().with("word", w.say("error-word")),
                )),
            ),
            (
                "confirm-code",
                render(&self.confirm(
                    "Sam",
                    Question::Code,
                    Errors::none().with("code", w.say("error-code")),
                )),
            ),
            (
                "signed",
                render(&self.signed(Standing::Signed {
                    number: Some(3_215),
                    on: Some("November 20, 2026".to_owned()),
                })),
            ),
            (
                "signed-held",
                render(&self.signed(Standing::Signed {
                    number: None,
                    on: None,
                })),
            ),
            (
                "signed-already",
                render(&self.signed(Standing::Already {
                    on: Some("November 4, 2026".to_owned()),
                })),
            ),
            (
                "withdrawn",
                render(&self.signed(Standing::Withdrawn {
                    undo_action: Some("/c/abc/undo".to_owned()),
                })),
            ),
            (
                "withdraw",
                render(&WithdrawPage {
                    frame: self.frame(w.say("withdraw-title")),
                    w,
                    about: self.about("letter"),
                    line: self.line(LONG_NAME, true),
                    action: "/c/abc/withdraw".to_owned(),
                    keep_href: "/c/abc".to_owned(),
                    token: "t",
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
                render(&TokenGonePage {
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
                    text:
                        "Lucía, one press and your signature counts.\n\nhttps://openreg.example/c/x"
                            .to_owned(),
                    html: "<p>one press</p>".to_owned(),
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

/// Each language, and a page turned round although its words are English.
fn each(mut check: impl FnMut(&str, &str, &str)) {
    let library = Library::load().unwrap();
    let assets = Assets::load();
    for lang in library.languages() {
        let words = library.words(*lang);
        let sample = Sample::of(&words, &assets);
        for (name, html) in sample.all() {
            check(lang.as_str(), name, &html);
            if *lang == Lang::EN {
                check("rtl", name, &html.replacen("dir=\"ltr\"", "dir=\"rtl\"", 1));
            }
        }
    }
}

#[test]
fn every_page_renders_and_has_nothing_inline() {
    each(|lang, name, html| {
        for banned in [
            " style=",
            "<style",
            " onclick",
            " onload",
            "javascript:",
            "<script>",
            "src=\"http",
            "placeholder=",
        ] {
            assert!(!html.contains(banned), "{lang} {name}: {banned}");
        }
        assert_eq!(html.matches("<h1").count(), 1, "{lang} {name}: one h1");
        assert_eq!(html.matches("<main").count(), 1, "{lang} {name}: one main");
        assert!(html.contains("<title>"), "{lang} {name}");
    });
}

#[test]
fn no_id_is_given_twice_and_every_reference_is_answered() {
    each(|lang, name, html| {
        let ids = values(html, " id=\"");
        let mut once = ids.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(ids.len(), once.len(), "{lang} {name}: {ids:?}");
        let mut asked = values(html, " for=\"");
        asked.extend(
            values(html, "aria-describedby=\"")
                .iter()
                .flat_map(|v| v.split(' ')),
        );
        asked.extend(values(html, "aria-labelledby=\""));
        asked.extend(values(html, "href=\"#"));
        for id in asked {
            assert!(ids.contains(&id), "{lang} {name}: nothing has the id {id}");
        }
    });
}

#[test]
fn no_key_is_left_standing() {
    let library = Library::load().unwrap();
    let english = library.words(Lang::EN);
    let keys = english.keys();
    each(|lang, name, html| {
        for key in keys.iter().filter(|key| key.contains('-')) {
            let shown = format!(">{key}<");
            assert!(!html.contains(&shown), "{lang} {name}: {key}");
        }
    });
}

#[test]
fn the_petition_page_is_light() {
    each(|lang, name, html| {
        assert!(
            html.len() < 14 * 1024,
            "{lang} {name}: {} bytes",
            html.len()
        );
    });
}

#[test]
#[ignore = "writes the pages to target/look, for looking at"]
fn write_every_page() {
    let library = Library::load().unwrap();
    let assets = Assets::load();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/look");
    fs::create_dir_all(folder.join("assets")).unwrap();
    for name in [
        "public.css",
        "console.css",
        "public.js",
        "literata.woff2",
        "mark.svg",
    ] {
        let file = assets.url(name).trim_start_matches("/assets/");
        let (bytes, _) = assets.find(file).unwrap();
        fs::write(folder.join("assets").join(file), bytes).unwrap();
    }
    each(|lang, name, html| {
        fs::write(folder.join(format!("{name}.{lang}.html")), html).unwrap();
    });
    drop(library);
}

fn values<'h>(html: &'h str, before: &str) -> Vec<&'h str> {
    html.split(before)
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}
