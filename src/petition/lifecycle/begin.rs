//! How a petition begins: what is told of it, where, and the draft that is made of that.

use crate::account::model::Organization;
use crate::account::store::organization;
use crate::account::{Action, Actor};
use crate::base::{Id, Lang, Slug, Time};
use crate::db::{self, Db, Tx};
use crate::petition::dates::closing;
use crate::petition::model::{Petition, PetitionState, PetitionText};
use crate::petition::rules::kind::Kind;
use crate::petition::rules::retention_period::RetentionPeriod;
use crate::petition::rules::settings::Settings;
use crate::petition::store::{former_slugs, petitions};
use crate::web::{Error, Site};

/// The zone of whoever said nothing else. Browsers that hide where they are say it too.
const UTC: &str = "UTC";

/// What it means.
#[derive(Debug)]
pub struct PetitionStart {
    /// Whose it will be.
    pub organization: Id<Organization>,
    /// What it is.
    pub kind: Kind,
    /// Its title.
    pub title: String,
    /// To whom; may be empty.
    pub target: String,
    /// The language it is written in.
    pub lang: Lang,
    /// Its place in addresses, when one was typed.
    pub slug: Option<Slug>,
    /// The zone of the browser it is begun in, where one said so.
    pub zone: Option<String>,
}

/// The zone that a browser says it is in; none where it says none that there is, or hides it.
#[must_use]
pub(super) fn zone_of_browser(told: &str) -> Option<String> {
    let zone = closing::zone(told).ok();
    zone.filter(|zone| zone != UTC && !zone.starts_with("Etc/"))
}

/// Why no draft was made.
#[derive(Debug, thiserror::Error)]
pub enum NotBegun {
    /// Another petition has the address that was typed.
    #[error("the slug is taken")]
    SlugTaken,
    /// The organization is no more.
    #[error("no such organization")]
    Gone,
    /// The database.
    #[error(transparent)]
    Fault(#[from] db::Error),
}

impl From<NotBegun> for Error {
    fn from(refusal: NotBegun) -> Self {
        match refusal {
            NotBegun::SlugTaken => Self::UNPROCESSABLE,
            NotBegun::Gone => Self::NOT_FOUND,
            NotBegun::Fault(fault) => fault.into(),
        }
    }
}

/// Writes a draft. Without an address of its own it gets one from its title, numbered when that
/// is taken. Its days are told in the zone of the browser, else in that of the organization's newest petition, else in UTC; details are
/// kept as long as the organization says.
///
/// # Errors
/// [`NotBegun`].
pub fn begin(
    tx: &mut Tx<'_>,
    begun: PetitionStart,
    now: Time,
) -> std::result::Result<Id<Petition>, NotBegun> {
    let id = Id::new(now);
    let organization = organization::standing(tx, begun.organization)?;
    let keeps_for = organization.ok_or(NotBegun::Gone)?.keeps_for;
    let slug = match begun.slug {
        Some(typed) if former_slugs::is_taken(tx, &typed, id)? => {
            return Err(NotBegun::SlugTaken);
        }
        Some(typed) => typed,
        None => former_slugs::free(tx, &begun.title, begun.kind, id)?,
    };
    let newest = petitions::of_organization(tx, begun.organization)?;
    let newest = newest.petitions.first().map(|newest| &*newest.time_zone);
    let zone = begun.zone.as_deref().or(newest).unwrap_or(UTC);
    let petition = Petition {
        id,
        organization: begun.organization,
        kind: begun.kind,
        slug,
        state: PetitionState::Draft,
        lang: begun.lang,
        goal: None,
        time_zone: zone.to_owned(),
        opens_at: None,
        closes_at: None,
        published_at: None,
        closed_at: None,
        keeps_last: None,
        archived_at: None,
        settings: Settings {
            keeps_for: keeps_for.map(RetentionPeriod::from).unwrap_or_default(),
            ..Settings::of(begun.kind)
        },
        revision: 1,
        created_at: now,
        updated_at: now,
    };
    petitions::insert(tx, &petition).map_err(|error| match error {
        db::Error::Duplicate => NotBegun::SlugTaken,
        other => NotBegun::Fault(other),
    })?;
    let text = PetitionText {
        lang: begun.lang,
        title: begun.title,
        ask: String::new(),
        target: begun.target,
        body: String::new(),
        body_html: String::new(),
        goal_reason: String::new(),
        outcome: None,
        outcome_html: None,
        is_published: true,
    };
    petitions::save_text(tx, id, &text, now)?;
    Ok(id)
}

/// An organization in which the actor may begin one, and its languages.
pub(super) struct Place {
    /// Key.
    pub(super) id: Id<Organization>,
    /// What it is called.
    pub(super) name: String,
    /// Those of its languages that the site has.
    pub(super) langs: Vec<Lang>,
}

/// Where the actor may begin one, by name.
///
/// # Errors
/// 403 for somebody who may begin none.
pub(super) async fn places(
    site: &Site,
    db: &Db,
    actor: &Actor,
) -> std::result::Result<Vec<Place>, Error> {
    let may = actor.places(Action::CreatePetition);
    let ids: Vec<_> = may.map(|place| place.organization).collect();
    let all = site.library.languages().to_vec();
    let found = db.read(move |conn| {
        let each = ids.into_iter().map(|id| organization::find(conn, id));
        each.collect::<db::Result<Vec<_>>>()
    });
    let found = found.await?.into_iter().flatten();
    let places = found.map(|one| Place {
        id: one.id,
        langs: one.begins_in(&all),
        name: one.name,
    });
    let places: Vec<_> = places.collect();
    match places.is_empty() {
        true => Err(Error::FORBIDDEN),
        false => Ok(places),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_s_zone_is_one_of_the_list_or_none() {
        let zone = zone_of_browser("America/Mexico_City");
        assert_eq!(zone.as_deref(), Some("America/Mexico_City"));
        for none in ["", "UTC", "Etc/GMT+5", "Merton", "../../etc/passwd", "<b>"] {
            assert_eq!(zone_of_browser(none), None, "{none}");
        }
    }
}
