//! Stories of one's own signature: seen, changed, withdrawn, erased, and why one signed.

pub mod consents;
pub mod erased_for_good;
pub mod keeps_its_word;
pub mod keeps_their_say;
pub mod own_signature;
pub mod says_why;
pub mod withdraws;
