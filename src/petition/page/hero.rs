//! What stands at the head of a petition wherever it is shown: its picture, or its signatures as strokes.

use super::strokes::each;
use crate::base::Lang;
use crate::petition::rules::picture::{CurrentPicture, PetitionPicture, PictureFile};
use crate::web::urls;
use crate::words::Words;

/// A picture, or strokes.
#[derive(Clone, Debug)]
pub enum Hero {
    /// Its picture.
    Picture(HeroPicture),
    /// Its signatures.
    Strokes {
        /// Address of the drawing.
        src: String,
        /// What it says; empty where it says nothing.
        alt: String,
    },
}

/// A picture as a page shows it.
#[derive(Clone, Debug)]
pub struct HeroPicture {
    /// Address of the large file.
    pub src: String,
    /// Both files with their widths, where they are two.
    pub srcset: Option<String>,
    /// Pixels of the large file.
    pub width: i32,
    /// Pixels of the large file.
    pub height: i32,
    /// What it shows.
    pub alt: String,
    /// Whose it is; may be empty.
    pub credit: String,
    /// A sentence below it; may be empty.
    pub caption: String,
    /// The language of all three.
    pub lang: Lang,
}

impl Hero {
    /// Of a petition written in `own` with so many signatures, 0 where the number is not told; `href` is where a file is.
    #[must_use]
    pub fn of(
        w: &Words,
        current: &CurrentPicture,
        own: Lang,
        told: i64,
        href: impl Fn(&PictureFile) -> String,
    ) -> Self {
        match &current.picture {
            Some(picture) => Self::Picture(HeroPicture::of(picture, w.lang(), own, href)),
            None => Self::strokes(w, told),
        }
    }

    fn strokes(w: &Words, told: i64) -> Self {
        Self::Strokes {
            src: urls::strokes(told),
            alt: match told {
                0 => String::new(),
                n => w.plain2("strokes-alt", "n", n, "each", each(n)),
            },
        }
    }
}

impl HeroPicture {
    fn of(
        picture: &PetitionPicture,
        lang: Lang,
        own: Lang,
        href: impl Fn(&PictureFile) -> String,
    ) -> Self {
        let (small, large) = (&picture.small, &picture.large);
        let one = |file: &PictureFile| format!("{} {}w", href(file), file.width);
        let text = picture.text(lang, own).cloned();
        let (alt, credit, caption, lang) = match text {
            Some(text) => (text.alt, text.credit, text.caption, text.lang),
            None => (String::new(), String::new(), String::new(), lang),
        };
        Self {
            src: href(large),
            srcset: (small.width < large.width).then(|| format!("{}, {}", one(small), one(large))),
            width: large.width,
            height: large.height,
            alt,
            credit,
            caption,
            lang,
        }
    }
}
