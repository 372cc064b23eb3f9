//! Whether visitors reach this installation under its base URL: the name, the connection, the certificate, the proxy in front, and whether
//! what answers is this very installation. Where it is not, what listens on this machine is asked too.

use super::client::{CertificateFault, HttpAnswer, HttpQuestion, Reached, Tls};
use super::clock::ClockPair;
use super::examined::{Doctor, ExaminedInstallation};
use super::instance_state::InstanceState;
use super::name_resolver::{Heard, NameResolver};
use super::ticket::Ticket;
use crate::base::{Secrets, Time};
use futures_util::future::join_all;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;
use tokio::time::timeout;

/// How long a server is given for all of its answer.
const PATIENCE: Duration = Duration::from_secs(5);
/// What is asked for where nothing could be proved.
const HEALTH: &str = "/healthz";
/// Most addresses of a host that are asked.
const MOST: usize = 4;

/// A server that was asked.
pub(super) struct AskedServer {
    pub(super) at: SocketAddr,
    pub(super) reached: Reached,
    /// What it tells of itself, where it proved to have the secrets.
    pub(super) state: Option<InstanceState>,
    /// What its clock showed.
    pub(super) clock: Option<ClockPair>,
}

/// What was found.
pub(super) struct ReachFound {
    /// The addresses of the host.
    pub(super) addresses: Heard<IpAddr>,
    /// What answers at each.
    pub(super) outside: Vec<AskedServer>,
    /// What listens on this machine.
    pub(super) here: AskedServer,
    /// Whether anything could be proved.
    pub(super) has_ticket: bool,
}

/// What is asked, by whom.
struct Asking<'a> {
    doctor: &'a Doctor,
    question: HttpQuestion,
    ticket: Option<(&'a Secrets, Ticket)>,
}

impl Asking<'_> {
    async fn ask(&self, at: SocketAddr) -> AskedServer {
        let asked = timeout(PATIENCE, self.question.ask(at)).await;
        let reached = asked.unwrap_or(Reached::Silence);
        let now = self.doctor.clock.now();
        let (state, clock) = match &reached {
            Reached::Answer(answer) => (self.proved(answer), clock(answer, now)),
            _ => (None, None),
        };
        AskedServer {
            at,
            reached,
            state,
            clock,
        }
    }

    fn proved(&self, answer: &HttpAnswer) -> Option<InstanceState> {
        let (secrets, ticket) = self.ticket.as_ref()?;
        let state: InstanceState = serde_json::from_slice(&answer.body).ok()?;
        ticket.is_proved(secrets, &state.proof).then_some(state)
    }
}

/// A server's date has whole seconds: the nearest to ours of that second is taken.
fn clock(answer: &HttpAnswer, ours: Time) -> Option<ClockPair> {
    let begins = answer.date?;
    let ends = begins.plus(Duration::from_micros(999_999));
    let theirs = ours.clamp(begins, ends);
    Some(ClockPair { ours, theirs })
}

/// Where the program is asked on this machine: every address is reached by loopback.
fn here(listen: SocketAddr) -> SocketAddr {
    let ip = match listen.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    SocketAddr::new(ip, listen.port())
}

/// Host and port of an address, as in `Host`.
fn authority(base_url: &str) -> &str {
    base_url.split_once("://").map_or("", |(_, rest)| rest)
}

fn port(base_url: &str) -> u16 {
    let usual = match base_url.starts_with("https://") {
        true => 443,
        false => 80,
    };
    let behind = authority(base_url).rsplit_once(':');
    behind
        .and_then(|(_, port)| port.parse().ok())
        .unwrap_or(usual)
}

