//! Where a webhook leads: an address as it is typed, judged as far as that goes without asking for its host (T19).

use super::network::is_public;
use crate::base::Invalid;
use std::fmt;
use std::net::IpAddr;
use url::{Host, Url};

/// Most characters of one.
pub const LONGEST: usize = 1_000;
/// The ports of the public internet that webhooks lead to.
const PORTS: [u16; 2] = [443, 8443];
/// Names that never are of the public internet, at the end of a host.
const OWN_NAMES: [&str; 7] = [
    "localhost",
    "local",
    "internal",
    "lan",
    "home.arpa",
    "localdomain",
    "onion",
];

/// An address that may be sent to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebhookUrl(Url);

/// Who is asked for at an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TargetHost {
    /// A name, to be looked up.
    Name(String),
    /// An address.
    Address(IpAddr),
}

impl WebhookUrl {
    /// Reads one. `allows_private`: whoever runs the site lets it lead into the own network, by http and at any port too.
    ///
    /// # Errors
    /// A words key: what is wrong with it.
    pub fn parse(typed: &str, allows_private: bool) -> Result<Self, Invalid> {
        let wrong = || Invalid::new("error-webhook-url");
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(Invalid::new("error-line-missing"));
        }
        // the parser would mend these: what is sent to is what was written
        if typed.len() > LONGEST
            || typed.chars().any(|c| c.is_whitespace() || c.is_control())
            || typed.contains('\\')
        {
            return Err(wrong());
        }
        let (scheme, rest) = typed.split_once("://").ok_or_else(wrong)?;
        let is_http = allows_private && scheme.eq_ignore_ascii_case("http");
        if !is_http && !scheme.eq_ignore_ascii_case("https") {
            return Err(Invalid::new("error-webhook-https"));
        }
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        if authority.contains(['@', '%']) {
            return Err(wrong());
        }
        let mut url = Url::parse(typed).map_err(|_| wrong())?;
        url.set_fragment(None);
        let port = url.port_or_known_default().ok_or_else(wrong)?;
        if !allows_private && !PORTS.contains(&port) {
            return Err(Invalid::new("error-webhook-port"));
        }
        let host = url.host().ok_or_else(wrong)?.to_owned();
        judge(authority, &host, allows_private)?;
        Ok(Self(url))
    }

    /// Who is asked for.
    #[must_use]
    pub fn host(&self) -> Option<TargetHost> {
        Some(match self.0.host()? {
            Host::Domain(name) => TargetHost::Name(name.to_owned()),
            Host::Ipv4(address) => TargetHost::Address(address.into()),
            Host::Ipv6(address) => TargetHost::Address(address.into()),
        })
    }

    /// The port.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.0.port_or_known_default().unwrap_or(443)
    }

    /// Whether it is spoken to with TLS.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.0.scheme() == "https"
    }

    /// Whether a connection to the one is a connection to the other.
    #[must_use]
    pub fn is_of_one_receiver(&self, other: &Self) -> bool {
        let of = |url: &Self| (url.is_https(), url.host(), url.port());
        of(self) == of(other)
    }

    /// The header `Host`.
    #[must_use]
    pub fn authority(&self) -> &str {
        self.0.authority()
    }

    /// What is asked for there.
    #[must_use]
    pub fn path_and_query(&self) -> String {
        match self.0.query() {
            Some(query) => format!("{}?{query}", self.0.path()),
            None => self.0.path().to_owned(),
        }
    }

    /// As it is stored.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl fmt::Display for WebhookUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What can be said of a host before it is looked up.
