//! Lists of petitions: the front page and an organization's.

use super::sample::Sample;
use crate::account::model::Organization;
use crate::base::{Id, Slug};
use crate::petition::browse::cards::{OverLine, PetitionCard, PetitionLists};
use crate::petition::browse::front::{FrontPage, NotSetUpPage};
use crate::words::Html;

impl<'a> Sample<'a> {
    /// Three that are open and one that is over.
    pub(crate) fn lists(&self) -> PetitionLists<'a> {
        let card = |kind| PetitionCard {
            href: "/p/court-records".to_owned(),
            kind,
            target: None,
            title: "Court records should be free to read",
            ask: "End the 25¢ per-page fee for public court records by 1 July.",
            lang: "en",
            organization: "Open Docket Coalition",
            progress: self.progress(if kind == "pledge" { 3 } else { 3_214 }),
            hero: self.hero(),
            last_day: None,
        };
        PetitionLists {
            open: ["letter", "pledge", "petition"].map(card).to_vec(),
            over: vec![OverLine {
                href: "/p/reading-room".to_owned(),
                title: "Open the reading room in the evening",
                lang: "en",
                outcome: Some(Html::trusted("<p>The Council voted for it.</p>".to_owned())),
                counted: 1_284,
                on: "August 30, 2026".to_owned(),
            }],
        }
    }

    pub(crate) fn front(&self, has_petitions: bool) -> FrontPage<'a> {
        FrontPage {
            frame: self.frame(self.w.say("front-tab")),
            w: self.w,
            petitions: match has_petitions {
                true => self.lists(),
                false => PetitionLists::default(),
            },
        }
    }

    /// The front page before anybody has set the site up.
    pub(crate) fn not_set_up(&self) -> NotSetUpPage<'a> {
        NotSetUpPage {
            frame: self.frame(self.w.say("front-empty-title")),
            w: self.w,
        }
    }

    pub(crate) fn organization(&self) -> Organization {
        let (id, slug) = (Id::from_bytes([7; 16]), Slug::parse("open-docket").unwrap());
        Organization {
            about: vec![(
                self.w.lang(),
                "Lawyers and librarians for open courts.".to_owned(),
            )],
            ..Organization::new(id, slug, "Open Docket Coalition", "hello@example.org")
        }
    }
}
