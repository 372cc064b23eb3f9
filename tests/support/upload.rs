//! Forms with a file, as a browser sends them; pictures to put into them.

use super::answer::Answer;
use super::visitor::Visitor;
use super::world::{SITE, World};
use reqwest::Method;
use undersigned::account::model::Role;
use undersigned::petition::Petition;

/// What stands between two parts.
const BOUNDARY: &str = "----storyboundary7MA4YWxk";
/// Its content type.
pub const MULTIPART: &str = "multipart/form-data; boundary=----storyboundary7MA4YWxk";

/// Fields and a logo.
pub fn multipart(fields: &[(String, String)], file: Option<(&str, &[u8])>) -> Vec<u8> {
    multipart_with("logo", fields, file)
}

/// Fields and a file of this name, as `multipart/form-data` (RFC 7578).
pub fn multipart_with(
    what: &str,
    fields: &[(String, String)],
    file: Option<(&str, &[u8])>,
) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in fields {
        let head = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
        );
        body.extend_from_slice(head.as_bytes());
    }
    let (name, bytes) = file.unwrap_or(("", b""));
    let head = format!(
        "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{what}\"; filename=\"{name}\"\r\n\
         Content-Type: application/octet-stream\r\n\r\n"
    );
    body.extend_from_slice(head.as_bytes());
    body.extend_from_slice(bytes);
    body.extend_from_slice(format!("\r\n--{BOUNDARY}--\r\n").as_bytes());
    body
}

impl Visitor {
    /// Sends this as a form with a file, without following the answer.
    pub async fn uploads(&self, path: &str, kind: &str, body: Vec<u8>) -> Answer {
        let request = self
            .asks(Method::POST, path)
            .header("content-type", kind)
            .header("origin", SITE)
            .header("sec-fetch-site", "same-origin");
        let response = request.body(body).send().await.expect(path);
        Answer::of(format!("POST {path}"), response).await
    }

    /// Fills in the form for organizations of this petition.
    pub async fn endorses(&mut self, petition: &Petition, who: &str, email: &str) -> &mut Self {
        self.goes(&format!("/en/p/{}", petition.slug)).await;
        self.follows("Sign for an organization").await;
        self.is_at(email);
        self.types("organization", who)
            .types("contact", "Paz Contreras Luna")
            .types("email", email)
    }

    /// Presses the button of the form for organizations, with this file.
    pub async fn sends_with(&mut self, file: Option<&[u8]>) -> &mut Self {
        self.reads_a_while();
        let button = self.answer().page().find("form.card button[type=submit]");
        let sending = self.would_send(&button.expect("the form"));
        let body = multipart(&sending.fields, file.map(|bytes| ("logo.png", bytes)));
        let answer = self.uploads(&sending.action, MULTIPART, body).await;
        self.turns(sending.action, answer).await
    }
}

/// An organization that has signed and confirmed; whoever signed for it.
pub async fn endorsed(
    world: &World,
    petition: &Petition,
    who: &str,
    logo: Option<&[u8]>,
) -> Visitor {
    let mut paz = world.visitor();
    let email = format!("desk{}@puente.example.org", world.smtp().count());
    paz.endorses(petition, who, &email).await;
    paz.sends_with(logo)
        .await
        .sees("Check your email to finish");
    paz.opens_mail().await.sees(who);
    paz.presses("Confirm for the organization").await;
    paz.sees("The organizers still have to look at it");
    paz
}

/// The same, shown by an organizer, who has the console open then.
pub async fn shown(
    world: &World,
    petition: &Petition,
    who: &str,
    logo: Option<&[u8]>,
) -> (Visitor, Visitor) {
    let paz = endorsed(world, petition, who, logo).await;
    let mut reader = world.organizer(petition, Role::Moderator).await;
    reader
        .goes(&undersigned::web::urls::organizations(petition.id))
        .await;
    let button = format!("Show it: {who}");
    reader.sees(who);
    reader.presses(&button).await;
    assert_eq!(reader.status(), 200);
    (paz, reader)
}

/// As in PNG's specification, annex D.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ (0xEDB8_8320 & 0_u32.wrapping_sub(crc & 1))
        })
    })
}

fn chunk(name: &[u8; 4], inside: &[u8]) -> Vec<u8> {
    let mut whole = u32::try_from(inside.len()).unwrap().to_be_bytes().to_vec();
    whole.extend_from_slice(name);
    whole.extend_from_slice(inside);
    let sum = crc(whole.get(4..).unwrap());
    whole.extend_from_slice(&sum.to_be_bytes());
    whole
}

fn head(width: u32, height: u32) -> Vec<u8> {
    let mut size = width.to_be_bytes().to_vec();
    size.extend_from_slice(&height.to_be_bytes());
    size.extend_from_slice(&[8, 2, 0, 0, 0]);
    [b"\x89PNG\r\n\x1a\n".to_vec(), chunk(b"IHDR", &size)].concat()
}

/// A picture of stripes, with words inside it and behind its end that are nobody's business.
pub fn talkative_png(width: u32, height: u32) -> Vec<u8> {
    use std::io::Write;
    let mut rows = Vec::new();
    for y in 0..height {
        rows.push(0);
        for x in 0..width {
            let shade = if (x / 8 + y / 8).is_multiple_of(2) {
                30
            } else {
                220
            };
            rows.extend_from_slice(&[shade, 90, 140]);
        }
    }
    let mut zip = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
    zip.write_all(&rows).unwrap();
    [
        head(width, height),
        chunk(b"tEXt", b"Comment\0taken at home, 47.36N 8.54E"),
        chunk(b"eXIf", b"II*\0\x08\0\0\0canaryexif"),
        chunk(b"IDAT", &zip.finish().unwrap()),
        chunk(b"IEND", b""),
        b"<script>canary()</script>PK\x03\x04canaryzip".to_vec(),
    ]
    .concat()
}

/// A picture without colour that takes as much memory as one of its size can: two bytes for each of four channels.
pub fn deep_png(width: u32, height: u32) -> Vec<u8> {
    use std::io::Write;
    let mut size = [width.to_be_bytes(), height.to_be_bytes()].concat();
    size.extend_from_slice(&[16, 6, 0, 0, 0]);
    let row = vec![0; usize::try_from(width).unwrap() * 8 + 1];
    let mut zip = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
    for _ in 0..height {
        zip.write_all(&row).unwrap();
    }
    [
        b"\x89PNG\r\n\x1a\n".to_vec(),
        chunk(b"IHDR", &size),
        chunk(b"IDAT", &zip.finish().unwrap()),
        chunk(b"IEND", b""),
    ]
    .concat()
}

/// A photograph in passes, which takes more memory than its pixels do.
pub fn photo_in_passes(width: u16, height: u16) -> Vec<u8> {
    let mut file = Vec::new();
    let pixels = vec![90; usize::from(width) * usize::from(height) * 3];
    let mut encoder = jpeg_encoder::Encoder::new(&mut file, 80);
    encoder.set_progressive(true);
    let done = encoder.encode(&pixels, width, height, jpeg_encoder::ColorType::Rgb);
    done.expect("a photograph");
    file
}

/// A picture that says it is so large, and holds nothing.
pub fn boastful_png(width: u32, height: u32) -> Vec<u8> {
    [
        head(width, height),
        chunk(b"IDAT", b""),
        chunk(b"IEND", b""),
    ]
    .concat()
}
