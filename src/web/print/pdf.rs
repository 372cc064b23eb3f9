//! Sheets as a PDF that can be read aloud: tagged by PDF/UA-1, with title and language, fonts embedded, nothing of it a picture of pixels.

use super::fonts::PrintFonts;
use super::sheet::{Area, Ink, Mark, Sheet, TextBlock, TextRole};
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
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag, Tag, TagGroup, TagTree};
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
    let configuration =
        ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1);
    let mut document = Document::new_with(SerializeSettings {
        configuration: configuration.finish().ok()?,
        ..SerializeSettings::default()
    });
    let mut tags = TagTree::new().with_lang(Some(head.lang.clone()));
    for sheet in sheets {
        let mut page = document.start_page_with(PageSettings::from_wh(sheet.width, sheet.height)?);
        let mut surface = page.surface();
        for mark in &sheet.marks {
            let drawn = match mark {
                Mark::Text(block) => text(&mut surface, block, fonts)?,
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
                tags.push(group);
            }
        }
        surface.finish();
        page.finish();
    }
    document.set_tag_tree(tags);
    let mut outline = Outline::new();
    let begin = XyzDestination::new(0, Point::from_xy(0.0, 0.0));
    outline.push_child(OutlineNode::new(head.title.clone(), begin));
    document.set_outline(outline);
    document.set_metadata(
        Metadata::new()
            .title(head.title.clone())
            .language(head.lang.clone())
            .creator("Undersigned".to_owned()),
    );
    document
        .finish()
        .inspect_err(|fault| tracing::error!(?fault, "a PDF could not be written"))
        .ok()
}

const ORNAMENT: ContentTag<'static> = ContentTag::Artifact(Artifact {
    kind: ArtifactType::Layout,
    bbox: None,
});

fn text(
    surface: &mut Surface<'_>,
    block: &TextBlock,
    fonts: &PrintFonts,
) -> Option<Option<TagGroup>> {
    let said = block.lines.iter().map(|line| line.text.as_str());
    let mut group = match block.role {
        TextRole::Title => {
            let title = said.collect::<Vec<_>>().join(" ");
            Some(TagGroup::new(Tag::Hn(NonZeroU16::MIN, Some(title))))
        }
        TextRole::Paragraph => Some(TagGroup::new(Tag::P)),
        TextRole::Repeated => None,
    };
    surface.set_fill(Some(block.ink.fill()));
    surface.set_stroke(None);
    let mut lines = block.lines.iter().peekable();
    while let Some(line) = lines.next() {
        let identifier = surface.start_tagged(match group {
            Some(_) => ContentTag::Span(SpanTag::empty()),
            None => ORNAMENT,
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
        if let Some(group) = &mut group {
            group.push(identifier);
        }
    }
    Some(group.filter(|_| !block.lines.is_empty()))
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
