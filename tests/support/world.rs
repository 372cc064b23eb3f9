//! The world of a story: the real server over a fresh database, a clock that stands until the story moves it, a relay that speaks real
//! SMTP, and visitors who come in through the front door. A story is told once on each database; its world then asks whether everything is
//! in order: no letter stuck, none unexplained, every number what its rows say.

use super::Database;
use super::exports::lists_in;
use super::mailbox::Mail;
use super::numbers::under_way;
use super::operator::{mail_was_tried, the_doctor, the_installation, the_site};
use super::patience::{PATIENCE, begun, pause};
use super::petitions::Plan;
use super::post::{BEGIN, IN_HASTE, rows};
use super::smtp::{Behaviour, SmtpServer};
use super::visitor::{Visitor, wire};
use ipnet::IpNet;
use parking_lot::Mutex;
use std::collections::{BTreeMap, BTreeSet};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use undersigned::account::SignInParts;
use undersigned::account::passphrase::hash::Cost;
use undersigned::base::time::minutes;
use undersigned::base::{Clock, Time};
use undersigned::db::{Conn, Db, Result, Tx};
use undersigned::mail::{MailAddress, MailSetting, OutgoingMail, Relay, Transport};
use undersigned::petition::{Kind, Petition};
use undersigned::serve::{App, Running, ServerParts, start};
use undersigned::signature::operator::check::differences;
use undersigned::tasks::BackgroundTasks;

/// Where the visitors believe they are; a proxy in front of the server ends the TLS.
pub const SITE: &str = "https://sign.example.org";

/// The proxy in front of the server.
const HOME: &str = "127.0.0.1/32";

/// A story's world. Clones are the same world.
#[derive(Clone)]
pub struct World(Arc<Inner>);

struct Inner {
    database: Database,
    app: App,
    addr: SocketAddr,
    clock: Clock,
    smtp: SmtpServer,
    wire: reqwest::Client,
    running: Mutex<Vec<Running>>,
    visitors: AtomicU32,
    read: Mutex<BTreeSet<usize>>,
    expected: Mutex<Expected>,
}

/// What a story leaves behind on purpose.
#[derive(Debug, Default, PartialEq, Eq)]
struct Expected {
    unread: usize,
    waiting: usize,
    failed: usize,
}

/// Tells the story once on SQLite and once on PostgreSQL, each in a fresh world.
pub async fn on_both<Story, Told>(story: Story)
where
    Story: Fn(World) -> Told,
    Told: Future<Output = ()>,
{
    super::on_both(async |database| {
        let world = World::over(database).await;
        story(world.clone()).await;
        world.ends().await;
    })
    .await;
}

impl World {
    /// A world over this database.
    pub async fn over(database: Database) -> Self {
        let smtp = SmtpServer::start(Behaviour::Good).await;
        let clock = Clock::standing_at(BEGIN);
        let running = instance(
            &database,
            &clock,
            &smtp,
            vec![HOME.parse().unwrap()],
            "127.0.0.1:0",
        )
        .await;
        mail_was_tried(&running.app).await;
        Self(Arc::new(Inner {
            database,
            app: running.app.clone(),
            addr: running.addr,
            clock,
            smtp,
            wire: wire(),
            running: Mutex::new(vec![running]),
            visitors: AtomicU32::new(0),
            read: Mutex::default(),
            expected: Mutex::default(),
        }))
    }

    /// Somebody with a browser, an address of their own and no cookies, who reads English.
    pub fn visitor(&self) -> Visitor {
        let [_, a, b, c] = self
            .0
            .visitors
            .fetch_add(1, Ordering::Relaxed)
            .to_be_bytes();
        // neighbours share a network, so that no two visitors are neighbours
        Visitor::new(self.clone(), Ipv4Addr::new(16 + a, b, c, 7).into())
    }

    /// A second server over the same database; where it listens. Ends with the story.
    pub async fn another_instance(&self) -> SocketAddr {
        self.instance_that_trusts(&[HOME], "127.0.0.1:0").await
    }

    /// The same with these proxies in front of it, listening there.
    pub async fn instance_that_trusts(&self, proxies: &[&str], listen: &str) -> SocketAddr {
        let trusted = proxies.iter().map(|net| net.parse().unwrap()).collect();
        let inner = &self.0;
        let running = instance(&inner.database, &inner.clock, &inner.smtp, trusted, listen).await;
        let addr = running.addr;
        inner.running.lock().push(running);
        addr
    }

    /// Where the server really listens.
    pub fn addr(&self) -> SocketAddr {
        self.0.addr
    }

    /// The client every visitor's requests go out by: follows nothing, keeps nothing.
    pub fn wire(&self) -> &reqwest::Client {
        &self.0.wire
    }

    /// The folder of SQLite's file and its log; none on PostgreSQL.
    pub fn folder(&self) -> Option<&std::path::Path> {
        let database = &self.0.database;
        database.is_sqlite().then(|| database.folder())
    }

    /// The parts of the program.
    pub fn app(&self) -> &App {
        &self.0.app
    }

