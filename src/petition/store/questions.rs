//! The organizers' own questions, in the database: a row a question. None is deleted: answers name it.

use crate::base::{Id, Lang, Time};
use crate::both;
use crate::db::schema::questions as q;
use crate::db::statements::types::JsonText;
use crate::db::{Conn, Error, Result, Tx};
use crate::petition::model::Petition;
use crate::petition::rules::question::{FormQuestion, QuestionKind, QuestionOption, QuestionTexts};
use crate::petition::rules::questions::Questions;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// What a row says beside place and removal. What this program does not know is a fault, as in settings.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Definition<'a> {
    kind: QuestionKind,
    is_required: bool,
    texts: Cow<'a, [(Lang, QuestionTexts)]>,
    options: Cow<'a, [QuestionOption]>,
}

/// All questions of a petition, those that are asked no more too.
///
/// # Errors
/// A fault of the database; a row that this program cannot read.
pub fn of(conn: &mut Conn, petition: Id<Petition>) -> Result<Questions> {
    let rows = q::table
        .filter(q::petition_id.eq(petition))
        .select((q::number, q::position, q::removed_at, q::definition))
        .load::<(i16, i16, Option<Time>, JsonText)>(conn)?;
    let read = |(number, position, removed_at, json): (_, _, _, JsonText)| {
        let definition: Definition<'_> =
            serde_json::from_str(&json.0).map_err(|_| Error::Refused("a question"))?;
        Ok(FormQuestion {
            number,
            position,
            removed_at,
            kind: definition.kind,
            is_required: definition.is_required,
            texts: definition.texts.into_owned(),
            options: definition.options.into_owned(),
        })
    };
    let all: Result<Vec<_>> = rows.into_iter().map(read).collect();
    Ok(Questions::of(all?))
}

/// Writes a question, new or not.
///
/// # Errors
/// A fault of the database.
pub fn save(tx: &mut Tx<'_>, petition: Id<Petition>, question: &FormQuestion) -> Result<()> {
    let definition = Definition {
        kind: question.kind,
        is_required: question.is_required,
        texts: Cow::Borrowed(&question.texts),
        options: Cow::Borrowed(&question.options),
    };
    let json = serde_json::to_string(&definition).map_err(|_| Error::Refused("a question"))?;
    let changes = (
        q::position.eq(question.position),
        q::removed_at.eq(question.removed_at),
        q::definition.eq(JsonText(json)),
    );
    both!(tx, |c| diesel::insert_into(q::table)
        .values((
            q::petition_id.eq(petition),
            q::number.eq(question.number),
            changes.clone()
        ))
        .on_conflict((q::petition_id, q::number))
        .do_update()
        .set(changes)
        .execute(c))?;
    Ok(())
}
