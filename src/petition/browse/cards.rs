//! Petitions as lists show them: those that are open as cards, those that are over as lines.

use crate::base::{Lang, Time};
use crate::count::cache::CountCache;
use crate::petition::page::hero::Hero;
use crate::petition::page::labels::{count_key, eyebrow};
use crate::petition::page::pages::{LastDay, Progress};
use crate::petition::{Petition, PublicPetition};
use crate::web::{ReaderLang, urls};
use crate::words::{Html, Words};
use std::sync::Arc;

/// Most petitions that are over on one page; the newest come first.
const MOST_OVER: usize = 50;

/// A petition that can be signed.
#[derive(Clone, Debug)]
pub struct PetitionCard<'a> {
    /// Its page.
    pub href: String,
    /// `letter`, `pledge` or `petition`.
    pub kind: &'a str,
    /// To whom, if to somebody.
    pub target: Option<&'a str>,
    /// The title.
    pub title: &'a str,
    /// One or two sentences.
    pub ask: &'a str,
    /// Language of title and ask.
    pub lang: &'a str,
    /// Who asks.
    pub organization: &'a str,
    /// The count.
    pub progress: Progress,
    /// Its picture, or its signatures as strokes.
    pub hero: Hero,
    /// Until when.
    pub last_day: Option<LastDay>,
}

impl PetitionCard<'_> {
    /// "Open letter to the State Judicial Council".
    pub(crate) fn eyebrow(&self, w: &Words) -> String {
        eyebrow(w, self.kind, self.target)
    }

    /// The sentence with the number.
    pub(crate) fn count_key(&self) -> &'static str {
        count_key(self.kind)
    }
}

/// A petition that is over.
#[derive(Clone, Debug)]
pub struct OverLine<'a> {
    /// Its page.
    pub href: String,
    /// The title.
    pub title: &'a str,
    /// Language of title and outcome.
    pub lang: &'a str,
    /// How it ended, its first paragraph, sanitized; none where nobody has said.
    pub outcome: Option<Html>,
    /// How many signed.
    pub counted: i64,
    /// The day it closed, already written.
    pub on: String,
}

/// Both.
#[derive(Debug, Default)]
pub struct PetitionLists<'a> {
    /// The newest first.
    pub open: Vec<PetitionCard<'a>>,
    /// The last that ended first.
    pub over: Vec<OverLine<'a>>,
}

/// Petitions that are listed, in a language each has, the dearest of the reader's.
#[must_use]
pub(crate) fn lists<'a>(
    w: &Words,
    (shown, reader): (&'a [Arc<PublicPetition>], &ReaderLang),
    count_cache: &CountCache,
    now: Time,
) -> PetitionLists<'a> {
    let open = shown
        .iter()
        .filter(|shown| shown.petition.is_open(now))
        .filter_map(|shown| card(w, (shown, reader), count_cache, now));
    let mut over: Vec<_> = shown
        .iter()
        .filter(|shown| shown.petition.is_over(now) && !shown.is_removed())
        .collect();
    over.sort_by_key(|shown| std::cmp::Reverse(shown.petition.ends_at()));
    let over = over.into_iter().take(MOST_OVER);
    PetitionLists {
        open: open.collect(),
        over: over
            .filter_map(|shown| line(w, (shown, reader), count_cache, now))
            .collect(),
    }
}

fn card<'a>(
    w: &Words,
    (shown, reader): (&'a PublicPetition, &ReaderLang),
    count_cache: &CountCache,
    now: Time,
) -> Option<PetitionCard<'a>> {
    let text = shown.text(shown.has_for(reader))?;
    let (petition, progress) = (&shown.petition, count_cache.progress(w, shown, now));
    let hero = Hero::of(w, &shown.picture, petition.lang, progress.told(), |file| {
        urls::picture(&petition.slug, &file.hash.0)
    });
    Some(PetitionCard {
        hero,
        href: href(text.lang, &shown.petition),
        kind: shown.petition.kind.as_str(),
        target: Some(text.target.as_str()).filter(|target| !target.is_empty()),
        title: &text.title,
        ask: &text.ask,
        lang: text.lang.as_str(),
        organization: &shown.organization.name,
        progress,
        last_day: LastDay::of(w, &shown.petition, now),
    })
}

fn line<'a>(
    w: &Words,
    (shown, reader): (&'a PublicPetition, &ReaderLang),
    count_cache: &CountCache,
    now: Time,
) -> Option<OverLine<'a>> {
    let text = shown.text(shown.has_for(reader))?;
    let petition = &shown.petition;
    Some(OverLine {
        href: href(text.lang, petition),
        title: &text.title,
        lang: text.lang.as_str(),
        outcome: text.outcome_html.as_deref().map(first_paragraph),
        counted: count_cache.progress(w, shown, now).counted,
        on: petition.last_day(w).unwrap_or_default(),
    })
}

/// What stands before the first end of a paragraph, which never stands inside another element that is cut with it: a quotation or a
/// list before it is left whole.
fn first_paragraph(html: &str) -> Html {
    let is_paragraph = html.starts_with("<p>");
    let first = html.split_inclusive("</p>").next().unwrap_or_default();
    Html::trusted(match is_paragraph {
        true => first.to_owned(),
        false => html.to_owned(),
    })
}

fn href(lang: Lang, petition: &Petition) -> String {
    urls::petition(Some(lang), &petition.slug)
}
