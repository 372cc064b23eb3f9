//! Who runs this site, as its settings say it.

use crate::base::Email;

/// The operator. Nothing is shown of what is not set.
#[derive(Debug, Clone, Default)]
pub struct Operator {
    /// The person or organization that runs the site, named at the foot of every page.
    pub name: Option<String>,
    /// What the law asks for: address, who answers for the content. Plain text, several lines.
    pub imprint: Option<String>,
    /// Where reports about pages are mailed; never shown.
    pub reports_to: Option<Email>,
}

impl Operator {
    /// Whether there is anything to show of who runs the site.
    #[must_use]
    pub(crate) fn is_named(&self) -> bool {
        self.name.is_some() || self.imprint.is_some()
    }
}
