//! What happened in some time that somebody wants to be told of, and may know.

use crate::account::model::{Membership, Organization};
use crate::account::notices::Notice;
use crate::account::store::notices::DigestReader;
use crate::account::store::session;
use crate::account::{Action, may};
use crate::base::{Id, Time};
use crate::count::model::highest_step;
use crate::count::store::tallies;
use crate::db::{Conn, Result};
use crate::mail::store::{MailFigures, failed_about, figures};
use crate::petition::endorsement::store as endorsements;
use crate::petition::store::retention_runs;
use crate::petition::{Exposure, PetitionCache, PetitionState, PublicPetition};
use crate::signature::reason::store as reasons;
use crate::signature::retention::notice::reminds_from;
use std::sync::Arc;

/// From when until when; the end is not part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct DigestSpan {
    pub(super) from: Time,
    pub(super) until: Time,
}

impl DigestSpan {
    fn has(self, at: Time) -> bool {
        self.from <= at && at < self.until
    }
}

/// What waits to be decided by a person.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct ToDecide {
    pub(super) held: i64,
    pub(super) reasons: i64,
    pub(super) organizations: i64,
}

impl ToDecide {
    pub(super) fn sum(self) -> i64 {
        self.held + self.reasons + self.organizations
    }
}

/// What there is to tell of one petition.
pub(super) struct PetitionNews {
    pub(super) shown: Arc<PublicPetition>,
    /// How many have signed now.
    pub(super) counted: i64,
    pub(super) is_first: bool,
    /// The goal that was reached, or the round number.
    pub(super) goal: Option<i64>,
    pub(super) to_decide: ToDecide,
    /// Letters about it that were given up.
    pub(super) failed: i64,
    /// Whether its signers' details go in 14 days.
    pub(super) is_going: bool,
}

impl PetitionNews {
    fn happened(&self) -> bool {
        self.is_first || self.goal.is_some() || self.failed > 0 || self.is_going
    }
}

/// What there is to tell one organizer.
pub(super) struct News {
    /// The newest petition first; only those of which there is something to tell.
    pub(super) petitions: Vec<PetitionNews>,
    /// For the operator, where letters of this site were given up or wait for long.
    pub(super) mail: Option<MailFigures>,
    /// In the zone of their newest petition, if they have any.
    pub(super) zone: String,
}

impl News {
    /// How much waits to be decided.
    pub(super) fn waiting(&self) -> i64 {
        let each = self.petitions.iter();
        each.map(|news| news.to_decide.sum()).sum()
    }

    /// Whether anything happened, beside what waits.
    pub(super) fn happened(&self) -> bool {
        self.mail.is_some() || self.petitions.iter().any(PetitionNews::happened)
    }
}

/// Reads it as it is now, with what they may do now.
///
/// # Errors
/// A fault of the database.
pub(super) fn read(
    conn: &mut Conn,
    petition_cache: &PetitionCache,
    reader: &DigestReader,
    span: DigestSpan,
    now: Time,
) -> Result<News> {
    let places = session::memberships(conn, reader.id)?;
    let mut own = petition_cache.all();
    own.retain(|shown| place(&places, shown.organization.id).is_some() && !shown.is_removed());
    own.sort_by_key(|shown| std::cmp::Reverse(shown.petition.id));
    let zone = own.first().map(|shown| shown.petition.time_zone.clone());
    let wants_mail = reader.wanted.has(Notice::MailFails);
    let failed = match wants_mail {
        true => failed_about(conn, span.from, span.until)?,
        false => Default::default(),
    };
    let mut petitions = Vec::new();
    for shown in own {
        let Some(place) = place(&places, shown.organization.id) else {
            continue;
        };
        let failed = failed.get(&shown.petition.id.cast()).copied();
        let reading = Reading {
            conn,
            reader,
            place,
            span,
        };
        let news = reading.news(shown, failed.unwrap_or_default())?;
        if news.happened() || news.to_decide.sum() > 0 {
            petitions.push(news);
        }
    }
    let mail = match reader.is_operator && wants_mail {
        true => Some(figures(conn, span.from, now)?).filter(|figures| !figures.failed.is_empty()),
        false => None,
    };
    Ok(News {
        petitions,
        mail,
        zone: zone.unwrap_or_else(|| "UTC".to_owned()),
    })
}

fn place(places: &[Membership], organization: Id<Organization>) -> Option<&Membership> {
    places.iter().find(|one| one.organization == organization)
}

struct Reading<'a> {
    conn: &'a mut Conn,
    reader: &'a DigestReader,
    place: &'a Membership,
    span: DigestSpan,
}

impl Reading<'_> {
    fn news(self, shown: Arc<PublicPetition>, failed: i64) -> Result<PetitionNews> {
        let (conn, span, id) = (self.conn, self.span, shown.petition.id);
        let may = |action| may(self.place.role, action);
        let wants = |notice| self.reader.wanted.has(notice);
        let tally = tallies::find(conn, id.cast())?;
        let counts = tally.map(|tally| tally.counts).unwrap_or_default();
        let mut news = PetitionNews {
            counted: counts.counted,
            is_first: false,
            goal: None,
            to_decide: ToDecide::default(),
            failed,
            is_going: false,
            shown,
        };
        let petition = &news.shown.petition;
        if may(Action::SeeNumbers) && petition.allows(Exposure::History) {
            // Whole hours, as the number is kept: what the hour of the end brings is told the next time.
            let hours = tallies::hours(conn, id.cast(), span.from.hour())?;
            let later = hours.iter().filter(|hour| hour.hour >= span.until.hour());
            let at_end = counts.counted - later.map(|hour| hour.change).sum::<i64>();
            let within = hours.iter().filter(|hour| hour.hour < span.until.hour());
            let at_start = at_end - within.map(|hour| hour.change).sum::<i64>();
            news.is_first = wants(Notice::FirstSignature) && at_start <= 0 && at_end > 0;
            if wants(Notice::Goal) {
                let met_at = tally.and_then(|tally| tally.goal_met_at);
                news.goal = match petition.goal {
                    Some(goal) => met_at.filter(|at| span.has(*at)).map(|_| i64::from(goal)),
                    None => highest_step(at_start, at_end),
                };
            }
        }
        if wants(Notice::ToDecide) && may(Action::Moderate) {
            news.to_decide = ToDecide {
                held: counts.held,
                reasons: reasons::counts(conn, id)?.waiting,
                organizations: endorsements::counts(conn, id)?.waiting,
            };
        }
        if wants(Notice::DetailsGo)
            && may(Action::ExportSigners)
            && petition.state != PetitionState::Draft
            && reminds_from(petition).is_some_and(|from| span.has(from))
        {
            let run = retention_runs::find(conn, id)?;
            news.is_going = run.is_none_or(|run| run.done_at.is_none());
        }
        Ok(news)
    }
}
