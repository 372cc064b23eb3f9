//! A post office for stories about the outbox: a database, a clock that stands, a relay, a worker.

use super::Database;
use super::smtp::{Behaviour, Secrecy, SmtpServer};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::sync::watch;
use undersigned::base::{Clock, Id, Lang, Time};
use undersigned::db::{Conn, Db, Error, Result, Tx};
use undersigned::mail::model::{Campaign, Kind, NewMessage, OutboxMessage, Urgency};
use undersigned::mail::{
    Class, Mail, MailAddress, MailSetting, OutboxSignal, OutgoingMail, Relay, Renderer,
    RoundReport, SentMail, Timeouts, Transport, Worker, queue_all,
};

/// When every story begins.
pub const BEGIN: Time = Time::from_micros(1_795_295_400_000_000);

/// So that a story about silence is short.
pub const IN_HASTE: Timeouts = Timeouts {
    connect: Duration::from_millis(1_000),
    hello: Duration::from_millis(1_000),
    command: Duration::from_millis(1_000),
    body: Duration::from_millis(1_000),
    whole: Duration::from_millis(1_500),
};

/// Renders what a promise's arguments say, and remembers what was sent.
#[derive(Default)]
pub struct Plain {
    sent: Mutex<Vec<SentMail>>,
}

impl Plain {
    /// What the worker said was sent.
    pub fn sent(&self) -> Vec<SentMail> {
        self.sent.lock().unwrap().clone()
    }
}

impl Renderer for Plain {
    fn render(&self, _: &mut Conn, promises: &[OutboxMessage]) -> Result<Vec<Option<Mail>>> {
        let render = |promise: &OutboxMessage| match promise.arguments.as_deref() {
            Some("nothing") => Ok(None),
            Some("broken") => Err(Error::Refused("broken")),
            Some("panic") => panic!("a template panics"),
            _ => Ok(Some(letter(promise.recipient.as_deref().unwrap()))),
        };
        promises.iter().map(render).collect()
    }

    fn is_typed_by(&self, _: &mut Conn, promise: &OutboxMessage, browser: &[u8]) -> Result<bool> {
        Ok(promise.arguments.as_deref().map(str::as_bytes) == Some(browser))
    }

    fn sent(&self, _: &mut Tx<'_>, sent: &[SentMail]) -> Result<()> {
        self.sent.lock().unwrap().extend_from_slice(sent);
        Ok(())
    }
}

/// A letter of ordinary length.
pub fn letter(to: &str) -> Mail {
    let text = "Lucía, please confirm your signature. ".repeat(8);
    Mail {
        class: Class::Confirm,
        from_name: "Open Docket Coalition".to_owned(),
        from: MailAddress::parse("letters@sign.example.org").unwrap(),
        to: MailAddress::parse(to).unwrap(),
        subject: "Confirm your signature: Court records should be free to read".to_owned(),
        html: format!("<p lang=\"en\">{text}</p>"),
        text,
        message_id: String::new(),
        date: BEGIN,
        unsubscribe: None,
        feedback: None,
    }
}

/// A letter to `mailbox`, promised under a petition.
pub fn promised(kind: Kind, mailbox: &str, petition: u8, now: Time) -> NewMessage {
    let mut key = [0; 32];
    for (place, byte) in key.iter_mut().zip(mailbox.bytes()) {
        *place = byte;
    }
    NewMessage {
        kind,
        petition: Some(Id::<Campaign>::from_bytes([petition; 16])),
        subject: Id::new(now),
        lang: Lang::EN,
        recipient: Some(format!("{mailbox}@example.org")),
        arguments: None,
        mailbox: key,
        once_key: None,
        due_at: now,
        urgency: Urgency::Usual,
    }
}

/// The office.
pub struct Office {
    pub db: Db,
    pub clock: Clock,
    pub server: SmtpServer,
    pub renderer: Arc<Plain>,
    pub stop: watch::Sender<bool>,
    worker: Worker,
}

impl Office {
    /// Opens over a database, with a relay that behaves like this.
    pub async fn open(database: &Database, behaviour: Behaviour) -> Self {
        Self::open_as(database, Secrecy::Plain, behaviour).await
    }

