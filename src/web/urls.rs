//! Every address of the site as a function: no template and no handler writes a path by hand.

use crate::base::{Cursor, Id, Lang, LinkCode, Slug, Token};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// The list of open petitions.
#[must_use]
pub fn home(lang: Option<Lang>) -> String {
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
pub fn petition_via(lang: Option<Lang>, slug: &Slug, via: &str) -> String {
    format!("{}/p/{slug}?via={via}", prefix(lang))
}

/// Asks for the Mastodon server to pass a petition on at.
#[must_use]
pub fn share_on_mastodon(lang: Lang, slug: &Slug, code: Option<&LinkCode>) -> String {
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

/// Where the form is sent.
#[must_use]
pub fn sign(lang: Option<Lang>, slug: &Slug) -> String {
    format!("{}/p/{slug}/sign", prefix(lang))
}

/// Check your email.
#[must_use]
pub fn check_mail(lang: Lang, slug: &Slug, ticket: &Token) -> String {
    format!("/{lang}/p/{slug}/check/{ticket}")
}

/// Where "send it again" is sent.
#[must_use]
pub fn resend(lang: Lang, slug: &Slug, ticket: &Token) -> String {
    format!("/{lang}/p/{slug}/check/{ticket}/resend")
}

/// Where another address is sent.
#[must_use]
pub fn change_address(lang: Lang, slug: &Slug, ticket: &Token) -> String {
    format!("/{lang}/p/{slug}/check/{ticket}/address")
}

/// Where the code from the mail is sent.
#[must_use]
pub fn enter_code(lang: Lang, slug: &Slug, ticket: &Token) -> String {
    format!("/{lang}/p/{slug}/check/{ticket}/code")
}

/// Where a reason is sent before the mailbox has confirmed.
#[must_use]
pub fn say_why(lang: Lang, slug: &Slug, ticket: &Token) -> String {
    format!("/{lang}/p/{slug}/check/{ticket}/reason")
}

/// Where a reason is sent by whoever signed.
#[must_use]
pub fn say_why_signed(token: &Token) -> String {
    format!("/c/{token}/reason")
}

/// Asks before a published reason is reported.
#[must_use]
pub fn report_reason<T>(lang: Option<Lang>, slug: &Slug, id: Id<T>) -> String {
    format!("{}/p/{slug}/reasons/{id}/report", prefix(lang))
}

/// The link of a confirmation mail.
#[must_use]
pub fn confirm(token: &Token) -> String {
    format!("/c/{token}")
}

/// The signer's own page: everything that is held.
#[must_use]
pub fn own(token: &Token) -> String {
    format!("/m/{token}")
}

/// The same to take along.
#[must_use]
pub fn own_data(token: &Token) -> String {
    format!("/m/{token}/data.json")
}

/// Asks before withdrawing.
#[must_use]
pub fn own_withdraw(token: &Token) -> String {
    format!("/m/{token}/withdraw")
}

/// Asks before erasing.
#[must_use]
pub fn own_erase(token: &Token) -> String {
    format!("/m/{token}/erase")
}

/// Where somebody who has signed asks for the link to their own page.
#[must_use]
pub fn ask_own(lang: Option<Lang>, slug: &Slug) -> String {
    format!("{}/p/{slug}/my-signature", prefix(lang))
}

/// "Do not write to this address again", for mailbox providers and people.
#[must_use]
pub fn unsubscribe(token: &Token) -> String {
    format!("/c/{token}/unsubscribe")
}

/// The number alone.
#[must_use]
pub fn count(slug: &Slug) -> String {
    format!("/p/{slug}/count.json")
}

/// How signers' details are used.
#[must_use]
pub fn privacy(lang: Option<Lang>, slug: &Slug) -> String {
    format!("{}/p/{slug}/privacy", prefix(lang))
}

/// First set-up and invitation, by one-time token.
#[must_use]
pub fn setup(token: &Token) -> String {
    format!("/setup/{token}")
}

/// The organizers' first page: all petitions.
#[must_use]
pub fn console() -> String {
    "/organize".to_owned()
}

/// Where organizers sign in; with the path they wanted to see, which goes on from there.
#[must_use]
pub fn sign_in(next: Option<&str>) -> String {
    match next {
        Some(next) => format!("/organize/sign-in?next={next}"),
        None => "/organize/sign-in".to_owned(),
    }
}

/// Where signing out is sent.
#[must_use]
pub fn sign_out() -> String {
    "/organize/sign-out".to_owned()
}

/// Asks for a link that sets a new passphrase.
#[must_use]
pub fn forgot() -> String {
    "/organize/forgot".to_owned()
}

/// Such a link.
#[must_use]
pub fn reset(token: &Token) -> String {
    format!("/organize/reset/{token}")
}

/// Where the passphrase is changed.
#[must_use]
pub fn passphrase() -> String {
    "/organize/passphrase".to_owned()
}

/// Where ending one session is sent.
#[must_use]
pub fn end_session<T>(id: Id<T>) -> String {
    format!("/organize/sessions/{id}/end")
}

/// Where ending all other sessions is sent.
#[must_use]
pub fn end_other_sessions() -> String {
    "/organize/sessions/end-others".to_owned()
}

/// Where one is signed in.
#[must_use]
pub fn sessions() -> String {
    "/organize/sessions".to_owned()
}

/// The messages caught in development.
pub const CAPTURED_MAILS: &str = "/dev/mail";

/// A message caught in development.
#[must_use]
pub fn captured_mail(name: &str) -> String {
    format!("{CAPTURED_MAILS}/{name}")
}

/// Begins a petition.
#[must_use]
pub fn new_petition() -> String {
    "/organize/petitions/new".to_owned()
}

/// A petition's overview in the console.
#[must_use]
pub fn overview<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}")
}

