//! Settings whose value stands in a file, by `UNDERSIGNED_X_FILE`: a secret of a container is a file, and what stands in the
//! environment or among the arguments is seen by more people.

use std::fs::File;
use std::io::Read;
use std::path::Path;

/// More than the longest address of a database or list of networks.
const AT_MOST: u64 = 64 * 1024;

/// The only setting of several lines.
const LINES: &str = "UNDERSIGNED_IMPRINT_FILE";

/// What the file says, without one line end. The content is in no error: it may be a password.
///
/// # Errors
/// One line that names the variable and the file.
pub(crate) fn read(variable: &str, path: &Path) -> Result<String, String> {
    let at = path.display();
    let mut content = Vec::new();
    let file =
        File::open(path).map_err(|error| format!("{variable}: cannot read {at}: {error}"))?;
    file.take(AT_MOST + 1)
        .read_to_end(&mut content)
        .map_err(|error| format!("{variable}: cannot read {at}: {error}"))?;
    let refuse = |what: &str| format!("{variable}: {at} {what}");
    if content.len() > usize::try_from(AT_MOST).unwrap_or(usize::MAX) {
        return Err(refuse("is longer than any setting"));
    }
    let text = String::from_utf8(content).map_err(|_| refuse("is not UTF-8"))?;
    let line = text
        .strip_suffix("\r\n")
        .or_else(|| text.strip_suffix('\n'));
    let line = line.unwrap_or(&text);
    // An editor of Windows puts it there, and no value begins with it.
    let line = line.strip_prefix('\u{feff}').unwrap_or(line);
    if line.is_empty() {
        // Not "not set": an empty file of a database's address would be another database.
        return Err(refuse("is empty"));
    }
    if variable != LINES && line.chars().any(char::is_control) {
        return Err(refuse("must hold one line"));
    }
    Ok(line.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_end_is_cut_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("relay");
        let says = |content: &[u8]| {
            std::fs::write(&path, content).unwrap();
            read("UNDERSIGNED_MAIL_FILE", &path)
        };
        for content in ["a b", "a b\n", "a b\r\n", "\u{feff}a b\n"] {
            assert_eq!(says(content.as_bytes()).unwrap(), "a b", "{content:?}");
        }
        assert_eq!(says(b" a ").unwrap(), " a ");
        for (content, named) in [
            (b"".as_slice(), "empty"),
            (b"\n", "empty"),
            (b"\r\n", "empty"),
            (b"canary\n\n", "one line"),
            (b"canary\nb", "one line"),
            (b"canary\0", "one line"),
            (b"canary\r", "one line"),
            (b"canary\xff", "UTF-8"),
            (&[b'c'; 70_000], "longer"),
        ] {
            let refused = says(content).unwrap_err();
            assert!(
                refused.contains(named) && refused.contains("relay"),
                "{refused}"
            );
            assert!(!refused.contains("canary") && refused.lines().count() == 1);
        }
        std::fs::write(&path, "Open Docket e.V.\nCalder Bay\n").unwrap();
        let lines = read("UNDERSIGNED_IMPRINT_FILE", &path).unwrap();
        assert_eq!(lines, "Open Docket e.V.\nCalder Bay");
        let nowhere = read("UNDERSIGNED_MAIL_FILE", &folder.path().join("nowhere"));
        assert!(nowhere.unwrap_err().starts_with("UNDERSIGNED_MAIL_FILE: "));
        assert!(read("UNDERSIGNED_MAIL_FILE", folder.path()).is_err());
    }
}
