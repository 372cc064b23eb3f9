//! The relay: a small pool of connections, and tries that always end.
//!
//! Not lettre's own pool: that one does not limit connections, asks NOOP before every message and
//! lets a silent server hold a worker for ever.

use super::fault::{Fault, Stage};
use super::session::{Route, Session, Timeouts, lost, now};
use super::setting::{Security, SmtpSetting};
use super::verdict::{Accepted, Refused};
use crate::mail::content::RawMail;
use crate::web::ReachableMail;
use lettre::transport::smtp::client::{Certificate, CertificateStore, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use parking_lot::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use tokio::sync::Semaphore;
use tokio::time::Instant;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{self, ClientConfig, RootCertStore};

/// Messages a connection carries before it is closed; many relays end it there themselves.
const MOST_CARRIED: u32 = 100;

/// A relay that takes our mail, and the open connections to it. Cheap to clone.
#[derive(Clone)]
pub struct Relay(Arc<Inner>);

struct Inner {
    route: Route,
    connections: usize,
    permits: Arc<Semaphore>,
    idle: Mutex<Vec<Session>>,
    reach: OnceLock<ReachableMail>,
}

/// The relay's name cannot stand in a certificate, or a certificate to trust is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("mail: TLS cannot be set up for this relay's name")]
pub struct TlsSetUp;

impl Relay {
    /// Prepares a relay; nothing is connected yet. `hello` is the name we greet with: this
    /// installation's host. At most `connections` are open at once.
    pub fn new(
        setting: SmtpSetting,
        hello: &str,
        connections: usize,
        patience: Timeouts,
    ) -> Result<Self, TlsSetUp> {
        Self::trusting(setting, hello, connections, patience, &[])
    }

    /// The same, trusting further certificates (DER) besides the public roots.
    pub fn trusting(
        setting: SmtpSetting,
        hello: &str,
        connections: usize,
        patience: Timeouts,
        roots: &[Vec<u8>],
    ) -> Result<Self, TlsSetUp> {
        let (mut starttls, mut tls) = (None, None);
        match setting.security {
            Security::None => {}
            Security::StartTls => starttls = Some(parameters(&setting.host, roots)?),
            Security::Tls => {
                let name = ServerName::try_from(setting.host.clone()).map_err(|_| TlsSetUp)?;
                tls = Some((Arc::new(client_config(roots)?), name));
            }
        }
        let hello = match hello.parse() {
            Ok(std::net::IpAddr::V4(v4)) => ClientId::Ipv4(v4),
            Ok(std::net::IpAddr::V6(v6)) => ClientId::Ipv6(v6),
            Err(_) => ClientId::Domain(host_only(hello)),
        };
        let connections = connections.max(1);
        Ok(Self(Arc::new(Inner {
            route: Route {
                setting,
                hello,
                patience,
                starttls,
                tls,
            },
            connections,
            permits: Arc::new(Semaphore::new(connections)),
            idle: Mutex::new(Vec::new()),
            reach: OnceLock::new(),
        })))
    }

    /// Who wants to know which addresses it takes. Told at each connection; asked once.
    pub fn tell(&self, reach: ReachableMail) {
        let _ = self.0.reach.set(reach);
    }

    /// How many messages can be under way at once.
    pub fn connections(&self) -> usize {
        self.0.connections
    }

    /// Hands one message over. Waits for a free connection, then takes no longer than
    /// [`Timeouts::whole`]. A panic inside is one refused try.
    pub async fn send(&self, raw: RawMail) -> Result<Accepted, Refused> {
        let Ok(permit) = self.0.permits.clone().acquire_owned().await else {
            return Err(lost(Stage::Connect, "closed"));
        };
        let handed_over = Arc::new(AtomicBool::new(false));
        let (inner, flag) = (self.0.clone(), handed_over.clone());
        #[expect(
            clippy::disallowed_methods,
            reason = "lettre 0.11.23 panics at some answers (RUSTSEC-2026-0562): the task contains it; bounded by patience and awaited here"
        )]
        let task = tokio::spawn(async move {
            let end = now() + inner.route.patience.whole;
            let outcome = inner.attempt(&raw, end, &flag).await;
            drop(permit);
            outcome
        });
        match task.await {
            Ok(outcome) => outcome,
            Err(_) if handed_over.load(Ordering::Acquire) => {
                Err(lost(Stage::Body, "the attempt broke"))
            }
            Err(_) => Err(lost(Stage::Greeting, "the attempt broke")),
        }
    }

    /// Opens a connection as for a letter, up to where one could be handed over, and closes it. Takes no longer than
    /// [`Timeouts::whole`].
    ///
    /// # Errors
    /// How far it came.
    pub async fn try_out(&self) -> Result<(), Refused> {
        let inner = self.0.clone();
        #[expect(
            clippy::disallowed_methods,
            reason = "lettre 0.11.23 panics at some answers (RUSTSEC-2026-0562): the task contains it; bounded by patience and awaited here"
        )]
        let task = tokio::spawn(async move {
            let end = now() + inner.route.patience.whole;
            let session = Session::open(&inner.route, end).await?;
            session.close().await;
            Ok(())
        });
        let broken = |_| Err(lost(Stage::Greeting, "the attempt broke"));
        task.await.unwrap_or_else(broken)
    }

    /// Closes the connections nobody uses.
    pub async fn rest(&self) {
        let idle = std::mem::take(&mut *self.0.idle.lock());
        for session in idle {
            session.close().await;
        }
    }
}

