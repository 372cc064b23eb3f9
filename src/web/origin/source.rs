//! Where a request comes from, as far as limits need to know. Addresses stay in memory, keyed
//! anew each day, and are written nowhere.

use super::forwarded;
use crate::base::Key;
use actix_web::HttpRequest;
use ipnet::IpNet;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// The network address a request came from: of the connection, or as told by a trusted proxy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Source {
    address: IpAddr,
    is_shared: bool,
}

/// What a request shows of the proxies between the visitor and us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ProxyTrace {
    /// Nothing is wrong with it.
    Fine,
    /// A neighbour passes requests on for others and nobody has named it as a proxy.
    Untrusted(IpAddr),
    /// A trusted proxy writes what is no address.
    Unreadable,
    /// A trusted proxy says whom it asks for, but not in the header that is read.
    Silent,
}

impl Source {
    /// A request from this address.
    #[must_use]
    pub fn at(ip: IpAddr) -> Self {
        Self {
            address: ip.to_canonical(),
            is_shared: false,
        }
    }

    /// Reads it off the connection. `X-Forwarded-For` is believed only from a configured proxy,
    /// and only its last entry that is not a proxy itself: earlier ones can be typed by anybody.
    #[must_use]
    pub fn of(req: &HttpRequest, trusted: &[IpNet]) -> Self {
        Self::and_way(req, trusted).0
    }

    /// The same, and what is wrong with the proxies on the way.
    pub(crate) fn and_way(req: &HttpRequest, trusted: &[IpNet]) -> (Self, ProxyTrace) {
        let peer = req
            .peer_addr()
            .map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |addr| addr.ip())
            .to_canonical();
        let headers = req.headers();
        if !is_in(trusted, peer) {
            let way = match is_nearby(peer) && forwarded::is_told(headers) {
                true => ProxyTrace::Untrusted(peer),
                false => ProxyTrace::Fine,
            };
            return (Self::by(peer, way), way);
        }
        let mut last = peer;
        let mut is_anything_told = false;
        for hop in forwarded::hops(headers) {
            is_anything_told = true;
            let Some(ip) = hop else {
                return (
                    Self::by(last, ProxyTrace::Unreadable),
                    ProxyTrace::Unreadable,
                );
            };
            last = ip;
            if !is_in(trusted, ip) {
                return (Self::by(ip, ProxyTrace::Fine), ProxyTrace::Fine);
            }
        }
        let way = match !is_anything_told && forwarded::is_told(headers) {
            true => ProxyTrace::Silent,
            false => ProxyTrace::Fine,
        };
        (Self::by(last, way), way)
    }

    fn by(address: IpAddr, way: ProxyTrace) -> Self {
        Self {
            address,
            is_shared: way != ProxyTrace::Fine,
        }
    }

    /// Whether this is the address of a proxy that could not say for whom it asks, so that all the world may have it.
    /// Limits by source put nothing off and refuse nobody then: the first visitors of a minute would keep out all others.
    #[must_use]
    pub(crate) fn is_shared(self) -> bool {
        self.is_shared
    }

    /// The address itself.
    #[must_use]
    pub fn address(self) -> IpAddr {
        self.address
    }

    /// One household or host: IPv4 as it is, IPv6 by /64.
    #[must_use]
    pub fn host(self) -> IpAddr {
        match self.address {
            IpAddr::V4(ip) => IpAddr::V4(ip),
            IpAddr::V6(ip) => IpAddr::V6(masked(ip, 64)),
        }
    }

    /// One network: IPv4 by /24, IPv6 by /48.
    #[must_use]
    pub fn network(self) -> IpAddr {
        match self.address {
            IpAddr::V4(ip) => {
                let [a, b, c, _] = ip.octets();
                IpAddr::V4(Ipv4Addr::new(a, b, c, 0))
            }
            IpAddr::V6(ip) => IpAddr::V6(masked(ip, 48)),
        }
    }

    /// Roughly where it is, for people who read what was done from where: `203.0.x.x`, `2001:db8:x`. Empty where a proxy hides it.
    #[must_use]
    pub(crate) fn coarse(self) -> String {
        if self.is_shared {
            return String::new();
        }
        match self.address {
            IpAddr::V4(ip) => {
                let [a, b, ..] = ip.octets();
                format!("{a}.{b}.x.x")
            }
            IpAddr::V6(ip) => {
                let [a, b, ..] = ip.segments();
                format!("{a:x}:{b:x}:x")
            }
        }
    }

    /// A keyed hash of its host, to be known again by whoever has the key.
    #[must_use]
    pub fn mark(self, key: &Key) -> [u8; 32] {
        match self.host() {
            IpAddr::V4(ip) => key.mac(&[&ip.octets()]),
            IpAddr::V6(ip) => key.mac(&[&ip.octets()]),
        }
    }

    /// Whether it is in one of these networks.
    #[must_use]
    pub(crate) fn is_one_of(self, networks: &[IpNet]) -> bool {
        is_in(networks, self.address)
    }

    /// Whether it is this machine.
    #[must_use]
    pub(crate) fn is_loopback(self) -> bool {
        self.address.is_loopback()
    }
}

