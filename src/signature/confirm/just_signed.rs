//! What the browser that confirmed is shown for an hour, at an address that says nothing of anybody: phones share the address bar.

use crate::base::{Id, Lang};
use crate::petition::{Exposure, Petition, PublicPetition};
use crate::signature::model::Signature;
use crate::web::answers::answer::see_other;
use crate::web::{AppCookie, Error, Remembered, Result, Site, urls};
use serde::{Deserialize, Serialize};

/// The cookie of the browser that confirmed. Only a press sets it.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct JustSigned {
    petition: Id<Petition>,
    link: Id<Signature>,
}

impl Remembered for JustSigned {
    const JAR: AppCookie = AppCookie::Signed;
}

impl JustSigned {
    /// The id of the link that was pressed, if that was under this petition.
    #[must_use]
    pub fn under(&self, petition: Id<Petition>) -> Option<Id<Signature>> {
        (self.petition == petition).then_some(self.link)
    }
}

/// Leads from the press behind this link to the page that tells how it stands.
///
/// # Errors
/// 500 when the cookie cannot be written.
pub(crate) fn lead(site: &Site, shown: &PublicPetition, lang: Lang, link: Id<Signature>) -> Result {
    let petition = &shown.petition;
    let remembered = JustSigned {
        petition: petition.id,
        link,
    };
    let for_session = !shown.allows(Exposure::LastingCookies);
    let cookie = remembered.cookie(site, for_session)?;
    let mut response = see_other(&urls::signed(lang, &petition.slug));
    response.add_cookie(&cookie).map_err(|_| Error::FAULT)?;
    Ok(response)
}
