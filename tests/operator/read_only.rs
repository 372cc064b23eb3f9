//! Story: the data folder cannot be written. `serve` says what is in the way and what to do, in one line, and `doctor` says the same.

use crate::support::Database;
use crate::support::mounted::{among_mounts, without_privilege};
use crate::support::operator::start;
use crate::support::ports::free_port;
use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Output};

fn begun(database: &Database) {
    let arguments = ["serve", "--database", "sqlite:data/undersigned.db"];
    start(database.folder(), &arguments, Some("/setup/")).stop("TERM");
}

fn said(output: &Output) -> String {
    let told = [&output.stdout[..], &output.stderr[..]].concat();
    String::from_utf8(told).unwrap()
}

/// One line that says so, and no start.
fn is_refused(output: &Output, part: &str) {
    assert_eq!(output.status.code(), Some(2), "{}", said(output));
    let why = String::from_utf8_lossy(&output.stderr);
    assert!(
        why.contains(part) && why.lines().count() == 1,
        "{part} in {why}"
    );
}

/// What is asked of the program in this place.
fn asks(command: &mut Command, what: &str) -> Output {
    let listen = format!("127.0.0.1:{}", free_port());
    let database = ["--database", "sqlite:data/undersigned.db"];
    let more = ["--listen", &listen, "--metrics", "off"];
    command
        .arg(what)
        .args(database)
        .args(more)
        .output()
        .unwrap()
}

#[test]
fn a_folder_or_a_file_that_its_account_may_not_write_is_told_with_what_to_do() {
    let database = Database::sqlite();
    begun(&database);
    let folder = database.folder();
    let set = |name: &str, mode| {
        std::fs::set_permissions(folder.join(name), Permissions::from_mode(mode)).unwrap();
    };
    set("data", 0o500);
    let serve = || asks(&mut without_privilege(folder), "serve");
    let doctor = || said(&asks(&mut without_privilege(folder), "doctor"));
    is_refused(&serve(), "this account may not write in its folder data;");
    let found = doctor();
    assert!(
        found.contains("cannot be written by its own account. Run: chmod 700 ./data"),
        "{found}"
    );
    set("data", 0o700);
    set("data/undersigned.db", 0o400);
    is_refused(&serve(), "this account may not write the file;");
    set("data/undersigned.db", 0o600);
    // a folder that is not there cannot be made either
    set("", 0o500);
    let elsewhere = asks(without_privilege(folder).args(["--data", "other"]), "serve");
    set("", 0o700);
    is_refused(&elsewhere, "cannot make the data folder other");
}

#[test]
fn a_folder_that_is_mounted_read_only_is_told_as_that() {
    let database = Database::sqlite();
    begun(&database);
    let sealed = "mount --bind data data; mount -o remount,ro,bind data; exec \"$0\" \"$@\"";
    let Some(mut serve) = among_mounts(database.folder(), sealed) else {
        return;
    };
    is_refused(
        &asks(&mut serve, "serve"),
        "its folder data is mounted read-only; mount it so that it can be written",
    );
    let mut doctor = among_mounts(database.folder(), sealed).unwrap();
    let found = said(&asks(&mut doctor, "doctor"));
    assert!(
        found.contains("wrong   files: The data folder ./data is mounted read-only."),
        "{found}"
    );
    // where nothing was sealed all goes on
    begun(&database);
}
