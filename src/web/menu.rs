//! The left bar of the console, and the languages it can be read in.

use crate::base::Lang;

/// The left bar of the console.
#[derive(Clone, Debug, Default)]
pub struct Menu {
    /// First the petition's own pages, then the organization's.
    pub groups: Vec<MenuGroup>,
    /// Who is signed in; empty before.
    pub person: String,
    /// Where "Sign out" posts to.
    pub sign_out: String,
    /// The hidden field `guard` of every form on the page.
    pub token: String,
}

impl Menu {
    /// Marks the page we are on.
    pub fn mark(&mut self, here: &str) {
        for item in self.groups.iter_mut().flat_map(|group| &mut group.items) {
            item.is_current = item.href == here;
        }
    }
}

/// Pages that belong together.
#[derive(Clone, Debug, Default)]
pub struct MenuGroup {
    /// Name of the petition or of the organization.
    pub title: String,
    /// The pages.
    pub items: Vec<MenuItem>,
}

/// One page in the menu.
#[derive(Clone, Debug)]
pub struct MenuItem {
    /// What it is called.
    pub label: String,
    /// Where it is.
    pub href: String,
    /// A number beside it, already written.
    pub number: Option<String>,
    /// Whether it is the page we are on.
    pub is_current: bool,
}

/// A form with a button for each language, on pages of somebody signed in.
#[derive(Clone, Debug)]
pub struct LanguageSwitch {
    /// Where it posts to.
    pub action: String,
    /// Its hidden field `guard`.
    pub token: String,
    /// The page it stands on, and where that leads on to; empty for nowhere.
    pub back: String,
    /// The same of where that page leads on to.
    pub onward: String,
    /// Each language.
    pub choices: Vec<LanguageChoice>,
}

/// A language to change to.
#[derive(Clone, Debug)]
pub struct LanguageChoice {
    /// Language tag, `es`.
    pub lang: Lang,
    /// What the language calls itself.
    pub name: String,
    /// Whether the page is in it.
    pub is_current: bool,
}
