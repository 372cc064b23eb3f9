//! Every setting there is: what it is called on the command line and in files, in the environment, and what holds where nobody says
//! anything. Help, settings file, `config show` and the documents are made of this one table.

/// One setting, as a text before it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting {
    /// `mail-from`: behind `--`, and in the settings file.
    pub name: &'static str,
    /// `UNDERSIGNED_MAIL_FROM`.
    pub variable: &'static str,
    /// What it is, for `--help`.
    pub help: &'static str,
    /// What holds where nobody says anything; none where that follows from others.
    pub default: Option<&'static str>,
    /// Whether a password may stand in it: never shown.
    pub is_secret: bool,
    /// Whether it names a file or folder itself, so that no file can stand for it.
    pub is_place: bool,
}

const fn setting(name: &'static str, variable: &'static str, help: &'static str) -> Setting {
    Setting {
        name,
        variable,
        help,
        default: None,
        is_secret: false,
        is_place: false,
    }
}

impl Setting {
    const fn or(self, default: &'static str) -> Self {
        Self {
            default: Some(default),
            ..self
        }
    }

    const fn secret(self) -> Self {
        Self {
            is_secret: true,
            ..self
        }
    }

    const fn place(self) -> Self {
        Self {
            is_place: true,
            ..self
        }
    }

    /// The variable that names a file in which it stands.
    #[must_use]
    pub fn variable_of_file(&self) -> String {
        format!("{}_FILE", self.variable)
    }
}

/// The setting that names the settings file.
pub(super) const CONFIG: &str = "config";
/// The folder of everything that is kept.
pub(super) const DATA: &str = "data";

/// All of them, in the order of the help.
pub static SETTINGS: [Setting; 15] = [
    setting(
        CONFIG,
        "UNDERSIGNED_CONFIG",
        "File of settings (default: /etc/undersigned.toml or DATA/undersigned.toml, where there is one)",
    )
    .place(),
    setting(
        "listen",
        "UNDERSIGNED_LISTEN",
        "Address and port to listen on",
    )
    .or("127.0.0.1:8080"),
    setting(
        DATA,
        "UNDERSIGNED_DATA",
        "Folder of everything this installation keeps",
    )
    .or("./data")
    .place(),
    setting(
        "database",
        "UNDERSIGNED_DATABASE",
        "sqlite:PATH or postgres://USER:PASSWORD@HOST/NAME (default: sqlite:DATA/undersigned.db)",
    )
    .secret(),
    setting(
        "database-wait",
        "UNDERSIGNED_DATABASE_WAIT",
        "Seconds that a PostgreSQL which does not answer yet is waited for at the start, at most 3600",
    )
    .or("60"),
    setting(
        "base-url",
        "UNDERSIGNED_BASE_URL",
        "Address under which visitors reach it (default: http://LISTEN)",
    ),
    setting(
        "mail",
        "UNDERSIGNED_MAIL",
        "capture, smtp://USER:PASSWORD@HOST:PORT, smtps://... or smtp+insecure://...",
    )
    .or("capture")
    .secret(),
    setting(
        "mail-from",
        "UNDERSIGNED_MAIL_FROM",
        "Address our mail comes from (default: petitions@HOST)",
    ),
    setting(
        "trusted-proxies",
        "UNDERSIGNED_TRUSTED_PROXIES",
        "Networks of proxies whose X-Forwarded-For is believed, separated by commas",
    )
    .or(""),
    setting(
        "secrets",
        "UNDERSIGNED_SECRETS",
        "File of the secrets, readable by nobody else (default: DATA/secrets)",
    )
    .place(),
    setting(
        "metrics",
        "UNDERSIGNED_METRICS",
        "Address and port of /metrics, told to loopback and private networks only, or \"off\" (default: 127.0.0.1:PORT + 1000)",
    ),
    setting(
        "browse",
        "UNDERSIGNED_BROWSE",
        "Whether / lists the open petitions: on or off",
    )
    .or("on"),
    setting(
        "operator",
        "UNDERSIGNED_OPERATOR",
        "Who runs this site, named at the foot of every page",
    ),
    setting(
        "operator-email",
        "UNDERSIGNED_OPERATOR_EMAIL",
        "Address that reports about pages are mailed to; it is never shown",
    ),
    setting(
        "imprint",
        "UNDERSIGNED_IMPRINT",
        "What the law asks to be said of who runs this site, as plain text; best in a file, with UNDERSIGNED_IMPRINT_FILE",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_setting_is_called_alike_everywhere() {
        for setting in &SETTINGS {
            let called = setting.name.to_uppercase().replace('-', "_");
            assert_eq!(setting.variable, format!("UNDERSIGNED_{called}"));
        }
    }
}
