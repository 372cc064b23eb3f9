//! GET /organize/petitions/{id}/signatures: who signed, to be searched and turned page by page.
//!
//! Every page is a seek in an index, wherever it is; a signature that comes or goes between two
//! looks moves no other.
//!
//! Of a form that waits for its mailbox nobody here sees more than that it is one more: anybody can type anybody's name and
//! address. Who types a whole address hears since when its form waits, and may have its mail sent again (`resend_mail.rs`).

use super::chips::{Chips, FacetGroup, FacetNumbers};
use super::narrowed::Narrowed;
use super::rows::{MOST_WAITING, SignatureLine, capped, row};
use super::signature_filter::SignatureFilter;
use crate::account::{Action, AddressReader};
use crate::base::{Cursor, Email, Id, Page, Search, Time};
use crate::count::{Counts, store::tallies};
use crate::db::{self, Conn, Db};
use crate::petition::Petition;
use crate::petition::managed_petition::ManagedPetition;
use crate::signature::batch::BatchAct;
use crate::signature::confirm::queue::Confirming;
use crate::signature::model::{AddressKeys, Signature, SignatureState};
use crate::signature::store::read::{self, Signed};
use crate::signature::store::search::index::{self, From};
use crate::signature::store::{pending, same_address};
use crate::web::answers::answer::private_page;
use crate::web::page::{FilterLink, Frame};
use crate::web::{PathArg, Result, Site, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;

/// Rows of a page.
const SIZE: usize = 100;
/// One more, which says that there is a next page.
const LOOK: i64 = 101;

/// What is asked for.
#[derive(Debug, Default, Deserialize)]
pub struct SignaturesQuery {
    #[serde(default)]
    state: String,
    /// What it is narrowed down to, sealed.
    #[serde(default)]
    s: String,
    /// The place in the list, sealed.
    #[serde(default)]
    after: String,
    #[serde(default)]
    sent: bool,
}

/// The id a cursor stands at; the end of all ids when its word came from elsewhere.
fn at(cursor: &Cursor) -> Id<Signature> {
    let otherwise = match cursor.is_before() {
        true => [0xFF; 16],
        false => [0; 16],
    };
    cursor
        .key()
        .first()
        .and_then(|key| Id::parse(key).ok())
        .unwrap_or(Id::from_bytes(otherwise))
}

/// A page of confirmed signatures, the newest first. Several states are several seeks, merged.
///
/// # Errors
/// A fault of the database.
pub fn confirmed(
    conn: &mut Conn,
    petition: Id<Petition>,
    state: Option<SignatureState>,
    from: Option<&Cursor>,
) -> db::Result<Page<Signed>> {
    let states = match &state {
        Some(one) => std::slice::from_ref(one),
        None => SignatureState::ALL.as_slice(),
    };
    let mut found = Vec::new();
    for state in states {
        found.extend(match from {
            Some(before) if before.is_before() => {
                read::oldest(conn, petition, *state, Some(at(before)), LOOK)?
            }
            from => read::newest(conn, petition, *state, from.map(at), LOOK)?,
        });
    }
    found.sort_by_key(|one| one.signature.id);
    if !from.is_some_and(Cursor::is_before) {
        found.reverse();
    }
    found.truncate(SIZE + 1);
    let key = |one: &Signed| vec![one.signature.id.to_string()];
    Ok(Page::cut(found, SIZE, from, key))
}

/// A page of those found by words.
///
/// # Errors
/// A fault of the database.
pub fn found(
    conn: &mut Conn,
    petition: Id<Petition>,
    state: Option<SignatureState>,
    search: &Search,
    from: Option<&Cursor>,
) -> db::Result<Page<Signed>> {
    let place = from.and_then(|from| from.key().first()).map(String::as_str);
    let look = match (from.is_some_and(Cursor::is_before), place) {
        (true, Some(place)) => From::Before(place),
        (false, Some(place)) => From::After(place),
        (_, None) => From::Start,
    };
    let found = index::find(conn, petition, state, search, look, LOOK)?;
    let page = Page::cut(found, SIZE, from, |one| vec![one.place.clone()]);
    Ok(page.map(|one| one.signed))
}

/// A form that waits for the mailbox whose whole address was typed.
struct WaitingForm {
    /// The address, as it was typed.
    email: String,
    /// Since when, for reading.
    on: String,
    /// Where its mail is asked for again.
    action: String,
}

#[derive(Template)]
#[template(path = "signature/console/list.html")]
struct ListPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    title: &'a str,
    here: String,
    ways: Vec<FilterLink>,
    which: &'static str,
    q: &'a str,
    /// What the list is narrowed down to, sealed.
    s: String,
    /// Whether that could not be read any more, and everything is shown.
    is_forgotten: bool,
    is_narrowed: bool,
    /// Without words and facets.
    clear_href: String,
    groups: Vec<FacetGroup>,
    /// Whether one of the answers to questions is chosen.
    is_open: bool,
    rows: Vec<SignatureLine>,
    next: Option<String>,
    previous: Option<String>,
    has_promises: bool,
    /// Whether signatures can be ticked and decided about.
    may_decide: bool,
    acts: Vec<&'static str>,
    batch_action: String,
    tag_action: String,
    may_export: bool,
    export_href: String,
    is_waiting: bool,
    /// How many wait.
    waiting: i64,
    form: Option<WaitingForm>,
    /// Whether a mail was asked for again just now.
    is_sent: bool,
}

/// What the page shows.
struct Looked {
    /// None of those who wait: they are a number.
    page: Option<Page<Signed>>,
    counts: Counts,
    waiting: i64,
    numbers: FacetNumbers,
    /// Since when a form of the address that was typed waits.
    since: Option<Time>,
}

