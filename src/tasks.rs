//! Every kind of later work on one page: what is looked at each second, what is tidied each minute.

use crate::account;
use crate::account::SignInParts;
use crate::base::time::seconds;
use crate::base::{Clock, Secrets, Time};
use crate::db::{Conn, Db, Error, Result, Tx};
use crate::mail;
use crate::mail::model::Kind;
use crate::partner::api::parts::ApiParts;
use crate::partner::api::store as told_people;
use crate::petition::endorsement::{Endorsing, store as endorsements};
use crate::petition::lifecycle::close_due::close_due;
use crate::petition::source::contact_store;
use crate::petition::store::kept_copies;
use crate::signature::confirm::queue::Confirming;
use crate::signature::digest;
use crate::signature::mails::tell_change;
use crate::signature::model::WAITS_FOR;
use crate::signature::moderation;
use crate::signature::page::page_cache::PageCache;
use crate::signature::reason::store as reasons;
use crate::signature::register::shown_register::Register;
use crate::signature::retention::delete_due;
use crate::signature::retention::own_links::ForgottenLinks;
use crate::signature::sign::intake::Intake;
use crate::signature::store::{endings, pending};
use crate::site::report;
use crate::site::report::send::Reporting;
use crate::transfer::Exporting;
use crate::transfer::job::tidy as lists;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// How often other instances' changes are looked for.
const LOOK: Duration = seconds(1);
/// How often it is tidied: every sixtieth look.
const TIDY: u32 = 60;
/// Rounds between two looks at events and at how many mails wait.
const PACE: u32 = 10;
/// While so many mails wait, no more are queued (signing rules 3.5).
const MOST_WAITING: i64 = 200_000;
/// A number that moved so lately is looked at for what is unusual: twice as long as a round of tidying takes.
const MOVED: Duration = seconds(120);
/// How often details that were kept long enough are looked for.
const FORGET: Duration = seconds(60);
/// Pending signatures forgotten in one transaction.
const FORGOTTEN: i64 = 500;

/// Keeps memory and database in step until `stop` becomes true.
pub struct BackgroundTasks {
    /// The database.
    pub db: Db,
    /// The time.
    pub clock: Clock,
    /// By which mailboxes are known to the mail budget.
    pub secrets: Secrets,
    /// Texts, numbers, names.
    pub page_cache: PageCache,
    /// Limits to tidy.
    pub intake: Intake,
    /// Limits to tidy.
    pub confirming: Confirming,
    /// Limits to tidy.
    pub door: Arc<SignInParts>,
    /// Limits to tidy.
    pub register: Register,
    /// Limits to tidy.
    pub endorsing: Endorsing,
    /// Limits to tidy.
    pub reporting: Reporting,
    /// Limits to tidy.
    pub api: Arc<ApiParts>,
    /// Lists to delete.
    pub exporting: Exporting,
}

impl BackgroundTasks {
    /// Looks each second, tidies each minute, and beside that carries out what organizers decided and deletes what was kept long enough.
    pub async fn run(self, stop: watch::Receiver<bool>) {
        tokio::join!(
            self.keep_in_step(stop.clone()),
            self.carry_out(stop.clone()),
            self.keep_promises(stop)
        );
    }

    /// A database that is away is looked for again; what is in memory stays.
    async fn keep_in_step(&self, mut stop: watch::Receiver<bool>) {
        let mut is_well = true;
        if let Err(error) = self.starts().await {
            tracing::warn!(%error, "large lists that a stop broke off are found later");
        }
        for round in 1_u32.. {
            self.db.health().at_work("keeper", self.clock.now());
            let refreshed = self.refresh().await;
            match (&refreshed, is_well) {
                (Err(error), true) => {
                    tracing::error!(%error, "the database is away: showing what is known")
                }
                (Ok(()), false) => tracing::info!("the database is back"),
                _ => {}
            }
            is_well = refreshed.is_ok();
            if is_well && let Err(error) = self.write_openings().await {
                tracing::warn!(%error, "how often links were opened is written down later");
            }
            // Whoever balances load may ask seldom.
            if self.db.health().refused().is_some() {
                let _ = self.db.probe().await;
            }
            if (round % PACE == 1)
                && is_well
                && let Err(error) = self.set_pace().await
            {
                tracing::warn!(%error, "the pace of letters stays as it was");
            }
            if round.is_multiple_of(TIDY)
                && is_well
                && let Err(error) = self.tidy().await
            {
                tracing::warn!(%error, "a part of the tidying was put off");
            }
            tokio::select! {
                () = tokio::time::sleep(LOOK) => {}
                _ = stop.changed() => {
                    let _ = self.write_openings().await;
                    return;
                }
            }
        }
    }

    /// Decisions about many signatures: nothing else waits for them.
    async fn carry_out(&self, mut stop: watch::Receiver<bool>) {
        let rounds = async {
            loop {
                if let Err(error) = self.decide().await {
                    tracing::warn!(%error, "decisions about signatures go on later");
                }
                tokio::time::sleep(LOOK).await;
            }
        };
        tokio::select! { () = rounds => {}, _ = stop.changed() => {} }
    }

