//! A picture's file without what it says beside its pixels: colour profiles, texts, previews, histories.
//!
//! Decoders read all of it, compressed parts too, before anybody can ask for pixels alone: 243 KB of a PNG became 250 MB in
//! memory. So they are handed a file in which nothing of it stands. Of what is left out only how a camera was held is
//! wanted: EXIF stays, which is never compressed.

use image::ImageFormat;

/// The file with pixels and what they need, to its end and not beyond; empty where it is no such file at all, or a JPEG that is cut
/// off, of which decoders make grey. What breaks off otherwise is handed on as it is, for the decoder to say so.
#[must_use]
pub fn plain(bytes: &[u8], format: ImageFormat) -> Vec<u8> {
    match format {
        ImageFormat::Png => png(bytes),
        ImageFormat::Jpeg => jpeg(bytes),
        ImageFormat::WebP => webp(bytes),
        _ => Vec::new(),
    }
}

/// Chunks of a PNG that its pixels need. `eXIf` says how it was held. Not `acTL` and its kin: the first picture is enough.
const OF_PNG: [&[u8; 4]; 6] = [b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"eXIf"];

fn png(bytes: &[u8]) -> Vec<u8> {
    const HEAD: usize = 8;
    let (head, mut rest) = bytes.split_at(HEAD.min(bytes.len()));
    let mut kept = head.to_vec();
    while let Some((length, kind)) = rest.first_chunk::<4>().zip(rest.get(4..8)) {
        // length, kind, data, checksum
        let whole = number(*length).saturating_add(12).min(rest.len());
        let (chunk, next) = rest.split_at(whole);
        if OF_PNG.iter().any(|one| one.as_slice() == kind) {
            kept.extend_from_slice(chunk);
        }
        if kind == b"IEND" {
            break;
        }
        rest = next;
    }
    kept
}

/// Most passes over its pixels that a JPEG may make: cameras make one, programs some ten. Each pass goes over every pixel again, however
/// short it is in the file.
const SCANS: usize = 100;

/// The next marker of a JPEG, its segment from there on, and what follows it; none where it breaks off. What stands before a marker is
/// left out, as readers do.
pub(crate) fn segment(bytes: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let bytes = bytes.get(coded(bytes)..)?;
    let marker = *bytes.get(1)?;
    let length = match marker {
        // these have none
        0x01 | 0xD8 | 0xD9 => 0,
        _ => usize::from(u16::from_be_bytes(*bytes.get(2..)?.first_chunk()?)),
    };
    let (whole, rest) = bytes.split_at_checked(length.checked_add(2)?)?;
    Some((marker, whole, rest))
}

/// What a segment holds, behind its marker and its length.
pub(crate) fn held(segment: &[u8]) -> &[u8] {
    segment.get(4..).unwrap_or_default()
}

/// How long the coded pixels are that stand here: to the next marker that is none of their own.
fn coded(bytes: &[u8]) -> usize {
    let is_marker = |pair: &[u8]| matches!(pair, [0xFF, marker] if !matches!(marker, 0x00 | 0xFF | 0xD0..=0xD7));
    let place = bytes.windows(2).position(is_marker);
    place.unwrap_or(bytes.len())
}

/// Start of a scan: the coded pixels follow.
pub(crate) const SCAN: u8 = 0xDA;

/// Segments with tables, and the pixels, to the end of the picture; nothing where that does not come: then the file is cut off.
fn jpeg(bytes: &[u8]) -> Vec<u8> {
    const END: u8 = 0xD9;
    let (head, mut rest) = bytes.split_at(2.min(bytes.len()));
    let mut kept = head.to_vec();
    let mut scans = 0;
    while let Some((marker, whole, next)) = segment(rest) {
        let is_told_beside = match marker {
            // EXIF, and how Adobe mixed the colours
            0xE1 => !held(whole).starts_with(b"Exif\0\0"),
            0xEE => !held(whole).starts_with(b"Adobe"),
            0xE0..=0xEF | 0xFE => true,
            _ => false,
        };
        if !is_told_beside {
            kept.extend_from_slice(whole);
        }
        rest = next;
        match marker {
            END if scans > 0 => return kept,
            SCAN if scans == SCANS => break,
            SCAN => {
                scans += 1;
                let (pixels, next) = rest.split_at(coded(rest));
                kept.extend_from_slice(pixels);
                rest = next;
            }
            _ => {}
        }
    }
    Vec::new()
}

/// How many colours a JPEG mixes: one, three, or the four of a press.
#[must_use]
pub(crate) fn channels(bytes: &[u8]) -> Option<u8> {
    let mut rest = bytes.get(2..)?;
    loop {
        let (marker, whole, next) = segment(rest)?;
        match marker {
            0xC4 | 0xC8 | 0xCC => rest = next,
            // start of a frame
            0xC0..=0xCF => return held(whole).get(5).copied(),
            SCAN => return None,
            _ => rest = next,
        }
    }
}

/// Chunks of a WebP that its pixels need.
const OF_WEBP: [&[u8; 4]; 7] = [
    b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"EXIF",
];

fn webp(bytes: &[u8]) -> Vec<u8> {
    const HEAD: usize = 12;
    let (head, mut rest) = bytes.split_at(HEAD.min(bytes.len()));
    let mut kept = head.to_vec();
    while let Some((kind, length)) = rest.get(..4).zip(rest.get(4..8)) {
        let length = <[u8; 4]>::try_from(length).unwrap_or_default();
        let length = usize::try_from(u32::from_le_bytes(length)).unwrap_or(usize::MAX);
        // a chunk of odd length is filled up
        let padded = length.saturating_add(length % 2).saturating_add(8);
        let (chunk, next) = rest.split_at(padded.min(rest.len()));
        if OF_WEBP.iter().any(|one| one.as_slice() == kind) {
            let at = kept.len();
            kept.extend_from_slice(chunk);
            if kind == b"VP8X"
                && let Some(flags) = kept.get_mut(at.saturating_add(8))
            {
                // no colour profile and no XMP is there any more
                *flags &= !0b0010_0100;
            }
        }
        rest = next;
    }
    let size = u32::try_from(kept.len().saturating_sub(8)).unwrap_or(u32::MAX);
    if let Some(place) = kept.get_mut(4..8) {
        place.copy_from_slice(&size.to_le_bytes());
    }
    kept
}

