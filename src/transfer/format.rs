//! How a signature is written: as a line of a table that spreadsheets and CRMs read, or as a
//! line of JSON that loses nothing.

use super::replies::{ReplyColumns, ReplyRecord};
use super::store::{ExportedSigner, Signed};
use crate::base::Id;
use crate::base::texts::csv::{NEXT, cell};
use crate::petition::{FieldMap, Founder, PledgeOption, SignerField, Wording};
use crate::signature::SignatureState;
use serde::Serialize;
use std::collections::HashMap;
use std::io::Write;

/// The form of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Comma-separated: every field quoted, CRLF (RFC 4180), no cell a formula.
    Csv,
    /// One JSON object a line.
    Ndjson,
}

impl Format {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Csv, Self::Ndjson];

    /// The word of form and command line, and the file's ending.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Ndjson => "ndjson",
        }
    }

    /// Reads [`Format::as_str`] back.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
    }

    /// Its media type.
    #[must_use]
    pub(crate) fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Ndjson => "application/x-ndjson",
        }
    }
}

/// Columns that CRMs know by name, then ours. None ends in `id` and none holds `contac`: CiviCRM
/// takes such a column for its own internal number and writes over strangers.
pub(crate) const HEADER: &str = "email,first_name,last_name,phone_number,address1,address2,city,state,\
zip_code,country,language,source,opt_in,signed_at,status,comment,tag_list,petition,signer_ref,\
role,affiliation,full_name,visibility,opt_in_organizations,wording,promise";

/// What every line of a list shares.
#[derive(Debug, Default)]
pub struct ListContext {
    /// The petition's place in addresses.
    pub slug: String,
    /// The SHA-256 of each wording, written out.
    pub wordings: HashMap<Id<Wording>, String>,
    /// The founding organizations whose consents the list tells, in order.
    pub founders: Vec<Founder>,
    /// The promises there are to choose from, in the petition's own language.
    pub promises: HashMap<Id<PledgeOption>, String>,
    /// What was answered to the organizers' own questions.
    pub replies: ReplyColumns,
}

impl ListContext {
    /// What was promised, in the words it has now.
    fn promise(&self, row: &Signed<'_>) -> Option<&str> {
        self.promises.get(&row.choice?).map(String::as_str)
    }

    /// The founding organizations that may write to this signer.
    fn names(&self, signer: Option<&ExportedSigner<'_>>) -> Vec<&str> {
        let given = signer.map(ExportedSigner::founders).unwrap_or_default();
        let told = self.founders.iter().filter(|one| given.contains(&one.id));
        told.map(|one| one.name.as_str()).collect()
    }
}

/// Hexadecimal, small letters.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Writes the header line.
pub fn header(out: &mut Vec<u8>, of: &ListContext) {
    for (at, name) in HEADER.split(',').enumerate() {
        if at > 0 {
            out.push(b',');
        }
        out.push(b'"');
        out.extend_from_slice(name.as_bytes());
        out.push(b'"');
    }
    of.replies.header(out);
    out.extend_from_slice(b"\r\n");
}

/// First and last name, where a name is two words of Latin letters; any other is all first name.
/// A guess, for tools that ask for two fields: `full_name` is what the signer wrote.
#[must_use]
pub fn split(name: &str) -> (&str, &str) {
    let is_word = |word: &str| {
        !word.is_empty()
            && word.chars().all(|c| {
                matches!(c, 'A'..='Z' | 'a'..='z' | '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' | '\'' | '’' | '-' | '.')
            })
    };
    match name.split_once(' ') {
        Some((first, last)) if is_word(first) && is_word(last) => (first, last),
        _ => (name, ""),
    }
}

