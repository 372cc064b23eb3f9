//! Two databases as one: SQLite in a file and PostgreSQL.
//!
//! A reader takes `&mut Conn`, a writer `&mut Tx`, and only [`Db::write`] and [`Batch`] make a
//! `Tx`. What the common connection cannot say goes through [`both!`](crate::both).

mod plan;

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
pub use copies::backup::{backup, destination};
pub use copies::draft::Writing;
pub use copies::failure::Failure;
pub use copies::last_backup::{last_backup, note_backup};
pub use copies::moment::copy_moment;
pub use copies::restore::{
    Restoration, fill, is_fresh_copy, must_be_alone, must_be_vacant, take_into_use,
};
pub use copies::runs::{BackupRun, begin_run, end_run, is_backup_due, newest_run, run_goes_on};
pub use error::{Error, Result};
pub use facts::{DatabaseFacts, facts};
pub use health::Health;
pub use opening::condition::{
    DatabaseCondition, Durability, SchemaState, condition, open_to_examine,
};
pub use opening::holds::{Holds, holds};
pub use opening::open::{Target, TargetError};
pub use opening::secret::{is_in_use, known_secrets, note_first_secrets, put_in_force};
pub use opening::unreachable::OpenTrouble;
pub use plan::{UpgradePlan, upgrade_plan};
pub(crate) use pool::CONNECTIONS;
pub use pool::Db;
pub use statements::changes::Changes;
pub use statements::prepared::kept;
pub use statements::unnest::unnest;
pub use tx::Tx;
