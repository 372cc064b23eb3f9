//! An operator writes settings into one file, and reads what holds and from where.

use super::settings::is_refused;
use crate::support::operator::{program, run, told};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

const MODE: u32 = 0o640;

fn writes(path: &Path, text: &str, mode: u32) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
    std::fs::set_permissions(path, PermissionsExt::from_mode(mode)).unwrap();
}

/// The line of `config show` for a setting.
fn line<'a>(shown: &'a str, name: &str) -> &'a str {
    let mut lines = shown.lines();
    let found = lines.find(|line| line.trim_start_matches("# ").starts_with(name));
    found.unwrap_or_else(|| panic!("{name} in {shown}"))
}

#[test]
fn the_file_comes_after_the_environment_and_that_after_the_line() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    // in the data folder, where no other is named
    writes(
        &at.join("data/undersigned.toml"),
        "base-url = \"https://sign.example.org\"\n\n# where mail goes\n\
         mail = \"smtp://us:canary@relay.example.org\"\nbrowse = false\n\
         trusted-proxies = [\"10.0.0.0/8\", \"192.0.2.1\"]\ndatabase-wait = 5\n",
        MODE,
    );
    let mut command = program(at);
    command.env("UNDERSIGNED_BROWSE", "on");
    command.env("UNDERSIGNED_MAIL_FROM", "");
    command.args(["config", "show", "--database-wait", "7"]);
    let output = command.output().unwrap();
    let shown = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{:?}", output.stderr);
    for (name, says) in [
        (
            "base-url",
            "base-url = \"https://sign.example.org\" # ./data/undersigned.toml line 1",
        ),
        (
            "mail ",
            "mail = \"smtp://us:***@relay.example.org\" # ./data/undersigned.toml line 4",
        ),
        ("browse", "browse = \"on\" # UNDERSIGNED_BROWSE"),
        ("database-wait", "database-wait = \"7\" # command line"),
        (
            "trusted-proxies",
            "trusted-proxies = \"10.0.0.0/8,192.0.2.1\" # ./data/undersigned.toml line 6",
        ),
        ("listen", "# listen is not set"),
        ("https ", "https = \"off\" # default"),
        ("mail-from", "# mail-from is not set"),
    ] {
        assert_eq!(line(&shown, name), says);
    }
    assert!(!shown.contains("canary"), "{shown}");
    // what is shown is a settings file that says the same
    writes(&at.join("again.toml"), &shown.replace("***", "word"), 0o600);
    let again = told(at, &["config", "show", "--config", "again.toml"]);
    for name in ["base-url", "mail ", "browse", "https ", "trusted-proxies"] {
        let value = |shown: &str| line(shown, name).split(" # ").next().unwrap().to_owned();
        assert_eq!(value(&again), value(&shown), "{name}");
    }
}

#[test]
fn a_mistake_is_told_with_file_line_and_word() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    for (text, mode, named) in [
        (
            "\nmial = \"smtp://us:canary@relay.example.org\"\n",
            0o600,
            "our.toml line 2: \"mial\" is not a setting; is mail meant?",
        ),
        ("listen = \"8080\"\n", 0o644, "our.toml line 1)"),
        ("browse = \n", 0o600, "our.toml line 1: "),
        ("[mail]\n", 0o600, "our.toml line 1: mail must be a text"),
        ("config = \"other.toml\"\n", 0o600, "config names this file"),
        (
            "# ours\nmail = \"smtp://us:canary@relay.example.org\"\n",
            0o644,
            "our.toml line 2: mail holds a password, and every account of this machine can read the file: chmod o-rwx our.toml",
        ),
        (
            "database = \"postgres://us:canary@host/name\"\n",
            0o604,
            "database holds a password",
        ),
    ] {
        writes(&at.join("our.toml"), text, mode);
        let output = run(at, &["serve", "--config", "our.toml"]);
        is_refused(&output, 2, named, &text);
        assert!(!at.join("data").exists(), "{text:?} left something behind");
    }
    let nowhere = run(at, &["serve", "--config", "nowhere.toml"]);
    is_refused(&nowhere, 2, "nowhere.toml: cannot be read", &"nowhere");
    let mut command = program(at);
    let output = command.env("UNDERSIGNED_CONFIG_FILE", "our.toml").output();
    is_refused(
        &output.unwrap(),
        2,
        "UNDERSIGNED_CONFIG is the name",
        &"a file of a file",
    );
}
