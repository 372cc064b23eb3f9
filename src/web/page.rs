//! What every page has around it, and the parts that many pages are made of. Knows no noun of the domain.

use std::borrow::Cow;

use super::forms::texts::{SentForm, WrittenText};
pub use super::menu::{LanguageChoice, LanguageSwitch, Menu, MenuGroup, MenuItem};
use crate::base::{Lang, Slug};
use crate::web::assets::Assets;
use crate::web::site::Site;
use crate::web::theme::Theme;
use crate::web::urls;
use crate::words::Words;
use actix_web::http::StatusCode;

/// A page's surroundings: language, styles, whose site it is, where else to go.
///
/// The layouts `templates/kit/{public,console,bare}.html` show it; a page struct carries it as `frame`.
#[derive(Clone)]
pub struct Frame<'a> {
    /// The words of the page's language.
    pub w: &'a Words,
    /// Addresses of styles, script and font.
    pub assets: &'a Assets,
    /// `https://host`, without a slash at the end.
    pub base_url: Cow<'a, str>,
    /// Whose site it is: the organization's name, or the site's.
    pub site: Cow<'a, str>,
    /// Where the name leads.
    pub home: Cow<'a, str>,
    /// What the page is called in the browser's tab, without the site's name.
    pub title: Cow<'a, str>,
    /// One sentence for search engines and link previews.
    pub description: Option<Cow<'a, str>>,
    /// The same page in the other languages.
    pub alternates: Vec<Alternate>,
    /// The page's one true address, absolute.
    pub canonical: Option<String>,
    /// The address that asks the reader's browser for the language, absolute.
    pub negotiated: Option<String>,
    /// Whether search engines may list it. Off unless said.
    pub is_indexed: bool,
    /// What stands at the foot of the page.
    pub footer: Vec<Link>,
    /// How signatures are checked, whom a page is reported to, who runs the site; empty outside of a site.
    pub about_site: Vec<Link>,
    /// Who runs the site, where that is said.
    pub operator: Option<&'a str>,
    /// Where a reader in danger gets away to at once.
    pub leave: Option<&'static str>,
    /// The path that the address bar shows instead of the page's own, which holds a key.
    pub shown_as: Option<String>,
    /// Line above everything, such as "This is a preview".
    pub ribbon: Option<Cow<'a, str>>,
    /// The left bar, on pages of the console; empty on all others.
    pub menu: Menu,
    /// The languages a reader who is signed in may change to; none for everybody else.
    pub languages: Option<LanguageSwitch>,
    /// The sheet with the colours of whose page it is; none for those of the site.
    pub look: Option<String>,
}

impl<'a> Frame<'a> {
    /// The surroundings of a page that is not listed by search engines and has no other languages yet.
    pub fn new(
        w: &'a Words,
        assets: &'a Assets,
        base_url: impl Into<Cow<'a, str>>,
        title: impl Into<Cow<'a, str>>,
    ) -> Self {
        Self {
            w,
            assets,
            base_url: base_url.into(),
            site: Cow::Borrowed(w.say("site-name")),
            home: Cow::Borrowed("/"),
            title: title.into(),
            description: None,
            alternates: Vec::new(),
            canonical: None,
            negotiated: None,
            is_indexed: false,
            footer: Vec::new(),
            about_site: Vec::new(),
            operator: None,
            leave: None,
            shown_as: None,
            ribbon: None,
            menu: Menu::default(),
            languages: None,
            look: None,
        }
    }

    /// Whose page it is.
    pub fn of(mut self, site: impl Into<Cow<'a, str>>, home: impl Into<Cow<'a, str>>) -> Self {
        self.site = site.into();
        self.home = home.into();
        self
    }

    /// Search engines may list it under this address (absolute).
    pub(crate) fn indexed(
        mut self,
        canonical: String,
        description: impl Into<Cow<'a, str>>,
    ) -> Self {
        self.is_indexed = true;
        self.canonical = Some(canonical);
        self.description = Some(description.into());
        self
    }

    /// Unless this is so: only those that are listed for everybody are listed by search engines.
    pub(crate) fn if_listed(mut self, is_listed: bool) -> Self {
        self.is_indexed &= is_listed;
        self
    }

    /// Where readers of any other language go (absolute): the address without a language.
    pub(crate) fn for_any_language(mut self, address: String) -> Self {
        self.negotiated = Some(address);
        self
    }

