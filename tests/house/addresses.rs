//! Every address that is written is one that is answered.

use crate::hold;
use crate::source::{Source, files, pattern, rust};
use std::collections::BTreeSet;

/// `/p/{slug}/sign?x=1` and `/p/{slug:[a-z]{2}}/sign` are one shape.
fn shape(address: &str) -> String {
    // a slash at the end or none is one address
    let address = address.replace("{end:/?}", "");
    let hole = pattern(r"\{[^{}]*(\{[^{}]*\}[^{}]*)*\}");
    let path = hole.replace_all(&address, "{}");
    let path = path.split(['?', '#']).next().unwrap();
    match path.trim_end_matches('/') {
        "" => "/".to_owned(),
        path => path.to_owned(),
    }
}

/// An address that begins with a prefix (`{}/p/{}`, the language or nothing) stands for two.
fn shapes(address: &str) -> Vec<String> {
    match shape(address).strip_prefix("{}") {
        Some(rest) => vec![rest.to_owned(), format!("/{{}}{rest}")],
        None => vec![shape(address)],
    }
}

/// Name and first address of each function of a file of `urls`.
fn addresses(source: &Source) -> Vec<(usize, String, Option<String>)> {
    let starts: Vec<(usize, String)> = source
        .find(r"\bpub(?:\(crate\))? fn \w+")
        .into_iter()
        .map(|(at, head)| (at, head.rsplit(' ').next().unwrap_or_default().to_owned()))
        .collect();
    let end = |i: usize| starts.get(i + 1).map_or(source.text.len(), |next| next.0);
    let is_address = |text: &str| text.starts_with('/') || text.starts_with("{}/");
    let first = |from: usize, to: usize| {
        let mut inside = source
            .strings
            .iter()
            .filter(|(at, _)| (from..to).contains(at));
        inside
            .find(|(_, text)| is_address(text))
            .map(|(_, text)| text.clone())
    };
    starts
        .iter()
        .enumerate()
        .map(|(i, (at, name))| (*at, name.clone(), first(*at, end(i))))
        .collect()
}

fn unanswered(sources: &[Source], templates: &[Source]) -> Vec<String> {
    let routes: BTreeSet<String> = sources
        .iter()
        .filter(|source| source.room() == "routes")
        .flat_map(|source| {
            source
                .strings
                .iter()
                .filter(|(_, text)| text.starts_with('/'))
                .map(|(_, text)| shape(text))
        })
        .collect();
    let mut broken = Vec::new();
    for source in sources
        .iter()
        .filter(|source| source.stem() == "urls" || source.path.contains("/urls/"))
    {
        for (at, name, address) in addresses(source) {
            let call = pattern(&format!(r"\burls\s*::\s*(\{{[^}}]*)?\b{name}\b"));
            let used = sources
                .iter()
                .filter(|other| other.path != source.path)
                .any(|other| call.is_match(&other.code))
                || templates
                    .iter()
                    .any(|template| call.is_match(&template.text));
            if !used {
                broken.push(format!("{}: nobody uses urls::{name}", source.at(at)));
            }
            let Some(address) = address.filter(|_| !routes.is_empty()) else {
                continue;
            };
            for shape in shapes(&address)
                .iter()
                .filter(|shape| !routes.contains(*shape))
            {
                broken.push(format!(
                    "{}: urls::{name} leads to {shape}, which routes.rs does not answer",
                    source.at(at)
                ));
            }
        }
    }
    broken
}

#[test]
fn every_address_meets_a_route() {
    hold(
        "Every function of urls is used and meets a route.",
        &unanswered(rust(), &files("templates", &[".html", ".txt"])),
    );
}

#[test]
fn the_rule_of_addresses_bites() {
    let told = |routes: &str, user: &str| {
        let urls = "/// The form.\npub fn sign(slug: &Slug) -> String { format!(\"/p/{slug}/sign?x={y}\") }";
        unanswered(
            &[
                Source::new("src/web/urls.rs", urls),
                Source::new("src/routes.rs", routes),
                Source::new("src/petition/show.rs", user),
            ],
            &[],
        )
        .len()
    };
    assert_eq!(told("post(\"/p/{slug}/sign\")", "urls::sign(&slug)"), 0);
    assert_eq!(told("post(\"/p/{slug}/signs\")", "urls::sign(&slug)"), 1);
    assert_eq!(told("post(\"/p/{slug}/sign\")", "// urls::sign"), 1);
}
