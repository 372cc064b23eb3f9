//! POST /organize/second-factor/codes: ten new recovery codes; those of before open nothing any more.

use super::codes_page::codes_page;
use crate::account::mails;
use crate::account::session::press::PressFields;
use crate::account::store::{person, second_factor};
use crate::account::totp::RecoveryCode;
use crate::account::{NotSignedIn, ProvedForm, SignInParts};
use crate::db::{self, Db};
use crate::mail::mails::Changed;
use crate::web::answers::answer::see_other;
use crate::web::{Error, Site, urls};
use actix_web::HttpResponse;
use actix_web::web::Data;

/// Makes them and shows them.
///
/// # Errors
/// 503 when the database is away.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    door: Data<SignInParts>,
    posted: ProvedForm<PressFields>,
) -> Result<HttpResponse, NotSignedIn> {
    let actor = posted.actor;
    let (who, secrets) = (actor.id, site.secrets.clone());
    let doer = actor.doer(site.clock.now());
    let codes = RecoveryCode::ten();
    let made = db
        .write(move |tx| {
            let Some(known) = person::find(tx, who)? else {
                return Ok(None);
            };
            if !second_factor::is_on(tx, who)? {
                return Ok(None);
            }
            second_factor::renew_codes(tx, who, &codes)?;
            mails::tell(
                tx,
                &secrets,
                &known.organizer,
                Changed::RecoveryCodes,
                &doer,
            )?;
            Ok::<_, db::Error>(Some(codes))
        })
        .await
        .map_err(Error::from)?;
    let Some(codes) = made else {
        return Ok(see_other(&urls::second_factor()));
    };
    door.bell.ring();
    Ok(codes_page(&site, &actor, &codes, None)?)
}
