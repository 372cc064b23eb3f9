//! What differs between two versions of a page, word by word.

use crate::petition::edit::forms::share_texts_form;
use crate::petition::rules::share_texts::Channel;
use crate::petition::rules::signer_field::SignerField;
use crate::petition::store::petition_versions::PageFields;
use crate::words::Words;
use similar::{Algorithm, ChangeTag, TextDiff};
use std::time::Duration;

/// How long two texts are held against each other; then what is left differs as a whole.
const PATIENCE: Duration = Duration::from_millis(200);

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// `same`, `gone` or `new`.
    pub kind: &'static str,
    /// The words, with the white space between them.
    pub text: String,
}

/// One field that holds something else.
struct ChangedField {
    /// Its name in the form.
    name: String,
    /// What was and what is, one after the other.
    pieces: Vec<Piece>,
}

/// A field that changed, under the name it has on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownDifference {
    /// What it is called.
    pub label: String,
    /// What was and what is.
    pub pieces: Vec<Piece>,
}

impl ShownDifference {
    /// What differs between two versions of a page, in the order of its fields, in these words.
    #[must_use]
    pub(crate) fn between(w: &Words, before: &PageFields, after: &PageFields) -> Vec<Self> {
        let said = |fields: &PageFields| -> PageFields {
            let one = |(name, value): &(String, String)| (name.clone(), said(w, name, value));
            fields.iter().map(one).collect()
        };
        let changed = between(&said(before), &said(after));
        let one = |field: ChangedField| Self {
            label: label(w, &field.name),
            pieces: field.pieces,
        };
        changed.into_iter().map(one).collect()
    }
}

/// What stands in a field, as its page says it: a choice by its words.
fn said(w: &Words, name: &str, value: &str) -> String {
    let part = name.split_once('-').map_or(name, |(part, _)| part);
    match part {
        "kind" => w.say1("kind", "kind", value),
        "voice" => w.say1("edit-voice-name", "voice", value),
        "most_public" => w.say1("edit-shown", "shown", value),
        "framing" => w.say1("edit-framed", "who", value),
        "published"
        | "names_public"
        | "organizations_sign"
        | "discreet"
        | "high_risk"
        | "listed_in_high_risk"
        | "required" => w.say(if value == "1" { "yes" } else { "no" }).to_owned(),
        part if SignerField::parse(part).is_some() => w.say1("edit-asks", "asked", value),
        _ => value.to_owned(),
    }
}

/// What a field is called on the pages of the editor.
fn label(w: &Words, name: &str) -> String {
    if let Some(label) = label_beside(w, name) {
        return label;
    }
    let (part, lang) = match name.split_once('-') {
        Some((part, lang)) => (part, Some(lang)),
        None => (name, None),
    };
    let key = match part {
        "title" => "edit-title",
        "target" => "edit-target",
        "ask" => "edit-ask",
        "body" => "edit-body",
        "reason" => "edit-reason",
        "published" => "edit-shown-lang",
        "promises" => "edit-promises",
        "kind" => "edit-kind",
        "voice" => "edit-how-addressed",
        "founders" => "edit-founders",
        "most_public" => "edit-most-public",
        "names_public" => "edit-names-public",
        "organizations_sign" => "edit-organizations",
        "slug" => "edit-slug",
        "goal" => "edit-goal",
        "opens_on" | "opens_time" => "edit-opens",
        "closes_on" | "closes_time" => "edit-closes",
        "time_zone" => "edit-zone",
        "keeps_for" => "edit-keeps",
        "discreet" => "edit-discreet",
        "framing" => "edit-framing",
        "high_risk" => "edit-high-risk",
        "listed_in_high_risk" => "edit-listed-risk",
        "watched_domains" => "edit-watched-domains",
        "label" => "question-label",
        "purpose" => "question-purpose",
        "hint" => "question-hint",
        "required" => "question-required-is",
        _ => SignerField::parse(name).map_or("edit-another-field", SignerField::asks),
    };
    match lang.filter(|_| part == "promises") {
        Some(lang) => format!("{} ({lang})", w.say(key)),
        None => w.say(key).to_owned(),
    }
}

