//! The picture of a petition: two files of our own making, and what is said of them in each language.

use crate::base::Lang;
use crate::web::pictures::name::PictureHash;
use std::fmt;

/// One of its files, named by its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureFile {
    /// SHA-256 of the JPEG.
    pub hash: PictureHash,
    /// Pixels across.
    pub width: i32,
    /// Pixels down.
    pub height: i32,
}

/// A JPEG of our own making.
#[derive(Clone, PartialEq, Eq)]
pub struct MadeFile {
    /// Its name and size.
    pub file: PictureFile,
    /// Without any metadata.
    pub jpeg: Vec<u8>,
}

impl MadeFile {
    /// These bytes, of that size.
    #[must_use]
    pub fn of(jpeg: Vec<u8>, (width, height): (u32, u32)) -> Self {
        let side = |pixels: u32| i32::try_from(pixels).unwrap_or(i32::MAX);
        let file = PictureFile {
            hash: PictureHash::of(&jpeg),
            width: side(width),
            height: side(height),
        };
        Self { file, jpeg }
    }
}

impl fmt::Debug for MadeFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "MadeFile({:?})", self.file)
    }
}

/// The two files of a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MadePicture {
    /// For phones.
    pub small: MadeFile,
    /// For everything else.
    pub large: MadeFile,
}

/// What is said of it in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureText {
    /// The language.
    pub lang: Lang,
    /// What it shows, for whoever does not see it.
    pub alt: String,
    /// Whose it is; may be empty.
    pub credit: String,
    /// A sentence below it; may be empty.
    pub caption: String,
}

/// The picture as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PetitionPicture {
    /// For phones.
    pub small: PictureFile,
    /// For everything else; the same as `small` where the picture has no more.
    pub large: PictureFile,
    /// At least one.
    pub texts: Vec<PictureText>,
}

/// The picture a petition has now, if it has one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CurrentPicture {
    /// Grows by one with every change, when it is taken off too; 0 where there never was one.
    pub revision: i64,
    /// The picture.
    pub picture: Option<PetitionPicture>,
}

impl PetitionPicture {
    /// What is said in this language, else in the petition's own, else in any.
    #[must_use]
    pub fn text(&self, lang: Lang, own: Lang) -> Option<&PictureText> {
        let of = |wanted: Lang| self.texts.iter().find(|text| text.lang == wanted);
        of(lang).or_else(|| of(own)).or_else(|| self.texts.first())
    }

    /// The file of this name.
    #[must_use]
    pub fn has(&self, hash: &PictureHash) -> bool {
        self.small.hash == *hash || self.large.hash == *hash
    }
}
