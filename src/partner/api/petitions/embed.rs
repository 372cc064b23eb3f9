//! GET /api/v2/petitions/{id}/embed: the code that shows a petition elsewhere. Clients know six; a frame looks after its styles itself, so
//! that all are one.

use crate::account::token::scope::Scope;
use crate::partner::api::caller::Caller;
use crate::partner::api::paths::OnePath;
use crate::partner::embed::model::FrameWish;
use crate::partner::share_kit::frame_code;
use crate::petition::{Exposure, Framing, PetitionCache};
use crate::web::Problem;
use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use serde_json::{Map, Value};

/// The names that clients know.
const CODES: [&str; 6] = [
    "embed_standard_default_styles",
    "embed_standard_layout_only_styles",
    "embed_standard_no_styles",
    "embed_full_default_styles",
    "embed_full_layout_only_styles",
    "embed_full_no_styles",
];

/// The code.
///
/// # Errors
/// 404 for a petition that is not its own, and one that stands in no frame; 403 without the scope `petitions:read`.
pub async fn get(
    caller: Caller,
    petition_cache: Data<PetitionCache>,
    path: Path<OnePath>,
) -> Result<HttpResponse, Problem> {
    let managed = caller.petition(Scope::PetitionsRead, &path.id).await?;
    let shown = petition_cache.by_id(managed.petition.id);
    let shown = shown.filter(|shown| {
        shown.allows(Exposure::Embed) && shown.petition.settings.framing != Framing::Nobody
    });
    let shown = shown.ok_or_else(|| Problem::unknown("embed"))?;
    let wish = FrameWish::default();
    let code = frame_code(&caller.site, &shown, shown.petition.lang, &wish)?;
    let all = CODES.map(|name| (name.to_owned(), Value::String(code.clone())));
    Ok(caller.answer(&Value::Object(Map::from_iter(all))))
}
