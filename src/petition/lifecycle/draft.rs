//! GET and POST /organize/petitions/new: the few words a petition begins with.

use super::begin::{NotBegun, PetitionStart, Place, begin, places, zone_of_browser};
use crate::account::deed::Deed;
use crate::account::{Actor, DraftForm};
use crate::base::{Invalid, Lang, Line, Slug};
use crate::db::Db;
use crate::petition::rules::kind::Kind;
use crate::petition::text::lengths;
use crate::web::answers::answer::{page, see_other};
use crate::web::page::{Errors, Frame};
use crate::web::{Fields, NotSaved, Result, Site, TextField, WrongFields, urls};
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
    /// What the browser's script says of its zone.
    #[serde(default)]
    zone: String,
}

impl Fields for NewPetition {
    const TEXTS: &'static [TextField] = &[
        TextField::one("title", "edit-title", lengths::TITLE),
        TextField::one("target", "edit-target", lengths::TARGET),
    ];
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
                zone: zone_of_browser(&self.zone),
            })
        })();
        wrong.none_or(begun)
    }
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
        Ok::<_, NotBegun>(id)
    });
    match written.await {
        Ok(id) => Ok(see_other(&urls::edit_petition(id))),
        Err(NotBegun::SlugTaken) => again(&WrongFields::one("slug", "error-slug-taken").into()),
        Err(refusal) => Err(refusal.into()),
    }
}
