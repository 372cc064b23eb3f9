//! One backup: a copy as it is, or one that is encrypted.

use super::age_file::{self, Recipients};
use super::file_name;
use super::keep::sweep;
use super::setting::BackupSetting;
use crate::base::Time;
use crate::db::{self, Failure, Target, Writing};
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

/// What is not encrypted yet, in the data folder, where the database itself lies open to the same readers.
const PLAIN: &str = "backup-unencrypted.db";
/// Held by whoever writes it.
const LOCK: &str = "backup.lock";

/// Makes the backup of `now` in the folder of the settings. Returns where it lies. Blocks.
///
/// # Errors
/// One line for the operator; nothing half-written stays.
pub(super) fn make(
    from: &Target,
    (setting, data): (&BackupSetting, &Path),
    writing: &Writing,
    now: Time,
) -> Result<PathBuf, Failure> {
    if setting.is_own {
        let made = fs::DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(&setting.to);
        made.map_err(|error| broken(&setting.to, &error))?;
    }
    sweep(&setting.to);
    let place = setting
        .to
        .join(file_name::of(now, !setting.recipients.is_empty()));
    match setting.recipients.is_empty() {
        true => db::backup(from, &Target::Sqlite(place.clone()), writing, now)?,
        false => encrypted(from, (&place, data), &setting.recipients, writing, now)?,
    }
    Ok(place)
}

/// Whether a backup to this place is to be encrypted.
#[must_use]
pub fn is_encrypted_place(place: &Path) -> bool {
    place.to_string_lossy().ends_with(age_file::END)
}

fn broken(place: &Path, error: &io::Error) -> Failure {
    Failure::Broken(format!("backup: cannot write {}: {error}", place.display()))
}

/// Makes a backup that only the holders of these keys can read: first as it is in the data folder, then encrypted at its place, under
/// another name until it is whole and on the disk. Blocks.
///
/// # Errors
/// One line for the operator; nothing half-written stays.
pub fn encrypted(
    from: &Target,
    (place, data): (&Path, &Path),
    recipients: &Recipients,
    writing: &Writing,
    now: Time,
) -> Result<(), Failure> {
    let refuse = |what: &str| Failure::Refused(format!("backup: {} {what}", place.display()));
    if place.symlink_metadata().is_ok() {
        return Err(refuse("exists already"));
    }
    let plain = data.join(PLAIN);
    let lock = open(&data.join(LOCK)).map_err(|error| broken(&plain, &error))?;
    if matches!(lock.try_lock(), Err(TryLockError::WouldBlock)) {
        return Err(refuse(
            "cannot be written: another backup is being encrypted",
        ));
    }
    // What an earlier one left behind when it was killed.
    let _ = fs::remove_file(&plain);
    db::backup(from, &Target::Sqlite(plain.clone()), writing, now)?;
    let part = PathBuf::from(format!("{}{}", place.display(), file_name::PART));
    writing.begins(&plain);
    writing.begins(&part);
    let done = seal(&plain, &part, recipients)
        .and_then(|()| fs::rename(&part, place))
        .and_then(|()| File::open(folder(place))?.sync_all());
    // The part has its name by now, or is to go.
    writing.abandon();
    done.map_err(|error| broken(place, &error))
}

fn seal(plain: &Path, part: &Path, recipients: &Recipients) -> io::Result<()> {
    let mut from = File::open(plain)?;
    let to = open(part)?;
    recipients.encrypt(&mut from, &to)?;
    to.sync_all()
}

/// A file of its owner alone, empty.
fn open(path: &Path) -> io::Result<File> {
    let follow_no_link = rustix::fs::OFlags::NOFOLLOW.bits();
    OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .custom_flags(i32::try_from(follow_no_link).unwrap_or_default())
        .open(path)
}

fn folder(file: &Path) -> &Path {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}
