//! What is looked at, as the settings say it, and what whoever looks adds to it.

use crate::base::Clock;
use crate::db::Target;
use crate::mail::{MailAddress, MailSetting};
use crate::site::certificate_state::HttpsState;
use std::net::SocketAddr;
use std::path::PathBuf;

/// An installation, by its settings.
#[derive(Debug, Clone)]
pub struct ExaminedInstallation {
    /// The settings file, where there is one.
    pub settings: Option<PathBuf>,
    /// The folder of everything kept.
    pub data: PathBuf,
    /// Its database.
    pub database: Target,
    /// File of the secrets.
    pub secrets: PathBuf,
    /// Keys of certificates that somebody else keeps.
    pub keys: Vec<PathBuf>,
    /// Under which visitors reach it: `scheme://host[:port]`.
    pub base_url: String,
    /// Host of the base URL, without brackets.
    pub host: String,
    /// Where it listens.
    pub listen: SocketAddr,
    /// Whether it ends TLS itself.
    pub ends_tls: bool,
    /// How it stands with its certificate; none where nothing is known of it, or it has none.
    pub https: Option<HttpsState>,
    /// Files of certificates that are trusted beside those that browsers trust, PEM.
    pub roots: Vec<PathBuf>,
    /// Where mail goes.
    pub mail: MailSetting,
    /// The sender of all mail.
    pub mail_from: MailAddress,
}

/// What whoever looks adds to the settings.
#[derive(Debug, Clone, Default)]
pub struct ExaminedBeside {
    /// The name server that is asked; that of the machine where none is given.
    pub resolver: Option<SocketAddr>,
    /// The name of a DKIM key below the sender's domain.
    pub dkim_selector: Option<String>,
}

/// Who looks, at what, by which clock.
#[derive(Debug, Clone)]
pub struct Doctor {
    /// What is looked at.
    pub installation: ExaminedInstallation,
    /// What was added.
    pub beside: ExaminedBeside,
    /// The clock of this machine.
    pub clock: Clock,
}
