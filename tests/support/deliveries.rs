//! Deliveries for stories.

use undersigned::base::{Day, Id, Time};
use undersigned::petition::Petition;
use undersigned::petition::delivery::{Delivery, DeliveryWay};

/// One that nobody is told of.
pub fn delivery(petition: Id<Petition>, now: Time) -> Delivery {
    Delivery {
        id: Id::new(now),
        petition,
        day: Day::of(now, "UTC"),
        recipients: "The council".to_owned(),
        way: DeliveryWay::Post,
        note: String::new(),
        sha256: None,
        signatures: 1,
        named: 0,
        is_public: false,
        organizer: None,
        revision: 1,
        created_at: now,
        updated_at: now,
    }
}
