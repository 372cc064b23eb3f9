//! GET /p/{slug}/corrections: how organizers corrected the number, for everybody. By day and by cause, never by signature: a cause of few is not
//! told, so that nobody who vanished from a list is called a program.

use crate::base::{Slug, Time};
use crate::db::Db;
use crate::petition::dates::closing;
use crate::petition::page::layout;
use crate::petition::{Exposure, PublicPetition};
use crate::signature::batch::{BatchAct, BatchState, Cause, SignatureBatch};
use crate::signature::register::shown_register::Register;
use crate::signature::store::batches;
use crate::web::answers::answer::ok;
use crate::web::page::Frame;
use crate::web::{Error, PathArg, ReaderLang, Result, Site, Source, urls};
use crate::words::Words;
use actix_web::web::Data;
use askama::Template;
use std::collections::BTreeMap;

/// Decisions that are read, the newest first.
const READ: i64 = 500;
/// Fewest signatures whose cause is told.
const FEWEST: i64 = 10;

/// What was done on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Correction {
    /// A moment of that day.
    at: Time,
    /// How many signatures were moved.
    all: i64,
    /// How many of them were moved back since.
    back: i64,
    /// Causes of many, with how many each.
    causes: Vec<(Cause, i64)>,
}

/// The corrections of each day and act, the newest day first.
fn by_day(batches: &[SignatureBatch], zone: &str) -> Vec<(BatchAct, Correction)> {
    let mut days: BTreeMap<(String, BatchAct), Correction> = BTreeMap::new();
    for batch in batches {
        if ![BatchState::Done, BatchState::TakenBack].contains(&batch.state) {
            continue;
        }
        let moved = batch.moved + batch.back;
        // what waited a day for a second person was done when it ended; what was put back ended when it was
        let pressed = batch.decided_at.unwrap_or(batch.proposed_at);
        let at = match batch.state {
            BatchState::Done => batch.ended_at.unwrap_or(pressed),
            _ => pressed,
        };
        let (day, _) = closing::write_beginning(at, zone);
        let one = days.entry((day, batch.act)).or_insert(Correction {
            at,
            all: 0,
            back: 0,
            causes: Vec::new(),
        });
        one.all += moved;
        one.back += batch.back;
        let cause = batch.cause.unwrap_or(Cause::Other);
        match one.causes.iter_mut().find(|(known, _)| *known == cause) {
            Some((_, n)) => *n += moved,
            None => one.causes.push((cause, moved)),
        }
    }
    let told = |((_, act), mut one): ((String, BatchAct), Correction)| {
        one.causes.retain(|(_, n)| *n >= FEWEST);
        one.causes.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
        (act, one)
    };
    let any = days.into_iter().rev().filter(|(_, one)| one.all > 0);
    any.map(told).collect()
}

/// One line of the page.
struct CorrectionLine {
    day: String,
    said: String,
    /// Cause and number, in words.
    causes: Vec<String>,
    /// How many came back, in words.
    back: Option<String>,
}

#[derive(Template)]
#[template(path = "signature/moderation/corrections.html")]
struct CorrectionsPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    title: &'a str,
    lang: String,
    lines: Vec<CorrectionLine>,
}

fn line(w: &Words, shown: &PublicPetition, (act, one): &(BatchAct, Correction)) -> CorrectionLine {
    let cause =
        |(cause, n): &(Cause, i64)| w.say2("correction-cause", "cause", cause.as_str(), "n", *n);
    CorrectionLine {
        day: w.date(one.at, &shown.petition.time_zone),
        said: w.say2("correction", "act", act.as_str(), "n", one.all),
        causes: one.causes.iter().map(cause).collect(),
        back: (one.back > 0).then(|| w.say1("correction-back", "n", one.back)),
    }
}

/// The page, in the language of the address, else the reader's, else the petition's own.
///
/// # Errors
/// 404 without such a petition, and where no number is told by day; 410 once it was taken down; 429 over 60 pages a minute; 503 while the
/// database is away.
pub async fn get(
    site: Data<Site>,
    register: Data<Register>,
    db: Data<Db>,
    PathArg(slug): PathArg<Slug>,
    reader: ReaderLang,
    source: Source,
) -> Result {
    let shown = register.petition_cache.by_slug(&slug)?;
    if !shown.allows(Exposure::History) {
        return Err(Error::NOT_FOUND);
    }
    if !register.pace.admits(source) {
        return Err(Error::too_many(60));
    }
    let id = shown.petition.id;
    let all = db
        .read(move |conn| batches::newest(conn, id, None, READ))
        .await?;
    let lang = shown.read_in(&reader);
    let w = shown.words(&site, lang);
    let text = shown.text(lang);
    let around = layout::about(&site, &w, &shown, w.say("corrections-title"));
    let corrected = by_day(&all, &shown.petition.time_zone);
    ok(&CorrectionsPage {
        frame: layout::alternates(around, &site, &shown, |lang| {
            urls::corrections(Some(lang), &slug)
        }),
        w: &w,
        title: text.map_or("", |text| text.title.as_str()),
        lang: text.map_or(lang, |text| text.lang).to_string(),
        lines: corrected.iter().map(|one| line(&w, &shown, one)).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Id;
    use crate::base::time::days;

    #[test]
    fn days_are_summed_and_causes_of_few_are_not_told() {
        use BatchState::{Done, Stopped, TakenBack};
        let begin = Time::parse("2026-11-21T12:00:00Z").unwrap();
        let batch = |day: u64, act, cause, moved, state| {
            let at = begin.plus(days(day));
            let mut batch = SignatureBatch::begun(Id::new(at), act, Id::new(at), at);
            batch.decided_at = Some(at);
            (batch.cause, batch.state) = (Some(cause), state);
            match state {
                TakenBack => batch.back = moved,
                _ => batch.moved = moved,
            }
            batch
        };
        let all = [
            batch(0, BatchAct::Remove, Cause::Program, 312, Done),
            batch(0, BatchAct::Remove, Cause::Twice, 1, Done),
            batch(0, BatchAct::Remove, Cause::Program, 8, TakenBack),
            batch(0, BatchAct::Hold, Cause::Program, 9, Done),
            batch(1, BatchAct::Count, Cause::InOrder, 20, Done),
            batch(2, BatchAct::Remove, Cause::Program, 500, Stopped),
            batch(3, BatchAct::Remove, Cause::Program, 0, Done),
        ];
        let told = by_day(&all, "Europe/London");
        let said: Vec<_> = told
            .iter()
            .map(|(act, one)| (act.as_str(), one.all, one.back, one.causes.clone()))
            .collect();
        assert_eq!(
            said,
            [
                ("count", 20, 0, vec![(Cause::InOrder, 20)]),
                ("remove", 321, 8, vec![(Cause::Program, 320)]),
                ("hold", 9, 0, vec![]),
            ]
        );
    }
}
