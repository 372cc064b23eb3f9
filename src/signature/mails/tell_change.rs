//! Whoever signed before something else was asked, and said yes to messages, hears of it: some at a time, each once, by whichever
//! instance.

use crate::base::{Email, Time};
use crate::db::{self, Db, Tx};
use crate::mail::model::{Kind, NewMessage, Urgency};
use crate::mail::queue_all;
use crate::petition::Wordings;
use crate::petition::store::petitions;
use crate::petition::store::told_changes::{self as tellings, ToldChange};
use crate::signature::links::Links;
use crate::signature::store::earlier_wordings;

/// Signatures looked at in one transaction.
const STEP: i64 = 250;

/// Queues the mails of every change that not everybody was told of. True where there were any.
///
/// # Errors
/// A fault of the database; what is queued stays queued.
pub(crate) async fn tell_all(db: &Db, links: &Links, now: Time) -> db::Result<bool> {
    let unfinished = db.read(tellings::unfinished).await?;
    for telling in &unfinished {
        let mut next = Some(*telling);
        while let Some(telling) = next {
            let links = links.clone();
            next = db.write(move |tx| step(tx, &links, telling, now)).await?;
        }
    }
    Ok(!unfinished.is_empty())
}

/// Looks at some signatures behind the last; what is next, or none when all are told or another instance is at it.
///
/// # Errors
/// A fault of the database; nothing is queued then.
pub fn step(
    tx: &mut Tx<'_>,
    links: &Links,
    telling: ToldChange,
    now: Time,
) -> db::Result<Option<ToldChange>> {
    let after = telling.after.map(|id| id.cast());
    let some = earlier_wordings::behind(tx, telling.petition, after, STEP)?;
    let last = some.last().map(|one| one.id.cast());
    if !tellings::go_on(tx, telling, last, now)? {
        return Ok(None);
    }
    let wordings = Wordings::of(petitions::wordings(tx, telling.petition)?);
    let before = wordings.before(telling.wording);
    let mails = some.iter().filter_map(|one| {
        let email = one
            .email
            .as_deref()
            .filter(|_| before.contains(&one.wording))?;
        let email = Email::stored(email)?;
        Some(NewMessage {
            kind: Kind::Changed,
            petition: Some(telling.petition.cast()),
            subject: one.id.cast(),
            lang: one.lang,
            recipient: None,
            arguments: None,
            mailbox: links.mailbox(&email),
            once_key: Some(format!("changed {} {}", telling.wording, one.id)),
            due_at: now,
            urgency: Urgency::Usual,
        })
    });
    let mails: Vec<_> = mails.collect();
    queue_all(tx, &mails, now)?;
    Ok(last.map(|last| ToldChange {
        after: Some(last),
        ..telling
    }))
}
