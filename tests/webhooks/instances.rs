//! Story: two instances share the work and send each once; one that is killed between a commit and its delivery loses none.

use crate::support::on_both as on_both_databases;
use crate::support::patience::holds_soon;
use crate::support::ports::free_port;
use crate::support::program::{Program, Start, base, client, is_ready, open_petition, with_db};
use crate::support::receiver::{Answering, Receiver};
use crate::support::smtp::{Behaviour, SmtpServer};
use crate::support::webhooks::all_kinds;
use crate::support::world::on_both;
use http::header::{HeaderMap, HeaderName, HeaderValue};
use std::collections::BTreeMap;
use undersigned::account::occurrence::{Occurrence, OccurrenceKind as K, store as occurrence};
use undersigned::account::store::activity::Doer;
use undersigned::base::{Clock, Secrets};
use undersigned::db::Error;
use undersigned::partner::webhook::manage::{self, NewWebhook};
use undersigned::partner::webhook::model::WebhookFormat;
use undersigned::partner::webhook::target::WebhookUrl;
use undersigned::petition::Kind;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_instances_send_each_once_with_numbers_without_a_gap() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        world.another_instance().await;
        let receiver = Receiver::start().await;
        let (id, _) = world
            .has_webhook(
                &letter,
                &receiver,
                &[K::PetitionUpdated],
                WebhookFormat::Thin,
            )
            .await;
        let petition = letter.id;
        for _ in 0..20 {
            let now = world.now();
            world
                .write(move |tx| {
                    let of = |_| Occurrence::of(petition.cast(), K::PetitionUpdated, now);
                    let all: Vec<_> = (0..20).map(of).collect();
                    let wanted = occurrence::wanted_of(tx, &[petition.cast()])?;
                    occurrence::note(tx, &wanted, &all)
                })
                .await;
        }
        world.is_recorded(id, 400).await;
        let posted = receiver.posted();
        let mut times: BTreeMap<String, usize> = BTreeMap::new();
        let mut numbers: Vec<i64> = Vec::new();
        for one in &posted {
            *times
                .entry(one.header("webhook-id").to_owned())
                .or_default() += 1;
            numbers.push(one.json()["data"]["sequence"].as_i64().unwrap());
        }
        assert_eq!(times.len(), 400);
        assert!(times.values().all(|times| *times == 1), "{times:?}");
        numbers.sort_unstable();
        assert_eq!(numbers, (1..=400).collect::<Vec<_>>());
        assert!(receiver.most_at_once() <= 2, "{}", receiver.most_at_once());
        world.stops_another().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_kill_between_commit_and_delivery_loses_nothing() {
    on_both_databases(async |database| {
        let petition = open_petition(&database).await;
        let receiver = Receiver::start().await;
        // it takes nothing until the program was killed
        receiver.answers(Answering::Never);
        let smtp = SmtpServer::start(Behaviour::Good).await;
        let port = free_port();
        let start = Start {
            database: &database,
            url: None,
            port,
            relay: &smtp.setting(),
            file_limit: None,
            log: None,
        };
        let (client, base) = (client(), base(port));
        let program = Program::start(&start);
        is_ready(&client, &base).await;
        let file = database.folder().join("data").join("secrets");
        let secrets = Secrets::load_or_make(&file).expect("secrets");
        let new = NewWebhook {
            organization: petition.organization,
            petition: Some(petition.id),
            url: WebhookUrl::parse(&receiver.url(), true).unwrap(),
            kinds: all_kinds(),
            format: WebhookFormat::Thin,
            allows_private: true,
            made_by: None,
        };
        let id = petition.id;
        let secret = with_db(&database, move |db| {
            let now = Clock::system().now();
            let made = db.write_here(|tx| {
                let doer = Doer::operator(now);
                let (_, secret) = manage::add(tx, &secrets, &new, &doer)?;
                for _ in 0..5 {
                    let one = Occurrence::of(id.cast(), K::PetitionUpdated, now);
                    occurrence::note_one(tx, one)?;
                }
                Ok::<_, Error>(secret.text())
            });
            made.expect("a webhook")
        })
        .await;
        holds_soon("an attempt is under way", || receiver.connections() > 0);
        drop(program);
        receiver.answers(Answering::Status(204));
        let before = receiver.posted().len();
        let _again = Program::start(&start);
        is_ready(&client, &base).await;
        holds_soon("all of them", || {
            let mut ids: Vec<_> = receiver.posted()[before..]
                .iter()
                .map(|one| one.header("webhook-id").to_owned())
                .collect();
            ids.sort();
            ids.dedup();
            ids.len() == 5
        });
        // the published verifier takes them, time and all
        let published = standardwebhooks::Webhook::new(&secret).unwrap();
        for one in &receiver.posted()[before..] {
            let headers: HeaderMap = one
                .headers
                .iter()
                .map(|(name, value)| {
                    let name = HeaderName::from_bytes(name.as_bytes()).unwrap();
                    (name, HeaderValue::from_str(value).unwrap())
                })
                .collect();
            published.verify(&one.body, &headers).expect("verified");
            assert!(published.verify(b"{}", &headers).is_err());
        }
    })
    .await;
}
