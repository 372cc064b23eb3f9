//! A new passphrase, typed twice.

use crate::account::passphrase::common::Common;
use crate::account::passphrase::hash::Passphrase;
use crate::web::{Site, WrongFields};
use crate::words::Words;

/// Reads it; what is wrong goes to `wrong`. `context` are texts of this account that anybody would try.
pub fn chosen(
    typed: (&str, &str),
    common: &Common,
    site: &Site,
    context: &[&str],
    words: &Words,
    wrong: &mut WrongFields,
) -> Option<Passphrase> {
    let host = site.base_url.split("://").last().unwrap_or_default();
    let mut all = vec![host, words.say("site-name")];
    all.extend_from_slice(context);
    let passphrase = wrong.take("password", Passphrase::new(typed.0, common, &all))?;
    if Passphrase::typed(typed.1) != passphrase {
        wrong.add("again", "error-password-same");
        return None;
    }
    Some(passphrase)
}
