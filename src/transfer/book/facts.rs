//! What a book says beside the names: of the petition, its recipients, its wording and its numbers.

use super::names::Headings;
use super::options::{BookGrouping, BookRequest, names_people};
use crate::base::{Day, Time};
use crate::count::store::tallies;
use crate::db::{Conn, Error, Result};
use crate::petition::delivery::Recipient;
use crate::petition::endorsement::store as endorsements;
use crate::petition::store::deliveries;
use crate::petition::text::markdown;
use crate::petition::{Exposure, Petition, PublicPetition};
use crate::signature::store::affiliations::list::{self as affiliations, LinePlace, Lines};
use std::collections::HashMap;

/// Headings read at once.
const LINES: i64 = 2_000;
/// Microseconds of an hour.
const HOUR: i64 = 3_600_000_000;

/// What a book says beside the names.
pub(super) struct BookFacts {
    pub(super) petition: Petition,
    pub(super) title: String,
    pub(super) ask: String,
    /// In paragraphs, without marks.
    pub(super) body: Vec<String>,
    /// Since when it is signed in these words.
    pub(super) worded_on: Option<Day>,
    /// Who asks: the organization, and those that are named from the start.
    pub(super) asked_by: Vec<String>,
    pub(super) recipients: Vec<Recipient>,
    /// Organizations that signed and are shown.
    pub(super) organizations: Vec<String>,
    pub(super) counted: i64,
    /// The first and the last day on which the number moved.
    pub(super) days: Option<(Day, Day)>,
    /// Until when names are in it.
    pub(super) as_of: Day,
    /// Whether anybody is named: by the rule of the public list.
    pub(super) names_people: bool,
    /// Where spellings stand.
    pub(super) headings: Headings,
    /// How many signatures count under each school or employer.
    pub(super) totals: HashMap<String, (String, i64)>,
}

impl BookFacts {
    /// Reads them.
    ///
    /// # Errors
    /// A fault of the database; refused when the petition is gone.
    pub(super) fn read(conn: &mut Conn, request: &BookRequest, now: Time) -> Result<Self> {
        let gone = Error::Refused("no such petition");
        let id = request.petition;
        let petition = crate::petition::store::petitions::find(conn, id)?.ok_or(gone)?;
        let shown = PublicPetition::load(conn, petition)?;
        let petition = &shown.petition;
        let zone = petition.time_zone.clone();
        let text = shown.text(request.lang);
        let newest = shown.wording(request.lang).map(|wording| wording.id);
        let stored = crate::petition::store::petitions::wordings(conn, id)?;
        let stored = stored
            .into_iter()
            .find(|one| Some(one.wording.id) == newest);
        let tally = tallies::find(conn, id.cast())?;
        let mut asked_by = vec![shown.organization.name.clone()];
        for founder in &shown.founders {
            // the organization may be named among them
            if !asked_by.contains(&founder.name) {
                asked_by.push(founder.name.clone());
            }
        }
        let days = match petition.allows(Exposure::Register) {
            true => {
                let hours = tallies::hours(conn, id.cast(), 0)?;
                let day = |hour: i64| Day::of(Time::from_micros(hour.saturating_mul(HOUR)), &zone);
                let first = hours.first().map(|hour| day(hour.hour));
                first.zip(hours.last().map(|hour| day(hour.hour)))
            }
            false => None,
        };
        let (headings, totals) = match request.grouping {
            BookGrouping::Affiliation => grouped(conn, request)?,
            BookGrouping::Nothing | BookGrouping::Place => (HashMap::new(), HashMap::new()),
        };
        Ok(Self {
            title: text.map(|text| text.title.clone()).unwrap_or_default(),
            ask: text.map(|text| text.ask.clone()).unwrap_or_default(),
            body: text.map_or_else(Vec::new, |text| markdown::plain(&text.body)),
            worded_on: stored.map(|stored| Day::of(stored.created_at, &zone)),
            asked_by,
            recipients: deliveries::plan(conn, id)?.recipients,
            organizations: endorsements::listed(conn, id)?
                .into_iter()
                .map(|one| one.name)
                .collect(),
            counted: tally.map_or(0, |tally| tally.counts.counted),
            days,
            as_of: Day::of(now, &zone),
            names_people: names_people(petition),
            headings,
            totals,
            petition: shown.petition,
        })
    }
}

type Grouped = (Headings, HashMap<String, (String, i64)>);

/// Spellings that stand under a heading, and the numbers of all headings and spellings that stand alone.
fn grouped(conn: &mut Conn, request: &BookRequest) -> Result<Grouped> {
    let headings = affiliations::spellings_under(conn, request.petition)?;
    let mut totals = HashMap::new();
    let mut place: Option<LinePlace> = None;
    loop {
        let which = Lines::Largest(place.take());
        let lines = affiliations::lines(conn, request.petition, &which, LINES)?;
        let Some(last) = lines.last() else {
            break;
        };
        place = Some((last.signers, last.is_heading, last.key.clone()));
        for line in lines {
            let total = totals.entry(line.key).or_insert((line.title, 0));
            total.1 += line.signers;
        }
    }
    let named = headings
        .into_iter()
        .map(|one| (one.spelling, (one.heading, one.title)));
    Ok((named.collect(), totals))
}
