//! Everything that is held of a signer, as a file: for them, or for organizers who answer somebody's question.

use super::record::OwnRecord;
use crate::base::{Id, Time};
use crate::petition::dates::closing;
use crate::petition::{Exposure, FieldMap, PublicPetition, Reply};
use crate::signature::batch::Cause;
use crate::web::{Error, Result};
use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION};
use serde::Serialize;
use std::fmt::Write as _;

/// The file as an attachment that nobody keeps but who asked for it, called by this name and the day.
///
/// # Errors
/// 500 when it cannot be written.
pub(crate) fn attachment(
    held: &OwnRecord,
    shown: &PublicPetition,
    name: &str,
    now: Time,
) -> Result {
    let text = serde_json::to_string_pretty(&file(held, shown)).map_err(|_| Error::FAULT)?;
    let day: String = now.rfc3339().chars().take(10).collect();
    Ok(HttpResponse::Ok()
        .content_type("application/json; charset=utf-8")
        .insert_header((
            CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}-{day}.json\""),
        ))
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(text))
}

/// The file. Each personal column of the database has its place in it (`tests/personal.txt`).
#[derive(Serialize)]
struct File<'a> {
    petition: Petition<'a>,
    signature: Signature<'a>,
    signer: SignerJson<'a>,
    reason: Option<Why<'a>>,
    consents: Vec<Consent<'a>>,
    letters: Vec<SentMailJson>,
    /// What organizers decided about it, the newest first.
    decisions: Vec<DecisionJson<'a>>,
    /// What organizers wrote down about it, the first first.
    notes: Vec<NoteJson<'a>>,
}

#[derive(Serialize)]
struct NoteJson<'a> {
    words: &'a str,
    written_at: Time,
}

#[derive(Serialize)]
struct DecisionJson<'a> {
    act: &'a str,
    cause: Option<&'a str>,
    note: &'a str,
    decided_at: Time,
}

#[derive(Serialize)]
struct Petition<'a> {
    slug: &'a str,
    title: &'a str,
    organization: &'a str,
    /// The last day on which details are kept; none as long as nobody knows it.
    details_kept_until: Option<String>,
    /// How long that is after it closes.
    details_kept_for_months: u32,
    wording: WordingJson<'a>,
}

#[derive(Serialize)]
struct WordingJson<'a> {
    title: &'a str,
    version: i32,
    language: &'a str,
    sha256: String,
}

#[derive(Serialize)]
struct Signature<'a> {
    signer_ref: Id<crate::signature::model::Signature>,
    status: &'a str,
    reason: Option<&'a str>,
    number: Option<i64>,
    language: &'a str,
    source: Option<&'a str>,
    share_code: Option<String>,
    promise: Option<String>,
    tags: &'a [String],
    identifiers: &'a [String],
    signed_at: Time,
    confirmed_at: Time,
    changed_at: Time,
}

#[derive(Serialize)]
struct SignerJson<'a> {
    name: &'a str,
    email: &'a str,
    #[serde(flatten)]
    fields: &'a FieldMap<Option<String>>,
    /// What was answered to the organizers' own questions.
    answers: Vec<ReplyJson>,
    visibility: &'a str,
    wants_updates: bool,
    opted_in_to: Vec<&'a str>,
    opted_in_partner: Option<&'a str>,
    sorted_as: Option<&'a str>,
    is_first: bool,
}

/// A question and what was answered: one text, or one for each option that was chosen; a tick says yes.
#[derive(Serialize)]
struct ReplyJson {
    question: String,
    answer: Vec<String>,
}

#[derive(Serialize)]
struct Consent<'a> {
    purpose: &'a str,
    organization: &'a str,
    answer: bool,
    words: Option<&'a str>,
    language: Option<&'a str>,
    means: &'a str,
    given_at: Time,
}

#[derive(Serialize)]
struct Why<'a> {
    words: &'a str,
    language: &'a str,
}

#[derive(Serialize)]
struct SentMailJson {
    kind: &'static str,
    sent_at: Time,
}

