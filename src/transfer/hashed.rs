//! A file that knows its length and its SHA-256 when it is written.

use super::write::hex;
use sha2::{Digest, Sha256};
use std::io;

/// Whatever is written, on its way.
pub struct HashedFile<W> {
    to: W,
    sum: Sha256,
    bytes: u64,
}

impl<W> HashedFile<W> {
    /// Nothing written yet.
    pub fn new(to: W) -> Self {
        Self {
            to,
            sum: Sha256::new(),
            bytes: 0,
        }
    }

    /// Where it was written to, how many bytes, and the SHA-256 in hexadecimal.
    pub fn done(self) -> (W, u64, String) {
        (self.to, self.bytes, hex(&self.sum.finalize()))
    }
}

impl<W: io::Write> io::Write for HashedFile<W> {
    fn write(&mut self, block: &[u8]) -> io::Result<usize> {
        let written = self.to.write(block)?;
        self.sum.update(block.get(..written).unwrap_or_default());
        self.bytes += u64::try_from(written).unwrap_or(0);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write as _;

    #[test]
    fn the_sum_is_that_of_what_was_written() {
        let mut file = HashedFile::new(Vec::new());
        file.write_all(b"ab").unwrap();
        file.write_all(b"c").unwrap();
        let (to, bytes, sum) = file.done();
        assert_eq!((to.as_slice(), bytes), (&b"abc"[..], 3));
        assert_eq!(
            sum,
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }
}
