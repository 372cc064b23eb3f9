//! Story: two look at once. In the console the second is told that somebody looks already; two at a terminal find the same, and neither
//! changes anything.

use crate::operator::operator_pages::{another_operator, operator, reads, text};
use crate::support::on_both;
use crate::support::operator::{program, start};
use crate::support::ports::free_port;
use crate::support::smtp::{At, Behaviour};
use crate::support::world;
use std::process::{Output, Stdio};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_the_console_one_looks_at_a_time() {
    world::on_both(|world| async move {
        let (ola, bo) = (operator(&world).await, another_operator(&world).await);
        let path = "/organize/operator/doctor";
        let (hers, his) = (
            reads(&ola, "/organize/operator").await,
            reads(&bo, "/organize/operator").await,
        );
        // while the relay says nothing, her look goes on
        world.smtp().switch(Behaviour::Hangs(At::Greeting));
        let before = world.smtp().connections();
        let second = async {
            let asks = async || world.smtp().connections() > before;
            world.until("the relay is asked", asks).await;
            bo.presses(&his, path, &[]).await
        };
        let (first, second) = tokio::join!(ola.presses(&hers, path, &[]), second);
        assert_eq!(second.status, 429, "{}", second.body);
        assert_eq!(second.header("retry-after"), Some("30"));
        assert!(text(&second).contains("Somebody else is looking just now"));
        assert_eq!(first.status, 200, "{}", first.body);
        assert!(text(&first).contains("does not answer in time"));
        world.smtp().switch(Behaviour::Good);
        let his = reads(&bo, "/organize/operator").await;
        let again = bo.presses(&his, path, &[]).await;
        assert_eq!(again.status, 200, "he may, once she is done");
    })
    .await;
}

#[actix_web::test]
async fn at_a_terminal_both_find_the_same() {
    on_both(|database| async move {
        let serve = ["serve", "--database", database.url()];
        let server = start(database.folder(), &serve, Some("/setup/"));
        let listen = format!("127.0.0.1:{}", free_port());
        let look = || {
            program(database.folder())
                .args(["doctor", "--database", database.url(), "--listen", &listen])
                .stdout(Stdio::piped())
                .spawn()
                .unwrap()
        };
        let both = [look(), look()].map(|one| one.wait_with_output().unwrap());
        server.stop("TERM");
        let said = |one: &Output| String::from_utf8(one.stdout.clone()).unwrap();
        let [one, other] = &both;
        assert_eq!(said(one), said(other));
        assert_eq!(one.status.code(), Some(1), "nothing listens at that port");
        assert_eq!(other.status.code(), Some(1));
        assert!(said(one).contains("fine    database: "), "{}", said(one));
    })
    .await;
}
