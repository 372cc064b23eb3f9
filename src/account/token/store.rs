//! Tokens in the database.

use super::model::{ApiToken, BOTH_FOR, MOST, Maker, TokenPetition, USED_EVERY};
use super::scope::Scopes;
use super::text::{ShortId, TokenText};
use crate::account::model::{Organization, Organizer, Role};
use crate::account::store::second_factor;
use crate::base::time::days;
use crate::base::{Id, Time};
use crate::both;
use crate::db::schema::{
    api_token_petitions as p, api_tokens as t, memberships as m, organizations as g,
    organizers as o,
};
use crate::db::{Conn, Error, Result, Tx};
use crate::web::Source;
use diesel::prelude::*;
use ipnet::IpNet;
use std::collections::HashMap;
use std::time::Duration;

/// How long the row of a token stays that has ended, for whoever looks what it was.
const KEPT: Duration = days(90);
/// Most that are listed.
const LISTED: i64 = 300;

#[derive(Clone, Queryable, Selectable)]
#[diesel(table_name = t)]
struct TokenRow {
    id: Id<ApiToken>,
    organization_id: Id<Organization>,
    organizer_id: Option<Id<Organizer>>,
    name: String,
    short_id: String,
    scopes: String,
    is_limited: bool,
    networks: String,
    created_at: Time,
    expires_at: Time,
    used_at: Option<Time>,
    revoked_at: Option<Time>,
    replaces_id: Option<Id<ApiToken>>,
}

impl TokenRow {
    /// The token, with its petitions where it is limited to some.
    fn token(self, petitions: Vec<Id<TokenPetition>>) -> Result<ApiToken> {
        let networks: Vec<IpNet> =
            serde_json::from_str(&self.networks).map_err(|_| Error::Refused("networks"))?;
        Ok(ApiToken {
            id: self.id,
            short_id: ShortId::stored(self.short_id),
            organization: self.organization_id,
            name: self.name,
            scopes: Scopes::known(&self.scopes),
            petitions: self.is_limited.then_some(petitions),
            networks,
            made_by: self.organizer_id,
            created_at: self.created_at,
            expires_at: self.expires_at,
            used_at: self.used_at,
            revoked_at: self.revoked_at,
            replaces: self.replaces_id,
        })
    }
}

fn petitions(conn: &mut Conn, token: Id<ApiToken>) -> Result<Vec<Id<TokenPetition>>> {
    let all = p::table.filter(p::token_id.eq(token)).order(p::petition_id);
    Ok(all.select(p::petition_id).load(conn)?)
}

/// Writes a new one. False where its short id is another's: it is to be drawn anew.
///
/// # Errors
/// A fault of the database; [`Error::Duplicate`] when another replaces the same token.
pub(super) fn insert(tx: &mut Tx<'_>, token: &ApiToken, text: &TokenText) -> Result<bool> {
    let is_taken = t::table.filter(t::short_id.eq(token.short_id.as_str()));
    let is_taken: i64 = is_taken.count().get_result(&mut **tx)?;
    if is_taken > 0 {
        return Ok(false);
    }
    let networks =
        serde_json::to_string(&token.networks).map_err(|_| Error::Refused("networks"))?;
    diesel::insert_into(t::table)
        .values((
            t::id.eq(token.id),
            t::organization_id.eq(token.organization),
            t::organizer_id.eq(token.made_by),
            t::name.eq(token.name.as_str()),
            t::short_id.eq(token.short_id.as_str()),
            t::token_hash.eq(text.hash().0.as_slice()),
            t::scopes.eq(token.scopes.to_string()),
            t::is_limited.eq(token.petitions.is_some()),
            t::networks.eq(networks),
            t::created_at.eq(token.created_at),
            t::expires_at.eq(token.expires_at),
            t::replaces_id.eq(token.replaces),
        ))
        .execute(&mut **tx)?;
    for petition in token.petitions.iter().flatten() {
        diesel::insert_into(p::table)
            .values((p::token_id.eq(token.id), p::petition_id.eq(*petition)))
            .execute(&mut **tx)?;
    }
    Ok(true)
}

/// A token as a request sends it.
#[derive(Debug, Clone)]
pub struct SentToken {
    /// Its text.
    pub text: TokenText,
    /// Where the request comes from.
    pub source: Source,
    /// When it came.
    pub now: Time,
}