    /// Goes on with what organizers decided about signatures until nothing is left.
    ///
    /// # Errors
    /// A fault of the database; the rest is gone on with the next time.
    pub async fn decide(&self) -> Result<()> {
        moderation::work::work(&self.db, &self.clock).await
    }

    /// A million signatures take their time: nothing else waits for it, and it may be broken off between two steps.
    async fn keep_promises(&self, mut stop: watch::Receiver<bool>) {
        let rounds = async {
            let mut links = ForgottenLinks::default();
            loop {
                tokio::time::sleep(FORGET).await;
                if let Err(error) = self.forget_with(&mut links).await {
                    tracing::warn!(%error, "deleting details was put off");
                }
            }
        };
        tokio::select! { () = rounds => {}, _ = stop.changed() => {} }
    }

    /// What comes first: large lists that were being written when the program stopped are broken off.
    ///
    /// # Errors
    /// A fault of the database: lists that are silent are broken off later.
    pub async fn starts(&self) -> Result<()> {
        lists::after_start(&self.db, &self.exporting, self.clock.now()).await
    }

    /// Reads what changed into memory.
    ///
    /// # Errors
    /// A fault of the database; memory stays as it is.
    pub async fn refresh(&self) -> Result<()> {
        let (page_cache, now) = (self.page_cache.clone(), self.clock.now());
        self.db
            .read(move |conn| refresh(conn, &page_cache, now))
            .await
    }

    /// Writes down how often the links of organizers and the frames of partners were opened since the last time.
    ///
    /// # Errors
    /// A fault of the database: it is written the next time.
    pub async fn write_openings(&self) -> Result<()> {
        let petition_cache = &self.page_cache.petition_cache;
        let zone = |id| Some(petition_cache.by_id(id)?.petition.time_zone.clone());
        let now = self.clock.now();
        let source_cache = &self.page_cache.source_cache;
        source_cache.write_down(&self.db, zone, now).await
    }

    /// Reads which networks the operator named, and whether too many mails wait.
    ///
    /// # Errors
    /// A fault of the database; what was known is kept.
    pub async fn set_pace(&self) -> Result<()> {
        let _turn = self.intake.pace.reading().await;
        let now = self.clock.now();
        let (events, waiting) = self
            .db
            .read(move |conn| {
                let events = mail::store::events(conn, now)?;
                let waiting = mail::store::waiting(conn)?;
                Ok::<_, Error>((events, waiting.iter().map(|(_, rows)| rows).sum::<i64>()))
            })
            .await?;
        self.intake.pace.set_events(events);
        self.intake.pace.set_full(waiting >= MOST_WAITING);
        Ok(())
    }

    /// Closes petitions whose date has come and forgets what has expired.
    ///
    /// # Errors
    /// A fault of the database; what was not done is done the next time.
    pub async fn tidy(&self) -> Result<()> {
        self.intake.pace.tidy();
        self.intake.acts.tidy();
        self.confirming.visits.tidy();
        self.confirming.address_tries.tidy();
        self.confirming.codes.tidy();
        self.door.tidy();
        self.register.tidy();
        self.endorsing.tidy();
        self.reporting.tidy();
        self.api.tidy();
        let now = self.clock.now();
        let before = now.minus(WAITS_FOR);
        let mut steps = Steps::default();
        let told = tell_change::tell_all(&self.db, &self.confirming.links, now).await;
        steps.note("telling of changes", told.map(|_| ()));
        steps.note("closing petitions", self.close_due(now).await);
        let (petition_cache, secrets) = (&self.page_cache.petition_cache, &self.secrets);
        let told = digest::due::queue_due(&self.db, petition_cache, secrets, now).await;
        steps.note("telling organizers", told);
        steps.note("forgetting what was typed", self.expire(before).await);
        let settled = self.db.write(move |tx| {
            endings::expire(tx, before)?;
            account::tidy(tx, now)?;
            mail::store::forget_events(tx, now)?;
            contact_store::tidy(tx, now)?;
            kept_copies::expire(tx, now)?;
            told_people::expire(tx, now)?;
            report::expire(tx, now.minus(report::model::KEPT_FOR))?;
            Ok(())
        });
        steps.note("forgetting endings and sessions", settled.await);
        steps.note("looking for what is unusual", self.notice(now).await);
        let deleted = lists::tidy(&self.db, &self.exporting, now).await;
        steps.note("deleting large lists", deleted);
        steps.note("sweeping", self.scrub().await);
        steps.done()
    }

    /// Looks at the petitions whose number moved lately.
    async fn notice(&self, now: Time) -> Result<()> {
        let (counts, all) = (
            &self.page_cache.count_cache,
            self.page_cache.petition_cache.all(),
        );
        let moved = all.into_iter().filter(|shown| {
            let standing = counts.standing(shown.petition.id.cast());
            now.since(standing.updated_at) < MOVED
        });
        let moved = moved.map(|shown| shown.petition.id).collect();
        moderation::unusual::watch(&self.db, moved, now).await?;
        Ok(())
    }

