//! What visitors are shown, from memory: the petition's page, written at most once a second.

use super::featured_reasons::{FeaturedReason, FeaturedReasons};
use super::parts;
use super::recent::{RecentSigner, RecentSigners};
use super::sign_form::{self, FormPlace};
use super::via::Via;
use crate::account::model::Organization;
use crate::base::{Id, Lang, Time};
use crate::count::{CountCache, Tally};
use crate::db::{self, Db};
use crate::petition::card::face as card;
use crate::petition::endorsement::{self, EndorsementCache};
use crate::petition::page::hero::Hero;
use crate::petition::page::labels::og_locale;
use crate::petition::page::layout;
use crate::petition::page::pages::{
    Beside, LastDay, Panel, PetitionPage, PromiseCounts, ReasonView, SHOWN_FROM, ShownSigner,
    ShownWording, SignForm, WhoLine,
};
use crate::petition::page::{handed_over, steps};
use crate::petition::source::SourceCache;
use crate::petition::update::{UpdateCache, pages as updates};
use crate::petition::{
    Exposure, Petition, PetitionCache, Phase, PublicPetition, SignerField, Visibility,
};
use crate::web::answers::answer::{CachePolicy, CachedResponse};
use crate::web::{Error, Result, Site, urls};
use crate::words::{Html, Words};
use askama::Template;
use parking_lot::Mutex;
use std::collections::HashMap;
use std::sync::Arc;

/// What pages of petitions are made of, all of it in memory.
#[derive(Clone, Default)]
pub struct PageCache {
    /// Texts.
    pub petition_cache: PetitionCache,
    /// News from the organizers.
    pub update_cache: UpdateCache,
    /// Numbers.
    pub count_cache: CountCache,
    /// Names.
    pub recent_signers: RecentSigners,
    /// Reasons.
    pub featured_reasons: FeaturedReasons,
    /// Organizations.
    pub endorsement_cache: EndorsementCache,
    /// Links of organizers, partners, and how often each was opened.
    pub source_cache: SourceCache,
    /// Pages as they were written within this second.
    written: Arc<Mutex<Pages>>,
}

type Pages = HashMap<(Id<Petition>, Lang), CachedPages>;

#[derive(Clone)]
struct CachedPages {
    second: i64,
    revision: i64,
    organization: Organization,
    picture: i64,
    news: i64,
    endorsement_cache: i64,
    version: i64,
    page: Arc<CachedResponse>,
    /// The same for those who came by a link, by what brought them.
    via: HashMap<String, Arc<CachedResponse>>,
}

/// Links whose pages are kept within a second: one that very many follow is made once for all of them.
const LINKS: usize = 200;

/// Caches may keep a page a few seconds: the number on it is that of now or just before.
const KEEPING: CachePolicy = CachePolicy {
    cache: "public, max-age=5, stale-while-revalidate=30",
    is_open: false,
};

/// Organizations named on the page; the others are a press away.
const NAMED: usize = 5;

/// Of a page that may put its reader in danger nothing is kept anywhere.
const NOTHING: CachePolicy = CachePolicy {
    cache: "no-store",
    is_open: false,
};

fn keeping(shown: &PublicPetition) -> CachePolicy {
    match shown.allows(Exposure::Copies) {
        true => KEEPING,
        false => NOTHING,
    }
}

/// The first hidden field of the form; `petition/form.html` writes it.
const FORM_TOKEN: &str = "<input type=\"hidden\" name=\"token\"";

/// The hidden fields that say what brought a signer.
#[must_use]
pub fn hidden(via: Option<&Via>) -> Vec<(&'static str, String)> {
    via.map(|via| ("via", via.as_str().to_owned()))
        .into_iter()
        .collect()
}

