//! Story: a server has its certificate made by a real certificate authority, serves it, keeps it, and says what is in the way.

use crate::support::acme::{Authority, Browser, modes};
use crate::support::operator::{Serving, run, start_at};
use crate::support::patience::holds_soon;
use crate::support::ports::free_port;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;
use tokio::sync::watch;
use undersigned::base::time::{days, hours, minutes};
use undersigned::base::{Clock, Time};
use undersigned::serve::https::open::Https;
use undersigned::serve::https::served::ServedCertificate;
use undersigned::serve::https::setting::{AcmeSetting, HttpsSetting};
use undersigned::site::certificate_state::{CertificateTrouble, HttpsState};

const HOST: &str = "sign.example.org";

/// What comes to the door of port 80 with this request line and these headers.
fn at_the_door(port: u16, line: &str, headers: &str) -> String {
    let mut door = TcpStream::connect(("127.0.0.1", port)).unwrap();
    let request = format!("{line} HTTP/1.1\r\nhost: {HOST}\r\n{headers}connection: close\r\n\r\n");
    door.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    door.read_to_string(&mut answer).unwrap();
    answer
}

/// The program, asking this authority.
fn serves(folder: &Path, authority: &Authority, [port, door]: [u16; 2]) -> Serving {
    let root = authority.root();
    let arguments = [
        "serve",
        "--base-url",
        "https://sign.example.org",
        "--mail",
        "smtp+insecure://127.0.0.1:1",
        "--https",
        "auto",
        "--https-terms",
        "agreed",
        "--http",
        &format!("127.0.0.1:{door}"),
        "--https-directory",
        &authority.directory(),
        "--https-root",
        root.to_str().unwrap(),
    ];
    start_at(folder, format!("127.0.0.1:{port}"), &arguments, None)
}

#[test]
fn a_certificate_is_made_served_and_kept() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let ports = [free_port(), free_port()];
    let [port, door] = ports;
    let mut authority = Authority::to_come();
    authority.begins(port);
    let browser = Browser::trusting(&authority.browsers_trust());
    let serving = serves(at, &authority, ports);
    holds_soon("it is served", || browser.sees(port, HOST).is_some());
    let (head, body) = browser.asks(port, HOST, "/en").unwrap();
    assert!(head.starts_with("HTTP/1.1 200"), "{head}");
    assert!(head.contains("strict-transport-security: "), "{head}");
    assert!(body.contains("</html>"), "all of the page");
    // who comes without is led on, and no form is taken
    let led = at_the_door(door, "GET /en/p/free-records?source=a", "");
    assert!(led.starts_with("HTTP/1.1 308"), "{led}");
    assert!(
        led.contains("location: https://sign.example.org/en/p/free-records?source=a\r\n"),
        "{led}"
    );
    let sent = at_the_door(
        door,
        "POST /en/p/free-records/sign",
        "content-length: 0\r\n",
    );
    assert!(sent.starts_with("HTTP/1.1 426"), "{sent}");
    let made = browser.sees(port, HOST);
    assert_eq!(
        modes(&at.join("data/https")),
        [
            ("account.json".to_owned(), 0o600),
            ("certificate.pem".to_owned(), 0o600),
            ("directory".to_owned(), 0o600)
        ]
    );
    serving.stop("TERM");
    // the next start needs nobody
    authority.ends();
    let again = serves(at, &authority, ports);
    assert_eq!(browser.sees(port, HOST), made, "the same one, at once");
    again.stop("TERM");
}

#[test]
fn whoever_comes_before_there_is_one_reads_why() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let ports = [free_port(), free_port()];
    let [port, door] = ports;
    let authority = Authority::to_come();
    let serving = serves(at, &authority, ports);
    let waits = at.join("data/https/not-before");
    holds_soon("it is noted", || waits.exists());
    let told = at_the_door(door, "GET /", "accept-language: es\r\n");
    assert!(told.starts_with("HTTP/1.1 503"), "{told}");
    assert!(told.contains("retry-after: ") && told.contains("lang=\"es\""));
    assert!(
        told.contains("No se puede contactar con la autoridad"),
        "{told}"
    );
    let (tls, _) = (TcpStream::connect(("127.0.0.1", port)), ());
    tls.expect("it listens")
        .write_all(b"GET / HTTP/1.1\r\n\r\n")
        .unwrap();
    serving.stop("TERM");
}

