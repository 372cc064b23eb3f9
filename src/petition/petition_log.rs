//! What organizers do to a petition, as lines of the activity log of its organization.

use super::managed_petition::ManagedPetition;
use super::model::{PetitionState, PetitionText};
use crate::account::deed::Deed;
use crate::account::mails;
use crate::account::model::Organization;
use crate::account::store::activity::Doer;
use crate::account::{Actor, TakenList};
use crate::base::{Id, Secrets, Time};
use crate::db::{Result, Tx};

/// The log of a petition's organization, for whoever acts on the petition now.
#[derive(Debug, Clone)]
pub struct PetitionLog {
    doer: Doer,
    organization: Id<Organization>,
    title: String,
    is_draft: bool,
}

impl PetitionLog {
    /// For this actor. The petition is called what it was called before the act.
    #[must_use]
    pub fn of(managed: &ManagedPetition, actor: &Actor, now: Time) -> Self {
        Self {
            doer: actor.doer(now),
            organization: managed.petition.organization,
            title: managed.title(actor.lang).to_owned(),
            is_draft: managed.petition.state == PetitionState::Draft,
        }
    }

    /// Writes what was done to the petition.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn did(&self, tx: &mut Tx<'_>, deed: Deed) -> Result<()> {
        self.doer.did(tx, self.organization, deed, &self.title)
    }

    /// Writes what was done to a part of it that has a name.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn did_to(&self, tx: &mut Tx<'_>, deed: Deed, part: &str) -> Result<()> {
        let what = format!("{part} – {}", self.title);
        self.doer.did(tx, self.organization, deed, &what)
    }

    /// Writes that a list with addresses was taken, with what is known of it, and tells the owners and whoever took it.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn took_list(
        &self,
        tx: &mut Tx<'_>,
        secrets: &Secrets,
        deed: Deed,
        (file, taken): (&str, Option<&TakenList>),
    ) -> Result<()> {
        mails::tell_of_list(
            tx,
            secrets,
            self.organization,
            &self.doer,
            (&self.title, taken),
        )?;
        let logged = taken.map(TakenList::logged).unwrap_or_default();
        self.changed(tx, deed, file, ("", &logged))
    }

    /// The same for what is done later.
    #[must_use]
    pub fn at(mut self, now: Time) -> Self {
        self.doer = self.doer.later(now);
        self
    }

    /// Tells those who may agree to a batch of decisions that it waits; where nobody else may, everybody who works there, so that it can be
    /// stopped.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn waits(
        &self,
        tx: &mut Tx<'_>,
        secrets: &Secrets,
        batch: &str,
        has_second: bool,
    ) -> Result<()> {
        mails::tell_of_batch(
            tx,
            secrets,
            (self.organization, batch),
            has_second,
            &self.doer,
        )
    }

    /// The same with what the part was and what it became.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn changed(
        &self,
        tx: &mut Tx<'_>,
        deed: Deed,
        part: &str,
        sides: (&str, &str),
    ) -> Result<()> {
        let what = format!("{part} – {}", self.title);
        self.doer.changed(tx, self.organization, deed, &what, sides)
    }

    /// Writes what was changed in what everybody reads. What nobody has seen yet is changed all day, and leaves no line.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn edited(&self, tx: &mut Tx<'_>, deed: Deed) -> Result<()> {
        match self.is_draft {
            true => Ok(()),
            false => self.did(tx, deed),
        }
    }

    /// Writes each wording that became another, and that anything else may have changed where none did.
    ///
    /// # Errors
    /// A fault of the database.
    pub(crate) fn reworded(
        &self,
        tx: &mut Tx<'_>,
        (before, after): (&[PetitionText], &[PetitionText]),
    ) -> Result<()> {
        if self.is_draft {
            return Ok(());
        }
        let mut langs: Vec<_> = before.iter().chain(after).map(|text| text.lang).collect();
        langs.sort_unstable();
        langs.dedup();
        let mut is_reworded = false;
        for lang in langs {
            let of = |texts: &[PetitionText]| texts.iter().find(|text| text.lang == lang).cloned();
            let sides = other_words(of(before).as_ref(), of(after).as_ref());
            if let Some((was, is)) = sides {
                is_reworded = true;
                self.changed(tx, Deed::WORDING, lang.as_str(), (&was, &is))?;
            }
        }
        match is_reworded {
            true => Ok(()),
            false => self.did(tx, Deed::EDITED),
        }
    }
}

/// The parts of a text that differ, as they were and as they are; none where none does.
fn other_words(
    before: Option<&PetitionText>,
    after: Option<&PetitionText>,
) -> Option<(String, String)> {
    let parts = |text: Option<&PetitionText>| match text {
        Some(text) => [&text.title, &text.ask, &text.target, &text.body].map(String::clone),
        None => Default::default(),
    };
    let (before, after) = (parts(before), parts(after));
    let others = before.iter().zip(&after).filter(|(was, is)| was != is);
    let (was, is): (Vec<&str>, Vec<&str>) =
        others.map(|(was, is)| (was.as_str(), is.as_str())).unzip();
    (!was.is_empty()).then(|| (was.join("\n\n"), is.join("\n\n")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Lang;

    fn text(title: &str, body: &str) -> PetitionText {
        PetitionText {
            lang: Lang::EN,
            title: title.to_owned(),
            ask: "ask".to_owned(),
            target: String::new(),
            body: body.to_owned(),
            body_html: String::new(),
            goal_reason: String::new(),
            outcome: None,
            outcome_html: None,
            is_published: true,
        }
    }

    #[test]
    fn only_the_parts_that_differ_are_told() {
        let (one, other) = (text("a", "b"), text("a", "c"));
        assert_eq!(other_words(Some(&one), Some(&one)), None);
        let told = |was: &str, is: &str| Some((was.to_owned(), is.to_owned()));
        assert_eq!(other_words(Some(&one), Some(&other)), told("b", "c"));
        assert_eq!(
            other_words(None, Some(&one)),
            told("\n\n\n\n", "a\n\nask\n\nb")
        );
    }
}
