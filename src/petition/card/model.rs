//! Which card: the number on it, in steps, and a name that only this site can have given.

use crate::base::{Key, Lang};
use crate::count::model::turning_points;
use crate::petition::Petition;
use crate::petition::page::pages::SHOWN_FROM;
use crate::web::PathPiece;

/// Hex digits of the mark of what the card shows.
const MARK: usize = 8;
/// Hex digits of the proof that the name is ours.
const PROOF: usize = 16;

/// The number a card shows: the last step at or below the count; 0 below the first.
///
/// Networks keep a picture by its address and cannot be told that it has changed. Steps are at
/// least 5 % apart and have two digits that count, so that "3,200+" is read at a glance; where the
/// moving goal turns there is a step too.
#[must_use]
pub fn step(counted: i64) -> i64 {
    if counted < SHOWN_FROM {
        return 0;
    }
    let mut step = SHOWN_FROM;
    loop {
        let next = after(step);
        if next > counted {
            break;
        }
        step = next;
    }
    let turned = turning_points().take_while(|at| *at <= counted).last();
    turned.map_or(step, |at| at.max(step))
}

/// The step after this one: 5 % more, rounded up to two digits that count.
fn after(step: i64) -> i64 {
    let least = step.saturating_add(step / 20).saturating_add(1);
    let mut unit = 1_i64;
    while least / unit >= 100 {
        unit = unit.saturating_mul(10);
    }
    least
        .div_euclid(unit)
        .saturating_add(i64::from(least.rem_euclid(unit) > 0))
        .saturating_mul(unit)
}

/// The name of a card in its address: `3200-` and 24 hex digits.
///
/// The digits are a mark of what the card shows, so that a changed title has another address, and
/// a proof that this site made the name. An old name goes on working, and nobody can ask for cards
/// that were never on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardName {
    /// The number it was made with.
    pub count: i64,
    mark: String,
    proof: String,
}

impl CardName {
    /// The name of a card of this petition and language that shows what `content` holds.
    #[must_use]
    pub fn make(key: &Key, petition: &Petition, lang: Lang, count: i64, content: &[u8]) -> Self {
        let mark = hex(&key.mac(&[b"mark\0", content]), MARK);
        let proof = proof(key, petition, lang, count, &mark);
        Self { count, mark, proof }
    }

    /// Whether this site made the name for this petition and language.
    #[must_use]
    pub fn is_ours(&self, key: &Key, petition: &Petition, lang: Lang) -> bool {
        let right = proof(key, petition, lang, self.count, &self.mark);
        subtle::ConstantTimeEq::ct_eq(right.as_bytes(), self.proof.as_bytes()).into()
    }
}

impl std::fmt::Display for CardName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{}{}", self.count, self.mark, self.proof)
    }
}

impl PathPiece for CardName {
    const NAME: &'static str = "card";

    fn read(text: &str) -> Option<Self> {
        let (count, hash) = text.split_once('-')?;
        let is_hex = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
        if hash.len() != MARK + PROOF || !hash.bytes().all(is_hex) {
            return None;
        }
        let (mark, proof) = hash.split_at_checked(MARK)?;
        let read: i64 = count.parse().ok()?;
        // One spelling each: no sign, no zeros in front.
        (read >= 0 && read.to_string() == count).then(|| Self {
            count: read,
            mark: mark.to_owned(),
            proof: proof.to_owned(),
        })
    }
}

fn proof(key: &Key, petition: &Petition, lang: Lang, count: i64, mark: &str) -> String {
    let tag = key.mac(&[
        b"proof\0",
        petition.id.as_bytes(),
        lang.as_str().as_bytes(),
        b"\0",
        &count.to_be_bytes(),
        mark.as_bytes(),
    ]);
    hex(&tag, PROOF)
}

fn hex(bytes: &[u8], digits: usize) -> String {
    let all: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    all.chars().take(digits).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_step_is_read_at_a_glance() {
        for (counted, shown) in [
            (0, 0),
            (24, 0),
            (25, 25),
            (26, 25),
            (27, 27),
            (89, 87),
            (90, 90),
            (3_214, 3_200),
            (3_599, 3_400),
            (3_600, 3_600),
            (1_000_000, 960_000),
        ] {
            assert_eq!(step(counted), shown, "{counted}");
        }
    }

    proptest! {
        #[test]
        fn steps_never_run_ahead_and_stay_near(counted in 25_i64..50_000_000) {
            let step = step(counted);
            prop_assert!(step <= counted);
            prop_assert!(counted - step <= step * 16 / 100 + 1, "{counted} is far from {step}");
        }

        #[test]
        fn steps_grow(counted in 0_i64..5_000_000, more in 0_i64..100_000) {
            prop_assert!(step(counted + more) >= step(counted));
        }
    }

    #[test]
    fn what_is_no_name_is_not_read() {
        let hash = "0123456789abcdef01234567";
        assert!(CardName::read(&format!("3200-{hash}")).is_some());
        for wrong in [
            format!("03200-{hash}"),
            format!("+1-{hash}"),
            format!("-1-{hash}"),
            format!("1-{}", hash.to_uppercase()),
            format!("1-{hash}0"),
            format!("1{hash}"),
            format!("99999999999999999999-{hash}"),
            String::new(),
        ] {
            assert!(CardName::read(&wrong).is_none(), "{wrong}");
        }
    }
}
