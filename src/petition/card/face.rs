//! What a card shows of a petition, and the address of it.

use super::model::{CardName, step};
use crate::base::{Key, Lang, Time};
use crate::petition::PublicPetition;
use crate::petition::page::pages::Picture;
use crate::web::pictures::name::PictureHash;
use crate::web::{Site, urls};
use crate::words::Words;

/// Width of a card in pixels.
pub(crate) const WIDTH: u32 = 1200;
/// Height of a card in pixels.
pub(crate) const HEIGHT: u32 = 630;
/// Grows when the drawing itself changes, so that cards have other addresses then.
const DRAWING: &str = "3";

/// Everything on the card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Face {
    /// The title.
    pub title: String,
    /// Who asks.
    pub organization: String,
    /// "3,200+ have signed", or "Be one of the first to sign"; empty where neither is true.
    pub sentence: String,
    /// What the button says that is drawn; empty where nobody can sign now.
    pub cue: String,
    /// The number in it; 0 for none.
    pub count: i64,
    /// The goal the strokes are drawn against.
    pub goal: i64,
    /// The picture beside them.
    pub picture: Option<PictureHash>,
}

impl Face {
    /// The card of a petition for readers of this language, with a number that was a step, as it stands `now`.
    #[must_use]
    pub fn of(w: &Words, shown: &PublicPetition, count: i64, now: Time) -> Self {
        let petition = &shown.petition;
        let kind = petition.kind.as_str();
        let title = shown.text(w.lang()).map_or("", |text| text.title.as_str());
        let is_open = petition.is_open(now);
        let sentence = match (count, is_open) {
            (0, false) => String::new(),
            (0, true) => w.plain1("card-first", "kind", kind),
            _ => w.plain2("card-signed", "kind", kind, "n", count),
        };
        Self {
            title: title.to_owned(),
            organization: shown.organization.name.clone(),
            sentence,
            cue: match is_open {
                true => w.plain1("bar-button", "kind", kind),
                false => String::new(),
            },
            count,
            goal: petition.goal_of(count),
            picture: None,
        }
    }

    /// The same with the petition's picture, where it has one.
    #[must_use]
    pub fn with_picture(mut self, shown: &PublicPetition) -> Self {
        let picture = shown.picture.picture.as_ref();
        self.picture = picture.map(|picture| picture.large.hash.clone());
        self
    }

    /// What two cards must have in common to be the same picture.
    #[must_use]
    pub fn content(&self) -> Vec<u8> {
        let numbers = format!("{} {}", self.count, self.goal);
        let picture = self.picture.as_ref().map_or("", |hash| hash.0.as_str());
        let parts = [
            DRAWING,
            &self.title,
            &self.organization,
            &self.sentence,
            &self.cue,
            &numbers,
            picture,
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
    let now = site.clock.now();
    let face = Face::of(w, shown, step(counted), now).with_picture(shown);
    let name = name(&key(site), shown, w.lang(), &face).to_string();
    let slug = &shown.petition.slug;
    let says = match face.sentence.as_str() {
        "" => face.title.clone(),
        sentence => format!("{}. {sentence}", face.title),
    };
    let shows = shown.picture.picture.as_ref();
    let shows = shows.and_then(|picture| picture.text(w.lang(), shown.petition.lang));
    let (path, kind) = match face.picture {
        Some(_) => (urls::photo_card(slug, w.lang(), &name), "image/jpeg"),
        None => (urls::card(slug, w.lang(), &name), "image/png"),
    };
    Picture {
        address: format!("{}{path}", site.base_url),
        kind,
        width: WIDTH,
        height: HEIGHT,
        alt: match shows {
            Some(text) => format!("{says}. {}", text.alt),
            None => says,
        },
    }
}

fn name(key: &Key, shown: &PublicPetition, lang: Lang, face: &Face) -> CardName {
    CardName::make(key, &shown.petition, lang, face.count, &face.content())
}
