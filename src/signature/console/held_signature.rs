//! The page of a signature: everything held of it, and what can be done with it.

use super::rows::{SignatureLine, row};
use crate::account::model::Organizer;
use crate::account::store::person;
use crate::account::{Action, Actor};
use crate::base::{Email, Id, Time};
use crate::db::{self, Db};
use crate::mail::model::Kind;
use crate::mail::store::sent_about;
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::{Reply, SignerField};
use crate::signature::batch::{BatchAct, Cause, SignatureBatch};
use crate::signature::links::Links;
use crate::signature::model::{Signature, SignatureNote};
use crate::signature::store::consents::{self, ToldConsent};
use crate::signature::store::own_changes::{self, StoredFacts};
use crate::signature::store::read::{self, Signed};
use crate::signature::store::{batches, notes, tags};
use crate::web::answers::answer::private_page;
use crate::web::page::{Errors, Frame};
use crate::web::{Error, Result, Site, urls};
use crate::words::Words;
use askama::Template;
use serde::Deserialize;
use std::collections::HashMap;

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

/// What a colleague wrote down.
struct NoteLine {
    id: String,
    words: String,
    /// Who and when, in a sentence.
    said: String,
}

/// What is typed into the form of notes and tags.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct TypedNotes {
    /// A note that is to be added.
    pub(crate) note: String,
    /// Every tag, with commas between them.
    pub(crate) tags: String,
    /// The tags that the page showed first.
    pub(crate) had: String,
}

/// What was just done, in the address, so that the page can be reloaded.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
pub struct SignatureQuery {
    /// Notes or tags were saved.
    #[serde(default)]
    saved: bool,
    /// The link was sent.
    #[serde(default)]
    sent: bool,
    /// It was sent not long ago.
    #[serde(default)]
    lately: bool,
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
    /// What colleagues wrote down.
    notes: Vec<NoteLine>,
    /// Where more is written down; none for whoever may not.
    notes_action: Option<String>,
    typed: &'a TypedNotes,
    errors: Errors,
    /// Where the signer's own link is sent to them, for whoever may see addresses.
    link_action: Option<String>,
    /// Where all that is held is taken.
    held_action: Option<String>,
    did: SignatureQuery,
}

/// A signature as organizers work at it, with everything that is held of it.
pub(crate) struct HeldSignature {
    /// What it is under.
    pub(crate) managed: ManagedPetition,
    /// The signature, and whose it is.
    pub(crate) signed: Signed,
    /// What organizers put on it.
    pub(crate) tags: Vec<String>,
    letters: Vec<(Kind, Time)>,
    stored: Option<StoredFacts>,
    consents: Vec<ToldConsent>,
    decisions: Vec<SignatureBatch>,
    notes: Vec<SignatureNote>,
    names: HashMap<Id<Organizer>, String>,
}

