//! A delivery as its organizers work at it, with the petition that was handed over.

use crate::account::{Action, Actor};
use crate::base::{Id, Time};
use crate::db::{self, Db, Tx};
use crate::petition::delivery::Delivery;
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::store::{deliveries, petitions};
use crate::petition::{Petition, PublicPetition};
use crate::web::Error;

/// A delivery and its petition.
pub(super) struct ManagedDelivery {
    pub(super) delivery: Delivery,
    pub(super) managed: ManagedPetition,
}

impl ManagedDelivery {
    /// The delivery with this key, for somebody who may write of it.
    ///
    /// # Errors
    /// 404 when there is none or it belongs to strangers, 403 when their role does not allow it.
    pub(super) async fn open(
        db: &Db,
        actor: &Actor,
        id: Id<Delivery>,
    ) -> std::result::Result<Self, Error> {
        let delivery = db.read(move |conn| deliveries::find(conn, id)).await?;
        let delivery = delivery.ok_or(Error::NOT_FOUND)?;
        let managed =
            ManagedPetition::open(db, actor, delivery.petition, Action::EditPetition).await?;
        Ok(Self { delivery, managed })
    }
}

/// Counts a change of what its page tells, so that every copy in memory notices, and reads it anew. None when somebody else changed it in
/// this very moment.
///
/// # Errors
/// A fault of the database.
pub(super) fn shown_anew(
    tx: &mut Tx<'_>,
    id: Id<Petition>,
    now: Time,
) -> db::Result<Option<PublicPetition>> {
    let Some(mut petition) = petitions::find(tx, id)? else {
        return Ok(None);
    };
    let revision = petition.revision;
    if !petitions::update_from(tx, &mut petition, revision, now)? {
        return Ok(None);
    }
    PublicPetition::load(tx, petition).map(Some)
}
