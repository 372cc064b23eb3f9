//! While the mail is on its way.

pub mod change_address;
pub mod enter_code;
pub mod forget_form;
pub mod form_sender;
pub mod notice;
pub mod pages;
pub mod resend;
pub mod show;
pub mod waiting_form;
