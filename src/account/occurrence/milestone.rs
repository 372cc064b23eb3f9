//! A round number of signatures, as the cause of an occurrence.

/// A round number: few digits, and noughts behind them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Milestone(i64);

/// Noughts are told in one digit of a cause.
const NOUGHTS: i16 = 10;

impl Milestone {
    /// This number; none where it has too many digits that are not noughts at its end.
    #[must_use]
    pub fn new(number: i64) -> Option<Self> {
        let milestone = Self(number);
        let is_whole = number > 0 && Self::of_cause(milestone.written()?) == Some(milestone);
        is_whole.then_some(milestone)
    }

    /// Reads [`Milestone::cause`] back.
    #[must_use]
    pub fn of_cause(cause: i16) -> Option<Self> {
        let noughts = u32::try_from(cause.rem_euclid(NOUGHTS)).ok()?;
        let digits = i64::from(cause.div_euclid(NOUGHTS));
        let number = digits.checked_mul(10_i64.checked_pow(noughts)?)?;
        (number > 0).then_some(Self(number))
    }

    /// Its number in the database: the digits, and how many noughts come behind them. 25,000 is 253.
    #[must_use]
    pub fn cause(self) -> i16 {
        self.written().unwrap_or_default()
    }

    /// The number.
    #[must_use]
    pub fn number(self) -> i64 {
        self.0
    }

    fn written(self) -> Option<i16> {
        let (mut digits, mut noughts) = (self.0, 0_i16);
        while digits != 0 && digits % 10 == 0 && noughts + 1 < NOUGHTS {
            (digits, noughts) = (digits / 10, noughts + 1);
        }
        let digits = i16::try_from(digits).ok()?;
        digits.checked_mul(NOUGHTS)?.checked_add(noughts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_round_number_is_written_in_four_digits_and_read_back() {
        for (number, cause) in [
            (100, 12),
            (1_000, 13),
            (15_000, 153),
            (750_000, 754),
            (2_000_000, 26),
            (317_000_000, 3_176),
        ] {
            let milestone = Milestone::new(number).expect("round");
            assert_eq!(milestone.cause(), cause, "{number}");
            let read = Milestone::of_cause(cause).map(Milestone::number);
            assert_eq!(read, Some(number));
        }
        for other in [0, -100, 1_234_567, i64::MAX] {
            assert_eq!(Milestone::new(other), None, "{other}");
        }
        assert_eq!(Milestone::of_cause(-8), None);
    }
}
