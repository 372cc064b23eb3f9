//! A relay for tests that speaks real SMTP on a loopback port, records what it hears, and
//! misbehaves on demand.
#![expect(
    clippy::disallowed_methods,
    reason = "a server of its own needs tasks of its own"
)]

use super::certificate::acceptor;
use super::heard::Heard;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;

/// Where in the conversation something happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At {
    Greeting,
    Ehlo,
    StartTls,
    Auth,
    Mail,
    Rcpt,
    Data,
    Body,
}

/// What the server does wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Behaviour {
    /// Nothing.
    Good,
    /// Accepts the connection and closes it at once.
    NoGreeting,
    /// Gives this answer at that place, always. A final CRLF is added.
    Says(At, String),
    /// Gives this answer at that place as often as said, then behaves.
    SaysFirst(u32, At, String),
    /// Never answers at that place.
    Hangs(At),
    /// Closes the connection at that place instead of answering; at `Body` the message is kept.
    Drops(At),
    /// Answers at that place this much later.
    Late(At, Duration),
    /// Puts a line of blanks into the answer to EHLO.
    BlankEhlo,
    /// One line of ten kilobytes at that place.
    LongLine(At),
    /// Sends letters for ever, without a line end.
    Endless(At),
    /// Sends everything at ten bytes a second.
    Drips,
    /// Does not offer STARTTLS.
    StripsStartTls,
    /// Answers STARTTLS, then closes.
    ClosesTls,
    /// Shows a certificate of another name.
    BadCertificate,
    /// Slips plain-text answers in behind the answer to STARTTLS.
    Injects,
    /// Closes the connection, without a word, after each message it took.
    ClosesIdle,
    /// Takes each message and keeps a bounce for it.
    BouncesLater,
    /// Does not offer SMTPUTF8: takes addresses in ASCII only.
    AsciiOnly,
}

/// How the port is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Secrecy {
    Plain,
    StartTls,
    Tls,
}

struct Shared {
    behaviour: Mutex<Behaviour>,
    uses: Mutex<u32>,
    messages: Mutex<Vec<Heard>>,
    bounces: Mutex<Vec<String>>,
    commands: Mutex<Vec<String>>,
    connections: Mutex<u32>,
    secrecy: Secrecy,
    right: TlsAcceptor,
    wrong: TlsAcceptor,
}

/// A running server; ends when dropped.
pub struct SmtpServer {
    shared: Arc<Shared>,
    port: u16,
    certificate: Vec<u8>,
    task: JoinHandle<()>,
}

impl Drop for SmtpServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl SmtpServer {
    /// A plain server on a free loopback port.
    pub async fn start(behaviour: Behaviour) -> Self {
        Self::start_as(Secrecy::Plain, behaviour).await
    }

    /// The same with STARTTLS or TLS, and a certificate for `localhost`.
    pub async fn start_as(secrecy: Secrecy, behaviour: Behaviour) -> Self {
        Self::start_at(0, secrecy, behaviour).await
    }

    /// The same on a given port, for a server that comes back.
    pub async fn start_at(port: u16, secrecy: Secrecy, behaviour: Behaviour) -> Self {
        let (right, certificate) = acceptor("localhost");
        let (wrong, _) = acceptor("elsewhere.example");
        let shared = Arc::new(Shared {
            behaviour: Mutex::new(behaviour),
            uses: Mutex::new(0),
            messages: Mutex::default(),
            bounces: Mutex::default(),
            commands: Mutex::default(),
            connections: Mutex::new(0),
            secrecy,
            right,
            wrong,
        });
        let listener = TcpListener::bind(("127.0.0.1", port)).await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let server = shared.clone();
        let task = tokio::spawn(async move {
            let mut open = tokio::task::JoinSet::new();
            while let Ok((tcp, _)) = listener.accept().await {
                *server.connections.lock().unwrap() += 1;
                let server = server.clone();
                open.spawn(async move { server.serve(tcp).await.unwrap_or_default() });
                while open.try_join_next().is_some() {}
            }
        });
        Self {
            shared,
            port,
            certificate,
            task,
        }
    }

    /// The port.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// What `--mail` would say for it.
    pub fn setting(&self) -> String {
        match self.shared.secrecy {
            Secrecy::Plain => format!("smtp+insecure://127.0.0.1:{}", self.port),
            Secrecy::StartTls => format!("smtp://user:secret@localhost:{}", self.port),
            Secrecy::Tls => format!("smtps://user:secret@localhost:{}", self.port),
        }
    }

