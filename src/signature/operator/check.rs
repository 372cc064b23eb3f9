//! `undersigned check`: every tally recounted from the rows, and the public list held against them.

use crate::base::Id;
use crate::count::{Counts, store::tallies};
use crate::db::{Conn, Result};
use crate::petition::Petition;
use crate::petition::store::petitions;
use crate::signature::model::SignatureState;
use crate::signature::store::counts::{details, promises, sources, wordings};
use crate::signature::store::read;
use crate::signature::store::register::check;
use std::collections::HashMap;
use std::fmt;

/// A number that is not what its rows say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Whose number.
    pub slug: String,
    /// Of which state.
    pub state: &'static str,
    /// What the tally says.
    pub tally: i64,
    /// How many rows there are.
    pub rows: i64,
}

impl fmt::Display for Difference {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            slug,
            state,
            tally,
            rows,
        } = self;
        write!(
            to,
            "{slug}: {state}: tally {tally}, rows {rows}, difference {}",
            tally - rows
        )
    }
}

/// How much there is in a database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Petitions in every state, drafts too.
    pub petitions: i64,
    /// Signatures in every state.
    pub signatures: i64,
    /// Those that are counted.
    pub counted: i64,
}

/// Counts what is there, so that an operator sees whether a backup is the one they think it is.
///
/// # Errors
/// A fault of the database.
pub fn size(conn: &mut Conn) -> Result<Size> {
    let rows = read::recount(conn)?;
    let of = |wanted: fn(SignatureState) -> bool| {
        let some = rows.iter().filter(|(_, state, _)| wanted(*state));
        some.map(|(_, _, many)| many).sum()
    };
    Ok(Size {
        petitions: petitions::count(conn)?,
        signatures: of(|_| true),
        counted: of(|state| state == SignatureState::Counted),
    })
}

/// Where tallies, the sums of their hours, the counts of sources or the public list differ from the rows. Empty when all is well.
///
/// # Errors
/// A fault of the database.
pub fn differences(conn: &mut Conn) -> Result<Vec<Difference>> {
    let mut rows: HashMap<(Id<Petition>, SignatureState), i64> = HashMap::new();
    for (petition, state, count) in read::recount(conn)? {
        rows.insert((petition, state), count);
    }
    let mut found = Vec::new();
    for tally in tallies::changed_since(conn, 0)? {
        let id = tally.petition.cast();
        let slug = slug_of(conn, id)?;
        let mut hold = |state: &'static str, tally: i64, rows: i64| {
            if tally != rows {
                found.push(Difference {
                    slug: slug.clone(),
                    state,
                    tally,
                    rows,
                });
            }
        };
        for state in SignatureState::ALL {
            let said = of(&tally.counts, state);
            hold(state.as_str(), said, rows.remove(&(id, state)).unwrap_or(0));
        }
        let by_hour: i64 = tallies::hours(conn, id.cast(), 0)?
            .iter()
            .map(|hour| hour.change)
            .sum();
        hold("counted by hour", by_hour, tally.counts.counted);
    }
    let of_details = details::miscounts(conn)?;
    let divided = [
        ("counted by one source", sources::miscounts(conn)?),
        ("counted by one promise", promises::miscounts(conn)?),
        ("counted by one wording", wordings::miscounts(conn)?),
    ];
    for (state, all) in divided.into_iter().chain(of_details) {
        for wrong in all {
            found.push(Difference {
                slug: slug_of(conn, wrong.petition)?,
                state,
                tally: wrong.said,
                rows: wrong.rows,
            });
        }
    }
    for wrong in check::mislisted(conn)? {
        found.push(Difference {
            slug: slug_of(conn, wrong.petition)?,
            state: wrong.what,
            tally: wrong.said,
            rows: wrong.rows,
        });
    }
    for ((petition, state), rows) in rows {
        let slug = petition.to_string();
        found.push(Difference {
            slug,
            state: state.as_str(),
            tally: 0,
            rows,
        });
    }
    Ok(found)
}

/// How the petition is known to operators.
fn slug_of(conn: &mut Conn, id: Id<Petition>) -> Result<String> {
    let found = petitions::find(conn, id)?;
    Ok(found.map_or_else(|| id.to_string(), |petition| petition.slug.to_string()))
}

fn of(counts: &Counts, state: SignatureState) -> i64 {
    match state {
        SignatureState::Counted => counts.counted,
        SignatureState::Held => counts.held,
        SignatureState::Withdrawn => counts.withdrawn,
        SignatureState::Removed => counts.removed,
    }
}
