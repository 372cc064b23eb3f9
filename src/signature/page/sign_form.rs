//! The form of a petition, wherever it stands: on its page or in a frame of another site.

use crate::base::Time;
use crate::petition::PublicPetition;
use crate::petition::page::pages::SignForm;
use crate::petition::page::{form_questions, questions, secrecy};
use crate::web::forms::form_token;
use crate::web::{Site, urls};
use crate::words::Words;

/// Where a form stands: what its stamp is made for, and where it goes.
pub struct FormPlace<'a> {
    /// Where it posts to.
    pub action: String,
    /// For what its stamp is made.
    pub purpose: &'static str,
    /// The partner that asks about mail instead of the organizations: what it is called.
    pub asked_by: Option<&'a str>,
}

/// The form around what was typed: where it goes, what it asks, its stamp and its bait. Spellings to choose from are part of what was typed.
#[must_use]
pub fn sign_form<'a>(
    site: &Site,
    w: &Words,
    shown: &'a PublicPetition,
    typed: SignForm<'a>,
    place: FormPlace<'_>,
    now: Time,
) -> SignForm<'a> {
    let petition = &shown.petition;
    let settings = &petition.settings;
    let wording = shown.wording(w.lang());
    let wording = wording.map(|one| ("wording", one.version.to_string()));
    SignForm {
        hidden: typed.hidden.iter().cloned().chain(wording).collect(),
        action: place.action,
        token: form_token::make(&site.stamp_key, place.purpose, petition.id.as_bytes(), now),
        honeypot: form_token::bait(&site.stamp_key, now),
        asked: settings.fields,
        secrecy: secrecy::promise_of(w, shown),
        offer: settings.offer(),
        promises: form_questions::promises(
            &shown.promises,
            shown.text(w.lang()).map_or(w.lang(), |text| text.lang),
            &typed.promise,
        ),
        questions: questions::inputs(
            shown.questions.asked(settings),
            &typed.replies,
            (w.lang(), petition.lang),
        ),
        updates_label: form_questions::updates(w, &shown.organization.name, shown.coalition()),
        partner_label: place
            .asked_by
            .map(|partner| form_questions::partner(w, partner))
            .unwrap_or_default(),
        founders: form_questions::boxes(w, shown.coalition(), &typed.ticked),
        keeps: petition.says_how_long(w, &shown.organization.name),
        privacy_href: urls::privacy(Some(w.lang()), &petition.slug),
        ..typed
    }
}
