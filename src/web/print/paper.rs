//! Sizes of paper.

/// A size of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// 210 × 297 mm.
    A4,
    /// 8.5 × 11 inches.
    Letter,
}

impl Paper {
    /// Both.
    pub const ALL: [Self; 2] = [Self::A4, Self::Letter];

    /// Its name in addresses, the end of its words keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::Letter => "letter",
        }
    }

    /// Reads [`Paper::as_str`] back; A4 for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut all = Self::ALL.into_iter();
        all.find(|one| one.as_str() == text).unwrap_or(Self::A4)
    }

    /// How wide and how high it is, in points.
    #[must_use]
    pub fn size(self) -> (f32, f32) {
        match self {
            Self::A4 => (595.28, 841.89),
            Self::Letter => (612.0, 792.0),
        }
    }
}