    /// The relay.
    pub fn smtp(&self) -> &SmtpServer {
        &self.0.smtp
    }

    /// What the clock shows.
    pub fn now(&self) -> Time {
        self.0.clock.now()
    }

    /// Time passes: the keeper looks, tidies and forgets what was kept long enough, the mail worker wakes. What the worker has not
    /// sent by now it sends then: a story in which that matters reads its mail first.
    pub async fn later(&self, span: Duration) {
        self.0.clock.advance(span);
        self.looks().await;
        self.tidies().await;
        self.forgets().await;
        self.0.app.bell.ring();
    }

    /// The keeper deletes the details that were kept long enough, as it does each minute.
    pub async fn forgets(&self) {
        self.keeper().forget().await.expect("forgotten");
        self.looks().await;
    }

    /// The keeper tidies, as it does each minute beside that.
    pub async fn tidies(&self) {
        self.keeper().tidy().await.expect("tidied");
    }

    /// The keeper reads what says how fast letters go, as it does each ten seconds.
    pub async fn sets_pace(&self) {
        self.keeper().set_pace().await.expect("a pace");
    }

    /// A few moments pass that nobody notices but the clock: somebody reads, types, thinks.
    pub fn meanwhile(&self, span: Duration) {
        self.0.clock.advance(span);
    }

    /// The keeper writes down what was opened and reads what changed in the database, as it does each second.
    pub async fn looks(&self) {
        let keeper = self.keeper();
        keeper.write_openings().await.expect("written");
        keeper.refresh().await.expect("looked");
    }

    /// Goes on with what organizers decided about many signatures.
    pub async fn decides(&self) {
        self.keeper().decide().await.expect("decided");
        self.looks().await;
    }

    pub(super) fn keeper(&self) -> BackgroundTasks {
        let app = &self.0.app;
        BackgroundTasks {
            db: app.db.get_ref().clone(),
            clock: self.0.clock.clone(),
            secrets: app.site.secrets.clone(),
            page_cache: app.page_cache.get_ref().clone(),
            intake: app.intake.get_ref().clone(),
            confirming: app.confirming.get_ref().clone(),
            door: app.door.clone().into_inner(),
            register: app.register.get_ref().clone(),
            endorsing: app.endorsing.get_ref().clone(),
            reporting: app.reporting.get_ref().clone(),
            api: app.api.clone().into_inner(),
            exporting: app.exporting.get_ref().clone(),
        }
    }

    /// An open petition in English and Spanish, with an organization.
    pub async fn petition(&self, kind: Kind) -> Petition {
        self.petition_with(kind, |_| ()).await
    }

    /// The same, changed beforehand.
    pub async fn petition_with(&self, kind: Kind, change: impl FnOnce(&mut Plan)) -> Petition {
        let mut plan = Plan::of(kind);
        change(&mut plan);
        let now = self.now();
        let petition = self.write(move |tx| plan.write(tx, now)).await;
        self.looks().await;
        petition
    }

