//! One's own signature: seen, changed, taken along, withdrawn, erased.

pub mod ask_own;
pub mod come_back;
pub mod download;
pub mod erase;
pub mod own;
pub mod own_link;
pub mod own_record;
pub mod own_sheet;
pub mod own_word;
pub mod pages;
pub mod say_why;
pub mod unsubscribe;
pub mod withdraw;
