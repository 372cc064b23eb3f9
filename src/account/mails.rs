//! Mails with a one-time link: queued with its id, written when they are sent.

use super::deed::Deed;
use super::link::{Link, Purpose};
use super::model::{Organization, Organizer, Role};
use super::policy::{Action, may};
use super::store::activity::Doer;
use super::store::link;
use super::store::member;
use super::store::organization;
use super::store::person::{self, StoredOrganizer};
use super::taken_list::TakenList;
use super::token::model::ApiToken;
use crate::base::{Email, Id, Secrets, Time};
use crate::db::{Conn, Result, Tx};
use crate::mail::mails::{
    AddressMail, Changed, InvitationMail, ListNote, Rendered, ResetMail, SecurityMail, Sender,
};
use crate::mail::model::{Kind, NewMessage, OutboxMessage, Urgency};
use crate::mail::{Class, Mail, MailAddress};
use crate::web::{Site, urls};
use crate::words::Words;

/// Queues the mail that carries this link to its organizer. `once_key`: at most one mail of that key.
pub fn queue(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    link: &Link,
    to: &Organizer,
    once_key: Option<String>,
    now: Time,
) -> Result<()> {
    let kind = match link.purpose {
        Purpose::Reset | Purpose::Address => Kind::Reset,
        Purpose::SetUp | Purpose::Invitation => Kind::Invitation,
    };
    let mail = NewMessage {
        kind,
        petition: None,
        subject: link.id.cast(),
        lang: to.lang,
        recipient: None,
        arguments: None,
        mailbox: mailbox(secrets, link.email.as_ref().unwrap_or(&to.email)),
        once_key,
        due_at: now,
        urgency: Urgency::Usual,
    };
    crate::mail::queue(tx, &mail, now)
}

/// Queues the mail that tells the owner of an account what has changed in it, whoever changed it, and writes it in the log of
/// each organization in which they work.
///
/// # Errors
/// A fault of the database.
pub fn tell(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    to: &Organizer,
    changed: Changed,
    doer: &Doer,
) -> Result<()> {
    if let Some(deed) = deed(changed) {
        doer.did_everywhere(tx, to, deed)?;
    }
    let arguments = changed.as_str().to_owned();
    queue_notice(tx, secrets, (to, None), arguments, doer.at())
}

fn queue_notice(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    (to, once_key): (&Organizer, Option<String>),
    arguments: String,
    now: Time,
) -> Result<()> {
    let mail = NewMessage {
        kind: Kind::Security,
        petition: None,
        subject: to.id.cast(),
        lang: to.lang,
        // where the account was reached when it happened
        recipient: Some(to.email.clone()),
        arguments: Some(arguments),
        mailbox: mailbox(secrets, &to.email),
        once_key,
        due_at: now,
        urgency: Urgency::Usual,
    };
    crate::mail::queue(tx, &mail, now)
}

/// The line of the log; a change that is told to two mailboxes is one deed.
fn deed(changed: Changed) -> Option<Deed> {
    Some(match changed {
        Changed::Passphrase => Deed::PASSPHRASE,
        Changed::Reset => Deed::RESET,
        Changed::SecondFactorOn => Deed::FACTOR_ON,
        Changed::SecondFactorOff | Changed::SecondFactorTaken => Deed::FACTOR_OFF,
        Changed::RecoveryCode => Deed::CODE_USED,
        Changed::RecoveryCodes => Deed::CODES,
        // in the log of that organization alone, by whoever does it
        Changed::OrganizationEnded
        | Changed::RoleGiven
        | Changed::MadeOwner
        | Changed::Removed
        | Changed::ListTaken
        | Changed::TokenMade
        | Changed::BatchWaits
        | Changed::WebhookOff
        | Changed::WebhookMakerLeft
        | Changed::AddressFrom => return None,
        Changed::AddressTo => Deed::ADDRESS,
    })
}

/// Queues the mail that tells somebody what became of their place in an organization, and who did it.
///
/// # Errors
/// A fault of the database.
pub(crate) fn tell_of_place(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    (to, changed): (&Organizer, Changed),
    (organization, by): (&str, &str),
    now: Time,
) -> Result<()> {
    // names are lines: none of them has a line break
    let arguments = [changed.as_str(), organization, by].join("\n");
    queue_notice(tx, secrets, (to, None), arguments, now)
}

/// Owners of an organization who are told when a list is taken.
const MOST_OWNERS: i64 = 100;

