//! Addresses of pages and mailboxes in what everybody may read: advertising has to lead somewhere (threat T15).
//!
//! A dot alone proves nothing: `J.R.R. Tolkien`, `Md.Ali`, `Prof.Dev Anand`, `M.A./M.Com` and `U.S./Mexico` are names.

use super::unicode;

/// What a link may begin with. Something must follow in the same word: `Data: who owns it` is a title.
const SCHEMES: [&str; 7] = [
    "http:",
    "https:",
    "ftp:",
    "mailto:",
    "javascript:",
    "data:",
    "www.",
];

/// Ends of domains that advertisers use.
const ENDS: [&str; 16] = [
    "com", "net", "org", "info", "biz", "xyz", "top", "shop", "online", "site", "click", "app",
    "dev", "io", "icu", "ru",
];

/// Those of them that are names of people as well, written like names: `Kumar.Dev`.
const NAMES: [&str; 3] = ["dev", "io", "ru"];

/// What stands before a name, with a dot and often without a space. After three letters a domain would be thought of.
const TITLES: [&str; 20] = [
    "adv", "arq", "capt", "col", "dra", "engr", "gen", "hon", "ing", "lic", "maj", "messrs",
    "miss", "mrs", "prof", "rev", "sgt", "shri", "smt", "univ",
];

/// Whether a line holds the address of a page or a mailbox. A bare domain is none: `Booking.com` employs people.
pub(crate) fn in_a_line(line: &str) -> bool {
    words(line).any(|word| word.is_address())
}

/// The same for names and remarks, where a domain by itself says nothing but where to look.
pub(crate) fn in_a_name(name: &str) -> bool {
    words(name).any(|word| word.is_address() || word.is_domain())
}

fn words(text: &str) -> impl Iterator<Item = Word> {
    // full-width letters and dots are read as what they stand for
    let plain = unicode::nfkc(text).replace(['。', '｡'], ".");
    let between = |c: char| {
        c.is_whitespace() || matches!(c, '(' | ')' | '<' | '>' | '"' | ',' | ';' | '[' | ']')
    };
    plain
        .split(between)
        .filter(|word| word.contains(['.', ':', '@', '/']))
        .map(|word| Word {
            typed: word.to_owned(),
            small: unicode::caseless(word),
        })
        .collect::<Vec<_>>()
        .into_iter()
}

/// A word as it was typed, and without the difference of small and capital letters.
struct Word {
    typed: String,
    small: String,
}

impl Word {
    fn is_address(&self) -> bool {
        let word = self.small.as_str();
        let is_scheme = |scheme: &&str| {
            word.strip_prefix(*scheme)
                .is_some_and(|rest| rest.chars().any(char::is_alphanumeric))
        };
        word.contains("://") || SCHEMES.iter().any(is_scheme) || self.is_mailbox() || self.is_path()
    }

    fn is_mailbox(&self) -> bool {
        self.small.split_once('@').is_some_and(|(local, domain)| {
            !local.is_empty() && domain.trim_matches('.').contains('.')
        })
    }

    /// `bit.ly/3xyz`: a domain that there can be, and something behind it. No abbreviation: those end in a dot
    /// (`Inc./Ltd`), or have a single letter and begin each part with a capital (`M.Sc/Ph.D`).
    fn is_path(&self) -> bool {
        let Some((host, _)) = self.small.split_once('/') else {
            return false;
        };
        let host = host.split(':').next().unwrap_or(host);
        let typed = self.typed.split('/').next().unwrap_or_default();
        let is_abbreviation = typed
            .split('.')
            .all(|part| part.starts_with(char::is_uppercase))
            && typed.split('.').any(|part| part.chars().count() == 1);
        host.contains('.')
            && !host.ends_with('.')
            && !is_abbreviation
            && psl::suffix(host.as_bytes()).is_some_and(|suffix| suffix.is_known())
    }

    /// `casino.online`: one of the ends that advertisers use, behind three letters or more that are no title of a person.
    fn is_domain(&self) -> bool {
        let host = |word: &str| -> String {
            let host = word.split(['/', '?', '#', ':']).next().unwrap_or(word);
            host.trim_matches('.').to_owned()
        };
        let (small, typed) = (host(&self.small), host(&self.typed));
        let Some((page_cache, end)) = small.rsplit_once('.') else {
            return false;
        };
        let label = page_cache.rsplit('.').next().unwrap_or(page_cache);
        let is_name = NAMES.contains(&end) && typed.split('.').all(is_capitalized);
        ENDS.contains(&end)
            && label.chars().count() > 2
            && !(page_cache == label && TITLES.contains(&label))
            && !is_name
    }
}

/// A capital and then small letters, as names are written.
fn is_capitalized(part: &str) -> bool {
    let mut letters = part.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dot_a_stroke_or_a_colon_alone_is_no_address() {
        for name in [
            "Prof.Dev Anand",
            "prof.dev anand",
            "Kumar.Dev",
            "Shri.Dev Anand",
            "M.A./M.Com",
            "M.Com",
            "B.Com/M.Com",
            "M.Sc/Ph.D",
            "M.Tech./Ph.D. (IIT)",
            "J.R.R. Tolkien",
            "Dr.Ing. Anna Berg",
            "Dr.Ru Chen",
            "U.S./Mexico",
            "St.John/Smith",
            "Inc./Ltd.",
            "and/or",
            "a.m./p.m.",
            "p.m/a.m",
            "3.5/4.0",
            "Data: who owns it",
            "http: a history",
            "@ the library",
            "sam@home",
        ] {
            assert!(!in_a_name(name) && !in_a_line(name), "{name}");
        }
    }

    #[test]
    fn what_leads_somewhere_is_one() {
        for text in [
            "http://x",
            "HTTPS://EXAMPLE.ORG",
            "hxxp://x",
            "www.example.org",
            "see www.x",
            "bit.ly/3xyz",
            "t.co/abc",
            "x.com/sam",
            "Bit.ly/3xyz",
            "example.com:8080/x",
            "ｂｉｔ．ｌｙ/3xyz",
            "mailto:sam",
            "javascript:alert(1)",
            "data:text/html,x",
            "sam@example.org",
            "Ana (sam@example.org)",
        ] {
            assert!(in_a_name(text) && in_a_line(text), "{text}");
        }
    }

    #[test]
    fn a_bare_domain_is_no_name_of_a_person_but_of_an_employer() {
        for domain in [
            "example.com",
            "Amazon.com",
            "EXAMPLE.COM",
            "Casino.Online",
            "casino.dev",
            "CASINO.DEV",
            "казино.ru",
            "shop.prof.dev",
            "example。com",
            "example.com.",
        ] {
            assert!(in_a_name(domain), "{domain}");
            assert!(!in_a_line(domain), "{domain}");
        }
    }
}