fn number(bytes: [u8; 4]) -> usize {
    usize::try_from(u32::from_be_bytes(bytes)).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{DynamicImage, ImageEncoder, RgbImage};
    use std::io::Cursor;

    fn picture() -> DynamicImage {
        DynamicImage::ImageRgb8(RgbImage::from_fn(16, 9, |x, y| {
            image::Rgb([
                u8::try_from(x * 9).unwrap(),
                u8::try_from(y * 9).unwrap(),
                40,
            ])
        }))
    }

    fn file(format: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        picture().write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
        let mut checksum = flate2::Crc::new();
        checksum.update(kind);
        checksum.update(data);
        let length = u32::try_from(data.len()).unwrap();
        [
            &length.to_be_bytes()[..],
            kind,
            data,
            &checksum.sum().to_be_bytes(),
        ]
        .concat()
    }

    fn zlib(length: usize) -> Vec<u8> {
        use std::io::Write;
        let mut zip = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        let block = vec![0; 1 << 20];
        for _ in 0..length >> 20 {
            zip.write_all(&block).unwrap();
        }
        zip.finish().unwrap()
    }

    /// A PNG of a few pixels that says so much beside them, 200 MB of it compressed.
    fn talkative() -> Vec<u8> {
        let mut bytes = file(ImageFormat::Png);
        let rest = bytes.split_off(8 + 25);
        let bomb = zlib(200 << 20);
        assert!(bomb.len() < 300_000);
        bytes.extend(chunk(b"iCCP", &[b"profile\0\0", bomb.as_slice()].concat()));
        bytes.extend(chunk(b"zTXt", &[b"Comment\0\0", bomb.as_slice()].concat()));
        bytes.extend(chunk(
            b"iTXt",
            &[b"Comment\0\x01\0\0\0", bomb.as_slice()].concat(),
        ));
        for kind in [b"gAMA", b"tIME", b"sPLT", b"prVt", b"acTL"] {
            bytes.extend(chunk(kind, &[0; 8]));
        }
        bytes.extend(rest);
        bytes
    }

    #[test]
    fn a_decoder_never_sees_what_a_png_says_beside_its_pixels() {
        let whole = talkative();
        let kept = plain(&whole, ImageFormat::Png);
        assert_eq!(kept, file(ImageFormat::Png), "byte for byte the picture");
        let seen = image::load_from_memory(&kept).unwrap();
        assert_eq!(seen.to_rgb8(), picture().to_rgb8());
    }

    #[test]
    fn how_a_camera_was_held_stays() {
        let mut bytes = file(ImageFormat::Png);
        let rest = bytes.split_off(8 + 25);
        bytes.extend(chunk(b"eXIf", b"MM\0*\0\0\0\x08"));
        bytes.extend(rest);
        assert_eq!(plain(&bytes, ImageFormat::Png), bytes);
    }

    #[test]
    fn of_a_jpeg_profile_preview_and_comment_go_and_the_pixels_stay() {
        let bytes = file(ImageFormat::Jpeg);
        let segment = |marker: u8, data: &[u8]| {
            let length = u16::try_from(data.len() + 2).unwrap().to_be_bytes();
            [&[0xFF, marker][..], &length, data].concat()
        };
        let exif = segment(0xE1, b"Exif\0\0MM\0*\0\0\0\x08");
        let said = [
            segment(
                0xE2,
                &[b"ICC_PROFILE\0\x01\x01".as_slice(), &[7; 60_000]].concat(),
            ),
            segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x/>"),
            segment(0xED, b"Photoshop 3.0\0"),
            segment(0xFE, b"taken at home"),
            vec![0xFF],
        ]
        .concat();
        let whole = [&bytes[..2], &said, &exif, &bytes[2..]].concat();
        let kept = plain(&whole, ImageFormat::Jpeg);
        for gone in ["ICC_PROFILE", "adobe", "Photoshop", "home"] {
            let is_there = kept.windows(gone.len()).any(|part| part == gone.as_bytes());
            assert!(!is_there, "{gone}");
        }
        assert!(kept.windows(6).any(|part| part == b"Exif\0\0"));
        let read = |bytes: &[u8]| image::load_from_memory(bytes).unwrap().to_rgb8();
        assert_eq!(read(&kept), read(&bytes));
    }

    #[test]
    fn of_a_webp_profile_and_history_go_and_the_pixels_stay() {
        let mut bytes = Vec::new();
        let mut encoder = image::codecs::webp::WebPEncoder::new_lossless(&mut bytes);
        encoder.set_icc_profile(vec![7; 10_001]).unwrap();
        let pixels = picture().to_rgb8();
        encoder
            .write_image(&pixels, 16, 9, image::ExtendedColorType::Rgb8)
            .unwrap();
        assert!(bytes.windows(4).any(|part| part == b"ICCP"));
        let kept = plain(&bytes, ImageFormat::WebP);
        assert!(!kept.windows(4).any(|part| part == b"ICCP"));
        assert!(kept.len() < bytes.len() - 10_000);
        let seen = image::load_from_memory_with_format(&kept, ImageFormat::WebP).unwrap();
        assert_eq!(seen.to_rgb8(), pixels);
    }
}
