//! Sources in memory: which codes are counted, which partners there are, and how often each was opened since it was last written down.

use super::model::{DayCounts, Partner, Source, SourceDay};
use super::site::FrameSite;
use super::store;
use crate::base::{Day, Id, Time};
use crate::db::{Changes, Conn, Db, Error, Result};
use crate::petition::model::Petition;
use crate::petition::rules::exposure::Exposure;
use parking_lot::{Mutex, RwLock};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// The sources of one petition.
#[derive(Debug, Default)]
struct KnownSources {
    /// What each is called, by code.
    names: HashMap<String, String>,
    partners: HashMap<String, Arc<Partner>>,
    /// Of all partners that are not paused, each once.
    sites: Arc<Vec<FrameSite>>,
    version: u64,
}

impl KnownSources {
    fn of(sources: &[Source], version: u64) -> Self {
        let partners = sources.iter().filter_map(Source::partner);
        let partners: HashMap<_, _> = partners
            .map(|one| (one.code.to_string(), Arc::new(one)))
            .collect();
        let at_work = partners.values().filter(|one| !one.is_paused);
        let mut sites: Vec<_> = at_work.flat_map(|one| one.sites.iter().cloned()).collect();
        sites.sort();
        sites.dedup();
        let names = sources.iter();
        Self {
            names: names
                .map(|one| (one.code.to_string(), one.name.clone()))
                .collect(),
            partners,
            sites: Arc::new(sites),
            version,
        }
    }
}

/// How often each source was opened, by petition and code.
type Openings = HashMap<(Id<Petition>, String), i64>;

/// The sources of all petitions: cheap to clone, shared by all.
#[derive(Clone, Default)]
pub struct SourceCache {
    known: Arc<RwLock<HashMap<Id<Petition>, KnownSources>>>,
    /// How often each was opened since it was written down last. Only sources that are known stand in it.
    opened: Arc<Mutex<Openings>>,
    changes: Changes,
    /// How often those of any petition were read. Held while they are read: what an earlier look found never takes the place of what a
    /// later one did.
    reads: Arc<Mutex<u64>>,
}

impl SourceCache {
    /// Whether what comes by this code, in small letters, is counted by day. Never where it may put signers in danger.
    #[must_use]
    pub fn counts(&self, petition: &Petition, code: &str) -> bool {
        let known = self.known.read();
        let known = known.get(&petition.id);
        petition.allows(Exposure::OwnLinks)
            && known.is_some_and(|known| known.names.contains_key(code))
    }

    /// Another number each time those of this petition were read anew; 0 where it has none.
    #[must_use]
    pub fn version(&self, petition: Id<Petition>) -> u64 {
        let known = self.known.read();
        known.get(&petition).map_or(0, |known| known.version)
    }

    /// What organizers call the source with this code.
    #[must_use]
    pub fn name(&self, petition: &Petition, code: &str) -> Option<String> {
        if !petition.allows(Exposure::OwnLinks) {
            return None;
        }
        let known = self.known.read();
        known.get(&petition.id)?.names.get(code).cloned()
    }

    /// The partner with this code, a paused one too: it says so. None where no form stands in other sites.
    #[must_use]
    pub fn partner(&self, petition: &Petition, code: &str) -> Option<Arc<Partner>> {
        if !petition.allows(Exposure::OwnLinks) {
            return None;
        }
        let known = self.known.read();
        known.get(&petition.id)?.partners.get(code).cloned()
    }

    /// The partner whose pages of this origin may hand in forms by script; none while it is paused.
    #[must_use]
    pub fn takes_posts_of(&self, petition: &Petition, origin: &str) -> Option<Arc<Partner>> {
        if !petition.allows(Exposure::OwnLinks) {
            return None;
        }
        let known = self.known.read();
        let mut partners = known.get(&petition.id)?.partners.values();
        let may = |one: &&Arc<Partner>| {
            let is_its = |site: &FrameSite| site.holds(origin);
            one.takes_posts && !one.is_paused && one.sites.iter().any(is_its)
        };
        partners.find(may).cloned()
    }

