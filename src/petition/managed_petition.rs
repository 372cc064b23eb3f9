//! A petition as its organizers work at it: drafts and unpublished languages too.

use super::cache::OFF;
use super::model::{Petition, PetitionState, PetitionText, Phase};
use super::rules::dated_step::DatedStep;
use super::rules::exposure::Exposure;
use super::rules::founder::Founder;
use super::rules::picture::CurrentPicture;
use super::rules::promises::Promises;
use super::rules::questions::Questions;
use super::store::{dated_steps, founders, petitions, pictures, promises, questions};
use crate::account::model::Organization;
use crate::account::store::organization;
use crate::account::{Action, Actor};
use crate::base::{Id, Lang, Time};
use crate::db::{Conn, Db, Error, Result};
use crate::web::page::{Frame, MenuGroup, MenuItem};
use crate::web::{self, Site, urls};
use crate::words::Words;
use std::borrow::Cow;

/// Everything there is of a petition but its signatures.
#[derive(Debug, Clone)]
pub struct ManagedPetition {
    /// The petition.
    pub petition: Petition,
    /// Whose it is.
    pub organization: Organization,
    /// Every language it has; its own first.
    pub texts: Vec<PetitionText>,
    /// Organizations named on the page from the start.
    pub founders: Vec<Founder>,
    /// What a pledge lets people choose from.
    pub promises: Promises,
    /// What organizers ask in words of their own.
    pub questions: Questions,
    /// What happens next, the first day first.
    pub steps: Vec<DatedStep>,
    /// The picture at its head, if it has one.
    pub picture: CurrentPicture,
    /// Whether anybody has signed or is about to.
    pub has_signers: bool,
}

impl ManagedPetition {
    /// Reads it; none when there is no such petition.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn load(conn: &mut Conn, id: Id<Petition>) -> Result<Option<Self>> {
        let Some(petition) = petitions::find(conn, id)? else {
            return Ok(None);
        };
        let mut texts = petitions::texts(conn, id)?;
        texts.sort_by_key(|text| text.lang != petition.lang);
        Ok(Some(Self {
            organization: organization::find(conn, petition.organization)?
                .ok_or(Error::Refused("petition without organization"))?,
            founders: founders::list(conn, id)?,
            promises: promises::of(conn, &petition)?,
            questions: questions::of(conn, id)?,
            steps: dated_steps::of(conn, id)?,
            picture: pictures::find(conn, id)?,
            has_signers: petitions::has_signers(conn, id)?,
            texts,
            petition,
        }))
    }

    /// The petition with this key, for somebody who may do that with it.
    ///
    /// # Errors
    /// 404 when there is none or it belongs to strangers, 403 when their role does not allow it, 503 when it cannot be read.
    pub async fn open(
        db: &Db,
        actor: &Actor,
        id: Id<Petition>,
        action: Action,
    ) -> web::Result<Self> {
        let managed = db
            .read(move |conn| Self::load(conn, id))
            .await
            .map_err(|fault| match fault {
                petitions::UNREADABLE => OFF,
                fault => fault.into(),
            })?
            .ok_or(web::Error::NOT_FOUND)?;
        actor.allow(action, managed.petition.organization)?;
        Ok(managed)
    }

    /// The same for somebody who edits it, unless it was taken down.
    ///
    /// # Errors
    /// As [`ManagedPetition::open`]; 409 once it was taken down.
    pub(crate) async fn open_standing(
        db: &Db,
        actor: &Actor,
        id: Id<Petition>,
    ) -> web::Result<Self> {
        let managed = Self::open(db, actor, id, Action::EditPetition).await?;
        match managed.petition.state {
            PetitionState::Removed => Err(web::Error::CONFLICT),
            _ => Ok(managed),
        }
    }

    /// Every language it is written in, its own first.
    #[must_use]
    pub(crate) fn langs(&self) -> Vec<Lang> {
        self.texts.iter().map(|text| text.lang).collect()
    }

    /// Those in which whatever stands on its page has to be written: its own, and those that readers get.
    #[must_use]
    pub(crate) fn langs_needed(&self) -> Vec<Lang> {
        let own = self.petition.lang;
        let texts = self.texts.iter();
        let needed = texts.filter(|text| text.is_published || text.lang == own);
        needed.map(|text| text.lang).collect()
    }

    /// The text in this language, else in its own.
    #[must_use]
    pub fn text(&self, lang: Lang) -> Option<&PetitionText> {
        self.texts
            .iter()
            .find(|text| text.lang == lang)
            .or_else(|| self.texts.first())
    }

    /// What the console calls it: its title in the reader's language, else in its own.
    #[must_use]
    pub fn title(&self, lang: Lang) -> &str {
        self.text(lang).map_or("", |text| text.title.as_str())
    }

    /// Where it stands at `now`.
    #[must_use]
    pub(crate) fn phase(&self, now: Time) -> Phase {
        self.petition.phase(now)
    }

    /// The surroundings of a page of the console about this petition, with the menu in which the page at `here` is marked.
    #[must_use]
    pub(crate) fn console_frame<'a>(
        &self,
        site: &'a Site,
        w: &'a Words,
        actor: &'a Actor,
        here: &str,
        title: impl Into<Cow<'a, str>>,
    ) -> Frame<'a> {
        let menu = actor.menu(w, here, Some(self.menu(w, actor)));
        actor.frame(site, w, title).with_menu(menu)
    }

    /// Its pages in the menu, as far as the actor may see them.
    fn menu(&self, w: &Words, actor: &Actor) -> MenuGroup {
        let id = self.petition.id;
        let pages = [
            ("console-overview", urls::overview(id), Action::SeeNumbers),
            ("kit-title", urls::share_kit(id), Action::SeePetitions),
            ("delivery-title", urls::delivery(id), Action::SeeNumbers),
            (
                "console-signatures",
                urls::signatures(id),
                Action::SeeSigners,
            ),
            ("held-title", urls::held(id), Action::Moderate),
            ("updates-title", urls::updates(id), Action::EditPetition),
            ("console-reasons", urls::reasons(id), Action::Moderate),
            (
                "console-organizations",
                urls::organizations(id),
                Action::Moderate,
            ),
            (
                "share-texts-title",
                urls::share_texts(id),
                Action::EditPetition,
            ),
            ("next-title", urls::dated_steps(id), Action::EditPetition),
            ("links-title", urls::links(id), Action::EditPetition),
            ("partners-title", urls::partners(id), Action::EditPetition),
            (
                "console-page-and-form",
                urls::edit_petition(id),
                Action::EditPetition,
            ),
            ("questions-title", urls::questions(id), Action::EditPetition),
            (
                "console-picture",
                urls::edit_picture(id),
                Action::EditPetition,
            ),
        ];
        MenuGroup {
            title: self.title(w.lang()).to_owned(),
            items: pages
                .into_iter()
                .filter(|(key, ..)| {
                    let is_of_sources = ["links-title", "partners-title"].contains(key);
                    !is_of_sources || self.petition.allows(Exposure::OwnLinks)
                })
                .filter(|(_, _, action)| actor.allow(*action, self.petition.organization).is_ok())
                .map(|(key, href, _)| MenuItem {
                    label: w.say(key).to_owned(),
                    href,
                    number: None,
                    is_current: false,
                })
                .collect(),
        }
    }
}
