//! Every petition that may be shown, in memory: what a visitor's request reads.
//!
//! The database is the truth; the cache is filled at start, each second with what changed, and at
//! once by whoever changes a petition in this instance. When the database is away it keeps
//! answering.

use super::model::{Petition, PetitionState};
pub use super::public_petition::PublicPetition;
use super::rules::exposure::Exposure;
use super::rules::picture::CurrentPicture;
use super::store::petitions::Unreadable;
use super::store::{petitions, pictures};
use crate::account::model::Organization;
use crate::account::store::organization;
use crate::base::{Id, Slug};
use crate::db::{Changes, Conn, Error, Result};
use crate::web;
use arc_swap::ArcSwap;
use parking_lot::Mutex;
use std::collections::HashMap;
use std::sync::Arc;

type ById = HashMap<Id<Petition>, Arc<PublicPetition>>;

#[derive(Default)]
struct ShelfContents {
    /// Under the address of each, and under those it had before.
    by_slug: HashMap<Slug, Arc<PublicPetition>>,
    by_id: ById,
    /// Those that cannot be read: nothing of an earlier revision stands in for what may protect signers.
    off: HashMap<Id<Petition>, Unreadable>,
    version: u64,
}

impl ShelfContents {
    fn is_off(&self, slug: &Slug) -> bool {
        let mut slugs = self.off.values().filter_map(|off| off.slug.as_ref());
        slugs.any(|off| off == slug)
    }
}

/// Petitions in memory: cheap to clone, shared by all.
#[derive(Clone, Default)]
pub struct PetitionCache {
    contents: Arc<ArcSwap<ShelfContents>>,
    changes: Changes,
    /// Pictures change by themselves: whoever writes the text meanwhile is not held up.
    picture_changes: Changes,
    /// How often organizations were called something else in this instance: what was read before is not put in its place.
    calls: Arc<Mutex<u64>>,
}

/// What stood at this address is gone, in a sentence.
pub(crate) const REMOVED: web::Error = web::Error::GONE.saying("petition-removed");

/// What stands at this address cannot be read by this program, in a sentence.
pub(crate) const OFF: web::Error = web::Error::busy(60).saying("petition-off");

impl PetitionCache {
    /// The petition at this address, if it may be shown.
    #[must_use]
    pub fn find(&self, slug: &Slug) -> Option<Arc<PublicPetition>> {
        self.by_slug(slug).ok()
    }

    /// The petition at this address, for whoever asks for one of its pages or numbers.
    ///
    /// # Errors
    /// 404 when there is none, or it is still a draft; 410 when it was taken down; 503 when it cannot be read.
    pub fn by_slug(&self, slug: &Slug) -> web::Result<Arc<PublicPetition>> {
        let shown = self.by_slug_even_removed(slug)?;
        match shown.is_removed() {
            true => Err(REMOVED),
            false => Ok(shown),
        }
    }

    /// The petition at this address, one that was taken down too: whoever signed it still may take their name back.
    ///
    /// # Errors
    /// 404 when there is none, or it is still a draft; 503 when it cannot be read.
    pub(crate) fn by_slug_even_removed(&self, slug: &Slug) -> web::Result<Arc<PublicPetition>> {
        let contents = self.contents.load();
        let found = contents.by_slug.get(slug).cloned();
        found.ok_or(match contents.is_off(slug) {
            true => OFF,
            false => web::Error::NOT_FOUND,
        })
    }

    /// Asks something of the petition at this address, one that was taken down too; none where there is none.
    pub(crate) fn asked<T>(
        &self,
        slug: &str,
        question: impl FnOnce(&PublicPetition) -> T,
    ) -> Option<T> {
        let contents = self.contents.load();
        contents.by_slug.get(slug).map(|shown| question(shown))
    }

    /// The petition with this key, one that was taken down too, for whoever asks for something of it.
    ///
    /// # Errors
    /// 404 when there is none, or it is still a draft; 503 when it cannot be read.
    pub fn behind(&self, id: Id<Petition>) -> web::Result<Arc<PublicPetition>> {
        self.by_id(id).ok_or(match self.is_off(id) {
            true => OFF,
            false => web::Error::NOT_FOUND,
        })
    }

