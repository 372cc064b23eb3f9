//! What was answered to the organizers' own questions, read the same way by the form and by a signer's own page.

use crate::base::Lang;
use crate::petition::{FormQuestion, PublicPetition, Replies, TypedReplies};
use crate::web::page::Errors;
use crate::words::Words;

/// The languages that questions are read in: that of the words, and the petition's own.
fn langs(w: &Words, shown: &PublicPetition) -> (Lang, Lang) {
    (w.lang(), shown.petition.lang)
}

/// Reads what a form says of the questions that it asks. Each that has to be answered is, or the form comes back and asks it: also one
/// that was put there while the page was open.
pub fn asked(
    typed: &TypedReplies,
    shown: &PublicPetition,
    w: &Words,
    errors: &mut Errors,
) -> Replies {
    let mut replies = Replies::default();
    for question in shown.questions.asked(&shown.petition.settings) {
        let read = question.read(typed, None);
        let key = match &read {
            Ok(None) if question.is_required => Some("error-reply-missing"),
            Ok(_) => None,
            Err(invalid) => Some(invalid.key),
        };
        if let Some(key) = key {
            note(question, key, shown, w, errors);
        }
        replies.put(question.number, read.ok().flatten());
    }
    replies
}

/// Reads what a signer says of these questions on their own page. None has to be answered, also where the form asks for it: what was
/// answered is its owner's, and a question that was put there later was never asked. What the page did not show stays.
pub fn own<'a>(
    typed: &TypedReplies,
    asked: impl Iterator<Item = &'a FormQuestion>,
    held: &Replies,
    shown: &PublicPetition,
    w: &Words,
    errors: &mut Errors,
) -> Replies {
    let mut replies = held.clone();
    for question in asked {
        match question.read(typed, held.get(question.number)) {
            Ok(reply) => replies.put(question.number, reply),
            Err(invalid) => note(question, invalid.key, shown, w, errors),
        }
    }
    replies
}

/// Thirty fields may say the same: each begins with its question.
fn note(
    question: &FormQuestion,
    key: &str,
    shown: &PublicPetition,
    w: &Words,
    errors: &mut Errors,
) {
    let label = question.label(langs(w, shown)).words;
    let said = w.plain2("error-reply", "question", label, "said", w.say(key));
    errors.add(question.field(), said);
}