    /// The same with TLS.
    pub async fn open_as(database: &Database, secrecy: Secrecy, behaviour: Behaviour) -> Self {
        let db = Db::open(&database.url().parse().unwrap()).unwrap();
        let server = SmtpServer::start_as(secrecy, behaviour).await;
        let (clock, renderer) = (Clock::standing_at(BEGIN), Arc::new(Plain::default()));
        let worker = worker(&db, &server, &clock, &renderer);
        let stop = watch::channel(false).0;
        Self {
            db,
            clock,
            server,
            renderer,
            stop,
            worker,
        }
    }

    /// Another worker over the same database and relay.
    pub fn another_worker(&self) -> Worker {
        worker(&self.db, &self.server, &self.clock, &self.renderer)
    }

    /// Promises letters.
    pub async fn post(&self, letters: Vec<NewMessage>) {
        let now = self.clock.now();
        self.db
            .write(move |tx| queue_all(tx, &letters, now))
            .await
            .unwrap();
    }

    /// Promises a confirmation to each of these mailboxes.
    pub async fn post_to(&self, mailboxes: impl IntoIterator<Item = String>) {
        let now = self.clock.now();
        let letters = mailboxes
            .into_iter()
            .map(|one| promised(Kind::Confirm, &one, 1, now));
        self.post(letters.collect()).await;
    }

    /// One round of the worker.
    pub async fn round(&mut self) -> RoundReport {
        self.worker.round(&self.stop.subscribe()).await.unwrap()
    }

    /// Rounds until nothing is due; how many letters the relay took.
    pub async fn rounds(&mut self) -> usize {
        let mut sent = 0;
        loop {
            let round = self.round().await;
            if round.due == 0 {
                return sent;
            }
            sent += round.sent;
        }
    }

    /// Time passes, minute by minute, and the worker works; how many letters the relay took.
    pub async fn minutes(&mut self, minutes: u64) -> usize {
        let mut sent = 0;
        for _ in 0..minutes {
            self.clock.advance(Duration::from_secs(60));
            sent += self.rounds().await;
        }
        sent
    }

    /// The worker itself, for stories that run it.
    pub fn into_worker(self) -> (Worker, watch::Sender<bool>, SmtpServer, Db) {
        (self.worker, self.stop, self.server, self.db)
    }

    /// Rows of the outbox: state, tries, outcome, and whether anything personal is left.
    pub async fn rows(&self) -> Vec<(i16, i16, String, bool)> {
        rows(&self.db).await
    }
}

/// Rows of the outbox, oldest first.
pub async fn rows(db: &Db) -> Vec<(i16, i16, String, bool)> {
    use diesel::prelude::*;
    use undersigned::db::schema::outbox as o;
    type Row = (i16, i16, Option<String>, Option<String>, Option<String>);
    let rows = db.read(|conn| {
        Ok::<_, Error>(
            o::table
                .order(o::id)
                .select((
                    o::state,
                    o::attempts,
                    o::outcome,
                    o::recipient,
                    o::arguments,
                ))
                .load::<Row>(conn)?,
        )
    });
    let rows = rows.await.unwrap().into_iter();
    let told = rows.map(|(state, attempts, outcome, recipient, arguments)| {
        let is_personal = recipient.is_some() || arguments.is_some();
        (state, attempts, outcome.unwrap_or_default(), is_personal)
    });
    told.collect()
}

fn worker(db: &Db, server: &SmtpServer, clock: &Clock, renderer: &Arc<Plain>) -> Worker {
    let MailSetting::Smtp(setting) = server.setting().parse().unwrap() else {
        panic!("not smtp")
    };
    let roots = [server.certificate()];
    let relay = Relay::trusting(setting, "sign.example.org", 4, IN_HASTE, &roots).unwrap();
    Worker::new(
        db.clone(),
        Transport::Smtp(relay),
        renderer.clone(),
        clock.clone(),
        OutboxSignal::default(),
        "mail.example.org",
        OutgoingMail::captured(None).mark,
    )
}
