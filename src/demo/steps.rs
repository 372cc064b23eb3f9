//! What happens next in the demo, as its organizers tell it.

use super::petitions::{Play, TIME_ZONE};
use crate::base::time::days;
use crate::base::{Day, Id, Lang};
use crate::db::{Result, Tx};
use crate::petition::Petition;
use crate::petition::rules::dated_step::DatedStep;
use crate::petition::store::dated_steps;

/// Days after the opening of the letter, with what happens then in English and Spanish.
const OF_LETTER: [(u64, [&str; 2]); 4] = [
    (
        0,
        [
            "Four organizations publish the letter.",
            "Cuatro organizaciones publican la carta.",
        ],
    ),
    (
        14,
        [
            "Brackwell Legal has answered, and has not said no.",
            "Brackwell Legal respondió, y no dijo que no.",
        ],
    ),
    (
        66,
        [
            "We hand the letter and the names to both boards, in Ridgemont. You can come.",
            "Entregamos la carta y los nombres a las dos juntas directivas, en Ridgemont. Puede venir quien quiera.",
        ],
    ),
    (
        84,
        [
            "We tell everyone who said yes to email what they answered.",
            "Contamos qué respondieron a quienes aceptaron recibir correos.",
        ],
    ),
];

/// Writes the steps of the letter; the others have none of their own.
pub(super) fn write(tx: &mut Tx<'_>, petition: Id<Petition>, play: &Play) -> Result<()> {
    if !play.has_steps {
        return Ok(());
    }
    let step = |(after, [english, spanish]): (u64, [&str; 2])| DatedStep {
        day: Day::of(play.opened_at.plus(days(after)), TIME_ZONE),
        words: vec![
            (Lang::EN, english.to_owned()),
            (Lang::ES, spanish.to_owned()),
        ],
    };
    dated_steps::replace(tx, petition, &OF_LETTER.map(step))
}
