//! What is wrong with the editor's form, field by field.

use crate::base::Invalid;

/// What is wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrongField {
    /// The field's `id`.
    pub field: String,
    /// The words key of its sentence.
    pub key: &'static str,
}

/// Everything that is wrong so far.
#[derive(Default)]
pub(crate) struct FormErrors(pub(crate) Vec<WrongField>);

impl FormErrors {
    /// What was read, or none and the mistake at its field.
    pub(crate) fn take<T>(
        &mut self,
        field: impl Into<String>,
        read: Result<T, Invalid>,
    ) -> Option<T> {
        read.map_err(|invalid| self.add(field, invalid.key)).ok()
    }

    /// One more.
    pub(crate) fn add(&mut self, field: impl Into<String>, key: &'static str) {
        self.0.push(WrongField {
            field: field.into(),
            key,
        });
    }
}
