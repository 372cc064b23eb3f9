//! The form of what signers read of an organization: `name`, `contact`, and `about-en`, `imprint-en` and so on.

use crate::account::joining::found::OrganizationName;
use crate::account::model::Organization;
use crate::base::{Email, Lang, Line, Text, Time};
use crate::petition::text::lengths::{ABOUT, IMPRINT};
use crate::web::{Fields, Named, Site, TextField, WrongFields, by_name};
use serde::{Deserialize, Deserializer};

/// What is typed.
#[derive(Debug, Clone, Default)]
pub struct DetailsForm {
    /// What the form was filled from.
    pub revision: String,
    /// What it is called.
    pub name: String,
    /// Where signers may write to.
    pub contact: String,
    /// The sentence, by language.
    pub about: Vec<(Lang, String)>,
    /// The imprint, by language.
    pub imprint: Vec<(Lang, String)>,
}

impl Fields for DetailsForm {
    const TEXTS: &'static [TextField] = &[
        TextField::one("name", "account-organization-name", 100),
        TextField::each("about", "organization-about", ABOUT),
        TextField::each("imprint", "settings-imprint", IMPRINT),
    ];
}

impl<'de> Deserialize<'de> for DetailsForm {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        by_name(from)
    }
}

impl Named for DetailsForm {
    fn put(&mut self, name: &str, value: String) -> bool {
        match name {
            "revision" => self.revision = value,
            "name" => self.name = value,
            "contact" => self.contact = value,
            other => {
                let Some((part, lang)) = other.split_once('-') else {
                    return false;
                };
                let Ok(lang) = Lang::parse(lang) else {
                    return false;
                };
                match part {
                    "about" => self.about.push((lang, value)),
                    "imprint" => self.imprint.push((lang, value)),
                    _ => return false,
                }
            }
        }
        true
    }
}

/// What is typed in this language; nothing where nothing is.
#[must_use]
pub(crate) fn typed_in(all: &[(Lang, String)], lang: Lang) -> String {
    let mut all = all.iter();
    all.find(|(typed_in, _)| *typed_in == lang)
        .map(|(_, typed)| typed.clone())
        .unwrap_or_default()
}

impl DetailsForm {
    /// The form of an organization as it stands.
    #[must_use]
    pub(crate) fn of(organization: &Organization, revision: String) -> Self {
        Self {
            revision,
            name: organization.name.clone(),
            contact: organization.contact_email.clone(),
            about: organization.about.clone(),
            imprint: organization.imprint.clone(),
        }
    }

    /// What of an organization it is about, as it was typed.
    ///
    /// # Errors
    /// What is wrong with it.
    pub(crate) fn read(&self, site: &Site) -> Result<Details, WrongFields> {
        let mut wrong = WrongFields::default();
        let name = wrong.take("name", OrganizationName::parse(&self.name));
        let contact = match self.contact.trim() {
            "" => Some(String::new()),
            typed => wrong
                .take("contact", Email::parse(typed, site.strictness))
                .map(|email| email.deliver().to_owned()),
        };
        let (mut about, mut imprint) = (Vec::new(), Vec::new());
        for (lang, typed) in &self.about {
            let said = wrong.take(format!("about-{lang}"), Line::<ABOUT>::optional(typed));
            about.extend(said.flatten().map(|said| (*lang, String::from(said))));
        }
        for (lang, typed) in &self.imprint {
            let said = wrong.take(format!("imprint-{lang}"), Text::<IMPRINT>::optional(typed));
            imprint.extend(said.flatten().map(|said| (*lang, String::from(said))));
        }
        let whole = (|| {
            Some(Details {
                name: name?.into(),
                contact: contact?,
                about,
                imprint,
            })
        })();
        wrong.none_or(whole)
    }
}

/// What signers read of an organization.
#[derive(Debug, Clone)]
pub struct Details {
    name: String,
    contact: String,
    about: Vec<(Lang, String)>,
    imprint: Vec<(Lang, String)>,
}

impl Details {
    /// Puts it into the place of what stood there.
    pub(crate) fn put_into(self, organization: &mut Organization, now: Time) {
        organization.rename(self.name, now);
        organization.contact_email = self.contact;
        organization.about = self.about;
        organization.imprint = self.imprint;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_column_of_the_database_can_be_set() {
        let mut form = DetailsForm::default();
        for name in [
            "id",
            "slug",
            "cover",
            "pen",
            "langs",
            "keeps_for",
            "ended_at",
            "about",
            "about-",
            "imprint-xyzw",
            "logo_sha256",
            "needs_second_factor",
        ] {
            assert!(!form.put(name, "1".to_owned()), "{name}");
        }
        assert!(form.put("imprint-es", "Calle".to_owned()));
        assert_eq!(typed_in(&form.imprint, Lang::ES), "Calle");
    }
}
