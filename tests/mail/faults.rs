//! Story: whatever the relay does, a message is sent, tried again or given up, and the sender goes on.

use crate::support::smtp::{At, Behaviour, Secrecy, SmtpServer};
use std::time::{Duration, Instant};
use undersigned::base::time::Time;
use undersigned::mail::{
    Class, Fault, Mail, MailAddress, MailSetting, RawMail, Reading, Refused, Relay, Stage,
    Timeouts, Unsubscribe,
};

const IN_HASTE: Timeouts = Timeouts {
    connect: Duration::from_millis(400),
    hello: Duration::from_millis(400),
    command: Duration::from_millis(400),
    body: Duration::from_millis(400),
    whole: Duration::from_millis(900),
};

fn letter(to: &str) -> Mail {
    Mail {
        class: Class::Confirm,
        from_name: "Open Docket Coalition".to_owned(),
        from: MailAddress::parse("letters@sign.example.org").unwrap(),
        to: MailAddress::parse(to).unwrap(),
        subject: "Confirm your signature: Court records should be free".to_owned(),
        text: "Lucía, please confirm your signature.\n".to_owned(),
        html: "<p lang=\"en\">Lucía, please confirm your signature.</p>".to_owned(),
        message_id: "0193-aa@mail.example.org".to_owned(),
        date: Time::from_micros(1_795_295_400_000_000),
        unsubscribe: None,
        feedback: None,
    }
}

fn raw() -> RawMail {
    letter("sam@example.org").raw().unwrap()
}

fn relay(server: &SmtpServer) -> Relay {
    relay_of(server, &server.setting(), 2)
}

fn relay_of(server: &SmtpServer, setting: &str, connections: usize) -> Relay {
    let MailSetting::Smtp(setting) = setting.parse().unwrap() else {
        panic!("not smtp")
    };
    let roots = [server.certificate()];
    Relay::trusting(setting, "sign.example.org", connections, IN_HASTE, &roots).unwrap()
}

/// Sends one message to a server that misbehaves, then checks that the sender is well afterwards.
async fn refused(server: &SmtpServer, name: &str) -> Refused {
    let relay = relay(server);
    let begun = begun();
    let outcome = relay.send(raw()).await;
    assert!(
        begun.elapsed() < Duration::from_millis(1_900),
        "{name}: {:?}",
        begun.elapsed()
    );
    server.switch(Behaviour::Good);
    let after = relay.send(raw()).await;
    assert!(after.is_ok(), "{name}: not well afterwards: {after:?}");
    outcome.expect_err(name)
}

#[expect(clippy::disallowed_methods, reason = "measures that a try ends")]
fn begun() -> Instant {
    Instant::now()
}

fn says(at: At, text: &str) -> Behaviour {
    Behaviour::Says(at, text.to_owned())
}

#[tokio::test]
async fn every_fault_of_a_plain_relay_ends_and_is_judged() {
    use Fault::{Ambiguous, Permanent, Policy, Transient};
    let late = Duration::from_secs(60);
    let cases = [
        (Behaviour::NoGreeting, Transient, Stage::Greeting),
        (says(At::Greeting, "421 busy"), Transient, Stage::Greeting),
        (says(At::Greeting, "554 not you"), Policy, Stage::Greeting),
        (
            says(At::Rcpt, "450 4.2.0 greylisted"),
            Transient,
            Stage::Rcpt,
        ),
        (says(At::Rcpt, "550 5.1.1 unknown"), Permanent, Stage::Rcpt),
        (
            says(At::Data, "552 5.3.4 too large"),
            Permanent,
            Stage::Data,
        ),
        (says(At::Body, "552 5.2.2 full"), Permanent, Stage::Body),
        (says(At::Body, "554 5.7.1 spam"), Policy, Stage::Body),
        (says(At::Mail, "550 5.7.1 sender"), Policy, Stage::Mail),
        (Behaviour::Hangs(At::Greeting), Transient, Stage::Greeting),
        (Behaviour::Hangs(At::Ehlo), Transient, Stage::Greeting),
        (Behaviour::Hangs(At::Mail), Transient, Stage::Mail),
        (Behaviour::Hangs(At::Rcpt), Transient, Stage::Rcpt),
        (Behaviour::Hangs(At::Data), Transient, Stage::Data),
        (Behaviour::Hangs(At::Body), Ambiguous, Stage::Body),
        (Behaviour::Drops(At::Rcpt), Transient, Stage::Rcpt),
        (Behaviour::Drops(At::Body), Ambiguous, Stage::Body),
        (Behaviour::Late(At::Body, late), Ambiguous, Stage::Body),
        (Behaviour::BlankEhlo, Transient, Stage::Greeting),
        (Behaviour::LongLine(At::Rcpt), Transient, Stage::Rcpt),
        (Behaviour::LongLine(At::Body), Ambiguous, Stage::Body),
        (Behaviour::Endless(At::Ehlo), Transient, Stage::Greeting),
        (
            says(
                At::Rcpt,
                "450-4.2.0 come\r\n450-4.2.0 again\r\n450 4.2.0 later",
            ),
            Transient,
            Stage::Rcpt,
        ),
        (says(At::Mail, "nonsense"), Transient, Stage::Mail),
        (says(At::Data, "250 odd"), Transient, Stage::Data),
        (Behaviour::Drips, Transient, Stage::Greeting),
    ];
    for (behaviour, fault, stage) in cases {
        let name = format!("{behaviour:?}");
        let server = SmtpServer::start(behaviour).await;
        let refused = refused(&server, &name).await;
        assert_eq!((refused.fault, refused.stage), (fault, stage), "{name}");
    }
}

