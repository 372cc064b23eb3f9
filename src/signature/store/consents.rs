//! Consents in the database: added, never changed, and gone only with their signer's details.

use crate::base::{Id, Lang, Time};
use crate::db::schema::{consent_texts as t, consents as c, petition_founders as f, sources as s};
use crate::db::statements::types::{Instant, Uid};
use crate::db::{Conn, Error, Result, Tx};
use crate::petition::Founder;
use crate::petition::consent::{ConsentText, Means, Purpose};
use crate::petition::source::Source;
use crate::signature::model::{Answer, Asker, Consent, Signature};
use crate::{both, insert_rows};
use diesel::prelude::*;
use diesel::sql_types::{SmallInt, Text};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// A row of the table: what was answered at once.
#[derive(Debug)]
enum ConsentRow {}

/// One answer of a row, as JSON.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct StoredAnswer {
    purpose: i16,
    #[serde(flatten)]
    answer: Answer,
}

impl From<&Consent> for StoredAnswer {
    fn from(consent: &Consent) -> Self {
        Self {
            purpose: consent.purpose.number(),
            answer: Answer {
                asker: consent.asker,
                text: consent.text,
                yes: consent.is_yes,
            },
        }
    }
}

struct NewRow {
    signature: Id<Signature>,
    answers: String,
    means: Means,
    given_at: Time,
}

/// Writes down what was answered: one row for what a signer answered at once, in the order it is given in.
///
/// # Errors
/// A fault of the database.
pub(crate) fn add_all(tx: &mut Tx<'_>, new: &[(Id<Signature>, Consent)], now: Time) -> Result<()> {
    let at_once = |(id, one): &(Id<Signature>, Consent),
                   (next_id, next): &(Id<Signature>, Consent)| {
        id == next_id && one.means == next.means && one.given_at == next.given_at
    };
    let mut rows = Vec::new();
    for given in new.chunk_by(at_once) {
        let Some((signature, first)) = given.first() else {
            continue;
        };
        let answers: Vec<_> = given
            .iter()
            .map(|(_, one)| StoredAnswer::from(one))
            .collect();
        rows.push(NewRow {
            signature: *signature,
            answers: serde_json::to_string(&answers).map_err(|_| Error::Refused("answers"))?,
            means: first.means,
            given_at: first.given_at,
        });
    }
    if !rows.is_empty() {
        insert_rows!(tx, "consents", c, for one in &rows, {
            signature_id: Uid = one.signature,
            id: Uid = Id::<ConsentRow>::new(now),
            answers: Text = one.answers.as_str(),
            means: SmallInt = one.means.number(),
            given_at: Instant = one.given_at,
        });
    }
    Ok(())
}

/// A consent as its signer is told of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldConsent {
    /// What was answered, when and how.
    pub consent: Consent,
    /// The words it was given to; none if they are not stored.
    pub words: Option<String>,
    /// Their language.
    pub lang: Option<Lang>,
    /// The founding organization or the partner it was given to, if to one.
    pub asker: Option<String>,
}

impl ToldConsent {
    /// To whom it was given, where this organization's name is that of the petition's own; empty for a partner that is not kept any more,
    /// whose name stands in the words.
    #[must_use]
    pub fn given_to<'a>(&'a self, organization: &'a str) -> &'a str {
        match (self.asker.as_deref(), self.consent.asker) {
            (Some(name), _) => name,
            (None, Asker::Organization | Asker::Founder(_)) => organization,
            (None, Asker::Partner(_)) => "",
        }
    }
}

/// Everything a signer ever answered, the first first: a seek in the key, and the words of each.
///
/// # Errors
/// A fault of the database.
pub fn of(conn: &mut Conn, signature: Id<Signature>) -> Result<Vec<ToldConsent>> {
    let rows: Vec<(String, i16, Time)> = c::table
        .filter(c::signature_id.eq(signature))
        .order((c::given_at, c::id))
        .select((c::answers, c::means, c::given_at))
        .load(conn)?;
    let mut all = Vec::new();
    for (json, means, given_at) in rows {
        let answers: Vec<StoredAnswer> =
            serde_json::from_str(&json).map_err(|_| Error::Refused("answers"))?;
        all.extend(answers.into_iter().map(|one| Consent {
            purpose: Purpose::from_number(one.purpose),
            asker: one.answer.asker,
            is_yes: one.answer.yes,
            text: one.answer.text,
            means: Means::from_number(means),
            given_at,
        }));
    }
    tell(conn, all)
}

/// Puts beside each the words it answers and the name of the organization or partner it was given to.
fn tell(conn: &mut Conn, all: Vec<Consent>) -> Result<Vec<ToldConsent>> {
    let texts: Vec<_> = all.iter().map(|one| one.text).collect();
    let texts: HashMap<Id<ConsentText>, (String, String)> = both!(conn, |d| t::table
        .filter(t::id.eq_any(&texts))
        .select((t::id, (t::words, t::lang)))
        .load(d))?
    .into_iter()
    .collect();
    let (mut founders, mut partners) = (Vec::new(), Vec::new());
    for one in &all {
        match one.asker {
            Asker::Organization => {}
            Asker::Founder(id) => founders.push(id),
            Asker::Partner(id) => partners.push(id),
        }
    }
    let founders: HashMap<Id<Founder>, String> = both!(conn, |d| f::table
        .filter(f::id.eq_any(&founders))
        .select((f::id, f::name))
        .load(d))?
    .into_iter()
    .collect();
    let partners: HashMap<Id<Source>, String> = both!(conn, |d| s::table
        .filter(s::id.eq_any(&partners))
        .select((s::id, s::name))
        .load(d))?
    .into_iter()
    .collect();
    let name = |asker| match asker {
        Asker::Organization => None,
        Asker::Founder(id) => founders.get(&id).cloned(),
        Asker::Partner(id) => partners.get(&id).cloned(),
    };
    all.into_iter()
        .map(|consent| {
            let text = texts.get(&consent.text);
            let lang = text.map(|(_, lang)| Lang::parse(lang)).transpose();
            Ok(ToldConsent {
                consent,
                words: text.map(|(words, _)| words.clone()),
                lang: lang.map_err(|_| Error::Refused("language"))?,
                asker: name(consent.asker),
            })
        })
        .collect()
}

/// Forgets what these signers answered, whose details are gone already: before that the database refuses.
pub fn forget(tx: &mut Tx<'_>, signatures: &[Id<Signature>]) -> Result<()> {
    let theirs = c::table.filter(c::signature_id.eq_any(signatures));
    both!(tx, |conn| diesel::delete(theirs).execute(conn))?;
    Ok(())
}
