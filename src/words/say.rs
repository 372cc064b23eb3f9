//! The words of one language.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::dates::Dates;
use super::error::Unreadable;
use super::folder::FluentText;
use super::html::{Html, push_escaped};
use super::numbers::{self, Numbers};
use super::value::Value;
use crate::base::day::Day;
use crate::base::lang::Lang;
use crate::base::texts::text::fold;
use crate::base::time::Time;

type Bundle = FluentBundle<Arc<FluentResource>>;

/// Says everything in one language.
///
/// A message without variables is ready-made when the program starts. A message the language lacks is said in
/// English; a key nobody knows is returned as it is, and logged.
pub struct Words {
    lang: Lang,
    is_rtl: bool,
    page: Bundle,
    plain: Bundle,
    ready: HashMap<String, String>,
    numbers: Numbers,
    dates: Dates,
    match_words: Vec<String>,
    /// Messages of the console, and how many of English it has not.
    console: Vec<String>,
    console_lacks: usize,
    fallback: Option<Arc<Words>>,
}

impl Words {
    pub(super) fn load(
        lang: Lang,
        common: &[FluentText],
        console: &[FluentText],
        match_words: Vec<String>,
        fallback: Option<Arc<Words>>,
    ) -> Result<Self, Unreadable> {
        let broken = |file: &str, reason: String| Unreadable {
            file: file.to_owned(),
            reason,
        };
        let id: LanguageIdentifier = lang
            .as_str()
            .parse()
            .map_err(|_| broken(lang.as_str(), "not a language".to_owned()))?;
        let mut page = Bundle::new_concurrent(vec![id.clone()]);
        let mut plain = Bundle::new_concurrent(vec![id]);
        // our formatters isolate, with more sense
        page.set_use_isolating(false);
        plain.set_use_isolating(false);
        page.set_formatter(Some(numbers::isolated));
        plain.set_formatter(Some(numbers::plain));

        let mut add = |texts: &[FluentText]| {
            let mut keys = Vec::new();
            for (file, text) in texts {
                let resource = FluentResource::try_new(text.clone())
                    .map_err(|(_, errors)| broken(file, format!("{errors:?}")))?;
                let resource = Arc::new(resource);
                for entry in resource.entries() {
                    if let fluent_syntax::ast::Entry::Message(message) = entry {
                        keys.push(message.id.name.to_owned());
                    }
                }
                for bundle in [&mut page, &mut plain] {
                    bundle
                        .add_resource(Arc::clone(&resource))
                        .map_err(|errors| broken(file, format!("{errors:?}")))?;
                }
            }
            Ok(keys)
        };
        let (keys, console) = (add(common)?, add(console)?);
        let no_locale = || broken(lang.as_str(), "no formatter for this language".to_owned());
        let numbers = Numbers::of(lang.as_str()).ok_or_else(no_locale)?;
        let dates = Dates::of(lang.as_str()).ok_or_else(no_locale)?;
        let ready = keys
            .iter()
            .chain(&console)
            .filter_map(|key| Some((key.clone(), format(&plain, key, None)?)))
            .collect();
        let whole = fallback.as_ref().map_or(&[][..], |w| &w.console);
        let lacking = whole.iter().filter(|key| !page.has_message(key));
        Ok(Self {
            lang,
            is_rtl: numbers.is_rtl(),
            console_lacks: lacking.count(),
            page,
            plain,
            ready,
            numbers,
            dates,
            match_words,
            console,
            fallback,
        })
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// `ltr` or `rtl`, for the `dir` of a page.
    pub(crate) fn dir(&self) -> &'static str {
        if self.is_rtl { "rtl" } else { "ltr" }
    }

    /// English, where it stands in for words of the console that this language lacks.
    pub(crate) fn console_stand_in(&self) -> Option<&Self> {
        self.fallback.as_deref().filter(|_| self.console_lacks > 0)
    }

    /// The words that most of the console is read in: these, or English where they lack more than they have.
    pub(crate) fn in_console(&self) -> &Self {
        let is_foreign = self.console_lacks > self.console.len();
        let stand_in = self.console_stand_in().filter(|_| is_foreign);
        stand_in.unwrap_or(self)
    }

