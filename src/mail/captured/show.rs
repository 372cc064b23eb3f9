//! GET /dev/mail: what would have been sent, while mail is captured. To this machine only.

use super::capture::Capture;
use super::pages::{Captured, DevMailPage, DevMailsPage};
use super::read::Reading;
use crate::web::answers::answer::private_page;
use crate::web::{Error, FromHere, ReaderLang, Result, Site, urls};
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path, block};

/// Most messages listed.
const LISTED: usize = 200;

fn captured(name: &str, mail: &Reading) -> Captured {
    let header = |key| mail.header(key).unwrap_or_default().to_owned();
    Captured {
        href: urls::captured_mail(name),
        subject: header("subject"),
        to: header("to"),
        at: header("date"),
    }
}

/// The messages, the latest first.
///
/// # Errors
/// 404 to any other machine; 500 when the folder cannot be read.
pub async fn list(
    site: Data<Site>,
    folder: Data<Capture>,
    _: FromHere,
    reader: ReaderLang,
) -> Result {
    let read = block(move || {
        let names = folder.list(LISTED)?;
        let mails = names.iter().map(|name| {
            let mail = folder.read(name)?.unwrap_or_default();
            Ok(captured(name, &mail))
        });
        mails.collect::<std::io::Result<Vec<_>>>()
    });
    let mails = read
        .await
        .map_err(|_| Error::FAULT)?
        .map_err(|_| Error::FAULT)?;
    let words = reader.words(&site);
    let page = DevMailsPage {
        frame: site.frame(&words, words.say("dev-mail-title")),
        w: &words,
        mails,
    };
    private_page(StatusCode::OK, &page)
}

/// One message.
///
/// # Errors
/// 404 to any other machine and for a message that is not there.
pub async fn show(
    site: Data<Site>,
    folder: Data<Capture>,
    _: FromHere,
    reader: ReaderLang,
    name: Path<String>,
) -> Result {
    let name = name.into_inner();
    let key = name.clone();
    let read = block(move || folder.read(&key)).await;
    let mail = read
        .map_err(|_| Error::FAULT)?
        .map_err(|_| Error::FAULT)?
        .ok_or(Error::NOT_FOUND)?;
    let words = reader.words(&site);
    let headers: Vec<String> = mail
        .headers
        .iter()
        .map(|(key, value)| format!("{key}: {value}"))
        .collect();
    let page = DevMailPage {
        frame: site.frame(&words, words.say("dev-mail-title")),
        w: &words,
        links: links(&mail.text, &site.base_url),
        mail: captured(&name, &mail),
        headers: headers.join("\n"),
        text: mail.text,
        html: mail.html,
        list_href: urls::CAPTURED_MAILS,
    };
    private_page(StatusCode::OK, &page)
}

/// Our own addresses in the plain text.
fn links(text: &str, base_url: &str) -> Vec<String> {
    let word = |w: &&str| w.starts_with(base_url);
    text.split_whitespace()
        .filter(word)
        .map(str::to_owned)
        .collect()
}
