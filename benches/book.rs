//! The book of signers: how long it takes, and how much memory at most.

use crate::Outcome;
use crate::seed::{self, Plot};
use std::fs;
use std::io::BufWriter;
use std::path::Path;
use std::time::Instant;
use undersigned::base::Lang;
use undersigned::db::Db;
use undersigned::transfer::book::options::{BookGrouping, BookOrder, BookRequest, Paper};
use undersigned::transfer::book::write::write_book;

/// Writes the book of the petition. Prints seconds, names, pages, bytes of the file, and the most kB that were resident: before the book, and
/// in all.
///
/// # Errors
/// A fault of the database or the disk.
pub fn measure(database: &str, secrets: &str) -> Outcome {
    let site = seed::site(Path::new(secrets))?;
    let db = Db::open(&database.parse()?)?;
    let petition = Plot::open(&db, &site)?.shown.petition.id;
    let request = BookRequest {
        petition,
        lang: Lang::EN,
        paper: Paper::A4,
        order: BookOrder::Name,
        grouping: BookGrouping::Nothing,
        has_page_breaks: false,
        is_redacted: false,
    };
    let before = peak()?;
    let words = site.words(Lang::EN);
    let scratch = tempfile::tempdir()?;
    let path = scratch.path().join("book");
    let mut conn = db.open_reader()?;
    let began = Instant::now();
    let mut out = BufWriter::new(fs::File::create(&path)?);
    let book = write_book(
        &mut conn,
        &request,
        (&words, "https://letters.example.org/p/bench"),
        site.clock.now(),
        (&mut out, scratch.path(), "book"),
        |_| Ok(()),
    )?;
    drop(out);
    println!(
        "{} {} {} {} {before} {}",
        began.elapsed().as_secs_f64(),
        book.names,
        book.pages,
        fs::metadata(&path)?.len(),
        peak()?
    );
    Ok(())
}

/// The most kB that were resident.
fn peak() -> Outcome<u64> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let number = line.and_then(|line| line.split_whitespace().next());
    Ok(number.ok_or("no VmHWM")?.parse()?)
}
