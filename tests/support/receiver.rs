//! A receiver of webhooks that speaks real HTTP/1.1, over TLS if it is to, and answers as a story says.

use super::certificate::acceptor;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;
use tokio::task::{JoinHandle, JoinSet};
use tokio_rustls::TlsAcceptor;

/// How it answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answering {
    /// With this status.
    Status(u16),
    /// With this status and the header `Retry-After`.
    Later(u16, u32),
    /// With 302 to this address.
    Redirect(String),
    /// With 200 and a body without end.
    Endless,
    /// With 200, a byte each second.
    Slowly,
    /// With 200 at once, and a body of a byte each second.
    SlowBody,
    /// Not at all.
    Never,
    /// By closing the connection.
    Closing,
    /// With what is no HTTP.
    Garbage,
}

/// One request.
#[derive(Debug, Clone)]
pub struct Posted {
    /// `POST /path`.
    pub line: String,
    /// Names in small letters.
    pub headers: Vec<(String, String)>,
    /// As it came.
    pub body: Vec<u8>,
}

impl Posted {
    /// A header; empty when it is not there.
    pub fn header(&self, name: &str) -> &str {
        let mut all = self.headers.iter();
        all.find(|(known, _)| known == name)
            .map_or("", |(_, value)| value)
    }

    /// The body, read.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).expect("JSON")
    }

    /// `type`.
    pub fn kind(&self) -> String {
        self.json()["type"].as_str().unwrap_or_default().to_owned()
    }
}

struct Shared {
    answering: Mutex<Answering>,
    posted: Mutex<Vec<Posted>>,
    connections: AtomicUsize,
    open: AtomicUsize,
    most_at_once: AtomicUsize,
    written: AtomicUsize,
}

/// The receiver; it ends when it is dropped.
pub struct Receiver {
    shared: Arc<Shared>,
    port: u16,
    certificate: Option<Vec<u8>>,
    task: JoinHandle<()>,
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Receiver {
    /// One that takes everything, without TLS.
    pub async fn start() -> Self {
        Self::over(None).await
    }

    /// One that is called so and speaks TLS.
    pub async fn with_tls(name: &str) -> Self {
        Self::over(Some(acceptor(name))).await
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "a server beside the story, ended with it"
    )]
    async fn over(tls: Option<(TlsAcceptor, Vec<u8>)>) -> Self {
        let (tls, certificate) = tls.unzip();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let shared = Arc::new(Shared {
            answering: Mutex::new(Answering::Status(204)),
            posted: Mutex::default(),
            connections: AtomicUsize::new(0),
            open: AtomicUsize::new(0),
            most_at_once: AtomicUsize::new(0),
            written: AtomicUsize::new(0),
        });
        let server = Arc::clone(&shared);
        let task = tokio::spawn(async move {
            let mut open = JoinSet::new();
            while let Ok((tcp, _)) = listener.accept().await {
                let (server, tls) = (Arc::clone(&server), tls.clone());
                server.connections.fetch_add(1, Ordering::SeqCst);
                open.spawn(async move {
                    match tls {
                        None => server.serve(tcp).await,
                        Some(tls) => match tls.accept(tcp).await {
                            Ok(stream) => server.serve(stream).await,
                            Err(_) => None,
                        },
                    }
                });
            }
        });
        Self {
            shared,
            port,
            certificate,
            task,
        }
    }

    /// From now on it answers so.
    pub fn answers(&self, answering: Answering) {
        *self.shared.answering.lock().unwrap() = answering;
    }

    /// Where it is without TLS.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}/hook", self.port)
    }

    /// Its port.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// What a client is to trust.
    pub fn certificate(&self) -> Vec<u8> {
        self.certificate.clone().expect("a certificate")
    }

    /// Everything it got, the first first.
    pub fn posted(&self) -> Vec<Posted> {
        self.shared.posted.lock().unwrap().clone()
    }

    /// Bytes of endless answers that went out.
    pub fn written(&self) -> usize {
        self.shared.written.load(Ordering::SeqCst)
    }

    /// Connections it took.
    pub fn connections(&self) -> usize {
        self.shared.connections.load(Ordering::SeqCst)
    }

    /// The most requests that waited for their answers at once.
    pub fn most_at_once(&self) -> usize {
        self.shared.most_at_once.load(Ordering::SeqCst)
    }
}

