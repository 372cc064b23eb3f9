//! Addresses as they arrive: with a full stop, a bracket or a stroke that stood behind them in a letter, in capitals, in a
//! language that is not there, or of a form that somebody opens like a page. Where the address that was meant is well-formed,
//! the reader is sent there; whether anything is at it, that address says itself.
//!
//! Where it leads is put together anew from pieces that parsed, never from what was asked for, so that it stays on this
//! site; and mending what is mended changes nothing, so that nobody goes round and round.

use crate::base::{Lang, Slug, Token};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, LOCATION};
use percent_encoding::percent_decode_str;

/// Where a reader is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Redirection {
    path: String,
    /// Whether it will be so for ever, and nobody's secret is in it: caches may remember it.
    status: StatusCode,
    is_kept: bool,
}

impl Redirection {
    /// The redirect, with what the address said beside its path.
    pub(crate) fn answer(&self, query: &str) -> HttpResponse {
        let to = match query {
            "" => self.path.clone(),
            query => format!("{}?{query}", self.path),
        };
        let cache = match self.is_kept {
            true => "public, max-age=3600",
            false => "no-store",
        };
        HttpResponse::build(self.status)
            .insert_header((LOCATION, to))
            .insert_header((CACHE_CONTROL, cache))
            .finish()
    }
}

/// The address that was meant by one that is not there; none when it is well-formed itself. `spoken` are the languages there are.
pub(crate) fn meant(path: &str, spoken: &[Lang]) -> Option<Redirection> {
    let pieces: Vec<&str> = path.split('/').filter(|piece| !piece.is_empty()).collect();
    let (head, rest) = pieces.split_first()?;
    let head = first_word(head)?;
    let (to, status, is_kept) = match (head.as_str(), rest) {
        ("p", [slug, rest @ ..]) => (
            petition("", slug, rest)?,
            StatusCode::MOVED_PERMANENTLY,
            true,
        ),
        ("embed" | "petitions", [slug, rest @ ..]) => (
            petition("", slug, rest)?.replacen("/p/", &format!("/{head}/"), 1),
            StatusCode::MOVED_PERMANENTLY,
            true,
        ),
        ("c" | "m" | "o" | "setup", [word, rest @ ..]) => (
            with_token(&format!("/{head}"), word, rest)?,
            StatusCode::MOVED_PERMANENTLY,
            false,
        ),
        ("organize", ["reset", word, rest @ ..]) => (
            with_token("/organize/reset", word, rest)?,
            StatusCode::MOVED_PERMANENTLY,
            false,
        ),
        ("organize" | "badge" | "og" | "assets" | "logo" | "robots.txt" | "sitemap.xml", rest) => (
            format!("/{head}{}", further(rest)?),
            StatusCode::MOVED_PERMANENTLY,
            false,
        ),
        (word, rest) => in_a_language(word, rest, spoken)?,
    };
    (to != path).then_some(Redirection {
        path: to,
        status,
        is_kept,
    })
}

/// `/es/`, `/ES/p/..`, `/fr/p/..`, `/pt/p/..`.
fn in_a_language(word: &str, rest: &[&str], spoken: &[Lang]) -> Option<(String, StatusCode, bool)> {
    let lang = Lang::parse(word).ok()?;
    let primary = Lang::parse(word.split('-').next()?).ok()?;
    let spoken = lang.nearest(spoken);
    let prefix = spoken.map(|lang| format!("/{lang}")).unwrap_or_default();
    let is_sure = spoken == Some(lang);
    let to = match rest {
        [] if spoken.is_some() => prefix,
        // not every short word is a language
        [] => (is_code(primary)).then(|| "/".to_owned())?,
        [p, slug, rest @ ..] if p.eq_ignore_ascii_case("p") => petition(&prefix, slug, rest)?,
        _ => return None,
    };
    match is_sure {
        true => Some((to, StatusCode::MOVED_PERMANENTLY, true)),
        // the language may come
        false => Some((to, StatusCode::FOUND, false)),
    }
}

fn petition(prefix: &str, slug: &str, rest: &[&str]) -> Option<String> {
    let typed = text(slug)?;
    let word = typed
        .trim_start_matches(|c: char| !c.is_ascii_alphanumeric())
        .split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_')
        .next()?;
    let word = word.trim_matches(['-', '_']).to_ascii_lowercase();
    let slug = Slug::parse(&word).ok()?;
    // `/p/{slug}.json` has no piece of its own for what stands behind the dot
    let end = typed.to_ascii_lowercase();
    let is_facts = rest.is_empty() && end.trim_end_matches(is_trailing) == format!("{word}.json");
    let facts = if is_facts { ".json" } else { "" };
    Some(format!("{prefix}/p/{slug}{facts}{}", further(rest)?))
}

