//! What each page of the editor held, in the database: a row each time something else was saved in it.

use crate::account::model::Organizer;
use crate::base::{Id, Time};
use crate::db::schema::petition_versions as v;
use crate::db::statements::types::JsonText;
use crate::db::{Conn, Error, Result, Tx};
use crate::petition::model::Petition;
use diesel::prelude::*;

/// Versions of one page that are kept; the oldest go.
const KEPT: i64 = 100;

/// The fields of a page and what stood in them, as in its form.
pub type PageFields = Vec<(String, String)>;

/// One version, without what it holds.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = v)]
pub struct PetitionVersion {
    /// The page: a word of `EditPart`.
    pub part: String,
    /// The revision of the petition with which it was saved.
    pub revision: i64,
    /// Who saved it; none where that is not known, or they are here no more.
    #[diesel(column_name = organizer_id)]
    pub by: Option<Id<Organizer>>,
    /// The revision that was taken up again.
    pub restored: Option<i64>,
    /// Of a translation: the revision of the petition's own text it was last held against.
    pub made_from: Option<i64>,
    /// Of the petition's own text: only its spelling changed.
    pub is_mend: bool,
    /// When.
    pub created_at: Time,
}

/// Reads what a row holds.
fn fields(json: &JsonText) -> Result<PageFields> {
    serde_json::from_str(&json.0).map_err(|_| Error::Refused("a version"))
}

/// What a page held, as a column holds it.
///
/// # Errors
/// Never for pairs of texts.
pub(crate) fn written(fields: &[(String, String)]) -> Result<JsonText> {
    serde_json::to_string(fields)
        .map(JsonText)
        .map_err(|_| Error::Refused("a version"))
}

/// Every version of every page of a petition, the newest first.
///
/// # Errors
/// A fault of the database.
pub fn all(conn: &mut Conn, petition: Id<Petition>) -> Result<Vec<PetitionVersion>> {
    Ok(v::table
        .filter(v::petition_id.eq(petition))
        .order((v::revision.desc(), v::part))
        .select(PetitionVersion::as_select())
        .load(conn)?)
}

/// Whether there is any version of a page.
///
/// # Errors
/// A fault of the database.
pub(crate) fn is_any(conn: &mut Conn, petition: Id<Petition>, part: &str) -> Result<bool> {
    let of_page = v::table
        .filter(v::petition_id.eq(petition))
        .filter(v::part.eq(part));
    Ok(diesel::select(diesel::dsl::exists(of_page)).get_result(conn)?)
}

/// What a page held in this version; none where there is no such version.
///
/// # Errors
/// A fault of the database.
pub fn find(
    conn: &mut Conn,
    petition: Id<Petition>,
    part: &str,
    revision: i64,
) -> Result<Option<PageFields>> {
    let found: Option<JsonText> = v::table
        .find((petition, part, revision))
        .select(v::fields)
        .first(conn)
        .optional()?;
    found.as_ref().map(fields).transpose()
}

/// Writes a version, and forgets the oldest beyond those that are kept.
///
/// # Errors
/// A fault of the database.
pub fn add(
    tx: &mut Tx<'_>,
    petition: Id<Petition>,
    version: &PetitionVersion,
    fields: &[(String, String)],
) -> Result<()> {
    diesel::insert_into(v::table)
        .values((
            v::petition_id.eq(petition),
            v::part.eq(&version.part),
            v::revision.eq(version.revision),
            v::fields.eq(written(fields)?),
            v::organizer_id.eq(version.by),
            v::restored.eq(version.restored),
            v::made_from.eq(version.made_from),
            v::is_mend.eq(version.is_mend),
            v::created_at.eq(version.created_at),
        ))
        .execute(&mut **tx)?;
    let of_page = v::table
        .filter(v::petition_id.eq(petition))
        .filter(v::part.eq(&version.part));
    let oldest: Option<i64> = of_page
        .order(v::revision.desc())
        .offset(KEPT)
        .select(v::revision)
        .first(&mut **tx)
        .optional()?;
    if let Some(oldest) = oldest {
        let gone = v::table
            .filter(v::petition_id.eq(petition))
            .filter(v::part.eq(&version.part))
            .filter(v::revision.le(oldest));
        diesel::delete(gone).execute(&mut **tx)?;
    }
    Ok(())
}

/// Notes that a translation was held against the petition's own text of this revision, and nothing had to be changed.
///
/// # Errors
/// A fault of the database.
pub fn holds(
    tx: &mut Tx<'_>,
    petition: Id<Petition>,
    version: (&str, i64),
    made_from: i64,
) -> Result<()> {
    diesel::update(v::table.find((petition, version.0, version.1)))
        .set(v::made_from.eq(made_from))
        .execute(&mut **tx)?;
    Ok(())
}
