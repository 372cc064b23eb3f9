//! A picture read from somebody's file: known by its first bytes, held to its limits before anything is decoded, and of nothing but its
//! pixels.

use super::plain::{channels, plain};
use super::profile;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use std::io::Cursor;

/// Most bytes that a picture may be in memory.
const MEMORY: u64 = 256 * 1024 * 1024;
/// In so many of its first bytes a drawing says that it is one.
const HEAD: usize = 1_024;
/// Kinds that phones write and few programs read (`ftyp` boxes, ISO/IEC 14496-12).
const OF_PHONES: [&[u8; 4]; 8] = [
    b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1", b"avif",
];

/// How large a picture may be.
#[derive(Debug, Clone, Copy)]
pub struct PictureBounds {
    /// Most pixels each way.
    pub side: u32,
    /// Most pixels in all.
    pub pixels: u64,
}

/// Why a file is no picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAPicture {
    /// A drawing, which is a program.
    #[error("a drawing")]
    Svg,
    /// HEIC or AVIF.
    #[error("of a phone's own kind")]
    Heic,
    /// No PNG, JPEG or WebP.
    #[error("of another kind")]
    Kind,
    /// Beyond its [`PictureBounds`], told from the header.
    #[error("too large")]
    Wide,
    /// In the four inks of a press: each program makes other colours of it.
    #[error("made for a press")]
    Cmyk,
    /// It cannot be read to its end.
    #[error("damaged")]
    Broken,
}

impl NotAPicture {
    /// The key of its sentence; `wide` is that of the bounds, which name their numbers.
    #[must_use]
    pub fn key(self, wide: &'static str) -> &'static str {
        match self {
            Self::Svg => "error-picture-svg",
            Self::Heic => "error-picture-heic",
            Self::Kind => "error-picture-kind",
            Self::Wide => wide,
            Self::Cmyk => "error-picture-cmyk",
            Self::Broken => "error-picture-broken",
        }
    }
}

/// Which kind of picture a file is, by its first bytes: neither its name nor what it was sent as says that.
///
/// # Errors
/// [`NotAPicture::Svg`], [`NotAPicture::Heic`], [`NotAPicture::Kind`].
pub fn kind(bytes: &[u8]) -> Result<ImageFormat, NotAPicture> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Ok(ImageFormat::Png);
    }
    if bytes.starts_with(b"\xff\xd8\xff") {
        return Ok(ImageFormat::Jpeg);
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP".as_slice()) {
        return Ok(ImageFormat::WebP);
    }
    let brand = bytes
        .get(8..12)
        .filter(|_| bytes.get(4..8) == Some(b"ftyp"));
    if brand.is_some_and(|brand| OF_PHONES.iter().any(|known| known.as_slice() == brand)) {
        return Err(NotAPicture::Heic);
    }
    let head = String::from_utf8_lossy(bytes.get(..HEAD).unwrap_or(bytes)).to_lowercase();
    Err(match head.contains("<svg") {
        true => NotAPicture::Svg,
        false => NotAPicture::Kind,
    })
}

/// A picture that was read, as it lay in its file: not turned yet, and in its own colours.
pub struct ReadPicture {
    pixels: DynamicImage,
    turned: Orientation,
    profile: Option<Vec<u8>>,
}

