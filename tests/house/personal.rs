//! Every column that can hold a text is known to be personal or not (G5): what is personal is told to
//! its signer and erased with them, and nobody adds a column without having asked.

use crate::hold;
use crate::source::{pattern, rust};
use std::collections::{BTreeMap, BTreeSet};

const KNOWN: &str = include_str!("../personal.txt");

/// The schema, in all of its files.
fn schema() -> String {
    let here = rust().iter();
    here.filter(|source| source.path.starts_with("src/db/schema/"))
        .map(|source| source.text.as_str())
        .collect()
}

/// Columns of this schema that can hold a text.
fn columns(schema: &str) -> BTreeSet<String> {
    let table = pattern(r"(?s)\n    (\w+) \([^)]*\) \{(.*?)\n    \}");
    let column = pattern(r"(\w+) -> (?:Nullable<)?(?:Text|Json)\b");
    let mut found = BTreeSet::new();
    for one in table.captures_iter(schema) {
        for text in column.captures_iter(&one[2]) {
            found.insert(format!("{}.{}", &one[1], &text[1]));
        }
    }
    found
}

/// Columns of the register, and what it says of each.
fn known(register: &str) -> BTreeMap<String, String> {
    let lines = register.lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| line.split_once(' '))
        .map(|(column, said)| (column.to_owned(), said.to_owned()))
        .collect()
}

fn unknown(schema: &str, register: &str) -> Vec<String> {
    let (there, known) = (columns(schema), known(register));
    let missing = there
        .iter()
        .filter(|column| !known.contains_key(*column))
        .map(|column| format!("{column}: is it personal? Say so in tests/personal.txt"));
    let gone = known
        .keys()
        .filter(|column| !there.contains(*column))
        .map(|column| format!("{column} is in tests/personal.txt and nowhere else"));
    let unsaid = known
        .iter()
        .filter(|(_, said)| {
            let mut words = said.split(' ');
            match words.next() {
                Some(
                    "signer" | "brief" | "copy" | "contact" | "public" | "staff" | "secret"
                    | "partner",
                ) => words.next().is_none(),
                _ => true,
            }
        })
        .map(|(column, said)| format!("{column}: {said:?} says nothing"));
    missing.chain(gone).chain(unsaid).collect()
}

#[test]
fn every_column_that_can_hold_a_text_is_known_to_be_personal_or_not() {
    hold(
        "Every text column of the schema stands in tests/personal.txt with what it holds.",
        &unknown(&schema(), KNOWN),
    );
}

#[test]
fn the_rule_of_personal_columns_bites() {
    let schema = "\n    signers (id) {\n        id -> Uid,\n        nickname -> Nullable<Text>,\n        more -> Json,\n    }";
    let all = "signers.nickname signer signer.nickname\nsigners.more public nothing";
    assert_eq!(unknown(schema, all), [""; 0]);
    assert_eq!(
        unknown(schema, "signers.more public nothing").len(),
        1,
        "a column more"
    );
    let gone = format!("{all}\nsigners.age public a number");
    assert_eq!(unknown(schema, &gone).len(), 1, "a column less");
    let unsaid = all.replace(" signer.nickname", "");
    assert_eq!(
        unknown(schema, &unsaid).len(),
        1,
        "where is it in the download?"
    );
    let all = columns(&self::schema());
    assert!(all.len() > 40, "{all:?}");
}
