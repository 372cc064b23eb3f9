//! GET and POST /organize/petitions/new: the few words a petition begins with.

use crate::account::deed::Deed;
use crate::account::model::Organization;
use crate::account::store::organization;
use crate::account::{Action, Actor, DraftForm};
use crate::base::{Id, Invalid, Lang, Line, Slug, Time};
use crate::db::{self, Db, Tx};
use crate::petition::model::{Petition, PetitionState, PetitionText};
use crate::petition::rules::kind::Kind;
use crate::petition::rules::retention_period::RetentionPeriod;
use crate::petition::rules::settings::Settings;
use crate::petition::store::{former_slugs, petitions};
use crate::petition::text::lengths;
use crate::web::answers::answer::{page, see_other};
use crate::web::page::{Errors, Frame};
use crate::web::{Error, Fields, NotSaved, Result, Site, TextField, WrongFields, urls};
use crate::words::Words;
use actix_web::web::Data;
use askama::Template;
use serde::Deserialize;

/// What is typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewPetition {
    #[serde(default)]
    kind: String,
    #[serde(default)]
    title: String,
    #[serde(default)]
    target: String,
    #[serde(default)]
    lang: String,
    #[serde(default)]
    slug: String,
    #[serde(default)]
    organization: String,
}

impl Fields for NewPetition {
    const TEXTS: &'static [TextField] = &[
        TextField::one("title", "edit-title", lengths::TITLE),
        TextField::one("target", "edit-target", lengths::TARGET),
    ];
}

/// What it means.
#[derive(Debug)]
pub struct PetitionStart {
    /// Whose it will be.
    pub organization: Id<Organization>,
    /// What it is.
    pub kind: Kind,
    /// Its title.
    pub title: String,
    /// To whom; may be empty.
    pub target: String,
    /// The language it is written in.
    pub lang: Lang,
    /// Its place in addresses, when one was typed.
    pub slug: Option<Slug>,
}

impl NewPetition {
    fn read(&self, places: &[Place]) -> std::result::Result<PetitionStart, WrongFields> {
        let mut wrong = WrongFields::default();
        let place = match places {
            [only] => Some(only),
            several => several
                .iter()
                .find(|place| place.id.to_string() == self.organization),
        };
        if place.is_none() {
            wrong.add("organization", "error-choice");
        }
        let kind = wrong.take(
            "kind",
            Kind::parse(&self.kind).ok_or(Invalid::new("error-choice")),
        );
        let title = Line::<{ lengths::TITLE }>::optional(&self.title);
        let title = wrong.need("title", title, "error-title-missing");
        let target = wrong.take(
            "target",
            Line::<{ lengths::TARGET }>::optional(&self.target),
        );
        let lang = Lang::parse(&self.lang).and_then(|lang| {
            let is_ours = place.is_none_or(|place| place.langs.contains(&lang));
            is_ours
                .then_some(lang)
                .ok_or(Invalid::new("error-language"))
        });
        let lang = wrong.take("lang", lang);
        let slug = match self.slug.trim() {
            "" => Some(None),
            typed => wrong.take("slug", Slug::parse(typed)).map(Some),
        };
        let begun = (|| {
            Some(PetitionStart {
                organization: place?.id,
                kind: kind?,
                title: title?.into(),
                target: target?.map(String::from).unwrap_or_default(),
                lang: lang?,
                slug: slug?,
            })
        })();
        wrong.none_or(begun)
    }
}

/// Why no draft was made.
#[derive(Debug, thiserror::Error)]
pub enum DraftRefused {
    /// Another petition has the address that was typed.
    #[error("the slug is taken")]
    SlugTaken,
    /// The organization is no more.
    #[error("no such organization")]
    Gone,
    /// The database.
    #[error(transparent)]
    Fault(#[from] db::Error),
}

impl From<DraftRefused> for Error {
    fn from(refusal: DraftRefused) -> Self {
        match refusal {
            DraftRefused::SlugTaken => Self::UNPROCESSABLE,
            DraftRefused::Gone => Self::NOT_FOUND,
            DraftRefused::Fault(fault) => fault.into(),
        }
    }
}

/// Writes a draft. Without an address of its own it gets one from its title, numbered when that
/// is taken. Its days are told in the zone of the organization's newest petition, else in UTC; details are kept as long as the
/// organization says.
///
/// # Errors
/// [`DraftRefused`].
pub fn begin(
    tx: &mut Tx<'_>,
    begun: PetitionStart,
    now: Time,
) -> std::result::Result<Id<Petition>, DraftRefused> {
    let id = Id::new(now);
    let organization = organization::standing(tx, begun.organization)?;
    let keeps_for = organization.ok_or(DraftRefused::Gone)?.keeps_for;
    let slug = match begun.slug {
        Some(typed) if former_slugs::is_taken(tx, &typed, id)? => {
            return Err(DraftRefused::SlugTaken);
        }
        Some(typed) => typed,
        None => former_slugs::free(tx, &begun.title, begun.kind, id)?,
    };
    let newest = petitions::of_organization(tx, begun.organization)?;
    let zone = newest
        .petitions
        .first()
        .map_or("UTC", |newest| &newest.time_zone);
    let petition = Petition {
        id,
        organization: begun.organization,
        kind: begun.kind,
        slug,
        state: PetitionState::Draft,
        lang: begun.lang,
        goal: None,
        time_zone: zone.to_owned(),
        opens_at: None,
        closes_at: None,
        published_at: None,
        closed_at: None,
        keeps_last: None,
        archived_at: None,
        settings: Settings {
            keeps_for: keeps_for.map(RetentionPeriod::from).unwrap_or_default(),
            ..Settings::of(begun.kind)
        },
        revision: 1,
        created_at: now,
        updated_at: now,
    };
    petitions::insert(tx, &petition).map_err(|error| match error {
        db::Error::Duplicate => DraftRefused::SlugTaken,
        other => DraftRefused::Fault(other),
    })?;
    let text = PetitionText {
        lang: begun.lang,
        title: begun.title,
        ask: String::new(),
        target: begun.target,
        body: String::new(),
        body_html: String::new(),
        goal_reason: String::new(),
        outcome: None,
        outcome_html: None,
        is_published: true,
    };
    petitions::save_text(tx, id, &text, now)?;
    Ok(id)
}

/// The form.
#[derive(Template)]
#[template(path = "petition/lifecycle/draft.html")]
struct DraftPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    typed: &'a NewPetition,
    errors: Errors,
    /// Written in an earlier session.
    is_from_before: bool,
    /// Code and own name.
    languages: Vec<(Lang, String)>,
    /// Where the actor may begin one; shown when there are several.
    places: &'a [Place],
}