    /// Whether this petition cannot be read by this program: nothing is done for it here until it can.
    #[must_use]
    pub(crate) fn is_off(&self, id: Id<Petition>) -> bool {
        self.contents.load().off.contains_key(&id)
    }

    /// The petition with this key, one that was taken down too: who signed it still may take
    /// their name back.
    #[must_use]
    pub(crate) fn by_id(&self, id: Id<Petition>) -> Option<Arc<PublicPetition>> {
        self.contents.load().by_id.get(&id).cloned()
    }

    /// All that are listed for everybody: on the start page, in the sitemap, in feeds of the site, on pages of organizations. The newest
    /// first.
    #[must_use]
    pub fn listed(&self) -> Vec<Arc<PublicPetition>> {
        let mut all = self.all();
        all.retain(|shown| shown.allows(Exposure::Listing));
        all
    }

    /// Those under which nobody has a link of their own, taken down ones too.
    #[must_use]
    pub(crate) fn without_own_links(&self) -> Vec<Arc<PublicPetition>> {
        let contents = self.contents.load();
        let all = contents.by_id.values();
        all.filter(|shown| !shown.allows(Exposure::OwnLinks))
            .cloned()
            .collect()
    }

    /// The organization with this logo, of those whose pages show it: where signing may be a danger none does.
    #[must_use]
    pub(crate) fn organization_with_logo(&self, sha256: &str) -> Option<Id<Organization>> {
        let contents = self.contents.load();
        let mut shown = contents.by_id.values().filter(|shown| !shown.is_removed());
        let has = |shown: &&Arc<PublicPetition>| {
            let logo = shown.organization.logo.as_ref();
            logo.is_some_and(|logo| logo.sha256 == sha256) && shown.allows(Exposure::Copies)
        };
        shown.find(has).map(|shown| shown.organization.id)
    }

    /// Grows with each petition that changes in memory: whatever is made of several is made anew then.
    #[must_use]
    pub(crate) fn version(&self) -> u64 {
        self.contents.load().version
    }

    /// All that are shown, the newest first; of those, others find [`PetitionCache::listed`] only.
    #[must_use]
    pub fn all(&self) -> Vec<Arc<PublicPetition>> {
        let contents = self.contents.load();
        let shown = contents.by_id.values().filter(|shown| !shown.is_removed());
        let mut all: Vec<_> = shown.cloned().collect();
        all.sort_by_key(|shown| std::cmp::Reverse(shown.petition.id));
        all
    }

    /// Puts a petition into memory, in the place of what stood there.
    pub fn put(&self, shown: PublicPetition) {
        self.put_all(vec![shown], &[]);
    }

    /// What organizations are called and where they are written to, from now on.
    pub fn call(&self, organizations: &[Organization]) {
        let mut calls = self.calls.lock();
        *calls += 1;
        self.call_all(organizations);
    }

    fn call_all(&self, organizations: &[Organization]) {
        let has_news = |shown: &PublicPetition| {
            let id = shown.organization.id;
            let now = organizations.iter().find(|one| one.id == id);
            now.filter(|now| **now != shown.organization).cloned()
        };
        let contents = self.contents.load_full();
        let stale = contents.by_id.values().filter_map(|shown| {
            let organization = has_news(shown)?;
            Some(PublicPetition {
                organization,
                ..PublicPetition::clone(shown)
            })
        });
        let stale: Vec<_> = stale.collect();
        if !stale.is_empty() {
            self.put_all(stale, &[]);
        }
    }

    /// Puts a picture at the head of a petition, or none, in the place of what was there.
    pub fn show_picture(&self, id: Id<Petition>, picture: &CurrentPicture) {
        self.change(|by_id, _| {
            let Some(there) = by_id.get(&id) else { return };
            if there.picture.revision < picture.revision {
                let shown = PublicPetition {
                    picture: picture.clone(),
                    ..PublicPetition::clone(there)
                };
                by_id.insert(id, Arc::new(shown));
            }
        });
    }

