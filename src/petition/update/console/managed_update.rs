//! An update as its organizers work at it, with the petition it is about.

use crate::account::{Action, Actor};
use crate::base::{Id, Lang};
use crate::db::{self, Conn, Db};
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::update::model::{Update, UpdateState, UpdateText};
use crate::petition::update::store;
use crate::web;

/// Everything there is of an update.
#[derive(Debug, Clone)]
pub struct ManagedUpdate {
    /// The petition it is about.
    pub petition: ManagedPetition,
    /// The update.
    pub update: Update,
    /// Its texts.
    pub texts: Vec<UpdateText>,
}

impl ManagedUpdate {
    /// Reads it; none when there is no such update.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn load(conn: &mut Conn, id: Id<Update>) -> db::Result<Option<Self>> {
        let Some(update) = store::find(conn, id)? else {
            return Ok(None);
        };
        let texts = store::texts(conn, id)?;
        let petition = ManagedPetition::load(conn, update.petition)?;
        Ok(petition.map(|petition| Self {
            petition,
            update,
            texts,
        }))
    }

    /// The update with this key, for somebody who may do that with its petition.
    ///
    /// # Errors
    /// 404 when there is none or it belongs to strangers, 403 when their role does not allow it,
    /// 409 when it was taken back.
    pub async fn open(db: &Db, actor: &Actor, id: Id<Update>, action: Action) -> web::Result<Self> {
        let managed = db
            .read(move |conn| Self::load(conn, id))
            .await?
            .ok_or(web::Error::NOT_FOUND)?;
        actor.allow(action, managed.petition.petition.organization)?;
        match managed.update.state {
            UpdateState::TakenBack => Err(web::Error::CONFLICT),
            UpdateState::Draft | UpdateState::Published => Ok(managed),
        }
    }

    /// What the console calls it: its title in the reader's language, else in another.
    #[must_use]
    pub fn title(&self, lang: Lang) -> &str {
        let of = |wanted: Lang| self.texts.iter().find(|text| text.lang == wanted);
        of(lang)
            .or_else(|| of(self.petition.petition.lang))
            .or_else(|| self.texts.first())
            .map_or("", |text| text.title.as_str())
    }
}
