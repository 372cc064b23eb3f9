//! The form of what signers pass on: a message by channel and language, named `email-es` and so on.

use crate::base::{Lang, Text};
use crate::petition::edit::forms::page_press::PagePress;
use crate::petition::rules::share_texts::{Channel, SHARE_TEXT, ShareTexts};
use crate::petition::store::petition_versions::PageFields;
use crate::web::{Fields, Named, TextField, WrongFields, by_name};
use serde::{Deserialize, Deserializer};

/// The form as it was typed, or as it is shown first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ShareTextsForm {
    /// The revision the form was filled from.
    pub revision: String,
    /// In the order of the form.
    pub texts: Vec<(Channel, Lang, String)>,
    /// The button, and what the page keeps.
    pub press: PagePress,
}

/// The words key of the field of a channel.
#[must_use]
pub(crate) fn label(channel: Channel) -> &'static str {
    match channel {
        Channel::Any => "share-text-any",
        Channel::WhatsApp => "share-whatsapp",
        Channel::Sms => "share-sms",
        Channel::Subject => "share-text-subject",
        Channel::Email => "share-email",
        Channel::Bluesky => "share-bluesky",
        Channel::Mastodon => "share-mastodon",
    }
}

impl Fields for ShareTextsForm {
    const TEXTS: &'static [TextField] = &[
        TextField::each("any", "share-text-any", SHARE_TEXT),
        TextField::each("whatsapp", "share-whatsapp", SHARE_TEXT),
        TextField::each("sms", "share-sms", SHARE_TEXT),
        TextField::each("subject", "share-text-subject", SHARE_TEXT),
        TextField::each("email", "share-email", SHARE_TEXT),
        TextField::each("bluesky", "share-bluesky", SHARE_TEXT),
        TextField::each("mastodon", "share-mastodon", SHARE_TEXT),
    ];
}

impl<'de> Deserialize<'de> for ShareTextsForm {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        by_name(from)
    }
}

impl Named for ShareTextsForm {
    fn put(&mut self, name: &str, value: String) -> bool {
        let Some(value) = self.press.put(name, value) else {
            return true;
        };
        if name == "revision" {
            self.revision = value;
            return true;
        }
        let known = name
            .split_once('-')
            .and_then(|(channel, lang)| Some((Channel::parse(channel)?, Lang::parse(lang).ok()?)));
        let Some((channel, lang)) = known else {
            return false;
        };
        self.texts.push((channel, lang, value));
        true
    }
}

impl ShareTextsForm {
    /// The form of these messages.
    #[must_use]
    pub(crate) fn of(revision: i64, written: &[(Lang, ShareTexts)]) -> Self {
        let of_lang = |(lang, texts): &(Lang, ShareTexts)| {
            let lang = *lang;
            let all = texts.iter().cloned();
            all.map(move |(channel, words)| (channel, lang, words))
                .collect::<Vec<_>>()
        };
        Self {
            revision: revision.to_string(),
            texts: written.iter().flat_map(of_lang).collect(),
            press: PagePress::default(),
        }
    }

    /// Its fields and what stands in them, without empty ones: by language, in the order of the channels.
    pub(crate) fn fields(&self) -> PageFields {
        let written = self.texts.iter();
        let written = written.filter(|(.., words)| !words.trim().is_empty());
        let mut written: Vec<_> = written.collect();
        written.sort_by_key(|(channel, lang, _)| (*lang, *channel));
        let field = |(channel, lang, words): &(Channel, Lang, String)| {
            (format!("{}-{lang}", channel.as_str()), words.clone())
        };
        written.into_iter().map(field).collect()
    }

    /// Puts these fields in the place of every message.
    pub(crate) fn take_up(&mut self, fields: PageFields) {
        self.texts.clear();
        for (name, value) in fields {
            self.put(&name, value);
        }
    }

    /// The messages of each of these languages.
    pub(crate) fn read(&self, langs: &[Lang], wrong: &mut WrongFields) -> Vec<(Lang, ShareTexts)> {
        let of_lang = |lang: &Lang| {
            let typed = self.texts.iter().filter(|(_, of, _)| of == lang);
            let mut texts = Vec::new();
            for (channel, _, typed) in typed {
                let field = format!("{}-{lang}", channel.as_str());
                let read = Text::<SHARE_TEXT>::optional(typed);
                let Some(Some(words)) = wrong.take(field.clone(), read) else {
                    continue;
                };
                if words.as_str().chars().count() > channel.most() {
                    wrong.add(field, "error-text-long");
                    continue;
                }
                texts.push((*channel, words.into()));
            }
            (*lang, ShareTexts::new(texts))
        };
        langs.iter().map(of_lang).collect()
    }
}
