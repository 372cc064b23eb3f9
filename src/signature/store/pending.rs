//! Pending signatures: taken in by the many, read one at a time.

use super::signer_columns::{insert_signers, signer_columns};
use crate::base::{Id, Lang, LinkCode, Time};
use crate::both;
use crate::db::schema::pending_signatures as p;
use crate::db::statements::types::{Instant, Uid};
use crate::db::{Conn, Error, Result, Tx};
use crate::petition::consent::ConsentText;
use crate::petition::guard::Evidence;
use crate::petition::source::Source;
use crate::petition::{FieldMap, Founder, Petition, PledgeOption, Replies, SignerField, Wording};
use crate::signature::model::{
    AddressKeys, Agreed, Answer, Asker, PendingSignature, ProgramNotes, Progress, Signature,
    Signer, Visibility,
};
use diesel::prelude::*;
use diesel::sql_types::{Binary, Bool, Integer, Nullable, SmallInt, Text};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// Writes many pending signatures.
pub fn insert_all(tx: &mut Tx<'_>, pending: &[PendingSignature]) -> Result<()> {
    insert_signers!(tx, "pending_signatures", p, for one in pending, one.signer, {
        id: Uid = one.id,
        petition_id: Uid = one.petition,
        email_k1: Binary = one.keys.k1.as_slice(),
        email_k2: Binary = one.keys.k2.as_slice(),
        address_key: Binary = one.keys.mailbox.as_slice(),
        wording_id: Uid = one.agreed.wording,
        lang: Text = one.agreed.lang.as_str(),
        source: Nullable<Text> = one.source.as_deref(),
        share_code: Nullable<Text> = one.share.as_ref().map(LinkCode::as_str),
        browser_hash: Binary = one.browser.as_slice(),
        score: Integer = one.score,
        created_at: Instant = one.created_at,
        answers: Text = answers(&one.agreed, one.handed_in.as_ref()),
        choice_id: Nullable<Uid> = one.choice,
        host_mark: Nullable<Binary> = host(one),
    });
    Ok(())
}

fn host(one: &PendingSignature) -> Option<&[u8]> {
    one.host.as_ref().map(<[u8; 32]>::as_slice)
}

/// What was answered, and what a program said beside it, as JSON.
#[derive(Serialize, Deserialize)]
struct StoredAnswers<'a> {
    updates: Cow<'a, [Answer]>,
    listing: Id<ConsentText>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    handed_in: Option<Cow<'a, ProgramNotes>>,
}

impl StoredAnswers<'_> {
    fn read(json: &str) -> Result<Self> {
        serde_json::from_str(json).map_err(|_| Error::Refused("answers"))
    }
}

pub(super) fn answers(agreed: &Agreed, handed_in: Option<&ProgramNotes>) -> String {
    serde_json::json!(StoredAnswers {
        updates: Cow::Borrowed(&agreed.updates),
        listing: agreed.listing,
        handed_in: handed_in.map(Cow::Borrowed),
    })
    .to_string()
}

/// Takes what was answered to a partner out of these.
pub(super) fn forget_partners(tx: &mut Tx<'_>, ids: &[Id<Signature>]) -> Result<()> {
    let rows: Vec<(Id<Signature>, String)> = both!(tx, |c| p::table
        .filter(p::id.eq_any(ids))
        .select((p::id, p::answers))
        .load(c))?;
    for (id, json) in rows {
        let mut answers = StoredAnswers::read(&json)?;
        let asked = answers.updates.len();
        let updates = answers.updates.to_mut();
        updates.retain(|answer| !matches!(answer.asker, Asker::Partner(_)));
        if updates.len() < asked {
            diesel::update(p::table.find(id))
                .set(p::answers.eq(serde_json::json!(answers).to_string()))
                .execute(&mut **tx)?;
        }
    }
    Ok(())
}

signer_columns!(SignerRow of p);

#[derive(Queryable, Selectable)]
#[diesel(table_name = p)]
pub(super) struct PendingRow {
    id: Id<Signature>,
    petition_id: Id<Petition>,
    email_k1: Vec<u8>,
    email_k2: Vec<u8>,
    address_key: Vec<u8>,
    #[diesel(embed)]
    signer: SignerRow,
    wording_id: Id<Wording>,
    lang: String,
    source: Option<String>,
    browser_hash: Vec<u8>,
    score: i32,
    resends: i16,
    code_tries: i16,
    word_tries: i16,
    is_suspect: bool,
    created_at: Time,
    mailed_at: Option<Time>,
    share_code: Option<String>,
    answers: String,
    choice_id: Option<Id<PledgeOption>>,
    host_mark: Option<Vec<u8>>,
    head_seen: bool,
    early_look: bool,
}

