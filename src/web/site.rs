//! What every request may need and no request changes: address, clock, words, assets, secrets.
//! Names nothing of the domain.

use super::assets::Assets;
use super::counted::Counted;
use super::page::Frame;
use super::proxies::ProxyWatch;
use crate::base::{Clock, Key, Lang, Secrets, Strictness};
use crate::words::{Library, Words};
use ipnet::IpNet;
use std::sync::Arc;

/// The site as its operator set it up.
pub struct Site {
    /// `https://host[:port]`, without a slash at the end. The only source of links in mail.
    pub base_url: String,
    /// The time.
    pub clock: Clock,
    /// All languages.
    pub library: Library,
    /// Styles, script, font.
    pub assets: Assets,
    /// Which addresses may sign.
    pub strictness: Strictness,
    /// Keys of tokens and nonces are drawn from it by purpose.
    pub secrets: Secrets,
    /// Networks of proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpNet>,
    /// What is wrong with the proxies in front.
    pub proxies: ProxyWatch,
    /// Guards forms, see [`super::stamp`].
    pub stamp_key: Key,
    /// Seals what browsers keep for us, see [`super::sealed`].
    pub seal_key: Key,
    /// Counts answers.
    pub counted: Counted,
}

impl Site {
    /// Sets the site up.
    #[must_use]
    pub fn new(base_url: String, clock: Clock, library: Library, secrets: Secrets) -> Self {
        Self {
            base_url,
            clock,
            library,
            assets: Assets::load(),
            strictness: Strictness::Public,
            stamp_key: secrets.key("form stamp"),
            seal_key: secrets.key("sealed cookies"),
            secrets,
            trusted_proxies: Vec::new(),
            proxies: ProxyWatch::default(),
            counted: Counted::default(),
        }
    }

    /// Whether visitors reach it by https, so that cookies can be bound to it.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.base_url.starts_with("https://")
    }

    /// The words of a language.
    #[must_use]
    pub fn words(&self, lang: Lang) -> Arc<Words> {
        self.library.words(lang)
    }

    /// The surroundings of a page with this title.
    pub fn frame<'a>(
        &'a self,
        w: &'a Words,
        title: impl Into<std::borrow::Cow<'a, str>>,
    ) -> Frame<'a> {
        Frame::new(w, &self.assets, self.base_url.as_str(), title)
    }
}
