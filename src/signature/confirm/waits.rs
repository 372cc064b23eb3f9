//! How long it took until forms were confirmed, as a shared commit counts it: by span, and no wait of anybody.

use crate::base::Time;
use crate::count::figures::{Figure, Span};
use crate::count::store::figures::{self, FigureChanges};
use crate::db::{Result, Tx};
use crate::signature::model::PendingSignature;
use crate::signature::store::confirmed::Confirmed;
use crate::signature::store::endings::Ending;

/// Counts forms whose mailboxes said yes just now, those among them that had signed already. Whoever calls this has locked the petitions'
/// counts.
///
/// # Errors
/// A fault of the database.
pub(super) fn count(
    tx: &mut Tx<'_>,
    (new, endings): (&[Confirmed<'_>], &[(&PendingSignature, Ending)]),
    now: Time,
) -> Result<()> {
    let again = endings
        .iter()
        .filter(|(_, ending)| *ending != Ending::NotMe)
        .map(|(pending, _)| *pending);
    let mut changes = FigureChanges::new();
    for pending in new.iter().map(|one| one.pending).chain(again) {
        let span = Span::of(now.since(pending.created_at));
        let confirmed = (pending.petition.cast(), Figure::Confirmed(span));
        *changes.entry(confirmed).or_default() += 1;
    }
    figures::add(tx, &changes)
}
