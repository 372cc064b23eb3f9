//! A PDF as programs that are not ours read it: its text, the tree that is read aloud, and whether it is whole.

use std::process::Command;

/// What a program says of a file.
fn said(program: &str, more: &[&str], pdf: &[u8], to: &[&str]) -> String {
    let file = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(file.path(), pdf).expect("written");
    let run = Command::new(program)
        .args(more)
        .arg(file.path())
        .args(to)
        .output();
    let run = run.unwrap_or_else(|error| panic!("{program}, which tests/run installs: {error}"));
    let told = String::from_utf8_lossy(&run.stdout).into_owned();
    assert!(
        run.status.success(),
        "{program}: {told} {}",
        String::from_utf8_lossy(&run.stderr)
    );
    told
}

/// Its text, in the order in which it was written.
pub fn text(pdf: &[u8]) -> String {
    said("pdftotext", &["-raw"], pdf, &["-"])
}

/// Its tags and what is read aloud under each.
pub fn structure(pdf: &[u8]) -> String {
    said("pdfinfo", &["-struct-text"], pdf, &[])
}

/// How many pages it has.
pub fn pages(pdf: &[u8]) -> usize {
    let told = said("pdfinfo", &[], pdf, &[]);
    let line = told.lines().find_map(|line| line.strip_prefix("Pages:"));
    line.and_then(|n| n.trim().parse().ok()).expect("pages")
}

/// It is whole.
pub fn is_whole(pdf: &[u8]) {
    let told = said("qpdf", &["--check"], pdf, &[]);
    assert!(
        told.contains("No syntax or stream encoding errors found"),
        "{told}"
    );
}
