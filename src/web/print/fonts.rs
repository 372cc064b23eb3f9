//! The letters that are printed: fonts inside the program, shaped and measured, so that nothing runs out of its room.

use crate::base::texts::unicode::{is_mark, nfc};
use harfrust::{Direction, FontRef, ShapeOptions, ShapePlan, ShaperData, UnicodeBuffer, script};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::MetadataProvider;

/// Literata (OFL 1.1), regular: Latin-1 and what stands beside it.
const REGULAR: &[u8] = include_bytes!("../../../templates/petition/card/literata-latin-400.ttf");
/// Literata SemiBold (OFL 1.1): Latin-1 and what stands beside it, and the rest of Latin.
pub(crate) const SEMIBOLD: [&[u8]; 2] = [
    include_bytes!("../../../templates/petition/card/literata-latin-600.ttf"),
    include_bytes!("../../../templates/petition/card/literata-latin-ext-600.ttf"),
];

/// Stands in the place of a letter that is in no font: every font of ours has it, and no name.
pub(crate) const MISSING: char = '¤';
/// Most marks on one letter: more would be drawn over the lines above.
const MARKS: usize = 2;

/// How heavy letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// For reading.
    Regular,
    /// For headings.
    SemiBold,
}

struct Face {
    font: FontRef<'static>,
    shaping: ShaperData,
    /// Made once: it costs more than a line of letters.
    plan: ShapePlan,
    embedded: Font,
}

impl Face {
    fn open(bytes: &'static [u8]) -> Option<Self> {
        let font = FontRef::new(bytes).ok()?;
        let shaping = ShaperData::new(&font);
        let shaper = shaping.shaper(&font).build();
        let (direction, script) = (Direction::LeftToRight, Some(script::LATIN));
        let plan = ShapePlan::new(&shaper, direction, script, None, &[]);
        Some(Self {
            plan,
            shaping,
            embedded: Font::new(bytes.into(), 0)?,
            font,
        })
    }

    fn has(&self, letter: char) -> bool {
        self.font.charmap().map(letter).is_some()
    }

    /// The letters of a text that this face has all of.
    fn shape(&self, text: String) -> Option<Run> {
        let mut letters = UnicodeBuffer::new();
        letters.push_str(&text);
        letters.set_direction(Direction::LeftToRight);
        letters.set_script(script::LATIN);
        let shaper = self.shaping.shaper(&self.font).build();
        let shaped = shaper.shape(letters, ShapeOptions::new().plan(Some(&self.plan)));
        let begins = shaped.glyph_infos().iter();
        let begins: Option<Vec<usize>> = begins
            .map(|glyph| usize::try_from(glyph.cluster).ok())
            .collect();
        let begins = begins?;
        let units = self.embedded.units_per_em();
        // a font counts to 32,767
        let part = |number: i32| Some(f32::from(i16::try_from(number).ok()?) / units);
        let mut run = Run {
            font: self.embedded.clone(),
            glyphs: Vec::with_capacity(begins.len()),
            width: 0.0,
            text,
        };
        let all = shaped.glyph_infos().iter().zip(shaped.glyph_positions());
        for ((glyph, place), begin) in all.zip(&begins) {
            let end = begins.iter().filter(|other| *other > begin).min();
            let advance = part(place.x_advance)?;
            run.width += advance;
            run.glyphs.push(KrillaGlyph::new(
                GlyphId::new(glyph.glyph_id),
                advance,
                part(place.x_offset)?,
                part(place.y_offset)?,
                0.0,
                *begin..end.copied().unwrap_or(run.text.len()),
                None,
            ));
        }
        Some(run)
    }
}

/// A piece of a line in one font, for letters of one point.
pub(super) struct Run {
    pub(super) font: Font,
    pub(super) text: String,
    pub(super) glyphs: Vec<KrillaGlyph>,
    pub(super) width: f32,
}

/// What is seen of a text: marks that only steer its direction or its breaks have no letter.
fn is_seen(letter: char) -> bool {
    !matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{fe0e}' | '\u{fe0f}' | '\u{feff}')
}

/// The fonts, opened once for each document.
pub struct PrintFonts {
    regular: Face,
    semibold: [Face; 2],
}

impl PrintFonts {
    /// Opens them; none when what is built in is broken.
    #[must_use]
    pub fn open() -> Option<Self> {
        let [latin, rest] = SEMIBOLD;
        Some(Self {
            regular: Face::open(REGULAR)?,
            semibold: [Face::open(latin)?, Face::open(rest)?],
        })
    }

    /// Whether these fonts have every letter of a text.
    #[must_use]
    pub fn have(&self, text: &str) -> bool {
        let has = |letter| self.semibold.iter().any(|face| face.has(letter));
        text.split_whitespace()
            .flat_map(str::chars)
            .filter(|letter| is_seen(*letter))
            .all(has)
    }

