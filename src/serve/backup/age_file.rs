//! Files that only the holder of a key can read: age (C2SP), with X25519 keys, as `age-keygen` makes them.

use age::x25519::Recipient;
use age::{Decryptor, Encryptor, Identity, IdentityFile};
use std::fs::File;
use std::io::{self, BufReader, Read, Write};
use std::path::{Path, PathBuf};

/// How an encrypted file begins.
const HEAD: &[u8] = b"age-encryption.org/v1\n";
/// The end of its name.
pub(crate) const END: &str = ".age";
/// Most keys that files are encrypted for.
const MOST: usize = 20;

/// The keys that backups are encrypted for: whoever holds the other half of one of them can read them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Recipients(Vec<Recipient>);

impl Recipients {
    /// Reads public keys, separated by commas.
    ///
    /// # Errors
    /// A sentence about the first that is none.
    pub fn parse(text: &str) -> Result<Self, String> {
        let words = text.split(',').map(str::trim);
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        if words.len() > MOST {
            return Err(format!("must be at most {MOST} keys"));
        }
        let read = |(number, word): (usize, &&str)| {
            word.parse::<Recipient>().map_err(|_| {
                // Somebody may have typed the secret half.
                format!(
                    "key {} must be the public one of an age key, such as age1..., which age-keygen prints",
                    number + 1
                )
            })
        };
        let all: Result<Vec<_>, _> = words.iter().enumerate().map(read).collect();
        all.map(Self)
    }

    /// Whether nothing is encrypted.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Encrypts everything of one file into another.
    ///
    /// # Errors
    /// What the disk says.
    pub(crate) fn encrypt(&self, from: &mut File, to: &File) -> io::Result<()> {
        let recipients = self.0.iter().map(|one| -> &dyn age::Recipient { one });
        let encryptor = Encryptor::with_recipients(recipients).map_err(io::Error::other)?;
        let mut sealed = encryptor.wrap_output(io::BufWriter::new(to))?;
        io::copy(from, &mut sealed)?;
        sealed.finish()?.flush()
    }
}

/// Whether a file is encrypted, by how it begins.
///
/// # Errors
/// What the disk says.
pub(crate) fn is_encrypted(file: &Path) -> io::Result<bool> {
    let mut head = Vec::with_capacity(HEAD.len());
    let most = u64::try_from(HEAD.len()).unwrap_or(0);
    File::open(file)?.take(most).read_to_end(&mut head)?;
    Ok(head == HEAD)
}

/// Opens an encrypted file with the secret keys in these files. Nothing of it is believed before it was read to its end without an error.
///
/// # Errors
/// One sentence: a file of keys cannot be read, none of the keys fits, or it is no such file.
pub(crate) fn decrypted(file: &Path, identities: &[PathBuf]) -> Result<impl Read + use<>, String> {
    let mut keys: Vec<Box<dyn Identity>> = Vec::new();
    for path in identities {
        let cannot = |what: &str| format!("the file of keys {} {what}", path.display());
        let text = File::open(path).map_err(|error| cannot(&format!("cannot be read: {error}")))?;
        let found = IdentityFile::from_buffer(BufReader::new(text))
            .map_err(|_| cannot("holds something else than age keys"))?;
        keys.extend(
            found
                .into_identities()
                .map_err(|_| cannot("holds something else than age keys"))?,
        );
    }
    let at = file.display();
    let input = File::open(file).map_err(|error| format!("{at} cannot be read: {error}"))?;
    let decryptor = Decryptor::new_buffered(BufReader::new(input))
        .map_err(|_| format!("{at} is no whole file of age"))?;
    decryptor
        .decrypt(keys.iter().map(|key| &**key))
        .map_err(|_| format!("none of the keys given opens {at}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use age::secrecy::ExposeSecret;
    use age::x25519;

    #[test]
    fn whoever_holds_one_of_the_keys_reads_the_file_and_nobody_else() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let (ana, kim, eve) = (
            x25519::Identity::generate(),
            x25519::Identity::generate(),
            x25519::Identity::generate(),
        );
        let list = format!("{}, {}", ana.to_public(), kim.to_public());
        let recipients = Recipients::parse(&list).unwrap();
        std::fs::write(at("plain"), vec![7; 200_000]).unwrap();
        let sealed = File::create(at("sealed")).unwrap();
        let mut plain = File::open(at("plain")).unwrap();
        recipients.encrypt(&mut plain, &sealed).unwrap();
        assert!(is_encrypted(&at("sealed")).unwrap());
        assert!(!is_encrypted(&at("plain")).unwrap());
        let read = |key: &x25519::Identity| {
            std::fs::write(at("key"), key.to_string().expose_secret()).unwrap();
            let mut found = Vec::new();
            decrypted(&at("sealed"), &[at("key")])?
                .read_to_end(&mut found)
                .map_err(|error| error.to_string())?;
            Ok::<_, String>(found)
        };
        assert_eq!(read(&ana).unwrap(), vec![7; 200_000]);
        assert_eq!(read(&kim).unwrap(), vec![7; 200_000]);
        assert!(read(&eve).unwrap_err().contains("none of the keys"));
        // cut off, it is told at the end of what can be read
        sealed.set_len(150_000).unwrap();
        assert!(read(&ana).is_err());
    }

    #[test]
    fn a_secret_key_in_the_place_of_a_public_one_is_refused_and_not_repeated() {
        let key = x25519::Identity::generate().to_string();
        let told = Recipients::parse(key.expose_secret()).unwrap_err();
        assert!(
            told.contains("key 1") && !told.contains("AGE-SECRET"),
            "{told}"
        );
        assert!(Recipients::parse("").unwrap().is_empty());
    }
}
