//! Ways to pass a petition on: ordinary links, nobody else's script.

use crate::base::{Lang, LinkCode};
use crate::petition::rules::share_texts::{Channel, ShareTexts};
use crate::petition::{Exposure, PublicPetition};
use crate::web::qr::Qr;
use crate::web::{Site, urls};
use crate::words::Words;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What stays as it is in a query value, by RFC 3986.
const QUERY: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

fn query(text: &str) -> String {
    utf8_percent_encode(text, QUERY).to_string()
}

/// The share block of a signer's pages.
#[derive(Clone, Debug, Default)]
pub struct Share {
    /// One small, concrete suggestion.
    pub suggestion: String,
    /// Address to pass on, absolute; the signer's own where there is one.
    pub link: String,
    /// The message, with the link, in the signer's language.
    pub message: String,
    /// The link as a picture.
    pub qr: Option<Qr>,
    /// The dearest first.
    pub ways: Vec<ShareTarget>,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShareTarget {
    /// Which: the end of its words key.
    pub kind: &'static str,
    /// Where it leads.
    pub href: String,
}

/// What there is, in no order: that is a language's own (`share-order`).
const KINDS: [&str; 7] = [
    "whatsapp", "sms", "email", "facebook", "linkedin", "bluesky", "mastodon",
];

impl Share {
    /// The block in the reader's language. `mastodon` is our own page that asks for the server; `texts` are the organizers' words.
    #[must_use]
    pub fn of(
        w: &Words,
        (kind, unwritten): (&str, &str),
        texts: &ShareTexts,
        link: String,
        mastodon: String,
    ) -> Self {
        let target_of = |way: &'static str| {
            let channel = Channel::parse(way);
            let text = channel.map(|channel| message(unwritten, texts.of(channel), &link));
            let subject = texts.of(Channel::Subject);
            let subject = subject.unwrap_or(w.say("share-subject"));
            let text = text.unwrap_or_default();
            target(way, subject, &text, &link).unwrap_or_else(|| mastodon.clone())
        };
        let ways = ordered(w.say("share-order")).map(|kind| ShareTarget {
            kind,
            href: target_of(kind),
        });
        Self {
            suggestion: w.say1("share-text", "kind", kind),
            ways: ways.collect(),
            qr: Qr::of(&link),
            message: message(unwritten, texts.of(Channel::Any), &link),
            link,
        }
    }
}

/// Where a way takes a message to be sent from; none for Mastodon, where somebody first has to say which server is theirs.
fn target(way: &str, subject: &str, text: &str, link: &str) -> Option<String> {
    let (text, link) = (query(text), query(link));
    Some(match way {
        "whatsapp" => format!("https://wa.me/?text={text}"),
        // `?&` is read by both kinds of phone
        "sms" => format!("sms:?&body={text}"),
        "email" => format!("mailto:?subject={}&body={text}", query(subject)),
        "facebook" => format!("https://www.facebook.com/sharer/sharer.php?u={link}"),
        "linkedin" => format!("https://www.linkedin.com/sharing/share-offsite/?url={link}"),
        "bluesky" => format!("https://bsky.app/intent/compose?text={text}"),
        _ => return None,
    })
}

/// A message that organizers send on themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadyMessage {
    /// Where, as in [`ShareTarget`].
    pub way: ShareTarget,
    /// Its subject, where it has one.
    pub subject: Option<String>,
    /// What it says; where an address alone is taken, that address.
    pub text: String,
    /// Whether it opens there with everything written.
    pub opens: bool,
}

/// What organizers send on in this language, a message for each way, with an address that says by which it came.
#[must_use]
pub(crate) fn ready_messages(site: &Site, w: &Words, shown: &PublicPetition) -> Vec<ReadyMessage> {
    let texts = written_texts(shown, w.lang());
    let of_way = |kind: &'static str| {
        let link = link_via(site, shown, Some(w.lang()), Some(kind));
        let channel = Channel::parse(kind);
        let text = channel.map(|channel| {
            let written = texts.and_then(|texts| texts.of(channel));
            message(&own_words(w, shown, &link), written, &link)
        });
        let subject = texts.and_then(|texts| texts.of(Channel::Subject));
        let subject = subject.unwrap_or(w.say("share-subject"));
        let text = text.unwrap_or_else(|| link.clone());
        let href = target(kind, subject, &text, &link);
        ReadyMessage {
            subject: (kind == "email").then(|| subject.to_owned()),
            text,
            opens: href.is_some(),
            way: ShareTarget {
                kind,
                href: href.unwrap_or_default(),
            },
        }
    };
    KINDS.map(of_way).into()
}

/// The organizers' words in this language, where they may say that somebody signed.
fn written_texts(shown: &PublicPetition, lang: Lang) -> Option<&ShareTexts> {
    let texts = shown.share_texts(lang);
    texts.filter(|_| shown.allows(Exposure::SignedMessage))
}

