//! What pages ask of the count: the progress to the goal, how many made which promise, how many signed the text as it stands now.

use crate::base::{Id, Time};
use crate::count::model::SMALLEST_GROUP;
use crate::count::{CountCache, Parts};
use crate::petition::page::pages::{Progress, Refresh, Reworded, SHOWN_FROM};
use crate::petition::{Petition, Phase, PledgeOption, Promises, PublicPetition};
use crate::web::urls;
use crate::words::Words;

impl CountCache {
    /// How many of those who count signed the text as it stands now; none where nothing else was ever asked.
    #[must_use]
    pub(crate) fn this_text(&self, shown: &PublicPetition) -> Option<i64> {
        shown.wordings.changed_at()?;
        let id = shown.petition.id;
        let earlier = shown.wordings.earlier();
        let parts = self.parts(id.cast(), Parts::Wordings);
        let of_earlier = parts
            .iter()
            .filter(|one| earlier.contains(&one.part.cast()));
        let before: i64 = of_earlier.map(|one| one.counted).sum();
        Some((self.public_count(&shown.petition).signatures - before).max(0))
    }

    /// How many made each of these promises, in their order: told from [`SHOWN_FROM`] signatures on, and of all or of none, since
    /// a small group that is left out could be found by subtraction.
    #[must_use]
    pub fn told(
        &self,
        petition: &Petition,
        promises: &Promises,
    ) -> Option<Vec<(Id<PledgeOption>, i64)>> {
        let parts = self.parts(petition.id.cast(), Parts::Promises);
        let counted = |one: &PledgeOption| {
            let made = parts.iter().find(|made| made.part == one.id.cast());
            (one.id, made.map_or(0, |made| made.counted))
        };
        let all: Vec<_> = promises.choices().iter().map(counted).collect();
        let is_enough = self.public_count(petition).signatures >= SHOWN_FROM;
        let is_large = |(_, n): &(_, i64)| *n >= SMALLEST_GROUP;
        (is_enough && all.iter().all(is_large)).then_some(all)
    }

    /// The count and how far it is to the goal, as pages show it.
    #[must_use]
    pub(crate) fn progress(&self, w: &Words, shown: &PublicPetition, now: Time) -> Progress {
        let petition = &shown.petition;
        let count = self.public_count(petition);
        let phase = petition.phase(now);
        let is_open = phase == Phase::Open;
        let date = |at| w.date(at, &petition.time_zone);
        Progress {
            counted: count.signatures,
            // a step that comes next is nothing to reach once it is over
            goal: (petition.goal.is_some() || matches!(phase, Phase::Open | Phase::Paused))
                .then_some(count.goal),
            goal_reason: petition
                .goal
                .and_then(|_| shown.text(w.lang()))
                .filter(|text| !text.goal_reason.is_empty())
                .map(|text| (text.lang, text.goal_reason.clone())),
            met_on: count.goal_met_at.map(date),
            since_yesterday: match is_open {
                true => count.since_yesterday,
                false => 0,
            },
            as_of: self.as_of(now).map(|at| w.time(at, &petition.time_zone)),
            reworded: self.this_text(shown).map(|this_text| Reworded {
                this_text,
                on: shown.wordings.changed_at().map(date).unwrap_or_default(),
                href: urls::wordings(Some(w.lang()), &petition.slug),
            }),
            refresh: is_open.then(|| Refresh {
                count: urls::count(&petition.slug),
                page: urls::petition(Some(w.lang()), &petition.slug),
            }),
        }
    }
}