    /// What the partner with this key is called.
    #[must_use]
    pub fn partner_called(&self, petition: &Petition, id: Id<Source>) -> Option<String> {
        let known = self.known.read();
        let mut partners = known.get(&petition.id)?.partners.values();
        let found = partners.find(|one| one.id == id);
        found.map(|one| one.name.clone())
    }

    /// The sites of all partners that are not paused, each once, in their order.
    #[must_use]
    pub fn sites(&self, petition: &Petition) -> Arc<Vec<FrameSite>> {
        if !petition.allows(Exposure::OwnLinks) {
            return Arc::default();
        }
        let known = self.known.read();
        let found = known.get(&petition.id);
        found.map(|one| Arc::clone(&one.sites)).unwrap_or_default()
    }

    /// Notes that the petition's page, or a frame with its form, was answered to somebody who came by this code. Nothing is asked of
    /// their browser and nothing is kept of them. A code that no organizer has named is passed over, so that nobody fills the memory.
    pub fn opened(&self, petition: &Petition, code: &str) {
        if self.counts(petition, code) {
            let mut opened = self.opened.lock();
            *opened.entry((petition.id, code.to_owned())).or_default() += 1;
        }
    }

    /// Under what something is counted that comes by this code now; none where it is not counted.
    #[must_use]
    pub fn day(&self, petition: &Petition, code: &str, now: Time) -> Option<SourceDay> {
        self.counts(petition, code).then(|| SourceDay {
            petition: petition.id,
            code: code.to_owned(),
            day: Day::of(now, &petition.time_zone),
        })
    }

    /// Writes down what was opened since the last time, on the day that it is in each petition's zone; nothing is asked of the database
    /// where nothing was. What cannot be written waits for the next time.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn write_down(
        &self,
        db: &Db,
        zone: impl Fn(Id<Petition>) -> Option<String>,
        now: Time,
    ) -> Result<()> {
        let noted = std::mem::take(&mut *self.opened.lock());
        if noted.is_empty() {
            return Ok(());
        }
        let row = |((petition, code), opened): (&(Id<Petition>, String), &i64)| {
            let of = SourceDay {
                petition: *petition,
                code: code.clone(),
                day: Day::of(now, &zone(*petition)?),
            };
            let by = DayCounts {
                opened: *opened,
                ..DayCounts::default()
            };
            Some((of, by))
        };
        let rows: BTreeMap<_, _> = noted.iter().filter_map(row).collect();
        let written = db.write(move |tx| store::count(tx, &rows)).await;
        if written.is_err() {
            let mut opened = self.opened.lock();
            for (of, by) in noted {
                *opened.entry(of).or_default() += by;
            }
        }
        written
    }

    /// Reads what changed.
    ///
    /// # Errors
    /// The database is away; what is known stays.
    pub fn refresh(&self, conn: &mut Conn) -> Result<()> {
        self.changes.follow(conn, |conn, since| {
            for petition in store::changed_since(conn, since)? {
                match self.read(conn, petition) {
                    Err(error @ Error::Unavailable(_)) => return Err(error),
                    Err(error) => {
                        // a site that cannot be read may be one that was taken out
                        tracing::error!(%petition, %error, "its sources cannot be read");
                        self.known.write().remove(&petition);
                    }
                    Ok(()) => {}
                }
            }
            Ok(())
        })
    }

    /// Reads those of one petition, as whoever has just changed one does.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn read(&self, conn: &mut Conn, petition: Id<Petition>) -> Result<()> {
        let mut reads = self.reads.lock();
        let sources = store::of(conn, petition)?;
        // each time another one, so that nothing that was made of those before is taken for one of these
        *reads += 1;
        let known = KnownSources::of(&sources, *reads);
        self.known.write().insert(petition, known);
        Ok(())
    }
}
