//! The secrets and the database belong together: with others, every link that is out is nobody's, and whoever has signed could sign
//! a second time and be counted twice.

use crate::base::{Clock, Secrets};
use crate::db::{self, Db, is_in_use, known_secrets, note_first_secrets};
use std::path::Path;

const HELP: &str = "put the right file back from your backup; if it is lost for good, stop every instance and run: undersigned \
                    secrets adopt";

/// The secrets that this database was made with; made where there is nothing yet that others could have made.
///
/// # Errors
/// One line for the operator, with what to do.
pub(super) fn secrets_of(db: &Db, path: &Path, clock: &Clock) -> Result<Secrets, String> {
    let fault = |error: db::Error| format!("cannot look for the secrets in force: {error}");
    let at = path.display();
    let is_used = db
        .read_here(|conn| Ok::<_, db::Error>(known_secrets(conn)?.is_some() || is_in_use(conn)?))
        .map_err(fault)?;
    let found = Secrets::find(path).map_err(|error| error.to_string())?;
    let secrets = match found {
        Some(secrets) => secrets,
        None if is_used => {
            return Err(format!(
                "the secrets file {at} is not there, but the database was made with one: {HELP}"
            ));
        }
        None => Secrets::load_or_make(path).map_err(|error| error.to_string())?,
    };
    let own = secrets.fingerprint();
    let known = db
        .write_here(|tx| {
            if known_secrets(tx)?.is_none() {
                note_first_secrets(tx, &own, clock.now())?;
            }
            known_secrets(tx)
        })
        .map_err(fault)?;
    match known {
        Some(known) if known == own => Ok(secrets),
        _ => Err(format!(
            "the secrets file {at} is not the one that the database was made with: {HELP}"
        )),
    }
}
