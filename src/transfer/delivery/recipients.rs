//! GET and POST /organize/petitions/{id}/delivery/recipients: to whom the petition is to be handed over, and on which day.

use super::recipients_form::{RecipientLine, RecipientsForm};
use crate::account::deed::Deed;
use crate::account::{Actor, DraftForm};
use crate::base::Id;
use crate::db::{self, Db};
use crate::petition::delivery::{NAME, RECIPIENTS};
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::petition_log::PetitionLog;
use crate::petition::store::{deliveries, petitions};
use crate::petition::{Petition, PetitionCache, PublicPetition};
use crate::web::answers::answer::{page, see_other};
use crate::web::page::{Errors, Frame};
use crate::web::{NotSaved, PathArg, Result, Site, WrongFields, urls};
use crate::words::Words;
use actix_web::web::Data;
use askama::Template;

#[derive(Template)]
#[template(path = "transfer/delivery/recipients.html")]
struct RecipientsPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    action: String,
    title: &'a str,
    revision: &'a str,
    day: &'a str,
    lines: &'a [RecipientLine],
    errors: Errors,
    /// Somebody wrote since the page was read.
    is_stale: bool,
    /// Written in an earlier session.
    is_from_before: bool,
    keep_href: String,
}

impl RecipientsPage<'_> {
    /// Whether what stands in the form is not what is saved.
    fn is_unsaved(&self) -> bool {
        self.is_from_before || self.is_stale || !self.errors.is_empty()
    }

    /// How a field of a line is written.
    fn bounded() -> String {
        format!(" dir=\"auto\" maxlength=\"{NAME}\" autocomplete=\"off\"")
    }
}

/// What is wrong, each with the recipient it is wrong of: a list of links says the same thing ten times otherwise.
fn told(w: &Words, wrong: &WrongFields) -> Errors {
    let one = |errors: Errors, (field, key): &(String, &'static str)| {
        let n = field
            .rsplit_once('-')
            .and_then(|(_, n)| n.parse::<i64>().ok());
        let said = w.say(key);
        let said = match n {
            Some(n) => format!("{}: {said}", w.say1("delivery-recipient", "n", n + 1)),
            None => said.to_owned(),
        };
        errors.with(field.clone(), said)
    };
    wrong.list().iter().fold(Errors::none(), one)
}

fn answer(
    site: &Site,
    actor: &Actor,
    managed: &ManagedPetition,
    mut typed: RecipientsForm,
    said: &NotSaved,
) -> Result {
    let w = actor.words(site);
    typed.complete();
    let errors = told(&w, &said.wrong);
    let id = managed.petition.id;
    let heading = w.say("delivery-recipients");
    page(
        said.status(),
        &RecipientsPage {
            frame: managed
                .console_frame(site, &w, actor, &urls::delivery(id), heading)
                .with_errors(!errors.is_empty()),
            w: &w,
            action: urls::recipients(id),
            title: managed.title(actor.lang),
            revision: &typed.revision,
            day: &typed.day,
            lines: &typed.lines,
            errors,
            is_stale: said.is_stale,
            is_from_before: said.is_from_before,
            keep_href: urls::delivery(id),
        },
    )
}

/// The form as things stand.
///
/// # Errors
/// 404 and 403 as [`ManagedPetition::open`]; 409 for a petition that was taken down.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
) -> Result {
    let managed = ManagedPetition::open_standing(&db, &actor, id).await?;
    let plan = db.read(move |conn| deliveries::plan(conn, id)).await?;
    let typed = RecipientsForm::of(managed.petition.revision, &plan);
    answer(&site, &actor, &managed, typed, &NotSaved::default())
}

/// Writes them, or gives the form back with what is wrong. When somebody wrote meanwhile it comes back too, 409, and the next press
/// decides.
///
/// # Errors
/// As [`get`].
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    petition_cache: Data<PetitionCache>,
    PathArg(id): PathArg<Id<Petition>>,
    drafted: DraftForm<RecipientsForm>,
) -> Result {
    let DraftForm {
        actor,
        fields: mut typed,
        is_from_before,
    } = drafted;
    let managed = ManagedPetition::open_standing(&db, &actor, id).await?;
    let revision: i64 = typed.revision.parse().unwrap_or_default();
    let is_stale = revision != managed.petition.revision;
    let (wanted, wrong) = match typed.read() {
        Ok(wanted) => (wanted, WrongFields::default()),
        Err(wrong) => (Default::default(), wrong),
    };
    let said = NotSaved {
        is_stale,
        is_from_before,
        wrong,
    };
    if said.is_any() {
        typed.revision = managed.petition.revision.to_string();
        return answer(&site, &actor, &managed, typed, &said);
    }
    let now = site.clock.now();
    let log = PetitionLog::of(&managed, &actor, now);
    let written = db
        .write(move |tx| {
            let Some(mut petition) = petitions::find(tx, id)? else {
                return Ok::<_, db::Error>(None);
            };
            if !petitions::update_from(tx, &mut petition, revision, now)? {
                return Ok(None);
            }
            deliveries::replace_plan(tx, id, &wanted)?;
            log.did(tx, Deed::DELIVERY_PLAN)?;
            PublicPetition::load(tx, petition).map(Some)
        })
        .await?;
    match written {
        Some(shown) => {
            petition_cache.put(shown);
            tracing::info!(petition = %id, by = %actor.id, "recipients changed");
            Ok(see_other(&format!("{}?saved=true", urls::delivery(id))))
        }
        None => {
            let managed = ManagedPetition::open_standing(&db, &actor, id).await?;
            typed.revision = managed.petition.revision.to_string();
            answer(&site, &actor, &managed, typed, &NotSaved::stale())
        }
    }
}
