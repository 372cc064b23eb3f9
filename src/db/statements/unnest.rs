//! Many rows in one statement of PostgreSQL's own: `unnest` of one array for each column.
//!
//! The text never changes, so it is parsed once for each connection. `sql_query` would have it
//! parsed and planned anew at each shared commit.

use diesel::pg::Pg;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::result::QueryResult;
use diesel::serialize::ToSql;
use diesel::sql_types::{Array, HasSqlType, Untyped};
use diesel::{PgConnection, RunQueryDsl};
use std::marker::PhantomData;

/// `head unnest($1, $2, ..) tail`.
#[derive(Debug, Clone, Copy)]
pub struct Unnest<Arrays> {
    head: &'static str,
    arrays: Arrays,
    tail: &'static str,
}

/// Arrays that came before, and one more.
#[derive(Debug, Clone, Copy)]
pub struct Then<Before, Type, Values>(Before, Values, PhantomData<Type>);

/// Begins a statement; its arrays follow by `with`.
#[must_use]
pub fn unnest(head: &'static str, tail: &'static str) -> Unnest<()> {
    Unnest {
        head,
        arrays: (),
        tail,
    }
}

impl<Arrays> Unnest<Arrays> {
    /// One more column.
    pub fn with<Type, Values>(self, values: Values) -> Unnest<Then<Arrays, Array<Type>, Values>> {
        Unnest {
            head: self.head,
            arrays: Then(self.arrays, values, PhantomData),
            tail: self.tail,
        }
    }
}

/// Writes arrays, one behind the other.
pub trait Push {
    /// Whether there is none.
    const IS_EMPTY: bool;
    /// Writes them.
    fn push<'b>(&'b self, out: AstPass<'_, 'b, Pg>) -> QueryResult<()>;
}

impl Push for () {
    const IS_EMPTY: bool = true;
    fn push<'b>(&'b self, _: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        Ok(())
    }
}

impl<Before, Type, Values> Push for Then<Before, Type, Values>
where
    Before: Push,
    Pg: HasSqlType<Type>,
    Values: ToSql<Type, Pg>,
{
    const IS_EMPTY: bool = false;
    fn push<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        self.0.push(out.reborrow())?;
        if !Before::IS_EMPTY {
            out.push_sql(", ");
        }
        out.push_bind_param::<Type, Values>(&self.1)
    }
}

impl<Arrays: Push> QueryFragment<Pg> for Unnest<Arrays> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql(self.head);
        out.push_sql(" unnest(");
        self.arrays.push(out.reborrow())?;
        out.push_sql(") ");
        out.push_sql(self.tail);
        Ok(())
    }
}

impl<Arrays> QueryId for Unnest<Arrays> {
    type QueryId = ();
    // Two statements may have the same types: they are told apart by their text.
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<Arrays> Query for Unnest<Arrays> {
    type SqlType = Untyped;
}

impl<Arrays> RunQueryDsl<PgConnection> for Unnest<Arrays> {}
