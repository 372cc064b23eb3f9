//! Story: the doctor looks from outside, as visitors and mail providers do: name, port, certificate, records of the sender's domain.

use crate::support::doctor::{Found, looks};
use crate::support::names::{Known, NameServer};
use crate::support::operator::{Serving, start_at, told};
use crate::support::patience::holds_soon;
use crate::support::ports::free_port;
use crate::support::smtp::{Behaviour, SmtpServer};
use crate::support::{Database, on_both};
use std::fs::Permissions;
use std::net::Ipv4Addr;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

const HOST: &str = "sign.example.org";
const HERE: Ipv4Addr = Ipv4Addr::LOCALHOST;
const ELSEWHERE: Ipv4Addr = Ipv4Addr::new(127, 0, 0, 2);
/// An address for examples to which nobody connects (RFC 6676): no story asks the world.
const PUBLIC: Ipv4Addr = Ipv4Addr::new(233, 252, 0, 7);

/// What a domain that lacks nothing says.
const WHOLE: [Known; 4] = [
    Known::Address(HOST, HERE),
    Known::Text(HOST, "v=spf1 a -all"),
    Known::Text(
        "s1._domainkey.sign.example.org",
        "v=DKIM1; k=rsa; p=MIIBIjANBg",
    ),
    Known::Text("_dmarc.example.org", "v=DMARC1; p=none"),
];

/// An installation with HTTPS of its own, at a name that a name server of the story's knows.
struct Installation {
    database: Database,
    port: u16,
    names: NameServer,
    arguments: Vec<String>,
}

impl Installation {
    fn of(database: Database, relay: &str) -> Self {
        let (folder, port) = (database.folder(), free_port());
        let made = rcgen::generate_simple_self_signed(vec![HOST.to_owned()]).unwrap();
        std::fs::write(folder.join("cert.pem"), made.cert.pem()).unwrap();
        let key = folder.join("key.pem");
        std::fs::write(&key, made.signing_key.serialize_pem()).unwrap();
        std::fs::set_permissions(&key, Permissions::from_mode(0o600)).unwrap();
        let base_url = format!("https://{HOST}:{port}");
        let arguments = [
            ["--database", database.url()],
            ["--base-url", &base_url],
            ["--mail", relay],
            ["--https", "files"],
            ["--https-cert", "cert.pem"],
            ["--https-key", "key.pem"],
            ["--http", "off"],
        ];
        Self {
            arguments: arguments.concat().into_iter().map(str::to_owned).collect(),
            names: NameServer::start(&WHOLE),
            port,
            database,
        }
    }

    fn folder(&self) -> &Path {
        self.database.folder()
    }

    fn arguments(&self) -> Vec<&str> {
        self.arguments.iter().map(String::as_str).collect()
    }

    fn serves(&self) -> Serving {
        self.serves_at(HERE, &[])
    }

    /// The same at another address of this machine, with more arguments.
    fn serves_at(&self, ip: Ipv4Addr, more: &[&str]) -> Serving {
        let place = format!("{ip}:{}", self.port);
        let arguments = [&["serve"], self.arguments().as_slice(), more].concat();
        start_at(self.folder(), place, &arguments, None)
    }

    fn looks(&self, more: &[&str]) -> Found {
        let (listen, resolver) = (format!("{HERE}:{}", self.port), self.names.at());
        let own = [
            "--listen",
            &listen,
            "--resolver",
            &resolver,
            "--trust",
            "cert.pem",
        ];
        looks(self.folder(), &[&self.arguments(), &own[..], more].concat())
    }
}

