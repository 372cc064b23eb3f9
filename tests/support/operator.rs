//! The built program, run as an operator runs it: with arguments, an environment, exit codes and signals.

use super::Database;
use super::patience::holds_soon;
use super::ports::free_port;
use super::world::World;
use ipnet::IpNet;
use std::fs::OpenOptions;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};
use undersigned::base::{Clock, Email, Secrets, Strictness};
use undersigned::db::Tx;
use undersigned::mail::store::note_mail_check;
use undersigned::mail::{MailAddress, MailSetting};
use undersigned::serve::App;
use undersigned::site::console::doctor::DoctorOnDuty;
use undersigned::site::doctor::examined::{Doctor, ExaminedBeside, ExaminedInstallation};
use undersigned::site::installation::Installation;
use undersigned::web::{Operator, Site};
use undersigned::words::Library;

/// Where reports about pages are mailed.
pub const OPERATOR: &str = "operator@example.org";

/// The site of a story, as its operator has set it up.
pub fn the_site(address: &str, clock: &Clock, trusted: Vec<IpNet>) -> Site {
    let library = Library::load().unwrap();
    let (address, secrets) = (address.to_owned(), Secrets::for_test());
    let mut site = Site::new(address, clock.clone(), library, secrets);
    site.strictness = Strictness::Testing;
    site.trusted_proxies = trusted;
    site.operator = Operator {
        name: Some("Docket Commons".to_owned()),
        imprint: Some("Docket Commons e.V.\n12 Harbor Street, Calder Bay".to_owned()),
        reports_to: Email::parse(OPERATOR, Strictness::Testing).ok(),
    };
    site
}

/// What its operator reads of its settings.
pub fn the_installation(folder: &Path, clock: &Clock) -> actix_web::web::Data<Installation> {
    actix_web::web::Data::new(Installation {
        data: Some(folder.to_owned()),
        started_at: clock.now(),
        https: None,
    })
}

/// Who looks whether all is well with a story's installation: at its folder and database, and at a site that no name leads to.
pub fn the_doctor(
    database: &Database,
    clock: &Clock,
    mail: &MailSetting,
    sender: &MailAddress,
    listen: SocketAddr,
) -> actix_web::web::Data<DoctorOnDuty> {
    let folder = database.folder();
    // those of the story's site, as they stand in a file
    let secrets = folder.join("secrets");
    let mut made = OpenOptions::new();
    let made = made.write(true).create(true).mode(0o600).open(&secrets);
    made.and_then(|mut file| file.write_all(&[0x5A; 32]))
        .expect("a secrets file");
    let doctor = Doctor {
        installation: ExaminedInstallation {
            settings: None,
            data: folder.to_owned(),
            database: database.url().parse().expect("the story's database"),
            secrets,
            keys: Vec::new(),
            base_url: "https://sign.example.org".to_owned(),
            host: "sign.example.org".to_owned(),
            listen,
            ends_tls: false,
            https: None,
            roots: Vec::new(),
            mail: mail.clone(),
            mail_from: sender.clone(),
        },
        beside: ExaminedBeside {
            // nobody answers there: a story asks no name server of the world
            resolver: Some(([127, 0, 0, 1], 9).into()),
            dkim_selector: None,
        },
        clock: clock.clone(),
    };
    actix_web::web::Data::new(DoctorOnDuty::new(doctor))
}

/// A relay that has taken a test message, as in every world before its story begins.
pub async fn mail_was_tried(app: &App) {
    let (mark, now) = (app.outgoing.mark.clone(), app.site.clock.now());
    let tried = move |tx: &mut Tx<'_>| note_mail_check(tx, &mark, (true, "250"), now);
    app.db.write(tried).await.expect("a note");
}

impl World {
    /// Nobody has tried yet whether mail goes out; in other worlds the relay has taken a test message before the story begins.
    pub async fn never_tried_mail(&self) {
        use diesel::prelude::*;
        use undersigned::db::schema::mail_checks as k;
        let forget = |tx: &mut Tx<'_>| Ok(diesel::delete(k::table).execute(&mut **tx)?);
        assert_eq!(self.write(forget).await, 1, "a relay that was tried");
    }
}

/// The program with nothing of the tests' own environment, and a folder to work in.
pub fn program(folder: &Path) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_undersigned"));
    program.env_clear().current_dir(folder).stdin(Stdio::null());
    program
}

/// Runs it to its end.
pub fn run(folder: &Path, arguments: &[&str]) -> Output {
    program(folder).args(arguments).output().unwrap()
}

/// What it wrote to standard output, when it succeeded.
pub fn told(folder: &Path, arguments: &[&str]) -> String {
    let output = run(folder, arguments);
    let why = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {why}");
    String::from_utf8(output.stdout).unwrap()
}

/// The program as it serves; killed when dropped.
pub struct Serving {
    pub child: Child,
    /// What it wrote to standard output so far.
    pub told: String,
    /// `127.0.0.1:port`.
    pub place: String,
}

/// Starts `serve` or `demo` and waits until `last` has been printed, or, where nothing is, until it answers.
pub fn start(folder: &Path, arguments: &[&str], last: Option<&str>) -> Serving {
    let place = format!("127.0.0.1:{}", free_port());
    start_at(folder, place, arguments, last)
}

/// The same at this place.
pub fn start_at(folder: &Path, place: String, arguments: &[&str], last: Option<&str>) -> Serving {
    let mut child = program(folder)
        .args(arguments)
        .args(["--listen", &place, "--metrics", "off"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut told = String::new();
    if let Some(last) = last {
        let mut lines = BufReader::new(child.stdout.take().unwrap());
        while !told.contains(last) {
            let read = lines.read_line(&mut told).unwrap();
            assert!(read > 0, "{arguments:?} ended after {told:?}");
        }
    }
    holds_soon("it listens", || TcpStream::connect(&place).is_ok());
    Serving { child, told, place }
}

impl Serving {
    /// A page, head and all.
    pub fn get(&self, path: &str) -> String {
        let mut to = TcpStream::connect(&self.place).unwrap();
        let host = &self.place;
        write!(
            to,
            "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
        )
        .unwrap();
        let mut answer = Vec::new();
        to.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// Asks it to stop, waits, and tells how long that took.
    #[expect(
        clippy::disallowed_methods,
        reason = "how long it takes is what is measured"
    )]
    pub fn stop(mut self, signal: &str) -> Duration {
        let pid = self.child.id().to_string();
        let asked = Instant::now();
        let sent = Command::new("kill").args(["-s", signal, &pid]).status();
        assert!(sent.unwrap().success());
        assert!(self.child.wait().unwrap().success(), "ended by {signal}");
        asked.elapsed()
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
