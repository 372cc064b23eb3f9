//! Whether organizations sign beside people.

use super::model::{Kind, Petition};

impl Petition {
    /// Whether organizations may sign it: as its organizers say, and letters unless they say otherwise. Never where
    /// signing may put people in danger: whoever signs for an organization gives a name.
    #[must_use]
    pub fn takes_organizations(&self) -> bool {
        let said = self.settings.organizations_sign;
        !self.settings.high_risk && said.unwrap_or(self.kind == Kind::Letter)
    }
}
