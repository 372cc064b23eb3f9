//! What a backup of before would bring back: a file of ids beside the secrets, one line for each person who had something deleted.
//! Whoever restores a backup goes over it, so that who was erased stays erased. No address and no name is in it.

use super::id::Id;
use super::time::Time;
use parking_lot::Mutex;
use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::sync::Arc;

/// What somebody had done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gone {
    /// All details of a signature deleted.
    Erased,
    /// A signature taken back.
    Withdrawn,
    /// A signature that was taken back, and counts again.
    Returned,
    /// No more mail about it.
    Unsubscribed,
    /// A form that somebody else had filled in with their address.
    NotMe,
    /// An organization's signature taken back, its contact deleted.
    OrganizationWithdrawn,
}

impl Gone {
    /// The word in the file; never changed, because files outlive programs.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Erased => "erased",
            Self::Withdrawn => "withdrawn",
            Self::Returned => "returned",
            Self::Unsubscribed => "unsubscribed",
            Self::NotMe => "not-me",
            Self::OrganizationWithdrawn => "organization-withdrawn",
        }
    }
}

/// The file, open for its end. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct GoneLog(Option<Arc<Mutex<File>>>);

impl GoneLog {
    /// Opens the file; makes it with mode 0600 where there is none. Instances that share the secrets' folder share it: each line is
    /// one write at the end.
    ///
    /// # Errors
    /// What the disk says.
    pub fn open(path: &Path) -> io::Result<Self> {
        let file = OpenOptions::new()
            .append(true)
            .create(true)
            .mode(0o600)
            .open(path)?;
        Ok(Self(Some(Arc::new(Mutex::new(file)))))
    }

    /// Notes what was done to whom, on the disk when this returns. Call it last in the transaction that does it, before the commit:
    /// a line too many deletes what somebody asked to have deleted, a line that is missing brings it back. Blocks.
    ///
    /// # Errors
    /// What the disk says. Nobody is to be refused for that: their details are deleted all the same, and the operator is told.
    pub(crate) fn note<T>(&self, what: Gone, id: Id<T>, now: Time) -> io::Result<()> {
        let Some(file) = &self.0 else {
            return Ok(());
        };
        let line = format!("{} {} {id}\n", now.micros(), what.as_str());
        let mut file = file.lock();
        file.write_all(line.as_bytes())?;
        file.sync_data()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn each_line_is_on_the_disk_and_nobody_elses_and_two_instances_share_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("gone.log");
        let one = GoneLog::open(&path).unwrap();
        let two = GoneLog::open(&path).unwrap();
        let (sam, ana) = (Id::<()>::from_bytes([1; 16]), Id::<()>::from_bytes([2; 16]));
        one.note(Gone::Erased, sam, Time::from_micros(5)).unwrap();
        two.note(Gone::NotMe, ana, Time::from_micros(6)).unwrap();
        one.clone()
            .note(Gone::Withdrawn, ana, Time::from_micros(7))
            .unwrap();
        let mode = path.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600);
        let written = std::fs::read_to_string(&path).unwrap();
        let expected = format!("5 erased {sam}\n6 not-me {ana}\n7 withdrawn {ana}\n");
        assert_eq!(written, expected);
        GoneLog::default()
            .note(Gone::Erased, sam, Time::from_micros(8))
            .unwrap();
    }
}
