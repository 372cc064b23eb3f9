//! A site of a partner that may show the form in a frame.

use crate::base::{Invalid, SiteAddress};
use std::fmt;
use std::net::IpAddr;

/// Most sites of a partner.
pub const SITES: usize = 20;
/// Most characters of a list as it is typed: addresses of pages are pasted too.
pub(crate) const SITES_TYPED: usize = SITES * 400;
/// Most characters of one as it is kept.
const LONGEST: usize = 253 + "https://*.:65535".len();

/// A source of `frame-ancestors` (CSP3, `host-source`): `https://host`, `https://*.host`, each with a port or without. `http` for this
/// machine alone. Small letters, digits, `-`, `.`, `:`, `/` and one leading `*.` are all that it can be written with.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FrameSite(String);

impl FrameSite {
    /// Reads what an organizer pasted: the address of a site or of any page of it.
    ///
    /// # Errors
    /// `error-partner-site` for what is none; `error-partner-site-http` for `http` elsewhere than on this machine;
    /// `error-partner-site-wide` for `*` before what is nobody's own, such as `*.com`.
    pub fn parse(typed: &str) -> Result<Self, Invalid> {
        const WRONG: Invalid = Invalid::new("error-partner-site");
        const WIDE: Invalid = Invalid::new("error-partner-site-wide");
        let typed = typed.trim();
        let (scheme, rest) = match typed.split_once("://") {
            Some((scheme, rest)) => (scheme.to_ascii_lowercase(), rest),
            // as people say it: the name alone, which has a dot
            None if typed.contains('.') => ("https".to_owned(), typed),
            None => return Err(WRONG),
        };
        let is_http = match scheme.as_str() {
            "https" => false,
            "http" => true,
            _ => return Err(WRONG),
        };
        // any page of it will do
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        if authority == "*" || authority.starts_with("*:") {
            return Err(WIDE);
        }
        let (is_wide, authority) = match authority.strip_prefix("*.") {
            Some(below) => (true, below),
            None => (false, authority),
        };
        let read = SiteAddress::parse(&format!("https://{authority}")).map_err(|_| WRONG)?;
        let host = read.host();
        let ip = host.parse::<IpAddr>().ok();
        // the grammar knows no IPv6, and gives no other address a meaning
        if ip.is_some_and(|ip| ip.to_string() != "127.0.0.1") {
            return Err(WRONG);
        }
        let is_here = host == "localhost" || ip.is_some();
        if is_wide && (is_here || psl::domain_str(host).is_none()) {
            return Err(WIDE);
        }
        let address = match is_http {
            false => read.as_str().to_owned(),
            true if is_here && !is_wide => SiteAddress::parse(&format!("http://{authority}"))
                .map_err(|_| WRONG)?
                .as_str()
                .to_owned(),
            true => return Err(Invalid::new("error-partner-site-http")),
        };
        let written = match is_wide {
            true => address.replacen("://", "://*.", 1),
            false => address,
        };
        let may_stand =
            |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-.:/*".contains(&b);
        match written.len() <= LONGEST && written.bytes().all(may_stand) {
            true => Ok(Self(written)),
            false => Err(WRONG),
        }
    }

    /// Reads a list, one a line. Empty lines are none, and what is there twice is there once.
    ///
    /// # Errors
    /// As [`FrameSite::parse`], of the first line that is none; `error-partner-sites-many` over [`SITES`].
    pub fn list(typed: &str) -> Result<Vec<Self>, Invalid> {
        let mut sites = Vec::new();
        for line in typed.lines().filter(|line| !line.trim().is_empty()) {
            let site = Self::parse(line)?;
            if !sites.contains(&site) {
                sites.push(site);
            }
            if sites.len() > SITES {
                return Err(Invalid::new("error-partner-sites-many"));
            }
        }
        Ok(sites)
    }

    /// Whether a page of this origin, as browsers write it, is one of the site.
    #[must_use]
    pub fn holds(&self, origin: &str) -> bool {
        let Some((scheme, below)) = self.0.split_once("*.") else {
            return self.0 == origin;
        };
        let before = origin
            .strip_prefix(scheme)
            .and_then(|rest| rest.strip_suffix(below));
        // what ends in a dot there is below it: `evilexample.org` is not
        before.is_some_and(|before| {
            before.len() > 1 && before.ends_with('.') && !before.contains('/')
        })
    }

    /// As it stands in a policy.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for FrameSite {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_origin_is_of_a_site_or_is_not() {
        let holds = |site: &str, origin: &str| FrameSite::parse(site).unwrap().holds(origin);
        assert!(holds(
            "https://slla.example.org",
            "https://slla.example.org"
        ));
        assert!(holds("*.example.org", "https://a.b.example.org"));
        assert!(holds(
            "https://*.example.org:8443",
            "https://a.example.org:8443"
        ));
        for (site, origin) in [
            ("https://slla.example.org", "https://slla.example.org:8443"),
            ("https://slla.example.org", "http://slla.example.org"),
            (
                "https://slla.example.org",
                "https://slla.example.org.evil.net",
            ),
            ("*.example.org", "https://example.org"),
            ("*.example.org", "https://evilexample.org"),
            ("*.example.org", "https://evil.net/.example.org"),
            ("*.example.org", "https://.example.org"),
            ("*.example.org", "http://a.example.org"),
            ("*.example.org", "null"),
            ("*.example.org", ""),
        ] {
            assert!(!holds(site, origin), "{site} {origin}");
        }
    }

    #[test]
    fn a_site_is_read_as_people_paste_it() {
        for (typed, read) in [
            ("https://slla.example.org", "https://slla.example.org"),
            ("HTTPS://SLLA.Example.ORG", "https://slla.example.org"),
            ("https://slla.example.org/", "https://slla.example.org"),
            (
                "https://slla.example.org/act?x=1#top",
                "https://slla.example.org",
            ),
            ("slla.example.org", "https://slla.example.org"),
            ("https://slla.example.org:443", "https://slla.example.org"),
            (
                "https://slla.example.org:8443",
                "https://slla.example.org:8443",
            ),
            ("https://*.example.org", "https://*.example.org"),
            ("https://*.example.org:8443", "https://*.example.org:8443"),
            ("*.example.org", "https://*.example.org"),
            (
                "https://bücherei.example.org",
                "https://xn--bcherei-n2a.example.org",
            ),
            ("https://slla.example.org.", "https://slla.example.org"),
            ("http://localhost:8080", "http://localhost:8080"),
            ("http://127.0.0.1", "http://127.0.0.1"),
            ("https://localhost", "https://localhost"),
            ("https://x/;script-src *", "https://x"),
        ] {
            assert_eq!(
                FrameSite::parse(typed).map(|site| site.0),
                Ok(read.to_owned()),
                "{typed}"
            );
        }
    }

    #[test]
    fn nothing_else_passes() {
        const WRONG: &str = "error-partner-site";
        const WIDE: &str = "error-partner-site-wide";
        for (typed, key) in [
            ("https://a b", WRONG),
            ("https://a b.org", WRONG),
            ("https://a.org https://b.org", WRONG),
            ("https://x.org;script-src *", WRONG),
            ("https://x.org,https://y.org", WRONG),
            ("https://x.org'self'", WRONG),
            ("https://x.org\"", WRONG),
            ("https://x.org\r\nSet-Cookie: a=b", WRONG),
            ("https://x.org\tb", WRONG),
            ("https://x.org\0", WRONG),
            ("javascript:", WRONG),
            ("javascript:alert(1)", WRONG),
            ("javascript://x.org", WRONG),
            ("data:text/html,x", WRONG),
            ("'self'", WRONG),
            ("'none'", WRONG),
            ("https:", WRONG),
            ("https://", WRONG),
            ("https:///x.org", WRONG),
            ("//x.org", WRONG),
            ("https://user@x.org", WRONG),
            ("https://user:word@x.org", WRONG),
            ("https://x.org\\@y.org", WRONG),
            ("https://x_y.org", WRONG),
            ("https://-x.org", WRONG),
            ("https://x..org", WRONG),
            ("https://x.org:0", WRONG),
            ("https://x.org:65536", WRONG),
            ("https://x.org:80a", WRONG),
            ("https://[::1]", WRONG),
            ("https://192.168.0.1", WRONG),
            ("ftp://x.org", WRONG),
            ("ws://x.org", WRONG),
            ("https://%2a.org", WRONG),
            ("https://x.*.org", WRONG),
            ("https://*x.org", WRONG),
            ("https://*.*.org", WRONG),
            ("*", WRONG),
            ("https://*", WIDE),
            ("https://*:443", WIDE),
            ("https://*.com", WIDE),
            ("https://*.co.uk", WIDE),
            ("https://*.github.io", WIDE),
            ("https://*.localhost", WIDE),
            ("http://*.127.0.0.1", WIDE),
            ("http://x.org", "error-partner-site-http"),
            ("http://*.x.org", "error-partner-site-http"),
        ] {
            let read = FrameSite::parse(typed).map_err(|wrong| wrong.key);
            assert_eq!(read.map(|site| site.0), Err(key), "{typed:?}");
        }
    }

    #[test]
    fn a_list_is_a_line_each_and_twenty_at_most() {
        let read = FrameSite::list("https://a.example.org\r\n\r\n a.example.org/x \nb.example.org");
        let read: Vec<_> = read.unwrap().iter().map(FrameSite::to_string).collect();
        assert_eq!(read, ["https://a.example.org", "https://b.example.org"]);
        let many = |n: usize| {
            (0..n)
                .map(|n| format!("s{n}.example.org\n"))
                .collect::<String>()
        };
        assert_eq!(FrameSite::list(&many(20)).unwrap().len(), 20);
        let wrong = FrameSite::list(&many(10_000)).unwrap_err();
        assert_eq!(wrong.key, "error-partner-sites-many");
    }

    proptest! {
        #[test]
        fn what_passes_is_one_source_and_reads_back(typed in any::<String>()) {
            if let Ok(site) = FrameSite::parse(&typed) {
                prop_assert!(!site.0.contains([' ', ';', ',', '\'', '"', '\r', '\n', '\t']));
                prop_assert_eq!(FrameSite::parse(&site.0), Ok(site));
            }
        }

        #[test]
        fn no_host_leads_out_of_the_policy(host in "[a-z*.:;, '\"@/\\\\?#%\\r\\n\\[\\]0-9-]{0,30}") {
            if let Ok(site) = FrameSite::parse(&format!("https://{host}")) {
                prop_assert!(!site.0.contains([' ', ';', ',', '\'', '"', '\r', '\n', '\t', '@', '\\']));
            }
        }
    }
}
