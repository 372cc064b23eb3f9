//! The form that asks for a list, as it is typed.

use super::column::Column;
use super::list_use::WORDS;
use super::options::ExportOptions;
use crate::signature::SignatureState;
use crate::web::{Fields, Named, TextField, by_name};
use serde::{Deserialize, Deserializer};

/// What is chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ExportForm {
    /// As it is read.
    pub(super) options: ExportOptions,
}

/// What a column's box is called.
pub(super) fn box_of(column: Column) -> String {
    format!("column-{}", column.as_str())
}

impl Named for ExportForm {
    fn put(&mut self, name: &str, value: String) -> bool {
        let options = &mut self.options;
        match name {
            "format" => options.format = value,
            "preset" => options.preset = value,
            "opted_in" => options.opted_in = value,
            "founder" => options.founder = value,
            "language" => options.language = value,
            "source" => options.source = value,
            "answer" => options.answer = value,
            "since" => options.since = value,
            "bom" => options.bom = value,
            "erased" => options.erased = value,
            "purpose" => options.purpose = value,
            "purpose_other" => options.purpose_other = value,
            "recipient" => options.recipient = value,
            name => {
                let (list, word) = match name.strip_prefix("column-") {
                    Some(word) if Column::parse(word).is_some() => (&mut options.columns, word),
                    None if SignatureState::parse(name).is_some() => (&mut options.states, name),
                    _ => return false,
                };
                if value == "1" {
                    list.push(word.to_owned());
                }
            }
        }
        true
    }
}

impl Fields for ExportForm {
    const TEXTS: &'static [TextField] = &[
        TextField::one("purpose_other", "export-purpose-other", WORDS),
        TextField::one("recipient", "export-recipient", WORDS),
    ];
}

impl<'de> Deserialize<'de> for ExportForm {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        by_name(from).map(Self::in_order)
    }
}

impl ExportForm {
    /// The states in the order of the console, however they came.
    fn in_order(mut self) -> Self {
        let states = SignatureState::ALL.map(SignatureState::as_str);
        let chosen = std::mem::take(&mut self.options.states);
        let known = states
            .into_iter()
            .filter(|state| chosen.iter().any(|one| one == state));
        self.options.states = known.map(str::to_owned).collect();
        self
    }
}
