//! Petitions in the database. Nothing here is on the path of a visitor: pages are served from
//! the [`Shelf`](super::Shelf).

pub use super::wording_store::{Kept, KeptText, add_wording, newest_wordings, wordings};

use super::model::{Kind, Petition, PetitionText, State};
use super::settings::Settings;
use crate::account::model::Organization;
use crate::base::{Id, Lang, Slug, Time};
use crate::both;
use crate::db::schema::{organizations, pending_signatures, petition_texts, petitions, tallies};
use crate::db::types::JsonText;
use crate::db::{Conn, Error, Result, Tx};
use diesel::prelude::*;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = petitions, treat_none_as_null = true)]
pub(super) struct PetitionRow {
    pub(super) id: Id<Petition>,
    organization_id: Id<Organization>,
    kind: i16,
    slug: String,
    state: i16,
    lang: String,
    goal: Option<i32>,
    time_zone: String,
    opens_at: Option<Time>,
    closes_at: Option<Time>,
    published_at: Option<Time>,
    closed_at: Option<Time>,
    settings: JsonText,
    revision: i64,
    created_at: Time,
    updated_at: Time,
}

impl TryFrom<PetitionRow> for Petition {
    type Error = Error;

    fn try_from(row: PetitionRow) -> Result<Self> {
        let strange = |_| Error::Refused("value of another shape");
        Ok(Self {
            id: row.id,
            organization: row.organization_id,
            kind: Kind::from_number(row.kind),
            slug: Slug::parse(&row.slug).map_err(strange)?,
            state: State::from_number(row.state),
            lang: Lang::parse(&row.lang).map_err(strange)?,
            goal: row.goal,
            time_zone: row.time_zone,
            opens_at: row.opens_at,
            closes_at: row.closes_at,
            published_at: row.published_at,
            closed_at: row.closed_at,
            // What a newer program wrote may be what protects signers: no default stands in for it.
            settings: serde_json::from_str::<Settings>(&row.settings.0)
                .map_err(|_| Error::Refused("settings of another shape"))?,
            revision: row.revision,
            created_at: row.created_at,
            updated_at: row.updated_at,
        })
    }
}

impl TryFrom<&Petition> for PetitionRow {
    type Error = Error;

    fn try_from(petition: &Petition) -> Result<Self> {
        Ok(Self {
            id: petition.id,
            organization_id: petition.organization,
            kind: petition.kind.number(),
            slug: petition.slug.as_str().to_owned(),
            state: petition.state.number(),
            lang: petition.lang.as_str().to_owned(),
            goal: petition.goal,
            time_zone: petition.time_zone.clone(),
            opens_at: petition.opens_at,
            closes_at: petition.closes_at,
            published_at: petition.published_at,
            closed_at: petition.closed_at,
            settings: JsonText(
                serde_json::to_string(&petition.settings)
                    .map_err(|_| Error::Refused("settings"))?,
            ),
            revision: petition.revision,
            created_at: petition.created_at,
            updated_at: petition.updated_at,
        })
    }
}

/// The petition with this key.
pub fn find(conn: &mut Conn, id: Id<Petition>) -> Result<Option<Petition>> {
    let row = petitions::table
        .find(id)
        .select(PetitionRow::as_select())
        .first::<PetitionRow>(conn)
        .optional()?;
    row.map(Petition::try_from).transpose()
}

/// How many there are, in every state.
pub fn count(conn: &mut Conn) -> Result<i64> {
    Ok(petitions::table.count().get_result(conn)?)
}

/// The petition at this place in addresses, drafts too.
pub fn by_slug(conn: &mut Conn, slug: &Slug) -> Result<Option<Petition>> {
    let row = petitions::table
        .filter(petitions::slug.eq(slug.as_str()))
        .select(PetitionRow::as_select())
        .first::<PetitionRow>(conn)
        .optional()?;
    row.map(Petition::try_from).transpose()
}

