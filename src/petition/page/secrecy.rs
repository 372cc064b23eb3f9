//! What a form promises where signing may put people in danger: who sees a name and who does not. True sentences, and no more: whoever
//! runs the site can read what is stored, and has to hand over what a court asks for.

use crate::petition::cache::PublicPetition;
use crate::petition::rules::exposure::Exposure;
use crate::petition::rules::founder::{self, Founder};
use crate::petition::rules::settings::Settings;
use crate::words::Words;

/// The sentences above the form; none where nobody is in danger.
#[must_use]
pub(crate) fn promise(
    w: &Words,
    settings: &Settings,
    organization: &str,
    founders: &[Founder],
) -> Vec<String> {
    if settings.allows(Exposure::Names) {
        return Vec::new();
    }
    let told = match founder::coalition(founders) {
        [] => "risk-secret-told",
        _ => "risk-secret-told-several",
    };
    vec![
        w.say("risk-secret-shown").to_owned(),
        w.say1(told, "organization", organization),
        w.say("risk-secret-site").to_owned(),
    ]
}

/// The same of a petition that is shown.
#[must_use]
pub(crate) fn promise_of(w: &Words, shown: &PublicPetition) -> Vec<String> {
    let settings = &shown.petition.settings;
    promise(w, settings, &shown.organization.name, &shown.founders)
}
