//! Signatures drawn as strokes, where a petition has no picture: four upright, the fifth across them. The older are fainter, the newest
//! five are yellow, and fewer of them are larger. On nothing, so that one drawing serves every colour behind it.

use std::fmt::Write as _;

/// The drawing: three wide to two high. The strokes keep to its middle, so that a band of it shows all of them.
const WIDTH: u32 = 1_200;
const HEIGHT: u32 = 800;
const MARGIN: u32 = 40;
const BAND: u32 = 500;
/// Most strokes that are drawn.
const MOST: i64 = 400;
/// Strokes in a bundle.
const FIVE: u32 = 5;
/// How faint the oldest are, in percent, and how many steps there are to the newest.
const FAINT: u32 = 20;
const STEPS: u32 = 5;
const STEP: u32 = 10;
/// Yellow on every cover.
const NEWEST: &str = "#f2b84b";

/// For how many signatures a stroke stands: one, until there would be too many to be seen.
#[must_use]
pub fn each(counted: i64) -> i64 {
    let mut each = 1_i64;
    // 1, 2, 5, 10, 20, 50, ...
    for factor in [2, 5, 10].into_iter().cycle() {
        if counted <= MOST.saturating_mul(each) {
            break;
        }
        let tens = each.checked_ilog10().unwrap_or(0);
        each = 10_i64.saturating_pow(tens).saturating_mul(factor);
    }
    each
}

/// How many strokes there are for so many signatures; five that wait where none is told.
fn number(counted: i64) -> u32 {
    let each = each(counted);
    let strokes = counted.max(0).saturating_add(each - 1) / each;
    u32::try_from(strokes).unwrap_or(0)
}

/// Where bundles go: how many in a row, and how large each is.
struct Grid {
    across: u32,
    side: u32,
    left: u32,
    top: u32,
}

impl Grid {
    fn of(bundles: u32) -> Self {
        let width = WIDTH - 2 * MARGIN;
        let mut rows = 1;
        while (width / (BAND / rows)) * rows < bundles && rows < BAND {
            rows += 1;
        }
        let side = BAND / rows;
        let across = (width / side).min(bundles).max(1);
        // Rows as even as can be, and all of it in the middle.
        let rows = bundles.div_ceil(across).max(1);
        let across = bundles.div_ceil(rows).max(1);
        Self {
            across,
            side,
            left: (WIDTH - across * side) / 2,
            top: (HEIGHT - rows * side) / 2,
        }
    }
}

/// A hand is never quite even: up to `most` to either side, the same for the same stroke.
fn off(stroke: u32, turn: u32, most: u32) -> i64 {
    let mixed = stroke
        .wrapping_mul(31)
        .wrapping_add(turn)
        .wrapping_mul(2_654_435_761);
    let span = most.saturating_mul(2).saturating_add(1);
    i64::from((mixed >> 16) % span) - i64::from(most)
}

/// Draws so many signatures, as SVG.
#[must_use]
pub fn draw(counted: i64) -> String {
    let strokes = number(counted);
    let drawn = if strokes == 0 { FIVE } else { strokes };
    let bundles = drawn.div_ceil(FIVE);
    let grid = Grid::of(bundles);
    let ink = (grid.side * 11 / 200).max(3);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\"><g fill=\"none\" stroke=\"#fff\" \
         stroke-width=\"{ink}\" stroke-linecap=\"round\">"
    );
    // The last five, or the last that waits for the next who signs.
    let newest = if strokes == 0 { 1 } else { strokes.min(FIVE) };
    let old = drawn - newest;
    for step in 0..STEPS {
        let (from, to) = (old * step / STEPS, old * (step + 1) / STEPS);
        if from < to {
            let faint = FAINT + STEP * step;
            let path: String = (from..to).map(|n| stroke(&grid, n)).collect();
            // writing to a String cannot fail
            let _ = write!(svg, "<path opacity=\".{faint}\" d=\"{path}\"/>");
        }
    }
    let path: String = (old..drawn).map(|n| stroke(&grid, n)).collect();
    let _ = write!(
        svg,
        "<path stroke=\"{NEWEST}\" stroke-width=\"{}\" d=\"{path}\"/></g></svg>",
        ink * 5 / 4
    );
    svg
}

