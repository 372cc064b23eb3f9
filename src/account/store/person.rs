//! Organizers in the database.

use crate::account::model::Organizer;
use crate::account::passphrase::hash::PassphraseHash;
use crate::base::{Email, Id, Lang, Time};
use crate::both;
use crate::db::schema::{account_links as l, memberships as m, organizers as o};
use crate::db::{Conn, Result, Tx};
use diesel::prelude::*;

#[derive(Queryable, Selectable)]
#[diesel(table_name = o)]
struct OrganizerRow {
    id: Id<Organizer>,
    email: String,
    name: String,
    password: Option<String>,
    lang: String,
}

/// An organizer with the passphrase as it is kept; none until the first link is used.
pub struct StoredOrganizer {
    /// Who.
    pub organizer: Organizer,
    /// The passphrase.
    pub hash: Option<PassphraseHash>,
}

impl From<OrganizerRow> for StoredOrganizer {
    fn from(row: OrganizerRow) -> Self {
        Self {
            organizer: Organizer {
                id: row.id,
                name: row.name,
                email: row.email,
                lang: Lang::parse(&row.lang).unwrap_or(Lang::EN),
            },
            hash: row.password.map(PassphraseHash::from_phc),
        }
    }
}

/// Whether there is any organizer at all.
pub fn any(conn: &mut Conn) -> Result<bool> {
    let first = o::table
        .select(o::id)
        .first::<Id<Organizer>>(conn)
        .optional()?;
    Ok(first.is_some())
}

/// Who has this mailbox.
pub fn by_address(conn: &mut Conn, email: &Email) -> Result<Option<StoredOrganizer>> {
    Ok(o::table
        .filter(o::email.eq(email.k1()))
        .select(OrganizerRow::as_select())
        .first::<OrganizerRow>(conn)
        .optional()?
        .map(StoredOrganizer::from))
}

/// The organizer with this key.
pub fn find(conn: &mut Conn, id: Id<Organizer>) -> Result<Option<StoredOrganizer>> {
    Ok(o::table
        .find(id)
        .select(OrganizerRow::as_select())
        .first::<OrganizerRow>(conn)
        .optional()?
        .map(StoredOrganizer::from))
}

/// What somebody is called; their address where they have not said it, empty for nobody.
///
/// # Errors
/// A fault of the database.
pub(crate) fn name(conn: &mut Conn, id: Id<Organizer>) -> Result<String> {
    let known = find(conn, id)?.map(|known| known.organizer);
    Ok(
        known.map_or_else(String::new, |one| match one.name.is_empty() {
            true => one.email,
            false => one.name,
        }),
    )
}

/// Writes a new organizer, who has no passphrase yet; none when the mailbox has one already.
pub fn insert(
    tx: &mut Tx<'_>,
    email: &Email,
    name: &str,
    lang: Lang,
    now: Time,
) -> Result<Option<Organizer>> {
    let fresh = Organizer {
        id: Id::new(now),
        name: name.to_owned(),
        email: email.k1().to_owned(),
        lang,
    };
    let row = (
        o::id.eq(fresh.id),
        o::email.eq(&fresh.email),
        o::name.eq(&fresh.name),
        o::lang.eq(lang.as_str()),
        o::created_at.eq(now),
    );
    let written = both!(tx, |c| diesel::insert_into(o::table)
        .values(row)
        .on_conflict_do_nothing()
        .execute(c))?;
    Ok((written == 1).then_some(fresh))
}

/// Sets the passphrase.
pub fn set_password(tx: &mut Tx<'_>, id: Id<Organizer>, hash: &PassphraseHash) -> Result<()> {
    diesel::update(o::table.find(id))
        .set(o::password.eq(hash.phc()))
        .execute(&mut **tx)?;
    Ok(())
}

