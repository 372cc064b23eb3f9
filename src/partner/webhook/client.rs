//! Posts to a receiver: over connections of our own making, to an address that was judged, and to nowhere else (T19).
//!
//! No general client stands in between: it would follow redirects, heed proxy variables, look names up again and keep answers.

use super::model::DeliveryFailure;
use super::network::is_public;
use super::resolver::WebhookResolver;
use super::target::{TargetHost, WebhookUrl};
use bytes::Bytes;
use http::header::{CONTENT_TYPE, HOST, HeaderMap, RETRY_AFTER, USER_AGENT};
use http::{Method, Request, Version};
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::client::conn::http1::{self, Connection, SendRequest};
use hyper_util::rt::TokioIo;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, RootCertStore};
use std::net::{IpAddr, SocketAddr};
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;

/// How long one attempt may take, from the look-up to the head of the answer.
pub const WITHIN: Duration = Duration::from_secs(15);
/// Of that, for one connection to come about.
const CONNECT_WITHIN: Duration = Duration::from_secs(5);
/// What of an answer is read, to use its connection again. None of it is kept.
const MOST_READ: usize = 64 * 1024;
/// How long it is read for.
const READ_WITHIN: Duration = Duration::from_secs(1);
/// The longest head of an answer.
const HEAD: usize = 64 * 1024;
/// What it says of itself.
const AGENT: &str = concat!("Undersigned/", env!("CARGO_PKG_VERSION"), " (webhook)");

trait Stream: AsyncRead + AsyncWrite + Unpin + Send {}
impl<T: AsyncRead + AsyncWrite + Unpin + Send> Stream for T {}

type Wire = TokioIo<Box<dyn Stream>>;

/// An open connection to a receiver, for one request at a time.
pub struct WebhookConnection {
    /// To where: the address of a webhook may be another by the next request.
    to: (WebhookUrl, bool),
    requests: SendRequest<Full<Bytes>>,
    wire: Pin<Box<Connection<Wire, Full<Bytes>>>>,
}

/// What was answered: of its head no more than this, of its body nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answered {
    /// The status.
    pub status: u16,
    /// How long the receiver asked to be left alone.
    pub retry_after: Option<Duration>,
}

/// Headers and body of one attempt.
#[derive(Debug, Clone)]
pub struct SignedMessage {
    /// `webhook-id`.
    pub id: String,
    /// `webhook-timestamp`.
    pub at: i64,
    /// `webhook-signature`.
    pub signatures: String,
    /// The body, as it was signed.
    pub body: Bytes,
}

/// Makes connections and posts over them. Cheap to clone.
#[derive(Clone)]
pub struct WebhookClient {
    resolver: Option<WebhookResolver>,
    tls: Arc<ClientConfig>,
    within: Duration,
}

