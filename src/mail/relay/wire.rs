//! The stream under lettre's connection: TCP with TCP_NODELAY, and three guards lettre lacks.
//!
//! * Without TCP_NODELAY each message waits 44 ms: lettre writes the closing dot on its own, and the
//!   kernel holds it back until the peer's delayed acknowledgement.
//! * A peer may not send without end: lettre reads a line into memory before it measures it.
//! * Before STARTTLS, bytes are taken one at a time: lettre keeps what it read ahead, so a reply that
//!   somebody slipped in before the handshake would be believed after it (CVE-2011-0411's kind).

use lettre::transport::smtp::client::AsyncTokioStream;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

/// The most a peer may say between two writes of ours: many times the longest honest reply or
/// certificate chain.
const MOST_SAID: usize = 128 * 1024;

/// First byte of a TLS handshake record.
const HANDSHAKE: u8 = 0x16;

#[derive(Debug)]
pub(crate) struct Wire<S> {
    stream: S,
    peer: SocketAddr,
    is_before_tls: bool,
    said: usize,
}

impl<S> Wire<S> {
    /// `is_before_tls`: STARTTLS is still to come.
    pub(crate) fn new(stream: S, peer: SocketAddr, is_before_tls: bool) -> Self {
        Self {
            stream,
            peer,
            is_before_tls,
            said: 0,
        }
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Wire<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let wire = &mut *self;
        if wire.said >= MOST_SAID {
            return Poll::Ready(Err(io::Error::other("the peer talks without end")));
        }
        let before = buf.filled().len();
        if wire.is_before_tls {
            let mut one = [0];
            let mut part = ReadBuf::new(&mut one);
            ready!(Pin::new(&mut wire.stream).poll_read(cx, &mut part))?;
            buf.put_slice(part.filled());
        } else {
            ready!(Pin::new(&mut wire.stream).poll_read(cx, buf))?;
        }
        wire.said += buf.filled().len() - before;
        Poll::Ready(Ok(()))
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Wire<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &[u8],
    ) -> Poll<io::Result<usize>> {
        let wire = &mut *self;
        if wire.is_before_tls && buf.first() == Some(&HANDSHAKE) {
            wire.is_before_tls = false;
        }
        wire.said = 0;
        Pin::new(&mut wire.stream).poll_write(cx, buf)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

impl<S> AsyncTokioStream for Wire<S>
where
    S: AsyncRead + AsyncWrite + Send + Sync + Unpin + std::fmt::Debug,
{
    fn peer_addr(&self) -> io::Result<SocketAddr> {
        Ok(self.peer)
    }
}
