//! Stories of the mailbox: the link, the press, machines, and what the address bar shows afterwards.

pub mod after_the_press;
pub mod another_s_address;
pub mod changes_the_language;
pub mod crawlers;
pub mod links_end;
pub mod passes_the_page_on;
pub mod scanned_evidence;
pub mod scanners;
pub mod sends_it_again;
pub mod signs_and_confirms;
pub mod signs_twice;
pub mod two_at_once;
