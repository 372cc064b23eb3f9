//! The way out for lists: each is written into a file without a name first, on a thread of its own, so that its length and sum are in
//! the log before anything leaves and no slow reader holds the database. Then it is handed over piece by piece, as fast as it is taken.

use super::hashed::HashedFile;
use super::request::ExportRequest;
use super::write::{ExportError, write_watched};
use crate::base::Time;
use crate::db::{self, Db, Tx};
use crate::web::{Error, Result};
use futures_util::Stream;
use futures_util::stream::unfold;
use std::fs::File;
use std::io::{self, Read, Seek};
use std::path::PathBuf;
use tokio::sync::{OwnedSemaphorePermit, mpsc};

/// Blocks that wait for a slow reader.
const BLOCKS: usize = 4;
/// Bytes of a block.
const BLOCK: usize = 64 * 1024;

/// A piece of a list.
pub(super) enum Block {
    /// Some of its bytes, never none.
    Part(Vec<u8>),
    /// All of it was written.
    End,
    /// The folder of lists takes no file; nothing left.
    Unwritable,
}

pub(super) type Blocks = mpsc::Receiver<Block>;

/// The bytes of a list. Where its writer falls silent before the end, the last piece is an error: then the download fails, and nobody
/// takes a part for the whole.
pub(super) fn parts(first: Block, blocks: Blocks) -> impl Stream<Item = io::Result<Vec<u8>>> {
    unfold(Some((Some(first), blocks)), async |state| {
        let (first, mut blocks) = state?;
        let next = match first {
            Some(first) => Some(first),
            None => blocks.recv().await,
        };
        match next {
            Some(Block::Part(part)) => Some((Ok(part), Some((None, blocks)))),
            Some(Block::End) => None,
            Some(Block::Unwritable) | None => Some((Err(io::Error::other("broken off")), None)),
        }
    })
}

/// A list that is to leave.
pub(super) struct Leaving {
    /// Where its signatures are.
    pub(super) db: Db,
    /// What it holds.
    pub(super) wanted: ExportRequest,
    /// As of when.
    pub(super) now: Time,
    /// Where it is written first.
    pub(super) folder: PathBuf,
}

/// Writes the list on a thread of its own, has `tell` write it down with the number of its lines and its sum, and hands it over.
/// `turn` is free again when it has left.
pub(super) fn start(
    leaving: Leaving,
    turn: OwnedSemaphorePermit,
    tell: impl FnOnce(&mut Tx<'_>, u64, &str) -> db::Result<()> + Send + 'static,
) -> Result<Blocks> {
    let (blocks, taken) = mpsc::channel(BLOCKS);
    let petition = leaving.wanted.petition;
    let work = move || {
        let _turn = turn;
        match leave(&leaving, tell, &blocks) {
            Ok(true) => tracing::info!(%petition, "a list was taken"),
            Ok(false) => tracing::info!(%petition, "a list was left half-way"),
            Err(ExportError::Out(error)) => {
                tracing::error!(%petition, %error, "a list could not be written");
                let _ = blocks.blocking_send(Block::Unwritable);
            }
            Err(fault) => tracing::error!(%petition, %fault, "a list broke off"),
        }
    };
    std::thread::Builder::new()
        .name("export".to_owned())
        .spawn(work)
        .map_err(|_| Error::busy(30))?;
    Ok(taken)
}

/// Hands a list over that lies in a file.
pub(super) fn start_file(file: File, turn: OwnedSemaphorePermit) -> Result<Blocks> {
    let (blocks, taken) = mpsc::channel(BLOCKS);
    let work = move || {
        let _turn = turn;
        hand_over(file, &blocks)
    };
    std::thread::Builder::new()
        .name("export".to_owned())
        .spawn(work)
        .map_err(|_| Error::busy(30))?;
    Ok(taken)
}

/// Whether it was taken to its end.
fn leave(
    leaving: &Leaving,
    tell: impl FnOnce(&mut Tx<'_>, u64, &str) -> db::Result<()>,
    blocks: &mpsc::Sender<Block>,
) -> std::result::Result<bool, ExportError> {
    let mut out = HashedFile::new(tempfile::tempfile_in(&leaving.folder)?);
    let mut conn = leaving.db.open_reader()?;
    let (wanted, scratch) = (&leaving.wanted, leaving.folder.as_path());
    let lines = write_watched(
        &mut conn,
        wanted,
        leaving.now,
        (&mut out, scratch),
        |_, _| Ok(()),
    )?;
    drop(conn);
    let (mut file, _, sum) = out.done();
    leaving.db.write_here(|tx| tell(tx, lines, &sum))?;
    file.rewind()?;
    Ok(hand_over(file, blocks))
}

fn hand_over(mut file: File, blocks: &mpsc::Sender<Block>) -> bool {
    loop {
        let mut part = vec![0; BLOCK];
        let block = match file.read(&mut part) {
            Ok(0) => return blocks.blocking_send(Block::End).is_ok(),
            Ok(read) => {
                part.truncate(read);
                Block::Part(part)
            }
            Err(_) => return false,
        };
        if blocks.blocking_send(block).is_err() {
            return false;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::StreamExt;

    async fn taken(told: Vec<Block>) -> (String, bool) {
        let (blocks, taken) = mpsc::channel(BLOCKS);
        for block in told {
            blocks.send(block).await.unwrap();
        }
        drop(blocks);
        let mut taken = taken;
        let first = taken.recv().await.unwrap();
        let parts: Vec<_> = parts(first, taken).collect().await;
        let is_whole = parts.iter().all(io::Result::is_ok);
        let text = parts.into_iter().flatten().flatten().collect();
        (String::from_utf8(text).unwrap(), is_whole)
    }

    #[tokio::test]
    async fn a_list_whose_writer_fell_silent_is_not_whole() {
        let part = |text: &str| Block::Part(text.as_bytes().to_vec());
        let whole = taken(vec![part("a\n"), part("b\n"), Block::End]).await;
        assert_eq!(whole, ("a\nb\n".to_owned(), true));
        let empty = taken(vec![Block::End]).await;
        assert_eq!(empty, (String::new(), true));
        let broken = taken(vec![part("a\n"), part("b\n")]).await;
        assert_eq!(broken, ("a\nb\n".to_owned(), false));
    }
}
