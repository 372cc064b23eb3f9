//! POST /api/v2/petitions/{id}/signatures, with or without `record_signature_helper`: a form that a program hands in, with a token or, from
//! pages that organizers have named, without one.

use super::blind;

use crate::account::token::model::Reach;
use crate::account::token::scope::Scope;
use crate::base::Id;
use crate::partner::api::caller::{Caller, has_people};
use crate::partner::api::given::Given;
use crate::partner::api::handed_in::{FormTaker, HandedIn, HandsIn};
use crate::partner::api::once::once;
use crate::partner::api::paths::{self, OnePath};
use crate::partner::api::program_notes;
use crate::partner::api::store;
use crate::partner::api::told::ShownSignature;
use crate::petition::Petition;
use crate::signature::store::read;
use crate::web::Problem;
use actix_web::web::Path;
use actix_web::{HttpRequest, HttpResponse};

/// Takes a form in. With a token the answer is the signature as it waits, the same whatever is known of the address; without one it says
/// nothing at all.
///
/// # Errors
/// 403 for a token that is not good for it, and for a page that may not; 404 for a petition that is not its own; 400 for what has to be put
/// right; 409 where nobody can sign now; 503.
pub async fn post(
    req: HttpRequest,
    taker: FormTaker,
    caller: Result<Caller, Problem>,
    path: Path<OnePath>,
    given: Result<Given, Problem>,
) -> Result<HttpResponse, Problem> {
    let petition = paths::id(&path.id, "petition");
    match caller {
        Ok(caller) => with_token(&caller, &taker, petition?, &given?).await,
        Err(_) if !has_token(&req) => {
            let taken = async { blind::take_in(&req, &taker, petition?, &given?).await };
            blind::readable(taken.await)
        }
        Err(problem) => Err(problem),
    }
}

/// Whether a token was sent, good or not: what carries one never becomes a page's form.
fn has_token(req: &HttpRequest) -> bool {
    req.headers().contains_key("osdi-api-token") || req.headers().contains_key("authorization")
}

async fn with_token(
    caller: &Caller,
    taker: &FormTaker,
    petition: Id<Petition>,
    given: &Given,
) -> Result<HttpResponse, Problem> {
    let scope = Scope::SignaturesWrite;
    // what can be signed is in memory, as for the form on its page
    let Some(shown) = taker.petition_cache.by_id(petition) else {
        caller.petition(scope, &petition.to_string()).await?;
        return Err(Problem::conflict("This petition cannot be signed now"));
    };
    let reach = Reach::Petition(shown.petition.organization, petition.cast());
    caller.allow(scope, reach)?;
    let work = async {
        let mut form = match given.href_of("osdi:person")? {
            Some(href) if !given.has("person") => known_person(caller, &href).await?,
            _ => HandedIn::read(given)?,
        };
        form.notes = program_notes::admitted(caller, form.notes, reach).await?;
        let identifiers = form.notes.identifiers.clone();
        let who = HandsIn::Program(&caller.token.name);
        let id = form.take_in(taker, &shown, who).await?;
        let now = caller.now();
        let waits = ShownSignature {
            id,
            petition,
            signed_at: now,
            changed_at: now,
            status: "pending",
            comments: "",
            source: None,
            identifiers: &identifiers,
        };
        Ok(waits.told(caller))
    };
    once(caller, given, work).await
}

/// The details of the person behind a link. Its host is not looked at: clients write that of Action Network.
///
/// # Errors
/// 400, in the very words that clients know, when there is no such person for this token.
async fn known_person(caller: &Caller, href: &str) -> Result<HandedIn, Problem> {
    let unknown = || Problem::invalid("You must specify a valid person id");
    let id = Id::parse(paths::last(href)).map_err(|_| unknown())?;
    let (organization, now) = (caller.token.organization, caller.now());
    let look = move |conn: &mut _| {
        let told = store::find(conn, id, organization, now)?;
        Ok::<_, crate::db::Error>((told, read::find(conn, id)?))
    };
    let (told, signed) = caller.db.read(look).await?;
    if let Some(told) = told.as_deref().and_then(Given::of) {
        return HandedIn::of_person(&told);
    }
    let signed = signed.ok_or_else(unknown)?;
    let petition = signed.signature.petition;
    let load = move |conn: &mut _| crate::petition::store::petitions::find(conn, petition);
    let petition = caller.db.read(load).await?.ok_or_else(unknown)?;
    let reach = Reach::Petition(petition.organization, petition.id.cast());
    let is_known = has_people(&petition) && caller.allow(Scope::SignaturesWrite, reach).is_ok();
    let signer = signed.signer.filter(|_| is_known).ok_or_else(unknown)?;
    Ok(HandedIn::of(&signer, signed.signature.lang))
}
