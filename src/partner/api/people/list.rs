//! GET /api/v2/people: who signed the petitions of the token's organization, one petition after the other, the oldest form first.

use crate::account::token::scope::Scope;
use crate::partner::api::caller::Caller;
use crate::partner::api::listing::{AskedPage, Listing};
use crate::partner::api::marks::{Listed, Reader};
use crate::partner::api::parts::ApiParts;
use crate::partner::api::told::{PEOPLE, ShownPerson};
use crate::petition::PetitionCache;
use crate::signature::sign::intake::Intake;
use crate::signature::store::read::Signed;
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
    let reader = Reader {
        db: &caller.db,
        count_cache: &caller.count_cache,
        links: &intake.links,
        now: caller.now(),
    };
    let page = (asked.before(), asked.per_page);
    let page = parts
        .walks
        .page(&reader, listed, asked.filter(PEOPLE)?, page)
        .await?;
    let one = |one: Signed| {
        let shown = petition_cache.by_id(one.signature.petition);
        ShownPerson::of(&one, shown.as_deref()).told(&caller)
    };
    let listing = Listing {
        relation: "osdi:people",
        path: urls::api_collection("people"),
        total: page.total,
        items: page.found.into_iter().map(one).collect(),
    };
    Ok(listing.answer(&caller, &asked))
}
