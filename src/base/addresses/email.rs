//! E-mail addresses: what mail is sent to, and two keys that say whether two addresses are one person.
//!
//! Merging too much is worse than too little: two people become one, the second is lost without a word, and somebody could use
//! up another's key, or be sent what belongs to another. So the hard key K1 joins only what is one mailbox by the rules of its host:
//! large and small letters, and two ways to write the same letter. `strauß@` and `strauss@`, `ﬁona@` and `fiona@` are four mailboxes.
//! K2 is no more than a hint.

use std::fmt;

use validator::ValidateEmail;

use super::domain;
use super::provider;
use crate::base::invalid::Invalid;
use crate::base::texts::unicode;

pub use super::domain::Strictness;

/// An address that parsed. Mail goes to [`Email::deliver`] and nowhere else; the keys are for comparing.
/// Two are equal when they deliver to the same text.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Email {
    deliver: String,
    at: usize,
    k1: String,
    k2: String,
}

impl Email {
    /// Reads an address as typed or pasted. White space and invisible format characters at the ends are taken off. A full-width
    /// `＠` (or small `﹫`) is the at sign where there is no other: it is what a Japanese or Chinese keyboard gives, and
    /// no local part can hold it. One dot at the end of the domain is dropped: `example.org.` is the same name.
    ///
    /// # Errors
    /// - `error-email-missing`: nothing but blanks.
    /// - `error-email-shape`: no at sign, quoted or with spaces, control or invisible characters, with dots at an end
    ///   or side by side (no relay takes them unquoted, RFC 5321 §4.1.2), with what a keyboard or a word processor put in the place of
    ///   a plain apostrophe, dash or letter (see [`suggestion_for`]), or what HTML5 calls no address.
    /// - `error-email-domain`: an IP address, one label only, no valid IDN (UTS-46), a public suffix itself or under none,
    ///   or reserved for tests.
    /// - `error-email-long`: over 254 bytes, or over 64 before the at sign (RFC 5321 §4.5.3.1).
    pub fn parse(typed: &str, strictness: Strictness) -> Result<Self, Invalid> {
        let typed = typed.trim_matches(|c: char| c.is_whitespace() || unicode::is_invisible(c));
        if typed.is_empty() {
            return Err(Invalid::new("error-email-missing"));
        }
        if typed.len() > 1_024 {
            return Err(Invalid::new("error-email-long"));
        }
        let (local, domain) = split(typed).ok_or(Invalid::new("error-email-shape"))?;
        if straightened(local, domain).is_some() {
            return Err(Invalid::new("error-email-shape"));
        }
        let local = unicode::nfc(local);
        if !is_local_part(&local) || !is_local_part(&unicode::nfkc(&local)) {
            return Err(Invalid::new("error-email-shape"));
        }
        let domain = domain::in_ascii(domain).ok_or(Invalid::new("error-email-domain"))?;
        if !domain::may_have_mailboxes(&domain, strictness) {
            return Err(Invalid::new("error-email-domain"));
        }
        let deliver = format!("{local}@{domain}");
        if local.len() > 64 || deliver.len() > 254 {
            return Err(Invalid::new("error-email-long"));
        }
        // HTML5 knows only ASCII before the at sign; for any other letter an `x` stands in
        let html: String = deliver
            .chars()
            .map(|c| if c.is_ascii() { c } else { 'x' })
            .collect();
        if !html.validate_email() {
            return Err(Invalid::new("error-email-shape"));
        }
        Ok(Self::of(&local, &domain))
    }

    /// An address that was taken in before, as [`Email::deliver`] wrote it. What may be typed today is not asked: the list of suffixes
    /// changes, and who was taken in under an older one must still be found, written to, and erased. None without an at sign.
    #[must_use]
    pub fn stored(text: &str) -> Option<Self> {
        let (local, domain) = text.rsplit_once('@')?;
        Some(Self::of(local, domain))
    }

    fn of(local: &str, domain: &str) -> Self {
        let (k1_local, k1_domain) = provider::hard(unicode::lower_case(local), domain);
        Self {
            at: local.len(),
            deliver: format!("{local}@{domain}"),
            k1: format!("{k1_local}@{k1_domain}"),
            k2: provider::soft(&k1_local, &k1_domain),
        }
    }

    /// The only form mail is sent to: the local part as typed (NFC), and the domain in ASCII.
    pub(crate) fn deliver(&self) -> &str {
        &self.deliver
    }

    /// The hard key: one mailbox. In small letters and NFC, nothing folded; at Gmail without dots and without `+` and what follows.
    /// Unique among confirmed signatures. Stored only as an HMAC.
    pub fn k1(&self) -> &str {
        &self.k1
    }

    /// The soft key: probably one person, by the sub-address rules of the known hosts. A signal and a mail budget, never unique.
    pub fn k2(&self) -> &str {
        &self.k2
    }

    /// The domain in ASCII, lower case: `xn--mnchen-3ya.example`.
    pub fn domain(&self) -> &str {
        self.deliver
            .get(self.at.saturating_add(1)..)
            .unwrap_or_default()
    }

