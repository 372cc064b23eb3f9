//! What a pledge lets people choose from: sentences in the first person, each in every language.

use crate::base::id::shares_id;
use crate::base::{Id, Lang};
use crate::count::Part;
use std::collections::HashMap;

shares_id!(PledgeOption, Part);

/// Most sentences to choose from.
pub(crate) const MOST: usize = 8;
/// Most characters of one.
pub const WORDS: usize = 200;

/// One sentence of a pledge. Its id stays whatever becomes of its words: signatures name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PledgeOption {
    /// Key.
    pub id: Id<PledgeOption>,
    /// Its place on the form, from 1; none once it is not offered there any more.
    pub position: Option<i32>,
    /// Its words in each language it has.
    pub words: Vec<(Lang, String)>,
}

impl PledgeOption {
    /// Its words in this language, if it has any.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> Option<&str> {
        let found = self.words.iter().find(|(its, _)| *its == lang);
        found.map(|(_, words)| words.as_str())
    }
}

/// A sentence as it is shown: its words, and the language they are in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promised {
    /// The words.
    pub words: String,
    /// Their language.
    pub lang: Lang,
}

/// All sentences of a petition; none unless it is a pledge.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Promises {
    own: Option<Lang>,
    offered: Vec<PledgeOption>,
    former: Vec<PledgeOption>,
}

impl Promises {
    /// These, of a petition whose own language this is.
    #[must_use]
    pub fn of(own: Lang, all: Vec<PledgeOption>) -> Self {
        let (mut offered, former): (Vec<_>, Vec<_>) =
            all.into_iter().partition(|one| one.position.is_some());
        offered.sort_by_key(|one| one.position);
        Self {
            own: Some(own),
            offered,
            former,
        }
    }

    /// Those that stand on the page now, in order.
    #[must_use]
    pub fn offered(&self) -> &[PledgeOption] {
        &self.offered
    }

    /// Those that a signer has to choose from: none where there is only one.
    #[must_use]
    pub fn choices(&self) -> &[PledgeOption] {
        match self.offered.as_slice() {
            [_, _, ..] => &self.offered,
            _ => &[],
        }
    }

    /// The sentence that everybody promises, where there is exactly one.
    #[must_use]
    pub(crate) fn only(&self, lang: Lang) -> Option<Promised> {
        match self.offered.as_slice() {
            [only] => self.shown(only, lang),
            _ => None,
        }
    }

    /// One that can be chosen now, by what the form sends.
    #[must_use]
    pub fn chosen(&self, typed: &str) -> Option<Id<PledgeOption>> {
        let id = Id::parse(typed).ok()?;
        let is_there = self.choices().iter().any(|one| one.id == id);
        is_there.then_some(id)
    }

    /// What somebody chose, in this language if it has words in it; also what is not offered any more.
    #[must_use]
    pub fn said(&self, id: Id<PledgeOption>, lang: Lang) -> Option<Promised> {
        let mut all = self.offered.iter().chain(&self.former);
        self.shown(all.find(|one| one.id == id)?, lang)
    }

    /// The words of one in this language, else in the petition's own, else in any it has.
    #[must_use]
    pub fn shown(&self, one: &PledgeOption, lang: Lang) -> Option<Promised> {
        let mut langs = [Some(lang), self.own].into_iter().flatten();
        let found = langs.find_map(|lang| Some((lang, one.in_lang(lang)?)));
        let any = || {
            one.words
                .first()
                .map(|(lang, words)| (*lang, words.as_str()))
        };
        found.or_else(any).map(|(lang, words)| Promised {
            words: words.to_owned(),
            lang,
        })
    }

    /// What is signed with a text of this language: each sentence with its key, in order.
    #[must_use]
    pub fn signed(&self, lang: Lang) -> Vec<(Id<PledgeOption>, String)> {
        let one = |one: &PledgeOption| Some((one.id, self.shown(one, lang)?.words));
        self.offered.iter().filter_map(one).collect()
    }

    /// Everything that was ever offered, in the petition's own language.
    #[must_use]
    pub(crate) fn in_own_words(&self) -> HashMap<Id<PledgeOption>, String> {
        let Some(own) = self.own else {
            return HashMap::new();
        };
        let all = self.offered.iter().chain(&self.former);
        all.filter_map(|one| Some((one.id, self.shown(one, own)?.words)))
            .collect()
    }

    /// One a line, as an editor types them.
    #[must_use]
    pub fn typed(&self, lang: Lang) -> String {
        let lines = self.offered.iter().filter_map(|one| one.in_lang(lang));
        lines.collect::<Vec<_>>().join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Time;

    fn option(n: i64, position: Option<i32>, words: &[(Lang, &str)]) -> PledgeOption {
        PledgeOption {
            id: Id::new(Time::from_micros(n * 1_000)),
            position,
            words: words.iter().map(|(l, w)| (*l, (*w).to_owned())).collect(),
        }
    }

    #[test]
    fn one_sentence_is_no_choice_and_a_former_one_keeps_its_words() {
        let first = option(1, Some(2), &[(Lang::EN, "I will not apply")]);
        let second = option(
            2,
            Some(1),
            &[(Lang::EN, "I will tell why"), (Lang::ES, "Diré por qué")],
        );
        let former = option(3, None, &[(Lang::EN, "I will wait")]);
        let (one, two, old) = (first.id, second.id, former.id);
        let all = Promises::of(Lang::EN, vec![first.clone(), second, former.clone()]);
        assert_eq!(all.typed(Lang::EN), "I will tell why\nI will not apply");
        assert_eq!(all.chosen(&one.to_string()), Some(one));
        assert_eq!(all.chosen(&old.to_string()), None, "not offered any more");
        assert_eq!(all.chosen("1"), None);
        assert_eq!(all.said(old, Lang::ES).unwrap().words, "I will wait");
        assert_eq!(all.said(two, Lang::ES).unwrap().lang, Lang::ES);
        assert_eq!(all.said(one, Lang::ES).unwrap().lang, Lang::EN);
        assert_eq!(all.only(Lang::EN), None);
        let alone = Promises::of(Lang::EN, vec![first, former]);
        assert!(alone.choices().is_empty() && alone.chosen(&one.to_string()).is_none());
        assert_eq!(alone.only(Lang::EN).unwrap().words, "I will not apply");
    }
}
