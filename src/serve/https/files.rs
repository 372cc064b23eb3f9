//! A certificate that somebody else keeps in two files: read at the start, and anew whenever they change.

use super::certificate::Certificate;
use super::served::ServedCertificate;
use crate::base::Clock;
use crate::site::certificate_state::HttpsState;
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::time::Duration;
use tokio::sync::watch;

/// How often it is looked at whether they changed.
const TICK: Duration = Duration::from_secs(5);

/// The two files.
pub(crate) struct CertificateFiles {
    certificate: PathBuf,
    key: PathBuf,
    host: String,
    served: ServedCertificate,
    state: HttpsState,
    /// What the files looked like when they were read.
    seen: Option<[FileMark; 2]>,
}

/// When a file was written, how long it is, and which it is.
type FileMark = (i64, i64, u64, u64);

fn mark(path: &Path) -> Option<FileMark> {
    let found = fs::metadata(path).ok()?;
    Some((found.mtime(), found.mtime_nsec(), found.size(), found.ino()))
}

impl CertificateFiles {
    /// Reads them and serves what they hold.
    ///
    /// # Errors
    /// One line for the operator, that names the file.
    pub(super) fn open(
        (certificate, key): (&Path, &Path),
        host: &str,
        (served, state, clock): (ServedCertificate, HttpsState, &Clock),
    ) -> Result<Self, String> {
        let mut files = Self {
            certificate: certificate.to_owned(),
            key: key.to_owned(),
            host: host.to_owned(),
            served,
            state,
            seen: None,
        };
        let read = files.read()?;
        if read.ends <= clock.now() {
            tracing::warn!(ends = %read.ends, "the certificate in {} is over", certificate.display());
        }
        files.serve(&read);
        Ok(files)
    }

    /// What the files look like now; none where one of them is not there.
    fn marks(&self) -> Option<[FileMark; 2]> {
        Some([mark(&self.certificate)?, mark(&self.key)?])
    }

    fn read(&mut self) -> Result<Certificate, String> {
        let (certificate, key) = (self.certificate.display(), self.key.display());
        self.seen = self.marks();
        let mode = fs::metadata(&self.key).map(|found| found.permissions().mode());
        if mode.is_ok_and(|mode| mode & 0o007 != 0) {
            return Err(format!(
                "https-key: every account of this machine can read {key}: chmod o-rwx {key}"
            ));
        }
        let chain = fs::read(&self.certificate)
            .map_err(|error| format!("https-cert: cannot read {certificate}: {error}"))?;
        let secret = fs::read(&self.key)
            .map_err(|error| format!("https-key: cannot read {key}: {error}"))?;
        let read = Certificate::read(&chain, &secret)
            .map_err(|error| format!("https-cert: {certificate} with {key}: {error}"))?;
        match read.is_for(&self.host) {
            true => Ok(read),
            false => Err(format!(
                "https-cert: {certificate} is for {} and not for {}",
                read.hosts.join(", "),
                self.host
            )),
        }
    }

    fn serve(&self, read: &Certificate) {
        self.served.serve(read.key.clone());
        self.state.serves(read.ends);
        tracing::info!(host = self.host, ends = %read.ends, "serves a certificate");
    }

    /// Looks after them until it is stopped. Files that cannot be read leave what is served as it is.
    pub(super) async fn run(mut self, mut stopping: watch::Receiver<bool>) {
        loop {
            tokio::select! {
                biased;
                _ = stopping.wait_for(|stop| *stop) => return,
                () = tokio::time::sleep(TICK) => {}
            }
            if self.marks() == self.seen {
                continue;
            }
            match self.read() {
                Ok(read) => self.serve(&read),
                Err(line) => tracing::warn!("{line}; the certificate of before is served on"),
            }
        }
    }
}
