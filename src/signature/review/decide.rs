//! POST /organize/petitions/{id}/reasons: publish, keep private, hide; one, or those that are ticked.

use crate::account::deed::Deed;
use crate::account::{Action, OrganizerForm};
use crate::base::{Id, Time};
use crate::db::{self, Db, Tx};
use crate::petition::Petition;
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::petition_log::PetitionLog;
use crate::signature::reason::{Decision, Reason, ReasonState, store};
use crate::web::answers::answer::see_other;
use crate::web::{Error, Fields, Named, PathArg, Result, Site, by_name, urls};
use actix_web::web::Data;
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;

/// Most reasons decided about at once: a page of them.
const MOST: usize = 20;

/// What the buttons send: `choice`, where to go back to (`state`, `many`), and for each reason that
/// is meant its id with the revision that was read.
#[derive(Debug, Default)]
pub struct DecideForm(BTreeMap<String, String>);

impl<'de> Deserialize<'de> for DecideForm {
    fn deserialize<D: Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
        by_name(from)
    }
}

impl Named for DecideForm {
    fn put(&mut self, name: &str, value: String) -> bool {
        self.0.insert(name.to_owned(), value).is_none()
    }
}

impl Fields for DecideForm {}

/// The same, understood.
struct Decided {
    decision: Decision,
    meant: Vec<(Id<Reason>, i64)>,
    state: ReasonState,
    many: bool,
}

impl DecideForm {
    fn read(mut self) -> Option<Decided> {
        let decision = Decision::parse(&self.0.remove("choice")?)?;
        let state = ReasonState::parse(&self.0.remove("state")?)?;
        let many = self.0.remove("many").is_some();
        let meant: Option<Vec<_>> = self
            .0
            .iter()
            .map(|(id, revision)| Some((Id::parse(id).ok()?, revision.parse().ok()?)))
            .collect();
        Some(Decided {
            decision,
            meant: meant.filter(|meant| meant.len() <= MOST)?,
            state,
            many,
        })
    }
}

/// Decides, and goes back to where the next one waits.
///
/// # Errors
/// 404 and 403 as [`ManagedPetition::open`]; 422 for what the page does not send; 503 while the database is
/// away.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    PathArg(id): PathArg<Id<Petition>>,
    form: OrganizerForm<DecideForm>,
) -> Result {
    let managed = ManagedPetition::open(&db, &form.actor, id, Action::Moderate).await?;
    let decided = form.fields.read().ok_or(Error::UNPROCESSABLE)?;
    let (state, many, now) = (decided.state, decided.many, site.clock.now());
    let log = PetitionLog::of(&managed, &form.actor, now);
    let written = db.write(move |tx| {
        let done = decide(tx, id, &decided, now)?;
        if done > 0 {
            log.did(tx, Deed::REASONS)?;
        }
        Ok::<_, db::Error>(done == decided.meant.len())
    });
    let is_whole = written.await?;
    let back = urls::reasons_at(id, state.as_str(), many, None);
    Ok(see_other(&match is_whole {
        true => back,
        false => format!("{back}&missed=1"),
    }))
}

/// How many it was done to: some may have changed since they were read, and are left as they are.
fn decide(
    tx: &mut Tx<'_>,
    petition: Id<Petition>,
    decided: &Decided,
    now: Time,
) -> db::Result<usize> {
    let mut done = 0;
    for meant in &decided.meant {
        if store::decide(tx, petition, *meant, decided.decision, now)? {
            done += 1;
        }
    }
    Ok(done)
}
