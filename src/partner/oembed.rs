//! GET /oembed: what editors embed that are given the address of a petition (oEmbed 1.0), as WordPress' sanitizer lets it through: a quote
//! with a link, then a frame, and nothing else.

use crate::base::{Lang, Slug};
use crate::partner::embed::model::{FrameKind, FrameWish};
use crate::petition::rules::framing::Framing;
use crate::petition::{Exposure, PetitionCache, PublicPetition};
use crate::signature::page::via::Via;
use crate::web::answers::answer::{CachePolicy, CachedAnswer, CachedResponse, json};
use crate::web::{Error, Site, urls};
use actix_web::web::{Data, Query};
use askama::Template;
use percent_encoding::percent_decode_str;
use serde::Serialize;

/// An hour, as the answer says itself.
const KEPT: CachePolicy = CachePolicy {
    cache: "public, max-age=3600",
    is_open: true,
};
/// Width and height where nobody asks for less, in pixels.
const WIDTH: u32 = 600;

/// The answer.
#[derive(Serialize)]
struct Embed {
    #[serde(rename = "type")]
    kind: &'static str,
    version: &'static str,
    title: String,
    author_name: String,
    author_url: String,
    provider_name: String,
    provider_url: String,
    cache_age: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    html: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    width: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    height: Option<u32>,
}

/// What is to be put into somebody's page.
#[derive(Template)]
#[template(path = "partner/oembed.html", escape = "html")]
struct EmbedCode<'a> {
    page: &'a str,
    title: &'a str,
    frame: &'a str,
    label: &'a str,
    width: u32,
    height: u32,
}

/// What was asked for. Whatever else is said is passed over; of what is said twice the last counts.
#[derive(Default)]
struct Asked<'a> {
    url: &'a str,
    is_xml: bool,
    most: (Option<u32>, Option<u32>),
}

impl<'a> Asked<'a> {
    fn of(pairs: &'a [(String, String)]) -> Self {
        let mut asked = Self::default();
        let pixels = |value: &str| value.parse().ok().filter(|pixels| *pixels > 0);
        for (name, value) in pairs {
            match name.as_str() {
                "url" => asked.url = value,
                "format" => asked.is_xml = !value.eq_ignore_ascii_case("json"),
                "maxwidth" => asked.most.0 = pixels(value),
                "maxheight" => asked.most.1 = pixels(value),
                _ => {}
            }
        }
        asked
    }
}

/// What to embed for the address of a petition's page: the form where there is room for it, else the number, else a link.
///
/// # Errors
/// 404 for any other address, and where the petition stands in no frame; 410 once it was taken down; 501 for another format than JSON.
pub async fn get(
    site: Data<Site>,
    petition_cache: Data<PetitionCache>,
    query: Option<Query<Vec<(String, String)>>>,
) -> Result<CachedAnswer, Error> {
    let pairs = query.map(Query::into_inner).unwrap_or_default();
    let asked = Asked::of(&pairs);
    if asked.is_xml {
        return Err(Error::NOT_IMPLEMENTED);
    }
    let (lang, slug, via) = meant(&site.base_url, asked.url).ok_or(Error::NOT_FOUND)?;
    let shown = petition_cache.by_slug(&slug)?;
    let is_framed = shown.petition.settings.framing == Framing::Everybody;
    if !shown.allows(Exposure::Oembed) || !is_framed {
        return Err(Error::NOT_FOUND);
    }
    let body = json(&embed(&site, &shown, lang, via, asked.most)?)?;
    Ok(CachedAnswer(CachedResponse::new(
        body,
        "application/json",
        KEPT,
    )))
}

/// The petition that an address of ours is the page of, in which language, and by what it brings its readers.
fn meant(base_url: &str, address: &str) -> Option<(Option<Lang>, Slug, Option<Via>)> {
    let rest = address.strip_prefix(base_url)?;
    // else it is another host that only begins like ours
    let rest = rest.starts_with('/').then_some(rest)?;
    let (path, query) = rest
        .split('#')
        .next()?
        .split_once('?')
        .unwrap_or((rest, ""));
    let path = path.split('#').next()?;
    let path = percent_decode_str(path).decode_utf8().ok()?;
    let pieces: Vec<&str> = path.trim_end_matches('/').split('/').skip(1).collect();
    let (lang, slug) = match pieces.as_slice() {
        ["p", slug] => (None, *slug),
        [lang, "p", slug] => (Some(Lang::parse(lang).ok()?), *slug),
        _ => return None,
    };
    let via = query.split('&').find_map(|pair| pair.strip_prefix("via="));
    Some((lang, Slug::parse(slug).ok()?, via.and_then(Via::parse)))
}

