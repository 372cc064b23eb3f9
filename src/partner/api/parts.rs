//! What an instance keeps for programs.

use super::marks::Walks;
use crate::account::token::limit::TokenLimit;
use crate::account::token::model::ApiToken;
use crate::base::time::{days, minutes};
use crate::base::{Clock, Id};
use crate::petition::Petition;
use crate::web::Buckets;

/// Signatures that a token takes out in a day: more need two people, in the console.
const REMOVALS: u32 = 100;
/// Forms of a petition that come without a token in a minute, from all pages together.
const POSTS: u32 = 600;

/// What an instance keeps for programs.
pub struct ApiParts {
    /// Where pages of lists begin.
    pub(super) walks: Walks,
    /// What tokens take out.
    pub(super) removals: Buckets<Id<ApiToken>>,
    /// Which tokens have read people today: the log has a line of the first time.
    pub(super) readers: Buckets<Id<ApiToken>>,
    /// How often each token is admitted.
    pub(super) tokens: TokenLimit,
    /// What comes without a token.
    pub(super) posts: Buckets<Id<Petition>>,
}

impl ApiParts {
    /// Nobody has asked for anything yet.
    #[must_use]
    pub fn new(clock: &Clock) -> Self {
        Self {
            walks: Walks::default(),
            removals: Buckets::new(clock, REMOVALS, days(1)),
            readers: Buckets::new(clock, 1, days(1)),
            tokens: TokenLimit::new(clock),
            posts: Buckets::new(clock, POSTS, minutes(1)),
        }
    }

    /// Forgets whose limits are whole again.
    pub fn tidy(&self) {
        self.removals.tidy();
        self.readers.tidy();
        self.posts.tidy();
        self.tokens.tidy();
    }
}
