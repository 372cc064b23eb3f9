//! Spanish addresses readers as usted, and friends as tú: nobody as both.

use crate::hold;
use crate::source::{Source, files};
use crate::words::catalogue;
use regex::Regex;
use std::collections::BTreeSet;

/// Words by which Spanish addresses a stranger.
const USTED: &str = concat!(
    r"\b([Uu]sted|[Ff]irme|[Aa]bra|[Ee]scriba|[Ee]l[ií]ja\w*|Revise|Confirme|[Ee]nvíe(l[oa]s?)?|[Tt]oque|[Mm]ire|[Cc]opie|",
    r"Pida|[Bb]usque|[Rr]egrese|[Rr]ecargue|[Uu]se|Sea|[Ss]úmese|[Aa]suma|[Aa]gregue|[Cc]omplete|[Aa]corte|Vuelva|",
    r"[Ii]nténtelo|[Dd]íganos|[Ee]spere|[Ee]scríbalo|[Bb]órrelo|[Mm]arque|su (firma|nombre|correo|dirección|motivo|red)|",
    r"[Ll]e (enviamos|avisaremos|invita)|sus datos)\b",
);

/// Who is never addressed by a petition: organizers, and whoever holds an account. The other two speak of somebody else.
const NOBODY_S: [&str; 54] = [
    "api-",
    "error-source",
    "error-partner-",
    "error-password-",
    "error-sign-in",
    "error-second-",
    "error-slug-",
    "error-date",
    "error-time",
    "error-language",
    "error-color",
    "error-cover-",
    "error-pen-",
    "error-organization-name",
    "error-promise",
    "error-question",
    "error-risk-",
    "error-step",
    "error-delivery-",
    "error-names-hidden",
    "error-domains",
    "error-reopen-late",
    "error-rewording",
    "error-closes-",
    "error-founders-many",
    "error-zone",
    "error-export-",
    "error-batch-",
    "error-token-",
    "error-rule-",
    "mail-batch-",
    "error-column-opt-in",
    "error-no-column",
    "problem-401-",
    "problem-403-guard",
    "problem-403-second-factor",
    "problem-429-sign-in",
    "mail-invitation-",
    "mail-reset-",
    "mail-security-",
    "mail-second-",
    "mail-recovery-",
    "mail-address-",
    "mail-ended-",
    "mail-report-",
    "mail-partner-",
    "mail-place-",
    "mail-list-taken",
    "mail-token-",
    "problem-409-token",
    "mail-digest-",
    "front-",
    "imprint-",
    "trust-",
];
const OF_OTHERS: [&str; 8] = [
    "share-scan",
    "signers-listed",
    "signers-none",
    "latest-private-detail",
    "endorse-organization-hint",
    "error-keeps",
    "privacy-receives-founders",
    "ask-own-sent",
];
/// What organizers type, too, by the section it stands in.
const TYPED: [&str; 6] = [
    "error-title-missing",
    "error-ask-missing",
    "error-body-missing",
    "error-none-published",
    "error-goal",
    "error-no-state",
];

/// Messages that address a stranger, of those that this folder holds.
fn formal(sources: &[Source], folder: &str) -> BTreeSet<String> {
    let (head, usted) = (
        Regex::new(r"^([a-z][\w-]*)\s*=").unwrap(),
        Regex::new(USTED).unwrap(),
    );
    let folder = format!("templates/words/{folder}/");
    let mut found = BTreeSet::new();
    for source in sources {
        let file = source.path.strip_prefix(&folder);
        if file.is_none_or(|file| file.contains('/')) {
            continue;
        }
        let mut key = String::new();
        for line in source.text.lines().filter(|line| !line.starts_with('#')) {
            if let Some(start) = head.captures(line) {
                key = start[1].to_owned();
            }
            let others = [&NOBODY_S[..], &OF_OTHERS, &TYPED];
            let is_others = others.concat().iter().any(|one| key.starts_with(one));
            if usted.is_match(line) && !is_others {
                found.insert(key.clone());
            }
        }
    }
    found
}

#[test]
fn friends_are_not_addressed_as_strangers() {
    let sources = files("templates/words", &[".ftl"]);
    let (familiar, _) = catalogue(&sources, "es/familiar");
    let (strangers, friends) = (formal(&sources, "es"), formal(&sources, "es/familiar"));
    assert!(strangers.len() > 100, "{strangers:?}");
    let missing = strangers.iter().filter(|key| !familiar.contains_key(*key));
    hold(
        "What Spanish says with usted, templates/words/es/familiar says with tú.",
        &missing.chain(&friends).cloned().collect::<Vec<_>>(),
    );
}

#[test]
fn the_rule_of_voices_bites() {
    let told = |text: &str| {
        let source = Source::new("templates/words/es/form.ftl", text);
        formal(&[source], "es").len()
    };
    assert_eq!(told("form-title = Firme esta carta"), 1);
    assert_eq!(told("form-title = Firma esta carta\n# usted"), 0);
    assert_eq!(
        told("own-letter = { $kind ->\n   *[other] Revise su correo\n}"),
        1
    );
    assert_eq!(told("error-password-short = Use 12"), 0, "organizers alone");
}