    /// A message without variables. Also right where no isolation marks may stand.
    pub fn say<'s>(&'s self, key: &'s str) -> &'s str {
        if let Some(text) = self.ready.get(key) {
            return text;
        }
        match &self.fallback {
            Some(english) => english.say(key),
            None => unknown(key),
        }
    }

    /// Whether this language, or English, has such a message.
    pub(crate) fn knows(&self, key: &str) -> bool {
        self.page.has_message(key) || self.fallback.as_ref().is_some_and(|w| w.knows(key))
    }

    /// A message with one variable.
    pub(crate) fn say1(&self, key: &str, name: &str, value: impl Value) -> String {
        self.with(key, Manner::Page, &[(name, &value)])
    }

    /// A message with two variables.
    pub(crate) fn say2(
        &self,
        key: &str,
        n1: &str,
        v1: impl Value,
        n2: &str,
        v2: impl Value,
    ) -> String {
        self.with(key, Manner::Page, &[(n1, &v1), (n2, &v2)])
    }

    /// A message with three variables.
    #[expect(clippy::too_many_arguments, reason = "three pairs of name and value")]
    pub(crate) fn say3(
        &self,
        key: &str,
        n1: &str,
        v1: impl Value,
        n2: &str,
        v2: impl Value,
        n3: &str,
        v3: impl Value,
    ) -> String {
        self.with(key, Manner::Page, &[(n1, &v1), (n2, &v2), (n3, &v3)])
    }

    /// A message that carries markup. Its key ends in `-html`.
    pub fn html(&self, key: &str) -> Html {
        Html::trusted(self.say(key).to_owned())
    }

    /// A message that carries markup, with one variable, which is escaped.
    pub(crate) fn html1(&self, key: &str, name: &str, value: impl Value) -> Html {
        Html::trusted(self.with(key, Manner::Html, &[(name, &value)]))
    }

    /// A message that carries markup, with two variables, which are escaped.
    pub(crate) fn html2(
        &self,
        key: &str,
        n1: &str,
        v1: impl Value,
        n2: &str,
        v2: impl Value,
    ) -> Html {
        Html::trusted(self.with(key, Manner::Html, &[(n1, &v1), (n2, &v2)]))
    }

    /// A message whose one `<a>` leads to `href` (which is escaped).
    pub fn link(&self, key: &str, href: &str) -> Html {
        let mut to = String::from("<a href=\"");
        push_escaped(&mut to, href);
        to.push_str("\">");
        Html::trusted(self.say(key).replacen("<a>", &to, 1))
    }

    /// A message with one variable, without isolation marks: mail, subject lines, CSV, addresses.
    pub(crate) fn plain1(&self, key: &str, name: &str, value: impl Value) -> String {
        self.with(key, Manner::Plain, &[(name, &value)])
    }

    /// A message with two variables, without isolation marks.
    pub(crate) fn plain2(
        &self,
        key: &str,
        n1: &str,
        v1: impl Value,
        n2: &str,
        v2: impl Value,
    ) -> String {
        self.with(key, Manner::Plain, &[(n1, &v1), (n2, &v2)])
    }

    /// A message with three variables, without isolation marks.
    #[expect(clippy::too_many_arguments, reason = "three pairs of name and value")]
    pub(crate) fn plain3(
        &self,
        key: &str,
        n1: &str,
        v1: impl Value,
        n2: &str,
        v2: impl Value,
        n3: &str,
        v3: impl Value,
    ) -> String {
        self.with(key, Manner::Plain, &[(n1, &v1), (n2, &v2), (n3, &v3)])
    }

    /// A number, grouped: "3,214".
    pub fn number(&self, number: impl Value) -> String {
        match number.fluent() {
            FluentValue::Number(number) => self.numbers.write_fluent(&number).unwrap_or_default(),
            FluentValue::String(text) => text.into_owned(),
            _ => String::new(),
        }
    }

    /// "December 12, 2026". `zone` is an IANA name; an unknown one means UTC.
    pub fn date(&self, at: Time, zone: &str) -> String {
        self.dates.date(at, zone)
    }

    /// The same of a day of the calendar.
    pub(crate) fn date_of(&self, day: Day) -> String {
        self.dates.date_of(day)
    }

