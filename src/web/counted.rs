//! How many answers of each class were given, for metrics.

use actix_web::http::StatusCode;
use metrics::Counter;
use std::sync::OnceLock;

/// The four counters, looked up once: finding one by its name and label costs more than counting.
/// Not before the first answer, because where metrics are told is set up late.
#[derive(Default)]
pub struct Counted(OnceLock<[Counter; 4]>);

impl Counted {
    /// Counts an answer.
    pub fn answer(&self, status: StatusCode) {
        let counter = |class: &'static str| metrics::counter!("http_answers", "class" => class);
        let [fine, elsewhere, refused, broken] = self
            .0
            .get_or_init(|| ["2xx", "3xx", "4xx", "5xx"].map(counter));
        let counter = match status.as_u16() {
            200..=299 => fine,
            300..=399 => elsewhere,
            400..=499 => refused,
            _ => broken,
        };
        counter.increment(1);
    }
}
