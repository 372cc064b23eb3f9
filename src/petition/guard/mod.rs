//! What a press on a link of our mail is worth, whoever's link it is: what speaks for a machine, and the word that only a reader
//! of the mail knows (signing rules 3.3).

pub mod evidence;
pub mod gone;
pub mod judge;
pub mod openings;
pub mod question;
pub mod visits;
pub mod word;

pub use evidence::{Evidence, PageOpening};
pub use gone::gone;
pub use judge::{Button, Press, Verdict, WORDS, judge};
pub use openings::{EvidenceWriter, Openings};
pub use question::{Question, WordQuestion};
pub use visits::Visits;
pub use word::TypedWord;
