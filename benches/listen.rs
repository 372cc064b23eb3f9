//! Programs that follow the number: how much memory they take, and how soon each hears of a change.

use crate::Outcome;
use crate::ready::resident;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

/// A source has twenty places.
const OF_ONE_SOURCE: usize = 20;
/// Nobody waits longer for an event. Far more than a figure that is worth telling: a machine that is short of memory stands still for a minute
/// and longer, and that is to be seen in the figure.
const PATIENCE: Duration = Duration::from_secs(600);

/// Opens `count` streams to the program with this process id, and changes the number once a second by a form of `forms` each, so often.
/// Prints kB that the program grew by, then milliseconds from the change's answer until the slowest heard of it, the median and the worst of
/// all changes.
pub async fn measure(pid: u32, port: &str, count: usize, forms: &str, changes: usize) -> Outcome {
    let before = resident(pid)?;
    let began = Instant::now();
    let (heard, _open) = open(port, count, 0, began).await?;
    let grown = resident(pid)?.saturating_sub(before);
    let forms = std::fs::read_to_string(forms)?;
    let mut slowest = Vec::new();
    for (n, form) in forms.lines().take(changes).enumerate() {
        let Some((token, nonce)) = form.split_once(' ') else {
            continue;
        };
        let from = heard.first().map_or(0, Follower::known);
        confirm(port, n, token, nonce).await?;
        let told = began.elapsed();
        let change = format!("change {} of {changes}, from {from} on", n + 1);
        until(&heard, &change, |known| known > from).await?;
        let last = heard.iter().map(|one| one.at.load(Ordering::Acquire));
        let last = last.max();
        let last = Duration::from_micros(last.unwrap_or_default());
        slowest.push(last.saturating_sub(told).as_secs_f64() * 1e3);
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
    slowest.sort_by(f64::total_cmp);
    let middle = slowest
        .get(slowest.len() / 2)
        .ok_or("no change was heard of")?;
    let worst = slowest.last().ok_or("no change was heard of")?;
    println!("{grown} {middle:.0} {worst:.0}");
    Ok(())
}

/// Opens `count` streams from sources of the network with this number, says the port once each has heard the number, and has it move once a
/// second as long as there are `forms`; then holds them. Ends when it is ended.
pub async fn hold(port: &str, count: usize, network: u8, forms: &str) -> Outcome {
    let (_heard, _open) = open(port, count, network, Instant::now()).await?;
    println!("{port}");
    let forms = std::fs::read_to_string(forms)?;
    for (n, form) in forms.lines().enumerate() {
        if let Some((token, nonce)) = form.split_once(' ') {
            confirm(port, n, token, nonce).await?;
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
    std::future::pending().await
}

/// One that follows.
#[derive(Default)]
struct Follower {
    /// The number it heard last, and one more; 0 before the first.
    known: AtomicI64,
    /// When, in microseconds.
    at: AtomicU64,
    /// Why it hears no more.
    end: OnceLock<String>,
}

impl Follower {
    /// The number it heard last; -1 before the first.
    fn known(&self) -> i64 {
        self.known.load(Ordering::Acquire) - 1
    }
}

/// All who follow.
type Heard = Arc<Vec<Follower>>;

/// So many streams, each of which has heard the number.
async fn open(
    port: &str,
    count: usize,
    network: u8,
    began: Instant,
) -> Outcome<(Heard, JoinSet<()>)> {
    let heard: Heard = Arc::new((0..count).map(|_| Follower::default()).collect());
    let mut open = JoinSet::new();
    for n in 0..count {
        let (heard, address) = (Arc::clone(&heard), format!("127.0.0.1:{port}"));
        // networks that are there to measure in (RFC 2544): each has places of its own
        let source = format!("198.18.{network}.{}", n / OF_ONE_SOURCE);
        open.spawn(async move {
            // they end with the process
            if let Some(one) = heard.get(n) {
                let end = match follow(&address, &source, one, began).await {
                    Ok(end) => end,
                    Err(error) => error.to_string(),
                };
                let _ = one.end.set(end);
            }
        });
    }
    until(&heard, "the number as it is", |known| known >= 0).await?;
    Ok((heard, open))
}

/// Waits until this holds for what each knows, as long as all of them may still hear of it.
async fn until(heard: &[Follower], what: &str, holds: impl Fn(i64) -> bool) -> Outcome {
    let began = Instant::now();
    while !heard.iter().all(|one| holds(one.known())) {
        let has_ended = heard.iter().any(|one| one.end.get().is_some());
        if has_ended || began.elapsed() > PATIENCE {
            return Err(missed(heard, what, holds).into());
        }
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    Ok(())
}

/// Who did not hear of it, as far as that can be told.
fn missed(heard: &[Follower], what: &str, holds: impl Fn(i64) -> bool) -> String {
    let numbers = || heard.iter().map(Follower::known);
    let ends: Vec<&String> = heard.iter().filter_map(|one| one.end.get()).collect();
    format!(
        "not everybody heard of it ({what}): {} of {} did; {} streams have ended{}; the first knows {}, all know {} to {}",
        numbers().filter(|known| holds(*known)).count(),
        heard.len(),
        ends.len(),
        ends.first().map_or(String::new(), |end| format!(
            ", the first of them with \"{end}\""
        )),
        numbers().next().unwrap_or_default(),
        numbers().min().unwrap_or_default(),
        numbers().max().unwrap_or_default(),
    )
}

/// Reads a stream as long as it lasts; how it ended.
async fn follow(address: &str, source: &str, one: &Follower, began: Instant) -> Outcome<String> {
    let mut stream = TcpStream::connect(address).await?;
    let head = format!(
        "GET /p/bench/events HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Forwarded-For: {source}\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).await?;
    let (mut rest, mut buffer) = (String::new(), [0; 1024]);
    loop {
        let read = stream.read(&mut buffer).await?;
        if read == 0 {
            return Ok("closed".to_owned());
        }
        rest.push_str(&String::from_utf8_lossy(
            buffer.get(..read).unwrap_or_default(),
        ));
        // no place, or no such number: nothing is sent then
        if one.known() < 0 && rest.contains("\r\n") && !rest.contains("HTTP/1.1 200") {
            return Ok(rest.lines().next().unwrap_or_default().to_owned());
        }
        while let Some((event, after)) = rest.split_once("\n\n") {
            let id = event.lines().find_map(|line| line.strip_prefix("id: "));
            if let Some(id) = id {
                let at = u64::try_from(began.elapsed().as_micros())?;
                one.at.store(at, Ordering::Release);
                let known: i64 = id.trim().parse()?;
                one.known.store(known + 1, Ordering::Release);
            }
            rest = after.to_owned();
        }
    }
}

async fn confirm(port: &str, n: usize, token: &str, nonce: &str) -> Outcome {
    let mut stream = TcpStream::connect(format!("127.0.0.1:{port}")).await?;
    let body = format!("choice=confirm&nonce={nonce}");
    let request = format!(
        "POST /c/{token} HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Forwarded-For: 203.0.{n}.7\r\nConnection: close\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(request.as_bytes()).await?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await?;
    match answer.starts_with("HTTP/1.1 303") {
        true => Ok(()),
        false => Err(format!(
            "a form was not counted: {}",
            answer.lines().next().unwrap_or_default()
        )
        .into()),
    }
}