impl From<IpAddr> for Source {
    fn from(address: IpAddr) -> Self {
        Self::at(address)
    }
}

/// Whether one of these networks holds the address. A network may be written in IPv6's form (`::ffff:10.0.0.0/104`), and
/// `::/0` means everybody.
fn is_in(networks: &[IpNet], ip: IpAddr) -> bool {
    let mapped = match ip {
        IpAddr::V4(v4) => IpAddr::V6(v4.to_ipv6_mapped()),
        IpAddr::V6(_) => ip,
    };
    networks
        .iter()
        .any(|net| net.contains(&ip) || net.contains(&mapped))
}

/// Networks that are nobody's on the internet, where proxies stand: loopback, private, link-local, shared (RFC 6598).
pub(crate) const NEARBY: [&str; 9] = [
    "127.0.0.0/8",
    "10.0.0.0/8",
    "172.16.0.0/12",
    "192.168.0.0/16",
    "169.254.0.0/16",
    "100.64.0.0/10",
    "::1/128",
    "fc00::/7",
    "fe80::/10",
];

/// The one of [`NEARBY`] that an address is in.
pub(crate) fn nearby(ip: IpAddr) -> Option<&'static str> {
    NEARBY
        .into_iter()
        .find(|net| net.parse::<IpNet>().is_ok_and(|net| net.contains(&ip)))
}

fn is_nearby(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(v4) => {
            let [a, b, _, _] = v4.octets();
            v4.is_loopback()
                || v4.is_private()
                || v4.is_link_local()
                || (a == 100 && (64..128).contains(&b))
        }
        IpAddr::V6(v6) => v6.is_loopback() || v6.is_unique_local() || v6.is_unicast_link_local(),
    }
}

