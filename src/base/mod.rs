//! The floor of the house: time, ids, names, addresses, secrets. Pure code that knows nothing of the project, the web or a database.
//!
//! Everything typed in by a stranger becomes one of these types at the door, or an [`Invalid`] that is shown beside its field.

pub mod addresses;
pub mod color;
pub mod gone;
pub mod keys;
pub mod lang;
pub mod page;

pub mod day;
pub mod id;
pub mod texts;

pub(crate) mod random;
pub mod time;

pub mod invalid;

pub use addresses::email::{Email, Strictness};
pub use addresses::host::Host;
pub use addresses::site_address::SiteAddress;
pub use addresses::slug::Slug;
pub use color::Color;
pub use day::Day;
pub use gone::{Gone, GoneLine, GoneLog};
pub use id::Id;
pub use invalid::Invalid;
pub use keys::code::{Code, MatchWord};
pub use keys::id_cipher::IdCipher;
pub use keys::link_code::LinkCode;
pub use keys::secrets::{Key, Secrets};
pub use keys::token::{Token, TokenHash};
pub use lang::Lang;
pub use page::{Cursor, Page};
pub use random::fill;
pub use texts::name::PersonName;
pub use texts::remark::Remark;
pub use texts::search::Search;
pub use texts::text::{Line, Text, fold};
pub use time::{Clock, Time};
