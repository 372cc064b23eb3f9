//! Rule: both databases hold the same tables, columns, keys, indexes and rules. What truly differs is written down here, line by line.

use crate::support::Database;
use diesel::prelude::*;
use diesel::sql_types::Text;
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};
use undersigned::db::{Conn, Db, Result};

/// What only SQLite has: the counter of changes, which is PostgreSQL's number of the transaction, and full-text indexes as tables.
const ON_SQLITE: [&str; 7] = [
    "changes has 1 checks",
    "changes primary key (id)",
    "changes.id integer not null",
    "changes.number integer not null",
    "index register_first on register_entries (petition_id, sort_key) where is_first = 1",
    "register_search is a full-text index",
    "signature_search is a full-text index",
];

/// What only PostgreSQL has: the same indexes on the columns, and a flag that is no number.
const ON_POSTGRES: [&str; 3] = [
    "index register_first on register_entries (petition_id, sort_key) where is_first",
    "index register_search on register_entries (array_to_tsvector(string_to_array(words, ' '::text)))",
    "index signature_search on signature_details (array_to_tsvector(string_to_array(search, ' '::text)))",
];

/// Columns, keys and indexes, a line each.
const SQLITE: &str = "
with tables as (select name, type from pragma_table_list where schema = 'main'
    and name not like 'sqlite%' and name not like '!_!_%' escape '!')
