//! Ids: UUID version 7 (RFC 9562), so that rows made together stand together in an index.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use uuid::Uuid;

use super::invalid::Invalid;
use super::random;
use super::time::Time;

/// The id of a `T`. Ids of different things do not mix. It is no secret: whoever may not see a row is refused elsewhere.
pub struct Id<T> {
    uuid: Uuid,
    of: PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    /// A fresh id of the instant `at`: 48 bits of milliseconds, 12 bits of their fraction (RFC 9562 §6.2, method 3: ids
    /// of one process sort by their instant to a quarter of a microsecond), 62 random bits. Instants before 1970 count as 1970.
    pub fn new(at: Time) -> Self {
        let micros = u64::try_from(at.micros()).unwrap_or(0);
        let fraction = (micros % 1_000).saturating_mul(4_096) / 1_000;
        let [_, _, _, _, _, _, high, low] = fraction.to_be_bytes();
        let mut tail = random::bytes::<10>();
        let [first, second, ..] = &mut tail;
        (*first, *second) = (high, low);
        Self::of(uuid::Builder::from_unix_timestamp_millis(micros / 1_000, &tail).into_uuid())
    }

    /// The lowest id of that instant's millisecond: what was made since then has no lower one.
    pub(crate) fn first_of(at: Time) -> Self {
        let micros = u64::try_from(at.micros()).unwrap_or(0);
        Self::of(uuid::Builder::from_unix_timestamp_millis(micros / 1_000, &[0; 10]).into_uuid())
    }

    /// The id with these bytes, as a database keeps it.
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self::of(Uuid::from_bytes(bytes))
    }

    /// Its 16 bytes, big-endian: their order is the order of ids.
    pub const fn as_bytes(&self) -> &[u8; 16] {
        self.uuid.as_bytes()
    }

    /// Reads the hyphened form of 36 characters, in either case; the other spellings of a UUID are refused so that an
    /// address of a page has one form.
    ///
    /// # Errors
    /// `error-id` when it is anything else.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        if text.len() != 36 {
            return Err(Invalid::new("error-id"));
        }
        let uuid = Uuid::try_parse(text).map_err(|_| Invalid::new("error-id"))?;
        Ok(Self::of(uuid))
    }

    /// The same id, of something else that is known by it: a signature's reason, the subject of a mail.
    pub const fn cast<Other>(self) -> Id<Other>
    where
        T: SharesId<Other>,
    {
        Id::of(self.uuid)
    }

    const fn of(uuid: Uuid) -> Self {
        Self {
            uuid,
            of: PhantomData,
        }
    }
}

/// Whatever is known by the id of `Other`. Said by `shares_id!`, once, in the higher of the two rooms.
pub trait SharesId<Other> {}

/// Two things have the same id: `shares_id!(RegisterEntry, Signature)`.
macro_rules! shares_id {
    ($one:ty, $other:ty) => {
        impl $crate::base::id::SharesId<$other> for $one {}
        impl $crate::base::id::SharesId<$one> for $other {}
    };
}

pub(crate) use shares_id;

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Id<T> {}

impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.uuid == other.uuid
    }
}

impl<T> Eq for Id<T> {}

impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.uuid.cmp(&other.uuid)
    }
}

impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.uuid.hash(state);
    }
}

impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.uuid, f)
    }
}

impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.uuid, f)
    }
}

impl<T> FromStr for Id<T> {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        Self::parse(text)
    }
}

impl<T> Serialize for Id<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de, T> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        Self::parse(&text).map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug)]
    struct Boat;

    #[test]
    fn ids_sort_by_their_instant_to_the_microsecond() {
        let made: Vec<Id<Boat>> = (0..5_000)
            .map(|n| Id::new(Time::from_micros(1_795_295_400_000_000 + n)))
            .collect();
        assert!(made.is_sorted());
    }

    #[test]
    fn ten_thousand_of_one_instant_are_all_different_version_seven() {
        let made: std::collections::BTreeSet<Id<Boat>> =
            (0..10_000).map(|_| Id::new(Time::from_micros(5))).collect();
        assert_eq!(made.len(), 10_000);
        assert!(
            made.iter()
                .all(|id| Uuid::from_bytes(*id.as_bytes()).get_version_num() == 7)
        );
    }

    #[test]
    fn is_read_back_from_text_bytes_and_json() {
        let id: Id<Boat> = Id::new(Time::from_micros(1_795_295_400_000_000));
        assert_eq!(Id::parse(&id.to_string()), Ok(id));
        assert_eq!(Id::from_bytes(*id.as_bytes()), id);
        let json = serde_json::to_string(&id).unwrap();
        assert_eq!(json, format!("\"{id}\""));
        assert_eq!(serde_json::from_str::<Id<Boat>>(&json).unwrap(), id);
    }

    #[test]
    fn one_spelling_only() {
        let id: Id<Boat> = Id::from_bytes([7; 16]);
        let plain = id.to_string().replace('-', "");
        for wrong in [
            "",
            "1",
            &plain,
            &format!("{{{id}}}"),
            &format!("urn:uuid:{id}"),
            &format!("{id}0"),
            &"g".repeat(36),
        ] {
            assert_eq!(
                Id::<Boat>::parse(wrong),
                Err(Invalid::new("error-id")),
                "{wrong}"
            );
        }
    }

    #[test]
    fn before_1970_counts_as_1970() {
        let id: Id<Boat> = Id::new(Time::from_micros(-9));
        assert_eq!(id.as_bytes().get(..6), Some([0; 6].as_slice()));
    }
}
