//! The one secret of an installation, kept in a file of its own.

use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use zeroize::{Zeroize, Zeroizing};

use crate::base::random;

pub use super::key::Key;

/// 32 random bytes from which every key is derived, so that there is one file to back up and to keep private.
#[derive(Clone)]
pub struct Secrets([u8; 32]);

impl Drop for Secrets {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

/// Why the secret file cannot be used: each is one sentence for the operator, with what to do.
#[derive(Debug, thiserror::Error)]
pub enum SecretsError {
    /// Other accounts of the machine may read it.
    #[error(
        "the secret file {path} can be read by others (mode {mode:03o}); run: chmod 600 {path}"
    )]
    Open {
        /// Where it is.
        path: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// It holds something else than a secret.
    #[error(
        "the secret file {path} must hold 64 hexadecimal digits or 32 raw bytes; put the right file back from a backup"
    )]
    Shape {
        /// Where it is.
        path: PathBuf,
    },
    /// The disk refuses.
    #[error("the secret file {path} cannot be read or made: {source}")]
    Disk {
        /// Where it is.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

impl Secrets {
    /// Reads the secret from `path`; at the first start makes it there, with mode 0600. Two instances that start at once
    /// end with the same secret. A file that others may read is refused, because its content must be thought known.
    ///
    /// # Errors
    /// [`SecretsError`]: readable by group or others, not a secret, or not readable or writable at all.
    pub fn load_or_make(path: &Path) -> Result<Self, SecretsError> {
        let disk = |source| SecretsError::Disk {
            path: path.to_owned(),
            source,
        };
        match File::open(path) {
            Ok(file) => Self::load(path, file),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                make(path).map_err(disk)?;
                Self::load(path, File::open(path).map_err(disk)?)
            }
            Err(error) => Err(disk(error)),
        }
    }

    /// Reads the secret from `path`; none where there is no file.
    ///
    /// # Errors
    /// As [`Secrets::load_or_make`].
    pub fn find(path: &Path) -> Result<Option<Self>, SecretsError> {
        match File::open(path) {
            Ok(file) => Self::load(path, file).map(Some),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(source) => Err(SecretsError::Disk {
                path: path.to_owned(),
                source,
            }),
        }
    }

    /// What the secret is recognised by. It tells nothing of it, and nothing that is made with it.
    #[must_use]
    pub fn fingerprint(&self) -> [u8; 32] {
        self.key("fingerprint").mac(&[b"secrets"])
    }

    /// The same secret in every test, so that what is derived from it can be written into a test.
    pub fn for_test() -> Self {
        Self([0x5A; 32])
    }

    /// The key for one purpose: HMAC-SHA256(secret, purpose). Keys of different purposes tell nothing about each other.
    pub fn key(&self, purpose: &str) -> Key {
        Key::from_bytes(self.0).within(&[purpose.as_bytes()])
    }

    fn load(path: &Path, file: File) -> Result<Self, SecretsError> {
        let disk = |source| SecretsError::Disk {
            path: path.to_owned(),
            source,
        };
        // asked of the open file, so that it is the mode of what is read
        let mode = file.metadata().map_err(disk)?.permissions().mode() & 0o777;
        if mode & 0o077 != 0 {
            return Err(SecretsError::Open {
                path: path.to_owned(),
                mode,
            });
        }
        let mut content = Zeroizing::new(Vec::with_capacity(256));
        file.take(256).read_to_end(&mut content).map_err(disk)?;
        let secret = raw(&content).or_else(|| unhex(content.trim_ascii()));
        secret.map(Self).ok_or_else(|| SecretsError::Shape {
            path: path.to_owned(),
        })
    }
}