impl PageCache {
    /// The page in this language, written at most once a second.
    ///
    /// # Errors
    /// 500 when it cannot be written.
    pub fn page(
        &self,
        site: &Site,
        shown: &PublicPetition,
        lang: Lang,
    ) -> Result<Arc<CachedResponse>> {
        let now = site.clock.now();
        let petition = &shown.petition;
        let fresh = |written: &CachedPages| {
            written.second == now.seconds()
                && written.revision == petition.revision
                && written.organization == shown.organization
                && written.picture == shown.picture.revision
                && written.news == self.update_cache.version(petition.id)
                && written.endorsement_cache == self.endorsement_cache.version(petition.id)
                && written.version == self.count_cache.standing(petition.id.cast()).version
        };
        let key = (petition.id, lang);
        if let Some(written) = self.written.lock().get(&key).filter(|w| fresh(w)) {
            return Ok(Arc::clone(&written.page));
        }
        let news = self.update_cache.version(petition.id);
        let endorsement_cache = self.endorsement_cache.version(petition.id);
        let version = self.count_cache.standing(petition.id.cast()).version;
        let words = shown.words(site, lang);
        let html = self.render(site, &words, shown, None, now)?;
        let page = CachedResponse::new(html, "text/html; charset=utf-8", keeping(shown));
        self.written.lock().insert(
            key,
            CachedPages {
                second: now.seconds(),
                revision: petition.revision,
                organization: shown.organization.clone(),
                picture: shown.picture.revision,
                news,
                endorsement_cache,
                version,
                page: Arc::clone(&page),
                via: HashMap::new(),
            },
        );
        Ok(page)
    }

    /// The same for somebody who came by a link: its form carries what brought them. Written from
    /// the page that is kept, and kept as long, for few links: codes are as many as signers.
    ///
    /// # Errors
    /// 500 when it cannot be written.
    pub(crate) fn page_via(
        &self,
        site: &Site,
        shown: &PublicPetition,
        lang: Lang,
        via: &Via,
    ) -> Result<Arc<CachedResponse>> {
        let page = self.page(site, shown, lang)?;
        let key = (shown.petition.id, lang);
        let is_same = |written: &&CachedPages| Arc::ptr_eq(&written.page, &page);
        let known = self.written.lock();
        let made = known.get(&key).filter(is_same);
        if let Some(made) = made.and_then(|written| written.via.get(via.as_str())) {
            return Ok(Arc::clone(made));
        }
        drop(known);
        let value = Html::escaped(via.as_str());
        let field = format!("<input type=\"hidden\" name=\"via\" value=\"{value}\">");
        let Some(html) = page.with_before(FORM_TOKEN, &field) else {
            return Ok(page);
        };
        // the other languages are read by the same link
        let html = shown.langs().fold(html, |html, other| {
            let slug = &shown.petition.slug;
            let plain = format!("href=\"{}\"", urls::petition(Some(other), slug));
            let with = urls::petition_via(Some(other), slug, via.as_str());
            html.replace(&plain, &format!("href=\"{with}\""))
        });
        let made = CachedResponse::new(html, "text/html; charset=utf-8", keeping(shown));
        if let Some(written) = self.written.lock().get_mut(&key)
            && Arc::ptr_eq(&written.page, &page)
            && written.via.len() < LINKS
        {
            let made = Arc::clone(&made);
            written.via.insert(via.as_str().to_owned(), made);
        }
        Ok(made)
    }

    /// A signer changed: names are read again at once, and whatever is made of them with them. One
    /// place for everything that shows signers from memory.
    ///
    /// # Errors
    /// A fault of the database; the keeper reads them within a second then.
    pub(crate) async fn refresh_now(&self, db: &Db, tally: &Tally) -> db::Result<()> {
        let Some(shown) = self.petition_cache.by_id(tally.petition.cast()) else {
            return Ok(());
        };
        let (recent_signers, version) = (self.recent_signers.clone(), tally.version);
        let (id, most) = (shown.petition.id, shown.petition.settings.most_public);
        db.read(move |conn| recent_signers.refresh(conn, id, version, most))
            .await
    }

