//! The texts of the editor's form: what is read of each language.

use super::form::PetitionForm;
use super::part::EditPart;
use crate::base::{Invalid, Line, Text};
use crate::petition::model::{Petition, PetitionState, PetitionText};
use crate::petition::text::lengths::{ASK, BODY, REASON, TARGET, TITLE};
use crate::petition::text::markdown::render;
use crate::web::WrongFields;

/// Reads the text of each language, sent from the page of one. `old` are those it has: their outcome is not edited here.
pub(crate) fn read_texts(
    typed: &PetitionForm,
    part: EditPart,
    petition: &Petition,
    old: &[PetitionText],
    wrong: &mut WrongFields,
) -> Vec<PetitionText> {
    let is_open = petition.state != PetitionState::Draft;
    let mut texts = Vec::new();
    for typed in &typed.texts {
        let is_own = typed.lang == petition.lang;
        if typed.is_blank() && !is_own && !typed.is_published {
            continue;
        }
        let lang = typed.lang;
        let shows = is_open && typed.is_published;
        let mut read = |name: &str, typed: Result<Option<String>, Invalid>, needed, missing| {
            let field = format!("{name}-{lang}");
            let text = wrong.take(&*field, typed)?;
            if needed && text.is_none() {
                wrong.add(field, missing);
            }
            Some(text.unwrap_or_default())
        };
        let title = Line::<TITLE>::optional(&typed.title).map(|line| line.map(String::from));
        let ask = Line::<ASK>::optional(&one_line(&typed.ask)).map(|line| line.map(String::from));
        let target = Line::<TARGET>::optional(&typed.target).map(|line| line.map(String::from));
        let body = Text::<BODY>::optional(&typed.body).map(|text| text.map(String::from));
        let reason = Line::<REASON>::optional(&typed.goal_reason);
        let reason = reason.map(|line| line.map(String::from));
        let parts = (
            read("title", title, true, "error-title-missing"),
            read("ask", ask, shows, "error-ask-missing"),
            read("target", target, false, "error-line-missing"),
            read("body", body, shows, "error-body-missing"),
            read("reason", reason, false, "error-line-missing"),
        );
        let (Some(title), Some(ask), Some(target), Some(body), Some(goal_reason)) = parts else {
            continue;
        };
        let old = old.iter().find(|old| old.lang == lang);
        texts.push(PetitionText {
            lang,
            title,
            ask,
            target,
            body_html: render(&body),
            body,
            goal_reason,
            outcome: old.and_then(|old| old.outcome.clone()),
            outcome_html: old.and_then(|old| old.outcome_html.clone()),
            is_published: typed.is_published,
        });
    }
    if is_open && typed.texts.iter().all(|text| !text.is_published) {
        let lang = part.lang().unwrap_or(petition.lang);
        wrong.add(format!("published-{lang}"), "error-none-published");
    }
    texts
}

/// The ask is a paragraph: it is typed into a field of several lines and kept as one.
fn one_line(typed: &str) -> String {
    typed.split_whitespace().collect::<Vec<_>>().join(" ")
}
