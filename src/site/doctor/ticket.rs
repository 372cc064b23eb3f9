//! The address under which the doctor asks an instance from outside: good for minutes, made by whoever has the secrets. What is answered
//! proves in turn that it was answered by somebody who has them.

use crate::base::{Secrets, Time};
use std::time::Duration;
use subtle::ConstantTimeEq;

/// How far its time may be off: enough for clocks that differ a little.
const LASTS: Duration = Duration::from_secs(300);
/// Digits of its time, and of its tag of 128 bits.
const TIME: usize = 16;
const LENGTH: usize = TIME + 32;

/// A ticket: 16 hexadecimal digits of a second, 32 of a tag over it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Ticket(String);

fn tag(secrets: &Secrets, purpose: &[u8], text: &str) -> String {
    let tag = secrets
        .key("doctor")
        .mac(&[purpose, b"\0", text.as_bytes()]);
    tag.iter()
        .take(16)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

impl Ticket {
    /// One of now.
    pub(super) fn new(secrets: &Secrets, now: Time) -> Self {
        let time = format!("{:016x}", now.seconds().max(0));
        let tag = tag(secrets, b"ask", &time);
        Self(format!("{time}{tag}"))
    }

    /// Reads one that these secrets made a short time ago; none for a stranger's or an old one.
    pub(super) fn read(text: &str, secrets: &Secrets, now: Time) -> Option<Self> {
        let time = text.get(..TIME).filter(|_| text.len() == LENGTH)?;
        let made = tag(secrets, b"ask", time);
        let is_ours: bool = made.as_bytes().ct_eq(text.get(TIME..)?.as_bytes()).into();
        let seconds = i64::from_str_radix(time, 16).ok().filter(|_| is_ours)?;
        let at = Time::from_micros(seconds.checked_mul(1_000_000)?);
        let is_fresh = now.since(at) <= LASTS && at.since(now) <= LASTS;
        is_fresh.then(|| Self(text.to_owned()))
    }

    /// As it stands in the address.
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    /// What only somebody who has the secrets can answer it with.
    pub(super) fn proof(&self, secrets: &Secrets) -> String {
        tag(secrets, b"answer", &self.0)
    }

    /// Whether this is it.
    pub(super) fn is_proved(&self, secrets: &Secrets, proof: &str) -> bool {
        self.proof(secrets)
            .as_bytes()
            .ct_eq(proof.as_bytes())
            .into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_good_for_minutes_and_for_nobody_else() {
        let (secrets, now) = (
            Secrets::for_test(),
            Time::from_micros(1_800_000_000_000_000),
        );
        let ticket = Ticket::new(&secrets, now);
        let read = |text: &str, now: Time| Ticket::read(text, &secrets, now);
        assert_eq!(read(ticket.as_str(), now.plus(LASTS)), Some(ticket.clone()));
        assert_eq!(
            read(ticket.as_str(), now.minus(LASTS)),
            Some(ticket.clone())
        );
        let late = Duration::from_secs(301);
        assert_eq!(read(ticket.as_str(), now.plus(late)), None);
        assert_eq!(read(ticket.as_str(), now.minus(late)), None);
        // of the next second, with the tag of this one
        let next = Ticket::new(&secrets, now.plus(Duration::from_secs(1)));
        let (time, tag) = (
            next.as_str().split_at(TIME).0,
            ticket.as_str().split_at(TIME).1,
        );
        let (other, short) = (format!("{time}{tag}"), tag.to_owned());
        for text in ["", "0", &other, &short, &"ñ".repeat(24)] {
            assert_eq!(read(text, now), None, "{text}");
        }
        let proof = ticket.proof(&secrets);
        assert!(ticket.is_proved(&secrets, &proof));
        assert!(!ticket.is_proved(&secrets, ticket.as_str()));
        assert!(!Ticket::new(&secrets, now.plus(late)).is_proved(&secrets, &proof));
    }
}
