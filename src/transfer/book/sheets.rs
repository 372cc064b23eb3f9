//! The sheets of a book: filled from above, in one column or two, and handed on as each is full, so that no more than one is in memory.

use crate::web::print::fonts::{PrintFonts, Weight};
use crate::web::print::paper::Paper;
use crate::web::print::sheet::{Area, BLACK, Ink, Mark, PlacedLine, Sheet, TextBlock, TextRole};

/// Ink of what stands beside.
const QUIET: Ink = Ink(75, 84, 103);
const RULE: Ink = Ink(150, 150, 150);
/// From the sides of the paper.
const EDGE: f32 = 48.0;
/// Where the text of a sheet begins, and how far above the lower edge it ends.
const TOP: f32 = 80.0;
const FOOT: f32 = 78.0;
/// Between the columns.
const GAP: f32 = 26.0;
/// The number of a name.
const NUMBER: f32 = 30.0;
/// Names of a column, where none needs more than its share.
const ROWS: f32 = 16.0;
/// Sheets of a file. What holds more is several files: a PDF is in memory until it is whole.
pub(super) const VOLUME: usize = 500;

/// How a text is set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    pub(super) role: TextRole,
    weight: Weight,
    size: f32,
    ink: Ink,
    lead: f32,
}

impl Style {
    const fn new(role: TextRole, weight: Weight, size: f32, ink: Ink, lead: f32) -> Self {
        Self {
            role,
            weight,
            size,
            ink,
            lead,
        }
    }

    pub(super) const TITLE: Self = Self::new(TextRole::Title, Weight::SemiBold, 25.0, BLACK, 1.15);
    pub(super) const HEADING: Self =
        Self::new(TextRole::Heading(2), Weight::SemiBold, 14.0, BLACK, 1.2);
    pub(super) const GROUP: Self =
        Self::new(TextRole::Heading(3), Weight::SemiBold, 11.5, BLACK, 1.2);
    pub(super) const TEXT: Self =
        Self::new(TextRole::Paragraph, Weight::Regular, 10.5, BLACK, 1.42);
    pub(super) const STRONG: Self =
        Self::new(TextRole::Paragraph, Weight::SemiBold, 10.5, BLACK, 1.42);
    pub(super) const SMALL: Self = Self::new(TextRole::Paragraph, Weight::Regular, 8.5, QUIET, 1.4);
    const NAME: Self = Self::new(TextRole::Paragraph, Weight::SemiBold, 10.5, BLACK, 1.25);
    const DETAIL: Self = Self::new(TextRole::Paragraph, Weight::Regular, 8.5, QUIET, 1.3);
    const LABEL: Self = Self::new(TextRole::Paragraph, Weight::Regular, 7.5, QUIET, 1.25);
    const HEAD: Self = Self::new(TextRole::Header, Weight::Regular, 8.5, QUIET, 1.3);
    const FEET: Self = Self::new(TextRole::Footer, Weight::Regular, 7.5, QUIET, 1.4);
}

/// What stands on every sheet.
#[derive(Debug, Clone)]
pub(super) struct Running {
    /// At the head: the title, and until when names are in it.
    pub(super) head: [String; 2],
    /// At the foot, beside the number of the page.
    pub(super) foot: Vec<String>,
    /// Makes "Page 3 of 83".
    pub(super) page: fn(&crate::words::Words, usize, usize) -> String,
    /// Makes "Part 2 of 3".
    pub(super) part: fn(&crate::words::Words, usize, usize) -> String,
}

/// What is not as it was written, because no font has it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Missing {
    pub(super) letters: usize,
    pub(super) names: usize,
}

/// Sheets that are being filled.
pub(super) struct Sheets<'a, E> {
    fonts: &'a PrintFonts,
    words: &'a crate::words::Words,
    running: &'a Running,
    size: (f32, f32),
    /// How many there are in all; none while that is found out.
    all: Option<usize>,
    emit: &'a mut dyn FnMut(Sheet) -> Result<(), E>,
    marks: Vec<Mark>,
    /// The number of this sheet, from 1.
    number: usize,
    y: f32,
    /// Which of two columns; none where the text is as wide as the sheet.
    column: Option<usize>,
    column_top: f32,
    pub(super) missing: Missing,
}

