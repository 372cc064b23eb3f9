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
    let trusted = &site.trusted_proxies;
    match Source::and_way(req, trusted).1 {
        // from an address that is no neighbour's: it may be a visitor who typed the header, but the doctor types none
        ProxyTrace::Fine => match req.peer_addr().map(|peer| peer.ip()) {
            Some(peer) if !Source::at(peer).is_one_of(trusted) => {
                (ForwardedBy::Untrusted, Some(peer.to_string()))
            }
            _ => (ForwardedBy::Trusted, None),
        },
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Clock, Secrets, Time};
    use crate::words::Library;
    use actix_web::test::TestRequest;

    #[test]
    fn what_a_proxy_in_front_does_is_told_as_the_program_sees_it() {
        let clock = Clock::standing_at(Time::from_micros(0));
        let library = Library::load().unwrap();
        let at = "https://sign.example.org".to_owned();
        let mut site = Site::new(at, clock, library, Secrets::for_test());
        site.trusted_proxies = vec!["10.0.0.0/8".parse().unwrap()];
        let met = |peer: &str, header: Option<(&'static str, &str)>| {
            let mut req = TestRequest::default().peer_addr(peer.parse().unwrap());
            if let Some(header) = header {
                req = req.insert_header(header);
            }
            let (by, network) = forwarded_by(&site, &req.to_http_request());
            (by, network.unwrap_or_default())
        };
        let known = Some(("x-forwarded-for", "192.0.2.1"));
        let of = |by| (by, String::new());
        assert_eq!(met("10.0.0.1:1", None), of(ForwardedBy::Nobody));
        assert_eq!(met("10.0.0.1:1", known), of(ForwardedBy::Trusted));
        assert_eq!(
            met("172.18.0.1:1", known),
            (ForwardedBy::Untrusted, "172.16.0.0/12".to_owned())
        );
        assert_eq!(
            met("203.0.113.1:1", known),
            (ForwardedBy::Untrusted, "203.0.113.1".to_owned())
        );
        let unknown = Some(("x-forwarded-for", "unknown"));
        assert_eq!(met("10.0.0.1:1", unknown), of(ForwardedBy::Unreadable));
        let other = Some(("x-real-ip", "192.0.2.1"));
        assert_eq!(met("10.0.0.1:1", other), of(ForwardedBy::Silent));
    }
}
