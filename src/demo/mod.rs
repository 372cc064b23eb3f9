//! `undersigned demo`: invented petitions, organizations and people, so that a newcomer sees pages that look alive.
//! Nothing here is real; all addresses end in `.example`, where no mail can go.

mod colleagues;
mod crowd;
mod dice;
mod load;
mod organizations;
mod owner;
mod people;
mod petitions;
mod pictures;
mod places;
mod reasons;
#[cfg(test)]
pub(crate) mod sample_pages;
mod sources;
mod steps;

pub use load::load;
pub use owner::Owner;
