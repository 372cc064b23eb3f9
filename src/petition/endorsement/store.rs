//! Endorsements in the database. Pictures are read only where they are asked for.

use super::link::Links;
use super::model::{
    Contact, Endorsement, EndorsementCounts, EndorsementState, TypedEndorsement, name_key,
};
use crate::base::{Email, Id, Lang, Time};
use crate::both;
use crate::db::schema::endorsements as e;
use crate::db::{Conn, Error, Result, Tx};
use crate::petition::Petition;
use crate::petition::guard::Evidence;
use crate::web::pictures::name::LogoName;
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Bool;

// As literals: with a bound value neither database can use a partial index.
const UNCONFIRMED: &str = "state = 0";
const SHOWN: &str = "state = 2";
const DECIDED: &str = "state >= 2";

#[derive(Queryable, Selectable)]
#[diesel(table_name = e)]
struct EndorsementRow {
    id: Id<Endorsement>,
    petition_id: Id<Petition>,
    name: String,
    contact_name: String,
    contact_email: String,
    address_key: Vec<u8>,
    logo_sha256: Option<String>,
    logo_width: Option<i32>,
    logo_height: Option<i32>,
    lang: String,
    is_suspect: bool,
    state: i16,
    created_at: Time,
    confirmed_at: Option<Time>,
    decided_at: Option<Time>,
    browser_hash: Option<Vec<u8>>,
    host_mark: Option<Vec<u8>>,
    head_seen: bool,
    early_look: bool,
    was_asked: bool,
    word_tries: i16,
    mailed_at: Option<Time>,
}

fn logo_name(sha256: Option<String>, width: Option<i32>, height: Option<i32>) -> Option<LogoName> {
    Some(LogoName {
        sha256: sha256?,
        width: width?,
        height: height?,
    })
}

impl TryFrom<EndorsementRow> for Endorsement {
    type Error = Error;

    fn try_from(row: EndorsementRow) -> Result<Self> {
        let contact = Contact {
            name: row.contact_name,
            email: row.contact_email,
        };
        Ok(Self {
            id: row.id,
            petition: row.petition_id,
            name: row.name,
            contact: Some(contact).filter(|contact| !contact.email.is_empty()),
            mailbox: row.address_key.try_into().unwrap_or([0; 32]),
            logo: logo_name(row.logo_sha256, row.logo_width, row.logo_height),
            lang: Lang::parse(&row.lang).map_err(|_| Error::Refused("language"))?,
            is_suspect: row.is_suspect,
            state: EndorsementState::from_number(row.state),
            browser: row.browser_hash.and_then(|hash| hash.try_into().ok()),
            host: row.host_mark.and_then(|hash| hash.try_into().ok()),
            evidence: Evidence {
                mailed_at: row.mailed_at,
                head_seen: row.head_seen,
                early_look: row.early_look,
                is_suspect: row.was_asked,
                word_tries: row.word_tries,
            },
            created_at: row.created_at,
            confirmed_at: row.confirmed_at,
            decided_at: row.decided_at,
        })
    }
}

fn read(rows: Vec<EndorsementRow>) -> Result<Vec<Endorsement>> {
    rows.into_iter().map(Endorsement::try_from).collect()
}

