//! Lines of the table: headings, and spellings that stand alone. Each page is a seek in two indexes, and none reads a signature.

use crate::base::Id;
use crate::both;
use crate::db::schema::{affiliation_headings as h, affiliations as a};
use crate::db::{Conn, Result};
use crate::petition::Petition;
use diesel::prelude::*;
use std::collections::BTreeMap;

/// A heading, or a spelling that stands alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AffiliationLine {
    /// Whether organizers have put spellings under it.
    pub is_heading: bool,
    /// Folded: what is compared.
    pub key: String,
    /// As it is read: what organizers call it, or what a signer wrote.
    pub title: String,
    /// Counted signatures.
    pub signers: i64,
}

/// A place in the list: size, whether a heading stands there, key.
pub type LinePlace = (i64, bool, String);

/// Which lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lines {
    /// The largest first, behind this place.
    Largest(Option<LinePlace>),
    /// Those whose folded words begin so, by their letters.
    Beginning(String),
}

type LineRow = (String, String, i64);

fn line(is_heading: bool, (key, title, signers): LineRow) -> AffiliationLine {
    AffiliationLine {
        is_heading,
        key,
        title,
        signers,
    }
}

/// A spelling that stands under a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpellingUnder {
    /// The spelling, folded.
    pub spelling: String,
    /// The heading, folded.
    pub heading: String,
    /// What organizers call that.
    pub title: String,
}

/// All spellings that organizers have put under headings, for whoever lists signers by them.
///
/// # Errors
/// A fault of the database.
pub fn spellings_under(conn: &mut Conn, petition: Id<Petition>) -> Result<Vec<SpellingUnder>> {
    let titles: BTreeMap<String, String> = h::table
        .filter(h::petition_id.eq(petition))
        .select((h::key, h::title))
        .load::<(String, String)>(conn)?
        .into_iter()
        .collect();
    let under = a::table
        .filter(a::petition_id.eq(petition))
        .filter(a::heading.is_not_null())
        .select((a::key, a::heading.assume_not_null()))
        .load::<(String, String)>(conn)?;
    let titled = |(spelling, heading): (String, String)| {
        let title = titles.get(&heading)?.clone();
        Some(SpellingUnder {
            spelling,
            heading,
            title,
        })
    };
    Ok(under.into_iter().filter_map(titled).collect())
}

/// The end of all folded words that begin so.
pub(super) fn end(beginning: &str) -> String {
    format!("{beginning}{}", char::MAX)
}

/// Up to `most` lines of a petition. Headings stand before spellings of the same size.
///
/// # Errors
/// A fault of the database.
pub fn lines(
    conn: &mut Conn,
    petition: Id<Petition>,
    which: &Lines,
    most: i64,
) -> Result<Vec<AffiliationLine>> {
    let alone = a::table
        .filter(a::petition_id.eq(petition))
        .filter(a::heading.is_null())
        .limit(most)
        .select((a::key, a::written, a::signers));
    let under = h::table
        .filter(h::petition_id.eq(petition))
        .limit(most)
        .select((h::key, h::title, h::signers));
    let (headings, spellings): (Vec<LineRow>, Vec<LineRow>) = match which {
        Lines::Largest(place) => {
            let (mut alone, mut under) = (alone.into_boxed(), under.into_boxed());
            if let Some((size, is_heading, key)) = place {
                under = under.filter(h::signers.le(*size));
                alone = alone.filter(a::signers.le(*size));
                match is_heading {
                    true => under = under.filter(h::signers.lt(*size).or(h::key.gt(key))),
                    false => {
                        under = under.filter(h::signers.lt(*size));
                        alone = alone.filter(a::signers.lt(*size).or(a::key.gt(key)));
                    }
                }
            }
            (
                under.order((h::signers.desc(), h::key)).load(conn)?,
                alone.order((a::signers.desc(), a::key)).load(conn)?,
            )
        }
        Lines::Beginning(words) => {
            let (from, to) = (words.as_str(), end(words));
            let under = under.filter(h::key.ge(from)).filter(h::key.lt(&to));
            let alone = alone.filter(a::key.ge(from)).filter(a::key.lt(&to));
            (
                under.order(h::key).load(conn)?,
                alone.order(a::key).load(conn)?,
            )
        }
    };
    let mut lines: Vec<_> = headings
        .into_iter()
        .map(|row| line(true, row))
        .chain(spellings.into_iter().map(|row| line(false, row)))
        .collect();
    match which {
        Lines::Largest(_) => lines.sort_by(|one, other| {
            let key = |line: &AffiliationLine| (-line.signers, !line.is_heading);
            key(one).cmp(&key(other)).then(one.key.cmp(&other.key))
        }),
        Lines::Beginning(_) => lines.sort_by(|one, other| one.key.cmp(&other.key)),
    }
    lines.truncate(usize::try_from(most).unwrap_or_default());
    Ok(lines)
}

