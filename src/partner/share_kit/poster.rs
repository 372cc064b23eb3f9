//! What stands on a poster, whoever draws it: filled once, for the page to print and for the PDF.

use crate::base::Lang;
use crate::petition::text::markdown;
use crate::petition::{About, Phase, PublicPetition};
use crate::signature::page::via::Via;
use crate::signature::share::ways::link_via;
pub use crate::web::print::paper::Paper;
use crate::web::qr::Qr;
use crate::web::{Site, urls};
use serde::Deserialize;

/// Most characters of the text that a flyer shows.
const EXCERPT: usize = 760;

/// What the address of a poster says. Whatever cannot be read is as if it were not there.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct PosterQuery {
    /// See [`Paper`].
    #[serde(default)]
    pub paper: String,
    /// See [`PosterForm`].
    #[serde(default)]
    pub form: String,
    /// One of the petition's languages; else the poster is in its own and the code leads to each reader's.
    #[serde(default)]
    pub lang: String,
    /// The word that says where people come from.
    #[serde(default)]
    pub via: String,
}

/// What is made of a sheet of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PosterForm {
    /// For a wall: title, what is asked, and a large code.
    Poster,
    /// For a table: with the beginning of the text.
    Flyer,
    /// A poster with strips at its foot that people take along.
    TearOff,
}

impl PosterForm {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Poster, Self::Flyer, Self::TearOff];

    /// Its name in addresses, in words, and in the link of its code.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Poster => "poster",
            Self::Flyer => "flyer",
            Self::TearOff => "tear-off",
        }
    }

    /// Reads [`PosterForm::as_str`] back; a poster for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut all = Self::ALL.into_iter();
        all.find(|one| one.as_str() == text).unwrap_or(Self::Poster)
    }
}

/// Everything on a poster, written.
#[derive(Debug, Clone)]
pub struct Poster {
    /// On which paper.
    pub paper: Paper,
    /// What it is.
    pub form: PosterForm,
    /// Language of its text.
    pub lang: Lang,
    /// In which direction that is written.
    pub dir: &'static str,
    /// "Open letter to the State Judicial Council".
    pub eyebrow: String,
    /// The title.
    pub title: String,
    /// What is asked.
    pub ask: String,
    /// Who asks.
    pub organization: String,
    /// How the text begins, by paragraph: on a flyer.
    pub excerpt: Vec<String>,
    /// "Sign this letter".
    pub call: String,
    /// What to do with the code.
    pub scan: String,
    /// "or type".
    pub or_type: String,
    /// The address as somebody types it.
    pub address: String,
    /// That it takes no account.
    pub how: String,
    /// The last day to sign, where there is one.
    pub until: Option<String>,
    /// The link as a picture.
    pub qr: Qr,
    /// What the picture is called.
    pub qr_says: String,
}

impl Poster {
    /// A poster of this petition; none when its link is too long for a code.
    #[must_use]
    pub fn of(site: &Site, shown: &PublicPetition, asked: &PosterQuery) -> Option<Self> {
        let form = PosterForm::parse(&asked.form);
        let chosen = chosen_lang(shown, &asked.lang);
        let lang = chosen.unwrap_or(shown.petition.lang);
        let text = shown.text(lang)?;
        let w = &shown.words(site, text.lang);
        let via = via_of(shown, &asked.via);
        let via = via.as_ref().map_or(form.as_str(), Via::as_str);
        let path = urls::petition(chosen, &shown.petition.slug);
        let address = format!("{}{path}", site.base_url);
        let address = address.split_once("://").map_or("", |(_, rest)| rest);
        let kind = shown.petition.kind.as_str();
        let is_open = matches!(
            shown.petition.phase(site.clock.now()),
            Phase::Open | Phase::Coming | Phase::Paused
        );
        let last_day = shown.petition.last_day(w).filter(|_| is_open);
        Some(Self {
            paper: Paper::parse(&asked.paper),
            form,
            lang: text.lang,
            dir: w.dir(),
            eyebrow: About::of(shown, text.lang).eyebrow(w),
            title: text.title.clone(),
            ask: text.ask.clone(),
            organization: shown.organization.name.clone(),
            excerpt: match form {
                PosterForm::Flyer => excerpt(&text.body),
                _ => Vec::new(),
            },
            call: w.plain1("section-sign", "kind", kind),
            scan: w.say("poster-scan").to_owned(),
            or_type: w.say("poster-or").to_owned(),
            address: address.to_owned(),
            how: w.plain1("poster-how", "kind", kind),
            until: last_day.map(|day| w.plain1("poster-until", "date", day)),
            qr: Qr::of(&link_via(site, shown, chosen, Some(via)))?,
            qr_says: w.plain1("poster-code", "address", address),
        })
    }

