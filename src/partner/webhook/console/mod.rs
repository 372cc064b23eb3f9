//! Webhooks in the console: the list, making one, and one with what was sent to it.

pub mod again;
pub mod delete;
pub mod edit;
pub mod list;
pub mod new_webhook;
pub mod secret;
pub mod show;
pub mod state;
pub mod test;

mod managed_webhook;
mod secret_page;
mod webhook_form;
