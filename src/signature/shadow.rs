//! What those over the limit typed. They are shown the same "check your email" as everybody, since
//! a visible refusal teaches a script; nothing of it is stored or sent, and it is forgotten soon.

use super::model::{PendingSignature, Signature, Signer};
use crate::base::Id;
use crate::petition::Petition;
use lru::LruCache;
use parking_lot::Mutex;
use std::num::NonZeroUsize;
use std::sync::Arc;

/// Submissions remembered; the oldest are forgotten first.
const REMEMBERED: NonZeroUsize = NonZeroUsize::MIN.saturating_add(10_000);

/// Submissions over the limit, of this instance.
#[derive(Clone)]
pub struct Shadows(Arc<Mutex<Known>>);

type Known = LruCache<Id<Signature>, (Id<Petition>, Signer)>;

impl Default for Shadows {
    fn default() -> Self {
        Self(Arc::new(Mutex::new(LruCache::new(REMEMBERED))))
    }
}

impl Shadows {
    /// Remembers one.
    pub fn put(&self, pending: &PendingSignature) {
        self.0
            .lock()
            .put(pending.id, (pending.petition, pending.signer.clone()));
    }

    /// What was typed, if it is remembered.
    #[must_use]
    pub fn find(&self, id: Id<Signature>) -> Option<(Id<Petition>, Signer)> {
        self.0.lock().get(&id).cloned()
    }

    /// Puts another address in its place.
    pub fn readdress(&self, id: Id<Signature>, to: Id<Signature>, email: String) {
        let mut known = self.0.lock();
        if let Some((petition, mut signer)) = known.pop(&id) {
            signer.email = email;
            known.put(to, (petition, signer));
        }
    }
}
