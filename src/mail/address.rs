//! The address mail is sent to or from, and hosts that are near.

use crate::base::addresses::email::is_local_part;
use lettre::Address;
use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// An address as the relay sees it. Checked again at the moment of sending, whatever the form let
/// through, because a line break here is a command to the relay (T14).
#[derive(Clone, PartialEq, Eq)]
pub struct MailAddress(Address);

impl fmt::Debug for MailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MailAddress(..)")
    }
}

/// A text that is no address mail can be sent to. Does not repeat the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an address mail can be sent to")]
pub struct NoAddress;

impl MailAddress {
    /// Takes `local@domain` with a domain in ASCII or not, no longer than 254 bytes. The local part is asked of what forms ask too, so
    /// that nothing is taken in that cannot be sent to; lettre's own rule refuses letters with marks, such as `चम्पा`.
    pub fn parse(text: &str) -> Result<Self, NoAddress> {
        let (local, domain) = text.rsplit_once('@').ok_or(NoAddress)?;
        if !is_local_part(local) {
            return Err(NoAddress);
        }
        let domain = idna::domain_to_ascii(domain).map_err(|_| NoAddress)?;
        if !is_host(&domain) || local.len() > 64 || local.len() + 1 + domain.len() > 254 {
            return Err(NoAddress);
        }
        Ok(Self(Address::new_dangerous(local, domain)))
    }

    /// The address a mail goes to, from what is stored. None is a fault that is never silent: the mail is lost.
    pub(crate) fn of_stored(text: &str) -> Option<Self> {
        let parsed = Self::parse(text);
        if parsed.is_err() {
            // never the text: it is somebody's
            tracing::error!("mail: a stored address cannot be written to; its letter is given up");
            metrics::counter!("mail_failed", "kind" => "address").increment(1);
        }
        parsed.ok()
    }

    /// The domain, in ASCII.
    pub fn domain(&self) -> &str {
        self.0.domain()
    }

    /// `local@domain`.
    pub fn as_str(&self) -> &str {
        self.0.as_ref()
    }

    pub(super) fn lettre(&self) -> Address {
        self.0.clone()
    }

    pub(super) fn is_ascii(&self) -> bool {
        self.as_str().is_ascii()
    }
}

/// Labels of letters, digits and inner hyphens.
fn is_host(domain: &str) -> bool {
    let is_label = |label: &str| {
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        !label.is_empty()
            && label.bytes().all(fits)
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    domain.split('.').all(is_label)
}

/// True for hosts a plain-text connection may go to: loopback, private networks and names that
/// only a private network knows (one label, or under `.local`, `.internal`, `.localhost`).
pub(super) fn is_private_host(host: &str) -> bool {
    if let Ok(address) = host.parse::<IpAddr>() {
        return is_private(address);
    }
    let host = host.trim_end_matches('.').to_ascii_lowercase();
    let inner = [".local", ".internal", ".localhost", ".home.arpa"];
    !host.contains('.') || inner.iter().any(|end| host.ends_with(end))
}

/// True for addresses that are not reached over the open internet.
#[must_use]
pub fn is_private(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => is_private_v4(v4),
        IpAddr::V6(v6) => match v6.to_ipv4_mapped() {
            Some(v4) => is_private_v4(v4),
            None => is_private_v6(v6),
        },
    }
}

fn is_private_v4(address: Ipv4Addr) -> bool {
    let [first, second, ..] = address.octets();
    let shared = first == 100 && (64..128).contains(&second); // RFC 6598
    address.is_loopback() || address.is_private() || address.is_link_local() || shared
}

