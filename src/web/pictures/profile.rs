//! The colours a picture was taken in. Phones and cameras write in wider spaces than screens are told of: read as sRGB, skin is grey.
//!
//! Only small profiles of three curves and a matrix are followed, which is what cameras and programs write (Display P3, Adobe RGB,
//! ProPhoto). A table of colours is a program of a stranger's making, and the picture is then taken as it is.

use super::plain::{SCAN, held, segment};
use flate2::read::ZlibDecoder;
use image::{DynamicImage, ImageFormat};
use moxcms::{ColorProfile, Layout, TransformOptions};
use std::io::Read;

/// Most bytes of a profile: those of three curves have 500 to 4,000.
const MOST: usize = 32 * 1024;

/// The profile that a file carries, if it is a small one.
#[must_use]
pub(crate) fn of(bytes: &[u8], format: ImageFormat) -> Option<Vec<u8>> {
    let found = match format {
        ImageFormat::Png => of_png(bytes),
        ImageFormat::Jpeg => of_jpeg(bytes),
        ImageFormat::WebP => of_webp(bytes),
        _ => None,
    };
    found.filter(|profile| !profile.is_empty() && profile.len() <= MOST)
}

/// `iCCP`: a name, NUL, 0, and the profile in zlib. Stands before the pixels.
fn of_png(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut rest = bytes.get(8..)?;
    loop {
        let length = usize::try_from(u32::from_be_bytes(*rest.first_chunk()?)).ok()?;
        let (kind, data) = (rest.get(4..8)?, rest.get(8..)?);
        match kind {
            b"iCCP" => {
                let chunk = data.get(..length)?;
                let name = chunk.iter().position(|byte| *byte == 0)?;
                let packed = chunk.get(name.checked_add(2)?..)?;
                let mut profile = Vec::new();
                let most = u64::try_from(MOST).ok()?.saturating_add(1);
                ZlibDecoder::new(packed)
                    .take(most)
                    .read_to_end(&mut profile)
                    .ok()?;
                return Some(profile);
            }
            b"IDAT" => return None,
            _ => rest = data.get(length.checked_add(4)?..)?,
        }
    }
}

/// `APP2` segments, each with its number and how many there are. Stand before the pixels.
fn of_jpeg(bytes: &[u8]) -> Option<Vec<u8>> {
    const MARK: &[u8] = b"ICC_PROFILE\0";
    let mut rest = bytes.get(2..)?;
    let mut parts: Vec<(u8, &[u8])> = Vec::new();
    while let Some((marker, whole, next)) = segment(rest).filter(|(marker, ..)| *marker != SCAN) {
        if marker == 0xE2
            && let Some([number, _, part @ ..]) = held(whole).strip_prefix(MARK)
        {
            parts.push((*number, part));
        }
        rest = next;
    }
    parts.sort_by_key(|(number, _)| *number);
    let all = parts.iter().flat_map(|(_, part)| part.iter().copied());
    Some(all.take(MOST + 1).collect())
}

/// `ICCP`, in an extended file.
fn of_webp(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut rest = bytes.get(12..)?;
    loop {
        let length = usize::try_from(u32::from_le_bytes(*rest.get(4..)?.first_chunk()?)).ok()?;
        let (kind, data) = (rest.get(..4)?, rest.get(8..)?);
        match kind {
            b"ICCP" => return data.get(..length).map(<[u8]>::to_vec),
            b"VP8 " | b"VP8L" | b"ANMF" => return None,
            _ => rest = data.get(length.checked_add(length % 2)?..)?,
        }
    }
}

/// The same picture in sRGB; as it is where the profile is none that is followed.
#[must_use]
pub(crate) fn on_screens(pixels: DynamicImage, profile: &[u8]) -> DynamicImage {
    match &pixels {
        DynamicImage::ImageRgb8(picture) => {
            let mut seen = picture.clone();
            match convert(profile, Layout::Rgb, picture.as_raw(), &mut seen) {
                Some(()) => DynamicImage::ImageRgb8(seen),
                None => pixels,
            }
        }
        DynamicImage::ImageRgba8(picture) => {
            let mut seen = picture.clone();
            match convert(profile, Layout::Rgba, picture.as_raw(), &mut seen) {
                Some(()) => DynamicImage::ImageRgba8(seen),
                None => pixels,
            }
        }
        _ => pixels,
    }
}

fn convert(profile: &[u8], layout: Layout, from: &[u8], to: &mut [u8]) -> Option<()> {
    let own = ColorProfile::new_from_slice(profile).ok()?;
    if !own.is_matrix_shaper() {
        return None;
    }
    let screens = ColorProfile::new_srgb();
    let options = TransformOptions::default();
    let way = own
        .create_transform_8bit(layout, &screens, layout, options)
        .ok()?;
    way.transform(from, to).ok()
}
