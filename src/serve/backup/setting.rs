//! Which backups are made by themselves, as the settings say it.

use super::age_file::Recipients;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The folder in the data folder where they lie, where nothing else is said.
const OWN: &str = "backups";
/// As often as it may be.
const OFTEN: u64 = 5 * 60;
/// As seldom.
const SELDOM: u64 = 7 * 24 * 60 * 60;
/// Days they may be kept.
const DAYS: u64 = 3_650;

/// Which backups are made by themselves.
#[derive(Debug, Clone, PartialEq)]
pub struct BackupSetting {
    /// How often; none: by hand only.
    pub every: Option<Duration>,
    /// The folder they lie in.
    pub to: PathBuf,
    /// Whether that is the data folder's own, which is made where it is not there. Another one that is not there may be a disk that is
    /// not mounted.
    pub is_own: bool,
    /// Days that each is kept. Signers read this number.
    pub keep_days: u64,
    /// For whose keys they are encrypted; as they are where there is none.
    pub recipients: Recipients,
    /// A program that is run behind each, with its path as the only argument.
    pub hook: Option<PathBuf>,
}

impl BackupSetting {
    /// Reads what the settings say: how often, where to, days, keys, program.
    ///
    /// # Errors
    /// One line that begins with the name of the setting.
    pub(crate) fn read<'a>(
        said: impl Fn(&str) -> Option<&'a str>,
        data: &Path,
    ) -> Result<Self, String> {
        let to = said("backup-to").map(PathBuf::from);
        let keep_days = said("backup-keep").unwrap_or("7").parse::<u64>();
        let keep_days = keep_days.ok().filter(|days| (1..=DAYS).contains(days));
        let recipients = Recipients::parse(said("backup-recipient").unwrap_or_default())
            .map_err(|wrong| format!("backup-recipient: {wrong}"))?;
        let setting = Self {
            every: every(said("backup-every").unwrap_or("off"))?,
            is_own: to.is_none(),
            to: to.unwrap_or_else(|| data.join(OWN)),
            keep_days: keep_days
                .ok_or_else(|| format!("backup-keep: must be a number of days, 1 to {DAYS}"))?,
            recipients,
            hook: said("backup-hook").map(PathBuf::from),
        };
        if setting.hook.is_some() && setting.recipients.is_empty() {
            return Err(
                "backup-hook: a backup holds every name and address, and leaves this machine encrypted or not at all: set \
                 backup-recipient to the public key that age-keygen prints"
                    .to_owned(),
            );
        }
        Ok(setting)
    }
}

/// `off`, or a number of minutes, hours or days such as `90m`, `6h`, `1d`.
fn every(text: &str) -> Result<Option<Duration>, String> {
    if text == "off" {
        return Ok(None);
    }
    let unit = |end: char, seconds: u64| {
        let number = text.strip_suffix(end)?.parse::<u64>().ok()?;
        number.checked_mul(seconds)
    };
    let seconds = unit('m', 60)
        .or_else(|| unit('h', 60 * 60))
        .or_else(|| unit('d', 24 * 60 * 60));
    seconds
        .filter(|seconds| (OFTEN..=SELDOM).contains(seconds))
        .map(|seconds| Some(Duration::from_secs(seconds)))
        .ok_or_else(|| {
            "backup-every: must be off, or minutes, hours or days such as 90m, 6h or 1d, from 5m to 7d".to_owned()
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_often_is_said_in_minutes_hours_or_days() {
        for (text, seconds) in [("5m", 300), ("90m", 5_400), ("6h", 21_600), ("7d", 604_800)] {
            assert_eq!(
                every(text),
                Ok(Some(Duration::from_secs(seconds))),
                "{text}"
            );
        }
        assert_eq!(every("off"), Ok(None));
        for text in [
            "",
            "4m",
            "8d",
            "6",
            "h",
            "-1h",
            "6 h",
            "1w",
            "99999999999999999999d",
        ] {
            assert!(
                every(text).unwrap_err().starts_with("backup-every: "),
                "{text}"
            );
        }
    }

    #[test]
    fn nothing_leaves_the_machine_as_it_is() {
        let key = age::x25519::Identity::generate().to_public().to_string();
        let read = |pairs: &[(&str, &str)]| {
            let said = |name: &str| {
                pairs
                    .iter()
                    .find(|(one, _)| *one == name)
                    .map(|(_, text)| *text)
            };
            BackupSetting::read(said, Path::new("data"))
        };
        let usual = read(&[]).unwrap();
        assert_eq!(
            (usual.every, usual.keep_days, usual.is_own),
            (None, 7, true)
        );
        assert_eq!(usual.to, Path::new("data/backups"));
        let told = read(&[("backup-hook", "/bin/send")]).unwrap_err();
        assert!(
            told.starts_with("backup-hook: ") && told.contains("backup-recipient"),
            "{told}"
        );
        assert!(read(&[("backup-hook", "/bin/send"), ("backup-recipient", &key)]).is_ok());
        for wrong in ["0", "3651", "week", "-1"] {
            let told = read(&[("backup-keep", wrong)]).unwrap_err();
            assert!(told.starts_with("backup-keep: "), "{told}");
        }
    }
}
