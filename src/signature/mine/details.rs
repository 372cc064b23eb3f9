//! GET /m/{token}: everything that is held of a signer. POST: puts it right.

use super::page::OwnPageParts;
use super::record::{OwnRecord, OwnSignature};
use crate::base::{Id, PersonName, Time};
use crate::count::{self, Change, Tally};
use crate::db::{self, Tx};
use crate::petition::consent::{Means, Purpose};
use crate::petition::source::Source;
use crate::petition::{Founder, PledgeOption, PublicPetition, Settings};
use crate::signature::OwnLink;
use crate::signature::model::{Agreed, Answer, Asker, Consent, Signature, Signer, Visibility};
use crate::signature::sign::consent_questions::{Askers, ConsentQuestions};
use crate::signature::sign::form::SignFields;
use crate::signature::sign::intake::Intake;
use crate::signature::sign::{question_replies, signer_fields};
use crate::signature::store::counts::promises;
use crate::signature::store::{consents, occurrences, own_changes, read};
use crate::web::answers::answer::{private_page, see_other};
use crate::web::forms::form_token;
use crate::web::page::Errors;
use crate::web::{CheckedForm, Result, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};
use serde::Deserialize;

/// What was just done, in the address, so that the page can be reloaded.
#[derive(Debug, Default, Deserialize)]
pub struct OwnQuery {
    #[serde(default)]
    saved: bool,
    #[serde(default)]
    again: bool,
}

/// The page. Changes nothing.
///
/// # Errors
/// 404 for a link that is nobody's, 410 when the details are erased, 429 over 60 a minute of this link, 503 while
/// the database is away.
pub async fn get(link: OwnLink, done: Query<OwnQuery>) -> Result {
    let mine = link.mine().await?;
    if matches!(mine, OwnSignature::Waiting) {
        let token = link.confirming.links.token(link.id);
        return Ok(see_other(&urls::confirm(&token)));
    }
    let held = match link.held(mine)? {
        Ok(held) => held,
        Err(answer) => return Ok(answer),
    };
    let shown = link.page_cache.petition_cache.behind(held.petition())?;
    let words = shown.words(&link.site, held.signature.lang);
    let parts = OwnPageParts::new(&link.site, &words, &shown, &held, &link.token);
    let notice = match (done.saved, done.again) {
        (true, _) => Some(words.say("own-saved").to_owned()),
        (_, true) => Some(words.say("own-again").to_owned()),
        _ => None,
    };
    private_page(StatusCode::OK, &parts.page(None, Errors::none(), notice))
}

/// What is to stand from now on.
pub struct OwnChange {
    /// The signer's details and answers.
    pub signer: Signer,
    /// The words that were answered.
    pub agreed: Agreed,
    /// What they promise from now on, if that can be chosen.
    pub choice: Option<Id<PledgeOption>>,
}

/// Changes details and answers of a signature; each answer that is another is written down beside
/// those before it. The tally's version grows, so that whatever shows the signer is made anew. None
/// when the details are gone.
///
/// # Errors
/// A fault of the database.
pub fn change(
    tx: &mut Tx<'_>,
    id: Id<Signature>,
    wanted: &OwnChange,
    now: Time,
) -> db::Result<Option<Tally>> {
    let Some(found) = read::find(tx, id)? else {
        return Ok(None);
    };
    let petition = found.signature.petition;
    count::store::tallies::lock_counts(tx, &[petition.cast()])?;
    // Read again: somebody may have been quicker before our lock.
    let Some(old) = read::find(tx, id)?.and_then(|found| found.signer) else {
        return Ok(None);
    };
    let new = &wanted.signer;
    own_changes::correct(tx, id, new)?;
    let is_founder = |one: &Answer| matches!(one.asker, Asker::Founder(_));
    let has_founders = wanted.agreed.updates.iter().any(is_founder) || !old.opted_in_to.is_empty();
    let founders = has_founders.then_some(new.opted_in_to.as_slice());
    let partner = new.opted_in_partner;
    own_changes::answer(tx, id, new.wants_updates, founders, partner)?;
    let said = (old.wants_updates, new.wants_updates);
    occurrences::answered(tx, (petition, id), said, Means::OwnPage, now)?;
    let is_other = |one: &Consent| match one.purpose {
        Purpose::Listing => old.visibility != new.visibility,
        Purpose::Updates => old.lets_write(one.asker) != one.is_yes,
    };
    let given: Vec<_> = wanted
        .agreed
        .consents(Means::OwnPage, now)
        .into_iter()
        .filter(is_other)
        .map(|one| (id, one))
        .collect();
    consents::add_all(tx, &given, now)?;
    if wanted.choice.is_some() {
        promises::choose(tx, id, wanted.choice, wanted.agreed.wording)?;
    }
    count::store::tallies::add(tx, petition.cast(), Change::default(), now).map(Some)
}

