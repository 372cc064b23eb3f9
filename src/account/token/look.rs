//! Looking up which programs ask: those that ask at once share a look. Each is answered by a look that began after its request came, so that
//! a token that was revoked opens nothing any more, and a crowd of requests costs little more than one.

use super::model::ApiToken;
use super::store::{self, SentToken};
use crate::db::{Conn, Db, Error, Result};
use parking_lot::Mutex;
use std::sync::Arc;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};

/// Looks at once: while one is away, another goes on.
const AT_ONCE: usize = 2;
/// Most tokens of one look.
const MOST: usize = 256;

type Found = Result<Option<ApiToken>>;
type AskedTokens = Vec<(SentToken, oneshot::Sender<Found>)>;

/// The looks of an instance.
pub struct TokenLooks {
    waiting: Arc<Mutex<AskedTokens>>,
    gate: Arc<Semaphore>,
}

impl Default for TokenLooks {
    fn default() -> Self {
        Self {
            waiting: Arc::default(),
            gate: Arc::new(Semaphore::new(AT_ONCE)),
        }
    }
}

impl TokenLooks {
    /// What a token opens now; none where that is nothing.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn find(&self, db: &Db, sent: SentToken) -> Result<Option<ApiToken>> {
        let (answer, mut found) = oneshot::channel();
        self.waiting.lock().push((sent, answer));
        loop {
            tokio::select! {
                biased;
                found = &mut found => return told(found),
                place = Arc::clone(&self.gate).acquire_owned() => {
                    let place = place.map_err(|_| Error::Unavailable("shutting down"))?;
                    if self.waiting.lock().is_empty() {
                        // it is being looked up
                        drop(place);
                        return told(found.await);
                    }
                    self.look(db, place).await?;
                }
            }
        }
    }

    /// Answers those who wait, as many as one look may be for. It goes on when whoever asked for it goes.
    async fn look(&self, db: &Db, place: OwnedSemaphorePermit) -> Result<()> {
        let waiting = Arc::clone(&self.waiting);
        let answer = move |conn: &mut Conn| {
            let _place = place;
            let (sent, answers): (Vec<_>, Vec<_>) = taken(&waiting).into_iter().unzip();
            let all: Vec<Found> = match store::find_all(conn, &sent) {
                Ok(all) => all.into_iter().map(Ok).collect(),
                Err(error) => vec![Err(error); sent.len()],
            };
            for (answer, found) in answers.into_iter().zip(all) {
                // who has gone does not want to know
                let _ = answer.send(found);
            }
            Ok(())
        };
        db.read(answer).await
    }
}

/// What was answered; nothing is where looking broke off.
fn told(found: std::result::Result<Found, oneshot::error::RecvError>) -> Found {
    found.unwrap_or(Err(Error::Refused("panic")))
}

/// The first of those who wait.
fn taken(waiting: &Mutex<AskedTokens>) -> AskedTokens {
    let mut waiting = waiting.lock();
    let most = waiting.len().min(MOST);
    waiting.drain(..most).collect()
}
