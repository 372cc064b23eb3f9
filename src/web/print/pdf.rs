//! Sheets as a PDF that can be read aloud: tagged by PDF/UA-1, with title and language, fonts embedded, nothing of it a picture of pixels.

use super::fonts::PrintFonts;
use super::sheet::{Area, BLACK, Ink, Mark, Sheet, TextBlock, TextRole};
use krilla::color::rgb;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point, Rect, Transform};
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, LineCap, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, ListNumbering, SpanTag, TableHeaderScope, Tag, TagGroup,
    TagTree,
};
use krilla::{Document, SerializeSettings};
use std::num::NonZeroU16;

/// What a document says of itself.
#[derive(Debug, Clone)]
pub struct PdfHead {
    /// What it is called.
    pub title: String,
    /// Its language, `es`.
    pub lang: String,
}

impl Ink {
    fn fill(self) -> Fill {
        Fill {
            paint: self.colour().into(),
            ..Fill::default()
        }
    }

    fn colour(self) -> rgb::Color {
        let Self(red, green, blue) = self;
        rgb::Color::new(red, green, blue)
    }
}

/// Writes sheets as a PDF, with no date in it: the same sheets are the same bytes. None when a sheet has no size, a letter is in no font, or
/// what is built in is broken.
#[must_use]
pub fn write(head: &PdfHead, sheets: &[Sheet], fonts: &PrintFonts) -> Option<Vec<u8>> {
    let mut writer = PdfWriter::begin(head.clone())?;
    for sheet in sheets {
        writer.add(sheet, fonts)?;
    }
    writer.finish()
}

/// What the lines of a list, or the rows of a table, are gathered in until something else follows.
enum Gathered {
    List(TagGroup),
    Table(TagGroup),
}

/// A PDF that is written sheet by sheet.
pub struct PdfWriter {
    head: PdfHead,
    document: Document,
    tags: TagTree,
    gathered: Option<Gathered>,
    /// Headings below the first, and where they stand.
    headings: Vec<(String, usize, f32)>,
    pages: usize,
}

impl PdfWriter {
    /// Without a sheet yet; none when what is built in is broken.
    #[must_use]
    pub fn begin(head: PdfHead) -> Option<Self> {
        let configuration =
            ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1);
        let document = Document::new_with(SerializeSettings {
            configuration: configuration.finish().ok()?,
            ..SerializeSettings::default()
        });
        Some(Self {
            tags: TagTree::new().with_lang(Some(head.lang.clone())),
            head,
            document,
            gathered: None,
            headings: Vec::new(),
            pages: 0,
        })
    }

    /// How many sheets it has.
    #[must_use]
    pub fn pages(&self) -> usize {
        self.pages
    }

    /// One sheet more; none when it has no size or a letter is in no font.
    pub fn add(&mut self, sheet: &Sheet, fonts: &PrintFonts) -> Option<()> {
        let settings = PageSettings::from_wh(sheet.width, sheet.height)?;
        let mut page = self.document.start_page_with(settings);
        let mut surface = page.surface();
        for mark in &sheet.marks {
            let drawn = match mark {
                Mark::Text(block) => {
                    if let (TextRole::Heading(_), Some(first)) = (block.role, block.lines.first()) {
                        let top = first.baseline - block.size;
                        self.headings.push((said(block), self.pages, top));
                    }
                    text(&mut surface, block, fonts)?
                }
                Mark::Entry { number, said } => {
                    let line = entry(&mut surface, number, said, fonts)?;
                    in_list(&mut self.gathered, &mut self.tags, line);
                    None
                }
                Mark::Withheld { number, bar, says } => {
                    let line = withheld(&mut surface, number, (bar, says), fonts)?;
                    in_list(&mut self.gathered, &mut self.tags, line);
                    None
                }
                Mark::Row { cells, is_head } => {
                    let line = row(&mut surface, cells, *is_head, fonts)?;
                    in_table(&mut self.gathered, &mut self.tags, line);
                    None
                }
                Mark::Areas {
                    ground,
                    ink,
                    areas,
                    says,
                } => picture(&mut surface, *ground, *ink, areas, says.as_deref()),
                Mark::Line {
                    ink,
                    from,
                    to,
                    width,
                    is_dashed,
                } => {
                    line(&mut surface, *ink, (*from, *to), *width, *is_dashed);
                    None
                }
            };
            if let Some(group) = drawn {
                close(&mut self.gathered, &mut self.tags);
                self.tags.push(group);
            }
        }
        surface.finish();
        page.finish();
        self.pages += 1;
        Some(())
    }

    /// The file; none when the writer finds it broken, which is logged.
    #[must_use]
    pub fn finish(mut self) -> Option<Vec<u8>> {
        close(&mut self.gathered, &mut self.tags);
        self.document.set_tag_tree(self.tags);
        let mut outline = Outline::new();
        let begin = XyzDestination::new(0, Point::from_xy(0.0, 0.0));
        outline.push_child(OutlineNode::new(self.head.title.clone(), begin));
        for (title, page, top) in self.headings {
            let there = XyzDestination::new(page, Point::from_xy(0.0, top));
            outline.push_child(OutlineNode::new(title, there));
        }
        self.document.set_outline(outline);
        self.document.set_metadata(
            Metadata::new()
                .title(self.head.title.clone())
                .language(self.head.lang.clone())
                .creator("Undersigned".to_owned()),
        );
        self.document
            .finish()
            .inspect_err(|fault| tracing::error!(?fault, "a PDF could not be written"))
            .ok()
    }
}

