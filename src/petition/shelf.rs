//! Every petition that may be shown, in memory: what a visitor's request reads.
//!
//! The database is the truth; the shelf is filled at start, each second with what changed, and at
//! once by whoever changes a petition in this instance. When the database is away it keeps
//! answering.

use super::founder::Founder;
use super::model::{Petition, PetitionText, State, Wording};
use super::promises::{PledgeOption, Promised, Promises};
use super::{asking, founder_store, promise_store, store};
use crate::account::model::Organization;
use crate::base::{Id, Lang, Slug};
use crate::db::{Changes, Conn, Error, Result};
use crate::web::{self, Reader};
use arc_swap::ArcSwap;
use std::collections::HashMap;
use std::sync::Arc;

/// A petition with everything its pages need.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The petition.
    pub petition: Petition,
    /// Whose it is.
    pub organization: Organization,
    /// Published languages; the petition's own language first.
    pub texts: Vec<PetitionText>,
    /// The wording signed now, by language.
    pub wordings: Vec<Wording>,
    /// Organizations named on the page from the start.
    pub founders: Vec<Founder>,
    /// What a pledge lets people choose from.
    pub promises: Promises,
}

impl Shown {
    /// The text in this language, else in the petition's own.
    #[must_use]
    pub fn text(&self, lang: Lang) -> Option<&PetitionText> {
        self.texts
            .iter()
            .find(|text| text.lang == lang)
            .or_else(|| self.texts.first())
    }

    /// The wording that is signed by a reader of this language.
    #[must_use]
    pub fn wording(&self, lang: Lang) -> Option<&Wording> {
        let lang = self.text(lang)?.lang;
        self.wordings.iter().find(|wording| wording.lang == lang)
    }

    /// Whether it was taken down.
    #[must_use]
    pub fn is_removed(&self) -> bool {
        self.petition.state == State::Removed
    }

    /// Published languages, the petition's own first.
    pub fn langs(&self) -> impl Iterator<Item = Lang> + '_ {
        self.texts.iter().map(|text| text.lang)
    }

    /// In which language a reader gets a page about it: that of the address, or the dearest of those it has, or its own.
    #[must_use]
    pub fn read_in(&self, reader: &Reader) -> Lang {
        let has: Vec<Lang> = self.langs().collect();
        let asked = reader.prefix().or_else(|| reader.prefers(&has));
        asked.unwrap_or(self.petition.lang)
    }

    /// The organizations that are each asked about apart, where several stand behind it.
    #[must_use]
    pub fn coalition(&self) -> &[Founder] {
        asking::coalition(&self.founders)
    }

    /// What somebody chose, in the language a reader of this one reads the text in.
    #[must_use]
    pub fn promised(&self, choice: Option<Id<PledgeOption>>, lang: Lang) -> Option<Promised> {
        let lang = self.text(lang).map_or(lang, |text| text.lang);
        self.promises.said(choice?, lang)
    }

    /// Reads everything that belongs to `petition`.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn load(conn: &mut Conn, petition: Petition) -> Result<Self> {
        let mut texts = store::texts(conn, petition.id)?;
        texts.retain(|text| text.is_published || petition.state == State::Draft);
        texts.sort_by_key(|text| text.lang != petition.lang);
        Ok(Self {
            organization: store::organization(conn, petition.organization)?
                .ok_or(Error::Refused("petition without organization"))?,
            wordings: store::newest_wordings(conn, petition.id)?,
            founders: founder_store::list(conn, petition.id)?,
            promises: promise_store::of(conn, &petition)?,
            texts,
            petition,
        })
    }
}

#[derive(Default)]
struct Contents {
    by_slug: HashMap<Slug, Arc<Shown>>,
    by_id: HashMap<Id<Petition>, Arc<Shown>>,
}

/// The shelf: cheap to clone, shared by all.
#[derive(Clone, Default)]
pub struct Shelf {
    contents: Arc<ArcSwap<Contents>>,
    changes: Changes,
}

/// What stood at this address is gone, in a sentence.
pub const REMOVED: web::Error = web::Error::GONE.saying("petition-removed");

