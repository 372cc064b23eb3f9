//! What a list holds and how it is written; the same for the page, the command line and a job.

use super::column::Column;
use super::format::Format;
use super::preset::Preset;
use super::store::Signed;
use crate::base::{Id, Slug, Time};
use crate::petition::{Founder, Petition, Replies, Visibility};
use crate::signature::SignatureState;

/// Which signatures of a state are taken. All of them where nothing is said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ListFilter {
    /// Only those who said yes to mail.
    pub only_opted_in: bool,
    /// Only those who said yes to this founding organization, and nothing of what they said to
    /// others: the list it is given.
    pub founder: Option<Id<Founder>>,
    /// Only those who signed in this language.
    pub lang: Option<String>,
    /// Only those who came by the link or partner with this code.
    pub source: Option<String>,
    /// Only those who chose this option of this question of the organizers.
    pub answer: Option<(i16, i16)>,
    /// Only what was confirmed since then.
    pub since: Option<Time>,
    /// Those whose details are gone too: a line without a name.
    pub with_erased: bool,
}

impl ListFilter {
    /// Whether this signer is one of those that are wanted.
    #[must_use]
    pub(super) fn takes(&self, row: &Signed<'_>) -> bool {
        let signer = row.signer.as_ref();
        let is_asked = match self.founder {
            Some(founder) => signer.is_some_and(|s| s.founders().contains(&founder)),
            None => !self.only_opted_in || signer.is_some_and(|s| s.wants_updates),
        };
        let chose = |(question, option): (i16, i16)| {
            let replies = Replies::read(signer.and_then(|signer| signer.replies));
            replies
                .get(question)
                .is_some_and(|reply| reply.options().contains(&option))
        };
        is_asked
            && (self.with_erased || signer.is_some())
            && self.lang.as_deref().is_none_or(|lang| lang == row.lang)
            && (self.source.is_none() || self.source.as_deref() == row.source)
            && self.since.is_none_or(|since| row.confirmed_at >= since)
            && self.answer.is_none_or(chose)
    }
}

/// What a list holds, and how it is written.
#[derive(Debug, Clone)]
pub struct ExportRequest {
    /// Whose signatures.
    pub petition: Id<Petition>,
    /// Its place in addresses.
    pub slug: Slug,
    /// In which states, in this order; each once.
    pub states: Vec<SignatureState>,
    /// How.
    pub format: Format,
    /// For whom.
    pub preset: Preset,
    /// Its columns and their heads, in order.
    pub columns: Vec<(Column, &'static str)>,
    /// Whether a table begins with a byte order mark.
    pub has_bom: bool,
    /// Which signatures of those states.
    pub filter: ListFilter,
    /// The most that the petition allows to be shown of a signer.
    pub most_public: Visibility,
}

impl ExportRequest {
    /// Every column of whoever is counted, as a table: what is changed from there on.
    #[must_use]
    pub fn whole(petition: &Petition) -> Self {
        let own = |column: Column| (column, column.as_str());
        Self {
            petition: petition.id,
            slug: petition.slug.clone(),
            states: vec![SignatureState::Counted],
            format: Format::Csv,
            preset: Preset::Default,
            columns: Column::ALL.map(own).to_vec(),
            has_bom: false,
            filter: ListFilter::default(),
            most_public: petition.settings.most_public,
        }
    }

    /// What the file is called.
    #[must_use]
    pub fn file_name(&self, now: Time) -> String {
        let day: String = now.rfc3339().chars().take(10).collect();
        let slug = &self.slug;
        let end = self.format.as_str();
        match self.preset {
            Preset::Default => format!("{slug}-{day}.{end}"),
            preset => format!("{slug}-{}-{day}.{end}", preset.as_str()),
        }
    }
}
