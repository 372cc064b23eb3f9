//! What is listed beside a signer's name, as a sentence of the form says it.

use crate::words::Words;

/// Which of them a form asks for, or a signature holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ListedDetails {
    /// The role.
    pub role: bool,
    /// The school or employer.
    pub affiliation: bool,
    /// The town or region.
    pub place: bool,
}

impl ListedDetails {
    /// "role and school or employer"; "details" where there is nothing to name.
    #[must_use]
    pub fn words(self, w: &Words) -> String {
        let all = [
            (self.role, "listed-role"),
            (self.affiliation, "listed-affiliation"),
            (self.place, "listed-place"),
        ];
        let named: Vec<&str> = all
            .iter()
            .filter(|(is_listed, _)| *is_listed)
            .map(|(_, key)| w.say(key))
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
        let library = Library::load().unwrap();
        let (en, es) = (library.words(Lang::EN), library.words(Lang::ES));
        let listed = |role, affiliation, place| ListedDetails {
            role,
            affiliation,
            place,
        };
        for (one, english, spanish) in [
            (
                listed(true, true, false),
                "role and school or employer",
                "ocupación y escuela o trabajo",
            ),
            (listed(true, false, false), "role", "ocupación"),
            (listed(false, false, true), "town", "ciudad"),
            (
                listed(true, true, true),
                "role, school or employer, and town",
                "ocupación, escuela o trabajo y ciudad",
            ),
            (ListedDetails::default(), "details", "información"),
        ] {
            assert_eq!(one.words(&en), english);
            assert_eq!(one.words(&es), spanish);
        }
    }
}
