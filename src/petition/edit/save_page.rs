//! Saves a page beside the others: what it held becomes a version, what was typed into it is kept no more, and the log has it.

use super::edited_part::EditedPart;
use super::page_press::PagePress;
use super::versions::history::{self, Saving};
use crate::account::Actor;
use crate::account::deed::Deed;
use crate::base::{Id, Time};
use crate::db::{self, Db, Tx};
use crate::petition::PublicPetition;
use crate::petition::petition_log::PetitionLog;
use crate::petition::store::kept_copies;
use crate::petition::store::petition_versions::PageFields;
use crate::petition::store::petitions;

/// How often it is tried again where another page of the petition was saved meanwhile.
pub(crate) const TRIES: usize = 4;

/// How a page beside the others is saved.
pub(crate) struct SavedPage<'a> {
    /// Who saves it.
    pub(crate) actor: &'a Actor,
    /// With which button.
    pub(crate) press: &'a PagePress,
    /// The revision that the page showed.
    pub(crate) seen: i64,
    /// What it holds from now on.
    pub(crate) fields: PageFields,
    /// What the log says.
    pub(crate) deed: Deed,
}

impl EditedPart {
    /// Has `write` write what the page holds, in one step with all that belongs to it; gives back the petition as visitors get it. None, and
    /// nothing is written, where anything of the petition was saved since this was opened.
    ///
    /// # Errors
    /// A fault of the database.
    pub(crate) async fn save(
        &self,
        db: &Db,
        page: SavedPage<'_>,
        now: Time,
        write: impl FnOnce(&mut Tx<'_>) -> db::Result<()> + Send + 'static,
    ) -> db::Result<Option<PublicPetition>> {
        let (id, revision) = (self.managed.petition.id, self.managed.petition.revision);
        let by = page.actor.id;
        let saving = Saving {
            restored: page.press.restored.parse().ok(),
            ..Saving::of(self.part, by, page.seen)
        };
        let (was, is) = (self.saved(self.part), page.fields);
        let copy = Id::parse(&page.press.copy).ok();
        let log = PetitionLog::of(&self.managed, page.actor, now);
        db.write(move |tx| {
            let Some(before) = petitions::find(tx, id)? else {
                return Ok(None);
            };
            let mut petition = before.clone();
            if !petitions::update_from(tx, &mut petition, revision, now)? {
                return Ok(None);
            }
            write(tx)?;
            history::record_beside(tx, (&before, &petition), &saving, (&was, &is), now)?;
            log.edited(tx, page.deed)?;
            if let Some(copy) = copy {
                kept_copies::discard(tx, id, copy, by)?;
            }
            PublicPetition::load(tx, petition).map(Some)
        })
        .await
    }
}
