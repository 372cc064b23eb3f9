//! POST /p/{slug}/check/{ticket}/code: confirms without the link. The right code proves the mailbox, so it leads to
//! the link's own page.

use super::behind::signed_behind;
use super::confirming::Confirming;
use super::guard::{Press, Verdict};
use super::just_signed;
use super::model::Signature;
use super::settle::Outcome;
use crate::base::{Code, Id};
use crate::db::Db;
use crate::signature::{Said, TicketHolder};
use crate::web::page::Errors;
use crate::web::{Fields, Guarded, Result};
use actix_web::web::Data;
use serde::Deserialize;

/// The code from the mail.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Typed {
    #[serde(default, rename = "token")]
    _token: String,
    code: String,
}

impl Fields for Typed {}

/// Whether a code may be held against a signature that nothing waits for any more. Tries are counted for those alone, so that
/// nobody fills the memory with tickets of their own making.
async fn may_try(confirming: &Confirming, db: &Db, id: Id<Signature>) -> Result<bool> {
    let found = db.read(move |conn| signed_behind(conn, id)).await?;
    Ok(found.is_some() && confirming.codes.admits(&id))
}

/// Confirms, or asks for the code again.
///
/// # Errors
/// 404 without such a petition, 410 once it was taken down; 503 while the database is away. A wrong code comes back as the
/// page, 422.
pub async fn confirm(
    holder: TicketHolder,
    confirming: Data<Confirming>,
    db: Data<Db>,
    form: Guarded<Typed>,
) -> Result {
    let typed = form.fields.code;
    let links = &holder.intake.links;
    let code = Code::parse(&typed).ok();
    let is_right = code == Some(links.code(holder.id));
    let press = Press::with_code(holder.id, code, holder.site.clock.now());
    let key = if press.code.is_none() {
        "error-code"
    } else {
        match confirming.press(press).await? {
            Outcome::Settled(settled) => {
                return just_signed::lead(&holder.site, &holder.shown, settled.lang, holder.id);
            }
            // Pressed twice, or after the link: the code still says whose mailbox it is.
            Outcome::Nothing if may_try(&confirming, &db, holder.id).await? && is_right => {
                let lang = holder.reader.interface();
                return just_signed::lead(&holder.site, &holder.shown, lang, holder.id);
            }
            Outcome::Asked(Verdict::NoMoreCodes) => "error-code-spent",
            Outcome::Asked(_) | Outcome::Nothing => "error-code",
        }
    };
    let words = holder.reader.words(&holder.site);
    let said = Said {
        errors: Errors::none().with("code", words.say(key)),
        typed_code: typed,
        ..Said::default()
    };
    holder.refuse(&db, said).await
}
