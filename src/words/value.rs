//! What can be set into a sentence.

use std::borrow::Cow;

use fluent_bundle::FluentValue;

/// Something a sentence can carry: a text, or a number that its plural may depend on.
pub trait Value {
    /// The same for Fluent, borrowed where possible.
    fn fluent(&self) -> FluentValue<'_>;
}

impl Value for str {
    fn fluent(&self) -> FluentValue<'_> {
        FluentValue::String(Cow::Borrowed(self))
    }
}

impl Value for String {
    fn fluent(&self) -> FluentValue<'_> {
        self.as_str().fluent()
    }
}

impl Value for Cow<'_, str> {
    fn fluent(&self) -> FluentValue<'_> {
        self.as_ref().fluent()
    }
}

impl<T: Value + ?Sized> Value for &T {
    fn fluent(&self) -> FluentValue<'_> {
        (**self).fluent()
    }
}

macro_rules! numbers {
    ($($kind:ty),*) => {$(
        impl Value for $kind {
            fn fluent(&self) -> FluentValue<'_> {
                FluentValue::from(*self)
            }
        }
    )*};
}

numbers!(i32, u32, i64, u64, usize, f64);