impl<'a, E> Sheets<'a, E> {
    /// Of this paper; the first is begun.
    pub(super) fn begin(
        (fonts, words): (&'a PrintFonts, &'a crate::words::Words),
        running: &'a Running,
        (paper, all): (Paper, Option<usize>),
        emit: &'a mut dyn FnMut(Sheet) -> Result<(), E>,
    ) -> Self {
        Self {
            fonts,
            words,
            running,
            size: paper.size(),
            all,
            emit,
            marks: Vec::new(),
            number: 1,
            y: TOP,
            column: None,
            column_top: TOP,
            missing: Missing::default(),
        }
    }

    fn width(&self) -> f32 {
        let whole = self.size.0 - 2.0 * EDGE;
        match self.column {
            Some(_) => (whole - GAP) / 2.0,
            None => whole,
        }
    }

    fn left(&self) -> f32 {
        match self.column {
            Some(1) => EDGE + self.width() + GAP,
            Some(_) | None => EDGE,
        }
    }

    fn bottom(&self) -> f32 {
        self.size.1 - FOOT
    }

    /// A text that is set: its lines, and whether letters are missing.
    fn set(&mut self, style: Style, text: &str, room: f32) -> (Vec<PlacedLine>, usize) {
        let (printed, missing) = self.fonts.printable(text);
        self.missing.letters += missing;
        let printed: Vec<&str> = printed.split_whitespace().collect();
        let printed = printed.join(" ");
        // most texts are one line: they are measured once, and not word by word
        let wide = self.fonts.width(style.weight, &printed);
        let lines = match wide {
            Some(wide) if !printed.is_empty() && wide * style.size <= room => Some(vec![printed]),
            _ => self.fonts.wrap(style.weight, &printed, room / style.size),
        };
        let mut spoken = (missing > 0).then(|| text.to_owned());
        let placed = lines
            .unwrap_or_default()
            .into_iter()
            .map(|text| PlacedLine {
                text,
                x: 0.0,
                baseline: 0.0,
                // all of it with the first line, nothing with the others
                spoken: match (missing, spoken.take()) {
                    (0, _) => None,
                    (_, said) => Some(said.unwrap_or_default()),
                },
            });
        (placed.collect(), missing)
    }

    /// Puts lines at their places, from `top` down.
    fn at(style: Style, mut lines: Vec<PlacedLine>, (x, top): (f32, f32)) -> TextBlock {
        let mut y = top;
        for line in &mut lines {
            line.x = x;
            line.baseline = y + style.size * (0.5 * style.lead + 0.33);
            y += style.size * style.lead;
        }
        TextBlock {
            role: style.role,
            weight: style.weight,
            size: style.size,
            ink: style.ink,
            lines,
            is_upright: false,
        }
    }

    fn height(style: Style, lines: &[PlacedLine]) -> f32 {
        lines.iter().map(|_| style.size * style.lead).sum()
    }

    /// A text over the whole width or column, on as many sheets as it needs; `after` is left free behind it.
    pub(super) fn text(&mut self, style: Style, text: &str, after: f32) -> Result<(), E> {
        let (mut lines, _) = self.set(style, text, self.width());
        let line = style.size * style.lead;
        let is_heading = matches!(style.role, TextRole::Title | TextRole::Heading(_));
        // a heading stands with what follows it
        let least = match is_heading {
            true => Self::height(style, &lines) + 46.0,
            false => line,
        };
        self.make_room(least)?;
        while !lines.is_empty() {
            let mut left = self.bottom() - self.y;
            let fits = lines.iter().take_while(|_| {
                left -= line;
                left >= -0.01
            });
            let fits = fits.count().max(1);
            let rest = lines.split_off(fits.min(lines.len()));
            let height = Self::height(style, &lines);
            let block = Self::at(style, lines, (self.left(), self.y));
            self.marks.push(Mark::Text(block));
            self.y += height;
            lines = rest;
            if !lines.is_empty() {
                self.go_on()?;
            }
        }
        self.y += after;
        Ok(())
    }