    /// "December 12", where the year is clear.
    pub fn day(&self, at: Time, zone: &str) -> String {
        self.dates.day(at, zone)
    }

    /// "December 12, 2026 at 9:00 AM".
    pub(crate) fn date_time(&self, at: Time, zone: &str) -> String {
        self.dates.date_time(at, zone)
    }

    /// "9:00 AM".
    pub fn time(&self, at: Time, zone: &str) -> String {
        self.dates.time(at, zone)
    }

    /// "a, b, and c".
    pub fn list<S: AsRef<str>>(&self, items: &[S]) -> String {
        self.dates.list(items)
    }

    /// "4 minutes ago": the largest whole unit.
    pub(crate) fn ago(&self, at: Time, now: Time) -> String {
        let since: Duration = now.since(at);
        let minutes = since.as_secs() / 60;
        match minutes {
            0 => self.say("ago-now").to_owned(),
            1..=59 => self.say1("ago-minutes", "n", minutes),
            60..=1_439 => self.say1("ago-hours", "n", minutes / 60),
            1_440..=43_199 => self.say1("ago-days", "n", minutes / 1_440),
            43_200..=525_599 => self.say1("ago-months", "n", minutes / 43_200),
            _ => self.say1("ago-years", "n", minutes / 525_600),
        }
    }

    /// The match word of this number, out of 2,048. Stands in the confirmation mail and may be asked for.
    pub fn match_word(&self, index: impl Into<usize>) -> &str {
        let index: usize = index.into();
        match (self.match_words.len(), &self.fallback) {
            (0, Some(english)) => english.match_word(index),
            (0, None) => "",
            (all, _) => self.match_words.get(index % all).map_or("", String::as_str),
        }
    }

    /// The number of a typed match word; case and accents do not matter.
    pub(crate) fn match_word_index(&self, typed: &str) -> Option<usize> {
        let typed = fold(typed.trim());
        self.match_words.iter().position(|word| fold(word) == typed)
    }

    fn with(&self, key: &str, manner: Manner, pairs: &[(&str, &dyn Value)]) -> String {
        let mut args = FluentArgs::with_capacity(pairs.len());
        for (name, value) in pairs {
            args.set(*name, manner.prepare(value.fluent()));
        }
        let bundle = match manner {
            Manner::Plain => &self.plain,
            Manner::Page | Manner::Html => &self.page,
        };
        if let Some(text) = format(bundle, key, Some(&args)) {
            return text;
        }
        match &self.fallback {
            Some(english) => english.with(key, manner, pairs),
            None => unknown(key).to_owned(),
        }
    }

    #[cfg(test)]
    pub(super) fn bundles(&self) -> [&Bundle; 2] {
        [&self.page, &self.plain]
    }

    #[cfg(test)]
    pub(super) fn formatted(&self, key: &str, args: &FluentArgs<'_>) -> String {
        let text = format(&self.plain, key, Some(args));
        text.or_else(|| self.fallback.as_ref().map(|w| w.formatted(key, args)))
            .unwrap_or_default()
    }

    #[cfg(test)]
    pub(crate) fn keys(&self) -> Vec<&str> {
        self.ready.keys().map(String::as_str).collect()
    }

    #[cfg(test)]
    pub(super) fn match_words(&self) -> &[String] {
        &self.match_words
    }
}

/// For what a message is said.
#[derive(Clone, Copy)]
enum Manner {
    /// In a page, to be escaped by the template.
    Page,
    /// In a page, with markup of its own.
    Html,
    /// Where isolation marks would harm.
    Plain,
}

impl Manner {
    fn prepare<'v>(self, value: FluentValue<'v>) -> FluentValue<'v> {
        match (self, value) {
            (Manner::Html, FluentValue::String(text)) => {
                let mut safe = String::with_capacity(text.len() + 8);
                push_escaped(&mut safe, &text);
                FluentValue::String(safe.into())
            }
            (_, value) => value,
        }
    }
}

/// The message, or `None` if the bundle has none or a variable is missing.
fn format(bundle: &Bundle, key: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, args, &mut errors);
    errors.is_empty().then(|| text.into_owned())
}

fn unknown(key: &str) -> &str {
    tracing::error!(key, "no such words, or a variable of them is missing");
    key
}
