//! Letters to signers, written at the moment they are sent: an address that was erased meanwhile
//! gets nothing, and one that has signed already gets "you have already signed".

use crate::base::{Id, Lang, Time};
use crate::db::{Conn, Result, Tx};
use crate::mail::mails::{
    AlreadyMail, ChangedMail, ConfirmMail, Deleted, OwnMail, ReceiptMail, Rendered, Sender,
};
use crate::mail::model::{Kind, OutboxMessage};
use crate::mail::{Class, Mail, MailAddress, SentMail, Unsubscribe};
use crate::petition::source::SourceCache;
use crate::petition::{About, Petition, PetitionCache, PublicPetition};
use crate::signature::links::Links;
use crate::signature::model::{BACK_WITHIN, Signature, SignatureState, WAITS_FOR};
use crate::signature::page::parts;
use crate::signature::store::pending::{self, Waiting};
use crate::signature::store::read::{self, Signed};
use crate::signature::store::{confirm, own_changes};
use crate::web::{Site, urls};
use crate::words::Words;
use std::collections::HashMap;
use std::sync::Arc;

/// What mails to signers are written with.
#[derive(Clone)]
pub struct SignerMailWriter {
    /// Words, base URL, clock.
    pub site: Arc<Site>,
    /// Petitions.
    pub petition_cache: PetitionCache,
    /// Partners, by name.
    pub source_cache: SourceCache,
    /// Links, codes and words.
    pub links: Links,
    /// The sender of all mail.
    pub from: MailAddress,
}

/// Writes the mails for these messages, in their order; none where there is nothing to send any
/// more.
///
/// # Errors
/// A fault of the database.
pub fn write_all(
    conn: &mut Conn,
    managed: &SignerMailWriter,
    messages: &[OutboxMessage],
) -> Result<Vec<Option<Mail>>> {
    let ids: Vec<Id<Signature>> = messages
        .iter()
        .filter(|message| matches!(message.kind, Kind::Confirm | Kind::Own))
        .map(|message| message.subject.cast())
        .collect();
    let waiting: HashMap<_, _> = pending::find_all(conn, &ids)?
        .into_iter()
        .map(|waiting| (waiting.pending.id, waiting))
        .collect();
    let counted = counted(conn, &waiting)?;
    let mut written = Vec::with_capacity(messages.len());
    for message in messages {
        written.push(match message.kind {
            Kind::Confirm => {
                let id = message.subject.cast();
                match (waiting.get(&id), counted.get(&id)) {
                    (None, _) => None,
                    (Some(waiting), None) => managed.confirm(waiting, false),
                    (Some(_), Some(signature)) => {
                        let signed = read::find(conn, *signature)?;
                        signed.and_then(|signed| managed.already(&signed, message.lang))
                    }
                }
            }
            Kind::Already => {
                let id = message.subject.cast();
                let signed = read::find(conn, id)?;
                signed.and_then(|signed| managed.already(&signed, message.lang))
            }
            Kind::Own | Kind::Withdrawn => {
                let id = message.subject.cast();
                match (waiting.get(&id), counted.get(&id)) {
                    // who asks for their signature while it waits is asked to confirm it
                    (Some(waiting), None) => managed.confirm(waiting, true),
                    (_, counted) => {
                        let signed = read::find(conn, counted.copied().unwrap_or(id))?;
                        signed.and_then(|signed| managed.own(&signed, message))
                    }
                }
            }
            Kind::Changed => {
                let id = message.subject.cast();
                let signed = read::find(conn, id)?;
                signed.and_then(|signed| managed.changed(&signed, message.lang))
            }
            Kind::Acknowledge => managed.receipt(message, Deleted::TypedIn),
            Kind::Erased => managed.receipt(message, Deleted::Details),
            Kind::Invitation
            | Kind::Reset
            | Kind::Endorse
            | Kind::Security
            | Kind::Report
            | Kind::Partner
            | Kind::Test
            | Kind::Digest => None,
        });
    }
    Ok(written)
}

/// Which of those that wait have a counted signature of the same address already.
fn counted(
    conn: &mut Conn,
    waiting: &HashMap<Id<Signature>, Waiting>,
) -> Result<HashMap<Id<Signature>, Id<Signature>>> {
    let mailboxes: Vec<_> = waiting
        .values()
        .map(|w| (w.pending.petition, w.pending.keys.k2))
        .collect();
    let held: HashMap<_, _> = confirm::of_mailboxes(conn, &mailboxes)?
        .into_iter()
        .filter(|held| held.state == SignatureState::Counted)
        .map(|held| ((held.petition, held.k1), held.id))
        .collect();
    Ok(waiting
        .values()
        .filter_map(|w| {
            let key = (w.pending.petition, w.pending.keys.k1);
            held.get(&key).map(|signature| (w.pending.id, *signature))
        })
        .collect())
}

