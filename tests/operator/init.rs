//! Story: an operator answers five questions, or says the answers, and has settings that work.

use super::settings::is_refused;
use crate::support::on_both;
use crate::support::operator::{program, run, told};
use crate::support::ports::free_port;
use crate::support::smtp::{At, Behaviour, Secrecy, SmtpServer};
use diesel::connection::SimpleConnection;
use diesel::{Connection, SqliteConnection};
use std::io::{Read, Write};
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// What makes every setting of a public site, with this relay.
fn answers<'a>(database: &'a str, mail: &'a str) -> Vec<&'a str> {
    vec![
        "init",
        "--base-url",
        "sign.example.org",
        "--https",
        "off",
        "--database",
        database,
        "--operator-email",
        "desk@example.org",
        "--mail",
        mail,
    ]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_said_is_tried_out_and_written() {
    on_both(|database| async move {
        let at = database.folder();
        let relay = SmtpServer::start(Behaviour::Good).await;
        let mail = relay.setting();
        let mut said = answers(database.url(), &mail);
        // the name leads nowhere here: said, and taken because it is asked for
        is_refused(&run(at, &said), 1, "sign.example.org leads nowhere", &"");
        assert!(!at.join("data").exists(), "nothing was made");
        assert_eq!(relay.count(), 0);
        said.push("--unchecked");
        let done = told(at, &said);
        let file = at.join("data/undersigned.toml");
        let written = std::fs::read_to_string(&file).unwrap();
        for line in [
            "base-url = \"https://sign.example.org\"",
            "https = \"off\"",
            "backup-every = \"1d\"",
            "trusted-proxies = \"127.0.0.1,::1\"",
            "operator-email = \"desk@example.org\"",
            &format!("mail = \"{mail}\""),
        ] {
            assert!(
                written.lines().any(|one| one == line),
                "{line} in {written}"
            );
        }
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600);
        let letters = relay.messages();
        assert_eq!(letters.len(), 1);
        assert_eq!(letters[0].recipient(), "desk@example.org");
        let letter = String::from_utf8_lossy(&letters[0].data).into_owned();
        assert!(letter.contains("this site was set up"), "{letter}");
        assert!(!letter.contains("Back to the page"), "{letter}");
        // the first organizer comes in
        let link = done.lines().last().unwrap();
        assert!(
            link.starts_with("https://sign.example.org/setup/"),
            "{done}"
        );
        // what is written holds, and is not written over
        let config = ["--config", "data/undersigned.toml"];
        let again = told(at, &["organizer", "first", config[0], config[1]]);
        assert!(
            again.starts_with("https://sign.example.org/setup/"),
            "{again}"
        );
        is_refused(&run(at, &said), 2, "has settings already", &"canary");
        assert_eq!(std::fs::read_to_string(&file).unwrap(), written);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_speaks_against_an_answer_is_said_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    // what cannot be is wrong, whatever may be doubted
    for (name, typed, said) in [
        ("--base-url", "not a name", "base-url: "),
        ("--https", "yes", "https: must be auto or off"),
        ("--https", "auto", "set https-terms to agreed"),
        ("--operator-email", "nobody", "operator-email: "),
        ("--mail", "smpt://host", "mail: use `capture`"),
        ("--database", "mysql://h/n", "database: "),
    ] {
        let mut all = answers("sqlite:new.db", "smtp+insecure://127.0.0.1:1");
        changes(&mut all, name, typed);
        all.push("--unchecked");
        let (code, told) = ends(at, &all);
        assert_eq!(code, Some(2), "{name} {typed}: {told}");
        assert!(told.lines().last().unwrap().contains(said), "{told}");
    }
    assert_eq!(
        std::fs::read_dir(at).unwrap().count(),
        0,
        "nothing was made"
    );

    // what may be right is told of
    let refuses = Behaviour::Says(At::Mail, "550 5.7.1 not you".to_owned());
    let refuses = SmtpServer::start(refuses).await;
    let plain = SmtpServer::start_as(Secrecy::StartTls, Behaviour::StripsStartTls).await;
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = taken.local_addr().unwrap().to_string();
    let others = at.join("others.db");
    let mut table = SqliteConnection::establish(others.to_str().unwrap()).unwrap();
    table.batch_execute("create table t(a)").unwrap();
    for (name, typed, said) in [
        ("--listen", taken.as_str(), "is taken by another program"),
        ("--mail", &refuses.setting(), "550 5.7.1"),
        ("--mail", &plain.setting(), "the test letter did not go"),
        (
            "--database",
            "sqlite:others.db",
            "tables of another program",
        ),
    ] {
        let mut all = answers("sqlite:others.db", "smtp+insecure://127.0.0.1:1");
        changes(&mut all, "--database", "sqlite:new.db");
        changes(&mut all, name, typed);
        all.push("--unchecked");
        let (_, told) = ends(at, &all);
        assert!(told.contains(said), "{name} {typed}: {told}");
        std::fs::remove_dir_all(at.join("data")).unwrap();
    }
}

/// Says something else for a setting.
fn changes<'a>(all: &mut Vec<&'a str>, name: &'a str, typed: &'a str) {
    match all.iter().position(|one| *one == name) {
        Some(place) => all[place + 1] = typed,
        None => all.extend([name, typed]),
    }
}

/// How it ended, and what it said of it.
fn ends(folder: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let output = run(folder, arguments);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    (output.status.code(), told)
}

/// The program at a terminal.
struct Terminal {
    child: Child,
    to: ChildStdin,
    from: ChildStdout,
    /// What is on it.
    shown: String,
}

impl Terminal {
    fn of(folder: &Path, arguments: &str) -> Self {
        let own = program(folder);
        let line = format!("{} {arguments}", own.get_program().to_str().unwrap());
        let mut child = Command::new("script")
            .args(["-qefc", &line, "/dev/null"])
            .env_clear()
            .env("PATH", "/usr/bin:/bin")
            .env("SHELL", "/bin/sh")
            .current_dir(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        Self {
            to: child.stdin.take().unwrap(),
            from: child.stdout.take().unwrap(),
            child,
            shown: String::new(),
        }
    }

    /// Waits until this is on it behind what was read before, and types.
    fn answers(&mut self, question: &str, typed: &str) {
        let mut new = Vec::new();
        let mut byte = [0];
        while !String::from_utf8_lossy(&new).contains(question)
            || !String::from_utf8_lossy(&new).ends_with("> ")
        {
            let read = self.from.read(&mut byte).unwrap();
            assert!(read > 0, "{question} in {}", String::from_utf8_lossy(&new));
            new.push(byte[0]);
        }
        self.shown.push_str(&String::from_utf8_lossy(&new));
        writeln!(self.to, "{typed}").unwrap();
    }

    /// All that was shown.
    fn ends(mut self) -> (bool, String) {
        let mut rest = Vec::new();
        // the terminal is gone with the program
        let _ = self.from.read_to_end(&mut rest);
        self.shown.push_str(&String::from_utf8_lossy(&rest));
        (self.child.wait().unwrap().success(), self.shown)
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn at_a_terminal_each_answer_is_asked_for_until_it_holds() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let relay = SmtpServer::start(Behaviour::Good).await;
    let refuses = SmtpServer::start(Behaviour::Says(At::Rcpt, "550 5.1.1 no".to_owned())).await;
    let mut terminal = Terminal::of(at, "init");
    terminal.answers("1 of 5", "https://sign example.org");
    terminal.answers("1 of 5", "sign.example.org");
    terminal.answers("leads nowhere yet", "y");
    terminal.answers("2 of 5", "perhaps");
    terminal.answers("must be auto or off", "off");
    terminal.answers("3 of 5", "postgres://127.0.0.1:1/none");
    terminal.answers("nothing listens", "n");
    terminal.answers("3 of 5", "");
    terminal.answers("4 of 5", "desk@example.org");
    terminal.answers("5 of 5", &refuses.setting());
    terminal.answers("the test letter did not go", "no");
    let mail = format!("smtp+insecure://us@example.org@127.0.0.1:{}", relay.port());
    terminal.answers("5 of 5", &mail);
    terminal.answers("Password", "c@nary/word");
    let (is_done, shown) = terminal.ends();
    assert!(is_done, "{shown}");
    // there is no service of a package here
    let next = shown.find("Next: undersigned serve --config ");
    assert!(next.is_some() && next < shown.find("/setup/"), "{shown}");
    assert!(!shown.contains("c@nary"), "{shown}");
    let written = std::fs::read_to_string(at.join("data/undersigned.toml")).unwrap();
    let coded = "us%40example%2Eorg:c%40nary%2Fword@127.0.0.1";
    assert!(written.contains(coded), "{written}");
    assert_eq!(relay.count(), 1);
}

#[test]
fn without_a_terminal_what_is_missing_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let none = run(folder.path(), &["init"]);
    is_refused(&none, 2, "these are not said: --base-url", &"");
    let some = ["init", "--base-url", "sign.example.org", "--unchecked"];
    let (code, told) = ends(folder.path(), &some);
    assert_eq!(code, Some(2));
    assert!(told.ends_with("--operator-email, --mail\n"), "{told}");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_file_with_remarks_is_kept_and_one_of_this_machine_needs_no_relay() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let listen = format!("127.0.0.1:{}", free_port());
    let remarks = "# what the package says\n\ndata = \"kept\"\n# mail = \"...\"\n";
    std::fs::write(at.join("ours.toml"), remarks).unwrap();
    let elsewhere = [
        "init",
        "--into",
        "ours.toml",
        "--data",
        "other",
        "--base-url",
        "http://127.0.0.1:1",
    ];
    is_refused(&run(at, &elsewhere), 2, "has settings already", &"");
    std::fs::write(at.join("wrong.toml"), "mial = \"canary\"\n").unwrap();
    let wrong = [
        "init",
        "--into",
        "wrong.toml",
        "--base-url",
        "http://127.0.0.1:1",
    ];
    is_refused(&run(at, &wrong), 2, "wrong.toml line 1", &"");
    let url = format!("http://{listen}");
    let done = told(
        at,
        &[
            "init",
            "--into",
            "ours.toml",
            "--config",
            "ours.toml",
            "--base-url",
            &url,
            "--listen",
            &listen,
        ],
    );
    assert!(done.contains("/setup/"), "{done}");
    let written = std::fs::read_to_string(at.join("ours.toml")).unwrap();
    assert!(written.starts_with(remarks), "{written}");
    assert!(at.join("kept/undersigned.db").exists());
}