/// Queues the mails that say that a list with addresses was taken: to every owner, and to whoever took it, by whose account that may
/// be somebody else (accounts.md 17). Where it is known they say of which petition, how many lines, what for and to whom. One a day for
/// each who takes from a petition, so that taking many lists uses up nobody's room for what else an account has to know.
///
/// # Errors
/// A fault of the database.
pub fn tell_of_list(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    organization: Id<Organization>,
    doer: &Doer,
    (petition, taken): (&str, Option<&TakenList>),
) -> Result<()> {
    let Some(place) = organization::find(tx, organization)? else {
        return Ok(());
    };
    let members = member::all(tx, organization, MOST_OWNERS)?.into_iter();
    let told = members.filter(|one| one.role == Role::Owner || doer.is(one.id));
    for one in told.map(|one| one.id).collect::<Vec<_>>() {
        let Some(StoredOrganizer { organizer, .. }) = person::find(tx, one)? else {
            continue;
        };
        let by = doer.key();
        let day = doer.at().day();
        let once_key = format!("list:{one}:{organization}:{by}:{day}:{petition}");
        let taken = taken.map(|taken| format!("\n{petition}\n{}", taken.logged()));
        let arguments = [Changed::ListTaken.as_str(), &place.name, doer.name()].join("\n");
        let arguments = arguments + &taken.unwrap_or_default();
        queue_notice(
            tx,
            secrets,
            (&organizer, Some(once_key)),
            arguments,
            doer.at(),
        )?;
    }
    Ok(())
}

/// Writes in the log that a token was made or replaced, and queues the mails that say so: to every owner, and to whoever did it, by whose account that may be somebody else.
/// One a day for each who does it; the log has them all.
///
/// # Errors
/// A fault of the database.
pub fn tell_of_token(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    (token, deed): (&ApiToken, Deed),
    doer: &Doer,
) -> Result<()> {
    let organization = token.organization;
    let scopes = token.scopes.to_string();
    doer.changed(tx, organization, deed, &token.name, ("", &scopes))?;
    let Some(place) = organization::find(tx, organization)? else {
        return Ok(());
    };
    let members = member::all(tx, organization, MOST_OWNERS)?.into_iter();
    let told = members.filter(|one| one.role == Role::Owner || doer.is(one.id));
    for one in told.map(|one| one.id).collect::<Vec<_>>() {
        let Some(StoredOrganizer { organizer, .. }) = person::find(tx, one)? else {
            continue;
        };
        let (by, day) = (doer.key(), doer.at().day());
        let once_key = format!("token:{one}:{organization}:{by}:{day}");
        let arguments = [Changed::TokenMade.as_str(), &place.name, doer.name()].join("\n");
        let to = (&organizer, Some(once_key));
        queue_notice(tx, secrets, to, arguments, doer.at())?;
    }
    Ok(())
}

/// Queues the mails that say that a batch of decisions waits for a second person: to those who may agree to it; where there is nobody, to
/// everybody who works there.
///
/// # Errors
/// A fault of the database.
pub fn tell_of_batch(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    (organization, batch): (Id<Organization>, &str),
    has_second: bool,
    doer: &Doer,
) -> Result<()> {
    let Some(place) = organization::find(tx, organization)? else {
        return Ok(());
    };
    let members = member::all(tx, organization, MOST_OWNERS)?.into_iter();
    let told = members.filter(|one| match has_second {
        true => may(one.role, Action::Moderate) && !doer.is(one.id),
        false => true,
    });
    for one in told.map(|one| one.id).collect::<Vec<_>>() {
        let Some(StoredOrganizer { organizer, .. }) = person::find(tx, one)? else {
            continue;
        };
        let once_key = format!("batch:{batch}:{one}");
        let arguments = [Changed::BatchWaits.as_str(), &place.name, doer.name()].join("\n");
        let to = (&organizer, Some(once_key));
        queue_notice(tx, secrets, to, arguments, doer.at())?;
    }
    Ok(())
}

/// Queues the mails that tell the owners of an organization of its webhooks: that one, which is named by its host, was turned off, or
/// that somebody who made some works there no more. `maker`: is told too, who works there still.
///
/// # Errors
/// A fault of the database.
pub fn tell_of_webhook(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    organization: Id<Organization>,
    (changed, about): (Changed, &str),
    maker: Option<Id<Organizer>>,
    now: Time,
) -> Result<()> {
    let Some(place) = organization::find(tx, organization)? else {
        return Ok(());
    };
    let members = member::all(tx, organization, MOST_OWNERS)?.into_iter();
    let owners = members.filter(|one| one.role == Role::Owner);
    let mut told: Vec<_> = owners.map(|one| one.id).collect();
    if let Some(maker) = maker
        && !told.contains(&maker)
        && member::role_of(tx, organization, maker)?.is_some()
    {
        told.push(maker);
    }
    for one in told {
        if let Some(StoredOrganizer { organizer, .. }) = person::find(tx, one)? {
            let by = (place.name.as_str(), about);
            tell_of_place(tx, secrets, (&organizer, changed), by, now)?;
        }
    }
    Ok(())
}

