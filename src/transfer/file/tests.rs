//! What a hostile signer wrote, in each kind of file.

use super::csv::CsvLines;
use super::line::ListContext;
use super::ndjson::JsonLines;
use crate::base::texts::csv::cell;
use crate::base::texts::csv_injection::defuse;
use crate::base::{Id, Time};
use crate::petition::{FieldMap, SignerField, Visibility};
use crate::signature::SignatureState;
use crate::transfer::column::Column;
use crate::transfer::preset::Preset;
use crate::transfer::store::{ExportedSigner, Signed};
use proptest::prelude::*;

const PAYLOADS: &str = include_str!("../../../tests/security/payloads/csv.txt");

fn payloads() -> Vec<String> {
    PAYLOADS
        .lines()
        .filter(|line| !line.starts_with("# "))
        .map(|line| serde_json::from_str(&format!("\"{line}\"")).expect(line))
        .collect()
}

fn list(preset: Preset) -> ListContext {
    ListContext {
        slug: "court-records".to_owned(),
        preset,
        columns: preset.columns(&Column::ALL).expect("columns"),
        ..ListContext::default()
    }
}

/// Somebody who wrote this everywhere.
fn with_row(text: &str, visibility: Visibility, mut see: impl FnMut(&Signed<'_>)) {
    let now = Time::parse("2026-11-21T21:10:00.123456Z").expect("a time");
    see(&Signed {
        id: Id::new(now),
        wording: Id::new(now),
        signed_at: now,
        confirmed_at: now,
        changed_at: now,
        lang: "en",
        source: Some(text),
        choice: Some(Id::from_bytes([7; 16])),
        signer: Some(ExportedSigner {
            name: text,
            email: text,
            fields: FieldMap::default()
                .with(SignerField::Role, Some(text))
                .with(SignerField::Place, Some(text))
                .with(SignerField::Postcode, Some(text))
                .with(SignerField::Country, Some(text)),
            replies: None,
            wants_updates: true,
            opted_in_to: None,
            visibility,
        }),
    });
}

fn csv_of(preset: Preset, texts: &[String], visibility: Visibility) -> Vec<u8> {
    let mut of = list(preset);
    if let Some(text) = texts.first() {
        of.promises.insert(Id::from_bytes([7; 16]), text.clone());
    }
    let mut table = CsvLines::new(&of, false, 0);
    for text in texts {
        with_row(text, visibility, |row| {
            table.line(SignatureState::Counted, row, Some(text));
        });
    }
    table.out
}

fn table(bytes: &[u8]) -> Vec<csv::StringRecord> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(bytes);
    reader
        .records()
        .map(|record| record.expect("a line"))
        .collect()
}

#[test]
fn no_payload_becomes_a_formula_and_every_row_has_its_cells() {
    let payloads = payloads();
    assert!(payloads.len() >= 120, "{} payloads", payloads.len());
    for preset in Preset::ALL {
        let rows = table(&csv_of(preset, &payloads, Visibility::Detail));
        assert_eq!(rows.len(), payloads.len() + 1);
        for (row, payload) in rows.iter().skip(1).zip(&payloads) {
            assert_eq!(row.len(), rows[0].len(), "{payload:?}");
            for cell in row {
                let bare = cell.trim_start_matches(|c: char| {
                    matches!(c, '"' | '\u{FEFF}') || (c.is_whitespace() && !c.is_control())
                });
                assert!(
                    !bare.starts_with([
                        '=', '+', '-', '@', '|', '%', '\t', '\r', '\n', '＝', '＋', '－', '＠'
                    ]),
                    "{payload:?} is {cell:?}"
                );
                assert!(!cell.contains(char::is_control), "{payload:?} is {cell:?}");
            }
        }
    }
}

#[test]
fn json_loses_nothing() {
    let of = list(Preset::Default);
    for payload in payloads() {
        let mut lines = JsonLines::new(&of, 0);
        with_row(&payload, Visibility::Counted, |row| {
            lines.line(SignatureState::Counted, row, None);
        });
        let value: serde_json::Value = serde_json::from_slice(&lines.out).expect("JSON");
        assert_eq!(value.get("full_name").expect("a name"), &payload);
        assert_eq!(value.get("email").expect("an address"), &payload);
        assert_eq!(value.get("opt_in"), Some(&serde_json::Value::Bool(true)));
        assert_eq!(value.get("reason"), Some(&serde_json::Value::Null));
        assert_eq!(
            value.as_object().expect("an object").len(),
            Column::ALL.len()
        );
    }
}

