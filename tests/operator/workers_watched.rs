//! Story: a worker ends although nobody stopped it. The instance says that it is not ready and why, so that nobody is sent to it
//! until it is started anew.

use crate::support::world::on_both;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_instance_without_a_worker_is_not_ready() {
    on_both(|world| async move {
        let ready = world.visitor().gets("/readyz").await;
        assert_eq!((ready.status, ready.body.as_str()), (200, "ready\n"));
        world.app().db.health().worker_ended("mail");
        world.app().db.health().worker_ended("keeper");
        let ready = world.visitor().gets("/readyz").await;
        assert_eq!(ready.status, 503);
        assert_eq!(
            ready.body, "not ready: the worker mail ended\n",
            "the first"
        );
        assert!(!ready.header("retry-after").is_empty());
        assert_eq!(world.visitor().gets("/healthz").await.status, 200);
    })
    .await;
}
