//! Story: whoever runs the site makes, tries, lists and removes webhooks by commands; the secret is the last line, once.

use crate::support::Database;
use crate::support::on_both;
use crate::support::program::open_petition;
use crate::support::receiver::{Answering, Receiver};
use std::process::{Command, Output};

fn run(database: &Database, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_undersigned"))
        .args(["--database", database.url(), "--data"])
        .arg(database.folder().join("data"))
        .arg("webhook")
        .args(arguments)
        .output()
        .unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_webhook_by_command() {
    on_both(async |database| {
        open_petition(&database).await;
        let receiver = Receiver::start().await;
        let url = receiver.url();
        let add = [
            "add",
            "--url",
            &url,
            "--events",
            "signature.created,petition.closed",
        ];
        // the own network is for who says so, and each mistake is one line
        let refused = run(&database, &add);
        assert_eq!(refused.status.code(), Some(2));
        assert!(
            text(&refused.stderr).contains("--url: Enter an address that begins with https://")
        );
        for (wrong, told) in [
            (
                vec!["add", "--url", "https://10.0.0.1/", "--events", "all"],
                "public internet",
            ),
            (
                vec![
                    "add",
                    "--url",
                    "https://a.example.org/",
                    "--events",
                    "signature.signed",
                ],
                "there is no event signature.signed",
            ),
            (
                vec![
                    "add",
                    "--url",
                    "https://a.example.org/",
                    "--events",
                    "all",
                    "--petition",
                    "none",
                ],
                "there is no petition none",
            ),
            (
                vec![
                    "add",
                    "--url",
                    "https://a.example.org/",
                    "--events",
                    "all",
                    "--format",
                    "fat",
                ],
                "must be thin, full or osdi",
            ),
            (
                vec!["test", "0193b3a5-0000-7000-8000-000000000000"],
                "there is no webhook",
            ),
        ] {
            let refused = run(&database, &wrong);
            assert_ne!(refused.status.code(), Some(0), "{wrong:?}");
            assert!(
                text(&refused.stderr).contains(told),
                "{}",
                text(&refused.stderr)
            );
        }
        assert_eq!(text(&run(&database, &["list"]).stdout), "no webhook\n");

        let made = run(&database, &[&add[..], &["--allow-private"]].concat());
        let said = text(&made.stdout);
        assert_eq!(made.status.code(), Some(0), "{}", text(&made.stderr));
        let lines: Vec<_> = said.lines().collect();
        let (id, secret) = (lines[0].split(' ').next().unwrap(), lines[1]);
        assert_eq!(lines.len(), 2);
        assert!(secret.starts_with("whsec_"), "{said}");
        let listed = text(&run(&database, &["list"]).stdout);
        assert!(
            listed.starts_with(&format!("{id} on thin signature.created,petition.closed")),
            "{listed}"
        );
        assert!(!listed.contains("whsec_"));

        let tried = run(&database, &["test", id]);
        assert!(
            text(&tried.stdout).starts_with("204 in "),
            "{}",
            text(&tried.stderr)
        );
        let posted = receiver.posted();
        assert_eq!(posted[0].kind(), "webhook.test");
        let published = standardwebhooks::Webhook::new(secret).unwrap();
        let at = posted[0].header("webhook-timestamp").parse().unwrap();
        let right = published
            .sign(posted[0].header("webhook-id"), at, &posted[0].body)
            .unwrap();
        assert_eq!(posted[0].header("webhook-signature"), right);
        receiver.answers(Answering::Status(500));
        let tried = run(&database, &["test", id]);
        assert_eq!(tried.status.code(), Some(1));
        assert!(text(&tried.stderr).contains("not taken: 500"));

        assert_eq!(run(&database, &["remove", id]).status.code(), Some(0));
        assert_eq!(text(&run(&database, &["list"]).stdout), "no webhook\n");
    })
    .await;
}
