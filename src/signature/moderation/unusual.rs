//! Notices what is unusual among those who signed in the last hour: many at once from one mail domain that hardly anybody had before, or under
//! one name. Who they are is gathered and put before the organizers; nothing is moved by it, and new ones go on being counted: a school whose
//! students come all at once looks the same as an attack.

use super::selection::{self, Selection};
use crate::base::time::{days, hours};
use crate::base::{Id, Time, fold};
use crate::count::store::tallies;
use crate::db::{Conn, Db, Result, Tx};
use crate::petition::Petition;
use crate::signature::batch::{BatchAct, NOBODY, SignatureBatch};
use crate::signature::condition::{Candidate, Condition};
use crate::signature::model::SignatureState;
use crate::signature::store::{batches, read};
use std::collections::BTreeMap;
use std::time::Duration;

/// How far it looks back.
const LATELY: Duration = hours(1);
/// Most of that hour, and of those before it, that are looked at.
const READ: (i64, i64) = (5_000, 2_000);
/// Fewest of that hour, and of those before it, of which anything can be said.
const FEWEST: (usize, usize) = (50, 100);
/// How long the same is not proposed again.
const QUIET: Duration = days(7);
/// Proposals that are looked through for the same.
const KNOWN: i64 = 100;

/// From which number on, and from which share of the hour on (one in so many), something is many.
struct Many {
    least: usize,
    one_in: usize,
}

/// More than 30 of one domain and more than one in twenty.
const OF_DOMAIN: Many = Many {
    least: 31,
    one_in: 20,
};
/// More than five of one name and more than one in a hundred.
const OF_NAME: Many = Many {
    least: 6,
    one_in: 100,
};
/// How many times more often than before something has to be.
const TIMES: usize = 10;

/// What is looked at of a signer.
type Seen<'a> = (&'a str, &'a str);

/// Looks at each of these petitions, and gathers what is unusual. How many batches were begun.
///
/// # Errors
/// A fault of the database; what was not looked at is looked at the next time.
pub async fn watch(db: &Db, petitions: Vec<Id<Petition>>, now: Time) -> Result<usize> {
    let mut begun = 0;
    for petition in petitions {
        let found = db.read(move |conn| look(conn, petition, now)).await?;
        for condition in found {
            let is_new = db.write(move |tx| propose(tx, petition, condition, now));
            if is_new.await? {
                tracing::info!(%petition, "something unusual among signatures is put before organizers");
                begun += 1;
            }
        }
    }
    Ok(begun)
}

/// Puts it before the organizers, unless it was lately.
fn propose(
    tx: &mut Tx<'_>,
    petition: Id<Petition>,
    condition: Condition,
    now: Time,
) -> Result<bool> {
    // whoever else looks at this very moment waits here
    tallies::lock_counts(tx, &[petition.cast()])?;
    let known = batches::newest(tx, petition, None, KNOWN)?;
    let is_known = known.iter().any(|batch| {
        let there = batch.condition.as_ref();
        now.since(batch.proposed_at) < QUIET
            && there.is_some_and(|there| {
                (&there.domain, &there.name) == (&condition.domain, &condition.name)
            })
    });
    if is_known {
        return Ok(false);
    }
    let batch = SignatureBatch::begun(petition, BatchAct::Hold, NOBODY, now);
    selection::begin(tx, batch, Selection::Found(condition))?;
    Ok(true)
}

fn look(conn: &mut Conn, petition: Id<Petition>, now: Time) -> Result<Vec<Condition>> {
    let since = now.minus(LATELY);
    let begin = Id::first_of(since);
    let counted = SignatureState::Counted;
    let lately = batches::candidates(conn, (petition, counted), Some(begin), READ.0)?;
    if lately.len() < FEWEST.0 {
        return Ok(Vec::new());
    }
    let before = read::newest(conn, petition, counted, Some(begin), READ.1)?;
    let before = before.iter().filter_map(|one| one.signer.as_ref());
    let before: Vec<Seen<'_>> = before
        .map(|signer| (signer.name.as_str(), signer.email.as_str()))
        .collect();
    let named = |one: &Candidate| !one.email.is_empty();
    let lately: Vec<_> = lately.into_iter().filter(named).collect();
    let seen: Vec<Seen<'_>> = lately
        .iter()
        .map(|one| (one.name.as_str(), one.email.as_str()))
        .collect();
    Ok(unusual(&seen, &before, since))
}

