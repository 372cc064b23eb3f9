//! What bodies of every format say alike.

use crate::base::Id;
use crate::petition::{Petition, PublicPetition};
use crate::signature::model::{Signature, SignatureState};

/// Its title in its own language.
pub(super) fn title(shown: &PublicPetition) -> &str {
    let text = shown.text(shown.petition.lang);
    text.map_or("", |text| text.title.as_str())
}

/// The word that programs know.
pub(super) fn status(state: SignatureState) -> &'static str {
    match state {
        SignatureState::Counted => "confirmed",
        other => other.as_str(),
    }
}

/// A petition in the programming interface.
pub(super) fn api_petition(base: &str, id: Id<Petition>) -> String {
    format!("{base}/api/v2/petitions/{id}")
}

/// A signature there.
pub(super) fn api_signature(base: &str, petition: Id<Petition>, id: Id<Signature>) -> String {
    format!("{}/signatures/{id}", api_petition(base, petition))
}

/// A person there: known by the signature.
pub(super) fn api_person(base: &str, id: Id<Signature>) -> String {
    format!("{base}/api/v2/people/{id}")
}