/// Written whole beside its place and linked into it, so that nobody ever reads half a secret; the link fails when
/// somebody else was first, and then theirs is the secret.
fn make(path: &Path) -> io::Result<()> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let draft = folder.join(format!(".secret-{}", hex(&random::bytes::<8>())));
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(&draft)?;
    let mut drawn = Zeroizing::new(hex(&random::bytes::<32>()));
    drawn.push('\n');
    let made = file
        .write_all(drawn.as_bytes())
        .and_then(|()| file.sync_all())
        .and_then(|()| fs::hard_link(&draft, path));
    fs::remove_file(&draft)?;
    match made {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => File::open(folder)?.sync_all(),
    }
}

fn raw(content: &[u8]) -> Option<[u8; 32]> {
    content.try_into().ok()
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex(digits: &[u8]) -> Option<[u8; 32]> {
    let digits: &[u8; 64] = digits.try_into().ok()?;
    let mut bytes = [0; 32];
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        if !pair.iter().all(u8::is_ascii_hexdigit) {
            return None;
        }
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(bytes)
}

impl fmt::Debug for Secrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secrets(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put(path: &Path, content: &[u8], mode: u32) {
        let mut file = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(true)
            .mode(mode)
            .open(path)
            .unwrap();
        file.write_all(content).unwrap();
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }

    #[test]
    fn the_first_start_makes_a_private_file_and_the_second_reads_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("secret");
        let made = Secrets::load_or_make(&path).unwrap();
        assert_eq!(
            fs::metadata(&path).unwrap().permissions().mode() & 0o777,
            0o600
        );
        assert_eq!(Secrets::load_or_make(&path).unwrap().0, made.0);
        assert_ne!(made.0, Secrets::for_test().0);
        assert_eq!(
            fs::read_dir(folder.path()).unwrap().count(),
            1,
            "no draft is left behind"
        );
        assert_eq!(fs::read_to_string(&path).unwrap().trim(), hex(&made.0));
    }

    #[test]
    fn who_comes_second_takes_the_secret_that_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("secret");
        make(&path).unwrap();
        let first = fs::read(&path).unwrap();
        make(&path).unwrap();
        assert_eq!(fs::read(&path).unwrap(), first);
    }

    #[test]
    fn a_file_others_may_read_is_refused_in_one_sentence() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("secret");
        for mode in [0o644, 0o640, 0o604, 0o660, 0o602] {
            put(&path, &[1; 32], mode);
            let refused = Secrets::load_or_make(&path).unwrap_err().to_string();
            let at = path.display();
            assert_eq!(
                refused,
                format!(
                    "the secret file {at} can be read by others (mode {mode:03o}); run: chmod 600 {at}"
                )
            );
        }
        put(&path, &[1; 32], 0o400);
        assert_eq!(Secrets::load_or_make(&path).unwrap().0, [1; 32]);
    }

    #[test]
    fn a_file_with_something_else_is_refused_and_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("secret");
        for wrong in [
            b"".as_slice(),
            b"hunter2",
            &[b'0'; 63],
            &[b'g'; 64],
            &[b'+'; 64],
            &[1; 33],
            &[b'a'; 300],
        ] {
            put(&path, wrong, 0o600);
            assert!(
                matches!(
                    Secrets::load_or_make(&path),
                    Err(SecretsError::Shape { .. })
                ),
                "{wrong:?}"
            );
            assert_eq!(fs::read(&path).unwrap(), wrong);
        }
        let nowhere = folder.path().join("no/such/folder/secret");
        assert!(matches!(
            Secrets::load_or_make(&nowhere),
            Err(SecretsError::Disk { .. })
        ));
    }

    #[test]
    fn keys_of_different_purposes_differ_and_none_shows_itself() {
        let secrets = Secrets::for_test();
        let (mail, page) = (secrets.key("mail"), secrets.key("page"));
        assert_ne!(mail.as_bytes(), page.as_bytes());
        assert_eq!(mail.as_bytes(), secrets.key("mail").as_bytes());
        assert_ne!(
            mail.within(&[b"1"]).as_bytes(),
            mail.within(&[b"2"]).as_bytes()
        );
        assert_eq!(format!("{secrets:?} {mail:?}"), "Secrets(..) Key(..)");
    }
}
