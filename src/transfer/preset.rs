//! What other tools call their columns, and what they have to be protected from.

use super::column::Column;
use crate::base::Invalid;

/// Whom a list is written for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Preset {
    /// Anybody: heads that most tools know by name.
    #[default]
    Default,
    /// Action Network: an upload may hold only people who opted in.
    ActionNetwork,
    /// NationBuilder: takes whoever has no `email_opt_in` for somebody who did.
    NationBuilder,
    /// CiviCRM: takes a head that ends in `id` or holds `contac` for its own number of a person, and writes over strangers.
    CiviCrm,
    /// Mailchimp: only people who opted in, and 255 bytes a text.
    Mailchimp,
    /// Whoever the petition is addressed to: what the signers show, and no address.
    Delivery,
}

impl Preset {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 6] = [
        Self::Default,
        Self::ActionNetwork,
        Self::NationBuilder,
        Self::CiviCrm,
        Self::Mailchimp,
        Self::Delivery,
    ];

    /// The word of form and command line.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Default => "default",
            Self::ActionNetwork => "action_network",
            Self::NationBuilder => "nationbuilder",
            Self::CiviCrm => "civicrm",
            Self::Mailchimp => "mailchimp",
            Self::Delivery => "delivery",
        }
    }

    /// Reads [`Preset::as_str`] back.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
    }

    /// Whether only people who opted in are taken unless everybody is asked for.
    #[must_use]
    pub const fn takes_opted_in(self) -> bool {
        matches!(self, Self::ActionNetwork | Self::Mailchimp)
    }

    /// Whether people open the file: then a table begins with a byte order mark, without which Excel does not read UTF-8.
    #[must_use]
    pub const fn is_for_people(self) -> bool {
        !matches!(self, Self::Default)
    }

    /// Most bytes of a text.
    #[must_use]
    pub(super) const fn most_bytes(self) -> Option<usize> {
        match self {
            Self::Mailchimp => Some(255),
            _ => None,
        }
    }

    /// Whether a signer is shown only as on the petition's page.
    #[must_use]
    pub(super) const fn shows_only_the_public(self) -> bool {
        matches!(self, Self::Delivery)
    }

    /// The head of a column; none where the tool has no place for it.
    #[must_use]
    pub fn head(self, column: Column) -> Option<&'static str> {
        use Column as C;
        match self {
            Self::Default => Some(column.as_str()),
            Self::ActionNetwork => Some(match column {
                C::City => "can2_user_city",
                other => other.as_str(),
            }),
            Self::NationBuilder => Some(match column {
                C::ZipCode => "zip",
                C::OptIn => "email_opt_in",
                C::SignedAt => "created_at",
                C::Reason => "note",
                C::SignerRef => "external_id",
                other => other.as_str(),
            }),
            // Exact titles alone: CiviCRM guesses by any other.
            Self::CiviCrm => Some(match column {
                C::Email => "Email",
                C::FirstName => "First Name",
                C::LastName => "Last Name",
                C::OptIn => "No Bulk Emails (User Opt Out)",
                C::OptInOrganizations => "Said Yes To",
                C::City => "City",
                C::ZipCode => "Postal Code",
                C::Country => "Country",
                C::Role => "Job Title",
                C::Language => "Preferred Language",
                C::SignerRef => "External Identifier",
                _ => return None,
            }),
            Self::Mailchimp => Some(match column {
                C::Email => "Email Address",
                C::FirstName => "First Name",
                C::LastName => "Last Name",
                C::FullName => "Full Name",
                C::OptIn => "Opt In",
                C::OptInOrganizations => "Opt In Organizations",
                C::City => "City",
                C::ZipCode => "Postal Code",
                C::Country => "Country",
                C::Role => "Role",
                C::Affiliation => "Affiliation",
                C::Language => "Language",
                C::Source => "Source",
                C::SignedAt => "Signed At",
                C::Status => "Status",
                C::Visibility => "Visibility",
                C::Reason => "Reason",
                C::Promise => "Promise",
                C::Wording => "Wording",
                C::Petition => "Petition",
                C::SignerRef => "Signer Ref",
                C::Answers => "Answers",
            }),
            Self::Delivery => Some(match column {
                C::FullName => "name",
                C::Role => "role",
                C::Affiliation => "affiliation",
                C::City => "place",
                C::Reason => "reason",
                _ => return None,
            }),
        }
    }

    /// The columns of a file with their heads, of those that were ticked. What is delivered has its own, whatever was ticked.
    ///
    /// # Errors
    /// `error-column-opt-in` where a tool would take everybody for somebody who opted in, `error-no-column` where nothing is left.
    pub fn columns(self, ticked: &[Column]) -> Result<Vec<(Column, &'static str)>, Invalid> {
        let ticked = match self {
            Self::Delivery => &Column::ALL[..],
            _ => ticked,
        };
        if self == Self::NationBuilder && !ticked.contains(&Column::OptIn) {
            return Err(Invalid::new("error-column-opt-in"));
        }
        let of = |column: &Column| Some((*column, self.head(*column)?));
        let columns: Vec<_> = ticked.iter().filter_map(of).collect();
        match columns.is_empty() {
            true => Err(Invalid::new("error-no-column")),
            false => Ok(columns),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heads(preset: Preset) -> Vec<&'static str> {
        let columns = preset.columns(&Column::ALL).unwrap();
        columns.into_iter().map(|(_, head)| head).collect()
    }

    #[test]
    fn every_preset_has_a_word_of_its_own() {
        for preset in Preset::ALL {
            assert_eq!(Preset::parse(preset.as_str()), Some(preset));
        }
        assert_eq!(Preset::parse("salesforce"), None);
    }

    #[test]
    fn no_head_maps_to_a_strangers_number() {
        for preset in [Preset::Default, Preset::CiviCrm] {
            for head in heads(preset) {
                let small = head.to_lowercase();
                assert!(
                    !small.ends_with("id") && !small.contains("contac"),
                    "{head}"
                );
            }
        }
        let with_mail = |head: &&&str| head.contains("mail");
        assert_eq!(heads(Preset::Default).iter().filter(with_mail).count(), 1);
    }

    #[test]
    fn no_two_columns_have_one_head() {
        for preset in Preset::ALL {
            let mut all = heads(preset);
            let many = all.len();
            all.sort_unstable();
            all.dedup();
            assert_eq!(all.len(), many, "{preset:?}");
        }
    }

    #[test]
    fn nationbuilder_is_refused_without_what_says_who_opted_in() {
        let refused = Preset::NationBuilder.columns(&[Column::FullName]);
        assert_eq!(refused.unwrap_err().key, "error-column-opt-in");
        assert!(Preset::NationBuilder.columns(&Column::MINIMAL).is_ok());
        assert!(
            Preset::CiviCrm.columns(&[Column::FullName]).is_err(),
            "nothing is left"
        );
    }

    #[test]
    fn what_is_delivered_has_no_address() {
        let wanted = ["name", "place", "role", "affiliation", "reason"];
        assert_eq!(heads(Preset::Delivery), wanted);
        let ticked = Preset::Delivery.columns(&[Column::Email]).unwrap();
        assert_eq!(ticked.len(), wanted.len());
    }
}
