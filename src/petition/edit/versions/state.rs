//! How far the text of each language is: missing, a draft, behind the petition's own text, or done.

use crate::base::Lang;
use crate::petition::edit::form::TypedText;
use crate::petition::store::petition_versions::PetitionVersion;

/// How far a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextState {
    /// Nothing is written.
    Missing,
    /// It is not shown to readers.
    Draft,
    /// The petition's own text says something else since it was made.
    Stale,
    /// Readers get it.
    Done,
}

impl TextState {
    /// Of a text as it is saved. `own` is the petition's language.
    #[must_use]
    pub(crate) fn of(text: &TypedText, own: Lang, versions: &[PetitionVersion]) -> Self {
        match text {
            text if text.is_blank() => Self::Missing,
            text if is_stale(versions, own, text.lang) => Self::Stale,
            text if !text.is_published => Self::Draft,
            _ => Self::Done,
        }
    }

    /// Its word in templates and words files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Draft => "draft",
            Self::Stale => "stale",
            Self::Done => "done",
        }
    }
}

/// Whether the petition's own text was given other words since this translation was held against it. A mend of the spelling is not
/// counted, nor a translation of which nobody knows from what it was made.
#[must_use]
pub(crate) fn is_stale(versions: &[PetitionVersion], own: Lang, lang: Lang) -> bool {
    followed(versions, own, lang).is_some()
}

/// The revisions between which the petition's own text was given other words that this translation does not follow: from the one it
/// was made from to the newest. None where it is up to date.
#[must_use]
pub(crate) fn followed(versions: &[PetitionVersion], own: Lang, lang: Lang) -> Option<(i64, i64)> {
    let newest = |lang: Lang| {
        let mut of_lang = versions.iter();
        of_lang.find(|version| version.part == lang.as_str())
    };
    let made_from = newest(lang).filter(|_| lang != own)?.made_from?;
    let mut own = versions
        .iter()
        .filter(|version| version.part == own.as_str() && version.revision > made_from);
    let last = own.clone().map(|version| version.revision).next()?;
    own.any(|version| !version.is_mend)
        .then_some((made_from, last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Time;

    fn version(
        part: &str,
        revision: i64,
        made_from: Option<i64>,
        is_mend: bool,
    ) -> PetitionVersion {
        PetitionVersion {
            part: part.to_owned(),
            revision,
            by: None,
            restored: None,
            made_from,
            is_mend,
            created_at: Time::from_micros(0),
        }
    }

    #[test]
    fn a_translation_is_behind_when_its_source_says_something_else_since() {
        let spanish = |from| version("es", 4, from, false);
        let behind = |all: &[PetitionVersion]| followed(all, Lang::EN, Lang::ES);
        let source = version("en", 5, None, false);
        let mend = version("en", 6, None, true);
        assert_eq!(
            behind(&[spanish(Some(3)), version("en", 3, None, false)]),
            None
        );
        assert_eq!(behind(&[source.clone(), spanish(Some(3))]), Some((3, 5)));
        assert_eq!(behind(&[mend.clone(), spanish(Some(3))]), None, "spelling");
        assert_eq!(
            behind(&[mend, source.clone(), spanish(Some(3))]),
            Some((3, 6))
        );
        assert_eq!(behind(&[source.clone(), spanish(None)]), None, "unknown");
        assert_eq!(followed(&[source], Lang::EN, Lang::EN), None, "the source");
    }
}
