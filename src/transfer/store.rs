//! Signatures as they are read for a file: fast, page by page, nothing copied that is not kept.

use crate::base::{Id, Time};
use crate::db::schema::{signature_details as d, signatures as g};
use crate::db::statements::types::{Instant, Uid};
use crate::db::{Conn, Error, Result};
use crate::petition::{FieldMap, Founder, Petition, PledgeOption, SignerField, Wording};
use crate::signature::{Signature, SignatureState, Visibility};
use diesel::connection::{DefaultLoadingMode, LoadConnection};
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::AsQuery;
use diesel::row::{Field, Row};
use diesel::sql_types::{Bool, Nullable, SmallInt};
use diesel::sqlite::Sqlite;

/// A signature on its way into a file, borrowed from what the database handed over.
#[derive(Debug, Clone, Copy)]
pub struct Signed<'a> {
    /// Key.
    pub id: Id<Signature>,
    /// The wording that was signed.
    pub wording: Id<Wording>,
    /// When the form was sent.
    pub signed_at: Time,
    /// When its mailbox confirmed it.
    pub confirmed_at: Time,
    /// When it last moved between states.
    pub changed_at: Time,
    /// The language it was signed in.
    pub lang: &'a str,
    /// Where the signer came from.
    pub source: Option<&'a str>,
    /// What was promised, where there was a choice.
    pub choice: Option<Id<PledgeOption>>,
    /// What is personal; none once it is erased.
    pub signer: Option<ExportedSigner<'a>>,
}

/// What is personal of it.
#[derive(Debug, Clone, Copy)]
pub struct ExportedSigner<'a> {
    /// The name.
    pub name: &'a str,
    /// The address.
    pub email: &'a str,
    /// What else was asked for.
    pub fields: FieldMap<Option<&'a str>>,
    /// What was answered to the organizers' own questions, as JSON.
    pub replies: Option<&'a str>,
    /// Yes or no to mail.
    pub wants_updates: bool,
    /// The founding organizations that may write, as JSON; none where there is one organization.
    pub opted_in_to: Option<&'a str>,
    /// How much of the signer others may see.
    pub visibility: Visibility,
}

impl ExportedSigner<'_> {
    /// The founding organizations that may write to this signer.
    #[must_use]
    pub fn founders(&self) -> Vec<Id<Founder>> {
        self.opted_in_to
            .and_then(|json| serde_json::from_str(json).ok())
            .unwrap_or_default()
    }
}

impl Signed<'_> {
    /// The same where the organizers allow no more than `most` to be shown.
    #[must_use]
    pub(crate) fn at_most(mut self, most: Visibility) -> Self {
        if let Some(signer) = &mut self.signer {
            signer.visibility = signer.visibility.min(most);
        }
        self
    }
}

macro_rules! page_of {
    ($petition:expr, $state:expr, $after:expr, $until:expr, $most:expr) => {
        g::table
            // The second bound says nothing new, but PostgreSQL would begin to merge at the first
            // of all details without it: each page would cost what all before it did.
            .left_join(d::table.on(d::signature_id.eq(g::id).and(d::signature_id.gt($after))))
            .filter(g::petition_id.eq($petition))
            .filter(g::state.eq($state.number()))
            .filter(g::id.gt($after))
            .filter(g::confirmed_at.le($until))
            .order(g::id)
            .limit($most)
            .select((
                g::id,
                g::wording_id,
                g::signed_at,
                g::changed_at,
                g::lang,
                g::source,
                d::name.nullable(),
                d::email.nullable(),
                d::opted_in_to.nullable(),
                d::wants_updates.nullable(),
                d::visibility.nullable(),
                g::choice_id,
                // From here on in the order of the fields.
                d::role.nullable(),
                d::affiliation.nullable(),
                d::place.nullable(),
                d::postcode.nullable(),
                d::country.nullable(),
                d::replies.nullable(),
                g::confirmed_at,
            ))
            .as_query()
    };
}

