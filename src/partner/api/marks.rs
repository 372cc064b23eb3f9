//! Pages by number of lists that are kept by key. A walk over all keys marks where each page begins, and is kept in memory: page 40,000
//! of a million then is a seek like the first one. Nobody walks twice within ten seconds.

use super::filter::model::{Filter, Value};
use crate::account::model::Organization;
use crate::base::time::seconds;
use crate::base::{Email, Id, Time};
use crate::count::cache::CountCache;
use crate::db::{self, Conn, Db};
use crate::petition::Petition;
use crate::signature::links::Links;
use crate::signature::model::{Signature, SignatureState};
use crate::signature::store::read::{self, Signed};
use crate::signature::store::{identifiers, walk};
use parking_lot::Mutex;
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;

/// Signatures between two marks.
const MARKED: i64 = 25;
/// How long a walk is as good as a new one.
const KEPT: Duration = seconds(10);
/// Walks in memory: of a million signatures each is a megabyte.
const MOST: usize = 32;
/// Walks at once: each holds a connection.
const AT_ONCE: usize = 2;
/// Rows read at once: keys, keys with times, whole rows.
const READ: (i64, i64, i64) = (50_000, 10_000, 1_000);

/// What is listed: counted signatures of these petitions, those of the first first.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Listed {
    /// Of which petitions.
    pub petitions: Vec<Id<Petition>>,
    /// As it was written; empty: all.
    pub written: String,
    /// Whether people are: those whose details are kept.
    pub are_people: bool,
}

/// Behind what a page begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct PageMark {
    petition: usize,
    after: Option<Id<Signature>>,
}

/// Where pages begin.
struct Walk {
    made_at: Time,
    version: i64,
    total: i64,
    marks: Vec<PageMark>,
}

/// The walks of an instance.
pub struct Walks {
    kept: Mutex<HashMap<Listed, Arc<Walk>>>,
    walking: Semaphore,
}

impl Default for Walks {
    fn default() -> Self {
        Self {
            kept: Mutex::default(),
            walking: Semaphore::new(AT_ONCE),
        }
    }
}

/// What a page is read with.
pub(super) struct Reader<'a> {
    /// The database.
    pub db: &'a Db,
    /// The numbers: while none of them changes, a walk stays good.
    pub count_cache: &'a CountCache,
    /// By which an address is found.
    pub links: &'a Links,
    /// Whose programs' names are meant.
    pub organization: Id<Organization>,
    /// Now.
    pub now: Time,
}

/// A page, and how many there are on all.
pub(super) struct FoundPage {
    /// On all pages.
    pub total: i64,
    /// In their order.
    pub found: Vec<Signed>,
}

impl Walks {
    /// The page of what is listed that begins behind so many.
    ///
    /// # Errors
    /// A fault of the database.
    pub(super) async fn page(
        &self,
        reader: &Reader<'_>,
        listed: Listed,
        filter: Option<Filter>,
        (before, most): (i64, i64),
    ) -> db::Result<FoundPage> {
        let filter = match filter {
            Some(filter) => {
                let resolved = resolved(reader, filter).await?;
                Some(Arc::new(resolved))
            }
            None => None,
        };
        if let Some(filter) = &filter
            && let Some(found) = sought(reader, &listed, filter).await?
        {
            let total = i64::try_from(found.len()).unwrap_or(i64::MAX);
            let skipped = usize::try_from(before).unwrap_or(usize::MAX);
            let most = usize::try_from(most).unwrap_or(usize::MAX);
            let found = found.into_iter().skip(skipped).take(most).collect();
            return Ok(FoundPage { total, found });
        }
        let walk = self.walk(reader, &listed, filter.clone()).await?;
        let place = usize::try_from(before / MARKED).unwrap_or(usize::MAX);
        let Some(mark) = walk
            .marks
            .get(place)
            .copied()
            .filter(|_| before < walk.total)
        else {
            return Ok(FoundPage {
                total: walk.total,
                found: Vec::new(),
            });
        };
        // no more than was counted: who came since is on the page of the next walk
        let most = most.min(walk.total - before);
        let read = move |conn: &mut Conn| {
            page_from(
                conn,
                &listed,
                filter.as_deref(),
                mark,
                (before % MARKED, most),
            )
        };
        Ok(FoundPage {
            total: walk.total,
            found: reader.db.read(read).await?,
        })
    }

