//! Every petition's updates in memory: what a visitor's request reads.

use super::model::{Update, UpdateState, UpdateText};
use super::store;
use crate::base::{Id, Lang};
use crate::db::{Changes, Conn, Error, Result};
use crate::petition::Petition;
use parking_lot::RwLock;
use std::collections::HashMap;
use std::sync::Arc;

/// Most updates of one petition, drafts and those taken back too: a page, a feed and this memory
/// stay small.
pub(crate) const MOST: i64 = 200;

/// An update with its texts, the petition's own language first.
#[derive(Debug, Clone)]
pub struct PublicUpdate {
    /// The update: published, or taken back.
    pub update: Update,
    /// Its texts.
    pub texts: Vec<UpdateText>,
}

impl PublicUpdate {
    /// Reads the texts of an update.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn load(conn: &mut Conn, update: Update) -> Result<Self> {
        let texts = store::texts(conn, update.id)?;
        Ok(Self { update, texts })
    }

    /// The text in this language, else in `own`, else in any.
    #[must_use]
    pub fn text(&self, lang: Lang, own: Lang) -> Option<&UpdateText> {
        let of = |wanted: Lang| self.texts.iter().find(|text| text.lang == wanted);
        of(lang).or_else(|| of(own)).or_else(|| self.texts.first())
    }

    /// Whether everybody may read it.
    #[must_use]
    pub(crate) fn is_public(&self) -> bool {
        self.update.state == UpdateState::Published
    }
}

/// The updates of one petition.
#[derive(Default)]
struct PetitionUpdates {
    /// The newest first.
    all: Vec<Arc<PublicUpdate>>,
    /// Grows with every change.
    version: i64,
}

#[derive(Default)]
struct UpdateContents {
    by_petition: HashMap<Id<Petition>, PetitionUpdates>,
}

/// The news: cheap to clone, shared by all.
#[derive(Clone, Default)]
pub struct UpdateCache(Arc<RwLock<UpdateContents>>, Changes);

impl UpdateCache {
    /// A petition's published updates, the newest first.
    #[must_use]
    pub fn of(&self, petition: Id<Petition>) -> Vec<Arc<PublicUpdate>> {
        let contents = self.0.read();
        let page = contents.by_petition.get(&petition);
        page.into_iter()
            .flat_map(|page| &page.all)
            .filter(|told| told.is_public())
            .cloned()
            .collect()
    }

    /// One of them, taken back or not.
    #[must_use]
    pub fn find(&self, petition: Id<Petition>, id: Id<Update>) -> Option<Arc<PublicUpdate>> {
        let contents = self.0.read();
        let mut all = contents.by_petition.get(&petition)?.all.iter();
        all.find(|told| told.update.id == id).cloned()
    }

    /// A number that changes with every change of a petition's updates.
    #[must_use]
    pub fn version(&self, petition: Id<Petition>) -> i64 {
        let contents = self.0.read();
        let page = contents.by_petition.get(&petition);
        page.map_or(0, |page| page.version)
    }

    /// Puts an update in the place of its older self.
    pub fn put(&self, told: PublicUpdate) {
        if told.update.state == UpdateState::Draft {
            return;
        }
        let mut contents = self.0.write();
        let page = contents.by_petition.entry(told.update.petition);
        let PetitionUpdates { all, version } = page.or_default();
        let known = all.iter().find(|known| known.update.id == told.update.id);
        if known.is_some_and(|known| known.update.revision >= told.update.revision) {
            return;
        }
        all.retain(|known| known.update.id != told.update.id);
        *version += 1;
        all.push(Arc::new(told));
        all.sort_by_key(|told| std::cmp::Reverse((told.update.published_at, told.update.id)));
    }

    /// Reads what changed.
    ///
    /// # Errors
    /// A fault of the database; what is known stays.
    pub fn refresh(&self, conn: &mut Conn) -> Result<()> {
        self.1.follow(conn, |conn, since| {
            for update in store::public_since(conn, since)? {
                let (id, known) = (update.id, self.find(update.petition, update.id));
                if known.is_some_and(|known| known.update.revision >= update.revision) {
                    continue;
                }
                match PublicUpdate::load(conn, update) {
                    Ok(told) => self.put(told),
                    Err(error @ Error::Unavailable(_)) => return Err(error),
                    Err(error) => {
                        tracing::error!(update = %id, %error, "an update cannot be read and is not shown");
                    }
                }
            }
            Ok(())
        })
    }
}