impl DraftPage<'_> {
    fn kinds(&self) -> [&'static str; 3] {
        Kind::ALL.map(Kind::as_str)
    }
}

fn answer(
    site: &Site,
    actor: &Actor,
    places: &[Place],
    typed: &NewPetition,
    said: &NotSaved,
) -> Result {
    let w = actor.words(site);
    let errors = said.wrong.said(&w);
    let all = site.library.languages().iter();
    let languages = all.filter(|lang| places.iter().any(|place| place.langs.contains(lang)));
    page(
        said.status(),
        &DraftPage {
            frame: actor
                .console_frame(site, &w, &urls::console(), w.say("draft-title"))
                .with_errors(!errors.is_empty()),
            w: &w,
            typed,
            errors,
            is_from_before: said.is_from_before,
            languages: languages
                .map(|lang| (*lang, site.words(*lang).say("language-name").to_owned()))
                .collect(),
            places,
        },
    )
}

/// An organization in which the actor may begin one, and its languages.
struct Place {
    id: Id<Organization>,
    name: String,
    langs: Vec<Lang>,
}

async fn places(site: &Site, db: &Db, actor: &Actor) -> std::result::Result<Vec<Place>, Error> {
    let may = actor.places(Action::CreatePetition);
    let ids: Vec<_> = may.map(|place| place.organization).collect();
    let all = site.library.languages().to_vec();
    let found = db.read(move |conn| {
        let each = ids.into_iter().map(|id| organization::find(conn, id));
        each.collect::<db::Result<Vec<_>>>()
    });
    let found = found.await?.into_iter().flatten();
    let places = found.map(|one| Place {
        id: one.id,
        langs: one.begins_in(&all),
        name: one.name,
    });
    let places: Vec<_> = places.collect();
    match places.is_empty() {
        true => Err(Error::FORBIDDEN),
        false => Ok(places),
    }
}

/// The form.
///
/// # Errors
/// 403 for somebody who may begin none.
pub async fn get(site: Data<Site>, db: Data<Db>, actor: Actor) -> Result {
    let places = places(&site, &db, &actor).await?;
    let offered: Vec<Lang> = places
        .iter()
        .flat_map(|place| place.langs.clone())
        .collect();
    let own = offered.contains(&actor.lang).then_some(actor.lang);
    let typed = NewPetition {
        kind: Kind::Petition.as_str().to_owned(),
        lang: own
            .or(offered.first().copied())
            .map_or_else(String::new, |lang| lang.to_string()),
        ..NewPetition::default()
    };
    answer(&site, &actor, &places, &typed, &NotSaved::default())
}

/// Makes the draft and goes to its editor.
///
/// # Errors
/// 403 for somebody who may begin none; a mistake is no error but the form again.
pub async fn post(site: Data<Site>, db: Data<Db>, drafted: DraftForm<NewPetition>) -> Result {
    let DraftForm {
        actor,
        fields: typed,
        is_from_before,
    } = drafted;
    let places = places(&site, &db, &actor).await?;
    let again = |said: &NotSaved| answer(&site, &actor, &places, &typed, said);
    if is_from_before {
        return again(&NotSaved::from_before());
    }
    let begun = match typed.read(&places) {
        Ok(begun) => begun,
        Err(wrong) => return again(&wrong.into()),
    };
    let now = site.clock.now();
    let (doer, place, title) = (actor.doer(now), begun.organization, begun.title.to_string());
    let written = db.write(move |tx| {
        let id = begin(tx, begun, now)?;
        doer.did(tx, place, Deed::CREATED, &title)?;
        Ok::<_, DraftRefused>(id)
    });
    match written.await {
        Ok(id) => Ok(see_other(&urls::edit_petition(id))),
        Err(DraftRefused::SlugTaken) => again(&WrongFields::one("slug", "error-slug-taken").into()),
        Err(refusal) => Err(refusal.into()),
    }
}
