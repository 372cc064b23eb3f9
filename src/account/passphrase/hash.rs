//! Passphrases: which are taken, and how they are kept (argon2id).

use super::common::{Common, leans_on};
use crate::base::Invalid;
use crate::web;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use icu::normalizer::ComposingNormalizerBorrowed;
use std::fmt;
use std::sync::Arc;
use tokio::sync::{Semaphore, TryAcquireError};

/// Fewest characters of a new passphrase (ASVS 6.2.1 asks for 8 and recommends 15).
pub(crate) const SHORTEST: usize = 12;
/// Most characters; ASVS 6.2.9 asks for 64 at least.
pub(crate) const LONGEST: usize = 128;

/// What somebody typed as a passphrase, NFC, otherwise as it is: any characters, not trimmed, not cut.
#[derive(Clone, PartialEq, Eq)]
pub struct Passphrase(String);

impl Passphrase {
    /// One to be compared with what is kept: no rule applies.
    #[must_use]
    pub fn typed(text: &str) -> Self {
        const NFC: ComposingNormalizerBorrowed<'static> = ComposingNormalizerBorrowed::new_nfc();
        Self(NFC.normalize(text).into_owned())
    }

    /// A new one. `context` are texts that anybody would try for this account: site, organization, name, address.
    ///
    /// # Errors
    /// `error-password-short`, `error-password-long`, `error-password-common`, `error-password-context`.
    pub fn new(text: &str, common: &Common, context: &[&str]) -> Result<Self, Invalid> {
        let passphrase = Self::typed(text);
        let length = passphrase.0.chars().count();
        if length < SHORTEST {
            return Err(Invalid::new("error-password-short"));
        }
        if length > LONGEST {
            return Err(Invalid::new("error-password-long"));
        }
        if common.guesses(&passphrase.0) {
            return Err(Invalid::new("error-password-common"));
        }
        if leans_on(&passphrase.0, context) {
            return Err(Invalid::new("error-password-context"));
        }
        Ok(passphrase)
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(..)")
    }
}

/// A passphrase as it is kept: argon2id in PHC form, with its salt and cost.
#[derive(Clone, PartialEq, Eq)]
pub struct PassphraseHash(String);

impl PassphraseHash {
    /// As read from the database.
    #[must_use]
    pub(crate) fn from_phc(phc: String) -> Self {
        Self(phc)
    }

    /// As written to the database.
    #[must_use]
    pub(crate) fn phc(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for PassphraseHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Kept(..)")
    }
}

/// What one hash costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    /// KiB.
    memory: u32,
    passes: u32,
}

impl Cost {
    /// 46 MiB in one pass, of equal strength to OWASP's floor of 19 MiB in two but dearer for somebody with many
    /// processors. 42 ms on the machine it was chosen on, 62 ms with others at work (19 MiB: 15 and 34).
    pub(crate) const FULL: Self = Self {
        memory: 47_104,
        passes: 1,
    };
    /// Next to nothing, for tests that sign in often.
    pub const TRIFLING: Self = Self {
        memory: 64,
        passes: 1,
    };
}

/// Strangers that may wait for a turn; the next ones hear "busy".
const QUEUE: usize = 50;
/// The same for those who have come in before, beside them.
const OWN_QUEUE: usize = 20;

/// Makes and compares hashes, as many at a time as there are processors: 100 at once would want 4.6 GB.
pub struct Hasher {
    turns: Arc<Semaphore>,
    /// Held from asking until done: those at work and those waiting.
    places: Arc<Semaphore>,
    /// The same for those who have come in before.
    own_places: Arc<Semaphore>,
    cost: Cost,
    nobodys: PassphraseHash,
}

/// Too many are waiting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Busy;

impl From<Busy> for web::Error {
    fn from(_: Busy) -> Self {
        Self::busy(5)
    }
}

/// How a comparison ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PassphraseVerdict {
    /// It is the passphrase.
    Right,
    /// It is, and it is kept at another cost than today's: to be hashed anew.
    RightButOld,
    /// It is not, or there is nobody of that name.
    Wrong,
}

