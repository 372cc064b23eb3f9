//! What keeps an organization from being deleted, and what becomes of its petitions where nothing does.

use crate::account::model::Organization;
use crate::base::Id;
use crate::db::{Conn, Result};
use crate::petition::endorsement::store as endorsements;
use crate::petition::model::{Petition, PetitionState};
use crate::petition::store::{petitions, retention_runs};
use crate::words::Words;

/// Why a petition keeps its organization.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Keeps {
    /// It was published and is not closed.
    Open,
    /// It is over, and what its signers left is still kept: somebody has to answer for it.
    Details,
    /// This program cannot read it.
    Unreadable,
}

/// A petition that keeps its organization.
#[derive(Debug, Clone)]
pub struct KeepingPetition {
    /// Which; none where it cannot be read.
    pub petition: Option<Petition>,
    /// Why.
    pub why: Keeps,
}

impl KeepingPetition {
    /// What is to be done first, in a sentence.
    #[must_use]
    pub fn said(&self, w: &Words) -> String {
        let until = self.petition.as_ref().and_then(|one| one.kept_until_day(w));
        match (&self.why, until) {
            (Keeps::Open, _) => w.say("organization-delete-open").to_owned(),
            (Keeps::Details, Some(day)) => w.say1("organization-delete-details", "date", day),
            (Keeps::Details, None) | (Keeps::Unreadable, _) => {
                w.say("organization-delete-unreadable").to_owned()
            }
        }
    }
}

/// The petitions of an organization, by what its end means for them.
#[derive(Debug, Clone, Default)]
pub struct OrganizationEnding {
    /// They keep it.
    pub keeping: Vec<KeepingPetition>,
    /// Nobody has seen them: they go.
    pub drafts: Vec<Petition>,
    /// They are over, and nothing is kept of their signers: they stay as a record.
    pub over: Vec<Petition>,
}

impl OrganizationEnding {
    /// Of this organization, as it stands now.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn read(conn: &mut Conn, id: Id<Organization>) -> Result<Self> {
        let found = petitions::of_organization(conn, id)?;
        let mut ending = Self::default();
        let unreadable = found.unreadable.into_iter().map(|_| KeepingPetition {
            petition: None,
            why: Keeps::Unreadable,
        });
        ending.keeping.extend(unreadable);
        for petition in found.petitions {
            let why = match petition.state {
                PetitionState::Draft => {
                    ending.drafts.push(petition);
                    continue;
                }
                PetitionState::Open | PetitionState::Paused => Keeps::Open,
                PetitionState::Closed | PetitionState::Removed => {
                    if !keeps_details(conn, &petition)? {
                        ending.over.push(petition);
                        continue;
                    }
                    Keeps::Details
                }
            };
            let petition = Some(petition);
            ending.keeping.push(KeepingPetition { petition, why });
        }
        Ok(ending)
    }
}

/// Whether anything may be kept of whoever signed it: until what was promised is done, unless nobody ever signed.
fn keeps_details(conn: &mut Conn, petition: &Petition) -> Result<bool> {
    let run = retention_runs::find(conn, petition.id)?;
    if run.is_some_and(|run| run.done_at.is_some()) {
        return Ok(false);
    }
    Ok(petitions::has_signers(conn, petition.id)? || endorsements::has_any(conn, petition.id)?)
}
