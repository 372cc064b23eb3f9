//! GET /doctor/{token}: what a running instance tells of itself, to whoever has its secrets. Changes nothing.

use super::instance_state::{ForwardedBy, InstanceState, WorkerBeat};
use super::ticket::Ticket;
use crate::db::Db;
use crate::site::installation::Installation;
use crate::web::origin::source::{ProxyTrace, Source, nearby};
use crate::web::{Error, Result, Site};
use actix_web::http::header::CACHE_CONTROL;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

/// What the request shows of a proxy in front, and the network of one that nobody named.
fn forwarded_by(site: &Site, req: &HttpRequest) -> (ForwardedBy, Option<String>) {
    if !crate::web::origin::forwarded::is_told(req.headers()) {
        return (ForwardedBy::Nobody, None);
    }
    match Source::and_way(req, &site.trusted_proxies).1 {
        ProxyTrace::Fine => (ForwardedBy::Trusted, None),
        ProxyTrace::Untrusted(peer) => {
            let network = nearby(peer).unwrap_or_default();
            (ForwardedBy::Untrusted, Some(network.to_owned()))
        }
        ProxyTrace::Unreadable => (ForwardedBy::Unreadable, None),
        ProxyTrace::Silent => (ForwardedBy::Silent, None),
    }
}

/// Tells it.
///
/// # Errors
/// 404 for a stranger's address, or an old one.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    installation: Data<Installation>,
    token: Path<String>,
    req: HttpRequest,
) -> Result {
    let now = site.clock.now();
    let ticket = Ticket::read(&token, &site.secrets, now).ok_or(Error::NOT_FOUND)?;
    let (forwarded_by, network) = forwarded_by(&site, &req);
    let beat = |(name, seen): (&'static str, _)| WorkerBeat {
        name: name.to_owned(),
        seen,
    };
    let state = InstanceState {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        base_url: site.base_url.clone(),
        time: now,
        started_at: installation.started_at,
        forwarded_by,
        network,
        workers: db.health().seen_at_work().into_iter().map(beat).collect(),
        ended: db.health().ended().map(str::to_owned),
        proof: ticket.proof(&site.secrets),
    };
    Ok(HttpResponse::Ok()
        .insert_header((CACHE_CONTROL, "no-store"))
        .json(state))
}
