//! Whether the account that runs the program may write the one file and in its folder: asked before it is opened, because SQLite says only
//! that it cannot, and opens a file that it may only read without a word.

use super::open::Target;
use rustix::fs::{Access, StatVfsMountFlags, access, statvfs};
use std::path::Path;

/// Refuses a database that cannot be written.
///
/// # Errors
/// One line for the operator, with what to do.
pub(crate) fn must_be_writable(target: &Target) -> Result<(), String> {
    let Target::Sqlite(file) = target else {
        return Ok(());
    };
    let folder = file.parent().filter(|path| !path.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let at = folder.display();
    let cannot = |why: String| Err(format!("cannot write {target:?}: {why}"));
    if statvfs(folder).is_ok_and(|disk| disk.f_flag.contains(StatVfsMountFlags::RDONLY)) {
        return cannot(format!(
            "its folder {at} is mounted read-only; mount it so that it can be written"
        ));
    }
    if access(folder, Access::WRITE_OK | Access::EXEC_OK).is_err() {
        return cannot(format!(
            "this account may not write in its folder {at}; look at owner and mode of the folder (chown, chmod 700)"
        ));
    }
    if file.exists() && access(file, Access::READ_OK | Access::WRITE_OK).is_err() {
        return cannot(
            "this account may not write the file; look at its owner and mode (chown, chmod 600)"
                .to_owned(),
        );
    }
    Ok(())
}