/// A petition's editor.
#[must_use]
pub fn edit_petition<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/edit")
}

/// A petition's page as visitors would see it in this language.
#[must_use]
pub fn preview<T>(id: Id<T>, lang: Lang) -> String {
    format!("/organize/petitions/{id}/preview?lang={lang}")
}

/// What is still missing, and the button that opens a petition.
#[must_use]
pub fn publish_petition<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/publish")
}

/// Ends a petition, and says how.
#[must_use]
pub fn close_petition<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/close")
}

/// Asks before signing is paused.
#[must_use]
pub fn pause_petition<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/pause")
}

/// Asks before a paused petition goes on.
#[must_use]
pub fn resume_petition<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/resume")
}

/// Asks before a petition is taken down for good.
#[must_use]
pub fn remove_petition<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/remove")
}

/// One update of a petition.
#[must_use]
pub fn update<T>(lang: Option<Lang>, slug: &Slug, id: Id<T>) -> String {
    format!("{}/p/{slug}/updates/{id}", prefix(lang))
}

/// A petition's updates as an Atom feed.
#[must_use]
pub fn feed_atom(lang: Option<Lang>, slug: &Slug) -> String {
    format!("{}/p/{slug}/feed.atom", prefix(lang))
}

/// The same as a JSON feed.
#[must_use]
pub fn feed_json(lang: Option<Lang>, slug: &Slug) -> String {
    format!("{}/p/{slug}/feed.json", prefix(lang))
}

/// A petition's card for link previews.
#[must_use]
pub fn card(slug: &Slug, lang: Lang, name: &str) -> String {
    format!("/og/{slug}/{lang}/{name}.png")
}

/// Every public petition, for search engines.
#[must_use]
pub fn sitemap() -> String {
    "/sitemap.xml".to_owned()
}

/// A petition's updates in the console.
#[must_use]
pub fn updates<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/updates")
}

/// Begins an update.
#[must_use]
pub fn new_update<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/updates/new")
}

/// An update's editor.
#[must_use]
pub fn edit_update<T>(id: Id<T>) -> String {
    format!("/organize/updates/{id}")
}

/// An update as everybody would read it.
#[must_use]
pub fn preview_update<T>(id: Id<T>) -> String {
    format!("/organize/updates/{id}/preview")
}

/// Asks before an update is published.
#[must_use]
pub fn publish_update<T>(id: Id<T>) -> String {
    format!("/organize/updates/{id}/publish")
}

/// Asks before an update is taken back.
#[must_use]
pub fn take_back_update<T>(id: Id<T>) -> String {
    format!("/organize/updates/{id}/take-back")
}

/// A petition's signatures.
#[must_use]
pub fn signatures<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/signatures")
}

/// How a name stands on the public list.
#[must_use]
pub fn listing<T>(id: Id<T>) -> String {
    format!("/organize/signatures/{id}/listing")
}

/// A petition's reasons to read.
#[must_use]
pub fn reasons<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/reasons")
}

/// Its reasons of one state: many on a page or one at a time, from where on.
#[must_use]
pub fn reasons_at<T>(id: Id<T>, state: &str, many: bool, after: Option<&Cursor>) -> String {
    let mut address = format!("/organize/petitions/{id}/reasons?state={state}");
    if many {
        address.push_str("&many=1");
    }
    if let Some(after) = after {
        address.push_str(&format!("&after={after}"));
    }
    address
}

/// A petition's organizations.
#[must_use]
pub fn organizations<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/organizations")
}

/// Those of one state, from where on.
#[must_use]
pub fn organizations_at<T>(id: Id<T>, state: &str, after: Option<&Cursor>) -> String {
    let after = after.map_or_else(String::new, |after| format!("&after={after}"));
    format!("/organize/petitions/{id}/organizations?state={state}{after}")
}

/// The logo of one, for its organizers.
#[must_use]
pub fn organization_logo<T>(id: Id<T>) -> String {
    format!("/organize/organizations/{id}/logo.png")
}

/// Takes the list of a petition's organizations.
#[must_use]
pub fn export_organizations<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/export/organizations")
}

/// Takes a petition's list.
#[must_use]
pub fn export<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/export")
}

/// A page of a petition's signatures: which ones, found by which words, from where on.
#[must_use]
pub fn signatures_at<T>(id: Id<T>, state: &str, words: &str, after: Option<&Cursor>) -> String {
    let mut address = format!("/organize/petitions/{id}/signatures?state={state}");
    if !words.is_empty() {
        address.push_str("&q=");
        address.extend(utf8_percent_encode(words, NON_ALPHANUMERIC));
    }
    if let Some(after) = after {
        address.push_str(&format!("&after={after}"));
    }
    address
}

/// The same with a range of its chart.
#[must_use]
pub fn overview_chart<T>(id: Id<T>, range: &str) -> String {
    format!("/organize/petitions/{id}?chart={range}")
}
