//! POST /organize/language: the console in another language from now on, and mails too; back to the page it was chosen on.

use crate::account::store::person;
use crate::account::{OrganizerForm, ReturnTo};
use crate::base::Lang;
use crate::db::Db;
use crate::web::answers::answer::see_other;
use crate::web::{Error, Fields, Result, Site, urls};
use actix_web::web::Data;
use serde::Deserialize;

/// The button that was pressed, and the page it stands on.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LanguageForm {
    #[serde(default)]
    lang: String,
    #[serde(default)]
    back: String,
    #[serde(default)]
    onward: String,
}

impl Fields for LanguageForm {}

impl LanguageForm {
    /// Where it leads back to: a page of this site, or the console.
    fn back(&self) -> String {
        let Some(back) = ReturnTo::parse(&self.back) else {
            return urls::console();
        };
        match ReturnTo::parse(&self.onward) {
            Some(onward) => format!("{}?next={}", back.as_str(), onward.as_str()),
            None => back.as_str().to_owned(),
        }
    }
}

/// Writes it.
///
/// # Errors
/// 422 for a language the site does not speak; 503 when the database is away.
pub async fn post(site: Data<Site>, db: Data<Db>, posted: OrganizerForm<LanguageForm>) -> Result {
    let OrganizerForm { actor, fields } = posted;
    let lang = Lang::parse(&fields.lang).ok();
    let lang = lang.filter(|lang| site.library.speaks(*lang));
    let (who, lang) = (actor.id, lang.ok_or(Error::UNPROCESSABLE)?);
    db.write(move |tx| person::set_lang(tx, who, lang)).await?;
    Ok(see_other(&fields.back()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_leads_back_to_pages_of_this_site_only() {
        let back = |back: &str, onward: &str| {
            let (lang, back, onward) = ("es".to_owned(), back.to_owned(), onward.to_owned());
            LanguageForm { lang, back, onward }.back()
        };
        assert_eq!(back("/organize/account", ""), "/organize/account");
        let led = back("/organize/prove", "/organize/passphrase");
        assert_eq!(led, "/organize/prove?next=/organize/passphrase");
        for foreign in ["", "//e", "https://e", "/\\e", "/a?b", "/a\r\nb: c", "/@e"] {
            assert_eq!(back(foreign, "/organize"), "/organize", "{foreign}");
            assert_eq!(back("/organize/account", foreign), "/organize/account");
        }
    }
}
