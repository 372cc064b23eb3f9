//! Letting somebody in who types an address and its passphrase, whichever form it was asked for with.

use super::sign_in_limits::WAIT;
use crate::account::model::Organizer;
use crate::account::passphrase::hash::{Busy, Passphrase, PassphraseHash, PassphraseVerdict};
use crate::account::store::person;
use crate::account::{BrowserVisit, Familiar, SignInParts};
use crate::base::{Email, Id, Strictness, Time, Token};
use crate::db::{self, Db, Tx};
use crate::web::{Error, Site, Source};

/// Why somebody is not let in.
#[derive(Debug)]
pub(crate) enum Denied {
    /// What was typed is not right; the words key of its sentence.
    Wrong(&'static str),
    /// Too often, too many at once, or a fault.
    Not(Error),
}

impl From<Error> for Denied {
    fn from(error: Error) -> Self {
        Self::Not(error)
    }
}

impl From<db::Error> for Denied {
    fn from(fault: db::Error) -> Self {
        Self::Not(fault.into())
    }
}

impl From<Busy> for Denied {
    fn from(busy: Busy) -> Self {
        Self::Not(busy.into())
    }
}

/// What letting somebody in needs, whichever form it was asked for with.
pub(crate) struct SignInEntry<'a> {
    pub(crate) site: &'a Site,
    pub(crate) db: &'a Db,
    pub(crate) door: &'a SignInParts,
    pub(crate) source: Source,
    pub(crate) familiar: Familiar,
    pub(crate) visit: BrowserVisit,
}

impl SignInEntry<'_> {
    /// Opens a session for whoever types an address and the passphrase that belongs to it.
    pub(crate) async fn enter(
        self,
        email: &str,
        password: &str,
    ) -> std::result::Result<Token, Denied> {
        let email = Email::parse(email, Strictness::Testing)
            .map_err(|invalid| Denied::Wrong(invalid.key))?;
        if !self
            .door
            .tries
            .admits(email.k1(), self.source, &self.familiar)
        {
            return Err(Error::too_many(WAIT).saying("problem-429-sign-in").into());
        }
        let known = self
            .db
            .read(move |conn| person::by_address(conn, &email))
            .await?;
        let (organizer, hash) = known.map_or((None, None), |one| (Some(one.organizer), one.hash));
        let typed = Passphrase::typed(password);
        let hasher = &self.door.hasher;
        let is_known = self.familiar.is_known();
        let verdict = hasher
            .compare(typed.clone(), hash.clone(), is_known)
            .await?;
        let (Some(organizer), Some(hash)) = (organizer, hash) else {
            return Err(WRONG);
        };
        let renewed = match verdict {
            PassphraseVerdict::Wrong => return Err(WRONG),
            PassphraseVerdict::Right => None,
            PassphraseVerdict::RightButOld => Some(hasher.keep(typed).await?),
        };
        let (visit, now) = (self.visit, self.site.clock.now());
        let entered = self
            .db
            .write(move |tx| enter(tx, &organizer, &hash, renewed.as_ref(), &visit, now))
            .await?;
        let session = entered.ok_or(WRONG)?;
        self.door.hosts.remember(self.source, now);
        Ok(session)
    }
}

/// The same whether the address or the passphrase is wrong.
const WRONG: Denied = Denied::Wrong("error-sign-in");

/// Opens the session, unless the passphrase was changed while it was being compared.
fn enter(
    tx: &mut Tx<'_>,
    organizer: &Organizer,
    hash: &PassphraseHash,
    renewed: Option<&PassphraseHash>,
    visit: &BrowserVisit,
    now: Time,
) -> db::Result<Option<Token>> {
    let id: Id<Organizer> = organizer.id;
    let still = person::find(tx, id)?.and_then(|known| known.hash);
    if still.as_ref() != Some(hash) {
        return Ok(None);
    }
    if let Some(renewed) = renewed {
        person::set_password(tx, id, renewed)?;
    }
    visit.open(tx, id, now).map(Some)
}
