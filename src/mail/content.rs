//! A mail to one person, and the bytes it becomes.
//!
//! What is typed in by strangers may stand in the body; in a header only inside the subject, and
//! never in an address. Every body part is base64 or quoted-printable, so that no text of a mail
//! can speak to the relay (RUSTSEC-2026-0561, T14).

use super::address::MailAddress;
use crate::base::time::Time;
use lettre::Message;
use lettre::address::Envelope;
use lettre::message::header::{
    ContentTransferEncoding, ContentType, HeaderName, HeaderValue, Headers,
};
use lettre::message::{Body, Mailbox, MultiPart, SinglePart};
use std::time::{Duration, UNIX_EPOCH};

/// What sort of mail it is. All but `Update` say `Auto-Submitted: auto-generated` (RFC 3834), so that
/// no machine answers; all say `X-Auto-Response-Suppress: All`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Asks to confirm a signature.
    Confirm,
    /// Answers something the reader did.
    Receipt,
    /// To organizers: invitations, resets, notices.
    Notice,
    /// From a campaign to those who agreed to it; a person wrote it.
    Update,
}

/// How to say "do not write to me again" (RFC 8058).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsubscribe {
    /// One https address that takes a POST without cookies.
    pub https: String,
    /// An address that takes a mail.
    pub mailto: Option<MailAddress>,
}

/// A mail, ready to be sent.
#[derive(Debug, Clone)]
pub struct Mail {
    /// What sort it is.
    pub class: Class,
    /// Shown as the sender: an organization's name, never a signer's.
    pub from_name: String,
    /// The sender's address, of this installation's own domain.
    pub from: MailAddress,
    /// The one recipient.
    pub to: MailAddress,
    /// One line; cut at 200 characters.
    pub subject: String,
    /// The plain part, lines ended by LF.
    pub text: String,
    /// The HTML part: no pictures, nothing loaded.
    pub html: String,
    /// `id@host` without brackets, fixed when the mail was queued, so that a repeated try is
    /// recognised as the same letter.
    pub message_id: String,
    /// When it was queued.
    pub date: Time,
    /// Where the reader can end it.
    pub unsubscribe: Option<Unsubscribe>,
    /// `petition:class:organization:sender`, for complaint statistics; nothing about the reader.
    pub feedback: Option<String>,
}

/// A message as bytes, with the two addresses of its envelope.
#[derive(Debug, Clone)]
pub struct RawMail {
    /// Names the message in files: the part of the Message-ID before its `@`.
    pub name: String,
    /// Where bounces go.
    pub from: MailAddress,
    /// Who receives it.
    pub to: MailAddress,
    /// Headers and body, lines ended by CRLF.
    pub bytes: Vec<u8>,
}

/// A mail that cannot be made into a message: a fault of this program, not of the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MailError {
    /// The Message-ID is not `id@host`.
    #[error("letter: the Message-ID is not of the form id@host")]
    MessageId,
    /// The unsubscribe address is not a plain https address.
    #[error("letter: the unsubscribe address is not a plain https address")]
    Unsubscribe,
    /// The parts do not fit together.
    #[error("letter: the message could not be built")]
    Build,
}

/// Characters of a subject.
const SUBJECT: usize = 200;
/// Characters of a sender's name.
const NAME: usize = 60;

impl Mail {
    /// The message, with its envelope.
    pub fn raw(&self) -> Result<RawMail, MailError> {
        let (id, host) = self
            .message_id
            .split_once('@')
            .ok_or(MailError::MessageId)?;
        let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        if id.is_empty() || host.is_empty() || !id.chars().chain(host.chars()).all(fits) {
            return Err(MailError::MessageId);
        }
        let name = line(&self.from_name, NAME);
        let name = if name.is_empty() { None } else { Some(name) };
        // Told, and not read from the header again: lettre's own rule for what it reads is narrower than what it writes.
        let envelope = Envelope::new(Some(self.from.lettre()), vec![self.to.lettre()])
            .map_err(|_| MailError::Build)?;
        let message = Message::builder()
            .envelope(envelope)
            .from(Mailbox::new(name, self.from.lettre()))
            .to(Mailbox::new(None, self.to.lettre()))
            .subject(line(&self.subject, SUBJECT))
            .date(UNIX_EPOCH + Duration::from_secs(u64::try_from(self.date.seconds()).unwrap_or(0)))
            .message_id(Some(format!("<{}>", self.message_id)));
        let mut message = message
            .multipart(self.parts(id)?)
            .map_err(|_| MailError::Build)?;
        self.add_headers(message.headers_mut())?;
        Ok(RawMail {
            name: id.to_owned(),
            from: self.from.clone(),
            to: self.to.clone(),
            bytes: message.formatted(),
        })
    }

