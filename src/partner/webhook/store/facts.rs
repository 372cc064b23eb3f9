//! What deliveries are made of at the moment they are sent.

use crate::base::Id;
use crate::both;
use crate::db::schema::{reasons as r, signatures as g, sources as s};
use crate::db::{Conn, Result};
use crate::partner::webhook::model::WebhookDelivery;
use crate::petition::Petition;
use crate::signature::model::Signature;
use crate::signature::reason::model::ReasonState;
use crate::signature::store::read::{self, Signed};
use diesel::prelude::*;
use std::collections::BTreeMap;

/// A signature that is told of.
#[derive(Debug, Clone)]
pub struct ToldSignature {
    /// The signature, with details where they are kept.
    pub signed: Signed,
    /// By which link or partner of the organizers it came. Whose own link it came by is told to nobody.
    pub source: Option<String>,
    /// Why, in the signer's words.
    pub reason: Option<String>,
}

/// The signatures that these deliveries are about.
///
/// # Errors
/// A fault of the database.
pub fn signatures(
    conn: &mut Conn,
    deliveries: &[WebhookDelivery],
    with_reasons: bool,
) -> Result<BTreeMap<Id<Signature>, ToldSignature>> {
    let of_signers = deliveries
        .iter()
        .filter(|one| one.kind.is_some_and(|kind| kind.is_of_signer()));
    let mut ids: Vec<Id<Signature>> = of_signers
        .filter_map(|one| one.subject.map(Id::cast))
        .collect();
    ids.sort_unstable();
    ids.dedup();
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let mut sources = named_sources(conn, &ids)?;
    let mut reasons = match with_reasons {
        true => reasons(conn, &ids)?,
        false => BTreeMap::new(),
    };
    let told = read::by_ids(conn, &ids)?.into_iter().map(|signed| {
        let id = signed.signature.id;
        let told = ToldSignature {
            signed,
            source: sources.remove(&id),
            reason: reasons.remove(&id),
        };
        (id, told)
    });
    Ok(told.collect())
}

fn named_sources(
    conn: &mut Conn,
    ids: &[Id<Signature>],
) -> Result<BTreeMap<Id<Signature>, String>> {
    let rows: Vec<(Id<Signature>, Id<Petition>, Option<String>)> = both!(conn, |c| g::table
        .filter(g::id.eq_any(ids))
        .filter(g::source.is_not_null())
        .select((g::id, g::petition_id, g::source))
        .load(c))?;
    if rows.is_empty() {
        return Ok(BTreeMap::new());
    }
    let petitions: Vec<_> = rows.iter().map(|(_, petition, _)| *petition).collect();
    let named: Vec<(Id<Petition>, String)> = both!(conn, |c| s::table
        .filter(s::petition_id.eq_any(&petitions))
        .select((s::petition_id, s::code))
        .load(c))?;
    let is_named = |petition, code: &str| {
        let mut all = named.iter();
        all.any(|(of, known)| *of == petition && known == code)
    };
    let told = rows.into_iter().filter_map(|(id, petition, source)| {
        Some((id, source.filter(|code| is_named(petition, code))?))
    });
    Ok(told.collect())
}

/// What nobody has hidden.
fn reasons(conn: &mut Conn, ids: &[Id<Signature>]) -> Result<BTreeMap<Id<Signature>, String>> {
    let states = [
        ReasonState::Waiting,
        ReasonState::Published,
        ReasonState::Private,
    ];
    let rows: Vec<(Id<Signature>, String)> = both!(conn, |c| r::table
        .filter(r::id.eq_any(ids))
        .filter(r::state.eq_any(states.map(ReasonState::number)))
        .select((r::id, r::words))
        .load(c))?;
    Ok(rows.into_iter().collect())
}
