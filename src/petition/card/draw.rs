//! The drawing: an SVG written by a template, made a PNG by resvg with the fonts built in.
//!
//! Latin text is drawn. A text with a letter these fonts do not have is left out, and the card
//! says the rest: a box in the place of a letter would be worse than nothing.

use super::face::{Face, HEIGHT, WIDTH};
use askama::Template;
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

/// Room for text between the margins.
const ROOM: f32 = 1040.0;
/// Sizes a title is tried in, and the lines it may take in each.
const SIZES: [(f32, usize); 3] = [(68.0, 3), (56.0, 4), (46.0, 5)];
/// Ink of a stroke that stands for signatures, and of one that waits for them.
const FILLED: &str = "#2a3e9e";
const EMPTY: &str = "#dad4c5";
/// Strokes in the row, in groups of five.
const STROKES: i64 = 75;

#[derive(Template)]
#[template(path = "petition/card/card.svg", escape = "html")]
struct CardDrawing<'a> {
    title: Vec<TitleLine>,
    size: f32,
    organization: &'a str,
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
fn title(faces: &Faces, text: &str) -> (f32, Vec<TitleLine>) {
    let mut best = (0.0, Vec::new());
    for (size, most) in SIZES {
        let Some(mut lines) = wrap(faces, text, ROOM / size) else {
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

fn strokes(face: &Face) -> Vec<Stroke> {
    if face.count == 0 {
        return Vec::new();
    }
    let goal = face.goal.max(1);
    let filled = (face.count.saturating_mul(STROKES) / goal).clamp(1, STROKES);
    let mut all: Vec<Stroke> = (0..STROKES)
        .map(|n| Stroke {
            // four upright, the fifth across them; a gap after each five
            x: 84 + (n / 5) * 70 + (n % 5) * 12,
            is_across: n % 5 == 4,
            colour: if n < filled { FILLED } else { EMPTY },
        })
        .collect();
    // What is drawn later lies above: ink over what waits for it.
    all.sort_by_key(|stroke| stroke.colour == FILLED);
    all
}

/// Draws a card; none when something that is built in is broken.
#[must_use]
pub(crate) fn png(face: &Face) -> Option<Vec<u8>> {
    let faces = Faces::open()?;
    let (size, title) = title(&faces, &face.title);
    let sayable = |text: &'_ str| faces.width(text).is_some();
    let svg = CardDrawing {
        title,
        size,
        organization: Some(face.organization.as_str())
            .filter(|name| {
                faces
                    .width(name)
                    .is_some_and(|wide| wide * 34.0 < ROOM - 70.0)
            })
            .unwrap_or_default(),
        sentence: Some(face.sentence.as_str())
            .filter(|said| sayable(said))
            .unwrap_or_default(),
        strokes: strokes(face),
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
    picture.encode_png().ok()
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
        }
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
        assert!(title(&faces, "محاكم").1.is_empty());
        assert!(title(&faces, "Ley & orden").1.len() == 1);
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
