//! POST /api/v2/petitions: begins a petition. It is public at once where everything is there that the console's checklist asks for, and a
//! draft else; `undersigned:status` says which.

use super::texts::GivenTexts;
use crate::account::deed::Deed;
use crate::account::store::activity::Doer;
use crate::account::store::{member, organization};
use crate::account::token::model::Reach;
use crate::account::token::scope::Scope;
use crate::account::{Action, may};
use crate::base::Lang;
use crate::db::{self, Tx};
use crate::mail::OutgoingMail;
use crate::partner::api::caller::Caller;
use crate::partner::api::given::Given;
use crate::partner::api::listing::resource;
use crate::partner::api::model::petition;
use crate::petition::lifecycle::begin::{NotBegun, PetitionStart, begin};
use crate::petition::lifecycle::publishing::{NotPublished, publish};
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::store::petitions;
use crate::petition::{Kind, PetitionCache, PublicPetition};
use crate::web::Problem;
use actix_web::HttpResponse;
use actix_web::web::Data;

/// What came of it.
struct Begun {
    managed: ManagedPetition,
    shown: Option<PublicPetition>,
}

/// Begins it.
///
/// # Errors
/// 403 without the scope `petitions:write`, and for a token of some petitions only; 400 without a title, or for what the editor does not take.
pub async fn post(
    caller: Caller,
    outgoing: Data<OutgoingMail>,
    petition_cache: Data<PetitionCache>,
    given: Given,
) -> Result<HttpResponse, Problem> {
    caller.allow(Scope::PetitionsWrite, Reach::Whole)?;
    let texts = GivenTexts::read(&given)?;
    if texts.title().is_empty() {
        return Err(given.wrong("title", "title is needed"));
    }
    let (now, id) = (caller.now(), caller.token.organization);
    let all = caller.site.library.languages().to_vec();
    let doer = Doer::program(&caller.token.name, now);
    let mark = outgoing.mark.clone();
    let by = caller.token.made_by;
    let write = move |tx: &mut Tx<'_>| {
        let place = organization::standing(tx, id)?.ok_or(NotBegun::Gone)?;
        let lang = place.begins_in(&all).first().copied().unwrap_or(Lang::EN);
        let start = PetitionStart {
            organization: id,
            kind: Kind::Petition,
            title: texts.title(),
            target: texts.target(),
            lang,
            slug: None,
            zone: None,
        };
        let title = texts.title();
        let id = begin(tx, start, now)?;
        for text in petitions::texts(tx, id)? {
            petitions::save_text(tx, id, &texts.clone().over(&text), now)?;
        }
        doer.did(tx, place.id, Deed::CREATED, &title)?;
        // an editor's program shows nothing to the world that the editor may not
        let may_publish = match by {
            None => true,
            Some(by) => member::role_of(tx, place.id, by)?
                .is_some_and(|role| may(role, Action::PublishPetition)),
        };
        let shown = match may_publish.then(|| publish(tx, id, 1, &mark, now)) {
            Some(Ok(petition)) => {
                doer.did(tx, place.id, Deed::PUBLISHED, &title)?;
                Some(PublicPetition::load(tx, petition)?)
            }
            Some(Err(NotPublished::Fault(fault))) => return Err(fault.into()),
            Some(Err(_)) | None => None,
        };
        let managed = ManagedPetition::load(tx, id)?.ok_or(NotBegun::Gone)?;
        Ok::<_, NotBegun>(Begun { managed, shown })
    };
    let begun = caller
        .db
        .write(write)
        .await
        .map_err(|refused| match refused {
            NotBegun::Fault(fault) => Problem::from(fault),
            NotBegun::SlugTaken => db::Error::Duplicate.into(),
            NotBegun::Gone => Problem::unknown("organization"),
        })?;
    if let Some(shown) = begun.shown {
        petition_cache.put(shown);
    }
    Ok(resource(&petition(&caller, &begun.managed)))
}
