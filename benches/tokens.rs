//! Tokens for measurements: many more than an organization may have, because each of them is held to 20 requests a second.

use crate::Outcome;
use crate::seed::{self, Plot};
use diesel::prelude::*;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use undersigned::account::token::model::ApiToken;
use undersigned::account::token::scope::Scopes;
use undersigned::account::token::text::TokenText;
use undersigned::base::Id;
use undersigned::base::time::days;
use undersigned::db::schema::api_tokens as t;
use undersigned::db::{self, Db};

/// Writes `count` tokens of the petition's organization, good for everything, a line of `file` each; prints the petition's id.
pub fn make(database: &str, secrets: &str, count: usize, file: &str) -> Outcome {
    let site = seed::site(Path::new(secrets))?;
    let db = Db::open(&database.parse()?)?;
    let petition = Plot::open(&db, &site)?.shown.petition.clone();
    let now = site.clock.now();
    let texts: Vec<TokenText> = (0..count).map(|_| TokenText::draw()).collect();
    db.write_here(|tx| {
        for text in &texts {
            let id: Id<ApiToken> = Id::new(now);
            diesel::insert_into(t::table)
                .values((
                    t::id.eq(id),
                    t::organization_id.eq(petition.organization),
                    t::name.eq("Benchmark"),
                    t::short_id.eq(text.short_id().as_str()),
                    t::token_hash.eq(text.hash().0.as_slice()),
                    t::scopes.eq(Scopes::all().to_string()),
                    t::is_limited.eq(false),
                    t::networks.eq("[]"),
                    t::created_at.eq(now),
                    t::expires_at.eq(now.plus(days(30))),
                    // noted already, as of one that asks all the time: else the first request of each of them writes it
                    t::used_at.eq(now.plus(days(1))),
                ))
                .execute(&mut **tx)?;
        }
        Ok::<_, db::Error>(())
    })?;
    let mut out = BufWriter::new(File::create(file)?);
    for text in &texts {
        writeln!(out, "{}", text.show())?;
    }
    out.flush()?;
    println!("{}", petition.id);
    Ok(())
}
