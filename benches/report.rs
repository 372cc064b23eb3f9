//! The table: medians, and each round's ratio to the bare handler of the same round.

use crate::Outcome;
use std::collections::BTreeMap;

/// What was measured, by its name: one number a round.
type Measured = BTreeMap<String, BTreeMap<u32, f64>>;

const DATABASES: [(&str, &str); 2] = [("sqlite", "SQLite"), ("postgres", "PostgreSQL")];

/// What is measured on each database, what it is held against, and how much of that is the aim.
const ROWS: [(&str, &str, &str, &str); 13] = [
    ("(b) count.json", "count", "bare", "0.9"),
    ("(c) petition page", "page", "bare", "0.35"),
    ("(e) sign, durable", "sign", "bare", "0.25"),
    ("(f) confirm, durable", "confirm", "bare", "0.2"),
    (
        "(e) at 1,000,000 signatures, to (e) at none",
        "sign-million",
        "sign",
        "0.8",
    ),
    (
        "(c) at 1,000,000 signatures, to (c) at none",
        "page-million",
        "page-none",
        "0.9",
    ),
    (
        "list of signers, in the middle of 800,000, to its first page",
        "list-deep",
        "list",
        "0.9",
    ),
    (
        "(g) export, rows, to the database's own dump",
        "export",
        "dump",
        "0.5",
    ),
    (
        "(i) mails from the outbox, to a bare loop",
        "mail",
        "mail-loop",
        "0.3",
    ),
    (
        "(q) webhook events, queued and sent, to a bare loop",
        "webhooks",
        "webhooks-loop",
        "0.3",
    ),
    (
        "(q) sign while they are sent, to (q) before",
        "sign-hooked",
        "sign-alone",
        "0.8",
    ),
    (
        "(r) form by token, to the form of the page",
        "sign-token",
        "sign-page",
        "0.7",
    ),
    (
        "(r) signatures by token, the last page of 1,000,000, to the first",
        "page-last",
        "page-first",
        "0.5",
    ),
];

/// Reads lines of `name round value` and prints the table. Never passes or fails anything.
pub fn print(file: &str) -> Outcome {
    let mut all = Measured::new();
    for line in std::fs::read_to_string(file)?.lines() {
        let mut words = line.split_whitespace();
        let (Some(name), Some(round), Some(value)) = (words.next(), words.next(), words.next())
        else {
            continue;
        };
        all.entry(name.to_owned())
            .or_default()
            .insert(round.parse()?, value.parse()?);
    }
    println!("| | per second | ratio to (a), or as said | aim | CPU µs | p50 ms | p99 ms |");
    println!("|---|---:|---:|---:|---:|---:|---:|");
    load(&all, "(a) bare actix handler, 30 bytes", "bare", None);
    load(&all, "(d) sign, null store", "null", aim("bare", ""));
    for (key, name) in DATABASES {
        for (what, row, to, wanted) in ROWS {
            let to = if to == "bare" {
                to.to_owned()
            } else {
                format!("{key}.{to}")
            };
            let row = format!("{key}.{row}");
            load(&all, &format!("{what}, {name}"), &row, aim(&to, wanted));
        }
    }
    let over_tls = "(o) count.json over TLS with kept connections, to the same without";
    load(&all, over_tls, "https.tls", aim("https.plain", "0.8"));
    println!();
    println!("| (h) | SQLite | PostgreSQL | aim |");
    println!("|---|---:|---:|---:|");
    for (what, name, aim, per, unit) in [
        (
            "first-start",
            "first start to ready, empty",
            "< 1,000 ms",
            1.0,
            "ms",
        ),
        ("start", "start to ready, empty", "< 1,000 ms", 1.0, "ms"),
        (
            "start-million",
            "start to ready, 1,000,000 signatures",
            "< 1,000 ms",
            1.0,
            "ms",
        ),
        ("idle", "idle, empty", "< 40 MB", 1024.0, "MB"),
        (
            "idle-million",
            "idle, 1,000,000 signatures",
            "< 40 MB",
            1024.0,
            "MB",
        ),
        (
            "peak",
            "most under (b), (c), (e), (f), empty",
            "-",
            1024.0,
            "MB",
        ),
        (
            "peak-million",
            "most under (e), 1,000,000 signatures",
            "-",
            1024.0,
            "MB",
        ),
        (
            "webhooks-memory",
            "grown by while events are sent",
            "flat",
            1024.0,
            "MB",
        ),
    ] {
        let cell = |key: &str| match median(all.get(&format!("{key}.{what}"))) {
            Some(value) => format!("{:.0} {unit}", value / per),
            None => "-".to_owned(),
        };
        println!(
            "| {name} | {} | {} | {aim} |",
            cell("sqlite"),
            cell("postgres")
        );
    }
    println!();
    partners(&all);
    decisions(&all);
    searches(&all);
    books(&all);
    println!("| (j) Lighthouse, performance as on a phone, of 100 | | aim |");
    println!("|---|---:|---:|");
    for (what, name) in [
        ("petition", "petition page"),
        ("thanks", "the page that says thank you"),
    ] {
        let rates = all.get(&format!("lighthouse.{what}"));
        let cell = rates.map_or_else(|| "-".to_owned(), range);
        println!("| {name} | {cell} | 98 |");
    }
    Ok(())
}