/// What is embedded within these bounds.
fn embed(
    site: &Site,
    shown: &PublicPetition,
    lang: Option<Lang>,
    via: Option<Via>,
    (most_width, most_height): (Option<u32>, Option<u32>),
) -> Result<Embed, Error> {
    let petition = &shown.petition;
    let width = most_width.map_or(WIDTH, |most| most.min(WIDTH));
    let room = |kind: &FrameKind| {
        width >= kind.least_width() && most_height.is_none_or(|most| most >= kind.height().min(400))
    };
    let kinds = [FrameKind::Form, FrameKind::Progress, FrameKind::Counter];
    let kind = kinds.into_iter().find(room);
    let text = shown.text(lang.unwrap_or(petition.lang));
    let text = text.ok_or(Error::NOT_FOUND)?;
    let words = shown.words(site, text.lang);
    let page = match &via {
        Some(via) => urls::petition_via(lang, &petition.slug, via.as_str()),
        None => urls::petition(lang, &petition.slug),
    };
    let absolute = |path: String| format!("{}{path}", site.base_url);
    let page = absolute(page);
    let code = |kind: FrameKind| {
        let wish = FrameWish {
            kind,
            lang,
            via: via
                .as_ref()
                .map_or_else(String::new, |via| via.as_str().to_owned()),
            ..FrameWish::default()
        };
        let height = most_height.map_or(kind.height(), |most| most.min(kind.height()));
        let title = text.title.as_str();
        let label = words.plain2(
            "frame-title",
            "kind",
            petition.kind.as_str(),
            "title",
            title,
        );
        let html = EmbedCode {
            page: &page,
            title,
            frame: &absolute(urls::frame(&petition.slug, &wish.query())),
            label: &label,
            width,
            height,
        };
        Ok::<_, Error>((html.render()?, width, height))
    };
    let found = kind.map(code).transpose()?;
    let author = match petition.allows(Exposure::Listing) {
        true => urls::organization(None, &shown.organization.slug),
        false => urls::home(None),
    };
    Ok(Embed {
        kind: if found.is_some() { "rich" } else { "link" },
        version: "1.0",
        title: text.title.clone(),
        author_name: shown.organization.name.clone(),
        author_url: absolute(author),
        provider_name: words.say("site-name").to_owned(),
        provider_url: absolute(urls::home(None)),
        cache_age: 3600,
        width: found.as_ref().map(|(_, width, _)| *width),
        height: found.as_ref().map(|(_, _, height)| *height),
        html: found.map(|(html, ..)| html),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_of_petitions_of_this_site_are_meant() {
        let read = |address: &str| {
            let (lang, slug, via) = meant("https://sign.example.org", address)?;
            let via = via.map(|via| via.as_str().to_owned());
            Some((lang.map(|lang| lang.to_string()), slug.to_string(), via))
        };
        let of = |lang: Option<&str>, via: Option<&str>| {
            Some((
                lang.map(str::to_owned),
                "open-letter".to_owned(),
                via.map(str::to_owned),
            ))
        };
        for (address, expected) in [
            ("https://sign.example.org/p/open-letter", of(None, None)),
            ("https://sign.example.org/p/open-letter/", of(None, None)),
            (
                "https://sign.example.org/es/p/open-letter?via=slla&x=1#sign",
                of(Some("es"), Some("slla")),
            ),
            (
                "https://sign.example.org/p/open%2Dletter#a?via=b",
                of(None, None),
            ),
        ] {
            assert_eq!(read(address), expected, "{address}");
        }
        for address in [
            "",
            "https://sign.example.org",
            "https://sign.example.org/",
            "https://sign.example.org.evil.example/p/open-letter",
            "https://sign.example.org@evil.example/p/open-letter",
            "http://sign.example.org/p/open-letter",
            "https://evil.example/p/open-letter",
            "//sign.example.org/p/open-letter",
            "https://sign.example.org/p/open-letter/signers",
            "https://sign.example.org/p/../../etc",
            "https://sign.example.org/p/%00",
            "javascript:alert(1)",
        ] {
            assert_eq!(read(address), None, "{address}");
        }
    }
}
