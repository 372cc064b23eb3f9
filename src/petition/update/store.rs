//! Updates in the database. Visitors read them from [`News`](super::UpdateCache).

use super::model::{Update, UpdateState, UpdateText};
use crate::base::{Id, Lang, Time};
use crate::db::schema::{update_texts, updates};
use crate::db::{Conn, Error, Result, Tx};
use crate::petition::Petition;
use diesel::prelude::*;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = updates, treat_none_as_null = true)]
struct UpdateRow {
    id: Id<Update>,
    petition_id: Id<Petition>,
    state: i16,
    published_at: Option<Time>,
    edited_at: Option<Time>,
    revision: i64,
    created_at: Time,
    updated_at: Time,
}

impl From<UpdateRow> for Update {
    fn from(row: UpdateRow) -> Self {
        Self {
            id: row.id,
            petition: row.petition_id,
            state: UpdateState::from_number(row.state),
            published_at: row.published_at,
            edited_at: row.edited_at,
            revision: row.revision,
            created_at: row.created_at,
            updated_at: row.updated_at,
        }
    }
}

impl From<&Update> for UpdateRow {
    fn from(update: &Update) -> Self {
        Self {
            id: update.id,
            petition_id: update.petition,
            state: update.state.number(),
            published_at: update.published_at,
            edited_at: update.edited_at,
            revision: update.revision,
            created_at: update.created_at,
            updated_at: update.updated_at,
        }
    }
}

/// The update with this key.
///
/// # Errors
/// A fault of the database.
pub fn find(conn: &mut Conn, id: Id<Update>) -> Result<Option<Update>> {
    Ok(updates::table
        .find(id)
        .select(UpdateRow::as_select())
        .first::<UpdateRow>(conn)
        .optional()?
        .map(Update::from))
}

/// A petition's updates, the newest first; at most `most`.
///
/// # Errors
/// A fault of the database.
pub(crate) fn of_petition(
    conn: &mut Conn,
    petition: Id<Petition>,
    most: i64,
) -> Result<Vec<Update>> {
    Ok(updates::table
        .filter(updates::petition_id.eq(petition))
        .order(updates::id.desc())
        .limit(most)
        .select(UpdateRow::as_select())
        .load::<UpdateRow>(conn)?
        .into_iter()
        .map(Update::from)
        .collect())
}

/// How many a petition has, drafts and those taken back too.
///
/// # Errors
/// A fault of the database.
pub fn count(conn: &mut Conn, petition: Id<Petition>) -> Result<i64> {
    let of = updates::table.filter(updates::petition_id.eq(petition));
    Ok(of.count().get_result(conn)?)
}

/// Updates that are no drafts and moved at `since` or later (see [`Changes`](crate::db::Changes)).
///
/// # Errors
/// A fault of the database.
pub(crate) fn public_since(conn: &mut Conn, since: i64) -> Result<Vec<Update>> {
    Ok(updates::table
        .filter(updates::moved.ge(since))
        .filter(updates::state.ne(UpdateState::Draft.number()))
        .select(UpdateRow::as_select())
        .load::<UpdateRow>(conn)?
        .into_iter()
        .map(Update::from)
        .collect())
}

/// Writes a new one.
///
/// # Errors
/// A fault of the database.
pub fn insert(tx: &mut Tx<'_>, update: &Update) -> Result<()> {
    diesel::insert_into(updates::table)
        .values(UpdateRow::from(update))
        .execute(&mut **tx)?;
    Ok(())
}

/// Writes what changed, if the update still is of this revision; false when somebody was quicker.
/// The revision grows by one, in `update` too.
///
/// # Errors
/// A fault of the database.
pub fn change(tx: &mut Tx<'_>, update: &mut Update, revision: i64, now: Time) -> Result<bool> {
    update.revision = revision + 1;
    update.updated_at = now;
    let same = updates::table
        .find(update.id)
        .filter(updates::revision.eq(revision));
    let changed = diesel::update(same)
        .set(UpdateRow::from(&*update))
        .execute(&mut **tx)?;
    Ok(changed == 1)
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = update_texts)]
struct TextRow {
    update_id: Id<Update>,
    lang: String,
    title: String,
    body: String,
    body_html: String,
}

/// Its text in every language it has.
///
/// # Errors
/// A fault of the database.
pub fn texts(conn: &mut Conn, id: Id<Update>) -> Result<Vec<UpdateText>> {
    update_texts::table
        .filter(update_texts::update_id.eq(id))
        .order(update_texts::lang)
        .select(TextRow::as_select())
        .load::<TextRow>(conn)?
        .into_iter()
        .map(|row| {
            Ok(UpdateText {
                lang: Lang::parse(&row.lang).map_err(|_| Error::Refused("language"))?,
                title: row.title,
                body: row.body,
                body_html: row.body_html,
            })
        })
        .collect()
}

/// A published update, as it is called in one of its languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UpdateTitle {
    /// Which.
    pub update: Id<Update>,
    /// When it was published.
    pub at: Time,
    /// The language.
    pub lang: String,
    /// What it is called.
    pub title: String,
}

/// The titles of what a petition published, the newest first, each in every language it has; at most `most`.
///
/// # Errors
/// A fault of the database.
pub fn titles(conn: &mut Conn, petition: Id<Petition>, most: i64) -> Result<Vec<UpdateTitle>> {
    let rows: Vec<(Id<Update>, Option<Time>, String, String)> = updates::table
        .inner_join(update_texts::table.on(update_texts::update_id.eq(updates::id)))
        .filter(updates::petition_id.eq(petition))
        .filter(updates::state.eq(UpdateState::Published.number()))
        .order((updates::id.desc(), update_texts::lang))
        .limit(most)
        .select((
            updates::id,
            updates::published_at,
            update_texts::lang,
            update_texts::title,
        ))
        .load(conn)?;
    let title = |(update, at, lang, title): (_, Option<Time>, _, _)| {
        Some(UpdateTitle {
            update,
            at: at?,
            lang,
            title,
        })
    };
    Ok(rows.into_iter().filter_map(title).collect())
}

/// Puts these texts in the place of those it had.
///
/// # Errors
/// A fault of the database.
pub fn save_texts(tx: &mut Tx<'_>, id: Id<Update>, texts: &[UpdateText]) -> Result<()> {
    let old = update_texts::table.filter(update_texts::update_id.eq(id));
    diesel::delete(old).execute(&mut **tx)?;
    for text in texts {
        diesel::insert_into(update_texts::table)
            .values(TextRow {
                update_id: id,
                lang: text.lang.as_str().to_owned(),
                title: text.title.clone(),
                body: text.body.clone(),
                body_html: text.body_html.clone(),
            })
            .execute(&mut **tx)?;
    }
    Ok(())
}