/// What other sites ask for, against the bare handler or against the same without them.
fn partners(all: &Measured) {
    println!("| (k) other sites | per second | ratio | aim | CPU µs | p50 ms | p99 ms |");
    println!("|---|---:|---:|---:|---:|---:|---:|");
    for (key, name) in DATABASES {
        for (what, row, to, wanted) in [
            ("count.json", "count", "bare", "0.85"),
            ("badge", "badge", "bare", "0.85"),
            ("counter in a frame", "frame-count", "bare", "0.85"),
            ("form in a frame", "frame-form", "bare", "0.35"),
            (
                "form sent in a frame, to the page's",
                "frame-sign",
                "page-sign",
                "0.9",
            ),
            (
                "sign while 2,000 follow, to without",
                "sign-beside",
                "page-sign",
                "0.9",
            ),
        ] {
            let to = format!("{key}.{to}");
            load(
                all,
                &format!("{what}, {name}"),
                &format!("{key}.{row}"),
                aim(&to, wanted),
            );
        }
        for row in ["count", "badge", "frame-count", "frame-form"] {
            let same = format!("{key}.{row}-same");
            let bare = format!("{key}.bare");
            load(
                all,
                &format!("the bytes of {row} from a bare handler, {name}"),
                &same,
                aim(&bare, "-"),
            );
            load(
                all,
                &format!("{row}, to that, {name}"),
                &format!("{key}.{row}"),
                aim(&same, "-"),
            );
        }
        let told = |what: &str| median(all.get(&format!("{key}.{what}"))).unwrap_or_default();
        println!(
            "| 2,000 who follow, {name} | {:.0} MB, a change heard by all after {:.0} ms, at worst {:.0} | | 100 MB, 1,000 ms | | | |",
            told("followers") / 1024.0,
            told("heard"),
            told("heard-worst"),
        );
    }
    println!();
}

/// (l): decisions about 100,000 signatures.
fn decisions(all: &Measured) {
    println!("| (l) 100,000 signatures | SQLite | PostgreSQL | aim |");
    println!("|---|---:|---:|---:|");
    for (what, row, aim) in [
        ("gathered by a rule, s", "gathered", "10"),
        ("held, s", "held", "10"),
        ("released, s", "released", "10"),
        ("removed, s", "removed", "10"),
        ("taken back, s", "taken-back", "10"),
        (
            "the longest that another write took meanwhile, ms",
            "waited",
            "150",
        ),
    ] {
        let told = DATABASES.map(|(key, _)| {
            median(all.get(&format!("{key}.{row}")))
                .map_or_else(|| "-".to_owned(), |value| format!("{value:.1}"))
        });
        let [sqlite, postgres] = told;
        println!("| {what} | {sqlite} | {postgres} | {aim} |");
    }
    println!();
}

