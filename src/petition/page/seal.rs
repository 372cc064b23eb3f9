//! The seal of an organization: its logo, or its first letters in a circle.

use crate::web::pictures::name::LogoName;

/// A logo where the seal stands.
#[derive(Clone, Debug)]
pub struct SealLogo {
    /// Its address.
    pub src: String,
    /// Pixels across, as it is shown.
    pub width: i32,
    /// Pixels down.
    pub height: i32,
}

impl SealLogo {
    /// This logo, which is at `src`.
    #[must_use]
    pub(crate) fn of(name: &LogoName, src: String) -> Self {
        Self {
            src,
            width: name.shown_width(),
            height: name.shown_height(),
        }
    }
}

/// The first letters of the first two words that begin with a letter or a digit.
#[must_use]
pub(crate) fn initials(organization: &str) -> String {
    organization
        .split_whitespace()
        .filter_map(|word| word.chars().find(|letter| letter.is_alphanumeric()))
        .take(2)
        .collect::<String>()
        .to_uppercase()
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn the_first_letters_of_two_words() {
        for (name, letters) in [
            ("Open Docket Coalition", "OD"),
            ("«La Cosecha» de Calder", "LC"),
            ("Ñandú", "Ñ"),
            ("— 350 Calder Bay", "3C"),
            ("الحملة الوطنية", "اا"),
            ("", ""),
        ] {
            assert_eq!(initials(name), letters);
        }
    }
}