/// Shows `see` the next signatures of one state after `after`, by id, at most `most`, of those
/// confirmed until `until`. Returns the last id and how many there were; none at the end.
///
/// # Errors
/// A fault of the database.
pub fn page(
    conn: &mut Conn,
    (petition, state): (Id<Petition>, SignatureState),
    after: Id<Signature>,
    until: Time,
    most: i64,
    mut see: impl FnMut(&Signed<'_>),
) -> Result<Option<(Id<Signature>, i64)>> {
    let mut last = None;
    let mut count = 0;
    match conn {
        Conn::Sqlite(c) => {
            let query = page_of!(petition, state, after, until, most);
            for row in LoadConnection::<DefaultLoadingMode>::load(c, query)? {
                last = Some(see_sqlite(&row?, &mut see)?);
                count += 1;
            }
        }
        Conn::Postgres(c) => {
            let query = page_of!(petition, state, after, until, most);
            for row in LoadConnection::<DefaultLoadingMode>::load(c, query)? {
                last = Some(see_postgres(&row?, &mut see)?);
                count += 1;
            }
        }
    }
    Ok(last.map(|last| (last, count)))
}

/// How many columns of a page are texts: language, source, name, address, the organizations that may write, each field, and answers.
const TEXTS: usize = 6 + SignerField::COUNT;

/// Where the text of this place stands among the columns: dates and answers are between the first five and the fields.
const fn column_of(text: usize) -> usize {
    if text < 5 { text + 4 } else { text + 7 }
}

const SHAPE: Error = Error::Refused("value of another shape");

// The two bodies differ in how a text is borrowed from a value, and each binds its values to names
// first, because what is borrowed lives as long as they do.
macro_rules! seen {
    ($row:ident, $see:ident, $backend:ty, $text:expr) => {{
        macro_rules! of {
            ($sql:ty, $at:literal) => {
                $row.get_value::<$sql, _, _>($at).map_err(|_| SHAPE)?
            };
        }
        let fields: [_; TEXTS] = std::array::from_fn(|text| $row.get(column_of(text)));
        let mut values = fields
            .each_ref()
            .map(|field| field.as_ref().and_then(Field::<$backend>::value));
        let [lang, source, name, email, founders, asked @ .., replies] =
            values.each_mut().map(|value| {
                let text: Option<Result<&str>> = value.as_mut().map($text);
                text.transpose()
            });
        let id = of!(Uid, 0);
        let signer = match (name?, email?) {
            (Some(name), Some(email)) => Some(ExportedSigner {
                name,
                email,
                fields: {
                    let mut fields = FieldMap::default();
                    for (field, text) in SignerField::ALL.into_iter().zip(asked) {
                        fields[field] = text?;
                    }
                    fields
                },
                replies: replies?,
                opted_in_to: founders?,
                wants_updates: of!(Bool, 9),
                visibility: Visibility::from_number(of!(SmallInt, 10)),
            }),
            _ => None,
        };
        $see(&Signed {
            id,
            wording: of!(Uid, 1),
            signed_at: of!(Instant, 2),
            changed_at: of!(Instant, 3),
            confirmed_at: of!(Instant, 18),
            lang: lang?.ok_or(SHAPE)?,
            source: source?,
            choice: of!(Nullable<Uid>, 11),
            signer,
        });
        Ok(id)
    }};
}

fn see_sqlite<'a>(
    row: &impl Row<'a, Sqlite>,
    see: &mut impl FnMut(&Signed<'_>),
) -> Result<Id<Signature>> {
    seen!(row, see, Sqlite, |value| Ok(value.read_text()))
}

fn see_postgres<'a>(
    row: &impl Row<'a, Pg>,
    see: &mut impl FnMut(&Signed<'_>),
) -> Result<Id<Signature>> {
    seen!(row, see, Pg, |value| std::str::from_utf8(value.as_bytes())
        .map_err(|_| SHAPE))
}
