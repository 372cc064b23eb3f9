//! The settings file: TOML, each setting by the name it has on the command line.
//!
//! ```toml
//! base-url = "https://letters.example.org"
//! mail = "smtp://user:password@relay.example.org:587"
//! trusted-proxies = ["10.0.0.0/8"]
//!
//! [backup]
//! every = "6h"
//! ```

use super::known::{SETTINGS, Setting};
use std::fs::File;
use std::io::Read;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// What may stand as a table: `every` of `[backup]` is the setting `backup-every`.
const TABLES: [&str; 1] = ["backup"];

/// More than all settings at their longest.
const AT_MOST: u64 = 256 * 1024;
/// How alike a word has to be to be meant, of 1.
const ALIKE: f64 = 0.8;

/// What stands in a settings file.
#[derive(Debug, Clone, Default)]
pub(super) struct FileSettings {
    /// Each setting, its text, and its line, from 1.
    pub(super) settings: Vec<(&'static Setting, String, usize)>,
}

/// A sentence about a line of the file.
pub(super) fn told(path: &Path, line: usize, what: &str) -> String {
    format!("{} line {line}: {what}", path.display())
}

/// Reads the file.
///
/// # Errors
/// One line that names the file, and the line and the word in it. No value is in it: it may be a password.
pub(super) fn read(path: &Path) -> Result<FileSettings, String> {
    let at = path.display();
    let cannot = |error: std::io::Error| format!("{at}: cannot be read: {error}");
    let file = File::open(path).map_err(cannot)?;
    let mode = file.metadata().map_err(cannot)?.permissions().mode();
    let mut text = String::new();
    let read = file.take(AT_MOST + 1).read_to_string(&mut text);
    read.map_err(cannot)?;
    if text.len() > usize::try_from(AT_MOST).unwrap_or(usize::MAX) {
        return Err(format!("{at}: is longer than any settings"));
    }
    let settings = parse(&text).map_err(|(line, what)| told(path, line, &what))?;
    let secret = settings
        .settings
        .iter()
        .find(|(setting, text, _)| setting.is_secret && holds_password(text));
    match secret.filter(|_| mode & 0o007 != 0) {
        Some((setting, _, line)) => Err(told(
            path,
            *line,
            &format!(
                "{} holds a password, and every account of this machine can read the file: chmod o-rwx {at}",
                setting.name
            ),
        )),
        None => Ok(settings),
    }
}

/// What a file says, by name, for whoever adds to it; nothing where there is none.
///
/// # Errors
/// As [`read`].
pub(crate) fn said_in(path: &Path) -> Result<Vec<(&'static str, String)>, String> {
    if !path.exists() {
        return Ok(Vec::new());
    }
    let said = read(path)?.settings.into_iter();
    Ok(said
        .map(|(setting, text, _)| (setting.name, text))
        .collect())
}

/// Whether an address has a password in it: before the host, or in its query, as PostgreSQL's library reads it.
pub(super) fn holds_password(text: &str) -> bool {
    let authority = text.split_once("://").map_or("", |(_, rest)| rest);
    let account = authority
        .rsplit_once('@')
        .map_or("", |(account, _)| account);
    account.contains(':') || holds_password_in_query(text)
}

/// The same of its query alone.
pub(super) fn holds_password_in_query(text: &str) -> bool {
    text.to_lowercase().contains("password=")
}

/// Reads the text of a file. An error is a line, and what is wrong in it.
fn parse(text: &str) -> Result<FileSettings, (usize, String)> {
    let line_of = |at: usize| {
        let before = text.bytes().take(at);
        1 + before.filter(|byte| *byte == b'\n').count()
    };
    let table = DeTable::parse(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        (line_of(at), error.message().replace('\n', " "))
    })?;
    let mut found = FileSettings::default();
    let mut all = Vec::new();
    for (name, value) in table.get_ref() {
        let (word, at) = (name.get_ref().to_string(), name.span().start);
        match value.get_ref() {
            DeValue::Table(table) if TABLES.contains(&word.as_str()) => {
                let within = table.iter().map(|(name, value)| {
                    let word = format!("{word}-{}", name.get_ref());
                    (word, name.span().start, value)
                });
                all.extend(within);
            }
            _ => all.push((word, at, value)),
        }
    }
    // the first mistake of the file is told, not that of the first word of the alphabet
    all.sort_by_key(|(_, at, _)| *at);
    for (word, at, value) in all {
        let line = line_of(at);
        let setting = SETTINGS.iter().find(|setting| setting.name == word);
        let setting = setting.ok_or_else(|| (line, unknown(&word)))?;
        let is_twice = found.settings.iter().any(|(known, _, _)| *known == setting);
        if is_twice {
            return Err((line, format!("{word} stands in it twice")));
        }
        let text = said(value).map_err(|what| (line, format!("{word} {what}")))?;
        found.settings.push((setting, text, line));
    }
    Ok(found)
}