/// Writes one line of the table.
pub fn csv(out: &mut Vec<u8>, of: &ListContext, state: SignatureState, row: &Signed<'_>) {
    let signer = row.signer.as_ref();
    let name = signer.map_or("", |signer| signer.name);
    let (first, last) = split(name);
    let yes = |said: Option<bool>| match said {
        Some(true) => "Y",
        Some(false) => "N",
        None => "",
    };
    out.push(b'"');
    cell(out, signer.map_or("", |signer| signer.email));
    out.extend_from_slice(NEXT);
    cell(out, first);
    out.extend_from_slice(NEXT);
    cell(out, last);
    // Phone and street are not asked for.
    out.extend_from_slice(b"\",\"\",\"\",\"\",\"");
    cell(out, field(signer, SignerField::Place));
    // Neither is the state.
    out.extend_from_slice(b"\",\"\",\"");
    cell(out, field(signer, SignerField::Postcode));
    out.extend_from_slice(NEXT);
    cell(out, field(signer, SignerField::Country));
    out.extend_from_slice(NEXT);
    cell(out, row.lang);
    out.extend_from_slice(NEXT);
    cell(out, row.source.unwrap_or(""));
    out.extend_from_slice(NEXT);
    cell(out, yes(signer.map(|signer| signer.wants_updates)));
    out.extend_from_slice(NEXT);
    put(out, row.signed_at);
    out.extend_from_slice(NEXT);
    cell(out, state.as_str());
    // Nor comments and tags.
    out.extend_from_slice(b"\",\"\",\"\",\"");
    cell(out, &of.slug);
    out.extend_from_slice(NEXT);
    put(out, row.id);
    out.extend_from_slice(NEXT);
    cell(out, field(signer, SignerField::Role));
    out.extend_from_slice(NEXT);
    cell(out, field(signer, SignerField::Affiliation));
    out.extend_from_slice(NEXT);
    cell(out, name);
    out.extend_from_slice(NEXT);
    cell(out, signer.map_or("", |signer| signer.visibility.as_str()));
    out.extend_from_slice(NEXT);
    cell(out, &of.names(signer).join("; "));
    out.extend_from_slice(NEXT);
    cell(
        out,
        of.wordings.get(&row.wording).map_or("", String::as_str),
    );
    out.extend_from_slice(NEXT);
    cell(out, of.promise(row).unwrap_or_default());
    of.replies
        .cells(out, signer.and_then(|signer| signer.replies));
    out.extend_from_slice(b"\"\r\n");
}

fn field<'a>(signer: Option<&ExportedSigner<'a>>, field: SignerField) -> &'a str {
    signer.and_then(|signer| signer.fields[field]).unwrap_or("")
}

/// A vector takes all that is written into it.
fn put(out: &mut Vec<u8>, value: impl std::fmt::Display) {
    let _ = write!(out, "{value}");
}

/// A signature as one line of JSON: every field as it was typed.
#[derive(Serialize)]
struct Record<'a> {
    signer_ref: Id<crate::signature::Signature>,
    petition: &'a str,
    status: &'a str,
    signed_at: crate::base::Time,
    language: &'a str,
    source: Option<&'a str>,
    wording: Option<&'a str>,
    full_name: Option<&'a str>,
    email: Option<&'a str>,
    #[serde(flatten)]
    fields: FieldMap<Option<&'a str>>,
    opt_in: Option<bool>,
    opt_in_organizations: Vec<&'a str>,
    visibility: Option<&'a str>,
    promise: Option<&'a str>,
    answers: Vec<ReplyRecord>,
}

