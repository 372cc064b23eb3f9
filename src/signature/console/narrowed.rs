//! What a list of signatures is narrowed down to. It stands in addresses, and holds names and addresses of people: so it is sealed there, for
//! its petition, as is the place in the list, for its list.

use crate::base::time::days;
use crate::base::{Cursor, Id, Invalid, Search};
use crate::petition::Petition;
use crate::signature::facet::Facet;
use crate::web::Site;
use crate::web::cookies::sealed;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::time::Duration;

/// How long an address leads to what was looked for: a list that was left open over the holidays.
const LASTS: Duration = days(30);
/// Most characters of the words.
pub(crate) const WORDS: usize = 200;
/// Most facets at once.
const FACETS: usize = 12;

/// Words and facets; all of them are true of what is found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Narrowed {
    /// As they were typed.
    pub(crate) words: String,
    /// What else is asked for.
    pub(crate) facets: BTreeSet<Facet>,
}

fn purpose(petition: Id<Petition>) -> String {
    format!("signatures of {petition}")
}

impl Narrowed {
    /// Reads what an address holds; none where it was sealed by nobody of us, for another petition, or long ago.
    #[must_use]
    pub(crate) fn open(site: &Site, petition: Id<Petition>, word: &str) -> Option<Self> {
        let now = site.clock.now();
        match word {
            "" => Some(Self::default()),
            word => sealed::open(&site.seal_key, &purpose(petition), word, now, LASTS),
        }
    }

    /// As it stands in an address; empty for everything.
    #[must_use]
    pub(crate) fn close(&self, site: &Site, petition: Id<Petition>) -> String {
        if *self == Self::default() {
            return String::new();
        }
        let now = site.clock.now();
        let word = sealed::close(&site.seal_key, &purpose(petition), self, now);
        word.unwrap_or_default()
    }

    /// The same with these words.
    #[must_use]
    pub(crate) fn with_words(mut self, typed: &str) -> Self {
        self.words = typed.trim().chars().take(WORDS).collect();
        if Search::parse(&self.words).is_none() {
            self.words.clear();
        }
        self
    }

    /// The same with this facet, or without it if it was asked for.
    #[must_use]
    pub(crate) fn turned(&self, facet: &Facet) -> Self {
        let mut turned = self.clone();
        if !turned.facets.remove(facet) && turned.facets.len() < FACETS {
            turned.facets.insert(facet.clone());
        }
        turned
    }

    /// What the index is asked; none for everything.
    #[must_use]
    pub(crate) fn search(&self) -> Option<Search> {
        let marks = self.facets.iter().map(Facet::mark).collect();
        Search::marked(Search::parse(&self.words), marks)
    }

    /// For what a place in this list is sealed: no other list takes it.
    fn place(&self, petition: Id<Petition>, state: &str) -> String {
        let list = serde_json::to_string(self).unwrap_or_default();
        format!("{} {state} {list}", purpose(petition))
    }

    /// A place in the list of one state, as it stands in an address.
    #[must_use]
    pub(crate) fn close_place(
        &self,
        site: &Site,
        petition: Id<Petition>,
        (state, at): (&str, &Cursor),
    ) -> String {
        let list = self.place(petition, state);
        let word = sealed::close(&site.seal_key, &list, at, site.clock.now());
        word.unwrap_or_default()
    }

    /// Reads it; none is the beginning.
    ///
    /// # Errors
    /// `error-cursor` for anything that is no place in this list.
    pub(crate) fn open_place(
        &self,
        site: &Site,
        petition: Id<Petition>,
        (state, word): (&str, &str),
    ) -> Result<Option<Cursor>, Invalid> {
        if word.is_empty() {
            return Ok(None);
        }
        let (list, now) = (self.place(petition, state), site.clock.now());
        let place = sealed::open(&site.seal_key, &list, word, now, LASTS);
        place.map(Some).ok_or(Invalid::new("error-cursor"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_facet_is_turned_on_and_off_and_there_are_no_more_than_a_dozen() {
        let all = Narrowed::default().with_words("  ana  ");
        assert_eq!(all.words, "ana");
        assert!(Narrowed::default().with_words(" %_'\" ").words.is_empty());
        let on = all.turned(&Facet::SaidYes);
        assert_eq!(on.turned(&Facet::SaidYes), all);
        let many = (0..40).map(|n| Facet::Reply(1, n));
        let many = many.fold(all, |all, facet| all.turned(&facet));
        assert_eq!(many.facets.len(), FACETS);
        let json = serde_json::to_string(&many).unwrap();
        assert_eq!(serde_json::from_str::<Narrowed>(&json).unwrap(), many);
        let long = Narrowed::default().with_words(&"é".repeat(900));
        assert_eq!(long.words.chars().count(), WORDS);
        assert!(many.search().is_some());
        assert_eq!(Narrowed::default().search(), None);
    }
}
