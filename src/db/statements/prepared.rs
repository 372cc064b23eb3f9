//! A statement that diesel's builder would have the database parse anew each time (updates, upserts), written out once and
//! kept prepared for each connection. For the few that stand in the hot commits.

use diesel::backend::Backend;
use diesel::connection::LoadConnection;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::result::QueryResult;
use diesel::serialize::ToSql;
use diesel::sql_types::{HasSqlType, Untyped};
use diesel::{Connection, RunQueryDsl};
use std::marker::PhantomData;

/// Text of a statement, values, and text between them.
#[derive(Debug, Clone, Copy)]
pub struct Prepared<Parts>(Parts);

/// What came before, a value, and the text behind it.
#[derive(Debug, Clone, Copy)]
pub struct Then<Before, Type, Value>(Before, Value, &'static str, PhantomData<Type>);

/// Begins a statement; values follow by `with`.
#[must_use]
pub fn kept(text: &'static str) -> Prepared<&'static str> {
    Prepared(text)
}

impl<Parts> Prepared<Parts> {
    /// A value, and the text up to the next one or to the end.
    pub fn with<Type, Value>(
        self,
        value: Value,
        text: &'static str,
    ) -> Prepared<Then<Parts, Type, Value>> {
        Prepared(Then(self.0, value, text, PhantomData))
    }
}

/// Writes the parts, one behind the other.
pub trait Write<Db: Backend> {
    /// Writes them.
    fn write<'b>(&'b self, out: AstPass<'_, 'b, Db>) -> QueryResult<()>;
}

impl<Db: Backend> Write<Db> for &'static str {
    fn write<'b>(&'b self, mut out: AstPass<'_, 'b, Db>) -> QueryResult<()> {
        out.push_sql(self);
        Ok(())
    }
}

impl<Db, Before, Type, Value> Write<Db> for Then<Before, Type, Value>
where
    Db: Backend + HasSqlType<Type>,
    Before: Write<Db>,
    Value: ToSql<Type, Db>,
{
    fn write<'b>(&'b self, mut out: AstPass<'_, 'b, Db>) -> QueryResult<()> {
        self.0.write(out.reborrow())?;
        out.push_bind_param::<Type, Value>(&self.1)?;
        out.push_sql(self.2);
        Ok(())
    }
}

impl<Db: Backend, Parts: Write<Db>> QueryFragment<Db> for Prepared<Parts> {
    fn walk_ast<'b>(&'b self, out: AstPass<'_, 'b, Db>) -> QueryResult<()> {
        self.0.write(out)
    }
}

impl<Parts> QueryId for Prepared<Parts> {
    type QueryId = ();
    // Two statements may have the same types: they are told apart by their text.
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<Parts> Query for Prepared<Parts> {
    type SqlType = Untyped;
}

impl<Parts, Conn: Connection + LoadConnection> RunQueryDsl<Conn> for Prepared<Parts> {}