/// Notes when the relay took confirmation mails: a press within seconds of it is a machine's. A mail that prints the word of a
/// signature lets it be tried anew.
///
/// # Errors
/// A fault of the database.
pub(crate) fn note_sent(tx: &mut Tx<'_>, sent: &[SentMail]) -> Result<()> {
    let mut by_time: HashMap<Time, Vec<Id<Signature>>> = HashMap::new();
    for one in sent {
        if !matches!(one.kind, Kind::Confirm | Kind::Own) {
            continue;
        }
        let id = one.subject.cast();
        by_time.entry(one.at).or_default().push(id);
    }
    for (at, ids) in by_time {
        pending::note_mailed(tx, &ids, at)?;
    }
    let prints_the_word = |kind| matches!(kind, Kind::Own | Kind::Already | Kind::Withdrawn);
    let told = sent.iter().filter(|one| prints_the_word(one.kind));
    let told: Vec<_> = told.map(|one| one.subject.cast()).collect();
    if !told.is_empty() {
        own_changes::begin_tries(tx, &told)?;
    }
    Ok(())
}

impl SignerMailWriter {
    fn confirm(&self, waiting: &Waiting, is_asked_for: bool) -> Option<Mail> {
        let pending = &waiting.pending;
        // Nothing can be confirmed under a petition that was taken down.
        let shown = self
            .petition_cache
            .by_id(pending.petition)
            .filter(|shown| !shown.is_removed())?;
        let words = shown.words(&self.site, pending.agreed.lang);
        let about = About::of(&shown, pending.agreed.lang);
        let signer = &pending.signer;
        let seen = signer.seen(shown.petition.settings.most_public);
        let listed_as = match (seen.name, seen.place) {
            (Some(name), _) if seen.detail.is_empty() => Some(name),
            (Some(name), _) => Some(format!("{name}, {}", seen.detail)),
            (None, Some(place)) => Some(words.plain1("latest-place", "place", place)),
            (None, None) => None,
        };
        let until = pending.created_at.plus(WAITS_FOR);
        let rendered = ConfirmMail {
            w: &words,
            sender: sender(&shown),
            title: about.title,
            eyebrow: about.eyebrow(&words),
            name: &signer.name,
            listed_as,
            promise: shown
                .promised(pending.choice, pending.agreed.lang)
                .filter(|_| !shown.petition.settings.discreet)
                .map(|promised| promised.words),
            updates_from: parts::updates(&shown, &self.source_cache, &pending.agreed.updates)
                .into_iter()
                .filter_map(|(organization, wants)| wants.then_some(organization))
                .collect(),
            link: &self.link(pending.id),
            until: words.date(until, &shown.petition.time_zone),
            days: 7,
            code: (pending.handed_in.is_none()).then(|| self.links.code(pending.id).to_string()),
            match_word: words.match_word(self.links.word(pending.id).index()),
            is_discreet: shown.petition.settings.discreet,
            is_reminder: is_asked_for || waiting.progress.resends > 0,
        }
        .render()
        .ok()?;
        let mut mail = self.mail(Class::Confirm, &shown, &words, &signer.email, rendered)?;
        mail.unsubscribe = self.unsubscribe(pending.id);
        Some(mail)
    }

    /// To the address the signature was made with, and to no other, whatever was typed: it names the signer and links to what is
    /// the signer's.
    fn already(&self, signed: &Signed, lang: Lang) -> Option<Mail> {
        let signature = &signed.signature;
        let shown = self.petition_cache.by_id(signature.petition)?;
        let words = shown.words(&self.site, lang);
        let about = About::of(&shown, lang);
        // Who was erased and goes on counting has nothing to be told, and no link.
        let signer = signed.signer.as_ref()?;
        let rendered = AlreadyMail {
            w: &words,
            sender: sender(&shown),
            title: about.title,
            eyebrow: about.eyebrow(&words),
            name: &signer.name,
            on: (signature.state == SignatureState::Counted)
                .then(|| words.date(signature.confirmed_at, &shown.petition.time_zone)),
            link: &self.own_link(urls::own(&self.links.own(signature.id))),
            match_word: words.match_word(self.links.word(signature.id).index()),
            is_discreet: shown.petition.settings.discreet,
        }
        .render()
        .ok()?;
        let mut mail = self.mail(Class::Receipt, &shown, &words, &signer.email, rendered)?;
        mail.unsubscribe = self.unsubscribe(signature.id);
        Some(mail)
    }