/// Reads a picture; of one that moves the first one. Takes a processor up to some seconds: not for async threads.
///
/// # Errors
/// [`NotAPicture`].
pub fn read(bytes: &[u8], bounds: PictureBounds) -> Result<ReadPicture, NotAPicture> {
    let format = kind(bytes)?;
    let broken = |_| NotAPicture::Broken;
    let kept = plain(bytes, format);
    if format == ImageFormat::Jpeg && channels(&kept) == Some(4) {
        return Err(NotAPicture::Cmyk);
    }
    let mut reader = ImageReader::with_format(Cursor::new(kept.as_slice()), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(broken)?;
    let (width, height) = decoder.dimensions();
    let many = u64::from(width) * u64::from(height);
    if width.max(height) > bounds.side || many > bounds.pixels || decoder.total_bytes() > MEMORY {
        return Err(NotAPicture::Wide);
    }
    if many == 0 {
        return Err(NotAPicture::Broken);
    }
    // What a camera noted of how it was held is lost with everything else that was noted.
    let turned = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let pixels = DynamicImage::from_decoder(decoder).map_err(broken)?;
    Ok(ReadPicture {
        pixels,
        turned,
        profile: profile::of(bytes, format),
    })
}

impl ReadPicture {
    /// Width and height as it is looked at.
    #[must_use]
    pub fn size(&self) -> (u32, u32) {
        self.looked_at((self.pixels.width(), self.pixels.height()))
    }

    /// From how it lies to how it is looked at, and back.
    fn looked_at(&self, (width, height): (u32, u32)) -> (u32, u32) {
        match self.turned {
            Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH => (height, width),
            Orientation::NoTransforms
            | Orientation::Rotate180
            | Orientation::FlipHorizontal
            | Orientation::FlipVertical => (width, height),
        }
    }

    /// What is transparent lies on white. Before it is made smaller: else the colour of what nobody sees gets into the edges.
    #[must_use]
    pub fn on_white(mut self) -> Self {
        if !self.pixels.color().has_alpha() {
            return self;
        }
        if self.pixels.as_rgba8().is_none() {
            self.pixels = DynamicImage::ImageRgba8(self.pixels.to_rgba8());
        }
        if let Some(pixels) = self.pixels.as_mut_rgba8() {
            for pixel in pixels.pixels_mut() {
                let image::Rgba([red, green, blue, alpha]) = *pixel;
                let mixed = [red, green, blue].map(|part| over_white(part, alpha));
                let [red, green, blue] = mixed;
                *pixel = image::Rgba([red, green, blue, u8::MAX]);
            }
        }
        self
    }

    /// Its middle, as much of it as has this shape.
    #[must_use]
    pub fn middle(mut self, across: u32, down: u32) -> Self {
        let (width, height) = self.size();
        let (width, height) =
            match u64::from(width) * u64::from(down) > u64::from(height) * u64::from(across) {
                true => (part(height, across, down), height),
                false => (width, part(width, down, across)),
            };
        let (lies, stands) = self.looked_at((width, height));
        let left = self.pixels.width().saturating_sub(lies) / 2;
        let top = self.pixels.height().saturating_sub(stands) / 2;
        if (lies, stands) != (self.pixels.width(), self.pixels.height()) {
            self.pixels = self.pixels.crop_imm(left, top, lies, stands);
        }
        self
    }

    /// Made smaller until it is at most so large as it is looked at.
    #[must_use]
    pub fn within(mut self, width: u32, height: u32) -> Self {
        let (most_width, most_height) = self.looked_at((width, height));
        // Fast and coarse to twice the size, then finely: a fine way from fifty million pixels takes seconds.
        let (coarse_width, coarse_height) =
            (most_width.saturating_mul(2), most_height.saturating_mul(2));
        let is_over = |picture: &DynamicImage, (width, height): (u32, u32)| {
            picture.width() > width || picture.height() > height
        };
        if is_over(
            &self.pixels,
            (
                coarse_width.saturating_mul(2),
                coarse_height.saturating_mul(2),
            ),
        ) {
            self.pixels = self.pixels.thumbnail(coarse_width, coarse_height);
        }
        if is_over(&self.pixels, (most_width, most_height)) {
            self.pixels = self
                .pixels
                .resize(most_width, most_height, FilterType::CatmullRom);
        }
        self
    }

    /// As it is looked at: turned as the camera was held, in the colours of screens (sRGB), eight bits for each.
    #[must_use]
    pub fn looked_upon(self) -> DynamicImage {
        let mut pixels = match self.pixels.color().has_alpha() {
            true => DynamicImage::ImageRgba8(self.pixels.into_rgba8()),
            false => DynamicImage::ImageRgb8(self.pixels.into_rgb8()),
        };
        if let Some(profile) = self.profile {
            pixels = profile::on_screens(pixels, &profile);
        }
        pixels.apply_orientation(self.turned);
        pixels
    }
}

/// `length` times `times` over `of`, at least one.
fn part(length: u32, times: u32, of: u32) -> u32 {
    let wanted = u64::from(length) * u64::from(times) / u64::from(of.max(1));
    u32::try_from(wanted).unwrap_or(u32::MAX).max(1)
}

/// A part of a colour through so much of it, before white.
fn over_white(part: u8, alpha: u8) -> u8 {
    let (part, alpha) = (u32::from(part), u32::from(alpha));
    let mixed = (part * alpha + 255 * (255 - alpha) + 127) / 255;
    u8::try_from(mixed).unwrap_or(u8::MAX)
}
