//! From settings to a server that speaks HTTPS.

use super::authority::Authority;
use super::ca_client::CaClient;
use super::certificate::Certificate;
use super::files::CertificateFiles;
use super::kept::KeptFiles;
use super::renewal::Renewal;
use super::served::ServedCertificate;
use super::setting::HttpsSetting;
use crate::base::Clock;
use crate::site::certificate_state::HttpsState;
use std::net::SocketAddr;
use std::path::Path;
use tokio::sync::watch;

/// The folder in the data folder.
const FOLDER: &str = "https";

/// How it stands with the certificate as far as it is kept, for whoever looks while another process serves. None where a proxy ends TLS, or
/// where the pair in somebody else's files cannot be read. Makes and forgets nothing.
#[must_use]
pub fn kept_state(setting: &HttpsSetting, data: &Path) -> Option<HttpsState> {
    let state = HttpsState::default();
    match setting {
        HttpsSetting::Off => return None,
        HttpsSetting::Files {
            certificate, key, ..
        } => {
            let (chain, key) = (std::fs::read(certificate).ok()?, std::fs::read(key).ok()?);
            state.serves(Certificate::read(&chain, &key).ok()?.ends);
        }
        HttpsSetting::Auto(acme) => {
            let kept = KeptFiles::of_another(&data.join(FOLDER), &acme.directory);
            if let Some(certificate) = kept.as_ref().and_then(KeptFiles::certificate) {
                state.serves(certificate.ends);
            }
            if let Some((why, until, _)) = kept.as_ref().and_then(KeptFiles::waits) {
                state.waits(why, until);
            }
        }
    }
    Some(state)
}

/// What a server speaks HTTPS with.
pub struct Https {
    /// The certificate that is served.
    pub served: ServedCertificate,
    /// How it stands with it.
    pub state: HttpsState,
    /// Where those who come without are led on.
    pub redirect: Option<SocketAddr>,
    /// Keeps a good one served.
    pub keeper: CertificateKeeper,
}

/// Keeps a good certificate served.
pub struct CertificateKeeper(Keeping);

enum Keeping {
    /// Reads it anew when its files change.
    Files(CertificateFiles),
    /// Has it made.
    Renewal(Box<Renewal>),
}

impl CertificateKeeper {
    /// Goes on until it is stopped.
    pub async fn run(self, stopping: watch::Receiver<bool>) {
        match self.0 {
            Keeping::Files(files) => files.run(stopping).await,
            Keeping::Renewal(renewal) => renewal.run(stopping).await,
        }
    }
}

impl Https {
    /// Opens it for this host; none where a proxy ends TLS, or nobody.
    ///
    /// # Errors
    /// One line for the operator.
    pub fn open(
        setting: &HttpsSetting,
        (data, host): (&Path, &str),
        (clock, state): (&Clock, HttpsState),
    ) -> Result<Option<Self>, String> {
        let served = ServedCertificate::default();
        let (keeper, redirect) = match setting {
            HttpsSetting::Off => return Ok(None),
            HttpsSetting::Files {
                certificate,
                key,
                redirect,
            } => {
                let beside = (served.clone(), state.clone(), clock);
                let files = CertificateFiles::open((certificate, key), host, beside)?;
                (Keeping::Files(files), *redirect)
            }
            HttpsSetting::Auto(acme) => {
                let folder = data.join(FOLDER);
                let kept = KeptFiles::open(&folder, &acme.directory).map_err(|error| {
                    format!("cannot keep certificates in {}: {error}", folder.display())
                })?;
                let authority = Authority {
                    client: CaClient::trusting(acme.root.as_deref())?,
                    setting: acme.clone(),
                    kept,
                    served: served.clone(),
                };
                let renewal = Renewal::of(authority, host, clock.clone(), state.clone());
                (Keeping::Renewal(Box::new(renewal)), acme.redirect)
            }
        };
        Ok(Some(Self {
            served,
            state,
            redirect,
            keeper: CertificateKeeper(keeper),
        }))
    }
}