/// Puts what was gathered into the tree.
fn close(gathered: &mut Option<Gathered>, tags: &mut TagTree) {
    match gathered.take() {
        Some(Gathered::List(group) | Gathered::Table(group)) => tags.push(group),
        None => {}
    }
}

fn in_list(gathered: &mut Option<Gathered>, tags: &mut TagTree, line: TagGroup) {
    if !matches!(gathered, Some(Gathered::List(_))) {
        close(gathered, tags);
    }
    let list = || Gathered::List(TagGroup::new(Tag::L(ListNumbering::Decimal)));
    if let Gathered::List(group) = gathered.get_or_insert_with(list) {
        group.push(line);
    }
}

fn in_table(gathered: &mut Option<Gathered>, tags: &mut TagTree, line: TagGroup) {
    if !matches!(gathered, Some(Gathered::Table(_))) {
        close(gathered, tags);
    }
    let table = || Gathered::Table(TagGroup::new(Tag::Table));
    if let Gathered::Table(group) = gathered.get_or_insert_with(table) {
        group.push(line);
    }
}

/// What a text says, in one line.
fn said(block: &TextBlock) -> String {
    let lines = block.lines.iter().map(|line| line.text.as_str());
    lines.collect::<Vec<_>>().join(" ")
}

const ORNAMENT: ContentTag<'static> = ContentTag::Artifact(Artifact {
    kind: ArtifactType::Layout,
    bbox: None,
});

const fn beside(kind: ArtifactType) -> ContentTag<'static> {
    ContentTag::Artifact(Artifact { kind, bbox: None })
}

fn text(
    surface: &mut Surface<'_>,
    block: &TextBlock,
    fonts: &PrintFonts,
) -> Option<Option<TagGroup>> {
    let level = |level: u8| NonZeroU16::new(level.into()).unwrap_or(NonZeroU16::MIN);
    let mut group = match block.role {
        TextRole::Title => TagGroup::new(Tag::Hn(NonZeroU16::MIN, Some(said(block)))),
        TextRole::Heading(n) => TagGroup::new(Tag::Hn(level(n), Some(said(block)))),
        TextRole::Paragraph => paragraph(block),
        TextRole::Repeated => return spans(surface, block, fonts, Err(ORNAMENT)).map(|()| None),
        TextRole::Header => {
            let head = beside(ArtifactType::Header);
            return spans(surface, block, fonts, Err(head)).map(|()| None);
        }
        TextRole::Footer => {
            let foot = beside(ArtifactType::Footer);
            return spans(surface, block, fonts, Err(foot)).map(|()| None);
        }
    };
    spans(surface, block, fonts, Ok(&mut group))?;
    Some(Some(group).filter(|_| !block.lines.is_empty()))
}

/// A paragraph; where letters are missing, with what is read aloud in their place.
fn paragraph(block: &TextBlock) -> TagGroup {
    let spoken = block.lines.first().and_then(|line| line.spoken.clone());
    match spoken {
        Some(spoken) => TagGroup::new(Tag::P.with_actual_text(Some(spoken))),
        None => TagGroup::new(Tag::P),
    }
}

/// A line of a list: a label, and a paragraph for each text.
fn entry(
    surface: &mut Surface<'_>,
    number: &TextBlock,
    said: &[TextBlock],
    fonts: &PrintFonts,
) -> Option<TagGroup> {
    let mut label = TagGroup::new(Tag::Lbl);
    spans(surface, number, fonts, Ok(&mut label))?;
    let mut body = TagGroup::new(Tag::LBody);
    for block in said {
        let mut paragraph = paragraph(block);
        spans(surface, block, fonts, Ok(&mut paragraph))?;
        body.push(paragraph);
    }
    let mut line = TagGroup::new(Tag::LI);
    line.push(label);
    line.push(body);
    Some(line)
}

