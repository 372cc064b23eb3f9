//! Tries at words and codes within one commit.

use super::guard::{SignaturePress, SignatureVerdict};
use crate::base::Id;
use crate::db::{Result, Tx};
use crate::petition::guard;
use crate::signature::model::{Progress, Signature};
use crate::signature::store::pending::{self, Waiting};
use std::collections::{BTreeSet, HashMap};

/// What has happened to those that are pressed, this commit's own presses included: a thousand tries in one commit are a thousand.
pub(crate) struct PressTries(HashMap<Id<Signature>, Progress>);

impl PressTries {
    /// As they stand under the lock of the petitions' counts. What was read before it is right unless something is tried, which is rare.
    ///
    /// # Errors
    /// A fault of the database.
    pub(crate) fn read(
        tx: &mut Tx<'_>,
        found: &HashMap<Id<Signature>, Waiting>,
        presses: &[SignaturePress],
    ) -> Result<Self> {
        let mut known: HashMap<_, _> = found
            .iter()
            .map(|(id, waiting)| (*id, waiting.progress))
            .collect();
        let tries = presses.iter().filter(|press| press.is_a_try());
        let tried: BTreeSet<_> = tries.map(|press| press.id).collect();
        let tried: Vec<_> = tried.into_iter().collect();
        if !tried.is_empty() {
            for (id, words, codes) in pending::tries(tx, &tried)? {
                if let Some(progress) = known.get_mut(&id) {
                    progress.evidence.word_tries = words;
                    progress.code_tries = codes;
                }
            }
        }
        Ok(Self(known))
    }

    /// How it stands with this one.
    pub(crate) fn of<'a>(&'a self, waiting: &'a Waiting) -> &'a Progress {
        let known = self.0.get(&waiting.pending.id);
        known.unwrap_or(&waiting.progress)
    }

    /// Counts what was answered with a question, here and in the row.
    ///
    /// # Errors
    /// A fault of the database.
    pub(crate) fn count(
        &mut self,
        tx: &mut Tx<'_>,
        id: Id<Signature>,
        asked: SignatureVerdict,
    ) -> Result<()> {
        let Some(progress) = self.0.get_mut(&id) else {
            return Ok(());
        };
        match asked {
            SignatureVerdict::Link(guard::Verdict::AskWord { is_evidence: true })
                if !progress.evidence.is_suspect =>
            {
                pending::suspect(tx, &[id])?;
                progress.evidence.is_suspect = true;
            }
            SignatureVerdict::Link(guard::Verdict::WrongWord) => {
                pending::count_wrong_word(tx, id)?;
                progress.evidence.is_suspect = true;
                progress.evidence.word_tries += 1;
            }
            SignatureVerdict::WrongCode => {
                pending::count_wrong_code(tx, id)?;
                progress.code_tries += 1;
            }
            _ => {}
        }
        Ok(())
    }
}
