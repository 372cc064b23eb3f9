//! The colours of an organization's pages: two are chosen, all others are made of them, and each text can be read on its ground
//! (4.5 to 1) in the light and in the dark.

use crate::base::Color;
use sha2::{Digest, Sha256};
use std::fmt::{self, Write as _};

/// Letters on the cover, in the light and in the dark: `--cover-on` of `templates/css/tokens.css`, as those below are of it too.
const COVER_ON: Color = Color::rgb(0xfb, 0xf8, 0xef);
const PAPER: Color = Color::rgb(0xf7, 0xf4, 0xec);
const SHEET: Color = Color::rgb(0xff, 0xfe, 0xfa);
const PAPER_DARK: Color = Color::rgb(0x11, 0x15, 0x1d);
const SHEET_DARK: Color = Color::rgb(0x19, 0x1f, 0x2a);
/// How far the pen stands from the sheet in the dark: as far as the site's own.
const CLEAR: f64 = 7.0;

/// Two colours on which and in which everything can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Theme {
    cover: Color,
    pen: Color,
}

/// A colour that was chosen and cannot be read on the other of its pair.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FaintColor {
    /// The field: `cover` or `pen`.
    pub field: &'static str,
    /// How far the two stand apart.
    pub ratio: f64,
    /// The nearest darker one that can be read.
    pub nearest: Color,
}

impl FaintColor {
    /// `3.21`, never more than it is: what is refused is not told to be enough.
    #[must_use]
    pub fn told(&self) -> f64 {
        (self.ratio * 100.0).floor() / 100.0
    }

    fn of(field: &'static str, color: Color, other: Color) -> Option<Self> {
        let ratio = color.contrast(other);
        (ratio < Color::READABLE).then(|| Self {
            field,
            ratio,
            nearest: first(
                99,
                |part| color.mixed(Color::BLACK, part),
                |c| reads(c, other),
            ),
        })
    }
}

fn reads(one: Color, other: Color) -> bool {
    one.contrast(other) >= Color::READABLE
}

/// The colour of the greatest part that fits, from this one down; that of none where nothing does.
fn first(from: u16, make: impl Fn(u16) -> Color, fits: impl Fn(Color) -> bool) -> Color {
    let mut all = (0..=from).rev().map(&make);
    all.find(|color| fits(*color)).unwrap_or_else(|| make(0))
}

/// What is made of a theme for one of the two schemes.
struct Derived {
    cover: Color,
    cover_2: Color,
    cover_rule: Color,
    pen: Color,
    pen_hi: Color,
    pen_on: Color,
    wash: Color,
}

impl Theme {
    /// These two, if letters on the cover and links in the pen can be read.
    ///
    /// # Errors
    /// Which cannot, how far it stands from its ground, and what could.
    pub fn new(cover: Color, pen: Color) -> Result<Self, Vec<FaintColor>> {
        let wrong = [
            FaintColor::of("cover", cover, COVER_ON),
            FaintColor::of("pen", pen, PAPER),
        ];
        let wrong: Vec<_> = wrong.into_iter().flatten().collect();
        match wrong.is_empty() {
            true => Ok(Self { cover, pen }),
            false => Err(wrong),
        }
    }

    /// Behind the head of a page.
    #[must_use]
    pub fn cover(&self) -> Color {
        self.cover
    }

    /// Of links and buttons.
    #[must_use]
    pub fn pen(&self) -> Color {
        self.pen
    }

    fn light(&self) -> Derived {
        let (cover, pen) = (self.cover, self.pen);
        Derived {
            cover,
            cover_2: first(22, |part| cover.mixed(COVER_ON, part), |c| reads(c, cover)),
            cover_rule: COVER_ON.mixed(cover, 28),
            pen,
            pen_hi: pen.mixed(Color::BLACK, 72),
            pen_on: SHEET,
            wash: first(12, |part| pen.mixed(SHEET, part), |c| reads(c, pen)),
        }
    }

    fn dark(&self) -> Derived {
        let cover = self.cover.mixed(Color::BLACK, 74);
        let is_clear = |color: Color| {
            color.contrast(SHEET_DARK) >= CLEAR && color.contrast(PAPER_DARK) >= CLEAR
        };
        let pen = first(100, |part| self.pen.mixed(Color::WHITE, part), is_clear);
        Derived {
            cover,
            cover_2: self.light().cover_2,
            cover_rule: COVER_ON.mixed(cover, 24),
            pen,
            pen_hi: pen.mixed(Color::WHITE, 70),
            pen_on: first(
                40,
                |part| self.pen.mixed(Color::BLACK, part),
                |c| reads(c, pen),
            ),
            wash: first(18, |part| pen.mixed(SHEET_DARK, part), |c| reads(c, pen)),
        }
    }

    /// The sheet: colours and nothing else, in the layer of the site's own.
    #[must_use]
    pub fn sheet(&self) -> String {
        let (light, dark) = (self.light().rule(), self.dark().rule());
        format!("@layer tokens{{{light}@media (prefers-color-scheme: dark){{{dark}}}}}\n")
    }

    /// Tells one sheet from another: its address changes with the colours, and with how they are made.
    fn version(&self) -> String {
        let digest = Sha256::digest(self.sheet().as_bytes());
        digest.iter().take(4).fold(String::new(), |mut text, byte| {
            // writing to a String cannot fail
            let _ = write!(text, "{byte:02x}");
            text
        })
    }
}

impl Derived {
    fn rule(&self) -> String {
        let each = [
            ("cover", self.cover),
            ("cover-2", self.cover_2),
            ("cover-rule", self.cover_rule),
            ("pen", self.pen),
            ("pen-hi", self.pen_hi),
            ("pen-on", self.pen_on),
            ("wash", self.wash),
        ];
        let each = each.map(|(name, color)| format!("--{name}:#{color};"));
        format!(":root{{{}}}", each.concat())
    }
}

