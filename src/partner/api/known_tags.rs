//! The tags that stand on signatures of an organization, and those that programs have noted.

use crate::account::token::scope::Scope;
use crate::base::Id;
use crate::partner::api::caller::Caller;
use crate::partner::api::paths;
use crate::partner::api::store;
use crate::partner::api::told::{Tag, tag_id};
use crate::petition::Petition;
use crate::signature::store::tags;
use crate::web::Problem;
use std::collections::BTreeMap;

/// A tag, and on signatures of which petitions it is.
pub(super) struct KnownTag {
    pub id: Id<Tag>,
    pub name: String,
    pub petitions: Vec<Id<Petition>>,
}

/// Those of the token's organization, in the order of their words.
///
/// # Errors
/// 403 where the token is not good for it.
pub(super) async fn all(caller: &Caller, scope: Scope) -> Result<Vec<KnownTag>, Problem> {
    let petitions = caller.petitions_with_people(scope).await?;
    let organization = caller.token.organization;
    let read = move |conn: &mut _| {
        let noted = store::tags(conn, organization)?;
        let mut names: BTreeMap<String, Vec<Id<Petition>>> =
            noted.into_iter().map(|name| (name, Vec::new())).collect();
        for petition in petitions {
            for name in tags::names(conn, petition)? {
                names.entry(name).or_default().push(petition);
            }
        }
        Ok::<_, crate::db::Error>(names)
    };
    let names = caller.db.read(read).await?;
    let one = |(name, petitions): (String, Vec<Id<Petition>>)| KnownTag {
        id: tag_id(caller.token.organization, &name),
        name,
        petitions,
    };
    Ok(names.into_iter().map(one).collect())
}

/// The one with this id.
///
/// # Errors
/// 404 when there is none; 403 where the token is not good for it.
pub(super) async fn find(caller: &Caller, scope: Scope, id: &str) -> Result<KnownTag, Problem> {
    let id: Id<Tag> = paths::id(id, "tag")?;
    let all = all(caller, scope).await?;
    all.into_iter()
        .find(|one| one.id == id)
        .ok_or_else(|| Problem::unknown("tag"))
}
