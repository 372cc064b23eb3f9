//! Answers to the organizers' own questions in a list: the columns of a table, and a member of a line of JSON.
//!
//! A question has a column, by its number; one with several choices has one for each option, by the option's number. What was taken off
//! the form stands behind the others and says since when, so that no answer comes to stand under another head.

use crate::base::{Day, Lang, Time};
use crate::petition::rules::question::QuestionKind;
use crate::petition::{FormQuestion, Petition, Questions, Replies, Reply};
use serde::Serialize;

/// The columns of one list.
#[derive(Debug, Default)]
pub struct ReplyColumns {
    columns: Vec<ReplyColumn>,
    questions: Questions,
    own: Option<Lang>,
}

#[derive(Debug)]
struct ReplyColumn {
    question: i16,
    /// The option, where several can be chosen.
    option: Option<i16>,
    head: String,
    is_removed: bool,
}

/// One answer, in a line of JSON.
#[derive(Serialize)]
pub(super) struct ReplyRecord {
    question: String,
    label: String,
    answer: Vec<String>,
}

impl ReplyColumns {
    /// Those of a petition with these questions. What was taken off before anybody could answer has none.
    #[must_use]
    pub fn of(petition: &Petition, questions: Questions) -> Self {
        let own = petition.lang;
        let was_there = |removed_at: Option<Time>| {
            let published = petition.published_at;
            removed_at.is_none_or(|at| published.is_some_and(|published| at >= published))
        };
        let removed = |at: Time| format!(" (removed {})", Day::of(at, &petition.time_zone));
        let column = |question: &FormQuestion, option: Option<(i16, Option<Time>, String)>| {
            let number = question.number;
            let label = question.label((own, own)).words;
            let removed_at = question.removed_at;
            let (option, part, removed_at) = match option {
                Some((option, at, words)) => {
                    (Some(option), format!(": {words}"), removed_at.or(at))
                }
                None => (None, String::new(), removed_at),
            };
            let key = match option {
                Some(option) => format!("q{number}.{option}"),
                None => format!("q{number}"),
            };
            let since = removed_at.map(removed).unwrap_or_default();
            ReplyColumn {
                question: number,
                option,
                head: head(&format!("{label}{part}"), &key, &since),
                is_removed: removed_at.is_some(),
            }
        };
        let mut columns = Vec::new();
        let all = questions.all().iter();
        for question in all.filter(|one| was_there(one.removed_at)) {
            if question.kind != QuestionKind::Several {
                columns.push(column(question, None));
                continue;
            }
            let options = question.options.iter();
            columns.extend(options.filter(|one| was_there(one.removed_at)).map(|one| {
                let words = question.option(one.number, (own, own));
                let words = words.map(|said| said.words).unwrap_or_default();
                column(question, Some((one.number, one.removed_at, words)))
            }));
        }
        columns.sort_by_key(|column| column.is_removed);
        Self {
            columns,
            questions,
            own: Some(own),
        }
    }

    /// What stands over the columns.
    pub(super) fn heads(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(|column| column.head.as_str())
    }

    /// Hands each cell of a line over, in the order of the heads.
    pub(super) fn cells(&self, stored: Option<&str>, mut put: impl FnMut(&str)) {
        if self.columns.is_empty() {
            return;
        }
        let replies = Replies::read(stored);
        for column in &self.columns {
            let reply = replies.get(column.question);
            match (column.option, reply) {
                (Some(option), Some(reply)) if reply.options().contains(&option) => put("Y"),
                (None, Some(Reply::Tick(_))) => put("Y"),
                (None, Some(reply)) => put(&self.told(column.question, reply).join("; ")),
                (Some(_), _) | (None, None) => put(""),
            }
        }
    }

    fn told(&self, question: i16, reply: &Reply) -> Vec<String> {
        let own = self.own.unwrap_or(Lang::EN);
        let found = self.questions.find(question);
        found.map_or_else(Vec::new, |found| found.told(reply, (own, own)))
    }

    /// The answers of a line of JSON, in the order of the columns.
    pub(super) fn records(&self, stored: Option<&str>) -> Vec<ReplyRecord> {
        let Some(own) = self.own.filter(|_| stored.is_some()) else {
            return Vec::new();
        };
        let replies = Replies::read(stored);
        let answered = self.questions.all().iter().filter_map(|question| {
            let reply = replies.get(question.number)?;
            Some(ReplyRecord {
                question: format!("q{}", question.number),
                label: question.label((own, own)).words,
                answer: match reply {
                    Reply::Tick(_) => vec!["Y".to_owned()],
                    reply => question.told(reply, (own, own)),
                },
            })
        });
        answered.collect()
    }
}

/// What stands over a column: the question, its key, and since when it is not asked. The key keeps two questions of one name apart, and
/// every head from being one of ours. A name that CiviCRM would take for its own column is left out.
fn head(label: &str, key: &str, since: &str) -> String {
    match crate::base::fold(label).contains("contac") {
        true => format!("{key}{since}"),
        false => format!("{label} ({key}){since}"),
    }
}