impl fmt::Display for Theme {
    /// Its name in the address of its sheet: `5a2550-7a2f6c-0f3b21aa`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}-{}", self.cover, self.pen, self.version())
    }
}

impl Theme {
    /// The theme of this name.
    #[must_use]
    pub(super) fn named(text: &str) -> Option<Self> {
        let mut colors = text.split('-').take(2).map(Color::parse);
        let (cover, pen) = (colors.next()?.ok()?, colors.next()?.ok()?);
        // one sheet has one address
        let theme = Self::new(cover, pen).ok()?;
        (theme.to_string() == text).then_some(theme)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn color(text: &str) -> Color {
        Color::parse(text).unwrap()
    }

    fn theme(cover: &str, pen: &str) -> Theme {
        Theme::new(color(cover), color(pen)).unwrap()
    }

    #[test]
    fn grounds_are_those_of_the_sheet_of_every_page() {
        let tokens = include_str!("../../templates/css/tokens.css");
        let (light, dark) = tokens.split_once("prefers-color-scheme: dark").unwrap();
        for (part, name, color) in [
            (light, "cover-on", COVER_ON),
            (light, "paper", PAPER),
            (light, "sheet", SHEET),
            (light, "pen-on", SHEET),
            (dark, "paper", PAPER_DARK),
            (dark, "sheet", SHEET_DARK),
        ] {
            assert!(part.contains(&format!("--{name}: #{color};")), "{name}");
        }
        assert!(!dark.contains("--cover-on:"), "the same in the dark");
    }

    #[test]
    fn what_cannot_be_read_is_told_with_figures_and_something_better() {
        let wrong = Theme::new(color("777777"), color("d05090")).unwrap_err();
        let [cover, pen] = wrong.as_slice() else {
            panic!("{wrong:?}");
        };
        assert_eq!(
            (cover.field, cover.told().to_string()),
            ("cover", "4.21".to_owned())
        );
        assert_eq!(
            (pen.field, pen.told().to_string()),
            ("pen", "3.65".to_owned())
        );
        for (one, ground) in [(cover, COVER_ON), (pen, PAPER)] {
            assert!(reads(one.nearest, ground), "{one:?}");
        }
        let near = |one: &FaintColor| one.nearest.contrast(Color::WHITE);
        assert!(
            near(cover) < 5.2 && near(pen) < 5.4,
            "not darker than needed: {wrong:?}"
        );
        assert_eq!(
            Theme::new(color("ffffff"), color("2a3e9e"))
                .unwrap_err()
                .len(),
            1
        );
    }

    #[test]
    fn figures_are_never_rounded_up() {
        for (ratio, told) in [(4.499_9, "4.49"), (1.0, "1"), (3.205, "3.2")] {
            let field = "pen";
            let nearest = Color::BLACK;
            let wrong = FaintColor {
                field,
                ratio,
                nearest,
            };
            assert_eq!(wrong.told().to_string(), told, "{ratio}");
        }
    }

    #[test]
    fn a_sheet_has_one_address_and_holds_colours_alone() {
        let plum = theme("5a2550", "#7a2f6c");
        let name = plum.to_string();
        assert!(name.starts_with("5a2550-7a2f6c-"), "{name}");
        assert_eq!(Theme::named(&name), Some(plum));
        for other in [
            "",
            "5a2550",
            "5a2550-7a2f6c",
            "5a2550-7a2f6c-00000000",
            "ffffff-7a2f6c-00000000",
            "5a2550-7a2f6c;}body{-00000000",
            &name.to_uppercase(),
            &name.replacen("5a2550", "#5a2550", 1),
            &format!("{name}-1"),
        ] {
            assert_eq!(Theme::named(other), None, "{other}");
        }
        let css = plum.sheet();
        let rest = css.replace("@layer tokens{", "").replace(":root{", "");
        let rest = rest.replace("@media (prefers-color-scheme: dark){", "");
        for piece in rest
            .split(['{', '}', ';', '\n'])
            .filter(|piece| !piece.is_empty())
        {
            let (name, value) = piece.split_once(":#").expect(piece);
            assert!(
                name.starts_with("--") && Color::parse(value).is_ok(),
                "{piece}"
            );
        }
    }

    proptest! {
        #[test]
        fn whatever_is_taken_can_be_read_everywhere(
            cover in any::<(u8, u8, u8)>(), pen in any::<(u8, u8, u8)>(),
        ) {
            let dimmed = |(r, g, b): (u8, u8, u8)| Color::rgb(r / 2, g / 2, b / 2);
            let Ok(theme) = Theme::new(dimmed(cover), dimmed(pen)) else {
                return Ok(());
            };
            for (set, sheet, paper, ink) in [
                (theme.light(), SHEET, PAPER, color("1a2233")),
                (theme.dark(), SHEET_DARK, PAPER_DARK, color("ece8dd")),
            ] {
                for (one, ground) in [
                    (COVER_ON, set.cover),
                    (set.cover_2, set.cover),
                    (set.pen, sheet),
                    (set.pen, paper),
                    (set.pen, set.wash),
                    (set.pen_hi, sheet),
                    (set.pen_hi, paper),
                    (set.pen_hi, set.wash),
                    (set.pen_on, set.pen),
                    (set.pen_on, set.pen_hi),
                    (ink, set.wash),
                ] {
                    prop_assert!(reads(one, ground), "{one} on {ground} of {theme}");
                }
            }
        }
    }
}
