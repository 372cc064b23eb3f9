//! Signed times in forms, and the field that only programs fill in.
//!
//! A stamp says when a form was handed out: `seconds.mac`. It is no secret and no session; it lets
//! us see that a form came back faster than a person types, or a day later.

use crate::base::time::{hours, seconds};
use crate::base::{Key, Time};
use crate::web::answers::error::Error;
use std::time::Duration;

/// Bytes of the MAC that are kept: enough that a stamp is cheaper to fetch than to guess.
const MAC: usize = 12;

/// A stamp for a form of this purpose handed out now. `about` binds it to what the form is about.
#[must_use]
pub fn make(key: &Key, purpose: &str, about: &[u8], now: Time) -> String {
    let at = now.seconds().to_string();
    format!("{at}.{}", mac(key, purpose, about, &at))
}

/// How long ago the form was handed out; none when the stamp is not ours, not of this purpose, or
/// from the future.
#[must_use]
pub(crate) fn age(
    key: &Key,
    purpose: &str,
    about: &[u8],
    stamp: &str,
    now: Time,
) -> Option<Duration> {
    let (at, tag) = stamp.split_once('.')?;
    let right =
        subtle::ConstantTimeEq::ct_eq(mac(key, purpose, about, at).as_bytes(), tag.as_bytes());
    if !bool::from(right) {
        return None;
    }
    let at: i64 = at.parse().ok()?;
    let age = now.seconds().checked_sub(at)?;
    u64::try_from(age).ok().map(seconds)
}

/// Whether a page that asks before it acts is one of ours, for this purpose, and of the last hour.
///
/// # Errors
/// 409 when it is not: the page has to be opened again.
pub(crate) fn recent(
    key: &Key,
    purpose: &str,
    about: &[u8],
    stamp: &str,
    now: Time,
) -> Result<(), Error> {
    match age(key, purpose, about, stamp, now) {
        Some(age) if age <= hours(1) => Ok(()),
        _ => Err(Error::CONFLICT.saying("problem-409-page-old")),
    }
}

fn mac(key: &Key, purpose: &str, about: &[u8], at: &str) -> String {
    let tag = key.mac(&[purpose.as_bytes(), b"\0", about, b"\0", at.as_bytes()]);
    tag.iter()
        .take(MAC)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// Names that a program takes for something worth filling in.
const PLAUSIBLE: [&str; 6] = [
    "website",
    "company",
    "fax",
    "middle_name",
    "address2",
    "nickname",
];

/// The name of today's bait field, made of a plausible word and two letters.
#[must_use]
pub fn bait(key: &Key, now: Time) -> String {
    bait_of(key, now.day())
}

/// Whether a field is the bait of some day: a form may have been open for long, and is then taken
/// with a point against it, not refused.
#[must_use]
pub(crate) fn is_bait(name: &str) -> bool {
    name.rsplit_once('_').is_some_and(|(word, end)| {
        PLAUSIBLE.contains(&word)
            && end.len() == 4
            && end.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

fn bait_of(key: &Key, day: i64) -> String {
    let [first, second, third, ..] = key.mac(&[b"bait", &day.to_be_bytes()]);
    let word = PLAUSIBLE
        .get(usize::from(first) % PLAUSIBLE.len())
        .unwrap_or(&"website");
    format!("{word}_{second:02x}{third:02x}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Secrets;

    #[test]
    fn a_stamp_tells_its_age_and_nothing_else_passes() {
        let key = Secrets::for_test().key("stamp");
        let now = Time::from_micros(1_800_000_000_000_000);
        let stamp = make(&key, "sign", b"p", now);
        let later = now.plus(seconds(90));
        assert_eq!(age(&key, "sign", b"p", &stamp, later), Some(seconds(90)));
        assert_eq!(age(&key, "confirm", b"p", &stamp, later), None);
        assert_eq!(age(&key, "sign", b"q", &stamp, later), None);
        assert_eq!(age(&key, "sign", b"p", &stamp, now.minus(seconds(1))), None);
        let (_, tag) = stamp.split_once('.').unwrap();
        assert_eq!(age(&key, "sign", b"p", &format!("1.{tag}"), later), None);
        for strange in ["", ".", "1", "x.y", "-1.00"] {
            assert_eq!(age(&key, "sign", b"p", strange, later), None, "{strange}");
        }
    }

    #[test]
    fn the_bait_changes_at_midnight_and_that_of_every_day_is_known() {
        let key = Secrets::for_test().key("stamp");
        let noon = Time::from_micros(1_800_014_400_000_000);
        let tomorrow = noon.plus(crate::base::time::days(1));
        assert_ne!(bait(&key, noon), bait(&key, tomorrow));
        for day in 0..100 {
            let then = noon.minus(crate::base::time::days(day));
            assert!(is_bait(&bait(&key, then)));
        }
        for other in [
            "name",
            "email",
            "token",
            "website",
            "website_",
            "website_12",
            "state_12ab",
        ] {
            assert!(!is_bait(other), "{other}");
        }
    }
}
