//! People for programs: a person is the details of one signature, and its id the signature's.

pub mod change;
pub mod create;
pub mod list;
pub mod show;
pub mod signatures;
pub mod taggings;
