//! The letter: queued with the time it tells of, written when it is sent, of what is so then.

use super::news::{DigestSpan, News, PetitionNews, read};
use crate::account::mails::mailbox;
use crate::account::notices::{NoticeTokens, Notices};
use crate::account::store::notices::{self, DigestReader};
use crate::base::{Secrets, Time};
use crate::db::{Conn, Result, Tx};
use crate::mail::mails::{DigestMail, DigestPart, Sender};
use crate::mail::model::{Kind, NewMessage, OutboxMessage, Urgency};
use crate::mail::store::MailFigures;
use crate::mail::{Class, Mail, MailAddress, Unsubscribe};
use crate::petition::{Exposure, PetitionCache};
use crate::web::{Site, urls};
use crate::words::Words;

/// Petitions that are told of in one letter: it stays short enough to be read.
const MOST: usize = 5;

/// Queues it.
///
/// # Errors
/// A fault of the database.
pub(super) fn queue(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    to: &DigestReader,
    span: DigestSpan,
    now: Time,
) -> Result<()> {
    let letter = NewMessage {
        kind: Kind::Digest,
        petition: None,
        subject: to.id.cast(),
        lang: to.lang,
        recipient: None,
        arguments: Some(format!("{} {}", span.from.micros(), span.until.micros())),
        mailbox: mailbox(secrets, &to.email),
        once_key: None,
        due_at: now,
        urgency: Urgency::Usual,
    };
    crate::mail::queue(tx, &letter, now)
}

fn span(arguments: &str) -> Option<DigestSpan> {
    let (from, until) = arguments.split_once(' ')?;
    Some(DigestSpan {
        from: Time::from_micros(from.parse().ok()?),
        until: Time::from_micros(until.parse().ok()?),
    })
}

/// The mail that was queued; none where there is nothing to tell any more, or nothing that they may still see or want to be told.
///
/// # Errors
/// A fault of the database.
pub(crate) fn write(
    conn: &mut Conn,
    site: &Site,
    from: &MailAddress,
    petition_cache: &PetitionCache,
    message: &OutboxMessage,
) -> Result<Option<Mail>> {
    let Some(span) = message.arguments.as_deref().and_then(span) else {
        return Ok(None);
    };
    let reader = notices::reader(conn, message.subject.cast())?;
    let Some(reader) = reader.filter(|reader| reader.wanted != Notices::NONE) else {
        return Ok(None);
    };
    let now = site.clock.now();
    let news = read(conn, petition_cache, &reader, span, now)?;
    if !news.happened() && news.waiting() == 0 {
        return Ok(None);
    }
    let Some(to) = MailAddress::of_stored(&reader.email) else {
        return Ok(None);
    };
    let words = site.words(reader.lang);
    let sender = words.say("site-name");
    let rendered = DigestMail {
        w: &words,
        sender: Sender {
            organization: sender,
            contact: "",
        },
        since: words.date_time(span.from, &news.zone),
        parts: parts(&words, &news),
        more: news.petitions.len().saturating_sub(MOST),
        link: &format!("{}{}", site.base_url, urls::console()),
    }
    .render();
    let stop = urls::stop_notices(&NoticeTokens::new(&site.secrets).token(reader.id));
    Ok(rendered.ok().map(|rendered| {
        let mut mail = rendered.mail(Class::Notice, (sender, from), to, now);
        // Mailbox providers press it only over https (RFC 8058).
        mail.unsubscribe = site.is_https().then(|| Unsubscribe {
            https: format!("{}{stop}", site.base_url),
            mailto: None,
        });
        mail
    }))
}

fn parts(w: &Words, news: &News) -> Vec<DigestPart> {
    let of_mail = news.mail.as_ref().map(|figures| of_mail(w, figures));
    let petitions = news.petitions.iter().take(MOST);
    of_mail
        .into_iter()
        .chain(petitions.map(|one| of_petition(w, one)))
        .collect()
}

fn of_mail(w: &Words, figures: &MailFigures) -> DigestPart {
    let failed: i64 = figures.failed.iter().map(|(_, letters)| letters).sum();
    DigestPart {
        title: w.say("mail-digest-site").to_owned(),
        lines: vec![w.plain1("mail-digest-failed-all", "n", failed)],
    }
}

fn of_petition(w: &Words, news: &PetitionNews) -> DigestPart {
    let petition = &news.shown.petition;
    let title = match petition.allows(Exposure::TellingMail) && !petition.settings.discreet {
        true => news.shown.text(w.lang()).map(|text| text.title.clone()),
        false => None,
    };
    let mut lines = Vec::new();
    if news.is_first {
        lines.push(w.plain1("mail-digest-first", "n", news.counted));
    }
    if let Some(goal) = news.goal {
        lines.push(w.plain2("mail-digest-goal", "goal", goal, "n", news.counted));
    }
    for (key, n) in [
        ("mail-digest-held", news.to_decide.held),
        ("mail-digest-reasons", news.to_decide.reasons),
        ("mail-digest-organizations", news.to_decide.organizations),
        ("mail-digest-failed", news.failed),
    ] {
        if n > 0 {
            lines.push(w.plain1(key, "n", n));
        }
    }
    if news.is_going
        && let Some(day) = petition.kept_until_day(w)
    {
        lines.push(w.plain1("mail-digest-going", "date", day));
    }
    DigestPart {
        title: title.unwrap_or_else(|| w.say("mail-digest-unnamed").to_owned()),
        lines,
    }
}
