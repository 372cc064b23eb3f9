//! Who reads: which language was asked for.

use crate::base::Lang;
use crate::web::site::Site;
use crate::words::Words;
use actix_web::dev::Payload;
use actix_web::http::header::{AcceptLanguage, Header};
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest};
use std::future::{Ready, ready};
use std::sync::Arc;

/// The reader's languages: the one in the address, if there is one, and those that `?lang=` and the
/// browser ask for, the dearest first.
#[derive(Debug, Clone)]
pub struct ReaderLang {
    prefix: Option<Lang>,
    wished: Vec<Lang>,
    accepted: Vec<Lang>,
    interface: Vec<Lang>,
}

impl ReaderLang {
    /// Reads address and headers.
    #[must_use]
    pub fn of(req: &HttpRequest, site: &Site) -> Self {
        let prefix = req
            .match_info()
            .get("lang")
            .or_else(|| req.path().split('/').nth(1))
            .and_then(|text| Lang::parse(text).ok())
            .filter(|lang| site.library.speaks(*lang));
        let (wished, accepted) = match prefix {
            None => (wished(req), accepted(req)),
            Some(_) => (Vec::new(), Vec::new()),
        };
        Self {
            prefix,
            wished,
            accepted,
            interface: site.library.languages().to_vec(),
        }
    }

    /// The language the address says, which is the truth when it is there.
    #[must_use]
    pub(crate) fn prefix(&self) -> Option<Lang> {
        self.prefix
    }

    /// The dearest of these languages, of whichever country; none when the reader asked for none of them.
    #[must_use]
    pub(crate) fn prefers(&self, available: &[Lang]) -> Option<Lang> {
        self.prefix
            .iter()
            .chain(&self.wished)
            .chain(&self.accepted)
            .find_map(|lang| lang.nearest(available))
    }

    /// The one of these that a link on a page has chosen by `?lang=`, whatever the browser asks for.
    #[must_use]
    pub(crate) fn chosen(&self, available: &[Lang]) -> Option<Lang> {
        self.wished.iter().find_map(|lang| lang.nearest(available))
    }

    /// The language of pages that belong to no petition: English when nothing else fits.
    #[must_use]
    pub(crate) fn interface(&self) -> Lang {
        self.prefers(&self.interface).unwrap_or(Lang::EN)
    }

    /// The words of [`ReaderLang::interface`].
    #[must_use]
    pub fn words(&self, site: &Site) -> Arc<Words> {
        site.words(self.interface())
    }
}

/// `?lang=es` in an address without a language of its own, as hand-made links and other sites write it.
fn wished(req: &HttpRequest) -> Vec<Lang> {
    let asked = req
        .query_string()
        .split('&')
        .find_map(|pair| pair.strip_prefix("lang="));
    asked.map(with_its_language).unwrap_or_default()
}

/// A language as it is asked for, and without its region.
fn with_its_language(text: &str) -> Vec<Lang> {
    let primary = text.split('-').next().unwrap_or(text);
    let mut langs: Vec<Lang> = [text, primary]
        .into_iter()
        .filter_map(|text| Lang::parse(text).ok())
        .collect();
    langs.dedup();
    langs
}

/// Regions fall back to their language: `es-MX` asks for `es`.
fn accepted(req: &HttpRequest) -> Vec<Lang> {
    if !req.headers().contains_key("accept-language") {
        return Vec::new();
    }
    let Ok(header) = AcceptLanguage::parse(req) else {
        return Vec::new();
    };
    let mut langs = Vec::new();
    for tag in header.ranked().iter().filter_map(|p| p.item()).take(16) {
        let text = tag.as_str();
        let primary = text.split('-').next().unwrap_or(text);
        for candidate in [text, primary] {
            if let Ok(lang) = Lang::parse(candidate)
                && !langs.contains(&lang)
            {
                langs.push(lang);
            }
        }
    }
    langs
}

impl FromRequest for ReaderLang {
    type Error = crate::web::Error;
    type Future = Ready<Result<Self, crate::web::Error>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        let Some(site) = req.app_data::<Data<Site>>() else {
            return ready(Err(crate::web::Error::FAULT));
        };
        let reader = Self::of(req, site);
        // A language in the address that is not spoken is a page that does not exist.
        if req.match_info().get("lang").is_some() && reader.prefix.is_none() {
            return ready(Err(crate::web::Error::NOT_FOUND));
        }
        ready(Ok(reader))
    }
}
