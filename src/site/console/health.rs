//! GET /organize/operator: how this site stands, and whether something is to be done.

use super::copies::CopyFacts;
use super::findings::{Asked, Finding, Findings, Urgence};
use super::installation::Installation;
use crate::account::OperatorActor;
use crate::base::Time;
use crate::base::time::minutes;
use crate::db::{self, Conn, DatabaseFacts, Db};
use crate::mail::store;
use crate::web::answers::answer::private_page;
use crate::web::page::Frame;
use crate::web::{Result, Site, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;
use std::time::Duration;

/// Mail that has been due for so long is late (reliability 9.4).
const LATE: Duration = minutes(5);

#[derive(Template)]
#[template(path = "site/console/health.html")]
struct HealthPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    findings: Vec<Finding>,
    /// How many of them ask for something.
    to_do: usize,
    ready_href: &'static str,
}

fn facts(conn: &mut Conn, now: Time) -> db::Result<(DatabaseFacts, Option<Time>, bool)> {
    Ok((
        db::facts(conn)?,
        db::last_backup(conn)?,
        store::is_due(conn, now.minus(LATE))?,
    ))
}

/// The page. Changes nothing: whether writes are taken is tried only where one was refused.
///
/// # Errors
/// 404 for who is no operator.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    installation: Data<Installation>,
    OperatorActor(actor): OperatorActor,
) -> Result {
    let (words, now) = (actor.words(&site), site.clock.now());
    let w: &Words = &words;
    let own = installation.clone();
    let space = actix_web::web::block(move || own.disk_space()).await;
    let asked = Asked {
        writes: db.probe().await,
        facts: db.read(move |conn| facts(conn, now)).await,
        space: space.ok().flatten(),
    };
    let copies = db.read(CopyFacts::read).await;
    let faults = site.proxies.faults();
    let all = Findings {
        w,
        now,
        health: db.health(),
        faults: &faults,
        installation: &installation,
    };
    let mut findings = all.all(&asked);
    // Where the database is away, that is said already.
    findings.extend(copies.iter().flat_map(|copies| all.copies(copies)));
    let to_do = findings.iter();
    let to_do = to_do.filter(|one| one.urgence != Urgence::Nothing).count();
    private_page(
        StatusCode::OK,
        &HealthPage {
            frame: actor.console_frame(&site, w, &urls::operator(), w.say("operator-health")),
            w,
            to_do,
            findings,
            ready_href: "/readyz",
        },
    )
}
