//! From the start of the program to the first "ready", and what it holds in memory then.

use crate::Outcome;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Longer than this is no start.
const PATIENCE: Duration = Duration::from_secs(60);
/// Idle means that nobody asked anything for so long.
const IDLE: Duration = Duration::from_secs(3);

/// Starts `program`, asks `/readyz` until it says yes, prints milliseconds and resident kB.
pub fn measure(program: &str, address: &str, arguments: &[&str]) -> Outcome {
    let began = Instant::now();
    let mut child = Command::new(program)
        .args(arguments)
        .args(["--listen", address])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .spawn()?;
    let found = wait(&mut child, address, began).and_then(|ready| {
        sleep(IDLE);
        Ok((ready, resident(child.id())?))
    });
    // SIGTERM, as a supervisor does it
    Command::new("kill").arg(child.id().to_string()).status()?;
    child.wait()?;
    let (ready, kilobytes) = found?;
    println!("{:.1} {kilobytes}", ready.as_secs_f64() * 1_000.0);
    Ok(())
}

fn wait(child: &mut Child, address: &str, began: Instant) -> Outcome<Duration> {
    loop {
        if is_ready(address) {
            return Ok(began.elapsed());
        }
        if let Some(status) = child.try_wait()? {
            return Err(format!("it ended: {status}").into());
        }
        if began.elapsed() > PATIENCE {
            return Err("it was never ready".into());
        }
        sleep(Duration::from_millis(1));
    }
}

fn is_ready(address: &str) -> bool {
    let mut answer = [0; 12];
    TcpStream::connect(address)
        .and_then(|mut stream| {
            stream
                .write_all(b"GET /readyz HTTP/1.1\r\nHost: bench\r\nConnection: close\r\n\r\n")?;
            stream.read_exact(&mut answer)
        })
        .is_ok_and(|()| answer == *b"HTTP/1.1 200")
}

pub(super) fn resident(process: u32) -> Outcome<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let number = line.and_then(|line| line.split_whitespace().next());
    Ok(number.ok_or("no VmRSS")?.parse()?)
}