    /// What can be printed of a text: in the place of a letter that is in no font stands [`MISSING`], and of marks that are piled on one
    /// letter the first few. Says how many letters are not as they were written.
    #[must_use]
    pub fn printable(&self, text: &str) -> (String, usize) {
        let has = |letter| self.semibold.iter().any(|face| face.has(letter));
        let mut printed = String::with_capacity(text.len());
        let (mut missing, mut marks) = (0, 0);
        for letter in nfc(text).chars() {
            let mark = is_mark(letter);
            marks = if mark { marks + 1 } else { 0 };
            match letter {
                _ if letter.is_whitespace() || letter.is_control() => printed.push(' '),
                _ if !is_seen(letter) => {}
                _ if mark && (marks > MARKS || !has(letter)) => missing += 1,
                _ if has(letter) => printed.push(letter),
                _ => {
                    missing += 1;
                    printed.push(MISSING);
                }
            }
        }
        (printed, missing)
    }

    /// A line in the face that has its letters: the regular one has fewer, and no line changes its weight. None when a letter is in none.
    pub(super) fn line(&self, weight: Weight, text: &str) -> Option<Vec<Run>> {
        let letters: Vec<char> = text.chars().filter(|letter| is_seen(*letter)).collect();
        let is_regular =
            weight == Weight::Regular && letters.iter().all(|one| self.regular.has(*one));
        let mut runs: Vec<(&Face, String)> = Vec::new();
        for letter in letters {
            let face = match is_regular {
                true => &self.regular,
                false => self.semibold.iter().find(|face| face.has(letter))?,
            };
            match runs.last_mut() {
                Some((last, run)) if std::ptr::eq(*last, face) => run.push(letter),
                _ => runs.push((face, letter.into())),
            }
        }
        let shaped = runs.into_iter().map(|(face, text)| face.shape(text));
        shaped.collect()
    }

    /// How wide a text is in letters of one point; none when a letter is missing.
    #[must_use]
    pub fn width(&self, weight: Weight, text: &str) -> Option<f32> {
        let runs = self.line(weight, text)?;
        Some(runs.iter().map(|run| run.width).sum())
    }

    /// Breaks a text into lines of at most `room`, in letters of one point. A word that is wider is broken behind a stroke or a dot (so is a
    /// long address), else where it must be. None when a letter is missing.
    #[must_use]
    pub fn wrap(&self, weight: Weight, text: &str, room: f32) -> Option<Vec<String>> {
        let mut lines: Vec<String> = Vec::new();
        let mut line = String::new();
        let mut used = 0.0;
        let blank = self.width(weight, " ")?;
        for word in text.split_whitespace() {
            let wide = self.width(weight, word)?;
            if !line.is_empty() && used + blank + wide > room {
                lines.push(std::mem::take(&mut line));
                used = 0.0;
            }
            if !line.is_empty() {
                line.push(' ');
                used += blank;
            }
            if wide <= room {
                line.push_str(word);
                used += wide;
                continue;
            }
            for piece in pieces(word) {
                let wide = self.width(weight, piece)?;
                if !line.is_empty() && used + wide > room {
                    lines.push(std::mem::take(&mut line));
                    used = 0.0;
                }
                if wide <= room {
                    line.push_str(piece);
                    used += wide;
                    continue;
                }
                for letter in piece.chars() {
                    let wide = self.width(weight, letter.encode_utf8(&mut [0; 4]))?;
                    if used + wide > room && !line.is_empty() {
                        lines.push(std::mem::take(&mut line));
                        used = 0.0;
                    }
                    line.push(letter);
                    used += wide;
                }
            }
        }
        if !line.is_empty() {
            lines.push(line);
        }
        Some(lines)
    }

    /// The lines of a text in the first of these sizes with which it has no more than so many of them, and breaks no word; else in the
    /// last, with a sign that it goes on. None when a letter is missing.
    #[must_use]
    pub fn fit(
        &self,
        weight: Weight,
        text: &str,
        room: f32,
        sizes: &[(f32, usize)],
    ) -> Option<(f32, Vec<String>)> {
        let words = text.split_whitespace().flat_map(pieces);
        let widths = words.map(|word| self.width(weight, word));
        let widest = widths
            .collect::<Option<Vec<f32>>>()?
            .into_iter()
            .fold(0.0, f32::max);
        let mut best = (0.0, Vec::new());
        for (size, most) in sizes {
            let mut lines = self.wrap(weight, text, room / size)?;
            let fits = lines.len() <= *most && widest * size <= room;
            let is_cut = lines.len() > *most;
            lines.truncate(*most);
            if is_cut && let Some(last) = lines.last_mut() {
                *last = cut(last);
            }
            best = (*size, lines);
            if fits {
                break;
            }
        }
        Some(best)
    }
}

