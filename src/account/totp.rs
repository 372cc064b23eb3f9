//! The second factor: six digits that a phone makes from a secret and the time (RFC 6238), and what stands in for them.

use crate::account::model::Organizer;
use crate::base::{Id, Secrets, Time, Token, TokenHash, random};
use crate::web::cookies::sealed;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use std::time::Duration;
use totp_rs::{Builder, Secret};
use zeroize::Zeroizing;

/// The alphabet of RFC 4648, in which authenticator apps take a secret.
const BASE32: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
/// Characters of a group of the secret, as it is shown to be typed.
const GROUP: usize = 4;
/// How many recovery codes there are at once.
pub(crate) const RECOVERY_CODES: usize = 10;

/// The secret that a phone and this site share: 160 bits (RFC 4226, 4).
pub struct TotpSecret(Zeroizing<[u8; 20]>);

impl TotpSecret {
    /// A fresh one.
    #[must_use]
    pub(crate) fn random() -> Self {
        Self(Zeroizing::new(random::bytes()))
    }

    /// As it is stored for this person: no row of another opens with it. None when it cannot be sealed.
    pub(crate) fn seal(
        &self,
        secrets: &Secrets,
        whose: Id<Organizer>,
        now: Time,
    ) -> Option<String> {
        sealed::close(&secrets.key(KEY), &purpose(whose), &*self.0, now)
    }

    /// Reads [`TotpSecret::seal`] back; none with other secrets, or from another's row.
    pub(crate) fn open(
        text: &str,
        secrets: &Secrets,
        whose: Id<Organizer>,
        now: Time,
    ) -> Option<Self> {
        let bytes: [u8; 20] =
            sealed::open(&secrets.key(KEY), &purpose(whose), text, now, Duration::MAX)?;
        Some(Self(Zeroizing::new(bytes)))
    }

    /// In base 32, as `otpauth:` has it.
    fn base32(&self) -> String {
        let (mut text, mut bits, mut held) = (String::new(), 0_u32, 0_u32);
        for byte in *self.0 {
            (bits, held) = ((bits << 8) | u32::from(byte), held + 8);
            while held >= 5 {
                held -= 5;
                let place = usize::try_from((bits >> held) & 31).unwrap_or(0);
                text.push(BASE32.get(place).map_or('A', |known| char::from(*known)));
            }
            // what has been written is done with
            bits &= (1 << held) - 1;
        }
        text
    }

    /// To be typed: in groups of four.
    #[must_use]
    pub fn groups(&self) -> String {
        groups(&self.base32())
    }

    /// What the picture says to an authenticator app, which shows `host` and `account` beside the codes.
    #[must_use]
    pub(crate) fn uri(&self, host: &str, account: &str) -> String {
        let part = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        let (issuer, account, secret) = (part(host), part(account), self.base32());
        format!("otpauth://totp/{issuer}:{account}?secret={secret}&issuer={issuer}")
    }

    /// The step whose code this is: the one of now, the one before or the one behind it.
    #[must_use]
    pub(crate) fn step_of(&self, digits: &str, now: Time) -> Option<i64> {
        let secret = Secret::new_stack(*self.0);
        let totp = Builder::new().with_secret(secret).build().ok()?;
        let step = totp.check(digits, u64::try_from(now.seconds()).ok()?)?;
        i64::try_from(step).ok()
    }
}

const KEY: &str = "second factor";

fn purpose(whose: Id<Organizer>) -> String {
    format!("second factor of {whose}")
}

/// A text in groups of four, to be read and typed.
fn groups(text: &str) -> String {
    let mut told = String::new();
    for (at, character) in text.chars().enumerate() {
        if at > 0 && at % GROUP == 0 {
            told.push(' ');
        }
        told.push(character);
    }
    told
}

/// A code that stands in for the phone once: 128 random bits, of which the database has the SHA-256 alone.
pub(crate) struct RecoveryCode(Token);

impl RecoveryCode {
    /// Ten fresh ones.
    pub(crate) fn ten() -> Vec<Self> {
        (0..RECOVERY_CODES).map(|_| Self(Token::random())).collect()
    }

