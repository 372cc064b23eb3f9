//! What several addresses look up: a person by id or address, a signature of a petition, and signatures with why somebody signed.

use super::caller::{Caller, has_people};
use super::filter::parse;
use super::listing::PER_PAGE;
use super::marks::{Listed, Reader};
use super::parts::ApiParts;
use super::paths;
use super::program_notes::identifiers_of;
use super::told::{PEOPLE, ShownPerson, ShownSignature, status};
use crate::account::token::model::Reach;
use crate::account::token::scope::Scope;
use crate::base::Id;
use crate::petition::store::petitions;
use crate::petition::{Petition, PetitionCache};
use crate::signature::model::{Signature, SignatureState};
use crate::signature::reason::model::ReasonState;
use crate::signature::reason::store as reasons;
use crate::signature::sign::intake::Intake;
use crate::signature::store::pending;
use crate::signature::store::read::{self, Signed};
use crate::web::Problem;
use serde_json::Value;
use std::collections::HashMap;

/// The signature whose details this person is.
///
/// # Errors
/// 404 for somebody who is not the token's to know, or whose signature does not count; 403 without that scope.
pub(super) async fn person(
    caller: &Caller,
    scope: Scope,
    written: &str,
) -> Result<Signed, Problem> {
    caller.allow(scope, Reach::Listed)?;
    let unknown = || Problem::unknown("person");
    let id = paths::id(written, "person")?;
    let look = move |conn: &mut _| {
        let Some(signed) = read::find(conn, id)? else {
            return Ok::<_, crate::db::Error>(None);
        };
        let petition = petitions::find(conn, signed.signature.petition)?;
        Ok(petition.map(|petition| (petition, signed)))
    };
    let (petition, signed) = caller.db.read(look).await?.ok_or_else(unknown)?;
    let reach = Reach::Petition(petition.organization, petition.id.cast());
    let is_known = has_people(&petition)
        && signed.signature.state == SignatureState::Counted
        && signed.signer.is_some()
        && caller.allow(scope, reach).is_ok();
    match is_known {
        true => Ok(signed),
        false => Err(unknown()),
    }
}

/// What pages are read with for this program.
pub(super) fn reader<'a>(caller: &'a Caller, intake: &'a Intake) -> Reader<'a> {
    Reader {
        db: &caller.db,
        count_cache: &caller.count_cache,
        links: &intake.links,
        organization: caller.token.organization,
        now: caller.now(),
    }
}

/// The newest person with this address.
///
/// # Errors
/// 403 without the scope `people:read`.
pub(super) async fn person_at(
    caller: &Caller,
    parts: &ApiParts,
    intake: &Intake,
    address: &str,
) -> Result<Option<Signed>, Problem> {
    let written = format!("email_address eq '{}'", address.replace('\'', "''"));
    let filter = parse::read(&written, PEOPLE);
    let filter = filter.map_err(|error| Problem::invalid(error.to_string()))?;
    let listed = Listed {
        petitions: caller.petitions_with_people(Scope::PeopleRead).await?,
        written,
        are_people: true,
    };
    let reader = reader(caller, intake);
    let page = parts
        .walks
        .page(&reader, listed, Some(filter), (0, PER_PAGE))
        .await?;
    Ok(page.found.into_iter().next_back())
}

/// People as a program reads them.
///
/// # Errors
/// 503 where they cannot be read.
pub(super) async fn people(
    caller: &Caller,
    petition_cache: &PetitionCache,
    all: Vec<Signed>,
) -> Result<Vec<Value>, Problem> {
    if !all.is_empty() {
        caller.note_reading().await?;
    }
    let ids = all.iter().map(|one| one.signature.id).collect();
    let names = identifiers_of(caller, ids).await?;
    let one = |one: &Signed| {
        let shown = petition_cache.by_id(one.signature.petition);
        let names = names.get(&one.signature.id).map_or(&[][..], Vec::as_slice);
        ShownPerson::of(one, shown.as_deref(), names).told(caller)
    };
    Ok(all.iter().map(one).collect())
}

/// The person of a signature.
///
/// # Errors
/// As [`people`].
pub(super) async fn told_person(
    caller: &Caller,
    petition_cache: &PetitionCache,
    signed: Signed,
) -> Result<Value, Problem> {
    let told = people(caller, petition_cache, vec![signed]).await?.pop();
    told.ok_or_else(|| Problem::unknown("person"))
}

/// Signatures as a program reads them, each with why somebody signed.
///
/// # Errors
/// 503 where that cannot be read.
pub(super) async fn signatures(caller: &Caller, all: Vec<Signed>) -> Result<Vec<Value>, Problem> {
    let ids: Vec<_> = all.iter().map(|one| one.signature.id.cast()).collect();
    let read = move |conn: &mut _| {
        let mut said = HashMap::new();
        for id in ids {
            let reason = reasons::find(conn, id)?;
            // what no mailbox has confirmed was said by nobody
            if let Some(reason) = reason.filter(|one| one.state != ReasonState::Typed) {
                said.insert(id, reason.words);
            }
        }
        Ok::<_, crate::db::Error>(said)
    };
    let said = caller.db.read(read).await?;
    let ids = all.iter().map(|one| one.signature.id).collect();
    let names = identifiers_of(caller, ids).await?;
    let one = |one: &Signed| {
        let signature = &one.signature;
        let comments = said.get(&signature.id.cast());
        // of who took it back nothing is told
        let comments = comments.filter(|_| signature.state == SignatureState::Counted);
        let shown = ShownSignature {
            id: signature.id,
            petition: signature.petition,
            signed_at: signature.signed_at,
            changed_at: signature.changed_at,
            status: status(signature.state),
            comments: comments.map_or("", String::as_str),
            source: None,
            identifiers: names.get(&signature.id).map_or(&[][..], Vec::as_slice),
        };
        shown.told(caller)
    };
    Ok(all.iter().map(one).collect())
}

/// A signature of this petition as a program reads it.
///
/// # Errors
/// 404 when there is none.
pub(super) async fn signature(
    caller: &Caller,
    petition: Id<Petition>,
    id: Id<Signature>,
) -> Result<Value, Problem> {
    let unknown = || Problem::unknown("signature");
    let look = move |conn: &mut _| {
        Ok::<_, crate::db::Error>((read::find(conn, id)?, pending::find(conn, id)?))
    };
    let (signed, waiting) = caller.db.read(look).await?;
    if let Some(signed) = signed.filter(|one| one.signature.petition == petition) {
        return signatures(caller, vec![signed])
            .await?
            .pop()
            .ok_or_else(unknown);
    }
    let waiting = waiting
        .map(|one| one.pending)
        .filter(|one| one.petition == petition)
        .ok_or_else(unknown)?;
    let shown = ShownSignature {
        id,
        petition,
        signed_at: waiting.created_at,
        changed_at: waiting.created_at,
        status: "pending",
        comments: "",
        source: waiting.source.as_deref(),
        identifiers: (waiting.handed_in.as_ref()).map_or(&[][..], |said| &said.identifiers),
    };
    Ok(shown.told(caller))
}
