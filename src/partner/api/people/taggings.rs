//! GET /api/v2/people/{id}/taggings: the tags of a person.

use crate::account::token::scope::Scope;
use crate::partner::api::caller::Caller;
use crate::partner::api::found;
use crate::partner::api::listing::{AskedPage, Listing};
use crate::partner::api::paths::OnePath;
use crate::partner::api::told::{tag_id, tagging};
use crate::signature::store::tags;
use crate::web::{Problem, urls};
use actix_web::HttpResponse;
use actix_web::web::Path;

/// The list: a person has a few.
///
/// # Errors
/// As [`super::show::get`].
pub async fn get(
    caller: Caller,
    asked: AskedPage,
    path: Path<OnePath>,
) -> Result<HttpResponse, Problem> {
    let signed = found::person(&caller, Scope::PeopleRead, &path.id).await?;
    let id = signed.signature.id;
    let names = caller.db.read(move |conn| tags::of(conn, id)).await?;
    let organization = caller.token.organization;
    let all = names
        .iter()
        .map(|name| tagging(&caller, tag_id(organization, name), id));
    let skipped = usize::try_from(asked.before()).unwrap_or(usize::MAX);
    let most = usize::try_from(asked.per_page).unwrap_or_default();
    let listing = Listing {
        relation: "osdi:taggings",
        path: urls::api_taggings_of(id),
        total: i64::try_from(names.len()).unwrap_or(i64::MAX),
        items: all.skip(skipped).take(most).collect(),
    };
    Ok(listing.answer(&caller, &asked))
}
