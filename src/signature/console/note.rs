//! POST /organize/signatures/{id}/notes: what an organizer writes down about a signature and the tags on it. Whoever signed can read both:
//! they stand on the signer's own page and in what they take along.

use super::held_signature::{HeldSignature, TypedNotes};
use crate::account::deed::Deed;
use crate::account::{Action, OrganizerForm};
use crate::base::{Id, Line, Text};
use crate::db::{self, Db, Tx};
use crate::petition::petition_log::PetitionLog;
use crate::signature::confirm::queue::Confirming;
use crate::signature::model::{Signature, SignatureNote, TAG};
use crate::signature::store::notes::{self, MOST as NOTES};
use crate::signature::store::search::reindex::reindex;
use crate::signature::store::tags;
use crate::web::answers::answer::see_other;
use crate::web::{Fields, PathArg, Result, Site, TextField, WrongFields, urls};
use actix_web::web::Data;
use serde::Deserialize;
use std::collections::BTreeSet;

/// Most characters of a note.
pub(crate) const NOTE: usize = 1_000;
/// Most tags of one signature.
const TAGS: usize = 20;

/// What is typed, or which note is to be deleted.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotesForm {
    #[serde(default)]
    note: String,
    #[serde(default)]
    tags: String,
    /// The tags that the page showed: only what was changed of them is written, so that nobody takes off what a colleague put on meanwhile.
    #[serde(default)]
    had: String,
    /// The key of a note.
    #[serde(default)]
    delete: String,
}

impl Fields for NotesForm {
    const TEXTS: &'static [TextField] = &[
        TextField::one("note", "note-words", NOTE),
        TextField::one("tags", "note-tags", TAGS * (TAG + 2)),
        TextField::one("had", "note-tags", TAGS * (TAG + 2)),
    ];
}

/// The tags of a list with commas; each once.
///
/// # Errors
/// That one cannot be read, or that there are too many.
fn read_tags(typed: &str, wrong: &mut WrongFields) -> BTreeSet<String> {
    let mut tags = BTreeSet::new();
    for one in typed.split(',').filter(|one| !one.trim().is_empty()) {
        if let Some(tag) = wrong.take("tags", Line::<TAG>::optional(one)).flatten() {
            tags.insert(String::from(tag));
        }
    }
    if tags.len() > TAGS {
        wrong.add("tags", "error-tags-many");
    }
    tags
}

/// Writes it, and shows the signature; what cannot be read comes back with it.
///
/// # Errors
/// 404 where there is no such signature; 404 and 403 as
/// [`ManagedPetition::open`](crate::petition::managed_petition::ManagedPetition::open).
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    confirming: Data<Confirming>,
    PathArg(id): PathArg<Id<Signature>>,
    posted: OrganizerForm<NotesForm>,
) -> Result {
    let OrganizerForm { actor, fields } = posted;
    let found = HeldSignature::open(&db, &confirming.links, &actor, id, Action::Moderate).await?;
    let (now, petition) = (site.clock.now(), found.managed.petition.id);
    let log = PetitionLog::of(&found.managed, &actor, now);
    if let Ok(note) = Id::<SignatureNote>::parse(&fields.delete) {
        db.write(move |tx| {
            notes::delete(tx, id, note)?;
            log.did(tx, Deed::NOTED)
        })
        .await?;
        return Ok(see_other(&format!("{}?saved=true", urls::signature(id))));
    }
    let mut wrong = WrongFields::default();
    let words = wrong
        .take("note", Text::<NOTE>::optional(&fields.note))
        .flatten();
    let wanted = read_tags(&fields.tags, &mut wrong);
    let had = read_tags(&fields.had, &mut WrongFields::default());
    if words.is_some() && found.has_notes(NOTES) {
        wrong.add("note", "error-notes-many");
    }
    let words = words.map(String::from);
    if !wrong.list().is_empty() {
        let typed = TypedNotes {
            note: fields.note,
            tags: fields.tags,
            had: fields.had,
        };
        let errors = wrong.said(&actor.words(&site));
        return found.answer(&site, &actor, (&typed, errors), Default::default());
    }
    let note = words.map(|words| SignatureNote {
        id: Id::new(now),
        words,
        by: Some(actor.id),
        written_at: now,
    });
    let write = move |tx: &mut Tx<'_>| {
        if let Some(note) = &note {
            notes::add(tx, id, note)?;
        }
        for tag in had.difference(&wanted) {
            tags::take_off(tx, petition, &[id], tag)?;
        }
        for tag in wanted.difference(&had) {
            tags::put(tx, petition, &[id], tag)?;
        }
        reindex(tx, &[id])?;
        log.did(tx, Deed::NOTED)?;
        Ok::<_, db::Error>(())
    };
    db.write(write).await?;
    Ok(see_other(&format!("{}?saved=true", urls::signature(id))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(typed: &str) -> (Vec<String>, usize) {
        let mut wrong = WrongFields::default();
        let tags = read_tags(typed, &mut wrong);
        (tags.into_iter().collect(), wrong.list().len())
    }

    #[test]
    fn tags_are_words_between_commas_each_once() {
        assert_eq!(
            read(" press,  Harlow table ,press,, "),
            (vec!["Harlow table".to_owned(), "press".to_owned()], 0)
        );
        assert_eq!(read(&"x".repeat(41)).1, 1);
        assert_eq!(read("a\u{202e}b").1, 1);
        let many: Vec<String> = (0..21).map(|n| n.to_string()).collect();
        assert_eq!(read(&many.join(",")).1, 1);
        assert_eq!(read("").0.len(), 0);
    }
}
