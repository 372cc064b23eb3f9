//! Which signatures stand on the public register (the counted ones whose owners show their names),
//! and what organizers say of how they do.
//!
//! Whoever changes a signature, its details or what is shown of them calls [`follow`] in the same
//! transaction; nothing else writes names to the register.

use crate::base::{Id, Lang};
use crate::both;
use crate::db::schema::{signature_details as d, signatures as g};
use crate::db::{Conn, Error, Result, Tx};
use crate::petition::{Petition, SignerField};
use crate::signature::model::{Signature, SignatureState, Visibility};
use crate::signature::register::RegisterEntry;
use crate::signature::register::sorting::sort_key;
use crate::signature::register::store::{enter, strike};
use crate::signature::store::confirmed::Confirmed;
use diesel::prelude::*;

#[derive(Queryable)]
struct ListedRow {
    id: Id<Signature>,
    petition: Id<Petition>,
    lang: String,
    name: String,
    role: Option<String>,
    affiliation: Option<String>,
    place: Option<String>,
    visibility: i16,
    sorted_as: Option<String>,
    is_first: bool,
}

/// What stands beside a name: nothing, unless its owner shows that too.
fn beside(shown: Visibility, text: Option<String>) -> Option<String> {
    text.filter(|_| shown >= Visibility::Detail)
}

impl TryFrom<ListedRow> for RegisterEntry {
    type Error = Error;

    fn try_from(row: ListedRow) -> Result<Self> {
        let lang = Lang::parse(&row.lang).map_err(|_| Error::Refused("language"))?;
        let shown = Visibility::from_number(row.visibility);
        Ok(Self {
            id: row.id.cast(),
            petition: row.petition,
            sort_key: sort_key(&row.name, lang, row.sorted_as.as_deref()),
            name: row.name,
            role: beside(shown, row.role),
            affiliation: beside(shown, row.affiliation),
            place: beside(shown, row.place),
            is_first: row.is_first,
        })
    }
}

/// Enters those among new signatures that are counted and shown by name.
pub(crate) fn enter_new(tx: &mut Tx<'_>, new: &[Confirmed<'_>]) -> Result<()> {
    let shown = new.iter().filter(|one| {
        one.state == SignatureState::Counted && one.pending.signer.visibility.is_named()
    });
    let entries: Vec<_> = shown
        .map(|one| {
            let (pending, signer) = (one.pending, &one.pending.signer);
            let beside = |field| beside(signer.visibility, signer.fields[field].clone());
            RegisterEntry {
                id: pending.id.cast(),
                petition: pending.petition,
                name: signer.name.clone(),
                role: beside(SignerField::Role),
                affiliation: beside(SignerField::Affiliation),
                place: beside(SignerField::Place),
                sort_key: sort_key(&signer.name, pending.agreed.lang, None),
                is_first: false,
            }
        })
        .collect();
    enter(tx, &entries)
}

/// Before somebody takes this name: what organizers said of another goes with that.
pub(crate) fn unsort(tx: &mut Tx<'_>, id: Id<Signature>, name: &str) -> Result<()> {
    diesel::update(d::table.find(id).filter(d::name.ne(name)))
        .set(d::sorted_as.eq(None::<&str>))
        .execute(&mut **tx)?;
    Ok(())
}

/// Makes the register say of these signatures what it may say now.
///
/// # Errors
/// A fault of the database.
pub(crate) fn follow(tx: &mut Tx<'_>, ids: &[Id<Signature>]) -> Result<()> {
    let entries_before: Vec<_> = ids.iter().map(|id| id.cast()).collect();
    strike(tx, &entries_before)?;
    let shown = entries(tx, ids)?;
    enter(tx, &shown)
}

/// The entries of those among these signatures that are counted and shown by name.
pub(crate) fn entries(conn: &mut Conn, ids: &[Id<Signature>]) -> Result<Vec<RegisterEntry>> {
    both!(conn, |c| g::table
        .inner_join(d::table.on(d::signature_id.eq(g::id)))
        .filter(g::id.eq_any(ids))
        .filter(g::state.eq(SignatureState::Counted.number()))
        .filter(d::visibility.ge(Visibility::Name.number()))
        .select((
            g::id,
            g::petition_id,
            g::lang,
            d::name,
            d::role,
            d::affiliation,
            d::place,
            d::visibility,
            d::sorted_as,
            d::is_first,
        ))
        .load::<ListedRow>(c))?
    .into_iter()
    .map(RegisterEntry::try_from)
    .collect()
}

/// How organizers want a name listed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listing {
    /// Sorted under this instead of the guess.
    pub sorted_as: Option<String>,
    /// Among the first signers.
    pub is_first: bool,
}

/// How organizers want this name listed; none when it is erased.
pub fn find(conn: &mut Conn, id: Id<Signature>) -> Result<Option<Listing>> {
    Ok(d::table
        .find(id)
        .select((d::sorted_as, d::is_first))
        .first::<(Option<String>, bool)>(conn)
        .optional()?
        .map(|(sorted_as, is_first)| Listing {
            sorted_as,
            is_first,
        }))
}

/// Notes how organizers want this name listed.
pub fn set(tx: &mut Tx<'_>, id: Id<Signature>, listing: &Listing) -> Result<()> {
    both!(tx, |c| diesel::update(d::table.find(id))
        .set((
            d::sorted_as.eq(listing.sorted_as.as_deref()),
            d::is_first.eq(listing.is_first),
        ))
        .execute(c))?;
    Ok(())
}