/// A pending signature with what has happened to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Waiting {
    /// As typed in.
    pub pending: PendingSignature,
    /// Since then.
    pub progress: Progress,
}

fn hash(bytes: Vec<u8>) -> Result<[u8; 32]> {
    bytes.try_into().map_err(|_| Error::Refused("hash"))
}

impl TryFrom<PendingRow> for Waiting {
    type Error = Error;

    fn try_from(row: PendingRow) -> Result<Self> {
        let answers = StoredAnswers::read(&row.answers)?;
        let updates = answers.updates.into_owned();
        let (mut founders, mut partner) = (Vec::new(), None);
        for answer in updates.iter().filter(|answer| answer.yes) {
            match answer.asker {
                Asker::Organization => {}
                Asker::Founder(id) => founders.push(id),
                Asker::Partner(id) => partner = Some(id),
            }
        }
        let signer = row.signer.signer(founders, partner);
        Ok(Self {
            pending: PendingSignature {
                id: row.id,
                petition: row.petition_id,
                keys: AddressKeys {
                    k1: hash(row.email_k1)?,
                    k2: hash(row.email_k2)?,
                    mailbox: hash(row.address_key)?,
                },
                agreed: Agreed {
                    wording: row.wording_id,
                    lang: Lang::parse(&row.lang).map_err(|_| Error::Refused("language"))?,
                    updates,
                    listing: answers.listing,
                    is_listed: signer.visibility > Visibility::Counted,
                },
                signer,
                choice: row.choice_id,
                source: row.source,
                share: row.share_code.as_deref().and_then(LinkCode::parse),
                browser: hash(row.browser_hash)?,
                host: row.host_mark.map(hash).transpose()?,
                score: row.score,
                handed_in: answers.handed_in.map(Cow::into_owned),
                created_at: row.created_at,
            },
            progress: Progress {
                resends: row.resends,
                code_tries: row.code_tries,
                evidence: Evidence {
                    mailed_at: row.mailed_at,
                    head_seen: row.head_seen,
                    early_look: row.early_look,
                    is_suspect: row.is_suspect,
                    word_tries: row.word_tries,
                },
            },
        })
    }
}

/// The pending signature with this key, if it still waits.
pub fn find(conn: &mut Conn, id: Id<Signature>) -> Result<Option<Waiting>> {
    let row = p::table
        .find(id)
        .select(PendingRow::as_select())
        .first::<PendingRow>(conn)
        .optional()?;
    row.map(Waiting::try_from).transpose()
}

/// The same, if it was typed in under this very petition: address keys are those of one petition, and a ticket shown under
/// another would mix them.
pub(crate) fn find_under(
    conn: &mut Conn,
    petition: Id<Petition>,
    id: Id<Signature>,
) -> Result<Option<Waiting>> {
    let found = find(conn, id)?;
    Ok(found.filter(|waiting| waiting.pending.petition == petition))
}

/// Whether this browser typed what waits.
pub fn is_typed_by(conn: &mut Conn, id: Id<Signature>, browser: &[u8]) -> Result<bool> {
    let found: Option<Vec<u8>> = p::table
        .find(id)
        .select(p::browser_hash)
        .first(conn)
        .optional()?;
    Ok(found.is_some_and(|typed_by| typed_by == browser))
}

/// Those of these keys that still wait.
pub fn find_all(conn: &mut Conn, ids: &[Id<Signature>]) -> Result<Vec<Waiting>> {
    let rows: Vec<PendingRow> = match conn {
        Conn::Sqlite(c) => {
            let mut rows = Vec::with_capacity(ids.len());
            for id in ids {
                rows.extend(p::table.find(id).select(PendingRow::as_select()).load(c)?);
            }
            rows
        }
        Conn::Postgres(c) => p::table
            .filter(p::id.eq_any(ids))
            .select(PendingRow::as_select())
            .load(c)?,
    };
    rows.into_iter().map(Waiting::try_from).collect()
}

/// Forgets these. Returns how many there were.
pub(crate) fn delete_all(tx: &mut Tx<'_>, ids: &[Id<Signature>]) -> Result<usize> {
    Ok(match &mut **tx {
        Conn::Sqlite(c) => {
            let mut gone = 0;
            for id in ids {
                gone += diesel::delete(p::table.find(id)).execute(c)?;
            }
            gone
        }
        Conn::Postgres(c) => diesel::delete(p::table.filter(p::id.eq_any(ids))).execute(c)?,
    })
}

