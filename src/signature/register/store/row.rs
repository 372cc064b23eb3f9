//! A name on the register as a row.

use crate::base::Id;
use crate::db::schema::register_entries as e;
use crate::petition::Petition;
use crate::signature::register::model::RegisterEntry;
use diesel::prelude::*;

#[derive(Queryable, Selectable)]
#[diesel(table_name = e)]
pub(crate) struct EntryRow {
    id: Id<RegisterEntry>,
    petition_id: Id<Petition>,
    name: String,
    role: Option<String>,
    affiliation: Option<String>,
    place: Option<String>,
    sort_key: String,
    is_first: bool,
}

impl From<EntryRow> for RegisterEntry {
    fn from(row: EntryRow) -> Self {
        Self {
            id: row.id,
            petition: row.petition_id,
            name: row.name,
            role: row.role,
            affiliation: row.affiliation,
            place: row.place,
            sort_key: row.sort_key,
            is_first: row.is_first,
        }
    }
}
