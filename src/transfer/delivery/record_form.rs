//! The form of a delivery: when, to whom, how, what, and whether everybody is told.

use crate::base::{Day, Invalid, Line, Text};
use crate::petition::delivery::{Delivery, DeliveryWay, NOTE, TOGETHER};
use crate::web::{Fields, TextField, WrongFields};
use serde::Deserialize;

/// Most characters of a day or a number, however it is typed.
const SHORT: usize = 20;
/// Most characters of a sum, with blanks between.
const SUM: usize = 100;

/// The form as it was typed, or as it is shown first.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordForm {
    /// The revision the form was filled from; empty for a new one.
    #[serde(default)]
    pub(super) revision: String,
    /// When.
    #[serde(default)]
    pub(super) day: String,
    /// To whom.
    #[serde(default)]
    pub(super) recipients: String,
    /// The word of a way.
    #[serde(default)]
    pub(super) way: String,
    /// Signatures.
    #[serde(default)]
    pub(super) signatures: String,
    /// How many by name.
    #[serde(default)]
    pub(super) named: String,
    /// The sum of a finished book that is chosen; empty for none.
    #[serde(default)]
    pub(super) book: String,
    /// A sum that is typed.
    #[serde(default)]
    pub(super) sha256: String,
    /// What else there is to say.
    #[serde(default)]
    pub(super) note: String,
    /// `1`: the page tells it.
    #[serde(default)]
    pub(super) public: String,
}

impl Fields for RecordForm {
    const TEXTS: &'static [TextField] = &[
        TextField::one("day", "delivery-on", SHORT),
        TextField::one("recipients", "delivery-to", TOGETHER),
        TextField::one("signatures", "delivery-signatures", SHORT),
        TextField::one("named", "delivery-named", SHORT),
        TextField::one("sha256", "delivery-sha", SUM),
        TextField::one("note", "delivery-note", NOTE),
    ];
}

/// What was typed, understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TypedDelivery {
    pub(super) day: Day,
    pub(super) recipients: String,
    pub(super) way: DeliveryWay,
    pub(super) note: String,
    pub(super) sha256: Option<String>,
    pub(super) signatures: i64,
    pub(super) named: i64,
    pub(super) is_public: bool,
}

impl TypedDelivery {
    /// Puts it in the place of what stood there.
    pub(super) fn into_place(self, of: &mut Delivery) {
        of.day = self.day;
        of.recipients = self.recipients;
        of.way = self.way;
        of.note = self.note;
        of.sha256 = self.sha256;
        of.signatures = self.signatures;
        of.named = self.named;
        of.is_public = self.is_public;
    }
}

impl RecordForm {
    /// The form as a delivery stands.
    #[must_use]
    pub(super) fn of(one: &Delivery) -> Self {
        Self {
            revision: one.revision.to_string(),
            day: one.day.to_string(),
            recipients: one.recipients.clone(),
            way: one.way.as_str().to_owned(),
            signatures: one.signatures.to_string(),
            named: one.named.to_string(),
            book: String::new(),
            sha256: one.sha256.clone().unwrap_or_default(),
            note: one.note.clone(),
            public: if one.is_public { "1" } else { "" }.to_owned(),
        }
    }

    /// Reads it; no later day than `today` and no sum of a book but one of `books`.
    ///
    /// # Errors
    /// Everything that is wrong, in the order of the form.
    pub(super) fn read(&self, today: Day, books: &[String]) -> Result<TypedDelivery, WrongFields> {
        let mut wrong = WrongFields::default();
        let day = match self.day.trim() {
            "" => Ok(None),
            typed => Day::parse(typed).map(Some),
        };
        let day = wrong.need("day", day, "error-delivery-day");
        if day.is_some_and(|day| day > today) {
            wrong.add("day", "error-delivery-future");
        }
        let recipients = Line::<TOGETHER>::optional(&self.recipients);
        let recipients = wrong.need("recipients", recipients, "error-delivery-name");
        let way = DeliveryWay::parse(&self.way).ok_or(Invalid::new("error-choice"));
        let way = wrong.take("way", way);
        let signatures = wrong.take("signatures", number(&self.signatures));
        let named = wrong.take("named", number(&self.named));
        if let (Some(signatures), Some(named)) = (signatures, named)
            && named > signatures
        {
            wrong.add("named", "error-delivery-named");
        }
        let sha256 = match self.book.as_str() {
            "" => sum(&self.sha256),
            book if books.iter().any(|one| one == book) => Ok(Some(book.to_owned())),
            _ => Err(Invalid::new("error-choice")),
        };
        let sha256 = wrong.take("sha256", sha256);
        let note = wrong.take("note", Text::<NOTE>::optional(&self.note));
        let whole = match (day, recipients, way, signatures, named, sha256, note) {
            (
                Some(day),
                Some(recipients),
                Some(way),
                Some(signatures),
                Some(named),
                Some(sha256),
                Some(note),
            ) => Some(TypedDelivery {
                day,
                recipients: recipients.into(),
                way,
                note: note.map(String::from).unwrap_or_default(),
                sha256,
                signatures,
                named,
                is_public: self.public == "1",
            }),
            _ => None,
        };
        wrong.none_or(whole)
    }
}