#[tokio::test]
async fn every_fault_of_tls_ends_before_a_word_is_said() {
    use Fault::{Auth, Transient};
    let cases = [
        (
            Secrecy::StartTls,
            Behaviour::BadCertificate,
            Transient,
            Stage::Tls,
        ),
        (
            Secrecy::StartTls,
            Behaviour::StripsStartTls,
            Transient,
            Stage::Tls,
        ),
        (
            Secrecy::StartTls,
            Behaviour::ClosesTls,
            Transient,
            Stage::Tls,
        ),
        (Secrecy::StartTls, Behaviour::Injects, Transient, Stage::Tls),
        (
            Secrecy::StartTls,
            Behaviour::Hangs(At::StartTls),
            Transient,
            Stage::Tls,
        ),
        (
            Secrecy::Tls,
            Behaviour::BadCertificate,
            Transient,
            Stage::Tls,
        ),
        (Secrecy::Tls, Behaviour::ClosesTls, Transient, Stage::Tls),
        (
            Secrecy::StartTls,
            Behaviour::Hangs(At::Auth),
            Transient,
            Stage::Auth,
        ),
        (
            Secrecy::StartTls,
            says(At::Auth, "535 5.7.8 wrong"),
            Auth,
            Stage::Auth,
        ),
        (
            Secrecy::Tls,
            says(At::Auth, "535 5.7.8 wrong"),
            Auth,
            Stage::Auth,
        ),
        (
            Secrecy::Tls,
            says(At::Auth, "454 4.7.0 later"),
            Transient,
            Stage::Auth,
        ),
    ];
    for (secrecy, behaviour, fault, stage) in cases {
        let name = format!("{secrecy:?} {behaviour:?}");
        let server = SmtpServer::start_as(secrecy, behaviour).await;
        let relay = relay(&server);
        let refused = relay.send(raw()).await.expect_err(&name);
        assert_eq!((refused.fault, refused.stage), (fault, stage), "{name}");
        assert!(refused.concerns_the_relay(), "{name}");
        let said = server.commands().join("\n");
        assert!(
            !said.contains("MAIL") && !said.contains("sam@"),
            "{name}: {said}"
        );
        let before_tls = ["StripsStartTls", "Injects", "ClosesTls", "BadCertificate"];
        if before_tls.iter().any(|part| name.contains(part)) {
            assert!(!said.contains("AUTH"), "{name}: {said}");
        }
        server.switch(Behaviour::Good);
        relay.send(raw()).await.expect(&name);
    }
}

#[tokio::test]
async fn a_relay_that_is_not_there_is_reported_at_once_and_used_when_it_is_back() {
    let server = SmtpServer::start(Behaviour::Good).await;
    let (relay, port) = (relay(&server), server.port());
    drop(server);
    let refused = relay.send(raw()).await.unwrap_err();
    assert_eq!(
        (refused.fault, refused.stage),
        (Fault::Transient, Stage::Connect)
    );
    let server = SmtpServer::start_at(port, Secrecy::Plain, Behaviour::Good).await;
    relay.send(raw()).await.unwrap();
    assert_eq!(server.messages()[0].from, "FROM:<letters@sign.example.org>");
}

#[tokio::test]
async fn greylisting_passes_on_the_same_connection() {
    let greylist = Behaviour::SaysFirst(1, At::Rcpt, "450 4.2.0 greylisted".to_owned());
    let server = SmtpServer::start(greylist).await;
    let relay = relay(&server);
    assert_eq!(relay.send(raw()).await.unwrap_err().code, Some(450));
    assert_eq!(relay.send(raw()).await.unwrap().code, 250);
    assert_eq!(server.connections(), 1);
}

#[tokio::test]
async fn a_connection_closed_while_idle_costs_nothing() {
    let server = SmtpServer::start(Behaviour::ClosesIdle).await;
    let relay = relay(&server);
    for _ in 0..5 {
        relay.send(raw()).await.unwrap();
        tokio::task::yield_now().await;
    }
    assert_eq!(server.count(), 5);
    server.switch(Behaviour::BouncesLater);
    relay.send(raw()).await.unwrap();
    assert_eq!(server.bounces(), ["TO:<sam@example.org>"]);
}

