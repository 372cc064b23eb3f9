//! What holds for every poster, whatever its words.

use super::layout::{EDGE, STRIP_CODE, STRIPS, code_alone, sheet};
use super::poster::{Paper, Poster, PosterForm};
use crate::base::Lang;
use crate::web::print::fonts::PrintFonts;
use crate::web::print::pdf::{PdfHead, write};
use crate::web::print::sheet::{Mark, Sheet, TextRole, WHITE};
use crate::web::qr::Qr;

const LINK: &str = "https://letters.example.org/es/p/raids?via=tear-off";

fn poster(form: PosterForm, paper: Paper, title: &str, ask: &str) -> Poster {
    Poster {
        paper,
        form,
        lang: Lang::EN,
        dir: "ltr",
        eyebrow: "Open letter to Brackwell Legal and Pemberly Roe".to_owned(),
        title: title.to_owned(),
        ask: ask.to_owned(),
        organization: "Sanctuary Research Network".to_owned(),
        excerpt: match form {
            PosterForm::Flyer => vec!["Words of the letter. ".repeat(18); 3],
            _ => Vec::new(),
        },
        call: "Sign this letter".to_owned(),
        scan: "Point your phone’s camera at the square".to_owned(),
        or_type: "or type this address:".to_owned(),
        address: "letters.example.org/es/p/legal-research-without-raids".to_owned(),
        how: "No account needed. You confirm by email.".to_owned(),
        until: Some("Open until December 31, 2026".to_owned()),
        qr: Qr::of(LINK).unwrap(),
        qr_says: format!("QR code for {LINK}"),
    }
}

fn all() -> Vec<(PosterForm, Paper, String, String)> {
    let titles = [
        "Free the library".to_owned(),
        "Legal research should not feed deportation, whoever pays and however much it is."
            .to_owned(),
        "W".repeat(80),
        "Electroencefalográficamente responsabilidades internacionalización antiinflamatorio"
            .to_owned(),
        "محاكم للجميع".to_owned(),
        "法院记录应当免费".to_owned(),
    ];
    let asks = [
        "Stop it.".to_owned(),
        "We ask you to stop it at once and for good. ".repeat(7),
        String::new(),
    ];
    let mut all = Vec::new();
    for form in PosterForm::ALL {
        for paper in Paper::ALL {
            for title in &titles {
                all.extend(
                    asks.iter()
                        .map(|ask| (form, paper, title.clone(), ask.clone())),
                );
            }
        }
    }
    all
}

/// What a phone reads of a code on a sheet.
fn read(sheet: &Sheet) -> String {
    let codes = sheet.marks.iter().filter_map(|mark| match mark {
        Mark::Areas {
            ground: Some((WHITE, ground)),
            areas,
            says: Some(_),
            ..
        } => Some((ground, areas)),
        _ => None,
    });
    let (ground, areas) = codes.collect::<Vec<_>>().pop().expect("a code on white");
    // three points of a screen to one of paper
    let side = (0..2_000_u16)
        .find(|n| f32::from(*n) >= ground.width * 3.0)
        .unwrap();
    let pixels = usize::from(side);
    let mut dark = vec![false; pixels * pixels];
    let centre = |n: u16| (f32::from(n) + 0.5) / 3.0;
    for area in areas {
        for y in
            (0..side).filter(|y| (area.y..area.y + area.height).contains(&(ground.y + centre(*y))))
        {
            for x in (0..side)
                .filter(|x| (area.x..area.x + area.width).contains(&(ground.x + centre(*x))))
            {
                dark[usize::from(y) * pixels + usize::from(x)] = true;
            }
        }
    }
    let grey = |x, y| match dark[y * pixels + x] {
        true => 0,
        false => 255,
    };
    let mut seen = rqrr::PreparedImage::prepare_from_greyscale(pixels, pixels, grey);
    let grids = seen.detect_grids();
    grids.first().expect("a code").decode().unwrap().1
}

