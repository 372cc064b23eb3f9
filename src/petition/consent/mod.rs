//! Who may write to whom, and by which words they agreed: every consent keeps the text it was
//! given to.

pub mod model;
pub mod store;

pub use model::{ConsentText, Means, Purpose, Question, StoredText, Texts, UsedText};