impl Shelf {
    /// The petition at this address, if it may be shown.
    #[must_use]
    pub fn find(&self, slug: &Slug) -> Option<Arc<Shown>> {
        self.at(slug).ok()
    }

    /// The petition at this address, for whoever asks for one of its pages or numbers.
    ///
    /// # Errors
    /// 404 when there is none, or it is still a draft; 410 when it was taken down.
    pub fn at(&self, slug: &Slug) -> web::Result<Arc<Shown>> {
        match self.contents.load().by_slug.get(slug) {
            None => Err(web::Error::NOT_FOUND),
            Some(shown) if shown.is_removed() => Err(REMOVED),
            Some(shown) => Ok(Arc::clone(shown)),
        }
    }

    /// The petition at this address, one that was taken down too: whoever signed it still may take their name back.
    ///
    /// # Errors
    /// 404 when there is none, or it is still a draft.
    pub fn ever(&self, slug: &Slug) -> web::Result<Arc<Shown>> {
        let found = self.contents.load().by_slug.get(slug).cloned();
        found.ok_or(web::Error::NOT_FOUND)
    }

    /// The petition with this key, one that was taken down too: who signed it still may take
    /// their name back.
    #[must_use]
    pub fn get(&self, id: Id<Petition>) -> Option<Arc<Shown>> {
        self.contents.load().by_id.get(&id).cloned()
    }

    /// All that are shown, the newest first.
    #[must_use]
    pub fn all(&self) -> Vec<Arc<Shown>> {
        let contents = self.contents.load();
        let shown = contents.by_id.values().filter(|shown| !shown.is_removed());
        let mut all: Vec<_> = shown.cloned().collect();
        all.sort_by_key(|shown| std::cmp::Reverse(shown.petition.id));
        all
    }

    /// Puts a petition on the shelf, in the place of what stood there.
    pub fn put(&self, shown: Shown) {
        self.put_all(vec![shown]);
    }

    fn put_all(&self, fresh: Vec<Shown>) {
        let fresh: Vec<Arc<Shown>> = fresh.into_iter().map(Arc::new).collect();
        self.contents.rcu(|old| {
            let mut by_id = old.by_id.clone();
            for shown in &fresh {
                let newer = by_id
                    .get(&shown.petition.id)
                    .is_none_or(|there| there.petition.revision <= shown.petition.revision);
                if newer {
                    by_id.insert(shown.petition.id, Arc::clone(shown));
                }
            }
            by_id.retain(|_, shown| shown.petition.state != State::Draft);
            let by_slug = by_id
                .values()
                .map(|shown| (shown.petition.slug.clone(), Arc::clone(shown)))
                .collect();
            Contents { by_slug, by_id }
        });
    }

    /// Takes a petition off the shelf.
    fn take_off(&self, id: Id<Petition>) {
        self.contents.rcu(|old| {
            let mut by_id = old.by_id.clone();
            by_id.remove(&id);
            let by_slug = by_id
                .values()
                .map(|shown| (shown.petition.slug.clone(), Arc::clone(shown)))
                .collect();
            Contents { by_slug, by_id }
        });
    }

    /// Reads what changed. A petition that cannot be read is off the shelf until it changes again, and the others are read all the
    /// same.
    ///
    /// # Errors
    /// The database is away; the shelf keeps what it has.
    pub fn refresh(&self, conn: &mut Conn) -> Result<()> {
        let fresh = self.changes.follow(conn, |conn, since| {
            let mut fresh = Vec::new();
            for (id, row) in store::public_since(conn, since)? {
                let known = |petition: &Petition| {
                    self.get(id)
                        .is_some_and(|there| there.petition.revision >= petition.revision)
                };
                let read = match row {
                    Ok(petition) if known(&petition) => continue,
                    Ok(petition) => Shown::load(conn, petition),
                    Err(error) => Err(error),
                };
                match read {
                    Ok(shown) => fresh.push(shown),
                    Err(error @ Error::Unavailable(_)) => return Err(error),
                    Err(error) => {
                        tracing::error!(petition = %id, %error, "a petition cannot be read and is not shown");
                        self.take_off(id);
                    }
                }
            }
            Ok(fresh)
        })?;
        if !fresh.is_empty() {
            self.put_all(fresh);
        }
        Ok(())
    }
}