/// Writes one line of JSON.
pub(crate) fn ndjson(out: &mut Vec<u8>, of: &ListContext, state: SignatureState, row: &Signed<'_>) {
    let signer = row.signer.as_ref();
    let record = Record {
        signer_ref: row.id,
        petition: &of.slug,
        status: state.as_str(),
        signed_at: row.signed_at,
        language: row.lang,
        source: row.source,
        wording: of.wordings.get(&row.wording).map(String::as_str),
        full_name: signer.map(|signer| signer.name),
        email: signer.map(|signer| signer.email),
        fields: signer.map(|signer| signer.fields).unwrap_or_default(),
        opt_in: signer.map(|signer| signer.wants_updates),
        opt_in_organizations: of.names(signer),
        visibility: signer.map(|signer| signer.visibility.as_str()),
        promise: of.promise(row),
        answers: of.replies.records(signer.and_then(|signer| signer.replies)),
    };
    // Neither a vector nor these fields can refuse to be written.
    let _ = serde_json::to_writer(&mut *out, &record);
    out.push(b'\n');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Time;
    use crate::base::texts::csv_injection::defuse;
    use crate::signature::Visibility;
    use crate::transfer::store::ExportedSigner;
    use proptest::prelude::*;

    const PAYLOADS: &str = include_str!("../../tests/security/payloads/csv.txt");

    fn payloads() -> Vec<String> {
        PAYLOADS
            .lines()
            .filter(|line| !line.starts_with("# "))
            .map(|line| serde_json::from_str(&format!("\"{line}\"")).expect(line))
            .collect()
    }

    fn lines(
        texts: &[String],
        with: fn(&mut Vec<u8>, &ListContext, SignatureState, &Signed<'_>),
    ) -> Vec<u8> {
        let now = Time::parse("2026-11-21T21:10:00Z").unwrap();
        let mut of = ListContext {
            slug: "court-records".to_owned(),
            ..ListContext::default()
        };
        let mut out = Vec::new();
        for text in texts {
            of.promises.insert(Id::from_bytes([7; 16]), text.clone());
            let row = Signed {
                id: Id::new(now),
                wording: Id::new(now),
                signed_at: now,
                changed_at: now,
                lang: "en",
                source: Some(text),
                choice: Some(Id::from_bytes([7; 16])),
                signer: Some(ExportedSigner {
                    name: text,
                    email: text,
                    fields: FieldMap::default()
                        .with(SignerField::Role, Some(text.as_str()))
                        .with(SignerField::Place, Some(text.as_str()))
                        .with(SignerField::Postcode, Some(text.as_str()))
                        .with(SignerField::Country, Some(text.as_str())),
                    replies: None,
                    wants_updates: true,
                    opted_in_to: None,
                    visibility: Visibility::Counted,
                }),
            };
            with(&mut out, &of, SignatureState::Counted, &row);
        }
        out
    }

    fn table(bytes: &[u8]) -> Vec<csv::StringRecord> {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(bytes);
        reader.records().map(|record| record.unwrap()).collect()
    }

    #[test]
    fn no_payload_becomes_a_formula_and_every_row_has_its_cells() {
        let payloads = payloads();
        assert!(payloads.len() >= 120, "{} payloads", payloads.len());
        let mut bytes = Vec::new();
        header(&mut bytes, &ListContext::default());
        bytes.extend(lines(&payloads, super::csv));
        let rows = table(&bytes);
        assert_eq!(rows.len(), payloads.len() + 1);
        for (row, payload) in rows.iter().skip(1).zip(&payloads) {
            assert_eq!(row.len(), 26, "{payload:?}");
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

    #[test]
    fn json_loses_nothing() {
        let payloads = payloads();
        let bytes = lines(&payloads, ndjson);
        let lines = std::str::from_utf8(&bytes).unwrap().lines();
        for (line, payload) in lines.zip(&payloads) {
            let value: serde_json::Value = serde_json::from_str(line).unwrap();
            assert_eq!(value.get("full_name").unwrap(), payload);
            assert_eq!(value.get("email").unwrap(), payload);
        }
    }

    #[test]
    fn the_header_maps_to_no_strangers_number() {
        let mut bytes = Vec::new();
        header(&mut bytes, &ListContext::default());
        let [header] = table(&bytes).try_into().unwrap();
        assert_eq!(header.len(), 26);
        assert!(
            header
                .iter()
                .all(|name| !name.ends_with("id") && !name.contains("contac"))
        );
        assert_eq!(
            header.iter().filter(|name| name.contains("mail")).count(),
            1
        );
    }

    #[test]
    fn a_name_is_split_only_where_the_guess_is_good() {
        for (name, parts) in [
            ("Amara Osei", ("Amara", "Osei")),
            (
                "Katarzyna Wiśniewska-Hall",
                ("Katarzyna", "Wiśniewska-Hall"),
            ),
            ("Lucía Fernández Prieto", ("Lucía Fernández Prieto", "")),
            ("Sukarno", ("Sukarno", "")),
            ("王 小明", ("王 小明", "")),
            ("Law Students 4 Justice", ("Law Students 4 Justice", "")),
        ] {
            assert_eq!(split(name), parts, "{name}");
        }
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
            let bytes = lines(std::slice::from_ref(&text), super::csv);
            let rows = table(&bytes);
            prop_assert_eq!(rows.len(), 1);
            let safe = defuse(&text);
            prop_assert_eq!(rows[0].get(21).unwrap(), safe.as_ref());
        }
    }
}
