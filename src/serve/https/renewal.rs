//! Keeps a good certificate served: has one made where there is none, and another when a third of its time is left; where the authority
//! refuses, it is asked again later and later.

use super::authority::{Authority, NotMade};
use super::certificate::Certificate;
use crate::base::time::hours;
use crate::base::{Clock, Time};
use crate::site::certificate_state::{CertificateTrouble, HttpsState, is_left_alone};
use std::time::Duration;
use tokio::sync::watch;

/// How often it is looked at whether anything is to be done.
const TICK: Duration = Duration::from_secs(1);
/// How long none is asked for after one was made, whatever the clock says: one that is years ahead would ask again at once, and again.
const AFTER_ONE: Duration = hours(12);

/// The work of a server that has its certificate made.
pub(crate) struct Renewal {
    authority: Authority,
    host: String,
    clock: Clock,
    state: HttpsState,
    certificate: Option<Certificate>,
    /// When one was made in this run.
    made_at: Option<Time>,
    /// Why, until when, after how many refusals one after another.
    waits: Option<(CertificateTrouble, Time, u32)>,
}

impl Renewal {
    /// Goes on from what is kept.
    pub(super) fn of(authority: Authority, host: &str, clock: Clock, state: HttpsState) -> Self {
        let kept = authority.kept.certificate();
        let mut renewal = Self {
            waits: authority.kept.waits(),
            authority,
            host: host.to_owned(),
            clock,
            state,
            certificate: None,
            made_at: None,
        };
        // also one that is over: the clock may be wrong, and a browser says more of it than of none
        match kept.filter(|one| one.is_for(host)) {
            Some(certificate) => renewal.serve(certificate),
            None => tracing::info!(host, "no certificate yet"),
        }
        if let Some((why, until, _)) = renewal.waits {
            renewal.state.waits(why, until);
        }
        renewal
    }

    /// Goes on until it is stopped.
    pub(super) async fn run(mut self, mut stopping: watch::Receiver<bool>) {
        loop {
            tokio::select! {
                biased;
                _ = stopping.wait_for(|stop| *stop) => return,
                () = self.step() => {}
            }
            tokio::select! {
                biased;
                _ = stopping.wait_for(|stop| *stop) => return,
                () = tokio::time::sleep(TICK) => {}
            }
        }
    }

    fn is_due(&self, now: Time) -> bool {
        let waits = self
            .waits
            .is_some_and(|(_, until, _)| is_left_alone(until, now));
        let is_new = self.made_at.is_some_and(|at| now.since(at) < AFTER_ONE);
        let is_good = self
            .certificate
            .as_ref()
            .is_some_and(|one| now < one.renews_at());
        !waits && !is_new && !is_good
    }

    async fn step(&mut self) {
        if !self.is_due(self.clock.now()) {
            return;
        }
        tracing::info!(host = self.host, "asks for a certificate");
        let made = self.authority.certificate_for(&self.host).await;
        let kept = made.and_then(|made| {
            let read = Certificate::read(made.chain.as_bytes(), made.key.as_bytes());
            let other = |said: String| NotMade::new(CertificateTrouble::Other, said);
            let read = read.map_err(|error| other(error.to_string()))?;
            if !read.is_for(&self.host) {
                return Err(other("the certificate is for another host".to_owned()));
            }
            let kept = self.authority.kept.keep_certificate(&made.chain, &made.key);
            match kept {
                Ok(()) => self.authority.kept.forget_waits(),
                // it is good all the same, until the program is started anew
                Err(error) => tracing::warn!(%error, "{}", CertificateTrouble::Disk),
            }
            Ok(read)
        });
        match kept {
            Ok(certificate) => {
                self.waits = None;
                self.made_at = Some(self.clock.now());
                self.serve(certificate);
            }
            Err(refused) => self.is_refused(&refused),
        }
    }

    fn serve(&mut self, certificate: Certificate) {
        self.authority.served.serve(certificate.key.clone());
        self.state.serves(certificate.ends);
        tracing::info!(host = self.host, ends = %certificate.ends, renews = %certificate.renews_at(), "serves a certificate");
        self.certificate = Some(certificate);
    }

    fn is_refused(&mut self, refused: &NotMade) {
        let times = self
            .waits
            .map_or(0, |(_, _, times)| times)
            .saturating_add(1);
        let until = self.clock.now().plus(refused.why.pause(times));
        tracing::warn!(host = self.host, said = refused.said, again = %until, "no certificate: {}", refused.why);
        self.waits = Some((refused.why, until, times));
        if let Err(error) = self.authority.kept.keep_waits(refused.why, until, times) {
            tracing::warn!(%error, "{}", CertificateTrouble::Disk);
        }
        // what is told is kept already: whoever starts the program anew finds it
        self.state.waits(refused.why, until);
    }
}
