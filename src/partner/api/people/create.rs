//! POST /api/v2/people, and person_signup_helper: a program tells of a person, to hand in a form for them next. Who has signed is found by
//! whoever may read people; anybody else is kept for a day, because nobody has confirmed that it is them.

use crate::account::token::model::Reach;
use crate::account::token::scope::Scope;
use crate::base::Id;
use crate::db::Tx;
use crate::partner::api::caller::Caller;
use crate::partner::api::found::{person_at, told_person};
use crate::partner::api::given::Given;
use crate::partner::api::handed_in::HandedIn;
use crate::partner::api::parts::ApiParts;
use crate::partner::api::program_notes;
use crate::partner::api::store;
use crate::partner::api::told::ShownPerson;
use crate::petition::PetitionCache;
use crate::signature::sign::intake::Intake;
use crate::web::Problem;
use actix_web::HttpResponse;
use actix_web::web::Data;
use serde_json::Value;

/// Takes a person in.
///
/// # Errors
/// 403 without the scope `signatures:write`; 400 without an address, or for a field of another kind; 429 where ten thousand wait already.
pub async fn post(
    caller: Caller,
    parts: Data<ApiParts>,
    intake: Data<Intake>,
    petition_cache: Data<PetitionCache>,
    given: Given,
) -> Result<HttpResponse, Problem> {
    caller.allow(Scope::SignaturesWrite, Reach::Listed)?;
    // a person alone is taken, too
    let person = match given.object("person")? {
        Some(person) => person.or(&given, "add_tags"),
        None => given,
    };
    let told = HandedIn::of_person(&person)?;
    let Some(email) = told.email() else {
        return Err(person.wrong("email_addresses", "an email address is needed"));
    };
    if caller.reads_people()
        && let Some(known) = person_at(&caller, &parts, &intake, email.deliver()).await?
    {
        program_notes::put(&caller, &known, &person).await?;
        return Ok(caller.answer(&told_person(&caller, &petition_cache, known).await?));
    }
    let (now, organization) = (caller.now(), caller.token.organization);
    let id = Id::new(now);
    let kept = person.written();
    let keep = move |tx: &mut Tx<'_>| store::keep(tx, id, organization, &kept, now);
    if !caller.db.write(keep).await? {
        return Err(Problem::quota(3_600));
    }
    let signer = told.signer();
    let shown = ShownPerson {
        id,
        created_at: now,
        changed_at: now,
        lang: told.lang(&caller),
        signer: Some(&signer),
        questions: None,
        identifiers: &told.notes.identifiers,
    };
    let mut shown = shown.told(&caller);
    if let Some(fields) = shown.as_object_mut() {
        // as it was told, and not as it is guessed
        for name in ["given_name", "family_name"] {
            let text = person.text(name)?.unwrap_or_default();
            fields.insert(name.to_owned(), Value::String(text));
        }
    }
    Ok(caller.answer(&shown))
}
