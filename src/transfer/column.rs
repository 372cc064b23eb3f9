//! The columns that a list can have, and which of them are taken.

use crate::base::Invalid;
use serde::{Deserialize, Serialize};

/// One column of a list, by what stands in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// The address.
    Email,
    /// The name, to the border that [`split`](super::names::split) guesses.
    FirstName,
    /// The rest of it.
    LastName,
    /// The name as it was written.
    FullName,
    /// Whether the organizations may write, Y or N.
    OptIn,
    /// Which of several founding organizations may.
    OptInOrganizations,
    /// The place.
    City,
    /// The postal code.
    ZipCode,
    /// The country.
    Country,
    /// What somebody is.
    Role,
    /// Where somebody works or learns.
    Affiliation,
    /// The language somebody signed in.
    Language,
    /// The code of the link or partner somebody came by.
    Source,
    /// When the form was sent.
    SignedAt,
    /// Counted, held, withdrawn or removed.
    Status,
    /// How much of the signer others may see.
    Visibility,
    /// The reason, where it stands on the petition's page.
    Reason,
    /// What was promised.
    Promise,
    /// The SHA-256 of the text that was signed.
    Wording,
    /// The petition's place in addresses.
    Petition,
    /// The signature's key, the same in every list.
    SignerRef,
    /// What was answered to the organizers' own questions, a column each.
    Answers,
}

impl Column {
    /// All of them, in the order in which they stand in a file.
    pub const ALL: [Self; 22] = [
        Self::Email,
        Self::FirstName,
        Self::LastName,
        Self::FullName,
        Self::OptIn,
        Self::OptInOrganizations,
        Self::City,
        Self::ZipCode,
        Self::Country,
        Self::Role,
        Self::Affiliation,
        Self::Language,
        Self::Source,
        Self::SignedAt,
        Self::Status,
        Self::Visibility,
        Self::Reason,
        Self::Promise,
        Self::Wording,
        Self::Petition,
        Self::SignerRef,
        Self::Answers,
    ];

    /// What a list begins with: enough to write to somebody, and nothing else.
    pub const MINIMAL: [Self; 6] = [
        Self::Email,
        Self::FirstName,
        Self::LastName,
        Self::FullName,
        Self::OptIn,
        Self::OptInOrganizations,
    ];

    /// What says whether somebody may be written to.
    pub const CONSENT: [Self; 2] = [Self::OptIn, Self::OptInOrganizations];

    /// The word of form and command line, and its head where no other tool has another.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::FirstName => "first_name",
            Self::LastName => "last_name",
            Self::FullName => "full_name",
            Self::OptIn => "opt_in",
            Self::OptInOrganizations => "opt_in_organizations",
            Self::City => "city",
            Self::ZipCode => "zip_code",
            Self::Country => "country",
            Self::Role => "role",
            Self::Affiliation => "affiliation",
            Self::Language => "language",
            Self::Source => "source",
            Self::SignedAt => "signed_at",
            Self::Status => "status",
            Self::Visibility => "visibility",
            Self::Reason => "reason",
            Self::Promise => "promise",
            Self::Wording => "wording",
            Self::Petition => "petition",
            Self::SignerRef => "signer_ref",
            Self::Answers => "answers",
        }
    }

    /// Reads [`Column::as_str`] back.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
    }

    /// Reads columns by their words and puts them in order, each once. Whoever takes the address takes what says whether it may be
    /// written to.
    ///
    /// # Errors
    /// `error-choice` for a word that is no column, `error-no-column` where there is none.
    pub fn chosen(words: &[String]) -> Result<Vec<Self>, Invalid> {
        let mut columns = Vec::new();
        for word in words {
            columns.push(Self::parse(word).ok_or(Invalid::new("error-choice"))?);
        }
        if columns.contains(&Self::Email) {
            columns.extend(Self::CONSENT);
        }
        columns.sort_unstable();
        columns.dedup();
        match columns.is_empty() {
            true => Err(Invalid::new("error-no-column")),
            false => Ok(columns),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(words: &[&str]) -> Result<Vec<Column>, Invalid> {
        Column::chosen(
            &words
                .iter()
                .map(|word| (*word).to_owned())
                .collect::<Vec<_>>(),
        )
    }

    #[test]
    fn every_column_has_a_word_of_its_own_and_stands_in_order() {
        for column in Column::ALL {
            assert_eq!(Column::parse(column.as_str()), Some(column));
        }
        assert!(Column::ALL.is_sorted());
        assert_eq!(Column::parse("phone_number"), None);
    }

    #[test]
    fn whoever_takes_the_address_takes_the_consents() {
        let taken = chosen(&["city", "email", "city"]).unwrap();
        let with_consents = [
            Column::Email,
            Column::OptIn,
            Column::OptInOrganizations,
            Column::City,
        ];
        assert_eq!(taken, with_consents);
        assert_eq!(chosen(&["city"]).unwrap(), [Column::City]);
        assert!(chosen(&[]).is_err());
        assert!(chosen(&["email", "passphrase"]).is_err());
    }

    #[test]
    fn a_list_begins_with_the_whole_name_and_the_consents() {
        for needed in [Column::FullName, Column::OptIn, Column::OptInOrganizations] {
            assert!(Column::MINIMAL.contains(&needed));
        }
    }
}
