//! What is chosen for a list, as it was typed: by a form, on the command line, or before a job began. One place reads it.

use super::book::options::BookOptions;
use super::column::Column;
use super::format::Format;
use super::list_use::{ListUse, Wrong};
use super::preset::Preset;
use super::request::{ExportRequest, ListFilter};
use crate::base::{Day, Id, Invalid, Time};
use crate::db::{Conn, Result as Read};
use crate::petition::source::{SourceCode, store as sources};
use crate::petition::store::{founders, petitions, questions};
use crate::petition::{Founder, Petition, Questions};
use crate::signature::SignatureState;
use serde::{Deserialize, Serialize};

/// What there is to choose from under one petition.
#[derive(Debug, Clone, Default)]
pub struct ListChoices {
    /// Founding organizations.
    pub founders: Vec<Founder>,
    /// Languages it has been written in.
    pub langs: Vec<String>,
    /// Links and partners: code and name.
    pub sources: Vec<(String, String)>,
    /// The organizers' own questions.
    pub questions: Questions,
}

impl ListChoices {
    /// Those of this petition.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn of(conn: &mut Conn, petition: Id<Petition>) -> Read<Self> {
        let texts = petitions::texts(conn, petition)?;
        let named = sources::of(conn, petition)?;
        Ok(Self {
            founders: founders::all(conn, petition)?,
            langs: texts
                .into_iter()
                .map(|text| text.lang.to_string())
                .collect(),
            sources: named
                .into_iter()
                .map(|one| (one.code.as_str().to_owned(), one.name))
                .collect(),
            questions: questions::of(conn, petition)?,
        })
    }

    /// Question and option of `q3=2` or `3=2`, if there is such a choice, offered still or not.
    fn answer(&self, typed: &str) -> Option<(i16, i16)> {
        let (question, option) = typed.trim_start_matches('q').split_once('=')?;
        let (question, option) = (question.parse().ok()?, option.parse().ok()?);
        let found = self.questions.find(question)?;
        found
            .options
            .iter()
            .any(|one| one.number == option)
            .then_some((question, option))
    }
}

/// What was typed. Holds nothing of a signer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ExportOptions {
    /// The word of a format; empty: CSV.
    pub format: String,
    /// The word of a preset; empty: the default.
    pub preset: String,
    /// The words of the columns.
    pub columns: Vec<String>,
    /// The words of the states.
    pub states: Vec<String>,
    /// `1`: only who said yes to mail; `0`: everybody; empty: as the preset does.
    pub opted_in: String,
    /// The key of a founding organization.
    pub founder: String,
    /// A language.
    pub language: String,
    /// The code of a link or partner.
    pub source: String,
    /// A question and one of its options, as `q3=2`.
    pub answer: String,
    /// A day in the petition's zone.
    pub since: String,
    /// `1`: a table that nobody's preset marks begins with a byte order mark.
    pub bom: String,
    /// `1`: signatures whose details are gone too.
    pub erased: String,
    /// The word of a purpose.
    pub purpose: String,
    /// The purpose in words.
    pub purpose_other: String,
    /// Who gets it.
    pub recipient: String,
    /// A book of signers instead of a list, and how.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub book: Option<BookOptions>,
}

impl ExportOptions {
    /// What a form begins with.
    #[must_use]
    pub fn minimal() -> Self {
        Self {
            format: Format::Csv.as_str().to_owned(),
            preset: Preset::Default.as_str().to_owned(),
            columns: Column::MINIMAL
                .map(|column| column.as_str().to_owned())
                .to_vec(),
            states: vec![SignatureState::Counted.as_str().to_owned()],
            bom: "1".to_owned(),
            ..Self::default()
        }
    }

