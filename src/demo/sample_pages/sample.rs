//! Invented data: a law letter, its signers, long and right-to-left names.

use crate::base::lang::Lang;
use crate::count::strokes::StrokeBar;
use crate::petition::guard::{Question, WordQuestion};
use crate::petition::page::handed_over::HandedOver;
use crate::petition::page::hero::{Hero, HeroPicture};
use crate::petition::page::pages::{
    Beside, Headline, LastDay, Panel, PetitionPage, Progress, PromiseCounts, ReasonView, Refresh,
    ShownSigner, ShownWording, SignForm, Step, WhoLine,
};
use crate::petition::rules::share_texts::ShareTexts;
use crate::petition::{
    About, FieldMap, FieldRule, Replies, SignerField, Visibility, VisibilityChoice,
};
use crate::signature::check_mail::pages::{CheckAnywherePage, CheckMailPage};
use crate::signature::confirm::pages::{ConfirmPage, NotCounted, NotCountedPage, SignedPage};
use crate::signature::model::Signer as SignedBy;
use crate::signature::page::reason_box::ReasonBox;
use crate::signature::page::signer_line::SignerLine;
use crate::signature::share::ways::{self, Share};
use crate::web::assets::Assets;
use crate::web::page::{Alternate, Errors, Frame};
use crate::words::{Html, Words};

pub(crate) const RTL_NAME: &str = "فاطمة الزهراء بنت عبد الرحمن";
pub(crate) const LONG_NAME: &str = "Dr. Katarzyna Anastazja Wiśniewska-Hall-Featherstonehaugh von und zu Hohenlohe-Bartenstein-Jagstberg";

pub(crate) struct Sample<'a> {
    pub(crate) w: &'a Words,
    assets: &'a Assets,
    body: Html,
}

