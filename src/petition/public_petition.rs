//! A petition with everything its pages need, as memory holds it.

use super::delivery::Delivery;
use super::model::{Petition, PetitionState, PetitionText, Wording};
use super::rules::dated_step::DatedStep;
use super::rules::exposure::Exposure;
use super::rules::founder;
use super::rules::founder::Founder;
use super::rules::picture::CurrentPicture;
use super::rules::promises::{PledgeOption, Promised, Promises};
use super::rules::questions::Questions;
use super::rules::share_texts::ShareTexts;
use super::store::{
    dated_steps, deliveries, former_slugs, founders, petitions, pictures, promises, questions,
    share_texts,
};
use super::wording::rewording::Wordings;
use crate::account::model::Organization;
use crate::account::store::organization;
use crate::base::{Id, Lang, Slug, Time};
use crate::db::{Conn, Error, Result};
use crate::web::{ReaderLang, Site};
use crate::words::Words;
use std::borrow::Cow;
use std::sync::Arc;

/// A petition with everything its pages need.
#[derive(Debug, Clone)]
pub struct PublicPetition {
    /// The petition.
    pub petition: Petition,
    /// Whose it is.
    pub organization: Organization,
    /// Published languages; the petition's own language first.
    pub texts: Vec<PetitionText>,
    /// Every wording there was, with the one signed now.
    pub wordings: Arc<Wordings>,
    /// Organizations named on the page from the start.
    pub founders: Vec<Founder>,
    /// What a pledge lets people choose from.
    pub promises: Promises,
    /// What organizers ask in words of their own.
    pub questions: Questions,
    /// What signers pass on, where organizers have written it, by language.
    pub share_texts: Vec<(Lang, ShareTexts)>,
    /// What happens next, in the organizers' words, the first day first.
    pub steps: Vec<DatedStep>,
    /// What was handed over and is told to everybody, the last first.
    pub deliveries: Vec<Delivery>,
    /// The picture at its head, if it has one.
    pub picture: CurrentPicture,
    /// Where it was before: it is found there still.
    pub former_slugs: Vec<Slug>,
}

impl PublicPetition {
    /// The text in this language, else in the petition's own.
    #[must_use]
    pub fn text(&self, lang: Lang) -> Option<&PetitionText> {
        self.texts
            .iter()
            .find(|text| text.lang == lang)
            .or_else(|| self.texts.first())
    }

    /// The wording that is signed by a reader of this language.
    #[must_use]
    pub fn wording(&self, lang: Lang) -> Option<&Wording> {
        let lang = self.text(lang)?.lang;
        self.wordings.newest(lang)
    }

    /// The wording of this version that a reader of this language read: whoever had the page open while organizers changed it
    /// signs what stood there.
    #[must_use]
    pub(crate) fn wording_read(&self, lang: Lang, version: &str) -> Option<&Wording> {
        let lang = self.text(lang)?.lang;
        self.wordings.version(lang, version.parse().ok()?)
    }

    /// Whether it was taken down.
    #[must_use]
    pub(crate) fn is_removed(&self) -> bool {
        self.petition.state == PetitionState::Removed
    }

    /// Whether this may be, which tells on signers: the table of [`Exposure`].
    #[must_use]
    pub(crate) const fn allows(&self, exposure: Exposure) -> bool {
        self.petition.allows(exposure)
    }

    /// Whether everybody finds the page of its organization.
    #[must_use]
    pub(crate) fn has_organization_page(&self) -> bool {
        self.allows(Exposure::Listing) && self.organization.ended_at.is_none()
    }

    /// The petition as its pages named its organization at `at`.
    #[must_use]
    pub(crate) fn as_called(&self, at: Time) -> Cow<'_, Self> {
        let name = self.organization.name_at(at);
        if name == self.organization.name {
            return Cow::Borrowed(self);
        }
        let mut called = self.clone();
        called.organization.name = name.to_owned();
        Cow::Owned(called)
    }

    /// Published languages, the petition's own first.
    pub fn langs(&self) -> impl Iterator<Item = Lang> + '_ {
        self.texts.iter().map(|text| text.lang)
    }

    /// In which language a reader gets a page about it: that of the address, or the dearest of those it has, or its own.
    #[must_use]
    pub(crate) fn read_in(&self, reader: &ReaderLang) -> Lang {
        reader.prefix().unwrap_or_else(|| self.has_for(reader))
    }

    /// The dearest of the languages it has, or its own.
    #[must_use]
    pub(crate) fn has_for(&self, reader: &ReaderLang) -> Lang {
        let has: Vec<Lang> = self.langs().collect();
        reader.prefers(&has).unwrap_or(self.petition.lang)
    }

    /// The one of its languages that a link on a page has chosen.
    #[must_use]
    pub(crate) fn chosen_by(&self, reader: &ReaderLang) -> Option<Lang> {
        reader.chosen(&self.langs().collect::<Vec<_>>())
    }

    /// The words of its pages and letters in a language: in the voice it has chosen.
    #[must_use]
    pub fn words(&self, site: &Site, lang: Lang) -> Arc<Words> {
        site.words_in(lang, self.petition.settings.voice)
    }

    /// The organizations that are each asked about apart, where several stand behind it.
    #[must_use]
    pub(crate) fn coalition(&self) -> &[Founder] {
        founder::coalition(&self.founders)
    }

    /// What somebody chose, in the language a reader of this one reads the text in.
    #[must_use]
    pub fn promised(&self, choice: Option<Id<PledgeOption>>, lang: Lang) -> Option<Promised> {
        let lang = self.text(lang).map_or(lang, |text| text.lang);
        self.promises.said(choice?, lang)
    }

    /// What signers pass on in this language.
    #[must_use]
    pub(crate) fn share_texts(&self, lang: Lang) -> Option<&ShareTexts> {
        let mut all = self.share_texts.iter();
        all.find(|(of, _)| *of == lang).map(|(_, texts)| texts)
    }

    /// Reads everything that belongs to `petition`.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn load(conn: &mut Conn, petition: Petition) -> Result<Self> {
        let mut texts = petitions::texts(conn, petition.id)?;
        texts.retain(|text| text.is_published || petition.state == PetitionState::Draft);
        texts.sort_by_key(|text| text.lang != petition.lang);
        let mut steps = dated_steps::of(conn, petition.id)?;
        for step in &mut steps {
            // readers do not get a language that is still being written
            step.words
                .retain(|(lang, _)| texts.iter().any(|text| text.lang == *lang));
        }
        let mut deliveries = deliveries::of(conn, petition.id)?;
        deliveries.retain(|one| one.is_public);
        Ok(Self {
            organization: organization::find(conn, petition.organization)?
                .ok_or(Error::Refused("petition without organization"))?,
            wordings: Arc::new(Wordings::of(petitions::wordings(conn, petition.id)?)),
            founders: founders::list(conn, petition.id)?,
            promises: promises::of(conn, &petition)?,
            questions: questions::of(conn, petition.id)?,
            share_texts: share_texts::of(conn, petition.id)?,
            steps,
            deliveries,
            picture: pictures::find(conn, petition.id)?,
            former_slugs: former_slugs::of(conn, petition.id)?,
            texts,
            petition,
        })
    }
}
