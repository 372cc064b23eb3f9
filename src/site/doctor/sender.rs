//! What mail providers ask the sender's domain before they take a letter: SPF (RFC 7208), DKIM (RFC 6376), DMARC (RFC 7489), and, where
//! the relay is on this machine, the name of its address (PTR).

use super::examined::{Doctor, ExaminedInstallation};
use super::name_resolver::{Heard, NameResolver};
use crate::mail::{MailSetting, is_private};
use crate::site::finding::{Finding, Verdict};
use crate::words::Words;
use futures_util::future::join_all;
use std::net::IpAddr;

/// Most addresses of a host that are asked for their names.
const MOST: usize = 4;

/// What was heard.
pub(super) struct SenderFound {
    domain: String,
    spf: Heard<String>,
    /// Of the domain, or of the one that somebody registered above it.
    dmarc: Heard<String>,
    dkim: Option<(String, Heard<String>)>,
    address: AddressName,
}

/// Whether the address that mail goes out from has the name of the host.
enum AddressName {
    /// The relay is elsewhere.
    NotOurs,
    /// The host has no address that others see.
    NotPublic,
    /// These addresses, and whether each has a name that leads back to it; none where nobody answered.
    Asked(Vec<(IpAddr, Option<bool>)>),
}

/// Whether the relay is on this machine.
fn is_own_relay(installation: &ExaminedInstallation) -> bool {
    match &installation.mail {
        MailSetting::Capture => false,
        MailSetting::Smtp(setting) => {
            let ip = setting.host.parse::<IpAddr>();
            setting.host == "localhost" || ip.is_ok_and(|ip| ip.is_loopback())
        }
    }
}

/// Asks. None where no mail goes out, or the sender's domain is none that others can ask.
pub(super) async fn examine(
    doctor: &Doctor,
    names: &NameResolver,
    addresses: &Heard<IpAddr>,
) -> Option<SenderFound> {
    let installation = &doctor.installation;
    let domain = installation.mail_from.domain().to_owned();
    if installation.mail == MailSetting::Capture || !domain.contains('.') {
        return None;
    }
    let selector = doctor.beside.dkim_selector.clone();
    let dkim = async {
        let selector = selector?;
        let heard = names
            .texts(&format!("{selector}._domainkey.{domain}"))
            .await;
        Some((selector, heard))
    };
    let (spf, dmarc, dkim, address) = tokio::join!(
        names.texts(&domain),
        dmarc(names, &domain),
        dkim,
        address_name(installation, names, addresses)
    );
    Some(SenderFound {
        spf,
        dmarc,
        dkim,
        address,
        domain,
    })
}

/// The record of the domain, else that of the registered domain above it.
async fn dmarc(names: &NameResolver, domain: &str) -> Heard<String> {
    let own = policies(names.texts(&format!("_dmarc.{domain}")).await);
    let above = psl::domain_str(domain).filter(|above| *above != domain);
    match (&own, above) {
        (Heard::Nothing, Some(above)) => policies(names.texts(&format!("_dmarc.{above}")).await),
        _ => own,
    }
}

/// Those that are DMARC's.
fn policies(heard: Heard<String>) -> Heard<String> {
    only(heard, |text| {
        let tag = text.split(';').next().unwrap_or_default();
        tag.split_whitespace().collect::<String>() == "v=DMARC1"
    })
}

/// Those that fit; nothing where none does.
fn only(heard: Heard<String>, fits: impl Fn(&str) -> bool) -> Heard<String> {
    let Heard::Records(mut all) = heard else {
        return heard;
    };
    all.retain(|text| fits(text));
    match all.is_empty() {
        true => Heard::Nothing,
        false => Heard::Records(all),
    }
}

fn is_spf(text: &str) -> bool {
    let first = text.split(' ').next().unwrap_or_default();
    first.eq_ignore_ascii_case("v=spf1")
}

async fn address_name(
    installation: &ExaminedInstallation,
    names: &NameResolver,
    addresses: &Heard<IpAddr>,
) -> AddressName {
    if !is_own_relay(installation) {
        return AddressName::NotOurs;
    }
    let Heard::Records(addresses) = addresses else {
        return AddressName::NotPublic;
    };
    let public = addresses.iter().filter(|ip| !is_private(**ip));
    let asked = public.take(MOST).map(|ip| async move {
        let is_named = match names.names_of(*ip).await {
            Heard::Silence => None,
            Heard::Nothing => Some(false),
            Heard::Records(all) => {
                let back = all.iter().take(MOST).map(|name| names.addresses(name));
                let back = join_all(back).await;
                let leads_back =
                    |heard: &Heard<IpAddr>| matches!(heard, Heard::Records(all) if all.contains(ip));
                Some(back.iter().any(leads_back))
            }
        };
        (*ip, is_named)
    });
    match join_all(asked).await {
        none if none.is_empty() => AddressName::NotPublic,
        asked => AddressName::Asked(asked),
    }
}

