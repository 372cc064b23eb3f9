//! GET /c/{token}/unsubscribe: asks. POST: no more updates to this mailbox, for a year.
//!
//! Mailbox providers press this for their users by `List-Unsubscribe-Post` (RFC 8058): without
//! cookies, from anywhere. It stops updates and nothing else: what its owner asks for, a confirmation too, goes on coming, the
//! signature stays counted and shown as it was, and a no is written down beside what its owner had said.

use crate::base::time::days;
use crate::base::{Email, Gone, Id, Time, Token};
use crate::count::store::tallies;
use crate::db::{self, Db, Tx};
use crate::mail::store::bar_updates;
use crate::petition::consent::{Means, Purpose, store as texts};
use crate::signature::confirm::link_target::{LinkTarget, behind};
use crate::signature::confirm::pages::UnsubscribePage;
use crate::signature::confirm::queue::Confirming;
use crate::signature::links::Links;
use crate::signature::model::{Asker, Consent, Signature, Signer};
use crate::signature::store::{consents, occurrences, own_changes};
use crate::web::answers::answer::private_page;
use crate::web::{PathArg, ReaderLang, Result, Site, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use std::sync::Arc;

/// The page that asks. Changes nothing, and looks at nothing.
///
/// # Errors
/// 404 for what is no token.
pub async fn get(site: Data<Site>, PathArg(token): PathArg<Token>, reader: ReaderLang) -> Result {
    let words = reader.words(&site);
    let page = UnsubscribePage {
        frame: site.frame(&words, words.say("unsubscribe-title")),
        w: &words,
        action: Some(urls::unsubscribe(&token)),
    };
    private_page(StatusCode::OK, &page)
}

/// Stops mails. The answer is the same whether the link is somebody's or not.
///
/// # Errors
/// 429 over 60 a minute of this link, whoever presses: a mailbox provider does it for all its users; 503 while the database is away.
pub async fn post(
    site: Data<Site>,
    confirming: Data<Confirming>,
    db: Data<Db>,
    PathArg(token): PathArg<Token>,
    reader: ReaderLang,
) -> Result {
    let (links, now) = (confirming.links.clone(), site.clock.now());
    let id = links.open(&token);
    confirming.visits.admit(id)?;
    let words = reader.words(&site);
    let told = Arc::clone(&words);
    let noting = site.clone();
    db.write(move |tx| {
        let is_stopped = stop_writing(tx, &links, id, &told, now)?;
        if is_stopped {
            noting.note_gone(Gone::Unsubscribed, id, now);
        }
        Ok::<_, db::Error>(())
    })
    .await?;
    let page = UnsubscribePage {
        frame: site.frame(&words, words.say("unsubscribed-title")),
        w: &words,
        action: None,
    };
    private_page(StatusCode::OK, &page)
}

/// Takes back every yes to mail, where there is one.
fn says_no(
    tx: &mut Tx<'_>,
    signed: &Signature,
    signer: &Signer,
    w: &Words,
    now: Time,
) -> db::Result<()> {
    let id = signed.id;
    // Who said yes is counted beside the number: presses of one petition take turns.
    tallies::lock_counts(tx, &[signed.petition.cast()])?;
    let partner = signer.opted_in_partner.map(Asker::Partner);
    let organizations = match signer.opted_in_to.as_slice() {
        [] => vec![Asker::Organization],
        several => several.iter().copied().map(Asker::Founder).collect(),
    };
    let organizations = organizations.into_iter().filter(|_| signer.wants_updates);
    let all: Vec<_> = organizations.chain(partner).collect();
    if all.is_empty() {
        return Ok(());
    }
    let purpose = Purpose::Updates;
    let text = texts::ensure(tx, purpose, w.lang(), w.say("unsubscribe-text"), now)?;
    let no = |asker| Consent {
        purpose,
        asker,
        is_yes: false,
        text,
        means: Means::StopLink,
        given_at: now,
    };
    let all: Vec<_> = all.into_iter().map(|asker| (id, no(asker))).collect();
    consents::add_all(tx, &all, now)?;
    let (said, means) = ((signer.wants_updates, false), Means::StopLink);
    occurrences::answered(tx, (signed.petition, id), said, means, now)?;
    let founders = (!signer.opted_in_to.is_empty()).then_some([].as_slice());
    own_changes::answer(tx, id, false, founders, None)
}

/// Sends the mailbox behind a link no updates, from the whole instance, for a year: somebody who says yes to them after that wants
/// them. What is asked for at the address, a confirmation too, goes on coming: who could be barred from those by one press of a mail
/// program would wait for ever behind "we sent a message". False where the link is nobody's.
///
/// # Errors
/// A fault of the database.
pub(crate) fn stop_writing(
    tx: &mut Tx<'_>,
    links: &Links,
    id: Id<Signature>,
    w: &Words,
    now: Time,
) -> db::Result<bool> {
    let mailbox = match behind(tx, id)? {
        LinkTarget::Waiting(waiting) => Some(waiting.pending.keys.mailbox),
        LinkTarget::Signed(signed, _) => match signed.signer {
            Some(signer) => {
                says_no(tx, &signed.signature, &signer, w, now)?;
                Email::stored(&signer.email).map(|email| links.mailbox(&email))
            }
            None => None,
        },
        LinkTarget::NotMe(_) | LinkTarget::Nothing => None,
    };
    if let Some(mailbox) = mailbox {
        bar_updates(tx, mailbox, now.plus(days(365)), now)?;
    }
    Ok(mailbox.is_some())
}
