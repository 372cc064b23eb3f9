//! The list of signers in each of its forms.

use askama::Template;

use super::sample::{LONG_NAME, RTL_NAME, Sample};
use crate::petition::endorsement::signing::pages::Picture;
use crate::signature::register::pages::{ListedName, Organization, Section, SignersPage, View};
use crate::web::page::FilterLink;

fn entry(name: &str, detail: &str) -> ListedName {
    ListedName {
        name: name.to_owned(),
        detail: detail.to_owned(),
    }
}

fn way(label: &str, number: &str, is_current: bool) -> FilterLink {
    FilterLink {
        label: label.to_owned(),
        href: "/en/p/court-records/signers?by=role".to_owned(),
        number: number.to_owned(),
        is_current,
    }
}

impl<'a> Sample<'a> {
    /// The list by name, by group, searched, and with nobody on it.
    pub(crate) fn register(&'a self) -> Vec<(&'static str, String)> {
        let names = vec![entry(LONG_NAME, "Law student"), entry(RTL_NAME, "")];
        let sections = vec![
            Section {
                heading: Some("A".to_owned()),
                names: names.clone(),
            },
            Section {
                heading: Some("#".to_owned()),
                names: names.clone(),
            },
        ];
        let first = vec![entry("Lucía Fernández", "Dean of law")];
        let views = [
            ("signers", View::Names { first, sections }),
            (
                "signers-none",
                View::Names {
                    first: Vec::new(),
                    sections: Vec::new(),
                },
            ),
            (
                "signers-found",
                View::Found {
                    names,
                    is_cut: true,
                },
            ),
            (
                "signers-groups",
                View::Groups(vec![
                    way(LONG_NAME, "1,204", false),
                    way(RTL_NAME, "5", false),
                ]),
            ),
        ];
        views
            .into_iter()
            .map(|(name, view)| (name, self.signers_page(view).render().unwrap()))
            .collect()
    }

    fn signers_page(&'a self, view: View) -> SignersPage<'a> {
        let w = self.w;
        SignersPage {
            frame: self.frame(w.say("signers-title")),
            w,
            title: "Court records should be free to read",
            lang: "en",
            href: "/en/p/court-records".to_owned(),
            here: "/en/p/court-records/signers".to_owned(),
            q: if matches!(view, View::Found { .. }) {
                "lucia"
            } else {
                ""
            },
            counted: Some(3_214),
            listed: 1_204,
            groupings: vec![
                way(w.say("signers-by-name"), "", true),
                way(w.say("signers-by-role"), "", false),
            ],
            letters: ["A", "B", "Z", "#"]
                .map(|letter| way(letter, "12", letter == "B"))
                .to_vec(),
            group: None,
            corrections_href: Some("/en/p/court-records/corrections".to_owned()),
            organizations: vec![
                Organization {
                    name: "State Law Library Association".to_owned(),
                    logo: Some(Picture {
                        src: "/logo/0.png".to_owned(),
                        width: 160,
                        height: 64,
                    }),
                },
                Organization {
                    name: "Students for Open Courts".to_owned(),
                    logo: None,
                },
            ],
            has_names: true,
            endorse_href: Some("/en/p/court-records/organizations/sign".to_owned()),
            view,
            previous: Some("/en/p/court-records/signers?after=a".to_owned()),
            next: Some("/en/p/court-records/signers?after=b".to_owned()),
        }
    }
}
