//! POST .../check/reason, POST .../signed/reason and /m/{token}/reason: why somebody signed, said after
//! signing. Said again it takes the place of what was said; nothing said takes it back.

use crate::base::{Id, Lang, Remark, Slug, Time};
use crate::db::{self, Conn, Db, Tx};
use crate::petition::{About, Petition, PublicPetition};
use crate::signature::confirm::just_signed::JustSigned;
use crate::signature::confirm::link_target::signed_behind;
use crate::signature::model::{Signature, SignatureState};
use crate::signature::page::page_cache::PageCache;
use crate::signature::page::parts;
use crate::signature::page::reason_box::ReasonBox;
use crate::signature::reason::store::{self, NewReason};
use crate::signature::reason::{Reason, ReasonState as Standing};
use crate::signature::store::pending;
use crate::signature::store::read::{self, Signed};
use crate::signature::{FormSender, OwnLink};
use crate::web::answers::answer::{private_page, see_other};
use crate::web::page::{Errors, Frame};
use crate::web::{CheckedForm, Error, Fields, PathArg, ReaderLang, Result, Sealed, Site, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;
use serde::Deserialize;

/// What the box sends.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReasonForm {
    reason: String,
    #[serde(default)]
    choice: String,
    #[serde(default)]
    form: String,
}

impl Fields for ReasonForm {}

impl ReasonForm {
    /// The words; none when they are taken back.
    fn read(&self) -> std::result::Result<Option<Remark>, crate::base::Invalid> {
        match self.choice.as_str() {
            "take" => Ok(None),
            _ => Remark::optional(&self.reason),
        }
    }
}

/// The box alone, where something in it has to be put right.
#[derive(Template)]
#[template(path = "signature/mine/reason.html")]
struct ReasonPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    about: About<'a>,
    why: ReasonBox,
    back: String,
}

/// The box alone, on one's own page.
fn own_box(link: &OwnLink, signature: &Signature, why: ReasonBox) -> Result {
    let shown = link.page_cache.petition_cache.behind(signature.petition)?;
    let words = shown.words(&link.site, signature.lang);
    let frame = parts::own_frame(&link.site, &words, &shown, words.say("why-tab"));
    let about = About::of(&shown, signature.lang);
    let why = why.under(&shown);
    box_in(frame, &words, about, why, urls::own(&link.token))
}

fn box_alone(
    site: &Site,
    shown: &PublicPetition,
    lang: Lang,
    why: ReasonBox,
    back: String,
) -> Result {
    let words = shown.words(site, lang);
    let frame = parts::frame(site, &words, shown, words.say("why-tab"));
    let about = About::of(shown, lang);
    box_in(frame, &words, about, why.under(shown), back)
}

fn box_in(frame: Frame<'_>, w: &Words, about: About<'_>, why: ReasonBox, back: String) -> Result {
    let status = match why.errors.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let page = ReasonPage {
        frame: frame.with_errors(!why.errors.is_empty()),
        w,
        about,
        why,
        back,
    };
    private_page(status, &page)
}

/// Where somebody signed and no mailbox has confirmed: the words wait with what was typed in. Says
/// the same whatever became of the form.
///
/// # Errors
/// 404 without such a petition, 410 once it was taken down; 409 when the form is not the one this browser sent last; 422 with the words kept; 503 while
/// the database is away.
pub(crate) async fn where_they_signed(
    sender: FormSender,
    db: Data<Db>,
    typed: CheckedForm<ReasonForm>,
) -> Result {
    let (site, shown, typed) = (&sender.site, &sender.shown, typed.fields);
    let form = sender.acting(&typed.form)?;
    let (lang, slug) = (sender.reader.interface(), &shown.petition.slug);
    let said = match typed.read() {
        Ok(said) => said,
        Err(wrong) => {
            let errors = Errors::none().with("reason", shown.words(site, lang).say(wrong.key));
            let why = ReasonBox {
                form: typed.form,
                ..ReasonBox::wrong(urls::pending_reason(lang, slug), typed.reason, errors)
            };
            return box_alone(site, shown, lang, why, urls::check_mail(lang, slug));
        }
    };
    let (petition, id, now) = (shown.petition.id, form.id, site.clock.now());
    let form = form.saying_why(said.is_some());
    db.write(move |tx| say_waiting(tx, (petition, id), said, lang, now))
        .await?;
    sender.back_with(&form, "why#why")
}

/// Says why with a pending signature of this very petition.
///
/// # Errors
/// A fault of the database.
pub(crate) fn say_waiting(
    tx: &mut Tx<'_>,
    (petition, id): (Id<Petition>, Id<Signature>),
    said: Option<Remark>,
    lang: Lang,
    now: Time,
) -> db::Result<()> {
    let waits = pending::find_under(tx, petition, id)?.is_some();
    match said {
        _ if !waits => Ok(()),
        Some(words) => {
            let said = NewReason {
                id: id.cast(),
                petition,
                state: Standing::Typed,
                words,
                lang,
            };
            store::say(tx, &said, now)
        }
        None => store::gone(tx, &[id.cast()], now),
    }
}

