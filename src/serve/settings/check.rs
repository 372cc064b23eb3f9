//! Reads what the settings say. Nonsense is refused at the start with one clear line.

use super::known::{CONFIG, HTTPS};
use super::model::Settings;
use super::sources::{SettingSource, SettingTexts};
use crate::base::{Email, Line, SiteAddress, Strictness, Text};
use crate::db::Target;
use crate::mail::{MailAddress, MailSetting, is_private};
use crate::serve::backup::setting::BackupSetting;
use crate::serve::https::setting::{AcmeSetting, HttpsSetting, LETS_ENCRYPT};
use crate::web::Operator;
use ipnet::IpNet;
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

impl SettingTexts {
    /// Reads all of it.
    ///
    /// # Errors
    /// One line that names the setting and what is wrong with it, and where it stands.
    pub(crate) fn check(&self) -> Result<Settings, String> {
        self.read().map_err(|wrong| {
            let name = wrong.split_once(": ").map_or("", |(name, _)| name);
            match self.source(name) {
                SettingSource::Flag | SettingSource::Default => wrong,
                place => format!("{wrong} (it stands in {place})"),
            }
        })
    }

    fn read(&self) -> Result<Settings, String> {
        let text = |name: &str| self.get(name).unwrap_or_default();
        let data = PathBuf::from(text("data"));
        let usual = match text(HTTPS) {
            "off" => "127.0.0.1:8080",
            _ => "[::]:443",
        };
        let listen = self.get("listen").unwrap_or(usual);
        let listen: SocketAddr = listen.parse().map_err(|_| {
            "listen: must be an address and a port, such as 127.0.0.1:8080 or [::]:80".to_owned()
        })?;
        let database = match self.get("database") {
            Some(text) => text.parse().map_err(|error| format!("database: {error}"))?,
            None => Target::Sqlite(data.join("undersigned.db")),
        };
        let typed_url = match self.get("base-url") {
            Some(url) => url.to_owned(),
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
        let mail: MailSetting = text("mail").parse().map_err(|error| format!("{error}"))?;
        if mail == MailSetting::Capture && !address.is_at_home() {
            return Err(format!(
                "mail: capture is for development, but {base_url} is public: nobody could ever \
                 confirm; set mail to smtp://USER:PASSWORD@HOST:PORT"
            ));
        }
        let usual = || format!("petitions@{}", mail_host(&host));
        let from = self.get("mail-from").map_or_else(usual, str::to_owned);
        let mail_from = MailAddress::parse(&from).map_err(|_| {
            "mail-from: must be an address such as petitions@example.org".to_owned()
        })?;
        let database_wait = text("database-wait")
            .parse::<u64>()
            .ok()
            .filter(|seconds| *seconds <= 3600)
            .map(Duration::from_secs)
            .ok_or("database-wait: must be a number of seconds, 0 to 3600")?;
        let browse = match text("browse") {
            "on" => true,
            "off" => false,
            _ => return Err("browse: must be on or off".to_owned()),
        };
        let strictness = match address.is_at_home() {
            true => Strictness::Testing,
            false => Strictness::Public,
        };
        let who = ["operator", "imprint", "operator-email"];
        let secrets = self.get("secrets").map(PathBuf::from);
        Ok(Settings {
            file: self.get(CONFIG).map(PathBuf::from),
            https: self.https(&base_url, &host, listen)?,
            operator: operator(who.map(|name| self.get(name)), strictness)?,
            metrics: metrics(self.get("metrics"), listen)?,
            trusted_proxies: proxies(text("trusted-proxies"))?,
            backup: BackupSetting::read(|name| self.get(name), &data)?,
            secrets: secrets.unwrap_or_else(|| data.join("secrets")),
            data,
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

impl SettingTexts {
    /// Who ends TLS. Where it is the program, visitors type an address with https.
    fn https(
        &self,
        base_url: &str,
        host: &str,
        listen: SocketAddr,
    ) -> Result<HttpsSetting, String> {
        let place = |name: &str| self.get(name).map(PathBuf::from);
        let kind = self.get(HTTPS).unwrap_or_default();
        if kind != "off" && !base_url.starts_with("https://") {
            return Err(format!(
                "https: {base_url} is not an address with https: set base-url to https://HOST"
            ));
        }
        let redirect = match self.get("http") {
            Some("off") => None,
            Some(text) => Some(text.parse().map_err(|_| {
                "http: must be off, or an address and a port, such as [::]:80".to_owned()
            })?),
            None => Some(SocketAddr::new(listen.ip(), 80)),
        };
        match kind {
            "off" => Ok(HttpsSetting::Off),
            "files" => {
                let both = place("https-cert").zip(place("https-key"));
                let (certificate, key) =
                    both.ok_or("https: files needs https-cert and https-key")?;
                Ok(HttpsSetting::Files {
                    certificate,
                    key,
                    redirect,
                })
            }
            "auto" => {
                if self.get("https-terms") != Some("agreed") {
                    return Err(
                        "https: auto asks a certificate authority, whose terms you agree to first \
                         (Let's Encrypt: https://letsencrypt.org/repository/): set https-terms to agreed"
                            .to_owned(),
                    );
                }
                if host.trim_matches(['[', ']']).parse::<IpAddr>().is_ok() {
                    return Err(format!(
                        "https: {host} is an address and no name: no authority makes a certificate for it"
                    ));
                }
                let directory = self.get("https-directory").unwrap_or(LETS_ENCRYPT);
                if !directory.starts_with("https://") {
                    return Err("https-directory: must begin with https://".to_owned());
                }
                Ok(HttpsSetting::Auto(AcmeSetting {
                    directory: directory.to_owned(),
                    root: place("https-root"),
                    redirect,
                }))
            }
            _ => Err("https: must be off, auto or files".to_owned()),
        }
    }
}

/// Who runs the site: name, imprint, address for reports.
fn operator(
    [name, imprint, email]: [Option<&str>; 3],
    strictness: Strictness,
) -> Result<Operator, String> {
    let line = |text: &str| {
        Line::<200>::parse(text)
            .map(|line| line.as_str().to_owned())
            .map_err(|_| "operator: must be one line of at most 200 characters".to_owned())
    };
    let lines = |text: &str| {
        Text::<4_000>::parse(text)
            .map(|text| text.as_str().to_owned())
            .map_err(|_| "imprint: must be plain text of at most 4,000 characters".to_owned())
    };
    let address = |text: &str| {
        Email::parse(text, strictness)
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
