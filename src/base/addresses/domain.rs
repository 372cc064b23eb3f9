//! The right half of an address: a name somebody can own, in the form the DNS asks for.

use idna::uts46::{AsciiDenyList, DnsLength, Hyphens, Uts46};

/// Whether names that are reserved for tests pass (RFC 2606, RFC 6761, RFC 7686).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strictness {
    /// For people: refuses `.test`, `.example`, `.invalid`, `.localhost`, `.onion`, `.local`.
    Public,
    /// For tests and demos: those pass.
    Testing,
}

/// By UTS-46, non-transitional, with the host name rules of STD 3, without a dot at the end.
pub(crate) fn in_ascii(domain: &str) -> Option<String> {
    let dots = ['.', '。', '．', '｡'];
    let domain = domain.strip_suffix(dots).unwrap_or(domain);
    let ascii = Uts46::new()
        .to_ascii(
            domain.as_bytes(),
            AsciiDenyList::STD3,
            Hyphens::CheckFirstLast,
            DnsLength::Verify,
        )
        .ok()?
        .into_owned();
    let last = ascii.rsplit('.').next()?;
    let is_ip = last.bytes().all(|byte| byte.is_ascii_digit());
    (ascii.contains('.') && !is_ip).then_some(ascii)
}

/// Whether somebody can own it by the public suffix list. A suffix of its private part (`freedesktop.org`) is itself a
/// registered name, and people have mailboxes there. So they have under some suffixes of the registries, those of governments, armies and
/// universities first of all (`gov.in`, `nic.in`, `mil.no`). Refused are those that are for sale to everybody (`co.uk`, `com.au`),
/// where no mailbox is and half an address is typed, and top domains alone.
pub(crate) fn may_have_mailboxes(domain: &str, strictness: Strictness) -> bool {
    const RESERVED: [&str; 6] = ["test", "example", "invalid", "localhost", "onion", "local"];
    let top = domain.rsplit('.').next().unwrap_or_default();
    if RESERVED.contains(&top) {
        return strictness == Strictness::Testing;
    }
    let Some(suffix) = psl::suffix(domain.as_bytes()) else {
        return false;
    };
    let private = suffix.typ() == Some(psl::Type::Private);
    let is_suffix = suffix.as_bytes().len() == domain.len();
    let for_sale = [
        "co", "com", "net", "org", "ne", "or", "gen", "ltd", "plc", "biz", "info",
    ];
    let first = domain.split('.').next().unwrap_or_default();
    suffix.is_known() && (private || !is_suffix || !for_sale.contains(&first))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::addresses::email::Email;
    use crate::base::invalid::Invalid;

    #[test]
    fn a_suffix_under_which_people_have_mailboxes_is_a_domain() {
        for taken in [
            "gov.in",
            "nic.in",
            "mil.no",
            "gov.bm",
            "ac.at",
            "gov.uk",
            "mil.br",
            "freedesktop.org",
        ] {
            assert!(may_have_mailboxes(taken, Strictness::Public), "{taken}");
        }
        for refused in ["co.uk", "com.au", "or.jp", "ne.jp", "org.uk", "net.nz"] {
            assert!(
                !may_have_mailboxes(refused, Strictness::Public),
                "{refused}"
            );
        }
    }

    #[test]
    fn test_names_pass_only_in_tests() {
        for reserved in ["test", "example", "invalid", "localhost", "onion", "local"] {
            let typed = format!("sam@mail.{reserved}");
            assert!(Email::parse(&typed, Strictness::Testing).is_ok(), "{typed}");
            assert_eq!(
                Email::parse(&typed, Strictness::Public),
                Err(Invalid::new("error-email-domain")),
                "{typed}"
            );
        }
        assert!(Email::parse("sam@example.org", Strictness::Public).is_ok());
    }
}
