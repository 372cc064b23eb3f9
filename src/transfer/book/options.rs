//! What is chosen for a book of signers, as it was typed, and read.

use crate::base::{Id, Invalid, Lang};
use crate::petition::{Exposure, FieldRule, Petition, SignerField, Visibility};
use crate::transfer::list_use::Wrong;
pub use crate::web::print::paper::Paper;
use serde::{Deserialize, Serialize};

/// In which order names stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BookOrder {
    /// By family name, as the public list.
    Name,
    /// By the day on which they signed.
    Day,
}

impl BookOrder {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Name, Self::Day];

    /// The word of forms and words files.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Day => "day",
        }
    }
}

/// Under which headings names stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BookGrouping {
    /// Under none.
    Nothing,
    /// Schools and employers, spellings under the headings that organizers put them.
    Affiliation,
    /// Towns and regions.
    Place,
}

impl BookGrouping {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Nothing, Self::Affiliation, Self::Place];

    /// The word of forms and words files.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Affiliation => "affiliation",
            Self::Place => "place",
        }
    }

    /// Those that this petition has: whatever is asked for and may be shown.
    #[must_use]
    pub fn of(petition: &Petition) -> Vec<Self> {
        let fields = &petition.settings.fields;
        let may = names_people(petition) && petition.settings.most_public >= Visibility::Detail;
        let is_asked = |one: &Self| match one {
            Self::Nothing => true,
            Self::Affiliation => may && fields[SignerField::Affiliation] != FieldRule::Off,
            Self::Place => may && fields[SignerField::Place] != FieldRule::Off,
        };
        Self::ALL.into_iter().filter(is_asked).collect()
    }
}

/// Whether anybody is named: by the rule of the public list.
#[must_use]
pub fn names_people(petition: &Petition) -> bool {
    petition.allows(Exposure::Register) && petition.settings.most_public.is_named()
}

/// What was typed. Holds nothing of a signer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct BookOptions {
    /// A language of the petition; empty: its own.
    pub lang: String,
    /// The word of a paper; empty: A4.
    pub paper: String,
    /// The word of an order; empty: by name.
    pub order: String,
    /// The word of a grouping; empty: none.
    pub grouping: String,
    /// `1`: each group begins a page.
    pub page_breaks: String,
    /// `1`: names are left out.
    pub redacted: String,
}

/// The same, understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BookRequest {
    /// Of which petition.
    pub petition: Id<Petition>,
    /// In which language.
    pub lang: Lang,
    /// On which paper.
    pub paper: Paper,
    /// In which order.
    pub order: BookOrder,
    /// Under which headings.
    pub grouping: BookGrouping,
    /// Whether each group begins a page.
    pub has_page_breaks: bool,
    /// Whether names are left out.
    pub is_redacted: bool,
}

impl BookOptions {
    /// What they ask for, of a petition in these languages.
    ///
    /// # Errors
    /// Each field that cannot be read, by its name on the form.
    pub fn read(&self, petition: &Petition, langs: &[Lang]) -> Result<BookRequest, Vec<Wrong>> {
        let mut wrong = Vec::new();
        let mut note = |field| wrong.push((field, Invalid::new("error-choice")));
        let lang = match self.lang.as_str() {
            "" => Some(petition.lang),
            typed => langs.iter().copied().find(|one| one.as_str() == typed),
        };
        let paper = chosen(&self.paper, &Paper::ALL, Paper::as_str);
        let order = chosen(&self.order, &BookOrder::ALL, BookOrder::as_str);
        let groupings = BookGrouping::of(petition);
        let grouping = chosen(&self.grouping, &groupings, BookGrouping::as_str);
        for (field, is_read) in [
            ("lang", lang.is_some()),
            ("paper", paper.is_some()),
            ("order", order.is_some()),
            ("grouping", grouping.is_some()),
        ] {
            if !is_read {
                note(field);
            }
        }
        match (lang, paper, order, grouping) {
            (Some(lang), Some(paper), Some(order), Some(grouping)) => Ok(BookRequest {
                petition: petition.id,
                lang,
                paper,
                order,
                grouping,
                has_page_breaks: self.page_breaks == "1",
                is_redacted: self.redacted == "1",
            }),
            _ => Err(wrong),
        }
    }
}

impl BookRequest {
    /// The same in an address.
    #[must_use]
    pub fn query(&self) -> String {
        let yes = |is_so: bool| if is_so { "1" } else { "" };
        format!(
            "lang={}&paper={}&order={}&grouping={}&page_breaks={}&redacted={}",
            self.lang,
            self.paper.as_str(),
            self.order.as_str(),
            self.grouping.as_str(),
            yes(self.has_page_breaks),
            yes(self.is_redacted),
        )
    }
}

/// One of these by its word; the first where nothing is said.
fn chosen<T: Copy>(typed: &str, all: &[T], word: fn(T) -> &'static str) -> Option<T> {
    match typed {
        "" => all.first().copied(),
        typed => all.iter().copied().find(|one| word(*one) == typed),
    }
}
