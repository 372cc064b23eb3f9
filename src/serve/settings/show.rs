//! `config show`: what holds and from where, as a settings file that could be saved, without passwords.

use super::known::{CONFIG, SETTINGS};
use super::settings_file::{holds_password, holds_password_in_query};
use super::sources::{SettingSource, SettingTexts};
use std::fmt::Write as _;

/// Stands in the place of a password.
const HIDDEN: &str = "***";

impl SettingTexts {
    /// Every setting with its source behind it. What follows from others, and is nowhere said, stands in a comment.
    #[must_use]
    pub(crate) fn shown(&self) -> String {
        let mut shown = String::new();
        for setting in &SETTINGS {
            let name = setting.name;
            let _ = match self.get(name) {
                // it is not said in itself
                Some(text) if name == CONFIG => writeln!(shown, "# {name} is {text}"),
                Some(text) if setting.is_secret => {
                    let text = quoted(&without_password(text));
                    writeln!(shown, "{name} = {text} # {}", self.source(name))
                }
                Some(text) => writeln!(shown, "{name} = {} # {}", quoted(text), self.source(name)),
                None => writeln!(shown, "# {name} is not set"),
            };
        }
        shown
    }
}

impl std::fmt::Display for SettingSource {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Flag => to.write_str("command line"),
            Self::Environment(variable) => to.write_str(variable),
            Self::File(path, line) => write!(to, "{} line {line}", path.display()),
            Self::Default => to.write_str("default"),
        }
    }
}

fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}

/// What stands behind a question mark is left out whole where a password may stand in it.
fn without_password(text: &str) -> String {
    if !holds_password(text) {
        return text.to_owned();
    }
    let hidden = || {
        let (scheme, rest) = text.split_once("://")?;
        let (account, place) = rest.rsplit_once('@')?;
        let (user, _) = account.split_once(':')?;
        Some(format!("{scheme}://{user}:{HIDDEN}@{place}"))
    };
    let hidden = hidden().filter(|hidden| !holds_password_in_query(hidden));
    hidden.unwrap_or_else(|| HIDDEN.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_never_shown() {
        for (text, shown) in [
            ("smtp://u:canary@host:25", "smtp://u:***@host:25"),
            ("postgres://u:can@ry@host/n", "postgres://u:***@host/n"),
            ("postgres://u@host/n", "postgres://u@host/n"),
            ("postgres://u:canary@host/n?password=canary", "***"),
            ("postgres://host/n?user=u&Password=canary", "***"),
            ("capture", "capture"),
        ] {
            assert_eq!(without_password(text), shown);
        }
    }

    #[test]
    fn what_is_shown_can_be_saved() {
        let mut texts = SettingTexts::default();
        let imprint = "Open \"Docket\"\nCalder Bay\\";
        let given = [("imprint", imprint), ("mail", "smtp://u:canary@h")];
        for (name, text) in given {
            texts
                .texts
                .insert(name, (text.to_owned(), SettingSource::Flag));
        }
        let shown = texts.shown();
        assert!(!shown.contains("canary"), "{shown}");
        let table: toml::Table = toml::from_str(&shown).unwrap();
        assert_eq!(
            table.get("imprint").and_then(|it| it.as_str()),
            Some(imprint)
        );
    }
}
