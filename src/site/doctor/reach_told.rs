//! What was found from outside, in words: whether visitors reach this installation, by which certificate and proxy, and its workers.

use super::client::{CertificateFault, Reached};
use super::examined::ExaminedInstallation;
use super::instance_state::ForwardedBy;
use super::name_resolver::Heard;
use super::reach::{AskedServer, ReachFound};
use crate::base::time::days;
use crate::site::finding::{Finding, FindingWords, Verdict};
use crate::words::Words;

/// Puts it into words.
pub(super) struct ReachWords<'a> {
    pub(super) words: &'a FindingWords<'a>,
    pub(super) installation: &'a ExaminedInstallation,
    pub(super) found: &'a ReachFound,
}

/// How far a server was reached, as its variant in words.
fn what(reached: &Reached) -> &'static str {
    match reached {
        Reached::Silence => "silence",
        Reached::Nothing => "nothing",
        Reached::BadCertificate(_) => "certificate",
        Reached::NoTls => "no-tls",
        Reached::NoHttp => "no-http",
        Reached::Answer(_) => "answer",
    }
}

/// The server that tells most of where the name leads.
fn telling(all: &[AskedServer]) -> Option<&AskedServer> {
    let order = |one: &&AskedServer| match one.reached {
        Reached::Answer(_) => 0,
        Reached::BadCertificate(_) => 1,
        Reached::NoTls => 2,
        Reached::NoHttp => 3,
        Reached::Nothing => 4,
        Reached::Silence => 5,
    };
    all.iter().min_by_key(order)
}

