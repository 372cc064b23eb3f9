//! Handing a petition over: to whom, what is to be done before, and what was handed over.

pub mod book_page;
pub mod recipients;
pub mod record;
pub mod room;
pub mod take_back;

pub mod book;
mod recipients_form;
mod record_form;

mod checklist;

mod standing;

mod managed_delivery;