    /// A walk that is good enough, made anew where there is none.
    async fn walk(
        &self,
        reader: &Reader<'_>,
        listed: &Listed,
        filter: Option<Arc<Filter>>,
    ) -> db::Result<Arc<Walk>> {
        let version = (listed.petitions.iter())
            .map(|id| reader.count_cache.standing(id.cast()).version)
            .fold(0, i64::wrapping_add);
        let is_good = |walk: &Arc<Walk>| {
            // what a filter looks at can change without the number
            let is_same = walk.version == version && listed.written.is_empty();
            is_same || reader.now.since(walk.made_at) < KEPT
        };
        let kept = || self.kept.lock().get(listed).cloned().filter(is_good);
        if let Some(walk) = kept() {
            return Ok(walk);
        }
        let place = self.walking.acquire().await;
        if let Some(walk) = kept() {
            return Ok(walk);
        }
        let (here, now) = (listed.clone(), reader.now);
        let whole = move |conn: &mut Conn| marks(conn, &here, filter.as_deref());
        let (total, marks) = reader.db.read(whole).await?;
        drop(place);
        let walk = Arc::new(Walk {
            made_at: now,
            version,
            total,
            marks,
        });
        let mut kept = self.kept.lock();
        if kept.len() >= MOST && !kept.contains_key(listed) {
            let oldest = kept.iter().min_by_key(|(_, walk)| walk.made_at);
            if let Some(oldest) = oldest.map(|(listed, _)| listed.clone()) {
                kept.remove(&oldest);
            }
        }
        kept.insert(listed.clone(), Arc::clone(&walk));
        Ok(walk)
    }
}

/// The filter with the ids of the signatures in the place of the names that programs have for them.
///
/// # Errors
/// A fault of the database.
async fn resolved(reader: &Reader<'_>, filter: Filter) -> db::Result<Filter> {
    let names = filter.identifiers();
    if names.is_empty() {
        return Ok(filter);
    }
    let organization = reader.organization;
    let look = move |conn: &mut Conn| identifiers::find_all(conn, organization, &names);
    let ids = reader.db.read(look).await?;
    Ok(filter.identified(&|name| ids.get(name).map(ToString::to_string)))
}

/// What a filter says of a signature.
fn means(filter: Option<&Filter>, one: &Signed) -> bool {
    filter.is_none_or(|filter| filter.means(&|field| values(field, one)))
}

/// The fields that a walk without details knows.
const DATED: [&str; 4] = ["identifier", "created_date", "modified_date", "action_date"];

fn dated_values(field: &str, (id, signed_at, changed_at): &walk::Dated) -> Vec<Value> {
    vec![match field {
        "identifier" => Value::text(&id.to_string()),
        "modified_date" => Value::time(*changed_at),
        _ => Value::time(*signed_at),
    }]
}

fn values(field: &str, one: &Signed) -> Vec<Value> {
    let signature = &one.signature;
    if DATED.contains(&field) {
        let dated = (signature.id, signature.signed_at, signature.changed_at);
        return dated_values(field, &dated);
    }
    let Some(signer) = &one.signer else {
        return Vec::new();
    };
    let [_, _, place, postcode, _] = signer.fields.clone().into_array();
    let (given, family) = crate::transfer::names::split(&signer.name, signature.lang.as_str());
    let text = match field {
        "given_name" => Some(given.to_owned()),
        "family_name" => Some(family.to_owned()),
        "email_address" | "email" => Some(signer.email.clone()),
        "region" => place,
        "postal_code" => postcode,
        _ => None,
    };
    text.map(|text| Value::text(&text)).into_iter().collect()
}

/// What a filter means that names one key or one address: seeks, and no walk.
async fn sought(
    reader: &Reader<'_>,
    listed: &Listed,
    filter: &Arc<Filter>,
) -> db::Result<Option<Vec<Signed>>> {
    let address = ["email_address", "email"]
        .iter()
        .find_map(|name| filter.only(name));
    let id = filter.only("identifier");
    if address.is_none() && id.is_none() {
        return Ok(None);
    }
    let id: Option<Id<Signature>> = id.and_then(|id| Id::parse(id).ok());
    let email =
        address.and_then(|address| Email::parse(address, crate::base::Strictness::Testing).ok());
    let keys: Vec<_> = (listed.petitions.iter())
        .filter_map(|petition| {
            let email = email.as_ref()?;
            Some((*petition, reader.links.address_keys(*petition, email)))
        })
        .collect();
    let (petitions, filter) = (listed.petitions.clone(), Arc::clone(filter));
    let are_people = listed.are_people;
    let seek = move |conn: &mut Conn| {
        let mut ids: Vec<_> = id.into_iter().collect();
        for (petition, keys) in &keys {
            ids.extend(read::of_address(conn, *petition, keys)?);
        }
        let mut found = read::by_ids(conn, &ids)?;
        found.retain(|one| {
            let signature = &one.signature;
            signature.state == SignatureState::Counted
                && (one.signer.is_some() || !are_people)
                && petitions.contains(&signature.petition)
                && means(Some(&filter), one)
        });
        found.sort_by_key(|one| (one.signature.petition, one.signature.id));
        Ok(found)
    };
    reader.db.read(seek).await.map(Some)
}

