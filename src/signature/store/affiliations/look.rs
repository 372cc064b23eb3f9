//! What looks alike: case and accents are folded already, so what is left are the other signs.

/// What a folded spelling looks like: letters and digits, other signs as spaces between words or, inside of one, as nothing.
#[must_use]
pub fn alike(key: &str) -> String {
    let mut plain = String::with_capacity(key.len());
    let mut is_apart = false;
    for character in key.chars() {
        match character {
            '.' | '\'' => {}
            _ if character.is_alphanumeric() => {
                if is_apart && !plain.is_empty() {
                    plain.push(' ');
                }
                is_apart = false;
                plain.push(character);
            }
            _ => is_apart = true,
        }
    }
    match plain.is_empty() {
        true => key.to_owned(),
        false => plain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::fold;

    #[test]
    fn signs_and_spaces_make_no_difference_and_numbers_do() {
        let look = |text: &str| alike(&fold(text));
        for (one, other) in [
            ("Universidad de Cádiz", "UNIVERSIDAD  DE CADIZ."),
            ("St. Mary's", "St Mary’s"),
            ("U.C.L.A.", "ucla"),
            ("Harlow University", "“Harlow-University”"),
            ("Łódź, Uniwersytet", "Lodz Uniwersytet"),
        ] {
            assert_eq!(look(one), look(other), "{one}");
        }
        for (one, other) in [
            ("Paris 1", "Paris 12"),
            ("Paris 1 2", "Paris 12"),
            ("Merton", "Merton Law"),
            ("...", "---"),
        ] {
            assert_ne!(look(one), look(other), "{one}");
        }
    }
}
