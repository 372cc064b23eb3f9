//! What a card shows of a petition, and the address of it.

use super::model::{CardName, step};
use crate::base::{Key, Lang};
use crate::count::model::moving_goal;
use crate::petition::PublicPetition;
use crate::petition::page::pages::Picture;
use crate::web::{Site, urls};
use crate::words::Words;

/// Width of a card in pixels.
pub(crate) const WIDTH: u32 = 1200;
/// Height of a card in pixels.
pub(crate) const HEIGHT: u32 = 630;
/// Grows when the drawing itself changes, so that cards have other addresses then.
const DRAWING: &str = "1";

/// Everything on the card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Face {
    /// The title.
    pub title: String,
    /// Who asks.
    pub organization: String,
    /// "3,200+ have signed", or "Be one of the first to sign".
    pub sentence: String,
    /// The number in it; 0 for none.
    pub count: i64,
    /// The goal the strokes are drawn against.
    pub goal: i64,
}

impl Face {
    /// The card of a petition for readers of this language, with a number that was a step.
    #[must_use]
    pub fn of(w: &Words, shown: &PublicPetition, count: i64) -> Self {
        let petition = &shown.petition;
        let kind = petition.kind.as_str();
        let title = shown.text(w.lang()).map_or("", |text| text.title.as_str());
        let sentence = match count {
            0 => w.plain1("card-first", "kind", kind),
            _ => w.plain2("card-signed", "kind", kind, "n", count),
        };
        Self {
            title: title.to_owned(),
            organization: shown.organization.name.clone(),
            sentence,
            count,
            goal: petition.goal.map_or_else(|| moving_goal(count), i64::from),
        }
    }

    /// What two cards must have in common to be the same picture.
    #[must_use]
    pub fn content(&self) -> Vec<u8> {
        let numbers = format!("{} {}", self.count, self.goal);
        let parts = [
            DRAWING,
            &self.title,
            &self.organization,
            &self.sentence,
            &numbers,
        ];
        parts.join("\0").into_bytes()
    }
}

/// The key of cards' names.
#[must_use]
pub fn key(site: &Site) -> Key {
    site.secrets.key("cards")
}

/// A petition's picture as it stands at this count.
#[must_use]
pub fn picture(site: &Site, w: &Words, shown: &PublicPetition, counted: i64) -> Picture {
    let face = Face::of(w, shown, step(counted));
    let name = name(&key(site), shown, w.lang(), &face);
    let path = urls::card(&shown.petition.slug, w.lang(), &name.to_string());
    Picture {
        address: format!("{}{path}", site.base_url),
        width: WIDTH,
        height: HEIGHT,
        alt: format!("{}. {}", face.title, face.sentence),
    }
}

fn name(key: &Key, shown: &PublicPetition, lang: Lang, face: &Face) -> CardName {
    CardName::make(key, &shown.petition, lang, face.count, &face.content())
}
