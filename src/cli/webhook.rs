//! undersigned webhook: other programs that hear of what happens under petitions.

use super::Failed;
use super::work::{existing, print};
use crate::account::model::Organization;
use crate::account::occurrence::{OccurrenceKind, OccurrenceKinds};
use crate::account::store::activity::Doer;
use crate::account::store::organization;
use crate::base::{Clock, Id, Lang, Slug};
use crate::count::CountCache;
use crate::db::{self, Db};
use crate::partner::webhook::body::BodyContext;
use crate::partner::webhook::client::WebhookClient;
use crate::partner::webhook::manage::{self, MOST, NewWebhook};
use crate::partner::webhook::model::{Webhook, WebhookFormat};
use crate::partner::webhook::send::try_out::try_out;
use crate::partner::webhook::store::webhooks;
use crate::partner::webhook::target::WebhookUrl;
use crate::petition::store::petitions;
use crate::petition::{Exposure, Petition, PetitionCache};
use crate::serve;
use crate::serve::settings::Settings;
use crate::words::Library;
use clap::{Args, Subcommand};
use std::fmt::Write as _;

#[derive(Debug, Subcommand)]
pub(super) enum WebhookCommand {
    /// Make one, and print its secret, which is told this once, on the last line
    Add(TypedWebhook),
    /// List them: key, state, what they are told, and where
    List,
    /// Post webhook.test to one, and say what was answered
    Test {
        /// Its key, as `list` prints it
        #[arg(value_parser = key)]
        webhook: Id<Webhook>,
    },
    /// Delete one with everything that waits for it
    Remove {
        /// Its key, as `list` prints it
        #[arg(value_parser = key)]
        webhook: Id<Webhook>,
    },
}

/// What is typed behind `webhook add`.
#[derive(Debug, Args)]
pub(super) struct TypedWebhook {
    /// Where it is told: https, port 443 or 8443, a host of the public internet
    #[arg(long)]
    url: String,
    /// What it hears of, as signature.created,signature.confirmed; all: everything
    #[arg(long, value_parser = kinds)]
    events: OccurrenceKinds,
    /// The name of the organization; not needed where there is one alone, or a petition is named
    #[arg(long)]
    organization: Option<String>,
    /// Of one petition alone: the last part of its address
    #[arg(long)]
    petition: Option<String>,
    /// How much it is told: thin (ids alone), full (details of signers too), osdi (as Action Network posts it)
    #[arg(long, default_value = "thin", value_parser = format)]
    format: WebhookFormat,
    /// Let it lead into your own network, by http and at any port too
    #[arg(long)]
    allow_private: bool,
}

fn key(typed: &str) -> Result<Id<Webhook>, String> {
    Id::parse(typed).map_err(|_| "must be a key as `undersigned webhook list` prints it".to_owned())
}

fn format(typed: &str) -> Result<WebhookFormat, String> {
    WebhookFormat::parse(typed).ok_or_else(|| "must be thin, full or osdi".to_owned())
}

/// Reads names of events with commas between.
fn kinds(typed: &str) -> Result<OccurrenceKinds, String> {
    if typed == "all" {
        return Ok(OccurrenceKinds::of(OccurrenceKind::chosen_from()));
    }
    let mut all = Vec::new();
    for name in typed.split(',').map(str::trim) {
        let known = OccurrenceKind::chosen_from().find(|kind| kind.as_str() == name);
        all.push(known.ok_or_else(|| {
            let names: Vec<_> = OccurrenceKind::chosen_from()
                .map(OccurrenceKind::as_str)
                .collect();
            format!("there is no event {name}; there are {}", names.join(", "))
        })?);
    }
    Ok(OccurrenceKinds::of(all))
}

/// Does what was asked for.
pub(super) fn run(settings: &Settings, command: WebhookCommand) -> Result<(), Failed> {
    match command {
        WebhookCommand::Add(typed) => add(settings, &typed),
        WebhookCommand::List => list(settings),
        WebhookCommand::Test { webhook } => test(settings, webhook),
        WebhookCommand::Remove { webhook } => remove(settings, webhook),
    }
}

fn fault(error: impl std::fmt::Display) -> Failed {
    Failed::Work(format!("webhook: {error}"))
}

