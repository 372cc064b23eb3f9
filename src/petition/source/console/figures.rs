//! What a source brought, as figures on a page: the same for links and partners.
//!
//! Of a partner's signers small numbers are said as "a few", and days are shown from five on: who they are is between them and the
//! partner. Of links of their own organizers see the figures as they are: they see by which one each signature came.

use crate::base::{Day, Id};
use crate::db::{Conn, Result};
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::model::Petition;
use crate::petition::source::model::{DayCounts, Source, SourceKind};
use crate::petition::source::store;
use crate::web::{Site, urls};
use crate::words::Words;
use std::collections::HashMap;

/// The least that is said as a number, of people who came by a partner.
const FEW: i64 = 5;
/// Days shown.
const DAYS: usize = 60;

/// What the sources of a petition brought in all, by code.
#[derive(Debug, Clone, Default)]
pub(crate) struct SourceTotals {
    days: HashMap<String, DayCounts>,
    counted: HashMap<String, i64>,
}

impl SourceTotals {
    /// Of these sources.
    ///
    /// # Errors
    /// A fault of the database.
    pub(crate) fn read(conn: &mut Conn, petition: Id<Petition>, of: &[Source]) -> Result<Self> {
        let codes: Vec<&str> = of.iter().map(|one| one.code.as_str()).collect();
        Ok(Self {
            days: store::totals(conn, petition)?,
            counted: store::counted(conn, petition, &codes)?,
        })
    }

    /// The figures of this source.
    pub(crate) fn figures(&self, w: &Words, source: &Source) -> Figures {
        let code = source.code.as_str();
        let days = self.days.get(code).copied().unwrap_or_default();
        let counted = self.counted.get(code).copied().unwrap_or_default();
        figures(w, source.kind, days, Some(counted))
    }

    /// How many confirmed who came by it.
    pub(crate) fn confirmed(&self, source: &Source) -> i64 {
        let days = self.days.get(source.code.as_str());
        days.map_or(0, |days| days.confirmed)
    }

    /// Whether anything was counted of it.
    pub(crate) fn was_opened(&self, source: &Source) -> bool {
        let days = self.days.get(source.code.as_str());
        days.is_some_and(|days| days.opened > 0) || self.brought_anybody(source)
    }

    /// Whether anybody came by this source, or is about to.
    pub(crate) fn brought_anybody(&self, source: &Source) -> bool {
        let days = self.days.get(source.code.as_str()).copied();
        let days = days.unwrap_or_default();
        days.sent > 0 || days.confirmed > 0 || self.counted.contains_key(source.code.as_str())
    }
}

/// The figures of one source.
pub(crate) struct Figures {
    pub(crate) opened: String,
    pub(crate) sent: String,
    pub(crate) confirmed: String,
    /// None of a day: who counts is no matter of days.
    pub(crate) counted: Option<String>,
    /// How many of a hundred openings became signatures; empty where that is not told.
    pub(crate) rate: String,
    /// The same as a number.
    pub(crate) of_hundred: Option<i64>,
}

/// How numbers of this kind of source are told.
pub(crate) fn told(w: &Words, kind: SourceKind, n: i64) -> String {
    match (kind, n) {
        (SourceKind::Partner, 1..FEW) => w.say("source-few").to_owned(),
        _ => w.number(n),
    }
}

fn figures(w: &Words, kind: SourceKind, of: DayCounts, counted: Option<i64>) -> Figures {
    let is_told = of.opened >= of.confirmed.max(FEW) && of.confirmed >= FEW;
    let of_hundred = is_told.then(|| of.confirmed * 100 / of.opened.max(1));
    Figures {
        opened: told(w, kind, of.opened),
        sent: told(w, kind, of.sent),
        confirmed: told(w, kind, of.confirmed),
        counted: counted.map(|n| told(w, kind, n)),
        rate: of_hundred.map_or_else(String::new, |n| w.say1("source-rate", "n", n)),
        of_hundred,
    }
}

/// One source as a line of a list.
pub(crate) struct SourceLine {
    pub(crate) name: String,
    pub(crate) code: String,
    pub(crate) href: String,
    /// What is given out.
    pub(crate) link: String,
    pub(crate) is_paused: bool,
    pub(crate) total: Figures,
}

impl SourceLine {
    /// Of this source.
    pub(crate) fn of(
        site: &Site,
        w: &Words,
        managed: &ManagedPetition,
        source: &Source,
        totals: &SourceTotals,
    ) -> Self {
        let code = source.code.as_str();
        let path = urls::petition_via(None, &managed.petition.slug, code);
        Self {
            name: source.name.clone(),
            code: code.to_owned(),
            href: match source.kind {
                SourceKind::Link => urls::source_link(source.petition, code),
                SourceKind::Partner => urls::partner(source.petition, code),
            },
            link: format!("{}{path}", site.base_url),
            is_paused: source.paused_at.is_some(),
            total: totals.figures(w, source),
        }
    }
}

/// A day of one source.
pub(crate) struct SourceDayLine {
    pub(crate) day: String,
    pub(crate) figures: Figures,
}

/// The days of a source, the latest first; of a partner those on which five or more sent the form.
pub(crate) fn days(w: &Words, kind: SourceKind, days: &[(Day, DayCounts)]) -> Vec<SourceDayLine> {
    let is_shown = |counts: &DayCounts| kind == SourceKind::Link || counts.sent >= FEW;
    let shown = days.iter().rev().filter(|(_, counts)| is_shown(counts));
    let line = |(day, counts): &(Day, DayCounts)| SourceDayLine {
        day: w.date_of(*day),
        figures: figures(w, kind, *counts, None),
    };
    shown.take(DAYS).map(line).collect()
}
