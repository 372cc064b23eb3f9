//! GET /organize/petitions/{id}/embed: the code that puts a petition into pages of other sites, made by what is chosen, with a look at it.

use super::frame_code::{frame_code, label, pasted};
use super::opened;
use crate::account::Actor;
use crate::base::{Color, Id, Lang};
use crate::db::Db;
use crate::partner::embed::look::{Scheme, Typeface};
use crate::partner::embed::model::{FrameKind, FrameWish};
use crate::petition::rules::framing::Framing;
use crate::petition::source::{Partner, Source, store as sources};
use crate::petition::{Exposure, Petition, PublicPetition};
use crate::web::answers::answer::{ok, shows_a_frame};
use crate::web::page::Frame;
use crate::web::{Error, PathArg, Result, Site, urls};
use crate::words::Words;
use actix_web::web::{Data, Query};
use askama::Template;

/// One thing to choose.
struct CodeChoice {
    value: String,
    label: String,
    is_chosen: bool,
}

/// What is said of a colour that was typed.
struct ColorField {
    name: &'static str,
    typed: String,
    /// Words key of what is wrong with it.
    error: Option<&'static str>,
}

/// What partners paste, as an element of its own.
#[derive(Template)]
#[template(path = "partner/share_kit/embed_element.html", escape = "html")]
struct ElementCode<'a> {
    slug: &'a str,
    wishes: Vec<(&'a str, &'a str)>,
    page: &'a str,
    label: &'a str,
    loader: &'a str,
}

#[derive(Template)]
#[template(path = "partner/share_kit/embed_code.html")]
struct EmbedCodePage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    action: String,
    is_partners_only: bool,
    partners_href: String,
    kinds: Vec<CodeChoice>,
    langs: Vec<CodeChoice>,
    partners: Vec<CodeChoice>,
    schemes: Vec<CodeChoice>,
    typefaces: Vec<CodeChoice>,
    colors: Vec<ColorField>,
    radius: String,
    /// How well the button's text reads, already written.
    contrast: Option<String>,
    /// Whether the text chosen could not be read.
    is_unreadable: bool,
    look_src: String,
    look_title: String,
    height: u32,
    frame_code: String,
    element_code: String,
    link_code: String,
    policy: String,
    count_json: String,
    count_text: String,
    badge: String,
    events: Option<String>,
    oembed: Option<String>,
}

/// The page.
///
/// # Errors
/// 404 and 403 as for every page of the console; 404 for a draft and where the petition stands in no frame, 410 once it was taken down.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
    query: Option<Query<Vec<(String, String)>>>,
) -> Result {
    let (managed, shown) = opened::published(&db, &actor, id).await?;
    let framing = shown.petition.settings.framing;
    if !shown.allows(Exposure::Embed) || framing == Framing::Nobody {
        return Err(Error::NOT_FOUND);
    }
    let all = db.read(move |conn| sources::of(conn, id)).await?;
    let partners: Vec<Partner> = all.iter().filter_map(Source::partner).collect();
    let pairs = query.map(Query::into_inner).unwrap_or_default();
    let pairs: Vec<(&str, &str)> = pairs
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let w = actor.words(&site);
    let here = urls::share_kit(id);
    let frame = managed.console_frame(&site, &w, &actor, &here, w.say("embed-code-title"));
    let page = page(&site, &w, &shown, frame, (&partners, &pairs));
    Ok(shows_a_frame(ok(&page?)?))
}