#[test]
fn times_are_told_to_the_second() {
    let row = &table(&csv_of(
        Preset::Default,
        &["Sam".to_owned()],
        Visibility::Counted,
    ))[1];
    assert!(
        row.iter().any(|cell| cell == "2026-11-21T21:10:00Z"),
        "{row:?}"
    );
}

#[test]
fn a_list_for_the_target_tells_what_everybody_sees() {
    let one = ["Amara Osei".to_owned()];
    let told = |visibility| {
        let row = &table(&csv_of(Preset::Delivery, &one, visibility))[1];
        let mut cells = [""; 5];
        for (cell, told) in cells.iter_mut().zip(row) {
            *cell = if told.is_empty() { "-" } else { "x" };
        }
        cells.concat()
    };
    // name, place, role, affiliation (she gave none), reason
    assert_eq!(told(Visibility::Counted), "----x");
    assert_eq!(told(Visibility::Place), "-x--x");
    assert_eq!(told(Visibility::Name), "x---x");
    assert_eq!(told(Visibility::Detail), "xxx-x");
}

#[test]
fn mailchimp_gets_texts_of_255_bytes() {
    for text in [
        "=".repeat(400),
        "é".repeat(400),
        format!("a{}", "\u{301}".repeat(400)),
    ] {
        let rows = table(&csv_of(Preset::Mailchimp, &[text], Visibility::Detail));
        for cell in &rows[1] {
            assert!(cell.len() <= 255, "{} bytes", cell.len());
        }
    }
}

#[test]
fn civicrm_is_told_who_does_not_want_mail() {
    let rows = table(&csv_of(
        Preset::CiviCrm,
        &["Sam Lee".to_owned()],
        Visibility::Counted,
    ));
    let at = rows[0]
        .iter()
        .position(|head| head == "No Bulk Emails (User Opt Out)");
    assert_eq!(
        rows[1].get(at.expect("a column")),
        Some("N"),
        "she said yes"
    );
}

proptest! {
    #[test]
    fn the_short_way_writes_what_the_long_way_would(text in "\\PC{0,24}") {
        let mut short = Vec::new();
        cell(&mut short, &text);
        let long = defuse(&text).replace('"', "\"\"");
        prop_assert_eq!(short, long.into_bytes());
    }

    #[test]
    fn what_is_written_is_read_back(text in "[A-Za-zé\" ,;\r\n']{0,24}") {
        let rows = table(&csv_of(Preset::Default, std::slice::from_ref(&text), Visibility::Counted));
        prop_assert_eq!(rows.len(), 2);
        let at = rows[0].iter().position(|head| head == "full_name").expect("a column");
        let safe = defuse(&text);
        prop_assert_eq!(rows[1].get(at).expect("a cell"), safe.as_ref());
    }
}

#[test]
fn a_workbook_holds_texts_alone_on_as_many_sheets_as_it_needs() {
    use super::xlsx::XlsxBook;
    use calamine::{Data, Reader, Xlsx};
    let mut payloads = payloads();
    payloads.truncate(50);
    let of = list(Preset::Default);
    let scratch = tempfile::tempdir().expect("a folder");
    let mut book = XlsxBook::of_sheets(&of, scratch.path(), 20).expect("a workbook");
    for text in &payloads {
        with_row(text, Visibility::Detail, |row| {
            book.line(SignatureState::Counted, row, None);
        });
    }
    let mut bytes = Vec::new();
    book.save(&mut bytes).expect("saved");
    let mut read: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes)).expect("a workbook");
    let mut names = Vec::new();
    for (name, rows) in [("List 1", 20), ("List 2", 20), ("List 3", 10)] {
        let sheet = read.worksheet_range(name).expect("a sheet");
        assert_eq!(sheet.height(), rows + 1, "{name}: its heads, and its rows");
        let heads = sheet.rows().next().expect("heads");
        let at = heads
            .iter()
            .position(|head| *head == Data::String("full_name".to_owned()));
        let at = at.expect("a column of names");
        for row in sheet.rows().skip(1) {
            let is_text = |cell: &Data| matches!(cell, Data::String(_) | Data::Empty);
            assert!(row.iter().all(is_text), "{row:?}");
            names.push(row[at].to_string());
        }
        let formulas = read.worksheet_formula(name).expect("a sheet");
        assert!(formulas.used_cells().next().is_none(), "{name}");
    }
    let bare = |text: &str| -> String { text.chars().filter(|c| !c.is_control()).collect() };
    for (name, payload) in names.iter().zip(&payloads) {
        assert_eq!(bare(name), bare(payload));
    }
}
