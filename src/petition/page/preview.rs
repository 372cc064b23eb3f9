//! GET /organize/petitions/{id}/preview: the page as visitors would see it, with nothing to press. The editor shows it in a
//! frame, as the only page of ours that stands in one.

use super::form_questions;
use super::hero::Hero;
use super::labels::og_locale;
use super::pages::{
    Beside, Panel, PetitionPage, Progress, PromiseCounts, ShownSigner, ShownWording, SignForm,
    WhoLine,
};
use super::questions;
use super::seal::SealLogo;
use super::secrecy;
use super::steps;
use crate::account::{Action, Actor};
use crate::base::{Id, Lang};
use crate::db::Db;
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::model::{Petition, PetitionText};
use crate::petition::rules::exposure::Exposure;
use crate::petition::rules::founder;
use crate::petition::rules::replies::TypedReplies;
use crate::petition::store::kept_copies::{self, KeptCopy};
use crate::petition::text::markdown::render;
use crate::web::answers::answer::{in_own_frames, private_page};
use crate::web::page::Errors;
use crate::web::{Error, PathArg, Result, Site, urls};
use crate::words::Html;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};
use serde::Deserialize;

/// Which language, and the key of what is typed into the editor and not saved.
#[derive(Debug, Default, Deserialize)]
pub struct PreviewQuery {
    #[serde(default)]
    lang: String,
    #[serde(default)]
    copy: String,
}

/// The page, in the language that is asked for, published or not.
///
/// # Errors
/// 404 and 403 as [`ManagedPetition::open`].
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
    wanted: Query<PreviewQuery>,
) -> Result {
    let managed = ManagedPetition::open(&db, &actor, id, Action::SeePetitions).await?;
    let own = managed.petition.lang;
    let lang = Lang::parse(&wanted.lang).unwrap_or(own);
    let mut text = managed.text(lang).ok_or(Error::NOT_FOUND)?.clone();
    if let Ok(copy) = Id::<KeptCopy>::parse(&wanted.copy) {
        let copies = db.read(move |conn| kept_copies::of(conn, id)).await?;
        let typed = copies.into_iter().find(|kept| kept.id == copy);
        if let Some(typed) = typed {
            put_typed(&mut text, &typed);
        }
    }
    let text = &text;
    let w = site.words_in(lang, managed.petition.settings.voice);
    let title = text.title.as_str();
    let langs = managed.texts.iter().map(|text| text.lang);
    let organization = &managed.organization;
    let is_copied = managed.petition.allows(Exposure::Copies);
    let logo = organization.logo.as_ref().filter(|_| is_copied);
    let logo = logo.map(|logo| {
        let href = urls::own_organization_logo(organization.id, &logo.sha256);
        SealLogo::of(logo, href)
    });
    let frame = site
        .frame(&w, title)
        .of(managed.organization.name.as_str(), urls::edit_petition(id))
        .ribbon(w.say("preview"))
        .looking(organization.theme.filter(|_| is_copied))
        .also_in(&site, text.lang, langs, |other| urls::preview(id, other));
    let body = Html::trusted(text.body_html.clone());
    let settings = &managed.petition.settings;
    let coalition = founder::coalition(&managed.founders);
    let form = SignForm {
        action: urls::preview(id, lang),
        asked: settings.fields,
        offer: settings.offer(),
        secrecy: secrecy::promise(&w, settings, &managed.organization.name, &managed.founders),
        promises: form_questions::promises(&managed.promises, text.lang, ""),
        questions: questions::inputs(
            managed.questions.asked(settings),
            &TypedReplies::default(),
            (text.lang, own),
        ),
        updates_label: form_questions::updates(&w, &managed.organization.name, coalition),
        founders: form_questions::boxes(&w, coalition, &[]),
        keeps: managed
            .petition
            .says_how_long(&w, &managed.organization.name),
        is_disabled: true,
        errors: Errors::none(),
        ..SignForm::default()
    };
    let founders: Vec<_> = managed
        .founders
        .iter()
        .map(|founder| ShownSigner {
            name: Some(founder.name.clone()),
            ..ShownSigner::default()
        })
        .collect();
    let shown = PetitionPage {
        frame,
        w: &w,
        wording: ShownWording {
            kind: managed.petition.kind.as_str(),
            target: Some(text.target.as_str()).filter(|target| !target.is_empty()),
            title,
            ask: &text.ask,
            body: &body,
            lang: text.lang.as_str(),
            is_untranslated: text.lang != w.lang(),
        },
        promise_counts: PromiseCounts::of(
            managed.petition.kind,
            &managed.promises,
            text.lang,
            None,
            true,
        ),
        progress: Progress::default(),
        panel: Panel::Sign(Box::new(form)),
        hero: Hero::of(&w, &managed.picture, own, 0, |file| {
            urls::own_picture(id, &file.hash.0)
        }),
        who: WhoLine::of(
            &managed.organization.name,
            None,
            &founders,
            &Beside::default(),
        )
        .with(logo),
        last_day: None,
        founders,
        first: Vec::new(),
        beside: Beside::default(),
        recent_signers: Vec::new(),
        og_locale: og_locale(&managed.petition.time_zone),
        card: None,
        updates: Vec::new(),
        feed: String::new(),
        feed_json: String::new(),
        oembed: None,
        signers_href: None,
        featured_reasons: Vec::new(),
        handed_over: Vec::new(),
        next: steps::on_page(&w, &managed.petition, &managed.steps, site.clock.now()),
    };
    Ok(in_own_frames(private_page(StatusCode::OK, &shown)?))
}

/// What is typed, in the place of what is saved: the words of this language.
fn put_typed(text: &mut PetitionText, typed: &KeptCopy) {
    for (name, value) in &typed.fields {
        match name.strip_suffix(&format!("-{}", text.lang)) {
            Some("title") => text.title.clone_from(value),
            Some("target") => text.target.clone_from(value),
            Some("ask") => text.ask.clone_from(value),
            Some("body") => text.body_html = render(value),
            _ => {}
        }
    }
}
