//! What stands around every page of the console: whose it is, where else to go, the way out.

use super::Actor;
use crate::web::page::{Frame, Menu, MenuGroup, MenuItem};
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
        site.frame(w, title).of(self.house(w), urls::console())
    }

    /// The menu: the pages of a petition when there is one, those of the organization, who is signed in, the way out.
    /// `here` is the path of the page it stands on.
    #[must_use]
    pub(crate) fn menu(&self, w: &Words, here: &str, petition: Option<MenuGroup>) -> Menu {
        let mut groups: Vec<MenuGroup> = petition.into_iter().collect();
        groups.push(MenuGroup {
            title: self.house(w).to_owned(),
            items: organization_pages(w, here),
        });
        let mut menu = Menu {
            groups,
            person: self.name.clone(),
            sign_out: urls::sign_out(),
            token: self.guard(),
        };
        menu.mark(here);
        menu
    }

    /// The organization's name; the site's, for somebody who works for several.
    fn house<'a>(&'a self, w: &'a Words) -> &'a str {
        match self.memberships.as_slice() {
            [one] => &one.name,
            _ => w.say("site-name"),
        }
    }
}

/// The pages of the organization.
#[must_use]
pub fn organization_pages(w: &Words, here: &str) -> Vec<MenuItem> {
    [
        ("console-petitions", urls::console()),
        ("console-sessions", urls::sessions()),
        ("console-account", urls::account()),
    ]
    .into_iter()
    .map(|(key, href)| MenuItem {
        label: w.say(key).to_owned(),
        is_current: href == here,
        href,
        number: None,
    })
    .collect()
}
