//! Story: an organizer looks for signers and takes the list.

use crate::support::exports::{list_form, pairs};
use crate::support::organizer::Browser;
use crate::support::signers::{sign, signer, wait};
use crate::support::world::{World, on_both};
use actix_web::http::StatusCode;
use undersigned::base::time::seconds;
use undersigned::base::{Id, Time};
use undersigned::petition::store::petitions;
use undersigned::petition::wording::write;
use undersigned::petition::{FieldMap, Petition, SignerField};
use undersigned::signature::{SignatureState, Signer};
use undersigned::transfer::Column;
use undersigned::web::urls;

const PAYLOADS: &str = include_str!("../security/payloads/csv.txt");

fn names(body: &str) -> Vec<String> {
    body.split("<a class=\"nm\" href=\"")
        .skip(1)
        .filter_map(|rest| rest.split_once("<bdi dir=\"auto\">"))
        .map(|(_, rest)| rest.split('<').next().unwrap().to_owned())
        .collect()
}

fn link(body: &str, rel: &str) -> Option<String> {
    let (_, rest) = body.split_once(&format!("rel=\"{rel}\" href=\""))?;
    Some(
        rest.split('"')
            .next()?
            .replace("&#38;", "&")
            .replace("&amp;", "&"),
    )
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_signer_is_found_by_the_beginning_of_any_word() {
    on_both(|world| async move {
        world.has_ana().await;
        let ana = world.ana().await;
        let id = world.open_letter(&ana).await;
        let now = world.now();
        let mut lucia = signer("Lucía Fernández-Prieto");
        lucia.fields[SignerField::Role] = Some("Teacher/Librarian".to_owned());
        lucia.fields[SignerField::Affiliation] = Some("Straße der Łódź".to_owned());
        let obrien = Signer {
            email: "pat.obrien+x@law.example.org".to_owned(),
            ..signer("Pat O’Brien")
        };
        sign(
            &world.app().db,
            id,
            SignatureState::Counted,
            vec![lucia, obrien],
            now,
        )
        .await;
        sign(
            &world.app().db,
            id,
            SignatureState::Held,
            vec![signer("Lucian Held")],
            now,
        )
        .await;
        wait(&world.app().db, id, signer("Lucille Waits"), now).await;
        for (typed, state, found) in [
            ("luc", "all", &["Lucian Held", "Lucía Fernández-Prieto"][..]),
            ("LUCÍA-f", "all", &["Lucía Fernández-Prieto"]),
            ("luc", "held", &["Lucian Held"]),
            ("prie fern", "all", &["Lucía Fernández-Prieto"]),
            ("librarian", "counted", &["Lucía Fernández-Prieto"]),
            ("strasse lodz", "all", &["Lucía Fernández-Prieto"]),
            ("pat.obrien+x@law.example.org", "all", &["Pat O’Brien"]),
            ("o'brien", "all", &["Pat O’Brien"]),
            ("law", "counted", &["Pat O’Brien", "Lucía Fernández-Prieto"]),
            ("ucía", "all", &[]),
            ("nobody", "all", &[]),
        ] {
            let page = ana.gets(&ana.looks_for(id, state, typed).await).await;
            assert_eq!(page.status, StatusCode::OK, "{typed}");
            let mut seen = names(&page.body);
            let mut expected: Vec<String> = found.iter().map(|name| (*name).to_owned()).collect();
            seen.sort();
            expected.sort();
            if typed == "law" {
                // "Law student" is everybody's role but Lucía's: every word counts
                expected = vec!["Pat O’Brien".to_owned()];
            }
            assert_eq!(seen, expected, "{typed} {state}");
        }
        for nothing in [
            "\"",
            "*",
            "' or 1=1 --",
            "a\" OR \"b",
            "NEAR(",
            "&|!:*",
            "()",
        ] {
            let page = ana.gets(&ana.looks_for(id, "all", nothing).await).await;
            assert_eq!(page.status, StatusCode::OK, "{nothing}");
        }
        let waiting = ana.gets(&urls::signatures_at(id, "waiting", "", "")).await;
        assert_eq!(names(&waiting.body).len(), 0);
        assert!(
            waiting
                .body
                .contains("One form has not been confirmed by email yet.")
        );
        for state in ["all", "waiting", "counted"] {
            let path = ana.looks_for(id, state, "lucille").await;
            let page = ana.gets(&path).await.body.replace("value=\"lucille\"", "");
            assert!(
                !page.contains("Lucille") && !page.contains("lucillewaits"),
                "{page}"
            );
        }
        let none = ana
            .gets(&urls::signatures_at(id, "withdrawn", "", ""))
            .await;
        assert!(none.body.contains("Nobody has withdrawn."));
        let none = ana.gets(&ana.looks_for(id, "all", "lópez").await).await;
        assert!(none.body.contains("No signer matches “lópez”."));
    })
    .await;
}

/// Turns the pages to the end while others go on signing, then back: each name once, in order.
async fn turned(world: &World, ana: &Browser, id: Id<Petition>, first: String) -> Vec<String> {
    let mut seen = Vec::new();
    let mut late = i64::try_from(first.len()).unwrap() * 100;
    let mut path = Some(first);
    let mut last = String::new();
    while let Some(here) = path {
        let page = ana.gets(&here).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.body);
        seen.extend(names(&page.body));
        path = link(&page.body, "next");
        last = here;
        late += 1;
        let at = Time::from_micros(world.now().micros() + 900_000_000 + late);
        sign(
            &world.app().db,
            id,
            SignatureState::Counted,
            vec![signer(&format!("Late {late}"))],
            at,
        )
        .await;
    }
    let page = ana.gets(&last).await;
    let back = ana.gets(&link(&page.body, "prev").unwrap()).await;
    let before = names(&back.body);
    let place = seen.iter().position(|name| *name == before[0]).unwrap();
    assert_eq!(before, &seen[place..place + 100]);
    seen
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pages_stay_where_they_are_while_people_sign() {
    on_both(|world| async move {
        world.has_ana().await;
        let ana = world.ana().await;
        let id = world.open_letter(&ana).await;
        let now = world.now();
        let many: Vec<Signer> = (0..250)
            .map(|n| signer(&format!("Person {n:03}")))
            .collect();
        let mut expected: Vec<String> = many.iter().map(|one| one.name.clone()).collect();
        expected.reverse();
        sign(&world.app().db, id, SignatureState::Counted, many, now).await;
        let listed = turned(&world, &ana, id, urls::signatures(id)).await;
        assert_eq!(listed, expected);
        let found = ana.looks_for(id, "counted", "person harlow").await;
        assert_eq!(turned(&world, &ana, id, found).await, expected);
        let broken = ana
            .gets(&format!("{}?after=nonsense", urls::signatures(id)))
            .await;
        assert_eq!(broken.status, StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}

fn payloads() -> Vec<String> {
    PAYLOADS
        .lines()
        .filter(|line| !line.starts_with("# "))
        .map(|line| serde_json::from_str(&format!("\"{line}\"")).expect(line))
        .filter(|text: &String| !text.contains('\0'))
        .collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_list_is_taken_whole_and_no_cell_computes() {
    on_both(|world| async move {
        world.has_ana().await;
        let ana = world.ana().await;
        let id = world.open_letter(&ana).await;
        let now = world.now();
        let texts = payloads();
        let signers: Vec<Signer> = texts
            .iter()
            .map(|text| Signer {
                name: text.clone(),
                fields: FieldMap::default().with(SignerField::Role, Some(text.clone())),
                ..signer("Anybody")
            })
            .collect();
        sign(&world.app().db, id, SignatureState::Counted, signers, now).await;
        sign(
            &world.app().db,
            id,
            SignatureState::Held,
            vec![signer("Held One")],
            now,
        )
        .await;
        wait(&world.app().db, id, signer("Not Yet"), now).await;
        world.meanwhile(seconds(2));
        let path = urls::export(id);
        let page = ana.gets(&path).await;
        assert!(page.body.contains("Export signatures") && page.body.contains("version 1"));

        let whole = |fields: &[(&str, &str)]| list_form(fields, &Column::ALL);
        let nothing = whole(&[("format", "csv")]);
        let nothing = ana.presses(&page, &path, &pairs(&nothing)).await;
        assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(ana.gets(&path).await.header("content-disposition"), None);

        let file = ana
            .presses(
                &page,
                &path,
                &pairs(&whole(&[("format", "csv"), ("bom", "1"), ("counted", "1")])),
            )
            .await;
        assert_eq!(file.status, StatusCode::OK, "{}", file.body);
        assert_eq!(world.mails().await.len(), 1, "that a list was taken");
        assert_eq!(file.header("content-type"), Some("text/csv; charset=utf-8"));
        assert!(
            file.header("content-disposition")
                .unwrap()
                .contains("open-the-records-2026-11-21.csv")
        );
        let body = file
            .body
            .strip_prefix('\u{FEFF}')
            .expect("a byte order mark");
        let mut reader = csv::Reader::from_reader(body.as_bytes());
        let header = reader.headers().unwrap().clone();
        let column = |name: &str| header.iter().position(|one| one == name).unwrap();
        let rows: Vec<_> = reader.records().map(|row| row.unwrap()).collect();
        assert_eq!(rows.len(), texts.len());
        let wording = world
            .app()
            .db
            .read(move |conn| petitions::texts(conn, id))
            .await
            .unwrap()
            .remove(0);
        let hash: String = write::sha256(&wording, &[])
            .iter()
            .map(|b| format!("{b:02x}"))
            .collect();
        for row in &rows {
            assert!(
                row.iter()
                    .all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r'])),
                "{row:?}"
            );
            assert_eq!(row.get(column("status")), Some("counted"));
            assert_eq!(row.get(column("petition")), Some("open-the-records"));
            assert_eq!(row.get(column("wording")), Some(hash.as_str()));
            assert_eq!(
                row.get(column("signed_at")).map(|at| at.len() >= 20),
                Some(true)
            );
        }

        let file = ana
            .presses(
                &page,
                &path,
                &pairs(&whole(&[
                    ("format", "ndjson"),
                    ("counted", "1"),
                    ("held", "1"),
                ])),
            )
            .await;
        let lines: Vec<serde_json::Value> = file
            .body
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        assert_eq!(lines.len(), texts.len() + 1);
        let named = |line: &serde_json::Value| line["full_name"].as_str().unwrap().to_owned();
        assert_eq!(
            lines
                .iter()
                .take(texts.len())
                .map(named)
                .collect::<Vec<_>>(),
            texts
        );
        assert_eq!(lines.last().unwrap()["status"], "held");

        let some = ana
            .presses(
                &page,
                &path,
                &pairs(&whole(&[
                    ("format", "ndjson"),
                    ("held", "1"),
                    ("opted_in", "1"),
                ])),
            )
            .await;
        assert_eq!(some.body.lines().count(), 1, "{}", some.body);
        let none = ana
            .presses(
                &page,
                &path,
                &pairs(&whole(&[("format", "ndjson"), ("removed", "1")])),
            )
            .await;
        assert_eq!((none.status, none.body.as_str()), (StatusCode::OK, ""));
        let unguarded = ana
            .posts(&path, &[("format", "csv"), ("counted", "1")])
            .await;
        assert_eq!(unguarded.status, StatusCode::FORBIDDEN);
    })
    .await;
}
