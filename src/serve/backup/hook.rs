//! The operator's program behind each backup: it takes the file to another machine, or tells somebody.

use crate::base::time::hours;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;
use tokio::process::Command;

/// It is ended then: the next backup may be due.
const WITHIN: Duration = hours(1);

/// Runs it with the path of the backup as its only argument. What it writes to standard error stands in our own.
///
/// # Errors
/// Why it is to be looked at, without a word of the program's own.
pub(super) async fn run(program: &Path, backup: &Path) -> Result<(), String> {
    let child = Command::new(program)
        .arg(backup)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .kill_on_drop(true)
        .spawn();
    let mut child = child.map_err(|error| format!("cannot be started: {error}"))?;
    match tokio::time::timeout(WITHIN, child.wait()).await {
        Ok(Ok(status)) if status.success() => Ok(()),
        Ok(Ok(status)) => Err(format!("ended with {status}")),
        Ok(Err(error)) => Err(format!("cannot be waited for: {error}")),
        Err(_) => Err("did not end within an hour, and was ended".to_owned()),
    }
}
