//! GET /organize/petitions/{id}/share: the link, messages, codes and posters of a petition. Publishing leads here.

use super::opened;
use super::poster::{Paper, Poster, PosterForm, PosterQuery};
use crate::account::{Action, Actor};
use crate::base::{Id, Lang};
use crate::count::CountCache;
use crate::db::Db;
use crate::petition::card::face;
use crate::petition::page::pages::Picture;
use crate::petition::rules::framing::Framing;
use crate::petition::{Exposure, Petition, Phase, PublicPetition};
use crate::signature::share::ways::{ReadyMessage, link_via, ready_messages};
use crate::web::answers::answer::ok;
use crate::web::page::Frame;
use crate::web::print::fonts::PrintFonts;
use crate::web::qr::Qr;
use crate::web::{PathArg, Result, Site, urls};
use crate::words::Words;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;

/// Ways whose messages are seen at once; the others are opened.
const SEEN: [&str; 2] = ["whatsapp", "email"];

/// What the address says.
#[derive(Debug, Default, Deserialize)]
pub struct ShareQuery {
    /// Whether the petition was published just now.
    #[serde(default)]
    new: bool,
}

/// A message in one language.
struct MessageText {
    id: String,
    lang: Lang,
    dir: &'static str,
    /// What the language calls itself.
    name: String,
    message: ReadyMessage,
}

/// The messages of one way, by language.
struct WayMessages {
    label: String,
    icon: &'static str,
    /// What a form field may be too small for.
    rows: u8,
    is_seen: bool,
    texts: Vec<MessageText>,
}

/// A poster, a flyer or strips in one language.
struct PrintForm {
    form: &'static str,
    page_href: String,
    pdfs: Vec<(&'static str, String)>,
}

/// What can be printed in one language.
struct PrintLang {
    lang: Lang,
    name: String,
    forms: Vec<PrintForm>,
    /// Whether the fonts of the PDF lack letters of the text.
    lacks_letters: bool,
}

/// How a link looks where it is passed on, in one language.
struct CardLook {
    lang: Lang,
    name: String,
    picture: Picture,
    path: String,
}

#[derive(Template)]
#[template(path = "partner/share_kit/share.html")]
struct ShareKitPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    title: &'a str,
    lang: String,
    kind: &'static str,
    /// [`Phase`], in words.
    phase: &'static str,
    opens: Option<String>,
    is_new: bool,
    /// Whether nothing may say how somebody came, or that somebody signed.
    is_discreet: bool,
    link: String,
    page_href: String,
    sign_href: String,
    publish_href: Option<String>,
    messages_href: Option<String>,
    edit_href: Option<String>,
    picture_href: Option<String>,
    ways: Vec<WayMessages>,
    qr: Option<Qr>,
    qr_svg: String,
    qr_png: String,
    qr_pdfs: Vec<(&'static str, String)>,
    prints: Vec<PrintLang>,
    cards: Vec<CardLook>,
    /// Where links for each place are made, unless they would tell on signers.
    links_href: Option<String>,
    partners_href: Option<String>,
    /// Where the code for other sites is made, if it may stand there.
    embed_href: Option<String>,
}

/// The page.
///
/// # Errors
/// 404 and 403 as for every page of the console.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    count_cache: Data<CountCache>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
    asked: Option<Query<ShareQuery>>,
) -> Result {
    let (managed, shown) = opened::any(&db, &actor, id).await?;
    let w = actor.words(&site);
    let petition = &managed.petition;
    let phase = managed.phase(site.clock.now());
    let may = |action| actor.allow(action, petition.organization).is_ok();
    // people can be asked to sign: now, or soon
    let asks = matches!(phase, Phase::Coming | Phase::Open | Phase::Paused);
    let has_page = asks || phase == Phase::Closed;
    let is_new = asks && asked.is_some_and(|asked| asked.new);
    let counted = count_cache.public_count(petition).signatures;
    let title = match is_new {
        true => w.say("kit-new"),
        false => w.say("kit-title"),
    };
    let here = urls::share_kit(id);
    let edits = may(Action::EditPetition);
    let path = urls::petition(None, &petition.slug);
    let allows = |exposure| has_page && shown.allows(exposure);
    ok(&ShareKitPage {
        frame: managed.console_frame(&site, &w, &actor, &here, title),
        title: managed.title(actor.lang),
        lang: managed
            .text(actor.lang)
            .map_or(petition.lang, |text| text.lang)
            .to_string(),
        kind: petition.kind.as_str(),
        phase: phase.as_str(),
        opens: petition
            .says_beginning(&w)
            .filter(|_| phase == Phase::Coming),
        is_new,
        is_discreet: !shown.allows(Exposure::OwnLinks),
        link: link_via(&site, &shown, None, None),
        sign_href: format!("{path}#sign"),
        page_href: path,
        publish_href: may(Action::PublishPetition).then(|| urls::publish_petition(id)),
        messages_href: edits.then(|| urls::share_texts(id)),
        edit_href: edits.then(|| urls::edit_petition(id)),
        picture_href: edits.then(|| urls::edit_picture(id)),
        ways: match asks {
            true => ways(&site, &w, &shown),
            false => Vec::new(),
        },
        qr: Qr::of(&link_via(&site, &shown, None, Some("qr"))).filter(|_| has_page),
        qr_svg: urls::qr_svg(id),
        qr_png: urls::qr_png(id),
        qr_pdfs: Paper::ALL
            .map(|paper| (paper.as_str(), urls::qr_pdf(id, paper.as_str())))
            .into(),
        prints: match asks {
            true => prints(&site, &shown),
            false => Vec::new(),
        },
        cards: match has_page && shown.allows(Exposure::Card) {
            true => cards(&site, &shown, counted),
            false => Vec::new(),
        },
        links_href: allows(Exposure::OwnLinks).then(|| urls::links(id)),
        partners_href: allows(Exposure::OwnLinks).then(|| urls::partners(id)),
        embed_href: (allows(Exposure::Embed) && petition.settings.framing != Framing::Nobody)
            .then(|| urls::embed_code(id, "")),
        w: &w,
    })
}