impl ReachWords<'_> {
    fn w(&self) -> &Words {
        self.words.w
    }

    /// All of it.
    pub(super) fn told(&self) -> Vec<Finding> {
        let mut all = vec![self.reach()];
        all.extend(self.certificate());
        all.push(self.proxies());
        all.extend(self.workers());
        all
    }

    fn reach(&self) -> Finding {
        let w = self.w();
        let base_url = &self.installation.base_url;
        let finding = |verdict, told: String| Finding::new("reach", verdict, told);
        match self.found.reached_state() {
            Some(state) if state.base_url != *base_url => {
                let told = w.say1("doctor-reach-settings", "url", &state.base_url);
                return finding(Verdict::Soon, told);
            }
            Some(state) if state.version != env!("CARGO_PKG_VERSION") => {
                let (runs, own) = (&state.version, env!("CARGO_PKG_VERSION"));
                let told = w.say2("doctor-reach-version", "runs", runs, "own", own);
                return finding(Verdict::Soon, told);
            }
            Some(_) => {
                return match self.partly() {
                    Some(told) => finding(Verdict::Wrong, told),
                    None => finding(Verdict::Fine, w.say1("doctor-reach", "url", base_url)),
                };
            }
            None => {}
        }
        match (telling(&self.found.outside), &self.found.addresses) {
            (Some(server), _) => self.not_reached(server),
            (None, Heard::Silence) => {
                let told = w.say1("doctor-names-silent", "domain", &self.installation.host);
                finding(Verdict::Unknown, told)
            }
            (None, _) => {
                let told = w.say1("doctor-reach-no-name", "host", &self.installation.host);
                finding(Verdict::Wrong, told)
            }
        }
    }

    /// One of several addresses that leads elsewhere, though another leads here. One that does not answer at all may be of a kind that this
    /// machine has no way to, such as IPv6.
    fn partly(&self) -> Option<String> {
        let mut outside = self.found.outside.iter();
        let other = outside.find(|one| one.state.is_none() && one.reached != Reached::Silence)?;
        Some(self.w().say3(
            "doctor-reach-partly",
            "host",
            &self.installation.host,
            "address",
            other.at.ip().to_string(),
            "what",
            what(&other.reached),
        ))
    }

    /// The name leads to a server that did not prove to be this installation.
    fn not_reached(&self, server: &AskedServer) -> Finding {
        let w = self.w();
        let listen = self.found.here.at.to_string();
        let finding = |verdict, told: String| Finding::new("reach", verdict, told);
        let is_nobody = |server: &AskedServer| server.reached == Reached::Nothing;
        if is_nobody(server) && is_nobody(&self.found.here) {
            let told = w.say1("doctor-reach-not-running", "listen", listen);
            return finding(Verdict::Wrong, told);
        }
        if !self.found.has_ticket {
            let what = what(&server.reached);
            let told = w.say1("doctor-reach-no-secrets", "what", what);
            let verdict = match server.reached {
                Reached::Answer(_) | Reached::Silence => Verdict::Unknown,
                _ => Verdict::Wrong,
            };
            return finding(verdict, told);
        }
        let url = &self.installation.base_url;
        let here = &self.found.here;
        if here.state.is_some() {
            let verdict = match server.reached {
                // some networks lead nobody back to themselves; and a certificate is told of apart
                Reached::Silence | Reached::BadCertificate(_) => Verdict::Unknown,
                _ => Verdict::Wrong,
            };
            let (address, what) = (server.at.to_string(), what(&server.reached));
            let told = w.say3(
                "doctor-reach-elsewhere",
                "url",
                url,
                "address",
                address,
                "what",
                what,
            );
            return finding(verdict, told);
        }
        let told = match &here.reached {
            Reached::Nothing | Reached::Silence => {
                w.say1("doctor-reach-not-running", "listen", listen)
            }
            Reached::Answer(_) | Reached::NoHttp => {
                w.say1("doctor-reach-other-program", "listen", listen)
            }
            Reached::BadCertificate(_) | Reached::NoTls => {
                let what = what(&server.reached);
                w.say3(
                    "doctor-reach-untold",
                    "url",
                    url,
                    "what",
                    what,
                    "listen",
                    listen,
                )
            }
        };
        finding(Verdict::Wrong, told)
    }

    fn certificate(&self) -> Vec<Finding> {
        if !self.installation.base_url.starts_with("https://") {
            return Vec::new();
        }
        let w = self.w();
        let own = self.installation.https.as_ref();
        let own = own.map(|state| self.words.certificate(&state.facts()));
        let served = self.found.certificate().map(|served| match served {
            Err(fault) => self.warned(fault),
            Ok(ends) => {
                let day = w.day(ends, "UTC");
                let (verdict, key) = match ends.since(self.words.now) < days(7) {
                    true => (Verdict::Wrong, "operator-https-ends"),
                    false => (Verdict::Fine, "doctor-certificate"),
                };
                Finding::new("certificate", verdict, w.say1(key, "date", day))
            }
        });
        match (served, own) {
            // what visitors get is more than what is kept, unless something is in the way of the next one
            (Some(served), Some(own)) if own.verdict == Verdict::Fine => vec![served],
            (Some(served), Some(own)) => vec![served, own],
            (Some(one), None) | (None, Some(one)) => vec![one],
            (None, None) => {
                let told = w.say("doctor-certificate-unknown");
                vec![Finding::new("certificate", Verdict::Unknown, told)]
            }
        }
    }

    fn warned(&self, fault: CertificateFault) -> Finding {
        let told = self.w().say2(
            "doctor-certificate-warned",
            "why",
            fault.as_str(),
            "host",
            &self.installation.host,
        );
        Finding::new("certificate", Verdict::Wrong, told)
    }

    fn proxies(&self) -> Finding {
        let w = self.w();
        let finding = |verdict, key: &'static str| Finding::new("proxies", verdict, w.say(key));
        let Some(state) = self.found.reached_state() else {
            return finding(Verdict::Unknown, "doctor-proxies-unknown");
        };
        let is_https = self.installation.base_url.starts_with("https://");
        match state.forwarded_by {
            ForwardedBy::Trusted => finding(Verdict::Fine, "doctor-proxies"),
            // somebody ends TLS, and does not say for whom
            ForwardedBy::Nobody if is_https && !self.installation.ends_tls => {
                finding(Verdict::Wrong, "proxy-silent")
            }
            ForwardedBy::Nobody => finding(Verdict::Fine, "doctor-proxies-none"),
            ForwardedBy::Silent => finding(Verdict::Wrong, "proxy-silent"),
            ForwardedBy::Unreadable => finding(Verdict::Wrong, "proxy-unreadable"),
            ForwardedBy::Untrusted => {
                let network = state.network.as_deref().unwrap_or_default();
                let told = w.say1("proxy-untrusted", "network", network);
                Finding::new("proxies", Verdict::Wrong, told)
            }
        }
    }

    fn workers(&self) -> Vec<Finding> {
        let Some(state) = self.found.state() else {
            let told = self.w().say("doctor-workers-unknown");
            return vec![Finding::new("workers", Verdict::Unknown, told)];
        };
        // by its own clock: another machine's may be another
        let words = FindingWords {
            w: self.w(),
            now: state.time,
        };
        let seen = |name: &str| {
            let mut workers = state.workers.iter();
            workers.find(|one| one.name == name).map(|one| one.seen)
        };
        vec![
            words.ended(state.ended.as_deref()),
            words.at_work("keeper", seen("keeper")),
            words.at_work("mail", seen("mail")),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::super::instance_state::InstanceState;
    use super::*;
    use crate::base::{Lang, Time};
    use crate::mail::{MailAddress, MailSetting};
    use crate::words::Library;

    fn installation() -> ExaminedInstallation {
        ExaminedInstallation {
            settings: None,
            data: "data".into(),
            database: "sqlite:a.db".parse().unwrap(),
            secrets: "secrets".into(),
            keys: Vec::new(),
            base_url: "https://sign.example.org".to_owned(),
            host: "sign.example.org".to_owned(),
            listen: "127.0.0.1:8080".parse().unwrap(),
            ends_tls: false,
            https: None,
            roots: Vec::new(),
            mail: MailSetting::Capture,
            mail_from: MailAddress::parse("petitions@sign.example.org").unwrap(),
        }
    }

    fn server(reached: Reached, state: Option<InstanceState>) -> AskedServer {
        AskedServer {
            at: "192.0.2.1:443".parse().unwrap(),
            reached,
            state,
            clock: None,
        }
    }

    #[test]
    fn a_proxy_that_ends_tls_and_says_nothing_is_wrong_and_a_network_without_a_way_back_is_not() {
        let library = Library::load().unwrap();
        let w = library.words(Lang::EN);
        let now = Time::from_micros(1_800_000_000_000_000);
        let state = |forwarded_by, base_url: &str| InstanceState {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            base_url: base_url.to_owned(),
            time: now,
            started_at: now,
            forwarded_by,
            network: None,
            workers: Vec::new(),
            ended: None,
            proof: String::new(),
        };
        let mut installation = installation();
        let url = installation.base_url.clone();
        let found = |outside: AskedServer, here: Option<InstanceState>| ReachFound {
            addresses: Heard::Records(vec![outside.at.ip()]),
            outside: vec![outside],
            here: server(Reached::Silence, here),
            has_ticket: true,
        };
        let told = |installation: &ExaminedInstallation, found: &ReachFound, about: &str| {
            let words = FindingWords { w: &w, now };
            let told = ReachWords {
                words: &words,
                installation,
                found,
            };
            let all = told.told();
            let one = all.iter().find(|one| one.about == about).unwrap();
            (one.verdict, one.plain())
        };
        let by = |forwarded_by| {
            let state = state(forwarded_by, &url);
            found(server(Reached::Silence, Some(state)), None)
        };
        for (forwarded_by, verdict) in [
            (ForwardedBy::Trusted, Verdict::Fine),
            (ForwardedBy::Nobody, Verdict::Wrong),
            (ForwardedBy::Silent, Verdict::Wrong),
            (ForwardedBy::Unreadable, Verdict::Wrong),
            (ForwardedBy::Untrusted, Verdict::Wrong),
        ] {
            let found = by(forwarded_by);
            assert_eq!(told(&installation, &found, "proxies").0, verdict);
        }
        let own = state(ForwardedBy::Nobody, &url);
        let silent = found(server(Reached::Silence, None), Some(own));
        let (verdict, said) = told(&installation, &silent, "reach");
        assert_eq!(verdict, Verdict::Unknown, "{said}");
        assert!(said.contains("try it from a phone"), "{said}");
        let former = state(ForwardedBy::Trusted, "https://former.example.org");
        let former = found(server(Reached::Silence, Some(former)), None);
        let (verdict, said) = told(&installation, &former, "reach");
        assert_eq!(verdict, Verdict::Soon, "{said}");
        assert!(said.contains("https://former.example.org"), "{said}");
        installation.ends_tls = true;
        let found = by(ForwardedBy::Nobody);
        assert_eq!(told(&installation, &found, "proxies").0, Verdict::Fine);
    }
}