fn judge(authority: &str, host: &Host, allows_private: bool) -> Result<(), Invalid> {
    let wrong = || Invalid::new("error-webhook-url");
    let private = || Invalid::new("error-webhook-private");
    match host {
        Host::Domain(name) => {
            // a name that ends with a dot, or has none, is completed or answered by this machine's own network
            let labels: Vec<_> = name.split('.').collect();
            let is_own = |own: &&&str| {
                let rest = name.strip_suffix(**own);
                rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
            };
            if name.is_empty() || name.len() > 253 || labels.iter().any(|label| label.is_empty()) {
                return Err(wrong());
            }
            if !allows_private && (labels.len() < 2 || OWN_NAMES.iter().any(|own| is_own(&own))) {
                return Err(private());
            }
            Ok(())
        }
        Host::Ipv4(_) | Host::Ipv6(_) => {
            let (canonical, address): (String, IpAddr) = match host {
                Host::Ipv4(v4) => (v4.to_string(), (*v4).into()),
                Host::Ipv6(v6) => (format!("[{v6}]"), (*v6).into()),
                Host::Domain(_) => return Err(wrong()),
            };
            let rest = authority.strip_prefix(canonical.as_str());
            // one spelling of an address: `0x7f.1` and `2130706433` are none that anybody would write
            if !rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(':')) {
                return Err(wrong());
            }
            match allows_private || is_public(address) {
                true => Ok(()),
                false => Err(private()),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(typed: &str) -> Option<&'static str> {
        WebhookUrl::parse(typed, false).err().map(|wrong| wrong.key)
    }

    /// Spellings of places that are not of the public internet, and of others than what they look like (T19).
    #[test]
    fn no_spelling_leads_into_the_own_network() {
        let spellings = include_str!("../../../tests/vectors/webhook-addresses.json");
        let spellings: Vec<String> = serde_json::from_str(spellings).unwrap();
        assert!(spellings.len() >= 60, "{}", spellings.len());
        for one in spellings {
            assert!(key(&one).is_some(), "{one:?} is taken");
        }
    }

    #[test]
    fn each_fault_is_said_by_its_own_words() {
        assert_eq!(key(" "), Some("error-line-missing"));
        assert_eq!(key("http://example.org/"), Some("error-webhook-https"));
        assert_eq!(key("https://example.org:80/"), Some("error-webhook-port"));
        assert_eq!(key("https://10.0.0.1/"), Some("error-webhook-private"));
        assert_eq!(key("https://a@example.org/"), Some("error-webhook-url"));
        assert_eq!(
            key(&format!("https://example.org/{}", "a".repeat(LONGEST))),
            Some("error-webhook-url")
        );
    }

    #[test]
    fn what_is_meant_is_taken_as_it_is_written() {
        let url =
            WebhookUrl::parse(" https://Hooks.Example.org/in?key=a%20b#part ", false).unwrap();
        assert_eq!(url.as_str(), "https://hooks.example.org/in?key=a%20b");
        assert_eq!(
            url.host(),
            Some(TargetHost::Name("hooks.example.org".to_owned()))
        );
        assert_eq!((url.port(), url.authority()), (443, "hooks.example.org"));
        assert_eq!(url.path_and_query(), "/in?key=a%20b");
        let url = WebhookUrl::parse("https://example.org:8443", false).unwrap();
        assert_eq!((url.port(), url.authority()), (8443, "example.org:8443"));
        let url = WebhookUrl::parse("https://b\u{fc}ro.example.org/", false).unwrap();
        assert_eq!(url.authority(), "xn--bro-hoa.example.org");
        assert!(WebhookUrl::parse("https://8.8.8.8/", false).is_ok());
        assert!(WebhookUrl::parse("https://[2606:4700::1111]:8443/", false).is_ok());
    }

    #[test]
    fn whoever_runs_the_site_may_let_one_lead_into_the_own_network() {
        for one in [
            "http://127.0.0.1:9000/hook",
            "http://crm/in",
            "https://10.0.0.5:8000/",
            "http://[::1]:80/",
            "http://localhost:1/",
        ] {
            assert!(WebhookUrl::parse(one, true).is_ok(), "{one}");
            assert!(WebhookUrl::parse(one, false).is_err(), "{one}");
        }
        for one in [
            "http://a@127.0.0.1/",
            "ftp://127.0.0.1/",
            "http://2130706433/",
        ] {
            assert!(WebhookUrl::parse(one, true).is_err(), "{one}");
        }
    }
}
