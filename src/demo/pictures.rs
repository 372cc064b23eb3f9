//! The picture of the demo's letter, drawn by lines: a wall of index drawers at night. One is pulled out, and a thread leads from it to
//! a door with a light on behind it.

use crate::petition::picture::make;
use crate::petition::rules::picture::MadePicture;
use image::{DynamicImage, RgbaImage};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use std::fmt::Write as _;

const WIDTH: u32 = 1_280;
const HEIGHT: u32 = 853;
/// Drawers: how wide and high with what is between them, and how many.
const ACROSS: u32 = 150;
const DOWN: u32 = 118;
const COLUMNS: u32 = 6;
const ROWS: u32 = 6;
const LEFT: u32 = 36;
const TOP: u32 = 34;
/// The one that is pulled out.
const OPEN: (u32, u32) = (2, 2);

/// The whole drawing, as SVG.
fn drawing() -> String {
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\"><defs>\
         <linearGradient id=\"wall\" x2=\"1\"><stop stop-color=\"#0f1730\"/><stop offset=\".7\" stop-color=\"#1a2547\"/>\
         <stop offset=\"1\" stop-color=\"#4d4a55\"/></linearGradient>\
         <linearGradient id=\"front\" x2=\"1\" y2=\".4\"><stop stop-color=\"#202b50\"/><stop offset=\"1\" stop-color=\"#2e3a66\"/></linearGradient>\
         <radialGradient id=\"glow\" cx=\".5\" cy=\".45\" r=\".6\"><stop stop-color=\"#ffe9b0\"/><stop offset=\".55\" stop-color=\"#f2b84b\"/>\
         <stop offset=\"1\" stop-color=\"#b9731d\"/></radialGradient>\
         <radialGradient id=\"spill\" cx=\".86\" cy=\".98\" r=\".62\"><stop stop-color=\"#f2b84b\" stop-opacity=\".55\"/>\
         <stop offset=\"1\" stop-color=\"#f2b84b\" stop-opacity=\"0\"/></radialGradient></defs>\
         <path fill=\"url(#wall)\" d=\"M0 0h{WIDTH}v{HEIGHT}H0z\"/>"
    );
    for (row, column) in (0..ROWS).flat_map(|row| (0..COLUMNS).map(move |column| (row, column))) {
        if (row, column) != OPEN {
            let (x, y) = (LEFT + column * ACROSS, TOP + row * DOWN);
            let shade = (column * 5 + row * 3) % 4;
            front(&mut svg, (x, y), 88 + 3 * shade);
        }
    }
    // floor, and what the light makes of it
    let _ = write!(
        svg,
        "<path fill=\"#0b1122\" d=\"M0 760h{WIDTH}v93H0z\"/>\
         <path fill=\"#f2b84b\" opacity=\".32\" d=\"M1040 760h150l84 93H900z\"/>\
         <path fill=\"url(#spill)\" d=\"M0 0h{WIDTH}v{HEIGHT}H0z\"/>"
    );
    // the door, ajar
    svg.push_str(
        "<path fill=\"#070b16\" d=\"M1014 226h202v534h-202z\"/><path fill=\"url(#glow)\" d=\"M1030 242h170v518h-170z\"/>\
         <path fill=\"#5b3b18\" d=\"M1030 242l104 34v452l-104 32z\"/><path fill=\"#7a5120\" d=\"M1046 282l70 20v150l-70 2z\
         M1046 492l70-4v196l-70 26z\"/><circle cx=\"1120\" cy=\"506\" r=\"7\" fill=\"#f7d88b\"/>",
    );
    // the drawer that is pulled out, with its cards
    let (x, y) = (LEFT + OPEN.1 * ACROSS, TOP + OPEN.0 * DOWN);
    let _ = write!(
        svg,
        "<path fill=\"#050914\" d=\"M{x} {y}h138v106h-138z\"/><path fill=\"#3a3020\" d=\"M{x} {y}h138l34 44h-206z\"/>"
    );
    for card in 0..7 {
        let (left, top) = (x - 4 - card * 4, y + 6 + card * 5);
        let _ = write!(
            svg,
            "<path fill=\"#f{0}e{0}c{0}\" d=\"M{left} {top}h{1}v30h-{1}z\"/>",
            9 - card,
            144 + card * 8
        );
    }
    front(&mut svg, (x - 34, y + 44), 99);
    let _ = write!(
        svg,
        "<path fill=\"none\" stroke=\"#e0503c\" stroke-width=\"4\" stroke-linecap=\"round\" d=\"M{} {}C520 620 640 700 760 640S940 500 1044 540\"/></svg>",
        x + 120,
        y + 46
    );
    svg
}

/// The front of a drawer: its label and its handle.
fn front(svg: &mut String, (x, y): (u32, u32), light: u32) {
    let (label, handle) = (x + 34, x + 57);
    let _ = write!(
        svg,
        "<g opacity=\".{light:02}\"><path fill=\"url(#front)\" stroke=\"#0a1024\" stroke-width=\"3\" d=\"M{x} {y}h138v106h-138z\"/>\
         <path fill=\"#d9d2bd\" d=\"M{label} {}h70v26h-70z\"/><path stroke=\"#8c8674\" stroke-width=\"3\" d=\"M{} {}h46M{} {}h30\"/>\
         <path fill=\"none\" stroke=\"#9aa3c4\" stroke-width=\"6\" stroke-linecap=\"round\" d=\"M{handle} {}q12 12 24 0\"/></g>",
        y + 20,
        label + 10,
        y + 29,
        label + 10,
        y + 38,
        y + 72,
    );
}

/// The picture; none when the drawing is broken.
pub(super) fn drawers() -> Option<MadePicture> {
    let tree = Tree::from_str(&drawing(), &Options::default()).ok()?;
    let mut drawn = Pixmap::new(WIDTH, HEIGHT)?;
    resvg::render(&tree, Transform::default(), &mut drawn.as_mut());
    let pixels = RgbaImage::from_raw(WIDTH, HEIGHT, drawn.take())?;
    make::write(DynamicImage::ImageRgba8(pixels)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_drawn_whole_and_small() {
        let made = drawers().unwrap();
        assert_eq!((made.large.file.width, made.small.file.width), (1_280, 800));
        assert!(made.small.jpeg.len() < 60_000 && made.large.jpeg.len() < 110_000);
        let seen = image::load_from_memory(&made.large.jpeg).unwrap().to_rgb8();
        let [red, _, blue] = seen.get_pixel(1_160, 600).0;
        assert!(red > 180 && blue < 150, "there is light behind the door");
    }
}
