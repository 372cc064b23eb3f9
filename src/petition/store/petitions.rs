//! Petitions in the database. Nothing here is on the path of a visitor: pages are served from
//! the [`PetitionCache`](crate::petition::PetitionCache).

pub use super::wordings::{StoredWording, WordingText, add_wording, wordings};

use crate::account::model::Organization;
use crate::account::occurrence::{Occurrence, OccurrenceKind, store as occurrence};
use crate::base::{Id, Lang, Slug, Time};
use crate::both;
use crate::count::store::tallies;
use crate::db::schema::{pending_signatures, petition_texts, petitions};
use crate::db::statements::types::JsonText;
use crate::db::{Conn, Error, Result, Tx};
use crate::petition::model::{Petition, PetitionState, PetitionText};
use crate::petition::rules::kind::Kind;
use crate::petition::rules::settings::Settings;
use diesel::prelude::*;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = petitions, treat_none_as_null = true)]
pub(crate) struct PetitionRow {
    pub(crate) id: Id<Petition>,
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
    keeps_last: Option<Time>,
    archived_at: Option<Time>,
    settings: JsonText,
    revision: i64,
    created_at: Time,
    updated_at: Time,
}

/// A row holds what this program does not know: a newer one wrote it, or it is broken.
pub(crate) const UNREADABLE: Error = Error::Refused("a petition that cannot be read");

/// A petition that cannot be read: it is off, and the others run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// Its key.
    pub id: Id<Petition>,
    /// Its place in addresses, as far as that can be read.
    pub slug: Option<Slug>,
    /// Its revision.
    pub revision: i64,
    /// When it last changed.
    pub updated_at: Time,
}

impl Unreadable {
    /// Of a petition of which something that belongs to it cannot be read.
    pub(crate) fn of(petition: &Petition) -> Self {
        Self {
            id: petition.id,
            slug: Some(petition.slug.clone()),
            revision: petition.revision,
            updated_at: petition.updated_at,
        }
    }
}

/// What was found: petitions, and those that cannot be read.
#[derive(Debug, Default)]
pub struct FoundPetitions {
    /// In the order that was asked for.
    pub petitions: Vec<Petition>,
    /// In the same order.
    pub unreadable: Vec<Unreadable>,
}

impl FoundPetitions {
    /// Reads each row by itself.
    pub(crate) fn of(rows: Vec<PetitionRow>) -> Self {
        let mut found = Self::default();
        for row in rows {
            let unreadable = Unreadable {
                id: row.id,
                slug: Slug::parse(&row.slug).ok(),
                revision: row.revision,
                updated_at: row.updated_at,
            };
            match Petition::try_from(row) {
                Ok(petition) => found.petitions.push(petition),
                Err(_) => found.unreadable.push(unreadable),
            }
        }
        found
    }
}

impl TryFrom<PetitionRow> for Petition {
    type Error = Error;

