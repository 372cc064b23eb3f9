//! What the browser that sent a form keeps of it for an hour, so that "check your email" can say what was signed and the address
//! of that page can be passed on: whoever opens it elsewhere sees nothing of anybody.

use super::intake::StoredForm;
use crate::base::{Email, Id, LinkCode};
use crate::petition::{FieldMap, Petition, PledgeOption, PublicPetition, Replies};
use crate::signature::model::{PendingSignature, Signature, Signer, Visibility};
use crate::signature::page::parts;
use crate::signature::page::signer_line::SignerLine;
use crate::web::{AppCookie, Remembered};
use serde::{Deserialize, Serialize};

/// The form that this browser sent last. Sealed: nobody else reads or makes one. It is written by each form and read from no row,
/// so it says the same whatever the mailbox does.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SentForm {
    /// Under which petition.
    pub petition: Id<Petition>,
    /// The pending signature, if it still waits.
    pub id: Id<Signature>,
    /// The address as it was typed.
    pub email: String,
    name: String,
    /// Those that may be listed beside the name.
    fields: FieldMap<Option<String>>,
    visibility: Visibility,
    /// What is promised, where there was a choice.
    pub choice: Option<Id<PledgeOption>>,
    share: Option<String>,
    /// Whether a reason was typed since.
    pub has_said_why: bool,
}

impl Remembered for SentForm {
    const JAR: AppCookie = AppCookie::Form;
}

impl SentForm {
    /// Of what was just stored under this id, with this code to pass on.
    #[must_use]
    pub fn of(pending: &PendingSignature) -> Self {
        let signer = pending.signer.clone();
        Self {
            petition: pending.petition,
            id: pending.id,
            email: signer.email,
            name: signer.name,
            fields: FieldMap::from_fn(|field| {
                let text = signer.fields[field].clone();
                text.filter(|_| field.listed().is_some())
            }),
            visibility: signer.visibility,
            choice: pending.choice,
            share: pending.share.as_ref().map(|code| code.as_str().to_owned()),
            has_said_why: false,
        }
    }

    /// Says what stands for it now: where the same form was sent before, that one was mended.
    pub(crate) fn is_stored(&mut self, stored: StoredForm) {
        self.id = stored.id;
        self.share = stored.share.map(|code| code.as_str().to_owned());
    }

    /// The same form with another address, under another id.
    #[must_use]
    pub(crate) fn readdressed(&self, id: Id<Signature>, email: &Email) -> Self {
        Self {
            id,
            email: email.deliver().to_owned(),
            ..self.clone()
        }
    }

    /// The same form, with a reason or without.
    #[must_use]
    pub(crate) fn saying_why(&self, has_said_why: bool) -> Self {
        Self {
            has_said_why,
            ..self.clone()
        }
    }

    /// The code of the link to pass on.
    #[must_use]
    pub fn share(&self) -> Option<LinkCode> {
        self.share.as_deref().and_then(LinkCode::parse)
    }

    /// The line as it will stand on the letter.
    #[must_use]
    pub fn line(&self, shown: &PublicPetition) -> SignerLine {
        let signer = Signer {
            name: self.name.clone(),
            email: String::new(),
            fields: self.fields.clone(),
            replies: Replies::default(),
            wants_updates: false,
            opted_in_to: Vec::new(),
            opted_in_partner: None,
            visibility: self.visibility,
        };
        parts::line(shown, &signer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Clock, Secrets, Time};
    use crate::web::Site;
    use crate::words::Library;

    #[test]
    fn the_longest_form_fits_into_a_cookie() {
        let long = |characters| Some("字".repeat(characters));
        let now = Time::from_micros(1_800_000_000_000_000);
        let form = SentForm {
            petition: Id::new(now),
            id: Id::new(now),
            email: "ü".repeat(127),
            name: "字".repeat(100),
            fields: FieldMap::from_fn(|field| {
                let (_, most) = field.attributes().split_once("maxlength=\"")?;
                long(most.trim_end_matches('"').parse().unwrap())
            }),
            visibility: Visibility::Detail,
            choice: Some(Id::new(now)),
            share: Some("2abcdefghj".to_owned()),
            has_said_why: true,
        };
        let site = Site::new(
            "https://example.org".to_owned(),
            Clock::standing_at(now),
            Library::load().unwrap(),
            Secrets::for_test(),
        );
        let cookie = form.cookie(&site, false).unwrap().to_string();
        assert!(cookie.len() <= 4096, "{} bytes", cookie.len());
    }
}
