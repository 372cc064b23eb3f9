//! What other sites and programs use of a petition: its number, its form in a frame, what their editors embed.

pub mod embed;
pub mod numbers;
pub mod oembed;
