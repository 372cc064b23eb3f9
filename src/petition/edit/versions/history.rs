//! Writes versions: of each page of the editor that holds something else since a petition was saved.

use super::state::is_stale;
use crate::account::model::Organizer;
use crate::base::{Id, Lang, Time};
use crate::db::{Result, Tx};
use crate::petition::edit::form::{PetitionForm, TypedText};
use crate::petition::edit::part::EditPart;
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::model::Petition;
use crate::petition::store::petition_versions::{self, PageFields, PetitionVersion};
use crate::petition::wording::write::reads_the_same;

/// How a petition is being saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Saving {
    /// The page it is saved on.
    pub part: EditPart,
    /// Who saves it.
    pub by: Option<Id<Organizer>>,
    /// The revision that the page showed.
    pub seen: i64,
    /// The revision of the page that is taken up again.
    pub restored: Option<i64>,
    /// Only the spelling of the petition's own text changed: translations need not follow.
    pub is_mend: bool,
    /// The translation fits the petition's own text as the page showed it.
    pub fits: bool,
}

impl Saving {
    /// Of a press elsewhere that moves the last day.
    #[must_use]
    pub(crate) fn of_dates(by: Id<Organizer>, seen: i64) -> Self {
        Self::of(EditPart::Dates, by, seen)
    }

    /// Of a page that nothing else is made from.
    #[must_use]
    pub(crate) fn of(part: EditPart, by: Id<Organizer>, seen: i64) -> Self {
        Self {
            part,
            by: Some(by),
            seen,
            restored: None,
            is_mend: false,
            fits: false,
        }
    }
}

/// Writes a version of each page that holds other fields after than before. What a page held when it was first changed becomes its
/// first version, by nobody.
///
/// # Errors
/// A fault of the database.
pub(crate) fn record(
    tx: &mut Tx<'_>,
    before: &ManagedPetition,
    after: &ManagedPetition,
    saving: &Saving,
    now: Time,
) -> Result<()> {
    let petition = &after.petition;
    let own = petition.lang;
    let (before_langs, after_langs) = (before.langs(), after.langs());
    let was = PetitionForm::of_managed(before, &after_langs);
    let is = PetitionForm::of_managed(after, &before_langs);
    let versions = petition_versions::all(tx, petition.id)?;
    for part in is.parts() {
        let word = part.to_string();
        let newest = versions.iter().find(|version| version.part == word);
        let made_from = match part {
            EditPart::Text(lang) if lang != own => {
                let is_held =
                    part == saving.part && (saving.fits || !is_stale(&versions, own, lang));
                match newest.filter(|_| !is_held) {
                    Some(newest) => newest.made_from,
                    None => Some(saving.seen),
                }
            }
            _ => None,
        };
        let (old, new) = (was.fields(part, own), is.fields(part, own));
        if old == new {
            if let Some(made_from) = made_from.filter(|_| part == saving.part && saving.fits)
                && let Some(newest) = newest
            {
                petition_versions::holds(tx, petition.id, (&word, newest.revision), made_from)?;
            }
            continue;
        }
        let is_own_text = part == EditPart::Text(own);
        let version = PetitionVersion {
            part: word,
            revision: petition.revision,
            by: saving.by,
            restored: saving.restored.filter(|_| part == saving.part),
            made_from,
            is_mend: is_own_text && (saving.is_mend || says_the_same(&was, &is, own)),
            created_at: now,
        };
        let first = newest.is_none().then_some(&before.petition);
        add(tx, petition.id, first, &version, (&old, &new))?;
    }
    Ok(())
}

/// The same of a page beside the others, which has this petition's revision now; `before` is the petition as it was.
///
/// # Errors
/// A fault of the database.
pub(crate) fn record_beside(
    tx: &mut Tx<'_>,
    (before, after): (&Petition, &Petition),
    saving: &Saving,
    (old, new): (&PageFields, &PageFields),
    now: Time,
) -> Result<()> {
    if old == new {
        return Ok(());
    }
    let version = PetitionVersion {
        part: saving.part.to_string(),
        revision: after.revision,
        by: saving.by,
        restored: saving.restored,
        made_from: None,
        is_mend: false,
        created_at: now,
    };
    let is_first = !petition_versions::is_any(tx, after.id, &version.part)?;
    add(
        tx,
        after.id,
        is_first.then_some(before),
        &version,
        (old, new),
    )
}

/// Writes a version; where it is the first, that of nobody before it, as the petition was.
fn add(
    tx: &mut Tx<'_>,
    id: Id<Petition>,
    first: Option<&Petition>,
    version: &PetitionVersion,
    (old, new): (&PageFields, &PageFields),
) -> Result<()> {
    let is_anything = old.iter().any(|(_, value)| !value.is_empty());
    if let Some(before) = first.filter(|_| is_anything) {
        let unknown = PetitionVersion {
            part: version.part.clone(),
            revision: before.revision,
            by: None,
            restored: None,
            made_from: None,
            is_mend: false,
            created_at: before.updated_at,
        };
        petition_versions::add(tx, id, &unknown, old)?;
    }
    petition_versions::add(tx, id, version, new)?;
    Ok(())
}

/// Whether what a translation follows is the same in both.
fn says_the_same(was: &PetitionForm, is: &PetitionForm, own: Lang) -> bool {
    let words = |form: &PetitionForm| {
        let mut texts = form.texts.iter();
        let text = texts.find(|text| text.lang == own).cloned();
        text.unwrap_or_else(|| TypedText::blank(own))
    };
    let (one, other) = (words(was), words(is));
    let parts = |text: &TypedText| {
        [
            text.title.clone(),
            text.target.clone(),
            text.ask.clone(),
            text.body.clone(),
            text.promises.clone(),
        ]
    };
    let pairs = parts(&one).into_iter().zip(parts(&other));
    pairs
        .into_iter()
        .all(|(one, other)| reads_the_same(&one, &other))
}