fn with_token(before: &str, word: &str, rest: &[&str]) -> Option<String> {
    let typed = text(word)?;
    let word = typed
        .trim_start_matches(|c: char| !c.is_ascii_alphanumeric())
        .split(|c: char| !c.is_ascii_alphanumeric())
        .next()?;
    Token::parse(word).ok()?;
    Some(format!("{before}/{word}{}", further(rest)?))
}

/// The pieces behind, without what trails after the last one.
fn further(rest: &[&str]) -> Option<String> {
    let mut all = String::new();
    for (at, piece) in rest.iter().enumerate() {
        let piece = text(piece)?;
        let piece = match at + 1 == rest.len() {
            true => piece.trim_end_matches(is_trailing),
            false => piece.as_str(),
        };
        if piece.is_empty() && at + 1 == rest.len() {
            break;
        }
        let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_');
        if piece.is_empty() || !piece.chars().all(is_plain) || piece.starts_with("..") {
            return None;
        }
        all.push('/');
        all.push_str(piece);
    }
    Some(all)
}

/// The first piece: `p`, `c`, `es`, without what trails.
fn first_word(piece: &str) -> Option<String> {
    let piece = text(piece)?;
    let word = piece.trim_end_matches(is_trailing);
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.');
    (!word.is_empty() && word.chars().all(is_plain)).then(|| word.to_ascii_lowercase())
}

fn text(piece: &str) -> Option<String> {
    let text = percent_decode_str(piece).decode_utf8().ok()?;
    Some(text.into_owned())
}

/// What stands behind an address where it is written: the end of a sentence, a bracket, a quotation mark, a blank.
fn is_trailing(c: char) -> bool {
    !c.is_alphanumeric() && c != '-' && c != '_'
}

/// Whether ISO 639-1 knows this language.
fn is_code(lang: Lang) -> bool {
    const CODES: &str = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv \
        dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu \
        ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne \
        ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv \
        sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";
    CODES.split_whitespace().any(|code| code == lang.as_str())
}

