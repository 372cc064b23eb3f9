//! What taking organizations in needs, and what stands behind their links.

use super::link::Links;
use super::model::Endorsement;
use super::store;
use crate::base::{Clock, Token};
use crate::db::Db;
use crate::mail::{OutboxSignal, Pace};
use crate::petition::guard::{EvidenceWriter, Openings, PageOpening, Visits};
use crate::web::pictures::limits::PictureLimits;
use crate::web::{Result, Source};

/// Limits and links. Cheap to clone.
#[derive(Clone)]
pub struct Endorsing {
    /// The secrets of links.
    pub links: Links,
    /// Where logos are read.
    pub pictures: PictureLimits,
    /// When mails may go that forms ask for.
    pub pace: Pace,
    /// How often links may be opened and pressed.
    pub visits: Visits<Endorsement>,
    /// Which host opened which links just now.
    openings: Openings<Endorsement>,
    /// Wakes the mail worker.
    pub bell: OutboxSignal,
}

impl Endorsing {
    /// Nobody has come yet.
    #[must_use]
    pub fn new(
        clock: &Clock,
        links: Links,
        pictures: PictureLimits,
        pace: Pace,
        bell: OutboxSignal,
    ) -> Self {
        Self {
            links,
            pictures,
            pace,
            visits: Visits::new(clock),
            openings: Openings::default(),
            bell,
        }
    }

    /// What stands behind a link, if anything does.
    ///
    /// # Errors
    /// 429 over 60 a minute of this link, or 20 of one source that are nobody's; 503 while the database is away.
    pub async fn behind(
        &self,
        db: &Db,
        token: &Token,
        source: Source,
    ) -> Result<Option<Endorsement>> {
        let id = self.links.open(token);
        let found = db.read(move |conn| store::find(conn, id)).await?;
        match found {
            Some(_) => self.visits.admit(id)?,
            None => self.visits.missed(source)?,
        }
        Ok(found)
    }

    /// Notes what a look at a link that waits says of who looks. It changes nothing that anybody sees: whether it can be written or
    /// not, the page is shown.
    pub(crate) async fn looked(
        &self,
        db: &Db,
        found: &Endorsement,
        source: Source,
        look: PageOpening,
    ) {
        let rows = EvidenceWriter {
            note: store::note_look,
            suspect: store::suspect,
        };
        let link = (found.id, found.evidence);
        self.openings.looked(db, link, source, look, rows).await;
    }

    /// Forgets those who have not come for a while.
    pub fn tidy(&self) {
        self.pictures.tidy();
        self.visits.tidy();
    }
}
