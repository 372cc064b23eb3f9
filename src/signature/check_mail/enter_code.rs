//! POST /p/{slug}/check/code: confirms without the link. The right code proves the mailbox, so it leads to the page that says
//! "signed", as the press in the mail does.
//!
//! The browser that sent the form types the code alone. Anybody else, whose browser keeps no cookies or who reads the mail at
//! another machine, types address and code; what they try is counted by where they come from and by what mailbox they name,
//! never at the form, so that nobody uses up the tries of its owner.

use crate::base::{Code, Id, Lang};
use crate::db::{self, Conn, Db};
use crate::petition::Petition;
use crate::signature::check_mail::waiting_form::EnteredCode;
use crate::signature::confirm::commit::Outcome;
use crate::signature::confirm::guard::SignaturePress;
use crate::signature::confirm::just_signed;
use crate::signature::confirm::queue::Confirming;
use crate::signature::links::Links;
use crate::signature::model::{AddressKeys, Signature};
use crate::signature::store::{read, same_address};
use crate::signature::{CheckMailNotice, FormSender};
use crate::web::page::Errors;
use crate::web::{CheckedForm, Fields, Result, read_email};
use actix_web::web::Data;
use serde::Deserialize;

/// The code from the mail.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CodeForm {
    #[serde(default)]
    form: String,
    #[serde(default)]
    email: String,
    code: String,
}

impl Fields for CodeForm {}

/// Confirms, or asks for the code again.
///
/// # Errors
/// 404 without such a petition, 410 once it was taken down; 409 when the form is not the one this browser sent last; 503 while
/// the database is away. A wrong code comes back as the page, 422, and so does what is tried too often.
pub async fn confirm(
    sender: FormSender,
    confirming: Data<Confirming>,
    db: Data<Db>,
    typed: CheckedForm<CodeForm>,
) -> Result {
    let typed = typed.fields;
    match typed.form.is_empty() {
        true => by_address(&sender, &confirming, &db, typed).await,
        false => by_form(&sender, &confirming, &db, typed).await,
    }
}

async fn by_form(sender: &FormSender, confirming: &Confirming, db: &Db, typed: CodeForm) -> Result {
    let form = sender.acting(&typed.form)?;
    let code = (typed.code.as_str(), sender.reader.interface());
    match sender.acts().enter_code(db, confirming, form, code).await? {
        EnteredCode::Signed(lang) => signed_page(sender, lang, form.id),
        EnteredCode::Wrong(key) => refuse(sender, typed, "code", key),
    }
}

/// The answer and the work are the same for every address.
async fn by_address(
    sender: &FormSender,
    confirming: &Confirming,
    db: &Db,
    typed: CodeForm,
) -> Result {
    let words = sender.words();
    let email = match read_email(&typed.email, &words, &sender.site) {
        Ok(email) => email,
        Err(message) => {
            let errors = Errors::none().with("email", message);
            return again(sender, typed, errors);
        }
    };
    let Ok(code) = Code::parse(&typed.code) else {
        return refuse(sender, typed, "code", "error-code");
    };
    let petition = sender.shown.petition.id;
    let keys = confirming.links.address_keys(petition, &email);
    let tries = &confirming.address_tries;
    // Both are asked, so that one that refuses does not spare the other.
    if !(tries.of_source(sender.source) & tries.of_mailbox(&keys.mailbox)) {
        return refuse(sender, typed, "code", "error-code-often");
    }
    let (links, right) = (confirming.links.clone(), code.clone());
    let found = db
        .read(move |conn| named_by(conn, &links, petition, &keys, &right))
        .await?;
    let lang = sender.reader.interface();
    let id = match found {
        None => return refuse(sender, typed, "code", "error-code"),
        Some(Named::Signed(id)) => return signed_page(sender, lang, id),
        Some(Named::Waiting(id)) => id,
    };
    let press = SignaturePress::with_code(id, Some(code), sender.site.clock.now());
    match confirming.press(press).await? {
        Outcome::Settled(settled) => signed_page(sender, settled.lang, id),
        Outcome::Nothing => signed_page(sender, lang, id),
        Outcome::Asked(_) => refuse(sender, typed, "code", "error-code-spent"),
    }
}

/// What an address and the right code name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Named {
    Waiting(Id<Signature>),
    Signed(Id<Signature>),
}

/// Forms of one address that a code is held against.
const FORMS: i64 = 20;

/// Any form that waits under this address, or its signature, whose mail had this code.
fn named_by(
    conn: &mut Conn,
    links: &Links,
    petition: Id<Petition>,
    keys: &AddressKeys,
    code: &Code,
) -> db::Result<Option<Named>> {
    let waiting = same_address::newest(conn, petition, keys, FORMS)?;
    let signed = read::of_address(conn, petition, keys)?;
    let waiting = waiting
        .into_iter()
        .map(|one| Named::Waiting(one.pending.id));
    let mut all = waiting.chain(signed.map(Named::Signed));
    Ok(all.find(|named| match named {
        Named::Waiting(id) | Named::Signed(id) => links.code(*id) == *code,
    }))
}

fn signed_page(sender: &FormSender, lang: Lang, id: Id<Signature>) -> Result {
    just_signed::lead(&sender.site, &sender.shown, lang, id)
}

fn refuse(sender: &FormSender, typed: CodeForm, field: &'static str, key: &'static str) -> Result {
    let words = sender.words();
    let errors = Errors::none().with(field, words.say(key));
    again(sender, typed, errors)
}

fn again(sender: &FormSender, typed: CodeForm, errors: Errors) -> Result {
    sender.refuse(CheckMailNotice {
        errors,
        typed_email: typed.email,
        typed_code: typed.code,
        ..CheckMailNotice::default()
    })
}
