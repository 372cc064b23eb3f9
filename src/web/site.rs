//! What every request may need and no request changes: address, clock, words, assets, secrets.
//! Names nothing of the domain.

use super::answers::answer_counts::AnswerCounts;
use super::assets::Assets;
use super::operator::Operator;
use super::origin::proxies::ProxyWatch;
use super::reach::ReachableMail;
use crate::base::addresses::site_address::is_apex;
use crate::base::{Clock, Gone, GoneLog, Id, Key, Lang, Secrets, Strictness, Time};
use crate::words::{Library, Voice, Words};
use actix_web::http::header::HeaderValue;
use ipnet::IpNet;
use std::sync::{Arc, OnceLock};

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
    /// Guards forms, see [`super::forms::form_token`].
    pub stamp_key: Key,
    /// Seals what browsers keep for us, see [`super::cookies::sealed`].
    pub seal_key: Key,
    /// Notes whose details are deleted, for whoever restores a backup.
    pub gone: GoneLog,
    /// Days that backups of the database are kept: what was erased is gone from them by then.
    pub backup_days: u64,
    /// Counts answers.
    pub counted: AnswerCounts,
    /// Which addresses mail can be sent to.
    pub reach: ReachableMail,
    /// Who runs it.
    pub operator: Operator,
    /// Made once, because a list of all registries is looked through for it.
    transport_policy: OnceLock<Option<HeaderValue>>,
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
            gone: GoneLog::default(),
            backup_days: 7,
            counted: AnswerCounts::default(),
            reach: ReachableMail::default(),
            operator: Operator::default(),
            transport_policy: OnceLock::new(),
        }
    }

    /// Whether visitors reach it by https, so that cookies can be bound to it.
    #[must_use]
    pub(crate) fn is_https(&self) -> bool {
        self.base_url.starts_with("https://")
    }

    /// `Strict-Transport-Security`, where it is https. Sites below this one are drawn in only where this host is not the name
    /// that somebody registered: at `example.org` every other site of theirs would have to be https for a year.
    #[must_use]
    pub(crate) fn transport_security(&self) -> Option<HeaderValue> {
        let policy = self.transport_policy.get_or_init(|| self.policy());
        policy.clone()
    }

    fn policy(&self) -> Option<HeaderValue> {
        let rest = self.base_url.strip_prefix("https://")?;
        let host = match rest.strip_prefix('[') {
            Some(v6) => v6.split(']').next(),
            None => rest.split(':').next(),
        };
        Some(match is_apex(host.unwrap_or_default()) {
            true => HeaderValue::from_static("max-age=31536000"),
            false => HeaderValue::from_static("max-age=31536000; includeSubDomains"),
        })
    }

    /// Notes that something of somebody was deleted: last in the transaction that does it. Blocks. Where the note cannot be written
    /// it is deleted all the same, and the operator is told.
    pub(crate) fn note_gone<T>(&self, what: Gone, id: Id<T>, now: Time) {
        if let Err(error) = self.gone.note(what, id, now) {
            tracing::warn!(%error, "gone.log cannot be written: a backup of before would bring back what was deleted now");
        }
    }

    /// The words of a language in this voice.
    #[must_use]
    pub fn words_in(&self, lang: Lang, voice: Voice) -> Arc<Words> {
        self.library.words_in(lang, voice)
    }

    /// The words of a language.
    #[must_use]
    pub fn words(&self, lang: Lang) -> Arc<Words> {
        self.library.words(lang)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn https_is_asked_for_below_a_host_of_its_own_only() {
        for (base_url, expected) in [
            ("http://sign.example.org", None),
            ("https://example.org", Some("max-age=31536000")),
            ("https://example.co.uk:8443", Some("max-age=31536000")),
            ("https://[2001:db8::1]:443", Some("max-age=31536000")),
            (
                "https://sign.example.org:8443",
                Some("max-age=31536000; includeSubDomains"),
            ),
        ] {
            let clock = Clock::standing_at(Time::from_micros(0));
            let library = Library::load().unwrap();
            let site = Site::new(base_url.to_owned(), clock, library, Secrets::for_test());
            let told = site.transport_security();
            let told = told.as_ref().map(|value| value.to_str().unwrap());
            assert_eq!(told, expected, "{base_url}");
        }
    }
}