    /// Its certificate, to be trusted.
    pub fn certificate(&self) -> Vec<u8> {
        self.certificate.clone()
    }

    /// From the next use on, another behaviour.
    pub fn switch(&self, behaviour: Behaviour) {
        *self.shared.behaviour.lock().unwrap() = behaviour;
        *self.shared.uses.lock().unwrap() = 0;
    }

    /// Messages heard to their end.
    pub fn messages(&self) -> Vec<Heard> {
        self.shared.messages.lock().unwrap().clone()
    }

    /// How many messages were heard to their end.
    pub fn count(&self) -> usize {
        self.shared.messages.lock().unwrap().len()
    }

    /// Addresses that bounced after they were taken.
    pub fn bounces(&self) -> Vec<String> {
        self.shared.bounces.lock().unwrap().clone()
    }

    /// Every command line heard, without its line end.
    pub fn commands(&self) -> Vec<String> {
        self.shared.commands.lock().unwrap().clone()
    }

    /// How often somebody connected.
    pub fn connections(&self) -> u32 {
        *self.shared.connections.lock().unwrap()
    }
}

/// Ends a conversation without a word.
struct Gone;

impl From<std::io::Error> for Gone {
    fn from(_: std::io::Error) -> Self {
        Self
    }
}

trait Stream: AsyncRead + AsyncWrite + Unpin + Send {}
impl<T: AsyncRead + AsyncWrite + Unpin + Send> Stream for T {}

struct Line {
    stream: BufReader<Box<dyn Stream>>,
}

impl Shared {
    fn behaviour(&self) -> Behaviour {
        self.behaviour.lock().unwrap().clone()
    }

    fn acceptor(&self) -> &TlsAcceptor {
        if self.behaviour() == Behaviour::BadCertificate {
            &self.wrong
        } else {
            &self.right
        }
    }

    async fn serve(&self, tcp: TcpStream) -> Result<(), ()> {
        tcp.set_nodelay(true).map_err(drop)?;
        let stream: Box<dyn Stream> = if self.secrecy == Secrecy::Tls {
            if matches!(self.behaviour(), Behaviour::ClosesTls) {
                return Ok(());
            }
            Box::new(self.acceptor().accept(tcp).await.map_err(drop)?)
        } else {
            Box::new(tcp)
        };
        let mut line = Line {
            stream: BufReader::new(stream),
        };
        match self.converse(&mut line).await {
            Err(Gone) | Ok(false) => Ok(()),
            Ok(true) => {
                let secured = self.acceptor().accept(line.stream.into_inner()).await;
                let stream: Box<dyn Stream> = Box::new(secured.map_err(drop)?);
                let mut line = Line {
                    stream: BufReader::new(stream),
                };
                let _ = self.listen(&mut line, true).await;
                Ok(())
            }
        }
    }

    async fn converse(&self, line: &mut Line) -> Result<bool, Gone> {
        if self.behaviour() == Behaviour::NoGreeting {
            return Err(Gone);
        }
        self.answer(line, At::Greeting, "220 test.localhost ESMTP")
            .await?;
        self.listen(line, false).await
    }

    /// Reads commands. Returns true when TLS is to begin.
    async fn listen(&self, line: &mut Line, is_secured: bool) -> Result<bool, Gone> {
        let (mut from, mut to) = (String::new(), String::new());
        loop {
            let mut command = String::new();
            if line.stream.read_line(&mut command).await? == 0 {
                return Err(Gone);
            }
            let command = command.trim_end_matches(['\r', '\n']).to_owned();
            self.commands.lock().unwrap().push(command.clone());
            let (verb, rest) = command.split_once(' ').unwrap_or((&command, ""));
            match verb.to_ascii_uppercase().as_str() {
                "EHLO" => {
                    self.answer(line, At::Ehlo, &self.features(is_secured))
                        .await?
                }
                "STARTTLS" if self.secrecy == Secrecy::StartTls && !is_secured => {
                    if self.behaviour() == Behaviour::Injects {
                        let forged = "220 go\r\n250-forged\r\n250 AUTH PLAIN";
                        self.answer(line, At::StartTls, forged).await?;
                    } else {
                        self.answer(line, At::StartTls, "220 go").await?;
                    }
                    if self.behaviour() == Behaviour::ClosesTls {
                        return Err(Gone);
                    }
                    return Ok(true);
                }
                "AUTH" => self.answer(line, At::Auth, "235 2.7.0 welcome").await?,
                "MAIL" => {
                    from = rest.to_owned();
                    self.answer(line, At::Mail, "250 2.1.0 ok").await?
                }
                "RCPT" => {
                    to = rest.to_owned();
                    self.answer(line, At::Rcpt, "250 2.1.5 ok").await?
                }
                "DATA" => {
                    let is_right = self.answer(line, At::Data, "354 go on").await?;
                    if is_right {
                        self.take(line, &from, &to).await?;
                    }
                    is_right
                }
                "RSET" | "NOOP" => line.say("250 2.0.0 ok\r\n").await?,
                "QUIT" => {
                    line.say("221 2.0.0 bye\r\n").await?;
                    return Err(Gone);
                }
                _ => line.say("500 5.5.1 what\r\n").await?,
            };
        }
    }