    /// As it is shown, once.
    pub(crate) fn groups(&self) -> String {
        groups(&self.0.to_string())
    }

    pub(crate) fn hash(&self) -> TokenHash {
        self.0.hash()
    }
}

/// What somebody types where a code is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum TypedCode {
    /// Six digits of the phone.
    Digits(String),
    /// A recovery code.
    Recovery(TokenHash),
}

impl TypedCode {
    /// Reads it; spaces and dashes are for the eye.
    #[must_use]
    pub(crate) fn parse(typed: &str) -> Option<Self> {
        let is_for_the_eye = |one: char| one.is_whitespace() || one == '-';
        let plain: String = typed.chars().filter(|one| !is_for_the_eye(*one)).collect();
        if plain.len() == 6 && plain.bytes().all(|one| one.is_ascii_digit()) {
            return Some(Self::Digits(plain));
        }
        let token = Token::parse(&plain).ok()?;
        Some(Self::Recovery(token.hash()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The secret of RFC 6238, appendix B.
    fn rfc() -> TotpSecret {
        TotpSecret(Zeroizing::new(*b"12345678901234567890"))
    }

    fn at(seconds: i64) -> Time {
        Time::from_micros(seconds * 1_000_000)
    }

    #[test]
    fn the_codes_are_those_of_rfc_6238() {
        // its eight digits, the last six of them
        for (seconds, digits) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(rfc().step_of(digits, at(seconds)), Some(seconds / 30));
        }
        assert_eq!(
            rfc().groups(),
            "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ",
            "of RFC 4648"
        );
    }

    #[test]
    fn a_clock_may_be_half_a_minute_off_and_not_more() {
        let (code, made) = ("081804", 1_111_111_109);
        let begin = made / 30 * 30;
        for (off, is_taken) in [
            (-31, false),
            (-30, true),
            (0, true),
            (59, true),
            (60, false),
        ] {
            let step = rfc().step_of(code, at(begin + off));
            assert_eq!(step, is_taken.then_some(begin / 30), "{off}");
        }
    }

    #[test]
    fn it_is_stored_for_one_person_under_these_secrets() {
        let (secrets, now) = (Secrets::for_test(), at(1_800_000_000));
        let whose = Id::<Organizer>::from_bytes([1; 16]);
        let sealed = rfc().seal(&secrets, whose, now).unwrap();
        let later = now.plus(crate::base::time::days(4_000));
        let open = |whose, at| TotpSecret::open(&sealed, &secrets, whose, at);
        assert_eq!(open(whose, later).unwrap().0, rfc().0);
        assert!(open(Id::from_bytes([2; 16]), now).is_none());
        assert!(!sealed.contains("12345678"), "{sealed}");
    }

    #[test]
    fn an_app_is_told_whose_codes_these_are() {
        let uri = rfc().uri("sign.example.org", "ana@example.org");
        let secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        let told = format!(
            "otpauth://totp/sign%2Eexample%2Eorg:ana%40example%2Eorg?secret={secret}&issuer=sign%2Eexample%2Eorg"
        );
        assert_eq!(uri, told);
    }

    #[test]
    fn a_code_is_read_as_it_is_written_down() {
        let digits = Some(TypedCode::Digits("081804".to_owned()));
        for typed in ["081804", " 081 804 ", "081-804"] {
            assert_eq!(TypedCode::parse(typed), digits, "{typed}");
        }
        let code = RecoveryCode::ten().remove(0);
        let known = Some(TypedCode::Recovery(code.hash()));
        let shown = code.groups();
        for typed in [&shown, &shown.replace(' ', "-"), &shown.to_uppercase()] {
            assert_eq!(TypedCode::parse(typed), known, "{typed}");
        }
        for wrong in ["", "08180", "0818041", "08180a", "٠٨١٨٠٤", "abcd efgh"] {
            assert_eq!(TypedCode::parse(wrong), None, "{wrong}");
        }
    }
}