impl WebhookClient {
    /// One that asks this name server, or those of the machine, and trusts the authorities that browsers trust, and these beside them.
    ///
    /// # Errors
    /// One line for the operator.
    pub fn new(
        resolver: Option<SocketAddr>,
        trusted: &[CertificateDer<'static>],
    ) -> Result<Self, String> {
        let mut roots = RootCertStore::empty();
        roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
        for one in trusted {
            roots
                .add(one.clone())
                .map_err(|error| format!("webhooks: an authority is no certificate: {error}"))?;
        }
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let mut tls = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(|error| format!("cannot speak TLS: {error}"))?
            .with_root_certificates(roots)
            .with_no_client_auth();
        tls.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(Self {
            resolver: WebhookResolver::of(resolver),
            tls: Arc::new(tls),
            within: WITHIN,
        })
    }

    /// The same with less patience: a story waits for nobody.
    #[must_use]
    pub fn within(mut self, within: Duration) -> Self {
        self.within = within;
        self
    }

    /// Posts a message once. A connection that was kept is used, and one that can be used again is left in its place.
    ///
    /// # Errors
    /// Why nothing was answered.
    pub async fn post(
        &self,
        kept: &mut Option<WebhookConnection>,
        (url, allows_private): (&WebhookUrl, bool),
        message: &SignedMessage,
    ) -> Result<Answered, DeliveryFailure> {
        let whole = async {
            let of_this = |open: &WebhookConnection| {
                open.to.0.is_of_one_receiver(url) && open.to.1 == allows_private
            };
            if let Some(mut open) = kept.take().filter(of_this) {
                match open.ask(url, message).await {
                    Ok((answered, stays)) => {
                        *kept = stays.then_some(open);
                        return Ok(answered);
                    }
                    // a receiver closes what it has kept for long, perhaps at this moment: once more over a fresh one
                    Err(_) => drop(open),
                }
            }
            let mut open = self.connect(url, allows_private).await?;
            let (answered, stays) = open.ask(url, message).await?;
            *kept = stays.then_some(open);
            Ok(answered)
        };
        timeout(self.within, whole)
            .await
            .unwrap_or(Err(DeliveryFailure::Late))
    }

    /// Looks the host up, judges every address of it, and connects to one of those.
    async fn connect(
        &self,
        url: &WebhookUrl,
        allows_private: bool,
    ) -> Result<WebhookConnection, DeliveryFailure> {
        let host = url.host().ok_or(DeliveryFailure::Name)?;
        let addresses = match &host {
            TargetHost::Address(address) => vec![*address],
            TargetHost::Name(name) => match &self.resolver {
                Some(resolver) => resolver.addresses(name).await,
                None => Vec::new(),
            },
        };
        if addresses.is_empty() {
            return Err(DeliveryFailure::Name);
        }
        // one that is not public is reason enough: whoever answers for the name could make the next look-up prefer it
        if !allows_private && !addresses.iter().all(|address| is_public(*address)) {
            return Err(DeliveryFailure::Private);
        }
        let mut failure = DeliveryFailure::Connection;
        for address in addresses {
            match timeout(CONNECT_WITHIN, self.open(url, &host, address)).await {
                Ok(Ok(wire)) => return handshake(wire, (url.clone(), allows_private)).await,
                Ok(Err(failed)) => failure = failed,
                Err(_) => failure = DeliveryFailure::Late,
            }
        }
        Err(failure)
    }

    /// A stream to this address, in TLS with the host's name where it is https.
    async fn open(
        &self,
        url: &WebhookUrl,
        host: &TargetHost,
        address: IpAddr,
    ) -> Result<Box<dyn Stream>, DeliveryFailure> {
        let tcp = TcpStream::connect(SocketAddr::new(address, url.port()))
            .await
            .map_err(|_| DeliveryFailure::Connection)?;
        let _ = tcp.set_nodelay(true);
        if !url.is_https() {
            return Ok(Box::new(tcp));
        }
        let name = match host {
            TargetHost::Name(name) => {
                ServerName::try_from(name.clone()).map_err(|_| DeliveryFailure::Name)?
            }
            TargetHost::Address(address) => ServerName::from(*address),
        };
        let tls = TlsConnector::from(Arc::clone(&self.tls));
        let stream = tls.connect(name, tcp).await;
        Ok(Box::new(stream.map_err(|_| DeliveryFailure::Tls)?))
    }
}

async fn handshake(
    wire: Box<dyn Stream>,
    to: (WebhookUrl, bool),
) -> Result<WebhookConnection, DeliveryFailure> {
    let (requests, wire) = http1::Builder::new()
        .max_buf_size(HEAD)
        .handshake(TokioIo::new(wire))
        .await
        .map_err(|_| DeliveryFailure::Broken)?;
    Ok(WebhookConnection {
        to,
        requests,
        wire: Box::pin(wire),
    })
}

impl WebhookConnection {
    /// One request; whether the connection can be used again.
    async fn ask(
        &mut self,
        url: &WebhookUrl,
        message: &SignedMessage,
    ) -> Result<(Answered, bool), DeliveryFailure> {
        let request = request(url, message).ok_or(DeliveryFailure::Broken)?;
        let (requests, wire) = (&mut self.requests, &mut self.wire);
        let answer = async {
            requests
                .ready()
                .await
                .map_err(|_| DeliveryFailure::Broken)?;
            requests
                .send_request(request)
                .await
                .map_err(|_| DeliveryFailure::Broken)
        };
        let answer = tokio::select! {
            biased;
            answer = answer => answer?,
            _ = wire.as_mut() => return Err(DeliveryFailure::Broken),
        };
        let answered = Answered {
            status: answer.status().as_u16(),
            retry_after: retry_after(answer.headers()),
        };
        let is_new_enough = answer.version() == Version::HTTP_11;
        let drained = tokio::select! {
            biased;
            drained = timeout(READ_WITHIN, drain(answer.into_body())) => drained.unwrap_or(false),
            _ = wire.as_mut() => false,
        };
        Ok((answered, drained && is_new_enough))
    }
}

/// Reads an answer to its end, if that comes soon.
async fn drain(mut body: Incoming) -> bool {
    let mut read = 0;
    while let Some(frame) = body.frame().await {
        let Ok(frame) = frame else {
            return false;
        };
        read += frame.data_ref().map_or(0, Bytes::len);
        if read > MOST_READ {
            return false;
        }
    }
    true
}

fn request(url: &WebhookUrl, message: &SignedMessage) -> Option<Request<Full<Bytes>>> {
    Request::builder()
        .method(Method::POST)
        .uri(url.path_and_query())
        .header(HOST, url.authority())
        .header(CONTENT_TYPE, "application/json")
        .header(USER_AGENT, AGENT)
        .header("webhook-id", &message.id)
        .header("webhook-timestamp", message.at)
        .header("webhook-signature", &message.signatures)
        .body(Full::new(message.body.clone()))
        .ok()
}

/// `Retry-After` in seconds; a date is not worth a clock of the receiver's.
fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let seconds = headers.get(RETRY_AFTER)?.to_str().ok()?.trim().parse();
    seconds.ok().map(Duration::from_secs)
}
