//! What was handed over, as the petition's page tells it.

use crate::petition::delivery::Delivery;
use crate::words::Words;

/// One delivery, already written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HandedOver {
    /// "Handed over to the council on 12 May 2027 with 354 signatures".
    pub said: String,
    /// The SHA-256 of the file, for whoever wants to compare.
    pub sha256: Option<String>,
}

/// Those that are told, the last first.
#[must_use]
pub(crate) fn on_page(w: &Words, deliveries: &[Delivery]) -> Vec<HandedOver> {
    let one = |delivery: &Delivery| HandedOver {
        said: said(w, delivery),
        sha256: delivery.sha256.clone(),
    };
    deliveries.iter().map(one).collect()
}

/// To whom, when, and how many signatures.
#[must_use]
pub(crate) fn said(w: &Words, delivery: &Delivery) -> String {
    w.say3(
        "handed-over",
        "recipient",
        delivery.recipients.as_str(),
        "date",
        w.date_of(delivery.day),
        "n",
        delivery.signatures,
    )
}
