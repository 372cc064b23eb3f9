//! What is typed into a page and not saved: kept while somebody types, offered to whoever opens the page later, taken up or thrown away.

pub mod discard;

pub(crate) mod keep;

pub(crate) mod taken_up;

pub mod kept_words;

mod unsaved;