/// Forgets those typed in before `before`, at most `most` of them. Returns how many.
pub fn expire(tx: &mut Tx<'_>, before: Time, most: i64) -> Result<usize> {
    let old: Vec<Id<Signature>> = p::table
        // Ids begin with their time, so this is a seek in the key.
        .filter(p::id.lt(Id::<Signature>::first_of(before)))
        .order(p::id)
        .limit(most)
        .select(p::id)
        .load(&mut **tx)?;
    delete_all(tx, &old)
}

/// Counts one more request for the mail, if there are fewer than `most` so far.
pub(crate) fn count_resend(tx: &mut Tx<'_>, id: Id<Signature>, most: i16) -> Result<bool> {
    let changed = diesel::update(p::table.find(id).filter(p::resends.lt(most)))
        .set(p::resends.eq(p::resends + 1_i16))
        .execute(&mut **tx)?;
    Ok(changed == 1)
}

/// Counts one more wrong code.
pub(crate) fn count_wrong_code(tx: &mut Tx<'_>, id: Id<Signature>) -> Result<()> {
    diesel::update(p::table.find(id))
        .set(p::code_tries.eq(p::code_tries + 1_i16))
        .execute(&mut **tx)?;
    Ok(())
}

/// Counts one more wrong word; from then on a machine is suspected.
pub(crate) fn count_wrong_word(tx: &mut Tx<'_>, id: Id<Signature>) -> Result<()> {
    diesel::update(p::table.find(id))
        .set((
            p::word_tries.eq(p::word_tries + 1_i16),
            p::is_suspect.eq(true),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Notes that a machine may be at the links of these; writes nothing where that is known.
pub fn suspect(tx: &mut Tx<'_>, ids: &[Id<Signature>]) -> Result<()> {
    let unsuspected = p::table
        .filter(p::id.eq_any(ids))
        .filter(p::is_suspect.eq(false));
    both!(tx, |c| diesel::update(unsuspected)
        .set(p::is_suspect.eq(true))
        .execute(c))?;
    Ok(())
}

/// Notes what a look has added to what is known of a link; writes nothing where that is known.
pub(crate) fn note_look(tx: &mut Tx<'_>, id: Id<Signature>, known: &Evidence) -> Result<()> {
    let (head, early) = (known.head_seen, known.early_look);
    let other = p::head_seen.ne(head).or(p::early_look.ne(early));
    // Only ever from false to true: two looks at once both stay.
    diesel::update(p::table.find(id).filter(other))
        .set((
            head.then_some(p::head_seen.eq(true)),
            early.then_some(p::early_look.eq(true)),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// How the tries at these stand now. Asked by whoever has locked their petitions' counts: what was read before it may be of before another
/// instance's commit.
pub fn tries(conn: &mut Conn, ids: &[Id<Signature>]) -> Result<Vec<(Id<Signature>, i16, i16)>> {
    Ok(both!(conn, |c| p::table
        .filter(p::id.eq_any(ids))
        .select((p::id, p::word_tries, p::code_tries))
        .load(c))?)
}

/// Notes when the relay took the confirmation mails of these: each mail begins the tries at its word anew.
pub fn note_mailed(tx: &mut Tx<'_>, ids: &[Id<Signature>], at: Time) -> Result<()> {
    match &mut **tx {
        Conn::Sqlite(c) => {
            for id in ids {
                diesel::update(p::table.find(id))
                    .set((p::mailed_at.eq(at), p::word_tries.eq(0_i16)))
                    .execute(c)?;
            }
        }
        Conn::Postgres(c) => {
            diesel::update(p::table.filter(p::id.eq_any(ids)))
                .set((p::mailed_at.eq(at), p::word_tries.eq(0_i16)))
                .execute(c)?;
        }
    }
    Ok(())
}

/// How many wait for their mailbox, counted up to `most`.
pub fn count(conn: &mut Conn, petition: Id<Petition>, most: i64) -> Result<i64> {
    let some = p::table
        .filter(p::petition_id.eq(petition))
        .select(p::id)
        .limit(most)
        .load::<Id<Signature>>(conn)?;
    Ok(i64::try_from(some.len()).unwrap_or(most))
}

/// The newest of those that wait below `before`, newest first. No page shows them.
pub fn newest(
    conn: &mut Conn,
    petition: Id<Petition>,
    before: Option<Id<Signature>>,
    most: i64,
) -> Result<Vec<Waiting>> {
    p::table
        .filter(p::petition_id.eq(petition))
        .filter(p::id.lt(before.unwrap_or(Id::from_bytes([0xFF; 16]))))
        .order(p::id.desc())
        .limit(most)
        .select(PendingRow::as_select())
        .load::<PendingRow>(conn)?
        .into_iter()
        .map(Waiting::try_from)
        .collect()
}
