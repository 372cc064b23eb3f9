//! `undersigned backup`: a copy of the one-file database while it is in use.

use super::Conn;
use super::open::Target;
use diesel::RunQueryDsl;
use diesel::sql_types::Text;
use std::path::Path;

/// Writes a consistent copy of the database into a file that does not exist yet, readable by its
/// owner only.
///
/// # Errors
/// One line for the operator; nothing half-written stays. A PostgreSQL database is copied with
/// its own `pg_dump`.
pub fn backup(target: &Target, file: &Path) -> Result<(), String> {
    use std::os::unix::fs::PermissionsExt;
    if !target.is_sqlite() {
        return Err("backup copies the one-file database; use pg_dump for PostgreSQL".to_owned());
    }
    let name = file
        .to_str()
        .ok_or("backup: the name of the file is not UTF-8")?;
    if file.exists() {
        return Err(format!("backup: {name} exists already"));
    }
    let failed = |error: &dyn std::fmt::Display| format!("backup: cannot write {name}: {error}");
    let mut conn = target.open(true).map_err(|error| failed(&error))?;
    let Conn::Sqlite(conn) = &mut conn else {
        return Err("backup: not the one-file database".to_owned());
    };
    let written = diesel::sql_query("VACUUM INTO $1")
        .bind::<Text, _>(name)
        .execute(conn);
    if let Err(error) = written {
        // What was written of it is no backup.
        let _ = std::fs::remove_file(file);
        return Err(failed(&error));
    }
    let own = std::fs::Permissions::from_mode(0o600);
    std::fs::set_permissions(file, own)
        .and_then(|()| std::fs::File::open(file)?.sync_all())
        .map_err(|error| failed(&error))
}