/// Takes the changes in, and leads back to the page.
///
/// # Errors
/// As [`get`]; 409 with a page older than an hour or of another link. What does not parse comes back
/// as the page, 422, with everything typed.
pub async fn post(link: OwnLink, intake: Data<Intake>, form: CheckedForm<SignFields>) -> Result {
    let held = match link.held(link.mine().await?)? {
        Ok(held) => held,
        Err(answer) => return Ok(answer),
    };
    let (site, token, id) = (&link.site, &link.token, link.id);
    let now = site.clock.now();
    let about = token.as_bytes();
    form_token::recent(&site.stamp_key, "own", about, &form.fields.token, now)?;
    let shown = link.page_cache.petition_cache.behind(held.petition())?;
    let words = shown.words(site, held.signature.lang);
    let parts = OwnPageParts::new(site, &words, &shown, &held, token);
    let (signer, choice) = match parse(&form.fields, &words, &shown, &parts, &held) {
        Ok(read) => read,
        Err(errors) => {
            let page = parts.page(Some(&form.fields), errors, None);
            return private_page(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let askers = match held.asked_by() {
        Some((id, partner)) => Askers::Both(id, partner),
        None => Askers::Organizations,
    };
    let asked = ConsentQuestions::with(
        &words,
        &shown,
        askers,
        (&parts.offer(), parts.listed()),
        signer.visibility,
    );
    let agreed = intake
        .agreed(&link.db, &asked, &shown, &signer, now)
        .await?;
    let wanted = OwnChange {
        signer,
        agreed,
        choice,
    };
    let changed = link
        .db
        .write(move |tx| change(tx, id, &wanted, now))
        .await?;
    let Some(tally) = changed else {
        return link.erased(&held.signature);
    };
    link.confirming.note(&tally);
    link.page_cache.refresh_now(&link.db, &tally).await?;
    Ok(see_other(&format!("{}?saved=true", urls::own(token))))
}

fn parse(
    fields: &SignFields,
    w: &Words,
    shown: &PublicPetition,
    parts: &OwnPageParts<'_>,
    held: &OwnRecord,
) -> std::result::Result<(Signer, Option<Id<PledgeOption>>), Errors> {
    let mut errors = Errors::none();
    let old = &held.signer;
    let choice = match parts.may_choose() {
        true => shown.promises.chosen(&fields.promise),
        false => None,
    };
    // Who had nothing to choose from when they signed may leave it at that.
    let is_left = held.signature.choice.is_none() && fields.promise.is_empty();
    if parts.may_choose() && choice.is_none() && !is_left {
        errors.add("promise", w.say("error-promise-missing"));
    }
    let name = PersonName::parse(&fields.name)
        .map_err(|invalid| errors.add("name", w.say(invalid.key)))
        .ok();
    let settings = &shown.petition.settings;
    let visibility = chosen(parts.offer().read(&fields.public), old, settings);
    let asked = parts.asked();
    let read = signer_fields::read(&fields.fields, &asked, visibility, w, &mut errors);
    let replies = question_replies::own(
        &fields.replies,
        parts.questions_of(fields),
        &old.replies,
        shown,
        w,
        &mut errors,
    );
    let opted_in_to = founders(fields, shown, old);
    let wants_updates = match shown.coalition() {
        [] => fields.wants_updates(),
        _ => Some(!opted_in_to.is_empty()),
    };
    if wants_updates.is_none() {
        errors.add("updates", w.say("error-updates-missing"));
    }
    match (name, wants_updates) {
        (Some(name), Some(wants_updates)) if errors.is_empty() => {
            let signer = Signer {
                name: name.into(),
                email: old.email.clone(),
                fields: read,
                replies,
                opted_in_to: if wants_updates {
                    opted_in_to
                } else {
                    Vec::new()
                },
                opted_in_partner: partner(fields, held),
                wants_updates,
                visibility,
            };
            Ok((signer, choice))
        }
        _ => Err(errors),
    }
}

/// The partner that may write: as was answered, and as before where nothing was.
fn partner(fields: &SignFields, held: &OwnRecord) -> Option<Id<Source>> {
    match (held.asked_by(), fields.lets_partner_write()) {
        (Some((id, _)), Some(is_yes)) => is_yes.then_some(id),
        _ => held.signer.opted_in_partner,
    }
}

/// How much of them is to be shown. Who once allowed more than organizers do now, and has not chosen less, is not held to
/// their limit for good.
fn chosen(read: Visibility, old: &Signer, settings: &Settings) -> Visibility {
    if read == old.visibility.min(settings.most_public) {
        old.visibility
    } else {
        read
    }
}

/// Who may write: those that were ticked, and those that were let before and are not named any more.
fn founders(fields: &SignFields, shown: &PublicPetition, old: &Signer) -> Vec<Id<Founder>> {
    let named = |id: &Id<Founder>| shown.coalition().iter().any(|one| one.id == *id);
    let former = old.opted_in_to.iter().filter(|id| !named(id)).copied();
    let asked = shown.coalition().iter().map(|one| one.id);
    asked
        .filter(|id| fields.founders.contains(id))
        .chain(former)
        .collect()
}