fn is_private_v6(address: Ipv6Addr) -> bool {
    address.is_loopback() || address.is_unique_local() || address.is_unicast_link_local()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Email, Strictness, Time};
    use crate::mail::{Class, Mail};
    use proptest::prelude::*;

    #[test]
    fn what_could_be_a_command_is_no_address() {
        for text in [
            "",
            "sam",
            "@example.org",
            "sam@",
            "sam@example.org\r\nRCPT TO:<x@y.org>",
            "sam\n@example.org",
            "sam@exam\u{2028}ple.org",
            "sam>@example.org",
            "\"a b\"@example.org",
            "a@b@example.org",
            "sam@[127.0.0.1]",
            "sam\0@example.org",
            "sam\u{85}@example.org",
        ] {
            assert_eq!(MailAddress::parse(text), Err(NoAddress), "{text:?}");
        }
        let long = format!("{}@example.org", "a".repeat(65));
        assert_eq!(MailAddress::parse(&long), Err(NoAddress));
    }

    #[test]
    fn ordinary_addresses_stay_as_they_are() {
        for text in [
            "sam@example.org",
            "Sam.O'Hara+x@example.org",
            "sam@xn--bcher-kva.example",
        ] {
            assert_eq!(MailAddress::parse(text).unwrap().as_str(), text);
        }
        let idn = MailAddress::parse("sam@bücher.example").unwrap();
        assert_eq!(idn.as_str(), "sam@xn--bcher-kva.example");
    }

    /// Every address that forms take is one the mailer sends to, in the same writing; and what the mailer cannot send to, no form takes.
    #[test]
    fn forms_and_mailer_read_with_one_parser() {
        let list = include_str!("../../tests/vectors/email.txt");
        let mut taken = 0;
        for line in list.lines().filter(|line| !line.starts_with("# ")) {
            let typed = unescaped(line.split('\t').next().unwrap());
            let form = Email::parse(&typed, Strictness::Testing);
            let mailer = MailAddress::parse(&typed);
            match (&form, mailer) {
                (Ok(email), _) => {
                    let sent = MailAddress::parse(email.deliver());
                    assert_eq!(sent.as_ref().map(MailAddress::as_str), Ok(email.deliver()));
                    assert!(rendered(sent.unwrap()).contains(email.deliver()));
                    taken += 1;
                }
                (Err(_), Ok(address)) => {
                    // the form asks more: curly signs, suffixes, test names. Never less
                    assert!(!address.as_str().contains(char::is_whitespace), "{typed:?}");
                }
                (Err(_), Err(NoAddress)) => {}
            }
        }
        assert!(taken > 100, "the list has shrunk: {taken}");
    }

    fn rendered(to: MailAddress) -> String {
        let mail = Mail {
            class: Class::Notice,
            from_name: "Open Docket Coalition".to_owned(),
            from: MailAddress::parse("letters@sign.example.org").unwrap(),
            to,
            subject: "Confirm".to_owned(),
            text: String::new(),
            html: String::new(),
            message_id: "1@mail.example.org".to_owned(),
            date: Time::from_micros(1_795_295_400_000_000),
            unsubscribe: None,
            feedback: None,
        };
        String::from_utf8(mail.raw().unwrap().bytes).unwrap()
    }

    fn unescaped(text: &str) -> String {
        let mut parts = text.split("\\u{");
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |text, part| {
            let (code, rest) = part.split_once('}').unwrap();
            let character = char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap();
            format!("{text}{character}{rest}")
        })
    }

    proptest! {
        #[test]
        fn what_a_form_takes_can_be_sent_to(typed in "[\\PC@.+'-]{1,20}@\\PC{1,12}\\.(org|com|de)") {
            if let Ok(email) = Email::parse(&typed, Strictness::Public) {
                let sent = MailAddress::parse(email.deliver()).map(|one| one.as_str().to_owned());
                prop_assert_eq!(sent, Ok(email.deliver().to_owned()));
            }
        }
    }

    #[test]
    fn near_and_far() {
        for near in [
            "localhost",
            "127.0.0.1",
            "::1",
            "10.1.2.3",
            "192.168.0.9",
            "fd00::1",
            "mailpit",
            "relay.internal",
            "mail.localhost",
            "100.64.0.1",
            "::ffff:10.0.0.1",
        ] {
            assert!(is_private_host(near), "{near}");
        }
        for far in [
            "example.org",
            "8.8.8.8",
            "2001:4860::1",
            "notlocal.example",
            "::ffff:8.8.8.8",
        ] {
            assert!(!is_private_host(far), "{far}");
        }
    }
}
