//! Whether other accounts of the machine can read what is kept, and whether the data folder can be written.

use super::examined::ExaminedInstallation;
use crate::db::Target;
use crate::site::finding::{Finding, Verdict};
use crate::words::Words;
use rustix::fs::{Access, StatVfsMountFlags, access, statvfs};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

/// What stands open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenPlace {
    /// The folder of everything kept.
    Data,
    /// The file of the database.
    Database,
    /// The key of a certificate that somebody else keeps: its group may read it.
    Key,
}

impl OpenPlace {
    /// Its variant in words.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Data => "data",
            Self::Database => "database",
            Self::Key => "key",
        }
    }

    /// The bits that open it to those who should not read it.
    fn open_bits(self) -> u32 {
        match self {
            Self::Data | Self::Database => 0o077,
            Self::Key => 0o007,
        }
    }
}

/// A file or folder that other accounts can read or write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenToOthers {
    /// What it is.
    pub place: OpenPlace,
    /// Where.
    pub path: PathBuf,
    /// Its permission bits.
    pub mode: u32,
}

/// Which of these stand open, in this order; what is not there is not open. The secrets are not among them: nothing reads them while they are.
#[must_use]
pub fn open_to_others(data: &Path, database: &Target, keys: &[PathBuf]) -> Vec<OpenToOthers> {
    let mut places = vec![(OpenPlace::Data, data)];
    if let Target::Sqlite(file) = database {
        places.push((OpenPlace::Database, file));
    }
    places.extend(keys.iter().map(|key| (OpenPlace::Key, key.as_path())));
    let open = |(place, path): (OpenPlace, &Path)| {
        let mode = std::fs::metadata(path).ok()?.permissions().mode() & 0o777;
        (mode & place.open_bits() != 0).then(|| OpenToOthers {
            place,
            path: path.to_owned(),
            mode,
        })
    };
    places.into_iter().filter_map(open).collect()
}

/// Why nothing can be written in the data folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum NotWritten {
    Missing,
    NoFolder,
    Mounted,
    Mode,
    Account,
}

impl NotWritten {
    /// Its variant in words.
    fn as_str(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::NoFolder => "no-folder",
            Self::Mounted => "mounted",
            Self::Mode => "mode",
            Self::Account => "account",
        }
    }
}

/// Asked without writing. The bits are asked too: whoever may write everywhere is not who serves.
fn not_written(data: &Path) -> Option<NotWritten> {
    let Ok(found) = std::fs::metadata(data) else {
        return Some(NotWritten::Missing);
    };
    if !found.is_dir() {
        return Some(NotWritten::NoFolder);
    }
    let disk = statvfs(data);
    if disk.is_ok_and(|disk| disk.f_flag.contains(StatVfsMountFlags::RDONLY)) {
        return Some(NotWritten::Mounted);
    }
    if found.permissions().mode() & 0o300 != 0o300 {
        return Some(NotWritten::Mode);
    }
    let may = access(data, Access::WRITE_OK | Access::EXEC_OK);
    may.is_err().then_some(NotWritten::Account)
}

/// What is found of them. Blocks.
pub(super) fn examine(installation: &ExaminedInstallation) -> FilesFacts {
    FilesFacts {
        open: open_to_others(
            &installation.data,
            &installation.database,
            &installation.keys,
        ),
        not_written: not_written(&installation.data),
    }
}

/// What was found.
pub(super) struct FilesFacts {
    open: Vec<OpenToOthers>,
    not_written: Option<NotWritten>,
}

impl FilesFacts {
    /// The sentences.
    pub(super) fn told(&self, w: &Words, installation: &ExaminedInstallation) -> Vec<Finding> {
        let open = self.open.iter().map(|one| {
            let told = w.say3(
                "doctor-open",
                "what",
                one.place.as_str(),
                "path",
                one.path.display().to_string(),
                "mode",
                format!("{:03o}", one.mode),
            );
            Finding::new("files", Verdict::Wrong, told)
        });
        let mut all: Vec<_> = open.collect();
        let data = installation.data.display().to_string();
        if let Some(why) = self.not_written {
            let told = w.say2("doctor-data", "why", why.as_str(), "path", data);
            all.push(Finding::new("files", Verdict::Wrong, told));
        }
        if all.is_empty() {
            let told = w.say("doctor-files");
            all.push(Finding::new("files", Verdict::Fine, told));
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::{Permissions, set_permissions, write};

    #[test]
    fn what_stands_open_is_named_with_its_bits_and_what_is_not_there_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let set = |path: &Path, mode| set_permissions(path, Permissions::from_mode(mode)).unwrap();
        let database = Target::Sqlite(at("a.db"));
        let keys = [at("key.pem")];
        let open = || {
            let all = open_to_others(folder.path(), &database, &keys);
            let one = |one: OpenToOthers| (one.place, one.mode);
            all.into_iter().map(one).collect::<Vec<_>>()
        };
        set(folder.path(), 0o700);
        assert_eq!(open(), []);
        write(at("a.db"), "").unwrap();
        write(at("key.pem"), "").unwrap();
        set(&at("a.db"), 0o640);
        set(&at("key.pem"), 0o640);
        assert_eq!(open(), [(OpenPlace::Database, 0o640)]);
        set(&at("key.pem"), 0o644);
        set(folder.path(), 0o750);
        assert_eq!(
            open(),
            [
                (OpenPlace::Data, 0o750),
                (OpenPlace::Database, 0o640),
                (OpenPlace::Key, 0o644)
            ]
        );
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_told_of_whoever_asks() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(not_written(folder.path()), None);
        set_permissions(folder.path(), Permissions::from_mode(0o500)).unwrap();
        assert_eq!(not_written(folder.path()), Some(NotWritten::Mode));
        set_permissions(folder.path(), Permissions::from_mode(0o700)).unwrap();
        let nowhere = folder.path().join("no");
        assert_eq!(not_written(&nowhere), Some(NotWritten::Missing));
        write(&nowhere, "").unwrap();
        assert_eq!(not_written(&nowhere), Some(NotWritten::NoFolder));
    }
}