    fn parts(&self, id: &str) -> Result<MultiPart, MailError> {
        // of the mail's own id: the same mail gives the same bytes at every try
        let parts = MultiPart::alternative()
            .boundary(format!("=_{id}"))
            .singlepart(part(&self.text, ContentType::TEXT_PLAIN)?)
            .singlepart(part(&self.html, ContentType::TEXT_HTML)?);
        Ok(parts)
    }

    fn add_headers(&self, headers: &mut Headers) -> Result<(), MailError> {
        if self.class != Class::Update {
            put(headers, "Auto-Submitted", "auto-generated".to_owned());
        }
        put(headers, "X-Auto-Response-Suppress", "All".to_owned());
        if let Some(unsubscribe) = &self.unsubscribe {
            put(headers, "List-Unsubscribe", unsubscribe.value()?);
            put(
                headers,
                "List-Unsubscribe-Post",
                "List-Unsubscribe=One-Click".to_owned(),
            );
        }
        if let Some(feedback) = &self.feedback {
            let fits = |c: &char| c.is_ascii_alphanumeric() || matches!(c, ':' | '-' | '_' | '.');
            put(
                headers,
                "Feedback-ID",
                feedback.chars().filter(fits).take(200).collect(),
            );
        }
        Ok(())
    }
}

impl Unsubscribe {
    fn value(&self) -> Result<String, MailError> {
        let plain = self
            .https
            .bytes()
            .all(|b| b.is_ascii_graphic() && !b"<>\",".contains(&b));
        if !plain || !self.https.starts_with("https://") || self.https.len() > 500 {
            return Err(MailError::Unsubscribe);
        }
        Ok(match &self.mailto {
            None => format!("<{}>", self.https),
            Some(to) => format!(
                "<{}>, <mailto:{}?subject=unsubscribe>",
                self.https,
                to.as_str()
            ),
        })
    }
}

fn put(headers: &mut Headers, name: &'static str, value: String) {
    headers.insert_raw(HeaderValue::new(
        HeaderName::new_from_ascii_str(name),
        value,
    ));
}

/// One part. Quoted-printable while most of it is ASCII, base64 where that would triple it.
fn part(text: &str, kind: ContentType) -> Result<SinglePart, MailError> {
    let text = lines(text);
    let foreign = text.bytes().filter(|b| !b.is_ascii()).count();
    let encoding = if foreign * 3 > text.len() {
        ContentTransferEncoding::Base64
    } else {
        ContentTransferEncoding::QuotedPrintable
    };
    let body = Body::new_with_encoding(text, encoding).map_err(|_| MailError::Build)?;
    Ok(SinglePart::builder().header(kind).body(body))
}

/// Text of many lines: every kind of line end becomes LF, other control characters go.
fn lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
        .collect()
}

