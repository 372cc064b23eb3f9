//! GET /organize/operator: how this site stands, and whether something is to be done.

use super::findings::{Asked, Findings};
use crate::account::OperatorActor;
use crate::base::Time;
use crate::db::{self, Conn, DatabaseFacts, Db};
use crate::mail::store;
use crate::site::copy_facts::CopyFacts;
use crate::site::finding::{Finding, FindingWords, LATE};
use crate::site::installation::Installation;
use crate::web::answers::answer::private_page;
use crate::web::page::Frame;
use crate::web::{Result, Site, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;

#[derive(Template)]
#[template(path = "site/console/health.html")]
struct HealthPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    findings: Vec<Finding>,
    /// How many of them ask for something.
    to_do: usize,
    ready_href: &'static str,
    /// Where everything is looked at, from outside too.
    doctor_action: String,
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
    let words = FindingWords { w, now };
    // Where the database is away, that is said already.
    findings.extend(copies.iter().flat_map(|copies| words.copies(copies)));
    let to_do = findings.iter().filter(|one| one.verdict.asks()).count();
    private_page(
        StatusCode::OK,
        &HealthPage {
            frame: actor.console_frame(&site, w, &urls::operator(), w.say("operator-health")),
            w,
            to_do,
            findings,
            ready_href: "/readyz",
            doctor_action: urls::operator_doctor(),
        },
    )
}