/// Keeps the same passphrase at another cost, unless it was changed meanwhile.
pub(crate) fn renew_password(
    tx: &mut Tx<'_>,
    id: Id<Organizer>,
    old: &PassphraseHash,
    new: &PassphraseHash,
) -> Result<usize> {
    Ok(
        diesel::update(o::table.find(id).filter(o::password.eq(old.phc())))
            .set(o::password.eq(new.phc()))
            .execute(&mut **tx)?,
    )
}

/// Sets name and language, as somebody gives them who takes an invitation.
pub(crate) fn introduce(tx: &mut Tx<'_>, id: Id<Organizer>, name: &str, lang: Lang) -> Result<()> {
    diesel::update(o::table.find(id))
        .set((o::name.eq(name), o::lang.eq(lang.as_str())))
        .execute(&mut **tx)?;
    Ok(())
}

/// Sets the language of somebody's console and mails.
///
/// # Errors
/// A fault of the database.
pub(crate) fn set_lang(tx: &mut Tx<'_>, id: Id<Organizer>, lang: Lang) -> Result<()> {
    diesel::update(o::table.find(id))
        .set(o::lang.eq(lang.as_str()))
        .execute(&mut **tx)?;
    Ok(())
}

/// Gives somebody another address.
///
/// # Errors
/// [`Error::Duplicate`](crate::db::Error::Duplicate) when it is another's.
pub(crate) fn set_email(tx: &mut Tx<'_>, id: Id<Organizer>, email: &str) -> Result<()> {
    diesel::update(o::table.find(id))
        .set(o::email.eq(email))
        .execute(&mut **tx)?;
    Ok(())
}

/// Notes that somebody put a second factor off at this time.
///
/// # Errors
/// A fault of the database.
pub fn put_off_second_factor(tx: &mut Tx<'_>, id: Id<Organizer>, at: Time) -> Result<()> {
    diesel::update(o::table.find(id))
        .set(o::second_factor_later_at.eq(at))
        .execute(&mut **tx)?;
    Ok(())
}

/// Whether somebody runs this site.
///
/// # Errors
/// A fault of the database.
pub(crate) fn is_operator(conn: &mut Conn, id: Id<Organizer>) -> Result<bool> {
    let since: Option<Option<Time>> = o::table
        .find(id)
        .select(o::operator_since)
        .first(conn)
        .optional()?;
    Ok(since.flatten().is_some())
}

/// Makes somebody an operator. Who is one already stays one.
///
/// # Errors
/// A fault of the database.
pub fn make_operator(tx: &mut Tx<'_>, id: Id<Organizer>, now: Time) -> Result<()> {
    diesel::update(o::table.find(id).filter(o::operator_since.is_null()))
        .set(o::operator_since.eq(now))
        .execute(&mut **tx)?;
    Ok(())
}

/// Takes that away. Whether they were one.
///
/// # Errors
/// A fault of the database.
pub fn unmake_operator(tx: &mut Tx<'_>, id: Id<Organizer>) -> Result<bool> {
    let is_one = o::table.find(id).filter(o::operator_since.is_not_null());
    let changed = diesel::update(is_one)
        .set(o::operator_since.eq(None::<Time>))
        .execute(&mut **tx)?;
    Ok(changed > 0)
}

/// Notes that somebody was signed in just now.
pub(crate) fn seen(tx: &mut Tx<'_>, id: Id<Organizer>, now: Time) -> Result<()> {
    diesel::update(o::table.find(id))
        .set(o::seen_at.eq(now))
        .execute(&mut **tx)?;
    Ok(())
}

/// Deletes those who were invited and never came: without a passphrase, a place or a link. How many.
pub(crate) fn tidy(tx: &mut Tx<'_>) -> Result<usize> {
    let somewhere = diesel::dsl::exists(m::table.filter(m::organizer_id.eq(o::id)));
    let invited = diesel::dsl::exists(l::table.filter(l::organizer_id.eq(o::id.nullable())));
    let strangers = o::table
        .filter(o::password.is_null())
        .filter(diesel::dsl::not(somewhere))
        .filter(diesel::dsl::not(invited));
    Ok(diesel::delete(strangers).execute(&mut **tx)?)
}
