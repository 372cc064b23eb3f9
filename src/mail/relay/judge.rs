//! What the sentences of relays mean: by the status they carry, and where they carry none by their words.

use super::fault::{Enhanced, Fault, Stage};

/// What the log says of a mailbox that is not there.
pub(crate) const UNKNOWN: &str = "recipient unknown";

/// Words by which servers without a status say that the sender is not welcome.
const POLICY_WORDS: [&str; 18] = [
    "policy",
    "spam",
    "blocked",
    "blacklist",
    "blocklist",
    "denylist",
    "block list",
    "reputation",
    "listed",
    "dmarc",
    "spf",
    "dkim",
    "rbl",
    "unsolicited",
    "bulk",
    "rate limit",
    "too many",
    "content rejected",
];

/// Words by which servers say that we may not send through them at all.
const RELAY_WORDS: [&str; 14] = [
    "relay",
    "smtp auth",
    "smtp-auth",
    "authenticat",
    "log in",
    "login",
    "must be checked for new mail",
    "check for new mail",
    "pop before smtp",
    "rcpthosts",
    "not permitted to send",
    "not allowed to send",
    "not authorized",
    "not authorised",
];

/// Words by which servers say that a mailbox is not there.
const UNKNOWN_WORDS: [&str; 17] = [
    "no such user",
    "no such mailbox",
    "no such recipient",
    "no such address",
    "no such person",
    "unknown user",
    "user unknown",
    "unknown recipient",
    "recipient unknown",
    "unknown mailbox",
    "unknown local part",
    "mailbox unknown",
    "mailbox not found",
    "user not found",
    "does not exist",
    "doesn't exist",
    "no mailbox here",
];

/// What a reply that says no means, and a word for the log.
pub(crate) fn judge(
    stage: Stage,
    code: u16,
    enhanced: Option<Enhanced>,
    text: &str,
) -> (Fault, &'static str) {
    match (stage, code) {
        (_, 421) => (Fault::Transient, "closing"),
        // 530 authentication required, 534 too weak, 535 wrong, 538 wants encryption
        (_, 530 | 534 | 535 | 538) => (Fault::Auth, "not authenticated"),
        (_, 400..=499) => (Fault::Transient, "later"),
        (Stage::Auth, _) => (Fault::Auth, "not authenticated"),
        // before a message was named, a no is meant for us, never for a recipient
        (Stage::Connect | Stage::Greeting | Stage::Tls, _) => (Fault::Policy, "not let in"),
        (Stage::Mail, _) => (Fault::Policy, "sender refused"),
        // RFC 5321 4.5.3.1.10: to be treated as 452
        (Stage::Rcpt, 552) if enhanced.is_none() => (Fault::Transient, "later"),
        // our name and password are missing or not enough: 5.7.0 and 5.7.1 say so too, beside all other policy
        (Stage::Rcpt, _) if may_be_about_us(enhanced) && has(text, &RELAY_WORDS) => {
            (Fault::Auth, "not let through")
        }
        _ if enhanced.is_some_and(|status| status.subject == 7) => (Fault::Policy, "policy"),
        _ if enhanced
            .is_some_and(|status| status.subject == 1 && matches!(status.detail, 7 | 8)) =>
        {
            (Fault::Policy, "sender refused")
        }
        (Stage::Rcpt, _) if enhanced.is_none() && has(text, &UNKNOWN_WORDS) => {
            (Fault::Permanent, UNKNOWN)
        }
        _ if enhanced.is_none() && has(text, &POLICY_WORDS) => (Fault::Policy, "policy"),
        (Stage::Rcpt, _) => (Fault::Permanent, "recipient refused"),
        _ => (Fault::Permanent, "message refused"),
    }
}

/// No status, one that says nothing, or one of those that relays use for "you may not send through me".
fn may_be_about_us(enhanced: Option<Enhanced>) -> bool {
    enhanced.is_none_or(|status| {
        matches!(
            (status.subject, status.detail),
            (0, _) | (7, 0 | 1 | 3 | 54 | 57)
        )
    })
}

