//! GET /p/{slug}/wordings: every text of a petition that could be signed, from when on, and how many signed it.

use crate::base::{Lang, Slug};
use crate::count::{CountCache, Parts};
use crate::petition::page::layout;
use crate::petition::page::pages::SHOWN_FROM;
use crate::petition::store::petitions::StoredWording;
use crate::petition::{PetitionCache, PublicPetition};
use crate::web::answers::answer::ok;
use crate::web::page::Frame;
use crate::web::{PathArg, ReaderLang, Result, Site, urls};
use crate::words::{Html, Words};
use actix_web::web::Data;
use askama::Template;

/// The newest texts that are told in full; of older ones their day and number.
const IN_FULL: usize = 30;

/// One text.
struct Version {
    lang: Lang,
    /// What its language calls itself.
    language: String,
    /// From when on it was signed, already written.
    from: String,
    /// What the organizers called it: a words key.
    called: &'static str,
    /// How many of those who count signed it, where numbers are told.
    signed: Option<i64>,
    /// Title, addressee, ask and promises, and the text as HTML; none of old ones.
    words: Option<(Vec<String>, Html)>,
}

#[derive(Template)]
#[template(path = "petition/numbers/wordings.html")]
struct WordingsPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    title: &'a str,
    lang: Lang,
    /// "354 have signed, 12 of them the text as it stands now", where numbers are told and it was changed.
    sentence: Option<String>,
    versions: Vec<Version>,
}

fn words(kept: &StoredWording) -> (Vec<String>, Html) {
    let text = &kept.text;
    let promises = text.promises().into_iter().map(|(_, words)| words);
    let parts = [&text.title, &text.target, &text.ask].map(String::clone);
    let all = parts.into_iter().chain(promises);
    let short = all.filter(|part| !part.is_empty()).collect();
    (short, Html::trusted(kept.html().to_owned()))
}

fn called(kept: &StoredWording) -> &'static str {
    use crate::petition::Rewording::{Change, Mend};
    match kept.called {
        Some(Change) => "wordings-change",
        Some(Mend) => "wordings-mend",
        None if kept.wording.version == 1 => "wordings-first",
        None => "wordings-before",
    }
}

/// The newest first; those of the reader's language before the others.
fn versions(
    site: &Site,
    w: &Words,
    shown: &PublicPetition,
    count_cache: &CountCache,
) -> Vec<Version> {
    let petition = &shown.petition;
    let parts = count_cache.parts(petition.id.cast(), Parts::Wordings);
    let is_told = count_cache.public_count(petition).signatures >= SHOWN_FROM;
    let mut all: Vec<&StoredWording> = shown.wordings.all().iter().collect();
    all.sort_by_key(|kept| {
        (
            kept.wording.lang != w.lang(),
            std::cmp::Reverse(kept.created_at),
        )
    });
    let one = |(place, kept): (usize, &StoredWording)| {
        let id = kept.wording.id;
        let signed = parts.iter().find(|one| one.part == id.cast());
        Version {
            lang: kept.wording.lang,
            language: site
                .words(kept.wording.lang)
                .say("language-name")
                .to_owned(),
            from: w.date_time(kept.created_at, &petition.time_zone),
            called: called(kept),
            signed: is_told.then(|| signed.map_or(0, |one| one.counted)),
            words: (place < IN_FULL).then(|| words(kept)),
        }
    };
    all.into_iter().enumerate().map(one).collect()
}

/// The page, in the language of the address, else the reader's, else the petition's own.
///
/// # Errors
/// 404 without such a petition; 410 once it was taken down.
pub async fn get(
    site: Data<Site>,
    petition_cache: Data<PetitionCache>,
    count_cache: Data<CountCache>,
    PathArg(slug): PathArg<Slug>,
    reader: ReaderLang,
) -> Result {
    let shown = petition_cache.by_slug(&slug)?;
    let lang = shown.read_in(&reader);
    let w = shown.words(&site, lang);
    let text = shown.text(lang);
    let around = layout::about(&site, &w, &shown, w.say("wordings-title"));
    let href = |lang: Lang| urls::wordings(Some(lang), &slug);
    let counted = count_cache.public_count(&shown.petition).signatures;
    let this_text = count_cache
        .this_text(&shown)
        .filter(|_| counted >= SHOWN_FROM);
    ok(&WordingsPage {
        frame: layout::alternates(around, &site, &shown, href),
        w: &w,
        title: text.map_or("", |text| text.title.as_str()),
        lang: text.map_or(lang, |text| text.lang),
        sentence: this_text.map(|n| w.say2("reworded", "counted", counted, "n", n)),
        versions: versions(&site, &w, &shown, &count_cache),
    })
}