impl Shared {
    async fn serve(&self, stream: impl AsyncRead + AsyncWrite + Unpin) -> Option<()> {
        let mut stream = BufReader::new(stream);
        loop {
            let posted = read(&mut stream).await?;
            self.posted.lock().unwrap().push(posted);
            let answering = self.answering.lock().unwrap().clone();
            let now = self.open.fetch_add(1, Ordering::SeqCst) + 1;
            self.most_at_once.fetch_max(now, Ordering::SeqCst);
            let stays = self.answer(&mut stream, answering).await;
            self.open.fetch_sub(1, Ordering::SeqCst);
            if stays != Some(true) {
                return None;
            }
        }
    }

    async fn answer(
        &self,
        stream: &mut (impl AsyncWrite + Unpin),
        answering: Answering,
    ) -> Option<bool> {
        let second = std::time::Duration::from_secs(1);
        match answering {
            Answering::Status(status) => {
                let told = "a secret of the receiver";
                let (length, body) = match status {
                    204 => (0, ""),
                    _ => (told.len(), told),
                };
                let head = format!("HTTP/1.1 {status} X\r\ncontent-length: {length}\r\n\r\n{body}");
                stream.write_all(head.as_bytes()).await.ok()?;
            }
            Answering::Later(status, seconds) => {
                let head = format!(
                    "HTTP/1.1 {status} X\r\nretry-after: {seconds}\r\ncontent-length: 0\r\n\r\n"
                );
                stream.write_all(head.as_bytes()).await.ok()?;
            }
            Answering::Redirect(to) => {
                let head =
                    format!("HTTP/1.1 302 Found\r\nlocation: {to}\r\ncontent-length: 0\r\n\r\n");
                stream.write_all(head.as_bytes()).await.ok()?;
            }
            Answering::Endless => {
                let head = b"HTTP/1.1 200 OK\r\ncontent-length: 1000000000\r\n\r\n";
                stream.write_all(head).await.ok()?;
                loop {
                    stream.write_all(&[b'x'; 65_536]).await.ok()?;
                    self.written.fetch_add(65_536, Ordering::SeqCst);
                }
            }
            Answering::Slowly => {
                for byte in b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n" {
                    stream.write_all(&[*byte]).await.ok()?;
                    tokio::time::sleep(second).await;
                }
            }
            Answering::SlowBody => {
                let head = b"HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n";
                stream.write_all(head).await.ok()?;
                loop {
                    stream.write_all(b"x").await.ok()?;
                    tokio::time::sleep(second).await;
                }
            }
            Answering::Never => std::future::pending::<()>().await,
            Answering::Closing => return Some(false),
            Answering::Garbage => {
                stream
                    .write_all(b"220 this is a mail server\r\n")
                    .await
                    .ok()?;
                return Some(false);
            }
        }
        stream.flush().await.ok()?;
        Some(true)
    }
}

async fn read(stream: &mut BufReader<impl AsyncRead + Unpin>) -> Option<Posted> {
    let mut line = String::new();
    if stream.read_line(&mut line).await.ok()? == 0 {
        return None;
    }
    let line = line.trim_end().trim_end_matches(" HTTP/1.1").to_owned();
    let mut headers = Vec::new();
    loop {
        let mut header = String::new();
        stream.read_line(&mut header).await.ok()?;
        match header.trim_end().split_once(": ") {
            Some((name, value)) => headers.push((name.to_lowercase(), value.to_owned())),
            None => break,
        }
    }
    let mut posted = Posted {
        line,
        headers,
        body: Vec::new(),
    };
    let length = posted.header("content-length").parse().unwrap_or(0);
    posted.body = vec![0; length];
    stream.read_exact(&mut posted.body).await.ok()?;
    Some(posted)
}
