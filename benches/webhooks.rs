//! Events to a local receiver: queued and sent by the program's own worker, against the same body in a bare loop over as many kept
//! connections.

use crate::ready::resident;
use crate::{Outcome, servers};
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use undersigned::account::occurrence::{
    Occurrence, OccurrenceKind, OccurrenceKinds, store as occurrence,
};
use undersigned::account::store::activity::Doer;
use undersigned::base::{Id, Slug};
use undersigned::db;
use undersigned::partner::webhook::body::BodyContext;
use undersigned::partner::webhook::client::WebhookClient;
use undersigned::partner::webhook::manage::{self, NewWebhook};
use undersigned::partner::webhook::model::WebhookFormat;
use undersigned::partner::webhook::send::worker::WebhookWorker;
use undersigned::partner::webhook::target::WebhookUrl;
use undersigned::petition::Petition;
use undersigned::petition::store::petitions;
use undersigned::serve::App;
use undersigned::signature::SignatureState;
use undersigned::signature::store::read;

/// Messages of the bare loop.
const LOOP: usize = 50_000;
/// Connections, as the program opens to one receiver.
const CONNECTIONS: usize = 2;
/// Signatures that the events are about, over and over.
const SIGNATURES: i64 = 10_000;
/// Events of one transaction.
const CHUNK: usize = 1_000;
/// Slower than this is no result.
const PATIENCE: Duration = Duration::from_secs(1_800);

/// Prints events a second through queue and worker, messages a second of the loop, and kB that the program grew by at most meanwhile.
pub async fn compare(database: &str, secrets: &str, count: usize) -> Outcome {
    let sink = Sink::open().await?;
    let by_loop = bare_loop(&sink).await?;
    let (database, secrets) = (database.to_owned(), secrets.to_owned());
    let url = sink.url();
    let app = tokio::task::spawn_blocking(move || {
        prepare(&database, Path::new(&secrets), &url).map_err(|error| error.to_string())
    })
    .await??;
    let worker = worker(&app)?;
    let (stop, stopping) = watch::channel(false);
    let pid = std::process::id();
    let before = resident(pid)?;
    let from = sink.taken();
    let began = Instant::now();
    let working = tokio::spawn(worker.run(stopping));
    let queueing = {
        let app = app.clone();
        tokio::task::spawn_blocking(move || queue(&app, count).map_err(|error| error.to_string()))
    };
    let mut most = before;
    while sink.taken() - from < count {
        most = most.max(resident(pid)?);
        if began.elapsed() > PATIENCE {
            return Err(format!("{} of {count} after half an hour", sink.taken() - from).into());
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let taken = began.elapsed();
    queueing.await??;
    let _ = stop.send(true);
    working.await?;
    println!(
        "{:.0} {by_loop:.0} {}",
        per_second(count, taken),
        most.saturating_sub(before)
    );
    Ok(())
}

/// Makes a webhook that leads to `url`, and queues `count` events for it: a server that runs on this database sends them.
pub fn queue_for(database: &str, secrets: &str, url: &str, count: usize) -> Outcome {
    let app = prepare(database, Path::new(secrets), url)?;
    queue(&app, count)
}

/// A receiver that takes everything. Says its port, and runs until it is ended.
pub async fn sink() -> Outcome {
    let sink = Sink::open().await?;
    println!("{}", sink.at.port());
    std::future::pending().await
}

fn per_second(count: usize, taken: Duration) -> f64 {
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    f64::from(count) / taken.as_secs_f64()
}

fn petition(app: &App) -> Outcome<Petition> {
    let slug = Slug::parse("bench").map_err(|_| "slug")?;
    let found = app.db.read_here(|conn| petitions::by_slug(conn, &slug))?;
    Ok(found.ok_or("seed the database first")?)
}

fn prepare(database: &str, secrets: &Path, url: &str) -> Outcome<App> {
    let app = servers::open(database, secrets)?;
    let petition = petition(&app)?;
    let new = NewWebhook {
        organization: petition.organization,
        petition: None,
        url: WebhookUrl::parse(url, true).map_err(|_| "url")?,
        kinds: OccurrenceKinds::of([OccurrenceKind::SignatureConfirmed]),
        format: WebhookFormat::Thin,
        allows_private: true,
        made_by: None,
    };
    let doer = Doer::operator(app.site.clock.now());
    app.db
        .write_here(|tx| manage::add(tx, &app.site.secrets, &new, &doer))?;
    Ok(app)
}

fn worker(app: &App) -> Outcome<WebhookWorker> {
    Ok(WebhookWorker {
        db: app.db.get_ref().clone(),
        clock: app.site.clock.clone(),
        secrets: app.site.secrets.clone(),
        context: BodyContext {
            base_url: app.site.base_url.clone(),
            petition_cache: app.page_cache.petition_cache.clone(),
            count_cache: app.page_cache.count_cache.clone(),
        },
        client: WebhookClient::new(None, &[])?,
        instance: Id::new(app.site.clock.now()),
    })
}

/// As confirmations write them.
fn queue(app: &App, count: usize) -> Outcome {
    let petition = petition(app)?.id;
    let signed = app.db.read_here(|conn| {
        read::oldest(conn, petition, SignatureState::Counted, None, SIGNATURES)
    })?;
    let mut all = signed
        .iter()
        .map(|one| one.signature.id)
        .cycle()
        .take(count);
    loop {
        let now = app.site.clock.now();
        let some: Vec<_> = all
            .by_ref()
            .take(CHUNK)
            .map(|id| {
                let kind = OccurrenceKind::SignatureConfirmed;
                Occurrence::of(petition.cast(), kind, now).about(id.cast())
            })
            .collect();
        if some.is_empty() {
            return Ok(());
        }
        app.db.write_here(|tx| {
            let wanted = occurrence::wanted_of(tx, &[petition.cast()])?;
            occurrence::note(tx, &wanted, &some)?;
            Ok::<_, db::Error>(())
        })?;
    }
}

/// Takes whatever is posted, and counts it.
struct Sink {
    at: SocketAddr,
    taken: Arc<AtomicUsize>,
}

impl Sink {
    async fn open() -> Outcome<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let at = listener.local_addr()?;
        let taken = Arc::new(AtomicUsize::new(0));
        let counting = Arc::clone(&taken);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, Arc::clone(&counting)));
            }
        });
        Ok(Self { at, taken })
    }

    fn url(&self) -> String {
        format!("http://{}/hook", self.at)
    }

    fn taken(&self) -> usize {
        self.taken.load(Ordering::Acquire)
    }
}

