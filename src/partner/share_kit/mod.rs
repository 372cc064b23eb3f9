//! The share kit: what organizers send on, print and hang up. A poster is filled once ([`poster::Poster`]) and is a page to print and a PDF.

pub mod embed_code;
pub mod poster_page;
pub mod poster_pdf;
pub mod qr_files;
pub mod share_page;

mod drawn;
mod frame_code;
mod opened;

mod layout;

pub(crate) mod poster;

pub(crate) use frame_code::frame_code;

#[cfg(test)]
mod tests;
