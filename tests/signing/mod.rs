//! Stories of the form: filled in, refused, sent, by one and by very many.

pub mod a_third_language;
pub mod addresses_friends;
pub mod bad_input;
pub mod forged_forms;
pub mod form_errors;
pub mod form_left_open;
pub mod forms_of_the_page;
pub mod high_risk;
pub mod high_risk_before;
pub mod high_risk_routes;
pub mod households;
pub mod mended_addresses;
pub mod mends_a_slip;
pub mod names_as_typed;
pub mod one_language_more;
pub mod own_questions;
pub mod own_questions_elsewhere;
pub mod pledges;
pub mod postcode_and_country;
pub mod reaches;
pub mod same_answers;
pub mod too_often;
pub mod visibility;
