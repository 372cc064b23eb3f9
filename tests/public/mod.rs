//! Stories of what everybody sees: the list, links that are passed on, cards, numbers on other sites.

pub mod cards;
pub mod front_page;
pub mod goals;
pub mod pictures;
pub mod shares_on;
pub mod shares_the_link;
pub mod signer_list;
pub mod updates;
pub mod whole_site;
