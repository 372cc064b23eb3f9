//! Story: receivers that redirect, answer without end, slowly, not at all or nonsense. None of them holds up another, and nothing of what
//! they answer is kept.

use crate::support::receiver::{Answering, Receiver};
use crate::support::world::on_both;
use std::time::Duration;
use undersigned::account::occurrence::OccurrenceKind as K;
use undersigned::base::Clock;
use undersigned::partner::webhook::client::{SignedMessage, WebhookClient};
use undersigned::partner::webhook::model::{DeliveryFailure, WebhookDelivery, WebhookFormat};
use undersigned::partner::webhook::store::deliveries;
use undersigned::partner::webhook::target::WebhookUrl;
use undersigned::petition::Kind;

fn message() -> SignedMessage {
    SignedMessage {
        id: "msg_0".to_owned(),
        at: Clock::system().now().seconds(),
        signatures: "v1,AA==".to_owned(),
        body: "{}".into(),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whatever_is_answered_costs_a_bounded_time_and_no_memory() {
    let client = WebhookClient::new(None, &[])
        .unwrap()
        .within(Duration::from_secs(3));
    let trap = Receiver::start().await;
    let cases = [
        (Answering::Redirect(trap.url()), Ok(302)),
        (Answering::Status(200), Ok(200)),
        (Answering::Status(410), Ok(410)),
        (Answering::Endless, Ok(200)),
        (Answering::SlowBody, Ok(200)),
        (Answering::Slowly, Err(DeliveryFailure::Late)),
        (Answering::Never, Err(DeliveryFailure::Late)),
        (Answering::Closing, Err(DeliveryFailure::Broken)),
        (Answering::Garbage, Err(DeliveryFailure::Broken)),
    ];
    for (answering, told) in cases {
        let receiver = Receiver::start().await;
        receiver.answers(answering.clone());
        let url = WebhookUrl::parse(&receiver.url(), true).unwrap();
        let mut kept = None;
        let answered = client.post(&mut kept, (&url, true), &message()).await;
        let status = answered.map(|answered| answered.status);
        assert_eq!(status, told, "{answering:?}");
        // what is on its way in the system is some megabytes
        assert!(receiver.written() < 20_000_000, "{}", receiver.written());
        // a connection is used again only where its answer ended
        let ended = matches!(answering, Answering::Status(_) | Answering::Redirect(_));
        assert_eq!(kept.is_some(), ended, "{answering:?}");
        if ended {
            client
                .post(&mut kept, (&url, true), &message())
                .await
                .unwrap();
            assert_eq!((receiver.connections(), receiver.posted().len()), (1, 2));
        }
    }
    assert_eq!(trap.connections(), 0, "a redirect was followed");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_receiver_that_never_answers_holds_up_nobody_else() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let (dead, well) = (Receiver::start().await, Receiver::start().await);
        dead.answers(Answering::Never);
        let kinds = [K::PetitionClosed];
        let (first, _) = world
            .has_webhook(&letter, &dead, &kinds, WebhookFormat::Thin)
            .await;
        let (second, _) = world
            .has_webhook(&letter, &well, &kinds, WebhookFormat::Thin)
            .await;
        let now = world.now();
        // what waits for the one is a long line
        world
            .write(move |tx| {
                let all: Vec<_> = (0..3_000)
                    .map(|_| WebhookDelivery::test(first, now))
                    .collect();
                deliveries::insert_all(tx, &all)
            })
            .await;
        world
            .until("it is on its way", async || dead.connections() > 0)
            .await;
        world
            .write(move |tx| deliveries::insert_all(tx, &[WebhookDelivery::test(second, now)]))
            .await;
        world.are_posted(&well, 1).await;
        // the one is still at its first two: the other has not waited for them
        assert!(world.webhook(first).await.failing_since.is_none());
        assert!(dead.most_at_once() <= 2 && dead.posted().len() <= 2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_of_an_answer_is_kept() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let receiver = Receiver::start().await;
        receiver.answers(Answering::Status(500));
        let (id, _) = world
            .has_webhook(
                &letter,
                &receiver,
                &[K::PetitionClosed],
                WebhookFormat::Thin,
            )
            .await;
        let now = world.now();
        world
            .write(move |tx| deliveries::insert_all(tx, &[WebhookDelivery::test(id, now)]))
            .await;
        world.is_recorded(id, 1).await;
        let all = world.dump().await;
        assert!(all.contains("127.0.0.1"), "what is stored can be found");
        assert!(
            !all.contains("a secret of the receiver"),
            "the answer is kept"
        );
    })
    .await;
}
