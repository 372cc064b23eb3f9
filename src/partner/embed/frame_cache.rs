//! Frames as they were written, a second at most: each partner's visitors ask for the same one.

use super::model::FrameWish;
use super::page_with_gaps::PageWithGaps;
use crate::base::{Id, Lang};
use crate::petition::{Petition, PublicPetition};
use crate::web::answers::answer::CachedResponse;
use parking_lot::RwLock;
use std::collections::HashMap;
use std::sync::Arc;

/// Frames kept at once, and pages of those who signed in one. Addresses are as many as looks: when there are more, all are forgotten.
const MOST: usize = 2_000;

/// Which petition, read in which language, asked for how.
pub(super) type FrameKey = (Id<Petition>, Lang, FrameWish);

/// What a frame and the headers of its answer were written for. Whatever one of them is made of and that is not in here may be a second old.
#[derive(Clone)]
pub(super) struct FrameStamp {
    /// The second.
    pub(super) second: i64,
    /// The petition as memory had it: who may frame it, and whether it can be signed.
    pub(super) shown: Arc<PublicPetition>,
    /// The version of its number.
    pub(super) number: i64,
    /// The version of its partners: their sites, and whether one is paused.
    pub(super) sources: u64,
}

impl PartialEq for FrameStamp {
    fn eq(&self, other: &Self) -> bool {
        // the copy itself and not its revision: whatever is read anew is another
        self.second == other.second
            && Arc::ptr_eq(&self.shown, &other.shown)
            && self.number == other.number
            && self.sources == other.sources
    }
}

/// Frames that were written lately, and what everybody who signs in one is told.
#[derive(Clone, Default)]
pub struct FrameCache {
    frames: Arc<RwLock<Kept<CachedResponse>>>,
    check_mails: Arc<RwLock<Kept<PageWithGaps>>>,
}

type Kept<T> = HashMap<FrameKey, (FrameStamp, Arc<T>)>;

impl FrameCache {
    /// The frame as it was written for this stamp.
    pub(super) fn kept(&self, key: &FrameKey, stamp: &FrameStamp) -> Option<Arc<CachedResponse>> {
        found(&self.frames, key, stamp)
    }

    /// Keeps what was written now. Not written under a lock: whoever asks meanwhile writes it too.
    pub(super) fn keep(&self, key: FrameKey, stamp: FrameStamp, ready: &Arc<CachedResponse>) {
        insert(&self.frames, key, (stamp, Arc::clone(ready)));
    }

    /// "Check your email" of this frame, as it was written for this stamp, without what is of one person.
    pub(super) fn check_mail(
        &self,
        key: &FrameKey,
        stamp: &FrameStamp,
    ) -> Option<Arc<PageWithGaps>> {
        found(&self.check_mails, key, stamp)
    }

    /// Keeps it.
    pub(super) fn keep_check_mail(&self, key: FrameKey, stamp: FrameStamp, page: PageWithGaps) {
        insert(&self.check_mails, key, (stamp, Arc::new(page)));
    }
}

fn found<T>(kept: &RwLock<Kept<T>>, key: &FrameKey, stamp: &FrameStamp) -> Option<Arc<T>> {
    let kept = kept.read();
    let (written_for, ready) = kept.get(key)?;
    (written_for == stamp).then(|| Arc::clone(ready))
}

fn insert<T>(kept: &RwLock<Kept<T>>, key: FrameKey, written: (FrameStamp, Arc<T>)) {
    let mut kept = kept.write();
    if kept.len() >= MOST && !kept.contains_key(&key) {
        kept.clear();
    }
    kept.insert(key, written);
}
