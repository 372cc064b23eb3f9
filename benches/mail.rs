//! Confirmation mails from the outbox to a sink of this machine, against the same messages handed
//! over in a bare loop on one connection.

use crate::seed::{self, Dice, Plot};
use crate::{Outcome, servers};
use lettre::Address;
use lettre::address::Envelope;
use lettre::transport::smtp::client::{AsyncSmtpConnection, AsyncTokioStream};
use lettre::transport::smtp::extension::ClientId;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use undersigned::base::Id;
use undersigned::base::time::{hours, minutes};
use undersigned::db;
use undersigned::mail::model::{Kind, NewMessage, OutboxMessage, Urgency};
use undersigned::mail::{MailAddress, RawMail, Renderer, Transport, Worker, queue_all};
use undersigned::mail_writers::MailWriters;
use undersigned::petition::endorsement;
use undersigned::serve::App;
use undersigned::signature::mails::write::SignerMailWriter;

/// Messages of the bare loop; enough for a second.
const LOOP: usize = 5_000;
/// Slower than this is no result.
const PATIENCE: Duration = Duration::from_secs(120);

/// Prints mails a second from the outbox, and from the loop.
pub async fn compare(database: &str, secrets: &str, count: usize) -> Outcome {
    let sink = Sink::open()?;
    let (database, secrets) = (database.to_owned(), secrets.to_owned());
    let (app, raw_mails) = tokio::task::spawn_blocking(move || {
        prepare(&database, Path::new(&secrets), count).map_err(|error| error.to_string())
    })
    .await??;
    let by_loop = bare_loop(&sink, &raw_mails).await?;
    let by_outbox = outbox(&sink, app, count).await?;
    println!("{by_outbox:.0} {by_loop:.0}");
    Ok(())
}

fn desk(app: &App) -> Outcome<MailWriters> {
    Ok(MailWriters {
        signers: SignerMailWriter {
            site: servers::shared(&app.site),
            petition_cache: app.page_cache.petition_cache.clone(),
            source_cache: app.page_cache.source_cache.clone(),
            links: app.intake.links.clone(),
            from: MailAddress::parse("petitions@bench.example.org")?,
        },
        organizations: endorsement::signing::mails::EndorsementMailWriter {
            site: servers::shared(&app.site),
            petition_cache: app.page_cache.petition_cache.clone(),
            links: app.endorsing.links.clone(),
            from: MailAddress::parse("petitions@bench.example.org")?,
        },
    })
}

/// Signs `count` people in, promises each a mail, and renders some for the loop.
fn prepare(database: &str, secrets: &Path, count: usize) -> Outcome<(App, Vec<RawMail>)> {
    let app = servers::open(database, secrets)?;
    let plot = Plot::open(&app.db, &app.site)?;
    app.page_cache.petition_cache.put(plot.shown.clone());
    let now = app.site.clock.now();
    let mut dice = Dice::new(count);
    let waiting = seed::wait(&app.db, &plot, &mut dice, now.minus(minutes(20)), count)?;
    let petition = Some(Id::from_bytes(*plot.shown.petition.id.as_bytes()));
    let promised: Vec<NewMessage> = waiting
        .iter()
        .map(|(id, mailbox)| NewMessage {
            kind: Kind::Confirm,
            petition,
            subject: Id::from_bytes(*id.as_bytes()),
            lang: plot.shown.petition.lang,
            recipient: None,
            arguments: None,
            mailbox: *mailbox,
            once_key: None,
            due_at: now.minus(hours(1)),
            urgency: Urgency::Usual,
        })
        .collect();
    for some in promised.chunks(2_000) {
        app.db.write_here(|tx| queue_all(tx, some, now))?;
    }
    let taken: Vec<OutboxMessage> = promised
        .into_iter()
        .take(LOOP)
        .map(|one| OutboxMessage {
            id: Id::new(now),
            kind: one.kind,
            petition: one.petition,
            subject: one.subject,
            lang: one.lang,
            recipient: None,
            arguments: None,
            mailbox: one.mailbox,
            attempts: 0,
            is_unclear: false,
            taken_at: None,
            created_at: now,
        })
        .collect();
    let writers = desk(&app)?;
    let letters = app
        .db
        .read_here::<_, db::Error>(|conn| writers.render(conn, &taken))?;
    let mut raw_mails = Vec::with_capacity(letters.len());
    for (letter, promise) in letters.into_iter().zip(&taken) {
        let mut letter = letter.ok_or("nothing to send")?;
        letter.message_id = format!("{}@bench.example.org", promise.id);
        raw_mails.push(letter.raw()?);
    }
    Ok((app, raw_mails))
}

