//! The drawing: an SVG written by a template, made a PNG by resvg with the fonts built in.
//!
//! Latin text is drawn. A text with a letter these fonts do not have is left out, and the card
//! says the rest: a box in the place of a letter would be worse than nothing.

use super::face::{Face, HEIGHT, WIDTH};
use super::place::{CardFoot, CardLayout, Faces, Stroke, TitleLine};
use crate::petition::picture::make;
use crate::web::print::fonts::SEMIBOLD;
use askama::Template;
use image::imageops::FilterType;
use image::{DynamicImage, ImageFormat, RgbImage, RgbaImage};
use jpeg_encoder::SamplingFactor;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};
use std::sync::Arc;

/// Where the picture begins, and below the line at the top.
const PICTURE_LEFT: u32 = 720;
const PICTURE_TOP: u32 = 14;
/// Most bytes of a card: above some 300 KB a messenger drops it.
const MOST: usize = 290_000;

#[derive(Template)]
#[template(path = "petition/card/card.svg", escape = "html")]
struct CardDrawing<'a> {
    title: Vec<TitleLine>,
    size: f32,
    organization: &'a str,
    organization_size: f32,
    foot: CardFoot<'a>,
    strokes: Vec<Stroke>,
}

/// Draws a card; none when something that is built in is broken.
fn draw(face: &Face) -> Option<Pixmap> {
    let faces = Faces::open()?;
    let layout = CardLayout::of(face);
    let (size, title) = layout.title(&faces, &face.title);
    let svg = CardDrawing {
        title,
        size,
        organization: layout.organization(&faces, &face.organization),
        organization_size: layout.organization,
        foot: layout.foot(&faces, face),
        strokes: layout.strokes(face),
    };
    let mut fonts = fontdb::Database::new();
    for font in SEMIBOLD {
        fonts.load_font_data(font.to_vec());
    }
    let options = Options {
        fontdb: Arc::new(fonts),
        ..Options::default()
    };
    let tree = Tree::from_str(&svg.render().ok()?, &options).ok()?;
    let mut picture = Pixmap::new(WIDTH, HEIGHT)?;
    resvg::render(&tree, Transform::default(), &mut picture.as_mut());
    Some(picture)
}

/// Draws a card as PNG; none when something that is built in is broken.
#[must_use]
pub(crate) fn png(face: &Face) -> Option<Vec<u8>> {
    draw(face)?.encode_png().ok()
}

/// Draws a card as JPEG, with this picture, a JPEG of our own making, at its right; none when something is broken.
#[must_use]
pub(crate) fn jpeg(face: &Face, picture: Option<&[u8]>) -> Option<Vec<u8>> {
    // nothing on a card is transparent
    let drawn = RgbaImage::from_raw(WIDTH, HEIGHT, draw(face)?.take())?;
    let mut card: RgbImage = DynamicImage::ImageRgba8(drawn).into_rgb8();
    if let Some(picture) = picture {
        let picture = image::load_from_memory_with_format(picture, ImageFormat::Jpeg).ok()?;
        let (width, height) = (WIDTH - PICTURE_LEFT, HEIGHT - PICTURE_TOP);
        let picture = picture.resize_to_fill(width, height, FilterType::CatmullRom);
        let (left, top) = (i64::from(PICTURE_LEFT), i64::from(PICTURE_TOP));
        image::imageops::replace(&mut card, &picture.into_rgb8(), left, top);
    }
    let card = DynamicImage::ImageRgb8(card);
    // every pixel of colour is kept: letters have edges
    let encode = |quality| make::jpeg(&card, quality, SamplingFactor::R_4_4_4);
    let mut all = [88, 78, 66, 50].into_iter().filter_map(encode);
    all.find(|card| card.len() <= MOST)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn face(title: &str) -> Face {
        Face {
            title: title.to_owned(),
            organization: "Open Docket Coalition".to_owned(),
            sentence: "3,200+ have signed".to_owned(),
            cue: "Sign".to_owned(),
            count: 3_200,
            goal: 4_000,
            picture: None,
        }
    }

    #[test]
    fn beside_a_picture_everything_has_its_room() {
        let noise = RgbImage::from_fn(1_280, 853, |x, y| {
            let mixed = x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(2_246_822_519);
            let [one, two, three, _] = mixed.to_be_bytes();
            image::Rgb([one, two, three])
        });
        let made = make::write(DynamicImage::ImageRgb8(noise)).unwrap();
        for title in [
            "Court records should be free to read",
            &"W".repeat(150),
            "محاكم",
            "",
        ] {
            let face = Face {
                picture: Some(made.large.file.hash.clone()),
                ..face(title)
            };
            let card = jpeg(&face, Some(&made.large.jpeg)).unwrap();
            assert!(card.len() < 300_000, "{title}: {} bytes", card.len());
            let card = image::load_from_memory(&card).unwrap().to_rgb8();
            assert_eq!(card.dimensions(), (WIDTH, HEIGHT));
            // paper between the words and the picture
            for y in [200, 400, 499, 580] {
                let [red, green, blue] = card.get_pixel(PICTURE_LEFT - 16, y).0;
                assert!(
                    red > 235 && green > 230 && blue > 220,
                    "{title}, {y}: {red} {green} {blue}"
                );
            }
        }
        let plain = jpeg(&face("Court records"), None).unwrap();
        assert!(plain.starts_with(&[0xFF, 0xD8]));
    }

    fn size(png: &[u8]) -> (u32, u32) {
        let at = |from: usize| {
            let bytes: [u8; 4] = png.get(from..from + 4).unwrap().try_into().unwrap();
            u32::from_be_bytes(bytes)
        };
        assert_eq!(png.get(..8), Some(b"\x89PNG\r\n\x1a\n".as_slice()));
        (at(16), at(20))
    }

    #[test]
    fn a_card_is_a_picture_of_the_right_size_and_weight() {
        for title in [
            "Court records should be free to read",
            "La investigación jurídica no debe alimentar deportaciones: ¡basta ya, señorías!",
            "Źdźbło łąki: Türkçe, čeština, magyar nyelv – ő, ű, ţ",
            &"W".repeat(150),
            "محاكم للجميع",
            "法院记录应当免费",
            "",
        ] {
            let png = png(&face(title)).unwrap();
            assert_eq!(size(&png), (WIDTH, HEIGHT), "{title}");
            assert!(png.len() < 300_000, "{title}: {} bytes", png.len());
        }
    }

    #[test]
    fn what_cannot_be_drawn_is_left_out_and_the_rest_is_there() {
        assert_ne!(png(&face("محاكم")), png(&face("Ley")));
        assert_eq!(
            png(&face("محاكم")),
            png(&face("محكمة")),
            "neither has a title"
        );
        let signable = face("Ley");
        let over = Face {
            cue: String::new(),
            ..signable.clone()
        };
        assert_ne!(png(&signable), png(&over), "the button is gone");
        let first = Face {
            count: 0,
            ..signable.clone()
        };
        assert_ne!(png(&signable), png(&first), "no strokes");
    }
}
