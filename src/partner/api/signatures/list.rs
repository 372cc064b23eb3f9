//! GET /api/v2/petitions/{id}/signatures: what counts, the oldest form first, so that pages stay where they are while people sign.

use crate::account::token::scope::Scope;
use crate::partner::api::caller::Caller;
use crate::partner::api::filter::model::{FieldKind, Known};
use crate::partner::api::listing::{AskedPage, Listing};
use crate::partner::api::marks::{Listed, Reader};
use crate::partner::api::model::{ShownSignature, status};
use crate::partner::api::parts::ApiParts;
use crate::partner::api::paths::OnePath;
use crate::signature::model::SignatureState;
use crate::signature::reason::model::ReasonState;
use crate::signature::reason::store as reasons;
use crate::signature::sign::intake::Intake;
use crate::signature::store::read::Signed;
use crate::web::{Problem, urls};
use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use serde_json::Value;
use std::collections::HashMap;

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
        .page(&reader, listed, asked.filter(KNOWN)?, page)
        .await?;
    let listing = Listing {
        relation: "osdi:signatures",
        path: urls::api_signatures(petition),
        total: page.total,
        items: told(&caller, page.found).await?,
    };
    Ok(listing.answer(&caller, &asked))
}

/// Signatures as a program reads them, each with why somebody signed.
///
/// # Errors
/// 503 where that cannot be read.
pub(in crate::partner::api) async fn told(
    caller: &Caller,
    all: Vec<Signed>,
) -> Result<Vec<Value>, Problem> {
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
        };
        shown.told(caller)
    };
    Ok(all.iter().map(one).collect())
}
