//! What is measured and told at `/metrics`, for Prometheus: names, what they mean, and who may read them.

use crate::count::{Counts, store::tallies};
use crate::db::Db;
use crate::mail::is_private;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use metrics::{Unit, describe_counter, describe_gauge, describe_histogram, gauge};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use std::time::Duration;
use tokio::sync::watch;

/// Upper ends in seconds: from a page in memory to what a visitor gives up on.
const BUCKETS: [f64; 10] = [0.001, 0.0025, 0.005, 0.01, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0];
/// Durations wait in memory until they are asked for; where nobody asks, they are summed up as often as this.
const SUM_UP: Duration = Duration::from_secs(5);

/// Sets the one recorder of this process up, and says what each measure means.
///
/// # Errors
/// One line for the operator.
pub(super) fn set_up() -> Result<PrometheusHandle, String> {
    let recorder = PrometheusBuilder::new()
        .set_buckets(&BUCKETS)
        .map_err(|error| format!("metrics: {error}"))?
        .build_recorder();
    let handle = recorder.handle();
    metrics::set_global_recorder(recorder).map_err(|_| "metrics are set up already".to_owned())?;
    describe();
    Ok(handle)
}

fn describe() {
    describe_counter!(
        "undersigned_http_answers_total",
        "Answers given, by the class of their status."
    );
    describe_histogram!(
        "undersigned_http_answer_seconds",
        Unit::Seconds,
        "Time from the request's head to the answer's, by whether it read or wrote."
    );
    describe_gauge!(
        "undersigned_signatures",
        "Signatures of all petitions as the database holds them, by state."
    );
    describe_gauge!(
        "undersigned_listeners",
        "Programs that follow a number over an open connection."
    );
    describe_counter!(
        "undersigned_mail_sent_total",
        "Letters the relay took, by kind."
    );
    describe_counter!(
        "undersigned_mail_failed_total",
        "Letters that were given up, by kind."
    );
    describe_counter!(
        "undersigned_mail_skipped_total",
        "Letters that nobody was to get any more, by kind."
    );
    describe_counter!(
        "undersigned_mail_deferred_total",
        "Tries at a letter after which it waits for another, by kind."
    );
    describe_gauge!(
        "undersigned_outbox_waiting",
        "Letters that wait in the database, by kind."
    );
}

/// GET /metrics, on a listener of its own. Who is on no private network hears nothing, even where the listener is open to all: in a
/// container it has to be.
pub(super) async fn tell(
    req: HttpRequest,
    told: Data<PrometheusHandle>,
    db: Data<Db>,
) -> HttpResponse {
    if !req.peer_addr().is_some_and(|peer| is_private(peer.ip())) {
        return HttpResponse::Forbidden().finish();
    }
    // While the database is away the last numbers stand.
    if let Ok(counts) = db.read(tallies::sums).await {
        note(counts);
    }
    HttpResponse::Ok()
        .content_type("text/plain; version=0.0.4; charset=utf-8")
        .body(told.render())
}

fn note(counts: Counts) {
    for (state, many) in [
        ("counted", counts.counted),
        ("held", counts.held),
        ("withdrawn", counts.withdrawn),
        ("removed", counts.removed),
    ] {
        let many = u32::try_from(many).unwrap_or(u32::MAX);
        gauge!("undersigned_signatures", "state" => state).set(f64::from(many));
    }
}

/// Sums up what was measured until the program stops.
pub(super) async fn keep(told: PrometheusHandle, mut stopping: watch::Receiver<bool>) {
    loop {
        let stop = stopping.wait_for(|stop| *stop);
        if tokio::time::timeout(SUM_UP, stop).await.is_ok() {
            return;
        }
        told.run_upkeep();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    #[actix_web::test]
    async fn who_is_on_no_private_network_hears_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let target = crate::db::Target::Sqlite(folder.path().join("a.db"));
        let db = Data::new(Db::open(&target).unwrap());
        let told = PrometheusBuilder::new().build_recorder().handle();
        for (peer, status) in [
            ("127.0.0.1:9", 200),
            ("172.30.250.7:9", 200),
            ("[::1]:9", 200),
            ("[::ffff:10.0.0.1]:9", 200),
            ("[fd00::1]:9", 200),
            ("203.0.113.5:9", 403),
            ("[2001:4860::1]:9", 403),
            ("[::ffff:8.8.8.8]:9", 403),
        ] {
            let req = TestRequest::default().peer_addr(peer.parse().unwrap());
            let req = req.insert_header(("x-forwarded-for", "127.0.0.1"));
            let answer = tell(req.to_http_request(), Data::new(told.clone()), db.clone()).await;
            assert_eq!(answer.status(), status, "{peer}");
        }
        let nobody = TestRequest::default().to_http_request();
        assert_eq!(tell(nobody, Data::new(told), db).await.status(), 403);
    }
}
