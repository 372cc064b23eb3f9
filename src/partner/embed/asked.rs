//! What the address of a frame asks for: which petition, in which language and look. Enough to find a frame that is kept.

use super::model::FrameWish;
use crate::base::{Lang, Slug};
use crate::petition::rules::framing::Framing;
use crate::petition::{Exposure, PublicPetition};
use crate::signature::page::page_cache::PageCache;
use crate::web::{Error, PathArg, ReaderLang, Site};
use actix_web::dev::Payload;
use actix_web::web::{Data, Query};
use actix_web::{FromRequest, HttpRequest};
use std::future::{Ready, ready};
use std::sync::Arc;

/// A frame that is asked for.
pub struct AskedFrame {
    /// The site.
    pub site: Data<Site>,
    /// What pages are made of.
    pub page_cache: Data<PageCache>,
    /// The petition.
    pub shown: Arc<PublicPetition>,
    /// What the address asks for.
    pub wish: FrameWish,
    /// The language it is read in.
    pub lang: Lang,
}

impl FromRequest for AskedFrame {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    /// 404 without such a petition, and where it stands in no frame; 410 once it was taken down.
    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        ready(Self::of(req, payload))
    }
}

impl AskedFrame {
    pub(super) fn of(req: &HttpRequest, payload: &mut Payload) -> Result<Self, Error> {
        let PathArg(slug) = PathArg::<Slug>::from_request(req, payload).into_inner()?;
        let site = req.app_data::<Data<Site>>().ok_or(Error::FAULT)?;
        let page_cache = req.app_data::<Data<PageCache>>().ok_or(Error::FAULT)?;
        let shown = page_cache.petition_cache.by_slug(&slug)?;
        let framing = shown.petition.settings.framing;
        if !shown.allows(Exposure::Embed) || framing == Framing::Nobody {
            return Err(Error::NOT_FOUND);
        }
        let wish = wish(req.query_string());
        let has = wish
            .lang
            .filter(|lang| shown.text(*lang).is_some_and(|text| text.lang == *lang));
        let lang = has.unwrap_or_else(|| shown.has_for(&ReaderLang::of(req, site)));
        Ok(Self {
            site: site.clone(),
            page_cache: page_cache.clone(),
            shown,
            wish,
            lang,
        })
    }

    /// Whether another reader of the same address may be given another language.
    pub(super) fn is_by_reader(&self) -> bool {
        self.wish.lang != Some(self.lang)
    }
}

/// Reads what stands behind the `?`. Most addresses hold nothing that is escaped, and are read as they stand.
fn wish(query: &str) -> FrameWish {
    if query.bytes().any(|byte| matches!(byte, b'%' | b'+')) {
        let pairs = Query::<Vec<(String, String)>>::from_query(query);
        let pairs = pairs.map(Query::into_inner).unwrap_or_default();
        return FrameWish::of(pairs.iter().map(|(name, value)| (&**name, &**value)));
    }
    let pairs = query.split('&');
    FrameWish::of(pairs.map(|pair| pair.split_once('=').unwrap_or((pair, ""))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_the_same_with_what_is_escaped_and_without() {
        for (plain, escaped) in [
            ("kind=counter&lang=es", "kind=counter&lang=%65s"),
            ("via=slla&bg=fff", "via=sll%61&bg=%23fff"),
            (
                "&kind=button&&radius=4=&lang",
                "&kind=b%75tton&&radius=4=&lang",
            ),
            ("kind=form&kind=progress", "kind=form&kind=progres%73"),
            ("", "+"),
        ] {
            assert_eq!(wish(plain), wish(escaped), "{plain}");
        }
        let read = wish("kind=counter&lang=es&via=slla&accent=17603f");
        assert_eq!(read.query(), "kind=counter&lang=es&via=slla&accent=17603f");
        let read = wish("accent=%2317603f&kind=%62utton&via=SLLA+");
        assert_eq!(read.query(), "kind=button&via=slla&accent=17603f");
    }
}