/// What a language calls itself.
fn name(site: &Site, lang: Lang) -> String {
    site.words(lang).say("language-name").to_owned()
}

/// The messages by way, in the order of the organizer's language, each in every language of the petition.
fn ways(site: &Site, w: &Words, shown: &PublicPetition) -> Vec<WayMessages> {
    let by_lang: Vec<_> = shown
        .langs()
        .map(|lang| {
            let words = shown.words(site, lang);
            (lang, words.dir(), ready_messages(site, &words, shown))
        })
        .collect();
    let Some((_, _, first)) = by_lang.first() else {
        return Vec::new();
    };
    let place = |kind: &str| {
        let mut names = w.say("share-order").split_whitespace();
        names.position(|name| name == kind).unwrap_or(usize::MAX)
    };
    let mut ways: Vec<&ReadyMessage> = first.iter().collect();
    ways.sort_by_key(|one| (!SEEN.contains(&one.way.kind), place(one.way.kind)));
    let of_way = |one: &ReadyMessage| {
        let kind = one.way.kind;
        let text = |(lang, dir, messages): &(Lang, &'static str, Vec<ReadyMessage>)| {
            let message = messages.iter().find(|other| other.way.kind == kind)?;
            Some(MessageText {
                id: format!("{kind}-{lang}"),
                lang: *lang,
                dir,
                name: name(site, *lang),
                message: message.clone(),
            })
        };
        WayMessages {
            label: match kind {
                "whatsapp" => w.say("kit-whatsapp").to_owned(),
                "email" => w.say("kit-email").to_owned(),
                _ => one.way.label(w).to_owned(),
            },
            icon: one.way.icon(),
            rows: match kind {
                "email" => 7,
                "facebook" | "linkedin" => 2,
                _ => 4,
            },
            is_seen: SEEN.contains(&kind),
            texts: by_lang.iter().filter_map(text).collect(),
        }
    };
    ways.into_iter().map(of_way).collect()
}

/// What can be printed, by language; where there is one alone its code leads to each reader's own.
fn prints(site: &Site, shown: &PublicPetition) -> Vec<PrintLang> {
    let id = shown.petition.id;
    let fonts = PrintFonts::open();
    let is_only = shown.texts.len() == 1;
    let of_lang = |lang: Lang| {
        let chosen = Some(lang).filter(|_| !is_only);
        let lacks_letters = |form: PosterForm| {
            let asked = PosterQuery {
                form: form.as_str().to_owned(),
                lang: lang.to_string(),
                ..PosterQuery::default()
            };
            let poster = Poster::of(site, shown, &asked);
            let fonts = fonts.as_ref();
            poster
                .zip(fonts)
                .is_none_or(|(poster, fonts)| poster.texts().any(|text| !fonts.have(text)))
        };
        PrintLang {
            lang,
            name: name(site, lang),
            lacks_letters: lacks_letters(PosterForm::Flyer),
            forms: PosterForm::ALL
                .map(|form| form.as_str())
                .map(|form| PrintForm {
                    form,
                    page_href: urls::poster(id, form, chosen),
                    pdfs: Paper::ALL
                        .map(|paper| paper.as_str())
                        .map(|paper| (paper, urls::poster_pdf(id, form, paper, chosen, None)))
                        .into(),
                })
                .into(),
        }
    };
    shown.langs().map(of_lang).collect()
}

/// The pictures of link previews, as networks get them.
fn cards(site: &Site, shown: &PublicPetition, counted: i64) -> Vec<CardLook> {
    let of_lang = |lang: Lang| {
        let picture = face::picture(site, &shown.words(site, lang), shown, counted);
        let path = picture.address.strip_prefix(&*site.base_url);
        CardLook {
            lang,
            name: name(site, lang),
            path: path.unwrap_or(&picture.address).to_owned(),
            picture,
        }
    };
    shown.langs().map(of_lang).collect()
}
