//! The page on which a list is asked for.

use super::column::Column;
use super::export_form::box_of;
use super::format::Format;
use super::job::model::ExportJob;
use super::list_use::ListPurpose;
use super::options::{ExportOptions, ListChoices};
use super::preset::Preset;
use super::write::hex;
use crate::account::Actor;
use crate::base::Lang;
use crate::count::Counts;
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::store::petitions;
use crate::signature::SignatureState;
use crate::web::answers::answer::private_page;
use crate::web::page::{Errors, Frame};
use crate::web::{Result, Site, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use askama::Template;

/// Something to choose: its value, what it is called, and whether it is chosen.
struct ListChoice {
    value: String,
    name: String,
    is_chosen: bool,
}

/// A column to tick.
struct ColumnBox {
    field: String,
    word: &'static str,
    is_first: bool,
    is_chosen: bool,
}

/// A state to tick.
struct StateBox {
    state: &'static str,
    number: String,
    is_chosen: bool,
}

/// A list that was asked for before.
struct EarlierList {
    href: String,
    name: String,
    at: String,
    state: &'static str,
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
    presets: Vec<ListChoice>,
    formats: Vec<ListChoice>,
    columns: Vec<ColumnBox>,
    has_bom: bool,
    opted_in: Vec<ListChoice>,
    founders: Vec<ListChoice>,
    languages: Vec<ListChoice>,
    sources: Vec<ListChoice>,
    answers: Vec<(String, Vec<ListChoice>)>,
    since: &'a str,
    with_erased: bool,
    ticks: Vec<StateBox>,
    purposes: Vec<ListChoice>,
    purpose_other: &'a str,
    recipient: &'a str,
    at_once: String,
    earlier: Vec<EarlierList>,
    versions: Vec<Version>,
    /// Where the list of organizations is taken, if there are any.
    organizations_action: Option<String>,
    errors: Errors,
}

/// What the database knows for the page.
#[derive(Debug, Default)]
pub(super) struct ExportFacts {
    pub(super) counts: Counts,
    pub(super) wordings: Vec<petitions::StoredWording>,
    pub(super) has_organizations: bool,
    pub(super) choices: ListChoices,
    pub(super) earlier: Vec<ExportJob>,
}

impl ExportFacts {
    /// How many signatures are in this state.
    pub(super) fn number(&self, state: SignatureState) -> i64 {
        match state {
            SignatureState::Counted => self.counts.counted,
            SignatureState::Held => self.counts.held,
            SignatureState::Withdrawn => self.counts.withdrawn,
            SignatureState::Removed => self.counts.removed,
        }
    }
}

/// Who looks at the page, and where.
pub(super) struct PageOf<'a> {
    pub(super) site: &'a Site,
    pub(super) actor: &'a Actor,
    pub(super) managed: &'a ManagedPetition,
    /// Signatures up to which a list comes at once.
    pub(super) at_once: u64,
}

/// The page with what was chosen, and what is wrong with it.
pub(super) fn show(
    of: &PageOf<'_>,
    facts: ExportFacts,
    chosen: &ExportOptions,
    errors: Errors,
    status: StatusCode,
) -> Result {
    let PageOf {
        site,
        actor,
        managed,
        ..
    } = of;
    let w = actor.words(site);
    let id = managed.petition.id;
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
    let ticks = SignatureState::ALL.map(|state| StateBox {
        state: state.as_str(),
        number: w.number(facts.number(state)),
        is_chosen: has(&chosen.states, state.as_str()),
    });
    let earlier = |job: &ExportJob| EarlierList {
        href: urls::export_job(job.id),
        name: job.file_name.clone(),
        at: w.date_time(job.started_at, zone),
        state: job.state.as_str(),
    };
    let preset = Preset::parse(&chosen.preset).unwrap_or_default();
    let format = Format::parse(&chosen.format).unwrap_or(Format::Csv);
    let heading = w.say("export-title");
    let frame = managed.console_frame(site, &w, actor, &urls::signatures(id), heading);
    private_page(
        status,
        &ExportPage {
            frame: frame.with_errors(!errors.is_empty()),
            w: &w,
            action: urls::export(id),
            title: managed.title(actor.lang),
            presets: words(&Preset::ALL.map(Preset::as_str), preset.as_str()),
            formats: words(&Format::ALL.map(Format::as_str), format.as_str()),
            columns: columns(chosen),
            has_bom: chosen.bom == "1",
            opted_in: opted_in(&w, &chosen.opted_in),
            founders: founders(&facts.choices, &chosen.founder),
            languages: languages(site, &facts.choices, &chosen.language),
            sources: sources(&facts.choices, &chosen.source),
            answers: answers(
                &facts.choices,
                &chosen.answer,
                (actor.lang, managed.petition.lang),
            ),
            since: &chosen.since,
            with_erased: chosen.erased == "1",
            ticks: ticks.into(),
            purposes: words(&ListPurpose::ALL.map(ListPurpose::as_str), &chosen.purpose),
            purpose_other: &chosen.purpose_other,
            recipient: &chosen.recipient,
            at_once: w.number(i64::try_from(of.at_once).unwrap_or(i64::MAX)),
            earlier: facts.earlier.iter().map(earlier).collect(),
            organizations_action: facts
                .has_organizations
                .then(|| urls::export_organizations(id)),
            versions: facts.wordings.into_iter().map(version).collect(),
            errors,
        },
    )
}

