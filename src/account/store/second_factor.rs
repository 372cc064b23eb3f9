//! Second factors in the database: being set up, in force, and each code of one taken once.

use crate::account::model::Organizer;
use crate::account::totp::{RecoveryCode, TotpSecret, TypedCode};
use crate::base::time::hours;
use crate::base::{Id, Secrets, Time};
use crate::both;
use crate::db::schema::{recovery_codes as r, second_factors as f};
use crate::db::{Conn, Error, Result, Tx};
use diesel::prelude::*;
use std::time::Duration;

/// How long a secret waits to be confirmed by its first code: whoever loads the page anew has the same (O5).
pub(crate) const SET_UP_WITHIN: Duration = hours(1);

/// What is known of somebody's second factor that is in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SecondFactor {
    /// Since when.
    pub since: Time,
    /// Recovery codes that have not been used.
    pub codes_left: i64,
    /// Whether codes of the phone can be checked: not once the secrets of the site are others.
    pub is_readable: bool,
}

/// The second factor in force; none while there is none.
///
/// # Errors
/// A fault of the database.
pub fn find(
    conn: &mut Conn,
    secrets: &Secrets,
    who: Id<Organizer>,
    now: Time,
) -> Result<Option<SecondFactor>> {
    let row = f::table
        .find(who)
        .select((f::secret, f::since))
        .first::<(Option<String>, Option<Time>)>(conn)
        .optional()?;
    let Some((Some(secret), Some(since))) = row else {
        return Ok(None);
    };
    let codes_left = r::table
        .filter(r::organizer_id.eq(who))
        .filter(r::used_at.is_null())
        .count()
        .get_result(conn)?;
    Ok(Some(SecondFactor {
        since,
        codes_left,
        is_readable: TotpSecret::open(&secret, secrets, who, now).is_some(),
    }))
}

/// Whether one is in force.
pub(crate) fn is_on(conn: &mut Conn, who: Id<Organizer>) -> Result<bool> {
    let secret = f::table
        .find(who)
        .select(f::secret)
        .first::<Option<String>>(conn)
        .optional()?;
    Ok(secret.flatten().is_some())
}

/// The secret that waits for its first code, as it is stored and open.
pub(crate) fn draft(
    conn: &mut Conn,
    secrets: &Secrets,
    who: Id<Organizer>,
    now: Time,
) -> Result<Option<(String, TotpSecret)>> {
    let row = f::table
        .find(who)
        .select((f::draft, f::draft_at))
        .first::<(Option<String>, Option<Time>)>(conn)
        .optional()?;
    let Some((Some(sealed), Some(at))) = row else {
        return Ok(None);
    };
    let is_fresh = now < at.plus(SET_UP_WITHIN);
    let open = TotpSecret::open(&sealed, secrets, who, now).filter(|_| is_fresh);
    Ok(open.map(|secret| (sealed, secret)))
}

/// Begins a set-up, unless one is going on. What is in force stays so until the new secret has given a code.
///
/// # Errors
/// A fault of the database.
pub fn begin(tx: &mut Tx<'_>, secrets: &Secrets, who: Id<Organizer>, now: Time) -> Result<()> {
    if draft(tx, secrets, who, now)?.is_some() {
        return Ok(());
    }
    let sealed = TotpSecret::random()
        .seal(secrets, who, now)
        .ok_or(Error::Refused("second factor"))?;
    let row = (
        f::organizer_id.eq(who),
        f::last_step.eq(0),
        f::draft.eq(&sealed),
        f::draft_at.eq(now),
    );
    let drawn = (f::draft.eq(&sealed), f::draft_at.eq(now));
    // of two who begin at once the second finds the row of the first, and its secret is not taken away again
    let ended = now.minus(SET_UP_WITHIN);
    let is_first = both!(tx, |c| diesel::insert_into(f::table)
        .values(row)
        .on_conflict_do_nothing()
        .execute(c))?;
    if is_first == 0 {
        let waits = f::draft_at.is_null().or(f::draft_at.le(ended));
        let own = f::table.find(who);
        if diesel::update(own.filter(waits))
            .set(drawn)
            .execute(&mut **tx)?
            == 0
            && draft(tx, secrets, who, now)?.is_none()
        {
            // sealed with other secrets: nobody can read it
            diesel::update(own).set(drawn).execute(&mut **tx)?;
        }
    }
    Ok(())
}

