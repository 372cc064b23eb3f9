//! Every number that leaves is made of one answer.

use crate::hold;
use crate::source::{Source, rust};

const RULE: &str = "What everybody may read asks `CountCache::public_count` for the number. The tally itself is read by the room of the count, by \
                    organizers' pages, by commands, by exports, and where a signature is counted.";

/// Where the tally may be read: it is moved, recounted, or shown to organizers.
const MAY: [&str; 15] = [
    "src/count/",
    "src/petition/model.rs",
    "src/petition/numbers/public_count.rs",
    "src/petition/numbers/manage.rs",
    "src/signature/console/",
    "src/signature/moderation/",
    "src/signature/digest/news.rs",
    "src/signature/operator/",
    "src/signature/store/",
    "src/signature/confirm/commit.rs",
    "src/transfer/",
    "src/serve/measures.rs",
    "src/site/console/organizations.rs",
    "src/demo/",
    "src/db/",
];

fn read_elsewhere(sources: &[Source]) -> Vec<String> {
    let strangers = sources
        .iter()
        .filter(|source| !MAY.iter().any(|begin| source.path.starts_with(begin)));
    let places = strangers.flat_map(|source| {
        let found = source.find(r"\bcounts\s*\.\s*counted\b|\bmoving_goal\b");
        found
            .into_iter()
            .map(|(at, what)| format!("{}: {what}", source.at(at)))
    });
    places.collect()
}

#[test]
fn the_number_is_asked_for_in_one_place() {
    hold(RULE, &read_elsewhere(rust()));
}

#[test]
fn the_rule_of_the_number_bites() {
    let of = |path: &str| {
        read_elsewhere(&[Source::new(path, "standing\n    .counts\n    .counted")]).len()
    };
    assert_eq!(of("src/partner/embed/show.rs"), 1);
    assert_eq!(of("src/petition/page/hero.rs"), 1);
    assert_eq!(of("src/signature/console/overview.rs"), 0);
}
