//! What is wrong with the proxies in front of this instance: said once in the log, and to organizers as long as it runs.
//!
//! A proxy that does not say for whom it asks makes all visitors one, and nobody would see why. In memory of the instance:
//! what it has met, it has met since it was started with these settings.

use super::source::{NEARBY, ProxyTrace, Source, nearby};
use actix_web::HttpRequest;
use ipnet::IpNet;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// What has been met so far.
#[derive(Debug, Default)]
pub struct ProxyWatch {
    /// 1 + the place in [`NEARBY`] of the first proxy that nobody named; 0 for none.
    untrusted: AtomicUsize,
    unreadable: AtomicBool,
    silent: AtomicBool,
}

/// What organizers are told about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProxyFault {
    /// Words key.
    pub key: &'static str,
    /// The network the proxy is in; empty for one that is trusted.
    pub network: &'static str,
}

impl ProxyWatch {
    /// Looks at a request. Logs each kind of fault once, never an address.
    pub fn look(&self, req: &HttpRequest, trusted: &[IpNet]) {
        if !super::forwarded::is_told(req.headers()) {
            return;
        }
        match Source::and_way(req, trusted).1 {
            ProxyTrace::Fine => {}
            ProxyTrace::Untrusted(peer) => {
                let Some(network) = nearby(peer) else { return };
                let place = NEARBY.iter().position(|one| *one == network);
                let first = self.untrusted.compare_exchange(
                    0,
                    place.map_or(0, |place| place.saturating_add(1)),
                    Ordering::Relaxed,
                    Ordering::Relaxed,
                );
                if first.is_ok() {
                    tracing::warn!(
                        network,
                        "a proxy that is not named in --trusted-proxies passes visitors on: all of them have its \
                         address, and limits by address are off; name its network there"
                    );
                }
            }
            ProxyTrace::Unreadable => {
                if !self.unreadable.swap(true, Ordering::Relaxed) {
                    tracing::warn!(
                        "a trusted proxy writes something into X-Forwarded-For that is no address: the proxy counts \
                         as the visitor, and limits by address are off for it"
                    );
                }
            }
            ProxyTrace::Silent => {
                if !self.silent.swap(true, Ordering::Relaxed) {
                    tracing::warn!(
                        "a trusted proxy sends Forwarded or X-Real-IP but no X-Forwarded-For: all its visitors have \
                         its address, and limits by address are off; let it set X-Forwarded-For"
                    );
                }
            }
        }
    }

    /// What has been met, for those who can have it put right.
    #[must_use]
    pub fn faults(&self) -> Vec<ProxyFault> {
        let untrusted = self.untrusted.load(Ordering::Relaxed).checked_sub(1);
        let untrusted = untrusted
            .and_then(|place| NEARBY.get(place))
            .map(|network| ("proxy-untrusted", *network));
        let met = |flag: &AtomicBool, key| flag.load(Ordering::Relaxed).then_some((key, ""));
        [
            untrusted,
            met(&self.unreadable, "proxy-unreadable"),
            met(&self.silent, "proxy-silent"),
        ]
        .into_iter()
        .flatten()
        .map(|(key, network)| ProxyFault { key, network })
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    fn meets(watch: &ProxyWatch, trusted: &[IpNet], peer: &str, header: (&'static str, &str)) {
        let req = TestRequest::default()
            .peer_addr(peer.parse().unwrap())
            .insert_header(header);
        watch.look(&req.to_http_request(), trusted);
    }

    #[test]
    fn each_fault_is_told_and_what_is_fine_is_not() {
        let trusted: Vec<IpNet> = vec!["10.0.0.0/8".parse().unwrap()];
        let watch = ProxyWatch::default();
        let told = |watch: &ProxyWatch| -> Vec<_> {
            let faults = watch.faults();
            faults.iter().map(|one| (one.key, one.network)).collect()
        };
        meets(
            &watch,
            &trusted,
            "10.0.0.1:1",
            ("x-forwarded-for", "192.0.2.1"),
        );
        meets(
            &watch,
            &trusted,
            "203.0.113.1:1",
            ("x-forwarded-for", "192.0.2.1"),
        );
        assert_eq!(told(&watch), []);
        meets(
            &watch,
            &trusted,
            "172.18.0.1:1",
            ("x-forwarded-for", "192.0.2.1"),
        );
        meets(
            &watch,
            &trusted,
            "127.0.0.1:1",
            ("x-forwarded-for", "192.0.2.1"),
        );
        assert_eq!(told(&watch), [("proxy-untrusted", "172.16.0.0/12")]);
        meets(
            &watch,
            &trusted,
            "10.0.0.1:1",
            ("x-forwarded-for", "unknown"),
        );
        meets(&watch, &trusted, "10.0.0.1:1", ("x-real-ip", "192.0.2.1"));
        let keys: Vec<_> = told(&watch).into_iter().map(|(key, _)| key).collect();
        assert_eq!(
            keys,
            ["proxy-untrusted", "proxy-unreadable", "proxy-silent"]
        );
    }
}
