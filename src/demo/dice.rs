//! Chance that falls the same way each time, so that every demo shows the same people.

/// Numbers that look random and are not: SplitMix64 of a seed.
pub(super) struct Dice(u64);

impl Dice {
    /// Dice that always fall the same way.
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    /// One of 0 to `end` - 1; 0 when there is none.
    pub(super) fn below(&mut self, end: u64) -> u64 {
        self.roll().checked_rem(end).unwrap_or(0)
    }

    /// True in so many of a hundred cases.
    pub(super) fn falls(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// One of these; nothing if there are none.
    pub(super) fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        let end = u64::try_from(from.len()).unwrap_or(0);
        let place = usize::try_from(self.below(end)).unwrap_or(0);
        from.get(place).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Dice;

    #[test]
    fn they_fall_the_same_way_and_every_way() {
        let rolls = |seed| {
            (0..600).map(move |_| seed).fold(
                (Dice::new(seed), Vec::new()),
                |(mut dice, mut all), _| {
                    all.push(dice.below(6));
                    (dice, all)
                },
            )
        };
        let (_, first) = rolls(7);
        assert_eq!(first, rolls(7).1);
        assert_ne!(first, rolls(8).1);
        assert!((0..6).all(|side| first.iter().filter(|roll| **roll == side).count() > 60));
        assert_eq!(Dice::new(1).below(0), 0);
        assert_eq!(Dice::new(1).pick(&[]), "");
    }
}
