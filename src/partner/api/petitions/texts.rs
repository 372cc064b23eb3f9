//! The texts of a petition as a program writes them, held to the rules of the editor.

use crate::base::{Line, Text};
use crate::partner::api::given::Given;
use crate::petition::PetitionText;
use crate::petition::text::lengths::{ASK, BODY, TARGET, TITLE};
use crate::petition::text::markdown::render;
use crate::web::Problem;
use serde_json::Value;

/// What is said of a petition. What is not sent stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct GivenTexts {
    title: Option<String>,
    ask: Option<String>,
    target: Option<String>,
    body: Option<String>,
}

impl GivenTexts {
    /// Reads `title`, `description` (what is asked; its tags are passed over), `target` and `petition_text`.
    ///
    /// # Errors
    /// 400 for a field of another kind, and what is longer than the editor takes.
    pub fn read(given: &Given) -> Result<Self, Problem> {
        let line = |name: &str, most: usize, read: fn(&str) -> Option<String>| {
            let Some(typed) = given.text(name)? else {
                return Ok(None);
            };
            let text = read(&one_line(&typed));
            text.map(Some).ok_or_else(|| too_long(given, name, most))
        };
        let title = line("title", TITLE, |typed| {
            let line = Line::<TITLE>::optional(typed).ok()?;
            Some(line.map(String::from).unwrap_or_default())
        })?;
        let ask = line("description", ASK, |typed| {
            let line = Line::<ASK>::optional(&plain(typed)).ok()?;
            Some(line.map(String::from).unwrap_or_default())
        })?;
        let body = match given.text("petition_text")? {
            None => None,
            Some(typed) => {
                let text = Text::<BODY>::optional(&typed);
                let text = text.map_err(|_| too_long(given, "petition_text", BODY))?;
                Some(text.map(String::from).unwrap_or_default())
            }
        };
        let target = match given.has("target") {
            false => None,
            true => {
                let line = Line::<TARGET>::optional(&one_line(&targets(given)?));
                let line = line.map_err(|_| too_long(given, "target", TARGET))?;
                Some(line.map(String::from).unwrap_or_default())
            }
        };
        Ok(Self {
            title,
            ask,
            target,
            body,
        })
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The title; empty where none is sent.
    pub fn title(&self) -> String {
        self.title.clone().unwrap_or_default()
    }

    /// To whom; empty where it is not said.
    pub fn target(&self) -> String {
        self.target.clone().unwrap_or_default()
    }

    /// The text with what is said in its place.
    pub fn over(self, text: &PetitionText) -> PetitionText {
        let body = self.body.unwrap_or_else(|| text.body.clone());
        PetitionText {
            title: self.title.unwrap_or_else(|| text.title.clone()),
            ask: self.ask.unwrap_or_else(|| text.ask.clone()),
            target: self.target.unwrap_or_else(|| text.target.clone()),
            body_html: render(&body),
            body,
            ..text.clone()
        }
    }
}

fn too_long(given: &Given, name: &str, most: usize) -> Problem {
    given.wrong(
        name,
        format!("{name} is plain text of at most {most} characters"),
    )
}

fn one_line(typed: &str) -> String {
    typed.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// HTML without its tags.
fn plain(html: &str) -> String {
    let cleaned = ammonia::Builder::empty().clean(html).to_string();
    let text = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&nbsp;", " "),
        ("&amp;", "&"),
    ];
    let text = text
        .iter()
        .fold(cleaned, |text, (from, to)| text.replace(from, to));
    one_line(&text)
}

/// To whom: a string, an object with a name, or several of either.
fn targets(given: &Given) -> Result<String, Problem> {
    let wrong = || given.wrong("target", "target must be a string, or objects with a name");
    let one = |value: &Value| match value {
        Value::String(text) => Ok(text.clone()),
        Value::Object(fields) => match fields.get("name") {
            Some(Value::String(name)) => Ok(name.clone()),
            _ => Err(wrong()),
        },
        _ => Err(wrong()),
    };
    match given.value("target") {
        None | Some(Value::Null) => Ok(String::new()),
        Some(Value::Array(all)) => {
            let all: Vec<String> = all.iter().map(one).collect::<Result<_, _>>()?;
            Ok(all.join(", "))
        }
        Some(value) => one(value),
    }
}
