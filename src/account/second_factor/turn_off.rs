//! POST /organize/second-factor/off: by whoever has proved by passphrase and code who they are.

use crate::account::mails;
use crate::account::model::Organizer;
use crate::account::session::press::PressFields;
use crate::account::store::{person, second_factor, session};
use crate::account::{BrowserVisit, NotSignedIn, ProvedForm, SignInParts, let_in};
use crate::base::{Secrets, Time, Token};
use crate::db::{self, Db, Tx};
use crate::mail::mails::Changed;
use crate::web::answers::answer::see_other;
use crate::web::{Error, Site, urls};
use actix_web::HttpResponse;
use actix_web::web::Data;

/// Takes it away. Every session ends, this browser gets a new one (T21).
///
/// # Errors
/// 503 when the database is away.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    door: Data<SignInParts>,
    visit: BrowserVisit,
    posted: ProvedForm<PressFields>,
) -> Result<HttpResponse, NotSignedIn> {
    let (who, held) = (posted.actor.id, posted.actor.session.id);
    let (secrets, now) = (site.secrets.clone(), site.clock.now());
    let session = db
        .write(move |tx| {
            let known = person::find(tx, who)?.ok_or(db::Error::Refused("no row"))?;
            // the session that proved it may be younger than the cookie this request came with
            session::end(tx, who, held)?;
            turn_off(tx, &secrets, &known.organizer, &visit, now)
        })
        .await
        .map_err(Error::from)?;
    let Some(session) = session else {
        return Ok(see_other(&urls::second_factor()));
    };
    door.bell.ring();
    Ok(let_in(&site, &session, &urls::second_factor()))
}

/// Takes it away and tells the mailbox. None when there was none.
fn turn_off(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    owner: &Organizer,
    visit: &BrowserVisit,
    now: Time,
) -> db::Result<Option<Token>> {
    if !second_factor::delete(tx, owner.id)? {
        return Ok(None);
    }
    session::end_all(tx, owner.id, None)?;
    mails::tell(
        tx,
        secrets,
        owner,
        Changed::SecondFactorOff,
        &visit.doer(owner, now),
    )?;
    visit.open(tx, owner.id, now).map(Some)
}