select t.name || '.' || c.name || ' ' || lower(c.type) || iif(c.\"notnull\" or c.pk, ' not null', '')
    || iif(c.dflt_value is null, '', ' default ' || c.dflt_value) as line
from tables t join pragma_table_info(t.name) c where t.type = 'table'
union all
select t.name || ' primary key (' || (select group_concat(name, ', ') from
    (select name from pragma_table_info(t.name) where pk > 0 order by pk)) || ')'
from tables t where t.type = 'table'
union all
select t.name || '.' || k.\"from\" || ' references ' || k.\"table\" || ' (' || k.\"to\" || ') on delete ' || lower(k.on_delete)
from tables t join pragma_foreign_key_list(t.name) k
union all
select iif(i.origin = 'u', t.name || ' unique', iif(i.\"unique\", 'unique ', '') || 'index ' || i.name || ' on ' || t.name) || ' ('
    || (select group_concat(name || iif(\"desc\", ' desc', ''), ', ') from
        (select name, \"desc\" from pragma_index_xinfo(i.name) where \"key\" order by seqno)) || ')'
    || iif(i.partial, (select substr(sql, instr(sql, ' where ')) from sqlite_schema where name = i.name), '')
from tables t join pragma_index_list(t.name) i where i.origin <> 'pk'
union all
select name || ' is a full-text index' from tables where type = 'virtual'";

/// The same, in SQLite's words: it keeps all numbers, flags and instants as integers, and ids and hashes as bytes.
const POSTGRES: &str = "
with tables as (select oid, relname::text as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not like '\\_\\_%')
select t.name || '.' || c.attname || case
        when c.atttypid in ('uuid'::regtype, 'bytea'::regtype) then ' blob'
        when c.atttypid in ('text'::regtype, 'jsonb'::regtype) then ' text'
        when c.atttypid in ('boolean'::regtype, 'smallint'::regtype, 'integer'::regtype, 'bigint'::regtype, 'timestamptz'::regtype)
            then ' integer'
        else ' ' || format_type(c.atttypid, c.atttypmod) end
    || case when c.attnotnull then ' not null' else '' end
    || coalesce(' default ' || replace(pg_get_expr(d.adbin, d.adrelid), '::text', ''), '') as line
from tables t join pg_attribute c on c.attrelid = t.oid and c.attnum > 0 and not c.attisdropped
left join pg_attrdef d on d.adrelid = t.oid and d.adnum = c.attnum
union all
select t.name || '.' || (select string_agg(a.attname, ', ') from pg_attribute a where a.attrelid = t.oid and a.attnum = any (k.conkey))
    || ' references ' || k.confrelid::regclass || ' ('
    || (select string_agg(a.attname, ', ') from pg_attribute a where a.attrelid = k.confrelid and a.attnum = any (k.confkey))
    || ') on delete ' || case k.confdeltype when 'a' then 'no action' when 'c' then 'cascade' when 'n' then 'set null' else k.confdeltype::text end
from tables t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
union all
select case
        when i.indisprimary then t.name || ' primary key'
        when exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype = 'u') then t.name || ' unique'
        else case when i.indisunique then 'unique ' else '' end || 'index ' || i.indexrelid::regclass || ' on ' || t.name end
    || ' (' || (select string_agg(pg_get_indexdef(i.indexrelid, n, true) || case when i.indoption[n - 1] & 1 = 1 then ' desc' else '' end,
        ', ' order by n) from generate_series(1, i.indnkeyatts) n) || ')'
    || coalesce(' where ' || lower(pg_get_expr(i.indpred, i.indrelid, true)), '')
from tables t join pg_index i on i.indrelid = t.oid";

/// The statements that make tables and triggers, behind the name of their table.
const SQLITE_RULES: &str = "select tbl_name || ' ' || sql as line from sqlite_schema
where type in ('table', 'trigger') and sql not like 'create virtual%' and name not like '!_!_%' escape '!'
and name not in (select name from pragma_table_list where type = 'shadow')";

/// The same of PostgreSQL, which knows them as checks and as functions of triggers.
const POSTGRES_RULES: &str = "select conrelid::regclass || ' ' || pg_get_constraintdef(oid) as line from pg_constraint
where contype = 'c' and connamespace = 'public'::regnamespace
union all
select g.tgrelid::regclass || ' ' || pg_get_triggerdef(g.oid) || ' ' || f.prosrc from pg_trigger g join pg_proc f on f.oid = g.tgfoid
where not g.tgisinternal";

#[derive(QueryableByName)]
struct SchemaLine {
    #[diesel(sql_type = Text)]
    line: String,
}

/// All that is compared of one database.
async fn schema(database: &Database) -> BTreeSet<String> {
    let db = Db::open(&database.url().parse().unwrap()).expect("a database");
    let (mut lines, rules) = db
        .read(|conn| -> Result<_> {
            let mut ask = |sqlite: &str, postgres: &str| -> QueryResult<Vec<SchemaLine>> {
                match conn {
                    Conn::Sqlite(c) => diesel::sql_query(sqlite).load(c),
                    Conn::Postgres(c) => diesel::sql_query(postgres).load(c),
                }
            };
            Ok((ask(SQLITE, POSTGRES)?, ask(SQLITE_RULES, POSTGRES_RULES)?))
        })
        .await
        .expect("the schema");
    lines.extend(ruled(&rules));
    lines.into_iter().map(|line| line.line).collect()
}

/// How many checks each table has, what its triggers refuse with which words, the moves they let pass, and whether they note changes.
fn ruled(statements: &[SchemaLine]) -> Vec<SchemaLine> {
    let [comment, check, words, one_move] = [
        r"--[^\n]*",
        r"(?i)\bcheck \(",
        r"raise(?: exception |\(abort, )'([^']+)'",
        r"\((\d), (\d)\)",
    ]
    .map(|pattern| Regex::new(pattern).unwrap());
    let mut checks: BTreeMap<&str, usize> = BTreeMap::new();
    let mut lines = BTreeSet::new();
    for statement in statements {
        let (table, sql) = statement.line.split_once(' ').unwrap();
        let sql = comment.replace_all(sql, "");
        *checks.entry(table).or_default() += check.find_iter(&sql).count();
        lines.extend(
            words
                .captures_iter(&sql)
                .map(|found| format!("{table} refuses: {}", &found[1])),
        );
        lines.extend(
            one_move
                .captures_iter(&sql)
                .map(|found| format!("{table} moves {} -> {}", &found[1], &found[2])),
        );
        if sql.contains("set moved =") || sql.contains("new.moved :=") {
            lines.insert(format!("{table} notes what changed"));
        }
    }
    let checks = checks.iter().filter(|(_, many)| **many > 0);
    lines.extend(checks.map(|(table, many)| format!("{table} has {many} checks")));
    lines.into_iter().map(|line| SchemaLine { line }).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn both_databases_have_one_schema() {
    let Some(postgres) = Database::postgres() else {
        return;
    };
    let (sqlite, postgres) = (schema(&Database::sqlite()).await, schema(&postgres).await);
    assert!(postgres.len() > 400, "{postgres:#?}");
    let alone: Vec<&String> = sqlite.difference(&postgres).collect();
    assert_eq!(
        alone, ON_SQLITE,
        "what only SQLite has (left), and what is written here (right)"
    );
    let alone: Vec<&String> = postgres.difference(&sqlite).collect();
    assert_eq!(
        alone, ON_POSTGRES,
        "what only PostgreSQL has (left), and what is written here (right)"
    );
}
