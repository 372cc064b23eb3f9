//! What the relay for tests heard.

/// A message the server heard to its end.
#[derive(Debug, Clone)]
pub struct Heard {
    /// The argument of MAIL.
    pub from: String,
    /// The argument of RCPT.
    pub to: String,
    /// The message, dots removed.
    pub data: Vec<u8>,
    /// True if the server said 250 to it.
    pub is_taken: bool,
}

impl Heard {
    /// The recipient without its brackets.
    pub fn recipient(&self) -> &str {
        self.to
            .trim_start_matches("TO:<")
            .split('>')
            .next()
            .unwrap()
    }
}
