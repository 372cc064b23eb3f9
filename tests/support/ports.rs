//! Ports for programs that are told theirs before they take it.

use std::net::TcpListener;
use std::sync::atomic::{AtomicU16, Ordering};

/// Below what the kernel gives to whoever connects: a story that runs beside cannot be given one between its choice and its use.
const FIRST: u16 = 10_000;
const MANY: u16 = 10_000;

/// A port that nobody uses, given to nobody else in this run.
pub fn free_port() -> u16 {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    // two runs on one machine begin far from each other, also where one was started right after the other
    let begin = u64::from(std::process::id()) * 7_919 % u64::from(MANY);
    let begin = u16::try_from(begin).unwrap();
    (0..MANY)
        .map(|_| (begin + NEXT.fetch_add(1, Ordering::Relaxed) % MANY) % MANY + FIRST)
        .find(|port| TcpListener::bind(("127.0.0.1", *port)).is_ok())
        .expect("a free port")
}