/// Where a long word may be broken.
fn pieces(word: &str) -> impl Iterator<Item = &str> {
    word.split_inclusive(['/', '-', '.'])
}

/// A line with a sign that the text goes on.
pub(crate) fn cut(line: &str) -> String {
    let whole = line.rsplit_once(' ').map_or(line, |(before, _)| before);
    let end = |letter: char| !letter.is_alphanumeric();
    format!("{}…", whole.trim_end_matches(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_shaped_in_the_face_that_has_them() {
        let fonts = PrintFonts::open().unwrap();
        let runs = |weight, text| fonts.line(weight, text).unwrap().len();
        assert_eq!(runs(Weight::Regular, "¡Basta ya, señorías!"), 1);
        assert_eq!(runs(Weight::SemiBold, "Łódź"), 3, "two faces, by turns");
        assert!(fonts.have("Źdźbło łąki\u{200b}") && !fonts.have("محاكم") && !fonts.have("法院"));
        assert!(fonts.width(Weight::SemiBold, "法院").is_none());
        // pairs stand closer than their letters alone
        let pair = fonts.width(Weight::SemiBold, "To").unwrap();
        let alone = |letter| fonts.width(Weight::SemiBold, letter).unwrap();
        assert!(pair < alone("T") + alone("o"));
        let run = fonts.line(Weight::Regular, "señor").unwrap().remove(0);
        let texts: Vec<&str> = run
            .glyphs
            .iter()
            .map(|one| run.text.get(one.text_range.clone()).unwrap())
            .collect();
        assert_eq!(texts.concat(), "señor");
    }

    #[test]
    fn what_no_font_has_is_seen_to_be_missing() {
        let fonts = PrintFonts::open().unwrap();
        let printed = |text: &str| fonts.printable(text);
        assert_eq!(printed("Łucja O’Neill"), ("Łucja O’Neill".to_owned(), 0));
        assert_eq!(printed("e\u{301}"), ("é".to_owned(), 0));
        assert_eq!(printed("王 Li"), ("¤ Li".to_owned(), 1));
        assert_eq!(printed("دوד\u{200f}"), ("¤¤¤".to_owned(), 3));
        assert_eq!(printed("a\nb\tc"), ("a b c".to_owned(), 0));
        let (pile, missing) = printed(&format!("x{}", "\u{301}".repeat(200)));
        assert_eq!((pile.chars().count(), missing), (3, 198));
        for text in ["王", &pile, "¤"] {
            let (printed, _) = printed(text);
            for weight in [Weight::Regular, Weight::SemiBold] {
                assert!(fonts.width(weight, &printed).is_some(), "{text}");
            }
        }
    }

    #[test]
    fn lines_keep_within_the_room_and_lose_no_letter() {
        let fonts = PrintFonts::open().unwrap();
        let text =
            "Legal research should not feed deportation, whoever pays for it and however much";
        for room in [5.0, 12.0, 22.0] {
            let lines = fonts.wrap(Weight::SemiBold, text, room).unwrap();
            let wide = |line: &String| fonts.width(Weight::SemiBold, line).unwrap();
            assert!(
                lines.iter().all(|line| wide(line) <= room + 0.1),
                "{lines:?}"
            );
            let letters = |text: &str| text.replace(' ', "");
            assert_eq!(letters(&lines.concat()), letters(text));
        }
        let address = "letters.example.org/p/legal-research-without-raids";
        let lines = fonts.wrap(Weight::SemiBold, address, 14.0).unwrap();
        assert!(
            lines
                .iter()
                .rev()
                .skip(1)
                .all(|line| line.ends_with(['/', '-', '.'])),
            "{lines:?}"
        );
        assert_eq!(lines.concat(), address);
        let sizes = [(64.0, 3), (40.0, 4)];
        let fit = |text: &str| fonts.fit(Weight::SemiBold, text, 480.0, &sizes).unwrap();
        assert_eq!(fit("Keep the library open").0, 64.0);
        let (size, lines) = fit(&text.repeat(3));
        assert_eq!((size, lines.len()), (40.0, 4));
        assert!(lines[3].ends_with('…') && !lines[3].ends_with(" …"));
        assert!(fit("").1.is_empty());
        let sizes = [(19.0, 2), (16.0, 3), (12.0, 4)];
        let fitted = fonts.fit(Weight::SemiBold, address, 260.0, &sizes).unwrap();
        assert_eq!(fitted.0, 16.0, "an address is broken at its strokes");
    }
}
