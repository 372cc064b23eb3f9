//! GET /organize/operator/mail: where mail goes, what waits, what failed and why, and what became of a test message.

use super::test_letter::{self, TestLetter};
use super::test_notice::{TestNotice, notice, relay};
use crate::account::OperatorActor;
use crate::base::Id;
use crate::base::time::days;
use crate::db::{self, Db};
use crate::mail::store::{self, MailFigures};
use crate::mail::{OutgoingMail, Trouble};
use crate::web::answers::answer::private_page;
use crate::web::page::Frame;
use crate::web::{Result, Site, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Days of which failures are told.
const TOLD: u64 = 7;

/// Which test message was just asked for, so that the page can be reloaded.
#[derive(Debug, Default, Deserialize)]
pub struct MailQuery {
    #[serde(default)]
    test: String,
}

/// Letters that met the same.
struct TroubleLine {
    count: String,
    sentence: String,
}

#[derive(Template)]
#[template(path = "site/console/mail.html")]
struct MailPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    relay: String,
    sender: Option<&'a str>,
    /// Why nothing leaves, after a restore.
    held: Option<String>,
    accepted: String,
    due: String,
    later: String,
    oldest: Option<String>,
    put_off: Vec<TroubleLine>,
    failed: Vec<TroubleLine>,
    days: u64,
    test: Option<TestNotice>,
    test_action: String,
    email: &'a str,
}

/// What was met, the reasons as people tell them apart, in their order.
fn troubles(w: &Words, rows: &[(String, i64)]) -> Vec<TroubleLine> {
    let mut sums: BTreeMap<Trouble, i64> = BTreeMap::new();
    // nobody tried these yet
    for (outcome, rows) in rows.iter().filter(|(outcome, _)| outcome != "again") {
        *sums.entry(Trouble::of(outcome)).or_default() += rows;
    }
    let line = |(trouble, rows): (Trouble, i64)| TroubleLine {
        count: w.say1("operator-messages", "n", rows),
        sentence: w.say1("operator-trouble", "trouble", trouble.as_str()),
    };
    sums.into_iter().map(line).collect()
}

/// The page. Changes nothing.
///
/// # Errors
/// 404 for who is no operator.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    outgoing: Data<OutgoingMail>,
    OperatorActor(actor): OperatorActor,
    asked: Query<MailQuery>,
) -> Result {
    let (words, now) = (actor.words(&site), site.clock.now());
    let w: &Words = &words;
    let test: Option<Id<TestLetter>> = Id::parse(&asked.test).ok();
    let (asker, since) = (actor.id, now.minus(days(TOLD)));
    let (figures, state, held): (MailFigures, _, _) = db
        .read(move |conn| {
            let figures = store::figures(conn, since, now)?;
            let held = store::mail_held_since(conn)?;
            let state = match test {
                Some(id) => test_letter::state(conn, asker, id)?.map(|state| (id, state)),
                None => None,
            };
            Ok::<_, db::Error>((figures, state, held))
        })
        .await?;
    let ago = |at| w.ago(at, now);
    let shown = MailPage {
        frame: actor.console_frame(&site, w, &urls::operator_mail(), w.say("operator-mail")),
        w,
        relay: relay(w, &outgoing),
        sender: outgoing.sender.as_deref(),
        held: held.map(|since| w.say1("operator-mail-held", "ago", ago(since))),
        accepted: match figures.accepted_at {
            Some(at) => ago(at),
            None => w.say("operator-accepted-never").to_owned(),
        },
        due: w.number(figures.due),
        later: w.number(figures.later),
        oldest: figures.oldest.map(ago),
        put_off: troubles(w, &figures.put_off),
        failed: troubles(w, &figures.failed),
        days: TOLD,
        test: state.map(|(id, state)| notice(w, &state, urls::operator_mail_after(id))),
        test_action: urls::operator_test_mail(),
        email: &actor.email,
    };
    private_page(StatusCode::OK, &shown)
}
