//! GET and POST /api/v2/tags/{id}/taggings, GET and DELETE .../{part}: on whom a tag is, put on, taken off.

use crate::account::token::model::Reach;
use crate::account::token::scope::Scope;
use crate::base::Id;
use crate::db::Tx;
use crate::partner::api::caller::Caller;
use crate::partner::api::found;
use crate::partner::api::given::Given;
use crate::partner::api::known_tags::{self, KnownTag};
use crate::partner::api::listing::{AskedPage, Listing};
use crate::partner::api::paths::{self, OnePath, PartPath};
use crate::partner::api::told::tagging;
use crate::petition::Petition;
use crate::signature::model::Signature;
use crate::signature::store::search::reindex::reindex;
use crate::signature::store::tags;
use crate::web::{Problem, urls};
use actix_web::HttpResponse;
use actix_web::web::Path;
use serde_json::json;

/// The list.
///
/// # Errors
/// 404 when there is no such tag; 403 without the scope `people:read`.
pub async fn list(
    caller: Caller,
    asked: AskedPage,
    path: Path<OnePath>,
) -> Result<HttpResponse, Problem> {
    let tag = known_tags::find(&caller, Scope::PeopleRead, &path.id).await?;
    let (id, page) = (tag.id, (asked.before(), asked.per_page));
    let read = move |conn: &mut _| {
        let (mut total, mut found) = (0, Vec::new());
        let (mut before, mut most) = page;
        for petition in &tag.petitions {
            let many = tags::count(conn, *petition, &tag.name)?;
            total += many;
            if before < many && most > 0 {
                let some = tags::tagged(conn, *petition, &tag.name, (before, most))?;
                most -= i64::try_from(some.len()).unwrap_or(most);
                found.extend(some);
            }
            before = (before - many).max(0);
        }
        Ok::<_, crate::db::Error>((total, found))
    };
    let (total, found) = caller.db.read(read).await?;
    let listing = Listing {
        relation: "osdi:taggings",
        path: urls::api_taggings(id),
        total,
        items: found
            .into_iter()
            .map(|one| tagging(&caller, id, one))
            .collect(),
    };
    Ok(listing.answer(&caller, &asked))
}

/// Whether the person has the tag.
async fn has(caller: &Caller, tag: &KnownTag, person: Id<Signature>) -> Result<bool, Problem> {
    let name = tag.name.clone();
    let all = caller.db.read(move |conn| tags::of(conn, person)).await?;
    Ok(all.contains(&name))
}

/// One of them.
///
/// # Errors
/// 404 where the person does not have the tag; 403 without the scope `people:read`.
pub async fn get(caller: Caller, path: Path<PartPath>) -> Result<HttpResponse, Problem> {
    let tag = known_tags::find(&caller, Scope::PeopleRead, &path.id).await?;
    let person = found::person(&caller, Scope::PeopleRead, &path.part).await;
    let person = person
        .map_err(|_| Problem::unknown("tagging"))?
        .signature
        .id;
    match has(&caller, &tag, person).await? {
        true => Ok(caller.answer(&tagging(&caller, tag.id, person))),
        false => Err(Problem::unknown("tagging")),
    }
}

/// The person that a tagging is about.
async fn meant(caller: &Caller, given: &Given) -> Result<(Id<Petition>, Id<Signature>), Problem> {
    let unknown = || Problem::invalid("You must specify a valid person id");
    let href = given.href_of("osdi:person")?.ok_or_else(unknown)?;
    let found = found::person(caller, Scope::PeopleWrite, paths::last(&href)).await;
    let signature = found.map_err(|_| unknown())?.signature;
    Ok((signature.petition, signature.id))
}

/// Puts the tag on a person; who has it keeps it.
///
/// # Errors
/// 404 when there is no such tag yet on anybody and the words are not known; 403 without the scope `people:write`; 400 without a person.
pub async fn post(
    caller: Caller,
    path: Path<OnePath>,
    given: Given,
) -> Result<HttpResponse, Problem> {
    caller.allow(Scope::PeopleWrite, Reach::Listed)?;
    let tag = known_tags::find(&caller, Scope::PeopleWrite, &path.id).await?;
    let (petition, person) = meant(&caller, &given).await?;
    let name = tag.name.clone();
    let put = move |tx: &mut Tx<'_>| {
        tags::put(tx, petition, &[person], &name)?;
        reindex(tx, &[person])
    };
    caller.db.write(put).await?;
    Ok(caller.answer(&tagging(&caller, tag.id, person)))
}

/// Takes the tag off a person.
///
/// # Errors
/// 404 where the person does not have it; 403 without the scope `people:write`.
pub async fn delete(caller: Caller, path: Path<PartPath>) -> Result<HttpResponse, Problem> {
    let tag = known_tags::find(&caller, Scope::PeopleWrite, &path.id).await?;
    let person = found::person(&caller, Scope::PeopleWrite, &path.part).await;
    let signature = person.map_err(|_| Problem::unknown("tagging"))?.signature;
    if !has(&caller, &tag, signature.id).await? {
        return Err(Problem::unknown("tagging"));
    }
    let take_off = move |tx: &mut Tx<'_>| {
        tags::take_off(tx, signature.petition, &[signature.id], &tag.name)?;
        reindex(tx, &[signature.id])
    };
    caller.db.write(take_off).await?;
    Ok(caller.answer(&json!({"notice": "This tagging was successfully deleted."})))
}
