//! GET /api/v2/petitions: the petitions of the token's organization, the oldest first.

use crate::account::token::model::Reach;
use crate::account::token::scope::Scope;
use crate::base::Id;
use crate::partner::api::caller::Caller;
use crate::partner::api::filter::model::{FieldKind, Known, Value};
use crate::partner::api::listing::{AskedPage, Listing};
use crate::partner::api::told::petition;
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::store::petitions;
use crate::petition::{Petition, PetitionState};
use crate::web::{Problem, urls};
use actix_web::HttpResponse;

const KNOWN: Known = &[
    ("identifier", FieldKind::Identifier),
    ("created_date", FieldKind::Time),
    ("modified_date", FieldKind::Time),
    ("origin_system", FieldKind::Text),
    ("title", FieldKind::Text),
    ("name", FieldKind::Text),
    ("target_name", FieldKind::Text),
];

fn values(field: &str, one: &ManagedPetition) -> Vec<Value> {
    let petition = &one.petition;
    let target = || one.text(petition.lang).map_or("", |text| &text.target);
    vec![match field {
        "identifier" => Value::text(&petition.id.to_string()),
        "created_date" => Value::time(petition.created_at),
        "modified_date" => Value::time(petition.updated_at),
        "title" | "name" => Value::text(one.title(petition.lang)),
        "target_name" => Value::text(target()),
        _ => Value::text(crate::partner::api::told::NAMESPACE),
    }]
}

/// The petitions, drafts too; what was taken down is not among them.
///
/// # Errors
/// 403 without the scope `petitions:read`; 400 for a filter that cannot be read.
pub async fn get(caller: Caller, asked: AskedPage) -> Result<HttpResponse, Problem> {
    caller.allow(Scope::PetitionsRead, Reach::Listed)?;
    let filter = asked.filter(KNOWN)?;
    let organization = caller.token.organization;
    let limits = caller.token.petitions.clone();
    let (before, most) = (asked.before(), asked.per_page);
    let read = move |conn: &mut _| {
        let mut found = petitions::of_organization(conn, organization)?.petitions;
        found.retain(|one| {
            let is_within = limits
                .as_ref()
                .is_none_or(|all| all.contains(&one.id.cast()));
            one.state != PetitionState::Removed && is_within
        });
        found.sort_by_key(|one| one.id);
        let load = |conn: &mut _, ids: &[Id<Petition>]| {
            let mut all = Vec::with_capacity(ids.len());
            for id in ids {
                all.extend(ManagedPetition::load(conn, *id)?);
            }
            Ok::<_, crate::db::Error>(all)
        };
        let mut ids: Vec<Id<Petition>> = found.into_iter().map(|one| one.id).collect();
        let page = |n: usize| {
            let skipped = usize::try_from(before).unwrap_or(usize::MAX).min(n);
            let most = usize::try_from(most).unwrap_or_default();
            skipped..skipped.saturating_add(most).min(n)
        };
        let Some(filter) = filter else {
            let total = ids.len();
            ids = ids.get(page(total)).map(<[_]>::to_vec).unwrap_or_default();
            return Ok::<_, crate::db::Error>((total, load(conn, &ids)?));
        };
        let mut all = load(conn, &ids)?;
        all.retain(|one| filter.means(&|field: &str| values(field, one)));
        let total = all.len();
        all = all.drain(page(total)).collect();
        Ok((total, all))
    };
    let (total, shown): (usize, Vec<ManagedPetition>) = caller.db.read(read).await?;
    let listing = Listing {
        relation: "osdi:petitions",
        path: urls::api_collection("petitions"),
        total: i64::try_from(total).unwrap_or(i64::MAX),
        items: shown.iter().map(|one| petition(&caller, one)).collect(),
    };
    Ok(listing.answer(&caller, &asked))
}