/// (m): what organizers look for in a full list.
fn searches(all: &Measured) {
    println!("| (m) the most ms of a page of the full list | SQLite | PostgreSQL | aim |");
    println!("|---|---:|---:|---:|");
    let of = |key: &str, name: &str| median(all.get(&format!("{key}.search.{name}")));
    let names = all
        .keys()
        .filter_map(|key| key.strip_prefix("sqlite.search."));
    for name in names {
        let cell = |key: &str| of(key, name).map_or_else(|| "-".to_owned(), |n| format!("{n:.1}"));
        println!(
            "| {name} | {} | {} | 200 |",
            cell("sqlite"),
            cell("postgres")
        );
    }
    println!();
}

/// (n): a book of signers.
fn books(all: &Measured) {
    let of = |key: &str, row: &str| median(all.get(&format!("{key}.book-{row}")));
    println!("| (n) a book of signers | SQLite | PostgreSQL | aim |");
    println!("|---|---:|---:|---:|");
    for (what, row, per, aim) in [
        ("names", "names", 1.0, "-"),
        ("pages", "pages", 1.0, "-"),
        ("written, s", "seconds", 1.0, "-"),
        ("file, MB", "file", 1024.0, "-"),
        ("resident before, MB", "before", 1024.0, "-"),
        ("resident at most, MB", "most", 1024.0, "flat"),
    ] {
        let cell = |key: &str| {
            of(key, row).map_or_else(|| "-".to_owned(), |value| format!("{:.1}", value / per))
        };
        println!(
            "| {what} | {} | {} | {aim} |",
            cell("sqlite"),
            cell("postgres")
        );
    }
    println!();
}

/// What a row is held against, and how much of it is wanted.
struct Aim<'a> {
    to: &'a str,
    wanted: &'a str,
}

fn aim<'a>(to: &'a str, wanted: &'a str) -> Option<Aim<'a>> {
    Some(Aim { to, wanted })
}

fn load(all: &Measured, name: &str, key: &str, aim: Option<Aim<'_>>) {
    let Some(rates) = all.get(key) else {
        println!("| {name} | not measured | | | | | |");
        return;
    };
    let ratio = aim.as_ref().and_then(|aim| ratio(rates, all.get(aim.to)?));
    let more = |what: &str, places: usize| {
        median(all.get(&format!("{key}.{what}")))
            .map_or_else(String::new, |value| format!("{value:.places$}"))
    };
    println!(
        "| {name} | {} | {} | {} | {} | {} | {} |",
        range(rates),
        ratio.unwrap_or_default(),
        aim.map_or("", |aim| aim.wanted),
        more("cpu", 0),
        more("p50", 1),
        more("p99", 1),
    );
}

/// The median and, in brackets, the least and the most.
fn range(values: &BTreeMap<u32, f64>) -> String {
    let sorted = sorted(values.values().copied());
    let (Some(least), Some(most)) = (sorted.first(), sorted.last()) else {
        return String::new();
    };
    let middle = median(Some(values)).unwrap_or_default();
    if sorted.len() == 1 {
        return format!("{middle:.0}");
    }
    format!("{middle:.0} [{least:.0}..{most:.0}]")
}

/// The median of the rounds' ratios, and in brackets their range.
fn ratio(values: &BTreeMap<u32, f64>, to: &BTreeMap<u32, f64>) -> Option<String> {
    let ratios: Vec<f64> = values
        .iter()
        .filter_map(|(round, value)| Some(value / to.get(round)?))
        .collect();
    let sorted = sorted(ratios.into_iter());
    let middle = sorted.get(sorted.len() / 2)?;
    let (least, most) = (sorted.first()?, sorted.last()?);
    Some(match sorted.len() {
        1 => format!("**{middle:.2}**"),
        _ => format!("**{middle:.2}** [{least:.2}..{most:.2}]"),
    })
}

fn sorted(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut all: Vec<f64> = values.collect();
    all.sort_by(f64::total_cmp);
    all
}

fn median(values: Option<&BTreeMap<u32, f64>>) -> Option<f64> {
    let sorted = sorted(values?.values().copied());
    sorted.get(sorted.len() / 2).copied()
}