impl<'a> Sample<'a> {
    pub(crate) fn of(w: &'a Words, assets: &'a Assets) -> Self {
        let body = crate::petition::text::markdown::render(
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

    pub(crate) fn frame(&self, title: &'a str) -> Frame<'a> {
        let mut frame = Frame::new(self.w, self.assets, "https://openreg.example", title)
            .of("Open Docket Coalition", "/")
            .foot(
                self.w.say("foot-contact"),
                "mailto:organizers@opendocket.example",
            )
            .foot(self.w.say("foot-privacy"), "/privacy");
        frame.alternates = vec![Alternate {
            lang: "es".to_owned(),
            name: "Español".to_owned(),
            href: "/es/p/court-records".to_owned(),
        }];
        frame
    }

    pub(crate) fn wording(&'a self, kind: &'a str) -> ShownWording<'a> {
        ShownWording {
            kind,
            target: Some("the State Judicial Council"),
            title: "Court records should be free to read",
            ask: "End the 25¢ per-page fee for public court records by 1 July, so anyone can read the law as it is applied.",
            body: &self.body,
            lang: "en",
            is_untranslated: self.w.lang() != Lang::EN,
        }
    }

    pub(crate) fn about(&self, kind: &'a str) -> About<'a> {
        About {
            kind,
            target: Some("the State Judicial Council"),
            title: "Court records should be free to read",
            lang: "en",
            href: "/p/court-records".to_owned(),
            organization: "Open Docket Coalition",
        }
    }

    pub(crate) fn progress(&self, counted: i64) -> Progress {
        Progress {
            counted,
            goal: Some(4_000),
            goal_reason: Some((Lang::EN, "one in ten who use the courts".to_owned())),
            met_on: None,
            since_yesterday: 312,
            as_of: None,
            reworded: None,
            refresh: Some(Refresh {
                count: "/p/court-records/count.json".to_owned(),
                page: "/en/p/court-records".to_owned(),
            }),
        }
    }

    pub(crate) fn form(&self) -> SignForm<'a> {
        SignForm {
            action: "/p/court-records/sign".to_owned(),
            token: "1763759999.abc".to_owned(),
            honeypot: "website".to_owned(),
            hidden: vec![("source", "k7f3".to_owned())],
            asked: FieldMap::default()
                .with(SignerField::Role, FieldRule::Optional)
                .with(SignerField::Affiliation, FieldRule::Optional),
            offer: VisibilityChoice::Tick(Visibility::Detail),
            affiliations: vec!["Harlow University".to_owned()],
            keeps: "Open Docket Coalition keeps your details until June 30, 2027.".to_owned(),
            privacy_href: "/privacy".to_owned(),
            ..SignForm::default()
        }
    }

    pub(crate) fn signers(&self) -> Vec<ShownSigner> {
        let signer = |number: i64, name: Option<&str>, detail: &str| ShownSigner {
            number: Some(number),
            name: name.map(str::to_owned),
            detail: detail.to_owned(),
            place: None,
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

    fn featured_reasons(&self) -> Vec<ReasonView> {
        let reason = |words: &str, name: Option<&str>, role: Option<&str>| ReasonView {
            words: words.to_owned(),
            lang: "en".to_owned(),
            name: name.map(str::to_owned),
            role: role.map(str::to_owned),
            report_href: "/p/court-records/reasons/1/report".to_owned(),
        };
        vec![
            reason(
                "My clients pay\nto read the law.",
                Some("Lucía"),
                Some("Law student"),
            ),
            reason("لأن السجلات ملك للجميع.", None, None),
        ]
    }

    fn why(&self, standing: &'static str, errors: Errors) -> ReasonBox {
        ReasonBox {
            form: String::new(),
            action: "/c/abc/reason".to_owned(),
            words: if standing.is_empty() { "" } else { "Because." }.to_owned(),
            standing,
            is_unnamed: false,
            errors,
        }
    }

    pub(crate) fn next(&self) -> Vec<Step> {
        let step = |when: &str, what: &str, is_now| Step {
            when: when.to_owned(),
            what: what.to_owned(),
            is_now,
            ..Step::default()
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

    pub(crate) fn petition(
        &'a self,
        kind: &'a str,
        progress: Progress,
        panel: Panel<'a>,
    ) -> PetitionPage<'a> {
        let has_errors = matches!(&panel, Panel::Sign(form) if !form.errors.is_empty());
        let named = |name: &str| ShownSigner {
            name: Some(name.to_owned()),
            ..ShownSigner::default()
        };
        let founders = vec![
            named("Open Docket Coalition"),
            named("State Law Library Association"),
            named(RTL_NAME),
            named("Students for Open Courts"),
        ];
        let beside = Beside {
            number: 7,
            names: vec![
                "State Law Library Association".to_owned(),
                RTL_NAME.to_owned(),
            ],
            list_href: "/en/p/court-records/signers".to_owned(),
            sign_href: Some("/en/p/court-records/organizations/sign".to_owned()),
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
            promise_counts: PromiseCounts::default(),
            progress,
            panel,
            hero: match kind {
                "letter" => self.hero(),
                _ => Hero::Strokes {
                    src: "/strokes/3214.svg".to_owned(),
                    alt: "3,214 tally strokes".to_owned(),
                },
            },
            who: WhoLine::of(
                "Open Docket Coalition",
                Some("/en/organizations/open-docket-coalition".to_owned()),
                &founders,
                &beside,
            ),
            last_day: Some(LastDay {
                on: "December 11, 2026".to_owned(),
                days: 13,
            }),
            founders,
            first: Vec::new(),
            beside,
            recent_signers: self.signers(),
            og_locale: "og-locale",
            card: None,
            updates: vec![Headline {
                href: "/p/court-records/updates/1".to_owned(),
                title: "The Council has put us on its agenda".to_owned(),
                lang: Lang::EN,
                at: "2026-11-20T14:02:00Z".to_owned(),
                on: "November 20, 2026".to_owned(),
            }],
            feed: "/p/court-records/feed.atom".to_owned(),
            feed_json: "/p/court-records/feed.json".to_owned(),
            oembed: None,
            signers_href: Some("/en/p/court-records/signers".to_owned()),
            featured_reasons: self.featured_reasons(),
            handed_over: vec![HandedOver {
                said: "Handed over to the Council with 3,214 signatures.".to_owned(),
                sha256: None,
            }],
            next: self.next(),
        }
    }

    pub(crate) fn hero(&self) -> Hero {
        Hero::Picture(HeroPicture {
            src: "/picture/court-records/2.jpg".to_owned(),
            srcset: Some(
                "/picture/court-records/1.jpg 800w, /picture/court-records/2.jpg 1280w".to_owned(),
            ),
            width: 1_280,
            height: 853,
            alt: "A wall of index drawers".to_owned(),
            credit: RTL_NAME.to_owned(),
            caption: "A search begins in a drawer.".to_owned(),
            lang: Lang::EN,
        })
    }

    pub(crate) fn line(&self, name: &str, visibility: Visibility) -> SignerLine {
        let signer = SignedBy {
            replies: Replies::default(),
            name: name.to_owned(),
            email: "lucia@harlow.example".to_owned(),
            fields: FieldMap::default()
                .with(SignerField::Role, Some("Law student".to_owned()))
                .with(
                    SignerField::Affiliation,
                    Some("Harlow University".to_owned()),
                )
                .with(SignerField::Place, Some("Ridgemont".to_owned())),
            wants_updates: false,
            opted_in_to: Vec::new(),
            opted_in_partner: None,
            visibility,
        };
        SignerLine {
            detail: signer.detail(),
            seen: signer.seen(Visibility::Detail),
            name: signer.name,
        }
    }

    pub(crate) fn share(&self) -> Share {
        let link = "https://openreg.example/p/court-records?via=4k7f3m9q";
        Share::of(
            self.w,
            (
                "letter",
                &ways::signed(self.w, "Court records should be free to read", link),
            ),
            &ShareTexts::default(),
            link.to_owned(),
            "/en/p/court-records/share/mastodon?via=4k7f3m9q".to_owned(),
        )
    }

    pub(crate) fn check(&self, errors: Errors, notice: Option<String>) -> CheckMailPage<'a> {
        CheckMailPage {
            promised: None,
            frame: self
                .frame(self.w.say("check-tab"))
                .with_errors(!errors.is_empty()),
            w: self.w,
            about: self.about("letter"),
            email: "lucia.fernandez.prieto.and.a.very.long.local.part@harlow-university.example",
            suggestion: Some("lucia@gmail.com"),
            sender: "Open Docket Coalition",
            ticket: "abc".to_owned(),
            resend_action: "/p/court-records/again".to_owned(),
            change_action: "/p/court-records/other".to_owned(),
            code_action: "/p/court-records/code".to_owned(),
            forget_action: "/p/court-records/forget".to_owned(),
            notice,
            is_watched: !errors.is_empty(),
            typed_email: "lucia@harlow".to_owned(),
            typed_code: "abcd".to_owned(),
            errors,
            line: self.line("Lucía Fernández Prieto", Visibility::Detail),
            progress: self.progress(3_214),
            next: self.next(),
            share: self.share(),
            why: self.why("typed", Errors::none()),
        }
    }

    pub(crate) fn check_anywhere(&self, errors: Errors) -> CheckAnywherePage<'a> {
        CheckAnywherePage {
            frame: self
                .frame(self.w.say("check-tab"))
                .with_errors(!errors.is_empty()),
            w: self.w,
            about: self.about("letter"),
            sender: "Open Docket Coalition",
            code_action: "/p/court-records/code".to_owned(),
            own_href: "/p/court-records/my-signature".to_owned(),
            typed_email: "lucia@harlow".to_owned(),
            typed_code: "abcd".to_owned(),
            errors,
            progress: self.progress(3_214),
            next: self.next(),
            share: self.share(),
        }
    }

    pub(crate) fn confirm(
        &self,
        name: &str,
        question: Question,
        errors: Errors,
    ) -> ConfirmPage<'a> {
        ConfirmPage {
            frame: self
                .frame(self.w.say("confirm-tab"))
                .with_errors(!errors.is_empty()),
            w: self.w,
            about: self.about("letter"),
            line: self.line(name, Visibility::Place),
            updates: vec![
                ("Open Docket Coalition".to_owned(), true),
                (RTL_NAME.to_owned(), false),
            ],
            promised: None,
            action: "/c/abc".to_owned(),
            nonce: "n",
            reason: None,
            changed_href: None,
            asks: WordQuestion {
                question,
                errors,
                ..WordQuestion::default()
            },
        }
    }

    pub(crate) fn signed(&self, number: Option<i64>, was_before: bool) -> SignedPage<'a> {
        SignedPage {
            frame: self.frame(self.w.say("signed-tab")),
            w: self.w,
            about: self.about("letter"),
            was_before,
            number,
            on: number.map(|_| "November 20, 2026".to_owned()),
            line: self.line(RTL_NAME, Visibility::Name),
            promised: None,
            progress: self.progress(3_215),
            strokes: number.map(|_| StrokeBar::of(3_215, 5_000)),
            next: self.next(),
            share: self.share(),
            why: self.why("", Errors::none()),
            list_href: number.map(|_| "/en/p/abc/signers".to_owned()),
            withdraw_href: Some("/m/abc/withdraw".to_owned()),
            own_href: "/m/abc".to_owned(),
            forget_action: "/en/p/abc/signed".to_owned(),
        }
    }

    pub(crate) fn not_counted(&self, standing: NotCounted) -> NotCountedPage<'a> {
        NotCountedPage {
            frame: self.frame(self.w.say("signed-tab")),
            w: self.w,
            about: self.about("letter"),
            standing,
            own_href: "/m/abc".to_owned(),
            forget_action: "/en/p/abc/signed".to_owned(),
            token: "t",
        }
    }
}