impl Hasher {
    /// One that works at this cost.
    #[must_use]
    pub fn new(cost: Cost) -> Self {
        let processors = std::thread::available_parallelism().map_or(1, usize::from);
        Self {
            turns: Arc::new(Semaphore::new(processors)),
            places: Arc::new(Semaphore::new(processors.saturating_add(QUEUE))),
            own_places: Arc::new(Semaphore::new(OWN_QUEUE)),
            cost,
            nobodys: nobodys(cost),
        }
    }

    /// The form in which a new passphrase is kept; for somebody who has shown a session, a passphrase or a link.
    ///
    /// # Errors
    /// [`Busy`].
    pub async fn keep(&self, passphrase: Passphrase) -> Result<PassphraseHash, Busy> {
        let cost = self.cost;
        self.work(&self.own_places, move || keep(cost, &passphrase))
            .await?
            .ok_or(Busy)
    }

    /// Whether this is the passphrase that is kept. With nothing kept the same work is done for nothing, so that the
    /// time it takes tells nobody who has an account (ASVS 6.3.8). `is_known` says that somebody has come in before from
    /// where this comes from: they do not wait behind strangers for a place in the queue.
    ///
    /// # Errors
    /// [`Busy`].
    pub async fn compare(
        &self,
        typed: Passphrase,
        hash: Option<PassphraseHash>,
        is_known: bool,
    ) -> Result<PassphraseVerdict, Busy> {
        let cost = self.cost;
        let hash = hash.unwrap_or_else(|| self.nobodys.clone());
        let places = match is_known {
            true => &self.own_places,
            false => &self.places,
        };
        self.work(places, move || compare(cost, &typed, &hash))
            .await
    }

    async fn work<T: Send + 'static>(
        &self,
        places: &Arc<Semaphore>,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Busy> {
        let place = match Arc::clone(places).try_acquire_owned() {
            Ok(place) => place,
            Err(TryAcquireError::NoPermits | TryAcquireError::Closed) => return Err(Busy),
        };
        let turn = Arc::clone(&self.turns)
            .acquire_owned()
            .await
            .map_err(|_| Busy)?;
        // the turn goes along: somebody who hangs up must not let the next one in beside it
        tokio::task::spawn_blocking(move || {
            let done = work();
            drop((turn, place));
            done
        })
        .await
        .map_err(|_| Busy)
    }
}

/// The same on the calling thread, for the command line and the demo.
#[must_use]
pub fn keep(cost: Cost, passphrase: &Passphrase) -> Option<PassphraseHash> {
    let hash = argon(cost)?.hash_password(passphrase.0.as_bytes()).ok()?;
    Some(PassphraseHash(hash.to_string()))
}

