//! A webhook as a program writes it, held to the rules of the console.

use crate::account::occurrence::{OccurrenceKind, OccurrenceKinds};
use crate::base::{Id, Lang};
use crate::partner::api::caller::Caller;
use crate::partner::api::given::Given;
use crate::partner::webhook::manage::WebhookChange;
use crate::partner::webhook::model::{Webhook, WebhookFormat};
use crate::partner::webhook::typed::{TypedPetition, TypedWebhook};
use crate::petition::Petition;
use crate::petition::store::petitions;
use crate::web::{Problem, WrongFields};

/// What a program may say of one.
pub(super) const FIELDS: [&str; 4] = ["url", "events", "petition_id", "format"];
/// Why a token makes none with details.
const DETAILS: &str = "Webhooks that post details of signers are made and changed in the console, by somebody who proves who they are";
/// Why a token with limits makes none of the whole organization.
const LIMITED: &str =
    "This token is limited to some petitions: say of which of them in petition_id";

/// Reads `url`, `events`, `petition_id` and `format`. What is not sent is as `before`.
///
/// # Errors
/// 400 for what the console does not take; 403 for what posts details of signers, and beyond the limits of the token.
pub(super) async fn read(
    caller: &Caller,
    given: &Given,
    before: Option<&Webhook>,
) -> Result<WebhookChange, Problem> {
    let url = given.text("url")?;
    let url = url.or_else(|| Some(before?.url.clone()));
    let kinds = match given.has("events") {
        true => kinds(given)?,
        false => before.map(|before| before.kinds).unwrap_or_default(),
    };
    let format = given.text("format")?;
    let format = format.unwrap_or_else(|| {
        let as_before = before.map_or(WebhookFormat::Thin, |before| before.format);
        as_before.as_str().to_owned()
    });
    if WebhookFormat::parse(&format).is_some_and(WebhookFormat::has_details) {
        return Err(Problem::refused(DETAILS));
    }
    let key = match given.text("petition_id")? {
        Some(key) => key,
        None => {
            let petition = before.and_then(|before| before.petition);
            petition.map_or_else(String::new, |id| id.to_string())
        }
    };
    let petition = petition(caller, &key).await?;
    let typed = TypedWebhook {
        url: url.as_deref().unwrap_or_default(),
        petition: match &petition {
            Some(petition) => TypedPetition::One(petition),
            None if key.is_empty() => TypedPetition::Every,
            None => TypedPetition::Unknown,
        },
        kinds,
        format: &format,
        may_tell: Ok(()),
    };
    typed
        .read(before)
        .map_err(|wrong| said(caller, given, &wrong))
}

fn kinds(given: &Given) -> Result<OccurrenceKinds, Problem> {
    let known = |name: String| {
        let found = OccurrenceKind::chosen_from().find(|kind| kind.as_str() == name);
        found.ok_or_else(|| {
            let all: Vec<_> = OccurrenceKind::chosen_from()
                .map(OccurrenceKind::as_str)
                .collect();
            given.wrong("events", format!("events are of {}", all.join(", ")))
        })
    };
    let all: Result<Vec<_>, _> = given.texts("events")?.into_iter().map(known).collect();
    Ok(OccurrenceKinds::of(all?))
}

/// The petition of this key, where the token reaches it.
async fn petition(caller: &Caller, key: &str) -> Result<Option<Petition>, Problem> {
    if key.is_empty() {
        return match caller.token.petitions {
            Some(_) => Err(Problem::refused(LIMITED)),
            None => Ok(None),
        };
    }
    let Ok(id) = Id::<Petition>::parse(key) else {
        return Ok(None);
    };
    let find = move |conn: &mut _| petitions::find(conn, id);
    let found = caller.db.read(find).await?;
    let limits = &caller.token.petitions;
    Ok(found.filter(|one| {
        let is_within = limits.as_ref().is_none_or(|all| all.contains(&id.cast()));
        one.organization == caller.token.organization && is_within
    }))
}

/// The sentences that the console says, at the fields as programs know them.
fn said(caller: &Caller, given: &Given, wrong: &WrongFields) -> Problem {
    let words = caller.site.words(Lang::EN);
    let mut told: Option<Problem> = None;
    for (field, key) in wrong.list() {
        let name = match field.as_str() {
            "kinds" => "events",
            "petition" => "petition_id",
            other => other,
        };
        let detail = words.say(key).to_owned();
        told = Some(match told {
            None => given.wrong(name, detail),
            Some(problem) => problem.at(format!("/{name}"), detail),
        });
    }
    told.unwrap_or_else(|| Problem::invalid("The webhook cannot be read"))
}
