//! A text that does not parse: the one error of the floor, shown at its field.

use std::fmt;

/// Says which sentence belongs beside the field. Holds no part of the text itself, so that it may be logged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Invalid {
    /// A key of the words files, such as `error-name-missing`.
    pub key: &'static str,
}

impl Invalid {
    /// An error whose sentence is found under `key`.
    pub const fn new(key: &'static str) -> Self {
        Self { key }
    }
}

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key)
    }
}

impl std::error::Error for Invalid {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_its_key_and_nothing_else() {
        assert_eq!(Invalid::new("error-token").to_string(), "error-token");
    }
}
