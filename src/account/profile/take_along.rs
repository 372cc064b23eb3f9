//! GET /organize/account/data.json: everything that is held of an organizer, for them to take along.

use crate::account::Actor;
use crate::account::notices::Notice;
use crate::account::store::held::{self, HeldLine, HeldLink, HeldOfOrganizer};
use crate::base::Time;
use crate::db::Db;
use crate::web::{Error, Result, Site};
use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION};
use actix_web::web::Data;
use serde::Serialize;

/// The file. Each personal column of the database has its place in it (`tests/personal.txt`).
#[derive(Serialize)]
struct OwnFile<'a> {
    account: AccountJson<'a>,
    told_of: Vec<&'static str>,
    told_until: Option<Time>,
    organizations: Vec<PlaceJson<'a>>,
    second_factor: Option<FactorJson>,
    sessions: Vec<SessionJson<'a>>,
    links: Vec<LinkJson<'a>>,
    activity: Vec<LineJson<'a>>,
}

#[derive(Serialize)]
struct AccountJson<'a> {
    email: &'a str,
    name: &'a str,
    language: &'a str,
    created_at: Time,
    last_seen_at: Option<Time>,
    second_factor_put_off_at: Option<Time>,
    operator_since: Option<Time>,
}

#[derive(Serialize)]
struct PlaceJson<'a> {
    name: &'a str,
    role: &'static str,
    since: Time,
}

#[derive(Serialize)]
struct FactorJson {
    since: Time,
    recovery_codes_left: i64,
}

#[derive(Serialize)]
struct SessionJson<'a> {
    device: &'a str,
    created_at: Time,
    last_seen_at: Time,
    proved_at: Time,
    expires_at: Time,
}

#[derive(Serialize)]
struct LinkJson<'a> {
    purpose: &'static str,
    sent_to: Option<&'a str>,
    created_at: Time,
    expires_at: Time,
}

#[derive(Serialize)]
struct LineJson<'a> {
    at: Time,
    organization: Option<&'a str>,
    called: &'a str,
    deed: &'a str,
    what: &'a str,
    before: &'a str,
    after: &'a str,
    place: &'a str,
}

/// The file, as an attachment that nobody keeps but who asked for it.
///
/// # Errors
/// 503 while the database is away.
pub async fn get(site: Data<Site>, db: Data<Db>, actor: Actor) -> Result {
    let (who, secrets, now) = (actor.id, site.secrets.clone(), site.clock.now());
    let held = db
        .read(move |conn| held::of_organizer(conn, &secrets, who, now))
        .await?;
    let text = serde_json::to_string_pretty(&file(&held)).map_err(|_| Error::FAULT)?;
    let day: String = now.rfc3339().chars().take(10).collect();
    Ok(HttpResponse::Ok()
        .content_type("application/json; charset=utf-8")
        .insert_header((
            CONTENT_DISPOSITION,
            format!("attachment; filename=\"my-account-{day}.json\""),
        ))
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(text))
}

fn file(held: &HeldOfOrganizer) -> OwnFile<'_> {
    let account = &held.account;
    let wanted = account.wanted();
    let told_of = Notice::ALL.into_iter().filter(|one| wanted.has(*one));
    let places = held.places.iter();
    let sessions = held.sessions.iter();
    OwnFile {
        account: AccountJson {
            email: &account.email,
            name: &account.name,
            language: &account.lang,
            created_at: account.created_at,
            last_seen_at: account.seen_at,
            second_factor_put_off_at: account.second_factor_later_at,
            operator_since: account.operator_since,
        },
        told_of: told_of.map(Notice::as_str).collect(),
        told_until: account.told_until,
        organizations: places
            .map(|(name, role, since)| PlaceJson {
                name,
                role: role.as_str(),
                since: *since,
            })
            .collect(),
        second_factor: held.second_factor.as_ref().map(|factor| FactorJson {
            since: factor.since,
            recovery_codes_left: factor.codes_left,
        }),
        sessions: sessions
            .map(|session| SessionJson {
                device: &session.device,
                created_at: session.created_at,
                last_seen_at: session.last_seen_at,
                proved_at: session.proved_at,
                expires_at: session.expires_at,
            })
            .collect(),
        links: held.links.iter().map(link).collect(),
        activity: held.lines.iter().map(line).collect(),
    }
}

fn link(one: &HeldLink) -> LinkJson<'_> {
    LinkJson {
        purpose: one.purpose.as_str(),
        sent_to: one.email.as_deref(),
        created_at: one.created_at,
        expires_at: one.expires_at,
    }
}

fn line(one: &HeldLine) -> LineJson<'_> {
    let told = |text| match one.is_of_account() {
        true => text,
        false => "",
    };
    LineJson {
        at: one.at,
        organization: one.organization.as_deref(),
        called: &one.who,
        deed: &one.deed,
        what: &one.what,
        before: told(&one.before),
        after: told(&one.after),
        place: &one.place,
    }
}
