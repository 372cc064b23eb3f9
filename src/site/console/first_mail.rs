//! GET /organize/first/mail and POST /organize/first/mail/test: the third step of the first run, whether mail goes out. Its operator
//! comes back to it whenever it does not. No second factor is asked for: it shows where mail goes and writes to the asker alone.

use super::test_letter::{self, TestLetter, TestLetters};
use super::test_notice::{self, TestNotice};
use crate::account::session::press::PressFields;
use crate::account::store::set_up_step;
use crate::account::{Actor, OrganizerForm, SetUpLine, SetUpStep};
use crate::base::Id;
use crate::db::{self, Db};
use crate::mail::store::{self, LetterState, MailStanding};
use crate::mail::{OutboxSignal, OutgoingMail};
use crate::web::answers::answer::{private_page, see_other};
use crate::web::page::Frame;
use crate::web::{Result, Site, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;
use std::time::Duration;
use tokio::time::sleep;

/// So often it is looked whether the message was taken before the page is shown, and how long between two looks: the worker needs a
/// moment as a rule, and without a script nobody should have to press for what it heard.
const LOOKS: (usize, Duration) = (20, Duration::from_millis(150));

/// Which test message was just asked for.
#[derive(Debug, Default, Deserialize)]
pub struct FirstMailQuery {
    #[serde(default)]
    test: String,
}

#[derive(Template)]
#[template(path = "site/console/first_mail.html")]
struct FirstMailPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    /// Empty after the first run.
    steps: Vec<SetUpLine>,
    relay: String,
    sender: Option<&'a str>,
    email: &'a str,
    test_action: String,
    /// How it stands, with the class of its note.
    standing: (&'static str, Vec<String>),
    /// What became of the message that was asked for.
    test: Option<TestNotice>,
    goes_out: bool,
    /// What else decides whether it arrives.
    arrives: Option<String>,
    leave_action: String,
    onward_href: String,
}

fn standing(
    w: &Words,
    outgoing: &OutgoingMail,
    known: &MailStanding,
) -> (&'static str, Vec<String>) {
    match (known, &outgoing.relay) {
        (MailStanding::GoesOut, Some(relay)) => {
            let told = w.say1("first-mail-accepted", "host", &relay.host);
            ("ok", vec![told])
        }
        (MailStanding::GoesOut, None) => ("ok", vec![w.say("first-mail-caught").to_owned()]),
        (MailStanding::Untried, _) => ("warn", vec![w.say("first-mail-untried").to_owned()]),
        (MailStanding::Fails(why), _) => {
            let mut told = vec![w.say("first-mail-fails").to_owned()];
            told.extend(test_notice::reasons(w, why));
            ("err", told)
        }
    }
}

/// The page.
///
/// # Errors
/// A fault of the database. Whoever does not run this site is led to the first page of the console.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    outgoing: Data<OutgoingMail>,
    actor: Actor,
    asked: Query<FirstMailQuery>,
) -> Result {
    if !actor.is_operator {
        return Ok(see_other(&urls::console()));
    }
    let words = actor.words(&site);
    let w: &Words = &words;
    let test: Option<Id<TestLetter>> = Id::parse(&asked.test).ok();
    let (who, mark) = (actor.id, outgoing.mark.clone());
    let (step, known, state) = db
        .read(move |conn| {
            let state = match test {
                Some(id) => test_letter::state(conn, who, id)?.map(|state| (id, state)),
                None => None,
            };
            let step = set_up_step::open(conn, who)?;
            Ok::<_, db::Error>((step, store::mail_standing(conn, &mark)?, state))
        })
        .await?;
    let goes_out = known == MailStanding::GoesOut;
    let again = |id| urls::first_mail_after(id);
    // what was heard of it is what is known of mail: said once
    let waits =
        |state: &LetterState| matches!(state, LetterState::Waits(..) | LetterState::Skipped);
    let test = state.filter(|(_, state)| waits(state));
    let domain = outgoing
        .sender
        .as_deref()
        .and_then(|it| it.rsplit_once('@'));
    let arrives = match (&outgoing.relay, domain) {
        (Some(relay), Some((_, domain))) if goes_out => {
            Some(w.say2("first-mail-arrives", "domain", domain, "host", &relay.host))
        }
        _ => None,
    };
    let shown = FirstMailPage {
        frame: actor.console_frame(&site, w, &urls::first_mail(), w.say("operator-mail")),
        w,
        steps: match step {
            Some(_) => SetUpStep::lines(w, Some(SetUpStep::Mail)),
            None => Vec::new(),
        },
        relay: test_notice::relay(w, &outgoing),
        sender: outgoing.sender.as_deref(),
        email: &actor.email,
        test_action: urls::first_test_mail(),
        standing: standing(w, &outgoing, &known),
        test: test.map(|(id, state)| test_notice::notice(w, &state, again(id))),
        goes_out,
        arrives,
        leave_action: urls::leave_first_run(),
        onward_href: match step {
            Some(_) => urls::first_petition(),
            None => urls::console(),
        },
    };
    private_page(StatusCode::OK, &shown)
}

/// Sends a message to whoever asks, and leads to the page that says what became of it: in a moment, if the relay answers by then.
///
/// # Errors
/// 429 after five in ten minutes; a fault of the database.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    limit: Data<TestLetters>,
    bell: Data<OutboxSignal>,
    sent: OrganizerForm<PressFields>,
) -> Result {
    let actor = sent.actor;
    if !actor.is_operator {
        return Ok(see_other(&urls::console()));
    }
    let (who, back) = (actor.id, urls::first_mail());
    let id = test_letter::ask(&site, &db, &limit, actor, back).await?;
    bell.ring();
    let (looks, between) = LOOKS;
    for _ in 0..looks {
        sleep(between).await;
        let state = db.read(move |conn| test_letter::state(conn, who, id)).await;
        if !matches!(state, Ok(Some(LetterState::Waits(None, _)))) {
            break;
        }
    }
    Ok(see_other(&urls::first_mail_after(id)))
}
