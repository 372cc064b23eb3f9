//! How a frame looks in somebody else's page: what its address asks for, as far as it can be read.

use crate::base::Color;
use std::fmt::{self, Write as _};

/// Roundest corners, in pixels.
const ROUNDEST: u8 = 24;

/// Light, dark, or as the reader's system is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Scheme {
    /// As the system is.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Scheme {
    /// All, in the order of a form.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The word used in addresses and as a variant of words.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// Whose letters.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Typeface {
    /// Of the reader's system.
    #[default]
    System,
    /// With serifs.
    Serif,
    /// Without.
    Sans,
}

impl Typeface {
    /// All, in the order of a form.
    pub const ALL: [Self; 3] = [Self::System, Self::Serif, Self::Sans];

    /// The word used in addresses and as a variant of words.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Serif => "serif",
            Self::Sans => "sans",
        }
    }

    fn stack(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Serif => Some("Charter,Cambria,\"Noto Serif\",Georgia,serif"),
            Self::Sans => {
                Some("\"Helvetica Neue\",\"Noto Sans\",\"Liberation Sans\",Arial,sans-serif")
            }
        }
    }
}

/// What a partner wishes. A wish that is none, or that nobody could read, is passed over.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Look {
    /// Of buttons and strokes.
    pub accent: Option<Color>,
    /// Behind everything.
    pub ground: Option<Color>,
    /// Of the text.
    pub text: Option<Color>,
    /// Of corners, in pixels.
    pub radius: Option<u8>,
    /// Of the letters.
    pub typeface: Typeface,
    /// Light or dark.
    pub scheme: Scheme,
}

impl Look {
    /// Notes one wish of an address, if it is one.
    pub fn wish(&mut self, name: &str, value: &str) {
        let color = || Color::parse(value).ok();
        match name {
            "accent" => self.accent = color(),
            "bg" => self.ground = color(),
            "text" => self.text = color(),
            "radius" => self.radius = value.parse().ok().filter(|px| *px <= ROUNDEST),
            "font" => {
                let named = Typeface::ALL.into_iter().find(|one| one.as_str() == value);
                self.typeface = named.unwrap_or_default();
            }
            "scheme" => {
                let named = Scheme::ALL.into_iter().find(|one| one.as_str() == value);
                self.scheme = named.unwrap_or_default();
            }
            _ => {}
        }
    }

    /// Without what nobody could read: a text below 4.5 to 1 on its ground is none, and whoever chooses a ground without a text gets white
    /// or black.
    #[must_use]
    pub fn readable(mut self) -> Self {
        let Some(ground) = self.ground else {
            self.text = None;
            return self;
        };
        self.text = self
            .text
            .filter(|text| text.contrast(ground) >= Color::READABLE);
        // a ground of one's own is light or dark whatever the system is
        self.scheme = match ground.on() == Color::WHITE {
            true => Scheme::Dark,
            false => Scheme::Light,
        };
        self
    }

