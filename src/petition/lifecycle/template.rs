//! GET and POST /organize/petitions/{id}/template: a new draft with the words, the form and the settings of a petition there is.

use super::transition::{self, TransitionForm, TransitionQuestion};
use crate::account::deed::Deed;
use crate::account::{Action, Actor, OrganizerForm};
use crate::base::{Id, Time};
use crate::db::{Db, Result as DbResult, Tx};
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::model::{Petition, PetitionState};
use crate::petition::petition_log::PetitionLog;
use crate::petition::rules::promises::PledgeOption;
use crate::petition::store::{former_slugs, founders, petitions, promises, questions, share_texts};
use crate::web::answers::answer::see_other;
use crate::web::{PathArg, Result, Site, urls};
use actix_web::web::Data;

const QUESTION: TransitionQuestion = TransitionQuestion {
    title: "template-title",
    text: "template-text",
    button: "template-button",
    is_grave: false,
};

/// Writes the draft. Nothing of what happened comes along: no signature, no day, no address, no picture; and nothing that was
/// promised to whoever signed the other.
///
/// # Errors
/// A fault of the database.
pub fn begin_after(tx: &mut Tx<'_>, of: &ManagedPetition, now: Time) -> DbResult<Id<Petition>> {
    let id = Id::new(now);
    let own = of.petition.lang;
    let slug = former_slugs::free(tx, of.title(own), of.petition.kind, id)?;
    let mut settings = of.petition.settings.clone();
    settings.high_risk_since = settings.high_risk.then_some(now);
    let petition = Petition {
        id,
        slug,
        state: PetitionState::Draft,
        opens_at: None,
        closes_at: None,
        published_at: None,
        closed_at: None,
        keeps_last: None,
        archived_at: None,
        settings,
        revision: 1,
        created_at: now,
        updated_at: now,
        ..of.petition.clone()
    };
    petitions::insert(tx, &petition)?;
    for text in &of.texts {
        let mut text = text.clone();
        text.outcome = None;
        text.outcome_html = None;
        petitions::save_text(tx, id, &text, now)?;
    }
    let names: Vec<String> = of.founders.iter().map(|one| one.name.clone()).collect();
    founders::name(tx, id, &names, now)?;
    let offered = of.promises.offered().iter().map(|one| PledgeOption {
        id: Id::new(now),
        ..one.clone()
    });
    promises::offer(tx, id, &offered.collect::<Vec<_>>())?;
    for question in of.questions.on_form() {
        questions::save(tx, id, question)?;
    }
    for (lang, texts) in share_texts::of(tx, of.petition.id)? {
        share_texts::put(tx, id, lang, &texts)?;
    }
    Ok(id)
}

/// The page that asks; nothing is made yet.
///
/// # Errors
/// 404, and 403 for somebody who may begin no petition.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
) -> Result {
    let managed = ManagedPetition::open(&db, &actor, id, Action::CreatePetition).await?;
    let action = urls::petition_template(id);
    transition::question(&site, &actor, &managed, QUESTION, action, None)
}

/// Makes the draft and goes to its editor.
///
/// # Errors
/// As [`get`].
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    PathArg(id): PathArg<Id<Petition>>,
    posted: OrganizerForm<TransitionForm>,
) -> Result {
    let actor = posted.actor;
    let managed = ManagedPetition::open(&db, &actor, id, Action::CreatePetition).await?;
    let now = site.clock.now();
    let log = PetitionLog::of(&managed, &actor, now);
    let made = db.write(move |tx| {
        let made = begin_after(tx, &managed, now)?;
        log.did(tx, Deed::CREATED)?;
        Ok::<_, crate::db::Error>(made)
    });
    Ok(see_other(&urls::edit_petition(made.await?)))
}
