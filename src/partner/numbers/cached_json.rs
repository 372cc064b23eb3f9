//! Answers for partner sites, kept in memory as they were written.

use crate::base::{Id, Lang, Time};
use crate::petition::Petition;
use crate::web::Error;
use crate::web::answers::answer::{CachedAnswer, CachedResponse};
use parking_lot::RwLock;
use std::collections::HashMap;
use std::sync::Arc;

/// Answers as they were written, kept until something moves; those that say what time changes as well, a second at most. Each thread
/// that answers has its own.
#[derive(Default)]
pub struct CachedJson(RwLock<Answers>);

type Answers = HashMap<(Id<Petition>, PartnerAnswer), (Stamp, Arc<CachedResponse>)>;

/// What an answer was written for: the second, the versions of the tally and of the organizations, and the petition's revision.
type Stamp = (i64, i64, i64, i64);

/// Which answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum PartnerAnswer {
    Count,
    CountText,
    Facts,
    BadgeJson(Lang),
    BadgeSvg(Lang),
    Days,
    Hours,
}

impl CachedJson {
    /// The number as it was written for this version of the tally and this revision of the petition; or written now.
    pub(crate) fn while_it_stands(
        &self,
        (petition, answer): (&Petition, PartnerAnswer),
        tally: i64,
        write: impl FnOnce() -> Result<Arc<CachedResponse>, Error>,
    ) -> Result<CachedAnswer, Error> {
        let key = (petition.id, answer);
        self.kept(key, (0, tally, 0, petition.revision), write)
    }

    /// The answer as it was written within this minute; what the database is asked for is asked so often at most.
    pub(crate) async fn within_a_minute(
        &self,
        (petition, answer): (&Petition, PartnerAnswer),
        now: Time,
        write: impl AsyncFnOnce() -> Result<Arc<CachedResponse>, Error>,
    ) -> Result<CachedAnswer, Error> {
        let key = (petition.id, answer);
        let stamp = (now.seconds().div_euclid(60), 0, 0, petition.revision);
        if let Some(ready) = self.found(&key, stamp) {
            return Ok(CachedAnswer(ready));
        }
        let ready = write().await?;
        self.0.write().insert(key, (stamp, Arc::clone(&ready)));
        Ok(CachedAnswer(ready))
    }

    fn found(
        &self,
        key: &(Id<Petition>, PartnerAnswer),
        stamp: Stamp,
    ) -> Option<Arc<CachedResponse>> {
        let known = self.0.read();
        let (written_for, ready) = known.get(key)?;
        (*written_for == stamp).then(|| Arc::clone(ready))
    }

    /// The answer as it was written within this second, unless something moved since; or written now.
    pub(crate) fn within_a_second(
        &self,
        (petition, answer): (&Petition, PartnerAnswer),
        (now, tally, organizations): (Time, i64, i64),
        write: impl FnOnce() -> Result<Arc<CachedResponse>, Error>,
    ) -> Result<CachedAnswer, Error> {
        let stamp = (now.seconds(), tally, organizations, petition.revision);
        self.kept((petition.id, answer), stamp, write)
    }

    /// Not written under a lock: whoever asks meanwhile writes it too.
    fn kept(
        &self,
        key: (Id<Petition>, PartnerAnswer),
        stamp: Stamp,
        write: impl FnOnce() -> Result<Arc<CachedResponse>, Error>,
    ) -> Result<CachedAnswer, Error> {
        if let Some(ready) = self.found(&key, stamp) {
            return Ok(CachedAnswer(ready));
        }
        let ready = write()?;
        self.0.write().insert(key, (stamp, Arc::clone(&ready)));
        Ok(CachedAnswer(ready))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::time::seconds;
    use crate::petition::PetitionState;
    use crate::petition::model::tests::petition;
    use crate::web::answers::answer::CachePolicy;

    const KEPT: CachePolicy = CachePolicy {
        cache: "no-store",
        is_open: true,
    };
    const NOON: Time = Time::from_micros(1_800_000_000_000_000);

    /// Asks for an answer; whether it had to be written.
    fn is_written(
        written: &CachedJson,
        of: (&Petition, PartnerAnswer),
        stand: (Time, i64, i64),
    ) -> bool {
        let mut is_written = false;
        let write = || {
            is_written = true;
            Ok(CachedResponse::new("{}", "application/json", KEPT))
        };
        written.within_a_second(of, stand, write).unwrap();
        is_written
    }

    #[test]
    fn an_answer_is_written_once_a_second_unless_something_moves() {
        let written = CachedJson::default();
        let mut letter = petition(PetitionState::Open);
        let stand = (NOON, 1, 1);
        assert!(is_written(&written, (&letter, PartnerAnswer::Facts), stand));
        assert!(!is_written(
            &written,
            (&letter, PartnerAnswer::Facts),
            stand
        ));
        assert!(is_written(
            &written,
            (&letter, PartnerAnswer::BadgeSvg(Lang::EN)),
            stand
        ));
        assert!(!is_written(
            &written,
            (&letter, PartnerAnswer::Facts),
            stand
        ));
        for moved in [(NOON.plus(seconds(1)), 1, 1), (NOON, 2, 1), (NOON, 2, 2)] {
            assert!(is_written(&written, (&letter, PartnerAnswer::Facts), moved));
            assert!(!is_written(
                &written,
                (&letter, PartnerAnswer::Facts),
                moved
            ));
        }
        letter.revision += 1;
        assert!(is_written(
            &written,
            (&letter, PartnerAnswer::Facts),
            (NOON, 2, 2)
        ));
    }

    #[test]
    fn an_answer_that_could_not_be_written_is_asked_for_again() {
        let written = CachedJson::default();
        let letter = petition(PetitionState::Open);
        let fails = || Err(Error::NOT_FOUND);
        let of = (&letter, PartnerAnswer::Facts);
        assert!(written.within_a_second(of, (NOON, 1, 1), fails).is_err());
        assert!(is_written(&written, of, (NOON, 1, 1)));
    }

    #[test]
    fn the_number_is_written_once_for_each_version() {
        let written = CachedJson::default();
        let letter = petition(PetitionState::Open);
        let is_written = |tally| {
            let mut is_written = false;
            let write = || {
                is_written = true;
                Ok(CachedResponse::new("{}", "application/json", KEPT))
            };
            written
                .while_it_stands((&letter, PartnerAnswer::Count), tally, write)
                .unwrap();
            is_written
        };
        assert_eq!([1, 1, 2, 2].map(is_written), [true, false, true, false]);
    }
}
