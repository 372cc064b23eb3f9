//! From promises to letters that can be sent.

use super::letter::Letter;
use super::model::{Outbox, Promise};
use super::round::Job;
use super::schedule::after;
use super::store::{self, Ended, State};
use super::verdict::{Fault, Refused, Stage};
use super::worker::Worker;
use crate::base::time::seconds;
use crate::base::{Id, Time};
use crate::db::{Error, Result};
use std::sync::Arc;
use tokio::sync::watch;

impl Worker {
    /// Has promises rendered, and settles those that need no letter any more.
    pub(super) async fn prepare(
        &self,
        promises: Vec<Promise>,
        stop: &watch::Receiver<bool>,
    ) -> Result<Vec<Job>> {
        if promises.is_empty() {
            return Ok(Vec::new());
        }
        let letters = self.letters(&promises).await?;
        let now = self.clock.now();
        let mut jobs = Vec::with_capacity(promises.len());
        let mut ended: Vec<(Ended, Id<Outbox>)> = Vec::new();
        for (promise, letter) in promises.into_iter().zip(letters) {
            match letter.map(|letter| self.address(promise.clone(), letter, now)) {
                Ok(Ok(job)) => jobs.push(job),
                Ok(Err(end)) => ended.push((end, promise.id)),
                Err(error) => {
                    let kind = promise.kind.as_str();
                    tracing::error!(%error, kind, "mail: a letter cannot be rendered");
                    let broken = Refused::silent(Fault::Transient, Stage::Data, "not rendered");
                    ended.push((after(&promise, &broken, now), promise.id));
                }
            }
        }
        self.store(ended, Vec::new(), Vec::new(), stop).await;
        Ok(jobs)
    }

    /// One visit to the database for all. If one letter breaks it, each is rendered alone, so that
    /// only the culprit waits.
    async fn letters(&self, promises: &[Promise]) -> Result<Vec<Result<Option<Letter>>>> {
        match self.render(promises.to_vec()).await {
            Ok(letters) => Ok(letters.into_iter().map(Ok).collect()),
            Err(Error::Unavailable(why)) => {
                let ids: Vec<Id<Outbox>> = promises.iter().map(|one| one.id).collect();
                let later = self.clock.now().plus(seconds(5));
                self.db
                    .write(move |tx| store::release(tx, &ids, later))
                    .await?;
                Err(Error::Unavailable(why))
            }
            Err(_) => {
                let mut letters = Vec::with_capacity(promises.len());
                for promise in promises {
                    let alone = self.render(vec![promise.clone()]).await;
                    letters.push(alone.map(|mut one| one.pop().flatten()));
                }
                Ok(letters)
            }
        }
    }

    async fn render(&self, promises: Vec<Promise>) -> Result<Vec<Option<Letter>>> {
        let (renderer, count) = (Arc::clone(&self.renderer), promises.len());
        let rendering = self.db.read(move |conn| renderer.render(conn, &promises));
        let letters = rendering.await?;
        if letters.len() == count {
            Ok(letters)
        } else {
            Err(Error::Refused("letters and promises differ in number"))
        }
    }

    /// Puts the fixed Message-ID and the date on a letter, unless its domain is left alone for now.
    fn address(
        &self,
        promise: Promise,
        letter: Option<Letter>,
        now: Time,
    ) -> std::result::Result<Job, Ended> {
        let Some(mut letter) = letter else {
            return Err(Ended::For(State::Skipped, "nothing to send".to_owned()));
        };
        if let Some(at) = self.weather.closed_domain(letter.to.domain(), now) {
            return Err(Ended::Again {
                at,
                attempts: promise.attempts,
                is_unclear: promise.is_unclear,
            });
        }
        letter.message_id = format!("{}@{}", promise.id, self.mail_host);
        letter.date = now;
        Ok(Job { promise, letter })
    }
}
