//! What a list of signatures can be narrowed down by, each with how many of those who count it is true of. Every number is kept, none is
//! counted here.

use super::narrowed::Narrowed;
use crate::base::{Id, LinkCode};
use crate::count::store::{figures, parts, replies};
use crate::count::{Parts, figures::FormFigures};
use crate::db::{Conn, Result};
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::source::{Source, store as named};
use crate::petition::store::wordings;
use crate::petition::{Exposure, Petition};
use crate::signature::facet::Facet;
use crate::signature::store::counts::sources::{self, SourceCount};
use crate::signature::store::tags;
use crate::web::page::FilterLink;
use crate::web::{Site, urls};
use crate::words::Words;
use std::collections::BTreeMap;

/// Sources that are offered: those that brought the most.
const SOURCES: i64 = 20;
/// Tags that are offered.
const TAGS: usize = 30;

/// How many there are of each.
#[derive(Debug, Default)]
pub struct FacetNumbers {
    figures: FormFigures,
    langs: BTreeMap<String, i64>,
    sources: Vec<SourceCount>,
    named: Vec<Source>,
    promises: Vec<(Facet, i64)>,
    replies: BTreeMap<(i16, i16), i64>,
    tags: Vec<(String, i64)>,
}

impl FacetNumbers {
    /// Reads them.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn read(conn: &mut Conn, petition: Id<Petition>) -> Result<Self> {
        let langs_of: BTreeMap<_, _> = wordings::langs(conn, petition)?.into_iter().collect();
        let mut langs: BTreeMap<String, i64> = BTreeMap::new();
        for one in parts::of(conn, Parts::Wordings, petition.cast())? {
            if let Some(lang) = langs_of.get(&one.part.cast()) {
                *langs.entry(lang.to_string()).or_default() += one.counted;
            }
        }
        let promises = parts::of(conn, Parts::Promises, petition.cast())?.into_iter();
        let replies = replies::of(conn, petition.cast())?.into_iter();
        Ok(Self {
            figures: figures::of(conn, petition.cast())?,
            langs,
            sources: sources::greatest(conn, petition, SOURCES)?,
            named: named::of(conn, petition)?,
            promises: promises
                .map(|one| (Facet::Promise(one.part.cast()), one.counted))
                .collect(),
            replies: replies
                .map(|(question, option, n)| ((question, option), n))
                .collect(),
            tags: tags::of_petition(conn, petition)?,
        })
    }
}

/// The chips of one group.
pub(crate) struct FacetGroup {
    /// The question they answer; none for those that are asked of every signature.
    pub(crate) title: Option<String>,
    /// In their order.
    pub(crate) ways: Vec<FilterLink>,
}

/// The chips: those of every signature first, then those of each question.
pub(crate) struct Chips<'a> {
    pub(crate) site: &'a Site,
    pub(crate) w: &'a Words,
    pub(crate) managed: &'a ManagedPetition,
    /// The state that is looked at.
    pub(crate) state: &'static str,
    pub(crate) narrowed: &'a Narrowed,
}

impl Chips<'_> {
    /// All groups that have anything to choose.
    #[must_use]
    pub(crate) fn groups(&self, numbers: &FacetNumbers) -> Vec<FacetGroup> {
        let mut all = vec![FacetGroup {
            title: None,
            ways: self.general(numbers),
        }];
        all.extend(self.questions(numbers));
        all.retain(|group| !group.ways.is_empty());
        all
    }

    fn general(&self, numbers: &FacetNumbers) -> Vec<FilterLink> {
        let w = self.w;
        let say = |key: &str| w.say(key).to_owned();
        let figures = &numbers.figures;
        let mut ways = vec![
            self.way(&Facet::SaidYes, say("facet-said-yes"), figures.said_yes),
            self.way(&Facet::Named, say("facet-named"), figures.named),
        ];
        if numbers.langs.len() > 1 {
            for (lang, n) in &numbers.langs {
                let name = crate::base::Lang::parse(lang).ok();
                let name = name.filter(|lang| self.site.library.speaks(*lang));
                let name = name.map(|lang| self.site.words(lang).say("language-name").to_owned());
                let name = name.unwrap_or_else(|| lang.clone());
                ways.push(self.way(&Facet::Lang(lang.clone()), name, *n));
            }
        }
        let may_tell_links = self.managed.petition.allows(Exposure::OwnLinks);
        // a signer's own link is nobody's table: whose it is stays theirs
        let sources = numbers.sources.iter();
        let sources = sources.filter(|one| may_tell_links && LinkCode::parse(&one.code).is_none());
        for one in sources {
            let mut named = numbers.named.iter();
            let name = named.find(|named| named.code.as_str() == one.code);
            let name = name.map_or_else(|| one.code.clone(), |named| named.name.clone());
            ways.push(self.way(&Facet::Source(one.code.clone()), name, one.counted));
        }
        for (facet, n) in &numbers.promises {
            let Facet::Promise(option) = facet else {
                continue;
            };
            if let Some(promised) = self.managed.promises.said(*option, w.lang()) {
                ways.push(self.way(facet, promised.words, *n));
            }
        }
        for (tag, n) in numbers.tags.iter().take(TAGS) {
            let label = w.say1("facet-tag", "tag", tag.as_str());
            ways.push(self.way(&Facet::Tag(tag.clone()), label, *n));
        }
        ways
    }

    fn questions(&self, numbers: &FacetNumbers) -> Vec<FacetGroup> {
        let langs = (self.w.lang(), self.managed.petition.lang);
        let group = |question: &crate::petition::FormQuestion| {
            let of_question = (question.number, i16::MIN)..=(question.number, i16::MAX);
            let chosen = numbers.replies.range(of_question);
            let way = |((_, option), n): ((&i16, &i16), &i64)| {
                let label = match option {
                    0 => self.w.say("yes").to_owned(),
                    option => question.option(*option, langs)?.words,
                };
                Some(self.way(&Facet::Reply(question.number, *option), label, *n))
            };
            FacetGroup {
                title: Some(question.label(langs).words),
                ways: chosen
                    .filter_map(|((question, option), n)| way(((question, option), n)))
                    .collect(),
            }
        };
        self.managed.questions.all().iter().map(group).collect()
    }

    fn way(&self, facet: &Facet, label: String, n: i64) -> FilterLink {
        let id = self.managed.petition.id;
        let turned = self.narrowed.turned(facet).close(self.site, id);
        FilterLink {
            label,
            href: urls::signatures_at(id, self.state, &turned, ""),
            number: self.w.number(n),
            is_current: self.narrowed.facets.contains(facet),
        }
    }
}
