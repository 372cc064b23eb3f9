//! A new passphrase, typed twice.

use crate::account::passphrase::common::Common;
use crate::account::passphrase::hash::Passphrase;
use crate::web::Site;
use crate::web::page::Errors;
use crate::words::Words;

/// Reads it; what is wrong goes to `errors`. `context` are texts of this account that anybody would try.
pub fn chosen(
    typed: (&str, &str),
    common: &Common,
    site: &Site,
    context: &[&str],
    words: &Words,
    errors: &mut Errors,
) -> Option<Passphrase> {
    let host = site.base_url.split("://").last().unwrap_or_default();
    let mut all = vec![host, words.say("site-name")];
    all.extend_from_slice(context);
    let passphrase = match Passphrase::new(typed.0, common, &all) {
        Ok(passphrase) => passphrase,
        Err(invalid) => {
            errors.add("password", words.say(invalid.key));
            return None;
        }
    };
    if Passphrase::typed(typed.1) != passphrase {
        errors.add("again", words.say("error-password-same"));
        return None;
    }
    Some(passphrase)
}
