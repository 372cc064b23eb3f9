//! GET and POST /organize/petitions/{id}/affiliations/heading: the spellings that stand under a heading, and a way out for each.

use super::spelling_doors::open;
use crate::account::deed::Deed;
use crate::account::{Actor, OrganizerForm};
use crate::base::Id;
use crate::db::{self, Db};
use crate::petition::Petition;
use crate::petition::petition_log::PetitionLog;
use crate::signature::store::affiliations::list::{self, AffiliationLine};
use crate::signature::store::affiliations::merge;
use crate::web::answers::answer::{private_page, see_other};
use crate::web::page::Frame;
use crate::web::{Fields, Named, PathArg, Result, Site, by_name, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;

/// Spellings of a page.
const SIZE: usize = 100;
/// One more, which says that there is a next page.
const LOOK: i64 = 101;

/// Which heading, and behind which spelling the page begins.
#[derive(Debug, Default, Deserialize)]
pub struct HeadingQuery {
    #[serde(default)]
    key: String,
    #[serde(default)]
    behind: String,
    #[serde(default)]
    none: bool,
}

impl HeadingQuery {
    /// The same without NUL, for which PostgreSQL cannot even be asked.
    fn without_nul(mut self) -> Self {
        self.key.retain(|one| one != '\0');
        self.behind.retain(|one| one != '\0');
        self
    }
}

#[derive(Template)]
#[template(path = "signature/console/heading.html")]
struct HeadingPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    name: &'a str,
    action: String,
    heading: AffiliationLine,
    rows: Vec<AffiliationLine>,
    next: Option<String>,
    /// Nothing was ticked.
    is_none: bool,
    back_href: String,
}

/// The page.
///
/// # Errors
/// As the page of all, to which a heading leads that is none any more.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
    asked: Query<HeadingQuery>,
) -> Result {
    let managed = open(&db, &actor, id).await?;
    let HeadingQuery { key, behind, none } = asked.into_inner().without_nul();
    let (heading, mut rows) = db
        .read(move |conn| {
            let heading = list::heading(conn, id, &key)?;
            Ok::<_, db::Error>((heading, list::under(conn, id, &key, &behind, LOOK)?))
        })
        .await?;
    let Some(heading) = heading else {
        // All that stood there was taken out, or it has another title by now.
        return Ok(see_other(&urls::affiliations(id)));
    };
    let has_more = rows.len() > SIZE;
    rows.truncate(SIZE);
    let last = rows.last().filter(|_| has_more);
    let w = actor.words(&site);
    private_page(
        StatusCode::OK,
        &HeadingPage {
            frame: managed.console_frame(
                &site,
                &w,
                &actor,
                &urls::overview(id),
                w.say("spellings-under-title"),
            ),
            w: &w,
            name: managed.title(actor.lang),
            action: urls::heading(id, &heading.key),
            next: last.map(|last| urls::heading_behind(id, &heading.key, &last.key)),
            heading,
            rows,
            is_none: none,
            back_href: urls::affiliations(id),
        },
    )
}

/// What the form sends: each spelling that is ticked.
#[derive(Debug, Default)]
pub struct TakeOutForm(BTreeMap<String, String>);

impl<'de> Deserialize<'de> for TakeOutForm {
    fn deserialize<D: Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
        by_name(from)
    }
}

impl Named for TakeOutForm {
    fn put(&mut self, name: &str, value: String) -> bool {
        let is_line = name.starts_with("line-") && self.0.len() < SIZE;
        is_line && self.0.insert(name.to_owned(), value).is_none()
    }
}

impl Fields for TakeOutForm {
    const MORE: usize = 512 * 1024;
}

/// Has those that are ticked stand alone again, and leads back to what is left.
///
/// # Errors
/// As [`get`].
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    PathArg(id): PathArg<Id<Petition>>,
    asked: Query<HeadingQuery>,
    form: OrganizerForm<TakeOutForm>,
) -> Result {
    let managed = open(&db, &form.actor, id).await?;
    let key = asked.into_inner().without_nul().key;
    let ticked = form.fields.0.into_values();
    let ticked: Vec<_> = ticked.filter(|one| !one.contains('\0')).collect();
    let here = urls::heading(id, &key);
    if ticked.is_empty() {
        return Ok(see_other(&format!("{here}&none=true")));
    }
    let log = PetitionLog::of(&managed, &form.actor, site.clock.now());
    let left = db.write(move |tx| {
        let n = merge::take_out(tx, id, &key, &ticked)?;
        if n > 0 {
            log.did_to(tx, Deed::UNMERGED, &n.to_string())?;
        }
        Ok::<_, db::Error>((n, list::heading(tx, id, &key)?.is_some()))
    });
    let (n, is_left) = left.await?;
    Ok(see_other(&match is_left {
        true => here,
        false => format!("{}?undone={n}", urls::affiliations(id)),
    }))
}
