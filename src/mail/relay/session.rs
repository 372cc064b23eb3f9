//! One connection to the relay: opened, used for one message after another, given up when in doubt.

use super::fault::{Fault, Stage};
use super::setting::{Security, SmtpSetting};
use super::verdict::{Accepted, Refused};
use super::wire::Wire;
use crate::mail::address::is_private;
use crate::mail::content::RawMail;
use lettre::transport::smtp::Error as SmtpError;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, AsyncTokioStream, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Noop, Quit, Rcpt, Rset};
use lettre::transport::smtp::extension::{ClientId, Extension, MailBodyParameter, MailParameter};
use lettre::transport::smtp::response::{Response, Severity};
use std::future::Future;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpStream, lookup_host};
use tokio::time::{Instant, timeout_at};
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::{TlsConnector, rustls};

/// How long each step may take. A slow relay costs one try, never the worker.
#[derive(Debug, Clone, Copy)]
pub struct Timeouts {
    /// Finding the host and the TCP handshake.
    pub connect: Duration,
    /// Greeting and EHLO; STARTTLS and its handshake; AUTH; each alone.
    pub hello: Duration,
    /// MAIL, RCPT, DATA, RSET, NOOP, each alone.
    pub command: Duration,
    /// The message and the answer to it.
    pub body: Duration,
    /// All of it together, whatever the single steps took.
    pub whole: Duration,
}

impl Default for Timeouts {
    fn default() -> Self {
        let seconds = Duration::from_secs;
        Self {
            connect: seconds(10),
            hello: seconds(15),
            command: seconds(20),
            body: seconds(40),
            whole: seconds(45),
        }
    }
}

/// A connection this idle is asked whether it is still there before it is trusted with a message.
const FRESH_FOR: Duration = Duration::from_secs(5);

/// Everything needed to open a connection.
pub(crate) struct Route {
    pub(crate) setting: SmtpSetting,
    pub(crate) hello: ClientId,
    pub(crate) patience: Timeouts,
    pub(crate) starttls: Option<TlsParameters>,
    pub(crate) tls: Option<(Arc<rustls::ClientConfig>, ServerName<'static>)>,
}

/// An open, authenticated connection.
pub(crate) struct Session {
    line: AsyncSmtpConnection,
    carried: u32,
    took_a_recipient: bool,
    used_at: Instant,
}

/// Time for one step: its own limit, but never past the end of the whole try.
struct Steps {
    end: Instant,
}

impl Steps {
    async fn step<T>(
        &self,
        limit: Duration,
        work: impl Future<Output = T>,
    ) -> Result<T, tokio::time::error::Elapsed> {
        timeout_at(self.end.min(now() + limit), work).await
    }

    /// A step of the conversation.
    async fn ask<T>(
        &self,
        stage: Stage,
        limit: Duration,
        work: impl Future<Output = Result<T, SmtpError>>,
    ) -> Result<T, Refused> {
        match self.step(limit, work).await {
            Ok(Ok(answer)) => Ok(answer),
            Ok(Err(error)) => Err(read_error(stage, &error)),
            Err(_) => Err(lost(stage, "no answer in time")),
        }
    }
}

impl Session {
    /// Reaches the relay and gets to the point where messages can be handed over.
    pub(crate) async fn open(route: &Route, end: Instant) -> Result<Self, Refused> {
        let steps = Steps { end };
        let patience = &route.patience;
        let (tcp, peer) = match steps.step(patience.connect, reach(&route.setting)).await {
            Ok(reached) => reached?,
            Err(_) => return Err(lost(Stage::Connect, "no answer in time")),
        };
        let stream: Box<dyn AsyncTokioStream> = match &route.tls {
            None => Box::new(Wire::new(tcp, peer, route.starttls.is_some())),
            Some((config, name)) => {
                let shaking = TlsConnector::from(config.clone()).connect(name.clone(), tcp);
                match steps.step(patience.hello, shaking).await {
                    Ok(Ok(stream)) => Box::new(Wire::new(stream, peer, false)),
                    Ok(Err(_)) => return Err(lost(Stage::Tls, "handshake failed")),
                    Err(_) => return Err(lost(Stage::Tls, "no answer in time")),
                }
            }
        };
        let greeting = AsyncSmtpConnection::connect_with_transport(stream, &route.hello);
        let mut line = steps.ask(Stage::Greeting, patience.hello, greeting).await?;
        if let Some(tls) = &route.starttls {
            let securing = line.starttls(tls.clone(), &route.hello);
            steps.ask(Stage::Tls, patience.hello, securing).await?;
        }
        if let Some((user, password)) = &route.setting.credentials {
            let credentials = Credentials::new(user.clone(), password.clone());
            let proving = line.auth(&[Mechanism::Plain, Mechanism::Login], &credentials);
            steps.ask(Stage::Auth, patience.hello, proving).await?;
        }
        Ok(Self {
            line,
            carried: 0,
            took_a_recipient: false,
            used_at: now(),
        })
    }

    /// True when it answers, or was used so lately that asking is not worth the round trip.
    pub(crate) async fn is_alive(&mut self, patience: &Timeouts, end: Instant) -> bool {
        if now().duration_since(self.used_at) < FRESH_FOR {
            return true;
        }
        let asking = self.line.command(Noop);
        matches!(
            Steps { end }.step(patience.command, asking).await,
            Ok(Ok(_))
        )
    }