    /// A row of a table with two columns.
    pub(super) fn row(&mut self, cells: [&str; 2], is_head: bool) -> Result<(), E> {
        let style = if is_head { Style::STRONG } else { Style::TEXT };
        let number = 90.0;
        let (name, _) = self.set(style, cells[0], self.width() - number - 10.0);
        let (many, _) = self.set(style, cells[1], number);
        let height = Self::height(style, &name).max(Self::height(style, &many)) + 3.0;
        self.make_room(height)?;
        let right = self.left() + self.width() - number;
        let cells = vec![
            Self::at(style, name, (self.left(), self.y)),
            Self::at(style, many, (right, self.y)),
        ];
        self.marks.push(Mark::Row { cells, is_head });
        self.y += height;
        self.rule(self.y - 1.5);
        Ok(())
    }

    fn rule(&mut self, y: f32) {
        let (from, to) = (self.left(), self.left() + self.width());
        self.marks.push(Mark::Line {
            ink: RULE,
            from: (from, y),
            to: (to, y),
            width: 0.4,
            is_dashed: false,
        });
    }

    /// A name with its number, and what stands below it.
    pub(super) fn name(&mut self, number: &str, name: &str, detail: &str) -> Result<(), E> {
        let room = self.width() - NUMBER;
        let (name, mut missing) = self.set(Style::NAME, name, room);
        let (detail, more) = self.set(Style::DETAIL, detail, room);
        missing += more;
        self.missing.names += usize::from(missing > 0);
        let of_name = Self::height(Style::NAME, &name);
        let height = of_name + Self::height(Style::DETAIL, &detail) + 9.0;
        let height = height.max(self.share());
        self.make_room(height)?;
        let (x, y) = (self.left(), self.y + 4.0);
        let mut said = vec![Self::at(Style::NAME, name, (x + NUMBER, y))];
        if !detail.is_empty() {
            said.push(Self::at(Style::DETAIL, detail, (x + NUMBER, y + of_name)));
        }
        let number = self.number(number, (x, y + 2.0));
        self.marks.push(Mark::Entry { number, said });
        self.y += height;
        self.rule(self.y);
        Ok(())
    }

    /// The same without name: a bar, as long for everybody.
    pub(super) fn withheld(&mut self, number: &str, says: &str) -> Result<(), E> {
        let height = self.share();
        self.make_room(height)?;
        let (x, y) = (self.left(), self.y + 4.0);
        let bar = Area {
            x: x + NUMBER,
            y: y + 2.0,
            width: 130.0,
            height: 10.0,
        };
        let number = self.number(number, (x, y + 2.0));
        self.marks.push(Mark::Withheld {
            number,
            bar,
            says: says.to_owned(),
        });
        self.y += height;
        self.rule(self.y);
        Ok(())
    }

    fn number(&mut self, number: &str, at: (f32, f32)) -> TextBlock {
        let (lines, _) = self.set(Style::LABEL, number, NUMBER);
        Self::at(Style::LABEL, lines, at)
    }

    /// What a name has of a column.
    fn share(&self) -> f32 {
        (self.bottom() - TOP) / ROWS - 0.01
    }

    /// From here on in two columns.
    pub(super) fn in_columns(&mut self) {
        self.column = Some(0);
        self.column_top = self.y;
    }

    /// Over the whole width again, on another sheet if anything stands on this one.
    pub(super) fn whole_width(&mut self) -> Result<(), E> {
        if self.column.take().is_some() {
            self.next_sheet()?;
        }
        Ok(())
    }

    /// Begins another sheet, in the same columns.
    pub(super) fn break_page(&mut self) -> Result<(), E> {
        let column = self.column.take();
        if self.y > TOP || column == Some(1) {
            self.next_sheet()?;
        }
        if column.is_some() {
            self.in_columns();
        }
        Ok(())
    }

