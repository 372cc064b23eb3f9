//! Every setting: flag, environment variable, unit and default. The only reader of the
//! environment. Nonsense is refused at the start with one clear line.

use crate::base::{Email, Line, SiteAddress, Strictness, Text, setting_file};
use crate::db::Target;
use crate::mail::{MailAddress, MailSetting, is_private};
use crate::web::Operator;
use clap::Args;
use ipnet::IpNet;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Settings as they are typed, on the command line or in the environment.
#[derive(Debug, Clone, Args)]
pub struct TypedSettings {
    /// Address and port to listen on
    #[arg(
        long,
        global = true,
        env = "UNDERSIGNED_LISTEN",
        default_value = "127.0.0.1:8080"
    )]
    listen: String,
    /// Folder of everything this installation keeps
    #[arg(
        long,
        global = true,
        env = "UNDERSIGNED_DATA",
        default_value = "./data"
    )]
    data: PathBuf,
    /// sqlite:PATH or postgres://USER:PASSWORD@HOST/NAME (default: sqlite:DATA/undersigned.db)
    #[arg(
        long,
        global = true,
        env = "UNDERSIGNED_DATABASE",
        hide_env_values = true
    )]
    database: Option<String>,
    /// Seconds that a PostgreSQL which does not answer yet is waited for at the start, at most 3600
    #[arg(
        long,
        global = true,
        env = "UNDERSIGNED_DATABASE_WAIT",
        default_value = "60"
    )]
    database_wait: String,
    /// Address under which visitors reach it (default: http://LISTEN)
    #[arg(long, global = true, env = "UNDERSIGNED_BASE_URL")]
    base_url: Option<String>,
    /// capture, smtp://USER:PASSWORD@HOST:PORT, smtps://... or smtp+insecure://...
    #[arg(
        long,
        global = true,
        env = "UNDERSIGNED_MAIL",
        default_value = "capture",
        hide_env_values = true
    )]
    mail: String,
    /// Address our mail comes from (default: petitions@HOST)
    #[arg(long, global = true, env = "UNDERSIGNED_MAIL_FROM")]
    mail_from: Option<String>,
    /// Networks of proxies whose X-Forwarded-For is believed, separated by commas
    #[arg(
        long,
        global = true,
        env = "UNDERSIGNED_TRUSTED_PROXIES",
        default_value = ""
    )]
    trusted_proxies: String,
    /// File of the secrets, readable by nobody else (default: DATA/secrets)
    #[arg(long, global = true, env = "UNDERSIGNED_SECRETS")]
    secrets: Option<PathBuf>,
    /// Address and port of /metrics, told to loopback and private networks only, or "off" (default: 127.0.0.1:PORT + 1000)
    #[arg(long, global = true, env = "UNDERSIGNED_METRICS")]
    metrics: Option<String>,
    /// Whether / lists the open petitions: on or off
    #[arg(long, global = true, env = "UNDERSIGNED_BROWSE", default_value = "on")]
    browse: String,
    /// Who runs this site, named at the foot of every page
    #[arg(long, global = true, env = "UNDERSIGNED_OPERATOR")]
    operator: Option<String>,
    /// Address that reports about pages are mailed to; it is never shown
    #[arg(long, global = true, env = "UNDERSIGNED_OPERATOR_EMAIL")]
    operator_email: Option<String>,
    /// What the law asks to be said of who runs this site, as plain text; best in a file, with UNDERSIGNED_IMPRINT_FILE
    #[arg(long, global = true, env = "UNDERSIGNED_IMPRINT")]
    imprint: Option<String>,
}

/// Names of the environment that we read.
const KNOWN: [&str; 14] = [
    "UNDERSIGNED_LISTEN",
    "UNDERSIGNED_DATA",
    "UNDERSIGNED_DATABASE",
    "UNDERSIGNED_DATABASE_WAIT",
    "UNDERSIGNED_BASE_URL",
    "UNDERSIGNED_MAIL",
    "UNDERSIGNED_MAIL_FROM",
    "UNDERSIGNED_TRUSTED_PROXIES",
    "UNDERSIGNED_SECRETS",
    "UNDERSIGNED_METRICS",
    "UNDERSIGNED_BROWSE",
    "UNDERSIGNED_OPERATOR",
    "UNDERSIGNED_OPERATOR_EMAIL",
    "UNDERSIGNED_IMPRINT",
];

/// Names that a file cannot stand for, because they name a file or folder themselves.
const PLACES: [&str; 2] = ["UNDERSIGNED_DATA", "UNDERSIGNED_SECRETS"];

