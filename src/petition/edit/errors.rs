//! What is wrong with the editor's form, field by field.

use crate::base::Invalid;

/// What is wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// The field's `id`.
    pub field: String,
    /// The words key of its sentence.
    pub key: &'static str,
}

/// Everything that is wrong so far.
#[derive(Default)]
pub(crate) struct Mistakes(pub(crate) Vec<Wrong>);

impl Mistakes {
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
        self.0.push(Wrong {
            field: field.into(),
            key,
        });
    }
}
