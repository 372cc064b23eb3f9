//! A page as a browser understands it: its text, its links, and its forms, sent with every field
//! they hold.

use super::html::{Element, Html};

/// What the words files wrap around values, for readers of mixed directions; no reader sees it.
const UNSEEN: [char; 5] = ['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}', '\u{200b}'];

/// Text as it is read: one blank between words, no invisible marks.
pub fn read(text: &str) -> String {
    let seen: String = text.chars().filter(|c| !UNSEEN.contains(c)).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a text is read somewhere in another. Blanks do not count: only the style sheet knows
/// whether there is one between two elements.
pub fn is_read_in(text: &str, all: &str) -> bool {
    let solid = |text: &str| read(text).replace(' ', "");
    solid(all).contains(&solid(text))
}

/// A page.
pub struct Page {
    html: Html,
}

/// A form about to be sent: where to, and what it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sending {
    /// `get` or `post`.
    pub method: String,
    /// The path it goes to.
    pub action: String,
    /// Names and values, in the order of the page.
    pub fields: Vec<(String, String)>,
}

impl Sending {
    /// As a browser writes it into the body.
    pub fn body(&self) -> String {
        encoded(&self.fields)
    }

    /// Puts a value in the place of another, or behind the others.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        match self.fields.iter_mut().find(|(known, _)| known == name) {
            Some((_, old)) => value.clone_into(old),
            None => self.fields.push((name.to_owned(), value.to_owned())),
        }
        self
    }
}

/// `application/x-www-form-urlencoded`.
pub fn encoded<Text: AsRef<str>>(fields: &[(Text, Text)]) -> String {
    let quote = |text: &Text| {
        percent_encoding::utf8_percent_encode(text.as_ref(), percent_encoding::NON_ALPHANUMERIC)
            .to_string()
    };
    let pairs = fields
        .iter()
        .map(|(name, value)| format!("{}={}", quote(name), quote(value)));
    pairs.collect::<Vec<_>>().join("&")
}

fn text_of(element: Element<'_>) -> String {
    read(&element.texts().collect::<String>())
}

fn attribute(element: Element<'_>, name: &str) -> String {
    element.attribute(name).unwrap_or_default().to_owned()
}

impl Page {
    /// Reads a page.
    pub fn of(html: &str) -> Self {
        Self {
            html: Html::of(html),
        }
    }

    /// Everything a reader reads, title first.
    pub fn text(&self) -> String {
        let parts = self.html.root().select("title, body").into_iter();
        let texts = parts.map(|part| part.texts().collect::<Vec<_>>().join(" "));
        read(&texts.collect::<Vec<_>>().join(" "))
    }

    /// The text of the first element that fits.
    pub fn find(&self, css: &str) -> Option<String> {
        self.html.root().first(css).map(text_of)
    }

    /// The texts of all that fit.
    pub fn all(&self, css: &str) -> Vec<String> {
        let found = self.html.root().select(css).into_iter();
        found.map(text_of).collect()
    }

    /// An attribute of the first element that fits.
    pub fn attribute(&self, css: &str, name: &str) -> Option<String> {
        let found = self.html.root().first(css)?;
        found.attribute(name).map(str::to_owned)
    }

    /// An attribute of all elements that fit and have it.
    pub fn attributes(&self, css: &str, name: &str) -> Vec<String> {
        let found = self.html.root().select(css).into_iter();
        let values = found.filter_map(|one| one.attribute(name));
        values.map(str::to_owned).collect()
    }

    /// The language the page says it is in.
    pub fn lang(&self) -> String {
        self.attribute("html", "lang").unwrap_or_default()
    }

    /// Where a link leads.
    pub fn link(&self, label: &str) -> Option<String> {
        let mut links = self.html.root().select("a[href]").into_iter();
        links
            .find(|link| text_of(*link) == label)
            .map(|link| attribute(link, "href"))
    }

    /// What is wrong, by field, as the list at the top of the form says it.
    pub fn errors(&self) -> Vec<(String, String)> {
        let listed = self.html.root().select("#errors li a").into_iter();
        listed
            .map(|link| {
                let to = attribute(link, "href");
                (to.trim_start_matches('#').to_owned(), text_of(link))
            })
            .collect()
    }

    /// The labels of all buttons that send something.
    pub fn buttons(&self) -> Vec<String> {
        self.all("form button[type=submit]")
    }

    /// What pressing this button would send.
    pub fn press(&self, label: &str) -> Option<Sending> {
        for form in self.html.root().select("form") {
            let mut buttons = form.select("button[type=submit]").into_iter();
            if let Some(button) = buttons.find(|button| text_of(*button) == label) {
                assert!(
                    button.attribute("disabled").is_none(),
                    "“{label}” cannot be pressed"
                );
                return Some(sending(form, Some(button)));
            }
        }
        None
    }

    /// The value of the option with this label: of a radio button, a tick box or a list.
    pub fn option(&self, label: &str) -> Option<(String, String)> {
        let labels = self.html.root().select("label").into_iter();
        let mut found = labels.filter(|one| text_of(*one) == label);
        let input = found.find_map(|label| label.first("input"))?;
        Some((attribute(input, "name"), attribute(input, "value")))
    }
}

/// The fields that a browser sends: named, not disabled, chosen where there is a choice.
fn sending(form: Element<'_>, button: Option<Element<'_>>) -> Sending {
    let mut fields = Vec::new();
    for field in form.select("input, textarea, select") {
        let name = attribute(field, "name");
        if name.is_empty() || field.attribute("disabled").is_some() {
            continue;
        }
        let value = match field.tag() {
            "textarea" => {
                let text: String = field.texts().collect();
                text.strip_prefix('\n').unwrap_or(&text).to_owned()
            }
            "select" => {
                let chosen = field.first("option[selected]");
                let first = || field.first("option");
                let Some(option) = chosen.or_else(first) else {
                    continue;
                };
                attribute(option, "value")
            }
            _ => match attribute(field, "type").as_str() {
                "submit" | "button" | "reset" | "file" | "image" => continue,
                "checkbox" | "radio" => {
                    if field.attribute("checked").is_none() {
                        continue;
                    }
                    field.attribute("value").unwrap_or("on").to_owned()
                }
                _ => attribute(field, "value"),
            },
        };
        fields.push((name, value));
    }
    if let Some(button) = button {
        let name = attribute(button, "name");
        if !name.is_empty() {
            fields.push((name, attribute(button, "value")));
        }
    }
    Sending {
        method: attribute(form, "method").to_lowercase(),
        action: match button.and_then(|button| button.attribute("formaction")) {
            Some(action) => action.to_owned(),
            None => attribute(form, "action"),
        },
        fields,
    }
}
