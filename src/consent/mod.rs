//! Who may write to whom, and by which words they agreed: every consent keeps the text it was
//! given to.

pub mod in_force;
pub mod model;
pub mod store;

pub use model::{ConsentText, Purpose, Question, Texts};
