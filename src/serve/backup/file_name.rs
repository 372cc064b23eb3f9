//! What a backup is called that was made by itself: by its moment, so that names sort by age.

use super::age_file;
use crate::base::Time;
use std::path::Path;

const BEGIN: &str = "undersigned-";
const END: &str = ".db";
/// Behind the name of one that is being written.
pub(super) const PART: &str = ".part";

/// `undersigned-20261130T123000Z.db`, with `.age` behind it where it is encrypted.
pub(super) fn of(at: Time, is_encrypted: bool) -> String {
    let second = Time::from_micros(at.seconds().saturating_mul(1_000_000)).rfc3339();
    let written = second.replace(['-', ':'], "");
    let end = if is_encrypted { age_file::END } else { "" };
    format!("{BEGIN}{written}{END}{end}")
}

/// The moment a name says; none where it is no name of a backup.
pub(super) fn moment(name: &str) -> Option<Time> {
    let name = name.strip_suffix(age_file::END).unwrap_or(name);
    let written = name.strip_prefix(BEGIN)?.strip_suffix(END)?;
    let part = |from: usize, to: usize| written.get(from..to);
    let (day, clock) = (part(0, 8)?, part(8, 16)?);
    let two = |text: &str, at: usize| text.get(at..at + 2).map(str::to_owned);
    let text = format!(
        "{}-{}-{}T{}:{}:{}Z",
        day.get(0..4)?,
        two(day, 4)?,
        two(day, 6)?,
        two(clock, 1)?,
        two(clock, 3)?,
        two(clock, 5)?
    );
    let at = Time::parse(&text).ok()?;
    (of(at, false) == format!("{BEGIN}{written}{END}")).then_some(at)
}

/// Whether a file is a part of a backup, or what SQLite keeps beside one: what somebody left who was killed.
pub(super) fn is_part(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str());
    let before = name.and_then(|name| name.split_once(PART));
    before.is_some_and(|(name, _)| moment(name).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_its_moment() {
        let at = Time::parse("2026-11-30T12:30:05.25Z").unwrap();
        let second = Time::parse("2026-11-30T12:30:05Z").unwrap();
        assert_eq!(of(at, false), "undersigned-20261130T123005Z.db");
        assert_eq!(of(at, true), "undersigned-20261130T123005Z.db.age");
        assert_eq!(moment(&of(at, true)), Some(second));
        assert_eq!(moment(&of(at, false)), Some(second));
        for other in [
            "undersigned.db",
            "undersigned-20261330T123005Z.db",
            "undersigned-20261130T123005Z.db.gz",
            "undersigned-20261130 123005Z.db",
            "mine-20261130T123005Z.db",
            "undersigned-é.db",
        ] {
            assert_eq!(moment(other), None, "{other}");
        }
        assert!(is_part(Path::new(
            "/a/undersigned-20261130T123005Z.db.part-wal"
        )));
        assert!(is_part(Path::new(
            "undersigned-20261130T123005Z.db.age.part"
        )));
        assert!(!is_part(Path::new("letters.part")));
    }
}