/// A whole number, with whatever people group digits by.
fn number(typed: &str) -> Result<i64, Invalid> {
    let digits: String = typed
        .chars()
        .filter(|c| !matches!(c, ' ' | ',' | '.' | '\'' | '\u{a0}' | '\u{202f}'))
        .collect();
    let is_number = (1..=10).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    match digits.parse() {
        Ok(number) if is_number => Ok(number),
        _ => Err(Invalid::new("error-delivery-number")),
    }
}

/// A SHA-256 in hexadecimal, however it was copied.
fn sum(typed: &str) -> Result<Option<String>, Invalid> {
    let digits: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    match (digits.len(), digits.bytes().all(|b| b.is_ascii_hexdigit())) {
        (0, _) => Ok(None),
        (64, true) => Ok(Some(digits.to_ascii_lowercase())),
        _ => Err(Invalid::new("error-delivery-sha")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed() -> RecordForm {
        RecordForm {
            day: "2027-05-12".to_owned(),
            recipients: "Rosa Vidal, The council".to_owned(),
            way: "post".to_owned(),
            signatures: "12,345".to_owned(),
            named: "1 200".to_owned(),
            sha256: format!(" {} {}\n", "A".repeat(32), "b".repeat(32)),
            ..RecordForm::default()
        }
    }

    fn wrong(form: &RecordForm) -> Vec<(String, &'static str)> {
        let today = Day::parse("2027-05-12").unwrap();
        form.read(today, &[]).unwrap_err().list().to_vec()
    }

    #[test]
    fn numbers_and_sums_are_read_as_people_copy_them() {
        let today = Day::parse("2027-05-12").unwrap();
        let read = typed().read(today, &[]).unwrap();
        assert_eq!((read.signatures, read.named), (12_345, 1_200));
        let sum = format!("{}{}", "a".repeat(32), "b".repeat(32));
        assert_eq!(read.sha256, Some(sum.clone()));
        let chosen = RecordForm {
            book: sum.clone(),
            ..typed()
        };
        let other = RecordForm {
            sha256: String::new(),
            ..chosen.clone()
        };
        assert_eq!(
            other
                .read(today, std::slice::from_ref(&sum))
                .unwrap()
                .sha256,
            Some(sum)
        );
        assert_eq!(wrong(&chosen), [("sha256".to_owned(), "error-choice")]);
    }

    #[test]
    fn each_mistake_is_told_at_its_field() {
        let told: Vec<_> = wrong(&RecordForm::default());
        let told: Vec<_> = told
            .iter()
            .map(|(field, key)| (field.as_str(), *key))
            .collect();
        assert_eq!(
            told,
            [
                ("day", "error-delivery-day"),
                ("recipients", "error-delivery-name"),
                ("way", "error-choice"),
                ("signatures", "error-delivery-number"),
                ("named", "error-delivery-number"),
            ]
        );
        let one = |change: fn(&mut RecordForm)| {
            let mut form = typed();
            change(&mut form);
            wrong(&form)[0].clone()
        };
        let at = |field: &str, key| (field.to_owned(), key);
        assert_eq!(
            one(|form| form.day = "2027-05-13".to_owned()),
            at("day", "error-delivery-future")
        );
        assert_eq!(
            one(|form| form.named = "12346".to_owned()),
            at("named", "error-delivery-named")
        );
        assert_eq!(
            one(|form| form.signatures = "-5".to_owned()),
            at("signatures", "error-delivery-number")
        );
        assert_eq!(
            one(|form| form.signatures = "99999999999".to_owned()),
            at("signatures", "error-delivery-number")
        );
        assert_eq!(
            one(|form| form.sha256 = "abc".to_owned()),
            at("sha256", "error-delivery-sha")
        );
        assert_eq!(
            one(|form| form.note = "x".repeat(501)),
            at("note", "error-text-long")
        );
        assert_eq!(
            one(|form| form.recipients = "a\u{202e}b".to_owned()),
            at("recipients", "error-line-characters")
        );
    }
}
