//! What all mails share.

use crate::base::Time;
use crate::mail::address::MailAddress;
use crate::mail::content::{Class, Mail};
use crate::words::Words;
use icu::segmenter::GraphemeClusterSegmenter;
use std::borrow::Cow;

/// A name in a mail is cut after this many characters: the field is open to everybody and may carry an advertisement
/// (`T04`: our mail must not be worth abusing).
pub(super) const NAME: usize = 60;
/// A subject line is cut after this many characters.
pub(super) const SUBJECT: usize = 70;

/// At most `most` characters as people count them; a cut is shown by an ellipsis.
pub(super) fn cut(text: &str, most: usize) -> Cow<'_, str> {
    let ends: Vec<usize> = GraphemeClusterSegmenter::new().segment_str(text).collect();
    if ends.len() <= most + 1 {
        return Cow::Borrowed(text);
    }
    let kept = ends
        .get(most.saturating_sub(1))
        .and_then(|end| text.get(..*end))
        .unwrap_or_default();
    Cow::Owned(format!("{}…", kept.trim_end()))
}

/// How many characters as people count them.
pub(super) fn length(text: &str) -> usize {
    GraphemeClusterSegmenter::new()
        .segment_str(text)
        .count()
        .saturating_sub(1)
}

/// The subject with as much of its one variable as fits.
pub(super) fn subject(w: &Words, key: &str, name: &str, value: &str) -> String {
    let room = SUBJECT.saturating_sub(length(&w.plain1(key, name, "")));
    w.plain1(key, name, cut(value, room))
}

/// Who writes.
#[derive(Clone, Debug, Default)]
pub struct Sender<'a> {
    /// The organization's name.
    pub organization: &'a str,
    /// Where questions go; may be empty.
    pub contact: &'a str,
}

/// A mail, rendered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    /// At most 70 characters.
    pub subject: String,
    /// Plain text.
    pub text: String,
    /// HTML.
    pub html: String,
}

impl Rendered {
    /// The mail of it, to one person; `name` is shown as its sender. The worker sets its id: the same for every try.
    #[must_use]
    pub(crate) fn mail(
        self,
        class: Class,
        (name, from): (&str, &MailAddress),
        to: MailAddress,
        date: Time,
    ) -> Mail {
        Mail {
            class,
            from_name: name.to_owned(),
            from: from.clone(),
            to,
            subject: self.subject,
            text: self.text,
            html: self.html,
            message_id: String::new(),
            date,
            unsubscribe: None,
            feedback: None,
        }
    }
}
