//! `undersigned backup`: a copy of the database while it is in use.

use super::Conn;
use super::copy::copy;
use super::open::Target;
use diesel::RunQueryDsl;
use diesel::sql_types::Text;
use std::path::{Path, PathBuf};

/// Writes a consistent copy into a file that does not exist yet, readable by its owner only; or, when told
/// `postgres://...`, into an empty PostgreSQL database. The file is a one-file database whatever it is a copy of:
/// give it to `--database` and it serves.
///
/// # Errors
/// One line for the operator; nothing half-written stays.
pub fn backup(from: &Target, into: &str) -> Result<(), String> {
    from.must_exist()?;
    let into = match into.parse::<Target>() {
        Ok(target) => target,
        Err(error) if into.contains("://") || into.starts_with("postgres") => {
            return Err(format!("backup: {error}"));
        }
        Err(_) => Target::Sqlite(PathBuf::from(into)),
    };
    match &into {
        Target::Postgres(_) => copy(from, &into).map(|_| ()),
        Target::Sqlite(file) => {
            if file.exists() {
                return Err(format!("backup: {} exists already", file.display()));
            }
            let written = match from {
                Target::Sqlite(_) => vacuum_into(from, file),
                Target::Postgres(_) => copy(from, &into).map(|_| ()),
            };
            written
                .and_then(|()| seal(file))
                .inspect_err(|_| remove(file))
        }
    }
}

fn failed(file: &Path, error: &dyn std::fmt::Display) -> String {
    format!("backup: cannot write {}: {error}", file.display())
}

fn vacuum_into(from: &Target, file: &Path) -> Result<(), String> {
    let name = file
        .to_str()
        .ok_or("backup: the name of the file is not UTF-8")?;
    let mut conn = from.open(true).map_err(|error| failed(file, &error))?;
    let Conn::Sqlite(conn) = &mut conn else {
        return Err("backup: not the one-file database".to_owned());
    };
    diesel::sql_query("VACUUM INTO $1")
        .bind::<Text, _>(name)
        .execute(conn)
        .map(|_| ())
        .map_err(|error| failed(file, &error))
}

/// Readable by its owner only, and on the disk.
fn seal(file: &Path) -> Result<(), String> {
    use std::os::unix::fs::PermissionsExt;
    let own = std::fs::Permissions::from_mode(0o600);
    std::fs::set_permissions(file, own)
        .and_then(|()| std::fs::File::open(file)?.sync_all())
        .map_err(|error| failed(file, &error))
}

/// What was written of it is no backup.
fn remove(file: &Path) {
    for end in ["", "-wal", "-shm"] {
        let mut name = file.as_os_str().to_owned();
        name.push(end);
        let _ = std::fs::remove_file(name);
    }
}