fn page<'a>(
    site: &'a Site,
    w: &'a Words,
    shown: &PublicPetition,
    frame: Frame<'a>,
    (partners, pairs): (&[Partner], &[(&str, &str)]),
) -> Result<EmbedCodePage<'a>> {
    let (petition, slug) = (&shown.petition, &shown.petition.slug);
    let mut wish = FrameWish::of(pairs.iter().copied());
    // a language that the petition has, or the reader's own
    wish.lang = wish
        .lang
        .filter(|lang| shown.langs().any(|has| has == *lang));
    let typed = |name: &str| {
        let found = pairs.iter().rev().find(|(said, _)| *said == name);
        found.map_or("", |(_, value)| *value)
    };
    let absolute = |path: String| format!("{}{path}", site.base_url);
    let (query, lang) = (wish.query(), wish.lang.unwrap_or(petition.lang));
    let label = label(site, shown, lang)?;
    let loader = absolute(urls::frame_loader());
    let link = match wish.via.as_str() {
        "" => urls::petition(wish.lang, slug),
        via => urls::petition_via(wish.lang, slug, via),
    };
    let link = absolute(link);
    let wishes: Vec<(&str, &str)> = query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .collect();
    let look = &wish.look;
    let shown_look = |accent: Color| {
        let ratio = format!("{:.1}", accent.contrast(accent.on()));
        w.say1("embed-code-contrast", "ratio", ratio)
    };
    Ok(EmbedCodePage {
        action: urls::embed_code(petition.id, ""),
        is_partners_only: petition.settings.framing == Framing::Partners,
        partners_href: urls::partners(petition.id),
        kinds: FrameKind::ALL
            .map(|kind| choice(w, "embed-code-kind", kind.as_str(), kind == wish.kind))
            .into(),
        langs: langs(site, w, shown, wish.lang),
        partners: partners_of(w, partners, &wish.via),
        schemes: Scheme::ALL
            .map(|one| choice(w, "embed-code-scheme", one.as_str(), one == look.scheme))
            .into(),
        typefaces: Typeface::ALL
            .map(|one| choice(w, "embed-code-font", one.as_str(), one == look.typeface))
            .into(),
        colors: ["accent", "bg", "text"]
            .map(|name| color_field(name, typed(name)))
            .into(),
        radius: look.radius.map_or_else(String::new, |px| px.to_string()),
        contrast: look.accent.map(shown_look),
        is_unreadable: Color::parse(typed("text")).is_ok() && look.text.is_none(),
        look_src: urls::frame(slug, &query),
        look_title: label.clone(),
        height: wish.kind.height(),
        frame_code: frame_code(site, shown, lang, &wish)?,
        element_code: pasted(&ElementCode {
            slug: slug.as_str(),
            wishes,
            page: &link,
            label: &label,
            loader: &loader,
        })?,
        link_code: link.clone(),
        policy: format!(
            "script-src {host}; frame-src {host}; img-src {host}",
            host = site.base_url
        ),
        count_json: absolute(urls::count(slug)),
        count_text: absolute(urls::count_text(slug)),
        badge: absolute(urls::badge(slug)),
        events: shown
            .allows(Exposure::History)
            .then(|| absolute(urls::count_events(slug))),
        oembed: (petition.settings.framing == Framing::Everybody)
            .then(|| absolute(urls::petition(None, slug))),
        frame,
        w,
    })
}

fn choice(w: &Words, key: &str, value: &str, is_chosen: bool) -> CodeChoice {
    CodeChoice {
        label: w.say1(key, "value", value),
        value: value.to_owned(),
        is_chosen,
    }
}

fn langs(site: &Site, w: &Words, shown: &PublicPetition, chosen: Option<Lang>) -> Vec<CodeChoice> {
    let own = CodeChoice {
        value: String::new(),
        label: w.say("embed-code-lang-own").to_owned(),
        is_chosen: chosen.is_none(),
    };
    let each = shown.langs().map(|lang| CodeChoice {
        value: lang.to_string(),
        label: site.words(lang).say("language-name").to_owned(),
        is_chosen: chosen == Some(lang),
    });
    std::iter::once(own).chain(each).collect()
}

fn partners_of(w: &Words, partners: &[Partner], via: &str) -> Vec<CodeChoice> {
    let nobody = CodeChoice {
        value: String::new(),
        label: w.say("embed-code-partner-none").to_owned(),
        is_chosen: via.is_empty(),
    };
    let each = partners.iter().map(|one| CodeChoice {
        value: one.code.to_string(),
        label: one.name.clone(),
        is_chosen: one.code.to_string() == via,
    });
    std::iter::once(nobody).chain(each).collect()
}

fn color_field(name: &'static str, typed: &str) -> ColorField {
    let typed = typed.trim();
    ColorField {
        name,
        error: (!typed.is_empty() && Color::parse(typed).is_err()).then_some("error-color"),
        typed: typed.chars().take(20).collect(),
    }
}

impl ColorField {
    fn label(&self) -> &'static str {
        match self.name {
            "accent" => "embed-code-accent",
            "bg" => "embed-code-ground",
            _ => "embed-code-text",
        }
    }

    /// Whether it came back with something to put right.
    fn message<'w>(&self, w: &'w Words) -> Option<&'w str> {
        self.error.map(|key| w.say(key))
    }
}
