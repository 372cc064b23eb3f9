//! What the form may ask beside name and address, in the order of the form.
//!
//! One more field is a variant here with its words, and a column in `pending_signatures` and `signature_details`
//! (`signature/store/signer_columns.rs`); forms, editor, self-service, downloads and search go through all there are.

use crate::base::{Invalid, Line};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;
use std::ops::{Index, IndexMut};

/// One line that organizers may ask a signer for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignerField {
    /// What the signer is.
    Role,
    /// School or employer.
    Affiliation,
    /// Town or region, for "a supporter in Ridgemont".
    Place,
    /// Text: each country writes its own, with letters, spaces and dashes.
    Postcode,
    /// As its people call it.
    Country,
}

/// Whether the form asks for something.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FieldRule {
    /// Not on the form.
    #[default]
    Off,
    /// On the form, may be left empty.
    Optional,
    /// On the form, must be filled in.
    Required,
}

/// What is said of a field in words files, and where it stands.
struct FieldTexts {
    name: &'static str,
    label: &'static str,
    asks: &'static str,
    missing: &'static str,
    /// How a sentence names it where it is listed beside the name.
    listed: Option<&'static str>,
    attributes: &'static str,
}

impl SignerField {
    /// All, in the order of the form.
    pub const ALL: [Self; 5] = [
        Self::Role,
        Self::Affiliation,
        Self::Place,
        Self::Postcode,
        Self::Country,
    ];
    /// How many there are.
    pub(crate) const COUNT: usize = Self::ALL.len();

    const fn texts(self) -> FieldTexts {
        match self {
            Self::Role => FieldTexts {
                name: "role",
                label: "form-role",
                asks: "edit-asks-role",
                missing: "error-role-missing",
                listed: Some("listed-role"),
                attributes: " autocomplete=\"organization-title\" maxlength=\"120\"",
            },
            Self::Affiliation => FieldTexts {
                name: "affiliation",
                label: "form-affiliation",
                asks: "edit-asks-affiliation",
                missing: "error-affiliation-missing",
                listed: Some("listed-affiliation"),
                attributes: " autocomplete=\"organization\" maxlength=\"160\"",
            },
            Self::Place => FieldTexts {
                name: "place",
                label: "form-place",
                asks: "edit-asks-place",
                missing: "error-place-missing",
                listed: Some("listed-place"),
                attributes: " autocomplete=\"address-level2\" maxlength=\"80\"",
            },
            Self::Postcode => FieldTexts {
                name: "postcode",
                label: "form-postcode",
                asks: "edit-asks-postcode",
                missing: "error-postcode-missing",
                listed: None,
                attributes: " autocomplete=\"postal-code\" autocapitalize=\"characters\" spellcheck=\"false\" maxlength=\"20\"",
            },
            Self::Country => FieldTexts {
                name: "country",
                label: "form-country",
                asks: "edit-asks-country",
                missing: "error-country-missing",
                listed: None,
                attributes: " autocomplete=\"country-name\" maxlength=\"60\"",
            },
        }
    }

    /// Reads what was typed: one line, cleaned; nothing where it was left empty.
    ///
    /// # Errors
    /// What [`Line::optional`] refuses: more characters than the field takes, controls.
    pub fn read(self, typed: &str) -> Result<Option<String>, Invalid> {
        Ok(match self {
            Self::Role => Line::<120>::optional(typed)?.map(String::from),
            Self::Affiliation => Line::<160>::optional(typed)?.map(String::from),
            Self::Place => Line::<80>::optional(typed)?.map(String::from),
            Self::Postcode => Line::<20>::optional(typed)?.map(String::from),
            Self::Country => Line::<60>::optional(typed)?.map(String::from),
        })
    }

    /// What it is called in forms, columns, settings and JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.texts().name
    }

    /// The field of this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.name() == name)
    }

    /// Words key of its label.
    #[must_use]
    pub const fn label(self) -> &'static str {
        self.texts().label
    }

    /// Words key of the editor's question whether to ask for it.
    #[must_use]
    pub const fn asks(self) -> &'static str {
        self.texts().asks
    }

    /// Words key of the error where it has to be filled in.
    #[must_use]
    pub const fn missing(self) -> &'static str {
        self.texts().missing
    }

    /// Words key of how a sentence names it, if it is listed beside the name; organizers alone see the others.
    #[must_use]
    pub const fn listed(self) -> Option<&'static str> {
        self.texts().listed
    }

    /// Attributes of its input.
    #[must_use]
    pub const fn attributes(self) -> &'static str {
        self.texts().attributes
    }
}

/// One value for each field. As JSON an object with a member for each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct FieldMap<T>([T; SignerField::COUNT]);

