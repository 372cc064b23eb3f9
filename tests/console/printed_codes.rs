//! Story: what is printed is read by a phone. The PDF is drawn by a program that is not ours, and every code in the picture leads to the
//! source that it was printed for.

use super::share_kit::absolute;
use crate::support::visitor::Visitor;
use crate::support::world::on_both;
use reqwest::Method;
use std::io::Write;
use std::process::{Command, Stdio};
use undersigned::account::model::Role;
use undersigned::base::Lang;
use undersigned::petition::Kind;
use undersigned::web::urls;

/// Points of the picture to an inch: what a cheap printer makes of it.
const RESOLUTION: &str = "200";

/// The one page of a PDF in shades of grey, drawn by Poppler.
struct Drawn {
    width: usize,
    height: usize,
    grey: Vec<u8>,
}

impl Drawn {
    fn of(pdf: &[u8]) -> Self {
        let poppler = Command::new("pdftoppm")
            .args(["-gray", "-r", RESOLUTION, "-"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn();
        let mut poppler = poppler.expect("pdftoppm: tests/run installs Debian's poppler-utils");
        let mut takes = poppler.stdin.take().expect("a pipe");
        takes.write_all(pdf).expect("it reads the PDF");
        drop(takes);
        let drawn = poppler.wait_with_output().expect("a picture");
        assert!(drawn.status.success(), "the PDF cannot be drawn");
        // P5, width, height and 255, a line each or together, and a byte for each point
        let mut rest = drawn.stdout.as_slice();
        let head = [(); 4].map(|()| {
            let end = rest.iter().position(u8::is_ascii_whitespace);
            let (word, after) = rest.split_at(end.expect("a head"));
            rest = &after[1..];
            std::str::from_utf8(word).expect("text").to_owned()
        });
        let [kind, width, height, white] = head;
        assert_eq!((kind.as_str(), white.as_str()), ("P5", "255"));
        let (width, height) = (width.parse().unwrap(), height.parse().unwrap());
        assert_eq!(rest.len(), width * height, "one page");
        Self {
            width,
            height,
            grey: rest.to_vec(),
        }
    }

    /// What a phone reads of each code.
    fn codes(&self) -> Vec<String> {
        let grey = |x, y| self.grey[y * self.width + x];
        let mut seen = rqrr::PreparedImage::prepare_from_greyscale(self.width, self.height, grey);
        let found = seen.detect_grids();
        let read = |code: &rqrr::Grid<_>| code.decode().expect("a code that is read").1;
        found.iter().map(read).collect()
    }
}

async fn printed(owner: &Visitor, path: &str) -> Vec<String> {
    let answer = owner.asks(Method::GET, path).send().await.expect(path);
    assert_eq!(answer.status(), 200, "{path}");
    let pdf = answer.bytes().await.expect("a PDF");
    Drawn::of(&pdf).codes()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_phone_reads_every_code_on_the_paper() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let (id, owner) = (letter.id, world.organizer(&letter, Role::Owner).await);
        let to = |path: &str, via: &str| absolute(&world, &format!("{path}?via={via}"));
        for (form, codes) in [("poster", 1), ("flyer", 1), ("tear-off", 11)] {
            for paper in ["a4", "letter"] {
                let path = urls::poster_pdf(id, form, paper, Some(Lang::ES), None);
                let link = to("/es/p/open-letter", form);
                let read = printed(&owner, &path).await;
                assert_eq!(read, vec![link; codes], "{path}");
            }
            // what organizers hang up at one place carries that place's code, on each strip too
            let path = urls::poster_pdf(id, form, "a4", None, Some("harlow-table"));
            let link = to("/p/open-letter", "harlow-table");
            assert_eq!(printed(&owner, &path).await, vec![link; codes], "{path}");
        }
        let alone = printed(&owner, &urls::qr_pdf(id, "letter")).await;
        assert_eq!(alone, [to("/p/open-letter", "qr")]);
    })
    .await;
}
