//! Everything a story's database holds, to look for what should be nowhere in it.

use super::world::World;
use diesel::prelude::*;
use diesel::sql_types::Text;
use undersigned::db::Conn;

#[derive(QueryableByName)]
struct Dumped {
    #[diesel(sql_type = Text)]
    text: String,
}

impl World {
    /// One text in small letters: the database's files on SQLite, all rows of all tables elsewhere.
    pub async fn dump(&self) -> String {
        if let Some(folder) = self.folder() {
            let mut all = String::new();
            for file in std::fs::read_dir(folder).unwrap() {
                let path = file.unwrap().path();
                if path.is_file() {
                    all.push_str(&String::from_utf8_lossy(&std::fs::read(path).unwrap()));
                }
            }
            return all.to_lowercase();
        }
        let all: String = self
            .read(|conn| {
                let Conn::Postgres(c) = conn else {
                    panic!("the other database")
                };
                let rows = diesel::sql_query(
                    "select coalesce(string_agg(xml::text, ' '), '') as text from ( \
                     select table_to_xml(c.oid::regclass, true, false, '') as xml from pg_class c \
                     join pg_namespace n on n.oid = c.relnamespace \
                     where n.nspname = 'public' and c.relkind = 'r') as tables",
                )
                .load::<Dumped>(c)?;
                Ok(rows.into_iter().map(|row| row.text).collect())
            })
            .await;
        all.to_lowercase()
    }
}
