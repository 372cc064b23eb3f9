//! What organizers decide about form, list, letters and confirmation of a petition.

use super::framing::Framing;
use super::kind::Kind;
use super::listed::ListedDetails;
use super::retention_period::RetentionPeriod;
use super::signer_field::{FieldMap, FieldRule, SignerField};
use super::visibility::Visibility;
use crate::base::Time;
use crate::words::Voice;
use serde::{Deserialize, Serialize};

/// How much a press from another browser must show before it confirms (signing rules 3.3).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Guard {
    /// One press, unless something suggests a machine; then the match word.
    #[default]
    Adaptive,
    /// Always the match word.
    Word,
    /// One press, always.
    Button,
}

/// Settings of form and confirmation. Stored as JSON; a field that is missing has its default. A field or a word that this
/// program does not know is a fault and no default: what it leaves out may be what protects signers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// What the form asks for beside name and address.
    pub fields: FieldMap<FieldRule>,
    /// The most that others may see of a signer; each signer chooses up to it.
    pub most_public: Visibility,
    /// Names are the point: the form says that they are public and does not ask.
    pub names_public: bool,
    /// The guard before a confirmation from another browser.
    pub guard: Guard,
    /// Mail names neither the petition nor its subject in its header.
    pub discreet: bool,
    /// Signers may be in danger for having signed: see [`Settings::careful`].
    pub high_risk: bool,
    /// Since when it says so; none while it does not, and where it was never edited: then since the beginning.
    pub high_risk_since: Option<Time>,
    /// Where signers may be in danger: listed all the same, as its organizers chose. Says nothing where they are not.
    pub listed_in_high_risk: bool,
    /// Domains of addresses that the target, or an employer behind it, can read: whoever gives one
    /// of them is warned. Lower case, without a dot at either end.
    pub watched_domains: Vec<String>,
    /// How many signatures with different names one mailbox may hold through aliases.
    pub household: u8,
    /// Whether organizations sign beside people, where it was said: see [`takes_organizations`](crate::petition::Petition::takes_organizations).
    pub organizations_sign: Option<bool>,
    /// How its pages and letters address their readers, in languages that have a choice.
    pub voice: Voice,
    /// How long signers' details are kept once it is over: see [`Petition::keeps_until`](crate::petition::Petition::keeps_until).
    pub keeps_for: RetentionPeriod,
    /// Which other sites may show the form in a frame.
    pub framing: Framing,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            fields: FieldMap::default(),
            most_public: Visibility::Detail,
            names_public: false,
            guard: Guard::Adaptive,
            discreet: false,
            high_risk: false,
            high_risk_since: None,
            listed_in_high_risk: false,
            watched_domains: Vec::new(),
            household: 2,
            organizations_sign: None,
            voice: Voice::Formal,
            keeps_for: RetentionPeriod::default(),
            framing: Framing::Everybody,
        }
    }
}

impl Settings {
    /// What is asked for that is listed beside a name.
    #[must_use]
    pub fn listed(&self) -> ListedDetails {
        ListedDetails::of(|field| self.fields.asks(field))
    }

    /// What a petition of this kind begins with: signers of a letter are listed with role and
    /// affiliation.
    #[must_use]
    pub fn of(kind: Kind) -> Self {
        let asked = match kind {
            Kind::Letter => FieldRule::Optional,
            Kind::Petition | Kind::Pledge => FieldRule::Off,
        };
        Self {
            fields: FieldMap::default()
                .with(SignerField::Role, asked)
                .with(SignerField::Affiliation, asked),
            ..Self::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_has_its_default_and_what_is_unknown_is_a_fault() {
        let read = |json| serde_json::from_str::<Settings>(json);
        assert_eq!(read("{}").unwrap(), Settings::default());
        let careful = read(r#"{"high_risk":true,"guard":"word","voice":"familiar"}"#).unwrap();
        assert!(careful.high_risk && careful.guard == Guard::Word);
        assert_eq!(careful.voice, Voice::Familiar);
        for newer in [
            r#"{"high_risk":true,"guard":"passkey"}"#,
            r#"{"high_risk":"severe"}"#,
            r#"{"most_public":"nobody"}"#,
            r#"{"hides_count_until":200}"#,
            r#"{"household":300}"#,
            r#"{"voice":"shouting"}"#,
            r#"{"framing":"friends"}"#,
            "null",
        ] {
            assert!(read(newer).is_err(), "{newer}");
        }
    }
}
