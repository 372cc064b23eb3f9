//! GET /api/v2/metadata and below it: what forms ask for in words of their own. And empty lists for what clients look for to see whether
//! they are connected.

use super::caller::Caller;
use super::listing::{AskedPage, nothing};
use super::told::curies;
use crate::account::token::model::Reach;
use crate::account::token::scope::Scope;
use crate::petition::store::{petitions, questions};
use crate::web::{Problem, urls};
use actix_web::HttpResponse;
use actix_web::web::Path;
use serde_json::{Value, json};

/// What there is.
///
/// # Errors
/// 403 without the scope `petitions:read`.
pub async fn get(caller: Caller) -> Result<HttpResponse, Problem> {
    caller.allow(Scope::PetitionsRead, Reach::Listed)?;
    let at = |path: String| json!({"href": caller.url(&path)});
    Ok(caller.answer(&json!({
        "_links": {
            "self": at(urls::api_collection("metadata")),
            "action_network:custom_fields": at(urls::api_collection("metadata/custom_fields")),
            "curies": curies(&caller),
        },
    })))
}

/// The organizers' own questions, under the names that `custom_fields` has them, with what they ask.
///
/// # Errors
/// 403 without the scope `petitions:read`.
pub async fn custom_fields(caller: Caller) -> Result<HttpResponse, Problem> {
    caller.allow(Scope::PetitionsRead, Reach::Listed)?;
    let organization = caller.token.organization;
    let limits = caller.token.petitions.clone();
    let read = move |conn: &mut _| {
        let mut all: Vec<Value> = ["role", "affiliation"]
            .map(|name| json!({"name": name, "notes": ""}))
            .into();
        for petition in petitions::of_organization(conn, organization)?.petitions {
            let is_within = |all: &Vec<_>| all.contains(&petition.id.cast());
            if !limits.as_ref().is_none_or(is_within) {
                continue;
            }
            for question in questions::of(conn, petition.id)?.all() {
                let label = question.label((petition.lang, petition.lang)).words;
                let notes = format!("/p/{}: {label}", petition.slug);
                all.push(json!({"name": question.field(), "notes": notes}));
            }
        }
        Ok::<_, crate::db::Error>(all)
    };
    let fields = caller.db.read(read).await?;
    Ok(caller.answer(&json!({
        "action_network:custom_fields": fields,
        "_links": {
            "self": {"href": caller.url(&urls::api_collection("metadata/custom_fields"))},
            "curies": curies(&caller),
        },
    })))
}

/// Lists that this site has nothing for.
const NOTHING: [(&str, &str); 7] = [
    ("forms", "osdi:forms"),
    ("events", "osdi:events"),
    ("fundraising_pages", "osdi:fundraising_pages"),
    ("advocacy_campaigns", "osdi:advocacy_campaigns"),
    ("lists", "osdi:lists"),
    ("queries", "osdi:queries"),
    ("messages", "osdi:messages"),
];

/// An empty list.
///
/// # Errors
/// 403 without a token; 404 for a word that is no list of these clients.
pub async fn empty(
    caller: Caller,
    asked: AskedPage,
    word: Path<(String, String)>,
) -> Result<HttpResponse, Problem> {
    let found = NOTHING.iter().find(|(name, _)| *name == word.0);
    let (word, relation) = found.ok_or_else(|| Problem::unknown("list"))?;
    Ok(nothing(&caller, &asked, word, relation))
}
