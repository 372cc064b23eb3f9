//! A new source: its code is the one that was typed, or made of its name.

use crate::base::{Id, Time};
use crate::db::{Result, Tx};
use crate::petition::model::Petition;
use crate::petition::source::SourceCode;
use crate::petition::source::model::{Asking, SOURCES, Source, SourceKind};
use crate::petition::source::site::FrameSite;
use crate::petition::source::store::{self, Added};
use crate::web::WrongFields;

/// What was typed of a new source.
#[derive(Debug, Clone)]
pub(crate) struct NewSource {
    pub(crate) kind: SourceKind,
    pub(crate) name: String,
    /// None: one is made of the name.
    pub(crate) code: Option<SourceCode>,
    pub(crate) sites: Vec<FrameSite>,
    pub(crate) asking: Asking,
    /// Whether scripts of its own pages may hand in forms.
    pub(crate) takes_posts: bool,
}

/// Writes it. A code that was typed is taken or refused; one that is made gets a number where it is taken.
///
/// # Errors
/// A fault of the database.
pub(crate) fn add(
    tx: &mut Tx<'_>,
    petition: Id<Petition>,
    new: &NewSource,
    now: Time,
) -> Result<Added> {
    let made = || SourceCode::suggest(&new.name);
    // a name without a letter of ours
    let plain = || {
        let word = match new.kind {
            SourceKind::Link => "link",
            SourceKind::Partner => "partner",
        };
        SourceCode::parse(word).ok()
    };
    let Some(first) = new.code.clone().or_else(made).or_else(plain) else {
        return Ok(Added::Taken);
    };
    let mut source = Source {
        id: Id::new(now),
        petition,
        code: first.clone(),
        name: new.name.clone(),
        kind: new.kind,
        sites: new.sites.clone(),
        asking: new.asking,
        takes_posts: new.takes_posts,
        paused_at: None,
        created_at: now,
        revision: 1,
    };
    let mut added = store::insert(tx, &source)?;
    if new.code.is_none() {
        for n in (2_usize..).take(usize::try_from(SOURCES).unwrap_or(usize::MAX)) {
            if added != Added::Taken {
                break;
            }
            source.code = first.numbered(n);
            added = store::insert(tx, &source)?;
        }
    }
    Ok(added)
}

/// What is wrong where it was not written.
pub(crate) fn refused(added: Added) -> Option<WrongFields> {
    match added {
        Added::Done => None,
        Added::Taken => Some(WrongFields::one("code", "error-source-code-taken")),
        Added::Full => Some(WrongFields::one("name", "error-sources-many")),
    }
}
