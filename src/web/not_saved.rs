//! Why a form comes back: what is wrong in it, or what happened beside it. Found by whoever reads the form, said by its page.

use crate::base::Invalid;
use crate::web::page::Errors;
use crate::words::Words;
use actix_web::http::StatusCode;

/// What is wrong with a form, in the order of its fields: each field's `id` and the words key of its sentence.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WrongFields(Vec<(String, &'static str)>);

impl WrongFields {
    /// One field, and nothing else.
    #[must_use]
    pub(crate) fn one(field: impl Into<String>, key: &'static str) -> Self {
        Self(vec![(field.into(), key)])
    }

    /// One more.
    pub(crate) fn add(&mut self, field: impl Into<String>, key: &'static str) {
        self.0.push((field.into(), key));
    }

    /// What was read; none where that failed, which is noted at its field.
    pub(crate) fn take<T>(
        &mut self,
        field: impl Into<String>,
        read: Result<T, Invalid>,
    ) -> Option<T> {
        read.map_err(|invalid| self.add(field, invalid.key)).ok()
    }

    /// The same of a field that may not be empty; `missing` is the key of what is said then.
    pub(crate) fn need<T>(
        &mut self,
        field: impl Into<String>,
        read: Result<Option<T>, Invalid>,
        missing: &'static str,
    ) -> Option<T> {
        self.take(
            field,
            read.and_then(|text| text.ok_or(Invalid::new(missing))),
        )
    }

    /// The form's meaning, where all of it was read and nothing is wrong.
    ///
    /// # Errors
    /// What is wrong.
    pub(crate) fn none_or<T>(self, whole: Option<T>) -> Result<T, Self> {
        whole.filter(|_| self.0.is_empty()).ok_or(self)
    }

    /// Fields and keys, as they were found.
    #[must_use]
    pub fn list(&self) -> &[(String, &'static str)] {
        &self.0
    }

    /// The sentences, in the words of a page.
    #[must_use]
    pub(crate) fn said(&self, w: &Words) -> Errors {
        self.0.iter().fold(Errors::none(), |errors, (field, key)| {
            errors.with(field.clone(), w.say(key))
        })
    }
}

/// Why a form of the console comes back with what was typed.
#[derive(Debug, Clone, Default)]
pub(crate) struct NotSaved {
    /// What is wrong in it.
    pub(crate) wrong: WrongFields,
    /// Somebody wrote since it was filled.
    pub(crate) is_stale: bool,
    /// It was written in an earlier session, and waits for one more press.
    pub(crate) is_from_before: bool,
}

impl NotSaved {
    /// Somebody wrote since the form was filled. What is wrong in it is told after that.
    pub(crate) fn stale() -> Self {
        Self {
            is_stale: true,
            ..Self::default()
        }
    }

    /// It was written in an earlier session.
    pub(crate) fn from_before() -> Self {
        Self {
            is_from_before: true,
            ..Self::default()
        }
    }

    /// Whether it comes back at all.
    pub(crate) fn is_any(&self) -> bool {
        self.is_stale || self.is_from_before || !self.wrong.0.is_empty()
    }

    /// The status of the page: 409, 422, or 200 where only a press is missing, and where the form is new.
    pub(crate) fn status(&self) -> StatusCode {
        match (self.is_stale, self.wrong.0.is_empty()) {
            (true, _) => StatusCode::CONFLICT,
            (false, false) => StatusCode::UNPROCESSABLE_ENTITY,
            (false, true) => StatusCode::OK,
        }
    }
}

impl From<WrongFields> for NotSaved {
    fn from(wrong: WrongFields) -> Self {
        Self {
            wrong,
            ..Self::default()
        }
    }
}
