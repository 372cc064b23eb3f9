//! undersigned reports: what visitors have reported about pages, the newest first.

use super::Failed;
use super::work::{existing, print};
use crate::db;
use crate::petition::store::petitions;
use crate::serve::settings::Settings;
use crate::site::report;
use std::fmt::Write as _;

/// Most reports that are listed.
const MOST: i64 = 200;

/// Lists them.
pub(super) fn list(settings: &Settings) -> Result<(), Failed> {
    let told = existing(settings)?
        .read_here(|conn| {
            let mut told = String::new();
            for one in report::newest(conn, MOST)? {
                let petition = match one.petition {
                    Some(id) => petitions::find(conn, id)?,
                    None => None,
                };
                let about = petition.map(|petition| format!("/p/{}", petition.slug));
                let _ = writeln!(
                    told,
                    "{} {} {}\n  from {}\n  {}",
                    one.sent_at.rfc3339(),
                    about.as_deref().unwrap_or("the site"),
                    one.complaint.as_str(),
                    one.email.as_ref().map_or("nobody", |email| email.deliver()),
                    one.words.as_str().replace('\n', "\n  ")
                );
            }
            Ok::<_, db::Error>(told)
        })
        .map_err(|error| Failed::Work(format!("reports: {error}")))?;
    match told.as_str() {
        "" => print("no report\n"),
        told => print(told),
    }
}
