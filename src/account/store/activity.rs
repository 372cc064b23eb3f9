//! The activity log in the database: lines are added, read, and deleted when they are 24 months old, and nothing else. Triggers hold that.

use crate::account::deed::{Deed, DeedKind};
use crate::account::model::{Organization, Organizer};
use crate::base::time::days;
use crate::base::{Cursor, Id, Page, Time};
use crate::both;
use crate::db::schema::{activity as a, memberships as m};
use crate::db::{Conn, Result, Tx};
use diesel::prelude::*;
use std::time::Duration;

/// How long a line is kept. The database deletes none that is younger by its own clock: a day lies between the two.
const KEPT: Duration = days(2 * 366 + 1);
/// Most characters of what something was done to.
const WHAT: usize = 200;
/// Most characters of a wording, before and after each: a whole letter.
const WORDING: usize = 40_000;

/// Who did it, when, from where.
#[derive(Debug, Clone)]
pub struct Doer {
    organizer: Option<Id<Organizer>>,
    name: String,
    place: String,
    at: Time,
}

impl Doer {
    /// An organizer, by name, at a browser on a network.
    #[must_use]
    pub fn new(organizer: Id<Organizer>, name: &str, place: &str, at: Time) -> Self {
        Self {
            organizer: Some(organizer),
            name: name.to_owned(),
            place: place.to_owned(),
            at,
        }
    }

    /// Whoever runs the site, by a command.
    #[must_use]
    pub fn operator(at: Time) -> Self {
        Self {
            organizer: None,
            name: String::new(),
            place: String::new(),
            at,
        }
    }

    /// A partner, by the name that organizers gave it.
    #[must_use]
    pub fn partner(name: &str, at: Time) -> Self {
        Self {
            name: name.to_owned(),
            ..Self::operator(at)
        }
    }

    /// A program, by the name of the token that it came in with.
    #[must_use]
    pub fn program(token: &str, at: Time) -> Self {
        Self::partner(token, at)
    }

    /// Writes that it was done to `what`, in the transaction that does it.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn did(
        &self,
        tx: &mut Tx<'_>,
        organization: Id<Organization>,
        deed: Deed,
        what: &str,
    ) -> Result<()> {
        self.changed(tx, organization, deed, what, ("", ""))
    }

    /// The same, with what it was and what it became.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn changed(
        &self,
        tx: &mut Tx<'_>,
        organization: Id<Organization>,
        deed: Deed,
        what: &str,
        (before, after): (&str, &str),
    ) -> Result<()> {
        diesel::insert_into(a::table)
            .values((
                a::id.eq(Id::<Line>::new(self.at)),
                a::at.eq(self.at),
                a::organization_id.eq(organization),
                a::organizer_id.eq(self.organizer),
                a::who.eq(start(&self.name, WHAT)),
                a::deed.eq(deed.as_str()),
                a::what.eq(start(what, WHAT)),
                a::before.eq(start(before, WORDING)),
                a::after.eq(start(after, WORDING)),
                a::place.eq(start(&self.place, WHAT)),
            ))
            .execute(&mut **tx)?;
        Ok(())
    }

    /// Whether it is they.
    #[must_use]
    pub(crate) fn is(&self, organizer: Id<Organizer>) -> bool {
        self.organizer == Some(organizer)
    }

    /// By which two of them are told apart.
    #[must_use]
    pub(crate) fn key(&self) -> String {
        self.organizer
            .map_or_else(|| self.name.clone(), |id| id.to_string())
    }

    /// What they are called.
    #[must_use]
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// The same person at another time.
    #[must_use]
    pub(crate) fn later(mut self, at: Time) -> Self {
        self.at = at;
        self
    }

    /// When it is done.
    #[must_use]
    pub fn at(&self) -> Time {
        self.at
    }

    /// Writes it in the log of every organization in which `whom` works: it is about a person, by themselves or by whoever runs the site.
    ///
    /// # Errors
    /// A fault of the database.
    pub(crate) fn did_everywhere(
        &self,
        tx: &mut Tx<'_>,
        whom: &Organizer,
        deed: Deed,
    ) -> Result<()> {
        let what = match self.organizer == Some(whom.id) {
            true => "",
            false => whom.name.as_str(),
        };
        self.in_all(tx, whom.id, (deed, what), ("", ""))
    }

    /// The same of something of theirs that was another before.
    ///
    /// # Errors
    /// A fault of the database.
    pub(crate) fn changed_everywhere(
        &self,
        tx: &mut Tx<'_>,
        whom: Id<Organizer>,
        deed: Deed,
        sides: (&str, &str),
    ) -> Result<()> {
        self.in_all(tx, whom, (deed, ""), sides)
    }

    fn in_all(
        &self,
        tx: &mut Tx<'_>,
        whom: Id<Organizer>,
        (deed, what): (Deed, &str),
        sides: (&str, &str),
    ) -> Result<()> {
        let places = m::table
            .filter(m::organizer_id.eq(whom))
            .select(m::organization_id)
            .load::<Id<Organization>>(&mut **tx)?;
        for place in places {
            self.changed(tx, place, deed, what, sides)?;
        }
        Ok(())
    }
}