fn has(words: &[String], word: &str) -> bool {
    words.iter().any(|one| one == word)
}

fn words(all: &[&str], chosen: &str) -> Vec<ListChoice> {
    let choice = |word: &&str| ListChoice {
        value: (*word).to_owned(),
        name: String::new(),
        is_chosen: *word == chosen,
    };
    all.iter().map(choice).collect()
}

fn opted_in(w: &Words, chosen: &str) -> Vec<ListChoice> {
    let choice = |(value, word): (&str, &str)| ListChoice {
        value: value.to_owned(),
        name: w.say1("export-opted-in-choice", "choice", word),
        is_chosen: value == chosen,
    };
    [("", "preset"), ("1", "yes"), ("0", "all")]
        .map(choice)
        .into()
}

fn columns(chosen: &ExportOptions) -> Vec<ColumnBox> {
    let column = |column: Column| ColumnBox {
        field: box_of(column),
        word: column.as_str(),
        is_first: column == Column::Email,
        is_chosen: has(&chosen.columns, column.as_str()),
    };
    Column::ALL.map(column).into()
}

/// What can be chosen where several organizations asked, each for itself.
fn founders(known: &ListChoices, chosen: &str) -> Vec<ListChoice> {
    let choice = |(value, name): (String, String)| ListChoice {
        is_chosen: value == chosen,
        value,
        name,
    };
    match known.founders.as_slice() {
        [] | [_] => Vec::new(),
        several => several
            .iter()
            .map(|one| choice((one.id.to_string(), one.name.clone())))
            .collect(),
    }
}

/// What can be chosen where it is written in several languages.
fn languages(site: &Site, known: &ListChoices, chosen: &str) -> Vec<ListChoice> {
    let choice = |lang: &String| ListChoice {
        value: lang.clone(),
        name: Lang::parse(lang).map_or_else(
            |_| lang.clone(),
            |lang| site.words(lang).say("language-name").to_owned(),
        ),
        is_chosen: lang == chosen,
    };
    match known.langs.as_slice() {
        [] | [_] => Vec::new(),
        several => several.iter().map(choice).collect(),
    }
}

fn sources(known: &ListChoices, chosen: &str) -> Vec<ListChoice> {
    let choice = |(code, name): &(String, String)| ListChoice {
        value: code.clone(),
        name: name.clone(),
        is_chosen: code == chosen,
    };
    known.sources.iter().map(choice).collect()
}

/// Each question with something to choose from, and its options, those that are offered no more too.
fn answers(
    known: &ListChoices,
    chosen: &str,
    langs: (Lang, Lang),
) -> Vec<(String, Vec<ListChoice>)> {
    let with_options = known
        .questions
        .all()
        .iter()
        .filter(|one| one.kind.has_options());
    let asked = with_options.map(|question| {
        let options = question.options.iter().map(|option| {
            let value = format!("q{}={}", question.number, option.number);
            let said = question.option(option.number, langs);
            ListChoice {
                is_chosen: value == chosen,
                name: said.map(|said| said.words).unwrap_or_default(),
                value,
            }
        });
        (question.label(langs).words, options.collect())
    });
    asked.collect()
}