    /// The page, with what was typed in when it comes back.
    ///
    /// # Errors
    /// 500 when it cannot be written.
    pub fn render(
        &self,
        site: &Site,
        w: &Words,
        shown: &PublicPetition,
        typed: Option<SignForm<'_>>,
        now: Time,
    ) -> Result<String> {
        let petition = &shown.petition;
        let lang = w.lang();
        let text = shown.text(lang).ok_or(Error::NOT_FOUND)?;
        let body = Html::trusted(text.body_html.clone());
        let has_errors = typed.as_ref().is_some_and(|form| !form.errors.is_empty());
        let panel = match petition.phase(now) {
            Phase::Open => {
                let place = FormPlace {
                    action: urls::sign(Some(lang), &petition.slug),
                    purpose: "sign",
                    asked_by: None,
                };
                let typed = typed.unwrap_or_default();
                Panel::Sign(Box::new(self.sign_form(site, w, shown, typed, place, now)))
            }
            Phase::Paused => Panel::Paused,
            Phase::Coming => Panel::Coming(petition.says_beginning(w).unwrap_or_default()),
            Phase::Draft | Phase::Closed | Phase::Removed => {
                let today = || w.date(now, &petition.time_zone);
                Panel::Closed {
                    on: petition.last_day(w).unwrap_or_else(today),
                    outcome: text.outcome_html.clone().map(Html::trusted),
                }
            }
        };
        let counted = self.count_cache.public_count(petition).signatures;
        let beside = self.beside(petition, lang, now);
        let slug = &petition.slug;
        let href = |lang: Lang| urls::petition(Some(lang), slug);
        let frame = parts::frame(site, w, shown, text.title.as_str()).with_errors(has_errors);
        let frame = match text.lang == lang {
            true => frame
                .indexed(
                    format!("{}{}", site.base_url, href(lang)),
                    text.ask.as_str(),
                )
                .if_listed(petition.allows(Exposure::Listing))
                .for_any_language(format!("{}{}", site.base_url, urls::petition(None, slug))),
            // what search engines list, and what is passed on, is the page in a language it has
            false => frame.passed_on_as(href(text.lang)),
        };
        let progress = self.count_cache.progress(w, shown, now);
        let hero = Hero::of(w, &shown.picture, petition.lang, progress.told(), |file| {
            urls::picture(slug, &file.hash.0)
        });
        let page = PetitionPage {
            frame: parts::alternates(frame, site, shown, href),
            w,
            wording: ShownWording {
                kind: petition.kind.as_str(),
                target: Some(text.target.as_str()).filter(|target| !target.is_empty()),
                title: &text.title,
                ask: &text.ask,
                body: &body,
                lang: text.lang.as_str(),
                is_untranslated: text.lang != lang,
            },
            promise_counts: self.promise_counts(shown, text.lang, &panel),
            progress,
            panel,
            hero,
            who: WhoLine::of(
                &shown.organization.name,
                shown
                    .has_organization_page()
                    .then(|| urls::organization(Some(lang), &shown.organization.slug)),
                &founders(shown),
                &beside,
            )
            .with(layout::logo(shown)),
            last_day: LastDay::of(w, petition, now),
            founders: founders(shown),
            first: self.first(petition),
            beside,
            recent_signers: self.recent_signers(w, petition, now),
            og_locale: og_locale(&petition.time_zone),
            card: petition
                .allows(Exposure::Card)
                .then(|| card::picture(site, w, shown, counted)),
            updates: updates::latest(w, shown, &self.update_cache),
            feed: urls::feed_atom(Some(lang), slug),
            feed_json: urls::feed_json(Some(lang), slug),
            oembed: parts::oembed(site, shown, lang),
            signers_href: (petition.allows(Exposure::Register)
                && petition.settings.most_public.is_named())
            .then(|| urls::signers(Some(lang), slug, &[], None)),
            featured_reasons: self.featured_reasons(w, petition),
            handed_over: handed_over::on_page(w, &shown.deliveries),
            next: steps::on_page(w, petition, &shown.steps, now),
        };
        Ok(page.render()?)
    }

    fn promise_counts(
        &self,
        shown: &PublicPetition,
        lang: Lang,
        panel: &Panel<'_>,
    ) -> PromiseCounts {
        let (petition, promises) = (&shown.petition, &shown.promises);
        let told = self.count_cache.told(petition, promises);
        let has_form = matches!(panel, Panel::Sign(_));
        PromiseCounts::of(petition.kind, promises, lang, told.as_deref(), has_form)
    }