impl SenderFound {
    /// The sentences.
    pub(super) fn told(&self, w: &Words, installation: &ExaminedInstallation) -> Vec<Finding> {
        vec![
            self.spf(w, installation),
            self.dkim(w),
            self.dmarc(w),
            self.address(w, installation),
        ]
    }

    fn finding(&self, w: &Words, about: &'static str, verdict: Verdict, key: &str) -> Finding {
        Finding::new(about, verdict, w.say1(key, "domain", &self.domain))
    }

    fn silence(&self, w: &Words, about: &'static str) -> Finding {
        self.finding(w, about, Verdict::Unknown, "doctor-names-silent")
    }

    fn spf(&self, w: &Words, installation: &ExaminedInstallation) -> Finding {
        let soon = |key: &str| self.finding(w, "spf", Verdict::Soon, key);
        let all = match only(self.spf.clone(), is_spf) {
            Heard::Silence => return self.silence(w, "spf"),
            Heard::Nothing => {
                let record = match is_own_relay(installation) {
                    true => format!("v=spf1 a:{} -all", installation.host),
                    false => "v=spf1 include:… -all".to_owned(),
                };
                let told = w.say2("doctor-spf-none", "domain", &self.domain, "record", record);
                return Finding::new("spf", Verdict::Soon, told);
            }
            Heard::Records(all) => all,
        };
        let takes_all = |text: &String| {
            let mut terms = text.split_whitespace();
            terms.any(|term| ["+all", "all"].contains(&term.to_ascii_lowercase().as_str()))
        };
        if all.len() > 1 {
            soon("doctor-spf-many")
        } else if all.iter().any(takes_all) {
            soon("doctor-spf-all")
        } else {
            self.finding(w, "spf", Verdict::Fine, "doctor-spf")
        }
    }

    fn dkim(&self, w: &Words) -> Finding {
        let Some((selector, heard)) = &self.dkim else {
            let told = w.say1("doctor-dkim-unknown", "domain", &self.domain);
            return Finding::new("dkim", Verdict::Unknown, told);
        };
        // RFC 6376, 3.6.1: a key that is empty was taken back
        let key = |text: &String| {
            let tags = text.split(';').filter_map(|tag| tag.split_once('='));
            let mut keys = tags.filter(|(name, _)| name.trim() == "p");
            keys.next().map(|(_, key)| !key.trim().is_empty())
        };
        let (verdict, why) = match heard {
            Heard::Silence => return self.silence(w, "dkim"),
            Heard::Nothing => (Verdict::Soon, "none"),
            Heard::Records(all) => match all.iter().find_map(key) {
                Some(true) => (Verdict::Fine, "there"),
                Some(false) => (Verdict::Wrong, "taken-back"),
                None => (Verdict::Soon, "none"),
            },
        };
        let name = format!("{selector}._domainkey.{}", self.domain);
        Finding::new(
            "dkim",
            verdict,
            w.say2("doctor-dkim", "why", why, "name", name),
        )
    }

    fn dmarc(&self, w: &Words) -> Finding {
        match &self.dmarc {
            Heard::Silence => self.silence(w, "dmarc"),
            Heard::Nothing => {
                let (name, record) = (format!("_dmarc.{}", self.domain), "v=DMARC1; p=none");
                let told = w.say3(
                    "doctor-dmarc-none",
                    "domain",
                    &self.domain,
                    "name",
                    name,
                    "record",
                    record,
                );
                Finding::new("dmarc", Verdict::Soon, told)
            }
            Heard::Records(all) if all.len() > 1 => {
                self.finding(w, "dmarc", Verdict::Soon, "doctor-dmarc-many")
            }
            Heard::Records(_) => self.finding(w, "dmarc", Verdict::Fine, "doctor-dmarc"),
        }
    }

    fn address(&self, w: &Words, installation: &ExaminedInstallation) -> Finding {
        let unknown = |key: &'static str| Finding::new("ptr", Verdict::Unknown, w.say(key));
        let asked = match &self.address {
            AddressName::NotOurs => return unknown("doctor-ptr-elsewhere"),
            AddressName::NotPublic => return unknown("doctor-ptr-no-address"),
            AddressName::Asked(asked) => asked,
        };
        let nameless = asked.iter().find(|(_, is_named)| *is_named == Some(false));
        if let Some((ip, _)) = nameless {
            let (ip, host) = (ip.to_string(), &installation.host);
            let told = w.say2("doctor-ptr-none", "address", ip, "host", host);
            return Finding::new("ptr", Verdict::Soon, told);
        }
        match asked.iter().all(|(_, is_named)| is_named.is_some()) {
            true => Finding::new("ptr", Verdict::Fine, w.say("doctor-ptr")),
            false => self.silence(w, "ptr"),
        }
    }
}
