//! An address as it is typed into a form.

use crate::base::Email;
use crate::base::addresses::email;
use crate::web::site::Site;
use crate::words::Words;

/// Reads an address; the sentence beside the field may suggest a likelier one. One that no mail can reach from here is refused too.
///
/// # Errors
/// What is wrong with it, in the reader's language.
pub fn read_email(typed: &str, w: &Words, site: &Site) -> Result<Email, String> {
    let email =
        Email::parse(typed, site.strictness).map_err(|invalid| {
            match email::suggestion_for(typed) {
                Some(likelier) => w.say1("error-email-suggestion", "email", likelier),
                None => w.say(invalid.key).to_owned(),
            }
        })?;
    match site.reach.reaches(email.deliver()) {
        true => Ok(email),
        false => Err(w.say("error-email-reach").to_owned()),
    }
}
