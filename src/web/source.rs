//! Where a request comes from, as far as limits need to know. Addresses stay in memory, keyed
//! anew each day, and are written nowhere.

use super::site::Site;
use actix_web::dev::Payload;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest};
use ipnet::IpNet;
use std::future::{Ready, ready};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// The network address a request came from: of the connection, or as told by a trusted proxy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Source(IpAddr);

impl Source {
    /// A request from this address.
    #[must_use]
    pub fn at(ip: IpAddr) -> Self {
        Self(ip.to_canonical())
    }

    /// Reads it off the connection. `X-Forwarded-For` is believed only from a configured proxy,
    /// and only its last entry that is not a proxy itself: earlier ones can be typed by anybody.
    #[must_use]
    pub fn of(req: &HttpRequest, trusted: &[IpNet]) -> Self {
        let peer = req
            .peer_addr()
            .map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |addr| addr.ip());
        let is_proxy = |ip: &IpAddr| trusted.iter().any(|net| net.contains(ip));
        if !is_proxy(&peer) {
            return Self(peer.to_canonical());
        }
        let told = req
            .headers()
            .get_all("x-forwarded-for")
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','))
            .map(|part| part.trim().parse::<IpAddr>())
            .collect::<Vec<_>>();
        let mut last = peer;
        for ip in told.into_iter().rev() {
            let Ok(ip) = ip else { break };
            last = ip;
            if !is_proxy(&ip) {
                break;
            }
        }
        Self(last.to_canonical())
    }

    /// One household or host: IPv4 as it is, IPv6 by /64.
    #[must_use]
    pub fn host(self) -> IpAddr {
        match self.0 {
            IpAddr::V4(ip) => IpAddr::V4(ip),
            IpAddr::V6(ip) => IpAddr::V6(masked(ip, 64)),
        }
    }

    /// One network: IPv4 by /24, IPv6 by /48.
    #[must_use]
    pub fn network(self) -> IpAddr {
        match self.0 {
            IpAddr::V4(ip) => {
                let [a, b, c, _] = ip.octets();
                IpAddr::V4(Ipv4Addr::new(a, b, c, 0))
            }
            IpAddr::V6(ip) => IpAddr::V6(masked(ip, 48)),
        }
    }

    /// Whether it is this machine.
    #[must_use]
    pub fn is_loopback(self) -> bool {
        self.0.is_loopback()
    }
}

impl From<IpAddr> for Source {
    fn from(address: IpAddr) -> Self {
        Self(address.to_canonical())
    }
}

fn masked(ip: Ipv6Addr, bits: u32) -> Ipv6Addr {
    Ipv6Addr::from_bits(ip.to_bits() & u128::MAX.checked_shl(128 - bits).unwrap_or(0))
}

impl FromRequest for Source {
    type Error = super::Error;
    type Future = Ready<Result<Self, super::Error>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(
            req.app_data::<Data<Site>>()
                .map(|site| Self::of(req, &site.trusted_proxies))
                .ok_or(super::Error::FAULT),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    fn source(peer: &str, told: &str) -> String {
        let trusted: Vec<IpNet> = vec!["10.0.0.0/8".parse().unwrap()];
        let req = TestRequest::default()
            .peer_addr(format!("{peer}:1").parse().unwrap())
            .insert_header(("x-forwarded-for", told))
            .to_http_request();
        Source::of(&req, &trusted).0.to_string()
    }

    #[test]
    fn a_stranger_cannot_choose_an_address() {
        assert_eq!(source("203.0.113.9", "198.51.100.1"), "203.0.113.9");
        assert_eq!(source("10.0.0.1", "1.2.3.4, 198.51.100.1"), "198.51.100.1");
        assert_eq!(source("10.0.0.1", "198.51.100.1, 10.0.0.2"), "198.51.100.1");
        assert_eq!(source("10.0.0.1", "nonsense"), "10.0.0.1");
        assert_eq!(source("10.0.0.1", "198.51.100.1, nonsense"), "10.0.0.1");
    }

    #[test]
    fn neighbours_share_a_network_and_hosts_do_not() {
        let at = |text: &str| Source(text.parse().unwrap());
        assert_ne!(at("192.0.2.1").host(), at("192.0.2.2").host());
        assert_eq!(at("192.0.2.1").network(), at("192.0.2.2").network());
        assert_eq!(at("2001:db8::1").host(), at("2001:db8::2").host());
        assert_ne!(at("2001:db8:0:1::1").host(), at("2001:db8:0:2::1").host());
        assert_eq!(
            at("2001:db8:0:1::1").network(),
            at("2001:db8:0:2::1").network()
        );
    }
}