/// How full the disk of the machine is, and what others call its address, is no story's.
fn lines(said: &str) -> Vec<&str> {
    said.lines()
        .filter(|line| !line.contains("space: ") && !line.contains("ptr: "))
        .collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_all_is_well_every_line_says_so() {
    on_both(|database| async move {
        let relay = SmtpServer::start(Behaviour::Good).await;
        let installation = Installation::of(database, &relay.setting());
        let serving = installation.serves();
        let url = installation.database.url();
        told(
            installation.folder(),
            &["backup", "copy.db", "--database", url],
        );
        let selector = ["--dkim-selector", "s1"];
        // workers are seen within a second or two
        let mut found = installation.looks(&selector);
        holds_soon("every line is fine", || {
            found = installation.looks(&selector);
            lines(&found.said)
                .iter()
                .all(|line| line.starts_with("fine "))
        });
        let https = format!("https://{HOST}:{}", installation.port);
        for (about, part) in [
            ("settings", "no settings file"),
            ("files", "cannot read what is kept"),
            ("secrets", "is the one that the database was made with"),
            ("database", "its schema is this program’s"),
            ("backup", "just now"),
            ("queue", "No message that is due"),
            ("clock", "clock"),
            ("reach", &format!("{https} leads to this installation.")),
            ("certificate", "is good until"),
            ("proxies", "No proxy is in front."),
            ("workers", "at it."),
            ("keeper", "At work"),
            ("mail", "At work"),
            ("relay", "lets this installation in"),
            ("spf", "may send its mail (SPF)."),
            ("dkim", "s1._domainkey.sign.example.org is there"),
            ("dmarc", "(DMARC)."),
        ] {
            found.says("fine", about, part);
        }
        assert!(relay.messages().is_empty(), "no letter goes");

        let arguments = [&selector[..], &["--json"]].concat();
        let json: serde_json::Value =
            serde_json::from_str(&installation.looks(&arguments).said).unwrap();
        let all = json.as_array().unwrap();
        assert_eq!(all.len(), found.said.lines().count());
        for (one, line) in all.iter().zip(found.said.lines()) {
            let names: Vec<_> = one.as_object().unwrap().keys().collect();
            assert_eq!(names, ["about", "sentence", "verdict"]);
            let about = one["about"].as_str().unwrap();
            assert!(line.contains(&format!(" {about}: ")), "{line}");
        }

        serving.stop("TERM");
    })
    .await;
}

#[test]
fn what_the_senders_domain_lacks_is_told_with_the_record_to_add_and_is_not_wrong() {
    let installation = Installation::of(Database::sqlite(), "smtp+insecure://127.0.0.1:1");
    let serving = installation.serves();
    let selector = ["--dkim-selector", "s1"];
    let both = [Known::Address(HOST, HERE), Known::Address(HOST, PUBLIC)];
    installation.names.knows(&both);
    let found = installation.looks(&selector);
    found.says("fine", "reach", "leads to this installation");
    found.says(
        "soon",
        "spf",
        "sign.example.org: v=spf1 a:sign.example.org -all",
    );
    found.says(
        "soon",
        "dmarc",
        "at _dmarc.sign.example.org: v=DMARC1; p=none",
    );
    found.says(
        "soon",
        "dkim",
        "no DKIM key at s1._domainkey.sign.example.org",
    );
    found.says(
        "soon",
        "ptr",
        "233.252.0.7 has no name that leads back to it",
    );
    installation.names.knows(&WHOLE);
    installation
        .looks(&[])
        .says("unknown", "dkim", "--dkim-selector");
    let named = [
        Known::Address(HOST, HERE),
        Known::Address(HOST, PUBLIC),
        Known::NameOf(PUBLIC, HOST),
        Known::Text(HOST, "v=spf1 +all"),
        Known::Text("s1._domainkey.sign.example.org", "v=DKIM1; p="),
        Known::Text("_dmarc.sign.example.org", "v=DMARC1; p=none"),
        Known::Text("_dmarc.sign.example.org", "v=DMARC1; p=reject"),
    ];
    installation.names.knows(&named);
    let found = installation.looks(&selector);
    found.says("fine", "ptr", "lead back to them");
    found.says("soon", "spf", "lets everybody send");
    found.says("wrong", "dkim", "is taken back");
    found.says("soon", "dmarc", "more than one DMARC record");
    serving.stop("TERM");
}

#[test]
fn a_name_that_leads_elsewhere_is_told_apart_from_a_program_that_does_not_run() {
    let installation = Installation::of(Database::sqlite(), "smtp+insecure://127.0.0.1:1");
    let serving = installation.serves();
    let at = format!("{ELSEWHERE}:{}", installation.port);
    let elsewhere = |what: &str| format!("leads to {at}, where {what}");
    installation.names.knows(&[Known::Address(HOST, ELSEWHERE)]);
    let found = installation.looks(&[]);
    found.says("wrong", "reach", &elsewhere("nothing listens"));
    found.says("fine", "workers", "at it.");
    found.says("unknown", "proxies", "was not reached");
    serving.stop("TERM");
}

#[test]
fn another_server_under_the_name_or_at_the_port_is_no_installation_of_ours() {
    let installation = Installation::of(Database::sqlite(), "smtp+insecure://127.0.0.1:1");
    let serving = installation.serves();
    let other = Installation {
        port: installation.port,
        ..Installation::of(Database::sqlite(), "smtp+insecure://127.0.0.1:1")
    };
    for name in ["cert.pem", "key.pem"] {
        std::fs::copy(installation.folder().join(name), other.folder().join(name)).unwrap();
    }
    let stranger = other.serves_at(ELSEWHERE, &[]);
    installation.names.knows(&[Known::Address(HOST, ELSEWHERE)]);
    let found = installation.looks(&[]);
    found.says(
        "wrong",
        "reach",
        "where another server answers, or an instance with other secrets",
    );
    // one of two addresses
    let both = [Known::Address(HOST, HERE), Known::Address(HOST, ELSEWHERE)];
    installation.names.knows(&both);
    let found = installation.looks(&[]);
    found.says(
        "wrong",
        "reach",
        "but its address 127.0.0.2 does not: another server answers",
    );
    stranger.stop("TERM");
    serving.stop("TERM");

    installation.names.knows(&WHOLE);
    let found = installation.looks(&[]);
    found.says("wrong", "reach", "The program does not run");
    found.says("unknown", "workers", "of an instance that runs");
    found.says("fine", "certificate", "is good until");
    let stranger = other.serves();
    let found = installation.looks(&[]);
    found.says(
        "wrong",
        "reach",
        "is another program, or one that was started with other secrets",
    );
    stranger.stop("TERM");
    installation.names.knows(&[]);
    let found = installation.looks(&[]);
    found.says(
        "wrong",
        "reach",
        "The name sign.example.org has no address.",
    );
    found.says("unknown", "ptr", "cannot be told");
    // a name server that is not there
    let listen = format!("{HERE}:{}", installation.port);
    let own = ["--listen", &listen, "--resolver", "127.0.0.1:9"];
    let found = looks(
        installation.folder(),
        &[&installation.arguments(), &own[..]].concat(),
    );
    for about in ["reach", "spf", "dmarc"] {
        found.says("unknown", about, "The name server does not answer");
    }
}

#[test]
fn a_certificate_that_browsers_warn_of_is_told_with_the_reason() {
    let installation = Installation::of(Database::sqlite(), "smtp+insecure://127.0.0.1:1");
    let serving = installation.serves();
    let (listen, resolver) = (
        format!("{HERE}:{}", installation.port),
        installation.names.at(),
    );
    let own = ["--listen", &listen, "--resolver", &resolver];
    let found = looks(
        installation.folder(),
        &[&installation.arguments(), &own[..]].concat(),
    );
    found.says(
        "wrong",
        "certificate",
        "of an authority that browsers do not trust",
    );
    serving.stop("TERM");
}