impl Inner {
    async fn attempt(
        &self,
        raw: &RawMail,
        end: Instant,
        handed_over: &AtomicBool,
    ) -> Result<Accepted, Refused> {
        let patience = &self.route.patience;
        let reached = |stage| handed_over.store(stage == Stage::Body, Ordering::Release);
        let (mut session, is_used) = match self.take_idle(end).await {
            Some(session) => (session, true),
            None => (self.open(end).await?, false),
        };
        let mut outcome = session.carry(raw, patience, end, reached).await;
        if is_used && outcome.is_err_and(closed_meanwhile) {
            session = self.open(end).await?;
            outcome = session.carry(raw, patience, end, reached).await;
        }
        let is_fit = match outcome {
            Ok(_) => true,
            // what failed without a code has lost step with the relay; 421 says good-bye
            Err(refused) => {
                !matches!(refused.code, None | Some(421)) && session.begin_anew(patience, end).await
            }
        };
        if is_fit && session.carried() < MOST_CARRIED {
            self.idle.lock().push(session);
        } else if is_fit {
            session.close().await;
        }
        outcome
    }

    async fn open(&self, end: Instant) -> Result<Session, Refused> {
        let session = Session::open(&self.route, end).await?;
        if let Some(reach) = self.reach.get() {
            reach.note(session.takes_every_script());
        }
        Ok(session)
    }

    async fn take_idle(&self, end: Instant) -> Option<Session> {
        loop {
            let mut session = self.idle.lock().pop()?;
            if session.is_alive(&self.route.patience, end).await {
                return Some(session);
            }
        }
    }
}

/// The relay had closed an idle connection: nothing was sent, so a fresh one may try at once.
fn closed_meanwhile(refused: Refused) -> bool {
    refused.stage == Stage::Mail
        && refused.fault == Fault::Transient
        && matches!(refused.code, None | Some(421))
}

fn host_only(name: &str) -> String {
    let fits = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    let name: String = name.chars().filter(fits).collect();
    if name.is_empty() {
        "localhost".to_owned()
    } else {
        name
    }
}

fn parameters(host: &str, roots: &[Vec<u8>]) -> Result<TlsParameters, TlsSetUp> {
    let mut builder =
        TlsParameters::builder(host.to_owned()).certificate_store(CertificateStore::WebpkiRoots);
    for root in roots {
        let certificate = Certificate::from_der(root.clone()).map_err(|_| TlsSetUp)?;
        builder = builder.add_root_certificate(certificate);
    }
    builder.build().map_err(|_| TlsSetUp)
}

fn client_config(roots: &[Vec<u8>]) -> Result<ClientConfig, TlsSetUp> {
    let mut store = RootCertStore {
        roots: webpki_roots::TLS_SERVER_ROOTS.to_vec(),
    };
    for root in roots {
        store
            .add(CertificateDer::from(root.clone()))
            .map_err(|_| TlsSetUp)?;
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|_| TlsSetUp)?
        .with_root_certificates(store)
        .with_no_client_auth();
    Ok(config)
}
