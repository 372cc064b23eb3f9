//! A filter as it was read, and whether it means something.

use crate::base::{Id, Time};
use std::cmp::Ordering;

/// The field in which things are known by their identifiers.
const IDENTIFIER: &str = "identifier";
/// Most characters of a filter.
pub(crate) const LONGEST: usize = 2_000;
/// Most comparisons in it.
pub(crate) const MOST: usize = 20;

/// How a field is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// `eq`
    Equal,
    /// `ne`
    Other,
    /// `lt`
    Less,
    /// `le`
    AtMost,
    /// `gt`
    More,
    /// `ge`
    AtLeast,
}

impl Comparison {
    pub(super) fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "eq" => Self::Equal,
            "ne" => Self::Other,
            "lt" => Self::Less,
            "le" => Self::AtMost,
            "gt" => Self::More,
            "ge" => Self::AtLeast,
            _ => return None,
        })
    }

    fn holds(self, order: Ordering) -> bool {
        match self {
            Self::Equal => order.is_eq(),
            Self::Other => order.is_ne(),
            Self::Less => order.is_lt(),
            Self::AtMost => order.is_le(),
            Self::More => order.is_gt(),
            Self::AtLeast => order.is_ge(),
        }
    }
}

/// What a field is compared with: as many shapes as fields have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A moment, in seconds since 1970: what is answered knows no fractions of one.
    Seconds(i64),
    /// Text, compared without case.
    Text(String),
}

/// What a resource can be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// A date, or a date and time.
    Time,
    /// Text.
    Text,
    /// An id with or without the system it is of.
    Identifier,
}

/// The names by which a resource can be asked, and what stands behind each.
pub type Known = &'static [(&'static str, FieldKind)];

/// Before the identifiers that this site gives.
pub const SYSTEMS: [&str; 2] = ["action_network:", "undersigned:"];

/// A filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Filter {
    /// All of these hold.
    All(Vec<Filter>),
    /// One of these holds.
    Any(Vec<Filter>),
    /// A field compares so.
    Is {
        /// Its name, one of those that are known.
        field: &'static str,
        /// How.
        comparison: Comparison,
        /// With what.
        value: Value,
    },
}

/// Why a filter cannot be read, in words for whoever wrote it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FilterError {
    /// Longer than [`LONGEST`], more than [`MOST`] comparisons, or nested too deep.
    #[error("the filter is too long")]
    TooLong,
    /// This field is none of the resource's.
    #[error("this cannot be filtered by {0:?}; it can be by {1}")]
    UnknownField(String, String),
    /// Something else was expected at this character.
    #[error("the filter cannot be read at character {0}: {1} expected")]
    Syntax(usize, &'static str),
    /// What this field is compared with is no date in the forms that are known. It may be anything, so that it is not told.
    #[error("{0} is compared with a date: 2026-03-25 or 2026-03-25T09:00:00Z")]
    Date(&'static str),
}

impl Filter {
    /// Whether it means a thing, whose fields `has` tells; what a field does not hold compares with nothing.
    pub fn means(&self, has: &impl Fn(&str) -> Vec<Value>) -> bool {
        match self {
            Self::All(all) => all.iter().all(|one| one.means(has)),
            Self::Any(all) => all.iter().any(|one| one.means(has)),
            Self::Is {
                field,
                comparison,
                value,
            } => {
                let there = has(field);
                let compares = |one: &Value| comparison.holds(one.compare(value));
                match comparison {
                    // none of several is it
                    Comparison::Other => there.iter().all(compares),
                    _ => there.iter().any(compares),
                }
            }
        }
    }

    /// What a field must be for the filter to mean anything: where it stands alone or under "and".
    #[must_use]
    pub fn only(&self, name: &str) -> Option<&str> {
        match self {
            Self::All(all) => all.iter().find_map(|one| one.only(name)),
            Self::Is {
                field,
                comparison: Comparison::Equal,
                value: Value::Text(text),
            } if *field == name => Some(text),
            Self::Any(_) | Self::Is { .. } => None,
        }
    }

    /// The identifiers that it compares with and that are no ids, in small letters.
    #[must_use]
    pub fn identifiers(&self) -> Vec<String> {
        match self {
            Self::All(all) | Self::Any(all) => all.iter().flat_map(Self::identifiers).collect(),
            Self::Is {
                field: IDENTIFIER,
                value: Value::Text(text),
                ..
            } if Id::<Self>::parse(text).is_err() => vec![text.clone()],
            Self::Is { .. } => Vec::new(),
        }
    }

    /// The same with the id of what is meant in the place of each identifier that `id` knows.
    #[must_use]
    pub fn identified(self, id: &impl Fn(&str) -> Option<String>) -> Self {
        let each = |all: Vec<Self>| all.into_iter().map(|one| one.identified(id)).collect();
        match self {
            Self::All(all) => Self::All(each(all)),
            Self::Any(all) => Self::Any(each(all)),
            Self::Is {
                field: IDENTIFIER,
                comparison,
                value: Value::Text(text),
            } => Self::Is {
                field: IDENTIFIER,
                comparison,
                value: Value::Text(id(&text).unwrap_or(text)),
            },
            other @ Self::Is { .. } => other,
        }
    }

    /// The names of all fields it compares.
    #[must_use]
    pub fn fields(&self) -> Vec<&'static str> {
        match self {
            Self::All(all) | Self::Any(all) => all.iter().flat_map(Self::fields).collect(),
            Self::Is { field, .. } => vec![field],
        }
    }
}

impl Value {
    /// A moment as it is answered.
    #[must_use]
    pub fn time(at: Time) -> Self {
        Self::Seconds(at.micros().div_euclid(1_000_000))
    }

    /// Text as it is compared.
    #[must_use]
    pub fn text(text: &str) -> Self {
        Self::Text(text.to_lowercase())
    }

    fn compare(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Seconds(one), Self::Seconds(other)) => one.cmp(other),
            (Self::Text(one), Self::Text(other)) => one.cmp(other),
            // the parser gives each field values of its own kind
            (Self::Seconds(_), Self::Text(_)) => Ordering::Less,
            (Self::Text(_), Self::Seconds(_)) => Ordering::Greater,
        }
    }
}
