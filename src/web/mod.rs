//! The kit of every page: what stands around it, forms, errors, limits, addresses. Holds no noun of the domain.

pub mod requests;

mod below;
pub mod cookies;
pub mod urls;

pub mod page;

pub mod forms;

mod site;

pub mod assets;
pub mod origin;
mod reach;

pub mod answers;

pub use answers::error::{Error, Result};
pub use below::Below;
pub use cookies::browser::Browser;
pub use cookies::cookie::{AppCookie, SetsCookie};
pub use cookies::reader::ReaderLang;
pub use cookies::sealed::{Remembered, Sealed};
pub use forms::email::read_email;
pub use forms::guarded::{CheckedForm, Fields, gather, pairs};
pub use forms::named::{Named, by_name};
pub use forms::texts::{LANGUAGES, SentForm, TextField, WrittenText, body_limit};
pub use forms::upload::{File, Uploaded, Uploading, Uploads};
pub use origin::here::FromHere;
pub use origin::limit::{Buckets, Limit};
pub use origin::one_at_a_time::{OneAtATime, OwnPlace};
pub use origin::proxies::{ProxyFault, ProxyWatch};
pub use origin::source::Source;
pub use reach::Reach;
pub use requests::arg::{PathArg, PathPiece};
pub use requests::around::around;
pub use site::Site;
