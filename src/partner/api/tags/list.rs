//! GET and POST /api/v2/tags, and GET /api/v2/tags/{id}: the tags there are.

use crate::account::token::model::Reach;
use crate::account::token::scope::Scope;
use crate::db::Tx;
use crate::partner::api::caller::Caller;
use crate::partner::api::filter::model::{FieldKind, Known, Value};
use crate::partner::api::given::Given;
use crate::partner::api::known_tags;
use crate::partner::api::listing::{AskedPage, Listing};
use crate::partner::api::paths::OnePath;
use crate::partner::api::store;
use crate::partner::api::told::{tag, tag_id};
use crate::signature::model::read_tag;
use crate::web::{Problem, urls};
use actix_web::HttpResponse;
use actix_web::web::Path;

const KNOWN: Known = &[
    ("identifier", FieldKind::Identifier),
    ("name", FieldKind::Text),
];

/// What a tag is.
const NO_TAG: &str = "name must be of 1 to 40 characters, without a comma";

/// The list.
///
/// # Errors
/// 403 without the scope `people:read`; 400 for a filter that cannot be read.
pub async fn get(caller: Caller, asked: AskedPage) -> Result<HttpResponse, Problem> {
    let filter = asked.filter(KNOWN)?;
    let mut all = known_tags::all(&caller, Scope::PeopleRead).await?;
    if let Some(filter) = filter {
        all.retain(|one| {
            filter.means(&|field: &str| match field {
                "name" => vec![Value::text(&one.name)],
                _ => vec![Value::text(&one.id.to_string())],
            })
        });
    }
    let skipped = usize::try_from(asked.before()).unwrap_or(usize::MAX);
    let most = usize::try_from(asked.per_page).unwrap_or_default();
    let page = all.iter().skip(skipped).take(most);
    let listing = Listing {
        relation: "osdi:tags",
        path: urls::api_collection("tags"),
        total: i64::try_from(all.len()).unwrap_or(i64::MAX),
        items: page.map(|one| tag(&caller, one.id, &one.name)).collect(),
    };
    Ok(listing.answer(&caller, &asked))
}

/// One tag.
///
/// # Errors
/// 404 when there is none; 403 without the scope `people:read`.
pub async fn show(caller: Caller, path: Path<OnePath>) -> Result<HttpResponse, Problem> {
    let one = known_tags::find(&caller, Scope::PeopleRead, &path.id).await?;
    Ok(caller.answer(&tag(&caller, one.id, &one.name)))
}

/// A tag of these words, new or not.
///
/// # Errors
/// 403 without the scope `people:write`; 400 for words that are no tag; 409 where there are a thousand.
pub async fn post(caller: Caller, given: Given) -> Result<HttpResponse, Problem> {
    caller.allow(Scope::PeopleWrite, Reach::Listed)?;
    let name = given.text("name")?.unwrap_or_default();
    let name = read_tag(&name).map_err(|_| given.wrong("name", NO_TAG))?;
    let (organization, now, noted) = (caller.token.organization, caller.now(), name.clone());
    let note = move |tx: &mut Tx<'_>| store::note_tag(tx, organization, &noted, now);
    if !caller.db.write(note).await? {
        return Err(Problem::conflict("There are a thousand tags already"));
    }
    let id = tag_id(organization, &name);
    Ok(caller.answer(&tag(&caller, id, &name)))
}
