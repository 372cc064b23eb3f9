//! POST /organize/petitions/{id}/signatures: looks for words, and leads to the list that is narrowed down to them. A form, because words are
//! names and addresses of people, and an address is kept by browsers and by whatever stands in between.

use super::narrowed::{Narrowed, WORDS};
use super::signature_filter::SignatureFilter;
use crate::account::{Action, OrganizerForm};
use crate::base::Id;
use crate::db::Db;
use crate::petition::Petition;
use crate::petition::managed_petition::ManagedPetition;
use crate::web::answers::answer::see_other;
use crate::web::{Fields, PathArg, Result, Site, TextField, urls};
use actix_web::web::Data;
use serde::Deserialize;

/// What was typed, in which state it is looked for, and what the list was narrowed down to.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FindForm {
    #[serde(default)]
    q: String,
    #[serde(default)]
    state: String,
    #[serde(default)]
    s: String,
}

impl Fields for FindForm {
    const TEXTS: &'static [TextField] = &[TextField::one("q", "signatures-search", WORDS)];
}

/// Leads to the list.
///
/// # Errors
/// 404 and 403 as [`ManagedPetition::open`].
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    PathArg(id): PathArg<Id<Petition>>,
    posted: OrganizerForm<FindForm>,
) -> Result {
    ManagedPetition::open(&db, &posted.actor, id, Action::SeeSigners).await?;
    let FindForm { q, state, s } = posted.fields;
    let narrowed = Narrowed::open(&site, id, &s).unwrap_or_default();
    let word = narrowed.with_words(&q).close(&site, id);
    let state = SignatureFilter::parse(&state);
    Ok(see_other(&urls::signatures_at(
        id,
        state.as_str(),
        &word,
        "",
    )))
}
