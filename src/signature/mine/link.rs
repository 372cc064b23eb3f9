//! The way in to the pages behind a signer's own link, `/m/{token}`: whose link it is, and what is answered when nobody's name
//! stands behind it or the details are erased.
//!
//! A page counts the opening once it knows that something stands behind the link, a press before it writes (`petition/guard/visits.rs`).

use super::record::{OwnRecord, OwnSignature, mine};
use crate::base::{Id, Token};
use crate::db::{self, Conn, Db};
use crate::petition::guard::gone;
use crate::signature::confirm::erased::erased;
use crate::signature::confirm::queue::Confirming;
use crate::signature::model::Signature;
use crate::signature::page::page_cache::PageCache;
use crate::signature::store::read::{self, Signed};
use crate::web::{Error, PathArg, ReaderLang, Result, Site, Source};
use crate::words::Words;
use actix_web::dev::Payload;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use std::future::{Ready, ready};
use std::sync::Arc;

/// A visitor who came with the link of a mail to a signer. Whether it is anybody's is not known yet.
pub struct OwnLink {
    /// The site.
    pub site: Data<Site>,
    /// What the petition shows.
    pub page_cache: Data<PageCache>,
    /// What confirming needs, and so what changes a signature afterwards.
    pub confirming: Data<Confirming>,
    /// The database.
    pub db: Data<Db>,
    /// The secret in the link, for the addresses of the other pages behind it.
    pub token: Token,
    /// Whose link it is; an id that does not exist if it is nobody's.
    pub id: Id<Signature>,
    source: Source,
    reader: ReaderLang,
}

/// What stands behind the link, or what is answered because it does not.
pub type OwnLookup<T> = std::result::Result<T, HttpResponse>;

impl FromRequest for OwnLink {
    type Error = Error;
    type Future = Ready<std::result::Result<Self, Error>>;

    /// 404 when the link has not the shape of one.
    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        ready(Self::of(req, payload))
    }
}

impl OwnLink {
    fn of(req: &HttpRequest, payload: &mut Payload) -> std::result::Result<Self, Error> {
        let PathArg(token) = PathArg::<Token>::from_request(req, payload).into_inner()?;
        let source = Source::from_request(req, payload).into_inner()?;
        let reader = ReaderLang::from_request(req, payload).into_inner()?;
        let site = req.app_data::<Data<Site>>().ok_or(Error::FAULT)?;
        let page_cache = req.app_data::<Data<PageCache>>().ok_or(Error::FAULT)?;
        let db = req.app_data::<Data<Db>>().ok_or(Error::FAULT)?;
        let confirming = req.app_data::<Data<Confirming>>().ok_or(Error::FAULT)?;
        Ok(Self {
            id: confirming.links.open_own(&token),
            site: site.clone(),
            page_cache: page_cache.clone(),
            confirming: confirming.clone(),
            db: db.clone(),
            token,
            source,
            reader,
        })
    }

    /// Counts an opening or a press of this link.
    ///
    /// # Errors
    /// 429 over 60 a minute of this link.
    pub(crate) fn admit(&self) -> std::result::Result<(), Error> {
        self.confirming.visits.admit(self.id)
    }

    /// The words its owner reads.
    pub(super) fn words(&self, signature: &Signature) -> Arc<Words> {
        let shown = self.page_cache.petition_cache.by_id(signature.petition);
        match shown {
            Some(shown) => shown.words(&self.site, signature.lang),
            None => self.site.words(signature.lang),
        }
    }

    /// The answer to a link that is nobody's, 404. Counts it against where it came from.
    ///
    /// # Errors
    /// 429 over 20 a minute of this source; 500 when the page cannot be written.
    pub(crate) fn nobodys(&self) -> Result {
        self.confirming.visits.missed(self.source)?;
        gone(&self.site, &self.reader)
    }

    /// The answer for a signature whose details are erased, 410.
    ///
    /// # Errors
    /// 404 without its petition; 503 while that cannot be read; 500 when the page cannot be written.
    pub fn erased(&self, signature: &Signature) -> Result {
        erased(&self.site, &self.page_cache.petition_cache, signature)
    }

    /// The signature behind the link, for a page. It may be without its details.
    ///
    /// # Errors
    /// 429 over 60 a minute of this link, or over 20 a minute of links that are nobody's; 503 while the database is away.
    pub async fn found(&self) -> Result<OwnLookup<Signed>> {
        self.found_by(read::find).await
    }

    /// The same, for a page that reads more than the signature.
    ///
    /// # Errors
    /// As [`OwnLink::found`].
    pub(crate) async fn found_by<T: Send + 'static>(
        &self,
        read: fn(&mut Conn, Id<Signature>) -> db::Result<Option<T>>,
    ) -> Result<OwnLookup<T>> {
        let id = self.id;
        match self.db.read(move |conn| read(conn, id)).await? {
            Some(found) => {
                self.admit()?;
                Ok(Ok(found))
            }
            None => self.nobodys().map(Err),
        }
    }

    /// Reads everything that is held behind the link, and counts nothing yet.
    ///
    /// # Errors
    /// 503 while the database is away.
    pub async fn mine(&self) -> Result<OwnSignature> {
        let (links, id) = (self.confirming.links.clone(), self.id);
        Ok(self.db.read(move |conn| mine(conn, &links, id)).await?)
    }

    /// What is held, out of what was read; what still waits for its mailbox has no page of its own. Erased details are answered
    /// uncounted.
    ///
    /// # Errors
    /// 429 over 60 a minute of this link, or over 20 a minute of links that are nobody's; as [`OwnLink::erased`].
    pub fn held(&self, mine: OwnSignature) -> Result<OwnLookup<Box<OwnRecord>>> {
        match mine {
            OwnSignature::Here(held) => {
                self.admit()?;
                Ok(Ok(held))
            }
            OwnSignature::Erased(signature) => self.erased(&signature).map(Err),
            OwnSignature::Waiting | OwnSignature::Nothing => self.nobodys().map(Err),
        }
    }
}