fn masked(ip: Ipv6Addr, bits: u32) -> Ipv6Addr {
    Ipv6Addr::from_bits(ip.to_bits() & u128::MAX.checked_shl(128 - bits).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    fn asked(trusted: &[&str], peer: &str, told: &[(&'static str, &str)]) -> (Source, ProxyTrace) {
        let trusted: Vec<IpNet> = trusted.iter().map(|net| net.parse().unwrap()).collect();
        let peer = std::net::SocketAddr::new(peer.parse().unwrap(), 1);
        let mut req = TestRequest::default().peer_addr(peer);
        for header in told {
            req = req.append_header(*header);
        }
        Source::and_way(&req.to_http_request(), &trusted)
    }

    fn source(peer: &str, told: &str) -> String {
        let told = [("x-forwarded-for", told)];
        asked(&["10.0.0.0/8"], peer, &told).0.address.to_string()
    }

    #[test]
    fn a_stranger_cannot_choose_an_address() {
        assert_eq!(source("203.0.113.9", "198.51.100.1"), "203.0.113.9");
        assert_eq!(source("10.0.0.1", "1.2.3.4, 198.51.100.1"), "198.51.100.1");
        assert_eq!(source("10.0.0.1", "198.51.100.1, 10.0.0.2"), "198.51.100.1");
        assert_eq!(
            source("10.0.0.1", "1.2.3.4, nonsense, 198.51.100.1:9"),
            "198.51.100.1"
        );
    }

    #[test]
    fn what_cannot_be_read_makes_the_last_known_hop_the_source() {
        for (told, source, way) in [
            ("nonsense", "10.0.0.1", ProxyTrace::Unreadable),
            ("198.51.100.1, nonsense", "10.0.0.1", ProxyTrace::Unreadable),
            (
                "198.51.100.1, nonsense, 10.0.0.2",
                "10.0.0.2",
                ProxyTrace::Unreadable,
            ),
            (
                "198.51.100.1:51234, 10.0.0.2:80",
                "198.51.100.1",
                ProxyTrace::Fine,
            ),
            ("[2001:db8::1]:443", "2001:db8::1", ProxyTrace::Fine),
            ("10.0.0.3", "10.0.0.3", ProxyTrace::Fine),
            ("", "10.0.0.1", ProxyTrace::Silent),
        ] {
            let (found, met) = asked(&["10.0.0.0/8"], "10.0.0.1", &[("x-forwarded-for", told)]);
            assert_eq!(
                (found.address.to_string().as_str(), met),
                (source, way),
                "{told}"
            );
            assert_eq!(found.is_shared(), way != ProxyTrace::Fine, "{told}");
        }
    }

    #[test]
    fn a_proxy_is_known_in_either_form_of_its_address() {
        let told = [("x-forwarded-for", "198.51.100.1")];
        for trusted in [
            "127.0.0.1/32",
            "::ffff:127.0.0.1/128",
            "::ffff:127.0.0.0/104",
            "::/0",
        ] {
            for peer in ["127.0.0.1", "::ffff:127.0.0.1"] {
                let (found, way) = asked(&[trusted], peer, &told);
                let found = found.address.to_string();
                // who trusts everybody has the first entry for the visitor
                assert_eq!(
                    (found.as_str(), way),
                    ("198.51.100.1", ProxyTrace::Fine),
                    "{trusted} {peer}"
                );
            }
        }
        let (found, _) = asked(&["::1/128"], "::1", &told);
        assert_eq!(found.address.to_string(), "198.51.100.1");
        let between = [("x-forwarded-for", "198.51.100.1, ::ffff:10.0.0.9")];
        let (found, _) = asked(&["10.0.0.0/8"], "10.0.0.1", &between);
        assert_eq!(found.address.to_string(), "198.51.100.1");
    }

    #[test]
    fn a_neighbour_that_passes_requests_on_unnamed_is_noticed_and_a_stranger_is_not() {
        for peer in [
            "127.0.0.1",
            "::1",
            "172.18.0.1",
            "::ffff:192.168.1.4",
            "fd00::1",
            "100.64.0.1",
        ] {
            for name in ["x-forwarded-for", "forwarded", "x-real-ip"] {
                let (found, way) = asked(&[], peer, &[(name, "198.51.100.1")]);
                assert_eq!(way, ProxyTrace::Untrusted(found.address), "{peer} {name}");
                assert!(
                    found.is_shared() && nearby(found.address).is_some(),
                    "{peer}"
                );
            }
            assert_eq!(asked(&[], peer, &[]).1, ProxyTrace::Fine);
        }
        for peer in ["203.0.113.9", "2001:db8::9", "100.128.0.1", "172.32.0.1"] {
            let (found, way) = asked(&[], peer, &[("x-forwarded-for", "198.51.100.1")]);
            assert_eq!(way, ProxyTrace::Fine, "{peer}");
            assert!(
                !found.is_shared() && nearby(found.address).is_none(),
                "{peer}"
            );
        }
    }

    #[test]
    fn a_trusted_proxy_that_says_it_elsewhere_is_silent() {
        let (found, way) = asked(
            &["10.0.0.0/8"],
            "10.0.0.1",
            &[("x-real-ip", "198.51.100.1")],
        );
        assert_eq!(
            (found.address.to_string().as_str(), way),
            ("10.0.0.1", ProxyTrace::Silent)
        );
        // the proxy's own question, how we are
        let (found, way) = asked(&["10.0.0.0/8"], "10.0.0.1", &[]);
        assert_eq!((found.is_shared(), way), (false, ProxyTrace::Fine));
    }

    #[test]
    fn the_networks_nearby_are_those_the_rule_means() {
        for net in NEARBY {
            let net: IpNet = net.parse().unwrap();
            for ip in [net.network(), net.broadcast()] {
                assert!(is_nearby(ip) && nearby(ip).is_some(), "{ip}");
            }
        }
    }

    #[test]
    fn neighbours_share_a_network_and_hosts_do_not() {
        let at = |text: &str| Source::at(text.parse().unwrap());
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
