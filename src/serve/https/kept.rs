//! What is kept of a certificate authority in the data folder: the account, the certificate with its key, and until when it is not asked.

use super::certificate::Certificate;
use crate::base::Time;
use crate::site::certificate_state::CertificateTrouble;
use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

const DIRECTORY: &str = "directory";
const ACCOUNT: &str = "account.json";
const PAIR: &str = "certificate.pem";
const WAITS: &str = "not-before";

/// The folder. Everything in it is its owner's alone.
#[derive(Debug, Clone)]
pub(super) struct KeptFiles {
    folder: PathBuf,
}

impl KeptFiles {
    /// Opens it, and makes it where there is none. What another authority made or refused is forgotten: who tried one out wants the other's.
    ///
    /// # Errors
    /// Of the file system.
    pub(super) fn open(folder: &Path, directory: &str) -> io::Result<Self> {
        let mut made = fs::DirBuilder::new();
        made.recursive(true).mode(0o700).create(folder)?;
        fs::set_permissions(folder, Permissions::from_mode(0o700))?;
        let kept = Self {
            folder: folder.to_owned(),
        };
        let before = fs::read_to_string(folder.join(DIRECTORY)).unwrap_or_default();
        if before != directory {
            for name in [ACCOUNT, PAIR, WAITS] {
                kept.forget(name);
            }
            kept.write(DIRECTORY, directory.as_bytes())?;
        }
        Ok(kept)
    }

    /// What another process keeps of this authority, to be read alone; none where it keeps nothing of it.
    pub(super) fn of_another(folder: &Path, directory: &str) -> Option<Self> {
        let known = fs::read_to_string(folder.join(DIRECTORY)).ok()?;
        (known == directory).then(|| Self {
            folder: folder.to_owned(),
        })
    }

    fn forget(&self, name: &str) {
        let _ = fs::remove_file(self.folder.join(name));
    }

    /// The account, as the authority's library wrote it; none where there is none.
    pub(super) fn account(&self) -> Option<String> {
        fs::read_to_string(self.folder.join(ACCOUNT)).ok()
    }

    /// Keeps it.
    ///
    /// # Errors
    /// Of the file system.
    pub(super) fn keep_account(&self, account: &str) -> io::Result<()> {
        self.write(ACCOUNT, account.as_bytes())
    }

    /// Forgets it.
    pub(super) fn forget_account(&self) {
        self.forget(ACCOUNT);
    }

    /// The certificate; none where there is none, or none that can be read.
    pub(super) fn certificate(&self) -> Option<Certificate> {
        let pair = fs::read(self.folder.join(PAIR)).ok()?;
        Certificate::read(&pair, &pair).ok()
    }

    /// Keeps a certificate and its key, in one file, so that there is never one without the other.
    ///
    /// # Errors
    /// Of the file system.
    pub(super) fn keep_certificate(&self, chain: &str, key: &str) -> io::Result<()> {
        self.write(PAIR, format!("{key}\n{chain}").as_bytes())
    }

    /// Why and until when the authority is not asked, whoever starts the program meanwhile, and how often it has refused one after another.
    pub(super) fn waits(&self) -> Option<(CertificateTrouble, Time, u32)> {
        let text = fs::read_to_string(self.folder.join(WAITS)).ok()?;
        let mut words = text.split_whitespace();
        let why = CertificateTrouble::parse(words.next()?)?;
        let until = Time::from_micros(words.next()?.parse().ok()?);
        Some((why, until, words.next()?.parse().ok()?))
    }

    /// Notes it.
    ///
    /// # Errors
    /// Of the file system.
    pub(super) fn keep_waits(
        &self,
        why: CertificateTrouble,
        until: Time,
        times: u32,
    ) -> io::Result<()> {
        let text = format!("{} {} {times}\n", why.as_str(), until.micros());
        self.write(WAITS, text.as_bytes())
    }

    /// Nothing is in the way any more.
    pub(super) fn forget_waits(&self) {
        self.forget(WAITS);
    }

    /// Written beside, then put in the place of what was there: a disk that is full, or a program that is killed, leaves what was there.
    fn write(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let beside = self.folder.join(format!("{name}.new"));
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(true).mode(0o600);
        let mut file = options.open(&beside)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&beside, self.folder.join(name))?;
        File::open(&self.folder)?.sync_all()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_its_owners_alone_and_whole() {
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path().join("https");
        let kept = KeptFiles::open(&at, "https://one.example/dir").unwrap();
        assert!(kept.account().is_none() && kept.certificate().is_none());
        kept.keep_account("{}").unwrap();
        let key = rcgen::KeyPair::generate().unwrap();
        let params = rcgen::CertificateParams::new(["a.example.org".to_owned()]).unwrap();
        let made = params.self_signed(&key).unwrap();
        kept.keep_certificate(&made.pem(), &key.serialize_pem())
            .unwrap();
        let waits = (CertificateTrouble::TooMany, Time::from_micros(7), 3);
        kept.keep_waits(waits.0, waits.1, waits.2).unwrap();
        let again = KeptFiles::open(&at, "https://one.example/dir").unwrap();
        assert_eq!(again.account().as_deref(), Some("{}"));
        assert!(again.certificate().unwrap().is_for("a.example.org"));
        assert_eq!(again.waits(), Some(waits));
        again.forget_waits();
        assert_eq!(kept.waits(), None);
        for entry in fs::read_dir(&at).unwrap() {
            let mode = entry.unwrap().metadata().unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
        // half of it is none
        fs::write(at.join(PAIR), made.pem()).unwrap();
        assert!(again.certificate().is_none());
        again
            .keep_certificate(&made.pem(), &key.serialize_pem())
            .unwrap();
        again.keep_waits(waits.0, waits.1, waits.2).unwrap();
        let other = KeptFiles::open(&at, "https://other.example/dir").unwrap();
        assert!(other.account().is_none() && other.certificate().is_none());
        assert_eq!(other.waits(), None, "another authority has refused nothing");
    }
}
