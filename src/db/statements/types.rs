//! Columns that both databases know by their own best type: ids, instants, JSON; and the macros
//! that let a type of ours stand in a column.

use crate::base::{Id, Time};
use crate::db::conn::{MultiBackend, MultiRawValue};
use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql, Queryable};
use diesel::expression::AsExpression;
use diesel::pg::{Pg, PgValue};
use diesel::serialize::{self, IsNull, Output, ToSql};
use diesel::sql_types::{BigInt, Binary, HasSqlType, Nullable, SingleValue, SqlType};
use diesel::sqlite::{Sqlite, SqliteValue};
use std::io::Write;

/// `uuid` on PostgreSQL, a blob of 16 bytes on SQLite.
#[derive(Debug, Clone, Copy, Default, SqlType, diesel::query_builder::QueryId)]
#[diesel(
    postgres_type(oid = 2950, array_oid = 2951),
    sqlite_type(name = "Binary")
)]
pub struct Uid;

/// `timestamptz` on PostgreSQL, microseconds since 1970 (UTC) on SQLite.
#[derive(Debug, Clone, Copy, Default, SqlType, diesel::query_builder::QueryId)]
#[diesel(
    postgres_type(oid = 1184, array_oid = 1185),
    sqlite_type(name = "Long")
)]
pub struct Instant;

/// `jsonb` on PostgreSQL, text on SQLite. Held as text here.
#[derive(Debug, Clone, Copy, Default, SqlType, diesel::query_builder::QueryId)]
#[diesel(
    postgres_type(oid = 3802, array_oid = 3807),
    sqlite_type(name = "Text")
)]
pub struct Json;

macro_rules! known_to_both {
    ($($sql:ty),*) => {$(
        impl HasSqlType<$sql> for MultiBackend {
            fn metadata(lookup: &mut Self::MetadataLookup) -> Self::TypeMetadata {
                Self::lookup_sql_type::<$sql>(lookup)
            }
        }
    )*};
}
known_to_both!(Uid, Instant, Json);

/// Lets a type stand in expressions and be read from rows of one SQL type, on every backend that
/// its `ToSql`/`FromSql` impls serve.
macro_rules! stands_in_column {
    ([$($gen:tt)*] $type:ty => $sql:ty) => {
        impl<$($gen)*> AsExpression<$sql> for $type {
            type Expression = diesel::internal::derives::as_expression::Bound<$sql, Self>;
            fn as_expression(self) -> Self::Expression {
                diesel::internal::derives::as_expression::Bound::new(self)
            }
        }
        impl<'expr, $($gen)*> AsExpression<$sql> for &'expr $type {
            type Expression = diesel::internal::derives::as_expression::Bound<$sql, Self>;
            fn as_expression(self) -> Self::Expression {
                diesel::internal::derives::as_expression::Bound::new(self)
            }
        }
        impl<$($gen)*> AsExpression<Nullable<$sql>> for $type {
            type Expression = diesel::internal::derives::as_expression::Bound<Nullable<$sql>, Self>;
            fn as_expression(self) -> Self::Expression {
                diesel::internal::derives::as_expression::Bound::new(self)
            }
        }
        impl<'expr, $($gen)*> AsExpression<Nullable<$sql>> for &'expr $type {
            type Expression = diesel::internal::derives::as_expression::Bound<Nullable<$sql>, Self>;
            fn as_expression(self) -> Self::Expression {
                diesel::internal::derives::as_expression::Bound::new(self)
            }
        }
        impl<__DB: Backend, $($gen)*> ToSql<Nullable<$sql>, __DB> for $type
        where
            $type: ToSql<$sql, __DB>,
        {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, __DB>) -> serialize::Result {
                ToSql::<$sql, __DB>::to_sql(self, out)
            }
        }
        impl<__DB: Backend, __ST: SingleValue, $($gen)*> Queryable<__ST, __DB> for $type
        where
            Self: FromSql<__ST, __DB>,
        {
            type Row = Self;
            fn build(row: Self) -> deserialize::Result<Self> {
                Ok(row)
            }
        }
    };
}

