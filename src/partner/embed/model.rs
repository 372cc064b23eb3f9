//! What a frame is asked to be: its kind, language, look, and whose page it stands in.

use super::look::Look;
use crate::base::Lang;
use crate::signature::page::via::Via;

/// What is shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum FrameKind {
    /// The form: signing inside the frame, up to "check your email".
    #[default]
    Form,
    /// The number, its strokes and a way to the petition.
    Progress,
    /// The number in one line.
    Counter,
    /// A button that leads to the petition.
    Button,
}

impl FrameKind {
    /// All, in the order of a form.
    pub const ALL: [Self; 4] = [Self::Form, Self::Progress, Self::Counter, Self::Button];

    /// The word used in addresses and as a variant of words.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Form => "form",
            Self::Progress => "progress",
            Self::Counter => "counter",
            Self::Button => "button",
        }
    }

    /// Reads [`FrameKind::as_str`] back.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
    }

    /// How high its frame is where no script fits it, in pixels: enough for most, and it scrolls inside.
    #[must_use]
    pub fn height(self) -> u32 {
        match self {
            Self::Form => 640,
            Self::Progress => 270,
            Self::Counter => 52,
            Self::Button => 140,
        }
    }

    /// The least width at which it can be read, in pixels.
    #[must_use]
    pub fn least_width(self) -> u32 {
        match self {
            Self::Form => 260,
            Self::Progress => 220,
            Self::Counter | Self::Button => 160,
        }
    }

    /// The name of its sheet.
    #[must_use]
    pub fn sheet(self) -> &'static str {
        match self {
            Self::Form => "frame.css",
            _ => "frame_count.css",
        }
    }
}

/// What the address of a frame says. Whatever else it says, and whatever cannot be read, is passed over.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct FrameWish {
    /// What is shown.
    pub kind: FrameKind,
    /// In which language; none for the reader's own.
    pub lang: Option<Lang>,
    /// By which source its signers come: a word, or the code of a signer; empty for none.
    pub via: String,
    /// How it looks.
    pub look: Look,
}

impl FrameWish {
    /// Reads the pairs of an address. Of what is said twice the last counts.
    pub fn of<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut wish = Self::default();
        for (name, value) in pairs {
            match name {
                "kind" => wish.kind = FrameKind::parse(value).unwrap_or_default(),
                "lang" => wish.lang = Lang::parse(value).ok(),
                "via" => {
                    wish.via =
                        Via::parse(value).map_or_else(String::new, |via| via.as_str().to_owned())
                }
                name => wish.look.wish(name, value),
            }
        }
        wish.look = wish.look.readable();
        wish
    }

    /// What stands behind `?` in the addresses of this frame and of what its forms lead to.
    #[must_use]
    pub fn query(&self) -> String {
        let lang = self.lang.map(|lang| format!("&lang={lang}"));
        let via = (!self.via.is_empty()).then(|| format!("&via={}", self.via));
        [
            format!("kind={}", self.kind.as_str()),
            lang.unwrap_or_default(),
            via.unwrap_or_default(),
            self.look.query(),
        ]
        .concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_is_passed_over_and_the_rest_comes_back() {
        let long = "a".repeat(10_000);
        let wish = FrameWish::of([
            ("kind", "counter"),
            ("lang", "es"),
            ("via", long.as_str()),
            ("via", "SLLA"),
            ("accent", "17603f"),
            ("accent", "}body{"),
            ("onload", "alert(1)"),
        ]);
        assert_eq!(wish.query(), "kind=counter&lang=es&via=slla");
        let wish = FrameWish::of([("kind", "popup"), ("lang", "xx-yy-zz"), ("accent", "fa0")]);
        assert_eq!(wish.query(), "kind=form&accent=ffaa00");
    }
}
