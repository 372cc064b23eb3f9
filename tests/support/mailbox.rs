//! A letter as its reader has it.

use super::page::{Page, read};
use regex::Regex;
use std::sync::LazyLock;
use undersigned::base::Id;
use undersigned::mail::Reading;
use undersigned::mail::model::Outbox;

/// A letter that was opened.
#[derive(Debug, Clone)]
pub struct Mail {
    reading: Reading,
    site: String,
    source: String,
}

impl Mail {
    /// Takes a message apart; links of `site` are followed.
    pub fn of(data: &[u8], site: &str) -> Self {
        Self {
            reading: Reading::of(data),
            site: site.to_owned(),
            source: String::from_utf8_lossy(data).into_owned(),
        }
    }

    /// The subject.
    pub fn subject(&self) -> &str {
        self.header("subject")
    }

    /// A header; empty when it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.reading.header(name).unwrap_or_default()
    }

    /// Names of all headers, in their order.
    pub fn headers(&self) -> Vec<String> {
        let named = self.reading.headers.iter();
        named.map(|(name, _)| name.to_lowercase()).collect()
    }

    /// The HTML part.
    pub fn html(&self) -> Page {
        Page::of(&self.reading.html)
    }

    /// The message as it went over the wire.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The plain part.
    pub fn text(&self) -> &str {
        &self.reading.text
    }

    /// The row of the outbox it was promised in.
    pub fn row(&self) -> Id<Outbox> {
        let id = self.header("message-id").trim_start_matches('<');
        let id = id.split('@').next().unwrap_or_default();
        Id::parse(id).expect("a Message-ID made of the promise")
    }

    /// The path of its link: the same in both parts.
    pub fn link(&self) -> String {
        let pattern = Regex::new(&format!("{}(/[!-~]*)", regex::escape(&self.site))).unwrap();
        let found = pattern.captures(&self.reading.text);
        let link = found.expect("a link in the letter")[1].to_owned();
        let whole = format!("{}{link}", self.site);
        assert!(
            self.reading.html.contains(&whole),
            "both parts lead to the same place"
        );
        link
    }

    /// The token its link ends in.
    pub fn token(&self) -> String {
        let link = self.link();
        link.strip_prefix("/c/")
            .expect("the link of a signature")
            .to_owned()
    }

    /// The eight characters.
    pub fn code(&self) -> String {
        let pattern = Regex::new("([0-9a-z]{4}-[0-9a-z]{4})$").unwrap();
        let mut lines = self.reading.text.lines().map(read);
        let code = lines.find_map(|line| pattern.captures(&line).map(|found| found[1].to_owned()));
        code.expect("a code in the letter")
    }

    /// The match word, whichever language the mail is in.
    pub fn word(&self) -> String {
        let mut lines = self.reading.text.lines().map(read);
        let said_by = |line: &str| {
            let mut ways = word_lines();
            ways.find_map(|one| Some(one.captures(line)?[1].to_owned()))
        };
        let word = lines.find_map(|line| said_by(&line));
        word.expect("a word in the letter")
    }

    /// It says this.
    pub fn says(&self, text: &str) -> &Self {
        let all = read(&format!("{} {}", self.subject(), self.reading.text));
        assert!(all.contains(text), "“{text}” is not in the letter: {all}");
        self
    }
}

/// The line with the match word, as each language and voice has it.
fn word_lines() -> impl Iterator<Item = &'static Regex> {
    static LINES: LazyLock<Vec<Regex>> = LazyLock::new(|| {
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/templates/words");
        let languages = std::fs::read_dir(root).expect("the words").flatten();
        let files = languages.flat_map(|language| {
            ["mail.ftl", "familiar/mail.ftl"].map(|at| language.path().join(at))
        });
        let texts = files.filter_map(|file| std::fs::read_to_string(file).ok());
        texts
            .filter_map(|text| {
                let line = text
                    .lines()
                    .find_map(|line| line.strip_prefix("mail-confirm-word = "))?;
                let (before, after) = line.split_once("{ $word }")?;
                let (before, after) = (regex::escape(before), regex::escape(after));
                Some(Regex::new(&format!("^{before}(.+){after}$")).expect("a pattern"))
            })
            .collect()
    });
    LINES.iter()
}
