//! A page of the register, read from the database.

use super::model::{Group, Grouping, RegisterEntry, SMALLEST_GROUP};
use super::query::RegisterView;
use super::store::{self, EntryFilter, ListPosition};
use crate::base::{Cursor, Id, Page};
use crate::db::Conn;
use crate::petition::{Petition, Visibility};
use crate::web::{Error, Result};

/// Names and groups of a page, and names a search finds; the words of the list say it (`register.ftl`).
const SIZE: usize = 100;
/// One more than [`SIZE`], which says that there are more.
const LOOK: i64 = 101;
/// Most names the organizers' first signers take above the list.
const FIRST: i64 = 50;

/// What the database knows of it.
pub struct FoundEntries {
    /// The letters that have names.
    pub letters: Vec<Group>,
    /// The group that is looked at.
    pub group: Option<Group>,
    /// The first signers, on the first page of all.
    pub first: Vec<RegisterEntry>,
    /// Names.
    pub names: Page<RegisterEntry>,
    /// Groups.
    pub groups: Page<Group>,
}

impl FoundEntries {
    /// Of nobody.
    #[must_use]
    pub fn nothing() -> Self {
        Self {
            letters: Vec::new(),
            group: None,
            first: Vec::new(),
            names: EMPTY,
            groups: NO_GROUPS,
        }
    }
}

const EMPTY: Page<RegisterEntry> = Page {
    rows: Vec::new(),
    next: None,
    previous: None,
};
const NO_GROUPS: Page<Group> = Page {
    rows: Vec::new(),
    next: None,
    previous: None,
};

/// Reads a page of the register, where the organizers allow this much at `most` to be shown. `None`
/// when there is no such letter or group, or it is too small to be shown.
///
/// # Errors
/// A fault of the database.
pub fn look(
    conn: &mut Conn,
    petition: Id<Petition>,
    most: Visibility,
    what: &RegisterView,
    from: Option<&Cursor>,
) -> Result<Option<FoundEntries>> {
    let has_groups = most >= Visibility::Detail;
    let mut looked = FoundEntries {
        letters: store::letters(conn, petition)?,
        ..FoundEntries::nothing()
    };
    match what {
        RegisterView::Found(search) => {
            let mut found = store::found(conn, petition, search, LOOK)?;
            // What is not shown finds nobody.
            found.retain(|entry| has_groups || search.is_in(&entry.name));
            looked.names = Page::cut(found, SIZE, None, key);
            return Ok(Some(looked));
        }
        RegisterView::Groups(_)
        | RegisterView::Names(EntryFilter::Role(_) | EntryFilter::Affiliation(_))
            if !has_groups =>
        {
            return Ok(None);
        }
        RegisterView::Groups(by) => {
            looked.groups = groups(conn, petition, *by, from)?;
            return Ok(Some(looked));
        }
        RegisterView::Names(EntryFilter::All) if from.is_none() => {
            looked.first = store::first(conn, petition, FIRST)?;
        }
        RegisterView::Names(EntryFilter::All) => {}
        RegisterView::Names(EntryFilter::Letter(one)) => {
            if !looked
                .letters
                .iter()
                .any(|group| group.key.starts_with(*one))
            {
                return Ok(None);
            }
        }
        RegisterView::Names(EntryFilter::Role(key)) => {
            looked.group = store::group(conn, petition, Grouping::Role, key)?;
        }
        RegisterView::Names(EntryFilter::Affiliation(key)) => {
            looked.group = store::group(conn, petition, Grouping::Affiliation, key)?;
        }
    }
    let RegisterView::Names(which) = what else {
        return Ok(None);
    };
    let is_group = matches!(which, EntryFilter::Role(_) | EntryFilter::Affiliation(_));
    if is_group
        && looked
            .group
            .as_ref()
            .is_none_or(|group| group.signers < SMALLEST_GROUP)
    {
        return Ok(None);
    }
    let place = match from {
        None => None,
        Some(cursor) => match place(cursor) {
            Some(place) => Some(place),
            None => return Ok(None),
        },
    };
    let is_backwards = from.is_some_and(Cursor::is_before);
    let found = store::page(conn, petition, which, place.as_ref(), is_backwards, LOOK)?;
    looked.names = Page::cut(found, SIZE, from, key);
    Ok(Some(looked))
}

fn key(entry: &RegisterEntry) -> Vec<String> {
    vec![entry.sort_key.clone(), entry.id.to_string()]
}

fn place(cursor: &Cursor) -> Option<ListPosition> {
    match cursor.key() {
        [key, id] => Some((key.clone(), Id::parse(id).ok()?)),
        _ => None,
    }
}

fn groups(
    conn: &mut Conn,
    petition: Id<Petition>,
    by: Grouping,
    from: Option<&Cursor>,
) -> Result<Page<Group>> {
    let place = match from.map(Cursor::key) {
        None => None,
        Some([size, key]) => Some((size.parse().map_err(|_| Error::NOT_FOUND)?, key.clone())),
        Some(_) => return Err(Error::NOT_FOUND),
    };
    let is_backwards = from.is_some_and(Cursor::is_before);
    let found = store::groups(conn, petition, by, place.as_ref(), is_backwards, LOOK)?;
    Ok(Page::cut(found, SIZE, from, |group| {
        vec![group.signers.to_string(), group.key.clone()]
    }))
}
