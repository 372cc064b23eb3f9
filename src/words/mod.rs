//! Everything the program says, in every language it speaks.
//!
//! Text stands in `templates/words/{language}` (Fluent syntax) and nowhere
//! else; a new language is a new folder. Plural rules come from Fluent; numbers, dates and lists are written by
//! ICU4X, because Fluent's own `NUMBER` knows no grouping. A text set into a sentence is isolated (U+2068,
//! U+2069) where its direction could disturb the sentence; the `plain` family leaves the marks out.

mod dates;
mod error;
mod folder;
mod html;
mod library;
mod names;
mod numbers;
mod say;
#[cfg(test)]
mod tests;
mod value;
mod voice;
#[cfg(test)]
mod whole_tests;

pub use dates::Dates;
pub use error::Unreadable;
pub use html::Html;
pub use library::Library;
pub use names::NameOrder;
pub use numbers::Numbers;
pub use say::Words;
pub use value::Value;
pub use voice::Voice;