/// The prewritten message: the organizers' words and the link behind them, else the program's own.
fn message(unwritten: &str, written: Option<&str>, link: &str) -> String {
    match written {
        Some(words) if words.contains('\n') => format!("{words}\n\n{link}"),
        Some(words) => format!("{words} {link}"),
        None => unwritten.to_owned(),
    }
}

/// The program's own words: that whoever sends them has signed.
#[must_use]
pub fn signed(w: &Words, title: &str, link: &str) -> String {
    w.plain2("share-message", "title", title, "link", link)
}

/// The same about this petition; where signing may be a danger it does not say that whoever sends it has signed.
fn own_words(w: &Words, shown: &PublicPetition, link: &str) -> String {
    let title = shown.text(w.lang()).map_or("", |text| text.title.as_str());
    match shown.allows(Exposure::SignedMessage) {
        true => signed(w, title, link),
        false => w.plain2("risk-share-message", "title", title, "link", link),
    }
}

/// The message for Mastodon.
#[must_use]
pub(crate) fn mastodon_message(
    site: &Site,
    w: &Words,
    shown: &PublicPetition,
    code: Option<&LinkCode>,
) -> String {
    let link = link(site, shown, w.lang(), code);
    let written = written_texts(shown, w.lang()).and_then(|texts| texts.of(Channel::Mastodon));
    message(&own_words(w, shown, &link), written, &link)
}

/// Where a Mastodon server takes a message to be posted. The server's name is a host's.
#[must_use]
pub(crate) fn on_mastodon(server: &str, message: &str) -> String {
    format!("https://{server}/share?text={}", query(message))
}

/// All of them: those that are named in the order they are named in, then the others.
fn ordered(names: &str) -> impl Iterator<Item = &'static str> {
    let place = |kind: &str| names.split_whitespace().position(|name| name == kind);
    let mut kinds = KINDS;
    kinds.sort_by_key(|kind| place(kind).unwrap_or(KINDS.len()));
    kinds.into_iter()
}

impl ShareTarget {
    /// What it is called.
    #[must_use]
    pub fn label<'w>(&self, w: &'w Words) -> &'w str {
        w.say(match self.kind {
            "whatsapp" => "share-whatsapp",
            "sms" => "share-sms",
            "email" => "share-email",
            "facebook" => "share-facebook",
            "linkedin" => "share-linkedin",
            "bluesky" => "share-bluesky",
            _ => "share-mastodon",
        })
    }

    /// The strokes of its picture, in a box of 24.
    #[must_use]
    pub(crate) fn icon(&self) -> &'static str {
        match self.kind {
            "whatsapp" => "M4 20l1.3-4A8 8 0 1 1 8.4 19z",
            "sms" => "M4 5h16v11H9l-5 4z",
            "email" => "M3 6h18v12H3zM3 7l9 7 9-7",
            "facebook" => {
                "M14 21v-8h3l.5-3.5H14V7.5c0-1 .4-1.7 1.8-1.7H18V3h-2.6C12.5 3 11 4.6 11 7.2v2.3H8V13h3v8"
            }
            "linkedin" => "M5 10v9M5 5.5v.1M10 19v-9m0 4.5c0-3 2-4.5 4.2-4.5S18 11.5 18 14.5V19",
            "bluesky" => {
                "M12 11C10.5 7.5 7 4.5 4 4c0 4 .5 7 4 7.5-3 .5-4 2.5-1.5 5C9 19 11 16.5 12 14c1 2.5 3 5 5.5 2.5s1.5-4.5-1.5-5c3.5-.5 4-3.5 4-7.5-3 .5-6.5 3.5-8 7z"
            }
            _ => {
                "M19 15c0 2-3 2.5-7 2.5 0 1.5 1.5 2.5 5 2-6 2-12 0-12-7V8c0-3 2-5 7-5s7 2 7 5zM8.5 13V9a1.75 1.75 0 0 1 3.5 0v2.5V9a1.75 1.75 0 0 1 3.5 0v4"
            }
        }
    }
}

/// The code of a signer's own link, where this petition's signers have one: a code of before it came to be a danger is nobody's.
#[must_use]
pub(crate) fn own_link<'c>(
    shown: &PublicPetition,
    code: Option<&'c LinkCode>,
) -> Option<&'c LinkCode> {
    code.filter(|_| shown.allows(Exposure::OwnLinks))
}

