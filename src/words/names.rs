//! How names are sorted by the customs of one language: `names.txt` in its folder.

/// Under which of its words a name stands in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NameOrder {
    /// How many surnames people have, at most.
    pub surnames: usize,
    /// Whether "de", "van" and the like before a surname do not count: "da Silva" stands under S.
    pub particles_apart: bool,
}

/// One surname, which begins with its particles: "van Dyke" stands under V.
impl Default for NameOrder {
    fn default() -> Self {
        Self {
            surnames: 1,
            particles_apart: false,
        }
    }
}

impl NameOrder {
    /// Reads `surnames 2` and `particles apart`, a line each.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut order = Self::default();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            match line.split_once(' ')? {
                ("surnames", number) => order.surnames = number.parse().ok()?,
                ("particles", "apart") => order.particles_apart = true,
                _ => return None,
            }
        }
        (1..=2).contains(&order.surnames).then_some(order)
    }
}
