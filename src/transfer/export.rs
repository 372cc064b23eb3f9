//! GET and POST /organize/petitions/{id}/export: takes a petition's list.

use super::format::{Format, hex};
use super::stream::{ExportLimit, parts, start};
use super::write::ExportRequest;
use crate::account::deed::Deed;
use crate::account::{Action, Actor, AddressReader, ProvedForm};
use crate::base::Id;
use crate::count::{Counts, store::tallies};
use crate::db::{self, Db};
use crate::petition::endorsement::model::EndorsementCounts as Organizations;
use crate::petition::endorsement::store as endorsements;
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::petition_log::PetitionLog;
use crate::petition::store::{founders, petitions};
use crate::petition::{Founder, Petition};
use crate::signature::SignatureState;
use crate::web::answers::answer::private_page;
use crate::web::page::{Errors, Frame};
use crate::web::{Error, Fields, PathArg, Result, Site, urls};
use crate::words::Words;
use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION};
use actix_web::web::{Bytes, Data};
use askama::Template;
use futures_util::StreamExt;
use serde::Deserialize;

/// What is chosen.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExportForm {
    #[serde(default)]
    format: String,
    #[serde(default)]
    bom: String,
    #[serde(default)]
    opted_in: String,
    #[serde(default)]
    founder: String,
    #[serde(default)]
    counted: String,
    #[serde(default)]
    held: String,
    #[serde(default)]
    withdrawn: String,
    #[serde(default)]
    removed: String,
}

impl Fields for ExportForm {}

impl ExportForm {
    fn has(&self, state: SignatureState) -> bool {
        let said = match state {
            SignatureState::Counted => &self.counted,
            SignatureState::Held => &self.held,
            SignatureState::Withdrawn => &self.withdrawn,
            SignatureState::Removed => &self.removed,
        };
        said == "1"
    }

    fn states(&self) -> Vec<SignatureState> {
        let has = |state: &SignatureState| self.has(*state);
        SignatureState::ALL.into_iter().filter(has).collect()
    }
}

/// A state to tick.
struct Tick {
    state: &'static str,
    number: String,
    is_chosen: bool,
}

/// A wording as it was signed, whose hash stands in each line.
struct Version {
    /// "English, version 2, from 3 November 2026".
    name: String,
    lang: String,
    sha256: String,
    text: petitions::WordingText,
}

#[derive(Template)]
#[template(path = "transfer/export.html")]
struct ExportPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    action: String,
    title: &'a str,
    formats: [&'static str; 2],
    format: &'static str,
    has_bom: bool,
    is_opted_in: bool,
    /// Founding organizations: key, name, and whether it is chosen.
    founders: Vec<(String, String, bool)>,
    ticks: Vec<Tick>,
    versions: Vec<Version>,
    /// Where the list of organizations is taken, if there are any.
    organizations_action: Option<String>,
    errors: Errors,
}

async fn answer(
    site: &Site,
    db: &Db,
    actor: &Actor,
    managed: &ManagedPetition,
    chosen: &ExportForm,
    errors: Errors,
) -> Result {
    let id = managed.petition.id;
    let (counts, kept, founders, has_organizations) = db
        .read(move |conn| {
            let tally = tallies::find(conn, id.cast())?;
            let counts = tally.map_or_else(Counts::default, |tally| tally.counts);
            let kept = petitions::wordings(conn, id)?;
            let has_organizations = endorsements::counts(conn, id)? != Organizations::default();
            let founders = founders::all(conn, id)?;
            Ok::<_, db::Error>((counts, kept, founders, has_organizations))
        })
        .await?;
    let w = actor.words(site);
    let number = |state: SignatureState| match state {
        SignatureState::Counted => counts.counted,
        SignatureState::Held => counts.held,
        SignatureState::Withdrawn => counts.withdrawn,
        SignatureState::Removed => counts.removed,
    };
    let zone = &managed.petition.time_zone;
    let version = |kept: petitions::StoredWording| Version {
        name: w.say3(
            "export-version",
            "language",
            site.words(kept.wording.lang).say("language-name"),
            "n",
            kept.wording.version,
            "date",
            w.date_time(kept.created_at, zone),
        ),
        lang: kept.wording.lang.to_string(),
        sha256: hex(&kept.wording.sha256),
        text: kept.text,
    };
    let status = errors.status();
    private_page(
        status,
        &ExportPage {
            frame: managed
                .console_frame(
                    site,
                    &w,
                    actor,
                    &urls::signatures(id),
                    w.say("export-title"),
                )
                .with_errors(!errors.is_empty()),
            w: &w,
            action: urls::export(id),
            title: managed.title(actor.lang),
            formats: Format::ALL.map(Format::as_str),
            format: Format::parse(&chosen.format)
                .unwrap_or(Format::Csv)
                .as_str(),
            has_bom: chosen.bom == "1",
            is_opted_in: chosen.opted_in == "1",
            founders: boxes(founders, &chosen.founder),
            ticks: SignatureState::ALL
                .into_iter()
                .map(|state| Tick {
                    state: state.as_str(),
                    number: w.number(number(state)),
                    is_chosen: chosen.has(state),
                })
                .collect(),
            versions: kept.into_iter().map(version).collect(),
            organizations_action: has_organizations.then(|| urls::export_organizations(id)),
            errors,
        },
    )
}