    /// The address that was probably meant, when the domain looks like a slip of the finger. Only ever a question to ask.
    pub(crate) fn suggestion(&self) -> Option<String> {
        suggestion_for(&self.deliver)
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.deliver)
    }
}

/// Does not show the address: what is debugged ends in logs.
impl fmt::Debug for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Email(..)")
    }
}

impl From<Email> for String {
    fn from(email: Email) -> Self {
        email.deliver
    }
}

/// At the last at sign; the full-width ones count only where there is no plain one.
fn split(typed: &str) -> Option<(&str, &str)> {
    let (local, domain) = typed
        .rsplit_once('@')
        .or_else(|| typed.rsplit_once(['＠', '﹫']))?;
    (!local.is_empty()).then_some((local, domain))
}

/// The address somebody probably meant: with a plain apostrophe where a keyboard put a curly one (`o’brien@`), a plain dash for a long
/// one, plain letters for full-width ones; and with one of some thirty common domains (`sam@gmial.com`). Only a question to ask.
pub(crate) fn suggestion_for(typed: &str) -> Option<String> {
    let trimmed = typed.trim_matches(|c: char| c.is_whitespace() || unicode::is_invisible(c));
    let plain = split(trimmed).and_then(|(local, domain)| straightened(local, domain));
    let Some(plain) = plain else {
        return provider::suggestion_for(typed);
    };
    let email = Email::parse(&plain, Strictness::Testing).ok()?;
    Some(email.suggestion().unwrap_or(email.deliver))
}

/// The same in plain characters, if any of it is not: no mailbox has them in its name, and mails sent there come back.
fn straightened(local: &str, domain: &str) -> Option<String> {
    let sign = |character: char| match character {
        '\u{2018}' | '\u{2019}' | '\u{201B}' | '\u{2032}' | '\u{2BC}' | '\u{B4}' | '\u{FF07}' => {
            '\''
        }
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}' => '-',
        other => other,
    };
    // the domain is mapped from full-width by the rules of domains
    let letter = |character: char| match u32::from(character) {
        wide @ 0xFF01..=0xFF5E => char::from_u32(wide - 0xFEE0).unwrap_or(character),
        _ => character,
    };
    let plain: String = local.chars().map(sign).map(letter).collect();
    let host: String = domain.chars().map(sign).collect();
    (plain != local || host != domain).then(|| format!("{plain}@{host}"))
}

