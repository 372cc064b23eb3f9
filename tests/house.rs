//! The rules of the house, as tests. Each rule is a function over source texts that names the places where it is broken; each has a
//! test that holds this tree to it, and one that shows it bites.
#![cfg(test)]
#![expect(
    clippy::string_slice,
    reason = "places come from the pattern that found them"
)]

#[path = "house/activity.rs"]
mod activity;
#[path = "house/addresses.rs"]
mod addresses;
#[path = "house/floors.rs"]
mod floors;
#[path = "house/layers.rs"]
mod layers;
#[path = "house/migrations.rs"]
mod migrations;
#[path = "house/modules.rs"]
mod modules;
#[path = "house/packaging.rs"]
mod packaging;
#[path = "house/pages.rs"]
mod pages;
#[path = "house/personal.rs"]
mod personal;
#[path = "house/production.rs"]
mod production;
#[path = "house/public_count.rs"]
mod public_count;
#[path = "house/shape.rs"]
mod shape;
#[path = "house/source.rs"]
mod source;
#[path = "house/storage.rs"]
mod storage;
#[path = "house/voices.rs"]
mod voices;
#[path = "house/words.rs"]
mod words;

/// Fails with the sentence of the rule and every place where it is broken.
fn hold(rule: &str, broken: &[String]) {
    assert!(broken.is_empty(), "{rule}\n  {}", broken.join("\n  "));
}