    /// Asks the database itself.
    pub async fn read<T: Send + 'static>(
        &self,
        ask: impl FnOnce(&mut Conn) -> Result<T> + Send + 'static,
    ) -> T {
        self.0.app.db.read(ask).await.expect("a question")
    }

    /// Changes something behind the program's back.
    pub async fn write<T: Send + 'static>(
        &self,
        change: impl FnOnce(&mut Tx<'_>) -> Result<T> + Send + 'static,
    ) -> T {
        self.0.app.db.write(change).await.expect("a change")
    }

    /// The oldest letter to this address that nobody has opened; waits until it is there and the
    /// outbox knows that it was taken.
    pub async fn mail(&self, to: &str) -> Mail {
        let begun = begun();
        loop {
            let heard = self.0.smtp.messages();
            let mut letters = heard.iter().enumerate();
            let found = {
                let mut read = self.0.read.lock();
                let found = letters.find(|(index, one)| {
                    one.is_taken && one.recipient() == to && !read.contains(index)
                });
                found.inspect(|(index, _)| {
                    read.insert(*index);
                })
            };
            if let Some((_, one)) = found {
                let mail = Mail::of(&one.data, SITE);
                self.is_settled(&mail).await;
                return mail;
            }
            let known: Vec<_> = heard.iter().map(|one| one.recipient()).collect();
            assert!(
                begun.elapsed() < PATIENCE,
                "no letter for {to} came; there were letters for {known:?}, rows {:?}",
                rows(&self.0.app.db).await
            );
            pause().await;
        }
    }

    async fn is_settled(&self, mail: &Mail) {
        let id = mail.row();
        let begun = begun();
        loop {
            use diesel::prelude::*;
            use undersigned::db::schema::outbox as o;
            let state: i16 = self
                .read(move |conn| Ok(o::table.find(id).select(o::state).first(conn)?))
                .await;
            if state != 0 {
                return;
            }
            assert!(
                begun.elapsed() < PATIENCE,
                "the outbox does not know of {}",
                mail.subject()
            );
            pause().await;
        }
    }

    /// Opens every mail that nobody has opened, the oldest first.
    pub(super) fn takes_unread(&self) -> Vec<Mail> {
        let heard = self.0.smtp.messages();
        let mut read = self.0.read.lock();
        let unread = heard.iter().enumerate();
        let unread = unread.filter(|(index, one)| one.is_taken && read.insert(*index));
        unread.map(|(_, one)| Mail::of(&one.data, SITE)).collect()
    }

    /// How many letters nobody has opened.
    pub fn unread(&self) -> usize {
        self.0.smtp.count() - self.0.read.lock().len()
    }

    /// The story ends with so many letters that nobody opened.
    pub fn leaves_unread(&self, letters: usize) {
        self.0.expected.lock().unread = letters;
    }

    /// The story ends with so many letters that could not be sent.
    pub fn leaves_failed(&self, letters: usize) {
        self.0.expected.lock().failed = letters;
    }

    /// Waits until no letter is due or under way any more.
    pub async fn mail_rests(&self) {
        self.0.app.bell.ring();
        let begun = begun();
        loop {
            let now = self.now();
            let busy = self.read(move |conn| under_way(conn, now)).await;
            if busy == 0 {
                return;
            }
            assert!(begun.elapsed() < PATIENCE, "{busy} letters are stuck");
            pause().await;
        }
    }

    /// Time passes until no letter waits any more: what the mail budget put off is sent or dropped.
    /// The story says how many of them nobody reads.
    pub async fn mail_drains(&self) {
        let waits = async || {
            let rows = rows(&self.0.app.db).await;
            rows.iter().any(|(state, ..)| *state == 0)
        };
        while waits().await {
            self.later(minutes(11)).await;
            self.mail_rests().await;
        }
    }

    /// Stops the server that was started last.
    pub async fn stops_another(&self) {
        let last = self.0.running.lock().pop();
        last.expect("a server").stop().await;
    }

    /// Waits until this holds.
    pub async fn until(&self, what: &str, mut holds: impl AsyncFnMut() -> bool) {
        let begun = begun();
        while !holds().await {
            assert!(begun.elapsed() < PATIENCE, "never: {what}");
            pause().await;
        }
    }

    /// Everything is in order; then the server ends.
    pub async fn ends(&self) {
        self.mail_rests().await;
        let mut states: BTreeMap<(i16, String), usize> = BTreeMap::new();
        for (state, _, outcome, _) in rows(&self.0.app.db).await {
            *states.entry((state, outcome)).or_default() += 1;
        }
        let of = |number: i16| -> usize {
            let of = states.iter().filter(|((state, _), _)| *state == number);
            of.map(|(_, rows)| rows).sum()
        };
        let left = Expected {
            unread: self.unread(),
            waiting: of(0),
            failed: of(2),
        };
        let strangers: Vec<_> = self
            .takes_unread()
            .iter()
            .map(|mail| format!("{}: {}", mail.header("to"), mail.subject()))
            .collect();
        assert_eq!(
            left,
            *self.0.expected.lock(),
            "letters at the end (left) and as the story explains them (right); unread: {strangers:?}, rows: {states:?}"
        );
        let found = self.read(differences).await;
        assert!(found.is_empty(), "tallies and rows differ: {found:?}");
        while let Some(last) = { self.0.running.lock().pop() } {
            last.stop().await;
        }
    }
}

/// A server over this database that sends by this relay.
async fn instance(
    database: &Database,
    clock: &Clock,
    smtp: &SmtpServer,
    trusted: Vec<IpNet>,
    listen: &str,
) -> Running {
    let db = Db::open(&database.url().parse().unwrap()).expect("the story's database");
    let site = the_site(SITE, clock, trusted);
    let opened = tokio::task::spawn_blocking(|| App::open(db, site, true, None)).await;
    let mut app = opened.unwrap().expect("the program's parts");
    let door = SignInParts::new(&app.site, Cost::TRIFLING, app.bell.clone());
    app.door = actix_web::web::Data::new(door);
    let MailSetting::Smtp(setting) = smtp.setting().parse().unwrap() else {
        panic!("not smtp")
    };
    app.installation = the_installation(database.folder(), clock);
    app.exporting = lists_in(database.folder());
    let sender = MailAddress::parse("petitions@sign.example.org").unwrap();
    let way = MailSetting::Smtp(setting.clone());
    app.outgoing = actix_web::web::Data::new(OutgoingMail::of(&way, &sender));
    let listener = TcpListener::bind(listen).unwrap();
    let at = listener.local_addr().unwrap();
    app.doctor = Some(the_doctor(database, clock, &way, &sender, at));
    let relay = Relay::trusting(setting, "mail.example.org", 4, IN_HASTE, &[]).unwrap();
    let doors = ServerParts {
        listener,
        backups: None,
        https: None,
        metrics: None,
        transport: Transport::Smtp(relay),
        mail_from: sender,
        host: "mail.example.org".to_owned(),
        threads: 2,
        unread_for: Duration::from_secs(6),
        of_one_address: 500,
    };
    start(app, doors).expect("a server")
}
