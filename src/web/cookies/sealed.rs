//! What a browser keeps for us that nobody else may read or make: a value under ChaCha20-Poly1305 (RFC 8439) with the time at
//! which it was written. It stands in cookies and hidden fields, and in an address where the alternative were the plain words.

use super::cookie::AppCookie;
use crate::base::time::hours;
use crate::base::{Key, Time, random};
use crate::web::answers::error::Error;
use crate::web::site::Site;
use actix_web::cookie::Cookie;
use actix_web::dev::Payload;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::future::{Ready, ready};
use std::time::Duration;

/// How long a sealed cookie answers, whatever the browser does with it.
pub const LASTS: Duration = hours(1);

/// Bytes of the time in front of the value.
const TIME: usize = 8;

/// Seals a value for one purpose. None when it cannot be written as JSON, which no value of ours is.
///
/// The nonce is drawn: under one key 2^32 values are sealed before two of them are likelier than 2^-32 to share it.
#[must_use]
pub fn close(key: &Key, purpose: &str, value: &impl Serialize, now: Time) -> Option<String> {
    let mut sealed = now.seconds().to_be_bytes().to_vec();
    serde_json::to_writer(&mut sealed, value).ok()?;
    let drawn = random::bytes::<NONCE_LEN>();
    let nonce = Nonce::assume_unique_for_key(drawn);
    let aad = Aad::from(purpose.as_bytes());
    cipher(key)?
        .seal_in_place_append_tag(nonce, aad, &mut sealed)
        .ok()?;
    Some(BASE64.encode([drawn.as_slice(), &sealed].concat()))
}

/// Opens what [`close`] sealed for this purpose; none for anything else, and `lasts` after it was sealed.
#[must_use]
pub fn open<T: DeserializeOwned>(
    key: &Key,
    purpose: &str,
    sealed: &str,
    now: Time,
    lasts: Duration,
) -> Option<T> {
    let mut sealed = BASE64.decode(sealed).ok()?;
    let (drawn, sealed) = sealed.split_at_mut_checked(NONCE_LEN)?;
    let nonce = Nonce::try_assume_unique_for_key(drawn).ok()?;
    let aad = Aad::from(purpose.as_bytes());
    let plain = cipher(key)?.open_in_place(nonce, aad, sealed).ok()?;
    let (at, value) = plain.split_at_checked(TIME)?;
    let at = i64::from_be_bytes(at.try_into().ok()?);
    // another instance's clock may be ahead of ours: what is of the future is as good as new
    let age = now.seconds().saturating_sub(at);
    if u64::try_from(age).is_ok_and(|age| age >= lasts.as_secs()) {
        return None;
    }
    serde_json::from_slice(value).ok()
}

fn cipher(key: &Key) -> Option<LessSafeKey> {
    let key = UnboundKey::new(&CHACHA20_POLY1305, key.as_bytes()).ok()?;
    Some(LessSafeKey::new(key))
}

/// What a cookie of its own says to us alone.
pub trait Remembered: Serialize + DeserializeOwned {
    /// Which cookie; its name without the prefix is what the value is sealed for.
    const JAR: AppCookie;

    /// The cookie to set: for an hour, or `for_session` until the browser is closed if that is sooner.
    ///
    /// # Errors
    /// 500 when the value cannot be written.
    fn cookie(&self, site: &Site, for_session: bool) -> Result<Cookie<'static>, Error> {
        let now = site.clock.now();
        let sealed = close(&site.seal_key, Self::JAR.word(), self, now).ok_or(Error::FAULT)?;
        let lasts = (!for_session).then_some(LASTS);
        Ok(Self::JAR.write_text(site, sealed, lasts))
    }
}

/// What this browser's cookie says, if it has one of ours from the last hour.
#[derive(Debug, Clone)]
pub struct Sealed<T>(pub Option<T>);

impl<T: Remembered> Sealed<T> {
    /// Reads it.
    #[must_use]
    pub fn of(req: &HttpRequest, site: &Site) -> Self {
        let cookie = req.cookie(T::JAR.name(site));
        Self(cookie.and_then(|cookie| {
            let (key, now) = (&site.seal_key, site.clock.now());
            open(key, T::JAR.word(), cookie.value(), now, LASTS)
        }))
    }
}

impl<T: Remembered> FromRequest for Sealed<T> {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        let site = req.app_data::<Data<Site>>();
        ready(site.map(|site| Self::of(req, site)).ok_or(Error::FAULT))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Secrets;
    use crate::base::time::seconds;
    use proptest::prelude::*;

    const NOW: Time = Time::from_micros(1_800_000_000_000_000);

    fn key() -> Key {
        Secrets::for_test().key("sealed")
    }

    fn opened(purpose: &str, sealed: &str, now: Time) -> Option<String> {
        open(&key(), purpose, sealed, now, LASTS)
    }

    #[test]
    fn it_opens_for_its_purpose_for_an_hour() {
        let sealed = close(&key(), "form", &"sam@example.org", NOW).unwrap();
        assert!(!sealed.contains("sam"));
        let last = NOW.plus(LASTS).minus(seconds(1));
        for at in [NOW, last, NOW.minus(seconds(2))] {
            assert_eq!(
                opened("form", &sealed, at).as_deref(),
                Some("sam@example.org")
            );
        }
        assert_eq!(opened("form", &sealed, NOW.plus(LASTS)), None);
        assert_eq!(opened("signed", &sealed, NOW), None);
        let other = Secrets::for_test().key("other");
        assert_eq!(open::<String>(&other, "form", &sealed, NOW, LASTS), None);
        let twice = close(&key(), "form", &"sam@example.org", NOW).unwrap();
        assert_ne!(twice, sealed, "no two look alike");
    }

    proptest! {
        #[test]
        fn whatever_was_changed_or_made_up_opens_to_nothing(at in 0..80_usize, bit in 0..6_u8, text in "\\PC{0,60}") {
            let sealed = close(&key(), "form", &"sam@example.org", NOW).unwrap();
            let mut bytes = BASE64.decode(&sealed).unwrap();
            let place = at % bytes.len();
            bytes[place] ^= 1 << bit;
            prop_assert_eq!(opened("form", &BASE64.encode(&bytes), NOW), None);
            prop_assert_eq!(opened("form", &text, NOW), None);
            prop_assert_eq!(opened("form", &BASE64.encode(&text), NOW), None);
        }
    }
}
