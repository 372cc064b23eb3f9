//! What everybody reads: petitions, names, news, pictures.

use crate::base::{Cursor, Id, Lang, LinkCode, Slug};
use crate::web::theme::Theme;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// The list of open petitions.
#[must_use]
pub(crate) fn home(lang: Option<Lang>) -> String {
    match lang {
        Some(lang) => format!("/{lang}"),
        None => "/".to_owned(),
    }
}

pub(crate) fn prefix(lang: Option<Lang>) -> String {
    lang.map(|lang| format!("/{lang}")).unwrap_or_default()
}

/// A petition's page; with a language it is that language's, without one the reader's.
#[must_use]
pub fn petition(lang: Option<Lang>, slug: &Slug) -> String {
    format!("{}/p/{slug}", prefix(lang))
}

/// The same with what brings its readers: a code or a word that stands in an address as it is.
#[must_use]
pub(crate) fn petition_via(lang: Option<Lang>, slug: &Slug, via: &str) -> String {
    format!("{}/p/{slug}?via={via}", prefix(lang))
}

/// How its number was corrected.
#[must_use]
pub fn corrections(lang: Option<Lang>, slug: &Slug) -> String {
    format!("{}/p/{slug}/corrections", prefix(lang))
}

/// Every text of a petition that could be signed.
#[must_use]
pub fn wordings(lang: Option<Lang>, slug: &Slug) -> String {
    format!("{}/p/{slug}/wordings", prefix(lang))
}

/// Asks for the Mastodon server to pass a petition on at.
#[must_use]
pub(crate) fn share_on_mastodon(lang: Lang, slug: &Slug, code: Option<&LinkCode>) -> String {
    match code {
        Some(code) => format!("/{lang}/p/{slug}/share/mastodon?via={code}"),
        None => format!("/{lang}/p/{slug}/share/mastodon"),
    }
}

/// The names of those who show them: by these questions, from there on.
#[must_use]
pub fn signers(
    lang: Option<Lang>,
    slug: &Slug,
    query: &[(&str, &str)],
    after: Option<&Cursor>,
) -> String {
    let mut address = format!("{}/p/{slug}/signers", prefix(lang));
    let after = after.map(Cursor::to_string);
    let all = query
        .iter()
        .copied()
        .chain(after.as_deref().map(|word| ("after", word)));
    for (n, (key, value)) in all.enumerate() {
        address.push(if n == 0 { '?' } else { '&' });
        address.push_str(key);
        address.push('=');
        address.extend(utf8_percent_encode(value, NON_ALPHANUMERIC));
    }
    address
}

/// Asks before a published reason is reported.
#[must_use]
pub fn report_reason<T>(lang: Option<Lang>, slug: &Slug, id: Id<T>) -> String {
    format!("{}/p/{slug}/reasons/{id}/report", prefix(lang))
}

/// The number alone.
#[must_use]
pub fn count(slug: &Slug) -> String {
    format!("/p/{slug}/count.json")
}

/// The number as digits.
#[must_use]
pub(crate) fn count_text(slug: &Slug) -> String {
    format!("/p/{slug}/count.txt")
}

/// The number as it moves.
#[must_use]
pub(crate) fn count_events(slug: &Slug) -> String {
    format!("/p/{slug}/events")
}

/// The number as a badge.
#[must_use]
pub(crate) fn badge(slug: &Slug) -> String {
    format!("/badge/{slug}.svg")
}

/// How signers' details are used.
#[must_use]
pub fn privacy(lang: Option<Lang>, slug: &Slug) -> String {
    format!("{}/p/{slug}/privacy", prefix(lang))
}

/// How accessible its pages are.
#[must_use]
pub(crate) fn accessibility(lang: Option<Lang>, slug: &Slug) -> String {
    format!("{}/p/{slug}/accessibility", prefix(lang))
}

/// One update of a petition.
#[must_use]
pub fn update<T>(lang: Option<Lang>, slug: &Slug, id: Id<T>) -> String {
    format!("{}/p/{slug}/updates/{id}", prefix(lang))
}

/// A petition's updates as an Atom feed.
#[must_use]
pub(crate) fn feed_atom(lang: Option<Lang>, slug: &Slug) -> String {
    format!("{}/p/{slug}/feed.atom", prefix(lang))
}

/// The same as a JSON feed.
#[must_use]
pub(crate) fn feed_json(lang: Option<Lang>, slug: &Slug) -> String {
    format!("{}/p/{slug}/feed.json", prefix(lang))
}

/// A petition's card for link previews.
#[must_use]
pub fn card(slug: &Slug, lang: Lang, name: &str) -> String {
    format!("/og/{slug}/{lang}/{name}.png")
}

/// An organization's page; without a language it is the reader's.
#[must_use]
pub(crate) fn organization(lang: Option<Lang>, slug: &Slug) -> String {
    format!("{}/organizations/{slug}", prefix(lang))
}

/// How signatures are checked; without a language it is the reader's.
#[must_use]
pub(crate) fn trust(lang: Option<Lang>) -> String {
    format!("{}/trust", prefix(lang))
}

/// Who runs this site; without a language it is the reader's.
#[must_use]
pub(crate) fn imprint(lang: Option<Lang>) -> String {
    format!("{}/imprint", prefix(lang))
}

/// Where a page is reported: one of this petition, or any other.
#[must_use]
pub(crate) fn report(lang: Lang, slug: Option<&Slug>) -> String {
    match slug {
        Some(slug) => format!("/{lang}/p/{slug}/report"),
        None => format!("/{lang}/report"),
    }
}

/// The same with the petition's picture on it.
#[must_use]
pub(crate) fn photo_card(slug: &Slug, lang: Lang, name: &str) -> String {
    format!("/og/{slug}/{lang}/{name}.jpg")
}

/// One file of the picture at a petition's head, named by its bytes.
#[must_use]
pub fn picture(slug: &Slug, sha256: &str) -> String {
    format!("/picture/{slug}/{sha256}.jpg")
}

/// So many signatures drawn as strokes.
#[must_use]
pub(crate) fn strokes(n: i64) -> String {
    format!("/strokes/{n}.svg")
}

/// Every public petition, for search engines.
#[must_use]
pub(crate) fn sitemap() -> String {
    "/sitemap.xml".to_owned()
}

/// Who answers for a petition.
#[must_use]
pub fn petition_imprint(lang: Option<Lang>, slug: &Slug) -> String {
    format!("{}/p/{slug}/imprint", prefix(lang))
}

/// The sheet with these colours.
#[must_use]
pub fn look(theme: &Theme) -> String {
    format!("/look/{theme}.css")
}

/// A logo that is shown.
#[must_use]
pub fn logo(sha256: &str) -> String {
    format!("/logo/{sha256}.png")
}
