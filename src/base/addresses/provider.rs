//! What the big mail hosts do with dots, plus signs and second domains, and how people mistype their names.
//!
//! Sources: the hosts' own help pages on aliases and sub-addresses; RFC 5233 for `+`.

/// Common domains, most common first: what a slip of the finger probably meant. None of them is ever "corrected".
const COMMON: [&str; 34] = [
    "gmail.com",
    "yahoo.com",
    "hotmail.com",
    "outlook.com",
    "icloud.com",
    "aol.com",
    "live.com",
    "msn.com",
    "comcast.net",
    "me.com",
    "mac.com",
    "proton.me",
    "protonmail.com",
    "ymail.com",
    "googlemail.com",
    "verizon.net",
    "sbcglobal.net",
    "att.net",
    "bellsouth.net",
    "cox.net",
    "charter.net",
    "earthlink.net",
    "fastmail.com",
    "mail.com",
    "email.com",
    "gmx.com",
    "gmx.de",
    "gmx.net",
    "web.de",
    "yahoo.es",
    "yahoo.co.uk",
    "hotmail.es",
    "hotmail.co.uk",
    "riseup.net",
];

/// The hard key's parts, from the case-folded local part and the ASCII domain. Only what the host itself says is one mailbox:
/// Gmail ignores dots and `+...`, and `googlemail.com` is its older name.
pub(crate) fn hard(local: String, domain: &str) -> (String, String) {
    if !matches!(domain, "gmail.com" | "googlemail.com") {
        return (local, domain.to_owned());
    }
    let plain = before(&local, '+').replace('.', "");
    (
        if plain.is_empty() { local } else { plain },
        "gmail.com".to_owned(),
    )
}

/// The soft key, from the hard key's parts.
pub(crate) fn soft(local: &str, domain: &str) -> String {
    let local = before(local, '+');
    if let Some(user) = domain
        .strip_suffix(".fastmail.com")
        .filter(|user| !user.contains('.'))
    {
        return format!("{user}@fastmail.com");
    }
    match domain {
        "ymail.com" | "rocketmail.com" => format!("{}@{domain}", before(local, '-')),
        "proton.me" | "protonmail.com" | "pm.me" => {
            let plain = local.replace(['.', '-', '_'], "");
            format!(
                "{}@proton.me",
                if plain.is_empty() { local } else { &plain }
            )
        }
        "icloud.com" | "me.com" | "mac.com" => format!("{local}@icloud.com"),
        _ if is_yahoo(domain) => format!("{}@{domain}", before(local, '-')),
        _ => format!("{local}@{domain}"),
    }
}

/// `yahoo.com`, `yahoo.co.uk`, `yahoo.es`: the name itself under any public suffix.
fn is_yahoo(domain: &str) -> bool {
    let suffix = psl::suffix(domain.as_bytes())
        .and_then(|suffix| std::str::from_utf8(suffix.as_bytes()).ok());
    domain
        .strip_prefix("yahoo.")
        .is_some_and(|rest| Some(rest) == suffix)
}

/// What stands before the separator, without a dot left at its end; the whole where that would be nothing (`+list@`),
/// because nothing is no mailbox.
fn before(local: &str, separator: char) -> &str {
    let page_cache = local
        .split_once(separator)
        .map(|(page_cache, _)| page_cache.trim_end_matches('.'));
    page_cache
        .filter(|page_cache| !page_cache.is_empty())
        .unwrap_or(local)
}

/// The address somebody probably meant, with one of some thirty common domains: `sam@gmial.com` gives `sam@gmail.com`.
/// Takes the text as typed, because `gmail.con` is not even a domain. `None` when the domain is common itself or like none.
/// Only a question to ask; it never blocks, because `gmai.com` and `hotmal.com` have owners too.
pub(crate) fn suggestion_for(typed: &str) -> Option<String> {
    let (local, domain) = typed.trim().rsplit_once('@')?;
    let domain = domain.to_lowercase();
    let domain = domain.trim_end_matches('.');
    if local.is_empty()
        || !(4..=40).contains(&domain.len())
        || COMMON.contains(&domain)
        || is_yahoo(domain)
    {
        return None;
    }
    let most = |known: &str| if known.len() < 8 { 1 } else { 2 };
    let near = COMMON
        .iter()
        .filter(|known| differing(domain, known) <= most(known));
    let near = near.map(|known| (slips(domain, known), known));
    // the first of the nearest, which is the most common
    let (_, known) = near
        .filter(|(slips, known)| *slips <= most(known))
        .min_by_key(|(slips, _)| *slips)?;
    Some(format!("{local}@{known}"))
}

