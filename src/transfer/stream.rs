//! The way out for lists: each is written on a thread of its own and handed over piece by piece, as fast as it is taken.

use super::write::{ExportError, ExportRequest, write_all};
use crate::base::Time;
use crate::db::Db;
use crate::web::{Error, Result};
use futures_util::Stream;
use futures_util::stream::unfold;
use std::io;
use std::sync::Arc;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc};

/// Lists written at once; each has a thread and a connection of its own.
const AT_ONCE: usize = 4;
/// Blocks that wait for a slow reader.
const BLOCKS: usize = 4;

/// Lets few lists be written at once.
#[derive(Debug, Clone)]
pub struct ExportLimit(Arc<Semaphore>);

impl Default for ExportLimit {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(AT_ONCE)))
    }
}

impl ExportLimit {
    /// A place for one more list, free again when it is dropped.
    ///
    /// # Errors
    /// 503 when several lists are being written.
    pub(super) fn turn(&self) -> Result<OwnedSemaphorePermit> {
        Arc::clone(&self.0)
            .try_acquire_owned()
            .map_err(|_| Error::busy(30))
    }
}

/// A piece of a list.
pub(super) enum Block {
    /// Some of its bytes, never none.
    Part(Vec<u8>),
    /// All of it was written.
    End,
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
            None => Some((Err(io::Error::other("broken off")), None)),
        }
    })
}

/// Writes the list on a thread of its own, which says so when it has come to the end.
pub(super) fn start(
    db: Db,
    wanted: ExportRequest,
    now: Time,
    turn: OwnedSemaphorePermit,
) -> Result<Blocks> {
    let (blocks, taken) = mpsc::channel(BLOCKS);
    let work = move || {
        let _turn = turn;
        let mut out = Sluice(blocks.clone());
        let written = db
            .open_reader()
            .map_err(ExportError::from)
            .and_then(|mut conn| write_all(&mut conn, &wanted, now, &mut out));
        match written {
            Ok(lines) => {
                tracing::info!(petition = %wanted.petition, lines, "a list was taken");
                let _ = blocks.blocking_send(Block::End);
            }
            Err(ExportError::Out(_)) => {
                tracing::info!(petition = %wanted.petition, "a list was left half-way");
            }
            Err(ExportError::Fault(fault)) => {
                tracing::error!(petition = %wanted.petition, %fault, "a list broke off");
            }
        }
    };
    std::thread::Builder::new()
        .name("export".to_owned())
        .spawn(work)
        .map_err(|_| Error::busy(30))?;
    Ok(taken)
}

/// Hands blocks over; waits when the reader is slow, fails when it has gone.
struct Sluice(mpsc::Sender<Block>);

impl io::Write for Sluice {
    fn write(&mut self, block: &[u8]) -> io::Result<usize> {
        if !block.is_empty() {
            self.0
                .blocking_send(Block::Part(block.to_vec()))
                .map_err(|_| io::Error::from(io::ErrorKind::BrokenPipe))?;
        }
        Ok(block.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
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
