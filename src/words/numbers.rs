//! Numbers as people of one language write them.

use fluent_bundle::FluentValue;
use fluent_bundle::memoizer::MemoizerKind;
use fluent_bundle::types::FluentNumber;
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use icu::decimal::options::DecimalFormatterOptions;
use icu::locale::Locale;
use intl_memoizer::Memoizable;
use intl_memoizer::concurrent::IntlLangMemoizer;
use unic_langid::{CharacterDirection, LanguageIdentifier};

/// Groups digits by the habits of one locale, from CLDR: `3,214` in English, `3214` and `32.140` in Spanish.
#[derive(Debug)]
pub struct Numbers {
    decimal: DecimalFormatter,
    is_rtl: bool,
}

impl Numbers {
    /// For a locale such as `es` or `pt-BR`. `None` if the text is no locale.
    pub fn of(locale: &str) -> Option<Self> {
        let known: Locale = locale.parse().ok()?;
        let id: LanguageIdentifier = locale.parse().ok()?;
        let decimal =
            DecimalFormatter::try_new((&known).into(), DecimalFormatterOptions::default()).ok()?;
        Some(Self {
            decimal,
            is_rtl: id.character_direction() == CharacterDirection::RTL,
        })
    }

    /// The number as text.
    pub fn write(&self, number: i64) -> String {
        self.decimal.format_to_string(&Decimal::from(number))
    }

    /// Whether the language is written from right to left.
    pub(crate) fn is_rtl(&self) -> bool {
        self.is_rtl
    }

    pub(super) fn write_fluent(&self, number: &FluentNumber) -> Option<String> {
        let digits = Decimal::try_from_str(&number.as_string()).ok()?;
        Some(self.decimal.format_to_string(&digits))
    }
}

/// Fluent asks for this when it meets a language of which it has no formatter yet.
impl Memoizable for Numbers {
    type Args = ();
    type Error = ();

    fn construct(lang: LanguageIdentifier, (): ()) -> Result<Self, ()> {
        Self::of(&lang.to_string()).ok_or(())
    }
}

/// How a bundle for pages writes a value: numbers grouped, texts isolated where they need it.
pub(super) fn isolated(value: &FluentValue<'_>, memo: &IntlLangMemoizer) -> Option<String> {
    match value {
        FluentValue::String(text) => memo
            .with_try_get_threadsafe::<Numbers, _, _>((), |n| isolate(text, n.is_rtl))
            .unwrap_or(None),
        _ => plain(value, memo),
    }
}

/// How a bundle for mail, subjects and CSV writes a value: numbers grouped, texts as they are.
pub(super) fn plain(value: &FluentValue<'_>, memo: &IntlLangMemoizer) -> Option<String> {
    match value {
        FluentValue::Number(number) => memo
            .with_try_get_threadsafe::<Numbers, _, _>((), |n| n.write_fluent(number))
            .unwrap_or(None),
        _ => None,
    }
}

/// The text between isolation marks, or `None` where marks would change nothing: a left-to-right text in a
/// left-to-right sentence. (Fluent's own isolation marks every value, also numbers, and then nobody finds "3,214
/// people" by searching the page.)
fn isolate(text: &str, in_rtl: bool) -> Option<String> {
    let may_disturb = in_rtl || text.chars().any(is_rtl);
    may_disturb.then(|| format!("\u{2068}{text}\u{2069}"))
}

/// Letters of right-to-left scripts, and the marks that turn direction.
fn is_rtl(c: char) -> bool {
    matches!(u32::from(c),
        0x0590..=0x08FF | 0x200F | 0x202B | 0x202E | 0x2067 | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFF
        | 0x1_0800..=0x1_0FFF | 0x1_E800..=0x1_EFFF)
}
