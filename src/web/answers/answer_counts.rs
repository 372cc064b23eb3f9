//! How many answers of each class were given, and in what time, for metrics.

use actix_web::http::StatusCode;
use metrics::{Counter, Histogram};
use std::sync::OnceLock;
use std::time::Duration;

/// The measures, looked up once: finding one by its name and label costs more than counting.
/// Not before the first answer, because where metrics are told is set up late.
#[derive(Default)]
pub struct AnswerCounts(OnceLock<Measures>);

struct Measures {
    classes: [Counter; 4],
    reads: Histogram,
    writes: Histogram,
}

impl Measures {
    fn look_up() -> Self {
        let class = |class: &'static str| metrics::counter!("undersigned_http_answers_total", "class" => class);
        let seconds = |what: &'static str| metrics::histogram!("undersigned_http_answer_seconds", "request" => what);
        Self {
            classes: ["2xx", "3xx", "4xx", "5xx"].map(class),
            reads: seconds("read"),
            writes: seconds("write"),
        }
    }
}

impl AnswerCounts {
    /// Counts an answer to a request that only read, or that wrote.
    pub fn answer(&self, status: StatusCode, is_read: bool, took: Duration) {
        let measures = self.0.get_or_init(Measures::look_up);
        let [fine, elsewhere, refused, broken] = &measures.classes;
        let counter = match status.as_u16() {
            200..=299 => fine,
            300..=399 => elsewhere,
            400..=499 => refused,
            _ => broken,
        };
        counter.increment(1);
        match is_read {
            true => measures.reads.record(took),
            false => measures.writes.record(took),
        }
    }
}
