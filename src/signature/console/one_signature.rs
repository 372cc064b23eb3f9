//! GET /organize/signatures/{id}: everything held of one signature, for whoever has to answer a question about it, and what can be decided.

use super::rows::{SignatureLine, row};
use crate::account::{Action, AddressReader};
use crate::base::{Email, Id};
use crate::db::{self, Db};
use crate::mail::model::Kind;
use crate::mail::store::sent_about;
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::{Reply, SignerField};
use crate::signature::batch::{BatchAct, Cause, SignatureBatch};
use crate::signature::confirm::queue::Confirming;
use crate::signature::model::Signature;
use crate::signature::store::consents::{self, ToldConsent};
use crate::signature::store::{batches, own_changes, read};
use crate::web::answers::answer::private_page;
use crate::web::page::Frame;
use crate::web::{Error, PathArg, Result, Site, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;

/// What somebody answered about mail or about being shown.
struct AllowedLine {
    is_yes: bool,
    who: String,
    words: String,
    lang: String,
    on: String,
}

/// A decision about it.
struct DecisionLine {
    href: String,
    act: &'static str,
    cause: Option<&'static str>,
    state: &'static str,
    on: String,
}

#[derive(Template)]
#[template(path = "signature/console/one_signature.html")]
struct OneSignaturePage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    back_href: String,
    title: &'a str,
    id: String,
    line: SignatureLine,
    /// Label and text of what was typed.
    given: Vec<(String, String)>,
    /// The words key of a fact, and the fact.
    facts: Vec<(&'static str, String)>,
    allowed: Vec<AllowedLine>,
    /// Kind and time of letters.
    letters: Vec<(&'static str, String)>,
    decisions: Vec<DecisionLine>,
    /// What can be decided about it.
    acts: Vec<&'static str>,
    batch_action: String,
}

/// The page. Whoever may see no addresses sees neither those nor letters.
///
/// # Errors
/// 404 where there is no such signature; 404 and 403 as [`ManagedPetition::open`].
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    confirming: Data<Confirming>,
    AddressReader(actor): AddressReader,
    PathArg(id): PathArg<Id<Signature>>,
) -> Result {
    let links = confirming.links.clone();
    let found = db.read(move |conn| {
        let Some(signed) = read::find(conn, id)? else {
            return Ok::<_, db::Error>(None);
        };
        let email = signed.signer.as_ref();
        let email = email.and_then(|signer| Email::stored(&signer.email));
        let letters = match email.map(|email| links.mailbox(&email)) {
            Some(mailbox) => sent_about(conn, mailbox, id.cast())?,
            None => Vec::new(),
        };
        let facts = own_changes::facts(conn, id)?;
        let consents = consents::of(conn, id)?;
        let decisions = batches::of_signature(conn, id)?;
        Ok(Some((signed, letters, facts, consents, decisions)))
    });
    let (signed, letters, stored, consents, decisions) = found.await?.ok_or(Error::NOT_FOUND)?;
    let petition = signed.signature.petition;
    let managed = ManagedPetition::open(&db, &actor, petition, Action::SeeNames).await?;
    let organization = managed.petition.organization;
    let may = |action| actor.allow(action, organization).is_ok();
    let w = actor.words(&site);
    let zone = &managed.petition.time_zone;
    let at = |at| w.date_time(at, zone);
    let line = row(&w, &managed.petition, site.clock.now(), &signed);
    let line = match may(Action::SeeSigners) {
        true => line,
        false => line.without_address(),
    };
    let line = match may(Action::Moderate) {
        true => line.with_listing(urls::listing(id)),
        false => line,
    };
    let signature = &signed.signature;
    let mut facts = vec![
        ("own-fact-signed", at(signature.signed_at)),
        ("own-fact-confirmed", at(signature.confirmed_at)),
        (
            "one-language",
            site.words(signature.lang).say("language-name").to_owned(),
        ),
    ];
    if let Some(number) = signature.number {
        facts.push(("one-number", w.number(number)));
    }
    if let Some(stored) = &stored {
        let title = stored.title.as_str();
        let text = w.say2("own-fact-text-is", "title", title, "n", stored.version);
        facts.push(("one-text", text));
        let source = stored.source.clone();
        facts.extend(source.map(|source| ("one-source", source)));
    }
    let promised = signature.choice;
    let promised = promised.and_then(|choice| managed.promises.said(choice, w.lang()));
    facts.extend(promised.map(|promised| ("promises-name", promised.words)));
    let mut given = Vec::new();
    if let Some(signer) = &signed.signer {
        for field in SignerField::ALL {
            if let Some(text) = &signer.fields[field] {
                given.push((w.say(field.label()).to_owned(), text.clone()));
            }
        }
        let langs = (w.lang(), managed.petition.lang);
        for question in managed.questions.all() {
            if let Some(reply) = signer.replies.get(question.number) {
                let said = match reply {
                    Reply::Tick(_) => w.say("yes").to_owned(),
                    reply => question.told(reply, langs).join("; "),
                };
                given.push((question.label(langs).words, said));
            }
        }
    }
    let allowed = |told: &ToldConsent| AllowedLine {
        is_yes: told.consent.is_yes,
        who: told.given_to(&managed.organization.name).to_owned(),
        words: told.words.clone().unwrap_or_default(),
        lang: told.lang.map(|lang| lang.to_string()).unwrap_or_default(),
        on: at(told.consent.given_at),
    };
    let decision = |batch: &SignatureBatch| DecisionLine {
        href: urls::batch(batch.id),
        act: batch.act.as_str(),
        cause: batch.cause.map(Cause::as_str),
        state: batch.state.as_str(),
        on: at(batch.ended_at.unwrap_or(batch.proposed_at)),
    };
    let letter = |(kind, sent): &(Kind, _)| (kind.as_str(), at(*sent));
    let may_see = may(Action::SeeSigners);
    let acts = BatchAct::ALL.into_iter();
    let acts = acts.filter(|act| may(Action::Moderate) && act.from().contains(&signature.state));
    // what was erased comes back by nobody's press
    let is_there = signed.signer.is_some();
    let acts = acts.filter(|act| is_there || *act != BatchAct::Count);
    private_page(
        StatusCode::OK,
        &OneSignaturePage {
            frame: managed.console_frame(
                &site,
                &w,
                &actor,
                &urls::signatures(petition),
                w.say("one-title"),
            ),
            w: &w,
            back_href: match may_see {
                true => urls::signatures(petition),
                false => urls::held(petition),
            },
            title: managed.title(actor.lang),
            id: id.to_string(),
            line,
            given,
            facts,
            allowed: consents.iter().map(allowed).collect(),
            letters: match may_see {
                true => letters.iter().map(letter).collect(),
                false => Vec::new(),
            },
            decisions: match may(Action::Moderate) {
                true => decisions.iter().map(decision).collect(),
                false => Vec::new(),
            },
            acts: acts.map(BatchAct::as_str).collect(),
            batch_action: urls::batches(petition),
        },
    )
}
