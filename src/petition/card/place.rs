//! Where everything on a card stands, and how large it is: found by measuring, so that nothing runs out of its room.

use super::face::Face;
use crate::web::print::fonts::SEMIBOLD;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

/// Room for text, sizes a title is tried in with the lines it may take in each, and groups of five strokes below it.
pub(super) struct CardLayout {
    room: f32,
    sizes: [(f32, usize); 4],
    pub(super) organization: f32,
    groups: i64,
}

/// The whole width.
const ALONE: CardLayout = CardLayout {
    room: 1040.0,
    sizes: [(92.0, 2), (76.0, 3), (58.0, 4), (47.0, 5)],
    organization: 34.0,
    groups: 15,
};
/// The same while there is no number yet: what strokes would take is the title's.
const ALONE_FIRST: CardLayout = CardLayout {
    sizes: [(104.0, 2), (92.0, 3), (72.0, 4), (58.0, 5)],
    groups: 0,
    ..ALONE
};
/// Beside a picture, which stands for the strokes.
const BESIDE: CardLayout = CardLayout {
    room: 590.0,
    sizes: [(88.0, 3), (72.0, 4), (58.0, 5), (46.0, 6)],
    organization: 28.0,
    groups: 0,
};
/// Sizes of button and sentence: the first two with which both fit.
const FOOT: [(f32, f32); 6] = [
    (40.0, 44.0),
    (40.0, 38.0),
    (34.0, 32.0),
    (29.0, 27.0),
    (26.0, 24.0),
    (24.0, 21.0),
];
/// What is left free beside the words of the button.
const EDGE: f32 = 36.0;
/// Where the row of the two begins, and the room between them.
const LEFT: f32 = 80.0;
const GAP: f32 = 32.0;

/// What the mark takes before the organization.
const BESIDE_MARK: f32 = 70.0;
/// Ink of a stroke that stands for signatures, and of one that waits for them.
const FILLED: &str = "#2a3e9e";
const EMPTY: &str = "#dad4c5";
/// Strokes in a group.
const FIVE: i64 = 5;
/// The row at the foot: a button that is drawn (whoever presses the picture comes to the form), and the sentence with the number.
#[derive(Default)]
pub(super) struct CardFoot<'a> {
    pub(super) button: Option<CardButton<'a>>,
    pub(super) sentence: Option<Sentence<'a>>,
}

/// Words, their size, and the width of what is drawn around them.
pub(super) struct CardButton<'a> {
    pub(super) words: &'a str,
    pub(super) size: f32,
    pub(super) width: f32,
}

/// A sentence and where it stands.
pub(super) struct Sentence<'a> {
    pub(super) words: &'a str,
    pub(super) size: f32,
    pub(super) x: f32,
}

/// A line of the title and where it stands.
pub(super) struct TitleLine {
    pub(super) text: String,
    pub(super) y: f32,
}

/// A stroke of the tally: upright, or across the four before it.
pub(super) struct Stroke {
    pub(super) x: i64,
    pub(super) is_across: bool,
    pub(super) colour: &'static str,
}

