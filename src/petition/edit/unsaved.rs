//! What is typed into a page of the editor and not saved: kept while somebody types, and offered to whoever opens the page later.
//! Each open page keeps a copy of its own, so that no tab and no colleague writes over another's, and an older copy is never offered as
//! the newer.

use super::form::PetitionForm;
use super::part::EditPart;
use crate::account::model::Organizer;
use crate::base::{Id, Time};
use crate::db::{self, Db};
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::store::kept_copies::{self, KeptCopy};
use crate::petition::store::petition_versions::PetitionVersion;

/// Whether a copy holds something that is not saved: other fields than its page has, and later than the page was last saved.
#[must_use]
pub(crate) fn is_worth_offering(
    managed: &ManagedPetition,
    versions: &[PetitionVersion],
    copy: &KeptCopy,
) -> bool {
    let Some(part) = EditPart::parse(&copy.part) else {
        return false;
    };
    let newest = versions.iter().find(|version| version.part == copy.part);
    let is_later = newest.is_none_or(|newest| newest.created_at < copy.kept_at);
    let saved = PetitionForm::of_managed(managed, part.lang().as_slice());
    let saved = saved.fields(part, managed.petition.lang);
    let differs = |(name, value): &(String, String)| {
        let mut all = saved.iter();
        let there = all.find(|(there, _)| there == name);
        let there = there.map_or("", |(_, value)| value.as_str());
        !value.split_whitespace().eq(there.split_whitespace())
    };
    is_later && copy.fields.iter().any(differs)
}

/// Keeps what is typed into a page, under the key that the page was shown with. False, and nothing is kept, where that is another
/// page's.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn keep(
    db: &Db,
    managed: &ManagedPetition,
    part: EditPart,
    (by, typed): (Id<Organizer>, &PetitionForm),
    now: Time,
) -> db::Result<bool> {
    let petition = &managed.petition;
    let id = petition.id;
    let Ok(copy) = Id::<KeptCopy>::parse(&typed.copy) else {
        return Ok(false);
    };
    let copy = KeptCopy {
        id: copy,
        part: part.to_string(),
        by,
        revision: typed.revision.parse().unwrap_or(petition.revision),
        fields: typed.fields(part, petition.lang),
        kept_at: now,
    };
    db.write(move |tx| kept_copies::keep(tx, id, &copy)).await
}
