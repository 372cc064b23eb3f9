//! Petitions whose signers may be in danger for having signed (privacy rules G23, G24): what that
//! does to the other settings, and which addresses it warns of.

use super::exposure::Exposure;
use super::framing::Framing;
use super::settings::Settings;
use super::signer_field::{FieldRule, SignerField};
use crate::base::{Email, Invalid, Strictness};
use crate::petition::Visibility;
use crate::petition::text::lengths::DOMAINS;

/// Where "leave this page" leads: a page that nobody explains having open.
pub(crate) const ELSEWHERE: &str = "https://www.wikipedia.org/";

impl Settings {
    /// The same, with what high risk asks of them (see [`Exposure`]): mail that says nothing before it is opened, nobody shown, nothing
    /// asked that names an employer. What is stored is made so too, and what is read is made so again.
    #[must_use]
    pub fn careful(mut self) -> Self {
        self.discreet |= !self.allows(Exposure::TellingMail);
        if !self.allows(Exposure::Names) {
            self.most_public = Visibility::Counted;
            self.names_public = false;
        }
        if !self.allows(Exposure::Organizations) {
            self.organizations_sign = Some(false);
        }
        if !self.allows(Exposure::Embed) {
            self.framing = Framing::Nobody;
        }
        if !self.allows(Exposure::EmployerFields) {
            // A role is written as "nurse at St. Mary's", and with nobody shown it is for nothing.
            self.fields[SignerField::Role] = FieldRule::Off;
            self.fields[SignerField::Affiliation] = FieldRule::Off;
        }
        self
    }

    /// Whether somebody whom a signer may fear can read what is sent to this address.
    #[must_use]
    pub(crate) fn is_watched(&self, email: &Email) -> bool {
        let domain = email.domain();
        let is_within = |watched: &String| {
            domain
                .strip_suffix(watched.as_str())
                .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        };
        self.high_risk && self.watched_domains.iter().any(is_within)
    }
}

/// Reads domains, one a line; an address says its domain.
///
/// # Errors
/// `error-domains` when one is none, `error-domains-many` over [`DOMAINS`].
pub(crate) fn domains(typed: &str) -> Result<Vec<String>, Invalid> {
    let mut domains = Vec::new();
    for line in typed.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let domain = line.rsplit_once('@').map_or(line, |(_, domain)| domain);
        let email = Email::parse(&format!("x@{domain}"), Strictness::Testing)
            .map_err(|_| Invalid::new("error-domains"))?;
        domains.push(email.domain().to_owned());
    }
    domains.dedup();
    match domains.len() {
        0..=DOMAINS => Ok(domains),
        _ => Err(Invalid::new("error-domains-many")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::petition::FieldMap;

    #[test]
    fn high_risk_leaves_no_name_and_no_telling_subject() {
        let settings = Settings {
            high_risk: true,
            names_public: true,
            fields: FieldMap::from_fn(|_| FieldRule::Required),
            ..Settings::default()
        };
        let careful = settings.careful();
        let asks = |field| careful.fields.asks(field);
        assert!(!asks(SignerField::Role) && !asks(SignerField::Affiliation));
        assert!(asks(SignerField::Place) && asks(SignerField::Postcode));
        assert!(careful.discreet && !careful.names_public);
        assert_eq!(careful.organizations_sign, Some(false));
        assert_eq!(careful.most_public, Visibility::Counted);
        let usual = Settings::default();
        assert_eq!(usual.clone().careful(), usual);
    }

    #[test]
    fn a_domain_and_everything_under_it_is_watched() {
        let settings = Settings {
            high_risk: true,
            watched_domains: domains(" Example.ORG\n\nhr@corp.example.com ").unwrap(),
            ..Settings::default()
        };
        assert_eq!(
            settings.watched_domains,
            ["example.org", "corp.example.com"]
        );
        let email = |address: &str| Email::parse(address, Strictness::Testing).unwrap();
        for (address, watched) in [
            ("ana@example.org", true),
            ("ana@law.example.org", true),
            ("ana@notexample.org", false),
            ("ana@example.com", false),
            ("ana@eu.corp.example.com", true),
        ] {
            assert_eq!(settings.is_watched(&email(address)), watched, "{address}");
        }
        let calm = Settings {
            high_risk: false,
            ..settings
        };
        assert!(!calm.is_watched(&email("ana@example.org")));
    }

    #[test]
    fn what_is_no_domain() {
        for typed in [
            "localhost",
            "two words.org",
            "a..org",
            "https://example.org",
        ] {
            assert!(domains(typed).is_err(), "{typed}");
        }
        let many = (0..21).map(|n| format!("d{n}.org\n")).collect::<String>();
        assert_eq!(domains(&many).unwrap_err().key, "error-domains-many");
        assert_eq!(domains(""), Ok(Vec::new()));
    }
}
