//! What an error below a petition has around it: the petition's own surroundings and the way back to it. The kit knows no
//! petitions, so that whoever knows them hands this in.

use super::page::{Frame, Link};
use super::site::Site;
use crate::base::Slug;
use crate::words::Words;

type Make = dyn for<'a> Fn(&'a Site, &'a Words, &Slug) -> Option<(Frame<'a>, Link)> + Send + Sync;

/// Finds the surroundings of what stands below a petition.
pub struct Surroundings(Box<Make>);

impl Surroundings {
    /// `make` gives surroundings and way back; none where there is no such petition.
    pub fn new(
        make: impl for<'a> Fn(&'a Site, &'a Words, &Slug) -> Option<(Frame<'a>, Link)>
        + Send
        + Sync
        + 'static,
    ) -> Self {
        Self(Box::new(make))
    }

    /// Those of this path.
    pub(super) fn of<'a>(
        &self,
        site: &'a Site,
        w: &'a Words,
        path: &str,
    ) -> Option<(Frame<'a>, Link)> {
        (self.0)(site, w, &slug(path)?)
    }
}

/// The petition that a path is at or below.
fn slug(path: &str) -> Option<Slug> {
    let mut pieces = path.split('/').skip(1);
    let place = match pieces.next()? {
        "p" => pieces.next()?,
        _ => (pieces.next()? == "p").then(|| pieces.next())??,
    };
    Slug::parse(place).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_below_a_petition_with_a_language_or_without() {
        for path in [
            "/p/open-letter",
            "/p/open-letter/x/y",
            "/es/p/open-letter/z",
        ] {
            assert_eq!(slug(path).unwrap().as_str(), "open-letter", "{path}");
        }
        for path in [
            "/",
            "/p",
            "/p/",
            "/p/Open",
            "/organize/x/p/open-letter",
            "/c/x",
            "",
        ] {
            assert_eq!(slug(path), None, "{path}");
        }
    }
}
