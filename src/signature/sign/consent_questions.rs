//! What a form asks, in the very words its reader sees, and what somebody agreed to by answering.

use crate::base::{Id, Lang, Time};
use crate::db::{Error, Result, Tx};
use crate::petition::consent::{Purpose, Question, StoredText, Texts, store};
use crate::petition::page::form_questions;
use crate::petition::{Founder, ListedDetails, PublicPetition, VisibilityChoice};
use crate::signature::model::{Agreed, Answer, Visibility};
use crate::words::Words;

/// The sentences of one form, for one reader and one choice of theirs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsentQuestions {
    lang: Lang,
    updates: String,
    listing: String,
    is_listed: bool,
    founders: Vec<(Id<Founder>, String)>,
}

impl ConsentQuestions {
    /// What the form of this petition asks whoever chooses to be shown so.
    #[must_use]
    pub fn of(w: &Words, shown: &PublicPetition, chosen: Visibility) -> Self {
        let settings = &shown.petition.settings;
        Self::with(w, shown, (&settings.offer(), settings.listed()), chosen)
    }

    /// The same where the reader was offered something else, as on the signer's own page.
    #[must_use]
    pub fn with(
        w: &Words,
        shown: &PublicPetition,
        (offer, listed): (&VisibilityChoice, ListedDetails),
        chosen: Visibility,
    ) -> Self {
        let question = listing(offer, chosen);
        let kind = shown.petition.kind.as_str();
        Self {
            lang: w.lang(),
            updates: form_questions::updates(w, &shown.organization.name, shown.coalition()),
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
            founders: shown
                .coalition()
                .iter()
                .map(|founder| (founder.id, form_questions::founder(w, &founder.name)))
                .collect(),
        }
    }

    /// What was agreed to, if all of these words are stored and known; `yes` are the founding
    /// organizations whose box was ticked.
    #[must_use]
    pub fn agreed(
        &self,
        texts: &Texts,
        shown: &PublicPetition,
        yes: &[Id<Founder>],
    ) -> Option<Agreed> {
        let answer = |(founder, words): &(Id<Founder>, String)| {
            Some(Answer {
                founder: *founder,
                text: texts.find(Purpose::Updates, self.lang, words)?,
                yes: yes.contains(founder),
            })
        };
        Some(Agreed {
            wording: shown.wording(self.lang)?.id,
            lang: self.lang,
            updates: texts.find(Purpose::Updates, self.lang, &self.updates)?,
            listing: texts.find(Purpose::Listing, self.lang, &self.listing)?,
            is_listed: self.is_listed,
            founders: self.founders.iter().map(answer).collect::<Option<_>>()?,
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
        yes: &[Id<Founder>],
        now: Time,
    ) -> Result<Agreed> {
        if let Some(agreed) = self.agreed(texts, shown, yes) {
            return Ok(agreed);
        }
        texts.note_all(self.store(tx, now)?);
        self.agreed(texts, shown, yes)
            .ok_or(Error::Refused("no words to agree to"))
    }

    /// Stores the words, new or not. They are known once they are noted, which is to be done when
    /// they are on disk.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn store(&self, tx: &mut Tx<'_>, now: Time) -> Result<Vec<StoredText>> {
        let founders = self.founders.iter().map(|(_, words)| words);
        let updates = founders.chain([&self.updates]);
        let all = updates
            .map(|words| (Purpose::Updates, words))
            .chain([(Purpose::Listing, &self.listing)]);
        all.map(|(purpose, words)| {
            let id = store::ensure(tx, purpose, self.lang, words, now)?;
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