/// Text of one line for a header: control characters, line separators and marks that turn the
/// direction of writing become spaces, runs of spaces one, and what would be read as an encoded word
/// is broken up. lettre 0.11.23 panics at a name with CR, LF or NUL (RUSTSEC-2026-0564).
fn line(text: &str, most: usize) -> String {
    let is_mark = |c: char| matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    let spaced: String = text
        .chars()
        .map(|c| if c.is_control() || is_mark(c) { ' ' } else { c })
        .collect();
    let joined = spaced
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace("=?", "= ?");
    let mut cut: String = joined.chars().take(most).collect();
    if cut.len() < joined.len() {
        cut.pop();
        cut.push('…');
    }
    cut
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::captured::read::Reading;

    fn mail() -> Mail {
        Mail {
            class: Class::Confirm,
            from_name: "Open Docket Coalition".to_owned(),
            from: MailAddress::parse("letters@sign.example.org").unwrap(),
            to: MailAddress::parse("sam@example.org").unwrap(),
            subject: "Confirm your signature".to_owned(),
            text: "One press.\r\nhttps://sign.example.org/c/abc\rEnd\u{7}\n".to_owned(),
            html: "<p>One press.</p>".to_owned(),
            message_id: "0193-aa@mail.example.org".to_owned(),
            date: Time::from_micros(1_795_295_400_000_000),
            unsubscribe: None,
            feedback: None,
        }
    }

    fn source(mail: &Mail) -> String {
        String::from_utf8(mail.raw().unwrap().bytes).unwrap()
    }

    #[test]
    fn a_confirmation_is_this_message() {
        let expected = "\
From: \"Open Docket Coalition\" <letters@sign.example.org>\r\n\
To: sam@example.org\r\n\
Subject: Confirm your signature\r\n\
Date: Sat, 21 Nov 2026 21:10:00 +0000\r\n\
Message-ID: <0193-aa@mail.example.org>\r\n\
MIME-Version: 1.0\r\n\
Auto-Submitted: auto-generated\r\n\
X-Auto-Response-Suppress: All\r\n\
Content-Type: multipart/alternative; boundary=\"=_0193-aa\"\r\n\
\r\n\
--=_0193-aa\r\n\
Content-Type: text/plain; charset=utf-8\r\n\
Content-Transfer-Encoding: quoted-printable\r\n\
\r\n\
One press.\r\n\
https://sign.example.org/c/abc\r\n\
End\r\n\
\r\n\
--=_0193-aa\r\n\
Content-Type: text/html; charset=utf-8\r\n\
Content-Transfer-Encoding: quoted-printable\r\n\
\r\n\
<p>One press.</p>\r\n\
--=_0193-aa--\r\n";
        assert_eq!(source(&mail()), expected);
    }

    #[test]
    fn the_same_letter_gives_the_same_bytes() {
        assert_eq!(source(&mail()), source(&mail()));
    }

    #[test]
    fn what_is_written_is_read_back() {
        let mut mail = mail();
        mail.from_name = "Coalición de los Expedientes Abiertos, A. C.".to_owned();
        mail.subject =
            "Confirme su firma: «Que las actas judiciales se lean gratis en todo el país»"
                .to_owned();
        mail.text = format!("¿Lucía? {}\n.\nFin=20", "ñandú ".repeat(60));
        mail.html = "<p>خوانده شود، یک فشار کافی است</p>\n".repeat(8);
        let reading = Reading::of(&mail.raw().unwrap().bytes);
        assert_eq!(reading.header("Subject"), Some(mail.subject.as_str()));
        assert!(reading.header("From").unwrap().contains(&mail.from_name));
        assert_eq!((reading.text, reading.html), (mail.text, mail.html));
    }

    #[test]
    fn a_part_that_is_not_latin_is_base64() {
        let mut mail = mail();
        mail.text = "請確認您的簽名".to_owned();
        assert!(source(&mail).contains("Content-Transfer-Encoding: base64"));
    }

    #[test]
    fn headers_follow_the_class() {
        let mut mail = mail();
        mail.class = Class::Update;
        mail.unsubscribe = Some(Unsubscribe {
            https: "https://sign.example.org/u/abc".to_owned(),
            mailto: None,
        });
        mail.feedback = Some("p1:update:org1:undersigned\r\nX: y".to_owned());
        let source = source(&mail);
        assert!(!source.contains("Auto-Submitted"));
        assert!(source.contains("List-Unsubscribe: <https://sign.example.org/u/abc>\r\n"));
        assert!(source.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"));
        assert!(source.contains("Feedback-ID: p1:update:org1:undersignedX:y\r\n"));
    }

    #[test]
    fn a_header_line_is_one_clean_line() {
        assert_eq!(line(" a\r\nb\u{2028}c\t\u{202e}d ", 60), "a b c d");
        assert_eq!(line("=?utf-8?q?x?=", 60), "= ?utf-8?q?x?=");
        assert_eq!(line("abcdef", 4), "abc…");
        assert_eq!(line("añoñ", 4), "añoñ");
    }

    #[test]
    fn what_cannot_stand_in_a_header_is_refused() {
        for id in ["", "a", "@b", "a@", "a b@c", "a@b\r\nX: y", "a>@b", "a@b@c"] {
            let mut mail = mail();
            mail.message_id = id.to_owned();
            assert_eq!(mail.raw().unwrap_err(), MailError::MessageId, "{id:?}");
        }
        for https in [
            "http://a.example",
            "https://a.example/>",
            "https://a.example/\r\nX:",
            "https://a b",
        ] {
            let mut mail = mail();
            mail.unsubscribe = Some(Unsubscribe {
                https: https.to_owned(),
                mailto: None,
            });
            assert_eq!(mail.raw().unwrap_err(), MailError::Unsubscribe, "{https:?}");
        }
    }
}
