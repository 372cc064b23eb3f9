//! Deletes lists that were kept long enough, and whatever no row names any more.

use super::model::{ExportJob, SILENT};
use super::store;
use crate::base::{Id, Time};
use crate::db::{Db, Error, Result};
use crate::transfer::exporting::{Exporting, Instance};
use std::collections::HashSet;
use std::io;

/// What an instance does before it serves: whatever it was writing when it stopped is broken off.
///
/// # Errors
/// A fault of the database.
pub async fn after_start(db: &Db, exporting: &Exporting, now: Time) -> Result<()> {
    // A folder that takes no file has none of ours.
    let Ok(instance) = exporting.instance(now) else {
        return Ok(());
    };
    let broken = db
        .write(move |tx| store::break_off(tx, Some(instance), now.minus(SILENT), now))
        .await?;
    if broken > 0 {
        tracing::warn!(broken, "large lists were broken off by a stop");
    }
    sweep(db, exporting, instance).await
}

/// Deletes rows and files that are over. What another instance has been silent about is broken off.
///
/// # Errors
/// A fault of the database.
pub async fn tidy(db: &Db, exporting: &Exporting, now: Time) -> Result<()> {
    db.write(move |tx| {
        store::break_off(tx, None, now.minus(SILENT), now)?;
        store::expire(tx, now).map(|_| ())
    })
    .await?;
    match exporting.instance(now) {
        Ok(instance) => sweep(db, exporting, instance).await,
        Err(_) => Ok(()),
    }
}

/// Deletes every file that belongs to no list which is written or can be taken.
async fn sweep(db: &Db, exporting: &Exporting, instance: Id<Instance>) -> Result<()> {
    let exporting = exporting.clone();
    db.read(move |conn| {
        // Files first: a list that is begun meanwhile has its row before its file.
        let Ok(files) = lists(&exporting) else {
            return Ok(());
        };
        let kept: HashSet<Id<ExportJob>> = store::kept(conn, instance)?.into_iter().collect();
        for (id, path) in files {
            if !kept.contains(&id) {
                let _ = std::fs::remove_file(path);
            }
        }
        Ok::<_, Error>(())
    })
    .await
}

fn lists(exporting: &Exporting) -> io::Result<Vec<(Id<ExportJob>, std::path::PathBuf)>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(exporting.folder()?)? {
        let path = entry?.path();
        let is_list = path
            .extension()
            .is_some_and(|end| end == "list" || end == "part");
        let name = path.file_stem().and_then(|name| name.to_str());
        if let Some(id) = name
            .filter(|_| is_list)
            .and_then(|name| Id::parse(name).ok())
        {
            found.push((id, path));
        }
    }
    Ok(found)
}
