//! GET /look/{theme}.css: the colours of an organization. The address says all of them, so that nothing is asked for and a page that
//! was kept finds its own.

use super::path_arg::{PathArg, PathPiece};
use crate::web::answers::answer::{CachePolicy, CachedAnswer, CachedResponse};
use crate::web::theme::Theme;

/// Its address changes with what is in it.
const KEEPING: CachePolicy = CachePolicy {
    cache: "public, max-age=31536000, immutable",
    is_open: false,
};

impl PathPiece for Theme {
    const NAME: &'static str = "theme";

    fn read(text: &str) -> Option<Self> {
        Self::named(text)
    }
}

/// The sheet.
pub async fn get(PathArg(theme): PathArg<Theme>) -> CachedAnswer {
    CachedAnswer(CachedResponse::new(
        theme.sheet(),
        "text/css; charset=utf-8",
        KEEPING,
    ))
}
