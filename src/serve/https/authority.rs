//! A certificate authority makes a certificate (RFC 8555), after it has asked whether this is the host by TLS-ALPN-01 (RFC 8737).

use super::ca_client::CaClient;
use super::kept::KeptFiles;
use super::served::ServedCertificate;
use super::setting::AcmeSetting;
use crate::site::certificate_state::CertificateTrouble;
use instant_acme::{
    Account, AccountCredentials, AuthorizationStatus, ChallengeType, Error, Identifier, NewAccount,
    NewOrder, OrderStatus, Problem, RetryPolicy,
};
use rcgen::{CertificateParams, CustomExtension, KeyPair};
use rustls::pki_types::PrivatePkcs8KeyDer;
use rustls::sign::CertifiedKey;
use std::sync::Arc;
use std::time::Duration;

/// How long an order may take to be looked at, and to be made.
const PATIENCE: RetryPolicy = RetryPolicy::new()
    .initial_delay(Duration::from_millis(250))
    .backoff(1.5)
    .timeout(Duration::from_secs(90));

/// What an authority made: certificate and those above it, and the key, PEM.
pub(super) struct NewCertificate {
    pub(super) chain: String,
    pub(super) key: String,
}

/// Why it made none: for the log, in its own words.
#[derive(Debug)]
pub(super) struct NotMade {
    pub(super) why: CertificateTrouble,
    pub(super) said: String,
}

impl NotMade {
    pub(super) fn new(why: CertificateTrouble, said: impl ToString) -> Self {
        // one line, however much an authority says
        let said = said.to_string();
        let said: String = said.split_whitespace().collect::<Vec<_>>().join(" ");
        Self {
            why,
            said: said.chars().take(400).collect(),
        }
    }
}

impl From<Error> for NotMade {
    fn from(error: Error) -> Self {
        let why = match &error {
            Error::Api(problem) => why(problem),
            Error::Timeout(_) => CertificateTrouble::NotOurs,
            _ => CertificateTrouble::Away,
        };
        Self::new(why, with_causes(&error))
    }
}

/// What an error says, with what lies below it: a client says of itself only that it could not connect.
fn with_causes(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(error.source(), |cause| cause.source());
    causes.fold(error.to_string(), |said, cause| {
        let cause = cause.to_string();
        match said.contains(&cause) {
            true => said,
            false => format!("{said}: {cause}"),
        }
    })
}

/// Whether it knows of no such account.
fn is_of_no_account(problem: &Problem) -> bool {
    let kind = problem.r#type.as_deref().unwrap_or_default();
    kind.ends_with(":accountDoesNotExist")
}