    /// Reads what [`Look`] writes as.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut look = Self::default();
        for piece in text.split('.').filter(|piece| !piece.is_empty()) {
            let (name, value) = piece.split_once('-')?;
            look.wish(name, value);
        }
        // one look has one address
        (look.to_string() == text && look.readable() == look).then_some(look)
    }

    /// The wishes as an address says them; empty for none.
    #[must_use]
    pub fn query(&self) -> String {
        let mut query = String::new();
        for piece in self
            .to_string()
            .split('.')
            .filter(|piece| !piece.is_empty())
        {
            // writing to a String cannot fail
            let _ = write!(query, "&{}", piece.replacen('-', "=", 1));
        }
        query
    }

    /// A sheet that looks so: `sheet`, and behind it what is wished.
    #[must_use]
    pub fn sheet(&self, sheet: &str) -> String {
        let mut css = match self.scheme {
            Scheme::Auto => sheet.to_owned(),
            Scheme::Light => without_dark(sheet).0,
            Scheme::Dark => {
                let (light, dark) = without_dark(sheet);
                format!("{light}@layer tokens{{{dark}}}\n")
            }
        };
        let own = self.own();
        if !own.is_empty() {
            // writing to a String cannot fail
            let _ = writeln!(css, "@layer tokens{{:root{{{own}}}}}");
        }
        css
    }

    fn own(&self) -> String {
        let mut own = String::new();
        let mut put = |name: &str, value: &dyn fmt::Display| {
            // writing to a String cannot fail
            let _ = write!(own, "--{name}:{value};");
        };
        if let Some(ground) = self.ground {
            let text = self.text.unwrap_or(ground.on());
            put("sheet", &Hex(ground));
            put("paper", &Hex(ground));
            put("ink", &Hex(text));
            put("ink-2", &Hex(soft(text, ground)));
            put("rule", &Hex(text.mixed(ground, 22)));
            put("field", &Hex(text.mixed(ground, 62)));
            put("wash", &Hex(text.mixed(ground, 8)));
        }
        if let Some(accent) = self.accent {
            let on = accent.on();
            put("pen", &Hex(accent));
            put("pen-on", &Hex(on));
            put("pen-hi", &Hex(accent.mixed(on.on(), 86)));
            put("mark", &Hex(accent));
            put("mark-on", &Hex(on));
            put("mark-hi", &Hex(accent.mixed(on.on(), 86)));
            put("mark-edge", &Hex(accent));
            let reads = self
                .ground
                .is_some_and(|ground| accent.contrast(ground) >= Color::READABLE);
            // links in a colour that nobody could read are as the text
            put("link", &if reads { "var(--pen)" } else { "var(--ink)" });
        }
        if let Some(radius) = self.radius {
            put("round", &format_args!("{radius}px"));
            put("round-2", &format_args!("{radius}px"));
        }
        if let Some(stack) = self.typeface.stack() {
            put("ui", &stack);
            put("doc", &stack);
        }
        if self.scheme != Scheme::Auto {
            // writing to a String cannot fail
            let _ = write!(own, "color-scheme:{};", self.scheme.as_str());
        }
        own
    }
}

/// The text, nearer to its ground, as long as it can be read.
fn soft(text: Color, ground: Color) -> Color {
    let softer = [72, 80, 88].map(|part| text.mixed(ground, part));
    let reads = |color: &Color| color.contrast(ground) >= Color::READABLE;
    softer.into_iter().find(reads).unwrap_or(text)
}

/// The sheet without its colours for the dark, and those.
fn without_dark(sheet: &str) -> (String, String) {
    const DARK: &str = "@media (prefers-color-scheme: dark) {";
    let Some((before, rest)) = sheet.split_once(DARK) else {
        return (sheet.to_owned(), String::new());
    };
    // one rule stands in it: it ends at the second brace
    let mut ends = rest.match_indices('}').map(|(at, _)| at);
    let (inner, outer) = (ends.next(), ends.next());
    let (Some(inner), Some(outer)) = (inner, outer) else {
        return (sheet.to_owned(), String::new());
    };
    let dark = rest.get(..=inner).unwrap_or_default().trim().to_owned();
    let after = rest.get(outer + 1..).unwrap_or_default();
    ([before, after].concat(), dark)
}

/// As CSS writes it.
struct Hex(Color);

impl fmt::Display for Hex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.0)
    }
}

