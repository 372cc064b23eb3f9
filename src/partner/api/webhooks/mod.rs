//! Webhooks as programs manage them, below `/api/v1`: the moves of the console, by the same rules. Details of signers are posted by webhooks
//! that somebody made in the console, who proved who they are: no token makes one of those.

pub mod change;
pub mod create;
pub mod delete;
pub mod deliveries;
pub mod list;
pub mod redeliver;
pub mod secret;
pub mod test;

mod given_webhook;

mod found;
mod shown;
