//! Pages beside the others, at addresses of their own: they can be written once a petition is over, too. How it ended is written on the page
//! that closes it.

pub mod share_texts;
pub mod steps;