/// Settings that have been checked.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where it listens.
    pub listen: SocketAddr,
    /// Folder of everything it keeps.
    pub data: PathBuf,
    /// Its database.
    pub database: Target,
    /// How long a PostgreSQL that does not answer yet is waited for at the start.
    pub database_wait: Duration,
    /// `scheme://host[:port]` without a slash at the end.
    pub base_url: String,
    /// Host of the base URL: greets relays, ends Message-IDs.
    pub host: String,
    /// Whether visitors reach it on this machine only.
    pub is_at_home: bool,
    /// Where mail goes.
    pub mail: MailSetting,
    /// The sender of all mail.
    pub mail_from: MailAddress,
    /// Proxies that are believed.
    pub trusted_proxies: Vec<IpNet>,
    /// File of the secrets.
    pub secrets: PathBuf,
    /// Where metrics are told, if anywhere.
    pub metrics: Option<SocketAddr>,
    /// Whether the start page lists open petitions.
    pub browse: bool,
    /// Who runs the site.
    pub operator: Operator,
}

/// Names of the environment that begin like ours and are not: a typing error would otherwise be a
/// setting that silently does nothing. And two names for one setting, of which one would.
///
/// # Errors
/// One line that names it.
pub(crate) fn check_environment() -> Result<(), String> {
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the only reader of the environment"
    )]
    let names = std::env::vars_os().map(|(name, _)| name);
    for name in names {
        let name = name.to_string_lossy().into_owned();
        if !name.starts_with("UNDERSIGNED_") || KNOWN.contains(&name.as_str()) {
            continue;
        }
        let of_file = name.strip_suffix("_FILE").unwrap_or(&name);
        if of_file == name || !KNOWN.contains(&of_file) {
            return Err(format!(
                "{name} is not a setting; known are {} (and, for all but {}, the same with _FILE behind)",
                KNOWN.join(", "),
                PLACES.join(" and ")
            ));
        }
        if PLACES.contains(&of_file) {
            return Err(format!(
                "{name} is not a setting: {of_file} is the name of a file or folder already"
            ));
        }
        if variable(&name).is_some() && variable(of_file).is_some() {
            return Err(format!(
                "{of_file} and {name} are both set: keep one of them"
            ));
        }
    }
    Ok(())
}

/// A variable of the environment; an empty one is not set.
fn variable(name: &str) -> Option<std::ffi::OsString> {
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the only reader of the environment"
    )]
    std::env::var_os(name).filter(|value| !value.is_empty())
}

impl TypedSettings {
    /// Takes the settings that stand in files, by `UNDERSIGNED_X_FILE`. What was typed on the command line comes before them,
    /// as it comes before the environment.
    ///
    /// # Errors
    /// One line that names the variable and the file.
    pub(crate) fn read_files(&mut self, is_typed: impl Fn(&str) -> bool) -> Result<(), String> {
        for name in KNOWN {
            let of_file = format!("{name}_FILE");
            let field = name.trim_start_matches("UNDERSIGNED_").to_lowercase();
            let Some(path) = variable(&of_file).filter(|_| !is_typed(&field)) else {
                continue;
            };
            let value = setting_file::read(&of_file, Path::new(&path))?;
            match name {
                "UNDERSIGNED_LISTEN" => self.listen = value,
                "UNDERSIGNED_DATABASE" => self.database = Some(value),
                "UNDERSIGNED_DATABASE_WAIT" => self.database_wait = value,
                "UNDERSIGNED_BASE_URL" => self.base_url = Some(value),
                "UNDERSIGNED_MAIL" => self.mail = value,
                "UNDERSIGNED_MAIL_FROM" => self.mail_from = Some(value),
                "UNDERSIGNED_TRUSTED_PROXIES" => self.trusted_proxies = value,
                "UNDERSIGNED_METRICS" => self.metrics = Some(value),
                "UNDERSIGNED_BROWSE" => self.browse = value,
                "UNDERSIGNED_OPERATOR" => self.operator = Some(value),
                "UNDERSIGNED_OPERATOR_EMAIL" => self.operator_email = Some(value),
                "UNDERSIGNED_IMPRINT" => self.imprint = Some(value),
                _ => return Err(format!("{of_file} is not a setting")),
            }
        }
        Ok(())
    }