/// How many characters one has that the other has not, wherever they stand: never more than [`slips`], and told at a glance. Asked of every
/// form that is sent.
fn differing(from: &str, to: &str) -> usize {
    let mut left: Vec<char> = to.chars().collect();
    let mut more = 0_usize;
    for one in from.chars() {
        match left.iter().position(|other| *other == one) {
            Some(at) => {
                left.swap_remove(at);
            }
            None => more += 1,
        }
    }
    more.max(left.len())
}

/// The fewest characters to drop, add, change or swap with their neighbour (optimal string alignment).
fn slips(from: &str, to: &str) -> usize {
    let (from, to): (Vec<char>, Vec<char>) = (from.chars().collect(), to.chars().collect());
    let mut two_up: Vec<usize> = Vec::new();
    let mut up: Vec<usize> = (0..=to.len()).collect();
    for (i, a) in from.iter().enumerate() {
        let mut row = vec![i.saturating_add(1)];
        for (j, b) in to.iter().enumerate() {
            let at = |row: &[usize], j: usize| row.get(j).copied().unwrap_or(usize::MAX);
            let changed = at(&up, j).saturating_add(usize::from(a != b));
            let dropped = at(&up, j.saturating_add(1)).saturating_add(1);
            let added = at(&row, j).saturating_add(1);
            let mut best = changed.min(dropped).min(added);
            if let (Some(i), Some(before)) = (i.checked_sub(1), j.checked_sub(1))
                && from.get(i) == Some(b)
                && to.get(before) == Some(a)
            {
                best = best.min(at(&two_up, before).saturating_add(1));
            }
            row.push(best);
        }
        two_up = std::mem::replace(&mut up, row);
    }
    up.last().copied().unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_counted_as_a_typist_makes_them() {
        for (from, to, slips_made) in [
            ("gmail", "gmail", 0),
            ("gmial", "gmail", 1),
            ("gmai", "gmail", 1),
            ("ggmail", "gmail", 1),
            ("gnail", "gmail", 1),
            ("", "abc", 3),
            ("abc", "", 3),
            ("ca", "abc", 3),
            ("hotmial.con", "hotmail.com", 2),
            ("gmáíl.com", "gmail.com", 2),
        ] {
            assert_eq!(slips(from, to), slips_made, "{from} {to}");
            assert!(differing(from, to) <= slips_made, "{from} {to}");
        }
    }

    #[test]
    fn a_slip_is_asked_about() {
        for (typed, meant) in [
            ("sam@gmial.com", "gmail.com"),
            ("sam@gmail.con", "gmail.com"),
            ("sam@gmail.co", "gmail.com"),
            ("sam@gmai.com", "gmail.com"),
            ("sam@gamil.com", "gmail.com"),
            ("sam@hotmial.com", "hotmail.com"),
            ("sam@hotmail.cmo", "hotmail.com"),
            ("sam@yaho.com", "yahoo.com"),
            ("sam@yahooo.com", "yahoo.com"),
            ("sam@outlok.com", "outlook.com"),
            ("sam@iclould.com", "icloud.com"),
            ("sam@protonmial.com", "protonmail.com"),
            ("SAM@GMIAL.COM", "gmail.com"),
            ("sam@comcast.nte", "comcast.net"),
            ("sam@gmail.com.", ""),
        ] {
            let local = typed.split('@').next().unwrap();
            let expected = (!meant.is_empty()).then(|| format!("{local}@{meant}"));
            assert_eq!(suggestion_for(typed), expected, "{typed}");
        }
    }

    #[test]
    fn a_common_or_a_strange_domain_is_left_alone() {
        for domain in COMMON {
            assert_eq!(suggestion_for(&format!("sam@{domain}")), None, "{domain}");
        }
        for typed in [
            "sam@yahoo.fr",
            "sam@yahoo.com.mx",
            "sam@example.org",
            "sam@berkeley.edu",
            "sam@nlg.org",
            "sam",
            "@gmial.com",
            "sam@",
            "sam@x.de",
        ] {
            assert_eq!(suggestion_for(typed), None, "{typed}");
        }
    }
}
