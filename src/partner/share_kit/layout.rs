//! Where everything on a poster stands: found by measuring, so that it is one sheet whatever its title. A text with letters that the fonts do
//! not have is left out; the code, which everybody can read, is then larger.

use super::poster::{Paper, Poster, PosterForm};
use crate::web::print::fonts::{PrintFonts, Weight, cut};
use crate::web::print::sheet::{
    Area, BLACK, Ink, Mark, PlacedLine, Sheet, TextBlock, TextRole, WHITE,
};
use crate::web::qr::Qr;

/// Ink of the mark and of what is done, of what stands beside, and of strokes that are the signers'.
const PEN: Ink = Ink(42, 62, 158);
const QUIET: Ink = Ink(75, 84, 103);
const MARIGOLD: Ink = Ink(224, 161, 27);
const RULE: Ink = Ink(150, 150, 150);

/// From the edge of the paper: no printer leaves this much out.
pub(super) const EDGE: f32 = 50.0;
/// How much of the sheet strips take, and how many there are.
pub(super) const STRIPS: f32 = 196.0;
const STRIP_COUNT: u8 = 10;
/// The code of a strip.
pub(super) const STRIP_CODE: f32 = 50.0;
/// From the end of what is asked to the line above the code.
const APART: f32 = 26.0;

/// Sizes that title and ask are tried in, the first with which both have their room.
const POSTER: [(f32, f32); 8] = [
    (66.0, 23.0),
    (56.0, 21.0),
    (48.0, 19.0),
    (42.0, 17.0),
    (36.0, 15.0),
    (30.0, 14.0),
    (25.0, 12.5),
    (21.0, 11.0),
];
const FLYER: [(f32, f32); 5] = [
    (42.0, 17.0),
    (36.0, 15.5),
    (30.0, 14.0),
    (25.0, 12.5),
    (21.0, 11.0),
];
/// The beginning of the text.
const BODY: f32 = 11.5;

/// A sheet that is being filled.
struct Layout<'f> {
    fonts: &'f PrintFonts,
    width: f32,
    marks: Vec<Mark>,
}

/// Lines that were measured, and not yet placed.
struct Measured {
    size: f32,
    lead: f32,
    lines: Vec<String>,
}

impl Measured {
    fn height(&self) -> f32 {
        self.lines.iter().map(|_| self.size * self.lead).sum()
    }
}

/// The poster as a sheet.
#[must_use]
pub(super) fn sheet(poster: &Poster, fonts: &PrintFonts) -> Sheet {
    let (width, height) = poster.paper.size();
    let mut layout = Layout {
        fonts,
        width,
        marks: Vec::new(),
    };
    let foot = match poster.form {
        PosterForm::TearOff => height - STRIPS - 22.0,
        _ => height - EDGE,
    };
    let least = match poster.form {
        PosterForm::Poster => 236.0,
        PosterForm::Flyer => 150.0,
        PosterForm::TearOff => 158.0,
    };
    let top = layout.head(poster);
    let end = layout.words(poster, top, foot - least - APART);
    // what nobody needs is given to the code
    let most = match poster.form {
        PosterForm::Poster => 264.0,
        _ => least,
    };
    let code = (foot - end - APART).clamp(least, most);
    layout.call(poster, foot - code, code);
    if poster.form == PosterForm::TearOff {
        layout.strips(poster, height);
    }
    Sheet {
        width,
        height,
        marks: layout.marks,
    }
}

/// A code alone, as large as a page of this paper lets it be.
#[must_use]
pub(super) fn code_alone(qr: &Qr, says: &str, paper: Paper) -> Sheet {
    let (width, height) = paper.size();
    let side = width - 2.0 * EDGE;
    Sheet {
        width,
        height,
        marks: vec![code(qr, says, EDGE, (height - side) / 2.0, side)],
    }
}

/// A code on a white ground of its own, its quiet zone included.
fn code(qr: &Qr, says: &str, x: f32, y: f32, side: f32) -> Mark {
    let size = u8::try_from(qr.size).map_or(185.0, f32::from);
    let module = side / size;
    let area = |run: &crate::web::qr::DarkRun| Area {
        x: x + f32::from(run.x) * module,
        y: y + f32::from(run.y) * module,
        width: f32::from(run.length) * module,
        // rows overlap by a hair, so that no screen shows paper between them
        height: module * 1.02,
    };
    Mark::Areas {
        ground: Some((
            WHITE,
            Area {
                x,
                y,
                width: side,
                height: side,
            },
        )),
        ink: BLACK,
        areas: qr.runs.iter().map(area).collect(),
        says: Some(says.to_owned()).filter(|says| !says.is_empty()),
    }
}

