//! The one door to the operating system's random source.

/// Makes every one of these bytes unpredictable.
///
/// # Panics
/// When the system has no random source at all. Nothing safe can be made then (no token, no key), and on Linux it
/// can only happen in a broken sandbox; a guessable token would be worse than a stopped request.
#[expect(
    clippy::expect_used,
    reason = "without a random source every token would be guessable"
)]
pub fn fill(bytes: &mut [u8]) {
    getrandom::fill(bytes).expect("the operating system gives random bytes");
}

/// `N` unpredictable bytes; panics as [`fill`] does.
pub(crate) fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    fill(&mut bytes);
    bytes
}

#[cfg(test)]
mod tests {
    #[test]
    fn two_draws_differ_in_most_bytes() {
        let (one, two) = (super::bytes::<64>(), super::bytes::<64>());
        let same = one.iter().zip(two).filter(|(a, b)| **a == *b).count();
        assert!(same < 8, "{same} of 64 bytes are equal");
    }
}