fn argon(cost: Cost) -> Option<Argon2<'static>> {
    let params = Params::new(cost.memory, cost.passes, 1, None).ok()?;
    Some(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn compare(today: Cost, typed: &Passphrase, hash: &PassphraseHash) -> PassphraseVerdict {
    let Ok(hash) = PasswordHash::new(hash.phc()) else {
        return PassphraseVerdict::Wrong;
    };
    // the cost is that of the hash, not of this `Argon2`
    let right = Argon2::default().verify_password(typed.0.as_bytes(), &hash);
    if right.is_err() {
        return PassphraseVerdict::Wrong;
    }
    let is_todays = Params::try_from(&hash)
        .is_ok_and(|params| params.m_cost() == today.memory && params.t_cost() == today.passes);
    if is_todays {
        PassphraseVerdict::Right
    } else {
        PassphraseVerdict::RightButOld
    }
}

/// A hash that nothing hashes to, but which costs as much to find that out.
fn nobodys(cost: Cost) -> PassphraseHash {
    let Cost { memory, passes } = cost;
    let (salt, hash) = ("A".repeat(22), "A".repeat(43));
    PassphraseHash(format!(
        "$argon2id$v=19$m={memory},t={passes},p=1${salt}${hash}"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn new(text: &str) -> Result<Passphrase, &'static str> {
        Passphrase::new(
            text,
            &Common::load(),
            &["Library Workers", "ana@example.org"],
        )
        .map_err(|invalid| invalid.key)
    }

    #[test]
    fn twelve_characters_of_any_kind_are_a_passphrase() {
        for taken in [
            "vellum tram!",
            "雨の日は本を読む静かな図書",
            "  two  spaces  ",
            &"né vellum ".repeat(12),
        ] {
            assert!(new(taken).is_ok(), "{taken}");
        }
        for (refused, key) in [
            ("", "error-password-short"),
            ("vellum tram", "error-password-short"),
            (&*"vellum tram ".repeat(11), "error-password-long"),
            ("administrator", "error-password-common"),
            ("Library-Workers-9", "error-password-context"),
        ] {
            assert_eq!(new(refused), Err(key), "{refused}");
        }
    }

    #[test]
    fn one_letter_written_two_ways_is_one_letter() {
        assert_eq!(Passphrase::typed("e\u{301}"), Passphrase::typed("é"));
        assert_ne!(Passphrase::typed("E"), Passphrase::typed("e"));
        assert_eq!(format!("{:?}", Passphrase::typed("x")), "Passphrase(..)");
    }

    #[tokio::test]
    async fn a_passphrase_is_known_again_and_an_old_cost_is_noticed() {
        let (cheap, full) = (Hasher::new(Cost::TRIFLING), Hasher::new(Cost::FULL));
        let phrase = || Passphrase::typed("vellum orchard tram");
        let hash = cheap.keep(phrase()).await.unwrap();
        assert!(
            hash.phc().starts_with("$argon2id$v=19$m=64,t=1,p=1$"),
            "{}",
            hash.phc()
        );
        assert_eq!(
            cheap.compare(phrase(), Some(hash.clone()), false).await,
            Ok(PassphraseVerdict::Right)
        );
        assert_eq!(
            full.compare(phrase(), Some(hash.clone()), true).await,
            Ok(PassphraseVerdict::RightButOld)
        );
        let other = Passphrase::typed("vellum orchard tran");
        assert_eq!(
            cheap.compare(other, Some(hash.clone()), false).await,
            Ok(PassphraseVerdict::Wrong)
        );
        assert_eq!(
            cheap.compare(phrase(), None, false).await,
            Ok(PassphraseVerdict::Wrong)
        );
        assert_ne!(hash, cheap.keep(phrase()).await.unwrap(), "no salt");
        let broken = PassphraseHash::from_phc("$argon2id$".to_owned());
        assert_eq!(
            cheap.compare(phrase(), Some(broken), false).await,
            Ok(PassphraseVerdict::Wrong)
        );
    }

    #[test]
    fn nobodys_hash_is_one_that_is_worked_for() {
        let hash = nobodys(Cost::FULL);
        let hash = PasswordHash::new(hash.phc()).unwrap();
        let params = Params::try_from(&hash).unwrap();
        assert_eq!((params.m_cost(), params.t_cost()), (47_104, 1));
        assert_eq!(hash.hash.unwrap().as_bytes().len(), 32);
    }

    #[tokio::test]
    async fn beyond_the_queue_one_hears_busy() {
        let hasher = Hasher::new(Cost::TRIFLING);
        let all = hasher.places.available_permits();
        let held = hasher
            .places
            .clone()
            .try_acquire_many_owned(u32::try_from(all).unwrap());
        let ask = async |is_known| hasher.compare(Passphrase::typed("x"), None, is_known).await;
        assert_eq!(ask(false).await, Err(Busy));
        assert_eq!(
            ask(true).await,
            Ok(PassphraseVerdict::Wrong),
            "who is known has a place"
        );
        let own = hasher.own_places.clone().try_acquire_many_owned(20);
        assert_eq!(ask(true).await, Err(Busy), "of which there is an end too");
        drop((held, own));
        assert_eq!(ask(false).await, Ok(PassphraseVerdict::Wrong));
    }
}
