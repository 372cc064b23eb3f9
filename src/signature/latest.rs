//! The five latest names of each petition, in memory: what its page shows.

use super::model::{Signature, State};
use super::store::signed::{self, Signed};
use crate::base::{Id, Time};
use crate::db::{Conn, Result};
use crate::petition::Petition;
use parking_lot::RwLock;
use std::collections::HashMap;
use std::sync::Arc;

/// How many are shown.
const SHOWN: i64 = 5;

/// One line of the register. Nothing personal unless its owner made it public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Whose line.
    pub id: Id<Signature>,
    /// Its place when it was counted.
    pub number: Option<i64>,
    /// The name, if public.
    pub name: Option<String>,
    /// Role and affiliation, if public; may be empty.
    pub detail: String,
    /// When it was signed.
    pub at: Time,
}

impl Line {
    /// What of a signature may be shown to everybody.
    #[must_use]
    pub fn of(signed: &Signed) -> Self {
        let public = signed.signer.as_ref().filter(|signer| signer.is_public);
        Self {
            id: signed.signature.id,
            number: signed.signature.number,
            name: public.map(|signer| signer.name.clone()),
            detail: public.map(super::model::Signer::detail).unwrap_or_default(),
            at: signed.signature.signed_at,
        }
    }
}

type Known = HashMap<Id<Petition>, (i64, Arc<Vec<Line>>)>;

/// The latest lines: cheap to clone, shared by all.
#[derive(Clone, Default)]
pub struct Latest(Arc<RwLock<Known>>);

impl Latest {
    /// A petition's latest lines, newest first.
    #[must_use]
    pub fn of(&self, petition: Id<Petition>) -> Arc<Vec<Line>> {
        let known = self.0.read();
        known
            .get(&petition)
            .map(|(_, lines)| Arc::clone(lines))
            .unwrap_or_default()
    }

    /// The tally's version these lines were read at; they are read again when it has moved on.
    #[must_use]
    pub fn version(&self, petition: Id<Petition>) -> i64 {
        self.0
            .read()
            .get(&petition)
            .map_or(-1, |(version, _)| *version)
    }

    /// Reads a petition's latest lines: one seek in the index of states.
    ///
    /// # Errors
    /// A fault of the database; the lines stay as they are.
    pub fn refresh(&self, conn: &mut Conn, petition: Id<Petition>, version: i64) -> Result<()> {
        if self.version(petition) >= version {
            return Ok(());
        }
        let lines = signed::newest(conn, petition, State::Counted, None, SHOWN)?
            .iter()
            .map(Line::of)
            .collect();
        self.0.write().insert(petition, (version, Arc::new(lines)));
        Ok(())
    }
}
