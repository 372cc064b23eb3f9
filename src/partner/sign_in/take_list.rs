//! POST /partner/{token}/list: gives a partner the list of those who let it write, once a link. Mailboxes that are not written to are left out.

use super::pages;
use crate::account::deed::Deed;
use crate::account::mails;
use crate::account::store::activity::Doer;
use crate::base::texts::csv::{BOM, row};
use crate::base::{Email, Id, Key, Secrets, Time, Token};
use crate::db::{self, Conn, Db, Tx};
use crate::mail;
use crate::petition::Exposure;
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::source::contact_store::{self, PartnerLink};
use crate::petition::source::letter::PartnerTokens;
use crate::signature::model::Asker;
use crate::signature::store::consents;
use crate::signature::store::partner_list::{self, PartnerSigner};
use crate::web::{CheckedForm, Fields, PathArg, ReaderLang, Result, Site};
use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION};
use actix_web::web::Data;
use serde::Deserialize;

/// Signers that are read at once.
const PAGE: i64 = 500;

/// Columns. The words of the question stand beside each address, because they say what may be written.
const HEADER: [&str; 6] = [
    "email",
    "full_name",
    "language",
    "signed_at",
    "opted_in_at",
    "opt_in_words",
];

/// The button.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TakeListFields {}

impl Fields for TakeListFields {}

/// The file. It is written down that it was taken before anything of it leaves.
///
/// # Errors
/// 503 when the database is away; a link that works no more, or was used for a list, is no error but a page that says so, 410.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    PathArg(token): PathArg<Token>,
    reader: ReaderLang,
    _form: CheckedForm<TakeListFields>,
) -> Result {
    let words = reader.words(&site);
    let (id, now) = (
        PartnerTokens::new(&site.secrets).open(&token),
        site.clock.now(),
    );
    let secrets = site.secrets.clone();
    let taken = db.write(move |tx| take(tx, &secrets, id, now)).await?;
    let Some(link) = taken else {
        return pages::gone(&site, &words);
    };
    let mailboxes = site.secrets.key("mailbox");
    let name = format!("{}-{}.csv", link.source.code.as_str(), day(now));
    let table = db.read(move |conn| table(conn, &link, &mailboxes, now));
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((
            CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ))
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(table.await?))
}

fn day(at: Time) -> String {
    at.rfc3339().chars().take(10).collect()
}

/// Uses the list of the link up, writes so in the log of the organization, and tells its owners.
fn take(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    id: Id<PartnerLink>,
    now: Time,
) -> db::Result<Option<PartnerLink>> {
    let Some(link) = contact_store::find(tx, id, now)? else {
        return Ok(None);
    };
    let managed = ManagedPetition::load(tx, link.source.petition)?;
    let managed = managed.filter(|managed| managed.petition.allows(Exposure::OwnLinks));
    let Some(managed) = managed else {
        return Ok(None);
    };
    if !contact_store::take_list(tx, id, now)? {
        return Ok(None);
    }
    let organization = managed.petition.organization;
    let title = managed.title(managed.petition.lang);
    let doer = Doer::partner(&link.source.name, now);
    doer.did(tx, organization, Deed::PARTNER_LIST, title)?;
    mails::tell_of_list(tx, secrets, organization, &doer, (title, None))?;
    Ok(Some(link))
}

/// The list, page by page.
fn table(conn: &mut Conn, link: &PartnerLink, mailboxes: &Key, now: Time) -> db::Result<Vec<u8>> {
    let mut out = BOM.to_vec();
    row(&mut out, &HEADER);
    let mut after = Id::from_bytes([0; 16]);
    loop {
        let page = partner_list::after(conn, link.source.id, after, PAGE)?;
        let Some(last) = page.last() else {
            return Ok(out);
        };
        after = last.id;
        for one in written_to(conn, link, mailboxes, &page, now)? {
            line(conn, &mut out, link, one)?;
        }
    }
}

/// Those of them that are written to: nobody who stopped all mail, and no mailbox that refused it.
fn written_to<'a>(
    conn: &mut Conn,
    link: &PartnerLink,
    mailboxes: &Key,
    page: &'a [PartnerSigner],
    now: Time,
) -> db::Result<Vec<&'a PartnerSigner>> {
    let key = |one: &PartnerSigner| match Email::stored(&one.email) {
        Some(email) => mailboxes.mac(&[email.k2().as_bytes()]),
        None => mailboxes.mac(&[one.email.as_bytes()]),
    };
    let keys: Vec<[u8; 32]> = page.iter().map(key).collect();
    let asked: Vec<&[u8]> = keys.iter().map(<[u8; 32]>::as_slice).collect();
    let barred = mail::suppressed(conn, &asked, now)?;
    let is_barred = |key: &[u8; 32]| {
        barred.iter().any(|one| {
            let is_here = one
                .petition
                .is_none_or(|petition| petition == link.source.petition.cast());
            is_here && one.mailbox == key.as_slice()
        })
    };
    let both = page.iter().zip(&keys);
    Ok(both
        .filter(|(_, key)| !is_barred(key))
        .map(|(one, _)| one)
        .collect())
}

/// One signer, with the last yes to this partner and its words.
fn line(
    conn: &mut Conn,
    out: &mut Vec<u8>,
    link: &PartnerLink,
    one: &PartnerSigner,
) -> db::Result<()> {
    let asker = Asker::Partner(link.source.id);
    let given = consents::of(conn, one.id)?;
    let yes = given
        .iter()
        .rev()
        .find(|told| told.consent.asker == asker && told.consent.is_yes);
    let at = yes.map(|told| told.consent.given_at.rfc3339());
    let words = yes.and_then(|told| told.words.as_deref());
    row(
        out,
        &[
            &one.email,
            &one.name,
            &one.lang,
            &one.signed_at.rfc3339(),
            at.as_deref().unwrap_or_default(),
            words.unwrap_or_default(),
        ],
    );
    Ok(())
}
