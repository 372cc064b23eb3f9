//! What organizers decide about a petition: form, list, letters, visibility, risk.

pub mod dated_step;
pub mod exposure;
pub mod founder;
pub mod framing;
pub mod kind;
pub(crate) mod listed;
pub mod offer;
pub mod picture;
pub mod promises;
pub mod question;
pub mod questions;
pub mod replies;
pub mod retention_period;
pub mod risk;
pub mod settings;
pub mod share_texts;
pub mod signer_field;
pub mod visibility;
