//! What the form of a petition sends: each field once, none that the form does not have, and one
//! box for each founding organization.

use crate::base::Id;
use crate::petition::page::form_questions;
use crate::petition::page::pages::SignForm;
use crate::petition::rules::question::{LONG, MOST, MOST_LONG, OPTIONS, SHORT};
use crate::petition::{FieldMap, Founder, PublicPetition, SignerField, TypedReplies, Visibility};
use crate::web::page::Errors;
use crate::web::{Fields, Named, Site, by_name, read_email};
use crate::words::Words;
use serde::{Deserialize, Deserializer};

/// The form as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SignFields {
    /// The key of what is promised, or nothing.
    pub promise: String,
    /// The name.
    pub name: String,
    /// The address.
    pub email: String,
    /// What is asked for beside name and address.
    pub fields: FieldMap<String>,
    /// `yes`, `no`, or nothing.
    pub updates: String,
    /// The same to the partner in whose frame the form stands.
    pub partner_updates: String,
    /// A word of [`Visibility`], or nothing.
    pub public: String,
    /// Said again where the address is watched.
    pub sure: String,
    /// Where the signer came from.
    pub via: String,
    /// When the form was handed out.
    pub token: String,
    /// The version of the words that stood above the form.
    pub wording: String,
    /// The founding organizations whose box was ticked.
    pub founders: Vec<Id<Founder>>,
    /// What was answered to the organizers' own questions.
    pub replies: TypedReplies,
    /// The questions that stand on one's own page, by their numbers.
    pub questions: String,
}

impl Fields for SignFields {
    /// The longest answers there are, each byte as three, and the name of a box for every option.
    const MORE: usize = LONGEST * 12 + BOXES * 32;
    const MOST_FIELDS: usize = 100 + BOXES;
}

/// Most characters of all answers together.
const LONGEST: usize = MOST_LONG * LONG + MOST * SHORT;
/// Most boxes of all questions together.
const BOXES: usize = MOST * OPTIONS;

impl<'de> Deserialize<'de> for SignFields {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        by_name(from)
    }
}

impl Named for SignFields {
    fn put(&mut self, name: &str, value: String) -> bool {
        match name {
            "promise" => self.promise = value,
            "name" => self.name = value,
            "email" => self.email = value,
            "updates" => self.updates = value,
            "partner_updates" => self.partner_updates = value,
            "public" => self.public = value,
            "sure" => self.sure = value,
            "via" => self.via = value,
            "token" => self.token = value,
            "wording" => self.wording = value,
            "questions" => self.questions = value,
            name => return self.put_named(name, value),
        }
        true
    }
}

impl SignFields {
    /// A field that organizers ask for, or the box of a founding organization; false where it is neither.
    fn put_named(&mut self, name: &str, value: String) -> bool {
        if let Some(field) = SignerField::parse(name) {
            self.fields[field] = value;
            return true;
        }
        if self.replies.put(name, value.clone()) {
            return true;
        }
        let founder = form_questions::field(name);
        self.founders.extend(founder.filter(|_| value == "1"));
        founder.is_some()
    }

    /// The form with what was typed, and what has to be put right.
    #[must_use]
    pub fn typed<'a>(
        &self,
        site: &Site,
        w: &Words,
        shown: &PublicPetition,
        errors: Errors,
    ) -> SignForm<'a> {
        let email = read_email(&self.email, w, site);
        SignForm {
            is_watched: email.is_ok_and(|email| shown.petition.settings.is_watched(&email)),
            promise: self.promise.clone(),
            name: self.name.clone(),
            email: self.email.clone(),
            fields: self.fields.clone(),
            updates: yes_or_no(&self.updates),
            partner_updates: yes_or_no(&self.partner_updates),
            ticked: self.founders.clone(),
            replies: self.replies.clone(),
            visibility: Visibility::parse(&self.public).unwrap_or_default(),
            errors,
            ..SignForm::default()
        }
    }

    /// The answer to the one question about mail.
    #[must_use]
    pub fn wants_updates(&self) -> Option<bool> {
        yes_or_no(&self.updates)
    }

    /// The answer to the partner's question about mail.
    #[must_use]
    pub fn lets_partner_write(&self) -> Option<bool> {
        yes_or_no(&self.partner_updates)
    }
}

fn yes_or_no(typed: &str) -> Option<bool> {
    match typed {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Time;
    use serde::de::value::{Error, MapDeserializer};

    fn read(pairs: &[(&str, &str)]) -> Result<SignFields, Error> {
        let pairs = pairs
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        SignFields::deserialize(MapDeserializer::<_, Error>::new(pairs))
    }

    #[test]
    fn each_organization_has_a_box() {
        let id = |micros| Id::<Founder>::new(Time::from_micros(micros));
        let (one, other) = (id(1), id(2));
        let typed = read(&[
            ("name", "Sam"),
            (&format!("founder-{one}"), "1"),
            (&format!("founder-{other}"), "0"),
        ]);
        assert_eq!(typed.unwrap().founders, [one]);
    }

    #[test]
    fn no_field_that_the_form_does_not_have() {
        for name in [
            "state",
            "id",
            "is_public",
            "founder-",
            "founder-x",
            "founder",
        ] {
            assert!(read(&[(name, "1")]).is_err(), "{name}");
        }
        assert!(read(&[("name", "a"), ("name", "b")]).is_err());
    }
}
