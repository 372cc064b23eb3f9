//! GET /strokes/{n}.svg: so many signatures drawn as strokes. Of numbers alone: it tells nothing of any petition.

use crate::petition::page::strokes::draw;
use crate::web::answers::answer::{CachePolicy, CachedAnswer, CachedResponse};
use crate::web::{PathArg, PathPiece};

/// What is at an address never changes, but for the drawing itself.
const KEEPING: CachePolicy = CachePolicy {
    cache: "public, max-age=86400, immutable",
    is_open: false,
};
/// More than there are people.
const MOST: i64 = 10_000_000_000;

/// How many signatures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StrokeCount(i64);

impl PathPiece for StrokeCount {
    const NAME: &'static str = "strokes";

    fn read(text: &str) -> Option<Self> {
        let read: i64 = text.parse().ok()?;
        // One spelling each: no sign, no zeros in front.
        ((0..=MOST).contains(&read) && read.to_string() == text).then_some(Self(read))
    }
}

/// The drawing.
pub async fn get(PathArg(StrokeCount(n)): PathArg<StrokeCount>) -> CachedAnswer {
    CachedAnswer(CachedResponse::new(draw(n), "image/svg+xml", KEEPING))
}
