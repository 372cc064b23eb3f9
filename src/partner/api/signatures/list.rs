//! GET /api/v2/petitions/{id}/signatures: what counts, the oldest form first, so that pages stay where they are while people sign.

use crate::account::token::scope::Scope;
use crate::partner::api::caller::Caller;
use crate::partner::api::filter::model::{FieldKind, Known};
use crate::partner::api::found::{reader, signatures};
use crate::partner::api::listing::{AskedPage, Listing};
use crate::partner::api::marks::Listed;
use crate::partner::api::parts::ApiParts;
use crate::partner::api::paths::OnePath;
use crate::signature::sign::intake::Intake;
use crate::web::{Problem, urls};
use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

const KNOWN: Known = &[
    ("identifier", FieldKind::Identifier),
    ("created_date", FieldKind::Time),
    ("modified_date", FieldKind::Time),
    ("action_date", FieldKind::Time),
];

/// The signatures.
///
/// # Errors
/// 404 for a petition that is not its own; 403 without the scope `people:read`, and where the petition is set to high risk; 400 for a filter
/// that cannot be read.
pub async fn get(
    caller: Caller,
    asked: AskedPage,
    parts: Data<ApiParts>,
    intake: Data<Intake>,
    path: Path<OnePath>,
) -> Result<HttpResponse, Problem> {
    let managed = caller
        .petition_with_people(Scope::PeopleRead, &path.id)
        .await?;
    let petition = managed.petition.id;
    let listed = Listed {
        petitions: vec![petition],
        written: asked.filter.clone(),
        are_people: false,
    };
    let reader = reader(&caller, &intake);
    let page = (asked.before(), asked.per_page);
    let page = parts
        .walks
        .page(&reader, listed, asked.filter(KNOWN)?, page)
        .await?;
    let listing = Listing {
        relation: "osdi:signatures",
        path: urls::api_signatures(petition),
        total: page.total,
        items: signatures(&caller, page.found).await?,
    };
    Ok(listing.answer(&caller, &asked))
}