impl Layout<'_> {
    fn room(&self) -> f32 {
        self.width - 2.0 * EDGE
    }

    /// A text in so many lines of this room at most; none of it where a letter is missing.
    fn measure(&self, weight: Weight, text: &str, room: f32, size: f32, lead: f32) -> Measured {
        Measured {
            size,
            lead,
            lines: self
                .fonts
                .wrap(weight, text, room / size)
                .unwrap_or_default(),
        }
    }

    /// Places lines from `top` down; says where they end.
    fn place(
        &mut self,
        role: TextRole,
        weight: Weight,
        ink: Ink,
        (x, top): (f32, f32),
        measured: Measured,
    ) -> f32 {
        let (size, lead) = (measured.size, measured.lead);
        let mut y = top;
        let lines = measured.lines.into_iter().map(|text| {
            let baseline = y + size * (0.5 * lead + 0.33);
            y += size * lead;
            PlacedLine {
                text,
                x,
                baseline,
                spoken: None,
            }
        });
        let lines: Vec<PlacedLine> = lines.collect();
        if !lines.is_empty() {
            self.marks.push(Mark::Text(TextBlock {
                role,
                weight,
                size,
                ink,
                lines,
                is_upright: false,
            }));
        }
        y
    }

    /// The mark, and who asks.
    fn head(&mut self, poster: &Poster) -> f32 {
        let top = EDGE;
        let mut x = EDGE + 2.0;
        for _ in 0..4 {
            self.line(PEN, (x, top), (x, top + 27.0), 3.2);
            x += 8.0;
        }
        self.line(
            MARIGOLD,
            (EDGE - 2.0, top + 21.0),
            (EDGE + 30.0, top + 6.0),
            3.2,
        );
        let room = self.room() - 46.0;
        let sizes = [(16.0, 1), (13.0, 1), (11.0, 2)];
        let name = &poster.organization;
        if let Some((size, lines)) = self.fonts.fit(Weight::SemiBold, name, room, &sizes) {
            let measured = Measured {
                size,
                lead: 1.2,
                lines,
            };
            let middle = top + 13.5 - measured.height() / 2.0;
            let at = (EDGE + 46.0, middle);
            self.place(TextRole::Paragraph, Weight::SemiBold, BLACK, at, measured);
        }
        top + 27.0
    }

    fn line(&mut self, ink: Ink, from: (f32, f32), to: (f32, f32), width: f32) {
        self.marks.push(Mark::Line {
            ink,
            from,
            to,
            width,
            is_dashed: false,
        });
    }

    /// What it is, its title, what is asked and how the text begins, between these two heights; says where they end.
    fn words(&mut self, poster: &Poster, top: f32, bottom: f32) -> f32 {
        let room = self.room();
        let top = top + 34.0;
        let (sizes, spare) = match poster.form {
            PosterForm::Flyer => (&FLYER[..], 120.0),
            _ => (&POSTER[..], 0.0),
        };
        let widest = poster.title.split_whitespace();
        let widest = widest
            .filter_map(|word| self.fonts.width(Weight::SemiBold, word))
            .fold(0.0, f32::max);
        let mut chosen = None;
        for (of_title, of_ask) in sizes {
            let title = self.measure(Weight::SemiBold, &poster.title, room, *of_title, 1.1);
            let ask = self.measure(Weight::Regular, &poster.ask, room, *of_ask, 1.38);
            let taken = 26.0 + title.height() + 12.0 + ask.height();
            let fits = top + taken + spare <= bottom && widest * of_title <= room;
            chosen = Some((title, ask));
            if fits {
                break;
            }
        }
        let Some((title, ask)) = chosen else {
            return top;
        };
        let eyebrow = self.fonts.fit(
            Weight::Regular,
            &poster.eyebrow,
            room,
            &[(15.0, 1), (13.0, 1), (11.0, 2)],
        );
        let mut y = top;
        if let Some((size, lines)) = eyebrow {
            let measured = Measured {
                size,
                lead: 1.3,
                lines,
            };
            y = self.place(
                TextRole::Paragraph,
                Weight::Regular,
                QUIET,
                (EDGE, y),
                measured,
            ) + 6.0;
        }
        y = self.place(TextRole::Title, Weight::SemiBold, BLACK, (EDGE, y), title) + 12.0;
        y = self.place(TextRole::Paragraph, Weight::Regular, BLACK, (EDGE, y), ask);
        for paragraph in &poster.excerpt {
            let mut measured = self.measure(Weight::Regular, paragraph, room, BODY, 1.5);
            y += 10.0;
            let mut left = bottom - y;
            let all = measured.lines.len();
            measured.lines.retain(|_| {
                left -= BODY * 1.5;
                left >= 0.0
            });
            let is_cut = measured.lines.len() < all;
            if is_cut && measured.lines.len() < 2 {
                break;
            }
            if is_cut && let Some(last) = measured.lines.last_mut() {
                *last = cut(last);
            }
            y = self.place(
                TextRole::Paragraph,
                Weight::Regular,
                BLACK,
                (EDGE, y),
                measured,
            );
            if is_cut {
                break;
            }
        }
        y
    }

    /// The code, with what to do beside it.
    fn call(&mut self, poster: &Poster, top: f32, side: f32) {
        self.line(
            MARIGOLD,
            (EDGE, top - 10.0),
            (self.width - EDGE, top - 10.0),
            3.0,
        );
        // the quiet zone of the code stands out of the margin, its modules on it
        let size = u8::try_from(poster.qr.size).map_or(185.0, f32::from);
        let quiet = 4.0 * side / size;
        let code = code(&poster.qr, &poster.qr_says, EDGE - quiet, top, side);
        self.marks.push(code);
        let x = EDGE - quiet + side + 14.0;
        let room = self.width - EDGE - x;
        let is_large = poster.form == PosterForm::Poster;
        let (of_call, of_text, of_address) = match is_large {
            true => (
                [(38.0, 2), (30.0, 2), (24.0, 3)],
                15.0,
                [(19.0, 2), (16.0, 3), (12.0, 4)],
            ),
            false => (
                [(26.0, 2), (22.0, 2), (18.0, 2)],
                12.0,
                [(15.0, 2), (12.5, 2), (10.5, 3)],
            ),
        };
        let small = [(of_text, 3)];
        let least = [(of_text * 0.85, 2)];
        let until = poster.until.as_deref().unwrap_or_default();
        let (bold, plain) = (Weight::SemiBold, Weight::Regular);
        let said = [
            (bold, PEN, poster.call.as_str(), &of_call[..], 1.1, 0.0),
            (plain, BLACK, &poster.scan, &small, 1.35, 8.0),
            (plain, QUIET, &poster.or_type, &small, 1.35, 2.0),
            (bold, BLACK, &poster.address, &of_address, 1.3, 2.0),
            (bold, BLACK, until, &small, 1.35, 8.0),
            (plain, QUIET, &poster.how, &least, 1.35, 4.0),
        ];
        let mut blocks = Vec::new();
        for (weight, ink, text, sizes, lead, before) in said {
            let fitted = self.fonts.fit(weight, text, room, sizes);
            let Some((size, lines)) = fitted.filter(|(_, lines)| !lines.is_empty()) else {
                continue;
            };
            blocks.push((weight, ink, before, Measured { size, lead, lines }));
        }
        let tall: f32 = blocks
            .iter()
            .map(|(_, _, before, block)| before + block.height())
            .sum();
        let mut y = top + ((side - tall) / 2.0).max(0.0);
        for (weight, ink, before, block) in blocks {
            y = self.place(TextRole::Paragraph, weight, ink, (x, y + before), block);
        }
    }

    /// Strips to tear off, each upright: a code, and what the address is.
    fn strips(&mut self, poster: &Poster, height: f32) {
        let top = height - STRIPS;
        let strip = self.width / f32::from(STRIP_COUNT);
        let dashed = |from, to| Mark::Line {
            ink: RULE,
            from,
            to,
            width: 0.8,
            is_dashed: true,
        };
        self.marks.push(dashed((0.0, top), (self.width, top)));
        // printers leave out what is nearer to the edge
        let baseline = height - 22.0;
        let room = baseline - top - STRIP_CODE - 10.0;
        let sizes = [(8.0, 2), (7.0, 2)];
        let title = self.fonts.fit(Weight::Regular, &poster.title, room, &sizes);
        let sizes = [(10.0, 2), (9.0, 3), (8.0, 3), (6.5, 4)];
        let address = self
            .fonts
            .fit(Weight::SemiBold, &poster.address, room, &sizes);
        for n in 0..STRIP_COUNT {
            let left = strip * f32::from(n);
            if n > 0 {
                self.marks.push(dashed((left, top), (left, height)));
            }
            let x = left + (strip - STRIP_CODE) / 2.0;
            self.marks
                .push(code(&poster.qr, "", x, top + 4.0, STRIP_CODE));
            let blocks = [(Weight::Regular, &title), (Weight::SemiBold, &address)];
            let lines = blocks.iter().filter_map(|(_, block)| block.as_ref());
            let taken: f32 = lines
                .map(|(size, lines)| lines.iter().map(|_| size * 1.25).sum::<f32>())
                .sum();
            let mut across = left + (strip - taken) / 2.0;
            for (weight, block) in blocks {
                let Some((size, lines)) = block else { continue };
                let lines = lines.iter().map(|text| {
                    across += size * 1.25;
                    PlacedLine {
                        text: text.clone(),
                        x: across - size * 0.35,
                        baseline,
                        spoken: None,
                    }
                });
                let lines = lines.collect();
                self.marks.push(Mark::Text(TextBlock {
                    role: TextRole::Repeated,
                    weight,
                    size: *size,
                    ink: BLACK,
                    lines,
                    is_upright: true,
                }));
            }
        }
    }
}
