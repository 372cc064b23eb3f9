//! Styles, script and fonts, inside the program, each under an address that changes with its content.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use bytes::Bytes;
use rust_embed::{Embed, EmbeddedFile};
use sha2::{Digest, Sha256};

/// The styles, in the order in which their layers build on each other.
const PUBLIC: [&str; 8] = [
    "tokens.css",
    "face.css",
    "base.css",
    "count.css",
    "parts.css",
    "form.css",
    "page.css",
    "print.css",
];
const POSTER: [&str; 5] = [
    "tokens.css",
    "face.css",
    "base.css",
    "parts.css",
    "poster.css",
];
const BOOK: [&str; 5] = [
    "tokens.css",
    "face.css",
    "base.css",
    "parts.css",
    "book.css",
];
const CONSOLE: [&str; 7] = [
    "tokens.css",
    "face.css",
    "base.css",
    "count.css",
    "parts.css",
    "console.css",
    "print.css",
];
/// In frames of other sites: the form, and without it the number alone.
const FRAME: [&str; 6] = [
    "tokens.css",
    "base.css",
    "count.css",
    "parts.css",
    "form.css",
    "frame.css",
];
const FRAME_COUNT: [&str; 4] = ["tokens.css", "base.css", "count.css", "frame.css"];
/// The scripts of pages and of frames: both keep the number up to date.
const PUBLIC_SCRIPT: [&str; 2] = ["count.js", "public.js"];
const FRAME_SCRIPT: [&str; 2] = ["count.js", "frame.js"];

#[derive(Embed)]
#[folder = "templates/css/"]
struct Styles;

#[derive(Embed)]
#[folder = "templates/js/"]
struct Scripts;

#[derive(Embed)]
#[folder = "templates/fonts/"]
struct Fonts;

#[derive(Embed)]
#[folder = "templates/img/"]
struct Pictures;

/// What an asset's answer says about keeping it: the address changes when the content does.
pub(crate) const CACHE_CONTROL: &str = "public, max-age=31536000, immutable";

/// Every file under `/assets/`.
#[derive(Debug)]
pub struct Assets {
    /// Name without hash, such as `public.css`, to address.
    urls: BTreeMap<String, String>,
    /// Name with hash, such as `public.0f3a....css`, to content and type.
    files: BTreeMap<String, (Bytes, &'static str)>,
}

impl Assets {
    /// Joins the styles and hashes everything. Done once, at the start.
    pub fn load() -> Self {
        let mut assets = Self {
            urls: BTreeMap::new(),
            files: BTreeMap::new(),
        };
        for name in Fonts::iter().filter(|name| name.ends_with(".woff2")) {
            if let Some(file) = Fonts::get(&name) {
                assets.add(&name, Bytes::from(file.data.into_owned()));
            }
        }
        for name in Pictures::iter() {
            if let Some(file) = Pictures::get(&name) {
                assets.add(&name, Bytes::from(file.data.into_owned()));
            }
        }
        let scripts: [(&str, &[&str]); 4] = [
            ("public.js", &PUBLIC_SCRIPT),
            ("edit.js", &["edit.js"]),
            ("frame.js", &FRAME_SCRIPT),
            ("loader.js", &["loader.js"]),
        ];
        for (name, parts) in scripts {
            let parts = parts.iter().filter_map(|part| Scripts::get(part));
            let script = |file: EmbeddedFile| without_remarks(&String::from_utf8_lossy(&file.data));
            let joined: String = parts.map(script).collect();
            assets.add(name, Bytes::from(joined));
        }
        let sheets: [(&str, &[&str]); 8] = [
            ("public.css", &PUBLIC),
            ("front.css", &["front.css"]),
            ("signer.css", &["signer.css"]),
            ("console.css", &CONSOLE),
            ("frame.css", &FRAME),
            ("frame_count.css", &FRAME_COUNT),
            ("poster.css", &POSTER),
            ("book.css", &BOOK),
        ];
        for (name, parts) in sheets {
            let joined = parts
                .iter()
                .filter_map(|part| Styles::get(part))
                .map(|file| String::from_utf8_lossy(&file.data).into_owned())
                .collect::<String>();
            let joined = assets.urls.iter().fold(joined, |css, (font, url)| {
                css.replace(&format!("url(\"{font}\")"), &format!("url(\"{url}\")"))
            });
            assets.add(name, Bytes::from(as_sent(&joined)));
        }
        assets
    }

    /// The address of `public.css`; of `front.css` and `signer.css`, which stand beside it where petitions are listed and on pages of whoever
    /// signs; of `console.css`, `poster.css`, `book.css`, `public.js`, `edit.js`, `literata.woff2`; of `frame.css`, `frame_count.css` and `frame.js` for frames in other
    /// sites; empty if there is no such asset.
    pub fn url(&self, name: &str) -> &str {
        self.urls.get(name).map_or("", String::as_str)
    }

    /// Content and MIME type of what stands under `/assets/{name}`, the hash being part of the name.
    pub fn find(&self, name: &str) -> Option<(Bytes, &'static str)> {
        self.files.get(name).cloned()
    }

