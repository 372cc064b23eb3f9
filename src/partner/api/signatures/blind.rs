//! A form that a page of somebody else's hands in by script, without a token ("blind POST"). Off until organizers have named a partner whose
//! pages may; it says nothing but that the form was taken, and asks for nobody's consent to mail.

use crate::base::Id;
use crate::partner::api::given::Given;
use crate::partner::api::handed_in::{FormTaker, HandedIn, HandsIn};
use crate::petition::{Exposure, Petition};
use crate::web::Problem;
use actix_web::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, HeaderValue, ORIGIN};
use actix_web::{HttpRequest, HttpResponse};

/// What a page hears whose form is not taken.
const NOT_NAMED: &str =
    "No page of this origin hands in forms here: organizers name them under Partners";

/// Takes it in.
///
/// # Errors
/// 404 without such a petition; 403 for a page that organizers have not named; 400, 409 and 503 as with a token.
pub(super) async fn take_in(
    req: &HttpRequest,
    taker: &FormTaker,
    petition: Id<Petition>,
    given: &Given,
) -> Result<HttpResponse, Problem> {
    let shown = taker.petition_cache.by_id(petition);
    let shown = shown.ok_or_else(|| Problem::unknown("petition"))?;
    let origin = req
        .headers()
        .get(ORIGIN)
        .and_then(|origin| origin.to_str().ok());
    let sources = &taker.page_cache.source_cache;
    let partner = origin.and_then(|origin| sources.takes_posts_of(&shown.petition, origin));
    let partner = partner
        .filter(|_| shown.allows(Exposure::Embed))
        .ok_or_else(|| Problem::refused(NOT_NAMED))?;
    if !taker.parts.posts.admits(&petition) {
        return Err(Problem::quota(60));
    }
    let form = HandedIn::read(given)?;
    let who = HandsIn::Page(partner.code.as_str());
    form.take_in(taker, &shown, who).await?;
    Ok(HttpResponse::Ok()
        .content_type("application/hal+json")
        .insert_header((CACHE_CONTROL, "no-store"))
        .body("{}"))
}

/// The answer as scripts of any page may read it, an error too: it tells about nobody, and a page has to say what has to be put right.
pub(super) fn readable(answer: Result<HttpResponse, Problem>) -> Result<HttpResponse, Problem> {
    const ANYBODY: HeaderValue = HeaderValue::from_static("*");
    match answer {
        Ok(mut answer) => {
            answer
                .headers_mut()
                .insert(ACCESS_CONTROL_ALLOW_ORIGIN, ANYBODY);
            Ok(answer)
        }
        Err(problem) => Err(problem.with(vec![(ACCESS_CONTROL_ALLOW_ORIGIN, ANYBODY)])),
    }
}