/// Where a form's address leads somebody who opens it like a page: to the page it stands on, which is one piece up, or two
/// where the piece between is an id of which there is no page.
pub(crate) fn page_of_form(path: &str) -> Option<Redirection> {
    let (above, _) = path.trim_end_matches('/').rsplit_once('/')?;
    let above = match above.rsplit_once('/') {
        Some((list, _)) if list.ends_with("/sessions") => list,
        _ => above,
    };
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_' | '/');
    let is_own = above.starts_with('/') && !above.starts_with("//") && above.chars().all(is_plain);
    is_own.then(|| Redirection {
        path: above.to_owned(),
        status: StatusCode::FOUND,
        is_kept: false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn spoken() -> [Lang; 3] {
        [Lang::EN, Lang::ES, Lang::parse("pt-BR").unwrap()]
    }

    fn mended(path: &str) -> Option<(String, u16)> {
        let mended = meant(path, &spoken())?;
        Some((mended.path, mended.status.as_u16()))
    }

    #[test]
    fn an_address_is_read_as_it_was_meant() {
        let token = "0123456789abcdefghjkmnpqrs";
        for (path, to) in [
            ("/p/open-letter/", "/p/open-letter"),
            ("/p/Open-Letter", "/p/open-letter"),
            ("/P/OPEN-LETTER", "/p/open-letter"),
            ("/p/open-letter.", "/p/open-letter"),
            ("/p/open-letter,", "/p/open-letter"),
            ("/p/open-letter)", "/p/open-letter"),
            ("/p/open-letter).", "/p/open-letter"),
            ("/p/open-letter%20", "/p/open-letter"),
            ("/p/open-letter%3E", "/p/open-letter"),
            ("/p/open-letter%22", "/p/open-letter"),
            ("/p/open-letter%E2%80%9D", "/p/open-letter"),
            ("/p/open-letter%C2%BB", "/p/open-letter"),
            ("/p/open-letter%E3%80%82", "/p/open-letter"),
            ("/p/open-letter%20please%20sign", "/p/open-letter"),
            ("/p/%3Copen-letter", "/p/open-letter"),
            ("/p/open-letter&utm_source=x", "/p/open-letter"),
            ("/p/_open-letter_", "/p/open-letter"),
            ("/p/open-letter/signers/", "/p/open-letter/signers"),
            ("/p/open-letter/signers).", "/p/open-letter/signers"),
            ("/p/Open-Letter/count.json", "/p/open-letter/count.json"),
            ("/p/Open-Letter.json", "/p/open-letter.json"),
            ("//p//open-letter", "/p/open-letter"),
            ("/es/", "/es"),
            ("/ES", "/es"),
            ("/es/p/open-letter/", "/es/p/open-letter"),
            ("/pt-br/p/open-letter", "/pt-BR/p/open-letter"),
            ("/PT-BR/", "/pt-BR"),
            ("/ES/p/Open-Letter)", "/es/p/open-letter"),
            (&format!("/c/{token})"), &format!("/c/{token}")),
            (&format!("/c/{token}%3E"), &format!("/c/{token}")),
            (&format!("/c/{token}."), &format!("/c/{token}")),
            (&format!("/c/{token}/"), &format!("/c/{token}")),
            (
                &format!("/m/{token}/withdraw,"),
                &format!("/m/{token}/withdraw"),
            ),
            (&format!("/o/{token}%E2%80%A6"), &format!("/o/{token}")),
            (&format!("/setup/{token}*"), &format!("/setup/{token}")),
            (
                &format!("/organize/reset/{token}%22"),
                &format!("/organize/reset/{token}"),
            ),
            ("/organize/", "/organize"),
            ("/organize/sign-in/", "/organize/sign-in"),
            ("/robots.txt/", "/robots.txt"),
        ] {
            assert_eq!(mended(path), Some((to.to_owned(), 301)), "{path}");
            assert_eq!(mended(to), None, "{to} is what it is");
        }
        for (path, to) in [
            ("/fr/p/open-letter", "/p/open-letter"),
            ("/fr/p/open-letter/signers", "/p/open-letter/signers"),
            ("/pt/p/open-letter", "/pt-BR/p/open-letter"),
            ("/pt-PT/p/open-letter", "/pt-BR/p/open-letter"),
            ("/pt", "/pt-BR"),
            ("/es-MX/p/open-letter", "/es/p/open-letter"),
            ("/fr", "/"),
            ("/fr/", "/"),
        ] {
            assert_eq!(mended(path), Some((to.to_owned(), 302)), "{path}");
        }
    }

    #[test]
    fn what_nobody_can_have_meant_stays_where_it_is() {
        for path in [
            "/",
            "",
            "/p",
            "/p/",
            "/p/x",
            "/p/%FF",
            "/p/---",
            "/wp",
            "/js/",
            "/wp-login.php",
            "/c/",
            "/c/0123)",
            "/c/0123456789abcdefghjkmnpqrs0)",
            "/c/8zzzzzzzzzzzzzzzzzzzzzzzzz)",
            "/p/open-letter/%0d%0aSet-Cookie:x/y",
            "/p/open-letter/a%2Fb/c",
            "/https:/evil.example/p/open-letter",
            "/evil.example//p/open-letter",
            "/.git/config",
        ] {
            assert_eq!(mended(path), None, "{path}");
        }
    }

    #[test]
    fn a_form_leads_to_the_page_it_stands_on() {
        let to = |path: &str| page_of_form(path).map(|mended| mended.path);
        assert_eq!(
            to("/es/p/open-letter/sign").as_deref(),
            Some("/es/p/open-letter")
        );
        assert_eq!(to("/organize/sign-out").as_deref(), Some("/organize"));
        assert_eq!(
            to("/organize/sessions/0193/end").as_deref(),
            Some("/organize/sessions")
        );
        for path in ["/sign", "sign", "//evil.example/sign", "/p/a%0d%0a/sign"] {
            assert_eq!(to(path), None, "{path}");
        }
    }

    #[test]
    fn what_was_said_beside_the_path_goes_along_and_secrets_are_kept_by_no_cache() {
        let answer = meant("/p/S1/", &spoken())
            .unwrap()
            .answer("via=poster&x=%20");
        assert_eq!(
            answer.headers().get(LOCATION).unwrap(),
            "/p/s1?via=poster&x=%20"
        );
        let answer = meant("/c/0123456789abcdefghjkmnpqrs.", &spoken())
            .unwrap()
            .answer("");
        assert_eq!(answer.headers().get(CACHE_CONTROL).unwrap(), "no-store");
    }

    proptest! {
        #[test]
        fn it_stays_on_this_site_and_ends(path in "(/(p|P|es|fr|pt|pt-br|c|m|organize|[a-zA-Z0-9.%/-]{0,4}|[ -~]{0,12})){0,5}") {
            if let Some(mended) = meant(&path, &spoken()) {
                prop_assert!(mended.path.starts_with('/') && !mended.path.starts_with("//"), "{}", mended.path);
                prop_assert!(mended.path.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._/".contains(&b)));
                prop_assert_eq!(meant(&mended.path, &spoken()), None);
            }
        }
    }
}