    /// To the address the signature was made with, whichever of its mailbox was typed.
    fn own(&self, signed: &Signed, message: &OutboxMessage) -> Option<Mail> {
        let lang = message.lang;
        let signer = signed.signer.as_ref()?;
        let is_withdrawn = message.kind == Kind::Withdrawn;
        if is_withdrawn && signed.signature.state != SignatureState::Withdrawn {
            // The mind was changed again before the mail left.
            return None;
        }
        let shown = self.petition_cache.by_id(signed.signature.petition)?;
        let words = shown.words(&self.site, lang);
        let about = About::of(&shown, lang);
        let token = self.links.own(signed.signature.id);
        let path = match is_withdrawn {
            true => urls::own_back(&token),
            false => urls::own(&token),
        };
        let until = signed.signature.changed_at.plus(BACK_WITHIN);
        let until = is_withdrawn.then(|| words.date(until, &shown.petition.time_zone));
        let rendered = OwnMail {
            w: &words,
            sender: sender(&shown),
            title: about.title,
            eyebrow: about.eyebrow(&words),
            name: &signer.name,
            link: &self.own_link(path),
            match_word: words.match_word(self.links.word(signed.signature.id).index()),
            withdrawn_until: until,
            is_discreet: shown.petition.settings.discreet,
        }
        .render()
        .ok()?;
        self.mail(Class::Receipt, &shown, &words, &signer.email, rendered)
    }

    /// None for whoever has taken their name or their yes back meanwhile.
    fn changed(&self, signed: &Signed, lang: Lang) -> Option<Mail> {
        let signer = signed.signer.as_ref().filter(|one| one.wants_updates)?;
        if signed.signature.state != SignatureState::Counted {
            return None;
        }
        let shown = self.petition_cache.by_id(signed.signature.petition)?;
        let words = shown.words(&self.site, lang);
        let about = About::of(&shown, lang);
        let token = self.links.own(signed.signature.id);
        let rendered = ChangedMail {
            w: &words,
            sender: sender(&shown),
            title: about.title,
            eyebrow: about.eyebrow(&words),
            name: &signer.name,
            link: &format!("{}{}", self.site.base_url, urls::own_withdraw(&token)),
            is_discreet: shown.petition.settings.discreet,
        }
        .render()
        .ok()?;
        let mut mail = self.mail(Class::Receipt, &shown, &words, &signer.email, rendered)?;
        mail.unsubscribe = self.unsubscribe(signed.signature.id);
        Some(mail)
    }

    /// None where signing is a danger: the page has said it, and a mail about what was deleted would be what is left of it
    /// (G23).
    fn receipt(&self, message: &OutboxMessage, deleted: Deleted) -> Option<Mail> {
        let petition: Id<Petition> = message.subject.cast();
        let shown = self.petition_cache.by_id(petition)?;
        if shown.petition.settings.discreet {
            return None;
        }
        let words = shown.words(&self.site, message.lang);
        let about = About::of(&shown, message.lang);
        let rendered = ReceiptMail {
            w: &words,
            sender: sender(&shown),
            title: about.title,
            eyebrow: about.eyebrow(&words),
            deleted,
        }
        .render()
        .ok()?;
        let to = message.recipient.as_deref()?;
        self.mail(Class::Receipt, &shown, &words, to, rendered)
    }

    fn own_link(&self, path: String) -> String {
        format!("{}{path}", self.site.base_url)
    }

    fn link(&self, id: Id<Signature>) -> String {
        format!(
            "{}{}",
            self.site.base_url,
            urls::confirm(&self.links.token(id))
        )
    }

    /// Mailbox providers press it only over https (RFC 8058).
    fn unsubscribe(&self, id: Id<Signature>) -> Option<Unsubscribe> {
        let path = urls::unsubscribe(&self.links.token(id));
        self.site.is_https().then(|| Unsubscribe {
            https: format!("{}{path}", self.site.base_url),
            mailto: None,
        })
    }

    fn mail(
        &self,
        class: Class,
        shown: &Arc<PublicPetition>,
        words: &Words,
        to: &str,
        rendered: Rendered,
    ) -> Option<Mail> {
        let from = (parts::sender(words, shown), &self.from);
        let (to, date) = (MailAddress::of_stored(to)?, self.site.clock.now());
        Some(rendered.mail(class, from, to, date))
    }
}

fn sender(shown: &PublicPetition) -> Sender<'_> {
    Sender {
        organization: &shown.organization.name,
        contact: &shown.organization.contact_email,
    }
}
