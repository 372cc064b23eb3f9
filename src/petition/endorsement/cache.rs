//! Organizations that are shown, in memory: what a visitor's request reads.

use super::store::{self, ListedEndorsement};
use crate::base::Id;
use crate::db::{Changes, Conn, Error, Result};
use crate::petition::{Exposure, Petition};
use crate::web::pictures::name::LogoName;
use parking_lot::RwLock;
use std::collections::HashMap;
use std::sync::Arc;

#[derive(Default)]
struct ShownEndorsements {
    of: HashMap<Id<Petition>, (i64, Arc<Vec<ListedEndorsement>>)>,
    /// Under which petitions a logo is shown.
    logos: HashMap<String, Vec<Id<Petition>>>,
}

/// The organizations of all petitions: cheap to clone, shared by all.
#[derive(Clone, Default)]
pub struct EndorsementCache(Arc<RwLock<ShownEndorsements>>, Changes);

impl EndorsementCache {
    /// The organizations shown under a petition, by name. None where signing may put people in danger.
    #[must_use]
    pub fn of(&self, petition: &Petition) -> Arc<Vec<ListedEndorsement>> {
        if !petition.allows(Exposure::Organizations) {
            return Arc::default();
        }
        let known = self.0.read();
        let found = known.of.get(&petition.id);
        found.map(|(_, list)| Arc::clone(list)).unwrap_or_default()
    }

    /// How many they are.
    #[must_use]
    pub fn number(&self, petition: &Petition) -> i64 {
        i64::try_from(self.of(petition).len()).unwrap_or(i64::MAX)
    }

    /// Grows with each change of a petition's organizations, in this instance.
    #[must_use]
    pub fn version(&self, petition: Id<Petition>) -> i64 {
        let known = self.0.read();
        known.of.get(&petition).map_or(0, |(version, _)| *version)
    }

    /// The petitions under which this logo is shown.
    #[must_use]
    pub(crate) fn with_logo(&self, sha256: &str) -> Vec<Id<Petition>> {
        let known = self.0.read();
        known.logos.get(sha256).cloned().unwrap_or_default()
    }

    /// Reads what changed.
    ///
    /// # Errors
    /// A fault of the database; what is known stays.
    pub fn refresh(&self, conn: &mut Conn) -> Result<()> {
        self.1.follow(conn, |conn, since| {
            for petition in store::changed_since(conn, since)? {
                match store::listed(conn, petition) {
                    Ok(list) => self.put(petition, list),
                    Err(error @ Error::Unavailable(_)) => return Err(error),
                    Err(error) => {
                        tracing::error!(%petition, %error, "its organizations cannot be read");
                    }
                }
            }
            Ok(())
        })
    }

    fn put(&self, petition: Id<Petition>, list: Vec<ListedEndorsement>) {
        let mut known = self.0.write();
        let version = match known.of.get(&petition) {
            Some((_, there)) if **there == list => return,
            Some((version, _)) => version + 1,
            None => 1,
        };
        known.of.insert(petition, (version, Arc::new(list)));
        let mut logos: HashMap<String, Vec<Id<Petition>>> = HashMap::new();
        for (petition, (_, list)) in &known.of {
            for LogoName { sha256, .. } in list.iter().filter_map(|one| one.logo.as_ref()) {
                logos.entry(sha256.clone()).or_default().push(*petition);
            }
        }
        known.logos = logos;
    }
}
