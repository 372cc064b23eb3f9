//! The floor of the house: time, ids, names, addresses, secrets. Pure code that knows nothing of the project, the web or a database.
//!
//! Everything typed in by a stranger becomes one of these types at the door, or an [`Invalid`] that is shown beside its field.

pub mod cell;
pub(crate) mod chance;
mod code;
mod domain;
pub mod email;
pub mod gone;
pub mod host;
pub mod id;
pub mod invalid;
mod key;
pub mod lang;
mod letters;
mod link;
pub mod link_code;
pub mod name;
pub mod page;
mod provider;
mod reading;
pub mod remark;
pub mod seal;
pub mod search;
pub mod secrets;
pub mod site_address;
pub mod slug;
pub mod text;
pub mod time;
pub mod token;
mod trick;

pub use chance::fill;
pub use email::{Email, Strictness};
pub use gone::{Gone, GoneLog};
pub use host::Host;
pub use id::Id;
pub use invalid::Invalid;
pub use lang::Lang;
pub use link_code::LinkCode;
pub use code::{Code, MatchWord};
pub use name::PersonName;
pub use page::{Cursor, Page};
pub use remark::Remark;
pub use seal::Seal;
pub use search::Search;
pub use secrets::{Key, Secrets};
pub use site_address::SiteAddress;
pub use slug::Slug;
pub use text::{Line, Text, fold};
pub use time::{Clock, Time};
pub use token::{Token, TokenHash};