stands_in_column!([T: 'static] Id<T> => Uid);
stands_in_column!([] Time => Instant);

impl<T> ToSql<Uid, Pg> for Id<T> {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        out.write_all(self.as_bytes())?;
        Ok(IsNull::No)
    }
}
impl<T> ToSql<Uid, Sqlite> for Id<T> {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
        out.set_value(self.as_bytes().as_slice());
        Ok(IsNull::No)
    }
}
impl<T: 'static> ToSql<Uid, MultiBackend> for Id<T> {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, MultiBackend>) -> serialize::Result {
        out.set_value((Uid, self));
        Ok(IsNull::No)
    }
}
impl<T> FromSql<Uid, Pg> for Id<T> {
    fn from_sql(value: PgValue<'_>) -> deserialize::Result<Self> {
        Ok(Self::from_bytes(value.as_bytes().try_into()?))
    }
}
impl<T> FromSql<Uid, Sqlite> for Id<T> {
    fn from_sql(value: SqliteValue<'_, '_, '_>) -> deserialize::Result<Self> {
        let bytes = <Vec<u8> as FromSql<Binary, Sqlite>>::from_sql(value)?;
        Ok(Self::from_bytes(bytes.as_slice().try_into()?))
    }
}
impl<T> FromSql<Uid, MultiBackend> for Id<T> {
    fn from_sql(value: MultiRawValue<'_>) -> deserialize::Result<Self> {
        value.from_sql::<Self, Uid>()
    }
}

/// Microseconds from 1970 to 2000, where PostgreSQL's instants begin.
const POSTGRES_EPOCH: i64 = 946_684_800_000_000;

impl ToSql<Instant, Pg> for Time {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        out.write_all(&(self.micros() - POSTGRES_EPOCH).to_be_bytes())?;
        Ok(IsNull::No)
    }
}
impl ToSql<Instant, Sqlite> for Time {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
        out.set_value(self.micros());
        Ok(IsNull::No)
    }
}
impl ToSql<Instant, MultiBackend> for Time {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, MultiBackend>) -> serialize::Result {
        out.set_value((Instant, self));
        Ok(IsNull::No)
    }
}
impl FromSql<Instant, Pg> for Time {
    fn from_sql(value: PgValue<'_>) -> deserialize::Result<Self> {
        let bytes: [u8; 8] = value.as_bytes().try_into()?;
        Ok(Self::from_micros(
            i64::from_be_bytes(bytes) + POSTGRES_EPOCH,
        ))
    }
}
impl FromSql<Instant, Sqlite> for Time {
    fn from_sql(value: SqliteValue<'_, '_, '_>) -> deserialize::Result<Self> {
        Ok(Self::from_micros(
            <i64 as FromSql<BigInt, Sqlite>>::from_sql(value)?,
        ))
    }
}
impl FromSql<Instant, MultiBackend> for Time {
    fn from_sql(value: MultiRawValue<'_>) -> deserialize::Result<Self> {
        value.from_sql::<Self, Instant>()
    }
}

/// Text that is JSON. Made by `serde_json` on the way in, read by it on the way out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JsonText(pub String);

stands_in_column!([] JsonText => Json);

impl ToSql<Json, Pg> for JsonText {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        // jsonb's binary form: one byte of version, then the text.
        out.write_all(&[1])?;
        out.write_all(self.0.as_bytes())?;
        Ok(IsNull::No)
    }
}
impl ToSql<Json, Sqlite> for JsonText {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
        out.set_value(self.0.as_str());
        Ok(IsNull::No)
    }
}
impl ToSql<Json, MultiBackend> for JsonText {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, MultiBackend>) -> serialize::Result {
        out.set_value((Json, self));
        Ok(IsNull::No)
    }
}
impl FromSql<Json, Pg> for JsonText {
    fn from_sql(value: PgValue<'_>) -> deserialize::Result<Self> {
        let (_, text) = value.as_bytes().split_first().ok_or("empty jsonb")?;
        Ok(Self(String::from_utf8(text.to_vec())?))
    }
}
impl FromSql<Json, Sqlite> for JsonText {
    fn from_sql(value: SqliteValue<'_, '_, '_>) -> deserialize::Result<Self> {
        Ok(Self(<String as FromSql<
            diesel::sql_types::Text,
            Sqlite,
        >>::from_sql(value)?))
    }
}
impl FromSql<Json, MultiBackend> for JsonText {
    fn from_sql(value: MultiRawValue<'_>) -> deserialize::Result<Self> {
        value.from_sql::<Self, Json>()
    }
}
