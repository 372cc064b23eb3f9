//! Settings that have been read.

use crate::db::Target;
use crate::mail::{MailAddress, MailSetting};
use crate::serve::backup::setting::BackupSetting;
use crate::serve::https::setting::HttpsSetting;
use crate::web::Operator;
use ipnet::IpNet;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

/// Settings that have been checked.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The settings file, where there is one.
    pub file: Option<PathBuf>,
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
    /// Who ends TLS.
    pub https: HttpsSetting,
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
    /// Which backups are made by themselves.
    pub backup: BackupSetting,
    /// Where metrics are told, if anywhere.
    pub metrics: Option<SocketAddr>,
    /// Whether the start page lists open petitions.
    pub browse: bool,
    /// Who runs the site.
    pub operator: Operator,
}
