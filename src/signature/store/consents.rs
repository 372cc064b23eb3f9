//! Consents in the database: added, never changed, and gone only with their signer's details.

use crate::base::{Id, Lang, Time};
use crate::db::schema::{consent_texts as t, consents as c, petition_founders as f};
use crate::db::statements::types::{Instant, Uid};
use crate::db::unnest;
use crate::db::{Conn, Error, Result, Tx};
use crate::petition::Founder;
use crate::petition::consent::{ConsentText, Means, Purpose};
use crate::signature::model::{Consent, Signature};
use diesel::prelude::*;
use diesel::sql_types::{Bool, Nullable, SmallInt};

/// A row of the table.
#[derive(Debug)]
enum ConsentRow {}

macro_rules! column {
    ($rows:expr, |$one:ident| $value:expr) => {
        $rows.iter().map(|$one| $value).collect::<Vec<_>>()
    };
}

/// Writes down what was answered. Rows of one signature stay in the order they are given in.
pub fn add_all(tx: &mut Tx<'_>, new: &[(Id<Signature>, Consent)], now: Time) -> Result<()> {
    if new.is_empty() {
        return Ok(());
    }
    match &mut **tx {
        Conn::Sqlite(conn) => {
            for (signature, consent) in new {
                diesel::insert_into(c::table)
                    .values((
                        c::signature_id.eq(signature),
                        c::id.eq(Id::<ConsentRow>::new(now)),
                        c::purpose.eq(consent.purpose.number()),
                        c::founder_id.eq(consent.founder),
                        c::is_yes.eq(consent.is_yes),
                        c::text_id.eq(consent.text),
                        c::means.eq(consent.means.number()),
                        c::given_at.eq(consent.given_at),
                    ))
                    .execute(conn)?;
            }
        }
        Conn::Postgres(conn) => {
            unnest(
                "insert into consents (signature_id, id, purpose, founder_id, is_yes, text_id, \
                 means, given_at) select * from",
                "",
            )
            .with::<Uid, _>(column!(new, |one| one.0))
            .with::<Uid, _>(column!(new, |_one| Id::<ConsentRow>::new(now)))
            .with::<SmallInt, _>(column!(new, |one| one.1.purpose.number()))
            .with::<Nullable<Uid>, _>(column!(new, |one| one.1.founder))
            .with::<Bool, _>(column!(new, |one| one.1.is_yes))
            .with::<Uid, _>(column!(new, |one| one.1.text))
            .with::<SmallInt, _>(column!(new, |one| one.1.means.number()))
            .with::<Instant, _>(column!(new, |one| one.1.given_at))
            .execute(conn)?;
        }
    }
    Ok(())
}

/// A consent as its signer is told of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// What was answered, when and how.
    pub consent: Consent,
    /// The words it was given to; none if they are not stored.
    pub words: Option<String>,
    /// Their language.
    pub lang: Option<Lang>,
    /// The founding organization it was given to, if to one.
    pub founder: Option<String>,
}

type ToldRow = (
    i16,
    Option<Id<Founder>>,
    bool,
    Id<ConsentText>,
    i16,
    Time,
    Option<String>,
    Option<String>,
    Option<String>,
);

/// Everything a signer ever answered, the first first: a seek in the key.
pub fn of(conn: &mut Conn, signature: Id<Signature>) -> Result<Vec<Told>> {
    c::table
        .left_join(t::table.on(t::id.eq(c::text_id)))
        .left_join(f::table.on(f::id.nullable().eq(c::founder_id)))
        .filter(c::signature_id.eq(signature))
        .order((c::given_at, c::purpose, c::id))
        .select((
            c::purpose,
            c::founder_id,
            c::is_yes,
            c::text_id,
            c::means,
            c::given_at,
            t::words.nullable(),
            t::lang.nullable(),
            f::name.nullable(),
        ))
        .load::<ToldRow>(conn)?
        .into_iter()
        .map(
            |(purpose, founder, is_yes, text, means, given_at, words, lang, name)| {
                let lang = lang.map(|lang| Lang::parse(&lang)).transpose();
                Ok(Told {
                    consent: Consent {
                        purpose: Purpose::from_number(purpose),
                        founder,
                        is_yes,
                        text,
                        means: Means::from_number(means),
                        given_at,
                    },
                    words,
                    lang: lang.map_err(|_| Error::Refused("language"))?,
                    founder: name,
                })
            },
        )
        .collect()
}

/// Forgets what these signers answered, whose details are gone already: before that the database refuses.
pub fn forget(tx: &mut Tx<'_>, signatures: &[Id<Signature>]) -> Result<()> {
    let theirs = c::table.filter(c::signature_id.eq_any(signatures));
    crate::both!(tx, |conn| diesel::delete(theirs).execute(conn))?;
    Ok(())
}