/// All petitions of an organization, the newest first.
/// One that cannot be read is named in the log, and keeps nobody from the others.
pub fn of_organization(conn: &mut Conn, id: Id<Organization>) -> Result<Vec<Petition>> {
    let rows = petitions::table
        .filter(petitions::organization_id.eq(id))
        .order(petitions::id.desc())
        .select(PetitionRow::as_select())
        .load::<PetitionRow>(conn)?;
    let read = |row: PetitionRow| {
        let id = row.id;
        Petition::try_from(row)
            .inspect_err(|error| tracing::error!(petition = %id, %error, "it cannot be read"))
            .ok()
    };
    Ok(rows.into_iter().filter_map(read).collect())
}

/// Petitions that are no drafts and moved at `since` or later (see [`Changes`](crate::db::Changes)); what the shelf asks each second.
/// One that cannot be read is told with its key, and keeps nobody from the others.
pub fn public_since(conn: &mut Conn, since: i64) -> Result<Vec<(Id<Petition>, Result<Petition>)>> {
    Ok(petitions::table
        .filter(petitions::state.ne(State::Draft.number()))
        .filter(petitions::moved.ge(since))
        .select(PetitionRow::as_select())
        .load::<PetitionRow>(conn)?
        .into_iter()
        .map(|row| (row.id, Petition::try_from(row)))
        .collect())
}

