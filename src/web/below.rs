//! What an answer below a petition has around it: an error the petition's own surroundings and the way back to it, and every answer
//! the headers that its petition asks for. The kit knows no petitions, so that whoever knows them hands this in.

use super::page::{Frame, Link};
use super::site::Site;
use crate::base::Slug;
use crate::words::{Voice, Words};

type Make = dyn for<'a> Fn(&'a Site, &'a Words, &Slug) -> Option<(Frame<'a>, Link)> + Send + Sync;
type Speak = dyn Fn(&str) -> Option<Voice> + Send + Sync;
type Ask = dyn Fn(&str) -> Discretion + Send + Sync;

/// What every answer about a petition has to heed, whichever use case writes it and whatever that one says itself.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Discretion {
    /// No cache keeps it.
    pub is_kept_nowhere: bool,
    /// No search engine lists it.
    pub is_unlisted: bool,
}

/// Finds the surroundings of what stands below a petition.
pub struct Surroundings {
    make: Box<Make>,
    speak: Box<Speak>,
    ask: Box<Ask>,
}

impl Surroundings {
    /// `make` gives surroundings and way back, `speak` the voice that readers are addressed in; none where there is no such
    /// petition. `ask` says what answers about it heed.
    pub fn new(
        make: impl for<'a> Fn(&'a Site, &'a Words, &Slug) -> Option<(Frame<'a>, Link)>
        + Send
        + Sync
        + 'static,
        speak: impl Fn(&str) -> Option<Voice> + Send + Sync + 'static,
        ask: impl Fn(&str) -> Discretion + Send + Sync + 'static,
    ) -> Self {
        Self {
            make: Box::new(make),
            speak: Box::new(speak),
            ask: Box::new(ask),
        }
    }

    /// How readers of this path are addressed.
    pub(super) fn voice(&self, path: &str) -> Voice {
        let known = name(path).and_then(|name| (self.speak)(name));
        known.unwrap_or_default()
    }

    /// Those of this path.
    pub(super) fn of<'a>(
        &self,
        site: &'a Site,
        w: &'a Words,
        path: &str,
    ) -> Option<(Frame<'a>, Link)> {
        (self.make)(site, w, &Slug::parse(name(path)?).ok()?)
    }

    /// What answers at this path, as the router reads it, have to heed.
    pub(super) fn discretion(&self, path: &str) -> Discretion {
        name(path).map(|name| (self.ask)(name)).unwrap_or_default()
    }
}

/// Where the slug stands of the petition that a path is at or below, or is a picture of; whatever stands there.
fn name(path: &str) -> Option<&str> {
    let mut pieces = path.split('/').skip(1);
    let place = match pieces.next()? {
        "p" | "petitions" | "badge" | "og" | "embed" => pieces.next()?,
        _ => (pieces.next()? == "p").then(|| pieces.next())??,
    };
    Some(place.split_once('.').map_or(place, |(name, _)| name))
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
            "/pt-BR/p/open-letter",
        ] {
            assert_eq!(name(path), Some("open-letter"), "{path}");
        }
        for path in ["/", "/p", "/organize/x/p/open-letter", "/c/x", ""] {
            assert_eq!(name(path), None, "{path}");
        }
    }
}