/// A dot-atom (RFC 5321), or one with letters of any script (RFC 6531). Asked of the NFKC form as well: `½` or `…` fall apart into
/// what is no address, and are nobody's name.
pub(crate) fn is_local_part(local: &str) -> bool {
    let atom = |character: char| match character {
        'a'..='z' | 'A'..='Z' | '0'..='9' => true,
        _ if character.is_ascii() => "!#$%&'*+-/=?^_`{|}~".contains(character),
        _ => !character.is_whitespace() && !unicode::is_hidden(character),
    };
    local
        .split('.')
        .all(|word| !word.is_empty() && word.chars().all(atom))
        && !local.starts_with(unicode::is_mark)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::base::texts::unicode::unescaped;

    fn parse(typed: &str) -> Result<Email, Invalid> {
        Email::parse(typed, Strictness::Testing)
    }

    #[test]
    fn every_address_of_the_list_reads_as_listed() {
        let list = include_str!("../../../tests/vectors/email.txt");
        let mut wrong = Vec::new();
        let lines = list.lines().filter(|line| !line.starts_with("# "));
        let count = lines.clone().count();
        for line in lines {
            let mut fields: Vec<String> = line.split('\t').map(unescaped).collect();
            for field in 1..fields.len() {
                if fields[field] == "=" {
                    fields[field] = fields[field - 1].clone();
                }
            }
            let read = match parse(&fields[0]) {
                Ok(email) => vec![email.deliver().into(), email.k1().into(), email.k2().into()],
                Err(refused) => vec![refused.key.to_owned()],
            };
            if read != fields[1..] {
                wrong.push(format!("{line}\n    read as {read:?}"));
            }
        }
        assert!(
            wrong.is_empty(),
            "{} of {count}:\n{}",
            wrong.len(),
            wrong.join("\n")
        );
        assert!(count >= 150, "the list has shrunk to {count}");
    }

    #[test]
    fn an_address_that_was_taken_in_is_read_whatever_is_taken_in_today() {
        let typed = parse("Sam.R+x@GMail.com").unwrap();
        assert_eq!(Email::stored(typed.deliver()), Some(typed));
        for (old, k2) in [
            (
                "sam@gone.suffix-of-yesterday",
                "sam@gone.suffix-of-yesterday",
            ),
            ("Sam+x@co.uk", "sam@co.uk"),
            ("o\u{2019}brien@example.org", "o\u{2019}brien@example.org"),
            ("sam@intranet", "sam@intranet"),
        ] {
            assert!(Email::parse(old, Strictness::Public).is_err(), "{old}");
            let email = Email::stored(old).unwrap();
            assert_eq!((email.deliver(), email.k2()), (old, k2));
        }
        assert_eq!(Email::stored("nobody"), None);
    }

    #[test]
    fn what_a_keyboard_put_in_the_place_of_a_plain_sign_is_asked_about() {
        for (typed, meant) in [
            ("o\u{2019}brien@example.org", "o'brien@example.org"),
            ("O\u{2BC}Brien@Example.org", "O'Brien@example.org"),
            ("d\u{B4}arc@example.org", "d'arc@example.org"),
            ("sam\u{2013}rao@example.org", "sam-rao@example.org"),
            ("sam\u{2014}rao@gmial.com", "sam-rao@gmail.com"),
            ("sam@my\u{2011}host.org", "sam@my-host.org"),
            (" ｓａｍ＠ｅｘａｍｐｌｅ．ｏｒｇ ", "sam@example.org"),
            ("sam＋x@gmail.com", "sam+x@gmail.com"),
        ] {
            assert_eq!(parse(typed), Err(Invalid::new("error-email-shape")));
            assert_eq!(suggestion_for(typed).as_deref(), Some(meant), "{typed}");
        }
        assert_eq!(suggestion_for("o\u{2019}b rien@example.org"), None);
        assert_eq!(suggestion_for("josé@example.org"), None);
    }

    #[test]
    fn shows_its_domain_and_hides_itself_in_a_log() {
        let email = parse("Sam@MÜNCHEN.example").unwrap();
        assert_eq!(email.domain(), "xn--mnchen-3ya.example");
        assert_eq!(
            (email.to_string().as_str(), format!("{email:?}").as_str()),
            ("Sam@xn--mnchen-3ya.example", "Email(..)")
        );
    }

    #[test]
    fn lengths_are_counted_in_bytes() {
        let local = |n: usize| format!("{}@example.org", "a".repeat(n));
        assert!(parse(&local(64)).is_ok());
        assert_eq!(parse(&local(65)), Err(Invalid::new("error-email-long")));
        assert_eq!(
            parse(&format!("{}@example.org", "é".repeat(33))),
            Err(Invalid::new("error-email-long"))
        );
        let labels = format!("{0}.{0}.{0}", "b".repeat(60));
        assert!(
            parse(&format!("{}@{labels}.org", "a".repeat(64))).is_ok(),
            "251 bytes"
        );
        assert_eq!(
            parse(&format!("{}@x{labels}.org", "a".repeat(64))).map(|email| email.deliver().len()),
            Ok(252)
        );
        assert_eq!(
            parse(&format!("{}@xxx.{labels}.org", "a".repeat(64))),
            Err(Invalid::new("error-email-long"))
        );
        assert_eq!(
            parse(&"a".repeat(100_000)),
            Err(Invalid::new("error-email-long"))
        );
    }

    const PLACES: &str = "(gmail\\.com|GoogleMail\\.com|yahoo\\.co\\.uk|ymail\\.com|proton\\.me|pm\\.me|icloud\\.com|me\\.com|x\\.fastmail\\.com|example\\.org|Bücher\\.example)";

    proptest! {
        #[test]
        fn a_key_of_a_key_is_the_key(local in "[a-zA-Z0-9.+_ßİſΣςéﬁ①Ａ-]{1,20}", place in PLACES) {
            if let Ok(email) = parse(&format!("{local}@{place}")) {
                for key in [email.k1(), email.k2()] {
                    let again = parse(key);
                    prop_assert!(again.is_ok(), "{} is an address", key);
                    let again = again.unwrap();
                    prop_assert_eq!(again.k2(), email.k2());
                }
                let k1_again = parse(email.k1()).unwrap();
                prop_assert_eq!(k1_again.k1(), email.k1());
            }
        }

        #[test]
        fn any_letters_give_stable_keys(local in "\\PC{1,12}") {
            if let Ok(email) = parse(&format!("{local}@gmail.com")) {
                match parse(email.k1()) {
                    Ok(again) => prop_assert_eq!((again.k1(), again.k2()), (email.k1(), email.k2())),
                    Err(wrong) => prop_assert_eq!(wrong.key, "error-email-long"),
                }
            }
        }

        #[test]
        fn delivery_changes_nothing_but_nfc_and_the_case_of_the_domain(local in "\\PC{1,12}", domain in "[a-zA-Z0-9]{1,9}\\.(org|COM|co\\.Uk)") {
            if let Ok(email) = parse(&format!("{local}@{domain}")) {
                let trimmed = local.trim_start_matches(|c: char| c.is_whitespace() || unicode::is_invisible(c));
                prop_assert_eq!(email.deliver(), format!("{}@{}", unicode::nfc(trimmed), domain.to_ascii_lowercase()));
            }
        }

        #[test]
        fn what_is_delivered_to_reads_as_itself(typed in "\\PC{1,20}@\\PC{1,12}\\.(org|com|de)") {
            if let Ok(email) = parse(&typed) {
                prop_assert_eq!(parse(email.deliver()), Ok(email));
            }
        }

        #[test]
        fn never_panics(typed in any::<String>()) {
            if let Ok(email) = parse(&typed) {
                prop_assert!(email.deliver().len() <= 254 && !email.deliver().contains(char::is_control));
            }
        }
    }
}