fn withheld(
    surface: &mut Surface<'_>,
    number: &TextBlock,
    (bar, says): (&Area, &str),
    fonts: &PrintFonts,
) -> Option<TagGroup> {
    let mut label = TagGroup::new(Tag::Lbl);
    spans(surface, number, fonts, Ok(&mut label))?;
    let mut body = TagGroup::new(Tag::LBody);
    body.push(picture(surface, None, BLACK, &[*bar], Some(says))?);
    let mut line = TagGroup::new(Tag::LI);
    line.push(label);
    line.push(body);
    Some(line)
}

fn row(
    surface: &mut Surface<'_>,
    cells: &[TextBlock],
    is_head: bool,
    fonts: &PrintFonts,
) -> Option<TagGroup> {
    let mut row = TagGroup::new(Tag::TR);
    for (place, block) in cells.iter().enumerate() {
        let mut cell = match (is_head, place) {
            (true, _) => TagGroup::new(Tag::TH(TableHeaderScope::Column)),
            (false, 0) => TagGroup::new(Tag::TH(TableHeaderScope::Row)),
            (false, _) => TagGroup::new(Tag::TD),
        };
        spans(surface, block, fonts, Ok(&mut cell))?;
        row.push(cell);
    }
    Some(row)
}

/// Draws the lines of a text, as what belongs to this group, or beside the document as this.
fn spans(
    surface: &mut Surface<'_>,
    block: &TextBlock,
    fonts: &PrintFonts,
    mut group: Result<&mut TagGroup, ContentTag<'static>>,
) -> Option<()> {
    surface.set_fill(Some(block.ink.fill()));
    surface.set_stroke(None);
    let mut lines = block.lines.iter().peekable();
    while let Some(line) = lines.next() {
        let identifier = surface.start_tagged(match group {
            Ok(_) => ContentTag::Span(SpanTag::empty().with_actual_text(line.spoken.as_deref())),
            Err(beside) => beside,
        });
        if block.is_upright {
            surface.push_transform(&Transform::from_row(
                0.0,
                -1.0,
                1.0,
                0.0,
                line.x,
                line.baseline,
            ));
        }
        let mut at = match block.is_upright {
            true => Point::from_xy(0.0, 0.0),
            false => Point::from_xy(line.x, line.baseline),
        };
        // words at the end of a line are words of their own to whoever hears it read
        let said = match lines.peek() {
            Some(_) => format!("{} ", line.text),
            None => line.text.clone(),
        };
        for run in fonts.line(block.weight, &said)? {
            surface.draw_glyphs(at, &run.glyphs, run.font, &run.text, block.size, false);
            at.x += run.width * block.size;
        }
        if block.is_upright {
            surface.pop();
        }
        surface.end_tagged();
        if let Ok(group) = &mut group {
            group.push(identifier);
        }
    }
    Some(())
}

fn outline(areas: &[Area]) -> Option<Path> {
    let mut path = PathBuilder::new();
    for area in areas {
        path.push_rect(Rect::from_xywh(area.x, area.y, area.width, area.height)?);
    }
    path.finish()
}

fn picture(
    surface: &mut Surface<'_>,
    ground: Option<(Ink, Area)>,
    ink: Ink,
    areas: &[Area],
    says: Option<&str>,
) -> Option<TagGroup> {
    let identifier = surface.start_tagged(match says {
        Some(_) => ContentTag::Other,
        None => ORNAMENT,
    });
    surface.set_stroke(None);
    if let Some((ink, area)) = ground
        && let Some(path) = outline(&[area])
    {
        surface.set_fill(Some(ink.fill()));
        surface.draw_path(&path);
    }
    if let Some(path) = outline(areas) {
        surface.set_fill(Some(ink.fill()));
        surface.draw_path(&path);
    }
    surface.end_tagged();
    let mut group = TagGroup::new(Tag::Figure(Some(says?.to_owned())));
    group.push(identifier);
    Some(group)
}

fn line(
    surface: &mut Surface<'_>,
    ink: Ink,
    (from, to): ((f32, f32), (f32, f32)),
    width: f32,
    is_dashed: bool,
) {
    let mut path = PathBuilder::new();
    path.move_to(from.0, from.1);
    path.line_to(to.0, to.1);
    let Some(path) = path.finish() else {
        return;
    };
    surface.start_tagged(ORNAMENT);
    surface.set_fill(None);
    surface.set_stroke(Some(Stroke {
        paint: ink.colour().into(),
        width,
        line_cap: match is_dashed {
            true => LineCap::Butt,
            false => LineCap::Round,
        },
        opacity: NormalizedF32::ONE,
        dash: is_dashed.then(|| StrokeDash {
            array: vec![4.0, 3.0],
            offset: 0.0,
        }),
        ..Stroke::default()
    }));
    surface.draw_path(&path);
    surface.end_tagged();
}