    /// The same by the name without the hash, for what keeps its address.
    pub(crate) fn named(&self, name: &str) -> Option<(Bytes, &'static str)> {
        self.find(self.url(name).strip_prefix("/assets/")?)
    }

    fn add(&mut self, name: &str, content: Bytes) {
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        let mime = match ending {
            "css" => "text/css; charset=utf-8",
            "js" => "text/javascript; charset=utf-8",
            "woff2" => "font/woff2",
            "svg" => "image/svg+xml",
            _ => "application/octet-stream",
        };
        let mut hashed = format!("{stem}.");
        for byte in Sha256::digest(&content).iter().take(6) {
            // writing to a String cannot fail
            let _ = write!(hashed, "{byte:02x}");
        }
        let hashed = format!("{hashed}.{ending}");
        self.urls
            .insert(name.to_owned(), format!("/assets/{hashed}"));
        self.files.insert(hashed, (content, mime));
    }
}

/// A sheet without what only its writers read: comments, indents, empty lines. No string in ours holds the beginning of a comment.
fn as_sent(css: &str) -> String {
    let mut parts = css.split("/*");
    let first = parts.next().unwrap_or_default();
    let rest = parts.filter_map(|part| Some(part.split_once("*/")?.1));
    let said: String = std::iter::once(first).chain(rest).collect();
    let lines = said.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// A script without the lines that only its writers read, and without indents. No string of ours goes over a line.
fn without_remarks(script: &str) -> String {
    let lines = script.lines().map(str::trim);
    let said = lines.filter(|line| !line.is_empty() && !line.starts_with("//"));
    said.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::Compression;
    use flate2::write::GzEncoder;
    use std::io::Write;

    #[test]
    fn a_sheet_is_sent_without_comments_and_indents() {
        let css =
            "/* a */\n@layer page {\n  .a { color: red; } /* b\n c */\n\n  .b { top: 0; }\n}\n";
        let sent = "@layer page {\n.a { color: red; }\n.b { top: 0; }\n}\n";
        assert_eq!(as_sent(css), sent);
        assert_eq!(as_sent(sent), sent);
    }

    #[test]
    fn every_asset_is_found_under_its_own_address() {
        let assets = Assets::load();
        for name in [
            "public.css",
            "console.css",
            "frame.css",
            "frame_count.css",
            "public.js",
            "frame.js",
            "literata.woff2",
            "mark.svg",
        ] {
            let url = assets.url(name);
            let (bytes, mime) = assets.find(url.trim_start_matches("/assets/")).unwrap();
            assert!(!bytes.is_empty(), "{name}");
            assert_ne!(mime, "application/octet-stream", "{name}");
        }
        assert_eq!(assets.url("other.css"), "");
        assert!(assets.find("public.css").is_none());
    }

    #[test]
    fn the_style_names_the_font_by_its_address_and_nothing_elsewhere() {
        let assets = Assets::load();
        for name in ["public.css", "console.css"] {
            let (bytes, _) = assets
                .find(assets.url(name).trim_start_matches("/assets/"))
                .unwrap();
            let css = String::from_utf8(bytes.to_vec()).unwrap();
            assert!(css.contains(assets.url("literata.woff2")));
            assert!(!css.contains("//"), "an address of another site");
            for physical in [
                "-left", "-right", " left:", " right:", " width:", " height:",
            ] {
                assert!(!css.contains(physical), "{name} says {physical}");
            }
            assert!(css.matches('{').count() == css.matches('}').count());
        }
    }

    #[test]
    fn scripts_are_small() {
        let assets = Assets::load();
        for (name, most) in [
            ("public.js", 3_072),
            ("edit.js", 1_536),
            ("frame.js", 1_536),
            ("loader.js", 2_048),
        ] {
            let path = assets.url(name).trim_start_matches("/assets/");
            let (script, _) = assets.find(path).unwrap();
            let mut packed = GzEncoder::new(Vec::new(), Compression::best());
            packed.write_all(&script).unwrap();
            let size = packed.finish().unwrap().len();
            assert!(size < most, "{name}: {size}");
        }
    }

    /// A frame that is as high as its window grows without end once something fits the window to it.
    #[test]
    fn sheets_of_frames_know_no_height_of_a_window() {
        let assets = Assets::load();
        let window = regex::Regex::new(r"\d(?:[dsl]?v(?:h|b|max|min))\b").unwrap();
        assert!(window.is_match("block-size: 100dvh") && !window.is_match(".vh { top: 0 }"));
        for name in ["frame.css", "frame_count.css"] {
            let path = assets.url(name).trim_start_matches("/assets/");
            let (css, _) = assets.find(path).unwrap();
            let found = window.find(std::str::from_utf8(&css).unwrap());
            assert_eq!(found.map(|found| found.as_str()), None, "{name}");
        }
    }

    /// A browser has six connections to a host: a stream would hold one of them.
    #[test]
    fn no_script_of_ours_opens_a_stream() {
        let assets = Assets::load();
        for name in ["public.js", "edit.js", "frame.js", "loader.js"] {
            let (script, _) = assets.named(name).unwrap();
            let script = String::from_utf8(script.to_vec()).unwrap();
            assert!(
                script.contains("addEventListener") && !script.contains("EventSource"),
                "{name}"
            );
        }
    }
}