    fn put_all(&self, fresh: Vec<PublicPetition>, unreadable: &[Unreadable]) {
        let fresh: Vec<Arc<PublicPetition>> = fresh.into_iter().map(Arc::new).collect();
        self.change(|by_id, off| {
            for one in unreadable {
                let is_newer = by_id
                    .get(&one.id)
                    .is_none_or(|there| there.petition.revision < one.revision);
                if is_newer {
                    by_id.remove(&one.id);
                    off.insert(one.id, one.clone());
                }
            }
            for shown in &fresh {
                let newer = by_id
                    .get(&shown.petition.id)
                    .is_none_or(|there| there.petition.revision <= shown.petition.revision);
                let is_off = off
                    .get(&shown.petition.id)
                    .is_some_and(|off| off.revision > shown.petition.revision);
                if newer && !is_off {
                    off.remove(&shown.petition.id);
                    let there = by_id.insert(shown.petition.id, Arc::clone(shown));
                    // what was read with the text may be older than the picture that is shown
                    let there =
                        there.filter(|there| there.picture.revision > shown.picture.revision);
                    if let Some(there) = there {
                        let shown = PublicPetition {
                            picture: there.picture.clone(),
                            ..PublicPetition::clone(shown)
                        };
                        by_id.insert(shown.petition.id, Arc::new(shown));
                    }
                }
            }
        });
    }

    fn change(&self, change: impl Fn(&mut ById, &mut HashMap<Id<Petition>, Unreadable>)) {
        self.contents.rcu(|old| {
            let (mut by_id, mut off) = (old.by_id.clone(), old.off.clone());
            change(&mut by_id, &mut off);
            by_id.retain(|_, shown| shown.petition.state != PetitionState::Draft);
            let mut by_slug = HashMap::new();
            for shown in by_id.values() {
                for former in &shown.former_slugs {
                    by_slug.insert(former.clone(), Arc::clone(shown));
                }
            }
            // whoever stands at an address now is there, whoever stood there before
            for shown in by_id.values() {
                by_slug.insert(shown.petition.slug.clone(), Arc::clone(shown));
            }
            ShelfContents {
                by_slug,
                by_id,
                off,
                version: old.version + 1,
            }
        });
    }

    /// Reads what changed. A petition that cannot be read is gone from memory until it changes again, and the others are read all the
    /// same.
    ///
    /// # Errors
    /// The database is away; it keeps what it has.
    pub fn refresh(&self, conn: &mut Conn) -> Result<()> {
        let (fresh, unreadable) = self.changes.follow(conn, |conn, since| {
            let found = petitions::public_since(conn, since)?;
            let (mut fresh, mut unreadable) = (Vec::new(), found.unreadable);
            for petition in found.petitions {
                let known = self
                    .by_id(petition.id)
                    .is_some_and(|there| there.petition.revision >= petition.revision);
                if known {
                    continue;
                }
                let off = Unreadable::of(&petition);
                match PublicPetition::load(conn, petition) {
                    Ok(shown) => fresh.push(shown),
                    Err(error @ Error::Unavailable(_)) => return Err(error),
                    Err(_) => unreadable.push(off),
                }
            }
            Ok((fresh, unreadable))
        })?;
        let contents = self.contents.load_full();
        for one in &unreadable {
            let there = contents.off.get(&one.id);
            if there.is_none_or(|there| there.revision < one.revision) {
                tracing::error!(
                    petition = %one.id,
                    "this petition holds what this program cannot read: it is not available here until a newer program \
                     runs or it is put right"
                );
            }
        }
        if !fresh.is_empty() || !unreadable.is_empty() {
            self.put_all(fresh, &unreadable);
        }
        let moved = |conn: &mut Conn, since| pictures::since(conn, since);
        for (id, picture) in self.picture_changes.follow(conn, moved)? {
            self.show_picture(id, &picture);
        }
        let before = *self.calls.lock();
        let organizations = organization::all(conn)?;
        let calls = self.calls.lock();
        if *calls == before {
            self.call_all(&organizations);
        }
        Ok(())
    }
}
