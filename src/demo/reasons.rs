//! What some of them say, so that there is something to read: on the page, and before it.

use crate::base::{Lang, Remark};
use crate::db::{Error, Result, Tx};
use crate::petition::Kind;
use crate::signature::PendingSignature;
use crate::signature::reason::store::{self, NewReason};
use crate::signature::reason::{Decision, ReasonState};

/// The words, their language, and what an organizer has decided.
const SAID: &[(&str, Lang, Option<Decision>)] = &[
    (
        "I teach first-year students to look the law up. I will not teach them to look away.",
        Lang::EN,
        Some(Decision::Publish),
    ),
    (
        "Mis padres llegaron con visa de trabajo. Nadie debería tener miedo de que su nombre esté en una base de datos.",
        Lang::ES,
        Some(Decision::Publish),
    ),
    (
        "Thirty years at the reference desk, and patrons still ask who can see what they search for.\n\nI want to be able to answer.",
        Lang::EN,
        Some(Decision::Publish),
    ),
    (
        "See you at the meeting on Tuesday!",
        Lang::EN,
        Some(Decision::Keep),
    ),
    (
        "You are all going to regret this.",
        Lang::EN,
        Some(Decision::Hide),
    ),
    (
        "Because a research tool should be for research.",
        Lang::EN,
        None,
    ),
    (
        "Porque las bibliotecas protegen a quien lee.",
        Lang::ES,
        None,
    ),
    (
        "My clinic pays these companies a third of its budget. We deserve to know what else they sell.",
        Lang::EN,
        None,
    ),
];

/// Lets those who signed last say why; only a letter is talked about here.
pub(super) fn speak<'a>(
    tx: &mut Tx<'_>,
    kind: Kind,
    signers: impl Iterator<Item = &'a PendingSignature>,
) -> Result<()> {
    if kind != Kind::Letter {
        return Ok(());
    }
    for ((words, lang, decision), signer) in SAID.iter().zip(signers) {
        let words = Remark::optional(words).ok().flatten();
        let said = NewReason {
            id: signer.id.cast(),
            petition: signer.petition,
            state: ReasonState::Waiting,
            words: words.ok_or(Error::Refused("words"))?,
            lang: *lang,
        };
        store::say(tx, &said, signer.created_at)?;
        if let (Some(decision), Some(reason)) = (decision, store::find(tx, said.id)?) {
            let read = (reason.id, reason.revision);
            store::decide(tx, signer.petition, read, *decision, signer.created_at)?;
        }
    }
    Ok(())
}