impl<T> FieldMap<T> {
    /// Of values in the order of [`SignerField::ALL`].
    pub const fn new(values: [T; SignerField::COUNT]) -> Self {
        Self(values)
    }

    /// Of what is made for each field.
    pub fn from_fn(make: impl FnMut(SignerField) -> T) -> Self {
        Self(SignerField::ALL.map(make))
    }

    /// The values, in the order of [`SignerField::ALL`].
    pub(crate) fn into_array(self) -> [T; SignerField::COUNT] {
        self.0
    }

    /// Each field with its value.
    pub fn iter(&self) -> impl Iterator<Item = (SignerField, &T)> {
        SignerField::ALL.into_iter().zip(&self.0)
    }

    /// The same with another value for this field.
    #[must_use]
    pub fn with(mut self, field: SignerField, value: T) -> Self {
        self[field] = value;
        self
    }
}

impl FieldMap<FieldRule> {
    /// Whether the form asks for it.
    #[must_use]
    pub fn asks(&self, field: SignerField) -> bool {
        self[field] != FieldRule::Off
    }
}

impl FieldMap<Option<String>> {
    /// What is listed beside a name, joined for reading.
    #[must_use]
    pub fn listed(&self) -> String {
        self.joined(|field| field.listed().is_some())
    }

    /// All of it, joined for reading: for organizers.
    #[must_use]
    pub fn all(&self) -> String {
        self.joined(|_| true)
    }

    fn joined(&self, is_told: impl Fn(SignerField) -> bool) -> String {
        let told = self.iter().filter(|(field, _)| is_told(*field));
        let parts: Vec<&str> = told.filter_map(|(_, text)| text.as_deref()).collect();
        parts.join(", ")
    }
}

impl<T> Index<SignerField> for FieldMap<T> {
    type Output = T;

    fn index(&self, field: SignerField) -> &T {
        let [role, affiliation, place, postcode, country] = &self.0;
        match field {
            SignerField::Role => role,
            SignerField::Affiliation => affiliation,
            SignerField::Place => place,
            SignerField::Postcode => postcode,
            SignerField::Country => country,
        }
    }
}

impl<T> IndexMut<SignerField> for FieldMap<T> {
    fn index_mut(&mut self, field: SignerField) -> &mut T {
        let [role, affiliation, place, postcode, country] = &mut self.0;
        match field {
            SignerField::Role => role,
            SignerField::Affiliation => affiliation,
            SignerField::Place => place,
            SignerField::Postcode => postcode,
            SignerField::Country => country,
        }
    }
}

impl<T: Serialize> Serialize for FieldMap<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.iter().map(|(field, value)| (field.name(), value)))
    }
}

/// A member that is missing has its default; one that is no field is a fault.
impl<'de, T: Deserialize<'de> + Default> Deserialize<'de> for FieldMap<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let members = BTreeMap::<String, T>::deserialize(from)?;
        let mut map = Self(SignerField::ALL.map(|_| T::default()));
        for (name, value) in members {
            let field = SignerField::parse(&name);
            map[field.ok_or_else(|| D::Error::custom("no field of a signer"))?] = value;
        }
        Ok(map)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_field_has_its_own_value_and_name() {
        let numbered = FieldMap::new(std::array::from_fn(|at| at));
        for (at, field) in SignerField::ALL.into_iter().enumerate() {
            assert_eq!(numbered[field], at, "{field:?}");
            assert_eq!(SignerField::parse(field.name()), Some(field));
            let mut other = numbered;
            other[field] = 99;
            let changed = other.iter().filter(|(_, value)| **value == 99);
            assert_eq!(changed.map(|(field, _)| field).collect::<Vec<_>>(), [field]);
        }
    }

    #[test]
    fn json_has_a_member_for_each() {
        let asked = FieldMap::default().with(SignerField::Place, FieldRule::Required);
        let json = serde_json::to_string(&asked).unwrap();
        assert_eq!(
            serde_json::from_str::<FieldMap<FieldRule>>(&json).unwrap(),
            asked
        );
        assert_eq!(
            serde_json::from_str::<FieldMap<FieldRule>>("{}").unwrap(),
            FieldMap::default()
        );
        assert!(serde_json::from_str::<FieldMap<FieldRule>>(r#"{"shoe_size":"off"}"#).is_err());
    }

    #[test]
    fn no_field_takes_more_than_its_input_does() {
        for field in SignerField::ALL {
            let (_, most) = field.attributes().split_once("maxlength=\"").unwrap();
            let most: usize = most.trim_end_matches('"').parse().unwrap();
            assert!(field.read(&"a".repeat(most)).is_ok(), "{field:?}");
            assert!(field.read(&"a".repeat(most + 1)).is_err(), "{field:?}");
        }
    }
}
