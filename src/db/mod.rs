//! Two databases as one: SQLite in a file and PostgreSQL.
//!
//! A reader takes `&mut Conn`, a writer `&mut Tx`, and only [`Db::write`] and [`Batch`] make a
//! `Tx`. What the common connection cannot say goes through [`both!`](crate::both).

mod backup;
mod batch;
mod changes;
mod conn;
mod copy;
mod error;
mod failure;
mod health;
mod kept;
mod migrate;
mod open;
mod pool;
pub mod schema;
mod secret;
mod snapshot;
mod tx;
pub mod types;
mod unnest;
mod unreachable;
mod whole;

pub use backup::{Writing, backup, destination};
pub use failure::Failure;
pub use batch::Batch;
pub use changes::Changes;
pub use conn::Conn;
pub use error::{Error, Result};
pub use health::Health;
pub use kept::kept;
pub use open::{Target, TargetError};
pub use pool::Db;
pub use secret::{is_in_use, known_secrets, note_first_secrets, put_in_force};
pub use tx::Tx;
pub use unnest::unnest;
