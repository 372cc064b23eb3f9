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
    /// All details of a signature deleted, and it is taken out of the number.
    Erased,
    /// All details of a signature deleted; it goes on counting.
    ErasedCounted,
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
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Erased,
        Self::ErasedCounted,
        Self::Withdrawn,
        Self::Returned,
        Self::Unsubscribed,
        Self::NotMe,
        Self::OrganizationWithdrawn,
    ];

    /// The word in the file; never changed, because files outlive programs.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Erased => "erased",
            Self::ErasedCounted => "erased-counted",
            Self::Withdrawn => "withdrawn",
            Self::Returned => "returned",
            Self::Unsubscribed => "unsubscribed",
            Self::NotMe => "not-me",
            Self::OrganizationWithdrawn => "organization-withdrawn",
        }
    }
}

/// A line of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GoneLine {
    /// When.
    pub at: Time,
    /// What was done.
    pub what: Gone,
    /// To whom: a signature, a form that waited, or an organization's signature.
    pub id: [u8; 16],
}

impl GoneLine {
    fn parse(line: &str) -> Option<Self> {
        let mut parts = line.split(' ');
        let at = Time::from_micros(parts.next()?.parse().ok()?);
        let word = parts.next()?;
        let what = Gone::ALL.into_iter().find(|what| what.as_str() == word)?;
        let id = Id::<Self>::parse(parts.next()?).ok()?;
        let line = Self {
            at,
            what,
            id: *id.as_bytes(),
        };
        parts.next().is_none().then_some(line)
    }

    /// Reads the file, in its order. What was cut off at its end was never done.
    ///
    /// # Errors
    /// One line that names the file and the line in it: a newer program wrote it, or somebody else did.
    pub fn read_all(path: &Path) -> Result<Vec<Self>, String> {
        let at = path.display();
        let text = std::fs::read_to_string(path)
            .map_err(|error| format!("{at}: cannot be read: {error}"))?;
        let whole = text.rfind('\n').map_or(0, |end| end + 1);
        let lines = text.get(..whole).unwrap_or_default().lines().enumerate();
        let read = |(number, line): (usize, &str)| {
            Self::parse(line).ok_or_else(|| {
                format!(
                    "{at} line {}: this program does not know it; use the version that wrote it",
                    number + 1
                )
            })
        };
        lines.map(read).collect()
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
    fn what_was_noted_is_read_and_what_was_cut_off_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("gone.log");
        let log = GoneLog::open(&path).unwrap();
        for (n, what) in Gone::ALL.into_iter().enumerate() {
            let id = Id::<()>::from_bytes([u8::try_from(n).unwrap(); 16]);
            log.note(what, id, Time::from_micros(5)).unwrap();
        }
        let mut text = std::fs::read_to_string(&path).unwrap();
        text.push_str("6 erased 0193");
        std::fs::write(&path, &text).unwrap();
        let read = GoneLine::read_all(&path).unwrap();
        let words: Vec<_> = read.iter().map(|line| line.what).collect();
        assert_eq!(words, Gone::ALL);
        assert_eq!(read[2].id, [2; 16]);
        for wrong in ["6 vanished 0193\n", "erased\n", "\n"] {
            std::fs::write(&path, format!("{}\n{wrong}", text.lines().next().unwrap())).unwrap();
            let told = GoneLine::read_all(&path).unwrap_err();
            assert!(told.contains("gone.log line 2"), "{told}");
        }
    }

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
