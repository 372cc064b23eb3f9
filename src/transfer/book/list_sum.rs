//! The sum of a list of names, which whoever has the book can make anew: SHA-256 over a line for each name, in the order of the book. A line
//! is the name, a tab, what stands below the name, and a line feed, in UTF-8 and NFC.

use crate::base::texts::unicode::nfc;
use crate::transfer::write::hex;
use sha2::{Digest, Sha256};

/// The sum so far.
#[derive(Default)]
pub(super) struct ListSum(Sha256);

impl ListSum {
    /// One name more.
    pub(super) fn add(&mut self, name: &str, detail: &str) {
        self.0.update(line(name, detail).as_bytes());
    }

    /// In small hexadecimal letters.
    pub(super) fn done(self) -> String {
        hex(&self.0.finalize())
    }
}

/// A name in the text the sum is made of. What would end a line or a column is a blank.
fn line(name: &str, detail: &str) -> String {
    let part = |text: &str| {
        let text = nfc(text);
        text.chars()
            .map(|c| if c.is_control() { ' ' } else { c })
            .collect::<String>()
    };
    format!("{}\t{}\n", part(name), part(detail))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_is_a_line_for_each_name() {
        assert_eq!(line("Ame\u{301}lie", "School"), "Amélie\tSchool\n");
        assert_eq!(line("a\nb\tc", ""), "a b c\t\n");
        let mut sum = ListSum::default();
        sum.add("Amara Osei", "Harlow University");
        sum.add("Sam Rivers", "");
        // printf 'Amara Osei\tHarlow University\nSam Rivers\t\n' | sha256sum
        assert_eq!(sum.done(), KNOWN);
        assert_eq!(
            ListSum::default().done(),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        );
    }

    const KNOWN: &str = "544286bf66c81969ccf2ab73a11d4af62c818fa1ebfd7f1f5dcce7e7d77d9ca2";
}
