//! A petition, and one of its sources, for somebody who edits them.

use crate::account::Actor;
use crate::base::Id;
use crate::db::Db;
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::model::Petition;
use crate::petition::rules::exposure::Exposure;
use crate::petition::source::model::{Source, SourceKind};
use crate::petition::source::{SourceCode, store};
use crate::web::{Error, PathPiece, Result};

impl PathPiece for SourceCode {
    const NAME: &'static str = "code";
    fn read(text: &str) -> Option<Self> {
        Self::parse(text).ok()
    }
}

/// The petition, where it may have sources at all.
///
/// # Errors
/// As [`ManagedPetition::open_standing`]; 404 where signing may put people in danger.
pub(crate) async fn open(db: &Db, actor: &Actor, id: Id<Petition>) -> Result<ManagedPetition> {
    let managed = ManagedPetition::open_standing(db, actor, id).await?;
    match managed.petition.allows(Exposure::OwnLinks) {
        true => Ok(managed),
        false => Err(Error::NOT_FOUND),
    }
}

/// One of its links, or one of its partners, with the petition.
///
/// # Errors
/// As [`open`]; 404 where there is none of this code and kind.
pub(crate) async fn open_source(
    db: &Db,
    actor: &Actor,
    (id, code): (Id<Petition>, SourceCode),
    kind: SourceKind,
) -> Result<(ManagedPetition, Source)> {
    let managed = open(db, actor, id).await?;
    let found = db.read(move |conn| store::find(conn, id, &code)).await?;
    let source = found.filter(|source| source.kind == kind);
    Ok((managed, source.ok_or(Error::NOT_FOUND)?))
}
