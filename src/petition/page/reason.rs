//! A signer's reason as the petition's page shows it.

use crate::words::Words;

/// Why somebody signed, as everybody may read it.
#[derive(Clone, Debug, Default)]
pub struct ReasonView {
    /// The words.
    pub words: String,
    /// Their language.
    pub lang: String,
    /// First name, where it is shown.
    pub name: Option<String>,
    /// Role, where it is shown.
    pub role: Option<String>,
    /// Page that asks before it is reported.
    pub report_href: String,
}

impl ReasonView {
    /// Whose words: the name, or "A supporter".
    #[must_use]
    pub fn who<'v>(&'v self, w: &'v Words) -> &'v str {
        self.name.as_deref().unwrap_or(w.say("latest-private"))
    }
}