/// Walks over everything: how much a filter means, and a mark behind each so many of it.
fn marks(
    conn: &mut Conn,
    listed: &Listed,
    filter: Option<&Filter>,
) -> db::Result<(i64, Vec<PageMark>)> {
    let (mut total, mut all) = (0, Vec::new());
    for (petition, id) in listed.petitions.iter().enumerate() {
        let mut after = None;
        loop {
            let before = after;
            let whose = (*id, listed.are_people);
            let (read, found) = step(conn, whose, after, filter)?;
            let mut previous = before;
            for (key, is_meant) in &found {
                if *is_meant {
                    if total % MARKED == 0 {
                        all.push(PageMark {
                            petition,
                            after: previous,
                        });
                    }
                    total += 1;
                }
                previous = Some(*key);
            }
            after = previous;
            if i64::try_from(found.len()).unwrap_or(i64::MAX) < read {
                break;
            }
        }
    }
    Ok((total, all))
}

/// The next keys, and whether each is meant, read as cheaply as the filter allows; with how many were asked for.
#[expect(clippy::type_complexity, reason = "a number, and a list of pairs")]
fn step(
    conn: &mut Conn,
    (petition, are_people): (Id<Petition>, bool),
    after: Option<Id<Signature>>,
    filter: Option<&Filter>,
) -> db::Result<(i64, Vec<(Id<Signature>, bool)>)> {
    let (keys, dated, whole) = READ;
    let Some(filter) = filter else {
        let read = match are_people {
            true => walk::keys_of_people,
            false => walk::keys,
        };
        let found = read(conn, petition, after, keys)?;
        return Ok((keys, found.into_iter().map(|key| (key, true)).collect()));
    };
    if !are_people && filter.fields().iter().all(|field| DATED.contains(field)) {
        let found = walk::dated(conn, petition, after, dated)?;
        let one = |one: walk::Dated| {
            (
                one.0,
                filter.means(&|field: &str| dated_values(field, &one)),
            )
        };
        return Ok((dated, found.into_iter().map(one).collect()));
    }
    let found = read::oldest(conn, petition, SignatureState::Counted, after, whole)?;
    let one = |one: Signed| {
        let is_there = one.signer.is_some() || !are_people;
        (one.signature.id, is_there && means(Some(filter), &one))
    };
    Ok((whole, found.into_iter().map(one).collect()))
}

/// Reads on from a mark: passes over `skipped` of what is meant, and gives `most`.
fn page_from(
    conn: &mut Conn,
    listed: &Listed,
    filter: Option<&Filter>,
    mark: PageMark,
    (skipped, most): (i64, i64),
) -> db::Result<Vec<Signed>> {
    let (skip, most) = (
        usize::try_from(skipped).unwrap_or_default(),
        usize::try_from(most).unwrap_or_default(),
    );
    let step = match filter {
        None => skipped + i64::try_from(most).unwrap_or(MARKED),
        Some(_) => READ.2,
    };
    let (mut after, mut found) = (mark.after, Vec::new());
    for petition in listed.petitions.iter().skip(mark.petition) {
        loop {
            let rows = read::oldest(conn, *petition, SignatureState::Counted, after, step)?;
            let is_last = i64::try_from(rows.len()).unwrap_or(i64::MAX) < step;
            after = rows.last().map(|one| one.signature.id).or(after);
            let is_there = |one: &Signed| one.signer.is_some() || !listed.are_people;
            found.extend(
                rows.into_iter()
                    .filter(|one| is_there(one) && means(filter, one)),
            );
            if found.len() >= skip + most {
                found.truncate(skip + most);
                found.drain(..skip);
                return Ok(found);
            }
            if is_last {
                break;
            }
        }
        after = None;
    }
    found.drain(..skip.min(found.len()));
    Ok(found)
}
