//! Everything that is held of a signer: what their own page shows and their download holds.

use crate::base::{Email, Id, Time};
use crate::db::{Conn, Result};
use crate::mail::model::Kind;
use crate::mail::store::sent_about;
use crate::petition::source::Source;
use crate::petition::store::wordings;
use crate::petition::{Petition, Promised, PublicPetition};
use crate::signature::batch::{BatchState, SignatureBatch};
use crate::signature::links::Links;
use crate::signature::model::{Asker, Signature, SignatureNote, Signer};
use crate::signature::reason::{Reason, store as reasons};
use crate::signature::store::consents::{self, ToldConsent};
use crate::signature::store::own_changes::{self, StoredFacts};
use crate::signature::store::{batches, identifiers, notes, pending, read, tags};

/// What stands behind the link of a signer's own page.
pub enum OwnSignature {
    /// A signature, with everything that is held.
    Here(Box<OwnRecord>),
    /// It still waits for its mailbox.
    Waiting,
    /// Its details are erased.
    Erased(Box<Signature>),
    /// Nothing, or nothing any more.
    Nothing,
}

/// A signature with everything that is held of its signer.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnRecord {
    /// The signature.
    pub signature: Signature,
    /// Its signer.
    pub signer: Signer,
    /// Where it came from, and the text that was signed.
    pub facts: StoredFacts,
    /// What they promised, in the words of the text that was signed; see [`OwnRecord::promised`].
    promised: Option<Promised>,
    /// Every yes and no, the first first.
    pub consents: Vec<ToldConsent>,
    /// Why they signed, in their own words.
    pub reason: Option<Reason>,
    /// Letters that were sent about it, the first first.
    pub mails: Vec<(Kind, Time)>,
    /// What organizers decided about it and have not taken back, the newest first.
    pub decisions: Vec<SignatureBatch>,
    /// What organizers put on it to find it again.
    pub tags: Vec<String>,
    /// The names that programs of the organizers have for it.
    pub identifiers: Vec<String>,
    /// What organizers wrote down about it, the first first.
    pub notes: Vec<SignatureNote>,
}

impl OwnRecord {
    /// What it is under.
    #[must_use]
    pub fn petition(&self) -> Id<Petition> {
        self.signature.petition
    }

    /// The partner that asked whether it may write, and what it is called: whatever was answered, it may be answered anew.
    #[must_use]
    pub fn asked_by(&self) -> Option<(Id<Source>, &str)> {
        self.consents
            .iter()
            .rev()
            .find_map(|told| match told.consent.asker {
                Asker::Partner(id) => Some((id, told.asker.as_deref()?)),
                _ => None,
            })
    }

    /// What they promised, in the words it had when they did.
    #[must_use]
    pub fn promised(&self, shown: &PublicPetition) -> Option<Promised> {
        let (choice, lang) = (self.signature.choice, self.signature.lang);
        self.promised
            .clone()
            .or_else(|| shown.promised(choice, lang))
    }
}

/// What stands behind the link of this id.
///
/// # Errors
/// A fault of the database.
pub fn mine(conn: &mut Conn, links: &Links, id: Id<Signature>) -> Result<OwnSignature> {
    let Some(found) = read::find(conn, id)? else {
        return Ok(match pending::find(conn, id)? {
            Some(_) => OwnSignature::Waiting,
            None => OwnSignature::Nothing,
        });
    };
    let (Some(signer), Some(facts)) = (found.signer, own_changes::facts(conn, id)?) else {
        return Ok(OwnSignature::Erased(Box::new(found.signature)));
    };
    let mailbox = Email::stored(&signer.email).map(|email| links.mailbox(&email));
    let mails = match mailbox {
        Some(mailbox) => sent_about(conn, mailbox, id.cast())?,
        None => Vec::new(),
    };
    let (wording, choice) = (found.signature.wording, found.signature.choice);
    let promised = match choice {
        Some(choice) => wordings::promise(conn, wording, choice)?,
        None => None,
    };
    let mut decisions = batches::of_signature(conn, id)?;
    decisions.retain(|batch| batch.state != BatchState::TakenBack);
    Ok(OwnSignature::Here(Box::new(OwnRecord {
        promised,
        signature: found.signature,
        signer,
        facts,
        consents: consents::of(conn, id)?,
        reason: reasons::find(conn, id.cast())?,
        mails,
        decisions,
        tags: tags::of(conn, id)?,
        identifiers: identifiers::of(conn, id)?,
        notes: notes::of(conn, id)?,
    })))
}
