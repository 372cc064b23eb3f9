//! What other sites and programs use of a petition (its number, its form in a frame, what their editors embed, what happens), and what organizers hand on
//! and hang up.

pub mod api;

pub mod numbers;
pub mod oembed;
pub mod share_kit;
pub mod sign_in;
pub mod webhook;

pub mod embed;
