//! POST /embed/{slug}/sign: signing inside a frame. No cookie is set: the answer is "check your email" itself, whose forms hold what was
//! sent, sealed.

use super::embedded::{Embedded, PURPOSE};
use crate::base::time::hours;
use crate::db::Db;
use crate::petition::page::pages::SignForm;
use crate::signature::CheckMailNotice;
use crate::signature::sign::form::SignFields;
use crate::signature::sign::submission::{NotTaken, Submission};
use crate::web::forms::form_token;
use crate::web::page::Errors;
use crate::web::{Browser, CheckedForm, Error, Result};
use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderValue, RETRY_AFTER};
use actix_web::web::Data;
use std::time::Duration;

/// How long a form may stand in a frame. Its stamp is all that says that it is one of ours: a frame that may run scripts and nothing else
/// sends no origin.
const OPEN_FOR: Duration = hours(24);

/// Takes a signature in.
///
/// # Errors
/// 404 without such a petition, and where it stands in no frame; 410 once it was taken down. What does not parse comes back as the form,
/// 422; a form that is not ours or a day old as a new one with what was typed, and one that cannot be signed now as what is so, 409; a
/// database that is away, or a mail that could not go within the hour, as the form with everything kept, 503.
pub async fn post(frame: Embedded, db: Data<Db>, form: CheckedForm<SignFields>) -> Result {
    let words = frame.words();
    let now = frame.site.clock.now();
    let petition = &frame.shown.petition;
    let age = form_token::age(
        &frame.site.stamp_key,
        PURPOSE,
        petition.id.as_bytes(),
        &form.fields.token,
        now,
    );
    let is_old = age.is_none_or(|age| age > OPEN_FOR);
    if petition.is_open(now) && is_old && !frame.is_paused() {
        let errors = Errors::none().with("sign", words.say("error-frame-old"));
        let typed = form.fields.typed(&frame.site, &words, &frame.shown, errors);
        return frame.answer(StatusCode::CONFLICT, frame.form(&words, typed)?);
    }
    let submission = Submission {
        site: &frame.site,
        db: &db,
        page_cache: &frame.page_cache,
        intake: &frame.intake,
        shown: &frame.shown,
        words: &words,
        source: frame.source,
        browser: Browser(None),
        form: &form,
        purpose: PURPOSE,
        asked_by: frame.asked_by(),
        stated_by: None,
        handed_in: None,
        now,
    };
    let taken = match frame.is_paused() {
        true => Err(NotTaken::Closed),
        false => submission.take_in().await,
    };
    match taken {
        Ok(taken) => frame.check_mail(&taken.form, CheckMailNotice::default(), StatusCode::OK),
        Err(why) => {
            let again = why.again(&words)?;
            let typed: SignForm<'_> =
                form.fields
                    .typed(&frame.site, &words, &frame.shown, again.errors);
            let status = StatusCode::from_u16(again.status).map_err(|_| Error::FAULT)?;
            let mut answer = frame.answer(status, frame.form(&words, typed)?)?;
            if let Some(seconds) = again.retry_after {
                let seconds = HeaderValue::from(seconds);
                answer.headers_mut().insert(RETRY_AFTER, seconds);
            }
            Ok(answer)
        }
    }
}