    fn first(&self, petition: &Petition) -> Vec<ShownSigner> {
        let most = petition.settings.most_public;
        let first = self.recent_signers.first(petition.id);
        first
            .iter()
            .filter(|_| most.is_named() && petition.allows(Exposure::LatestSigners))
            .map(|entry| ShownSigner {
                name: Some(entry.name.clone()),
                detail: entry.detail(most),
                ..ShownSigner::default()
            })
            .collect()
    }

    fn beside(&self, petition: &Petition, lang: Lang, now: Time) -> Beside {
        let all = self.endorsement_cache.of(petition);
        let is_asking = petition.is_open(now) && petition.takes_organizations();
        Beside {
            number: self.endorsement_cache.number(petition),
            names: all.iter().take(NAMED).map(|one| one.name.clone()).collect(),
            list_href: urls::signers(Some(lang), &petition.slug, &[], None),
            sign_href: is_asking.then(|| endorsement::urls::form(Some(lang), &petition.slug)),
        }
    }

    fn featured_reasons(&self, w: &Words, petition: &Petition) -> Vec<ReasonView> {
        let most = match petition.allows(Exposure::ReasonNames) {
            true => petition.settings.most_public,
            false => Visibility::Counted,
        };
        let shown = |reason: &FeaturedReason| ReasonView {
            words: reason.words.clone(),
            lang: reason.lang.to_string(),
            name: reason.name(most),
            role: reason.role(most).map(str::to_owned),
            report_href: urls::report_reason(Some(w.lang()), &petition.slug, reason.id),
        };
        self.featured_reasons
            .of(petition.id)
            .iter()
            .map(shown)
            .collect()
    }

    /// The form with what was typed, wherever it stands.
    #[must_use]
    pub fn sign_form<'a>(
        &self,
        site: &Site,
        w: &Words,
        shown: &'a PublicPetition,
        typed: SignForm<'a>,
        place: FormPlace<'_>,
        now: Time,
    ) -> SignForm<'a> {
        let typed = SignForm {
            affiliations: self.affiliations(&shown.petition),
            ..typed
        };
        sign_form::sign_form(site, w, shown, typed, place, now)
    }

    /// Spellings of affiliations to choose from, where they are asked for and shown.
    fn affiliations(&self, petition: &Petition) -> Vec<String> {
        let settings = &petition.settings;
        let is_shown = settings.most_public >= Visibility::Detail;
        if !settings.fields.asks(SignerField::Affiliation) || !is_shown {
            return Vec::new();
        }
        self.recent_signers.affiliations(petition.id).to_vec()
    }

    /// Nobody once their details are gone: five lines without a name would say nothing. Nor where the time alone may tell who it was.
    fn recent_signers(&self, w: &Words, petition: &Petition, now: Time) -> Vec<ShownSigner> {
        if petition.has_kept_enough(now) || !petition.allows(Exposure::LatestSigners) {
            return Vec::new();
        }
        let most = petition.settings.most_public;
        let counted = self.count_cache.public_count(petition).signatures;
        let shown = |(place, line): (i64, &RecentSigner)| {
            let seen = line.seen.at_most(most);
            ShownSigner {
                number: line_number(counted, place),
                name: seen.name,
                detail: seen.detail,
                place: seen.place,
                at: line.at.rfc3339(),
                ago: w.ago(line.at, now),
            }
        };
        let lines = self.recent_signers.of(petition.id);
        (0_i64..).zip(lines.iter()).map(shown).collect()
    }
}

/// The number beside a line, the latest first: from the total down, so that no two have one and none stands above the
/// total, whoever was withdrawn meanwhile. None where the total itself is not shown yet.
fn line_number(counted: i64, place: i64) -> Option<i64> {
    Some(counted - place).filter(|number| *number >= SHOWN_FROM)
}

fn founders(shown: &PublicPetition) -> Vec<ShownSigner> {
    shown
        .founders
        .iter()
        .map(|founder| ShownSigner {
            name: Some(founder.name.clone()),
            ..ShownSigner::default()
        })
        .collect()
}
