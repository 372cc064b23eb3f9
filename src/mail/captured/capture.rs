//! `--mail capture`: each message becomes a file `<id>.eml`, for development and demonstration.

use super::read::Reading;
use crate::mail::content::RawMail;
use crate::mail::relay::fault::Stage;
use crate::mail::relay::session::lost;
use crate::mail::relay::verdict::{Accepted, Refused};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A folder of captured messages. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Capture {
    folder: Arc<Path>,
}

impl Capture {
    /// Makes the folder (readable by its owner only) if it is missing.
    pub fn open(folder: PathBuf) -> io::Result<Self> {
        fs::create_dir_all(&folder)?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            fs::set_permissions(&folder, fs::Permissions::from_mode(0o700))?;
        }
        Ok(Self {
            folder: folder.into(),
        })
    }

    /// Writes the message under another name first, so that no reader sees half of it.
    pub(crate) async fn send(&self, raw: RawMail) -> Result<Accepted, Refused> {
        let folder = self.folder.clone();
        let written = tokio::task::spawn_blocking(move || {
            let half = folder.join(format!(".{}.part", raw.name));
            fs::write(&half, &raw.bytes)?;
            fs::rename(&half, folder.join(format!("{}.eml", raw.name)))
        });
        match written.await {
            Ok(Ok(())) => Ok(Accepted { code: 250 }),
            _ => Err(lost(Stage::Connect, "the mail folder cannot be written")),
        }
    }

    /// Names of the captured messages, the latest first, at most `most`.
    pub fn list(&self, most: usize) -> io::Result<Vec<String>> {
        let mut found = Vec::new();
        for entry in fs::read_dir(&self.folder)? {
            let entry = entry?;
            let name = entry.file_name().into_string().unwrap_or_default();
            if let Some(name) = name.strip_suffix(".eml").filter(|name| is_name(name)) {
                found.push((entry.metadata()?.modified()?, name.to_owned()));
            }
        }
        found.sort_by(|a, b| b.cmp(a));
        Ok(found.into_iter().take(most).map(|(_, name)| name).collect())
    }

    /// The message of that name, as sent.
    pub fn source(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        if !is_name(name) {
            return Ok(None);
        }
        match fs::read(self.folder.join(format!("{name}.eml"))) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// The message of that name, taken apart.
    pub fn read(&self, name: &str) -> io::Result<Option<Reading>> {
        Ok(self.source(name)?.map(|bytes| Reading::of(&bytes)))
    }
}

/// Our own ids only: nothing that could lead out of the folder.
fn is_name(name: &str) -> bool {
    let fits = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_');
    !name.is_empty() && name.len() <= 80 && name.bytes().all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::address::MailAddress;

    #[tokio::test]
    async fn a_message_is_captured_and_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let capture = Capture::open(folder.path().join("mail")).unwrap();
        let to = MailAddress::parse("sam@example.org").unwrap();
        let bytes = b"Subject: Hello\r\n\r\nhi\r\n".to_vec();
        let raw = RawMail {
            name: "0190-a".to_owned(),
            from: to.clone(),
            to,
            bytes,
        };
        capture.send(raw).await.unwrap();
        assert_eq!(capture.list(10).unwrap(), ["0190-a"]);
        assert_eq!(
            capture.read("0190-a").unwrap().unwrap().header("subject"),
            Some("Hello")
        );
        for outside in ["../secrets", "", ".", "a/b", "0190-b"] {
            assert!(capture.source(outside).unwrap().is_none(), "{outside}");
        }
    }
}
