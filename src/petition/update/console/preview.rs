//! GET /organize/updates/{id}/preview: an update as everybody would read it.

use super::managed_update::ManagedUpdate;
use crate::account::{Action, Actor};
use crate::base::{Id, Lang};
use crate::db::Db;
use crate::petition::update::model::Update;
use crate::petition::update::pages::{UpdatePage, told_at};
use crate::web::answers::answer::private_page;
use crate::web::{Error, PathArg, Result, Site, urls};
use crate::words::Html;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};
use serde::Deserialize;

/// Which language.
#[derive(Debug, Default, Deserialize)]
pub struct UpdatePreviewQuery {
    #[serde(default)]
    lang: String,
}

/// The page, in the language that is asked for.
///
/// # Errors
/// As [`ManagedUpdate::open`].
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Update>>,
    wanted: Query<UpdatePreviewQuery>,
) -> Result {
    let managed = ManagedUpdate::open(&db, &actor, id, Action::SeePetitions).await?;
    let petition = &managed.petition.petition;
    let lang = Lang::parse(&wanted.lang).unwrap_or(petition.lang);
    let of = |wanted: Lang| managed.texts.iter().find(|text| text.lang == wanted);
    let text = of(lang)
        .or_else(|| managed.texts.first())
        .ok_or(Error::NOT_FOUND)?;
    let about = managed.petition.text(text.lang).ok_or(Error::NOT_FOUND)?;
    let w = site.words_in(text.lang, petition.settings.voice);
    let langs = managed.texts.iter().map(|text| text.lang);
    let frame = site
        .frame(&w, text.title.as_str())
        .of(
            managed.petition.organization.name.as_str(),
            urls::edit_update(id),
        )
        .ribbon(w.say("update-preview"))
        .also_in(&site, text.lang, langs, |other| {
            format!("{}?lang={other}", urls::preview_update(id))
        });
    let (published, edited) = told_at(&w, &petition.time_zone, &managed.update);
    let shown = UpdatePage {
        frame,
        w: &w,
        petition: &about.title,
        petition_lang: about.lang,
        petition_href: urls::edit_update(id),
        title: &text.title,
        body: Html::trusted(text.body_html.clone()),
        lang: text.lang,
        is_untranslated: false,
        published,
        edited,
    };
    private_page(StatusCode::OK, &shown)
}
