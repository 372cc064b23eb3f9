//! POST /organize/petitions/{id}/sources/{code}: puts a link away or takes it up again, pauses a partner or lets it go on, deletes one
//! that brought nobody.

use super::figures::SourceTotals;
use super::managed_source::open;
use crate::account::OrganizerForm;
use crate::account::deed::Deed;
use crate::base::{Id, Time};
use crate::db::{self, Db, Tx};
use crate::petition::model::Petition;
use crate::petition::petition_log::PetitionLog;
use crate::petition::source::model::{Source, SourceKind};
use crate::petition::source::{SourceCache, SourceCode, store};
use crate::web::answers::answer::see_other;
use crate::web::{Error, Fields, PathArg, Result, Site, urls};
use actix_web::web::Data;
use serde::Deserialize;

/// What to make of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SourceMove {
    /// A partner's frame shows no form from now on; a link stands below the others. Whoever comes by it still is counted.
    Pause,
    /// As before.
    Resume,
    /// As if it had never been.
    Delete,
}

impl SourceMove {
    /// What whoever presses it has done.
    fn deed(self) -> Deed {
        match self {
            Self::Pause => Deed::SOURCE_PAUSED,
            Self::Resume => Deed::SOURCE_RESUMED,
            Self::Delete => Deed::SOURCE_DELETED,
        }
    }
}

/// The button that was pressed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceMoveForm {
    to: SourceMove,
}

impl Fields for SourceMoveForm {}

/// Why nothing was done.
#[derive(Debug, thiserror::Error)]
pub enum SourceStands {
    /// There is none any more.
    #[error("no such source")]
    Gone,
    /// Somebody came by it, or somebody wrote at this very moment.
    #[error("the source does not stand so that it could")]
    NoSuchMove,
    /// The database.
    #[error(transparent)]
    Fault(#[from] db::Error),
}

impl From<SourceStands> for Error {
    fn from(refusal: SourceStands) -> Self {
        match refusal {
            SourceStands::Gone => Self::NOT_FOUND,
            SourceStands::NoSuchMove => Self::CONFLICT,
            SourceStands::Fault(fault) => fault.into(),
        }
    }
}

/// Does it. One that is paused already, or goes on already, stays as it is.
///
/// # Errors
/// [`SourceStands`]; nothing is written then.
pub(crate) fn turn(
    tx: &mut Tx<'_>,
    (petition, code): (Id<Petition>, &SourceCode),
    to: SourceMove,
    now: Time,
) -> std::result::Result<Source, SourceStands> {
    let mut source = store::find(tx, petition, code)?.ok_or(SourceStands::Gone)?;
    if to == SourceMove::Delete {
        let totals = SourceTotals::read(tx, petition, std::slice::from_ref(&source))?;
        if totals.brought_anybody(&source) {
            return Err(SourceStands::NoSuchMove);
        }
        store::delete(tx, &source)?;
        return Ok(source);
    }
    let paused_at = (to == SourceMove::Pause).then_some(now);
    if source.paused_at.is_some() == paused_at.is_some() {
        return Ok(source);
    }
    source.paused_at = paused_at;
    match store::update(tx, &source)? {
        true => Ok(source),
        false => Err(SourceStands::NoSuchMove),
    }
}

/// Does what was pressed, and leads back to where it stands.
///
/// # Errors
/// 404 where there is none; 409 for deleting one that brought somebody; else as for every page of the editor.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    source_cache: Data<SourceCache>,
    PathArg(id): PathArg<Id<Petition>>,
    PathArg(code): PathArg<SourceCode>,
    form: OrganizerForm<SourceMoveForm>,
) -> Result {
    let (actor, to) = (form.actor, form.fields.to);
    let managed = open(&db, &actor, id).await?;
    let now = site.clock.now();
    let log = PetitionLog::of(&managed, &actor, now);
    let turned = db.write(move |tx| {
        let source = turn(tx, (id, &code), to, now)?;
        log.did_to(tx, to.deed(), &source.name)?;
        Ok::<_, SourceStands>(source)
    });
    let source = turned.await?;
    let memory = source_cache.clone();
    db.read(move |conn| memory.read(conn, id)).await?;
    tracing::info!(petition = %id, by = %actor.id, ?to, "a source changed");
    let code = source.code.as_str();
    let list = match source.kind {
        SourceKind::Link => urls::links(id),
        SourceKind::Partner => urls::partners(id),
    };
    Ok(see_other(&match (to, source.kind) {
        (SourceMove::Delete, _) => format!("{list}?saved=true"),
        (_, SourceKind::Link) => format!("{}?saved=true", urls::source_link(id, code)),
        (_, SourceKind::Partner) => format!("{}?saved=true", urls::partner(id, code)),
    }))
}