fn add(settings: &Settings, typed: &TypedWebhook) -> Result<(), Failed> {
    let url =
        WebhookUrl::parse(&typed.url, typed.allow_private).map_err(
            |wrong| match Library::load() {
                Ok(library) => format!("--url: {}", library.words(Lang::EN).say(wrong.key)),
                Err(error) => error.to_string(),
            },
        )?;
    existing(settings)?;
    let (db, secrets) = serve::open_stores(settings)?;
    let petition = match &typed.petition {
        Some(slug) => Some(petition(&db, slug)?),
        None => None,
    };
    let organization = whose(&db, typed.organization.as_deref(), petition.as_ref())?;
    let is_high_risk = |one: &Petition| !one.allows(Exposure::WebhookPeople);
    if typed.format.has_details() && petition.as_ref().is_some_and(is_high_risk) {
        return Err(fault(
            "details of signers of a petition of high risk are posted nowhere: take thin",
        ));
    }
    let new = NewWebhook {
        organization,
        petition: petition.map(|one| one.id),
        url,
        kinds: typed.events,
        format: typed.format,
        allows_private: typed.allow_private,
        made_by: None,
    };
    let doer = Doer::operator(Clock::system().now());
    let made = db.write_here(|tx| match manage::has_room(tx, organization)? {
        true => manage::add(tx, &secrets, &new, &doer).map(Some),
        false => Ok(None),
    });
    let (webhook, secret) = made
        .map_err(|error: db::Error| fault(error))?
        .ok_or_else(|| fault(format!("the organization has {MOST} already")))?;
    print(&format!(
        "{} {}\n{}\n",
        webhook.id,
        webhook.url,
        secret.text()
    ))
}

fn petition(db: &Db, slug: &str) -> Result<Petition, Failed> {
    let unknown = || fault(format!("there is no petition {slug}"));
    let parsed = Slug::parse(slug).map_err(|_| unknown())?;
    let found = db.read_here(|conn| petitions::by_slug(conn, &parsed));
    found
        .map_err(|error: db::Error| fault(error))?
        .ok_or_else(unknown)
}

/// The organization that is named, that of the petition, or the only one.
fn whose(
    db: &Db,
    named: Option<&str>,
    petition: Option<&Petition>,
) -> Result<Id<Organization>, Failed> {
    let found = match named {
        Some(name) => {
            db.read_here(|conn| organization::named(conn, name))
                .map_err(|error: db::Error| fault(error))?
                .ok_or_else(|| fault(format!("there is no organization {name}")))?
                .id
        }
        None => match petition {
            Some(petition) => petition.organization,
            None => {
                let all = db.read_here(organization::all);
                match all.map_err(|error: db::Error| fault(error))?.as_slice() {
                    [one] => one.id,
                    [] => return Err(fault("there is no organization yet")),
                    _ => {
                        return Err(fault(
                            "there are several organizations: say which with --organization",
                        ));
                    }
                }
            }
        },
    };
    match petition.is_none_or(|petition| petition.organization == found) {
        true => Ok(found),
        false => Err(fault("the petition is another organization's")),
    }
}

fn list(settings: &Settings) -> Result<(), Failed> {
    let db = existing(settings)?;
    let all = db
        .read_here(webhooks::all)
        .map_err(|error: db::Error| fault(error))?;
    let mut told = String::new();
    for one in &all {
        let kinds: Vec<_> = one.kinds.each().map(OccurrenceKind::as_str).collect();
        let of = match one.petition {
            Some(petition) => format!("petition {petition}"),
            None => format!("organization {}", one.organization),
        };
        let (state, format) = (one.state.as_str(), one.format.as_str());
        let _ = writeln!(
            told,
            "{} {state} {format} {} {of} {}",
            one.id,
            kinds.join(","),
            one.url
        );
    }
    if all.is_empty() {
        told.push_str("no webhook\n");
    }
    print(&told)
}

fn find(db: &Db, id: Id<Webhook>) -> Result<Webhook, Failed> {
    let found = db.read_here(|conn| webhooks::find(conn, id));
    found
        .map_err(|error: db::Error| fault(error))?
        .ok_or_else(|| fault(format!("there is no webhook {id}")))
}

fn test(settings: &Settings, id: Id<Webhook>) -> Result<(), Failed> {
    existing(settings)?;
    let (db, secrets) = serve::open_stores(settings)?;
    let webhook = find(&db, id)?;
    let context = BodyContext {
        base_url: settings.base_url.clone(),
        petition_cache: PetitionCache::default(),
        count_cache: CountCache::default(),
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(fault)?;
    let client = WebhookClient::new(None, &[])?;
    let clock = Clock::system();
    let tried = runtime
        .block_on(try_out(&db, &clock, (&secrets, &context, &client), webhook))
        .map_err(fault)?;
    let status = tried.status.map(|status| status.to_string());
    match tried.failure {
        None => print(&format!(
            "{} in {} ms\n",
            status.unwrap_or_default(),
            tried.millis
        )),
        Some(failure) => Err(fault(format!(
            "not taken: {}",
            status.unwrap_or_else(|| failure.as_str().to_owned())
        ))),
    }
}

fn remove(settings: &Settings, id: Id<Webhook>) -> Result<(), Failed> {
    let db = existing(settings)?;
    let webhook = find(&db, id)?;
    let doer = Doer::operator(Clock::system().now());
    db.write_here(|tx| manage::remove(tx, &webhook, &doer))
        .map_err(|error: db::Error| fault(error))?;
    print(&format!("{id} is deleted\n"))
}
