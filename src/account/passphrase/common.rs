//! Passphrases that are guessed first: lists of leaks, and what everybody thinks of.

use crate::base::fold;
use std::collections::HashSet;

/// 21,521 entries, of which 11,608 have 12 characters or more: ASVS 6.2.4 asks for 3,000 that our rule would let pass.
const LIST: &str = include_str!("common-passwords.txt");
/// Shorter context words stand in too many honest sentences.
const SHORTEST_WORD: usize = 4;
/// So many characters must be left when the words anybody would try for this account are taken out.
const LEFT_OVER: usize = 8;
/// Fewer different characters are a pattern, not a passphrase.
const FEWEST_DIFFERENT: usize = 5;

/// What is guessed first.
pub struct Common {
    words: Vec<&'static str>,
}

impl Common {
    /// Reads the list that is built in.
    #[must_use]
    pub fn load() -> Self {
        let words = LIST.lines().filter(|line| !line.starts_with('#'));
        Self {
            words: words.collect(),
        }
    }

    /// Whether this is guessed early: a password of the list, two of them side by side, few different characters, or a
    /// straight run such as `abcdefghijkl`. Capitals and accents make no difference.
    #[must_use]
    pub fn guesses(&self, typed: &str) -> bool {
        let text = fold(typed);
        let different: HashSet<char> = text.chars().collect();
        different.len() < FEWEST_DIFFERENT
            || is_run(&text)
            || self.lists(&text)
            || text.char_indices().any(|(at, _)| {
                let (head, tail) = text.split_at(at);
                self.lists(head) && self.lists(tail)
            })
    }

    fn lists(&self, text: &str) -> bool {
        self.words.binary_search(&text).is_ok()
    }
}

/// Every character is as far from the one before it as the second from the first, by one at most.
fn is_run(text: &str) -> bool {
    let steps: HashSet<i64> = text
        .chars()
        .zip(text.chars().skip(1))
        .map(|(one, next)| i64::from(u32::from(next)) - i64::from(u32::from(one)))
        .collect();
    steps.len() == 1 && steps.iter().all(|step| step.abs() <= 1)
}

/// Whether there is little left when the words of these texts (site, organization, name, address) are taken out: they
/// are tried first against this very account (ASVS 6.2.11).
#[must_use]
pub(crate) fn leans_on(typed: &str, context: &[&str]) -> bool {
    let mut rest = fold(typed);
    let before = rest.chars().count();
    for text in context {
        let folded = fold(text);
        let mut words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).collect();
        words.push(&folded);
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        for word in words {
            if word.chars().count() >= SHORTEST_WORD {
                rest = rest.replace(word, "");
            }
        }
    }
    let left = rest.chars().filter(|c| c.is_alphanumeric()).count();
    rest.chars().count() < before && left < LEFT_OVER
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_long_enough() {
        let common = Common::load();
        assert!(common.words.is_sorted());
        let long = common.words.iter().filter(|word| word.len() >= 12).count();
        assert!(long >= 3000, "{long}");
    }

    #[test]
    fn what_is_guessed_first_is_known() {
        let common = Common::load();
        for guessed in [
            "123456789012",
            "1qaz2wsx3edc",
            "Administrator",
            "UNBELIEVABLE",
            "passwordpassword",
            "Password123456",
            "iloveyoudragon",
            "abcdefghijklmnop",
            "zyxwvutsrqponm",
            "aaaaaaaaaaaa",
            "121212121212",
            "abcabcabcabc",
            "            ",
        ] {
            assert!(common.guesses(guessed), "{guessed}");
        }
        for unheard in [
            "the heron waits at noon",
            "vellum orchard tram",
            "Ünïcödé Pässphräse",
            "雨の日は本を読む静かな図書館",
            "9f3kQ!x7Lm2p",
        ] {
            assert!(!common.guesses(unheard), "{unheard}");
        }
    }

    #[test]
    fn words_of_the_account_do_not_make_a_passphrase() {
        let context = [
            "Library Workers United",
            "ana.lopez@example.org",
            "Ana López",
            "petitions.example.org",
        ];
        for leaning in [
            "LibraryWorkers2026",
            "library workers!",
            "ana.lopez@example.org",
            "Lopez-Lopez-Lopez",
            "petitions1234",
        ] {
            assert!(leans_on(leaning, &context), "{leaning}");
        }
        for standing in [
            "the heron waits at noon",
            "our library smells of rain and toast",
        ] {
            assert!(!leans_on(standing, &context), "{standing}");
        }
        assert!(!leans_on("anything at all", &[]));
    }
}
