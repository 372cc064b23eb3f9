//! What a form asks beside a signer's name: what they promise, and who may write to them, one
//! organization by a yes or a no, several by a box each.

use super::pages::{FounderBox, PromiseTile};
use crate::base::{Id, Lang};
use crate::petition::rules::founder::Founder;
use crate::petition::rules::promises::Promises;
use crate::words::Words;

/// What the names of the boxes begin with.
const FIELD: &str = "founder-";

/// "May Open Docket email you about this campaign?", or the question over the boxes of several.
#[must_use]
pub fn updates(w: &Words, organization: &str, coalition: &[Founder]) -> String {
    match coalition {
        [] => w.plain1("form-updates", "organization", organization),
        _ => w.say("form-updates-several").to_owned(),
    }
}

/// "Open Docket may email me about this campaign."
#[must_use]
pub fn founder(w: &Words, organization: &str) -> String {
    w.plain1("form-updates-founder", "organization", organization)
}

/// "May Harbour Workers email you? ...": asked in the frame of a partner, by the partner.
#[must_use]
pub fn partner(w: &Words, partner: &str) -> String {
    w.plain1("form-updates-partner", "partner", partner)
}

/// "... (as stated by Membership import)": a question that nobody saw, and that a program says the answer to.
#[must_use]
pub fn stated(w: &Words, question: &str, program: &str) -> String {
    w.plain2(
        "form-updates-stated",
        "question",
        question,
        "program",
        program,
    )
}

/// The boxes of a form; none is ticked but these.
#[must_use]
pub(crate) fn boxes(w: &Words, coalition: &[Founder], ticked: &[Id<Founder>]) -> Vec<FounderBox> {
    let each = coalition.iter().map(|one| FounderBox {
        field: format!("{FIELD}{}", one.id),
        name: one.name.clone(),
        label: founder(w, &one.name),
        is_ticked: ticked.contains(&one.id),
    });
    each.collect()
}

/// What can be promised, where there is a choice, in this language; chosen is what was typed.
#[must_use]
pub fn promises(all: &Promises, lang: Lang, typed: &str) -> Vec<PromiseTile> {
    let tiles = all.choices().iter().filter_map(|one| {
        let key = one.id.to_string();
        Some(PromiseTile {
            promised: all.shown(one, lang)?,
            is_chosen: key == typed,
            key,
        })
    });
    tiles.collect()
}

/// Whose box this field is, if it is one.
#[must_use]
pub fn field(name: &str) -> Option<Id<Founder>> {
    name.strip_prefix(FIELD).and_then(|id| Id::parse(id).ok())
}
