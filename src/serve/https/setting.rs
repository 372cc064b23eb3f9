//! How visitors reach the program over HTTPS, as the settings say it.

use std::net::SocketAddr;
use std::path::PathBuf;

/// The directory of Let's Encrypt, asked where no other authority is named.
pub const LETS_ENCRYPT: &str = "https://acme-v02.api.letsencrypt.org/directory";

/// Who ends TLS.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HttpsSetting {
    /// A proxy in front, or nobody.
    Off,
    /// The program, with a certificate that somebody else keeps.
    Files {
        /// The certificate and those above it, PEM.
        certificate: PathBuf,
        /// Its key, PEM.
        key: PathBuf,
        /// Where those who come without HTTPS are led on.
        redirect: Option<SocketAddr>,
    },
    /// The program, with a certificate that it has an authority make.
    Auto(AcmeSetting),
}

/// Which certificate authority is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AcmeSetting {
    /// Address of its directory (RFC 8555).
    pub directory: String,
    /// The certificate that its own server is trusted by, PEM; none for those that browsers trust.
    pub root: Option<PathBuf>,
    /// Where those who come without HTTPS are led on.
    pub redirect: Option<SocketAddr>,
}
