//! What a program says beside a form or a person: its own identifiers, and tags. They are put on the signature, at once where there is one,
//! else when the mailbox has confirmed it.

use super::caller::Caller;
use super::filter::model::SYSTEMS;
use super::given::Given;
use super::known_tags;
use crate::account::token::model::Reach;
use crate::account::token::scope::Scope;
use crate::base::Id;
use crate::db::Tx;
use crate::signature::model::{ProgramNotes, Signature};
use crate::signature::store::read::Signed;
use crate::signature::store::{identifiers, program_notes};
use crate::web::Problem;
use std::collections::HashMap;

/// Most characters of an identifier, and of a tag that is looked for.
const LONGEST: usize = 200;

/// Reads `identifiers` and `add_tags`. The site's own identifiers, as a client sends back what it has read, are passed over.
///
/// # Errors
/// 400 for too many or too long ones, and for what is no text.
pub(super) fn read(given: &Given) -> Result<ProgramNotes, Problem> {
    let texts = |name: &str| {
        let mut texts = given.texts(name)?;
        for text in &mut texts {
            *text = text.trim().to_owned();
            if text.chars().count() > LONGEST || text.chars().any(char::is_control) {
                return Err(given.wrong(
                    name,
                    format!("{name} holds a line of at most {LONGEST} characters"),
                ));
            }
        }
        texts.retain(|text| !text.is_empty());
        texts.dedup();
        if texts.len() > identifiers::MOST {
            return Err(given.wrong(name, format!("{name} holds at most {}", identifiers::MOST)));
        }
        Ok(texts)
    };
    let mut identifiers = texts("identifiers")?;
    identifiers.retain(|one| !is_ours(one));
    Ok(ProgramNotes {
        identifiers,
        tags: texts("add_tags")?,
    })
}

fn is_ours(identifier: &str) -> bool {
    let small = identifier.to_lowercase();
    SYSTEMS.iter().any(|system| small.starts_with(system))
}

/// The fields that [`read`] reads.
pub(super) const FIELDS: [&str; 2] = ["identifiers", "add_tags"];

/// What of it this program may say here: tags that there are. Those that nobody knows are passed over, as Action Network does.
///
/// # Errors
/// 403 for tags without the scope `people:write`.
pub(super) async fn admitted(
    caller: &Caller,
    mut notes: ProgramNotes,
    reach: Reach,
) -> Result<ProgramNotes, Problem> {
    if !notes.tags.is_empty() {
        caller.allow(Scope::PeopleWrite, reach)?;
        let known = known_tags::all(caller, Scope::PeopleWrite).await?;
        notes
            .tags
            .retain(|tag| known.iter().any(|one| one.name == *tag));
    }
    Ok(notes)
}

/// Puts what `given` says on a signature that there is. What it has already is no change.
///
/// # Errors
/// 400 as [`read`]; 403 without the scope `people:write`; 503 where it cannot be stored.
pub(super) async fn put(caller: &Caller, signed: &Signed, given: &Given) -> Result<(), Problem> {
    let mut notes = admitted(caller, read(given)?, Reach::Listed).await?;
    let there = identifiers_of(caller, vec![signed.signature.id]).await?;
    let there: Vec<&String> = there.values().flatten().collect();
    notes.identifiers.retain(|one| !there.contains(&one));
    if notes == ProgramNotes::default() {
        return Ok(());
    }
    caller.allow(Scope::PeopleWrite, Reach::Listed)?;
    let (petition, id) = (signed.signature.petition, signed.signature.id);
    let put = move |tx: &mut Tx<'_>| program_notes::put(tx, petition, id, &notes);
    Ok(caller.db.write(put).await?)
}

/// The names that programs have for these signatures.
///
/// # Errors
/// 503 where they cannot be read.
pub(super) async fn identifiers_of(
    caller: &Caller,
    ids: Vec<Id<Signature>>,
) -> Result<HashMap<Id<Signature>, Vec<String>>, Problem> {
    let read = move |conn: &mut _| identifiers::of_all(conn, &ids);
    Ok(caller.db.read(read).await?)
}