    /// Checks what was typed.
    ///
    /// # Errors
    /// One line that names the setting and what is wrong with it.
    pub fn check(self) -> Result<Settings, String> {
        let listen: SocketAddr = self.listen.parse().map_err(|_| {
            "listen: must be an address and a port, such as 127.0.0.1:8080 or [::]:80".to_owned()
        })?;
        let database = match &self.database {
            Some(text) => text.parse().map_err(|error| format!("database: {error}"))?,
            None => Target::Sqlite(self.data.join("undersigned.db")),
        };
        let typed_url = match self.base_url {
            Some(url) => url,
            None if listen.ip().is_loopback() => format!("http://{listen}"),
            None => {
                return Err(
                    "base-url: must be given when not listening on loopback, such as \
                            https://sign.example.org"
                        .to_owned(),
                );
            }
        };
        let address =
            SiteAddress::parse(&typed_url).map_err(|error| format!("base-url: {error}"))?;
        let (base_url, host) = (address.as_str().to_owned(), address.host().to_owned());
        let mail: MailSetting = self.mail.parse().map_err(|error| format!("{error}"))?;
        if mail == MailSetting::Capture && !address.is_at_home() {
            return Err(format!(
                "mail: capture is for development, but {base_url} is public: nobody could ever \
                 confirm; set mail to smtp://USER:PASSWORD@HOST:PORT"
            ));
        }
        let from = self
            .mail_from
            .unwrap_or_else(|| format!("petitions@{}", mail_host(&host)));
        let mail_from = MailAddress::parse(&from).map_err(|_| {
            "mail-from: must be an address such as petitions@example.org".to_owned()
        })?;
        let database_wait = self
            .database_wait
            .parse::<u64>()
            .ok()
            .filter(|seconds| *seconds <= 3600)
            .map(Duration::from_secs)
            .ok_or("database-wait: must be a number of seconds, 0 to 3600")?;
        let browse = match self.browse.as_str() {
            "on" => true,
            "off" => false,
            _ => return Err("browse: must be on or off".to_owned()),
        };
        let strictness = match address.is_at_home() {
            true => Strictness::Testing,
            false => Strictness::Public,
        };
        Ok(Settings {
            operator: operator(
                (self.operator, self.imprint, self.operator_email),
                strictness,
            )?,
            metrics: metrics(self.metrics.as_deref(), listen)?,
            trusted_proxies: proxies(&self.trusted_proxies)?,
            secrets: self.secrets.unwrap_or_else(|| self.data.join("secrets")),
            data: self.data,
            listen,
            database,
            database_wait,
            base_url,
            is_at_home: address.is_at_home(),
            host,
            mail,
            mail_from,
            browse,
        })
    }
}

/// Who runs the site: name, imprint, address for reports.
fn operator(
    (name, imprint, email): (Option<String>, Option<String>, Option<String>),
    strictness: Strictness,
) -> Result<Operator, String> {
    let line = |text: String| {
        Line::<200>::parse(&text)
            .map(|line| line.as_str().to_owned())
            .map_err(|_| "operator: must be one line of at most 200 characters".to_owned())
    };
    let lines = |text: String| {
        Text::<4_000>::parse(&text)
            .map(|text| text.as_str().to_owned())
            .map_err(|_| "imprint: must be plain text of at most 4,000 characters".to_owned())
    };
    let address = |text: String| {
        Email::parse(&text, strictness)
            .map_err(|_| "operator-email: must be an address such as desk@example.org".to_owned())
    };
    Ok(Operator {
        name: name.map(line).transpose()?,
        imprint: imprint.map(lines).transpose()?,
        reports_to: email.map(address).transpose()?,
    })
}

/// Mail from an installation that has no name yet comes from `localhost`.
fn mail_host(host: &str) -> &str {
    if host.parse::<IpAddr>().is_ok() {
        "localhost"
    } else {
        host
    }
}

fn proxies(text: &str) -> Result<Vec<IpNet>, String> {
    text.split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(|part| {
            part.parse::<IpNet>()
                .or_else(|_| part.parse::<IpAddr>().map(IpNet::from))
                .map_err(|_| format!("trusted-proxies: {part} is no network such as 10.0.0.0/8"))
        })
        .collect()
}

fn metrics(text: Option<&str>, listen: SocketAddr) -> Result<Option<SocketAddr>, String> {
    let wrong = || {
        "metrics: must be off, or a port and an address of loopback, of a private network or of all \
         (0.0.0.0, which answers private networks alone)"
            .to_owned()
    };
    match text {
        Some("off") => Ok(None),
        Some(text) => {
            let at: SocketAddr = text.parse().map_err(|_| wrong())?;
            if is_private(at.ip()) || at.ip().is_unspecified() {
                Ok(Some(at))
            } else {
                Err(wrong())
            }
        }
        None => {
            let port = listen
                .port()
                .checked_add(1000)
                .filter(|_| listen.port() != 0);
            Ok(port.map(|port| SocketAddr::new(IpAddr::from([127, 0, 0, 1]), port)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn proxies_are_networks() {
        assert_eq!(proxies("10.0.0.0/8, 192.0.2.1,").unwrap().len(), 2);
        assert!(proxies("proxy.internal").is_err());
    }
}
