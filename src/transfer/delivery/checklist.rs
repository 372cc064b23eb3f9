//! What is to be done before a petition is handed over, each as one sentence.

use super::standing::DeliveryNumbers;
use crate::account::{Action, Actor};
use crate::base::Time;
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::{PetitionState, Phase};
use crate::web::urls;
use crate::words::Words;

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct CheckLine {
    /// Whether there is nothing left to do.
    pub(super) is_done: bool,
    /// The sentence.
    pub(super) said: String,
    /// The way to it and what it is called; none for whoever may not go there.
    pub(super) link: Option<(String, String)>,
}

/// What the list is made of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Checked {
    pub(super) numbers: DeliveryNumbers,
    /// Forms that were not confirmed, counted up to a bound.
    pub(super) waiting: i64,
    pub(super) recipients: usize,
    /// When the newest book was begun, if there is one; none for whoever may make none.
    pub(super) book: Option<Option<Time>>,
}

/// The list.
pub(super) fn lines(
    w: &Words,
    actor: &Actor,
    managed: &ManagedPetition,
    checked: &Checked,
    now: Time,
) -> Vec<CheckLine> {
    let petition = &managed.petition;
    let id = petition.id;
    let mut lines = Vec::new();
    let mut add = |is_done: bool, said: String, way: Option<(Action, &str, String)>| {
        let link = way
            .filter(|(action, ..)| actor.allow(*action, petition.organization).is_ok())
            .map(|(_, key, href)| (w.say(key).to_owned(), href));
        lines.push(CheckLine {
            is_done,
            said,
            link,
        });
    };
    let recipients = i64::try_from(checked.recipients).unwrap_or(i64::MAX);
    let name_them = (
        Action::EditPetition,
        "delivery-name-them",
        urls::recipients(id),
    );
    match recipients {
        0 => add(
            false,
            w.say("delivery-check-none").to_owned(),
            Some(name_them),
        ),
        n => add(true, w.say1("delivery-check-recipients", "n", n), None),
    }
    match managed.phase(now) {
        Phase::Closed => add(true, w.say("delivery-check-closed").to_owned(), None),
        _ if petition.state == PetitionState::Draft => {
            add(false, w.say("delivery-check-draft").to_owned(), None);
        }
        _ => {
            let close = (
                Action::ClosePetition,
                "delivery-close",
                urls::close_petition(id),
            );
            let said = match petition.last_date() {
                Some(day) => w.say1("delivery-check-until", "date", w.date_of(day)),
                None => w.say("delivery-check-open").to_owned(),
            };
            add(false, said, Some(close));
        }
    }
    match checked.numbers.held {
        0 => add(true, w.say("delivery-check-decided").to_owned(), None),
        n => {
            let decide = (Action::Moderate, "delivery-decide", urls::held(id));
            add(false, w.say1("delivery-check-held", "n", n), Some(decide));
        }
    }
    match checked.waiting {
        0 => add(true, w.say("delivery-check-confirmed").to_owned(), None),
        n => add(false, w.say1("delivery-check-waiting", "n", n), None),
    }
    if let Some(newest) = checked.book {
        let moved = checked.numbers.moved_at;
        let make = (Action::ExportSigners, "book-make", urls::signer_book(id));
        match newest {
            Some(at) if moved.is_none_or(|moved| moved <= at) => {
                add(true, w.say("delivery-check-book").to_owned(), None);
            }
            Some(_) => add(
                false,
                w.say("delivery-check-old-book").to_owned(),
                Some(make),
            ),
            None => add(
                false,
                w.say("delivery-check-no-book").to_owned(),
                Some(make),
            ),
        }
    }
    lines
}
