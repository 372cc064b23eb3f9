//! Pieces of the path as types. A piece that does not parse is a page that does not exist.

use crate::base::{Id, Slug, Token};
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use std::future::{Ready, ready};

/// A type that can stand in a path.
pub trait PathPiece: Sized {
    /// The name of its place in the route's pattern.
    const NAME: &'static str;
    /// What is answered where it does not parse.
    const UNREADABLE: crate::web::Error = crate::web::Error::NOT_FOUND;
    /// Reads it.
    fn read(text: &str) -> Option<Self>;
}

impl PathPiece for Slug {
    const NAME: &'static str = "slug";
    fn read(text: &str) -> Option<Self> {
        Self::parse(text).ok()
    }
}

impl PathPiece for Token {
    const NAME: &'static str = "token";
    // mail programs break long links
    const UNREADABLE: crate::web::Error = crate::web::Error::NOT_FOUND.saying("problem-404-link");
    fn read(text: &str) -> Option<Self> {
        Self::parse(text).ok()
    }
}

impl<T> PathPiece for Id<T> {
    const NAME: &'static str = "id";
    fn read(text: &str) -> Option<Self> {
        Self::parse(text).ok()
    }
}

/// A piece of the path, parsed.
#[derive(Debug, Clone)]
pub struct PathArg<T>(pub T);

impl<T: PathPiece> FromRequest for PathArg<T> {
    type Error = crate::web::Error;
    type Future = Ready<Result<Self, crate::web::Error>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(
            req.match_info()
                .get(T::NAME)
                .and_then(T::read)
                .map(Self)
                .ok_or(T::UNREADABLE),
        )
    }
}
