//! Pictures of petitions, as organizers have them on their phones.

use super::upload::{MULTIPART, multipart_with};
use super::visitor::Visitor;
use super::world::World;
use jpeg_encoder::{ColorType, Encoder};
use undersigned::base::Lang;
use undersigned::petition::Petition;
use undersigned::petition::picture::make;
use undersigned::petition::rules::picture::{MadePicture, PictureText};
use undersigned::petition::store::pictures;

/// A photograph of so many pixels: red above, blue below. Where it was taken is noted in it, and something stands behind its end.
pub fn photo(width: u16, height: u16) -> Vec<u8> {
    let mut pixels = Vec::new();
    for y in 0..height {
        let colour = if y < height / 2 {
            [200, 30, 30]
        } else {
            [30, 30, 200]
        };
        for _ in 0..width {
            pixels.extend_from_slice(&colour);
        }
    }
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, 90);
    encoder.add_exif_metadata(&exif(1)).expect("a note");
    encoder
        .encode(&pixels, width, height, ColorType::Rgb)
        .expect("a picture");
    bytes.extend_from_slice(b"<script>canary()</script>PK\x03\x04canaryzip");
    bytes
}

/// The same, held sideways: what lies to the left is above.
pub fn photo_held_sideways(width: u16, height: u16) -> Vec<u8> {
    let upright = photo(width, height);
    let [before, after] = [exif(1), exif(6)];
    let at = upright
        .windows(before.len())
        .position(|part| part == before)
        .expect("its note");
    let mut turned = upright;
    turned[at..at + after.len()].copy_from_slice(&after);
    turned
}

/// EXIF that says how the camera was held, and where it was.
fn exif(held: u16) -> Vec<u8> {
    let mut tiff = b"MM\0*\0\0\0\x08\0\x02".to_vec();
    tiff.extend_from_slice(&[0x01, 0x12, 0, 3, 0, 0, 0, 1]);
    tiff.extend_from_slice(&held.to_be_bytes());
    tiff.extend_from_slice(&[0, 0]);
    tiff.extend_from_slice(&[0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38, 0, 0, 0, 0]);
    tiff.extend_from_slice(b"canary 47.3769N 8.5417E");
    tiff
}

/// A picture of our own making.
pub fn made(width: u16, height: u16) -> MadePicture {
    make::make(&photo(width, height)).expect("a picture")
}

/// What is said of one in English and Spanish.
pub fn told() -> Vec<PictureText> {
    let text = |lang, alt: &str, caption: &str| PictureText {
        lang,
        alt: alt.to_owned(),
        credit: "Ana Ruiz".to_owned(),
        caption: caption.to_owned(),
    };
    vec![
        text(Lang::EN, "A wall, red above and blue below", "Our wall."),
        text(
            Lang::ES,
            "Un muro, rojo arriba y azul abajo",
            "Nuestro muro.",
        ),
    ]
}

impl World {
    /// This petition gets a picture.
    pub async fn has_picture(&self, petition: &Petition) -> MadePicture {
        let (id, now) = (petition.id, self.now());
        let picture = made(900, 600);
        let kept = picture.clone();
        self.write(move |tx| {
            let revision = pictures::find(tx, id)?.revision;
            assert!(pictures::put(tx, id, (&kept, &told()), revision, now)?);
            Ok(())
        })
        .await;
        self.looks().await;
        picture
    }
}

impl Visitor {
    /// Presses the button of the form of a picture, with this file.
    pub async fn saves_picture(&mut self, file: Option<&[u8]>) -> &mut Self {
        let sending = self.would_send("Save");
        let body = multipart_with(
            "picture",
            &sending.fields,
            file.map(|bytes| ("DSC 0031.jpg", bytes)),
        );
        let answer = self.uploads(&sending.action, MULTIPART, body).await;
        self.turns(sending.action, answer).await
    }
}
