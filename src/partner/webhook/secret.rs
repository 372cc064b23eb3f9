//! What deliveries are signed with: Standard Webhooks 1.0.0, symmetric.

use super::model::Webhook;
use crate::base::{Id, Secrets, Time, fill};
use crate::web::cookies::sealed;
use base64::Engine;
use base64::prelude::BASE64_STANDARD as BASE64;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::fmt;
use std::time::Duration;
use zeroize::Zeroizing;

/// What a secret begins with, so that whoever finds one lying about knows what it is.
const PREFIX: &str = "whsec_";
/// Random bytes of one: between 24 and 64, says the standard.
const BYTES: usize = 32;
/// For what the key is made that seals them.
const KEY: &str = "webhook secrets";

/// A secret that its receiver has too.
#[derive(Clone)]
pub struct WebhookSecret(Zeroizing<Vec<u8>>);

impl fmt::Debug for WebhookSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("WebhookSecret(..)")
    }
}

impl WebhookSecret {
    /// A fresh one.
    #[must_use]
    pub fn random() -> Self {
        let mut bytes = Zeroizing::new(vec![0; BYTES]);
        fill(&mut bytes);
        Self(bytes)
    }

    /// Reads `whsec_...`, as a receiver does.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = BASE64.decode(text.strip_prefix(PREFIX)?).ok()?;
        (24..=64)
            .contains(&bytes.len())
            .then(|| Self(Zeroizing::new(bytes)))
    }

    /// As its receiver is given it, once.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{PREFIX}{}", BASE64.encode(&*self.0))
    }

    /// As it is stored for this webhook: no row of another opens with it. None when it cannot be sealed.
    #[must_use]
    pub(super) fn seal(&self, secrets: &Secrets, of: Id<Webhook>, now: Time) -> Option<String> {
        sealed::close(&secrets.key(KEY), &purpose(of), &*self.0, now)
    }

    /// Reads [`WebhookSecret::seal`] back; none with other secrets, or from another's row.
    #[must_use]
    pub(super) fn open(text: &str, secrets: &Secrets, of: Id<Webhook>, now: Time) -> Option<Self> {
        let key = secrets.key(KEY);
        let bytes: Vec<u8> = sealed::open(&key, &purpose(of), text, now, Duration::MAX)?;
        Some(Self(Zeroizing::new(bytes)))
    }

    /// `v1,...` over id, time of the attempt in seconds, and body.
    #[must_use]
    pub fn signature(&self, id: &str, at: i64, body: &[u8]) -> String {
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.0) else {
            // HMAC takes keys of any length
            return String::new();
        };
        mac.update(format!("{id}.{at}.").as_bytes());
        mac.update(body);
        format!("v1,{}", BASE64.encode(mac.finalize().into_bytes()))
    }
}

fn purpose(of: Id<Webhook>) -> String {
    format!("webhook {of}")
}

/// `webhook-signature`: one by each living secret.
#[must_use]
pub fn signatures(secrets: &[WebhookSecret], id: &str, at: i64, body: &[u8]) -> String {
    let all: Vec<_> = secrets
        .iter()
        .map(|secret| secret.signature(id, at, body))
        .collect();
    all.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    const AT: i64 = 1_614_265_330;
    const BODY: &[u8] = b"{\"test\": 2432232314}";

    /// The vector of the standard's own libraries.
    #[test]
    fn a_signature_is_that_of_the_standard() {
        let secret = WebhookSecret::parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").unwrap();
        let signed = secret.signature(ID, AT, BODY);
        assert_eq!(signed, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        assert_eq!(secret.text(), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    }

    #[test]
    fn two_living_secrets_sign_both_with_a_space_between() {
        let (old, new) = (WebhookSecret::random(), WebhookSecret::random());
        let both = signatures(&[old.clone(), new.clone()], ID, AT, BODY);
        let each = [old.signature(ID, AT, BODY), new.signature(ID, AT, BODY)];
        assert_eq!(both, each.join(" "));
        assert!(both.split(' ').all(|one| one.contains(',')));
    }

    #[test]
    fn a_sealed_secret_opens_for_its_webhook_alone() {
        let (secrets, now) = (Secrets::for_test(), Time::from_micros(1));
        let (mine, theirs) = (Id::new(now), Id::new(now));
        let secret = WebhookSecret::random();
        let sealed = secret.seal(&secrets, mine, now).unwrap();
        assert!(!sealed.contains(&secret.text()));
        let opened = WebhookSecret::open(&sealed, &secrets, mine, now).unwrap();
        assert_eq!(opened.text(), secret.text());
        assert!(WebhookSecret::open(&sealed, &secrets, theirs, now).is_none());
        for wrong in [
            "",
            "whsec_",
            "whsec_AAAA",
            "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        ] {
            assert!(WebhookSecret::parse(wrong).is_none(), "{wrong}");
        }
    }
}