    fn features(&self, is_secured: bool) -> String {
        let mut lines = vec!["test.localhost", "8BITMIME", "SIZE 1000000"];
        if self.behaviour() != Behaviour::AsciiOnly {
            lines.push("SMTPUTF8");
        }
        if self.behaviour() == Behaviour::BlankEhlo {
            lines.push("   ");
        }
        let strips = self.behaviour() == Behaviour::StripsStartTls;
        if self.secrecy == Secrecy::StartTls && !is_secured && !strips {
            lines.push("STARTTLS");
        }
        lines.push("AUTH PLAIN LOGIN");
        let last = lines.len() - 1;
        let numbered = lines.iter().enumerate().map(|(index, text)| {
            let mark = if index == last { ' ' } else { '-' };
            format!("250{mark}{text}")
        });
        numbered.collect::<Vec<_>>().join("\r\n")
    }

    /// Reads a message up to its dot and answers.
    async fn take(&self, line: &mut Line, from: &str, to: &str) -> Result<(), Gone> {
        let mut data = Vec::new();
        loop {
            let mut row = Vec::new();
            if line.stream.read_until(b'\n', &mut row).await? == 0 {
                return Err(Gone);
            }
            if row == b".\r\n" {
                break;
            }
            data.extend_from_slice(row.strip_prefix(b".").unwrap_or(&row));
        }
        let heard = Heard {
            from: from.to_owned(),
            to: to.to_owned(),
            data,
            is_taken: false,
        };
        let index = {
            let mut messages = self.messages.lock().unwrap();
            messages.push(heard);
            messages.len() - 1
        };
        if self.answer(line, At::Body, "250 2.0.0 taken").await? {
            self.messages.lock().unwrap()[index].is_taken = true;
        }
        match self.behaviour() {
            Behaviour::ClosesIdle => Err(Gone),
            Behaviour::BouncesLater => {
                self.bounces.lock().unwrap().push(to.to_owned());
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// Answers as it should, unless told otherwise. True when the answer was the right one.
    async fn answer(&self, line: &mut Line, at: At, right: &str) -> Result<bool, Gone> {
        match self.behaviour() {
            Behaviour::Says(place, text) if place == at => {
                line.say(&format!("{text}\r\n")).await?;
                return Ok(false);
            }
            Behaviour::SaysFirst(times, place, text) if place == at => {
                let is_one = {
                    let mut uses = self.uses.lock().unwrap();
                    *uses += 1;
                    *uses <= times
                };
                if is_one {
                    line.say(&format!("{text}\r\n")).await?;
                    return Ok(false);
                }
            }
            Behaviour::Hangs(place) if place == at => std::future::pending().await,
            Behaviour::Drops(place) if place == at => return Err(Gone),
            Behaviour::Late(place, by) if place == at => tokio::time::sleep(by).await,
            Behaviour::LongLine(place) if place == at => {
                line.say(&format!("250 {}\r\n", "x".repeat(10_000))).await?;
                return Ok(false);
            }
            Behaviour::Endless(place) if place == at => loop {
                line.say(&"x".repeat(4_096)).await?;
            },
            Behaviour::Drips => {
                for byte in format!("{right}\r\n").bytes() {
                    line.say_bytes(&[byte]).await?;
                    tokio::time::sleep(Duration::from_millis(100)).await;
                }
                return Ok(true);
            }
            _ => {}
        }
        line.say(&format!("{right}\r\n")).await?;
        Ok(true)
    }
}

impl Line {
    async fn say(&mut self, text: &str) -> Result<bool, Gone> {
        self.say_bytes(text.as_bytes()).await
    }

    async fn say_bytes(&mut self, bytes: &[u8]) -> Result<bool, Gone> {
        self.stream.get_mut().write_all(bytes).await?;
        self.stream.get_mut().flush().await?;
        Ok(true)
    }
}
