//! Under which address visitors come, and who does HTTPS.

use super::answers::{SettingAnswers, SettingQuestion, TriedAnswer};
use super::looks;
use crate::base::SiteAddress;
use crate::cli::Failed;
use std::net::SocketAddr;

const SITE: SettingQuestion = SettingQuestion {
    name: "base-url",
    text: "1 of 5. Under which address will visitors find the site? Such as https://sign.example.org",
    usual: "",
};
const HTTPS: SettingQuestion = SettingQuestion {
    name: "https",
    text: "2 of 5. Who does HTTPS?\n\
           auto: this program, with a certificate that it has made and renews itself. With that you agree to the terms of Let's\n\
           \x20     Encrypt (https://letsencrypt.org/repository/). The site's name becomes public in the logs of certificates.\n\
           off:  a web server in front of it, on this machine (nginx, Caddy, Apache)",
    usual: "auto",
};
/// Proxies of this machine.
const LOOPBACK: &str = "127.0.0.1,::1";

/// Asks for the address; whether visitors come from elsewhere. None where it is missing.
pub(super) fn site(answers: &mut SettingAnswers) -> Result<Option<SiteAddress>, Failed> {
    let answer = answers.ask(&SITE, |typed| {
        // as people say it
        let typed = match typed.contains("://") || typed.is_empty() {
            true => typed.to_owned(),
            false => format!("https://{typed}"),
        };
        let site = match SiteAddress::parse(&typed) {
            Ok(site) => site,
            Err(wrong) => return TriedAnswer::Wrong(wrong),
        };
        let text = site.as_str().to_owned();
        match looks::leads_here(&site) {
            Ok(told) => TriedAnswer::Fine(text, told),
            Err(doubt) => TriedAnswer::Doubtful(text, doubt),
        }
    })?;
    let site = answer.map(|answer| SiteAddress::parse(&answer).map_err(Failed::Settings));
    site.transpose()
}

/// Asks who does HTTPS. A proxy of this machine is believed, unless others were named.
pub(super) fn https(answers: &mut SettingAnswers) -> Result<(), Failed> {
    let was_said = answers.texts.typed(HTTPS.name).is_some();
    let (listen, door) = (
        answers.texts.typed("listen").map(str::to_owned),
        answers.texts.typed("http").map(str::to_owned),
    );
    let answer = answers.ask(&HTTPS, |typed| {
        let ports = match typed {
            "off" => vec![listen.as_deref().unwrap_or("127.0.0.1:8080")],
            "auto" | "files" => vec![
                listen.as_deref().unwrap_or("[::]:443"),
                door.as_deref().unwrap_or("[::]:80"),
            ],
            _ => return TriedAnswer::Wrong("must be auto or off".to_owned()),
        };
        let ports = ports
            .into_iter()
            .filter_map(|at| at.parse::<SocketAddr>().ok());
        let doubts: Vec<String> = ports.filter_map(looks::is_taken).collect();
        match doubts.is_empty() {
            true => TriedAnswer::Fine(typed.to_owned(), None),
            false => TriedAnswer::Doubtful(typed.to_owned(), doubts.join(" ")),
        }
    })?;
    match answer.as_deref() {
        // said on the command line, the terms are agreed to there too
        Some("auto") if !was_said && answers.is_somebody_there() => {
            answers.texts.set("https-terms", "agreed".to_owned());
        }
        Some("off") if answers.texts.typed("trusted-proxies").is_none() => {
            answers.texts.set("trusted-proxies", LOOPBACK.to_owned());
        }
        _ => {}
    }
    Ok(())
}
