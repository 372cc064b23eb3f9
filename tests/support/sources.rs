//! Links and partners, written through the store.

use undersigned::base::{Id, Time};
use undersigned::petition::Petition;
use undersigned::petition::source::{Asking, Source, SourceCode, SourceKind};

/// A source that is called like its code, without sites.
pub fn source(petition: Id<Petition>, code: &str, kind: SourceKind, now: Time) -> Source {
    Source {
        id: Id::new(now),
        petition,
        code: SourceCode::parse(code).expect("a code"),
        name: code.to_owned(),
        kind,
        sites: Vec::new(),
        asking: Asking::Never,
        takes_posts: false,
        paused_at: None,
        created_at: now,
        revision: 1,
    }
}
