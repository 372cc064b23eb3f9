//! What a book says beside the names, in words: written once, for the page to print and for the PDF.

use super::breakdown::Breakdown;
use super::facts::BookFacts;
use super::names::Section;
use super::options::{BookGrouping, BookRequest};
use crate::petition::delivery::Recipient;
use crate::words::Words;

/// The sentences of a book.
#[derive(Debug, Clone, Default)]
pub(crate) struct BookText {
    pub(crate) eyebrow: String,
    pub(crate) title: String,
    pub(crate) asked_by: String,
    /// "To", and each recipient.
    pub(crate) to: &'static str,
    pub(crate) recipients: Vec<String>,
    /// How many signed, how many of them are named, how many are not, from when to when.
    pub(crate) totals: Vec<String>,
    pub(crate) letter: String,
    pub(crate) since: Option<String>,
    pub(crate) ask: String,
    pub(crate) body: Vec<String>,
    /// Its heading, the names of its columns, and its rows.
    pub(crate) breakdown: Option<(String, [String; 2], Vec<[String; 2]>)>,
    pub(crate) organizations_title: String,
    pub(crate) organizations: Vec<String>,
    pub(crate) names_title: String,
    /// Instead of names, where there are none.
    pub(crate) nobody: Option<String>,
    pub(crate) first: String,
    pub(crate) others: String,
    pub(crate) withheld: String,
    pub(crate) how_title: String,
    pub(crate) how: Vec<String>,
    /// "Signatures confirmed by 11 December 2026".
    pub(crate) as_of: String,
    /// Where the petition is, and the sum of the list.
    pub(crate) foot: Vec<String>,
}

impl BookText {
    /// All of it. `named` people are in the book; `sum` is that of their list, where it is told; the petition is at `address`.
    pub(super) fn of(
        w: &Words,
        (facts, request): (&BookFacts, &BookRequest),
        named: i64,
        breakdown: &Breakdown,
        (sum, address): (Option<&str>, &str),
    ) -> Self {
        let kind = facts.petition.kind.as_str();
        let unnamed = (facts.counted - named).max(0);
        let mut totals = vec![w.plain1("book-total", "n", facts.counted)];
        let mut how = vec![w.say("book-how").to_owned()];
        if named > 0 {
            let key = match request.is_redacted {
                true => "book-left-out",
                false => "book-named",
            };
            totals.push(w.plain1(key, "n", named));
        }
        if unnamed > 0 {
            let said = w.plain1("book-unnamed", "n", unnamed);
            totals.push(said.clone());
            how.push(said);
        }
        if let Some((first, last)) = facts.days.filter(|_| facts.counted > 0) {
            let (first, last) = (w.date_of(first), w.date_of(last));
            totals.push(w.plain2("book-days", "first", first, "last", last));
        }
        if !request.is_redacted && named > 0 {
            how.push(w.say("book-as-written").to_owned());
        }
        let mut foot = vec![w.plain1("book-check", "address", address)];
        if let Some(sum) = sum {
            how.push(w.say("book-how-sum").to_owned());
            foot.push(w.plain1("book-sum", "sum", sum));
        }
        let recipient = |one: &Recipient| match &one.office {
            Some(office) => format!("{}, {office}", one.name),
            None => one.name.clone(),
        };
        Self {
            eyebrow: w.plain1("book-eyebrow", "kind", kind),
            title: facts.title.clone(),
            asked_by: w.plain1("book-asked-by", "names", facts.asked_by.join(", ")),
            to: "book-to",
            recipients: facts.recipients.iter().map(recipient).collect(),
            totals,
            letter: w.plain1("book-letter", "kind", kind),
            since: facts
                .worded_on
                .map(|day| w.plain1("book-since", "date", w.date_of(day))),
            ask: facts.ask.clone(),
            body: facts.body.clone(),
            breakdown: table(w, request.grouping, breakdown).filter(|_| facts.counted > 0),
            organizations_title: w.say("book-organizations").to_owned(),
            organizations: facts.organizations.clone(),
            names_title: match request.is_redacted {
                true => w.say("book-names-left-out").to_owned(),
                false => w.plain1("book-names", "order", request.order.as_str()),
            },
            nobody: (named == 0).then(|| {
                w.say(match facts.counted {
                    0 => "book-nobody",
                    _ => "book-none-named",
                })
                .to_owned()
            }),
            first: w.say("signers-first").to_owned(),
            others: w.plain1("book-others", "grouping", request.grouping.as_str()),
            withheld: w.say("book-withheld").to_owned(),
            how_title: w.say("book-how-title").to_owned(),
            how,
            as_of: w.plain1("book-as-of", "date", w.date_of(facts.as_of)),
            foot,
        }
    }

    /// The heading above the names of a section; none where there is one section only.
    pub(super) fn heading<'a>(
        &'a self,
        section: Section,
        groups: &'a [super::names::NamedGroup],
        pinned: usize,
    ) -> Option<&'a str> {
        match section {
            Section::First => Some(&self.first),
            Section::Group(at) => groups.get(at).map(|group| group.label.as_str()),
            Section::Rest => (pinned > 0 || !groups.is_empty()).then_some(self.others.as_str()),
        }
    }
}

type Table = (String, [String; 2], Vec<[String; 2]>);

fn table(w: &Words, grouping: BookGrouping, breakdown: &Breakdown) -> Option<Table> {
    if grouping == BookGrouping::Nothing {
        return None;
    }
    let word = grouping.as_str();
    let row = |label: String, n: i64| [label, w.number(n)];
    let mut rows: Vec<[String; 2]> = breakdown
        .rows
        .iter()
        .map(|(label, n)| row(label.clone(), *n))
        .collect();
    for (key, n) in [
        ("book-small", breakdown.other),
        ("book-none", breakdown.none),
    ] {
        if n > 0 {
            rows.push(row(w.plain1(key, "grouping", word), n));
        }
    }
    let heads = [
        w.plain1("book-group", "grouping", word),
        w.say("book-signatures").to_owned(),
    ];
    Some((w.plain1("book-breakdown", "grouping", word), heads, rows))
}
