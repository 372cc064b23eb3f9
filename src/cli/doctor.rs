//! `undersigned doctor`.

use super::Failed;
use super::work::print;
use crate::base::{Clock, Lang};
use crate::serve;
use crate::serve::https::open::kept_state;
use crate::serve::settings::Settings;
use crate::site::doctor::examined::{Doctor, ExaminedBeside};
use crate::site::finding::{Finding, Verdict};
use crate::words::Library;
use clap::Args;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use serde_json::json;
use std::fmt::Write as _;
use std::net::SocketAddr;
use std::path::PathBuf;

/// Longest name of a DKIM key that can stand in a domain (RFC 1035).
const LONGEST: usize = 63;

/// What is typed behind `doctor`.
#[derive(Debug, Args)]
pub(super) struct TypedDoctor {
    /// Print an array of objects instead of lines
    #[arg(long)]
    json: bool,
    /// The name of the DKIM key that your relay signs with, such as mail or s1: it cannot be known from here
    #[arg(long, value_name = "NAME", value_parser = selector)]
    dkim_selector: Option<String>,
    /// A name server to ask instead of this machine's
    #[arg(long, value_name = "IP:PORT")]
    resolver: Option<SocketAddr>,
    /// A certificate authority to trust beside those that browsers trust, PEM: one of your own network
    #[arg(long, value_name = "FILE", value_parser = authority)]
    trust: Option<PathBuf>,
}

/// Labels of a domain: letters, digits, hyphens, strokes below, dots between.
fn selector(text: &str) -> Result<String, String> {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    match !text.is_empty() && text.len() <= LONGEST && text.bytes().all(fits) {
        true => Ok(text.to_owned()),
        false => Err("must be the name alone, such as s1".to_owned()),
    }
}

/// A file with a certificate in it: one that cannot be read would be trusted in vain.
fn authority(text: &str) -> Result<PathBuf, String> {
    let mut all = CertificateDer::pem_file_iter(text)
        .map_err(|error| format!("it cannot be read: {error}"))?;
    match all.next() {
        Some(Ok(_)) => Ok(text.into()),
        Some(Err(error)) => Err(format!("it cannot be read: {error}")),
        None => Err("there is no certificate in it".to_owned()),
    }
}

/// Looks at everything and tells what was found.
pub(super) fn examine(settings: &Settings, typed: TypedDoctor) -> Result<(), Failed> {
    let fault = |error: &dyn std::fmt::Display| Failed::Work(format!("doctor: {error}"));
    let https = kept_state(&settings.https, &settings.data);
    let mut installation = serve::examined(settings, https);
    installation.roots.extend(typed.trust);
    let doctor = Doctor {
        installation,
        beside: ExaminedBeside {
            resolver: typed.resolver,
            dkim_selector: typed.dkim_selector,
        },
        clock: Clock::system(),
    };
    let library = Library::load().map_err(|error| fault(&error))?;
    let words = library.words(Lang::EN);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(|error| fault(&error))?;
    let findings = runtime.block_on(doctor.examine(&words));
    // a check that hangs ends with the program
    runtime.shutdown_background();
    print(&match typed.json {
        true => as_json(&findings),
        false => as_lines(&findings),
    })?;
    match findings.iter().any(|one| one.verdict == Verdict::Wrong) {
        true => Err(Failed::Found),
        false => Ok(()),
    }
}

/// A line each, the verdict first.
fn as_lines(findings: &[Finding]) -> String {
    findings.iter().fold(String::new(), |mut told, one| {
        let (verdict, about) = (one.verdict.as_str(), one.about);
        let _ = writeln!(told, "{verdict:7} {about}: {}", one.plain());
        told
    })
}

fn as_json(findings: &[Finding]) -> String {
    let all: Vec<_> = findings
        .iter()
        .map(|one| {
            json!({
                "about": one.about,
                "verdict": one.verdict.as_str(),
                "sentence": one.plain(),
            })
        })
        .collect();
    format!("{:#}\n", serde_json::Value::Array(all))
}
