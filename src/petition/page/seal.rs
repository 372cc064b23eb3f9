//! The seal of an organization: its first letters in a circle.

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
