//! POST /organize/petitions/{id}/export/organizations: takes the list of a petition's organizations, with whoever signed for them.

use crate::account::deed::Deed;
use crate::account::{Action, ProvedForm};
use crate::base::texts::csv::{BOM, row};
use crate::base::{Id, Time};
use crate::db::{Conn, Db, Result as Read};
use crate::petition::Petition;
use crate::petition::endorsement::{Endorsement, EndorsementState, store};
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::petition_log::PetitionLog;
use crate::web::{Fields, PathArg, Result, Site};
use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION};
use actix_web::web::Data;
use serde::Deserialize;

/// Columns. The person is named as in the list of signatures: CiviCRM takes a column that holds `contac` for its own
/// internal number and writes over strangers.
pub(crate) const HEADER: [&str; 7] = [
    "organization",
    "full_name",
    "email",
    "state",
    "language",
    "created_at",
    "confirmed_at",
];

/// Endorsements read at once.
const PAGE: i64 = 1_000;

/// A button without fields.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExportOrganizationsForm {}

impl Fields for ExportOrganizationsForm {}

/// The list of those that a mailbox has confirmed and nobody has taken back, state after state, the oldest first.
///
/// # Errors
/// A fault of the database.
pub fn table(conn: &mut Conn, petition: Id<Petition>) -> Read<Vec<u8>> {
    let mut out = Vec::new();
    row(&mut out, &HEADER);
    for state in EndorsementState::READ {
        let mut after = None;
        loop {
            let page = store::oldest(conn, petition, state, after, PAGE)?;
            let Some(last) = page.last() else {
                break;
            };
            after = Some(last.id);
            for one in &page {
                line(&mut out, one);
            }
        }
    }
    Ok(out)
}

fn line(out: &mut Vec<u8>, one: &Endorsement) {
    let contact = one.contact.as_ref();
    let confirmed = one.confirmed_at.map(Time::rfc3339).unwrap_or_default();
    row(
        out,
        &[
            &one.name,
            contact.map_or("", |contact| &contact.name),
            contact.map_or("", |contact| &contact.email),
            one.state.as_str(),
            one.lang.as_str(),
            &one.created_at.rfc3339(),
            &confirmed,
        ],
    );
}

/// The file: organizations are few, and each was confirmed by a mailbox.
///
/// # Errors
/// 404 and 403 as [`ManagedPetition::open`]; 503 while the database is away.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    PathArg(id): PathArg<Id<Petition>>,
    posted: ProvedForm<ExportOrganizationsForm>,
) -> Result {
    let actor = posted.actor;
    let managed = ManagedPetition::open(&db, &actor, id, Action::ExportSigners).await?;
    actor.may_handle_addresses(site.clock.now())?;
    let log = PetitionLog::of(&managed, &actor, site.clock.now());
    let day: String = site.clock.now().rfc3339().chars().take(10).collect();
    let name = format!("{}-organizations-{day}.csv", managed.petition.slug);
    let (taken, secrets) = (name.clone(), site.secrets.clone());
    let deed = Deed::EXPORTED_ORGANIZATIONS;
    db.write(move |tx| log.took_list(tx, &secrets, deed, (&taken, None)))
        .await?;
    let mut file = BOM.to_vec();
    file.extend(db.read(move |conn| table(conn, id)).await?);
    tracing::info!(petition = %id, by = %actor.id, "a list of organizations is taken");
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((
            CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ))
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(file))
}