    /// The same page in each of these languages but its `own`; `href` is where it is in one.
    pub(crate) fn also_in(
        mut self,
        site: &Site,
        own: Lang,
        langs: impl IntoIterator<Item = Lang>,
        href: impl Fn(Lang) -> String,
    ) -> Self {
        let others = langs.into_iter().filter(|lang| *lang != own);
        self.alternates.extend(others.map(|lang| Alternate {
            lang: lang.to_string(),
            name: site.words(lang).say("language-name").to_owned(),
            href: href(lang),
        }));
        self
    }

    /// One more link at the foot.
    pub(crate) fn foot(mut self, label: impl Into<String>, href: impl Into<String>) -> Self {
        self.footer.push(Link {
            label: label.into(),
            href: href.into(),
        });
        self
    }

    /// The page is about this petition: a report says so.
    pub(crate) fn reported_at(mut self, lang: Lang, slug: &Slug) -> Self {
        let general = urls::report(lang, None);
        for link in &mut self.about_site {
            if link.href == general {
                link.href = urls::report(lang, Some(slug));
            }
        }
        self
    }

    /// A page that is not listed, and whose address is not the one to pass on: this path is.
    pub(crate) fn passed_on_as(mut self, path: String) -> Self {
        self.canonical = Some(self.absolute(&path));
        self
    }

    /// A page reached by a key: where there is a script, the address bar shows this path instead.
    pub(crate) fn shown_as(mut self, path: String) -> Self {
        self.shown_as = Some(path);
        self
    }

    /// Readers may have to get away at once: to there.
    pub(crate) fn leaving(mut self, to: Option<&'static str>) -> Self {
        self.leave = to;
        self
    }

    /// A line above everything.
    pub(crate) fn ribbon(mut self, text: impl Into<Cow<'a, str>>) -> Self {
        self.ribbon = Some(text.into());
        self
    }

    /// Says that something typed in has to be put right, in the tab too: it is read first.
    pub(crate) fn with_errors(mut self, has_errors: bool) -> Self {
        if has_errors {
            self.title = Cow::Owned(self.w.plain1("title-error", "title", self.title.as_ref()));
        }
        self
    }

    /// A page of the console, with this left bar.
    pub fn with_menu(mut self, menu: Menu) -> Self {
        self.menu = menu;
        self
    }

    /// The languages whoever is signed in may change to.
    pub(crate) fn switching(mut self, languages: LanguageSwitch) -> Self {
        self.languages = Some(languages);
        self
    }

    /// A page that another one does not stand for: in another language it would be gone.
    pub(crate) fn in_one_language(mut self) -> Self {
        self.languages = None;
        self
    }

    /// A page before signing in, at this path: the language is in its question.
    pub(crate) fn by_question(self, site: &Site, path: &str) -> Self {
        let own = self.w.lang();
        let all = site.library.languages().iter().copied();
        self.also_in(site, own, all, |lang| urls::in_language(path, Some(lang)))
    }

    /// In these colours.
    pub(crate) fn looking(mut self, theme: Option<Theme>) -> Self {
        self.look = theme.as_ref().map(urls::look);
        self
    }

    /// The hidden field `guard` of each form of a page of the console.
    pub(crate) fn guard(&self) -> &str {
        &self.menu.token
    }

    /// The whole title for the tab: page, then site.
    pub(crate) fn tab(&self) -> String {
        if self.title == self.site {
            return self.title.to_string();
        }
        format!("{} – {}", self.title, self.site)
    }

    /// An address of this site, absolute.
    pub(crate) fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.base_url)
    }
}

/// The same page in another language, or the same mail.
#[derive(Clone, Debug)]
pub struct Alternate {
    /// Language tag, `es`.
    pub lang: String,
    /// What the language calls itself, `Español`.
    pub name: String,
    /// Path or address.
    pub href: String,
}

/// A link.
#[derive(Clone, Debug)]
pub struct Link {
    /// What it says.
    pub label: String,
    /// Where it leads.
    pub href: String,
}

/// What is wrong with a form: one sentence for each field, in the page's language.
#[derive(Clone, Debug, Default)]
pub struct Errors {
    list: Vec<FieldError>,
}

/// One sentence about one field.
#[derive(Clone, Debug)]
pub struct FieldError {
    /// The `id` of the field, where the error box leads.
    pub field: Cow<'static, str>,
    /// What to do, in the page's language.
    pub message: String,
}

impl Errors {
    /// Nothing is wrong.
    pub fn none() -> Self {
        Self::default()
    }

    /// Adds what is wrong with the field of this `id`.
    pub fn add(&mut self, field: impl Into<Cow<'static, str>>, message: impl Into<String>) {
        self.list.push(FieldError {
            field: field.into(),
            message: message.into(),
        });
    }

