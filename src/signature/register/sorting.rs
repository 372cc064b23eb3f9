//! Under which letters a name is sorted: a guess by the customs of the language it was signed in,
//! which an organizer may put right.

use crate::base::texts::text;
use crate::base::{Lang, fold};
use crate::words::Library;

/// Written after a name and no part of it.
const TITLES: &[&str] = &[
    "jr", "sr", "ii", "iii", "iv", "phd", "md", "jd", "esq", "rn", "mls", "mlis", "llm", "llb",
    "dds",
];

/// Belong to the surname behind them. In English lists they begin it ("van Dyke" under V), in Spanish
/// and Portuguese ones they do not count ("de la Cruz" under C).
const PARTICLES: &[&str] = &[
    "af", "al", "av", "bin", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos",
    "du", "e", "el", "ibn", "la", "las", "le", "los", "mac", "st", "ten", "ter", "van", "von", "y",
    "zu",
];

/// The key a name is sorted by: folded, surname first, compared byte by byte; what does not begin
/// with a letter from a to z stands behind all that does. `sorted_as` is what an organizer said
/// instead ("Cruz, María").
#[must_use]
pub(crate) fn sort_key(name: &str, lang: Lang, sorted_as: Option<&str>) -> String {
    let key = match sorted_as {
        Some(said) => plain(said),
        None => guess(&plain(name), lang),
    };
    match key.chars().next() {
        Some(first) if first.is_ascii_lowercase() => text::key(key),
        _ => text::key(format!("~{key}")),
    }
}

/// Folded, and without what stands before the first letter or digit (`'okina`).
fn plain(text: &str) -> String {
    fold(text)
        .trim_start_matches(|c: char| !c.is_alphanumeric())
        .replace(',', "")
}

fn guess(name: &str, lang: Lang) -> String {
    let mut words: Vec<&str> = name.split(' ').filter(|word| !word.is_empty()).collect();
    while words.len() > 2 && words.last().is_some_and(|word| is_title(word)) {
        words.pop();
    }
    // Scripts that do not write Latin letters mostly put the surname first, or have none.
    if !words
        .iter()
        .all(|word| word.chars().any(|c| c.is_ascii_lowercase()))
    {
        return words.join(" ");
    }
    let order = Library::name_order(lang);
    let surnames = match order.surnames {
        1 => last(&words),
        _ => two(&words),
    };
    let (given, surname) = words.split_at_checked(surnames).unwrap_or((&words, &[]));
    let is_apart = |word: &&&str| order.particles_apart && is_particle(word);
    let surname: Vec<&str> = surname.iter().skip_while(is_apart).copied().collect();
    [surname.join(" "), given.join(" ")]
        .join(" ")
        .trim()
        .to_owned()
}

fn is_title(word: &str) -> bool {
    TITLES.contains(&word.replace('.', "").as_str())
}

fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word)
}

/// Where the surname begins: the last word, with the particles before it. The first word is never
/// part of it.
fn last(words: &[&str]) -> usize {
    begin(words, words.len().saturating_sub(1))
}

/// Two surnames where there are three words or more, each with its particles.
fn two(words: &[&str]) -> usize {
    let second = last(words);
    let given_and_first = words.get(..second).unwrap_or_default();
    if given_and_first.len() < 2 {
        return second;
    }
    let first = last(given_and_first);
    if first == 0 { second } else { first }
}

fn begin(words: &[&str], mut at: usize) -> usize {
    while at > 1 && words.get(at - 1).is_some_and(|word| is_particle(word)) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn en(name: &str) -> String {
        sort_key(name, Lang::EN, None)
    }

    fn es(name: &str) -> String {
        sort_key(name, Lang::ES, None)
    }

    #[test]
    fn english_names_stand_under_their_last_word() {
        for (name, key) in [
            ("Ruth Bader Ginsburg", "ginsburg ruth bader"),
            ("Martin Luther King, Jr.", "king martin luther"),
            ("Dick van Dyke", "van dyke dick"),
            ("Aaliyah", "aaliyah"),
            ("Kealiʻi Kaʻōpua", "ka'opua keali'i"),
            ("Iñaki Ørsted", "orsted inaki"),
            ("Jo Smith-Jones PhD", "smith-jones jo"),
            ("Sam Jr", "jr sam"),
        ] {
            assert_eq!(en(name), key);
        }
    }

    #[test]
    fn spanish_names_have_two_surnames_and_particles_do_not_count() {
        for (name, key) in [
            ("Lucía Fernández Prieto", "fernandez prieto lucia"),
            ("María José de la Cruz Núñez", "cruz nunez maria jose"),
            ("Ana Ruiz", "ruiz ana"),
            ("Inés", "ines"),
            ("José Ortega y Gasset", "ortega y gasset jose"),
        ] {
            assert_eq!(es(name), key);
        }
    }

    #[test]
    fn portuguese_names_stand_under_the_last_surname_without_its_particles() {
        let brazil = Lang::parse("pt-BR").unwrap();
        for (name, key) in [
            ("João da Silva", "silva joao"),
            (
                "Maria Clara dos Santos Souza",
                "souza maria clara dos santos",
            ),
            ("Conceição Evaristo", "evaristo conceicao"),
        ] {
            assert_eq!(sort_key(name, brazil, None), key);
        }
    }

    #[test]
    fn other_scripts_stand_as_they_are_written_behind_the_latin_ones() {
        assert_eq!(en("王小明"), "~王小明");
        assert!(en("عائشة محمد").starts_with('~'));
        assert!(en("Zoë Zyx") < en("王小明"));
        assert_eq!(super::super::model::letter(&en("7even")), '~');
    }

    #[test]
    fn an_organizer_knows_better() {
        assert_eq!(
            sort_key("Sor Juana Inés de la Cruz", Lang::ES, Some("Juana Inés")),
            "juana ines"
        );
    }
}
