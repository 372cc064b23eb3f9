//! Forms that know their fields by a pattern of the names, such as `title-es`, and not one by one.

use serde::de::{Deserializer, Error, MapAccess, Visitor};
use std::collections::BTreeSet;
use std::fmt;
use std::marker::PhantomData;

/// A form that sorts its fields by name.
pub trait Named: Default {
    /// Takes a field. False when the form has none of that name.
    fn put(&mut self, name: &str, value: String) -> bool;
}

/// Reads such a form: each field once, and none that it does not have.
///
/// # Errors
/// Of the deserializer, for any other shape.
pub fn by_name<'de, T: Named, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    from.deserialize_map(Sorting(PhantomData))
}

struct Sorting<T>(PhantomData<T>);

impl<'de, T: Named> Visitor<'de> for Sorting<T> {
    type Value = T;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("fields of a form")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<T, A::Error> {
        let mut form = T::default();
        let mut seen = BTreeSet::new();
        while let Some((name, value)) = fields.next_entry::<String, String>()? {
            if seen.contains(&name) {
                return Err(A::Error::custom("a field is there twice"));
            }
            if !form.put(&name, value) {
                return Err(A::Error::custom("a field the form does not have"));
            }
            seen.insert(name);
        }
        Ok(form)
    }
}
