//! POST /p/{slug}/check/{ticket}/code: confirms without the link. The right code proves the mailbox, so it leads to
//! the link's own page.

use super::confirming::Confirming;
use super::evidence::{Button, Signs};
use super::guard::{Press, Verdict};
use super::settle::Outcome;
use crate::base::Code;
use crate::db::Db;
use crate::signature::{Said, TicketHolder};
use crate::web::answer::see_other;
use crate::web::page::Errors;
use crate::web::{Fields, Guarded, Result, urls};
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
    let press = Press {
        id: holder.id,
        button: Button::Confirm,
        browser: None,
        signs: Signs::default(),
        word: None,
        code: Code::parse(&typed).ok(),
        needs_code: true,
        seen: None,
        at: holder.site.clock.now(),
    };
    let key = if press.code.is_none() {
        "error-code"
    } else {
        match confirming.press(press).await? {
            Outcome::Settled(_) => {
                let link = holder.intake.links.token(holder.id);
                return Ok(see_other(&urls::confirm(&link)));
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
