//! GET and POST /organize/petitions/{id}/publish: what is still missing, and the press that opens
//! a petition to the world.

use super::publishing::{ChecklistMark, NotPublished, Point, checklist, publish};
use crate::account::deed::Deed;
use crate::account::{Action, Actor, OrganizerForm};
use crate::base::Id;
use crate::db::Db;
use crate::mail::OutgoingMail;
use crate::mail::store::{self, MailStanding};
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::model::{Petition, PetitionState};
use crate::petition::petition_log::PetitionLog;
use crate::petition::{PetitionCache, PublicPetition};
use crate::web::answers::answer::{page, see_other};
use crate::web::page::Frame;
use crate::web::{Error, Fields, PathArg, Result, Site, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;
use serde::Deserialize;

/// The form: the revision that was looked at.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublishForm {
    revision: String,
}

impl Fields for PublishForm {}

#[derive(Template)]
#[template(path = "petition/lifecycle/publish.html")]
struct PublishPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    action: String,
    title: &'a str,
    points: Vec<Point>,
    revision: i64,
    edit_href: String,
    preview_href: String,
    address: String,
    /// Where mail is tried out; none for who may not, and while it goes out.
    mail_href: Option<String>,
    /// Whether whoever runs the site has to be asked to.
    asks_operator: bool,
    /// Somebody wrote since the list was read.
    is_stale: bool,
}

impl PublishPage<'_> {
    fn is_ready(&self) -> bool {
        self.points
            .iter()
            .all(|point| point.standing != ChecklistMark::Missing)
    }
}

fn answer(
    site: &Site,
    actor: &Actor,
    (managed, mail): (&ManagedPetition, &MailStanding),
    status: StatusCode,
    is_stale: bool,
) -> Result {
    let w = actor.words(site);
    let id = managed.petition.id;
    let needs_mail = *mail != MailStanding::GoesOut;
    page(
        status,
        &PublishPage {
            frame: managed.console_frame(
                site,
                &w,
                actor,
                &urls::edit_petition(id),
                w.say("publish-title"),
            ),
            w: &w,
            action: urls::publish_petition(id),
            title: managed.title(actor.lang),
            points: checklist(managed, mail, site.clock.now()),
            revision: managed.petition.revision,
            edit_href: urls::edit_petition(id),
            preview_href: urls::preview(id, managed.petition.lang),
            address: format!(
                "{}{}",
                site.base_url,
                urls::petition(None, &managed.petition.slug)
            ),
            mail_href: (needs_mail && actor.is_operator).then(urls::first_mail),
            asks_operator: needs_mail && !actor.is_operator,
            is_stale,
        },
    )
}

/// How mail stands, for the list.
async fn mail_of(db: &Db, outgoing: &OutgoingMail) -> std::result::Result<MailStanding, Error> {
    let mark = outgoing.mark.clone();
    let read = db.read(move |conn| store::mail_standing(conn, &mark));
    Ok(read.await?)
}

/// The checklist. A petition that is out already leads to its overview.
///
/// # Errors
/// 404 and 403 as [`ManagedPetition::open`].
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    outgoing: Data<OutgoingMail>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
) -> Result {
    let managed = ManagedPetition::open(&db, &actor, id, Action::PublishPetition).await?;
    if managed.petition.state != PetitionState::Draft {
        return Ok(see_other(&urls::overview(id)));
    }
    let mail = mail_of(&db, &outgoing).await?;
    answer(&site, &actor, (&managed, &mail), StatusCode::OK, false)
}

/// Opens it.
///
/// # Errors
/// 404, 403, and 409 for one that is closed; what is missing is no error but the list again.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    petition_cache: Data<PetitionCache>,
    outgoing: Data<OutgoingMail>,
    PathArg(id): PathArg<Id<Petition>>,
    posted: OrganizerForm<PublishForm>,
) -> Result {
    let OrganizerForm { actor, fields } = posted;
    let managed = ManagedPetition::open(&db, &actor, id, Action::PublishPetition).await?;
    let now = site.clock.now();
    let log = PetitionLog::of(&managed, &actor, now);
    let revision: i64 = fields.revision.parse().map_err(|_| Error::UNPROCESSABLE)?;
    let mark = outgoing.mark.clone();
    let opened = db
        .write(move |tx| {
            let petition = publish(tx, id, revision, &mark, now)?;
            if petition.published_at == Some(now) {
                log.did(tx, Deed::PUBLISHED)?;
            }
            Ok::<_, NotPublished>(PublicPetition::load(tx, petition)?)
        })
        .await;
    match opened {
        Ok(shown) => {
            petition_cache.put(shown);
            tracing::info!(petition = %id, by = %actor.id, "published");
            Ok(see_other(&urls::share_kit_new(id)))
        }
        Err(NotPublished::Missing) => {
            let (status, mail) = (
                StatusCode::UNPROCESSABLE_ENTITY,
                mail_of(&db, &outgoing).await?,
            );
            answer(&site, &actor, (&managed, &mail), status, false)
        }
        Err(NotPublished::Stale) => {
            let mail = mail_of(&db, &outgoing).await?;
            answer(&site, &actor, (&managed, &mail), StatusCode::CONFLICT, true)
        }
        Err(refusal) => Err(refusal.into()),
    }
}
