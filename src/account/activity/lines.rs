//! Lines of the log as they are read: by people, and by programs.

use crate::account::TakenList;
use crate::account::deed::{Deed, DeedKind};
use crate::account::model::{Organizer, Role};
use crate::account::store::activity::{Line, LineFilter};
use crate::base::{Cursor, Id};
use crate::words::Words;
use serde::Deserialize;

/// Which lines are asked for, in the address.
#[derive(Debug, Default, Deserialize)]
pub struct ActivityQuery {
    /// The key of one person.
    #[serde(default)]
    pub(super) who: String,
    /// The word of one kind.
    #[serde(default)]
    pub(super) kind: String,
    /// Where in the list.
    #[serde(default)]
    pub(super) after: String,
}

impl ActivityQuery {
    /// What is looked for; what is no key and no word of ours narrows nothing.
    pub(super) fn filter(&self) -> LineFilter {
        LineFilter {
            organizer: Id::<Organizer>::parse(&self.who).ok(),
            kind: DeedKind::parse(&self.kind),
        }
    }
}

/// The query of an address with this filter, at this place of the list.
pub(super) fn query(filter: LineFilter, after: Option<&Cursor>) -> String {
    let who = filter.organizer.map(|who| format!("who={who}"));
    let kind = filter.kind.map(|kind| format!("kind={}", kind.as_str()));
    let after = after.map(|after| format!("after={after}"));
    let parts: Vec<String> = [who, kind, after].into_iter().flatten().collect();
    match parts.is_empty() {
        true => String::new(),
        false => format!("?{}", parts.join("&")),
    }
}

/// What was done, as a sentence. The word itself where a newer program wrote it.
pub(super) fn deed(w: &Words, line: &Line) -> String {
    match Deed::parse(&line.deed) {
        Some(deed) => w.say1("activity-deed", "deed", deed.as_str()),
        None => line.deed.clone(),
    }
}

/// Who did it.
pub(super) fn who(w: &Words, line: &Line) -> String {
    match line.who.as_str() {
        "" => w.say("activity-operator").to_owned(),
        name => name.to_owned(),
    }
}

/// What it was and what it became, as they are read: roles by their names, a list that was taken in a sentence.
pub(super) fn sides(w: &Words, line: &Line) -> (String, String) {
    let lists = [Deed::EXPORTED, Deed::BOOK];
    let is_list = lists.iter().any(|deed| line.deed == deed.as_str());
    let read = |text: &str| match Role::parse(text) {
        Some(role) => w.say1("people-role-name", "role", role.as_str()),
        None => match TakenList::read(text).filter(|_| is_list) {
            Some(taken) => taken.told(w),
            None => text.to_owned(),
        },
    };
    (read(&line.before), read(&line.after))
}
