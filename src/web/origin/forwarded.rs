//! `X-Forwarded-For`, as proxies write it.
//!
//! There is no standard. An entry is an address, often with a port behind it (Azure, HAProxy by option), IPv6 with or
//! without brackets; RFC 7239 puts brackets and quotes around it. Whatever is none of this ends the reading: what stands
//! further left has gone through a hand that cannot be named.

use actix_web::http::header::{HeaderMap, HeaderName};
use std::net::{IpAddr, SocketAddr};

/// The header.
const FOR: HeaderName = HeaderName::from_static("x-forwarded-for");
/// Headers in which proxies say the same and which are not read: anybody can type them, and which one a proxy writes
/// anew cannot be known.
const ALIKE: [HeaderName; 2] = [
    HeaderName::from_static("forwarded"),
    HeaderName::from_static("x-real-ip"),
];

/// Whether the request says that it was passed on for somebody.
pub(crate) fn is_told(headers: &HeaderMap) -> bool {
    headers.contains_key(FOR) || ALIKE.iter().any(|name| headers.contains_key(name))
}

/// The entries, the nearest first; `None` for what is no address.
///
/// Bytes, not text: a header that a visitor began with a byte that is no text is still extended by the proxy.
pub(crate) fn hops(headers: &HeaderMap) -> impl Iterator<Item = Option<IpAddr>> {
    let lines: Vec<&[u8]> = headers.get_all(FOR).map(|value| value.as_bytes()).collect();
    lines.into_iter().rev().flat_map(|line| {
        line.rsplit(|byte| *byte == b',')
            .map(|entry| entry.trim_ascii())
            // a list may have empty places (RFC 9110, 5.6.1)
            .filter(|entry| !entry.is_empty())
            .map(address)
    })
}

/// An entry: address, address and port, in brackets, in quotes. Canonical: an IPv4 address in IPv6's clothes is IPv4.
fn address(entry: &[u8]) -> Option<IpAddr> {
    let text = std::str::from_utf8(entry).ok()?;
    let text = text
        .strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'))
        .unwrap_or(text);
    let plain = |text: &str| text.parse::<IpAddr>().ok();
    let bare = || plain(text.strip_prefix('[')?.strip_suffix(']')?);
    let with_port = || Some(text.parse::<SocketAddr>().ok()?.ip());
    // `fe80::1%eth0`: the zone is the proxy's own affair
    let zoned = || plain(text.split_once('%')?.0);
    plain(text)
        .or_else(with_port)
        .or_else(bare)
        .or_else(zoned)
        .map(|ip| ip.to_canonical())
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::http::header::HeaderValue;
    use proptest::prelude::*;

    fn read(entry: &str) -> Option<String> {
        address(entry.as_bytes()).map(|ip| ip.to_string())
    }

    #[test]
    fn an_entry_is_read_as_proxies_write_it() {
        for (entry, ip) in [
            ("203.0.113.7", "203.0.113.7"),
            ("203.0.113.7:51234", "203.0.113.7"),
            ("2001:db8::1", "2001:db8::1"),
            ("[2001:db8::1]", "2001:db8::1"),
            ("[2001:db8::1]:443", "2001:db8::1"),
            ("\"[2001:db8::1]:443\"", "2001:db8::1"),
            ("2001:DB8:0:0::1", "2001:db8::1"),
            ("::ffff:203.0.113.7", "203.0.113.7"),
            ("[::ffff:203.0.113.7]:443", "203.0.113.7"),
            ("fe80::1%eth0", "fe80::1"),
        ] {
            assert_eq!(read(entry).as_deref(), Some(ip), "{entry}");
        }
        for nothing in [
            "unknown",
            "_hidden",
            "203.0.113.7:",
            "203.0.113.7:port",
            "203.0.113.7:65536",
            "203.0.113",
            "[203.0.113.7",
            "[2001:db8::1",
            "2001:db8::1]",
            "\"",
            "a%b",
            "for=203.0.113.7",
        ] {
            assert_eq!(read(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn the_nearest_entry_comes_first_over_lines_and_empty_places() {
        let mut headers = HeaderMap::new();
        for line in [&b"192.0.2.1, ,192.0.2.2,"[..], b"\xff, 192.0.2.3", b""] {
            headers.append(FOR, HeaderValue::from_bytes(line).unwrap());
        }
        let read: Vec<_> = hops(&headers)
            .map(|hop| hop.map(|ip| ip.to_string()))
            .collect();
        let ip = |last: u8| Some(format!("192.0.2.{last}"));
        assert_eq!(read, [ip(3), None, ip(2), ip(1)]);
    }

    proptest! {
        #[test]
        fn whatever_it_says_it_does_not_fall(entry: Vec<u8>) {
            let _ = address(&entry);
        }

        #[test]
        fn with_a_port_or_without_it_is_the_same_address(ip: std::net::IpAddr, port: u16) {
            let whole = SocketAddr::new(ip, port).to_string();
            prop_assert_eq!(address(whole.as_bytes()), Some(ip.to_canonical()));
            prop_assert_eq!(address(ip.to_string().as_bytes()), Some(ip.to_canonical()));
        }
    }
}