/// What a problem document is about (RFC 8555, 6.7).
fn why(problem: &Problem) -> CertificateTrouble {
    let inner = problem.subproblems.first();
    let inner = inner.and_then(|one| one.r#type.as_deref());
    let of_order = problem.r#type.as_deref().unwrap_or_default();
    let kind = |uri: &str| match uri.rsplit(':').next().unwrap_or_default() {
        "rateLimited" => Some(CertificateTrouble::TooMany),
        "rejectedIdentifier" | "caa" | "unsupportedIdentifier" => Some(CertificateTrouble::Name),
        "connection" | "dns" | "tls" | "unauthorized" | "incorrectResponse" => {
            Some(CertificateTrouble::NotOurs)
        }
        "serverInternal" => Some(CertificateTrouble::Away),
        _ => None,
    };
    let is_broken = problem.status.is_some_and(|status| status >= 500);
    match inner.and_then(kind).or_else(|| kind(of_order)) {
        Some(why) => why,
        None if is_broken => CertificateTrouble::Away,
        None => CertificateTrouble::Other,
    }
}

/// The authority, with what is kept of it.
pub(super) struct Authority {
    pub(super) setting: AcmeSetting,
    pub(super) client: CaClient,
    pub(super) kept: KeptFiles,
    pub(super) served: ServedCertificate,
}

impl Authority {
    /// Has a certificate made for this host.
    ///
    /// # Errors
    /// [`NotMade`]; nothing is left behind but the account.
    pub(super) async fn certificate_for(&self, host: &str) -> Result<NewCertificate, NotMade> {
        let made = self.order(host).await;
        self.served.answer(None);
        made
    }

    async fn order(&self, host: &str) -> Result<NewCertificate, NotMade> {
        let account = self.account().await?;
        let hosts = [Identifier::Dns(host.to_owned())];
        let new = NewOrder::new(&hosts);
        let mut order = match account.new_order(&new).await {
            // an authority may forget an account, or end it
            Err(Error::Api(problem)) if is_of_no_account(&problem) => {
                self.kept.forget_account();
                self.account().await?.new_order(&new).await?
            }
            answer => answer?,
        };
        let mut asked = order.authorizations();
        while let Some(one) = asked.next().await {
            let mut one = one?;
            match one.status {
                AuthorizationStatus::Valid => continue,
                AuthorizationStatus::Pending => {}
                other => {
                    return Err(NotMade::new(
                        CertificateTrouble::NotOurs,
                        format!("{other:?}"),
                    ));
                }
            }
            let challenge = one.challenge(ChallengeType::TlsAlpn01);
            let mut challenge = challenge.ok_or_else(|| {
                NotMade::new(CertificateTrouble::Other, "it does not ask by TLS-ALPN-01")
            })?;
            let digest = challenge.key_authorization();
            let answer = answer(host, digest.digest().as_ref());
            let answer = answer.map_err(|error| NotMade::new(CertificateTrouble::Other, error))?;
            self.served.answer(Some(Arc::new(answer)));
            challenge.set_ready().await?;
        }
        match order.poll_ready(&PATIENCE).await? {
            OrderStatus::Ready => {}
            _ => return Err(self.refusal_of(&mut order).await),
        }
        let key = order.finalize().await?;
        let chain = order.poll_certificate(&PATIENCE).await?;
        Ok(NewCertificate { chain, key })
    }

    /// What an order that came to nothing says of it: the error stands in what was asked.
    async fn refusal_of(&self, order: &mut instant_acme::Order) -> NotMade {
        let mut asked = order.authorizations();
        while let Some(Ok(mut one)) = asked.next().await {
            let Ok(state) = one.refresh().await else {
                break;
            };
            let mut errors = state.challenges.iter().filter_map(|one| one.error.as_ref());
            if let Some(problem) = errors.next() {
                return NotMade::new(why(problem), problem);
            }
        }
        NotMade::new(CertificateTrouble::NotOurs, "the order came to nothing")
    }

    /// The account, made at the first time. That its terms are agreed to is a setting.
    async fn account(&self) -> Result<Account, NotMade> {
        let builder = || Account::builder_with_http(Box::new(self.client.clone()));
        let credentials = self.kept.account();
        let credentials: Option<AccountCredentials> =
            credentials.and_then(|text| serde_json::from_str(&text).ok());
        if let Some(credentials) = credentials {
            return Ok(builder().from_credentials(credentials).await?);
        }
        let new = NewAccount {
            contact: &[],
            terms_of_service_agreed: true,
            only_return_existing: false,
        };
        let directory = self.setting.directory.clone();
        let (account, credentials) = builder().create(&new, directory, None).await?;
        let written = serde_json::to_string(&credentials);
        let written = written.map_err(|error| NotMade::new(CertificateTrouble::Other, error))?;
        let kept = self.kept.keep_account(&written);
        kept.map_err(|error| NotMade::new(CertificateTrouble::Disk, error))?;
        Ok(account)
    }
}

/// The certificate that tells an authority that this is the host: made for one question, trusted by nobody else.
fn answer(host: &str, digest: &[u8]) -> Result<CertifiedKey, String> {
    let fault = |error: rcgen::Error| error.to_string();
    let mut params = CertificateParams::new([host.to_owned()]).map_err(fault)?;
    params.custom_extensions = vec![CustomExtension::new_acme_identifier(digest)];
    let key = KeyPair::generate().map_err(fault)?;
    let made = params.self_signed(&key).map_err(fault)?;
    let der = PrivatePkcs8KeyDer::from(key.serialize_der());
    let keys = rustls::crypto::ring::default_provider().key_provider;
    let key = keys
        .load_private_key(der.into())
        .map_err(|error| error.to_string())?;
    // not checked against its key: what the question stands in is an extension that a browser must not know
    Ok(CertifiedKey::new(vec![made.der().clone()], key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_authority_says_has_a_reason() {
        let why = |json: &str| why(&serde_json::from_str::<Problem>(json).unwrap());
        let of = |kind: &str| {
            why(&format!(
                r#"{{"type":"urn:ietf:params:acme:error:{kind}","detail":"d","status":403}}"#
            ))
        };
        assert_eq!(of("rateLimited"), CertificateTrouble::TooMany);
        assert_eq!(of("rejectedIdentifier"), CertificateTrouble::Name);
        assert_eq!(of("caa"), CertificateTrouble::Name);
        assert_eq!(of("dns"), CertificateTrouble::NotOurs);
        assert_eq!(of("connection"), CertificateTrouble::NotOurs);
        assert_eq!(of("unauthorized"), CertificateTrouble::NotOurs);
        assert_eq!(of("serverInternal"), CertificateTrouble::Away);
        assert_eq!(of("malformed"), CertificateTrouble::Other);
        assert_eq!(
            why(r#"{"detail":"over capacity","status":503}"#),
            CertificateTrouble::Away
        );
        // what is said of one name comes before what is said of all
        let inner = r#"{"type":"urn:ietf:params:acme:error:malformed","status":400,"subproblems":[
            {"type":"urn:ietf:params:acme:error:caa","detail":"d",
             "identifier":{"type":"dns","value":"sign.example.org"}}]}"#;
        assert_eq!(why(inner), CertificateTrouble::Name);
    }

    #[test]
    fn why_nobody_is_reached_is_said_too() {
        #[derive(Debug, thiserror::Error)]
        #[error("cannot connect")]
        struct Outer(#[source] Inner);
        #[derive(Debug, thiserror::Error)]
        #[error("lookup failed")]
        struct Inner(#[source] std::io::Error);
        let fault = Outer(Inner(std::io::Error::other("failed")));
        // what stands there already is not said twice
        assert_eq!(with_causes(&fault), "cannot connect: lookup failed");
        let fault = Outer(Inner(std::io::Error::other("no such name")));
        let said = "cannot connect: lookup failed: no such name";
        assert_eq!(with_causes(&fault), said);
    }

    #[test]
    fn what_it_says_is_one_bounded_line() {
        let said = format!("a\n\tb {}", "x".repeat(9_000));
        let refused = NotMade::new(CertificateTrouble::Other, said);
        assert!(refused.said.starts_with("a b x") && refused.said.len() == 400);
    }
}