impl fmt::Display for Look {
    /// What is wished, in one order, as a piece of a path: `accent-17603f.bg-ffffff.radius-2`; empty for nothing.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let colors = [
            ("accent", self.accent),
            ("bg", self.ground),
            ("text", self.text),
        ];
        let mut pieces: Vec<String> = colors
            .into_iter()
            .filter_map(|(name, color)| Some(format!("{name}-{}", color?)))
            .collect();
        pieces.extend(self.radius.map(|px| format!("radius-{px}")));
        if self.typeface != Typeface::default() {
            pieces.push(format!("font-{}", self.typeface.as_str()));
        }
        if self.scheme != Scheme::default() {
            pieces.push(format!("scheme-{}", self.scheme.as_str()));
        }
        f.write_str(&pieces.join("."))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wished(wishes: &[(&str, &str)]) -> Look {
        let mut look = Look::default();
        for (name, value) in wishes {
            look.wish(name, value);
        }
        look.readable()
    }

    #[test]
    fn what_is_no_wish_is_passed_over() {
        for (name, value) in [
            ("accent", "red"),
            ("accent", "17603f}body{background:url(//evil)"),
            ("bg", "ffffff;"),
            ("text", "\"><script>"),
            ("radius", "25"),
            ("radius", "-1"),
            ("radius", "2px"),
            ("font", "Comic Sans"),
            ("font", "serif;}"),
            ("scheme", "purple"),
            ("other", "17603f"),
        ] {
            assert_eq!(wished(&[(name, value)]), Look::default(), "{name}={value}");
        }
    }

    #[test]
    fn a_text_that_nobody_could_read_is_none() {
        let look = wished(&[("bg", "fff"), ("text", "ccc"), ("accent", "ff0")]);
        assert_eq!(look.text, None);
        let css = look.sheet("");
        assert!(css.contains("--ink:#000000;"), "{css}");
        assert!(css.contains("--pen:#ffff00;--pen-on:#000000;"), "{css}");
        assert!(
            css.contains("--link:var(--ink);"),
            "yellow on white is no link: {css}"
        );
        assert_eq!(
            wished(&[("text", "123")]).text,
            None,
            "a text without its ground"
        );
        assert_eq!(look.scheme, Scheme::Light);
        assert_eq!(
            wished(&[("bg", "1b1b24"), ("scheme", "light")]).scheme,
            Scheme::Dark
        );
    }

    #[test]
    fn a_look_is_read_back_from_its_address_and_has_one_only() {
        let look = wished(&[
            ("accent", "#17603F"),
            ("bg", "fff"),
            ("text", "16241d"),
            ("radius", "2"),
            ("font", "serif"),
        ]);
        let text = look.to_string();
        assert_eq!(
            text,
            "accent-17603f.bg-ffffff.text-16241d.radius-2.font-serif.scheme-light"
        );
        assert_eq!(Look::parse(&text), Some(look));
        assert_eq!(Look::parse(""), Some(Look::default()));
        assert_eq!(
            look.query(),
            "&accent=17603f&bg=ffffff&text=16241d&radius=2&font=serif&scheme=light"
        );
        for other in [
            "accent-17603F",
            "bg-ffffff.accent-17603f",
            "accent-red",
            "accent",
            "bg-ffffff",
            "radius-2.radius-2",
            "scheme-auto",
            "x-1",
            "accent-17603f.",
        ] {
            assert_eq!(Look::parse(other), None, "{other}");
        }
    }

    #[test]
    fn light_and_dark_are_what_the_sheet_has_for_them() {
        let sheet = "@layer tokens {\n:root { --ink: #111; }\n@media (prefers-color-scheme: dark) {\n:root {\n--ink: #eee;\n}\n}\n}\np { color: red; }\n";
        let light = wished(&[("scheme", "light")]).sheet(sheet);
        assert!(
            !light.contains("#eee") && light.contains("p { color: red; }"),
            "{light}"
        );
        let dark = wished(&[("scheme", "dark")]).sheet(sheet);
        assert!(
            dark.contains("@layer tokens{:root {\n--ink: #eee;\n}}"),
            "{dark}"
        );
        assert!(!dark.contains("@media"), "{dark}");
        for css in [light, dark] {
            assert_eq!(css.matches('{').count(), css.matches('}').count(), "{css}");
        }
    }
}
