//! Writes of one organizer to the sources of one petition: each with its line in the log of what organizers did, and in memory at once.

use super::adding::{self, NewSource};
use crate::account::Actor;
use crate::account::deed::Deed;
use crate::db::{self, Db};
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::petition_log::PetitionLog;
use crate::petition::source::model::{Source, SourceKind};
use crate::petition::source::store::Added;
use crate::petition::source::{SourceCache, store};
use crate::web::{Result, Site, WrongFields};

/// What whoever makes or changes such a source has done.
fn deed(kind: SourceKind) -> Deed {
    match kind {
        SourceKind::Link => Deed::LINK,
        SourceKind::Partner => Deed::PARTNER,
    }
}

/// Who writes to the sources of which petition, and where to.
pub(super) struct SourceWriter<'a> {
    pub(super) site: &'a Site,
    pub(super) db: &'a Db,
    pub(super) source_cache: &'a SourceCache,
    pub(super) actor: &'a Actor,
    pub(super) managed: &'a ManagedPetition,
}

impl SourceWriter<'_> {
    /// Makes a new one, or says what is wrong with it: its code is taken, or there are too many.
    ///
    /// # Errors
    /// A fault of the database.
    pub(super) async fn add(&self, new: NewSource) -> Result<Option<WrongFields>> {
        let (id, now) = (self.managed.petition.id, self.site.clock.now());
        let log = PetitionLog::of(self.managed, self.actor, now);
        let kind = new.kind;
        let adding = self.db.write(move |tx| {
            let added = adding::add(tx, id, &new, now)?;
            if added == Added::Done {
                log.did_to(tx, deed(kind), &new.name)?;
            }
            Ok::<_, db::Error>(added)
        });
        let refused = adding::refused(adding.await?);
        if refused.is_none() {
            self.remember().await?;
            tracing::info!(petition = %id, by = %self.actor.id, ?kind, "a source was made");
        }
        Ok(refused)
    }

    /// Writes what was revised; false, and nothing is written, when somebody wrote meanwhile.
    ///
    /// # Errors
    /// A fault of the database.
    pub(super) async fn revise(&self, revised: Source) -> Result<bool> {
        let (id, kind) = (revised.petition, revised.kind);
        let log = PetitionLog::of(self.managed, self.actor, self.site.clock.now());
        let writing = self.db.write(move |tx| {
            let is_written = store::update(tx, &revised)?;
            if is_written {
                log.did_to(tx, deed(kind), &revised.name)?;
            }
            Ok::<_, db::Error>(is_written)
        });
        let is_written = writing.await?;
        if is_written {
            self.remember().await?;
            tracing::info!(petition = %id, by = %self.actor.id, ?kind, "a source was revised");
        }
        Ok(is_written)
    }

    async fn remember(&self) -> Result<()> {
        let (memory, id) = (self.source_cache.clone(), self.managed.petition.id);
        Ok(self.db.read(move |conn| memory.read(conn, id)).await?)
    }
}
