//! What can be seen from here of what somebody answers. An error is a doubt, with what to do; it is never certain.

use crate::base::{Clock, Email, Lang, SiteAddress};
use crate::db::{Holds, Target, holds};
use crate::mail::{MailAddress, MailSetting, Relay, Timeouts};
use crate::site::console::test_letter::{of_init, why_not};
use crate::words::Library;
use std::io::ErrorKind;
use std::net::{IpAddr, SocketAddr, TcpListener, ToSocketAddrs, UdpSocket};

/// Whether the name of this site leads to this machine; what is good to know.
pub(super) fn leads_here(site: &SiteAddress) -> Result<Option<String>, String> {
    let host = site.host();
    if site.is_at_home() {
        return Ok(Some("Only this machine will reach it.".to_owned()));
    }
    let found = (host.trim_matches(['[', ']']), 443).to_socket_addrs();
    let found: Vec<IpAddr> = found.into_iter().flatten().map(|at| at.ip()).collect();
    if found.is_empty() {
        return Err(format!(
            "{host} leads nowhere yet: make an A record (and AAAA, with IPv6) with the address of this machine, where the \
             domain is managed"
        ));
    }
    match found.iter().any(|address| is_own(*address)) {
        true => Ok(Some(format!("{host} leads to this machine."))),
        false => {
            let found: Vec<_> = found.iter().map(IpAddr::to_string).collect();
            Err(format!(
                "{host} leads to {}, which is no address of this machine: right where something in front of it passes visitors \
                 on (a router, a cloud's address); wrong otherwise",
                found.join(" and ")
            ))
        }
    }
}

/// Whether it is an address of this machine: what is sent to one's own address comes from it. Nothing is sent.
fn is_own(address: IpAddr) -> bool {
    let any: SocketAddr = match address {
        IpAddr::V4(_) => ([0, 0, 0, 0], 0).into(),
        IpAddr::V6(_) => ([0_u16; 8], 0).into(),
    };
    let way = UdpSocket::bind(any).and_then(|socket| {
        socket.connect((address, 9))?;
        socket.local_addr()
    });
    way.is_ok_and(|from| from.ip() == address)
}

/// What is in the way at this port, if anything. A port that may not be taken now is for the service to take.
pub(super) fn is_taken(at: SocketAddr) -> Option<String> {
    match TcpListener::bind(at) {
        Err(error) if error.kind() == ErrorKind::AddrInUse => Some(format!(
            "Port {} is taken by another program: stop that, or let it be the proxy and answer off.",
            at.port()
        )),
        _ => None,
    }
}

/// Whether a new installation can be made in this database.
pub(super) fn is_free(target: &Target) -> Result<Option<String>, String> {
    match holds(target)? {
        Holds::Nothing => Ok(None),
        Holds::Installation => Ok(Some(
            "There is an installation in it already: it goes on with that.".to_owned(),
        )),
        Holds::Others => Err(
            "there are tables of another program in it: make a database of its own (createdb)"
                .to_owned(),
        ),
        Holds::NoRight => Err(
            "this account may not make tables in it: make the database with this account as its owner (createdb --owner)"
                .to_owned(),
        ),
    }
}

/// Whether the relay takes a test letter to this address, from that sender.
pub(super) fn takes_a_letter(
    relay: &MailSetting,
    (to, from): (&Email, &MailAddress),
    site: &SiteAddress,
) -> Result<Option<String>, String> {
    let MailSetting::Smtp(relay) = relay else {
        return Ok(None);
    };
    let cannot =
        |error: &dyn std::fmt::Display| format!("the test letter cannot be written: {error}");
    let library = Library::load().map_err(|error| cannot(&error))?;
    let words = library.words(Lang::EN);
    let letter = of_init(&words, site.as_str(), (from, to), Clock::system().now());
    let letter = letter.ok_or_else(|| cannot(&"no address"))?;
    let letter = letter.raw().map_err(|error| cannot(&error))?;
    let relay = Relay::new(relay.clone(), site.host(), 1, Timeouts::default());
    let relay = relay.map_err(|error| error.to_string())?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    let runtime = runtime.map_err(|error| cannot(&error))?;
    let sent = runtime.block_on(async {
        let sent = relay.send(letter).await;
        relay.rest().await;
        sent
    });
    match sent {
        Ok(_) => Ok(Some(format!(
            "The relay has taken a test letter to {}: see whether it arrives, and in which folder.",
            to.deliver()
        ))),
        Err(refused) => {
            let outcome = refused.to_string();
            let why = why_not(&words, &outcome);
            Err(format!("the test letter did not go ({outcome}): {why}"))
        }
    }
}