/// What [`tell`] or [`tell_of_place`] queued.
fn security(site: &Site, from: &MailAddress, message: &OutboxMessage) -> Option<Mail> {
    let mut arguments = message.arguments.as_deref()?.split('\n');
    let changed = Changed::parse(arguments.next()?)?;
    let (organization, by) = (arguments.next(), arguments.next());
    let petition = arguments.next();
    let taken = TakenList::read(&arguments.collect::<Vec<_>>().join("\n"));
    let to = MailAddress::of_stored(message.recipient.as_deref()?)?;
    let words = site.words(message.lang);
    let sender = words.say("site-name");
    // a command has no name
    let by = by.map(|by| match by {
        "" => words.say("mail-by-operator"),
        name => name,
    });
    let rendered = SecurityMail {
        w: &words,
        sender: Sender {
            organization: sender,
            contact: "",
        },
        changed,
        place: organization.zip(by),
        list: petition.zip(taken).map(|(petition, taken)| ListNote {
            petition,
            lines: taken.count(),
            purpose: taken.purpose_in_words(&words),
            recipient: taken.recipient,
        }),
        on: words.date_time(message.created_at, "UTC"),
        link: &format!("{}{}", site.base_url, urls::forgot()),
    }
    .render()
    .ok()?;
    let date = site.clock.now();
    Some(rendered.mail(Class::Notice, (sender, from), to, date))
}

/// The keyed hash by which the mail budget knows a mailbox; the same as that of signatures.
pub(crate) fn mailbox(secrets: &Secrets, address: &str) -> [u8; 32] {
    let key = secrets.key("mailbox");
    match Email::stored(address) {
        Some(email) => key.mac(&[email.k2().as_bytes()]),
        None => key.mac(&[address.as_bytes()]),
    }
}

/// The mail that was queued; none when the link was used or has ended meanwhile, so that nobody gets a mail that no
/// longer helps. Its token is made anew from the secret.
///
/// # Errors
/// A fault of the database.
pub fn write(
    conn: &mut Conn,
    site: &Site,
    from: &MailAddress,
    message: &OutboxMessage,
) -> Result<Option<Mail>> {
    if message.kind == Kind::Security {
        return Ok(security(site, from, message));
    }
    let id = message.subject.cast();
    let Some(link) = link::by_id(conn, id, site.clock.now())? else {
        return Ok(None);
    };
    let known = match link.organizer {
        Some(id) => person::find(conn, id)?,
        None => None,
    };
    let organization = match link.organization {
        Some(id) => organization::find(conn, id)?,
        None => None,
    };
    let Some(StoredOrganizer { organizer, .. }) = known else {
        return Ok(None);
    };
    let words = site.words(organizer.lang);
    let inviter = match link.invited_by {
        Some(id) => person::find(conn, id)?.map(|known| known.organizer.name),
        None => None,
    };
    let rendered = rendered(site, &words, &link, (organization.as_ref(), inviter));
    let name = organization
        .as_ref()
        .map_or(words.say("site-name"), |place| &place.name);
    let to = MailAddress::of_stored(link.email.as_ref().unwrap_or(&organizer.email));
    Ok(rendered.ok().zip(to).map(|(rendered, to)| {
        let date = site.clock.now();
        rendered.mail(Class::Notice, (name, from), to, date)
    }))
}

fn rendered(
    site: &Site,
    words: &Words,
    link: &Link,
    (organization, inviter): (Option<&Organization>, Option<String>),
) -> askama::Result<Rendered> {
    let token = link.token(&site.secrets);
    let sender = Sender {
        organization: organization.map_or(words.say("site-name"), |place| &place.name),
        contact: organization.map_or("", |place| &place.contact_email),
    };
    let address = |path: String| format!("{}{path}", site.base_url);
    match link.purpose {
        Purpose::Reset => ResetMail {
            w: words,
            sender,
            link: &address(urls::reset(&token)),
            minutes: i64::try_from(link.purpose.works_for().as_secs() / 60).unwrap_or(0),
        }
        .render(),
        Purpose::Address => AddressMail {
            w: words,
            sender,
            link: &address(urls::account_address(&token)),
        }
        .render(),
        Purpose::SetUp | Purpose::Invitation => InvitationMail {
            w: words,
            sender,
            // the operator, where nobody of the organization does
            inviter: inviter.as_deref().unwrap_or(words.say("site-name")),
            link: &address(urls::setup(&token)),
            until: words.date(link.expires_at, "UTC"),
        }
        .render(),
    }
}
