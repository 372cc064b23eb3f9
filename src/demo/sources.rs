//! Where the signers of the demo come from: links that the organizers of the letter gave out, and partners whose sites carry its form.

use super::petitions::{Play, TIME_ZONE};
use crate::base::{Day, Id};
use crate::db::{Error, Result, Tx};
use crate::petition::Petition;
use crate::petition::source::{
    Asking, DayCounts, FrameSite, Source, SourceCode, SourceDay, SourceKind, store,
};
use crate::signature::store::confirmed::Confirmed;
use std::collections::BTreeMap;

/// Words that the demo's visitors came by. Those without a name below are words alone.
pub(super) const CODES: &[&str] = &[
    "whatsapp",
    "harlow-table",
    "library-list",
    "poster",
    "open-shelves",
    "ridgemont-clerks",
];

/// Code, name, and the site of a partner.
const NAMED: [(&str, &str, Option<&str>); 5] = [
    ("harlow-table", "Harlow library table", None),
    ("library-list", "Library mailing list", None),
    ("poster", "Poster in the law school", None),
    (
        "open-shelves",
        "Open Shelves Collective",
        Some("https://open-shelves.example"),
    ),
    (
        "ridgemont-clerks",
        "Ridgemont Clerks’ Guild",
        Some("https://*.ridgemont-clerks.example"),
    ),
];

/// Writes those of the letter, with what its crowd counts for them; the others have none.
pub(super) fn write(
    tx: &mut Tx<'_>,
    petition: Id<Petition>,
    play: &Play,
    crowd: &[Confirmed<'_>],
) -> Result<()> {
    if !play.has_steps {
        return Ok(());
    }
    for (code, name, site) in NAMED {
        let code = SourceCode::parse(code).map_err(|_| Error::Refused("code"))?;
        let sites = FrameSite::list(site.unwrap_or_default());
        let source = Source {
            id: Id::new(play.opened_at),
            petition,
            code,
            name: name.to_owned(),
            kind: match site {
                Some(_) => SourceKind::Partner,
                None => SourceKind::Link,
            },
            sites: sites.map_err(|_| Error::Refused("site"))?,
            asking: Asking::Never,
            takes_posts: false,
            paused_at: None,
            created_at: play.opened_at,
            revision: 1,
        };
        store::insert(tx, &source)?;
    }
    let mut came: BTreeMap<SourceDay, DayCounts> = BTreeMap::new();
    // of those who open the page by a link one in four or five signs
    for (one, opened) in crowd.iter().zip((4..=5).cycle()) {
        let code = one.pending.source.as_deref();
        let named = NAMED.iter().any(|(named, ..)| Some(*named) == code);
        let Some(code) = code.filter(|_| named) else {
            continue;
        };
        let on = |at| SourceDay {
            petition,
            code: code.to_owned(),
            day: Day::of(at, TIME_ZONE),
        };
        let sent = came.entry(on(one.pending.created_at)).or_default();
        sent.opened += opened;
        sent.sent += 1;
        came.entry(on(one.at)).or_default().confirmed += 1;
    }
    store::count(tx, &came)
}
