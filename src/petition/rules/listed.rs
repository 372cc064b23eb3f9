//! What is listed beside a signer's name, as a sentence of the form says it.

use super::signer_field::{FieldMap, SignerField};
use crate::words::Words;

/// Which of them a form asks for, or a signature holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ListedDetails(FieldMap<bool>);

impl ListedDetails {
    /// Those that are there, of the fields that are ever listed.
    #[must_use]
    pub fn of(is_there: impl Fn(SignerField) -> bool) -> Self {
        let is_listed = |field: SignerField| field.listed().is_some() && is_there(field);
        Self(FieldMap::from_fn(is_listed))
    }

    /// Whether this one is.
    #[must_use]
    pub(crate) fn has(&self, field: SignerField) -> bool {
        self.0[field]
    }

    /// Whether any is.
    #[must_use]
    pub(crate) fn is_any(&self) -> bool {
        self.0.iter().any(|(_, is_listed)| *is_listed)
    }

    /// "role and school or employer"; "details" where there is nothing to name.
    #[must_use]
    pub fn words(self, w: &Words) -> String {
        let listed = self.0.iter().filter(|(_, is_listed)| **is_listed);
        let named: Vec<&str> = listed
            .filter_map(|(field, _)| field.listed())
            .map(|key| w.say(key))
            .collect();
        match named.is_empty() {
            true => w.say("listed-details").to_owned(),
            false => w.list(&named),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Lang;
    use crate::words::Library;

    #[test]
    fn a_sentence_names_what_is_asked_and_nothing_else() {
        use SignerField::{Affiliation, Place, Role};
        let library = Library::load().unwrap();
        let (en, es) = (library.words(Lang::EN), library.words(Lang::ES));
        for (listed, english, spanish) in [
            (
                &[Role, Affiliation][..],
                "role and school or employer",
                "ocupación y escuela o trabajo",
            ),
            (&[Role], "role", "ocupación"),
            (&[Place], "town", "ciudad"),
            (
                &[Role, Affiliation, Place],
                "role, school or employer, and town",
                "ocupación, escuela o trabajo y ciudad",
            ),
            (&[], "details", "información"),
        ] {
            let one = ListedDetails::of(|field| listed.contains(&field));
            assert_eq!(one.words(&en), english);
            assert_eq!(one.words(&es), spanish);
        }
    }
}
