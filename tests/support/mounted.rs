//! The program where the file system is another one: a small disk, or one that cannot be written.

use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::LazyLock;

/// Who may mount: root, or everybody in a name space of users.
fn apart() -> Command {
    let mut apart = Command::new("unshare");
    apart.arg("--mount");
    if !rustix::process::geteuid().is_root() {
        apart.arg("--map-root-user");
    }
    apart.env_clear();
    apart.env("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
    apart.stdin(Stdio::null());
    apart
}

/// Whether this machine lets the tests mount anything; a container may not.
static MAY_MOUNT: LazyLock<bool> = LazyLock::new(|| {
    let tried = apart()
        .args(["mount", "-t", "tmpfs", "tmpfs", "/mnt"])
        .stderr(Stdio::null())
        .status();
    tried.is_ok_and(|status| status.success())
});

/// A script of the shell in which `$0` is the program and whatever it mounts is gone at its end, with everything on it. None where nothing
/// can be mounted: the story is not told then.
pub fn among_mounts(folder: &Path, script: &str) -> Option<Command> {
    if !*MAY_MOUNT {
        eprintln!("nothing can be mounted here: this part of the story is not told");
        return None;
    }
    let mut told = apart();
    told.args(["bash", "-euc", script])
        .arg(env!("CARGO_BIN_EXE_undersigned"))
        .current_dir(folder);
    Some(told)
}

/// The program as root of a machine without the right to write whatever it likes, which is what every other account is.
pub fn without_privilege(folder: &Path) -> Command {
    let mut program = Command::new("setpriv");
    if rustix::process::geteuid().is_root() {
        program.args(["--bounding-set", "-dac_override,-dac_read_search"]);
    }
    program
        .arg(env!("CARGO_BIN_EXE_undersigned"))
        .env_clear()
        .env("PATH", "/usr/bin:/bin")
        .current_dir(folder)
        .stdin(Stdio::null());
    program
}
