//! The program is killed while other programs begin petitions and hand in forms by keys, some of them between what was written and its
//! answer: whoever asks again by the same key gets what was done, and it was done once.
#![expect(
    clippy::disallowed_methods,
    reason = "several programs ask at once, and what they ask is cut off"
)]

use crate::support::on_both;
use crate::support::ports::free_port;
use crate::support::program::{Program, Start, base, client, is_ready, open_petition, with_db};
use crate::support::smtp::{Behaviour, SmtpServer};
use reqwest::Client;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use undersigned::account::token::add::{WantedToken, add};
use undersigned::base::Clock;
use undersigned::base::time::days;

const ROUNDS: usize = 6;
/// At once, in each round.
const ASKED: usize = 4;

/// A program that asks by keys.
#[derive(Clone)]
struct Asking {
    client: Client,
    base: String,
    token: String,
    letter: String,
}

impl Asking {
    /// Begins a petition or hands a form in, by a key of its own; none where no answer came.
    async fn asks(&self, n: usize) -> Option<(u16, Value)> {
        let (path, body) = match n.is_multiple_of(2) {
            true => (
                "/petitions".to_owned(),
                json!({"title": format!("Cut off {n}")}),
            ),
            false => (
                format!("/petitions/{}/signatures", self.letter),
                json!({"person": {"given_name": "Ada", "family_name": "Park",
                    "email_addresses": [{"address": format!("ada{n}@opendocket.org")}]}}),
            ),
        };
        let request = self.client.post(format!("{}/api/v2{path}", self.base));
        let request = request.header("OSDI-API-Token", &self.token);
        let request = request.header("idempotency-key", format!("key-{n}"));
        let answer = request.body(body.to_string()).send().await.ok()?;
        let status = answer.status().as_u16();
        let told = serde_json::from_str(&answer.text().await.ok()?).ok()?;
        Some((status, told))
    }

    async fn reads(&self, path: &str) -> Value {
        let request = self.client.get(format!("{}/api/v2{path}", self.base));
        let answer = request.header("OSDI-API-Token", &self.token).send();
        let text = answer
            .await
            .expect("an answer")
            .text()
            .await
            .expect("a body");
        serde_json::from_str(&text).expect("JSON")
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_cut_off_is_asked_again_and_done_once() {
    on_both(async |database| {
        let letter = open_petition(&database).await;
        let wanted = WantedToken {
            id: None,
            organization: letter.organization,
            name: "Nightly".to_owned(),
            scopes: "all".parse().expect("scopes"),
            petitions: None,
            networks: Vec::new(),
            expires_at: Clock::system().now().plus(days(30)),
            made_by: None,
        };
        let make = move |db: &undersigned::db::Db| {
            let now = Clock::system().now();
            db.write_here(|tx| add(tx, wanted, now)).expect("a token")
        };
        let made = with_db(&database, make).await.expect("room for one more");
        let smtp = SmtpServer::start(Behaviour::Good).await;
        let (port, relay) = (free_port(), smtp.setting());
        let asking = Asking {
            client: client(),
            base: base(port),
            token: made.text.show().to_owned(),
            letter: letter.id.to_string(),
        };
        let start = || {
            Program::start(&Start {
                database: &database,
                url: None,
                port,
                relay: &relay,
                file_limit: None,
                log: None,
            })
        };
        // what came of each; of some nothing was heard
        let mut told: BTreeMap<usize, Option<Value>> = BTreeMap::new();
        for round in 0..ROUNDS {
            let server = start();
            is_ready(&asking.client, &asking.base).await;
            let numbers = round * ASKED..(round + 1) * ASKED;
            let sent: Vec<_> = numbers
                .map(|n| {
                    let asking = asking.clone();
                    (n, tokio::spawn(async move { asking.asks(n).await }))
                })
                .collect();
            // at once, when the first is answered, when the second is ...
            let mut sent = sent.into_iter();
            for (n, answer) in sent.by_ref().take(round % ASKED) {
                told.insert(n, heard(answer.await.expect("it asks")));
            }
            drop(server);
            for (n, answer) in sent {
                told.insert(n, heard(answer.await.expect("it asks")));
            }
        }
        assert_eq!(told.len(), ROUNDS * ASKED);
        let cut_off = told.values().filter(|one| one.is_none()).count();
        assert!((1..told.len()).contains(&cut_off), "{cut_off} were cut off");

        let server = start();
        is_ready(&asking.client, &asking.base).await;
        for (n, before) in &told {
            let (status, now) = asking.asks(*n).await.expect("an answer");
            match (before, n.is_multiple_of(2)) {
                (Some(before), _) => assert_eq!(&now, before, "{n}: it is answered as it was"),
                (None, true) => assert_eq!(status, 200, "{n}: {now}"),
                // for a minute it is taken for a form that is being stored
                (None, false) => assert!(matches!(status, 200 | 409), "{n}: {now}"),
            }
            if n.is_multiple_of(2) {
                let filter = format!("filter=title+eq+%27cut+off+{n}%27");
                let found = asking.reads(&format!("/petitions?{filter}")).await;
                assert_eq!(found["total_records"], 1, "{n} was begun once");
                let only = &found["_embedded"]["osdi:petitions"][0]["identifiers"];
                assert_eq!(only, &now["identifiers"]);
            }
        }
        drop(server);
    })
    .await;
}

/// What an answer told; an answer at all is one of 200.
fn heard(answer: Option<(u16, Value)>) -> Option<Value> {
    answer.map(|(status, told)| {
        assert_eq!(status, 200, "{told}");
        told
    })
}