impl HeldSignature {
    /// Reads it for whoever may do that with signatures of its petition.
    ///
    /// # Errors
    /// 404 where there is no such signature; 404 and 403 as [`ManagedPetition::open`].
    pub(crate) async fn open(
        db: &Db,
        links: &Links,
        actor: &Actor,
        id: Id<Signature>,
        action: Action,
    ) -> Result<Self> {
        let links = links.clone();
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
            let notes = notes::of(conn, id)?;
            let mut names = HashMap::new();
            for by in notes.iter().filter_map(|note| note.by) {
                names.insert(by, person::name(conn, by)?);
            }
            let facts = own_changes::facts(conn, id)?;
            let consents = consents::of(conn, id)?;
            let decisions = batches::of_signature(conn, id)?;
            let tags = tags::of(conn, id)?;
            Ok(Some((
                signed, letters, facts, consents, decisions, notes, names, tags,
            )))
        });
        let found = found.await?.ok_or(Error::NOT_FOUND)?;
        let (signed, letters, stored, consents, decisions, notes, names, tags) = found;
        let petition = signed.signature.petition;
        Ok(Self {
            managed: ManagedPetition::open(db, actor, petition, action).await?,
            signed,
            tags,
            letters,
            stored,
            consents,
            decisions,
            notes,
            names,
        })
    }

    /// Whether so many notes are written down.
    #[must_use]
    pub(crate) fn has_notes(&self, most: usize) -> bool {
        self.notes.len() >= most
    }

    /// What stands in the form of notes and tags at first.
    #[must_use]
    pub(crate) fn typed(&self) -> TypedNotes {
        TypedNotes {
            note: String::new(),
            tags: self.tags.join(", "),
            had: self.tags.join(", "),
        }
    }

    /// The page. Whoever may see no addresses sees neither those nor letters.
    ///
    /// # Errors
    /// 500 when it cannot be written.
    pub(crate) fn answer(
        &self,
        site: &Site,
        actor: &Actor,
        (typed, errors): (&TypedNotes, Errors),
        did: SignatureQuery,
    ) -> Result {
        let id = self.signed.signature.id;
        let petition = self.signed.signature.petition;
        let organization = self.managed.petition.organization;
        let may = |action| actor.allow(action, organization).is_ok();
        let (may_see, may_decide) = (may(Action::SeeSigners), may(Action::Moderate));
        let words = actor.words(site);
        let w = &*words;
        let line = row(w, &self.managed.petition, site.clock.now(), &self.signed);
        let line = match may_see {
            true => line,
            false => line.without_address(),
        };
        let line = match may_decide {
            true => line.with_listing(urls::listing(id)),
            false => line,
        };
        // what was erased comes back by nobody's press
        let is_there = self.signed.signer.is_some();
        let state = self.signed.signature.state;
        let acts = BatchAct::ALL.into_iter();
        let acts = acts.filter(|act| may_decide && act.from().contains(&state));
        let acts = acts.filter(|act| is_there || *act != BatchAct::Count);
        let here = urls::signatures(petition);
        let frame = self
            .managed
            .console_frame(site, w, actor, &here, w.say("one-title"));
        let letters = self.letters.iter().filter(|_| may_see);
        let decisions = self.decisions.iter().filter(|_| may_decide);
        private_page(
            errors.status(),
            &OneSignaturePage {
                frame: frame.with_errors(!errors.is_empty()),
                w,
                back_href: match may_see {
                    true => urls::signatures(petition),
                    false => urls::held(petition),
                },
                title: self.managed.title(actor.lang),
                id: id.to_string(),
                line,
                given: self.given(w),
                facts: self.facts(site, w),
                allowed: self
                    .consents
                    .iter()
                    .map(|told| self.allowed(w, told))
                    .collect(),
                letters: letters
                    .map(|(kind, sent)| (kind.as_str(), self.at(w, *sent)))
                    .collect(),
                decisions: decisions.map(|batch| self.decision(w, batch)).collect(),
                acts: acts.map(BatchAct::as_str).collect(),
                batch_action: urls::batches(petition),
                notes: self.notes.iter().map(|note| self.note(w, note)).collect(),
                notes_action: (may_decide && is_there).then(|| urls::signature_notes(id)),
                typed,
                errors,
                link_action: (may_see && is_there).then(|| urls::send_own_link(id)),
                held_action: (may(Action::ExportSigners) && is_there).then(|| urls::take_held(id)),
                did,
            },
        )
    }

    fn at(&self, w: &Words, at: Time) -> String {
        w.date_time(at, &self.managed.petition.time_zone)
    }

    /// What the signer was asked, and answered.
    fn given(&self, w: &Words) -> Vec<(String, String)> {
        let Some(signer) = &self.signed.signer else {
            return Vec::new();
        };
        let mut given = Vec::new();
        for field in SignerField::ALL {
            if let Some(text) = &signer.fields[field] {
                given.push((w.say(field.label()).to_owned(), text.clone()));
            }
        }
        let langs = (w.lang(), self.managed.petition.lang);
        for question in self.managed.questions.all() {
            if let Some(reply) = signer.replies.get(question.number) {
                let said = match reply {
                    Reply::Tick(_) => w.say("yes").to_owned(),
                    reply => question.told(reply, langs).join("; "),
                };
                given.push((question.label(langs).words, said));
            }
        }
        given
    }

    /// What is kept beside it, each behind its words key.
    fn facts(&self, site: &Site, w: &Words) -> Vec<(&'static str, String)> {
        let signature = &self.signed.signature;
        let lang = site.words(signature.lang).say("language-name").to_owned();
        let mut facts = vec![
            ("own-fact-signed", self.at(w, signature.signed_at)),
            ("own-fact-confirmed", self.at(w, signature.confirmed_at)),
            ("one-language", lang),
        ];
        if let Some(number) = signature.number {
            facts.push(("one-number", w.number(number)));
        }
        if let Some(stored) = &self.stored {
            let title = stored.title.as_str();
            let text = w.say2("own-fact-text-is", "title", title, "n", stored.version);
            facts.push(("one-text", text));
            let source = stored.source.clone();
            facts.extend(source.map(|source| ("one-source", source)));
        }
        let promised = signature.choice;
        let promised = promised.and_then(|choice| self.managed.promises.said(choice, w.lang()));
        facts.extend(promised.map(|promised| ("promises-name", promised.words)));
        facts
    }

    fn allowed(&self, w: &Words, told: &ToldConsent) -> AllowedLine {
        AllowedLine {
            is_yes: told.consent.is_yes,
            who: told.given_to(&self.managed.organization.name).to_owned(),
            words: told.words.clone().unwrap_or_default(),
            lang: told.lang.map(|lang| lang.to_string()).unwrap_or_default(),
            on: self.at(w, told.consent.given_at),
        }
    }

    fn decision(&self, w: &Words, batch: &SignatureBatch) -> DecisionLine {
        DecisionLine {
            href: urls::batch(batch.id),
            act: batch.act.as_str(),
            cause: batch.cause.map(Cause::as_str),
            state: batch.state.as_str(),
            on: self.at(w, batch.ended_at.unwrap_or(batch.proposed_at)),
        }
    }

    fn note(&self, w: &Words, note: &SignatureNote) -> NoteLine {
        let at = self.at(w, note.written_at);
        let by = note.by.and_then(|by| self.names.get(&by));
        NoteLine {
            id: note.id.to_string(),
            words: note.words.clone(),
            said: match by {
                Some(who) => w.say2("edit-version-by", "at", at, "who", who.as_str()),
                None => at,
            },
        }
    }
}