fn look(
    conn: &mut Conn,
    petition: Id<Petition>,
    which: SignatureFilter,
    search: Option<&Search>,
    from: Option<&Cursor>,
    address: Option<&AddressKeys>,
) -> db::Result<Looked> {
    let state = match which {
        SignatureFilter::Of(state) => Some(state),
        SignatureFilter::Confirmed | SignatureFilter::Waiting => None,
    };
    let page = match (which, search) {
        (SignatureFilter::Waiting, _) => None,
        (_, Some(search)) => Some(found(conn, petition, state, search, from)?),
        (_, None) => Some(confirmed(conn, petition, state, from)?),
    };
    let form = match address {
        Some(keys) => same_address::newest(conn, petition, keys, 1)?.pop(),
        None => None,
    };
    Ok(Looked {
        page,
        counts: tallies::find(conn, petition.cast())?.map_or_else(Counts::default, |t| t.counts),
        waiting: pending::count(conn, petition, MOST_WAITING)?,
        numbers: FacetNumbers::read(conn, petition)?,
        since: form.map(|form| form.pending.created_at),
    })
}

/// The list.
///
/// # Errors
/// 404 and 403 as [`ManagedPetition::open`]; 422 for a place in the list that is none.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    confirming: Data<Confirming>,
    AddressReader(actor): AddressReader,
    PathArg(id): PathArg<Id<Petition>>,
    asked: Query<SignaturesQuery>,
) -> Result {
    let managed = ManagedPetition::open(&db, &actor, id, Action::SeeSigners).await?;
    let which = SignatureFilter::parse(&asked.state);
    let opened = Narrowed::open(&site, id, &asked.s);
    let is_forgotten = opened.is_none();
    let narrowed = opened.unwrap_or_default();
    let after = match is_forgotten {
        true => "",
        false => asked.after.as_str(),
    };
    let from = narrowed.open_place(&site, id, (which.as_str(), after))?;
    let search = narrowed.search();
    let q = narrowed.words.as_str();
    let address = Email::parse(q, site.strictness)
        .ok()
        .map(|email| confirming.links.address_keys(id, &email));
    let looked = db
        .read(move |conn| {
            look(
                conn,
                id,
                which,
                search.as_ref(),
                from.as_ref(),
                address.as_ref(),
            )
        })
        .await?;
    let (counts, waiting) = (looked.counts, looked.waiting);
    let (rows, next, previous) = match looked.page {
        Some(page) => (page.rows, page.next, page.previous),
        None => (Vec::new(), None, None),
    };
    let w = actor.words(&site);
    let now = site.clock.now();
    let here = urls::signatures(id);
    let form = looked.since.map(|since| WaitingForm {
        email: q.to_owned(),
        on: w.date_time(since, &managed.petition.time_zone),
        action: urls::resend_mail(id),
    });
    let s = narrowed.close(&site, id);
    let link = |cursor: &Cursor| {
        let place = narrowed.close_place(&site, id, (which.as_str(), cursor));
        urls::signatures_at(id, which.as_str(), &s, &place)
    };
    let (next, previous) = (next.as_ref().map(link), previous.as_ref().map(link));
    let may_list = actor
        .allow(Action::Moderate, managed.petition.organization)
        .is_ok();
    let rows = rows.iter().map(|one| {
        let row = row(&w, &managed.petition, now, one);
        let row = row.with_promise(&w, &managed.promises, one.signature.choice);
        let replies = one.signer.as_ref().map(|signer| &signer.replies);
        let row = row.with_replies(&w, (&managed.questions, managed.petition.lang), replies);
        match may_list {
            true => row.with_listing(urls::listing(one.signature.id)),
            false => row,
        }
    });
    let ways = SignatureFilter::ALL.into_iter().map(|one| FilterLink {
        label: w.say1("signature-state", "state", one.as_str()),
        href: urls::signatures_at(id, one.as_str(), &s, ""),
        number: match one {
            SignatureFilter::Waiting => capped(&w, waiting),
            _ => w.number(one.count(&counts, waiting)),
        },
        is_current: one == which,
    });
    let is_offered = |act: &BatchAct| match which {
        SignatureFilter::Of(state) => act.from().contains(&state),
        SignatureFilter::Confirmed => true,
        SignatureFilter::Waiting => false,
    };
    let acts = BatchAct::ALL.into_iter().filter(is_offered);
    let chips = Chips {
        site: &site,
        w: &w,
        managed: &managed,
        state: which.as_str(),
        narrowed: &narrowed,
    };
    let is_waiting = which == SignatureFilter::Waiting;
    let groups = match is_waiting {
        true => Vec::new(),
        false => chips.groups(&looked.numbers),
    };
    let ways = ways.collect();
    let may_export = actor
        .allow(Action::ExportSigners, managed.petition.organization)
        .is_ok();
    private_page(
        StatusCode::OK,
        &ListPage {
            frame: managed.console_frame(&site, &w, &actor, &here, w.say("console-signatures")),
            w: &w,
            title: managed.title(actor.lang),
            here,
            ways,
            which: which.as_str(),
            q,
            is_forgotten,
            is_narrowed: !s.is_empty(),
            clear_href: urls::signatures_at(id, which.as_str(), "", ""),
            is_open: groups
                .iter()
                .skip(1)
                .any(|group| group.ways.iter().any(|way| way.is_current)),
            groups,
            rows: rows.collect(),
            next,
            previous,
            has_promises: !managed.promises.choices().is_empty(),
            may_decide: may_list,
            acts: acts.map(BatchAct::as_str).collect(),
            batch_action: urls::batches(id),
            tag_action: urls::tag_signatures(id),
            may_export,
            export_href: urls::export(id),
            is_waiting,
            waiting,
            form,
            is_sent: asked.sent,
            s,
        },
    )
}
