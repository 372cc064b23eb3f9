//! What the settings say of this installation, as far as its operator reads it in the console: never a password.

use crate::base::Time;
use crate::site::certificate_state::HttpsState;
use std::path::{Path, PathBuf};

/// The settings that the operator's pages tell of.
#[derive(Debug, Clone)]
pub struct Installation {
    /// The folder of everything kept; none where nobody said.
    pub data: Option<PathBuf>,
    /// Since when this instance runs.
    pub started_at: Time,
    /// How it stands with the certificate; none where a proxy ends TLS, or nobody.
    pub https: Option<HttpsState>,
}

/// Space of a disk, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DiskSpace {
    /// What may still be written.
    pub free: u64,
    /// How much there is.
    pub all: u64,
}

/// Less than so much is little, whatever the disk.
const LITTLE: u64 = 1_000_000_000;
/// So many hundredths of a disk are little.
const LITTLE_OF_ALL: u64 = 5;

impl DiskSpace {
    /// Of the disk that a folder is on; none where it cannot be asked. Blocks.
    pub(super) fn below(folder: &Path) -> Option<Self> {
        let found = rustix::fs::statvfs(folder).ok()?;
        Some(Self {
            free: found.f_bavail.saturating_mul(found.f_frsize),
            all: found.f_blocks.saturating_mul(found.f_frsize),
        })
    }

    /// Whether somebody should make space (reliability 9.4).
    #[must_use]
    pub fn is_little(self) -> bool {
        self.free < LITTLE || self.free < self.all / 100 * LITTLE_OF_ALL
    }
}

impl Installation {
    /// One of which nothing was said but when it was started.
    #[must_use]
    pub fn since(started_at: Time) -> Self {
        Self {
            data: None,
            started_at,
            https: None,
        }
    }

    /// How full the disk of the data folder is; none where it cannot be asked. Blocks.
    #[must_use]
    pub fn disk_space(&self) -> Option<DiskSpace> {
        DiskSpace::below(self.data.as_deref()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn little_is_less_than_a_gigabyte_or_a_twentieth() {
        let space = |free, all| DiskSpace { free, all };
        let giga = 1_000_000_000;
        assert!(!space(giga, 20 * giga).is_little());
        assert!(space(giga - 1, 2 * giga).is_little());
        assert!(space(4 * giga, 100 * giga).is_little());
        assert!(!space(5 * giga, 100 * giga).is_little());
    }

    #[test]
    fn the_disk_of_a_folder_is_asked() {
        let mut here = Installation::since(Time::from_micros(0));
        assert_eq!(here.disk_space(), None);
        here.data = Some(std::env::temp_dir());
        assert!(here.disk_space().is_some_and(|space| space.all > 0));
    }
}