/// What a field is called on the pages beside: `day-3` and `words-es-3` of a step, `email-es` of what signers pass on, `outcome-es` of how it
/// ended, `option-3` of a question.
fn label_beside(w: &Words, name: &str) -> Option<String> {
    let (part, rest) = name.split_once('-')?;
    if let Some(channel) = Channel::parse(part) {
        return Some(format!(
            "{} ({rest})",
            w.say(share_texts_form::label(channel))
        ));
    }
    let step = |n: &str| {
        let n: i64 = n.parse().ok()?;
        Some(w.say1("step-legend", "n", n + 1))
    };
    match part {
        "outcome" => Some(format!("{} ({rest})", w.say("close-outcome-title"))),
        "option" => Some(format!("{} {rest}", w.say("question-option"))),
        "day" => Some(format!("{}: {}", step(rest)?, w.say("step-day"))),
        "words" => {
            let (lang, n) = rest.rsplit_once('-')?;
            Some(format!("{}: {} ({lang})", step(n)?, w.say("step-words")))
        }
        _ => None,
    }
}

/// The fields that differ, in the order of the page.
fn between(before: &PageFields, after: &PageFields) -> Vec<ChangedField> {
    let was = |name: &str| {
        let mut all = before.iter();
        all.find(|(there, _)| there == name)
            .map_or("", |(_, value)| value.as_str())
    };
    let gone = before
        .iter()
        .filter(|(name, _)| after.iter().all(|(there, _)| there != name))
        .map(|(name, value)| (name, value.as_str(), ""));
    let there = after
        .iter()
        .map(|(name, value)| (name, was(name), value.as_str()));
    let differing = there.chain(gone).filter(|(_, was, is)| was != is);
    differing
        .map(|(name, was, is)| ChangedField {
            name: name.clone(),
            pieces: pieces(was, is),
        })
        .collect()
}

/// Two texts as one, in which what is gone and what is new stand beside each other.
fn pieces(was: &str, is: &str) -> Vec<Piece> {
    let difference = TextDiff::configure()
        .algorithm(Algorithm::Myers)
        .timeout(PATIENCE)
        .diff_unicode_words(was, is);
    let mut pieces: Vec<Piece> = Vec::new();
    for change in difference.iter_all_changes() {
        let kind = match change.tag() {
            ChangeTag::Equal => "same",
            ChangeTag::Delete => "gone",
            ChangeTag::Insert => "new",
        };
        match pieces.last_mut().filter(|last| last.kind == kind) {
            Some(last) => last.text.push_str(change.value()),
            None => pieces.push(Piece {
                kind,
                text: change.value().to_owned(),
            }),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(was: &str, is: &str) -> String {
        let one = |piece: &Piece| match piece.kind {
            "gone" => format!("[-{}-]", piece.text),
            "new" => format!("[+{}+]", piece.text),
            _ => piece.text.clone(),
        };
        pieces(was, is).iter().map(one).collect()
    }

    #[test]
    fn words_that_changed_stand_beside_each_other() {
        assert_eq!(
            shown("Close the old mill.", "Close the new mill."),
            "Close the [-old-][+new+] mill."
        );
        assert_eq!(shown("", "Now"), "[+Now+]");
        assert_eq!(shown("Ask.", "Ask."), "Ask.");
    }

    #[test]
    fn only_fields_that_differ_are_told_in_the_order_of_the_page() {
        let fields = |pairs: &[(&str, &str)]| -> PageFields {
            let pair = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
            pairs.iter().map(pair).collect()
        };
        let before = fields(&[("title", "a"), ("ask", "b"), ("gone", "c")]);
        let after = fields(&[("title", "a"), ("ask", "d"), ("body", "e")]);
        let found = between(&before, &after);
        let names: Vec<_> = found.iter().map(|field| field.name.as_str()).collect();
        assert_eq!(names, ["ask", "body", "gone"]);
    }

    #[test]
    fn both_texts_are_there_whole() {
        let long = ("字 ".repeat(20_000), "句 ".repeat(20_000));
        for (was, is) in [
            (long.0.as_str(), long.1.as_str()),
            ("a\nb c", "b\n c d"),
            ("", ""),
        ] {
            let found = pieces(was, is);
            let without = |kind: &str| -> String {
                let rest = found.iter().filter(|piece| piece.kind != kind);
                rest.map(|piece| piece.text.as_str()).collect()
            };
            assert_eq!(without("new"), was);
            assert_eq!(without("gone"), is);
        }
    }
}
