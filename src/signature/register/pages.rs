//! What visitors see of the register. Plain data; the use case fills it.

use crate::petition::endorsement::signing::pages::Picture;
use crate::web::page::{FilterLink, Frame};
use crate::words::Words;
use askama::Template;

/// A name as it stands on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedName {
    /// The name.
    pub name: String,
    /// Role, affiliation and place; may be empty.
    pub detail: String,
}

/// Names under one heading; without one where they follow each other without.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The letter.
    pub heading: Option<String>,
    /// The names.
    pub names: Vec<ListedName>,
}

/// An organization that signs beside people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organization {
    /// Its name.
    pub name: String,
    /// Its logo.
    pub logo: Option<Picture>,
}

/// What is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum View {
    /// Names, with those who signed first above them on the first page of all.
    Names {
        /// Pinned by the organizers.
        first: Vec<ListedName>,
        /// The names of this page.
        sections: Vec<Section>,
    },
    /// Names found by words; `is_cut` when there are more than are shown.
    Found {
        /// The names.
        names: Vec<ListedName>,
        /// There are more.
        is_cut: bool,
    },
    /// Groups and their sizes.
    Groups(Vec<FilterLink>),
}

/// The list of those who show their names.
#[derive(Template)]
#[template(path = "signature/register/signers.html")]
pub struct SignersPage<'a> {
    /// Surroundings.
    pub frame: Frame<'a>,
    /// Words.
    pub w: &'a Words,
    /// The petition's title.
    pub title: &'a str,
    /// Its language.
    pub lang: &'a str,
    /// The petition's page.
    pub href: String,
    /// This list from its beginning.
    pub here: String,
    /// What was searched for; empty otherwise.
    pub q: &'a str,
    /// Counted signatures; none while they are too few to be told.
    pub counted: Option<i64>,
    /// How many of them show their names.
    pub listed: i64,
    /// By name, by role, by affiliation; empty when there is one way only.
    pub groupings: Vec<FilterLink>,
    /// A to Z.
    pub letters: Vec<FilterLink>,
    /// The group that is looked at.
    pub group: Option<String>,
    /// Organizations, on the first page of all names, and those a search finds.
    pub organizations: Vec<Organization>,
    /// Whether people show their names at all.
    pub has_names: bool,
    /// Where an organization signs, while it may.
    pub endorse_href: Option<String>,
    /// Where it stands how the number was corrected.
    pub corrections_href: Option<String>,
    /// What is looked at.
    pub view: View,
    /// The page before.
    pub previous: Option<String>,
    /// The page behind.
    pub next: Option<String>,
}

impl SignersPage<'_> {
    /// Whether nobody is to be seen here: of people, and in a search of organizations too.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match &self.view {
            View::Names { first, sections } => first.is_empty() && sections.is_empty(),
            View::Found { names, .. } => names.is_empty() && self.organizations.is_empty(),
            View::Groups(groups) => groups.is_empty(),
        }
    }
}
