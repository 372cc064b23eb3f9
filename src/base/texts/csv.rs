//! Lines of a table as comma-separated values: every cell quoted, CRLF (RFC 4180), no cell a formula.

use super::csv_injection::defuse;

/// A byte order mark: Excel reads a file as UTF-8 only with it.
pub(crate) const BOM: &[u8] = b"\xEF\xBB\xBF";

/// Writes a line of these cells.
pub fn row(out: &mut Vec<u8>, cells: &[&str]) {
    for (at, text) in cells.iter().enumerate() {
        out.extend_from_slice(if at > 0 { NEXT } else { b"\"" });
        cell(out, text);
    }
    out.extend_from_slice(b"\"\r\n");
}

/// One cell, quoted.
pub(crate) fn cell(out: &mut Vec<u8>, text: &str) {
    if is_plain(text.as_bytes()) {
        out.extend_from_slice(text.as_bytes());
        return;
    }
    for (at, part) in defuse(text).split('"').enumerate() {
        if at > 0 {
            out.extend_from_slice(b"\"\"");
        }
        out.extend_from_slice(part.as_bytes());
    }
}

/// Whether a text can stand as it is: it begins with a letter or digit of Latin, Greek, Cyrillic,
/// Hebrew or Arabic, and has neither quotes nor controls. What is not plain is looked at in full.
fn is_plain(bytes: &[u8]) -> bool {
    let begins_well = match bytes {
        [] => return true,
        [first, ..] => first.is_ascii_alphanumeric() || (0xC3..=0xDF).contains(first),
    };
    // 0xC2 begins the controls from U+0080 to U+009F, and much else.
    begins_well
        && bytes
            .iter()
            .all(|byte| *byte >= 0x20 && !matches!(byte, b'"' | 0x7F | 0xC2))
}

/// Ends one cell, begins the next.
pub(crate) const NEXT: &[u8] = b"\",\"";
