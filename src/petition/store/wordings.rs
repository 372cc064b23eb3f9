//! Wordings in the database: the text as it was signed, written once and never changed.

use crate::base::{Id, Lang, Time};
use crate::db::schema::wordings;
use crate::db::{Conn, Error, Result, Tx};
use crate::petition::model::{Petition, PetitionText, Rewording, Wording};
use crate::petition::rules::promises::{PledgeOption, Promised};
use crate::petition::text::markdown;
use diesel::prelude::*;
use std::sync::OnceLock;

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

/// Every wording of a petition and its language.
///
/// # Errors
/// A fault of the database.
pub fn langs(conn: &mut Conn, petition: Id<Petition>) -> Result<Vec<(Id<Wording>, Lang)>> {
    let rows: Vec<(Id<Wording>, String)> = wordings::table
        .filter(wordings::petition_id.eq(petition))
        .select((wordings::id, wordings::lang))
        .load(conn)?;
    let lang = |(id, lang): (_, String)| match Lang::parse(&lang) {
        Ok(lang) => Ok((id, lang)),
        Err(_) => Err(Error::Refused("language")),
    };
    rows.into_iter().map(lang).collect()
}

/// A wording with its text, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredWording {
    /// Key, language, version, hash.
    pub wording: Wording,
    /// What its organizers called it, where people had signed other words.
    pub called: Option<Rewording>,
    /// The words.
    pub text: WordingText,
    /// From when on it was signed.
    pub created_at: Time,
    html: OnceLock<String>,
}

impl StoredWording {
    /// As it is kept.
    #[must_use]
    pub fn new(
        (wording, called): (Wording, Option<Rewording>),
        text: WordingText,
        created_at: Time,
    ) -> Self {
        Self {
            wording,
            called,
            text,
            created_at,
            html: OnceLock::new(),
        }
    }

    /// Its text as sanitized HTML: made at the first look, kept as long as it is in memory.
    #[must_use]
    pub fn html(&self) -> &str {
        self.html.get_or_init(|| markdown::render(&self.text.body))
    }

    /// Whether something else is asked from here on.
    #[must_use]
    pub(crate) fn is_change(&self) -> bool {
        self.called == Some(Rewording::Change)
    }
}

/// The words of a wording.
#[derive(Debug, Clone, Default, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = wordings)]
pub struct WordingText {
    /// Title.
    pub title: String,
    /// Ask.
    pub ask: String,
    /// Target; may be empty.
    pub target: String,
    /// Markdown.
    pub body: String,
    /// The promises of a pledge; see [`WordingText::promises`].
    promises: Option<String>,
}

impl WordingText {
    /// The promises as they were signed, each with its key, in their order.
    #[must_use]
    pub fn promises(&self) -> Vec<(Id<PledgeOption>, String)> {
        promises(self.promises.as_deref())
    }
}

/// Reads the column back.
#[must_use]
pub fn promises(json: Option<&str>) -> Vec<(Id<PledgeOption>, String)> {
    json.and_then(|json| serde_json::from_str(json).ok())
        .unwrap_or_default()
}

/// A promise in the words it had in this wording; none if it was not offered there.
pub fn promise(
    conn: &mut Conn,
    wording: Id<Wording>,
    choice: Id<PledgeOption>,
) -> Result<Option<Promised>> {
    let row = wordings::table
        .find(wording)
        .select((wordings::lang, wordings::promises))
        .first::<(String, Option<String>)>(conn)
        .optional()?;
    let Some((lang, json)) = row else {
        return Ok(None);
    };
    let lang = Lang::parse(&lang).map_err(|_| Error::Refused("language"))?;
    let mut all = promises(json.as_deref()).into_iter();
    let found = all.find(|(id, _)| *id == choice);
    Ok(found.map(|(_, words)| Promised { words, lang }))
}

/// Every wording there ever was, by language, the oldest version first.
pub fn wordings(conn: &mut Conn, id: Id<Petition>) -> Result<Vec<StoredWording>> {
    wordings::table
        .filter(wordings::petition_id.eq(id))
        .order((wordings::lang, wordings::version))
        .select((
            WordingRow::as_select(),
            WordingText::as_select(),
            wordings::called,
            wordings::created_at,
        ))
        .load::<(WordingRow, WordingText, i16, Time)>(conn)?
        .into_iter()
        .map(|(row, text, called, created_at)| {
            let called = Rewording::from_number(called);
            Ok(StoredWording::new(
                (row.try_into()?, called),
                text,
                created_at,
            ))
        })
        .collect()
}

/// Keeps the text, and the promises that are signed with it, as they are signed from now on.
pub fn add_wording(
    tx: &mut Tx<'_>,
    petition: Id<Petition>,
    (wording, called): (&Wording, Option<Rewording>),
    (text, promises): (&PetitionText, &[(Id<PledgeOption>, String)]),
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
            wordings::called.eq(Rewording::number(called)),
            wordings::promises.eq(match promises {
                [] => None,
                some => serde_json::to_string(some).ok(),
            }),
        ))
        .execute(&mut **tx)?;
    Ok(())
}