/// Writes what was typed in; it waits for its mailbox.
pub fn insert(tx: &mut Tx<'_>, asked: &TypedEndorsement) -> Result<()> {
    let logo = asked.logo.as_ref();
    let name = logo.map(|logo| &logo.name);
    diesel::insert_into(e::table)
        .values((
            e::id.eq(asked.id),
            e::petition_id.eq(asked.petition),
            e::name.eq(asked.name.as_str()),
            e::name_key.eq(name_key(asked.name.as_str())),
            e::contact_name.eq(asked.contact_name.as_str()),
            e::contact_email.eq(asked.contact_email.deliver()),
            e::address_key.eq(asked.mailbox.as_slice()),
            e::logo.eq(logo.map(|logo| logo.png.as_slice())),
            e::logo_sha256.eq(name.map(|name| name.sha256.as_str())),
            e::logo_width.eq(name.map(|name| name.width)),
            e::logo_height.eq(name.map(|name| name.height)),
            e::lang.eq(asked.lang.as_str()),
            e::is_suspect.eq(asked.is_suspect),
            e::state.eq(EndorsementState::Typed.number()),
            e::created_at.eq(asked.at),
            e::changed_at.eq(asked.at),
            e::browser_hash.eq(asked.browser.as_ref().map(<[u8; 32]>::as_slice)),
            e::host_mark.eq(asked.host.as_ref().map(<[u8; 32]>::as_slice)),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// The endorsement with this key.
pub fn find(conn: &mut Conn, id: Id<Endorsement>) -> Result<Option<Endorsement>> {
    let row = e::table
        .find(id)
        .select(EndorsementRow::as_select())
        .first::<EndorsementRow>(conn)
        .optional()?;
    row.map(Endorsement::try_from).transpose()
}

/// The same in whose turn a press is judged: two presses at once take turns.
pub(crate) fn find_to_press(tx: &mut Tx<'_>, id: Id<Endorsement>) -> Result<Option<Endorsement>> {
    if let Conn::Postgres(c) = &mut **tx {
        let lock = e::table.find(id).select(e::id).for_update();
        lock.first::<Id<Endorsement>>(c).optional()?;
    }
    find(tx, id)
}

/// Notes what is known of a link now; writes nothing where that is known.
pub(crate) fn note_look(tx: &mut Tx<'_>, id: Id<Endorsement>, known: &Evidence) -> Result<()> {
    let (head, early) = (known.head_seen, known.early_look);
    let other = e::head_seen.ne(head).or(e::early_look.ne(early));
    // Only ever from false to true: two looks at once both stay.
    diesel::update(e::table.find(id).filter(other))
        .set((
            head.then_some(e::head_seen.eq(true)),
            early.then_some(e::early_look.eq(true)),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Notes that a machine may be at the links of these; writes nothing where that is known.
pub fn suspect(tx: &mut Tx<'_>, ids: &[Id<Endorsement>]) -> Result<()> {
    let unsuspected = e::table
        .filter(e::id.eq_any(ids))
        .filter(e::was_asked.eq(false));
    both!(tx, |c| diesel::update(unsuspected)
        .set(e::was_asked.eq(true))
        .execute(c))?;
    Ok(())
}

/// Counts one more wrong word; from then on a machine is suspected.
pub(crate) fn count_wrong_word(tx: &mut Tx<'_>, id: Id<Endorsement>) -> Result<()> {
    diesel::update(e::table.find(id))
        .set((
            e::word_tries.eq(e::word_tries + 1_i16),
            e::was_asked.eq(true),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Notes when the relay took the mail about this one: each begins the tries at its word anew.
pub fn note_mailed(tx: &mut Tx<'_>, id: Id<Endorsement>, at: Time) -> Result<()> {
    diesel::update(e::table.find(id))
        .set((e::mailed_at.eq(at), e::word_tries.eq(0_i16)))
        .execute(&mut **tx)?;
    Ok(())
}

/// Whether any organization ever asked to sign this petition.
///
/// # Errors
/// A fault of the database.
pub(crate) fn has_any(conn: &mut Conn, petition: Id<Petition>) -> Result<bool> {
    let some = e::table.filter(e::petition_id.eq(petition));
    Ok(diesel::select(diesel::dsl::exists(some)).get_result(conn)?)
}

/// The logo of this endorsement, whatever its state.
pub fn logo(conn: &mut Conn, id: Id<Endorsement>) -> Result<Option<Vec<u8>>> {
    let found = e::table.find(id).select(e::logo);
    Ok(found.first::<Option<Vec<u8>>>(conn).optional()?.flatten())
}

/// The logo of this name, if an endorsement that is shown has it.
pub(crate) fn shown_logo(conn: &mut Conn, sha256: &str) -> Result<Option<Vec<u8>>> {
    let found = e::table
        .filter(sql::<Bool>(SHOWN))
        .filter(e::logo_sha256.eq(sha256))
        .select(e::logo);
    Ok(found.first::<Option<Vec<u8>>>(conn).optional()?.flatten())
}

/// Its mailbox confirms. False when it was not waiting for that any more.
pub fn confirm(tx: &mut Tx<'_>, id: Id<Endorsement>, now: Time) -> Result<bool> {
    let typed = e::table.find(id).filter(sql::<Bool>(UNCONFIRMED));
    let moved = both!(tx, |c| diesel::update(typed)
        .set((
            e::state.eq(EndorsementState::Waiting.number()),
            e::confirmed_at.eq(now),
            e::changed_at.eq(now),
            // What was known of who opened the link has done its work.
            e::browser_hash.eq(None::<&[u8]>),
            e::host_mark.eq(None::<&[u8]>),
            e::head_seen.eq(false),
            e::early_look.eq(false),
            e::was_asked.eq(false),
        ))
        .execute(c))?;
    Ok(moved == 1)
}

/// Deletes what its mailbox knows nothing of. False when it was not waiting for that any more.
pub(crate) fn reject(tx: &mut Tx<'_>, id: Id<Endorsement>) -> Result<bool> {
    let typed = e::table.find(id).filter(sql::<Bool>(UNCONFIRMED));
    let gone = both!(tx, |c| diesel::delete(typed).execute(c))?;
    Ok(gone == 1)
}

/// Moves one of this petition from the state it was seen in to another. False when it has moved since, or is not there.
///
/// # Errors
/// [`Error::Duplicate`] when the organization is shown already.
pub fn decide(
    tx: &mut Tx<'_>,
    petition: Id<Petition>,
    id: Id<Endorsement>,
    (seen, to): (EndorsementState, EndorsementState),
    now: Time,
) -> Result<bool> {
    let meant = e::table
        .find(id)
        .filter(e::petition_id.eq(petition))
        .filter(e::state.eq(seen.number()));
    let moved = both!(tx, |c| diesel::update(meant)
        .set((
            e::state.eq(to.number()),
            e::decided_at.eq(now),
            e::changed_at.eq(now),
        ))
        .execute(c))?;
    Ok(moved == 1)
}

/// Makes what recognises the mailboxes anew, of those that are stored, for secrets that are others now.
///
/// # Errors
/// A fault of the database.
pub(crate) fn remake_keys(tx: &mut Tx<'_>, links: &Links) -> Result<()> {
    let stored: Vec<(Id<Endorsement>, String)> = e::table
        .filter(e::contact_email.ne(""))
        .select((e::id, e::contact_email))
        .load(&mut **tx)?;
    for (id, address) in stored {
        let Some(email) = Email::stored(&address) else {
            continue;
        };
        diesel::update(e::table.find(id))
            .set(e::address_key.eq(links.mailbox(&email).as_slice()))
            .execute(&mut **tx)?;
    }
    Ok(())
}

/// A row of which nothing is left but that it was, under which name, and how it stands.
#[derive(AsChangeset)]
#[diesel(table_name = e, treat_none_as_null = true)]
struct Emptied {
    contact_name: &'static str,
    contact_email: &'static str,
    address_key: &'static [u8],
    logo: Option<&'static [u8]>,
    logo_sha256: Option<&'static str>,
    logo_width: Option<i32>,
    logo_height: Option<i32>,
    changed_at: Time,
}

impl Emptied {
    fn at(now: Time) -> Self {
        Self {
            contact_name: "",
            contact_email: "",
            address_key: &[],
            logo: None,
            logo_sha256: None,
            logo_width: None,
            logo_height: None,
            changed_at: now,
        }
    }
}

/// Takes it back: who signed and the logo are deleted at once. False when there was nothing to take back.
pub(crate) fn withdraw(tx: &mut Tx<'_>, id: Id<Endorsement>, now: Time) -> Result<bool> {
    let standing = [
        EndorsementState::Waiting,
        EndorsementState::Shown,
        EndorsementState::Refused,
    ]
    .map(EndorsementState::number);
    let meant = e::table.find(id).filter(e::state.eq_any(standing));
    let moved = both!(tx, |c| diesel::update(meant)
        .set((
            e::state.eq(EndorsementState::Withdrawn.number()),
            Emptied::at(now),
        ))
        .execute(c))?;
    Ok(moved == 1)
}

/// Deletes who signs for organizations of this petition, and their logos, of at most `most` of them; names and states stay. What no
/// mailbox has confirmed expires by itself. Returns those that had something to delete.
pub fn forget(
    tx: &mut Tx<'_>,
    petition: Id<Petition>,
    most: i64,
    now: Time,
) -> Result<Vec<Id<Endorsement>>> {
    let confirmed = [
        EndorsementState::Waiting,
        EndorsementState::Shown,
        EndorsementState::Refused,
    ]
    .map(EndorsementState::number);
    let held: Vec<Id<Endorsement>> = both!(tx, |c| e::table
        .filter(e::petition_id.eq(petition))
        .filter(e::state.eq_any(confirmed))
        .filter(e::contact_email.ne(""))
        .limit(most)
        .select(e::id)
        .load(c))?;
    both!(tx, |c| diesel::update(e::table.filter(e::id.eq_any(&held)))
        .set(Emptied::at(now))
        .execute(c))?;
    Ok(held)
}

/// A page of one state, the oldest first, from behind `after` on: a seek in the index of states.
pub fn oldest(
    conn: &mut Conn,
    petition: Id<Petition>,
    state: EndorsementState,
    after: Option<Id<Endorsement>>,
    most: i64,
) -> Result<Vec<Endorsement>> {
    let rows = e::table
        .filter(e::petition_id.eq(petition))
        .filter(e::state.eq(state.number()))
        .filter(e::id.gt(after.unwrap_or(Id::from_bytes([0; 16]))))
        .order(e::id)
        .limit(most)
        .select(EndorsementRow::as_select())
        .load::<EndorsementRow>(conn)?;
    read(rows)
}

/// How many there are in each state that organizers see: counted in the index of states, for the console.
pub fn counts(conn: &mut Conn, petition: Id<Petition>) -> Result<EndorsementCounts> {
    let mut of = |state: EndorsementState| -> Result<i64> {
        Ok(e::table
            .filter(e::petition_id.eq(petition))
            .filter(e::state.eq(state.number()))
            .count()
            .get_result(conn)?)
    };
    Ok(EndorsementCounts {
        waiting: of(EndorsementState::Waiting)?,
        shown: of(EndorsementState::Shown)?,
        refused: of(EndorsementState::Refused)?,
    })
}

/// What everybody may see of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedEndorsement {
    /// The organization.
    pub name: String,
    /// Its logo.
    pub logo: Option<LogoName>,
}

type ListedRow = (String, Option<String>, Option<i32>, Option<i32>);

/// Those that are shown, by name.
pub fn listed(conn: &mut Conn, petition: Id<Petition>) -> Result<Vec<ListedEndorsement>> {
    let rows: Vec<ListedRow> = e::table
        .filter(sql::<Bool>(SHOWN))
        .filter(e::petition_id.eq(petition))
        .order(e::name_key)
        .select((e::name, e::logo_sha256, e::logo_width, e::logo_height))
        .load(conn)?;
    let listed = rows
        .into_iter()
        .map(|(name, sha256, width, height)| ListedEndorsement {
            name,
            logo: logo_name(sha256, width, height),
        });
    Ok(listed.collect())
}

/// Petitions of which something came onto the page or left it, moved at `since` or later (see [`Changes`](crate::db::Changes)).
pub(crate) fn changed_since(conn: &mut Conn, since: i64) -> Result<Vec<Id<Petition>>> {
    Ok(e::table
        .filter(sql::<Bool>(DECIDED))
        .filter(e::moved.ge(since))
        .select(e::petition_id)
        .distinct()
        .load(conn)?)
}

/// Deletes what was typed in before `before` and no mailbox has confirmed, at most `most` of them. Returns how many.
pub fn expire(tx: &mut Tx<'_>, before: Time, most: i64) -> Result<usize> {
    let old: Vec<Id<Endorsement>> = e::table
        .filter(sql::<Bool>(UNCONFIRMED))
        // Ids begin with their time, so this is a seek in the index of those.
        .filter(e::id.lt(Id::<Endorsement>::first_of(before)))
        .order(e::id)
        .limit(most)
        .select(e::id)
        .load(&mut **tx)?;
    // Asked again: a mailbox may have confirmed one meanwhile.
    let still = e::table
        .filter(e::id.eq_any(&old))
        .filter(sql::<Bool>(UNCONFIRMED));
    Ok(both!(tx, |c| diesel::delete(still).execute(c))?)
}
