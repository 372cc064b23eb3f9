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
/// The setting that says who ends TLS.
pub(super) const HTTPS: &str = "https";
/// The folder of everything that is kept.
pub(super) const DATA: &str = "data";

/// All of them, in the order of the help.
pub static SETTINGS: [Setting; 27] = [
    setting(
        CONFIG,
        "UNDERSIGNED_CONFIG",
        "File of settings (default: /etc/undersigned.toml or DATA/undersigned.toml, where there is one)",
    )
    .place(),
    setting(
        "listen",
        "UNDERSIGNED_LISTEN",
        "Address and port to listen on (default: 127.0.0.1:8080; with HTTPS [::]:443, which is every address)",
    ),
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
        HTTPS,
        "UNDERSIGNED_HTTPS",
        "Who ends TLS: off (a proxy), auto (this program, with a certificate that an authority makes), or files",
    )
    .or("off"),
    setting(
        "https-terms",
        "UNDERSIGNED_HTTPS_TERMS",
        "For auto: \"agreed\", once you have agreed to the terms of the authority (Let's Encrypt: https://letsencrypt.org/repository/)",
    ),
    setting(
        "https-cert",
        "UNDERSIGNED_HTTPS_CERT",
        "For files: the certificate and those above it, PEM; read anew when it changes",
    )
    .place(),
    setting(
        "https-key",
        "UNDERSIGNED_HTTPS_KEY",
        "For files: its key, PEM, readable by nobody else",
    )
    .place(),
    setting(
        "http",
        "UNDERSIGNED_HTTP",
        "Address and port where those who come without HTTPS are led on, or \"off\" (default: port 80 where LISTEN is, with HTTPS)",
    ),
    setting(
        "https-directory",
        "UNDERSIGNED_HTTPS_DIRECTORY",
        "For auto: directory of another authority (RFC 8555) than Let's Encrypt",
    ),
    setting(
        "https-root",
        "UNDERSIGNED_HTTPS_ROOT",
        "For auto: the certificate that this authority's own server is trusted by, PEM",
    )
    .place(),
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
        "backup-every",
        "UNDERSIGNED_BACKUP_EVERY",
        "How often a backup is made by itself: off, or 5m to 7d, such as 6h",
    )
    .or("off"),
    setting(
        "backup-to",
        "UNDERSIGNED_BACKUP_TO",
        "Folder they lie in, which has to be there (default: DATA/backups, which is made)",
    )
    .place(),
    setting(
        "backup-keep",
        "UNDERSIGNED_BACKUP_KEEP",
        "Days that backups are kept; signers read this number on the page on privacy",
    )
    .or("7"),
    setting(
        "backup-recipient",
        "UNDERSIGNED_BACKUP_RECIPIENT",
        "Public age keys (age1...) that backups are encrypted for, separated by commas",
    ),
    setting(
        "backup-hook",
        "UNDERSIGNED_BACKUP_HOOK",
        "Program that is run behind each with its path, such as one that sends it away; needs backup-recipient",
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
