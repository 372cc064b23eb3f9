//! How often a passphrase may be tried (T25).
//!
//! Three buckets, asked in this order: 50 tries of one network; 10 of one network for one account; 100 of all the
//! world for one account. Who fills the first two keeps only neighbours out, so that a stranger cannot lock an owner
//! out; the third stops a crowd, and neither browsers and hosts that have come in before nor the link by mail are stopped by
//! it. A known browser has 20 tries of its own, wherever it is. A place comes free again by and by, nothing is locked for good.

use super::familiar::Familiar;
use crate::base::time::minutes;
use crate::base::{Clock, Key, TokenHash};
use crate::web::{Buckets, Source};
use std::net::IpAddr;
use std::time::Duration;

/// The length of all three windows.
const WINDOW: Duration = minutes(15);
/// Seconds until there is surely a free place again.
pub(crate) const WAIT: u32 = 90;

/// An account, as far as counting needs it: no address is kept in memory.
type Account = [u8; 32];

/// Counts tries.
pub struct SignInLimits {
    key: Key,
    networks: Buckets<IpAddr>,
    pairs: Buckets<(Account, IpAddr)>,
    accounts: Buckets<Account>,
    browsers: Buckets<TokenHash>,
}

impl SignInLimits {
    /// Nobody has tried yet.
    #[must_use]
    pub fn new(clock: &Clock, key: Key) -> Self {
        Self {
            key,
            networks: Buckets::new(clock, 50, WINDOW),
            pairs: Buckets::new(clock, 10, WINDOW),
            accounts: Buckets::new(clock, 100, WINDOW),
            browsers: Buckets::new(clock, 20, WINDOW),
        }
    }

    /// Counts a try. `account` is the mailbox typed in, whether there is such an account or not.
    #[must_use]
    pub fn admits(&self, account: &str, source: Source, who: &Familiar) -> bool {
        if let Familiar::Browser(name) = who {
            return self.browsers.admits(&name.hash());
        }
        let (account, network) = (self.key.mac(&[account.as_bytes()]), source.network());
        // a try that one bucket refuses costs nothing in the next; a network of all the world would be nobody's measure
        let has_room = source.is_shared()
            || (self.networks.admits(&network) && self.pairs.admits(&(account, network)));
        has_room && (who.is_known() || self.accounts.admits(&account))
    }

    /// Forgets those who have not tried lately.
    pub fn tidy(&self) {
        self.networks.tidy();
        self.pairs.tidy();
        self.accounts.tidy();
        self.browsers.tidy();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::time::seconds;
    use crate::base::{Secrets, Time, Token};
    use std::net::Ipv4Addr;

    fn tries() -> (SignInLimits, Clock) {
        let clock = Clock::standing_at(Time::from_micros(1_800_000_000_000_000));
        (
            SignInLimits::new(&clock, Secrets::for_test().key("tries")),
            clock,
        )
    }

    fn from(a: u8, b: u8) -> Source {
        Source::from(IpAddr::V4(Ipv4Addr::new(10, a, b, 7)))
    }

    fn taken(tries: &SignInLimits, account: &str, source: Source) -> usize {
        let stranger = Familiar::Stranger;
        let tried = (0..200).filter(|_| tries.admits(account, source, &stranger));
        tried.count()
    }

    #[test]
    fn ten_tries_for_an_account_and_the_rest_by_and_by() {
        let (tries, clock) = tries();
        assert_eq!(taken(&tries, "ana@example.org", from(0, 0)), 10);
        clock.advance(seconds(u64::from(WAIT)));
        assert_eq!(taken(&tries, "ana@example.org", from(0, 0)), 1);
        clock.advance(WINDOW);
        assert_eq!(taken(&tries, "ana@example.org", from(0, 0)), 10);
    }

    #[test]
    fn a_stranger_locks_nobody_out() {
        let (tries, _) = tries();
        assert_eq!(taken(&tries, "ana@example.org", from(0, 0)), 10);
        assert!(tries.admits("ana@example.org", from(0, 1), &Familiar::Stranger));
    }

    #[test]
    fn a_network_and_a_crowd_come_to_an_end() {
        let (tries, _) = tries();
        let each = |account: usize| {
            let account = format!("{account}@example.org");
            (0..9)
                .filter(|_| tries.admits(&account, from(0, 0), &Familiar::Stranger))
                .count()
        };
        assert_eq!((0..9).map(each).sum::<usize>(), 50);
        let crowd = |b: u8| taken(&tries, "bea@example.org", from(1, b));
        assert_eq!((0..30).map(crowd).sum::<usize>(), 100);
        let host = |b| tries.admits("bea@example.org", from(1, b), &Familiar::Host);
        assert!(host(40), "from a host that is known she still may");
        assert!(!host(0), "not from one whose neighbours have used it up");
        let browser = Familiar::Browser(Token::random());
        let own = (0..200).filter(|_| tries.admits("bea@example.org", from(1, 0), &browser));
        assert_eq!(own.count(), 20, "and in a browser that is known, anywhere");
    }
}
