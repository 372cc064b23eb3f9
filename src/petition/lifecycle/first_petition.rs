//! GET and POST /organize/first/petition: the fourth step of the first run. Title and recipient are enough to open the editor.

use super::begin::{NotBegun, PetitionStart, Place, begin, places, zone_of_browser};
use crate::account::deed::Deed;
use crate::account::store::set_up_step;
use crate::account::{Actor, DraftForm, SetUpLine, SetUpStep};
use crate::base::{Lang, Line};
use crate::db::Db;
use crate::petition::rules::kind::Kind;
use crate::petition::text::lengths;
use crate::web::answers::answer::{page, see_other};
use crate::web::page::{Errors, Frame};
use crate::web::{Error, Fields, NotSaved, Result, Site, TextField, WrongFields, urls};
use crate::words::Words;
use actix_web::web::Data;
use askama::Template;
use serde::Deserialize;

const HERE: SetUpStep = SetUpStep::Petition;

/// What is typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FirstPetition {
    #[serde(default)]
    title: String,
    #[serde(default)]
    target: String,
    /// What the browser's script says of its zone.
    #[serde(default)]
    zone: String,
}

impl Fields for FirstPetition {
    const TEXTS: &'static [TextField] = &[
        TextField::one("title", "edit-title", lengths::TITLE),
        TextField::one("target", "edit-target", lengths::TARGET),
    ];
}

/// The language the actor reads, if the organization has it, else its first.
fn lang_of(actor: &Actor, place: &Place) -> Lang {
    let own = place.langs.contains(&actor.lang).then_some(actor.lang);
    let first = place.langs.first().copied();
    own.or(first).unwrap_or(Lang::EN)
}

impl FirstPetition {
    fn read(
        &self,
        actor: &Actor,
        place: &Place,
    ) -> std::result::Result<PetitionStart, WrongFields> {
        let mut wrong = WrongFields::default();
        let title = Line::<{ lengths::TITLE }>::optional(&self.title);
        let title = wrong.need("title", title, "error-title-missing");
        let target = Line::<{ lengths::TARGET }>::optional(&self.target);
        let target = wrong.take("target", target);
        let whole = title.zip(target).map(|(title, target)| PetitionStart {
            organization: place.id,
            kind: Kind::Petition,
            title: title.into(),
            target: target.map(String::from).unwrap_or_default(),
            lang: lang_of(actor, place),
            slug: None,
            zone: zone_of_browser(&self.zone),
        });
        wrong.none_or(whole)
    }
}

#[derive(Template)]
#[template(path = "petition/lifecycle/first_petition.html")]
struct FirstPetitionPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    /// Empty after the first run.
    steps: Vec<SetUpLine>,
    action: String,
    leave_action: String,
    typed: &'a FirstPetition,
    errors: Errors,
    /// Written in an earlier session.
    is_from_before: bool,
}

async fn answer(
    site: &Site,
    db: &Db,
    actor: &Actor,
    typed: &FirstPetition,
    said: &NotSaved,
) -> Result {
    let (w, who) = (actor.words(site), actor.id);
    let step = db.read(move |conn| set_up_step::open(conn, who)).await?;
    let errors = said.wrong.said(&w);
    page(
        said.status(),
        &FirstPetitionPage {
            frame: actor
                .console_frame(site, &w, &urls::console(), w.say("first-petition"))
                .with_errors(!errors.is_empty()),
            w: &w,
            steps: match step {
                Some(_) => SetUpStep::lines(&w, Some(HERE)),
                None => Vec::new(),
            },
            action: urls::first_petition(),
            leave_action: urls::leave_first_run(),
            typed,
            errors,
            is_from_before: said.is_from_before,
        },
    )
}

/// The first of them: whoever set this site up has made one a step ago.
async fn place(site: &Site, db: &Db, actor: &Actor) -> std::result::Result<Place, Error> {
    let first = places(site, db, actor).await?.into_iter().next();
    first.ok_or(Error::FORBIDDEN)
}

/// The form.
///
/// # Errors
/// 403 for somebody who may begin none.
pub async fn get(site: Data<Site>, db: Data<Db>, actor: Actor) -> Result {
    place(&site, &db, &actor).await?;
    let (typed, said) = (FirstPetition::default(), NotSaved::default());
    answer(&site, &db, &actor, &typed, &said).await
}

/// Makes the draft, and goes to its editor. The first run ends with it.
///
/// # Errors
/// 403 for somebody who may begin none; a mistake is no error but the form again.
pub async fn post(site: Data<Site>, db: Data<Db>, drafted: DraftForm<FirstPetition>) -> Result {
    let (actor, typed) = (drafted.actor, drafted.fields);
    let place = place(&site, &db, &actor).await?;
    if drafted.is_from_before {
        return answer(&site, &db, &actor, &typed, &NotSaved::from_before()).await;
    }
    let begun = match typed.read(&actor, &place) {
        Ok(begun) => begun,
        Err(wrong) => return answer(&site, &db, &actor, &typed, &wrong.into()).await,
    };
    let (now, who) = (site.clock.now(), actor.id);
    let (doer, title) = (actor.doer(now), begun.title.clone());
    let written = db.write(move |tx| {
        let id = begin(tx, begun, now)?;
        doer.did(tx, place.id, Deed::CREATED, &title)?;
        set_up_step::go_on(tx, who, HERE, None)?;
        Ok::<_, NotBegun>(id)
    });
    Ok(see_other(&urls::edit_petition(written.await?)))
}