/// The first characters of a text.
fn start(text: &str, most: usize) -> &str {
    text.char_indices()
        .nth(most)
        .map_or(text, |(end, _)| text.get(..end).unwrap_or_default())
}

/// A line of the log.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Line {
    /// Its key, in the order of time.
    pub id: Id<Line>,
    /// When.
    pub at: Time,
    /// Who; none: whoever runs the site.
    pub organizer: Option<Id<Organizer>>,
    /// Their name then.
    pub who: String,
    /// The word of what was done.
    pub deed: String,
    /// What it was done to.
    pub what: String,
    /// What it was, where a wording was changed.
    pub before: String,
    /// What it became.
    pub after: String,
    /// The kind of browser and the network without its end.
    pub place: String,
}

/// Which lines are asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct LineFilter {
    /// Of this person alone.
    pub organizer: Option<Id<Organizer>>,
    /// Of this kind alone.
    pub kind: Option<DeedKind>,
}

/// Lines of an organization, the newest first, from a place in the list on.
///
/// # Errors
/// A fault of the database.
pub fn page(
    conn: &mut Conn,
    organization: Id<Organization>,
    filter: LineFilter,
    from: Option<&Cursor>,
    size: usize,
) -> Result<Page<Line>> {
    let mut lines = a::table
        .filter(a::organization_id.eq(organization))
        .select((
            a::id,
            a::at,
            a::organizer_id,
            a::who,
            a::deed,
            a::what,
            a::before,
            a::after,
            a::place,
        ))
        .limit(i64::try_from(size).unwrap_or(i64::MAX - 1) + 1)
        .into_boxed();
    if let Some(organizer) = filter.organizer {
        lines = lines.filter(a::organizer_id.eq(organizer));
    }
    if let Some(kind) = filter.kind {
        lines = lines.filter(a::deed.eq_any(kind.words()));
    }
    let at = from.and_then(|cursor| cursor.key().first()?.parse::<Id<Line>>().ok());
    let is_before = from.is_some_and(Cursor::is_before);
    lines = match (at, is_before) {
        (Some(at), true) => lines.filter(a::id.gt(at)).order(a::id.asc()),
        (Some(at), false) => lines.filter(a::id.lt(at)).order(a::id.desc()),
        (None, _) => lines.order(a::id.desc()),
    };
    let found = lines.load::<Line>(conn)?;
    let from = from.filter(|_| at.is_some());
    Ok(Page::cut(found, size, from, |line| {
        vec![line.id.to_string()]
    }))
}

/// Deletes lines that are older than they are kept. How many.
///
/// # Errors
/// A fault of the database.
pub(crate) fn tidy(tx: &mut Tx<'_>, now: Time) -> Result<usize> {
    let over = a::table.filter(a::at.lt(now.minus(KEPT)));
    Ok(both!(tx, |c| diesel::delete(over).execute(c))?)
}