/// Puts the secret in force that waited, with new recovery codes. False when it is not the one that waits any more.
pub(crate) fn confirm(
    tx: &mut Tx<'_>,
    who: Id<Organizer>,
    (sealed, step): (&str, i64),
    codes: &[RecoveryCode],
    now: Time,
) -> Result<bool> {
    let waiting = f::table.find(who).filter(f::draft.eq(sealed));
    let confirmed = diesel::update(waiting)
        .set((
            f::secret.eq(sealed),
            f::since.eq(now),
            f::last_step.eq(step),
            f::draft.eq(None::<String>),
            f::draft_at.eq(None::<Time>),
        ))
        .execute(&mut **tx)?;
    if confirmed == 1 {
        renew_codes(tx, who, codes)?;
    }
    Ok(confirmed == 1)
}

/// Takes the second factor away, and every recovery code with it. False when there was none.
pub(crate) fn delete(tx: &mut Tx<'_>, who: Id<Organizer>) -> Result<bool> {
    let was_on = is_on(tx, who)?;
    diesel::delete(r::table.filter(r::organizer_id.eq(who))).execute(&mut **tx)?;
    diesel::delete(f::table.find(who)).execute(&mut **tx)?;
    Ok(was_on)
}

/// Puts these recovery codes in the place of all others.
pub(crate) fn renew_codes(
    tx: &mut Tx<'_>,
    who: Id<Organizer>,
    codes: &[RecoveryCode],
) -> Result<()> {
    diesel::delete(r::table.filter(r::organizer_id.eq(who))).execute(&mut **tx)?;
    for (number, code) in (1_i16..).zip(codes) {
        diesel::insert_into(r::table)
            .values((
                r::organizer_id.eq(who),
                r::number.eq(number),
                r::code_hash.eq(code.hash().0.as_slice()),
            ))
            .execute(&mut **tx)?;
    }
    Ok(())
}

/// What a code was that has been taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum UsedCode {
    /// One of the phone.
    Phone,
    /// A recovery code.
    Recovery,
}

/// Takes a code, which is used up by it: of two who send one at once the second is refused. None when it is not right.
pub(crate) fn take(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    who: Id<Organizer>,
    typed: &TypedCode,
    now: Time,
) -> Result<Option<UsedCode>> {
    match typed {
        TypedCode::Recovery(hash) => {
            let unused = r::table
                .filter(r::organizer_id.eq(who))
                .filter(r::code_hash.eq(hash.0.as_slice()))
                .filter(r::used_at.is_null());
            let used = diesel::update(unused)
                .set(r::used_at.eq(now))
                .execute(&mut **tx)?;
            Ok((used == 1).then_some(UsedCode::Recovery))
        }
        TypedCode::Digits(digits) => {
            let sealed = f::table
                .find(who)
                .select(f::secret)
                .first::<Option<String>>(&mut **tx)
                .optional()?;
            let Some(sealed) = sealed.flatten() else {
                return Ok(None);
            };
            let secret = TotpSecret::open(&sealed, secrets, who, now);
            let Some(step) = secret.and_then(|secret| secret.step_of(digits, now)) else {
                return Ok(None);
            };
            let unused = f::table
                .find(who)
                .filter(f::secret.eq(&sealed))
                .filter(f::last_step.lt(step));
            let used = diesel::update(unused)
                .set(f::last_step.eq(step))
                .execute(&mut **tx)?;
            Ok((used == 1).then_some(UsedCode::Phone))
        }
    }
}

/// How many people's codes cannot be checked with these secrets.
///
/// # Errors
/// A fault of the database.
pub fn unreadable(conn: &mut Conn, secrets: &Secrets, now: Time) -> Result<usize> {
    let all = f::table
        .filter(f::secret.is_not_null())
        .select((f::organizer_id, f::secret))
        .load::<(Id<Organizer>, Option<String>)>(conn)?;
    let is_lost = |(who, sealed): &(Id<Organizer>, Option<String>)| {
        let open = |sealed: &String| TotpSecret::open(sealed, secrets, *who, now);
        sealed.as_ref().and_then(open).is_none()
    };
    Ok(all.iter().filter(|one| is_lost(one)).count())
}
