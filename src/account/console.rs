//! What stands around every page of the console: whose it is, where else to go, the way out.

use super::model::Membership;
use super::policy::{Action, may};
use super::{Actor, ReturnTo};
use crate::web::page::{Frame, LanguageChoice, LanguageSwitch, Menu, MenuGroup, MenuItem};
use crate::web::{Site, urls};
use crate::words::Words;
use std::borrow::Cow;

impl Actor {
    /// The surroundings of the page of the organization at `here`, with the menu in which it is marked.
    #[must_use]
    pub fn console_frame<'a>(
        &'a self,
        site: &'a Site,
        w: &'a Words,
        here: &str,
        title: impl Into<Cow<'a, str>>,
    ) -> Frame<'a> {
        self.frame(site, w, title)
            .with_menu(self.menu(w, here, None))
    }

    /// The surroundings of a page of somebody signed in, with this title and without a menu.
    pub fn frame<'a>(
        &'a self,
        site: &'a Site,
        w: &'a Words,
        title: impl Into<Cow<'a, str>>,
    ) -> Frame<'a> {
        site.frame(w, title)
            .of(self.house(w), urls::console())
            .switching(self.languages(site))
    }

    /// The languages of the console, with the way back to the page they read.
    fn languages(&self, site: &Site) -> LanguageSwitch {
        let all = site.library.languages().iter();
        let path = |page: &Option<ReturnTo>| {
            let page = page.as_ref().map(ReturnTo::as_str);
            page.unwrap_or_default().to_owned()
        };
        let (back, onward) = &self.stands_on;
        LanguageSwitch {
            action: urls::switch_language(),
            token: self.guard(),
            back: path(back),
            onward: path(onward),
            choices: all
                .map(|lang| LanguageChoice {
                    lang: *lang,
                    name: site.words(*lang).say("language-name").to_owned(),
                    is_current: *lang == self.lang,
                })
                .collect(),
        }
    }

    /// The menu: the pages of a petition when there is one, those of the organization, who is signed in, the way out.
    /// `here` is the path of the page it stands on.
    #[must_use]
    pub(crate) fn menu(&self, w: &Words, here: &str, petition: Option<MenuGroup>) -> Menu {
        let mut groups: Vec<MenuGroup> = petition.into_iter().collect();
        groups.extend(self.organization_groups(w));
        groups.extend(self.operator_group(w));
        let mut menu = Menu {
            groups,
            person: self.name.clone(),
            sign_out: urls::sign_out(),
            token: self.guard(),
        };
        menu.mark(here);
        menu
    }

    /// The pages of the organization; where there are several, those of each below its name.
    fn organization_groups(&self, w: &Words) -> Vec<MenuGroup> {
        let all = item(w, "console-petitions", urls::console());
        let own_pages = [
            item(w, "console-sessions", urls::sessions()),
            item(w, "console-account", urls::account()),
        ];
        let own = |place: &Membership| {
            let id = place.organization;
            let pages = [
                (Action::SeeActivity, "activity-title", urls::activity(id)),
                (
                    Action::EditOrganization,
                    "console-settings",
                    urls::edit_organization(id),
                ),
            ];
            let allowed = pages
                .into_iter()
                .filter(|(action, ..)| may(place.role, *action))
                .map(|(_, key, href)| item(w, key, href));
            let people = item(w, "console-people", urls::people(id));
            std::iter::once(people).chain(allowed).collect::<Vec<_>>()
        };
        let group = |title: &str, items| MenuGroup {
            title: title.to_owned(),
            items,
        };
        match self.memberships.as_slice() {
            [one] => {
                let items = [vec![all], own(one), own_pages.to_vec()].concat();
                vec![group(&one.name, items)]
            }
            several => {
                let items = [vec![all], own_pages.to_vec()].concat();
                let site = group(w.say("site-name"), items);
                let each = several.iter().map(|one| group(&one.name, own(one)));
                std::iter::once(site).chain(each).collect()
            }
        }
    }

    /// The operator's pages, for who is one.
    fn operator_group(&self, w: &Words) -> Option<MenuGroup> {
        self.is_operator.then(|| MenuGroup {
            title: w.say("operator-menu").to_owned(),
            items: vec![
                item(w, "operator-health", urls::operator()),
                item(
                    w,
                    "operator-organizations",
                    urls::operator_organizations(None),
                ),
                item(w, "operator-mail", urls::operator_mail()),
                item(w, "operator-reports", urls::operator_reports(None)),
                item(w, "operator-events", urls::operator_events()),
            ],
        })
    }

    /// The organization's name; the site's, for somebody who works for several.
    fn house<'a>(&'a self, w: &'a Words) -> &'a str {
        match self.memberships.as_slice() {
            [one] => &one.name,
            _ => w.say("site-name"),
        }
    }
}

/// A page in the menu.
fn item(w: &Words, key: &str, href: String) -> MenuItem {
    MenuItem {
        label: w.say(key).to_owned(),
        href,
        number: None,
        is_current: false,
    }
}
