//! The name of a server that somebody types in.

use std::fmt;

use super::domain::{self, Strictness};
use crate::base::invalid::Invalid;

/// A public host name in ASCII, lower case, as it may stand behind `https://`: a domain that somebody can own, no address,
/// no port, nothing internal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Host(String);

impl Host {
    /// Reads a server's name as people give it: `mastodon.social`, `https://mastodon.social/`, `@sam@mastodon.social`.
    ///
    /// # Errors
    /// `error-host` for anything else.
    pub fn parse(typed: &str, strictness: Strictness) -> Result<Self, Invalid> {
        const WRONG: Invalid = Invalid::new("error-host");
        let typed = typed.trim();
        if typed.len() > 254 {
            return Err(WRONG);
        }
        let name = typed.strip_prefix("https://").unwrap_or(typed);
        let name = name.strip_suffix('/').unwrap_or(name);
        let name = match name.strip_prefix('@').unwrap_or(name).rsplit_once('@') {
            Some((who, server)) if !who.contains(['/', ':', '@']) => server,
            Some(_) => return Err(WRONG),
            None => name,
        };
        let host = domain::in_ascii(name).ok_or(WRONG)?;
        if !domain::may_have_mailboxes(&host, strictness) {
            return Err(WRONG);
        }
        Ok(Self(host))
    }

    /// As it stands in addresses.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Host {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(typed: &str) -> Option<String> {
        let host = Host::parse(typed, Strictness::Public);
        host.ok().map(|host| host.to_string())
    }

    #[test]
    fn a_server_is_read_as_people_give_it() {
        for typed in [
            "mastodon.social",
            " Mastodon.Social ",
            "https://mastodon.social/",
            "@sam@mastodon.social",
            "sam@mastodon.social",
        ] {
            assert_eq!(read(typed).as_deref(), Some("mastodon.social"), "{typed}");
        }
        assert_eq!(
            read("müncheN.social").as_deref(),
            Some("xn--mnchen-3ya.social")
        );
    }

    #[test]
    fn nothing_that_is_no_public_server_passes() {
        for typed in [
            "",
            "localhost",
            "mastodon",
            "127.0.0.1",
            "[::1]",
            "2130706433",
            "0x7f.1",
            "10.0.0.1:80",
            "mastodon.social:443",
            "http://mastodon.social",
            "javascript://mastodon.social",
            "mastodon.social/evil",
            "mastodon.social?x",
            "mastodon.social#x",
            "mastodon.social\\evil",
            "https://sam:word@mastodon.social",
            "a/b@mastodon.social",
            "router.local",
            "printer.test",
            "x.invalid",
            "co.uk",
            "a.b.c.nosuchending",
            "mastodon..social",
            "-mastodon.social",
            "mastodon.social\r\nSet-Cookie: a",
            "mastodon social",
        ] {
            assert_eq!(read(typed), None, "{typed:?}");
        }
        assert_eq!(read(&format!("{}.social", "a".repeat(300))), None);
    }

    proptest! {
        #[test]
        fn what_passes_is_letters_digits_dashes_and_dots(typed in any::<String>()) {
            if let Some(host) = read(&typed) {
                prop_assert!(host.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'.'));
            }
        }
    }
}
