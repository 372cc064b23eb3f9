//! The address under which visitors reach a site: what every link in mail begins with, and what browsers call its origin.

use super::domain;
use std::net::{IpAddr, Ipv6Addr};

/// `scheme://host[:port]`, spelt as browsers spell an origin (RFC 6454): lower case, ASCII, no default port, no slash at the end.
/// Forms are held against it byte by byte, so that another spelling would refuse every one of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteAddress {
    url: String,
    host: String,
}

const SCHEME: &str = "must begin with https:// (or http:// on loopback)";
const SHAPE: &str = "must be a host and nothing behind it, such as https://sign.example.org";
const PORT: &str = "has a port that is no number from 1 to 65535";

impl SiteAddress {
    /// Reads what an operator typed: https, or http on loopback; nothing behind the host and its port.
    ///
    /// # Errors
    /// The end of a sentence that begins with the name of the setting.
    pub fn parse(typed: &str) -> Result<Self, String> {
        let typed = typed.trim().trim_end_matches('/');
        let (scheme, rest) = typed.split_once("://").ok_or(SCHEME)?;
        let is_https = match scheme.to_ascii_lowercase().as_str() {
            "https" => true,
            "http" => false,
            _ => return Err(SCHEME.to_owned()),
        };
        let (host, port) = apart(rest)?;
        if !is_https && !is_loopback(&host) {
            return Err(format!("http:// is for loopback only; use https://{rest}"));
        }
        let (scheme, usual) = if is_https {
            ("https", 443)
        } else {
            ("http", 80)
        };
        let shown = match host.parse::<Ipv6Addr>() {
            Ok(v6) => format!("[{v6}]"),
            Err(_) => host.clone(),
        };
        let url = match port.filter(|port| *port != usual) {
            Some(port) => format!("{scheme}://{shown}:{port}"),
            None => format!("{scheme}://{shown}"),
        };
        Ok(Self { url, host })
    }

    /// The address, without a slash at the end.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.url
    }

    /// The host alone; an IPv6 address without its brackets.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Whether visitors reach it on this machine only.
    #[must_use]
    pub(crate) fn is_at_home(&self) -> bool {
        is_loopback(&self.host)
    }
}

/// Whether this host is the name that somebody registered (`example.org`), so that every other site of theirs stands below it.
#[must_use]
pub(crate) fn is_apex(host: &str) -> bool {
    host.parse::<IpAddr>().is_ok()
        || psl::domain_str(host).is_none_or(|registered| registered.eq_ignore_ascii_case(host))
}

fn apart(rest: &str) -> Result<(String, Option<u16>), String> {
    let (host, port) = match rest.strip_prefix('[') {
        Some(v6) => {
            let (v6, behind) = v6.split_once(']').ok_or(SHAPE)?;
            let v6: Ipv6Addr = v6.parse().map_err(|_| SHAPE)?;
            match behind.strip_prefix(':') {
                Some(port) => (v6.to_string(), Some(port)),
                None if behind.is_empty() => (v6.to_string(), None),
                None => return Err(SHAPE.to_owned()),
            }
        }
        None => match rest.split_once(':') {
            Some((host, port)) => (named(host)?, Some(port)),
            None => (named(rest)?, None),
        },
    };
    let port = match port {
        Some(digits) if digits.bytes().all(|byte| byte.is_ascii_digit()) => {
            let port = digits.parse().ok().filter(|port| *port != 0);
            Some(port.ok_or(PORT)?)
        }
        Some(_) => return Err(PORT.to_owned()),
        None => None,
    };
    Ok((host, port))
}

/// A domain, a name of one part (`localhost`), or an IPv4 address.
fn named(host: &str) -> Result<String, String> {
    if let Ok(ip) = host.parse::<IpAddr>() {
        return Ok(ip.to_string());
    }
    if let Some(name) = domain::in_ascii(host) {
        return Ok(name);
    }
    let sign = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    let is_one_part = host.bytes().all(sign)
        && !host.bytes().all(|byte| byte.is_ascii_digit())
        && !host.starts_with('-')
        && !host.ends_with('-')
        && (1..=63).contains(&host.len());
    if is_one_part {
        Ok(host.to_ascii_lowercase())
    } else {
        Err(SHAPE.to_owned())
    }
}

fn is_loopback(host: &str) -> bool {
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_https_or_at_home_and_spelt_as_browsers_spell_it() {
        for (typed, url, host) in [
            (
                "https://sign.example.org",
                "https://sign.example.org",
                "sign.example.org",
            ),
            (
                "https://sign.example.org/",
                "https://sign.example.org",
                "sign.example.org",
            ),
            (
                " https://sign.example.org\r",
                "https://sign.example.org",
                "sign.example.org",
            ),
            (
                "HTTPS://Sign.Example.ORG",
                "https://sign.example.org",
                "sign.example.org",
            ),
            (
                "https://sign.example.org.",
                "https://sign.example.org",
                "sign.example.org",
            ),
            (
                "https://sign.example.org:443",
                "https://sign.example.org",
                "sign.example.org",
            ),
            (
                "https://sign.example.org:0443",
                "https://sign.example.org",
                "sign.example.org",
            ),
            (
                "https://sign.example.org:8443",
                "https://sign.example.org:8443",
                "sign.example.org",
            ),
            (
                "https://jürgen.example.org",
                "https://xn--jrgen-kva.example.org",
                "xn--jrgen-kva.example.org",
            ),
            (
                "http://127.0.0.1:8080",
                "http://127.0.0.1:8080",
                "127.0.0.1",
            ),
            ("http://127.0.0.1:80", "http://127.0.0.1", "127.0.0.1"),
            ("http://localhost:1", "http://localhost:1", "localhost"),
            ("http://[::1]:8080", "http://[::1]:8080", "::1"),
            ("https://intranet", "https://intranet", "intranet"),
            (
                "https://[2001:DB8:0::1]:8443",
                "https://[2001:db8::1]:8443",
                "2001:db8::1",
            ),
        ] {
            let read = SiteAddress::parse(typed).unwrap();
            assert_eq!((read.as_str(), read.host()), (url, host), "{typed}");
        }
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for typed in [
            "http://sign.example.org",
            "https://sign.example.org/p",
            "https://u@sign.example.org",
            "https://",
            "https://:8443",
            "https://:",
            "https://[::1",
            "https://[sign]:1",
            "https://[::1]8443",
            "https://a..example.org",
            "https://-a.example.org",
            "https://300.1.1.1",
            "https://2001:db8::1",
            "https://sign.example.org?x",
            "https://sign_here.example.org",
            "ftp://sign.example.org",
            "sign.example.org",
            "",
        ] {
            assert!(SiteAddress::parse(typed).is_err(), "{typed}");
        }
        for port in [
            "abc", "", "0", "65536", "+80", "8080x", "-1", "80:81", "８０",
        ] {
            let typed = format!("https://host.example.org:{port}");
            assert!(
                SiteAddress::parse(&typed).unwrap_err().contains("port"),
                "{typed}"
            );
        }
    }

    #[test]
    fn the_registered_name_is_told_from_what_stands_below_it() {
        for (host, expected) in [
            ("example.org", true),
            ("example.co.uk", true),
            ("Example.org", true),
            ("sign.example.org", false),
            ("a.sign.example.co.uk", false),
            ("campaign.github.io", true),
            ("www.campaign.github.io", false),
            ("localhost", true),
            ("127.0.0.1", true),
            ("::1", true),
            ("co.uk", true),
        ] {
            assert_eq!(is_apex(host), expected, "{host}");
        }
    }
}