fn file<'a>(held: &'a OwnRecord, shown: &'a PublicPetition) -> File<'a> {
    let (signature, signer, facts) = (&held.signature, &held.signer, &held.facts);
    let organization = shown.organization.name.as_str();
    let may_tell_links = shown.allows(Exposure::OwnLinks);
    let named = |id| shown.founders.iter().find(|one| one.id == id);
    let mut sha256 = String::new();
    for byte in &facts.sha256 {
        let _ = write!(sha256, "{byte:02x}");
    }
    let langs = (signature.lang, shown.petition.lang);
    let answers = shown.questions.all().iter().filter_map(|question| {
        let reply = signer.replies.get(question.number)?;
        Some(ReplyJson {
            question: question.label(langs).words,
            answer: match reply {
                Reply::Tick(_) => vec!["yes".to_owned()],
                reply => question.told(reply, langs),
            },
        })
    });
    File {
        petition: Petition {
            slug: shown.petition.slug.as_str(),
            title: shown
                .text(signature.lang)
                .map_or("", |text| text.title.as_str()),
            organization,
            details_kept_until: shown
                .petition
                .keeps_until()
                .map(|last| closing::write(last, &shown.petition.time_zone).0),
            details_kept_for_months: shown.petition.settings.keeps_for.months(),
            wording: WordingJson {
                title: &facts.title,
                version: facts.version,
                language: &facts.lang,
                sha256,
            },
        },
        signature: Signature {
            signer_ref: signature.id,
            status: signature.state.as_str(),
            reason: signature
                .reason
                .map(crate::signature::model::Reason::as_str),
            number: signature.number,
            language: signature.lang.as_str(),
            source: facts.source.as_deref().filter(|_| may_tell_links),
            share_code: signature
                .share
                .as_ref()
                .filter(|_| may_tell_links)
                .map(ToString::to_string),
            promise: held.promised(shown).map(|promised| promised.words),
            tags: &held.tags,
            identifiers: &held.identifiers,
            signed_at: signature.signed_at,
            confirmed_at: signature.confirmed_at,
            changed_at: signature.changed_at,
        },
        signer: SignerJson {
            name: &signer.name,
            email: &signer.email,
            fields: &signer.fields,
            answers: answers.collect(),
            visibility: signer.visibility.as_str(),
            wants_updates: signer.wants_updates,
            opted_in_to: signer
                .opted_in_to
                .iter()
                .filter_map(|id| named(*id).map(|one| one.name.as_str()))
                .collect(),
            opted_in_partner: held
                .asked_by()
                .filter(|(id, _)| signer.opted_in_partner == Some(*id))
                .map(|(_, partner)| partner),
            sorted_as: facts.sorted_as.as_deref(),
            is_first: facts.is_first,
        },
        reason: held.reason.as_ref().map(|reason| Why {
            words: reason.words.as_str(),
            language: reason.lang.as_str(),
        }),
        consents: held
            .consents
            .iter()
            .map(|told| Consent {
                purpose: told.consent.purpose.as_str(),
                organization: told.given_to(organization),
                answer: told.consent.is_yes,
                words: told.words.as_deref(),
                language: told.lang.as_ref().map(crate::base::Lang::as_str),
                means: told.consent.means.as_str(),
                given_at: told.consent.given_at,
            })
            .collect(),
        letters: held
            .mails
            .iter()
            .map(|(kind, at)| SentMailJson {
                kind: kind.as_str(),
                sent_at: *at,
            })
            .collect(),
        decisions: held
            .decisions
            .iter()
            .map(|batch| DecisionJson {
                act: batch.act.as_str(),
                cause: batch.cause.map(Cause::as_str),
                note: &batch.note,
                decided_at: batch.ended_at.unwrap_or(batch.proposed_at),
            })
            .collect(),
        notes: held
            .notes
            .iter()
            .map(|note| NoteJson {
                words: &note.words,
                written_at: note.written_at,
            })
            .collect(),
    }
}
