//! Colours as somebody chooses them, and whether a text in one can be read on another (WCAG 2.2, contrast).

use super::invalid::Invalid;
use std::fmt;

/// A colour without transparency, in sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Color([u8; 3]);

impl Color {
    /// White.
    pub const WHITE: Self = Self([255; 3]);
    /// Black.
    pub const BLACK: Self = Self([0; 3]);
    /// What stands for good reading: 4.5 to 1.
    pub const READABLE: f64 = 4.5;

    /// This one: red, green and blue.
    #[must_use]
    pub const fn rgb(red: u8, green: u8, blue: u8) -> Self {
        Self([red, green, blue])
    }

    /// Reads `17603f` or `17f`, with `#` before it or without.
    ///
    /// # Errors
    /// `error-color` for anything else.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        const WRONG: Invalid = Invalid::new("error-color");
        let digits = text.strip_prefix('#').unwrap_or(text);
        let values = digits.chars().map(|digit| digit.to_digit(16));
        let values: Option<Vec<u32>> = values.collect();
        let byte = |high: u32, low: u32| u8::try_from(high * 16 + low).map_err(|_| WRONG);
        match values.as_deref() {
            Some([r, g, b]) => Ok(Self([byte(*r, *r)?, byte(*g, *g)?, byte(*b, *b)?])),
            Some([r, r2, g, g2, b, b2]) => {
                Ok(Self([byte(*r, *r2)?, byte(*g, *g2)?, byte(*b, *b2)?]))
            }
            _ => Err(WRONG),
        }
    }

    /// How light it is, from 0 to 1 (relative luminance).
    #[must_use]
    pub fn luminance(self) -> f64 {
        let linear = |byte: u8| {
            let value = f64::from(byte) / 255.0;
            match value <= 0.040_45 {
                true => value / 12.92,
                false => ((value + 0.055) / 1.055).powf(2.4),
            }
        };
        let [r, g, b] = self.0.map(linear);
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// How far two stand apart, from 1 to 21.
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// White or black, whichever reads better on it: 4.58 to 1 at the least.
    #[must_use]
    pub fn on(self) -> Self {
        match self.contrast(Self::WHITE) >= self.contrast(Self::BLACK) {
            true => Self::WHITE,
            false => Self::BLACK,
        }
    }

    /// So many hundredths of it, the rest of the other.
    #[must_use]
    pub fn mixed(self, other: Self, hundredths: u16) -> Self {
        let part = u16::min(hundredths, 100);
        let mix = |(mine, theirs): (u8, u8)| {
            let sum = u16::from(mine) * part + u16::from(theirs) * (100 - part);
            u8::try_from(sum / 100).unwrap_or(u8::MAX)
        };
        let ([r, g, b], [r2, g2, b2]) = (self.0, other.0);
        Self([(r, r2), (g, g2), (b, b2)].map(mix))
    }
}

impl fmt::Display for Color {
    /// Six digits.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [r, g, b] = self.0;
        write!(f, "{r:02x}{g:02x}{b:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn three_or_six_digits_are_a_colour_and_nothing_else() {
        for (typed, read) in [
            ("17603f", "17603f"),
            ("#17603F", "17603f"),
            ("fa0", "ffaa00"),
        ] {
            assert_eq!(Color::parse(typed).unwrap().to_string(), read, "{typed}");
        }
        for other in [
            "",
            "#",
            "12",
            "1234",
            "1234567",
            "red",
            "17603g",
            "17603f;",
            "url(x)",
            "#17 03f",
            "１７６０３ｆ",
            "+17603",
            "-1f",
        ] {
            assert!(Color::parse(other).is_err(), "{other}");
        }
    }

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        let of = |one: &str, other: &str| {
            Color::parse(one)
                .unwrap()
                .contrast(Color::parse(other).unwrap())
        };
        for (one, other, expected) in [
            ("000", "fff", 21.0),
            ("777", "fff", 4.48),
            ("767676", "fff", 4.54),
            ("17603f", "fff", 7.55),
            ("abc", "abc", 1.0),
        ] {
            assert!(
                (of(one, other) - expected).abs() < 0.02,
                "{one} on {other}: {}",
                of(one, other)
            );
        }
    }

    proptest! {
        #[test]
        fn white_or_black_can_be_read_on_every_colour(r: u8, g: u8, b: u8) {
            let color = Color([r, g, b]);
            prop_assert!(color.contrast(color.on()) >= Color::READABLE);
        }
    }
}
