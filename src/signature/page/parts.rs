//! Parts of the pages a signer sees, made from the petition.

use super::signer_line::SignerLine;
use crate::base::Lang;
pub use crate::petition::page::layout::{about as frame, alternates};
use crate::petition::rules::framing::Framing;
use crate::petition::source::SourceCache;
use crate::petition::{Exposure, PublicPetition};
use crate::signature::model::{Answer, Asker, Signature, Signer};
use crate::web::page::Frame;
use crate::web::{Site, urls};
use crate::words::Words;

/// The surroundings of a page that is reached by the key of one's own signature.
pub(crate) fn own_frame<'a>(
    site: &'a Site,
    w: &'a Words,
    shown: &'a PublicPetition,
    title: impl Into<std::borrow::Cow<'a, str>>,
) -> Frame<'a> {
    let (lang, slug) = (Some(w.lang()), &shown.petition.slug);
    frame(site, w, shown, title)
        .passed_on_as(urls::petition(lang, slug))
        .shown_as(urls::ask_own_link(lang, slug))
}

/// A signer's line on the letter.
#[must_use]
pub fn line(shown: &PublicPetition, signer: &Signer) -> SignerLine {
    SignerLine {
        name: signer.name.clone(),
        detail: signer.detail(),
        seen: signer.seen(shown.petition.settings.most_public),
    }
}

/// How a signature stands, as its owner is told.
#[must_use]
pub fn standing(w: &Words, shown: &PublicPetition, signature: &Signature) -> String {
    let on = w.date_time(signature.confirmed_at, &shown.petition.time_zone);
    w.say2(
        "own-standing",
        "state",
        signature.state.as_str(),
        "date",
        on,
    )
}

/// Each who asked to write, and what was answered; passes over those that nobody knows any more.
#[must_use]
pub fn updates(
    shown: &PublicPetition,
    source_cache: &SourceCache,
    answers: &[Answer],
) -> Vec<(String, bool)> {
    let name = |asker| match asker {
        Asker::Organization => Some(shown.organization.name.clone()),
        Asker::Founder(id) => {
            let founder = shown.founders.iter().find(|one| one.id == id);
            founder.map(|one| one.name.clone())
        }
        Asker::Partner(id) => source_cache.partner_called(&shown.petition, id),
    };
    answers
        .iter()
        .filter_map(|one| Some((name(one.asker)?, one.yes)))
        .collect()
}

/// By what name mails come: the organization's, or one that tells nothing.
#[must_use]
pub(crate) fn sender<'a>(w: &'a Words, shown: &'a PublicPetition) -> &'a str {
    match shown.petition.settings.discreet {
        true => w.say("mail-sender-discreet"),
        false => &shown.organization.name,
    }
}

/// What editors of other sites embed of this page, absolute; none where the petition does not stand in everybody's frames.
#[must_use]
pub(crate) fn oembed(site: &Site, shown: &PublicPetition, lang: Lang) -> Option<String> {
    let is_framed = shown.petition.settings.framing == Framing::Everybody;
    let page = format!(
        "{}{}",
        site.base_url,
        urls::petition(Some(lang), &shown.petition.slug)
    );
    (shown.allows(Exposure::Oembed) && is_framed)
        .then(|| format!("{}{}", site.base_url, urls::oembed(&page)))
}
