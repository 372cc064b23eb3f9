//! One request, as a visitor's browser makes it, and what becomes of it step by step.

use crate::base::Time;
use bytes::Bytes;
use http_body_util::{BodyExt, Empty, Limited};
use hyper_util::rt::TokioIo;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{CertificateError, ClientConfig, RootCertStore};
use std::io::ErrorKind;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use x509_parser::prelude::{FromDer, X509Certificate};

/// Most of an answer that is read.
const MOST: usize = 64 * 1024;

/// Why a browser would warn of a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CertificateFault {
    /// It is over, or the clock of this machine is ahead.
    Over,
    /// It has not begun, or the clock of this machine is behind.
    NotYet,
    /// It is for another name.
    OtherName,
    /// Nobody whom browsers trust made it.
    Stranger,
    /// Anything else.
    Other,
}

impl CertificateFault {
    /// Its variant in words.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Over => "over",
            Self::NotYet => "not-yet",
            Self::OtherName => "other-name",
            Self::Stranger => "stranger",
            Self::Other => "other",
        }
    }
}

/// How far it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Reached {
    /// No answer from the address.
    Silence,
    /// Nothing listens there.
    Nothing,
    /// A server with this certificate.
    BadCertificate(CertificateFault),
    /// A server that has no certificate, or does not speak TLS.
    NoTls,
    /// One that does not speak HTTP, or falls silent.
    NoHttp,
    /// An answer.
    Answer(HttpAnswer),
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct HttpAnswer {
    pub(super) status: u16,
    /// What the clock of whoever answered showed.
    pub(super) date: Option<Time>,
    /// Until when its certificate is good.
    pub(super) certificate_ends: Option<Time>,
    pub(super) body: Bytes,
}

/// Speaks TLS as browsers do. Cheap to clone.
#[derive(Clone)]
pub(super) struct Tls(TlsConnector);

impl Tls {
    /// Trusts whom browsers trust, and what is in these files; one that cannot be read is left out. Blocks.
    pub(super) fn trusting(files: &[PathBuf]) -> Option<Self> {
        let mut roots = RootCertStore {
            roots: webpki_roots::TLS_SERVER_ROOTS.to_vec(),
        };
        for file in files {
            let all = CertificateDer::pem_file_iter(file).into_iter().flatten();
            for one in all.flatten() {
                let _ = roots.add(one);
            }
        }
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .ok()?
            .with_root_certificates(roots)
            .with_no_client_auth();
        Some(Self(TlsConnector::from(Arc::new(config))))
    }
}

/// What is asked for.
#[derive(Clone)]
pub(super) struct HttpQuestion {
    /// With TLS, for this host; none without.
    pub(super) tls: Option<(Tls, String)>,
    /// What stands in `Host`.
    pub(super) authority: String,
    pub(super) path: String,
}

impl HttpQuestion {
    /// Asks the server at this address. The caller bounds how long.
    pub(super) async fn ask(&self, at: SocketAddr) -> Reached {
        let tcp = match TcpStream::connect(at).await {
            Ok(tcp) => tcp,
            Err(error) if error.kind() == ErrorKind::ConnectionRefused => return Reached::Nothing,
            Err(_) => return Reached::Silence,
        };
        let Some((tls, host)) = &self.tls else {
            return self.converse(tcp, None).await;
        };
        let Ok(name) = ServerName::try_from(host.clone()) else {
            return Reached::BadCertificate(CertificateFault::OtherName);
        };
        match tls.0.connect(name, tcp).await {
            Ok(stream) => {
                let chain = stream.get_ref().1.peer_certificates();
                let ends = chain.and_then(|chain| ends(chain.first()?));
                self.converse(stream, ends).await
            }
            Err(error) => {
                let fault = error.get_ref().and_then(|inner| inner.downcast_ref());
                match fault {
                    Some(rustls::Error::InvalidCertificate(why)) => {
                        Reached::BadCertificate(certificate_fault(why))
                    }
                    _ => Reached::NoTls,
                }
            }
        }
    }

    async fn converse<S>(&self, stream: S, certificate_ends: Option<Time>) -> Reached
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        let begun = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await;
        let Ok((mut sender, connection)) = begun else {
            return Reached::NoHttp;
        };
        let request = http::Request::get(&self.path)
            .header(http::header::HOST, &self.authority)
            .header(http::header::CONNECTION, "close")
            .body(Empty::<Bytes>::new());
        let asked = async move {
            let answer = sender.send_request(request.ok()?).await.ok()?;
            let (head, body) = answer.into_parts();
            let body = Limited::new(body, MOST).collect().await.ok()?;
            let date = head.headers.get(http::header::DATE);
            Some(HttpAnswer {
                status: head.status.as_u16(),
                date: date.and_then(|date| http_date(date.to_str().ok()?)),
                certificate_ends,
                body: body.to_bytes(),
            })
        };
        let (answer, _) = tokio::join!(asked, connection);
        answer.map_or(Reached::NoHttp, Reached::Answer)
    }
}

fn certificate_fault(why: &CertificateError) -> CertificateFault {
    match why {
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => {
            CertificateFault::Over
        }
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
            CertificateFault::NotYet
        }
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            CertificateFault::OtherName
        }
        CertificateError::UnknownIssuer => CertificateFault::Stranger,
        _ => CertificateFault::Other,
    }
}

fn ends(certificate: &CertificateDer<'_>) -> Option<Time> {
    let (_, read) = X509Certificate::from_der(certificate).ok()?;
    let seconds = read.validity().not_after.timestamp();
    Some(Time::from_micros(seconds.saturating_mul(1_000_000)))
}

/// A date as servers write it: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, 5.6.7).
fn http_date(text: &str) -> Option<Time> {
    let read = jiff::fmt::rfc2822::DateTimeParser::new().parse_timestamp(text);
    read.ok().map(|at| Time::from_micros(at.as_microsecond()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_date_of_an_answer_is_read() {
        let read = http_date("Sun, 06 Nov 1994 08:49:37 GMT");
        assert_eq!(read, Some(Time::from_micros(784_111_777_000_000)));
        assert_eq!(http_date("yesterday"), None);
    }
}
