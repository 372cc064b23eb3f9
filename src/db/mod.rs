//! Two databases as one: SQLite in a file and PostgreSQL.
//!
//! A reader takes `&mut Conn`, a writer `&mut Tx`, and only [`Db::write`] and [`Batch`] make a
//! `Tx`. What the common connection cannot say goes through [`both!`](crate::both).

mod batch;
pub(crate) mod copies;

mod pool;

mod facts;
mod health;
pub(crate) mod opening;

pub mod schema;
mod tx;

pub mod statements;

mod conn;
mod error;

pub use batch::Batch;
pub use conn::Conn;
pub use copies::backup::{Writing, backup, destination};
pub use copies::failure::Failure;
pub use copies::last_backup::{last_backup, note_backup};
pub use error::{Error, Result};
pub use facts::{DatabaseFacts, facts};
pub use health::Health;
pub use opening::condition::{
    DatabaseCondition, Durability, SchemaState, condition, open_to_examine,
};
pub use opening::holds::{Holds, holds};
pub use opening::open::{Target, TargetError};
pub use opening::secret::{is_in_use, known_secrets, note_first_secrets, put_in_force};
pub(crate) use pool::CONNECTIONS;
pub use pool::Db;
pub use statements::changes::Changes;
pub use statements::prepared::kept;
pub use statements::unnest::unnest;
pub use tx::Tx;
