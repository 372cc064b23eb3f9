//! GET and POST /organize/petitions/{id}/steps: what happens next, a day and a line in each language for each step. Also once it is
//! over: most of what matters comes then.

use super::steps_form::{StepLine, StepsForm};
use crate::account::deed::Deed;
use crate::account::{Actor, DraftForm};
use crate::base::{Id, Lang};
use crate::db::{self, Db};
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::model::Petition;
use crate::petition::petition_log::PetitionLog;
use crate::petition::rules::dated_step::{MOST, WORDS};
use crate::petition::store::{dated_steps, petitions};
use crate::petition::{PetitionCache, PublicPetition};
use crate::web::answers::answer::{page, see_other};
use crate::web::page::{Errors, Frame};
use crate::web::{NotSaved, PathArg, Result, Site, WrongFields, urls};
use crate::words::Words;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;

/// What was just done, in the address, so that the page can be reloaded.
#[derive(Debug, Default, Deserialize)]
pub struct StepsQuery {
    #[serde(default)]
    saved: bool,
}

#[derive(Template)]
#[template(path = "petition/edit/steps.html")]
struct StepsPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    action: String,
    title: &'a str,
    revision: &'a str,
    lines: &'a [StepLine],
    /// What each language calls itself, in the order of the lines' words.
    names: Vec<String>,
    errors: Errors,
    is_saved: bool,
    /// Somebody wrote since the page was read.
    is_stale: bool,
    /// Written in an earlier session.
    is_from_before: bool,
    keep_href: String,
}

impl StepsPage<'_> {
    /// Whether what stands in the form is not what is saved.
    fn is_unsaved(&self) -> bool {
        self.is_from_before || self.is_stale || !self.errors.is_empty()
    }

    /// How a field of words is written in this language.
    fn spoken(lang: &Lang) -> String {
        format!(" lang=\"{lang}\" dir=\"auto\" maxlength=\"{WORDS}\"")
    }
}

/// What is wrong, each with the step it is wrong in, and the language: a list of links says the same thing twelve times otherwise.
fn told(w: &Words, wrong: &WrongFields, name: impl Fn(&Lang) -> String) -> Errors {
    let one = |errors: Errors, (field, key): &(String, &'static str)| {
        let (part, n) = field.rsplit_once('-').unwrap_or_default();
        let n: i64 = n.parse().unwrap_or_default();
        let step = w.say1("step-legend", "n", n + 1);
        let lang = part.strip_prefix("words-").map(Lang::parse);
        let said = w.say(key);
        errors.with(
            field.clone(),
            match lang {
                Some(Ok(lang)) => format!("{step} ({}): {said}", name(&lang)),
                _ => format!("{step}: {said}"),
            },
        )
    };
    wrong.list().iter().fold(Errors::none(), one)
}

fn answer(
    site: &Site,
    actor: &Actor,
    managed: &ManagedPetition,
    mut typed: StepsForm,
    said: &NotSaved,
    is_saved: bool,
) -> Result {
    let w = actor.words(site);
    let langs = managed.langs();
    typed.complete(&langs);
    let name = |lang: &Lang| match site.library.speaks(*lang) {
        true => site.words(*lang).say("language-name").to_owned(),
        false => lang.to_string(),
    };
    let errors = told(&w, &said.wrong, name);
    let here = urls::dated_steps(managed.petition.id);
    page(
        said.status(),
        &StepsPage {
            frame: managed
                .console_frame(site, &w, actor, &here, w.say("next-title"))
                .with_errors(!errors.is_empty()),
            w: &w,
            action: here,
            title: managed.title(actor.lang),
            revision: &typed.revision,
            lines: &typed.lines,
            names: langs.iter().map(name).collect(),
            errors,
            is_saved,
            is_stale: said.is_stale,
            is_from_before: said.is_from_before,
            keep_href: urls::overview(managed.petition.id),
        },
    )
}

/// The form as the steps stand.
///
/// # Errors
/// 404 and 403 as [`ManagedPetition::open`]; 409 for a petition that was taken down.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
    done: Query<StepsQuery>,
) -> Result {
    let managed = ManagedPetition::open_standing(&db, &actor, id).await?;
    let typed = StepsForm::of(managed.petition.revision, &managed.steps);
    answer(
        &site,
        &actor,
        &managed,
        typed,
        &NotSaved::default(),
        done.saved,
    )
}

/// Writes the steps, or gives the form back with what is wrong. When somebody wrote meanwhile it comes back too, 409, and the next press
/// decides.
///
/// # Errors
/// As [`get`].
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    petition_cache: Data<PetitionCache>,
    PathArg(id): PathArg<Id<Petition>>,
    drafted: DraftForm<StepsForm>,
) -> Result {
    let DraftForm {
        actor,
        fields: mut typed,
        is_from_before,
    } = drafted;
    let managed = ManagedPetition::open_standing(&db, &actor, id).await?;
    typed.complete(&managed.langs());
    let revision: i64 = typed.revision.parse().unwrap_or_default();
    let is_stale = revision != managed.petition.revision;
    let (wanted, wrong) = match typed.read(&managed.langs_needed()) {
        Ok(wanted) => (wanted, WrongFields::default()),
        Err(wrong) => (Vec::new(), wrong),
    };
    let said = NotSaved {
        is_stale,
        is_from_before,
        wrong,
    };
    if said.is_any() {
        typed.revision = managed.petition.revision.to_string();
        return answer(&site, &actor, &managed, typed, &said, false);
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
            dated_steps::replace(tx, id, &wanted)?;
            log.edited(tx, Deed::STEPS)?;
            PublicPetition::load(tx, petition).map(Some)
        })
        .await?;
    match written {
        Some(shown) => {
            petition_cache.put(shown);
            tracing::info!(petition = %id, by = %actor.id, "what happens next changed");
            Ok(see_other(&format!("{}?saved=true", urls::dated_steps(id))))
        }
        None => {
            let managed = ManagedPetition::open_standing(&db, &actor, id).await?;
            typed.revision = managed.petition.revision.to_string();
            answer(&site, &actor, &managed, typed, &NotSaved::stale(), false)
        }
    }
}
