//! GET and POST /organize/signatures/{id}/listing: how a name stands on the public list. Organizers
//! put right under what it is sorted, and pin the first signers; they never show a name whose owner
//! does not.

use crate::account::{Action, Actor, Drafted};
use crate::base::{Id, Line};
use crate::count::{self, Change};
use crate::db::{Db, Error as Fault};
use crate::petition::desk::ManagedPetition;
use crate::signature::model::{Signature, SignatureState};
use crate::signature::store::read::{self, Signed};
use crate::signature::store::register_sync::{self, Listing};
use crate::web::answers::answer::{page, see_other};
use crate::web::page::{Errors, Frame, Menu};
use crate::web::{Error, Fields, PathArg, Result, Site, TextField, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;
use serde::Deserialize;

/// Most characters to sort a name by.
const LONGEST: usize = 200;

/// What is typed.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListingForm {
    #[serde(default)]
    sorted_as: String,
    #[serde(default)]
    first: String,
}

impl Fields for ListingForm {
    const TEXTS: &'static [TextField] =
        &[TextField::one("sorted_as", "listing-sorted-as", LONGEST)];
}

#[derive(Template)]
#[template(path = "signature/console/listing.html")]
struct ListingPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    menu: Menu,
    guard: String,
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
    let desk =
        ManagedPetition::open(db, actor, signed.signature.petition, Action::Moderate).await?;
    let is_listed = signed.signature.state == SignatureState::Counted
        && signed
            .signer
            .as_ref()
            .is_some_and(|signer| signer.visibility.is_named());
    if is_listed {
        Ok((desk, signed))
    } else {
        Err(Error::CONFLICT)
    }
}

fn answer(
    site: &Site,
    actor: &Actor,
    desk: &ManagedPetition,
    signed: &Signed,
    typed: &ListingForm,
    errors: Errors,
    is_from_before: bool,
) -> Result {
    let w = actor.words(site);
    let petition = desk.petition.id;
    let menu = desk.console_menu(&w, actor, &urls::signatures(petition));
    let status = match errors.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    page(
        status,
        &ListingPage {
            frame: actor
                .frame(site, &w, w.say("listing-title"))
                .with_errors(!errors.is_empty()),
            w: &w,
            menu,
            guard: actor.guard(),
            action: urls::listing(signed.signature.id),
            keep_href: urls::signatures(petition),
            name: signed
                .signer
                .as_ref()
                .map_or("", |signer| signer.name.as_str()),
            sorted_as: &typed.sorted_as,
            is_first: !typed.first.is_empty(),
            errors,
            is_from_before,
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
    let (desk, signed) = open(&db, &actor, id).await?;
    let now = db
        .read(move |conn| register_sync::find(conn, id))
        .await?
        .unwrap_or_default();
    let typed = ListingForm {
        sorted_as: now.sorted_as.unwrap_or_default(),
        first: if now.is_first {
            "1".to_owned()
        } else {
            String::new()
        },
    };
    let none = Errors::none();
    answer(&site, &actor, &desk, &signed, &typed, none, false)
}

/// Writes it, and lists the name so at once.
///
/// # Errors
/// 404, 403; 409 when the name is not on the list; 422 when it cannot be sorted so.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    PathArg(id): PathArg<Id<Signature>>,
    drafted: Drafted<ListingForm>,
) -> Result {
    let Drafted {
        actor,
        fields: typed,
        is_from_before,
    } = drafted;
    let (desk, signed) = open(&db, &actor, id).await?;
    if is_from_before {
        let none = Errors::none();
        return answer(&site, &actor, &desk, &signed, &typed, none, true);
    }
    let sorted_as = match Line::<LONGEST>::optional(&typed.sorted_as) {
        Ok(line) => line.map(String::from),
        Err(wrong) => {
            let errors = Errors::none().with("sorted_as", actor.words(&site).say(wrong.key));
            return answer(&site, &actor, &desk, &signed, &typed, errors, false);
        }
    };
    let listing = Listing {
        sorted_as,
        is_first: !typed.first.is_empty(),
    };
    let (petition, now) = (desk.petition.id, site.clock.now());
    db.write(move |tx| {
        count::store::tallies::lock_counts(tx, &[petition.cast()])?;
        register_sync::set(tx, id, &listing)?;
        register_sync::follow(tx, &[id])?;
        // No number moves, but whoever shows names from memory is to look again.
        count::store::tallies::add(tx, petition.cast(), Change::default(), now)?;
        Ok::<_, Fault>(())
    })
    .await?;
    tracing::info!(petition = %petition, by = %actor.id, "listed a name anew");
    Ok(see_other(&urls::signatures(petition)))
}
