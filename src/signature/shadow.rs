//! What those over the limit typed. They are shown the same "check your email" as everybody, since
//! a visible refusal teaches a script; nothing of it is stored or sent, and it is forgotten soon.

use super::model::{PendingSignature, Signature, Signer};
use crate::base::{Id, LinkCode};
use crate::petition::{Petition, PledgeOption};
use lru::LruCache;
use parking_lot::Mutex;
use std::num::NonZeroUsize;
use std::sync::Arc;

/// Submissions remembered; the oldest are forgotten first.
const REMEMBERED: NonZeroUsize = NonZeroUsize::MIN.saturating_add(10_000);

/// Submissions over the limit, of this instance.
#[derive(Clone)]
pub struct Shadows(Arc<Mutex<Known>>);

type Known = LruCache<Id<Signature>, Shadow>;

/// What is remembered of a submission.
#[derive(Debug, Clone)]
pub struct Shadow {
    /// Under which petition.
    pub petition: Id<Petition>,
    /// What was typed.
    pub signer: Signer,
    /// What was promised, where there was a choice.
    pub choice: Option<Id<PledgeOption>>,
    /// The code of the link that is shown; nobody's, like everything here.
    pub share: Option<LinkCode>,
    /// What was said.
    pub reason: Option<String>,
}

impl Default for Shadows {
    fn default() -> Self {
        Self(Arc::new(Mutex::new(LruCache::new(REMEMBERED))))
    }
}

impl Shadows {
    /// Remembers one.
    pub fn put(&self, pending: &PendingSignature) {
        let shadow = Shadow {
            petition: pending.petition,
            signer: pending.signer.clone(),
            choice: pending.choice,
            share: pending.share.clone(),
            reason: None,
        };
        self.0.lock().put(pending.id, shadow);
    }

    /// What was typed, if it is remembered.
    #[must_use]
    pub fn find(&self, id: Id<Signature>) -> Option<Shadow> {
        self.0.lock().get(&id).cloned()
    }

    /// Remembers what was said with it. False when it is none of these.
    #[must_use]
    pub fn say(&self, id: Id<Signature>, words: Option<String>) -> bool {
        let mut known = self.0.lock();
        let shadow = known.get_mut(&id);
        shadow.map(|shadow| shadow.reason = words).is_some()
    }

    /// Puts another address in its place.
    pub fn readdress(&self, id: Id<Signature>, to: Id<Signature>, email: String) {
        let mut known = self.0.lock();
        if let Some(mut shadow) = known.pop(&id) {
            shadow.signer.email = email;
            known.put(to, shadow);
        }
    }
}
