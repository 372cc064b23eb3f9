//! The form around a list of signatures: which were ticked, and what else its buttons send.

use crate::base::Id;
use crate::signature::model::Signature;
use crate::web::{Error, Fields, Named, by_name};
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;

/// Most signatures that can be ticked: a page of them.
pub(super) const MOST: usize = 100;

/// What stands beside the ticks for one button or another.
const BESIDE: [&str; 4] = ["tag", "off", "state", "s"];

/// `s-` and the key of each signature that was ticked, and the fields of the buttons: `act`, `because` for a group that is held, `tag`, `off`
/// to take it off, and the list it was pressed in: `state` and `s`.
#[derive(Debug, Default)]
pub struct TickedForm(BTreeMap<String, String>);

impl<'de> Deserialize<'de> for TickedForm {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        by_name(from)
    }
}

impl Named for TickedForm {
    fn put(&mut self, name: &str, value: String) -> bool {
        self.0.insert(name.to_owned(), value).is_none()
    }
}

impl Fields for TickedForm {}

impl TickedForm {
    /// Takes a field out.
    pub(super) fn take(&mut self, name: &str) -> Option<String> {
        self.0.remove(name)
    }

    /// Those that were ticked.
    ///
    /// # Errors
    /// 422 where none was, where more were than a page shows, and for a field that no page has.
    pub(super) fn ticked(mut self) -> Result<Vec<Id<Signature>>, Error> {
        for name in BESIDE {
            self.0.remove(name);
        }
        let ticked = self.0.keys().map(|name| {
            let key = name.strip_prefix("s-")?;
            Id::parse(key).ok()
        });
        let ticked: Option<Vec<_>> = ticked.collect();
        let ticked = ticked.filter(|ticked| ticked.len() <= MOST);
        match ticked.ok_or(Error::UNPROCESSABLE)? {
            none if none.is_empty() => Err(Error::UNPROCESSABLE.saying("batch-none-ticked")),
            ticked => Ok(ticked),
        }
    }
}