/// What these tokens open now, each in its place, asked for each request. None where it is nobody's, has ended, or whoever made it has left
/// or may nothing of it any more; and where it comes from outside its networks: all of that is one answer.
///
/// # Errors
/// A fault of the database.
pub(super) fn find_all(conn: &mut Conn, sent: &[SentToken]) -> Result<Vec<Option<ApiToken>>> {
    let mut shorts: Vec<String> = (sent.iter())
        .map(|one| one.text.short_id().as_str().to_owned())
        .collect();
    shorts.sort_unstable();
    shorts.dedup();
    let rows: Vec<KnownToken> = match shorts.as_slice() {
        // the statement of one stays prepared
        [short] => known()
            .filter(t::short_id.eq(short))
            .select((TokenRow::as_select(), t::token_hash, g::needs_second_factor))
            .load(conn)?,
        shorts => both!(conn, |c| known()
            .filter(t::short_id.eq_any(shorts))
            .select((TokenRow::as_select(), t::token_hash, g::needs_second_factor))
            .load(c))?,
    };
    let by_short: HashMap<&str, &KnownToken> = (rows.iter())
        .map(|found| (found.0.short_id.as_str(), found))
        .collect();
    let one = |one: &SentToken| match by_short.get(one.text.short_id().as_str()) {
        Some((row, hash, needs_second_factor)) if one.text.is_of(hash) => {
            opened(conn, row.clone(), *needs_second_factor, one)
        }
        _ => Ok(None),
    };
    sent.iter().map(one).collect()
}

/// A row, what is stored of the token's text, and whether its organization asks for a second factor.
type KnownToken = (TokenRow, Vec<u8>, bool);

/// Tokens of organizations that are there.
#[diesel::dsl::auto_type(no_type_alias)]
fn known() -> _ {
    t::table
        .inner_join(g::table.on(g::id.eq(t::organization_id)))
        .filter(g::ended_at.is_null())
}

/// What a token opens whose text is right.
fn opened(
    conn: &mut Conn,
    row: TokenRow,
    needs_second_factor: bool,
    SentToken { source, now, .. }: &SentToken,
) -> Result<Option<ApiToken>> {
    let (source, now) = (*source, *now);
    let limits = match row.is_limited {
        true => petitions(conn, row.id)?,
        false => Vec::new(),
    };
    let mut token = row.token(limits)?;
    // whom a proxy hides might be anybody
    let is_at_home =
        token.networks.is_empty() || (!source.is_shared() && source.is_one_of(&token.networks));
    if token.has_ended(now) || !is_at_home {
        return Ok(None);
    }
    if let Some(maker) = maker(conn, &token, needs_second_factor)? {
        token.scopes = maker.leaves(&token.scopes);
    }
    Ok((!token.scopes.is_empty()).then_some(token))
}

/// What whoever made it is now; none where whoever runs the site did.
fn maker(conn: &mut Conn, token: &ApiToken, needs_second_factor: bool) -> Result<Option<Maker>> {
    let Some(who) = token.made_by else {
        return Ok(None);
    };
    // who left and came back made it as somebody else
    let role: Option<i16> = m::table
        .find((token.organization, who))
        .filter(m::created_at.le(token.created_at))
        .select(m::role)
        .first(conn)
        .optional()?;
    Ok(Some(Maker {
        role: role.and_then(Role::from_number),
        may_see_addresses: !needs_second_factor || second_factor::is_on(conn, who)?,
    }))
}

/// Notes that it was used, unless that was noted lately. Whether it is to be noted: [`used`] writes it.
#[must_use]
pub fn is_to_be_noted(token: &ApiToken, now: Time) -> bool {
    token
        .used_at
        .is_none_or(|used| now >= used.plus(USED_EVERY))
}

/// Notes that it was used.
///
/// # Errors
/// A fault of the database.
pub fn used(tx: &mut Tx<'_>, id: Id<ApiToken>, now: Time) -> Result<()> {
    diesel::update(t::table.find(id))
        .set(t::used_at.eq(now))
        .execute(&mut **tx)?;
    Ok(())
}

/// A token, for whoever manages it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedToken {
    /// The token, with the scopes it was given.
    pub token: ApiToken,
    /// What whoever made it is called; none: whoever runs the site made it.
    pub maker_name: Option<String>,
    /// Of its scopes those that are left.
    pub left: Scopes,
    /// Whether there is a newer one in its place.
    pub is_replaced: bool,
}

impl ListedToken {
    /// Whether it would open something, but for whoever made it, who has left or may nothing of it any more.
    #[must_use]
    pub fn is_orphaned(&self, now: Time) -> bool {
        !self.token.has_ended(now) && self.left.is_empty()
    }
}