/// Answers whoever looks whether it is the host, and nothing else.
#[expect(
    clippy::disallowed_methods,
    reason = "ends with its listener, which the story holds"
)]
fn stands_at(listener: TcpListener, served: &ServedCertificate) {
    let config = Arc::new(served.config().unwrap());
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { return };
            let mut server = rustls::ServerConnection::new(Arc::clone(&config)).unwrap();
            while server.is_handshaking() {
                if server.complete_io(&mut stream).is_err() {
                    break;
                }
            }
            // what is left to say, such as why not
            let _ = server.complete_io(&mut stream);
        }
    });
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[expect(
    clippy::disallowed_methods,
    reason = "an authority has the time of the machine, and what keeps a certificate is stopped by hand"
)]
async fn an_authority_that_is_away_for_a_day_is_asked_again_and_one_that_is_there_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let mut authority = Authority::to_come();
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    let now = i64::try_from(now.unwrap().as_micros()).unwrap();
    let clock = Clock::standing_at(Time::from_micros(now));
    let setting = HttpsSetting::Auto(AcmeSetting {
        directory: authority.directory(),
        root: Some(authority.root()),
        redirect: None,
    });
    let open = || {
        Https::open(
            &setting,
            (folder.path(), HOST),
            (&clock, HttpsState::default()),
        )
        .unwrap()
    };
    let https = open().expect("it speaks HTTPS");
    let (served, state) = (https.served.clone(), https.state.clone());
    let (stop, stopping) = watch::channel(false);
    let keeper = tokio::spawn(https.keeper.run(stopping.clone()));
    let why = || state.facts().trouble.map(|(why, _)| why);
    let until = || state.facts().trouble.map(|(_, until)| until);
    holds_soon("it is away", || why() == Some(CertificateTrouble::Away));
    for _ in 0..24 {
        let before = until();
        clock.advance(hours(1));
        holds_soon("it is asked again", || until() > before);
    }
    assert_eq!(until(), Some(clock.now().plus(hours(1))), "once an hour");
    // whoever starts the program anew does not ask sooner
    assert_eq!(open().unwrap().state.facts(), state.facts());

    // it comes back, and finds another server under the name
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let elsewhere = TcpListener::bind("127.0.0.1:0").unwrap();
    let nothing = ServedCertificate::default();
    let wrong = elsewhere.local_addr().unwrap().port();
    stands_at(elsewhere, &nothing);
    authority.begins(wrong);
    clock.advance(hours(1));
    holds_soon("it finds another", || {
        why() == Some(CertificateTrouble::NotOurs)
    });
    authority.ends();
    authority.begins(port);
    stands_at(listener, &served);
    clock.advance(hours(6));
    holds_soon("a certificate is there", || state.facts().ends.is_some());
    assert_eq!(why(), None);
    let browser = Browser::trusting(&authority.browsers_trust());
    let first = browser.sees(port, HOST);
    assert!(first.is_some());

    // another in good time; a clock that is years ahead asks twice a day, and no more
    clock.advance(days(4 * 365));
    holds_soon("another is there", || browser.sees(port, HOST) != first);
    let second = browser.sees(port, HOST);
    clock.advance(minutes(60));
    clock.advance(hours(11));
    holds_soon("a third is there", || browser.sees(port, HOST) != second);
    stop.send_replace(true);
    keeper.await.unwrap();
}

#[test]
fn settings_that_cannot_be_are_told_in_one_line() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let public = ["--base-url", "https://sign.example.org"];
    let relay = ["--mail", "smtp+insecure://127.0.0.1:1"];
    let made = rcgen::generate_simple_self_signed(vec!["other.example.org".to_owned()]).unwrap();
    std::fs::write(at.join("cert.pem"), made.cert.pem()).unwrap();
    std::fs::write(at.join("key.pem"), made.signing_key.serialize_pem()).unwrap();
    let files = [
        "--https",
        "files",
        "--https-cert",
        "cert.pem",
        "--https-key",
    ];
    for (arguments, named) in [
        (vec!["--https", "on"], "https: must be off, auto or files"),
        (vec!["--https", "auto"], "https-terms to agreed"),
        (vec!["--https", "files"], "https-cert and https-key"),
        (
            vec![
                "--https",
                "auto",
                "--https-terms",
                "agreed",
                "--https-directory",
                "http://ca.example",
            ],
            "https-directory: ",
        ),
        (
            vec![
                "--https",
                "auto",
                "--https-terms",
                "agreed",
                "--https-root",
                "nowhere.pem",
            ],
            "https-root: cannot read nowhere.pem",
        ),
        (vec!["--https", "auto", "--http", "80"], "http: "),
        (
            [&files[..], &["nowhere.pem"]].concat(),
            "https-key: cannot read nowhere.pem",
        ),
        (
            [&files[..], &["key.pem"]].concat(),
            "key.pem: chmod o-rwx key.pem",
        ),
    ] {
        let listen = ["--listen", "127.0.0.1:0", "--http", "off"];
        let listen = if arguments.contains(&"--http") {
            &listen[..2]
        } else {
            &listen[..]
        };
        let all = [&["serve"][..], &public, &relay, listen, &arguments].concat();
        super::settings::is_refused(&run(at, &all), 2, named, &arguments);
    }
    let key = std::os::unix::fs::PermissionsExt::from_mode(0o600);
    std::fs::set_permissions(at.join("key.pem"), key).unwrap();
    let all = [
        &["serve"][..],
        &public,
        &relay,
        &["--listen", "127.0.0.1:0", "--http", "off"],
        &files,
        &["key.pem"],
    ]
    .concat();
    super::settings::is_refused(
        &run(at, &all),
        2,
        "is for other.example.org and not for sign.example.org",
        &"another host",
    );
}
