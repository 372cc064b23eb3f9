//! A picture that was sent with a form that could not be saved: the form brings it back, so that nobody has to choose the file again.
//! Sealed for its petition, because what comes back is not read again. No instance has to remember it.

use crate::base::{Id, Key};
use crate::petition::model::Petition;
use crate::petition::rules::picture::{MadeFile, MadePicture};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// Most bytes of one: both files in base64.
pub(crate) const MOST: usize = 240 * 1024;
/// Bytes of its seal.
const SEAL: usize = 32;

fn seal(key: &Key, petition: Id<Petition>, inside: &[u8]) -> [u8; SEAL] {
    key.mac(&[petition.as_bytes(), inside])
}

/// As it stands in the form.
#[must_use]
pub(crate) fn close(key: &Key, petition: Id<Petition>, made: &MadePicture) -> String {
    let mut inside = Vec::new();
    for one in [&made.small, &made.large] {
        for side in [one.file.width, one.file.height] {
            inside.extend_from_slice(&side.to_be_bytes());
        }
        let length = u32::try_from(one.jpeg.len()).unwrap_or(0);
        inside.extend_from_slice(&length.to_be_bytes());
        inside.extend_from_slice(&one.jpeg);
    }
    let mut whole = seal(key, petition, &inside).to_vec();
    whole.extend_from_slice(&inside);
    URL_SAFE_NO_PAD.encode(whole)
}

/// The picture, if we made it for this petition.
#[must_use]
pub(crate) fn open(key: &Key, petition: Id<Petition>, held: &str) -> Option<MadePicture> {
    let whole = URL_SAFE_NO_PAD.decode(held).ok()?;
    let (sealed, inside) = whole.split_at_checked(SEAL)?;
    let right = seal(key, petition, inside);
    if !bool::from(subtle::ConstantTimeEq::ct_eq(right.as_slice(), sealed)) {
        return None;
    }
    let (small, rest) = file(inside)?;
    let (large, _) = file(rest)?;
    Some(MadePicture { small, large })
}

fn file(bytes: &[u8]) -> Option<(MadeFile, &[u8])> {
    let (width, bytes) = number(bytes)?;
    let (height, bytes) = number(bytes)?;
    let (length, bytes) = number(bytes)?;
    let (jpeg, rest) = bytes.split_at_checked(usize::try_from(length).ok()?)?;
    Some((MadeFile::of(jpeg.to_vec(), (width, height)), rest))
}

fn number(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let (number, rest) = bytes.split_first_chunk()?;
    Some((u32::from_be_bytes(*number), rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Secrets;
    use crate::petition::picture::make;

    #[test]
    fn a_form_brings_its_picture_back_and_no_other() {
        let key = Secrets::for_test().key("held pictures");
        let chance = image::RgbImage::from_fn(1_280, 853, |x, y| {
            let mixed = x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(2_246_822_519);
            let [one, two, three, _] = mixed.wrapping_mul(mixed | 1).to_be_bytes();
            image::Rgb([one, two, three])
        });
        let made = make::write(image::DynamicImage::ImageRgb8(chance)).unwrap();
        let id = |n: u8| Id::from_bytes([n; 16]);
        let held = close(&key, id(1), &made);
        assert!(held.len() <= MOST, "{} bytes", held.len());
        assert_eq!(open(&key, id(1), &held), Some(made));
        assert_eq!(open(&key, id(2), &held), None, "of another petition");
        let other = Secrets::for_test().key("another");
        assert_eq!(open(&other, id(1), &held), None);
        for wrong in [
            "",
            "AAAA",
            "ä",
            "not one",
            &format!("{held}AAAA"),
            &held.replace('_', "-"),
        ] {
            assert_eq!(open(&key, id(1), wrong), None);
        }
    }
}
