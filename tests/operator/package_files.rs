//! What a package takes from the program: man pages, completions, a settings file to begin with, and the word that it serves.

use super::settings::is_refused;
use crate::support::operator::{program, run, told};
use crate::support::patience::PATIENCE;
use crate::support::ports::free_port;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::UnixDatagram;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use undersigned::serve::settings::known::SETTINGS;

fn texts(folder: &Path) -> Vec<(String, String)> {
    let mut all: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| {
            let name = entry.file_name().into_string().unwrap();
            (name, std::fs::read_to_string(entry.path()).unwrap())
        })
        .collect();
    all.sort();
    all
}

/// The names of commands as the help lists them.
fn commands(help: &str) -> Vec<String> {
    let list = help.split("Commands:\n").nth(1).unwrap_or_default();
    let lines = list.lines().take_while(|line| !line.is_empty());
    lines
        .filter_map(|line| line.strip_prefix("  ")?.split_whitespace().next())
        .filter(|name| *name != "help" && !name.starts_with('-'))
        .map(str::to_owned)
        .collect()
}

#[test]
fn man_pages_tell_every_command_and_every_setting() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let mut command = program(at);
    // what is set on the machine that makes the package is nobody's concern
    command.env("UNDERSIGNED_MAIL", "smtp://us:canary@relay.example.org");
    command.env("UNDERSIGNED_BASE_URL", "https://canary.example.org");
    let made = command.args(["generate", "out/deep"]).output().unwrap();
    assert!(made.status.success(), "{:?}", made.stderr);
    let pages = texts(&at.join("out/deep/man"));
    let page = |name: &str| {
        let found = pages.iter().find(|(file, _)| file == name);
        &found
            .unwrap_or_else(|| panic!("{name} among {}", pages.len()))
            .1
    };
    // a hyphen is written so in their language
    let plain = |text: &str| {
        text.replace("\\-", "-")
            .replace("\\fB", "")
            .replace("\\fR", "")
    };
    let program = plain(page("undersigned.1"));
    for setting in &SETTINGS {
        for word in [&format!("--{}", setting.name), setting.variable] {
            assert!(program.contains(word), "{word} in {program}");
        }
    }
    for section in ["NAME", "SYNOPSIS", "COMMANDS", "SETTINGS", "FILES", "NOTES"] {
        assert!(program.contains(&format!(".SH {section}\n")), "{section}");
    }
    assert!(program.contains(".SH \"EXIT STATUS\"") && program.contains("/etc/undersigned.toml"));
    let mut wanted = vec!["undersigned.1".to_owned()];
    for one in commands(&told(at, &["--help"])) {
        wanted.push(format!("undersigned-{one}.1"));
        for below in commands(&told(at, &[&one, "--help"])) {
            wanted.push(format!("undersigned-{one}-{below}.1"));
        }
    }
    wanted.sort();
    let found: Vec<&String> = pages.iter().map(|(name, _)| name).collect();
    assert_eq!(found, wanted.iter().collect::<Vec<_>>());
    assert!(wanted.len() > 15, "{wanted:?}");
    let add = plain(page("undersigned-organizer-add.1"));
    assert!(
        add.contains("undersigned organizer add ") && add.contains("--email"),
        "{add}"
    );
    assert!(
        !add.contains("--trusted-proxies"),
        "settings stand on one page: {add}"
    );
    for (name, text) in pages.iter().chain(&texts(&at.join("out/deep/completions"))) {
        assert!(!text.contains("canary"), "{name}: {text}");
    }
}

#[test]
fn bash_completes_commands_and_settings() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    told(at, &["generate", "."]);
    let completes = |words: &[&str]| {
        let script = ". completions/undersigned || exit 9; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); \
                      _undersigned \"$1\" \"${COMP_WORDS[-1]}\" \"${COMP_WORDS[-2]}\"; echo \"${COMPREPLY[*]}\"";
        let done = Command::new("bash")
            .args(["--norc", "--noprofile", "-c", script, "bash"])
            .args(words)
            .current_dir(at)
            .output()
            .unwrap();
        assert!(done.status.success(), "{words:?}: {:?}", done.stderr);
        String::from_utf8(done.stdout).unwrap().trim().to_owned()
    };
    assert_eq!(completes(&["undersigned", "organizer", "ad"]), "add");
    assert_eq!(
        completes(&["undersigned", "serve", "--trusted"]),
        "--trusted-proxies"
    );
    assert_eq!(completes(&["undersigned", "nothing-like-it"]), "");
    let names: Vec<String> = texts(&at.join("completions"))
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    assert_eq!(names, ["_undersigned", "undersigned", "undersigned.fish"]);
}

#[test]
fn where_nothing_can_be_written_it_says_so() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("file"), "").unwrap();
    let output = run(folder.path(), &["generate", "file/below"]);
    is_refused(&output, 1, "cannot write into file/below", &"a file");
}

#[test]
fn the_settings_file_of_the_package_is_one() {
    let sample = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("packaging/undersigned.toml");
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let named = sample.to_str().unwrap();
    let shown = told(at, &["config", "show", "--config", named]);
    let from_file = shown
        .lines()
        .filter(|line| line.contains("packaging/undersigned.toml line"));
    let from_file: Vec<&str> = from_file.collect();
    assert!(
        from_file.len() == 1 && from_file[0].starts_with("data = \"/var/lib/undersigned\" # "),
        "{shown}"
    );
    // whichever of its lines is taken in says what it seems to say
    let text = std::fs::read_to_string(&sample).unwrap();
    let mut names = Vec::new();
    for line in text.lines() {
        let line = line.strip_prefix("# ").unwrap_or(line);
        let name = line.split(" = ").next().unwrap();
        if name == line || name.contains(' ') {
            continue;
        }
        let file = at.join("one.toml");
        std::fs::write(&file, line).unwrap();
        std::fs::set_permissions(&file, PermissionsExt::from_mode(0o600)).unwrap();
        let shown = told(at, &["config", "show", "--config", "one.toml"]);
        let from = |shown: &str| {
            shown.starts_with(&format!("{name} = ")) && shown.ends_with("# one.toml line 1")
        };
        assert!(shown.lines().any(from), "{line}: {shown}");
        names.push(name);
    }
    for setting in SETTINGS.iter().filter(|setting| setting.name != "config") {
        assert!(names.contains(&setting.name), "{} in {named}", setting.name);
    }
}

#[test]
fn whoever_started_it_is_told_that_it_serves() {
    let folder = tempfile::tempdir().unwrap();
    let heard = UnixDatagram::bind(folder.path().join("notify")).unwrap();
    heard.set_read_timeout(Some(PATIENCE)).unwrap();
    let mut child = program(folder.path())
        .env("NOTIFY_SOCKET", folder.path().join("notify"))
        .args(["serve", "--metrics", "off", "--listen"])
        .arg(format!("127.0.0.1:{}", free_port()))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut told = [0; 64];
    let length = heard.recv(&mut told);
    child.kill().unwrap();
    child.wait().unwrap();
    let told = String::from_utf8_lossy(&told[..length.expect("a word in time")]);
    assert_eq!(told.trim_end(), "READY=1");
}
