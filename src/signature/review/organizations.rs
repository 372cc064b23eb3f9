//! GET /organize/petitions/{id}/organizations: organizations to decide about, the oldest first, and those that were.

use crate::account::{Action, Actor};
use crate::base::{Cursor, Id, Page};
use crate::db::{self, Conn, Db};
use crate::petition::Petition;
use crate::petition::endorsement::model::EndorsementCounts;
use crate::petition::endorsement::signing::pages::Picture;
use crate::petition::endorsement::{Endorsement, EndorsementState, store};
use crate::petition::managed_petition::ManagedPetition;
use crate::web::answers::answer::private_page;
use crate::web::page::{FilterLink, Frame};
use crate::web::{Error, PathArg, Result, Site, urls};
use crate::words::Words;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::CACHE_CONTROL;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;

/// Organizations of a page.
const SIZE: usize = 20;
/// One more, which says that there is a next page.
const LOOK: i64 = 21;

/// What is asked for, and what became of the last decision.
#[derive(Debug, Default, Deserialize)]
pub struct OrganizationsQuery {
    #[serde(default)]
    state: String,
    #[serde(default)]
    after: String,
    #[serde(default)]
    told: String,
}

/// A page of one state from a place on, and how many there are in each.
///
/// # Errors
/// A fault of the database.
pub fn read(
    conn: &mut Conn,
    petition: Id<Petition>,
    state: EndorsementState,
    from: Option<&Cursor>,
) -> db::Result<(Page<Endorsement>, EndorsementCounts)> {
    let after = from.and_then(|from| Id::parse(from.key().first()?).ok());
    let found = store::oldest(conn, petition, state, after, LOOK)?;
    let page = Page::cut(found, SIZE, None, |one| vec![one.id.to_string()]);
    Ok((page, store::counts(conn, petition)?))
}

/// One organization as a card.
struct OrganizationCard {
    id: String,
    name: String,
    logo: Option<Picture>,
    /// Who signs for it, and where they are reached.
    contact: Option<(String, String)>,
    is_suspect: bool,
    at: String,
    ago: String,
}

#[derive(Template)]
#[template(path = "signature/review/organizations.html")]
struct OrganizationsPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    title: &'a str,
    action: String,
    state: &'static str,
    /// The key of what became of the last decision, if it did not become what was meant.
    notice: Option<&'static str>,
    ways: Vec<FilterLink>,
    cards: Vec<OrganizationCard>,
    /// What a button sends, and the end of the key of what it says.
    buttons: &'static [(&'static str, &'static str)],
    next: Option<String>,
}

/// What may be decided about organizations of this state.
fn buttons(state: EndorsementState) -> &'static [(&'static str, &'static str)] {
    match state {
        EndorsementState::Waiting => &[("show", "show"), ("refuse", "refuse")],
        EndorsementState::Shown => &[("refuse", "take-off")],
        EndorsementState::Refused => &[("show", "show")],
        EndorsementState::Typed | EndorsementState::Withdrawn => &[],
    }
}

/// The page.
///
/// # Errors
/// 404 and 403 as [`ManagedPetition::open`]; 422 for a place in the list that is none.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
    asked: Query<OrganizationsQuery>,
) -> Result {
    let managed = ManagedPetition::open(&db, &actor, id, Action::Moderate).await?;
    let state = EndorsementState::parse(&asked.state).unwrap_or(EndorsementState::Waiting);
    let from = Cursor::asked(&asked.after)?;
    let (page, counts) = db
        .read(move |conn| read(conn, id, state, from.as_ref()))
        .await?;
    let (w, now) = (actor.words(&site), site.clock.now());
    let here = urls::organizations(id);
    let next = page.next.as_ref();
    let next = next.map(|cursor| urls::organizations_at(id, state.as_str(), Some(cursor)));
    let cards = page.rows.into_iter().map(|one| OrganizationCard {
        id: one.id.to_string(),
        logo: one
            .logo
            .as_ref()
            .map(|name| Picture::of(name, urls::organization_logo(one.id))),
        name: one.name,
        contact: one.contact.map(|contact| (contact.name, contact.email)),
        is_suspect: one.is_suspect,
        at: one.created_at.rfc3339(),
        ago: w.ago(one.created_at, now),
    });
    let ways = EndorsementState::READ.into_iter().map(|one| FilterLink {
        label: w.say1("organizations-state", "state", one.as_str()),
        href: urls::organizations_at(id, one.as_str(), None),
        number: w.number(counts.of(one)),
        is_current: one == state,
    });
    private_page(
        StatusCode::OK,
        &OrganizationsPage {
            frame: managed.console_frame(&site, &w, &actor, &here, w.say("console-organizations")),
            w: &w,
            title: managed.title(actor.lang),
            action: here,
            state: state.as_str(),
            notice: match asked.told.as_str() {
                "missed" => Some("organizations-missed"),
                "twice" => Some("organizations-twice"),
                _ => None,
            },
            ways: ways.collect(),
            cards: cards.collect(),
            buttons: buttons(state),
            next,
        },
    )
}

/// GET /organize/organizations/{id}/logo.png: a logo that may not be public.
///
/// # Errors
/// 404 and 403 as [`ManagedPetition::open`]; 404 where there is none.
pub async fn logo(db: Data<Db>, actor: Actor, PathArg(id): PathArg<Id<Endorsement>>) -> Result {
    let found = db.read(move |conn| store::find(conn, id)).await?;
    let found = found.filter(|found| EndorsementState::READ.contains(&found.state));
    let petition = found.ok_or(Error::NOT_FOUND)?.petition;
    ManagedPetition::open(&db, &actor, petition, Action::Moderate).await?;
    let png = db.read(move |conn| store::logo(conn, id)).await?;
    Ok(HttpResponse::Ok()
        .content_type("image/png")
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(png.ok_or(Error::NOT_FOUND)?))
}