fn domain((_, email): &Seen<'_>) -> String {
    let (_, domain) = email.rsplit_once('@').unwrap_or_default();
    domain.to_lowercase()
}

fn name((name, _): &Seen<'_>) -> String {
    fold(name)
}

/// What is far more frequent lately than it was before; nothing where there is too little to hold it against.
fn unusual(lately: &[Seen<'_>], before: &[Seen<'_>], since: Time) -> Vec<Condition> {
    if lately.len() < FEWEST.0 || before.len() < FEWEST.1 {
        return Vec::new();
    }
    let of = |domain: Option<String>, name: Option<String>| Condition {
        domain,
        name,
        since: Some(since),
        ..Condition::default()
    };
    let domains = frequent(lately, before, domain, &OF_DOMAIN).into_iter();
    let names = frequent(lately, before, name, &OF_NAME).into_iter();
    domains
        .map(|domain| of(Some(domain), None))
        .chain(names.map(|name| of(None, Some(name))))
        .collect()
}

fn frequent(
    lately: &[Seen<'_>],
    before: &[Seen<'_>],
    what: fn(&Seen<'_>) -> String,
    many: &Many,
) -> Vec<String> {
    let count = |seen: &[Seen<'_>]| {
        let mut all: BTreeMap<String, usize> = BTreeMap::new();
        for one in seen {
            *all.entry(what(one)).or_default() += 1;
        }
        all
    };
    let (now, then) = (count(lately), count(before));
    let is_unusual = |(key, n): &(String, usize)| {
        let was = then.get(key).copied().unwrap_or_default();
        !key.is_empty()
            && *n >= many.least
            && n * many.one_in > lately.len()
            // n of lately to was of before
            && n * before.len() > TIMES * was * lately.len()
    };
    now.into_iter()
        .filter(is_unusual)
        .map(|(key, _)| key)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// So many people of a domain, each with a name of their own.
    fn people(domain: &str, many: usize) -> Vec<(String, String)> {
        let one = |n: usize| (format!("{domain} {n}"), format!("p{n}@{domain}"));
        (0..many).map(one).collect()
    }

    fn found(lately: &[(String, String)], before: &[(String, String)]) -> Vec<String> {
        fn seen(all: &[(String, String)]) -> Vec<Seen<'_>> {
            all.iter()
                .map(|(name, email)| (name.as_str(), email.as_str()))
                .collect()
        }
        let all = unusual(&seen(lately), &seen(before), Time::from_micros(0));
        let said = all.into_iter().map(|one| one.domain.or(one.name));
        said.map(Option::unwrap_or_default).collect()
    }

    #[test]
    fn many_at_once_of_a_domain_that_nobody_had_are_unusual() {
        let before = people("harlow.example", 400);
        let usual = people("harlow.example", 60);
        let attack = people("throwaway.example", 31);
        assert_eq!(found(&usual, &before), Vec::<String>::new(), "as ever");
        let both = [usual.clone(), attack.clone()].concat();
        assert_eq!(found(&both, &before), ["throwaway.example"]);
        let few = [usual.clone(), people("throwaway.example", 30)].concat();
        assert_eq!(found(&few, &before), Vec::<String>::new(), "thirty are few");
        let crowd = [people("harlow.example", 900), attack.clone()].concat();
        assert_eq!(
            found(&crowd, &before),
            Vec::<String>::new(),
            "one in thirty"
        );
        let known = [before.clone(), people("throwaway.example", 40)].concat();
        assert_eq!(
            found(&both, &known),
            Vec::<String>::new(),
            "some had it before"
        );
        assert_eq!(
            found(&both, &people("harlow.example", 99)),
            Vec::<String>::new(),
            "too new"
        );
        assert_eq!(
            found(&attack, &before),
            Vec::<String>::new(),
            "a quiet hour"
        );
    }

    #[test]
    fn so_are_many_of_one_name() {
        let before = people("harlow.example", 400);
        let mut lately = people("harlow.example", 60);
        let fake = |n: usize| ("Mickey  MOUSE".to_owned(), format!("m{n}@harlow.example"));
        lately.extend((0..5).map(fake));
        assert_eq!(
            found(&lately, &before),
            Vec::<String>::new(),
            "five are few"
        );
        lately.push(fake(5));
        assert_eq!(found(&lately, &before), [fold("Mickey  MOUSE")]);
    }
}
