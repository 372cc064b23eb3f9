//! Text that is already HTML.

use std::fmt;

/// Text that is safe to stand in a page as it is: every stranger's text in it was escaped or sanitized before.
///
/// A template writes it without escaping.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Html(String);

impl Html {
    /// Takes text that the caller knows to be safe HTML, such as sanitized Markdown.
    pub fn trusted(text: String) -> Self {
        Self(text)
    }

    /// Escapes plain text.
    pub(crate) fn escaped(text: &str) -> Self {
        let mut safe = String::with_capacity(text.len() + 8);
        push_escaped(&mut safe, text);
        Self(safe)
    }

    /// The markup.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl askama::filters::HtmlSafe for Html {}

impl askama::FastWritable for Html {
    fn write_into(&self, dest: &mut dyn fmt::Write, _: &dyn askama::Values) -> askama::Result<()> {
        dest.write_str(&self.0)?;
        Ok(())
    }
}

/// Appends `text` with the five characters that mean something in HTML escaped.
pub(super) fn push_escaped(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
}