/// Ways to pass the petition on, by the signer's own link where there is one.
#[must_use]
pub(crate) fn of_petition(
    site: &Site,
    w: &Words,
    shown: &PublicPetition,
    code: Option<&LinkCode>,
) -> Share {
    let slug = &shown.petition.slug;
    let code = own_link(shown, code);
    let kind = shown.petition.kind.as_str();
    let mastodon = urls::share_on_mastodon(w.lang(), slug, code);
    let none = ShareTexts::default();
    let says_so = shown.allows(Exposure::SignedMessage);
    let texts = written_texts(shown, w.lang());
    let link = link(site, shown, w.lang(), code);
    let unwritten = own_words(w, shown, &link);
    let share = Share::of(
        w,
        (kind, &unwritten),
        texts.unwrap_or(&none),
        link,
        mastodon,
    );
    match says_so {
        true => share,
        false => Share {
            suggestion: w.say("risk-share").to_owned(),
            ..share
        },
    }
}

/// The link that is passed on, to the language it is passed on in: previews are made by machines that read no other.
#[must_use]
pub fn link(site: &Site, shown: &PublicPetition, lang: Lang, code: Option<&LinkCode>) -> String {
    let slug = &shown.petition.slug;
    let path = match code {
        Some(code) => urls::petition_via(Some(lang), slug, code.as_str()),
        None => urls::petition(Some(lang), slug),
    };
    format!("{}{path}", site.base_url)
}

/// The link with a word that says what it stood on, absolute; without a language it leads to the reader's own. The word is left out
/// where nothing may say how somebody came.
#[must_use]
pub(crate) fn link_via(
    site: &Site,
    shown: &PublicPetition,
    lang: Option<Lang>,
    word: Option<&str>,
) -> String {
    let slug = &shown.petition.slug;
    let word = word.filter(|_| shown.allows(Exposure::OwnLinks));
    let path = match word {
        Some(word) => urls::petition_via(lang, slug, word),
        None => urls::petition(lang, slug),
    };
    format!("{}{path}", site.base_url)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Lang;
    use crate::words::Library;

    #[test]
    fn a_message_goes_through_a_link_unharmed() {
        let library = Library::load().unwrap();
        let words = library.words(Lang::ES);
        let link = "https://example.org/p/a?via=4k7f3m9q&x=1".to_owned();
        let share = Share::of(
            &words,
            ("letter", &signed(&words, "Ley & orden #1 100%", &link)),
            &ShareTexts::default(),
            link.clone(),
            "/m".to_owned(),
        );
        let href = |kind: &str| {
            let way = share.ways.iter().find(|way| way.kind == kind);
            way.unwrap().href.clone()
        };
        let sent = href("whatsapp");
        let text = sent.strip_prefix("https://wa.me/?text=").unwrap();
        let read = percent_encoding::percent_decode_str(text)
            .decode_utf8()
            .unwrap();
        assert_eq!(read, share.message);
        assert!(read.contains("Ley & orden #1 100%") && read.ends_with(&link));
        assert!(!text.contains(['&', '#', ' ', '“', '«']));
        assert!(href("facebook").ends_with("a%3Fvia%3D4k7f3m9q%26x%3D1"));
        assert!(href("email").starts_with("mailto:?subject=%C2%BF"));
        assert_eq!(href("mastodon"), "/m");
    }

    #[test]
    fn organizers_words_go_out_with_the_link_behind_them() {
        let library = Library::load().unwrap();
        let words = library.words(Lang::EN);
        let texts = ShareTexts::new(vec![
            (Channel::Any, "Sign & pass it on.".to_owned()),
            (Channel::Subject, "One letter, 20 seconds".to_owned()),
            (Channel::Email, "Dear all,\nplease sign.".to_owned()),
        ]);
        let link = "https://example.org/p/a".to_owned();
        let share = Share::of(&words, ("letter", "unused"), &texts, link, "/m".to_owned());
        let sent = |kind: &str| {
            let way = share.ways.iter().find(|way| way.kind == kind).unwrap();
            let read = percent_encoding::percent_decode_str(&way.href).decode_utf8();
            read.unwrap().into_owned()
        };
        assert_eq!(
            sent("whatsapp"),
            "https://wa.me/?text=Sign & pass it on. https://example.org/p/a"
        );
        assert_eq!(
            sent("email"),
            "mailto:?subject=One letter, 20 seconds&body=Dear all,\nplease sign.\n\nhttps://example.org/p/a"
        );
        assert_eq!(share.message, "Sign & pass it on. https://example.org/p/a");
    }

    #[test]
    fn every_language_orders_all_ways_and_names_each_once() {
        let library = Library::load().unwrap();
        for lang in library.languages() {
            let words = library.words(*lang);
            let named: Vec<_> = words.say("share-order").split_whitespace().collect();
            assert_eq!(named, ordered(words.say("share-order")).collect::<Vec<_>>());
            assert_eq!(named.len(), KINDS.len(), "{lang}");
        }
        assert_eq!(
            ordered("email nonsense").next(),
            Some("email"),
            "what is not there is passed over"
        );
        assert_eq!(ordered("").count(), KINDS.len());
    }
}