    /// All that is read of it, for whoever asks whether there are letters for it.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        let one = [&self.eyebrow, &self.title, &self.ask, &self.organization];
        let one = one.into_iter().chain(&self.excerpt);
        one.map(String::as_str)
    }
}

/// The language that was chosen, of those that readers get.
pub(super) fn chosen_lang(shown: &PublicPetition, asked: &str) -> Option<Lang> {
    let asked = Lang::parse(asked).ok()?;
    shown.langs().find(|lang| *lang == asked)
}

/// The word that was asked for, where one may be.
pub(super) fn via_of(shown: &PublicPetition, asked: &str) -> Option<Via> {
    Via::of(shown, asked)
}

/// The first paragraphs of a text, to the end of a sentence where there is one.
fn excerpt(body: &str) -> Vec<String> {
    let mut room = EXCERPT;
    let mut kept = Vec::new();
    for paragraph in markdown::plain(body) {
        let length = paragraph.chars().count();
        if length <= room {
            room -= length;
            kept.push(paragraph);
            continue;
        }
        let begin: String = paragraph.chars().take(room).collect();
        let ends = [". ", "? ", "! ", "。", "！", "？"];
        let end = ends
            .iter()
            .filter_map(|end| Some(begin.rfind(end)? + end.trim_end().len()));
        let sentence = end.max().and_then(|end| begin.get(..end));
        let words = || begin.rsplit_once(' ').map(|(words, _)| words);
        match sentence.or_else(words) {
            Some(words) if room > EXCERPT / 4 || kept.is_empty() => kept.push(format!("{words} …")),
            _ => {}
        }
        break;
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_is_a_poster_on_a4() {
        for other in ["", "A4", "a3", "letter ", "\u{0}"] {
            assert_eq!(Paper::parse(other), Paper::A4, "{other:?}");
            assert_eq!(PosterForm::parse(other), PosterForm::Poster);
        }
        assert!(
            Paper::ALL
                .iter()
                .all(|one| Paper::parse(one.as_str()) == *one)
        );
        assert!(
            PosterForm::ALL
                .iter()
                .all(|one| PosterForm::parse(one.as_str()) == *one)
        );
    }

    #[test]
    fn a_flyer_shows_how_the_text_begins() {
        assert_eq!(
            excerpt("# Head\n\nOne.\n\n**Two**\nlines."),
            ["One.", "Two lines."]
        );
        let long = format!(
            "{}\n\n{}",
            "A sentence of it. ".repeat(20),
            "More of it. ".repeat(90)
        );
        let kept = excerpt(&long);
        assert_eq!(kept.len(), 2);
        assert!(kept[1].ends_with("it. …") && kept.concat().chars().count() <= EXCERPT + 2);
        let chinese = excerpt(&"法院记录应当免费。".repeat(200));
        assert!(chinese[0].ends_with("免费。 …"));
        assert!(
            excerpt(&"字".repeat(2_000)).is_empty(),
            "nothing is cut inside a word"
        );
    }
}