    /// Goes on where there is room for this height.
    fn make_room(&mut self, height: f32) -> Result<(), E> {
        // what is taller than a sheet is begun where there is most room
        let is_begun = self.y > self.column_top.min(TOP) + 0.01;
        match self.y + height > self.bottom() + 0.02 && is_begun {
            true => self.go_on(),
            false => Ok(()),
        }
    }

    /// The next column, or the next sheet.
    fn go_on(&mut self) -> Result<(), E> {
        if self.column == Some(0) {
            self.column = Some(1);
            self.y = self.column_top;
            return Ok(());
        }
        let in_columns = self.column.take().is_some();
        self.next_sheet()?;
        if in_columns {
            self.in_columns();
        }
        Ok(())
    }

    /// Hands this sheet on and begins another.
    fn next_sheet(&mut self) -> Result<(), E> {
        self.hand_on()?;
        self.number += 1;
        self.y = TOP;
        self.column_top = TOP;
        if self.number % VOLUME == 1 {
            let all = self.all.unwrap_or(self.number).div_ceil(VOLUME);
            let part = (self.running.part)(self.words, self.number / VOLUME + 1, all);
            let title = self.running.head[0].clone();
            self.text(Style::TITLE, &title, 4.0)?;
            self.text(Style::TEXT, &part, 12.0)?;
            self.column_top = self.y;
        }
        Ok(())
    }

    fn hand_on(&mut self) -> Result<(), E> {
        let (width, height) = self.size;
        let half = width / 2.0 - EDGE - 8.0;
        if self.number > 1 {
            let [title, as_of] = &self.running.head;
            let title = self.one_line(Style::HEAD, title, half * 1.1);
            self.marks
                .push(Mark::Text(Self::at(Style::HEAD, title, (EDGE, 46.0))));
            let as_of = self.one_line(Style::HEAD, as_of, half);
            let x = width - EDGE - self.line_width(Style::HEAD, &as_of);
            self.marks
                .push(Mark::Text(Self::at(Style::HEAD, as_of, (x, 46.0))));
            self.marks.push(Mark::Line {
                ink: BLACK,
                from: (EDGE, 62.0),
                to: (width - EDGE, 62.0),
                width: 1.2,
                is_dashed: false,
            });
        }
        let page = (self.running.page)(self.words, self.number, self.all.unwrap_or(self.number));
        let page = self.one_line(Style::FEET, &page, half);
        let x = width - EDGE - self.line_width(Style::FEET, &page);
        let top = height - FOOT + 18.0;
        self.marks
            .push(Mark::Text(Self::at(Style::FEET, page, (x, top))));
        let mut y = top;
        for said in &self.running.foot {
            let line = self.one_line(Style::FEET, said, 2.0 * half - 60.0);
            self.marks
                .push(Mark::Text(Self::at(Style::FEET, line, (EDGE, y))));
            y += Style::FEET.size * Style::FEET.lead;
        }
        let marks = std::mem::take(&mut self.marks);
        (self.emit)(Sheet {
            width,
            height,
            marks,
        })
    }

    /// A text in one line; what is longer is cut, because it stands whole elsewhere.
    fn one_line(&self, style: Style, text: &str, room: f32) -> Vec<PlacedLine> {
        let (printed, _) = self.fonts.printable(text);
        let sizes = [(style.size, 1)];
        let fitted = self.fonts.fit(style.weight, &printed, room, &sizes);
        let lines = fitted.map(|(_, lines)| lines).unwrap_or_default();
        let placed = lines.into_iter().map(|text| PlacedLine {
            text,
            x: 0.0,
            baseline: 0.0,
            spoken: None,
        });
        placed.collect()
    }

    fn line_width(&self, style: Style, lines: &[PlacedLine]) -> f32 {
        let wide = |line: &PlacedLine| self.fonts.width(style.weight, &line.text);
        let widest = lines.iter().filter_map(wide).fold(0.0, f32::max);
        widest * style.size
    }

    /// Hands the last sheet on. Returns how many there are.
    pub(super) fn end(mut self) -> Result<(usize, Missing), E> {
        self.hand_on()?;
        Ok((self.number, self.missing))
    }
}
