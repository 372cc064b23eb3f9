//! The kit of every page: what stands around it, forms, errors, limits, addresses. Holds no noun of the domain.

pub mod answer;
mod arg;
mod around;
pub mod assets;
mod browser;
mod cookie;
mod counted;
mod email;
mod error;
pub mod files;
mod guarded;
pub mod health;
mod limit;
mod named;
pub mod page;
mod reader;
mod site;
mod source;
pub mod stamp;
pub mod unread;
mod upload;
pub mod urls;

pub use arg::{Arg, PathPiece};
pub use around::around;
pub use browser::Browser;
pub use cookie::Jar;
pub use email::read_email;
pub use error::{Error, Result};
pub use guarded::{Fields, Guarded};
pub use limit::{Buckets, Limit};
pub use named::{Named, by_name};
pub use reader::Reader;
pub use site::Site;
pub use source::Source;
pub use upload::{File, Uploaded, Uploading, Uploads};