    /// Whether it takes addresses that are not in ASCII (RFC 6531).
    pub(crate) fn takes_every_script(&self) -> bool {
        self.line
            .server_info()
            .supports_feature(Extension::SmtpUtfEight)
    }

    /// Messages carried so far.
    pub(crate) fn carried(&self) -> u32 {
        self.carried
    }

    /// Hands over one message: one MAIL, one RCPT, one DATA. `reached` hears how far it came, for
    /// the case that this task is lost.
    pub(crate) async fn carry(
        &mut self,
        raw: &RawMail,
        patience: &Timeouts,
        end: Instant,
        reached: impl Fn(Stage),
    ) -> Result<Accepted, Refused> {
        let steps = Steps { end };
        let limit = patience.command;
        self.carried += 1;
        reached(Stage::Mail);
        let mail = Mail::new(Some(raw.from.lettre()), self.parameters(raw)?);
        let answer = steps
            .ask(Stage::Mail, limit, self.line.command(mail))
            .await?;
        expect(Stage::Mail, &answer, Severity::PositiveCompletion)?;
        reached(Stage::Rcpt);
        let rcpt = Rcpt::new(raw.to.lettre(), Vec::new());
        let asking = steps.ask(Stage::Rcpt, limit, self.line.command(rcpt)).await;
        let answer = asking.map_err(|refused| refused.of_a_connection(self.took_a_recipient))?;
        expect(Stage::Rcpt, &answer, Severity::PositiveCompletion)?;
        self.took_a_recipient = true;
        reached(Stage::Data);
        let answer = steps
            .ask(Stage::Data, limit, self.line.command(Data))
            .await?;
        expect(Stage::Data, &answer, Severity::PositiveIntermediate)?;
        reached(Stage::Body);
        let handing = self.line.message(&raw.bytes);
        let answer = steps.ask(Stage::Body, patience.body, handing).await?;
        expect(Stage::Body, &answer, Severity::PositiveCompletion)?;
        self.used_at = now();
        Ok(Accepted {
            code: answer.code().into(),
        })
    }

    /// After a refusal: true when the relay agrees to begin anew on this connection.
    pub(crate) async fn begin_anew(&mut self, patience: &Timeouts, end: Instant) -> bool {
        let asking = self.line.command(Rset);
        let is_ready = matches!(
            Steps { end }.step(patience.command, asking).await,
            Ok(Ok(_))
        );
        self.used_at = now();
        is_ready
    }

    /// Says good-bye, without waiting long for an answer.
    pub(crate) async fn close(mut self) {
        let end = now() + Duration::from_secs(1);
        let _ = Steps { end }
            .step(Duration::from_secs(1), self.line.command(Quit))
            .await;
    }

    fn parameters(&self, raw: &RawMail) -> Result<Vec<MailParameter>, Refused> {
        let mut parameters = Vec::new();
        if !raw.to.is_ascii() || !raw.from.is_ascii() {
            if !self.takes_every_script() {
                let reason = "relay takes ASCII addresses only";
                return Err(Refused::silent(Fault::Permanent, Stage::Mail, reason));
            }
            parameters.push(MailParameter::SmtpUtfEight);
        }
        if !raw.bytes.is_ascii() {
            parameters.push(MailParameter::Body(MailBodyParameter::EightBitMime));
        }
        Ok(parameters)
    }
}

async fn reach(setting: &SmtpSetting) -> Result<(TcpStream, SocketAddr), Refused> {
    let found = lookup_host((setting.host.as_str(), setting.port)).await;
    let addresses = found.map_err(|_| lost(Stage::Connect, "host not found"))?;
    let mut refused = lost(Stage::Connect, "host not found");
    for address in addresses {
        if setting.security == Security::None && !is_private(address.ip()) {
            refused = lost(Stage::Connect, "plain text to a public address");
            continue;
        }
        match TcpStream::connect(address).await {
            Ok(tcp) if tcp.set_nodelay(true).is_ok() => return Ok((tcp, address)),
            _ => refused = lost(Stage::Connect, "not reachable"),
        }
    }
    Err(refused)
}

fn expect(stage: Stage, answer: &Response, severity: Severity) -> Result<(), Refused> {
    if answer.code().severity == severity {
        return Ok(());
    }
    Err(lost(stage, "answer out of place"))
}

/// A try that ended without an understandable answer. Once the message was on its way, nobody knows.
pub(crate) fn lost(stage: Stage, reason: &'static str) -> Refused {
    let fault = if stage == Stage::Body {
        Fault::Ambiguous
    } else {
        Fault::Transient
    };
    Refused::silent(fault, stage, reason)
}

fn read_error(stage: Stage, error: &SmtpError) -> Refused {
    if let Some(code) = error.status() {
        let text = std::error::Error::source(error).map(ToString::to_string);
        return Refused::reply(stage, code.into(), &text.unwrap_or_default());
    }
    match stage {
        // lettre's own complaint: no mechanism both sides know
        Stage::Auth if error.is_client() => {
            Refused::silent(Fault::Auth, stage, "no common way to authenticate")
        }
        Stage::Tls if error.is_client() => lost(stage, "relay offers no STARTTLS"),
        _ if error.is_response() => lost(stage, "answer not understood"),
        _ => lost(stage, "connection lost"),
    }
}

#[expect(clippy::disallowed_methods, reason = "a time limit on the network")]
pub(crate) fn now() -> Instant {
    Instant::now()
}
