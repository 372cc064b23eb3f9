//! Letting somebody in who types an address and its passphrase, whichever form it was asked for with.

use super::sign_in_limits::WAIT;
use super::visit::Entered;
use crate::account::deed::Deed;
use crate::account::mails;
use crate::account::model::Organizer;
use crate::account::passphrase::hash::{Busy, Passphrase, PassphraseHash, PassphraseVerdict};
use crate::account::store::second_factor::UsedCode;
use crate::account::store::{begun_sign_in, person, second_factor};
use crate::account::totp::TypedCode;
use crate::account::{BrowserVisit, Familiar, SignInParts};
use crate::base::{Email, Id, Secrets, Strictness, Time, Token, TokenHash};
use crate::db::{self, Db, Tx};
use crate::mail::mails::Changed;
use crate::web::{Error, Site, Source};

/// Why somebody is not let in.
#[derive(Debug)]
pub(crate) enum Denied {
    /// What was typed is not right; the words key of its sentence.
    Wrong(&'static str),
    /// The sign-in does not wait for a code any more.
    Over,
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
    /// Opens a session for whoever types an address and the passphrase that belongs to it; where there is a second factor,
    /// asks for a code.
    pub(crate) async fn enter(
        self,
        email: &str,
        password: &str,
    ) -> std::result::Result<Entered, Denied> {
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
        let entered = entered.ok_or(WRONG)?;
        if matches!(entered, Entered::In(_)) {
            self.door.hosts.remember(self.source, now);
        }
        Ok(entered)
    }

    /// Opens the session of a sign-in that waits, for whoever types a code that belongs to it. As many codes may be tried
    /// of an account as passphrases, and five after one passphrase.
    pub(crate) async fn finish(
        self,
        begun: &Token,
        code: &str,
    ) -> std::result::Result<Token, Denied> {
        let (hash, now) = (begun.hash(), self.site.clock.now());
        let waiting = self
            .db
            .read(move |conn| begun_sign_in::find(conn, &hash, now));
        let who = waiting.await?.ok_or(Denied::Over)?;
        let account = codes_of(who);
        if !self
            .door
            .tries
            .admits(&account, self.source, &self.familiar)
        {
            return Err(Error::too_many(WAIT).saying("problem-429-sign-in").into());
        }
        let typed = TypedCode::parse(code);
        let (visit, secrets) = (self.visit, self.site.secrets.clone());
        let tried = self
            .db
            .write(move |tx| finish(tx, &secrets, (hash, who), typed.as_ref(), &visit, now))
            .await?;
        match tried {
            Tried::In(session) => {
                self.door.hosts.remember(self.source, now);
                self.door.bell.ring();
                Ok(session)
            }
            Tried::Wrong => Err(Denied::Wrong(WRONG_CODE)),
            Tried::Over => Err(Denied::Over),
        }
    }
}

/// What is said of a code that is not right.
pub(crate) const WRONG_CODE: &str = "error-second-code";

/// The name under which tries of somebody's codes are counted.
pub(crate) fn codes_of(who: Id<Organizer>) -> String {
    format!("codes of {who}")
}

/// What came of a code.
enum Tried {
    In(Token),
    Wrong,
    Over,
}

/// Counts the try, takes the code, opens the session.
fn finish(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    (begun, who): (TokenHash, Id<Organizer>),
    typed: Option<&TypedCode>,
    visit: &BrowserVisit,
    now: Time,
) -> db::Result<Tried> {
    if !begun_sign_in::count_try(tx, &begun, now)? {
        return Ok(Tried::Over);
    }
    if !take_code(tx, secrets, who, typed, (visit, now))? {
        return Ok(match begun_sign_in::find(tx, &begun, now)? {
            Some(_) => Tried::Wrong,
            None => Tried::Over,
        });
    }
    begun_sign_in::end(tx, &begun)?;
    let session = visit.open(tx, who, now)?;
    if let Some(known) = person::find(tx, who)? {
        signed_in(tx, &known.organizer, visit, now)?;
    }
    Ok(Tried::In(session))
}

/// Takes a code of somebody's second factor, and writes to them of a recovery code. False when it is not right.
pub(crate) fn take_code(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    who: Id<Organizer>,
    typed: Option<&TypedCode>,
    (visit, now): (&BrowserVisit, Time),
) -> db::Result<bool> {
    let Some(typed) = typed else {
        return Ok(false);
    };
    let taken = second_factor::take(tx, secrets, who, typed, now)?;
    if taken == Some(UsedCode::Recovery)
        && let Some(known) = person::find(tx, who)?
    {
        mails::tell(
            tx,
            secrets,
            &known.organizer,
            Changed::RecoveryCode,
            &visit.doer(&known.organizer, now),
        )?;
    }
    Ok(taken.is_some())
}

/// The same whether the address or the passphrase is wrong.
const WRONG: Denied = Denied::Wrong("error-sign-in");

/// Opens the session or asks for a code, unless the passphrase was changed while it was being compared.
fn enter(
    tx: &mut Tx<'_>,
    organizer: &Organizer,
    hash: &PassphraseHash,
    renewed: Option<&PassphraseHash>,
    visit: &BrowserVisit,
    now: Time,
) -> db::Result<Option<Entered>> {
    let id: Id<Organizer> = organizer.id;
    let still = person::find(tx, id)?.and_then(|known| known.hash);
    if still.as_ref() != Some(hash) {
        return Ok(None);
    }
    if let Some(renewed) = renewed {
        person::set_password(tx, id, renewed)?;
    }
    let entered = visit.enter(tx, id, now)?;
    if matches!(entered, Entered::In(_)) {
        signed_in(tx, organizer, visit, now)?;
    }
    Ok(Some(entered))
}

/// Writes that somebody came in.
fn signed_in(
    tx: &mut Tx<'_>,
    organizer: &Organizer,
    visit: &BrowserVisit,
    now: Time,
) -> db::Result<()> {
    let doer = visit.doer(organizer, now);
    doer.did_everywhere(tx, organizer, Deed::SIGNED_IN)
}
