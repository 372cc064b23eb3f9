//! The drawing: an SVG written by a template, made a PNG by resvg with the fonts built in.
//!
//! Latin text is drawn. A text with a letter these fonts do not have is left out, and the card
//! says the rest: a box in the place of a letter would be worse than nothing.

use super::face::{Face, HEIGHT, WIDTH};
use crate::petition::picture::make;
use askama::Template;
use image::imageops::FilterType;
use image::{DynamicImage, ImageFormat, RgbImage, RgbaImage};
use jpeg_encoder::SamplingFactor;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};
use std::sync::Arc;

/// Literata SemiBold (OFL 1.1): Latin-1 and what stands beside it, and the rest of Latin.
const FONTS: [&[u8]; 2] = [
    include_bytes!("../../../templates/petition/card/literata-latin-600.ttf"),
    include_bytes!("../../../templates/petition/card/literata-latin-ext-600.ttf"),
];

/// Room for text, sizes a title is tried in with the lines it may take in each, and groups of five strokes in the row.
struct CardLayout {
    room: f32,
    sizes: [(f32, usize); 3],
    organization: f32,
    groups: i64,
}

/// The whole width.
const ALONE: CardLayout = CardLayout {
    room: 1040.0,
    sizes: [(68.0, 3), (56.0, 4), (46.0, 5)],
    organization: 34.0,
    groups: 15,
};
/// Beside a picture.
const BESIDE: CardLayout = CardLayout {
    room: 590.0,
    sizes: [(58.0, 4), (48.0, 5), (40.0, 6)],
    organization: 28.0,
    groups: 8,
};
/// Where the picture begins, and below the line at the top.
const PICTURE_LEFT: u32 = 720;
const PICTURE_TOP: u32 = 14;
/// Ink of a stroke that stands for signatures, and of one that waits for them.
const FILLED: &str = "#2a3e9e";
const EMPTY: &str = "#dad4c5";
/// Strokes in a group.
const FIVE: i64 = 5;
/// Most bytes of a card: above some 300 KB a messenger drops it.
const MOST: usize = 290_000;

impl CardLayout {
    fn of(face: &Face) -> &'static Self {
        match face.picture {
            Some(_) => &BESIDE,
            None => &ALONE,
        }
    }
}

#[derive(Template)]
#[template(path = "petition/card/card.svg", escape = "html")]
struct CardDrawing<'a> {
    title: Vec<TitleLine>,
    size: f32,
    organization: &'a str,
    organization_size: f32,
    sentence: &'a str,
    strokes: Vec<Stroke>,
}

/// A line of the title and where it stands.
struct TitleLine {
    text: String,
    y: f32,
}

/// A stroke of the tally: upright, or across the four before it.
struct Stroke {
    x: i64,
    is_across: bool,
    colour: &'static str,
}

/// The fonts, opened once for each drawing; that costs less than a microsecond.
struct Faces(Vec<FontRef<'static>>);

impl Faces {
    fn open() -> Option<Self> {
        let faces: Result<Vec<_>, _> = FONTS.iter().map(|font| FontRef::new(font)).collect();
        faces.ok().map(Self)
    }

    /// How wide a letter is in a font of one pixel; none when no font has it.
    fn advance(&self, letter: char) -> Option<f32> {
        self.0.iter().find_map(|face| {
            let glyph = face.charmap().map(letter)?;
            let metrics = face.glyph_metrics(Size::new(1.0), LocationRef::default());
            metrics.advance_width(glyph)
        })
    }

    /// How wide a text is in a font of one pixel; none when a letter is missing.
    fn width(&self, text: &str) -> Option<f32> {
        text.chars().map(|letter| self.advance(letter)).sum()
    }
}

/// Breaks a text into lines of at most `room`, in a font of one pixel. A word that is wider than
/// the room is broken where it must be.
fn wrap(faces: &Faces, text: &str, room: f32) -> Option<Vec<String>> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut used = 0.0;
    let blank = faces.advance(' ')?;
    for word in text.split_whitespace() {
        let wide = faces.width(word)?;
        if !line.is_empty() && used + blank + wide > room {
            lines.push(std::mem::take(&mut line));
            used = 0.0;
        }
        if !line.is_empty() {
            line.push(' ');
            used += blank;
        }
        for letter in word.chars() {
            let wide = faces.advance(letter)?;
            if used + wide > room {
                lines.push(std::mem::take(&mut line));
                used = 0.0;
            }
            line.push(letter);
            used += wide;
        }
    }
    lines.push(line);
    Some(lines)
}