/// The fonts, opened once for each drawing; that costs less than a microsecond.
pub(super) struct Faces(Vec<FontRef<'static>>);

impl Faces {
    pub(super) fn open() -> Option<Self> {
        let faces: Result<Vec<_>, _> = SEMIBOLD.iter().map(|font| FontRef::new(font)).collect();
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

impl CardLayout {
    pub(super) fn of(face: &Face) -> &'static Self {
        match (&face.picture, face.count) {
            (Some(_), _) => &BESIDE,
            (None, 0) => &ALONE_FIRST,
            (None, _) => &ALONE,
        }
    }

    /// The organization, where it fits.
    pub(super) fn organization<'a>(&self, faces: &Faces, name: &'a str) -> &'a str {
        let wide = faces.width(name).map(|wide| wide * self.organization);
        match wide {
            Some(wide) if wide < self.room - BESIDE_MARK => name,
            _ => "",
        }
    }

    /// The title in the largest size it fits in, the last line cut where nothing fits. Without a title
    /// when the fonts lack a letter of it.
    pub(super) fn title(&self, faces: &Faces, text: &str) -> (f32, Vec<TitleLine>) {
        let mut best = (0.0, Vec::new());
        let words = text.split_whitespace();
        let widest = words
            .filter_map(|word| faces.width(word))
            .fold(0.0, f32::max);
        for (size, most) in self.sizes {
            let Some(mut lines) = wrap(faces, text, self.room / size) else {
                return best;
            };
            // a word that is broken is read twice: rather a smaller size
            let fits = lines.len() <= most && widest * size <= self.room;
            let is_cut = lines.len() > most;
            lines.truncate(most);
            if is_cut && let Some(last) = lines.last_mut() {
                let kept = last.chars().count().saturating_sub(2);
                *last = format!(
                    "{}…",
                    last.chars().take(kept).collect::<String>().trim_end()
                );
            }
            let mut y = 132.0;
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

    /// Button and sentence. While there is no number the sentence is what the button says; where both fit in no size the sentence stands alone.
    pub(super) fn foot<'a>(&self, faces: &Faces, face: &'a Face) -> CardFoot<'a> {
        let wide = |words: &str| faces.width(words).filter(|wide| *wide > 0.0);
        let (words, said) = match face.count {
            0 => (face.sentence.as_str(), ""),
            _ => (face.cue.as_str(), face.sentence.as_str()),
        };
        let (button, sentence) = (wide(words), wide(said));
        let fits = |(of_button, of_sentence): (f32, f32)| {
            let width = button.map(|wide| wide * of_button + 2.0 * EDGE);
            let gap = button.and(sentence).map_or(0.0, |_| GAP);
            let x = LEFT + width.unwrap_or_default() + gap;
            let end = x + sentence.unwrap_or_default() * of_sentence;
            (end <= LEFT + self.room).then(|| CardFoot {
                button: width.map(|width| CardButton {
                    words,
                    size: of_button,
                    width,
                }),
                sentence: sentence.map(|_| Sentence {
                    words: said,
                    size: of_sentence,
                    x,
                }),
            })
        };
        let both = FOOT.into_iter().find_map(fits);
        both.unwrap_or_else(|| CardFoot {
            button: None,
            sentence: FOOT.into_iter().find_map(|(_, size)| {
                let end = sentence? * size;
                (end <= self.room).then_some(Sentence {
                    words: said,
                    size,
                    x: LEFT,
                })
            }),
        })
    }

    /// The number against the goal.
    pub(super) fn strokes(&self, face: &Face) -> Vec<Stroke> {
        if face.count == 0 || self.groups == 0 {
            return Vec::new();
        }
        let (goal, number) = (face.goal.max(1), self.groups * FIVE);
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
}

#[cfg(test)]
mod tests {
    use super::*;

    fn face(cue: &str, sentence: &str, count: i64) -> Face {
        Face {
            title: "Court records should be free to read".to_owned(),
            organization: "Open Docket Coalition".to_owned(),
            sentence: sentence.to_owned(),
            cue: cue.to_owned(),
            count,
            goal: 4_000,
            picture: None,
        }
    }

    #[test]
    fn button_and_sentence_keep_within_the_room() {
        let faces = Faces::open().unwrap();
        for layout in [&ALONE, &ALONE_FIRST, &BESIDE] {
            for (cue, sentence, count) in [
                ("Sign", "3,200+ have signed", 3_200),
                ("Participar", "Mais de 1.200.000 compromissos", 1_200_000),
                ("", "Más de 1,200,000 compromisos", 1_200_000),
                ("Sign", "Be one of the first to pledge", 0),
                ("Assinar", "Seja uma das primeiras pessoas a participar", 0),
            ] {
                let face = face(cue, sentence, count);
                let CardFoot { button, sentence } = layout.foot(&faces, &face);
                let taken = button.as_ref().map_or(0.0, |button| button.width);
                assert_eq!(button.is_none(), cue.is_empty(), "{face:?}");
                assert_eq!(sentence.is_none(), count == 0, "{face:?}");
                assert!(taken <= layout.room, "{face:?}: {taken}");
                if let Some(sentence) = sentence {
                    let end = sentence.x + faces.width(sentence.words).unwrap() * sentence.size;
                    assert!(end <= LEFT + layout.room, "{face:?}: {end}");
                    assert!(sentence.x >= LEFT + taken);
                }
            }
        }
        // where both do not fit there is the number; what fits in no size, and what the fonts have not, is left out
        let wordy = face(&"Sign ".repeat(12), "3,200+ have signed", 3_200);
        let CardFoot { button, sentence } = BESIDE.foot(&faces, &wordy);
        assert!(button.is_none() && sentence.is_some());
        let long = face("", &"3,200+ have signed".repeat(5), 3_200);
        assert!(BESIDE.foot(&faces, &long).sentence.is_none());
        let arabic = face("وقع", "3,200+ have signed", 3_200);
        let CardFoot { button, sentence } = ALONE.foot(&faces, &arabic);
        assert!(button.is_none() && sentence.is_some());
    }

    #[test]
    fn no_word_of_a_title_is_broken_where_a_smaller_size_holds_it() {
        let faces = Faces::open().unwrap();
        for title in [
            "Protect our representatives",
            "Salvemos la investigación pública",
            "Environmental justice for Ridgemont",
            "Transparencia y responsabilidades",
        ] {
            for layout in [&ALONE, &ALONE_FIRST, &BESIDE] {
                let (size, lines) = layout.title(&faces, title);
                let drawn: Vec<_> = lines.iter().flat_map(|line| line.text.split(' ')).collect();
                let words: Vec<_> = title.split(' ').collect();
                assert_eq!(drawn, words, "{size}");
            }
        }
    }

    #[test]
    fn a_title_without_letters_of_these_fonts_is_none() {
        let faces = Faces::open().unwrap();
        assert!(ALONE.title(&faces, "محاكم").1.is_empty());
        assert!(ALONE.title(&faces, "Ley & orden").1.len() == 1);
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
