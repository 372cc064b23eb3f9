//! What a petition is called on a page, by its kind.

use crate::base::Lang;
use crate::words::Words;

/// "Open letter to the State Judicial Council"; without a target, what kind it is.
#[must_use]
pub(crate) fn eyebrow(w: &Words, kind: &str, target: Option<&str>) -> String {
    match target {
        Some(target) => contracted(w, w.say2("eyebrow-to", "kind", kind, "target", target)),
        None => w.say1("eyebrow", "kind", kind),
    }
}

/// The sentence that carries the count: people sign petitions and letters, and take pledges.
#[must_use]
pub(crate) fn count_key(kind: &str) -> &'static str {
    if kind == "pledge" {
        "pledged-html"
    } else {
        "signed-html"
    }
}

/// The words key of language and region, as networks write them: a petition's zone says where its readers are.
#[must_use]
pub(crate) fn og_locale(zone: &str) -> &'static str {
    match zone.starts_with("Europe/") || zone == "Atlantic/Canary" || zone == "Africa/Ceuta" {
        true => "og-locale-europe",
        false => "og-locale",
    }
}

/// Spanish joins "a el" to "al". "El" with a capital is part of a name, as in El Salvador, and stays.
fn contracted(w: &Words, said: String) -> String {
    match w.lang() {
        Lang::ES => said.replacen(" a el ", " al ", 1),
        _ => said,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Library;

    #[test]
    fn spanish_joins_the_article_to_what_stands_before_it() {
        let library = Library::load().unwrap();
        let (en, es) = (library.words(Lang::EN), library.words(Lang::ES));
        for (w, kind, target, said) in [
            (
                &es,
                "petition",
                "el Concejo Municipal",
                "Petición al Concejo Municipal",
            ),
            (
                &es,
                "letter",
                "el rector y a el claustro",
                "Carta abierta al rector y a el claustro",
            ),
            (&es, "pledge", "el Senado", "Compromiso dirigido al Senado"),
            (&es, "petition", "El Salvador", "Petición a El Salvador"),
            (&es, "petition", "la alcaldía", "Petición a la alcaldía"),
            (&es, "petition", "ella", "Petición a ella"),
            (&en, "petition", "Casa el Sol", "Petition to Casa el Sol"),
        ] {
            assert_eq!(eyebrow(w, kind, Some(target)), said);
        }
    }
}
