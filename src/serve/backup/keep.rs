//! Which backups of a folder are over.

use super::file_name;
use super::setting::BackupSetting;
use crate::base::Time;
use crate::base::time::days;
use std::fs;
use std::path::{Path, PathBuf};

/// Everything in the folder that this says yes to.
fn found(folder: &Path, is_meant: impl Fn(&Path) -> bool) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let paths = entries.map(|entry| entry.path());
    paths.filter(|path| is_meant(path)).collect()
}

fn moment(path: &Path) -> Option<Time> {
    file_name::moment(path.file_name()?.to_str()?)
}

/// Takes away what somebody left half-written who was killed. Whoever calls is the only one who writes here.
pub(super) fn sweep(folder: &Path) {
    for part in found(folder, file_name::is_part) {
        let _ = fs::remove_file(part);
    }
}

/// Deletes the backups that were kept long enough; never the newest, however old it is. What cannot be deleted is told of.
///
/// # Errors
/// What the disk says of the first.
pub(super) fn delete_old(setting: &BackupSetting, now: Time) -> std::io::Result<()> {
    let before = now.minus(days(setting.keep_days));
    let all = found(&setting.to, |path| moment(path).is_some());
    let newest = all.iter().filter_map(|path| moment(path)).max();
    let is_over = |path: &&PathBuf| {
        let at = moment(path);
        at < Some(before) && at < newest
    };
    let mut failed = None;
    for old in all.iter().filter(is_over) {
        if let Err(error) = fs::remove_file(old) {
            failed.get_or_insert(error);
        }
    }
    failed.map_or(Ok(()), Err)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::serve::backup::age_file::Recipients;
    use std::collections::BTreeSet;

    #[test]
    fn what_is_over_goes_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let setting = BackupSetting {
            every: None,
            to: folder.path().to_owned(),
            is_own: true,
            keep_days: 7,
            recipients: Recipients::default(),
            hook: None,
        };
        let names = || -> BTreeSet<String> {
            let all = found(folder.path(), |_| true);
            let name = |path: PathBuf| path.file_name().unwrap().to_str().unwrap().to_owned();
            all.into_iter().map(name).collect()
        };
        for name in [
            "undersigned-20261101T000000Z.db",
            "undersigned-20261102T000000Z.db.age",
            "undersigned-20261108T000001Z.db",
            "undersigned-20261103T000000Z.db.part",
            "undersigned-20261103T000000Z.db.part-wal",
            "by-hand.db",
            "letter.part",
        ] {
            fs::write(folder.path().join(name), "x").unwrap();
        }
        sweep(folder.path());
        assert_eq!(names().len(), 5);
        delete_old(&setting, Time::parse("2026-11-15T00:00:00Z").unwrap()).unwrap();
        let kept = [
            "by-hand.db",
            "letter.part",
            "undersigned-20261108T000001Z.db",
        ];
        assert_eq!(names(), kept.map(str::to_owned).into());
        // nobody made one for a year: what there is stays
        delete_old(&setting, Time::parse("2027-11-15T00:00:00Z").unwrap()).unwrap();
        assert_eq!(names().len(), 3);
    }
}