async fn serve(stream: TcpStream, taken: Arc<AtomicUsize>) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let mut stream = BufReader::new(stream);
    let (mut line, mut body) = (String::new(), Vec::new());
    loop {
        let mut length = 0;
        loop {
            line.clear();
            if stream.read_line(&mut line).await? == 0 {
                return Ok(());
            }
            let header = line.trim_end();
            if header.is_empty() {
                break;
            }
            if let Some((name, value)) = header.split_once(": ")
                && name.eq_ignore_ascii_case("content-length")
            {
                length = value.parse().unwrap_or(0);
            }
        }
        body.resize(length, 0);
        stream.read_exact(&mut body).await?;
        stream.write_all(b"HTTP/1.1 204 No Content\r\n\r\n").await?;
        taken.fetch_add(1, Ordering::AcqRel);
    }
}

/// The same size of message over as many connections, one after the other on each; a second.
async fn bare_loop(sink: &Sink) -> Outcome<f64> {
    let body = "x".repeat(700);
    let message = format!(
        "POST /hook HTTP/1.1\r\nhost: {}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        sink.at,
        body.len()
    );
    let began = Instant::now();
    let mut lines = tokio::task::JoinSet::new();
    for _ in 0..CONNECTIONS {
        let (at, message) = (sink.at, message.clone());
        lines.spawn(async move {
            let stream = TcpStream::connect(at).await?;
            stream.set_nodelay(true)?;
            let mut stream = BufReader::new(stream);
            let mut line = String::new();
            for _ in 0..LOOP / CONNECTIONS {
                stream.write_all(message.as_bytes()).await?;
                loop {
                    line.clear();
                    stream.read_line(&mut line).await?;
                    if line.trim_end().is_empty() {
                        break;
                    }
                }
            }
            Ok::<_, std::io::Error>(())
        });
    }
    while let Some(done) = lines.join_next().await {
        done??;
    }
    Ok(per_second(LOOP, began.elapsed()))
}
