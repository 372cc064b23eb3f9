//! Writes versions: of each page of the editor that holds something else since a petition was saved.

use super::state::is_stale;
use crate::account::model::Organizer;
use crate::base::{Id, Lang, Time};
use crate::db::{Result, Tx};
use crate::petition::edit::form::{PetitionForm, TypedText};
use crate::petition::edit::part::EditPart;
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::store::petition_versions::{self, PetitionVersion};
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
        Self {
            part: EditPart::Dates,
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
        let blank = PetitionVersion {
            part: word,
            revision: before.petition.revision,
            by: None,
            restored: None,
            made_from: None,
            is_mend: false,
            created_at: before.petition.updated_at,
        };
        if newest.is_none() && old.iter().any(|(_, value)| !value.is_empty()) {
            petition_versions::add(tx, petition.id, &blank, &old)?;
        }
        let is_own_text = part == EditPart::Text(own);
        let version = PetitionVersion {
            revision: petition.revision,
            by: saving.by,
            restored: saving.restored.filter(|_| part == saving.part),
            made_from,
            is_mend: is_own_text && (saving.is_mend || says_the_same(&was, &is, own)),
            created_at: now,
            ..blank
        };
        petition_versions::add(tx, petition.id, &version, &new)?;
    }
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
