//! How long organizers wait for a page of a full list, whatever they look for.

use crate::Outcome;
use crate::seed::{self, Plot};
use std::path::Path;
use std::time::{Duration, Instant};
use undersigned::base::{Cursor, Id, Search};
use undersigned::db::{self, Conn, Db};
use undersigned::petition::Petition;
use undersigned::signature::SignatureState;
use undersigned::signature::console::chips::FacetNumbers;
use undersigned::signature::console::list::{confirmed, found};
use undersigned::signature::facet::Facet;

/// How often each is looked for.
const ROUNDS: usize = 5;

/// What is looked for: its name in the table, the state, words and facets.
type Look = (
    &'static str,
    Option<SignatureState>,
    &'static str,
    Vec<Facet>,
);

fn looks() -> Vec<Look> {
    let spanish = || Facet::Lang("es".to_owned());
    vec![
        ("newest", None, "", vec![]),
        ("newest-held", Some(SignatureState::Held), "", vec![]),
        ("common-word", None, "a", vec![]),
        ("two-words", None, "ana lib", vec![]),
        ("no-word", None, "zwetschgenkanarie", vec![]),
        ("address", None, "signer.1f@example.org", vec![]),
        ("said-yes", None, "", vec![Facet::SaidYes]),
        ("rare-facet", None, "", vec![spanish()]),
        ("facets", None, "", vec![Facet::SaidYes, Facet::Named]),
        ("word-and-facet", None, "a", vec![Facet::SaidYes]),
        (
            "held-facet",
            Some(SignatureState::Held),
            "",
            vec![Facet::SaidYes],
        ),
        ("held-word", Some(SignatureState::Held), "a", vec![]),
        (
            "held-no-word",
            Some(SignatureState::Held),
            "zwetschgenkanarie",
            vec![],
        ),
        (
            "removed-word",
            Some(SignatureState::Removed),
            "a",
            vec![Facet::Named],
        ),
    ]
}

/// Prints, for each that is looked for, its name, how many were found, and the most milliseconds that its first page or the page behind it
/// took; then the same of the numbers of the chips.
///
/// # Errors
/// A fault of the database.
pub fn measure(database: &str, secrets: &str) -> Outcome {
    let site = seed::site(Path::new(secrets))?;
    let db = Db::open(&database.parse()?)?;
    let petition = Plot::open(&db, &site)?.shown.petition.id;
    crate::block_on(run(db, petition))
}

async fn run(db: Db, petition: Id<Petition>) -> Outcome {
    for look in looks() {
        let name = look.0;
        let (rows, longest) = db.read(move |conn| timed(conn, petition, &look)).await?;
        println!("{name} {rows} {:.1}", longest.as_secs_f64() * 1e3);
    }
    let numbers = db.read(move |conn| {
        let mut longest = Duration::ZERO;
        for _ in 0..ROUNDS {
            let began = Instant::now();
            FacetNumbers::read(conn, petition)?;
            longest = longest.max(began.elapsed());
        }
        Ok::<_, db::Error>(longest)
    });
    println!("chips 0 {:.1}", numbers.await?.as_secs_f64() * 1e3);
    Ok(())
}

fn timed(
    conn: &mut Conn,
    petition: Id<Petition>,
    (_, state, words, facets): &Look,
) -> db::Result<(usize, Duration)> {
    let marks = facets.iter().map(Facet::mark).collect();
    let search = Search::marked(Search::parse(words), marks);
    let mut longest = Duration::ZERO;
    let mut rows = 0;
    for _ in 0..ROUNDS {
        let mut from: Option<Cursor> = None;
        for _ in 0..2 {
            let began = Instant::now();
            let page = match &search {
                Some(search) => found(conn, petition, *state, search, from.as_ref())?,
                None => confirmed(conn, petition, *state, from.as_ref())?,
            };
            longest = longest.max(began.elapsed());
            rows = rows.max(page.rows.len());
            from = page.next;
            if from.is_none() {
                break;
            }
        }
    }
    Ok((rows, longest))
}