/// The title in the largest size it fits in, the last line cut where nothing fits. Without a title
/// when the fonts lack a letter of it.
fn title(faces: &Faces, text: &str, layout: &CardLayout) -> (f32, Vec<TitleLine>) {
    let mut best = (0.0, Vec::new());
    for (size, most) in layout.sizes {
        let Some(mut lines) = wrap(faces, text, layout.room / size) else {
            return best;
        };
        let fits = lines.len() <= most;
        lines.truncate(most);
        if !fits && let Some(last) = lines.last_mut() {
            let kept = last.chars().count().saturating_sub(2);
            *last = format!(
                "{}…",
                last.chars().take(kept).collect::<String>().trim_end()
            );
        }
        let mut y = 176.0;
        let placed = lines.into_iter().map(|text| {
            y += size * 1.16;
            TitleLine { text, y }
        });
        best = (size, placed.collect());
        if fits {
            break;
        }
    }
    best
}

fn strokes(face: &Face, layout: &CardLayout) -> Vec<Stroke> {
    if face.count == 0 {
        return Vec::new();
    }
    let (goal, number) = (face.goal.max(1), layout.groups * FIVE);
    let filled = (face.count.saturating_mul(number) / goal).clamp(1, number);
    let mut all: Vec<Stroke> = (0..number)
        .map(|n| Stroke {
            // four upright, the fifth across them; a gap after each five
            x: 84 + (n / FIVE) * 70 + (n % FIVE) * 12,
            is_across: n % FIVE == 4,
            colour: if n < filled { FILLED } else { EMPTY },
        })
        .collect();
    // What is drawn later lies above: ink over what waits for it.
    all.sort_by_key(|stroke| stroke.colour == FILLED);
    all
}

/// Draws a card; none when something that is built in is broken.
fn draw(face: &Face) -> Option<Pixmap> {
    let faces = Faces::open()?;
    let layout = CardLayout::of(face);
    let (size, title) = title(&faces, &face.title, layout);
    let fits = |text: &str, size: f32, room: f32| {
        let wide = faces.width(text);
        wide.is_some_and(|wide| wide * size < room)
    };
    let svg = CardDrawing {
        title,
        size,
        organization: Some(face.organization.as_str())
            .filter(|name| fits(name, layout.organization, layout.room - 70.0))
            .unwrap_or_default(),
        organization_size: layout.organization,
        sentence: Some(face.sentence.as_str())
            .filter(|said| fits(said, 44.0, layout.room))
            .unwrap_or_default(),
        strokes: strokes(face, layout),
    };
    let mut fonts = fontdb::Database::new();
    for font in FONTS {
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
        let faces = Faces::open().unwrap();
        assert!(title(&faces, "محاكم", &ALONE).1.is_empty());
        assert!(title(&faces, "Ley & orden", &ALONE).1.len() == 1);
        assert_ne!(png(&face("محاكم")), png(&face("Ley")));
        assert_eq!(
            png(&face("محاكم")),
            png(&face("محكمة")),
            "neither has a title"
        );
    }

    #[test]
    fn lines_keep_within_the_room_and_lose_no_letter() {
        let faces = Faces::open().unwrap();
        let text =
            "Legal research should not feed deportation, whoever pays for it and however much";
        for room in [5.0, 12.0, 22.0] {
            let lines = wrap(&faces, text, room).unwrap();
            assert!(
                lines
                    .iter()
                    .all(|line| faces.width(line).unwrap() <= room + 0.01)
            );
            let letters = |text: &str| text.replace(' ', "");
            assert_eq!(letters(&lines.concat()), letters(text));
        }
    }
}
