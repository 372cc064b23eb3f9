//! The number of a petition as it leaves the program. Pages, answers for other sites, events, cards and badges are made of this
//! answer; `tests/house/public_count.rs` holds that none of them reads the tally itself.

use crate::base::Time;
use crate::count::CountCache;
use crate::petition::{Exposure, Petition};

/// What anybody may know of how many signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublicCount {
    /// How many count.
    pub signatures: i64,
    /// What they are counted towards: the organizers' goal, else the step that comes next.
    pub goal: i64,
    /// When they first stood at the organizers' goal; none where times are not told.
    pub goal_met_at: Option<Time>,
    /// Growth in the last 24 hours; 0 where it is not told.
    pub since_yesterday: i64,
    /// When the number last moved; none where times are not told.
    pub moved_at: Option<Time>,
    /// Grows whenever the number moves. For tags and copies; it is told to nobody.
    pub version: i64,
}

impl CountCache {
    /// The number of this petition, from memory.
    #[must_use]
    pub fn public_count(&self, petition: &Petition) -> PublicCount {
        let standing = self.standing(petition.id.cast());
        let signatures = standing.counts.counted;
        let tells_when = petition.allows(Exposure::History);
        PublicCount {
            signatures,
            goal: petition.goal_of(signatures),
            goal_met_at: petition
                .goal
                .and(standing.goal_met_at)
                .filter(|_| tells_when),
            since_yesterday: match tells_when {
                true => standing.since_yesterday.max(0),
                false => 0,
            },
            moved_at: tells_when.then(|| standing.updated_at.max(petition.created_at)),
            version: standing.version,
        }
    }
}