#[tokio::test]
async fn connections_are_few_and_renewed_after_a_hundred_messages() {
    let server = SmtpServer::start(Behaviour::Good).await;
    let relay = relay_of(&server, &server.setting(), 1);
    let mut sending = tokio::task::JoinSet::new();
    for _ in 0..250 {
        let relay = relay.clone();
        sending.spawn(async move { relay.send(raw()).await.unwrap() });
    }
    while sending.join_next().await.is_some() {}
    assert_eq!((server.count(), server.connections()), (250, 3));
    assert!(!server.commands().iter().any(|command| command == "NOOP"));
    relay.rest().await;
    assert_eq!(
        server
            .commands()
            .iter()
            .filter(|command| *command == "QUIT")
            .count(),
        3
    );
}

#[tokio::test]
async fn tls_and_starttls_deliver() {
    for secrecy in [Secrecy::StartTls, Secrecy::Tls] {
        let server = SmtpServer::start_as(secrecy, Behaviour::Good).await;
        relay(&server).send(raw()).await.unwrap();
        assert_eq!(server.messages()[0].recipient(), "sam@example.org");
        assert!(
            server
                .commands()
                .contains(&"AUTH PLAIN AHVzZXIAc2VjcmV0".to_owned())
        );
    }
    // a certificate that nobody vouches for
    let server = SmtpServer::start_as(Secrecy::Tls, Behaviour::Good).await;
    let MailSetting::Smtp(setting) = server.setting().parse().unwrap() else {
        panic!("not smtp")
    };
    let relay = Relay::new(setting, "sign.example.org", 1, IN_HASTE).unwrap();
    assert_eq!(relay.send(raw()).await.unwrap_err().stage, Stage::Tls);
}

/// What a stranger may type (T14).
const PAYLOADS: [&str; 14] = [
    "x\r\nBcc: eve@example.net",
    "x\nBcc: eve@example.net",
    "x\rBcc: eve@example.net",
    "x\r\n\r\nbody",
    "x\r\n.\r\nMAIL FROM:<>\r\nRCPT TO:<eve@example.net>\r\nDATA\r\n",
    "x\n.\nMAIL FROM:<>\nRCPT TO:<eve@example.net>",
    "x\r.\rMAIL FROM:<>",
    ".",
    "%0d%0aBcc:%20eve@example.net",
    "x\u{b}\u{85}\u{2028}Bcc: eve@example.net",
    "x\0y",
    "=?utf-8?q?x=0D=0ABcc:_eve@example.net?=",
    "\u{202e}txet\u{2066}\u{feff}",
    "\"<eve@example.net>, Eve\" <eve@example.net>",
];

#[tokio::test]
async fn no_text_of_a_letter_speaks_to_the_relay() {
    let server = SmtpServer::start(Behaviour::Good).await;
    let relay = relay(&server);
    let long = "y".repeat(998) + "\r\nRCPT TO:<eve@example.net>" + &"z ".repeat(2_000);
    let payloads: Vec<&str> = PAYLOADS.into_iter().chain([long.as_str()]).collect();
    for payload in &payloads {
        let mut letter = letter("sam@example.org");
        letter.from_name = (*payload).to_owned();
        letter.subject = format!("Confirm your signature: {payload}");
        letter.text = format!("{payload}\n.\n{payload}");
        letter.html = format!("<p>{payload}</p>\r\n.\r\n{payload}");
        letter.feedback = Some((*payload).to_owned());
        letter.unsubscribe = Some(Unsubscribe {
            https: "https://sign.example.org/u/abc".to_owned(),
            mailto: Some(MailAddress::parse("unsub+abc@sign.example.org").unwrap()),
        });
        relay.send(letter.raw().unwrap()).await.unwrap();
        let heard = server.messages().pop().unwrap();
        let reading = Reading::of(&heard.data);
        let names: Vec<&str> = reading
            .headers
            .iter()
            .map(|(name, _)| name.as_str())
            .collect();
        assert_eq!(
            names,
            [
                "From",
                "To",
                "Subject",
                "Date",
                "Message-ID",
                "MIME-Version",
                "Auto-Submitted",
                "X-Auto-Response-Suppress",
                "List-Unsubscribe",
                "List-Unsubscribe-Post",
                "Feedback-ID",
                "Content-Type",
            ],
            "{payload:?}"
        );
        assert_eq!(reading.header("to"), Some("sam@example.org"));
        let from = reading.header("from").unwrap();
        assert!(from.ends_with("<letters@sign.example.org>"), "{from}");
        let is_short = heard
            .data
            .split(|b| *b == b'\n')
            .all(|line| line.len() <= 999);
        assert!(is_short && heard.data.is_ascii(), "{payload:?}");
    }
    for command in [
        "MAIL FROM:<letters@sign.example.org>",
        "RCPT TO:<sam@example.org>",
        "DATA",
    ] {
        let times = server
            .commands()
            .iter()
            .filter(|heard| *heard == command)
            .count();
        assert_eq!(times, payloads.len(), "{command}");
    }
    let verbs = ["EHLO", "MAIL", "RCPT", "DATA"];
    for command in server.commands() {
        assert!(
            verbs.contains(&command.split(' ').next().unwrap()),
            "{command}"
        );
    }
}
