//! GET /organize/operator/organizations: who works on this site, in numbers. No petition's name and no signer.

use crate::account::OperatorActor;
use crate::account::model::Organization;
use crate::account::store::census::{self, OrganizationCensus};
use crate::base::{Cursor, Id, Page, Time};
use crate::count::store::tallies;
use crate::db::{self, Conn, Db};
use crate::petition::PetitionState;
use crate::petition::store::petitions;
use crate::web::answers::answer::private_page;
use crate::web::page::Frame;
use crate::web::{Result, Site, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;
use std::collections::HashMap;

/// Organizations of a page.
const SIZE: usize = 25;
/// One more, which says that there is a next page.
const LOOK: i64 = 26;

/// From where on.
#[derive(Debug, Default, Deserialize)]
pub struct CensusQuery {
    #[serde(default)]
    after: String,
}

/// Petitions of an organization, by what was decided of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct PetitionNumbers {
    drafts: i64,
    open: i64,
    closed: i64,
    removed: i64,
    /// Counted signatures of all of them.
    counted: i64,
}

type Read = (
    Page<OrganizationCensus>,
    HashMap<Id<Organization>, PetitionNumbers>,
);

fn read(conn: &mut Conn, from: Option<&Cursor>) -> db::Result<Read> {
    let before = from.and_then(|from| Id::parse(from.key().first()?).ok());
    let found = census::newest(conn, before, LOOK)?;
    let page = Page::cut(found, SIZE, None, |one| vec![one.id.to_string()]);
    let ids: Vec<Id<Organization>> = page.rows.iter().map(|one| one.id).collect();
    let states = petitions::states_of(conn, &ids)?;
    let keys: Vec<_> = states.iter().map(|one| one.id.cast()).collect();
    let counted: HashMap<_, i64> = tallies::list(conn, &keys)?
        .into_iter()
        .map(|tally| (tally.petition, tally.counts.counted))
        .collect();
    let mut numbers: HashMap<Id<Organization>, PetitionNumbers> = HashMap::new();
    for one in states {
        let of = numbers.entry(one.organization).or_default();
        of.counted += counted.get(&one.id.cast()).copied().unwrap_or_default();
        match one.state {
            PetitionState::Draft => of.drafts += 1,
            PetitionState::Open | PetitionState::Paused => of.open += 1,
            PetitionState::Closed => of.closed += 1,
            PetitionState::Removed => of.removed += 1,
        }
    }
    Ok((page, numbers))
}

/// One organization as a line of the table.
struct CensusLine {
    name: String,
    members: String,
    petitions: String,
    counted: String,
    seen: String,
    seen_at: String,
}

impl CensusLine {
    fn of(w: &Words, one: &OrganizationCensus, numbers: PetitionNumbers, now: Time) -> Self {
        let PetitionNumbers {
            drafts,
            open,
            closed,
            removed,
            counted,
        } = numbers;
        let parts = [
            ("draft", drafts),
            ("open", open),
            ("closed", closed),
            ("removed", removed),
        ];
        let parts: Vec<String> = parts
            .into_iter()
            .filter(|(_, n)| *n > 0)
            .map(|(state, n)| w.say2("operator-petitions", "state", state, "n", n))
            .collect();
        Self {
            name: one.name.clone(),
            members: w.say2("operator-members", "n", one.members, "owners", one.owners),
            petitions: match parts.is_empty() {
                true => w.say("operator-petitions-none").to_owned(),
                false => w.list(&parts),
            },
            counted: w.number(counted),
            seen: match one.seen_at {
                Some(at) => w.ago(at, now),
                None => w.say("operator-seen-never").to_owned(),
            },
            seen_at: one.seen_at.map(Time::rfc3339).unwrap_or_default(),
        }
    }
}

#[derive(Template)]
#[template(path = "site/console/organizations.html")]
struct CensusPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    lines: Vec<CensusLine>,
    next: Option<String>,
}

/// The page.
///
/// # Errors
/// 404 for who is no operator; 422 for a place in the list that is none.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    OperatorActor(actor): OperatorActor,
    asked: Query<CensusQuery>,
) -> Result {
    let from = Cursor::asked(&asked.after)?;
    let (page, numbers) = db.read(move |conn| read(conn, from.as_ref())).await?;
    let (w, now) = (actor.words(&site), site.clock.now());
    let here = urls::operator_organizations(None);
    let line = |one: &OrganizationCensus| {
        let numbers = numbers.get(&one.id).copied().unwrap_or_default();
        CensusLine::of(&w, one, numbers, now)
    };
    private_page(
        StatusCode::OK,
        &CensusPage {
            frame: actor.console_frame(&site, &w, &here, w.say("operator-organizations")),
            w: &w,
            lines: page.rows.iter().map(line).collect(),
            next: page
                .next
                .as_ref()
                .map(|next| urls::operator_organizations(Some(next))),
        },
    )
}