/// What is told of a word that is no setting.
fn unknown(word: &str) -> String {
    // what is written with a stroke below is meant too
    let written = word.to_lowercase().replace('_', "-");
    let names = SETTINGS.iter().map(|setting| setting.name);
    let close = names
        .clone()
        .map(|name| (strsim::jaro_winkler(&written, name), name))
        .filter(|(alike, _)| *alike >= ALIKE)
        .max_by(|(one, _), (other, _)| one.total_cmp(other));
    match close {
        Some((_, name)) => format!("{word:?} is not a setting; is {name} meant?"),
        None => {
            let names: Vec<_> = names.collect();
            format!("{word:?} is not a setting; known are {}", names.join(", "))
        }
    }
}

/// A value as it would be typed: a text, a number, yes and no as on and off, several with commas.
fn said(value: &Spanned<DeValue<'_>>) -> Result<String, &'static str> {
    match value.get_ref() {
        DeValue::String(text) => Ok(text.to_string()),
        DeValue::Integer(number) => Ok(number.as_str().to_owned()),
        DeValue::Boolean(is_on) => Ok(String::from(if *is_on { "on" } else { "off" })),
        DeValue::Array(all) => {
            let all: Result<Vec<String>, _> = all.iter().map(said).collect();
            Ok(all?.join(","))
        }
        _ => Err("must be a text in quotes, a number, true or false, or a list of texts"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Told = (&'static str, String, usize);

    fn read_as(text: &str) -> Result<Vec<Told>, (usize, String)> {
        let one =
            |(setting, text, line): (&'static Setting, String, usize)| (setting.name, text, line);
        let found = parse(text)?;
        Ok(found.settings.into_iter().map(one).collect())
    }

    #[test]
    fn each_setting_is_read_with_its_line() {
        let text = "# ours\n\nbase-url = \"https://a.example.org\"\nbrowse = false\n\
                    database-wait = 5\ntrusted-proxies = [\"10.0.0.0/8\", \"192.0.2.1\"]\n\
                    imprint = \"\"\"\nOne\nTwo\"\"\"\n";
        let mut found = read_as(text).unwrap();
        found.sort_by_key(|(_, _, line)| *line);
        let found: Vec<_> = found
            .iter()
            .map(|(name, text, line)| (*name, text.as_str(), *line))
            .collect();
        assert_eq!(
            found,
            [
                ("base-url", "https://a.example.org", 3),
                ("browse", "off", 4),
                ("database-wait", "5", 5),
                ("trusted-proxies", "10.0.0.0/8,192.0.2.1", 6),
                ("imprint", "One\nTwo", 7),
            ]
        );
    }

    #[test]
    fn a_table_says_what_belongs_together() {
        let text =
            "browse = false\n[backup]\nevery = \"6h\"\nkeep = 14\nrecipient = [\"a\", \"b\"]\n";
        let found = read_as(text).unwrap();
        let found: Vec<_> = found
            .iter()
            .map(|(name, text, line)| (*name, text.as_str(), *line))
            .collect();
        assert_eq!(
            found,
            [
                ("browse", "off", 1),
                ("backup-every", "6h", 3),
                ("backup-keep", "14", 4),
                ("backup-recipient", "a,b", 5),
            ]
        );
        let both = "backup-every = \"6h\"\n[backup]\nevery = \"1d\"\n";
        assert_eq!(
            read_as(both).unwrap_err(),
            (3, "backup-every stands in it twice".to_owned())
        );
        let (line, told) = read_as("[backup]\n\nevry = \"canary\"").unwrap_err();
        assert!(
            line == 3 && told.contains("is backup-every meant?"),
            "{told}"
        );
        assert!(!told.contains("canary"));
    }

    #[test]
    fn a_mistake_is_told_with_its_line_and_word_and_no_value() {
        for (text, line, told) in [
            (
                "mail = \"capture\"\nmial = \"canary\"\n",
                2,
                "is mail meant?",
            ),
            ("base_url = \"canary\"", 1, "is base-url meant?"),
            ("[mail]\nrelay = \"canary\"", 1, "mail must be a text"),
            ("\n\ncolour = \"canary\"", 3, "known are config, listen"),
            ("mail = canary\n", 1, ""),
            ("mail = \"a\"\nmail = \"canary\"\n", 2, ""),
            ("listen = \"127.0.0.1:80\nmail = \"canary\"", 1, ""),
        ] {
            let (at, what) = read_as(text).unwrap_err();
            assert_eq!(at, line, "{text:?}: {what}");
            assert!(what.contains(told), "{text:?}: {what}");
            assert!(!what.contains("canary") && !what.contains('\n'), "{what}");
        }
    }

    #[test]
    fn a_password_is_found_in_an_address() {
        for (text, is_there) in [
            ("smtp://user:word@relay.example.org:587", true),
            ("smtp://relay.example.org:587", false),
            ("postgres://me@host/name", false),
            ("postgres://me:word@host/name", true),
            ("postgres://me:w@rd@host/name", true),
            ("sqlite:a:b@c", false),
            ("postgres://host/name?user=me&password=word", true),
            ("capture", false),
        ] {
            assert_eq!(holds_password(text), is_there, "{text}");
        }
    }
}
