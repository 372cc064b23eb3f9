//! The forms of pages beside the others, and what every form of the editor says beside its own fields.

pub mod outcome_form;
pub mod question_form;
pub mod share_texts_form;
pub mod steps_form;

pub mod page_press;
