//! What a list of signatures is narrowed down by beside words. Each stands in the index of the search as a mark of its signature.

use crate::base::texts::search::SearchMark;
use crate::base::{Id, Lang};
use crate::petition::{PledgeOption, Reply};
use crate::signature::model::Signer;
use serde::{Deserialize, Serialize};

/// One thing that is true of a signature or not.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Facet {
    /// The signer lets the organizers write.
    SaidYes,
    /// The signer has the name shown.
    Named,
    /// It was signed in this language.
    Lang(String),
    /// It came by this code or word.
    Source(String),
    /// This promise was chosen.
    Promise(Id<PledgeOption>),
    /// This option of a question was chosen; 0: its box was ticked.
    Reply(i16, i16),
    /// The organizers put this tag on it.
    Tag(String),
}

impl Facet {
    /// As it stands in the index.
    #[must_use]
    pub fn mark(&self) -> SearchMark {
        match self {
            Self::SaidYes => SearchMark::new('y', &[]),
            Self::Named => SearchMark::new('n', &[]),
            Self::Lang(lang) => SearchMark::new('l', lang.as_bytes()),
            Self::Source(code) => SearchMark::new('s', code.as_bytes()),
            Self::Promise(option) => SearchMark::new('p', option.as_bytes()),
            Self::Reply(question, option) => {
                let [a, b] = question.to_be_bytes();
                let [c, d] = option.to_be_bytes();
                SearchMark::new('r', &[a, b, c, d])
            }
            Self::Tag(tag) => SearchMark::new('t', tag.as_bytes()),
        }
    }
}

/// What is true of a signature beside its signer's details.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SignatureFacts<'a> {
    /// Its language.
    pub(crate) lang: Lang,
    /// The code or word by which it came.
    pub(crate) source: Option<&'a str>,
    /// What was promised.
    pub(crate) choice: Option<Id<PledgeOption>>,
    /// What the organizers put on it.
    pub(crate) tags: &'a [String],
}

impl SignatureFacts<'_> {
    /// All that is true of the signature of this signer.
    pub(crate) fn facets(&self, signer: &Signer) -> Vec<Facet> {
        let mut all = vec![Facet::Lang(self.lang.to_string())];
        all.extend(signer.wants_updates.then_some(Facet::SaidYes));
        all.extend(signer.visibility.is_named().then_some(Facet::Named));
        all.extend(self.source.map(|code| Facet::Source(code.to_owned())));
        all.extend(self.choice.map(Facet::Promise));
        for (question, reply) in signer.replies.iter() {
            all.extend(chosen(reply).map(|option| Facet::Reply(question, option)));
        }
        all.extend(self.tags.iter().cloned().map(Facet::Tag));
        all
    }
}

/// The options that an answer chooses; 0 for a box that was ticked.
pub(crate) fn chosen(reply: &Reply) -> impl Iterator<Item = i16> {
    let ticked = matches!(reply, Reply::Tick(true)).then_some(0);
    reply.options().iter().copied().chain(ticked)
}
