//! The certificate that is served. It changes while connections go on, and one more stands beside it while a certificate authority asks
//! whether this is the host (TLS-ALPN-01, RFC 8737).

use parking_lot::RwLock;
use rustls::ServerConfig;
use rustls::crypto::ring;
use rustls::server::{ClientHello, ResolvesServerCert};
use rustls::sign::CertifiedKey;
use std::fmt;
use std::sync::Arc;

/// The protocol by which an authority asks.
const ASKS: &[u8] = b"acme-tls/1";

#[derive(Default)]
struct Keys {
    own: Option<Arc<CertifiedKey>>,
    answer: Option<Arc<CertifiedKey>>,
}

/// What is served. Cheap to clone, shared by all threads. The same whatever host a visitor names: there is one.
#[derive(Clone, Default)]
pub struct ServedCertificate(Arc<RwLock<Keys>>);

impl fmt::Debug for ServedCertificate {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("ServedCertificate")
    }
}

impl ServedCertificate {
    /// Serves this one from the next connection on.
    pub(crate) fn serve(&self, key: Arc<CertifiedKey>) {
        self.0.write().own = Some(key);
    }

    /// Answers an authority that asks with this one; with none, it is answered nothing any more.
    pub(crate) fn answer(&self, key: Option<Arc<CertifiedKey>>) {
        self.0.write().answer = key;
    }

    /// How a server speaks TLS with it: 1.2 and 1.3, and HTTP/1.1 alone.
    ///
    /// # Errors
    /// A sentence, when the library refuses its own defaults.
    pub fn config(&self) -> Result<ServerConfig, String> {
        let provider = Arc::new(ring::default_provider());
        let config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(|error| format!("cannot speak TLS: {error}"))?;
        let mut config = config
            .with_no_client_auth()
            .with_cert_resolver(Arc::new(self.clone()));
        config.alpn_protocols = vec![ASKS.to_vec()];
        Ok(config)
    }
}

impl ResolvesServerCert for ServedCertificate {
    fn resolve(&self, hello: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        let keys = self.0.read();
        let asks = hello
            .alpn()
            .is_some_and(|mut all| all.all(|one| one == ASKS));
        match asks {
            true => keys.answer.clone(),
            false => keys.own.clone(),
        }
    }
}
