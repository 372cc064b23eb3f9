//! The form of recipients: a day, and lines of a name and an office, named `name-3` and `office-3`.

use crate::base::{Day, Line};
use crate::petition::delivery::{DeliveryPlan, NAME, RECIPIENTS, Recipient};
use crate::web::{Fields, Named, TextField, WrongFields, by_name};
use serde::{Deserialize, Deserializer};

/// Empty lines that are offered below those that are written.
const OFFERED: usize = 2;
/// Most lines that are read. What is over the most that can be saved is said, and nothing of it is lost.
const READ: usize = 50;
/// Most characters of a day, however it is typed.
const DAY: usize = 20;

/// The form as it was typed, or as it is shown first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RecipientsForm {
    /// The revision the form was filled from.
    pub(super) revision: String,
    /// The day.
    pub(super) day: String,
    /// In the order of the form.
    pub(super) lines: Vec<RecipientLine>,
}

/// One line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RecipientLine {
    /// The name.
    pub(super) name: String,
    /// Role or office.
    pub(super) office: String,
}

impl RecipientLine {
    fn is_blank(&self) -> bool {
        self.name.trim().is_empty() && self.office.trim().is_empty()
    }
}

impl RecipientsForm {
    /// The form as things stand.
    #[must_use]
    pub(super) fn of(revision: i64, plan: &DeliveryPlan) -> Self {
        let line = |one: &Recipient| RecipientLine {
            name: one.name.clone(),
            office: one.office.clone().unwrap_or_default(),
        };
        Self {
            revision: revision.to_string(),
            day: plan.day.map(|day| day.to_string()).unwrap_or_default(),
            lines: plan.recipients.iter().map(line).collect(),
        }
    }

    /// Some empty lines behind those that are written, as long as there may be more.
    pub(super) fn complete(&mut self) {
        let written = self.lines.iter().rposition(|line| !line.is_blank());
        let written = written.map_or(0, |last| last + 1);
        let all = written.max((written + OFFERED).min(RECIPIENTS));
        self.lines.resize_with(all, RecipientLine::default);
    }

    /// Reads it: whoever has an office has a name. A line without anything is none.
    ///
    /// # Errors
    /// Everything that is wrong, in the order of the form.
    pub(super) fn read(&self) -> Result<DeliveryPlan, WrongFields> {
        let mut wrong = WrongFields::default();
        let day = match self.day.trim() {
            "" => Ok(None),
            typed => Day::parse(typed).map(Some),
        };
        let day = wrong.take("day", day).flatten();
        let mut recipients = Vec::new();
        let lines = self.lines.iter().enumerate();
        let lines = lines.filter(|(_, line)| !line.is_blank());
        for (written, (n, line)) in lines.enumerate() {
            let at = format!("name-{n}");
            if written == RECIPIENTS {
                wrong.add(at, "error-delivery-many");
                break;
            }
            let name = Line::<NAME>::optional(&line.name).map(|line| line.map(String::from));
            let name = wrong.need(at, name, "error-delivery-name");
            let office = Line::<NAME>::optional(&line.office).map(|line| line.map(String::from));
            let office = wrong.take(format!("office-{n}"), office).flatten();
            recipients.extend(name.map(|name| Recipient { name, office }));
        }
        wrong.none_or(Some(DeliveryPlan { day, recipients }))
    }

    fn line(&mut self, n: &str) -> Option<&mut RecipientLine> {
        let n: usize = n.parse().ok().filter(|n| *n < READ)?;
        if self.lines.len() <= n {
            self.lines.resize_with(n + 1, RecipientLine::default);
        }
        self.lines.get_mut(n)
    }
}

impl Named for RecipientsForm {
    fn put(&mut self, name: &str, value: String) -> bool {
        match name {
            "revision" => self.revision = value,
            "day" => self.day = value,
            _ => {
                let Some((part, n)) = name.split_once('-') else {
                    return false;
                };
                let Some(line) = self.line(n) else {
                    return false;
                };
                match part {
                    "name" => line.name = value,
                    "office" => line.office = value,
                    _ => return false,
                }
            }
        }
        true
    }
}

impl Fields for RecipientsForm {
    const TEXTS: &'static [TextField] = &[
        TextField::one("day", "delivery-day", DAY),
        TextField::one("name", "delivery-name", NAME).in_lines(READ),
        TextField::one("office", "delivery-office", NAME).in_lines(READ),
    ];
}

impl<'de> Deserialize<'de> for RecipientsForm {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        by_name(from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(fields: &[(&str, &str)]) -> RecipientsForm {
        let mut form = RecipientsForm::default();
        for (name, value) in fields {
            assert!(form.put(name, (*value).to_owned()), "{name}");
        }
        form
    }

    #[test]
    fn empty_lines_are_none_and_the_others_keep_their_order() {
        let typed = form(&[
            ("day", "2027-05-12"),
            ("name-3", " The  council "),
            ("name-1", "Rosa Vidal"),
            ("office-1", "Mayor"),
        ]);
        let plan = typed.read().unwrap();
        let names: Vec<_> = plan
            .recipients
            .iter()
            .map(|one| one.name.as_str())
            .collect();
        assert_eq!(names, ["Rosa Vidal", "The council"]);
        assert_eq!(plan.recipients[0].office.as_deref(), Some("Mayor"));
        let mut again = RecipientsForm::of(1, &plan);
        again.complete();
        assert_eq!((again.lines.len(), again.read()), (4, Ok(plan)));
        assert_eq!(form(&[]).read().unwrap(), DeliveryPlan::default());
    }

    #[test]
    fn each_mistake_is_told_at_its_field() {
        let long = "x".repeat(161);
        let typed = form(&[
            ("day", "tomorrow"),
            ("office-0", "Mayor"),
            ("name-1", &long),
            ("name-2", "two\nlines"),
            ("name-3", "See https://example.org"),
            ("name-4", "fine"),
            ("office-4", "a\u{202e}b"),
        ]);
        let wrong = typed.read().unwrap_err();
        let told: Vec<_> = wrong
            .list()
            .iter()
            .map(|(field, key)| (field.as_str(), *key))
            .collect();
        assert_eq!(
            told,
            [
                ("day", "error-date"),
                ("name-0", "error-delivery-name"),
                ("name-1", "error-line-long"),
                ("name-2", "error-line-characters"),
                ("name-3", "error-line-link"),
                ("office-4", "error-line-characters"),
            ]
        );
    }

    #[test]
    fn ten_are_taken_and_no_more() {
        let of = |many: usize| {
            let mut typed = RecipientsForm::default();
            for n in 0..many {
                assert!(typed.put(&format!("name-{n}"), "One".to_owned()));
            }
            typed.complete();
            typed
        };
        assert_eq!(of(10).read().unwrap().recipients.len(), 10);
        assert_eq!(of(10).lines.len(), 10, "none more is offered");
        let wrong = of(50).read().unwrap_err();
        assert_eq!(
            wrong.list(),
            [("name-10".to_owned(), "error-delivery-many")]
        );
        for name in ["name", "name-50", "name-x", "hours-1", "name--1", ""] {
            assert!(
                !RecipientsForm::default().put(name, String::new()),
                "{name}"
            );
        }
    }
}
