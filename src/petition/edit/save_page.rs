//! Saves a page beside the others: what it held becomes a version, what was typed into it is kept no more, and the log has it.

use crate::account::Actor;
use crate::account::deed::Deed;
use crate::account::model::Organizer;
use crate::base::{Id, Time};
use crate::db::{self, Db, Tx};
use crate::petition::PublicPetition;
use crate::petition::edit::edited_part::EditedPart;
use crate::petition::edit::forms::page_press::PagePress;
use crate::petition::edit::part::EditPart;
use crate::petition::edit::versions::history::{self, Saving};
use crate::petition::model::Petition;
use crate::petition::petition_log::PetitionLog;
use crate::petition::store::kept_copies::{self, KeptCopy};
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
    /// The page: the one that was opened, or that of the question that it makes.
    pub(crate) part: EditPart,
    /// What it holds from now on.
    pub(crate) fields: PageFields,
    /// What the log says.
    pub(crate) deed: Deed,
}

/// What is written with a page beside the others: its version, and that nothing typed into it waits any more.
pub(crate) struct PageRecord {
    before: Petition,
    saving: Saving,
    was: PageFields,
    is: PageFields,
    copy: Option<Id<KeptCopy>>,
    by: Id<Organizer>,
}

impl PageRecord {
    /// Writes it, in the transaction in which the petition came from what it was to `after`.
    ///
    /// # Errors
    /// A fault of the database.
    pub(crate) fn write(&self, tx: &mut Tx<'_>, after: &Petition, now: Time) -> db::Result<()> {
        let (before, fields) = (&self.before, (&self.was, &self.is));
        history::record_beside(tx, (before, after), &self.saving, fields, now)?;
        match self.copy {
            Some(copy) => kept_copies::discard(tx, before.id, copy, self.by),
            None => Ok(()),
        }
    }
}

impl EditedPart {
    /// What is written with this page once it is saved so.
    pub(crate) fn record(&self, page: &SavedPage<'_>) -> PageRecord {
        let by = page.actor.id;
        PageRecord {
            before: self.managed.petition.clone(),
            saving: Saving {
                restored: page.press.restored.parse().ok(),
                ..Saving::of(page.part, by, page.seen)
            },
            was: self.saved(page.part),
            is: page.fields.clone(),
            copy: Id::parse(&page.press.copy).ok(),
            by,
        }
    }

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
        let record = self.record(&page);
        let log = PetitionLog::of(&self.managed, page.actor, now);
        db.write(move |tx| {
            let Some(mut petition) = petitions::find(tx, id)? else {
                return Ok(None);
            };
            if !petitions::update_from(tx, &mut petition, revision, now)? {
                return Ok(None);
            }
            write(tx)?;
            record.write(tx, &petition, now)?;
            log.edited(tx, page.deed)?;
            PublicPetition::load(tx, petition).map(Some)
        })
        .await
    }
}