    async fn close_due(&self, now: Time) -> Result<()> {
        for closed in self.db.write(move |tx| close_due(tx, now)).await? {
            self.page_cache.petition_cache.put(closed);
        }
        Ok(())
    }

    /// Each kind for itself, in handfuls.
    async fn expire(&self, before: Time) -> Result<()> {
        type Expire = fn(&mut Tx<'_>, Time) -> Result<usize>;
        let kinds: [(&'static str, Expire); 3] = [
            ("reasons", |tx, before| {
                reasons::expire(tx, before, FORGOTTEN)
            }),
            ("organizations", |tx, before| {
                endorsements::expire(tx, before, FORGOTTEN)
            }),
            ("pending signatures", |tx, before| {
                pending::expire(tx, before, FORGOTTEN)
            }),
        ];
        let mut steps = Steps::default();
        for (kind, expire) in kinds {
            let all = async {
                while i64::try_from(self.db.write(move |tx| expire(tx, before)).await?).unwrap_or(0)
                    >= FORGOTTEN
                {}
                Ok(())
            };
            steps.note(kind, all.await);
        }
        steps.done()
    }

    async fn scrub(&self) -> Result<()> {
        // While the last mail to somebody who is erased waits, its address is there to be shredded.
        if self
            .db
            .read(|conn| mail::store::waits(conn, Kind::Erased))
            .await?
        {
            self.confirming.scrub.is_due();
        }
        self.confirming.scrub.run(&self.db).await
    }

    /// Deletes the details of signers whose petitions have kept them as long as they said, and by whose link they came where that is a
    /// danger, and leaves no byte of them behind. What one petition does not allow holds up no other.
    ///
    /// # Errors
    /// A fault of the database; what was not done is done the next time.
    pub async fn forget(&self) -> Result<()> {
        self.forget_with(&mut ForgottenLinks::default()).await
    }

    async fn forget_with(&self, links: &mut ForgottenLinks) -> Result<()> {
        let now = self.clock.now();
        let petition_cache = &self.page_cache.petition_cache;
        if links.follow(&self.db, petition_cache, now).await? {
            self.confirming.scrub.is_due();
        }
        let due = self.db.read(move |conn| delete_due::due(conn, now)).await?;
        for petition in due {
            if let Err(error) = delete_due::forget_all(&self.db, &self.clock, petition).await {
                tracing::warn!(%petition, %error, "deleting details was put off");
            }
            // Only now: the other round may have swept meanwhile.
            self.confirming.scrub.is_due();
            self.confirming.scrub.run(&self.db).await?;
        }
        Ok(())
    }
}

/// Steps that do not wait for each other: what one cannot do, the others do all the same.
#[derive(Default)]
struct Steps(Option<Error>);

impl Steps {
    fn note(&mut self, what: &str, done: Result<()>) {
        let Err(error) = done else {
            return;
        };
        // A database that is away is told of once, by whoever called.
        if !matches!(error, Error::Unavailable(_)) {
            tracing::error!(%error, "{what}: put off, and the rest goes on");
        }
        self.0.get_or_insert(error);
    }

    /// The first fault, if there was one.
    fn done(self) -> Result<()> {
        self.0.map_or(Ok(()), Err)
    }
}

/// Reads what changed into memory: texts, news, numbers, organizations, then names. What cannot be read is left as it is known, and
/// keeps nobody from the rest.
///
/// # Errors
/// The database is away; what was read before it is kept.
pub fn refresh(conn: &mut Conn, page_cache: &PageCache, now: Time) -> Result<()> {
    passes("petitions", page_cache.petition_cache.refresh(conn))?;
    passes("updates", page_cache.update_cache.refresh(conn))?;
    passes("numbers", page_cache.count_cache.refresh(conn, now))?;
    passes("reasons", page_cache.featured_reasons.listen(conn))?;
    passes("organizations", page_cache.endorsement_cache.refresh(conn))?;
    passes("sources", page_cache.source_cache.refresh(conn))?;
    for shown in page_cache.petition_cache.all() {
        let id = shown.petition.id;
        let version = page_cache.count_cache.standing(id.cast()).version;
        let most = shown.petition.settings.most_public;
        passes(
            "names",
            page_cache.recent_signers.refresh(conn, id, version, most),
        )?;
        passes(
            "reasons",
            page_cache.featured_reasons.refresh(conn, id, version, most),
        )?;
    }
    Ok(())
}

/// Only a database that is away is no use asking further.
fn passes(what: &str, read: Result<()>) -> Result<()> {
    match read {
        Err(error @ Error::Unavailable(_)) => Err(error),
        Err(error) => {
            tracing::error!(%error, "{what} cannot be read: shown as they are known");
            Ok(())
        }
        Ok(()) => Ok(()),
    }
}