/// Tokens of an organization, or of all, the newest first.
///
/// # Errors
/// A fault of the database.
pub fn list(conn: &mut Conn, organization: Option<Id<Organization>>) -> Result<Vec<ListedToken>> {
    let mut all = t::table
        .inner_join(g::table.on(g::id.eq(t::organization_id)))
        .left_join(o::table.on(o::id.nullable().eq(t::organizer_id)))
        .order(t::id.desc())
        .limit(LISTED)
        .select((
            TokenRow::as_select(),
            g::needs_second_factor,
            o::name.nullable(),
        ))
        .into_boxed();
    if let Some(organization) = organization {
        all = all.filter(t::organization_id.eq(organization));
    }
    let rows: Vec<(TokenRow, bool, Option<String>)> = all.load(conn)?;
    let replaced: Vec<Id<ApiToken>> = rows
        .iter()
        .filter_map(|(row, _, _)| row.replaces_id)
        .collect();
    rows.into_iter()
        .map(|(row, needs_second_factor, maker_name)| {
            let limits = petitions(conn, row.id)?;
            let token = row.token(limits)?;
            let maker = maker(conn, &token, needs_second_factor)?;
            Ok(ListedToken {
                left: maker
                    .map_or_else(|| token.scopes.clone(), |maker| maker.leaves(&token.scopes)),
                is_replaced: replaced.contains(&token.id),
                maker_name,
                token,
            })
        })
        .collect()
}

/// One of an organization, as it was given.
///
/// # Errors
/// A fault of the database.
pub fn one(
    conn: &mut Conn,
    organization: Id<Organization>,
    id: Id<ApiToken>,
) -> Result<Option<ListedToken>> {
    let all = list(conn, Some(organization))?;
    Ok(all.into_iter().find(|listed| listed.token.id == id))
}

/// The one that is known by this short id, in whichever organization.
///
/// # Errors
/// A fault of the database.
pub fn by_short_id(conn: &mut Conn, short_id: &ShortId) -> Result<Option<ApiToken>> {
    let row = t::table
        .filter(t::short_id.eq(short_id.as_str()))
        .select(TokenRow::as_select())
        .first(conn)
        .optional()?;
    let Some(row): Option<TokenRow> = row else {
        return Ok(None);
    };
    let limits = petitions(conn, row.id)?;
    row.token(limits).map(Some)
}

/// Whether an organization has as many that work as it may have.
pub(super) fn are_many(conn: &mut Conn, organization: Id<Organization>, now: Time) -> Result<bool> {
    let working = t::table
        .filter(t::organization_id.eq(organization))
        .filter(t::revoked_at.is_null())
        .filter(t::expires_at.gt(now));
    let working: i64 = working.count().get_result(conn)?;
    Ok(working >= MOST)
}

/// Ends one, from the next request on. False where it has ended already.
///
/// # Errors
/// A fault of the database.
pub fn revoke(tx: &mut Tx<'_>, id: Id<ApiToken>, now: Time) -> Result<bool> {
    let working = t::table
        .find(id)
        .filter(t::revoked_at.is_null())
        .filter(t::expires_at.gt(now));
    let revoked = diesel::update(working)
        .set(t::revoked_at.eq(now))
        .execute(&mut **tx)?;
    Ok(revoked == 1)
}

/// Lets one go on for a day at the most.
pub(super) fn run_out(tx: &mut Tx<'_>, id: Id<ApiToken>, now: Time) -> Result<()> {
    let end = now.plus(BOTH_FOR);
    let longer = t::table.find(id).filter(t::expires_at.gt(end));
    diesel::update(longer)
        .set(t::expires_at.eq(end))
        .execute(&mut **tx)?;
    Ok(())
}

/// Has everybody else who works on this token wait for the end of this transaction. On SQLite writers wait anyway.
pub(super) fn lock(tx: &mut Tx<'_>, id: Id<ApiToken>) -> Result<()> {
    if let Conn::Postgres(c) = &mut **tx {
        let row = t::table.find(id).select(t::id);
        row.for_update().first::<Id<ApiToken>>(c).optional()?;
    }
    Ok(())
}

/// Deletes every token of an organization that is no more.
///
/// # Errors
/// A fault of the database.
pub fn remove_all(tx: &mut Tx<'_>, organization: Id<Organization>) -> Result<()> {
    let all = t::table.filter(t::organization_id.eq(organization));
    both!(tx, |c| diesel::delete(all).execute(c))?;
    Ok(())
}

/// Deletes what ended long ago. How many.
pub(crate) fn tidy(tx: &mut Tx<'_>, now: Time) -> Result<usize> {
    let since = now.minus(KEPT);
    let old = t::table.filter(
        t::expires_at
            .lt(since)
            .or(t::revoked_at.lt(since).assume_not_null()),
    );
    Ok(diesel::delete(old).execute(&mut **tx)?)
}
