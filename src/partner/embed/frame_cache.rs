//! Frames as they were written, a second at most: each partner's visitors ask for the same one.

use super::model::FrameWish;
use crate::base::{Id, Lang};
use crate::petition::Petition;
use crate::web::Result;
use crate::web::answers::answer::CachedResponse;
use parking_lot::RwLock;
use std::collections::HashMap;
use std::sync::Arc;

/// Frames kept at once. Addresses are as many as looks: when there are more, all are forgotten.
const MOST: usize = 2_000;

/// Which petition, read in which language, asked for how.
type FrameKey = (Id<Petition>, Lang, FrameWish);
/// What a frame was written for: the second, the petition's revision, the version of its number.
pub(super) type FrameStamp = (i64, i64, i64);

/// Frames that were written lately.
#[derive(Clone, Default)]
pub struct FrameCache(Arc<RwLock<Frames>>);

type Frames = HashMap<FrameKey, (FrameStamp, Arc<CachedResponse>)>;

impl FrameCache {
    /// The frame as it was written for this stamp, or written now.
    pub(super) fn kept(
        &self,
        key: FrameKey,
        stamp: FrameStamp,
        write: impl FnOnce() -> Result<Arc<CachedResponse>>,
    ) -> Result<Arc<CachedResponse>> {
        if let Some((written_for, ready)) = self.0.read().get(&key)
            && *written_for == stamp
        {
            return Ok(Arc::clone(ready));
        }
        let ready = write()?;
        let mut frames = self.0.write();
        if frames.len() >= MOST {
            frames.clear();
        }
        frames.insert(key, (stamp, Arc::clone(&ready)));
        Ok(ready)
    }
}