/// Writes a new petition and its empty tally.
///
/// # Errors
/// [`Error::Duplicate`] when the slug is taken.
pub fn insert(tx: &mut Tx<'_>, petition: &Petition) -> Result<()> {
    let row = PetitionRow::try_from(petition)?;
    diesel::insert_into(petitions::table)
        .values(&row)
        .execute(&mut **tx)?;
    diesel::insert_into(tallies::table)
        .values((
            tallies::petition_id.eq(petition.id),
            tallies::goal.eq(petition.goal.map(i64::from)),
            tallies::updated_at.eq(petition.created_at),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Petitions that still run, open or paused, and whose closing time has come.
pub fn past_closing(conn: &mut Conn, now: Time) -> Result<Vec<Petition>> {
    Ok(petitions::table
        .filter(petitions::state.eq_any([State::Open.number(), State::Paused.number()]))
        .filter(petitions::closes_at.le(now))
        .order(petitions::id)
        .select(PetitionRow::as_select())
        .load::<PetitionRow>(conn)?
        .into_iter()
        // One that cannot be read is off the shelf, and keeps the others from nothing.
        .filter_map(|row| Petition::try_from(row).ok())
        .collect())
}

/// Open petitions that close after the first time and not after the second.
pub fn closing(conn: &mut Conn, after: Time, until: Time) -> Result<Vec<Id<Petition>>> {
    Ok(petitions::table
        .filter(petitions::state.eq(State::Open.number()))
        .filter(petitions::closes_at.gt(after))
        .filter(petitions::closes_at.le(until))
        .select(petitions::id)
        .load(conn)?)
}

/// Whether anybody has signed, or has typed in a name and not confirmed it yet.
pub fn has_signers(conn: &mut Conn, id: Id<Petition>) -> Result<bool> {
    let signed = tallies::table.find(id).filter(
        (tallies::counted + tallies::held + tallies::withdrawn + tallies::removed).gt(0_i64),
    );
    let waiting = pending_signatures::table.filter(pending_signatures::petition_id.eq(id));
    Ok(
        diesel::select(diesel::dsl::exists(signed)).get_result::<bool>(conn)?
            || diesel::select(diesel::dsl::exists(waiting)).get_result::<bool>(conn)?,
    )
}

/// As [`update`], if the petition still is of this revision; false when somebody was quicker.
///
/// # Errors
/// [`Error::Duplicate`] when the slug is taken.
pub fn update_from(
    tx: &mut Tx<'_>,
    petition: &mut Petition,
    revision: i64,
    now: Time,
) -> Result<bool> {
    petition.revision = revision + 1;
    petition.updated_at = now;
    let row = PetitionRow::try_from(&*petition)?;
    let same = petitions::table
        .find(petition.id)
        .filter(petitions::revision.eq(revision));
    Ok(diesel::update(same).set(&row).execute(&mut **tx)? == 1)
}

/// Writes what changed; the revision grows by one, in `petition` too.
///
/// # Errors
/// [`Error::Duplicate`] when the slug is taken.
pub fn update(tx: &mut Tx<'_>, petition: &mut Petition, now: Time) -> Result<()> {
    petition.revision += 1;
    petition.updated_at = now;
    let row = PetitionRow::try_from(&*petition)?;
    diesel::update(petitions::table.find(petition.id))
        .set(&row)
        .execute(&mut **tx)?;
    Ok(())
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = petition_texts)]
struct TextRow {
    lang: String,
    title: String,
    ask: String,
    target: String,
    body: String,
    body_html: String,
    goal_reason: String,
    outcome: Option<String>,
    outcome_html: Option<String>,
    is_published: bool,
}

/// The text in every language it has.
pub fn texts(conn: &mut Conn, id: Id<Petition>) -> Result<Vec<PetitionText>> {
    petition_texts::table
        .filter(petition_texts::petition_id.eq(id))
        .order(petition_texts::lang)
        .select(TextRow::as_select())
        .load::<TextRow>(conn)?
        .into_iter()
        .map(|row| {
            Ok(PetitionText {
                lang: Lang::parse(&row.lang).map_err(|_| Error::Refused("language"))?,
                title: row.title,
                ask: row.ask,
                target: row.target,
                body: row.body,
                body_html: row.body_html,
                goal_reason: row.goal_reason,
                outcome: row.outcome,
                outcome_html: row.outcome_html,
                is_published: row.is_published,
            })
        })
        .collect()
}

/// What each of these petitions is called, in every language it has.
pub fn titles(conn: &mut Conn, ids: &[Id<Petition>]) -> Result<Vec<(Id<Petition>, Lang, String)>> {
    use petition_texts as t;
    let rows = both!(conn, |c| t::table
        .filter(t::petition_id.eq_any(ids))
        .order((t::petition_id, t::lang))
        .select((t::petition_id, t::lang, t::title))
        .load::<(Id<Petition>, String, String)>(c))?;
    let read = |(id, lang, title): (_, String, _)| {
        let lang = Lang::parse(&lang).map_err(|_| Error::Refused("language"))?;
        Ok((id, lang, title))
    };
    rows.into_iter().map(read).collect()
}

/// Writes the text of one language, new or not.
pub fn save_text(tx: &mut Tx<'_>, id: Id<Petition>, text: &PetitionText, now: Time) -> Result<()> {
    use petition_texts as t;
    let changes = (
        t::title.eq(&text.title),
        t::ask.eq(&text.ask),
        t::target.eq(&text.target),
        t::body.eq(&text.body),
        t::body_html.eq(&text.body_html),
        t::goal_reason.eq(&text.goal_reason),
        t::outcome.eq(&text.outcome),
        t::outcome_html.eq(&text.outcome_html),
        t::is_published.eq(text.is_published),
        t::updated_at.eq(now),
    );
    both!(tx, |c| diesel::insert_into(t::table)
        .values((
            t::petition_id.eq(id),
            t::lang.eq(text.lang.as_str()),
            changes
        ))
        .on_conflict((t::petition_id, t::lang))
        .do_update()
        .set(changes)
        .execute(c))?;
    Ok(())
}

/// Takes out the text of one language.
pub fn delete_text(tx: &mut Tx<'_>, id: Id<Petition>, lang: Lang) -> Result<()> {
    use petition_texts as t;
    diesel::delete(t::table.find((id, lang.as_str()))).execute(&mut **tx)?;
    Ok(())
}

/// Name and contact address of the organization a petition belongs to.
pub fn organization(conn: &mut Conn, id: Id<Organization>) -> Result<Option<Organization>> {
    Ok(organizations::table
        .find(id)
        .select((
            organizations::id,
            organizations::name,
            organizations::contact_email,
        ))
        .first::<(Id<Organization>, String, String)>(conn)
        .optional()?
        .map(|(id, name, contact_email)| Organization {
            id,
            name,
            contact_email,
        }))
}

/// Whether there is any petition at all.
pub fn any(conn: &mut Conn) -> Result<bool> {
    let first = petitions::table
        .select(petitions::id)
        .first::<Id<Petition>>(conn)
        .optional()?;
    Ok(first.is_some())
}