/// After the press, at the address that says nothing of anybody: the words go to the organizers.
///
/// # Errors
/// 404 without such a petition, 410 once it was taken down; 422 with the words kept, and so when the hour is over for which this
/// browser is known; 503 while the database is away.
pub(crate) async fn after_confirming(
    site: Data<Site>,
    page_cache: Data<PageCache>,
    db: Data<Db>,
    PathArg(slug): PathArg<Slug>,
    reader: ReaderLang,
    here: Sealed<JustSigned>,
    form: CheckedForm<ReasonForm>,
) -> Result {
    let shown = page_cache.petition_cache.by_slug(&slug)?;
    let lang = reader.prefix().unwrap_or(shown.petition.lang);
    let back = urls::signed(lang, &slug);
    let wrong = |key, words| {
        let errors = Errors::none().with("reason", shown.words(&site, lang).say(key));
        let why = ReasonBox::wrong(urls::signed_reason(lang, &slug), words, errors);
        box_alone(&site, &shown, lang, why, back.clone())
    };
    let link = here.0.and_then(|here| here.under(shown.petition.id));
    let (Some(link), now) = (link, site.clock.now()) else {
        return wrong("error-reason-late", form.fields.reason);
    };
    let said = match form.fields.read() {
        Ok(said) => said,
        Err(invalid) => return wrong(invalid.key, form.fields.reason),
    };
    match db.write(move |tx| say_signed(tx, link, said, now)).await? {
        true => Ok(see_other(&format!("{back}#why"))),
        false => Err(Error::NOT_FOUND),
    }
}

/// The box on one's own page, with what was said.
///
/// # Errors
/// 404 for a link that is nobody's; 410 when the details are erased; 429 over 60 a minute of this link; 503 while the database is
/// away.
pub async fn own(link: OwnLink) -> Result {
    let (found, said) = match link.found_by(own_and_said).await? {
        Ok(found) => found,
        Err(answer) => return Ok(answer),
    };
    let signature = &found.signature;
    if found.signer.is_none() {
        return link.erased(signature);
    }
    let why = ReasonBox::signed(urls::own_reason(&link.token), said);
    own_box(&link, signature, why)
}

/// The words from one's own page go to the organizers.
///
/// # Errors
/// As [`own`]; 422 with the words kept.
pub(crate) async fn on_own_page(link: OwnLink, form: CheckedForm<ReasonForm>) -> Result {
    let (id, now) = (link.id, link.site.clock.now());
    let (found, _) = match link.found_by(own_and_said).await? {
        Ok(found) => found,
        Err(answer) => return Ok(answer),
    };
    let signature = &found.signature;
    if found.signer.is_none() {
        return link.erased(signature);
    }
    let said = match form.fields.read() {
        Ok(said) => said,
        Err(wrong) => {
            let errors = Errors::none().with("reason", link.words(signature).say(wrong.key));
            let why = ReasonBox::wrong(urls::own_reason(&link.token), form.fields.reason, errors);
            return own_box(&link, signature, why);
        }
    };
    link.db
        .write(move |tx| say_signed(tx, id, said, now))
        .await?;
    Ok(see_other(&urls::own_reason(&link.token)))
}

fn own_and_said(
    conn: &mut Conn,
    id: Id<Signature>,
) -> db::Result<Option<(Signed, Option<Reason>)>> {
    let Some(found) = read::find(conn, id)? else {
        return Ok(None);
    };
    let said = store::find(conn, id.cast())?;
    Ok(Some((found, said)))
}

/// Says why with the signature behind a link, if it is counted or may be. False when no signature
/// stands behind it.
///
/// # Errors
/// A fault of the database.
pub(crate) fn say_signed(
    tx: &mut Tx<'_>,
    id: Id<Signature>,
    said: Option<Remark>,
    now: Time,
) -> db::Result<bool> {
    let Some(signed) = signed_behind(tx, id)? else {
        return Ok(false);
    };
    let signature = signed.signature;
    let id = signature.id.cast();
    match said {
        Some(words)
            if matches!(
                signature.state,
                SignatureState::Counted | SignatureState::Held
            ) =>
        {
            let said = NewReason {
                id,
                petition: signature.petition,
                state: Standing::Waiting,
                words,
                lang: signature.lang,
            };
            store::say(tx, &said, now)?;
        }
        Some(_) => {}
        None => store::gone(tx, &[id], now)?,
    }
    Ok(true)
}
