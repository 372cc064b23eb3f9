//! GET and POST /organize/signatures/{id}/listing: how a name stands on the public list. Organizers
//! put right under what it is sorted, and pin the first signers; they never show a name whose owner
//! does not.

use crate::account::deed::Deed;
use crate::account::{Action, Actor, DraftForm};
use crate::base::{Id, Invalid, Line};
use crate::count::{self, Change};
use crate::db::{Db, Error as Fault};
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::petition_log::PetitionLog;
use crate::signature::model::{Signature, SignatureState};
use crate::signature::store::read::{self, Signed};
use crate::signature::store::register::sync::{self, Listing};
use crate::web::answers::answer::{page, see_other};
use crate::web::page::{Errors, Frame};
use crate::web::{Error, Fields, NotSaved, PathArg, Result, Site, TextField, WrongFields, urls};
use crate::words::Words;
use actix_web::web::Data;
use askama::Template;
use serde::Deserialize;

/// Most characters to sort a name by.
const LONGEST: usize = 200;

/// What is typed.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegisterEntryForm {
    #[serde(default)]
    sorted_as: String,
    #[serde(default)]
    first: String,
}

impl Fields for RegisterEntryForm {
    const TEXTS: &'static [TextField] =
        &[TextField::one("sorted_as", "listing-sorted-as", LONGEST)];
}

#[derive(Template)]
#[template(path = "signature/console/register_entry.html")]
struct RegisterEntryPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    action: String,
    keep_href: String,
    name: &'a str,
    sorted_as: &'a str,
    is_first: bool,
    errors: Errors,
    is_from_before: bool,
}

/// A signature that stands on the list, and the desk of its petition.
async fn open(db: &Db, actor: &Actor, id: Id<Signature>) -> Result<(ManagedPetition, Signed)> {
    let signed = db
        .read(move |conn| read::find(conn, id))
        .await?
        .ok_or(Error::NOT_FOUND)?;
    let managed =
        ManagedPetition::open(db, actor, signed.signature.petition, Action::Moderate).await?;
    let is_listed = signed.signature.state == SignatureState::Counted
        && signed
            .signer
            .as_ref()
            .is_some_and(|signer| signer.visibility.is_named());
    if is_listed {
        Ok((managed, signed))
    } else {
        Err(Error::CONFLICT)
    }
}

fn answer(
    site: &Site,
    actor: &Actor,
    managed: &ManagedPetition,
    signed: &Signed,
    typed: &RegisterEntryForm,
    said: &NotSaved,
) -> Result {
    let w = actor.words(site);
    let errors = said.wrong.said(&w);
    let petition = managed.petition.id;
    page(
        said.status(),
        &RegisterEntryPage {
            frame: managed
                .console_frame(
                    site,
                    &w,
                    actor,
                    &urls::signatures(petition),
                    w.say("listing-title"),
                )
                .with_errors(!errors.is_empty()),
            w: &w,
            action: urls::listing(signed.signature.id),
            keep_href: urls::signatures(petition),
            name: signed
                .signer
                .as_ref()
                .map_or("", |signer| signer.name.as_str()),
            sorted_as: &typed.sorted_as,
            is_first: !typed.first.is_empty(),
            errors,
            is_from_before: said.is_from_before,
        },
    )
}

/// The form.
///
/// # Errors
/// 404, 403; 409 when the name is not on the list.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Signature>>,
) -> Result {
    let (managed, signed) = open(&db, &actor, id).await?;
    let now = db
        .read(move |conn| sync::find(conn, id))
        .await?
        .unwrap_or_default();
    let typed = RegisterEntryForm {
        sorted_as: now.sorted_as.unwrap_or_default(),
        first: if now.is_first {
            "1".to_owned()
        } else {
            String::new()
        },
    };
    answer(
        &site,
        &actor,
        &managed,
        &signed,
        &typed,
        &NotSaved::default(),
    )
}

/// Writes it, and lists the name so at once.
///
/// # Errors
/// 404, 403; 409 when the name is not on the list; 422 when it cannot be sorted so.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    PathArg(id): PathArg<Id<Signature>>,
    drafted: DraftForm<RegisterEntryForm>,
) -> Result {
    let DraftForm {
        actor,
        fields: typed,
        is_from_before,
    } = drafted;
    let (managed, signed) = open(&db, &actor, id).await?;
    let again = |said: &NotSaved| answer(&site, &actor, &managed, &signed, &typed, said);
    if is_from_before {
        return again(&NotSaved::from_before());
    }
    let sorted_as = match Line::<LONGEST>::optional(&typed.sorted_as) {
        Ok(line) => line.map(String::from),
        Err(Invalid { key }) => return again(&WrongFields::one("sorted_as", key).into()),
    };
    let listing = Listing {
        sorted_as,
        is_first: !typed.first.is_empty(),
    };
    let (petition, now) = (managed.petition.id, site.clock.now());
    let log = PetitionLog::of(&managed, &actor, now);
    db.write(move |tx| {
        log.did(tx, Deed::LISTING)?;
        count::store::tallies::lock_counts(tx, &[petition.cast()])?;
        sync::set(tx, id, &listing)?;
        sync::follow(tx, &[id])?;
        // No number moves, but whoever shows names from memory is to look again.
        count::store::tallies::add(tx, petition.cast(), Change::default(), now)?;
        Ok::<_, Fault>(())
    })
    .await?;
    tracing::info!(petition = %petition, by = %actor.id, "listed a name anew");
    Ok(see_other(&urls::signatures(petition)))
}