    fn try_from(row: PetitionRow) -> Result<Self> {
        let strange = |_| UNREADABLE;
        Ok(Self {
            id: row.id,
            organization: row.organization_id,
            kind: Kind::from_number(row.kind).ok_or(UNREADABLE)?,
            slug: Slug::parse(&row.slug).map_err(strange)?,
            state: PetitionState::from_number(row.state).ok_or(UNREADABLE)?,
            lang: Lang::parse(&row.lang).map_err(strange)?,
            goal: row.goal,
            time_zone: row.time_zone,
            opens_at: row.opens_at,
            closes_at: row.closes_at,
            published_at: row.published_at,
            closed_at: row.closed_at,
            keeps_last: row.keeps_last,
            archived_at: row.archived_at,
            settings: serde_json::from_str::<Settings>(&row.settings.0)
                .map_err(|_| UNREADABLE)?
                .careful(),
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
            keeps_last: petition.keeps_last,
            archived_at: petition.archived_at,
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
pub(crate) fn of_organization(conn: &mut Conn, id: Id<Organization>) -> Result<FoundPetitions> {
    let rows = petitions::table
        .filter(petitions::organization_id.eq(id))
        .order(petitions::id.desc())
        .select(PetitionRow::as_select())
        .load::<PetitionRow>(conn)?;
    Ok(FoundPetitions::of(rows))
}

/// What was decided of a petition, and whose it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DecidedState {
    /// Which petition.
    pub id: Id<Petition>,
    /// Whose.
    pub organization: Id<Organization>,
    /// What was decided.
    pub state: PetitionState,
}

/// Every petition of these organizations, for the operator's numbers. One whose state this program does not know is left out.
///
/// # Errors
/// A fault of the database.
pub fn states_of(conn: &mut Conn, organizations: &[Id<Organization>]) -> Result<Vec<DecidedState>> {
    let rows: Vec<(Id<Petition>, Id<Organization>, i16)> = both!(conn, |c| petitions::table
        .filter(petitions::organization_id.eq_any(organizations))
        .select((petitions::id, petitions::organization_id, petitions::state,))
        .load(c))?;
    let known = rows.into_iter().filter_map(|(id, organization, state)| {
        Some(DecidedState {
            id,
            organization,
            state: PetitionState::from_number(state)?,
        })
    });
    Ok(known.collect())
}

/// Petitions that are no drafts and moved at `since` or later (see [`Changes`](crate::db::Changes)); what the cache asks each second.
/// One that cannot be read keeps nobody from the others.
pub(crate) fn public_since(conn: &mut Conn, since: i64) -> Result<FoundPetitions> {
    let rows = petitions::table
        .filter(petitions::state.ne(PetitionState::Draft.number()))
        .filter(petitions::moved.ge(since))
        .select(PetitionRow::as_select())
        .load::<PetitionRow>(conn)?;
    Ok(FoundPetitions::of(rows))
}

/// Writes a new petition, whose number is nothing.
///
/// # Errors
/// [`Error::Duplicate`] when the slug is taken.
pub fn insert(tx: &mut Tx<'_>, petition: &Petition) -> Result<()> {
    let row = PetitionRow::try_from(petition)?;
    diesel::insert_into(petitions::table)
        .values(&row)
        .execute(&mut **tx)?;
    let goal = petition.goal.map(i64::from);
    tallies::begin(tx, petition.id.cast(), goal, petition.created_at)
}

/// Petitions that still run, open or paused, and whose closing time has come; of those that can be read.
pub fn past_closing(conn: &mut Conn, now: Time) -> Result<Vec<Petition>> {
    let rows = petitions::table
        .filter(
            petitions::state.eq_any([PetitionState::Open.number(), PetitionState::Paused.number()]),
        )
        .filter(petitions::closes_at.le(now))
        .order(petitions::id)
        .select(PetitionRow::as_select())
        .load::<PetitionRow>(conn)?;
    Ok(FoundPetitions::of(rows).petitions)
}

/// Whether anybody has signed, or has typed in a name and not confirmed it yet.
pub(crate) fn has_signers(conn: &mut Conn, id: Id<Petition>) -> Result<bool> {
    let waiting = pending_signatures::table.filter(pending_signatures::petition_id.eq(id));
    Ok(tallies::has_any(conn, id.cast())?
        || diesel::select(diesel::dsl::exists(waiting)).get_result::<bool>(conn)?)
}

/// The same since a moment; since the beginning without one. A signature that was withdrawn since then counts too: somebody may have been
/// promised something.
pub(crate) fn has_signers_since(
    conn: &mut Conn,
    id: Id<Petition>,
    since: Option<Time>,
) -> Result<bool> {
    let Some(since) = since else {
        return has_signers(conn, id);
    };
    let waiting = pending_signatures::table
        .filter(pending_signatures::petition_id.eq(id))
        .filter(pending_signatures::created_at.ge(since));
    Ok(tallies::has_moved_since(conn, id.cast(), since)?
        || diesel::select(diesel::dsl::exists(waiting)).get_result::<bool>(conn)?)
}

/// Writes what changed, if the petition still is of this revision, which grows by one, in `petition` too; false when
/// somebody was quicker. There is no other way to write one: of two who write at once one hears of it.
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
    let wanted = occurrence::wanted_of(tx, &[petition.id.cast()])?;
    let before = match wanted.is_empty() {
        true => None,
        false => find(tx, petition.id)?,
    };
    let is_written = diesel::update(same).set(&row).execute(&mut **tx)? == 1;
    if let Some(kind) = before.and_then(|before| occurs(before.state, petition.state))
        && is_written
    {
        let one = Occurrence::of(petition.id.cast(), kind, now);
        occurrence::note(tx, &wanted, &[one])?;
    }
    Ok(is_written)
}

/// What programs hear of a petition that is written: nothing of what nobody has seen.
fn occurs(before: PetitionState, after: PetitionState) -> Option<OccurrenceKind> {
    let is_over = |state| matches!(state, PetitionState::Closed | PetitionState::Removed);
    match (before, after) {
        (_, PetitionState::Draft) => None,
        (PetitionState::Draft, _) => Some(OccurrenceKind::PetitionPublished),
        (before, after) if is_over(after) && before != after => {
            Some(OccurrenceKind::PetitionClosed)
        }
        _ => Some(OccurrenceKind::PetitionUpdated),
    }
}

/// Deletes a draft of this revision, with everything that belongs to it; false when it is none any more, or another.
pub(crate) fn delete_draft(tx: &mut Tx<'_>, id: Id<Petition>, revision: i64) -> Result<bool> {
    let draft = petitions::table
        .find(id)
        .filter(petitions::state.eq(PetitionState::Draft.number()))
        .filter(petitions::revision.eq(revision));
    Ok(diesel::delete(draft).execute(&mut **tx)? == 1)
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
pub(crate) fn delete_text(tx: &mut Tx<'_>, id: Id<Petition>, lang: Lang) -> Result<()> {
    use petition_texts as t;
    diesel::delete(t::table.find((id, lang.as_str()))).execute(&mut **tx)?;
    Ok(())
}

/// Whether there is any petition at all.
pub fn any(conn: &mut Conn) -> Result<bool> {
    let first = petitions::table
        .select(petitions::id)
        .first::<Id<Petition>>(conn)
        .optional()?;
    Ok(first.is_some())
}