    /// What they ask for.
    ///
    /// # Errors
    /// Each field that cannot be read, by its name on the form.
    pub fn read(
        &self,
        petition: &Petition,
        known: &ListChoices,
    ) -> Result<(ExportRequest, ListUse), Vec<Wrong>> {
        let mut wrong = Vec::new();
        let preset = note(
            &mut wrong,
            "preset",
            word(&self.preset, Preset::parse, Preset::Default),
        );
        let format = note(
            &mut wrong,
            "format",
            word(&self.format, Format::parse, Format::Csv),
        );
        let columns = note(
            &mut wrong,
            "columns",
            self.columns(preset.unwrap_or_default()),
        );
        let states = note(&mut wrong, "counted", self.states());
        let filter = self.filter(petition, known, preset.unwrap_or_default(), &mut wrong);
        let used = ListUse::parse(&self.purpose, &self.purpose_other, &self.recipient);
        let used = used.map_err(|more| wrong.extend(more)).ok();
        match (preset, format, columns, states, used) {
            (Some(preset), Some(format), Some(columns), Some(states), Some(used))
                if wrong.is_empty() =>
            {
                let wanted = ExportRequest {
                    states,
                    format,
                    preset,
                    columns,
                    has_bom: preset.is_for_people() || self.bom == "1",
                    filter,
                    ..ExportRequest::whole(petition)
                };
                Ok((wanted, used))
            }
            _ => Err(wrong),
        }
    }

    fn columns(&self, preset: Preset) -> Result<Vec<(Column, &'static str)>, Invalid> {
        let ticked = match preset {
            // it has its own
            Preset::Delivery => Vec::new(),
            _ => Column::chosen(&self.columns)?,
        };
        preset.columns(&ticked)
    }

    /// In the order in which they were asked for, each once.
    fn states(&self) -> Result<Vec<SignatureState>, Invalid> {
        let mut states = Vec::new();
        for word in &self.states {
            let state = SignatureState::parse(word).ok_or(Invalid::new("error-choice"))?;
            if !states.contains(&state) {
                states.push(state);
            }
        }
        match states.is_empty() {
            true => Err(Invalid::new("error-no-state")),
            false => Ok(states),
        }
    }

    fn filter(
        &self,
        petition: &Petition,
        known: &ListChoices,
        preset: Preset,
        wrong: &mut Vec<Wrong>,
    ) -> ListFilter {
        let choice = Invalid::new("error-choice");
        let founder = chosen(&self.founder, |key| {
            known
                .founders
                .iter()
                .find(|one| one.id.to_string() == key)
                .map(|one| one.id)
        });
        let lang = chosen(&self.language, |lang| {
            known.langs.iter().find(|one| *one == lang).cloned()
        });
        let source = chosen(&self.source, |typed| {
            let code = SourceCode::parse(typed).ok()?;
            known
                .sources
                .iter()
                .find(|(one, _)| one == code.as_str())
                .map(|(one, _)| one.clone())
        });
        let answer = chosen(&self.answer, |typed| known.answer(typed));
        let since = match self.since.trim() {
            "" => Ok(None),
            day => Day::parse(day).map(|day| Some(day.begins(&petition.time_zone))),
        };
        let only_opted_in = match self.opted_in.as_str() {
            "" => Ok(preset.takes_opted_in()),
            "1" => Ok(true),
            "0" => Ok(false),
            _ => Err(choice),
        };
        ListFilter {
            only_opted_in: note(wrong, "opted_in", only_opted_in).unwrap_or_default(),
            founder: note(wrong, "founder", founder).flatten(),
            lang: note(wrong, "language", lang).flatten(),
            source: note(wrong, "source", source).flatten(),
            answer: note(wrong, "answer", answer).flatten(),
            since: note::<Option<Time>>(wrong, "since", since).flatten(),
            with_erased: self.erased == "1",
        }
    }
}

/// Writes down what is wrong with a field.
fn note<T>(wrong: &mut Vec<Wrong>, field: &'static str, read: Result<T, Invalid>) -> Option<T> {
    read.map_err(|error| wrong.push((field, error))).ok()
}

/// A word of a list of ours.
fn word<T>(typed: &str, parse: fn(&str) -> Option<T>, empty: T) -> Result<T, Invalid> {
    match typed {
        "" => Ok(empty),
        typed => parse(typed).ok_or(Invalid::new("error-choice")),
    }
}

/// One of what there is to choose from, or nothing.
fn chosen<T>(typed: &str, find: impl Fn(&str) -> Option<T>) -> Result<Option<T>, Invalid> {
    match typed {
        "" => Ok(None),
        typed => find(typed).map(Some).ok_or(Invalid::new("error-choice")),
    }
}