fn stroke(grid: &Grid, n: u32) -> String {
    let (bundle, place) = (n / FIVE, n % FIVE);
    let side = grid.side;
    let (x, y) = (
        grid.left + bundle % grid.across * side,
        grid.top + bundle / grid.across * side,
    );
    let little = side / 40;
    match place {
        4 => format!(
            "M{} {}l{} {}",
            i64::from(x + side * 8 / 100) + off(n, 1, little),
            i64::from(y + side * 72 / 100) + off(n, 2, little),
            i64::from(side * 72 / 100) + off(n, 3, little),
            -i64::from(side * 38 / 100) + off(n, 4, little),
        ),
        _ => format!(
            "M{} {}l{} {}",
            i64::from(x + side * (19 + 16 * place) / 100) + off(n, 1, little),
            i64::from(y + side * 20 / 100) + off(n, 2, little),
            off(n, 3, little),
            i64::from(side * 62 / 100) + off(n, 4, little),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use resvg::tiny_skia::{Pixmap, Transform};
    use resvg::usvg::{Options, Tree};

    fn strokes(svg: &str) -> usize {
        svg.matches('M').count()
    }

    fn rendered(counted: i64) -> Pixmap {
        let tree = Tree::from_str(&draw(counted), &Options::default()).unwrap();
        let mut picture = Pixmap::new(WIDTH, HEIGHT).unwrap();
        resvg::render(&tree, Transform::default(), &mut picture.as_mut());
        picture
    }

    #[test]
    fn each_signature_is_a_stroke_until_there_are_too_many_to_be_seen() {
        for (counted, each_of, drawn) in [
            (25, 1, 25),
            (354, 1, 354),
            (400, 1, 400),
            (401, 2, 201),
            (801, 5, 161),
            (2_001, 10, 201),
            (3_214, 10, 322),
            (4_001, 20, 201),
            (1_000_000, 5_000, 200),
        ] {
            assert_eq!(each(counted), each_of, "{counted}");
            assert_eq!(strokes(&draw(counted)), drawn, "{counted}");
        }
        assert_eq!(strokes(&draw(0)), 5, "a bundle that waits");
        assert_eq!(strokes(&draw(-3)), 5);
        assert!(each(i64::MAX) > 0 && strokes(&draw(i64::MAX)) <= 400);
    }

    #[test]
    fn it_is_small_and_the_same_each_time() {
        use flate2::{Compression, write::GzEncoder};
        use std::io::Write;
        for counted in [0, 25, 354, 400, 12_345] {
            let svg = draw(counted);
            assert_eq!(svg, draw(counted));
            let mut packed = GzEncoder::new(Vec::new(), Compression::best());
            packed.write_all(svg.as_bytes()).unwrap();
            let length = packed.finish().unwrap().len();
            assert!(length < 2_500, "{counted}: {length} bytes");
        }
    }

    #[test]
    fn all_strokes_are_in_the_band_on_nothing_and_some_are_yellow() {
        for counted in [0, 1, 25, 87, 354, 400, 1_000] {
            let picture = rendered(counted);
            let (mut inked, mut yellow) = (0_u32, 0_u32);
            for (at, pixel) in (0_u32..).zip(picture.pixels()) {
                if pixel.alpha() == 0 {
                    continue;
                }
                inked += 1;
                let (x, y) = (at % WIDTH, at / WIDTH);
                assert!(
                    (120..680).contains(&y),
                    "{counted}: above or below the band at {x}, {y}"
                );
                assert!(
                    (1..WIDTH - 1).contains(&x),
                    "{counted}: beside it at {x}, {y}"
                );
                let seen = pixel.demultiply();
                yellow += u32::from(seen.red() > 200 && seen.blue() < 120);
            }
            assert!(
                yellow > 100 && inked > yellow || counted == 1,
                "{counted}: {inked}, {yellow}"
            );
            assert!(inked < WIDTH * HEIGHT / 3, "{counted}: it is no wall");
        }
    }
}
