//! What signatures have in common that are gathered into a batch.

use super::model::{Reason, Signature, SignatureState};
use crate::base::{Id, Time, fold};
use serde::{Deserialize, Serialize};

/// Which signatures are gathered: those of which all that is said is true.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// Why it is held: a word of [`Reason`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
    /// The code by which it came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// What its address ends in behind the `@`, or behind a dot there; in small letters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub domain: Option<String>,
    /// Words that stand in its name, folded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The form was sent at this time or later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Time>,
    /// The form was sent before this time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Time>,
}

impl Condition {
    /// Those that are held for this reason.
    #[must_use]
    pub fn held(because: Reason) -> Self {
        Self {
            because: Some(because.as_str().to_owned()),
            ..Self::default()
        }
    }

    /// Whether it says nothing: everything would be meant.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether this one is meant.
    #[must_use]
    pub fn means(&self, one: &Candidate) -> bool {
        let because = one.reason.map(Reason::as_str);
        let is_of = |domain: &str| {
            let (_, there) = one.email.rsplit_once('@').unwrap_or_default();
            let before = there.to_lowercase();
            let before = before.strip_suffix(domain);
            before.is_some_and(|before| before.is_empty() || before.ends_with('.'))
        };
        let is = |wanted: &Option<String>, there: Option<&str>| {
            wanted.is_none() || wanted.as_deref() == there
        };
        is(&self.because, because)
            && is(&self.source, one.source.as_deref())
            && self.domain.as_deref().is_none_or(is_of)
            && (self.name.as_deref()).is_none_or(|words| fold(&one.name).contains(words))
            && self.since.is_none_or(|since| one.signed_at >= since)
            && self.until.is_none_or(|until| one.signed_at < until)
    }
}

/// What a condition looks at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Its key.
    pub id: Id<Signature>,
    /// Where it stands.
    pub state: SignatureState,
    /// Why it is held or removed.
    pub reason: Option<Reason>,
    /// The code by which it came.
    pub source: Option<String>,
    /// When its form was sent.
    pub signed_at: Time,
    /// The name; empty once it is erased.
    pub name: String,
    /// The address; empty once it is erased.
    pub email: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_condition_means_those_of_which_all_is_true() {
        let one = Candidate {
            id: Id::from_bytes([4; 16]),
            state: SignatureState::Held,
            reason: Some(Reason::Score),
            source: Some("k7".to_owned()),
            signed_at: Time::from_micros(50),
            name: "Zoë  Fake".to_owned(),
            email: "zoe@Mail.Example.org".to_owned(),
        };
        let means = |put: fn(&mut Condition)| {
            let mut condition = Condition::default();
            put(&mut condition);
            assert!(!condition.is_empty());
            condition.means(&one)
        };
        assert!(means(|it| it.because = Some("score".into())));
        assert!(!means(|it| it.because = Some("alias".into())));
        assert!(means(|it| it.source = Some("k7".into())));
        assert!(!means(|it| it.source = Some("K7".into())));
        assert!(means(|it| it.domain = Some("example.org".into())));
        assert!(means(|it| it.domain = Some("mail.example.org".into())));
        assert!(!means(|it| it.domain = Some("ample.org".into())));
        assert!(means(|it| it.name = Some("zoe".into())));
        assert!(!means(|it| it.name = Some("zoo".into())));
        assert!(means(|it| it.since = Some(Time::from_micros(50))));
        assert!(!means(|it| it.until = Some(Time::from_micros(50))));
        assert!(!means(|it| {
            it.source = Some("k7".into());
            it.domain = Some("example.com".into());
        }));
        assert!(Condition::default().is_empty());
        let kept = Condition::held(Reason::Score);
        let json = serde_json::to_string(&kept).unwrap();
        assert_eq!(json, r#"{"because":"score"}"#);
        assert_eq!(serde_json::from_str::<Condition>(&json).unwrap(), kept);
        assert!(serde_json::from_str::<Condition>(r#"{"shoe":"1"}"#).is_err());
    }
}
