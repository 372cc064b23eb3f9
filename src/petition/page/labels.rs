//! What a petition is called on a page, by its kind.

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

/// Joins the article of a target to the word before it, where the language does: "a el" is "al" in Spanish, "a o" is "ao" in
/// Portuguese. An article with a capital is part of a name, as in El Salvador, and stays.
fn contracted(w: &Words, said: String) -> String {
    let pairs = w.say("eyebrow-joins").split(", ");
    let joins = pairs.filter_map(|pair| {
        let (apart, joined) = pair.split_once(" = ")?;
        let apart = format!(" {apart} ");
        Some((said.find(&apart)?, apart, joined))
    });
    match joins.min_by_key(|(place, ..)| *place) {
        Some((_, apart, joined)) => said.replacen(&apart, &format!(" {joined} "), 1),
        None => said,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Lang;
    use crate::words::Library;

    #[test]
    fn an_article_is_joined_to_what_stands_before_it() {
        let library = Library::load().unwrap();
        let (en, es) = (library.words(Lang::EN), library.words(Lang::ES));
        let pt = library.words(Lang::parse("pt-BR").unwrap());
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
            (&pt, "letter", "o reitor", "Carta aberta ao reitor"),
            (&pt, "letter", "a Reitoria", "Carta aberta à Reitoria"),
            (&pt, "letter", "A Gazeta", "Carta aberta a A Gazeta"),
            (
                &pt,
                "petition",
                "as escolas e a os bairros",
                "Abaixo-assinado dirigido às escolas e a os bairros",
            ),
            (
                &pt,
                "pledge",
                "os bancos",
                "Compromisso dirigido aos bancos",
            ),
        ] {
            assert_eq!(eyebrow(w, kind, Some(target)), said);
        }
    }
}
