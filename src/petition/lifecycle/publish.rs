//! GET and POST /organize/petitions/{id}/publish: what is still missing, and the press that opens
//! a petition to the world.

use crate::account::deed::Deed;
use crate::account::{Action, Actor, OrganizerForm};
use crate::base::texts::unicode::graphemes;
use crate::base::{Email, Id, Strictness, Time};
use crate::db::{self, Db, Tx};
use crate::mail::store::{self, MailStanding};
use crate::mail::{MailMark, OutgoingMail};
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::model::{Petition, PetitionState, PetitionText, Phase};
use crate::petition::petition_log::PetitionLog;
use crate::petition::rules::kind::Kind;
use crate::petition::store::petitions;
use crate::petition::text::lengths::{ASK_ADVISED, TITLE_ADVISED};
use crate::petition::wording::write;
use crate::petition::{PetitionCache, PublicPetition};
use crate::web::answers::answer::{page, see_other};
use crate::web::page::Frame;
use crate::web::{Error, Fields, PathArg, Result, Site, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;
use serde::Deserialize;

/// How one point of the checklist stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChecklistMark {
    /// Done.
    Done,
    /// Good to have; nothing waits for it.
    Advised,
    /// Publishing waits for it.
    Missing,
}

/// One point of the checklist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// The words key of its sentence.
    pub key: &'static str,
    /// How it stands.
    pub standing: ChecklistMark,
}

impl Point {
    fn new(
        is_done: bool,
        otherwise: ChecklistMark,
        done: &'static str,
        open: &'static str,
    ) -> Self {
        match is_done {
            true => Self {
                key: done,
                standing: ChecklistMark::Done,
            },
            false => Self {
                key: open,
                standing: otherwise,
            },
        }
    }
}

/// Whether anybody could confirm a signature.
fn mail_point(mail: &MailStanding) -> Point {
    let open = match mail {
        MailStanding::Fails(_) => "check-mail-fails",
        _ => "check-mail-untried",
    };
    let goes_out = *mail == MailStanding::GoesOut;
    Point::new(goes_out, ChecklistMark::Missing, "check-mail", open)
}

/// Everything that is looked at before a petition goes out.
#[must_use]
pub(crate) fn checklist(managed: &ManagedPetition, mail: &MailStanding, now: Time) -> Vec<Point> {
    use ChecklistMark::{Advised, Missing};
    let shown: Vec<&PetitionText> = managed.texts.iter().filter(|t| t.is_published).collect();
    let all = |has: fn(&PetitionText) -> bool| !shown.is_empty() && shown.iter().all(|t| has(t));
    let petition = &managed.petition;
    // Whether mail arrives there is not ours to test: only that it has the shape of an address.
    let contact = Email::parse(&managed.organization.contact_email, Strictness::Testing);
    vec![
        Point::new(!shown.is_empty(), Missing, "check-lang", "check-lang-none"),
        Point::new(
            all(|t| !t.title.is_empty()),
            Missing,
            "check-title-there",
            "check-title-none",
        ),
        Point::new(
            all(|t| !t.ask.is_empty()),
            Missing,
            "check-ask",
            "check-ask-none",
        ),
        Point::new(
            all(|t| !t.body.is_empty()),
            Missing,
            "check-body",
            "check-body-none",
        ),
        Point::new(
            petition.closes_at.is_none_or(|at| at > now),
            Missing,
            "check-closes",
            "check-closes-past",
        ),
        mail_point(mail),
        Point::new(
            contact.is_ok(),
            Advised,
            "check-contact",
            "check-contact-none",
        ),
        Point::new(
            petition.kind == Kind::Pledge || all(|t| !t.target.is_empty()),
            Advised,
            "check-target",
            "check-target-none",
        ),
        Point::new(
            all(|t| graphemes(&t.title) <= TITLE_ADVISED),
            Advised,
            "check-title-short",
            "check-title-long",
        ),
        Point::new(
            all(|t| graphemes(&t.ask) <= ASK_ADVISED),
            Advised,
            "check-ask-short",
            "check-ask-long",
        ),
    ]
}

/// Why a petition was not opened.
#[derive(Debug, thiserror::Error)]
pub enum PublishRefused {
    /// There is no such petition any more.
    #[error("no such petition")]
    Gone,
    /// It is closed: it stays so.
    #[error("a closed petition is not opened again")]
    Closed,
    /// Somebody wrote since the checklist was read.
    #[error("the checklist is of an earlier revision")]
    Stale,
    /// A point of the checklist is missing.
    #[error("something is missing")]
    Missing,
    /// The database.
    #[error(transparent)]
    Fault(#[from] db::Error),
}

impl From<PublishRefused> for Error {
    fn from(refusal: PublishRefused) -> Self {
        match refusal {
            PublishRefused::Gone => Self::NOT_FOUND,
            PublishRefused::Closed | PublishRefused::Stale => Self::CONFLICT,
            PublishRefused::Missing => Self::UNPROCESSABLE,
            PublishRefused::Fault(fault) => fault.into(),
        }
    }
}

/// Opens a draft as it was of `revision`, and keeps its wording in every published language. One
/// that is open already stays as it is. Nobody could confirm a signature without mail: `mail` is the mark of how it goes out.
///
/// # Errors
/// [`PublishRefused`]; nothing is written then.
pub fn publish(
    tx: &mut Tx<'_>,
    id: Id<Petition>,
    revision: i64,
    mail: &MailMark,
    now: Time,
) -> std::result::Result<Petition, PublishRefused> {
    let managed = ManagedPetition::load(tx, id)?.ok_or(PublishRefused::Gone)?;
    match managed.petition.phase(now) {
        Phase::Draft => {}
        Phase::Coming | Phase::Open | Phase::Paused => return Ok(managed.petition),
        Phase::Closed | Phase::Removed => return Err(PublishRefused::Closed),
    }
    let is_missing = |point: &Point| point.standing == ChecklistMark::Missing;
    let mail = store::mail_standing(tx, mail)?;
    if checklist(&managed, &mail, now).iter().any(is_missing) {
        return Err(PublishRefused::Missing);
    }
    let mut petition = managed.petition;
    if !petition.transition_to(PetitionState::Open, now) {
        return Err(PublishRefused::Closed);
    }
    if !petitions::update_from(tx, &mut petition, revision, now)? {
        return Err(PublishRefused::Stale);
    }
    write::keep(tx, &petition, &managed.texts, None, now)?;
    Ok(petition)
}

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
            Ok::<_, PublishRefused>(PublicPetition::load(tx, petition)?)
        })
        .await;
    match opened {
        Ok(shown) => {
            petition_cache.put(shown);
            tracing::info!(petition = %id, by = %actor.id, "published");
            Ok(see_other(&urls::share_kit_new(id)))
        }
        Err(PublishRefused::Missing) => {
            let (status, mail) = (
                StatusCode::UNPROCESSABLE_ENTITY,
                mail_of(&db, &outgoing).await?,
            );
            answer(&site, &actor, (&managed, &mail), status, false)
        }
        Err(PublishRefused::Stale) => {
            let mail = mail_of(&db, &outgoing).await?;
            answer(&site, &actor, (&managed, &mail), StatusCode::CONFLICT, true)
        }
        Err(refusal) => Err(refusal.into()),
    }
}
