//! GET /api/v2/people: who signed the petitions of the token's organization, one petition after the other, the oldest form first.

use crate::account::token::scope::Scope;
use crate::partner::api::caller::Caller;
use crate::partner::api::found::{people, reader};
use crate::partner::api::listing::{AskedPage, Listing};
use crate::partner::api::marks::Listed;
use crate::partner::api::parts::ApiParts;
use crate::partner::api::told::PEOPLE;
use crate::petition::PetitionCache;
use crate::signature::sign::intake::Intake;
use crate::web::{Problem, urls};
use actix_web::HttpResponse;
use actix_web::web::Data;

/// The people. Those under petitions of high risk are not among them.
///
/// # Errors
/// 403 without the scope `people:read`; 400 for a filter that cannot be read.
pub async fn get(
    caller: Caller,
    asked: AskedPage,
    parts: Data<ApiParts>,
    intake: Data<Intake>,
    petition_cache: Data<PetitionCache>,
) -> Result<HttpResponse, Problem> {
    let listed = Listed {
        petitions: caller.petitions_with_people(Scope::PeopleRead).await?,
        written: asked.filter.clone(),
        are_people: true,
    };
    let reader = reader(&caller, &intake);
    let page = (asked.before(), asked.per_page);
    let page = parts
        .walks
        .page(&reader, listed, asked.filter(PEOPLE)?, page)
        .await?;
    let listing = Listing {
        relation: "osdi:people",
        path: urls::api_collection("people"),
        total: page.total,
        items: people(&caller, &petition_cache, page.found).await?,
    };
    Ok(listing.answer(&caller, &asked))
}