async fn bare_loop(sink: &Sink, raw_mails: &[RawMail]) -> Outcome<f64> {
    let stream = TcpStream::connect(sink.address).await?;
    stream.set_nodelay(true)?;
    let stream: Box<dyn AsyncTokioStream> = Box::new(stream);
    let hello = ClientId::Domain("bench.example.org".to_owned());
    let mut line = AsyncSmtpConnection::connect_with_transport(stream, &hello).await?;
    let began = Instant::now();
    for raw in raw_mails {
        let from: Address = raw.from.as_str().parse()?;
        let to: Address = raw.to.as_str().parse()?;
        line.send(&Envelope::new(Some(from), vec![to])?, &raw.bytes)
            .await?;
    }
    let rate = per_second(raw_mails.len(), began);
    line.quit().await?;
    Ok(rate)
}

async fn outbox(sink: &Sink, app: App, count: usize) -> Outcome<f64> {
    let before = sink.taken.load(Ordering::Acquire);
    let worker = Worker::new(
        app.db.get_ref().clone(),
        Transport::Smtp(servers::relay(&sink.address.to_string())?),
        Arc::new(desk(&app)?),
        app.site.clock.clone(),
        app.bell.clone(),
        "bench.example.org",
        app.outgoing.mark.clone(),
    );
    let (stop, stopping) = tokio::sync::watch::channel(false);
    let began = Instant::now();
    let working = tokio::spawn(worker.run(stopping));
    while sink.taken.load(Ordering::Acquire) < before + count {
        if began.elapsed() > PATIENCE {
            return Err("the outbox was not emptied in time".into());
        }
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    let rate = per_second(count, began);
    stop.send(true)?;
    working.await?;
    Ok(rate)
}

fn per_second(count: usize, began: Instant) -> f64 {
    let count = u32::try_from(count).map_or(0.0, f64::from);
    count / began.elapsed().as_secs_f64()
}

/// Takes every message and keeps none. On a thread of its own, as a relay has a machine of its own.
struct Sink {
    address: SocketAddr,
    taken: Arc<AtomicUsize>,
}

impl Sink {
    fn open() -> Outcome<Self> {
        let listener = std::net::TcpListener::bind("127.0.0.1:0")?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let taken = Arc::new(AtomicUsize::new(0));
        let counter = Arc::clone(&taken);
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        std::thread::spawn(move || {
            runtime.block_on(async {
                let Ok(listener) = TcpListener::from_std(listener) else {
                    return;
                };
                while let Ok((stream, _)) = listener.accept().await {
                    tokio::spawn(converse(stream, Arc::clone(&counter)));
                }
            });
        });
        Ok(Self { address, taken })
    }
}

async fn converse(stream: TcpStream, taken: Arc<AtomicUsize>) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let mut stream = BufReader::with_capacity(64 * 1024, stream);
    stream.write_all(b"220 sink\r\n").await?;
    let mut line = Vec::new();
    let mut is_message = false;
    loop {
        line.clear();
        if stream.read_until(b'\n', &mut line).await? == 0 {
            return Ok(());
        }
        if is_message {
            if line != b".\r\n" {
                continue;
            }
            is_message = false;
            taken.fetch_add(1, Ordering::AcqRel);
            stream.write_all(b"250 taken\r\n").await?;
            continue;
        }
        let verb = line.get(..4).unwrap_or_default().to_ascii_uppercase();
        let answer: &[u8] = match verb.as_slice() {
            b"EHLO" => b"250-sink\r\n250 8BITMIME\r\n",
            b"DATA" => {
                is_message = true;
                b"354 go on\r\n"
            }
            b"QUIT" => b"221 bye\r\n",
            _ => b"250 yes\r\n",
        };
        stream.write_all(answer).await?;
    }
}
