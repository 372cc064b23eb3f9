//! What a form asks, in the very words its reader sees, and what somebody agreed to by answering.

use crate::base::{Id, Lang, Time};
use crate::db::{Error, Result, Tx};
use crate::petition::consent::{Purpose, Question, StoredText, Texts, store};
use crate::petition::page::form_questions;
use crate::petition::source::Source;
use crate::petition::{ListedDetails, Petition, PublicPetition, VisibilityChoice};
use crate::signature::model::{Agreed, Answer, Asker, Signer, Visibility};
use crate::words::Words;

/// The sentences of one form, for one reader and one choice of theirs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsentQuestions {
    petition: Id<Petition>,
    lang: Lang,
    updates: Vec<(Asker, String)>,
    listing: String,
    is_listed: bool,
}

/// Who of a petition asks its reader whether they may write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Askers<'a> {
    /// Its organizations.
    Organizations,
    /// The partner in whose frame the form stands, and nobody else; with its name.
    Partner(Id<Source>, &'a str),
    /// Its organizations, and the partner who has asked before: on the signer's own page.
    Both(Id<Source>, &'a str),
    /// Its organizations, but a program of this name says what was answered.
    Stated(&'a str),
}

impl Askers<'_> {
    /// The question of each.
    fn questions(self, w: &Words, shown: &PublicPetition) -> Vec<(Asker, String)> {
        let organization = &shown.organization.name;
        let own = || match shown.coalition() {
            [] => vec![(
                Asker::Organization,
                form_questions::updates(w, organization, &[]),
            )],
            several => several
                .iter()
                .map(|one| {
                    (
                        Asker::Founder(one.id),
                        form_questions::founder(w, &one.name),
                    )
                })
                .collect(),
        };
        let partner = |id, name| (Asker::Partner(id), form_questions::partner(w, name));
        match self {
            Self::Organizations => own(),
            Self::Partner(id, name) => vec![partner(id, name)],
            Self::Both(id, name) => own().into_iter().chain([partner(id, name)]).collect(),
            Self::Stated(program) => own()
                .into_iter()
                .map(|(asker, words)| (asker, form_questions::stated(w, &words, program)))
                .collect(),
        }
    }
}

impl ConsentQuestions {
    /// What the form of this petition asks whoever chooses to be shown so.
    #[must_use]
    pub fn of(w: &Words, shown: &PublicPetition, askers: Askers<'_>, chosen: Visibility) -> Self {
        let settings = &shown.petition.settings;
        let offered = (&settings.offer(), settings.listed());
        Self::with(w, shown, askers, offered, chosen)
    }

    /// The same where the reader was offered something else, as on the signer's own page.
    #[must_use]
    pub fn with(
        w: &Words,
        shown: &PublicPetition,
        askers: Askers<'_>,
        (offer, listed): (&VisibilityChoice, ListedDetails),
        chosen: Visibility,
    ) -> Self {
        let question = listing(offer, chosen);
        let kind = shown.petition.kind.as_str();
        Self {
            petition: shown.petition.id,
            lang: w.lang(),
            updates: askers.questions(w, shown),
            listing: w.plain3(
                question.key,
                "kind",
                kind,
                "shown",
                question.shown,
                "listed",
                listed.words(w),
            ),
            is_listed: chosen > Visibility::Counted,
        }
    }

    /// What this signer agreed to, if all of these words are stored and known.
    #[must_use]
    pub fn agreed(&self, texts: &Texts, shown: &PublicPetition, signer: &Signer) -> Option<Agreed> {
        let answer = |(asker, words): &(Asker, String)| {
            Some(Answer {
                asker: *asker,
                text: texts.find(self.petition, (Purpose::Updates, self.lang), words)?,
                yes: signer.lets_write(*asker),
            })
        };
        Some(Agreed {
            wording: shown.wording(self.lang)?.id,
            lang: self.lang,
            updates: self.updates.iter().map(answer).collect::<Option<_>>()?,
            listing: texts.find(self.petition, (Purpose::Listing, self.lang), &self.listing)?,
            is_listed: self.is_listed,
        })
    }

    /// As [`ConsentQuestions::agreed`], for whoever is in a transaction already: words that are not known are
    /// stored and noted at once.
    ///
    /// # Errors
    /// A fault of the database; the petition's own words are missing.
    pub fn agreed_in(
        &self,
        tx: &mut Tx<'_>,
        texts: &Texts,
        shown: &PublicPetition,
        signer: &Signer,
        now: Time,
    ) -> Result<Agreed> {
        if let Some(agreed) = self.agreed(texts, shown, signer) {
            return Ok(agreed);
        }
        texts.note_all(self.petition, self.store(tx, now)?);
        self.agreed(texts, shown, signer)
            .ok_or(Error::Refused("no words to agree to"))
    }

    /// Each sentence, with what it asks for.
    pub(crate) fn sentences(&self) -> impl Iterator<Item = (Purpose, &str)> {
        let updates = self.updates.iter();
        updates
            .map(|(_, words)| (Purpose::Updates, words.as_str()))
            .chain([(Purpose::Listing, self.listing.as_str())])
    }

    /// Notes words that [`ConsentQuestions::store`] has put on disk.
    pub fn note(&self, texts: &Texts, stored: Vec<StoredText>) {
        texts.note_all(self.petition, stored);
    }

    /// Stores the words, new or not. They are known once they are noted, which is to be done when
    /// they are on disk.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn store(&self, tx: &mut Tx<'_>, now: Time) -> Result<Vec<StoredText>> {
        let updates = self.updates.iter();
        let all = updates
            .map(|(_, words)| (Purpose::Updates, words))
            .chain([(Purpose::Listing, &self.listing)]);
        all.map(|(purpose, words)| {
            let id = store::ensure(tx, purpose, self.lang, words, now)?;
            store::note_use(tx, self.petition, id, now)?;
            Ok((purpose, self.lang, words.clone(), id))
        })
        .collect()
    }
}

/// The sentence that was answered by this choice.
fn listing(offer: &VisibilityChoice, chosen: Visibility) -> Question {
    match offer {
        VisibilityChoice::Nothing => Question::NEVER,
        VisibilityChoice::Tick(level) => Question::public(level.as_str()),
        VisibilityChoice::Always(level) => Question::always(level.as_str()),
        VisibilityChoice::Choice(_) if chosen == Visibility::Counted => {
            Question::public(offer.most().as_str())
        }
        VisibilityChoice::Choice(_) => Question::public(chosen.as_str()),
    }
}
