//! What is typed into a page of the editor and not saved: kept while somebody types, and offered to whoever opens the page later.
//! Each open page keeps a copy of its own, so that no tab and no colleague writes over another's, and an older copy is never offered as
//! the newer.

use crate::petition::store::kept_copies::KeptCopy;
use crate::petition::store::petition_versions::{PageFields, PetitionVersion};

/// Whether a copy holds something that is not saved: other fields than its page has, and later than the page was last saved.
#[must_use]
pub(crate) fn is_worth_offering(
    saved: &PageFields,
    versions: &[PetitionVersion],
    copy: &KeptCopy,
) -> bool {
    let newest = versions.iter().find(|version| version.part == copy.part);
    let is_later = newest.is_none_or(|newest| newest.created_at < copy.kept_at);
    is_later && (differ(&copy.fields, saved) || differ(saved, &copy.fields))
}

/// Whether a field of the one holds other words than that of the other; one that is not there holds none.
fn differ(one: &PageFields, other: &PageFields) -> bool {
    let differs = |(name, value): &(String, String)| {
        let there = other.iter().find(|(there, _)| there == name);
        let there = there.map_or("", |(_, value)| value.as_str());
        !value.split_whitespace().eq(there.split_whitespace())
    };
    one.iter().any(differs)
}