    /// The same, to chain.
    pub fn with(mut self, field: impl Into<Cow<'static, str>>, message: impl Into<String>) -> Self {
        self.add(field, message);
        self
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// How many sentences there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// The status of the page that says it: 200 where nothing is wrong, else 422.
    pub fn status(&self) -> StatusCode {
        match self.is_empty() {
            true => StatusCode::OK,
            false => StatusCode::UNPROCESSABLE_ENTITY,
        }
    }

    /// All of them, in the order of the form.
    pub fn list(&self) -> &[FieldError] {
        &self.list
    }

    /// The first sentence about this field.
    pub fn at(&self, field: &str) -> Option<&str> {
        self.list
            .iter()
            .find(|error| error.field == field)
            .map(|error| error.message.as_str())
    }
}

/// One of several ways to look at a list: a state, a letter, a grouping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilterLink {
    /// What it is called.
    pub label: String,
    /// Where it leads.
    pub href: String,
    /// How many rows, already written; empty where nothing is counted.
    pub number: String,
    /// Whether it is what is shown.
    pub is_current: bool,
}

/// A page that says that something did not work: 400, 404, 410, 503 and the like.
#[derive(askama::Template)]
#[template(path = "kit/problem.html")]
pub struct ErrorPage<'a> {
    /// Surroundings.
    pub frame: Frame<'a>,
    /// Words.
    pub w: &'a Words,
    /// HTTP status.
    pub status: u16,
    /// Heading.
    pub title: Cow<'a, str>,
    /// What happened and what to do, one or two sentences.
    pub text: Cow<'a, str>,
    /// To be named when writing to us; appears in the log.
    pub request_id: &'a str,
    /// A way on, if there is one.
    pub way_on: Option<Link>,
    /// What was written into the form that was sent.
    pub written: Vec<WrittenText>,
    /// The form, to be sent again.
    pub again: Option<SentForm>,
}

impl<'a> ErrorPage<'a> {
    /// The page for a status, with the sentences of `errors.ftl`. A status without sentences of its own is told as 500
    /// or 400.
    pub fn of(mut frame: Frame<'a>, status: u16, request_id: &'a str) -> Self {
        let w = frame.w;
        let (title, text) = problem(w, status);
        frame.title = Cow::Borrowed(title);
        Self {
            frame,
            w,
            status,
            title: Cow::Borrowed(title),
            text: Cow::Borrowed(text),
            request_id,
            way_on: None,
            written: Vec::new(),
            again: None,
        }
    }
}

/// Title and sentence for a status, the same for pages and for problem+json.
pub fn problem(w: &Words, status: u16) -> (&str, &str) {
    let (title, text) = match status {
        400 => ("problem-400-title", "problem-400-text"),
        401 => ("problem-401-title", "problem-401-text"),
        403 => ("problem-403-title", "problem-403-text"),
        404 => ("problem-404-title", "problem-404-text"),
        405 => ("problem-405-title", "problem-405-text"),
        409 => ("problem-409-title", "problem-409-text"),
        410 => ("problem-410-title", "problem-410-text"),
        413 => ("problem-413-title", "problem-413-text"),
        415 => ("problem-415-title", "problem-415-text"),
        422 => ("problem-422-title", "problem-422-text"),
        429 => ("problem-429-title", "problem-429-text"),
        501 => ("problem-501-title", "problem-501-text"),
        503 => ("problem-503-title", "problem-503-text"),
        402..=499 => ("problem-400-title", "problem-400-text"),
        _ => ("problem-500-title", "problem-500-text"),
    };
    (w.say(title), w.say(text))
}
impl Site {
    /// The surroundings of a page with this title.
    pub fn frame<'a>(
        &'a self,
        w: &'a Words,
        title: impl Into<std::borrow::Cow<'a, str>>,
    ) -> Frame<'a> {
        let link = |key, href| Link {
            label: w.say(key).to_owned(),
            href,
        };
        let lang = w.lang();
        let mut frame = Frame::new(w, &self.assets, self.base_url.as_str(), title);
        frame.operator = self.operator.name.as_deref();
        frame.about_site = vec![
            link("foot-trust", urls::trust(Some(lang))),
            link("foot-report", urls::report(lang, None)),
        ];
        if self.operator.is_named() {
            let imprint = link("foot-imprint", urls::imprint(Some(lang)));
            frame.about_site.push(imprint);
        }
        frame
    }
}
