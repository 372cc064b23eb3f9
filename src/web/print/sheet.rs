//! A sheet of paper and what stands where on it: points from its upper corner, 72 to an inch.

use super::fonts::Weight;

/// A colour of ink.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ink(pub u8, pub u8, pub u8);

/// The ground of codes.
pub const WHITE: Ink = Ink(255, 255, 255);
/// Modules of codes, and text.
pub const BLACK: Ink = Ink(17, 20, 28);

/// What a text is to somebody who hears the document read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextRole {
    /// The heading of it all.
    Title,
    /// A paragraph.
    Paragraph,
    /// A heading below that, by its level: 2 is the highest.
    Heading(u8),
    /// What was said before and is passed over.
    Repeated,
    /// What stands at the head of each page.
    Header,
    /// What stands at the foot of each page.
    Footer,
}

/// A line of text and where it begins.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedLine {
    /// What it says.
    pub text: String,
    /// Where it begins.
    pub x: f32,
    /// On which line its letters stand.
    pub baseline: f32,
    /// What is read aloud and copied in its place, where letters are missing.
    pub spoken: Option<String>,
}

/// Lines that belong together.
#[derive(Debug, Clone, PartialEq)]
pub struct TextBlock {
    /// What it is.
    pub role: TextRole,
    /// How heavy.
    pub weight: Weight,
    /// How large.
    pub size: f32,
    /// In which colour.
    pub ink: Ink,
    /// Its lines.
    pub lines: Vec<PlacedLine>,
    /// Whether it runs upwards: then each line begins at its `x` and `baseline` and goes up from there.
    pub is_upright: bool,
}

/// An area.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// Its upper corner.
    pub x: f32,
    /// The same, down.
    pub y: f32,
    /// How wide.
    pub width: f32,
    /// How high.
    pub height: f32,
}

/// Something that stands on a sheet.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// Text.
    Text(TextBlock),
    /// A line of a list: its number and what it says. Those that follow each other, on whichever sheet, are one list.
    Entry {
        /// Its number.
        number: TextBlock,
        /// What it says, in paragraphs.
        said: Vec<TextBlock>,
    },
    /// A line of a list of which the number alone is told.
    Withheld {
        /// Its number.
        number: TextBlock,
        /// What stands in the place of the words.
        bar: Area,
        /// What that is called.
        says: String,
    },
    /// A row of a table. Those that follow each other, on whichever sheet, are one table.
    Row {
        /// A cell for each column.
        cells: Vec<TextBlock>,
        /// Whether it names the columns.
        is_head: bool,
    },
    /// Areas of ink. With words it is a picture of what they say; without it is an ornament.
    Areas {
        /// The colour under them, over all of this area; none for the paper.
        ground: Option<(Ink, Area)>,
        /// Their colour.
        ink: Ink,
        /// The areas.
        areas: Vec<Area>,
        /// What the picture shows.
        says: Option<String>,
    },
    /// A line with round ends, or a dashed one: an ornament.
    Line {
        /// Its colour.
        ink: Ink,
        /// From where.
        from: (f32, f32),
        /// To where.
        to: (f32, f32),
        /// How thick.
        width: f32,
        /// Whether somebody cuts along it.
        is_dashed: bool,
    },
}

/// A sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// How wide.
    pub width: f32,
    /// How high.
    pub height: f32,
    /// What stands on it, in the order in which it is read.
    pub marks: Vec<Mark>,
}