fn has(text: &str, words: &[&str]) -> bool {
    let text = text.to_lowercase();
    words.iter().any(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::Refused;

    #[test]
    fn replies_are_judged_by_place_and_status() {
        use Fault::{Auth, Permanent, Policy, Transient};
        for (stage, code, text, fault) in [
            (Stage::Greeting, 421, "busy", Transient),
            (Stage::Greeting, 554, "no SMTP service here", Policy),
            (Stage::Auth, 535, "5.7.8 wrong", Auth),
            (Stage::Auth, 454, "4.7.0 later", Transient),
            (Stage::Mail, 530, "5.7.0 authentication required", Auth),
            (Stage::Mail, 550, "5.7.1 not yours", Policy),
            (Stage::Rcpt, 450, "4.2.0 greylisted", Transient),
            (Stage::Rcpt, 550, "5.1.1 unknown", Permanent),
            (Stage::Rcpt, 550, "5.7.515 not authenticated", Policy),
            (Stage::Rcpt, 550, "listed at a block list", Policy),
            (Stage::Rcpt, 552, "too much", Transient),
            (Stage::Rcpt, 552, "5.2.2 full", Permanent),
            (Stage::Body, 552, "5.3.4 too large", Permanent),
            (Stage::Body, 554, "looks like spam", Policy),
            (Stage::Body, 451, "later", Transient),
        ] {
            assert_eq!(
                Refused::reply(stage, code, text).fault,
                fault,
                "{stage:?} {code} {text}"
            );
        }
    }

    /// What relays and mailbox hosts really answer to RCPT, first on a connection, and after one they took.
    #[test]
    fn sentences_of_real_relays() {
        // text, whether it is about us and not the recipient, whether it bars the mailbox, and whether it does after another was taken
        let (yes, no) = (true, false);
        for (text, is_about_us, bars, bars_after) in [
            // the recipient, said with a status
            (
                "550 5.1.1 <sam@example.org>: Recipient address rejected: User unknown in virtual mailbox table",
                no,
                yes,
                yes,
            ),
            (
                "550 5.1.1 The email account that you tried to reach does not exist. https://support.google.com/mail/?p=NoSuchUser",
                no,
                yes,
                yes,
            ),
            (
                "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup",
                no,
                yes,
                yes,
            ),
            (
                "550 5.1.2 <sam@exmaple.org>: Recipient address rejected: Domain not found",
                no,
                yes,
                yes,
            ),
            ("551 5.1.6 recipient has moved", no, yes, yes),
            // the recipient, said in words
            ("550 No such user here", no, no, yes),
            (
                "550 sorry, no mailbox here by that name (#5.1.1)",
                no,
                no,
                yes,
            ),
            ("550 Unrouteable address", no, no, yes),
            (
                "550 Requested action not taken: mailbox unavailable",
                no,
                no,
                yes,
            ),
            ("550 5.1.0 Address rejected.", no, no, yes),
            // the mailbox is there
            ("552 5.2.2 mailbox full", no, no, no),
            (
                "550 5.2.1 The email account that you tried to reach is inactive",
                no,
                no,
                no,
            ),
            // the sender, never the recipient
            (
                "553 5.1.8 <letters@example.org>... Domain of sender address does not exist",
                no,
                no,
                no,
            ),
            ("550 5.1.7 Invalid sender address", no, no, no),
            // we may not send through it
            ("550 relay not permitted", yes, no, no),
            (
                "550 Please turn on SMTP Authentication in your mail client",
                yes,
                no,
                no,
            ),
            (
                "554 5.7.1 <sam@example.org>: Relay access denied",
                yes,
                no,
                no,
            ),
            ("550 5.7.1 Unable to relay", yes, no, no),
            (
                "550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain",
                yes,
                no,
                no,
            ),
            (
                "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)",
                yes,
                no,
                no,
            ),
            (
                "550 not permitted to send through this server without logging in",
                yes,
                no,
                no,
            ),
            ("530 5.7.0 Authentication required", yes, no, no),
            (
                "454 4.7.1 <sam@example.org>: Relay access denied",
                no,
                no,
                no,
            ),
            // our reputation
            (
                "550 5.7.1 Service unavailable; client host blocked using zen.spamhaus.org",
                no,
                no,
                no,
            ),
            (
                "554 Message rejected because of unacceptable content or bulk mail",
                no,
                no,
                no,
            ),
            (
                "550 5.7.515 Access denied, sending domain does not meet the required authentication level",
                no,
                no,
                no,
            ),
        ] {
            let (code, said) = text.split_once(' ').unwrap();
            let first = Refused::reply(Stage::Rcpt, code.parse().unwrap(), said);
            let told = (first.fault == Fault::Auth, first.says_no_such_mailbox());
            assert_eq!(told, (is_about_us, bars), "{text}");
            assert!(
                !first.concerns_the_relay(),
                "one recipient stops nobody's mail: {text}"
            );
            let after = first.of_a_connection(true);
            assert_eq!(
                after.says_no_such_mailbox(),
                bars_after,
                "after another: {text}"
            );
        }
    }
}
