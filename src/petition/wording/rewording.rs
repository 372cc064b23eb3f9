//! Other words under signatures: what an organizer calls them, and what of it everybody is told.

use crate::base::{Id, Lang, Time};
use crate::petition::model::{PetitionText, Wording};
use crate::petition::store::wordings::{StoredWording, WordingText};
use std::collections::BTreeSet;

/// One language whose words would become others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Altered {
    /// Which language.
    pub lang: Lang,
    /// The words that were signed.
    pub before: WordingText,
    /// The words that would be.
    pub after: PetitionText,
}

/// The wordings of a petition, each language's in the order of their versions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wordings(Vec<StoredWording>);

impl Wordings {
    /// Of all there ever were, in any order.
    #[must_use]
    pub fn of(mut all: Vec<StoredWording>) -> Self {
        all.sort_by_key(|kept| (kept.wording.lang, kept.wording.version));
        Self(all)
    }

    /// All of them.
    #[must_use]
    pub fn all(&self) -> &[StoredWording] {
        &self.0
    }

    /// The wording of this language that is signed now.
    #[must_use]
    pub fn newest(&self, lang: Lang) -> Option<&Wording> {
        let mut all = self.0.iter().rev();
        let newest = all.find(|kept| kept.wording.lang == lang);
        newest.map(|kept| &kept.wording)
    }

    /// The wording of this language with this version.
    #[must_use]
    pub fn version(&self, lang: Lang, version: i32) -> Option<&Wording> {
        let mut all = self.0.iter().map(|kept| &kept.wording);
        all.find(|one| one.lang == lang && one.version == version)
    }

    /// When something else was last asked; none where it never was.
    #[must_use]
    pub(crate) fn changed_at(&self) -> Option<Time> {
        let changes = self.0.iter().filter(|kept| kept.is_change());
        changes.map(|kept| kept.created_at).max()
    }

    /// Those of the same language that came before this one.
    #[must_use]
    pub fn before(&self, wording: Id<Wording>) -> BTreeSet<Id<Wording>> {
        let mut all = self.0.iter().map(|kept| &kept.wording);
        let Some(one) = all.find(|one| one.id == wording) else {
            return BTreeSet::new();
        };
        let all = self.0.iter().map(|kept| &kept.wording);
        let before = all.filter(|two| two.lang == one.lang && two.version < one.version);
        before.map(|two| two.id).collect()
    }

    /// Those that asked for something else than is asked now.
    #[must_use]
    pub(crate) fn earlier(&self) -> BTreeSet<Id<Wording>> {
        let mut earlier = BTreeSet::new();
        let mut so_far: Vec<&StoredWording> = Vec::new();
        for kept in &self.0 {
            so_far.retain(|one| one.wording.lang == kept.wording.lang);
            if kept.is_change() {
                earlier.extend(so_far.drain(..).map(|one| one.wording.id));
            }
            so_far.push(kept);
        }
        earlier
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::time::days;
    use crate::petition::Rewording;

    fn kept(lang: Lang, version: i32, called: Option<Rewording>) -> StoredWording {
        let at = Time::from_micros(0).plus(days(u64::try_from(version).unwrap()));
        let wording = Wording {
            id: Id::new(at),
            lang,
            version,
            sha256: [0; 32],
        };
        StoredWording::new((wording, called), WordingText::default(), at)
    }

    #[test]
    fn a_mend_leaves_it_the_same_text_and_a_change_makes_another_of_its_language() {
        let (mend, change) = (Some(Rewording::Mend), Some(Rewording::Change));
        let all = [
            kept(Lang::ES, 2, mend),
            kept(Lang::EN, 3, change),
            kept(Lang::EN, 1, None),
            kept(Lang::ES, 1, None),
            kept(Lang::EN, 4, mend),
            kept(Lang::EN, 2, mend),
        ];
        let id = |at: usize| all[at].wording.id;
        let wordings = Wordings::of(all.to_vec());
        assert_eq!(wordings.earlier(), BTreeSet::from([id(2), id(5)]));
        assert_eq!(wordings.newest(Lang::EN).map(|one| one.version), Some(4));
        assert_eq!(wordings.newest(Lang::ES).map(|one| one.version), Some(2));
        assert_eq!(wordings.changed_at(), Some(all[1].created_at));
        let mended = Wordings::of(vec![kept(Lang::EN, 1, None), kept(Lang::EN, 2, mend)]);
        assert_eq!((mended.changed_at(), mended.earlier().len()), (None, 0));
        assert_eq!(Wordings::default().changed_at(), None);
    }
}
