//! The names on each petition's page, in memory: the five latest, and the first signers.

use crate::base::{Id, Time};
use crate::db::{Conn, Result};
use crate::petition::Petition;
use crate::signature::model::{Seen, Signature, SignatureState, Visibility};
use crate::signature::register::{self, Grouping, RegisterEntry};
use crate::signature::store::read::{self, Signed};
use parking_lot::RwLock;
use std::collections::HashMap;
use std::sync::Arc;

/// How many are shown.
const SHOWN: i64 = 5;

/// One line of the register. Nothing personal unless its owner made it public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecentSigner {
    /// Whose line.
    pub id: Id<Signature>,
    /// What everybody may see of its owner.
    pub seen: Seen,
    /// When it was signed.
    pub at: Time,
}

impl RecentSigner {
    /// What of a signature may be shown where the organizers allow this much at `most`.
    #[must_use]
    pub fn of(signed: &Signed, most: Visibility) -> Self {
        let signer = signed.signer.as_ref();
        Self {
            id: signed.signature.id,
            seen: signer.map(|signer| signer.seen(most)).unwrap_or_default(),
            at: signed.signature.signed_at,
        }
    }
}

/// Most first signers a petition's page shows; the list shows more.
const FIRST: i64 = 12;

/// Most spellings of affiliations that the form offers.
const OFFERED: i64 = 30;

/// A petition's names, and what they were made for: the tally's version, and the most that the
/// organizers allow to be shown.
#[derive(Clone)]
struct Made {
    version: i64,
    most: Visibility,
    lines: Arc<Vec<RecentSigner>>,
    first: Arc<Vec<RegisterEntry>>,
    affiliations: Arc<Vec<String>>,
}

type PetitionSigners = HashMap<Id<Petition>, Made>;

/// The latest lines: cheap to clone, shared by all.
#[derive(Clone, Default)]
pub struct RecentSigners(Arc<RwLock<PetitionSigners>>);

impl RecentSigners {
    /// A petition's latest lines, newest first.
    #[must_use]
    pub fn of(&self, petition: Id<Petition>) -> Arc<Vec<RecentSigner>> {
        let known = self.0.read();
        known
            .get(&petition)
            .map(|made| Arc::clone(&made.lines))
            .unwrap_or_default()
    }

    /// Those the organizers pinned, in the order of the list.
    #[must_use]
    pub fn first(&self, petition: Id<Petition>) -> Arc<Vec<RegisterEntry>> {
        let known = self.0.read();
        known
            .get(&petition)
            .map(|made| Arc::clone(&made.first))
            .unwrap_or_default()
    }

    /// How those who show it wrote their school or employer, the most common first: offered to
    /// others, so that one place has one spelling. Only groups large enough to be shown.
    #[must_use]
    pub(crate) fn affiliations(&self, petition: Id<Petition>) -> Arc<Vec<String>> {
        let known = self.0.read();
        known
            .get(&petition)
            .map(|made| Arc::clone(&made.affiliations))
            .unwrap_or_default()
    }

    /// Reads a petition's latest lines, if they are older than this version of its tally or were
    /// made for another `most`: one seek in the index of states.
    ///
    /// # Errors
    /// A fault of the database; the lines stay as they are.
    pub fn refresh(
        &self,
        conn: &mut Conn,
        petition: Id<Petition>,
        version: i64,
        most: Visibility,
    ) -> Result<()> {
        let is_fresh = |made: &Made| made.version >= version && made.most == most;
        if self.0.read().get(&petition).is_some_and(is_fresh) {
            return Ok(());
        }
        let lines = read::newest(conn, petition, SignatureState::Counted, None, SHOWN)?
            .iter()
            .map(|signed| RecentSigner::of(signed, most))
            .collect();
        let by = Grouping::Affiliation;
        let common = register::store::groups(conn, petition, by, None, false, OFFERED)?;
        let made = Made {
            version,
            most,
            lines: Arc::new(lines),
            first: Arc::new(register::store::first(conn, petition, FIRST)?),
            affiliations: Arc::new(common.into_iter().map(|group| group.label).collect()),
        };
        self.0.write().insert(petition, made);
        Ok(())
    }
}
