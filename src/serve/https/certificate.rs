//! A certificate and its key, read from PEM.

use crate::base::Time;
use rustls::crypto::ring;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::sign::CertifiedKey;
use std::sync::Arc;
use x509_parser::extensions::GeneralName;
use x509_parser::prelude::{FromDer, X509Certificate};

/// Why it cannot be served.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CertificateError {
    /// There is none in the first file, or it cannot be read.
    #[error("there is no certificate in PEM")]
    NoCertificate,
    /// There is none in the second file, or it cannot be read.
    #[error("there is no private key in PEM")]
    NoKey,
    /// They do not belong together, or the key is of an unknown kind.
    #[error("certificate and key do not fit: {0}")]
    Unfit(rustls::Error),
}

/// One that can be served.
#[derive(Debug, Clone)]
pub(crate) struct Certificate {
    /// What a server proves itself with.
    pub(crate) key: Arc<CertifiedKey>,
    /// The hosts it is for.
    pub(crate) hosts: Vec<String>,
    /// From when on it is good.
    pub(crate) begins: Time,
    /// Until when it is.
    pub(crate) ends: Time,
}

impl Certificate {
    /// Reads one with those above it, and its key.
    ///
    /// # Errors
    /// [`CertificateError`].
    pub(crate) fn read(chain: &[u8], key: &[u8]) -> Result<Self, CertificateError> {
        let all: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(chain).collect();
        let all = all.map_err(|_| CertificateError::NoCertificate)?;
        let first = all.first().ok_or(CertificateError::NoCertificate)?;
        let key = PrivateKeyDer::from_pem_slice(key).map_err(|_| CertificateError::NoKey)?;
        let (_, told) =
            X509Certificate::from_der(first).map_err(|_| CertificateError::NoCertificate)?;
        let names = told.subject_alternative_name().ok().flatten();
        let hosts = names.map_or_else(Vec::new, |names| {
            let names = names.value.general_names.iter();
            let host = |name: &GeneralName<'_>| match name {
                GeneralName::DNSName(host) => Some((*host).to_owned()),
                _ => None,
            };
            names.filter_map(host).collect()
        });
        let at = |seconds: i64| Time::from_micros(seconds.saturating_mul(1_000_000));
        let validity = told.validity();
        let (begins, ends) = (
            at(validity.not_before.timestamp()),
            at(validity.not_after.timestamp()),
        );
        let provider = ring::default_provider();
        let key = CertifiedKey::from_der(all.clone(), key, &provider);
        Ok(Self {
            key: Arc::new(key.map_err(CertificateError::Unfit)?),
            hosts,
            begins,
            ends,
        })
    }

    /// Whether it is for this host; a star stands for one word.
    pub(crate) fn is_for(&self, host: &str) -> bool {
        let above = host.split_once('.').map(|(_, above)| above);
        self.hosts.iter().any(|one| match one.strip_prefix("*.") {
            Some(of) => above.is_some_and(|above| above.eq_ignore_ascii_case(of)),
            None => one.eq_ignore_ascii_case(host),
        })
    }

    /// When another is asked for: when a third of its time is left, which leaves a month of three for an authority that is away.
    pub(crate) fn renews_at(&self) -> Time {
        let (begins, ends) = (self.begins.micros(), self.ends.micros());
        let whole = ends.saturating_sub(begins);
        Time::from_micros(ends.saturating_sub(whole / 3))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rcgen::{CertificateParams, KeyPair, date_time_ymd};

    fn made(hosts: &[&str]) -> (String, String) {
        let key = KeyPair::generate().unwrap();
        let hosts: Vec<String> = hosts.iter().map(|host| (*host).to_owned()).collect();
        let mut params = CertificateParams::new(hosts).unwrap();
        params.not_before = date_time_ymd(2026, 1, 1);
        params.not_after = date_time_ymd(2026, 4, 1);
        let made = params.self_signed(&key).unwrap();
        (made.pem(), key.serialize_pem())
    }

    #[test]
    fn its_hosts_and_its_time_are_read() {
        let (chain, key) = made(&["sign.example.org", "*.letters.example.org"]);
        let read = Certificate::read(chain.as_bytes(), key.as_bytes()).unwrap();
        assert!(read.is_for("sign.example.org") && read.is_for("SIGN.example.org"));
        assert!(read.is_for("a.letters.example.org"));
        for other in [
            "example.org",
            "letters.example.org",
            "b.a.letters.example.org",
            "signXexample.org",
        ] {
            assert!(!read.is_for(other), "{other}");
        }
        assert_eq!(
            read.ends.micros() - read.begins.micros(),
            90 * 86_400_000_000
        );
        let left = read.ends.micros() - read.renews_at().micros();
        assert_eq!(left, 30 * 86_400_000_000);
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let (chain, key) = made(&["sign.example.org"]);
        let (_, other) = made(&["sign.example.org"]);
        let refused = |chain: &str, key: &str| {
            let read = Certificate::read(chain.as_bytes(), key.as_bytes());
            read.unwrap_err().to_string()
        };
        assert!(refused(&chain, &other).contains("do not fit"));
        assert!(refused(&key, &key).contains("no certificate"));
        assert!(refused(&chain, &chain).contains("no private key"));
        assert!(refused("", "").contains("no certificate"));
    }
}
