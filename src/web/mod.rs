//! The kit of every page: what stands around it, forms, errors, limits, addresses. Holds no noun of the domain.

pub(crate) mod not_saved;
pub mod pictures;
pub mod print;
pub mod qr;

pub mod requests;

mod below;
pub mod cookies;

pub(crate) mod framed_page;

pub mod page;

mod menu;

pub mod forms;

mod site;

pub mod assets;
pub mod operator;
pub mod origin;
mod reach;
pub mod urls;

pub mod answers;
pub mod theme;

pub use answers::error::{Error, Result};
pub use answers::problem::Problem;
pub use below::{Discretion, Surroundings};
pub use cookies::browser::Browser;
pub use cookies::cookie::{AppCookie, SetsCookie};
pub use cookies::reader::ReaderLang;
pub use cookies::sealed::{Remembered, Sealed};
pub use forms::email::read_email;
pub(crate) use forms::guarded::read_body;
pub use forms::guarded::{CheckedForm, Fields, gather, pairs};
pub use forms::named_fields::{Named, by_name};
pub use forms::texts::{SentForm, TextField, WrittenText};
pub use forms::upload::{File, Uploaded, Uploading, Uploads};
pub(crate) use forms::upload::{is_multipart, parts};
pub(crate) use not_saved::NotSaved;
pub use not_saved::WrongFields;
pub use operator::Operator;
pub use origin::limit::{Buckets, Limit};
pub use origin::one_at_a_time::{OneAtATime, OwnPlace};
pub use origin::proxies::{ProxyFault, ProxyWatch};
pub use origin::source::Source;
pub use origin::this_machine::FromHere;
pub use reach::ReachableMail;
pub use requests::middleware::around;
pub use requests::path_arg::{PathArg, PathPiece};
pub(crate) use requests::request_id::RequestId;
pub use site::Site;
pub use theme::{FaintColor, Theme};
