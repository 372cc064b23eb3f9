//! Captured mail: written into a folder, read back for development.

pub(crate) mod capture;
pub mod pages;
pub(crate) mod read;
pub mod show;