#[test]
fn whatever_it_says_it_is_one_sheet_and_nothing_stands_on_anything() {
    let fonts = PrintFonts::open().unwrap();
    for (form, paper, title, ask) in all() {
        let sheet = sheet(&poster(form, paper, &title, &ask), &fonts);
        let of = format!("{form:?} {paper:?} {title:?} {}", ask.len());
        assert_eq!((sheet.width, sheet.height), paper.size());
        let mut code_at = f32::MAX;
        for mark in &sheet.marks {
            if let Mark::Areas {
                ground: Some((_, ground)),
                says: Some(_),
                ..
            } = mark
            {
                assert!(
                    ground.y > 0.0 && ground.y + ground.height <= sheet.height,
                    "{of}"
                );
                code_at = ground.y;
            }
        }
        let end = match form {
            PosterForm::TearOff => sheet.height - STRIPS,
            _ => sheet.height,
        };
        let mut last = 0.0;
        for mark in &sheet.marks {
            let Mark::Text(block) = mark else { continue };
            for line in &block.lines {
                let wide = fonts.width(block.weight, &line.text).unwrap() * block.size;
                if block.is_upright {
                    assert!(line.baseline - wide >= end + STRIP_CODE, "{of}: {line:?}");
                    assert!(line.baseline <= sheet.height - 20.0);
                    continue;
                }
                assert!(line.x + wide <= sheet.width - EDGE + 4.0, "{of}: {line:?}");
                assert!(line.baseline < end - 8.0, "{of}: {line:?}");
                let is_beside = line.x > EDGE + 60.0;
                assert!(
                    is_beside || line.baseline < code_at - 8.0,
                    "{of}: {line:?} {code_at}"
                );
                if !is_beside {
                    assert!(line.baseline > last, "{of}: {line:?}");
                    last = line.baseline;
                }
            }
        }
    }
}

#[test]
fn a_phone_reads_every_sheet_and_letters_without_a_font_leave_the_rest() {
    let fonts = PrintFonts::open().unwrap();
    for form in PosterForm::ALL {
        let sheet = sheet(
            &poster(form, Paper::Letter, "محاكم للجميع", "Stop it."),
            &fonts,
        );
        assert_eq!(read(&sheet), LINK);
        let says = |wanted: &str| {
            sheet.marks.iter().any(|mark| matches!(mark, Mark::Text(block) if block.lines.iter().any(|line| line.text.contains(wanted))))
        };
        assert!(says("Sanctuary") && says("letters.example") && says("December 31"));
        let titles = sheet
            .marks
            .iter()
            .filter(|mark| matches!(mark, Mark::Text(block) if block.role == TextRole::Title));
        assert_eq!(titles.count(), 0);
    }
    let alone = code_alone(&Qr::of(LINK).unwrap(), LINK, Paper::A4);
    assert_eq!(read(&alone), LINK);
}

#[test]
fn every_sheet_becomes_a_pdf_that_can_be_read_aloud() {
    let fonts = PrintFonts::open().unwrap();
    let head = PdfHead {
        title: "Legal research".to_owned(),
        lang: "es".to_owned(),
    };
    for (form, paper, title, ask) in all() {
        let sheet = sheet(&poster(form, paper, &title, &ask), &fonts);
        let pdf = write(&head, std::slice::from_ref(&sheet), &fonts).expect("a PDF by PDF/UA-1");
        let text = String::from_utf8_lossy(&pdf);
        let boxed = match paper {
            Paper::A4 => "/MediaBox[0 0 595.28 841.89]",
            Paper::Letter => "/MediaBox[0 0 612 792]",
        };
        assert!(pdf.starts_with(b"%PDF-1.7") && text.contains(boxed));
        assert!(text.contains("/Lang(es)") && text.contains("Legal research"));
        assert!(text.contains("/StructTreeRoot") && text.contains("/Marked true"));
        assert!(pdf.len() < 120_000, "{} bytes", pdf.len());
        assert_eq!(Some(pdf), write(&head, &[sheet], &fonts), "no date in it");
    }
}