/// The spellings that stand alone and begin so, at most `most`.
///
/// # Errors
/// A fault of the database.
pub fn beginning(
    conn: &mut Conn,
    petition: Id<Petition>,
    words: &str,
    most: i64,
) -> Result<Vec<String>> {
    Ok(a::table
        .filter(a::petition_id.eq(petition))
        .filter(a::heading.is_null())
        .filter(a::key.ge(words))
        .filter(a::key.lt(end(words)))
        .order(a::key)
        .limit(most)
        .select(a::key)
        .load(conn)?)
}

/// Spellings that stand alone and look like one of these, the largest first.
///
/// # Errors
/// A fault of the database.
pub fn alike(
    conn: &mut Conn,
    petition: Id<Petition>,
    looks: &[String],
    most: i64,
) -> Result<Vec<(String, AffiliationLine)>> {
    let rows: Vec<(String, LineRow)> = both!(conn, |c| a::table
        .filter(a::petition_id.eq(petition))
        .filter(a::heading.is_null())
        .filter(a::alike.eq_any(looks))
        .order((a::signers.desc(), a::key))
        .limit(most)
        .select((a::alike, (a::key, a::written, a::signers)))
        .load(c))?;
    let line = |(look, row)| (look, line(false, row));
    Ok(rows.into_iter().map(line).collect())
}

/// A heading, by its folded title.
///
/// # Errors
/// A fault of the database.
pub fn heading(
    conn: &mut Conn,
    petition: Id<Petition>,
    key: &str,
) -> Result<Option<AffiliationLine>> {
    let row = h::table
        .find((petition, key))
        .select((h::key, h::title, h::signers))
        .first::<LineRow>(conn)
        .optional()?;
    Ok(row.map(|row| line(true, row)))
}

/// Spellings under a heading, by their letters, behind this one.
///
/// # Errors
/// A fault of the database.
pub fn under(
    conn: &mut Conn,
    petition: Id<Petition>,
    heading: &str,
    behind: &str,
    most: i64,
) -> Result<Vec<AffiliationLine>> {
    let rows: Vec<LineRow> = a::table
        .filter(a::petition_id.eq(petition))
        .filter(a::heading.eq(heading))
        .filter(a::key.gt(behind))
        .order(a::key)
        .limit(most)
        .select((a::key, a::written, a::signers))
        .load(conn)?;
    Ok(rows.into_iter().map(|row| line(false, row)).collect())
}

/// The sums of all headings as they are kept, for the command line.
pub fn headings(conn: &mut Conn) -> Result<Vec<(Id<Petition>, String, i64)>> {
    Ok(h::table
        .select((h::petition_id, h::key, h::signers))
        .load(conn)?)
}

/// The same added up from the spellings under them, for the command line.
pub fn under_headings(conn: &mut Conn) -> Result<Vec<(Id<Petition>, String, i64)>> {
    let rows: Vec<(Id<Petition>, Option<String>, i64)> = a::table
        .filter(a::heading.is_not_null())
        .select((a::petition_id, a::heading, a::signers))
        .load(conn)?;
    let mut sums: BTreeMap<(Id<Petition>, String), i64> = BTreeMap::new();
    for (petition, heading, signers) in rows {
        if let Some(heading) = heading {
            *sums.entry((petition, heading)).or_default() += signers;
        }
    }
    let sum = |((petition, heading), signers)| (petition, heading, signers);
    Ok(sums.into_iter().map(sum).collect())
}
