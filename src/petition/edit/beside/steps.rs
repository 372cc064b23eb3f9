//! GET and POST /organize/petitions/{id}/steps: what happens next, a day and a line in each language for each step. Also once it is
//! over: most of what matters comes then.

use crate::account::deed::Deed;
use crate::account::{Actor, DraftForm};
use crate::base::{Id, Lang};
use crate::db::{Db, Tx};
use crate::petition::PetitionCache;
use crate::petition::edit::edited_part::{self, EditedPart};
use crate::petition::edit::forms::steps_form::{StepLine, StepsForm};
use crate::petition::edit::kept::keep;
use crate::petition::edit::kept::kept_words::KeptWords;
use crate::petition::edit::kept::taken_up::EditQuery;
use crate::petition::edit::part::EditPart;
use crate::petition::edit::save_page::{self, SavedPage};
use crate::petition::model::Petition;
use crate::petition::rules::dated_step::{MOST, WORDS};
use crate::petition::store::dated_steps;
use crate::web::answers::answer::{page, see_other};
use crate::web::page::{Errors, Frame};
use crate::web::{Error, NotSaved, PathArg, Result, Site, WrongFields, urls};
use crate::words::Words;
use actix_web::web::{Data, Query};
use askama::Template;

#[derive(Template)]
#[template(path = "petition/edit/steps.html")]
struct StepsPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    action: String,
    title: &'a str,
    revision: &'a str,
    kept: KeptWords,
    /// What stands in the form and is not saved, in a sentence.
    unsaved: Option<String>,
    lines: &'a [StepLine],
    /// What each language calls itself, in the order of the lines' words.
    names: Vec<String>,
    errors: Errors,
    is_saved: bool,
    /// Somebody wrote since the page was read.
    is_stale: bool,
    keep_href: String,
}

impl StepsPage<'_> {
    /// Whether what stands in the form is not what is saved.
    fn is_unsaved(&self) -> bool {
        self.unsaved.is_some() || self.is_stale || !self.errors.is_empty()
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

/// What the page says beside the form.
#[derive(Default)]
struct StepsNotice {
    not_saved: NotSaved,
    is_saved: bool,
    unsaved: Option<String>,
}

fn answer(
    site: &Site,
    actor: &Actor,
    edited: &EditedPart,
    mut typed: StepsForm,
    said: StepsNotice,
) -> Result {
    let w = actor.words(site);
    let managed = &edited.managed;
    let langs = managed.langs();
    typed.complete(&langs);
    let name = |lang: &Lang| edited_part::name(site, *lang);
    let errors = told(&w, &said.not_saved.wrong, name);
    let here = edited.here();
    let is_from_before = said.not_saved.is_from_before;
    page(
        said.not_saved.status(),
        &StepsPage {
            frame: managed
                .console_frame(site, &w, actor, &here, w.say("next-title"))
                .with_errors(!errors.is_empty()),
            w: &w,
            action: here,
            title: managed.title(actor.lang),
            revision: &typed.revision,
            kept: edited.kept(actor, &w, &typed.press),
            unsaved: said
                .unsaved
                .or_else(|| is_from_before.then(|| w.say("kept-note").to_owned())),
            lines: &typed.lines,
            names: langs.iter().map(name).collect(),
            errors,
            is_saved: said.is_saved,
            is_stale: said.not_saved.is_stale,
            keep_href: urls::overview(managed.petition.id),
        },
    )
}

/// The form as the steps stand, or with what was typed and not saved, or an earlier version.
///
/// # Errors
/// 404 and 403 as [`ManagedPetition::open`](crate::petition::managed_petition::ManagedPetition::open), 404 for a version that there is not;
/// 409 for a petition that was taken down.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
    wanted: Query<EditQuery>,
) -> Result {
    let edited = EditedPart::open_part(&site, &db, &actor, id, EditPart::Steps).await?;
    let taken = edited.taken_up(&site, &db, &actor, &wanted).await?;
    let mut typed = StepsForm::of(0, &edited.managed.steps);
    if let Some(fields) = taken.fields {
        typed.take_up(fields);
    }
    typed.revision = taken.revision;
    typed.press = taken.press;
    let said = StepsNotice {
        is_saved: wanted.saved,
        unsaved: taken.said,
        ..StepsNotice::default()
    };
    answer(&site, &actor, &edited, typed, said)
}

/// Writes the steps, keeps them without saving, or gives the form back with what is wrong. When somebody wrote into them meanwhile it comes
/// back too, 409, and the next press decides.
///
/// # Errors
/// As [`get`]; 422 for a revision that is none.
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
    for _ in 0..save_page::TRIES {
        let edited = EditedPart::open_part(&site, &db, &actor, id, EditPart::Steps).await?;
        let seen: i64 = typed.revision.parse().map_err(|_| Error::UNPROCESSABLE)?;
        let now = site.clock.now();
        typed.complete(&edited.managed.langs());
        let sent_to_keep = (&typed.press, typed.revision.as_str(), typed.fields());
        if let Some(kept) = keep::keep(&db, &edited, &actor, sent_to_keep, now).await? {
            return Ok(kept);
        }
        let (wanted, wrong) = match typed.read(&edited.managed.langs_needed()) {
            Ok(wanted) => (wanted, WrongFields::default()),
            Err(wrong) => (Vec::new(), wrong),
        };
        let not_saved = NotSaved {
            is_stale: edited.is_newer_than(seen),
            is_from_before,
            wrong,
        };
        if not_saved.is_any() {
            typed.revision = edited.managed.petition.revision.to_string();
            let said = StepsNotice {
                not_saved,
                ..StepsNotice::default()
            };
            return answer(&site, &actor, &edited, typed, said);
        }
        let page = SavedPage {
            actor: &actor,
            press: &typed.press,
            seen,
            part: edited.part,
            fields: StepsForm::of(0, &wanted).fields(),
            deed: Deed::STEPS,
        };
        let write = move |tx: &mut Tx<'_>| dated_steps::replace(tx, id, &wanted);
        if let Some(shown) = edited.save(&db, page, now, write).await? {
            petition_cache.put(shown);
            tracing::info!(petition = %id, by = %actor.id, "what happens next changed");
            return Ok(see_other(&format!("{}?saved=true", edited.here())));
        }
    }
    Err(Error::CONFLICT)
}
