//! GET /organize/petitions/{id}/held: signatures that are held, grouped by why, and what was decided about signatures.

use super::page::BatchLine;
use crate::account::{Action, Actor};
use crate::base::Id;
use crate::db::{self, Db};
use crate::petition::Petition;
use crate::petition::managed_petition::ManagedPetition;
use crate::signature::model::Reason;
use crate::signature::store::batches;
use crate::signature::store::read::Signed;
use crate::web::answers::answer::private_page;
use crate::web::page::Frame;
use crate::web::{PathArg, Result, Site, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;

/// Those that are held are counted up to here.
const MOST: i64 = 10_000;
/// Decisions shown.
const DECISIONS: i64 = 50;

/// Those that are held for one reason.
struct HeldGroup {
    because: &'static str,
    number: String,
    /// Some of them: where each is, and its name.
    some: Vec<(String, Option<String>)>,
}

#[derive(Template)]
#[template(path = "signature/moderation/held.html")]
struct HeldPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    title: &'a str,
    action: String,
    rule_href: String,
    groups: Vec<HeldGroup>,
    batches: Vec<BatchLine>,
}

/// The page.
///
/// # Errors
/// 404 and 403 as [`ManagedPetition::open`].
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
) -> Result {
    let managed = ManagedPetition::open(&db, &actor, id, Action::Moderate).await?;
    let found = db.read(move |conn| {
        let held = batches::held(conn, id, MOST)?;
        let all = batches::newest(conn, id, None, DECISIONS)?;
        Ok::<_, db::Error>((held, all))
    });
    let (held, all) = found.await?;
    let w = actor.words(&site);
    let group = |(reason, n, some): (Reason, i64, Vec<Signed>)| HeldGroup {
        because: reason.as_str(),
        number: match n {
            MOST.. => format!("{}+", w.number(MOST)),
            fewer => w.number(fewer),
        },
        some: some
            .into_iter()
            .map(|one| {
                let href = urls::signature(one.signature.id);
                (href, one.signer.map(|signer| signer.name))
            })
            .collect(),
    };
    let here = urls::held(id);
    private_page(
        StatusCode::OK,
        &HeldPage {
            frame: managed.console_frame(&site, &w, &actor, &here, w.say("held-title")),
            w: &w,
            title: managed.title(actor.lang),
            action: urls::batches(id),
            rule_href: urls::new_batch(id),
            groups: held.into_iter().map(group).collect(),
            batches: all
                .iter()
                .map(|batch| BatchLine::of(&w, &managed.petition, batch))
                .collect(),
        },
    )
}
