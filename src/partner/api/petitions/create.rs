//! POST /api/v2/petitions: begins a petition. It is public at once where everything is there that the console's checklist asks for, and a
//! draft else; `undersigned:status` says which.

use super::texts::GivenTexts;
use crate::account::deed::Deed;
use crate::account::store::activity::Doer;
use crate::account::store::{member, organization};
use crate::account::token::model::Reach;
use crate::account::token::request::{KeptAnswer, MadeThing};
use crate::account::token::request_store::{self, Standing};
use crate::account::token::scope::Scope;
use crate::account::{Action, may};
use crate::base::{Id, Lang};
use crate::db::{self, Tx};
use crate::mail::OutgoingMail;
use crate::partner::api::caller::Caller;
use crate::partner::api::given::Given;
use crate::partner::api::once;
use crate::partner::api::told::petition;
use crate::petition::lifecycle::begin::{NotBegun, PetitionStart, begin};
use crate::petition::lifecycle::publishing::{NotPublished, publish};
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::store::petitions;
use crate::petition::{Kind, PetitionCache, PublicPetition};
use crate::web::Problem;
use actix_web::HttpResponse;
use actix_web::web::Data;

/// What came of it.
enum Ended {
    /// It was begun; and is public, where everything is there.
    Now(Box<(ManagedPetition, Option<PublicPetition>)>),
    /// The same was asked before.
    Before(Standing),
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
    let (by, token) = (caller.token.made_by, caller.token.id);
    let key = once::key(&caller, &given)?;
    let write = move |tx: &mut Tx<'_>| {
        // key and petition are written together: whoever asks again while this is being done waits for its end
        let lease = match key {
            None => None,
            Some((key, asked)) => match request_store::begin(tx, token, key, asked, now)? {
                Standing::Begun(lease) => Some(lease),
                standing => return Ok(Ended::Before(standing)),
            },
        };
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
        if let Some(lease) = lease {
            let made = KeptAnswer {
                status: 200,
                made: Some(id.cast::<MadeThing>()),
                body: None,
            };
            request_store::finish(tx, lease, &made)?;
        }
        Ok::<_, NotBegun>(Ended::Now(Box::new((managed, shown))))
    };
    let ended = caller
        .db
        .write(write)
        .await
        .map_err(|refused| match refused {
            NotBegun::Fault(fault) => Problem::from(fault),
            NotBegun::SlugTaken => db::Error::Duplicate.into(),
            NotBegun::Gone => Problem::unknown("organization"),
        })?;
    let managed = match ended {
        Ended::Now(begun) => {
            let (managed, shown) = *begun;
            if let Some(shown) = shown {
                petition_cache.put(shown);
            }
            managed
        }
        Ended::Before(Standing::Done(KeptAnswer { made: Some(id), .. })) => {
            let id: Id<MadeThing> = id;
            caller
                .petition(Scope::PetitionsWrite, &id.to_string())
                .await?
        }
        Ended::Before(standing) => return Err(once::refused(&standing)),
    };
    Ok(caller.answer(&petition(&caller, &managed)))
}
