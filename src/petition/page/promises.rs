//! What a pledge's page says of its promises beside its form.

use crate::base::{Id, Lang};
use crate::petition::rules::kind::Kind;
use crate::petition::rules::promises::{PledgeOption, Promised, Promises};

/// The promises on a page; nothing for what is no pledge.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PromiseCounts {
    /// Whether what is asked is itself the promise.
    pub is_ask: bool,
    /// The one sentence that everybody promises.
    pub only: Option<Promised>,
    /// Those there are to choose from, the most chosen first, where the form does not say them or there
    /// is more to say.
    pub each: Vec<PromiseCount>,
}

/// One of several promises.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PromiseCount {
    /// The sentence.
    pub promised: Promised,
    /// How many have made it, where that may be told.
    pub counted: Option<i64>,
}

impl PromiseCounts {
    /// Of a petition, for readers of this language. `counts` are those that may be told.
    #[must_use]
    pub fn of(
        kind: Kind,
        promises: &Promises,
        lang: Lang,
        counts: Option<&[(Id<PledgeOption>, i64)]>,
        has_form: bool,
    ) -> Self {
        let counted = |one: &PledgeOption| {
            let all = counts.unwrap_or_default().iter();
            all.copied().find(|(id, _)| *id == one.id).map(|(_, n)| n)
        };
        let choices = match has_form && counts.is_none() {
            true => &[],
            false => promises.choices(),
        };
        let mut each: Vec<_> = choices
            .iter()
            .filter_map(|one| {
                Some(PromiseCount {
                    promised: promises.shown(one, lang)?,
                    counted: counted(one),
                })
            })
            .collect();
        each.sort_by_key(|line| std::cmp::Reverse(line.counted));
        Self {
            is_ask: kind == Kind::Pledge && promises.offered().is_empty(),
            only: promises.only(lang),
            each,
        }
    }
}