/// The addresses of the host: by the name server, else as this machine knows it.
pub(super) async fn addresses(
    installation: &ExaminedInstallation,
    names: Option<&NameResolver>,
    is_given: bool,
) -> Heard<IpAddr> {
    if let Ok(ip) = installation.host.parse() {
        return Heard::Records(vec![ip]);
    }
    let heard = match names {
        Some(names) => names.addresses(&installation.host).await,
        None => Heard::Silence,
    };
    if is_given || matches!(heard, Heard::Records(_)) {
        return heard;
    }
    // a name that only this machine knows, such as one of its containers
    let known = timeout(
        PATIENCE,
        tokio::net::lookup_host((installation.host.as_str(), 0)),
    );
    match known.await {
        Ok(Ok(found)) => Heard::Records(found.map(|at| at.ip()).collect()),
        _ => heard,
    }
}

/// Asks.
pub(super) async fn examine(
    doctor: &Doctor,
    secrets: Option<&Secrets>,
    tls: Option<Tls>,
    addresses: Heard<IpAddr>,
) -> ReachFound {
    let installation = &doctor.installation;
    let is_https = installation.base_url.starts_with("https://");
    let ticket = secrets.map(|secrets| (secrets, Ticket::new(secrets, doctor.clock.now())));
    let path = match &ticket {
        Some((_, ticket)) => crate::web::urls::doctor_answer(ticket.as_str()),
        None => HEALTH.to_owned(),
    };
    let tls = tls.map(|tls| (tls, installation.host.clone()));
    let question = |is_secure: bool| HttpQuestion {
        tls: tls.clone().filter(|_| is_secure),
        authority: authority(&installation.base_url).to_owned(),
        path: path.clone(),
    };
    let asking = |is_secure: bool| Asking {
        doctor,
        question: question(is_secure),
        ticket: ticket.clone(),
    };
    let from_outside = asking(is_https);
    let from_here = asking(installation.ends_tls);
    let found = match &addresses {
        Heard::Records(all) => all.iter().take(MOST).copied().collect(),
        Heard::Nothing | Heard::Silence => Vec::new(),
    };
    let port = port(&installation.base_url);
    let outside = found
        .into_iter()
        .map(|ip| from_outside.ask(SocketAddr::new(ip, port)));
    let (outside, here) = tokio::join!(join_all(outside), from_here.ask(here(installation.listen)));
    ReachFound {
        addresses,
        outside,
        here,
        has_ticket: ticket.is_some(),
    }
}

impl ReachFound {
    /// What an instance tells of itself: one that visitors reach, else the one here.
    pub(super) fn state(&self) -> Option<&InstanceState> {
        self.reached_state().or(self.here.state.as_ref())
    }

    /// What one tells that visitors reach.
    pub(super) fn reached_state(&self) -> Option<&InstanceState> {
        self.outside.iter().find_map(|one| one.state.as_ref())
    }

    /// The clock of what answers under the base URL.
    pub(super) fn clock(&self) -> Option<ClockPair> {
        self.outside.iter().find_map(|one| one.clock)
    }

    /// Until when the certificate that visitors get is good; or why their browsers warn of it.
    pub(super) fn certificate(&self) -> Option<Result<Time, CertificateFault>> {
        let one = |server: &AskedServer| match &server.reached {
            Reached::BadCertificate(fault) => Some(Err(*fault)),
            Reached::Answer(answer) => answer.certificate_ends.map(Ok),
            _ => None,
        };
        let mut all: Vec<_> = self.outside.iter().filter_map(one).collect();
        // the one that is warned of before any, then the one that is over first
        all.sort_by_key(|one| one.map_or((0, Time::from_micros(0)), |ends| (1, ends)));
        all.first().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_it_is_asked_follows_from_its_address() {
        for (url, expected) in [
            ("https://sign.example.org", 443),
            ("https://sign.example.org:8443", 8443),
            ("http://127.0.0.1:8080", 8080),
            ("http://localhost", 80),
            ("https://[2001:db8::1]", 443),
            ("https://[2001:db8::1]:8443", 8443),
        ] {
            assert_eq!(port(url), expected, "{url}");
        }
        let at = |text: &str| here(text.parse().unwrap()).to_string();
        assert_eq!(at("0.0.0.0:80"), "127.0.0.1:80");
        assert_eq!(at("[::]:443"), "[::1]:443");
        assert_eq!(at("192.0.2.1:80"), "192.0.2.1:80");
    }
}
