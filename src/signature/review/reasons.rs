//! GET /organize/petitions/{id}/reasons: reasons to read, the oldest first; one at a time, or
//! twenty on a page.

use crate::account::{Action, Actor};
use crate::base::{Cursor, Id, Page};
use crate::db::{self, Conn, Db};
use crate::petition::Petition;
use crate::petition::managed_petition::ManagedPetition;
use crate::signature::reason::model::ReasonCounts;
use crate::signature::reason::{Decision, Reason, ReasonState, store};
use crate::signature::store::read::{self, Signed};
use crate::web::answers::answer::private_page;
use crate::web::page::{FilterLink, Frame};
use crate::web::{PathArg, Result, Site, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;

/// Reasons of a page.
const SIZE: usize = 20;
/// One more, which says that there is a next page.
const LOOK: i64 = 21;

/// What is asked for.
#[derive(Debug, Default, Deserialize)]
pub struct ReasonsQuery {
    #[serde(default)]
    state: String,
    #[serde(default)]
    many: String,
    #[serde(default)]
    after: String,
    #[serde(default)]
    missed: String,
}

/// A reason with the line of whoever said it.
#[derive(Debug)]
pub struct ReasonToRead {
    reason: Reason,
    signed: Option<Signed>,
}

/// A page of one state from a place on, and how many there are in each.
///
/// # Errors
/// A fault of the database.
pub fn read(
    conn: &mut Conn,
    petition: Id<Petition>,
    state: ReasonState,
    from: Option<&Cursor>,
) -> db::Result<(Page<ReasonToRead>, ReasonCounts)> {
    let after = from.and_then(|from| Id::parse(from.key().first()?).ok());
    let reasons = store::oldest(conn, petition, state, after, LOOK)?;
    let page = Page::cut(reasons, SIZE, None, |one| vec![one.id.to_string()]);
    let ids: Vec<_> = page.rows.iter().map(|one| one.id.cast()).collect();
    let mut signed = read::by_ids(conn, &ids)?;
    let page = page.map(|reason| {
        let of = |one: &Signed| one.signature.id == reason.id.cast();
        let at = signed.iter().position(of);
        ReasonToRead {
            signed: at.map(|at| signed.swap_remove(at)),
            reason,
        }
    });
    Ok((page, store::counts(conn, petition)?))
}

/// One reason as a card.
struct ReasonCard {
    /// Name of its field, and the value that says which words were read.
    id: String,
    revision: i64,
    words: String,
    lang: String,
    /// Who says it; none once erased.
    name: Option<String>,
    detail: String,
    /// Whether the name would stand on the page.
    is_public: bool,
    /// The end of the words key of the signature's state, if it does not count.
    standing: Option<&'static str>,
    reports: i32,
    at: String,
    ago: String,
}

/// One button.
struct Button {
    value: &'static str,
    /// The key that presses it where one card is read.
    letter: &'static str,
}

#[derive(Template)]
#[template(path = "signature/review/reasons.html")]
struct ReasonsPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    title: &'a str,
    action: String,
    state: &'static str,
    /// One card at a time.
    is_single: bool,
    has_missed: bool,
    ways: Vec<FilterLink>,
    cards: Vec<ReasonCard>,
    buttons: Vec<Button>,
    /// The other way of reading what waits.
    other_href: String,
    next: Option<String>,
}

impl ReasonsPage<'_> {
    /// Who says it, for those who hear the page.
    fn who<'c>(&'c self, card: &'c ReasonCard) -> &'c str {
        let erased = self.w.say("signer-erased");
        card.name.as_deref().unwrap_or(erased)
    }
}

/// What may be decided about reasons of this state.
fn buttons(state: ReasonState) -> Vec<Button> {
    let all = [
        (Decision::Publish, "a"),
        (Decision::Keep, "s"),
        (Decision::Hide, "r"),
    ];
    all.into_iter()
        .filter(|(decision, _)| decision.state() != state)
        .map(|(decision, letter)| Button {
            value: decision.as_str(),
            letter,
        })
        .collect()
}

/// The page.
///
/// # Errors
/// 404 and 403 as [`ManagedPetition::open`]; 422 for a place in the list that is none.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
    asked: Query<ReasonsQuery>,
) -> Result {
    let managed = ManagedPetition::open(&db, &actor, id, Action::Moderate).await?;
    let state = ReasonState::parse(&asked.state).unwrap_or(ReasonState::Waiting);
    let is_single = state == ReasonState::Waiting && asked.many.is_empty();
    let from = Cursor::asked(&asked.after)?;
    let (page, counts) = db
        .read(move |conn| read(conn, id, state, from.as_ref()))
        .await?;
    let (w, now) = (actor.words(&site), site.clock.now());
    let here = urls::reasons(id);
    let shown = if is_single { 1 } else { SIZE };
    let next = page.next.as_ref().filter(|_| !is_single);
    let next = next.map(|cursor| urls::reasons_at(id, state.as_str(), true, Some(cursor)));
    let cards = page.rows.into_iter().take(shown).map(|one| {
        let signature = one.signed.as_ref().map(|signed| &signed.signature);
        let signer = one
            .signed
            .as_ref()
            .and_then(|signed| signed.signer.as_ref());
        let standing = signature.map(|signature| signature.state.as_str());
        ReasonCard {
            id: one.reason.id.to_string(),
            revision: one.reason.revision,
            words: one.reason.words,
            lang: one.reason.lang.to_string(),
            name: signer.map(|signer| signer.name.clone()),
            detail: signer.map(|signer| signer.detail()).unwrap_or_default(),
            is_public: signer.is_some_and(|signer| signer.visibility.is_named()),
            standing: standing.filter(|state| *state != "counted"),
            reports: one.reason.reports,
            at: one.reason.typed_at.rfc3339(),
            ago: w.ago(one.reason.typed_at, now),
        }
    });
    let ways = ReasonState::READ.into_iter().map(|one| FilterLink {
        label: w.say1("reasons-state", "state", one.as_str()),
        href: urls::reasons_at(id, one.as_str(), false, None),
        number: w.number(counts.of(one)),
        is_current: one == state,
    });
    private_page(
        StatusCode::OK,
        &ReasonsPage {
            frame: managed.console_frame(&site, &w, &actor, &here, w.say("console-reasons")),
            w: &w,
            title: managed.title(actor.lang),
            action: here,
            state: state.as_str(),
            is_single,
            has_missed: !asked.missed.is_empty(),
            ways: ways.collect(),
            cards: cards.collect(),
            buttons: buttons(state),
            other_href: urls::reasons_at(id, state.as_str(), is_single, None),
            next,
        },
    )
}
