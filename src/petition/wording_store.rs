//! Wordings in the database: the text as it was signed, written once and never changed.

use super::model::{Petition, PetitionText, Wording};
use crate::base::{Id, Lang, Time};
use crate::db::schema::wordings;
use crate::db::{Conn, Error, Result, Tx};
use diesel::prelude::*;

#[derive(Queryable, Selectable)]
#[diesel(table_name = wordings)]
struct WordingRow {
    id: Id<Wording>,
    lang: String,
    version: i32,
    sha256: Vec<u8>,
}

impl TryFrom<WordingRow> for Wording {
    type Error = Error;

    fn try_from(row: WordingRow) -> Result<Self> {
        Ok(Self {
            id: row.id,
            lang: Lang::parse(&row.lang).map_err(|_| Error::Refused("language"))?,
            version: row.version,
            sha256: row.sha256.try_into().map_err(|_| Error::Refused("hash"))?,
        })
    }
}

/// The newest wording of each language.
pub fn newest_wordings(conn: &mut Conn, id: Id<Petition>) -> Result<Vec<Wording>> {
    let rows = wordings::table
        .filter(wordings::petition_id.eq(id))
        .order((wordings::lang, wordings::version.desc()))
        .select(WordingRow::as_select())
        .load::<WordingRow>(conn)?;
    let mut newest: Vec<Wording> = Vec::new();
    for row in rows {
        let wording = Wording::try_from(row)?;
        if newest.last().is_none_or(|last| last.lang != wording.lang) {
            newest.push(wording);
        }
    }
    Ok(newest)
}

/// A wording with its text, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Key, language, version, hash.
    pub wording: Wording,
    /// The words.
    pub text: KeptText,
    /// From when on it was signed.
    pub created_at: Time,
}

/// The words of a wording.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = wordings)]
pub struct KeptText {
    /// Title.
    pub title: String,
    /// Ask.
    pub ask: String,
    /// Target; may be empty.
    pub target: String,
    /// Markdown.
    pub body: String,
}

/// Every wording there ever was, by language, the oldest version first.
pub fn wordings(conn: &mut Conn, id: Id<Petition>) -> Result<Vec<Kept>> {
    wordings::table
        .filter(wordings::petition_id.eq(id))
        .order((wordings::lang, wordings::version))
        .select((
            WordingRow::as_select(),
            KeptText::as_select(),
            wordings::created_at,
        ))
        .load::<(WordingRow, KeptText, Time)>(conn)?
        .into_iter()
        .map(|(row, text, created_at)| {
            Ok(Kept {
                wording: row.try_into()?,
                text,
                created_at,
            })
        })
        .collect()
}

/// Keeps the text as it is signed from now on.
pub fn add_wording(
    tx: &mut Tx<'_>,
    petition: Id<Petition>,
    wording: &Wording,
    text: &PetitionText,
    now: Time,
) -> Result<()> {
    diesel::insert_into(wordings::table)
        .values((
            wordings::id.eq(wording.id),
            wordings::petition_id.eq(petition),
            wordings::lang.eq(wording.lang.as_str()),
            wordings::version.eq(wording.version),
            wordings::title.eq(&text.title),
            wordings::ask.eq(&text.ask),
            wordings::target.eq(&text.target),
            wordings::body.eq(&text.body),
            wordings::sha256.eq(wording.sha256.as_slice()),
            wordings::created_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(())
}