/// What can be chosen where several organizations asked, each for itself.
fn boxes(founders: Vec<Founder>, chosen: &str) -> Vec<(String, String, bool)> {
    match founders.as_slice() {
        [] | [_] => Vec::new(),
        _ => founders
            .into_iter()
            .map(|one| {
                let key = one.id.to_string();
                let is_chosen = key == chosen;
                (key, one.name, is_chosen)
            })
            .collect(),
    }
}

/// The page that asks what is to be taken.
///
/// # Errors
/// 404 and 403 as [`ManagedPetition::open`].
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    AddressReader(actor): AddressReader,
    PathArg(id): PathArg<Id<Petition>>,
) -> Result {
    let managed = ManagedPetition::open(&db, &actor, id, Action::ExportSigners).await?;
    let chosen = ExportForm {
        format: Format::Csv.as_str().to_owned(),
        bom: "1".to_owned(),
        counted: "1".to_owned(),
        ..ExportForm::default()
    };
    answer(&site, &db, &actor, &managed, &chosen, Errors::none()).await
}

/// The list, as it is read.
///
/// # Errors
/// 404, 403, 503 when several lists are being written; a mistake is no error but the page again.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    outlet: Data<ExportLimit>,
    PathArg(id): PathArg<Id<Petition>>,
    posted: ProvedForm<ExportForm>,
) -> Result {
    let ProvedForm {
        actor,
        fields: chosen,
    } = posted;
    let managed = ManagedPetition::open(&db, &actor, id, Action::ExportSigners).await?;
    actor.may_handle_addresses(site.clock.now())?;
    let w = actor.words(&site);
    let mut errors = Errors::none();
    let states = chosen.states();
    if states.is_empty() {
        errors.add("counted", w.say("error-no-state"));
    }
    let founder = match chosen.founder.as_str() {
        "" => None,
        key => Some(key),
    };
    let known = db.read(move |conn| founders::all(conn, id)).await?;
    let named = |key: &str| known.iter().find(|one| one.id.to_string() == key);
    if founder.is_some_and(|key| named(key).is_none()) {
        errors.add("founder", w.say("error-choice"));
    }
    let Some(format) = Format::parse(&chosen.format).filter(|_| errors.is_empty()) else {
        if Format::parse(&chosen.format).is_none() {
            errors.add("format", w.say("error-choice"));
        }
        return answer(&site, &db, &actor, &managed, &chosen, errors).await;
    };
    let turn = outlet.turn()?;
    let now = site.clock.now();
    let wanted = ExportRequest {
        petition: id,
        slug: managed.petition.slug.clone(),
        states,
        format,
        has_bom: chosen.bom == "1",
        only_opted_in: chosen.opted_in == "1",
        founder: founder.and_then(named).map(|one| one.id),
        most_public: managed.petition.settings.most_public,
    };
    let day = now.rfc3339().chars().take(10).collect::<String>();
    let name = format!("{}-{day}.{}", wanted.slug, format.as_str());
    tracing::info!(petition = %id, by = %actor.id, format = format.as_str(), "a list is taken");
    let log = PetitionLog::of(&managed, &actor, now);
    let (taken, secrets) = (name.clone(), site.secrets.clone());
    db.write(move |tx| log.took_list(tx, &secrets, Deed::EXPORTED, &taken))
        .await?;
    let mut blocks = start(db.get_ref().clone(), wanted, now, turn)?;
    // The first block is waited for: until then a fault can still be told as one.
    let Some(first) = blocks.recv().await else {
        return Err(Error::busy(5));
    };
    Ok(HttpResponse::Ok()
        .content_type(format.media_type())
        .insert_header((
            CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ))
        .insert_header((CACHE_CONTROL, "no-store"))
        .streaming(parts(first, blocks).map(|part| part.map(Bytes::from))))
}
