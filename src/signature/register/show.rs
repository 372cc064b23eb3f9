//! GET /p/{slug}/signers: who signed and shows it, by name, by group, or found by words.
//!
//! Every page is a seek in an index, wherever it is; a name that comes or goes between two looks
//! moves no other.

use super::model::{Group, Grouping, RegisterEntry, letter};
use super::pages::{ListedName, Organization, Section, SignersPage, View};
use super::query::{RegisterQuery, RegisterView};
use super::read::{FoundEntries, look};
use super::shown_register::Register;
use super::store::EntryFilter;
use crate::base::{Cursor, Lang, Slug};
use crate::db::Db;
use crate::petition::FieldRule as Field;
use crate::petition::endorsement::signing::pages::Picture;
use crate::petition::endorsement::store::ListedEndorsement as Endorser;
use crate::petition::endorsement::{self, EndorsementCache};
use crate::petition::page::layout;
use crate::petition::page::pages::SHOWN_FROM;
use crate::petition::{Exposure, PublicPetition, SignerField, Visibility};
use crate::web::answers::answer::{page, see_other};
use crate::web::page::FilterLink;
use crate::web::{Error, PathArg, ReaderLang, Result, Site, Source, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderName, HeaderValue, VARY};
use actix_web::web::{Data, Query};

/// The list. Not for search engines.
///
/// # Errors
/// 410 when the petition was taken down; 404 when there is none or it shows neither names nor organizations; 422 for a search of more than 200 characters; 429 over 60
/// pages a minute; 503 while the database is away.
#[expect(clippy::too_many_arguments, reason = "actix hands each of them in")]
pub async fn get(
    site: Data<Site>,
    register: Data<Register>,
    endorsement_cache: Data<EndorsementCache>,
    db: Data<Db>,
    PathArg(slug): PathArg<Slug>,
    reader: ReaderLang,
    source: Source,
    asked: Query<RegisterQuery>,
) -> Result {
    let shown = register.petition_cache.by_slug(&slug)?;
    if !shown.allows(Exposure::Register) {
        return Err(Error::NOT_FOUND);
    }
    let most = shown.petition.settings.most_public;
    let endorsement_cache = endorsement_cache.of(&shown.petition);
    if !most.is_named() && endorsement_cache.is_empty() {
        return Err(Error::NOT_FOUND);
    }
    if !register.pace.admits(source) {
        return Err(Error::too_many(60));
    }
    if asked.q.chars().count() > 200 {
        return Err(Error::UNPROCESSABLE.saying("error-line-long"));
    }
    if asked.holds_nul() {
        return Err(Error::NOT_FOUND);
    }
    // a letter without names, a group that dissolved, a link that was cut: the list itself is what is left of it
    let list = || see_other(&urls::signers(reader.prefix(), &slug, &[], None));
    let Some((what, from)) = asked.understand() else {
        return Ok(list());
    };
    let petition = shown.petition.id;
    let is_first = from.is_none() && matches!(what, RegisterView::Names(EntryFilter::All));
    let (what, looked) = match most.is_named() {
        true => {
            db.read(move |conn| {
                let looked = look(conn, petition, most, &what, from.as_ref())?;
                Ok::<_, Error>((what, looked))
            })
            .await?
        }
        // Of people nothing is shown, whatever is asked.
        false => (what, is_first.then(FoundEntries::nothing)),
    };
    let looked = match looked {
        Some(looked) => looked,
        None if is_first => return Err(Error::NOT_FOUND),
        None => return Ok(list()),
    };
    let lang = shown.read_in(&reader);
    let w = shown.words(&site, lang);
    let counted = register
        .count_cache
        .public_count(&shown.petition)
        .signatures;
    let list = List {
        site: &site,
        w: &w,
        shown: &shown,
        lang,
        q: asked.q.trim(),
        organizations: match &what {
            RegisterView::Found(search) => {
                organizations(&endorsement_cache, |name| search.is_in(name))
            }
            _ if is_first => organizations(&endorsement_cache, |_| true),
            _ => Vec::new(),
        },
        is_open: shown.petition.is_open(site.clock.now()),
    };
    let mut answer = page(StatusCode::OK, &list.page(what, looked, counted))?;
    // a name that goes is gone: no copy is kept of the page it stood on
    let robots = HeaderValue::from_static("noindex, noarchive");
    answer
        .headers_mut()
        .insert(HeaderName::from_static("x-robots-tag"), robots);
    if reader.prefix().is_none() {
        answer
            .headers_mut()
            .append(VARY, HeaderValue::from_static("Accept-Language"));
    }
    Ok(answer)
}

/// What a page of the list is written with.
struct List<'a> {
    site: &'a Site,
    w: &'a Words,
    shown: &'a PublicPetition,
    lang: Lang,
    q: &'a str,
    organizations: Vec<Organization>,
    is_open: bool,
}

fn organizations(
    endorsement_cache: &[Endorser],
    is_asked: impl Fn(&str) -> bool,
) -> Vec<Organization> {
    let shown = |one: &Endorser| Organization {
        name: one.name.clone(),
        logo: one
            .logo
            .as_ref()
            .map(|name| Picture::of(name, urls::logo(&name.sha256))),
    };
    let asked = endorsement_cache.iter().filter(|one| is_asked(&one.name));
    asked.map(shown).collect()
}

impl<'a> List<'a> {
    fn href(&self, query: &[(&str, &str)], at: Option<&Cursor>) -> String {
        urls::signers(Some(self.lang), &self.shown.petition.slug, query, at)
    }

    fn page(mut self, what: RegisterView, looked: FoundEntries, counted: i64) -> SignersPage<'a> {
        let (w, shown) = (self.w, self.shown);
        let slug = &shown.petition.slug;
        let text = shown.text(self.lang);
        let listed = looked.letters.iter().map(|group| group.signers).sum();
        let query = what.query();
        let query: Vec<_> = query
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        let turn = |at: &Cursor| self.href(&query, Some(at));
        let (next, previous) = match &what {
            RegisterView::Names(_) => (&looked.names.next, &looked.names.previous),
            _ => (&looked.groups.next, &looked.groups.previous),
        };
        let (next, previous) = (next.as_ref().map(turn), previous.as_ref().map(turn));
        let frame = layout::about(self.site, w, shown, w.say("signers-title"));
        let frame = layout::alternates(frame, self.site, shown, |other| {
            urls::signers(Some(other), slug, &[], None)
        });
        let is_asking = self.is_open && shown.petition.takes_organizations();
        SignersPage {
            frame,
            w,
            organizations: std::mem::take(&mut self.organizations),
            has_names: shown.petition.settings.most_public.is_named(),
            endorse_href: is_asking.then(|| endorsement::urls::form(Some(self.lang), slug)),
            corrections_href: shown
                .allows(Exposure::History)
                .then(|| urls::corrections(Some(self.lang), slug)),
            title: text.map_or("", |text| text.title.as_str()),
            lang: text.map_or("", |text| text.lang.as_str()),
            href: urls::petition(Some(self.lang), slug),
            here: self.href(&[], None),
            q: if matches!(what, RegisterView::Found(_)) {
                self.q
            } else {
                ""
            },
            counted: Some(counted).filter(|counted| *counted >= SHOWN_FROM),
            listed,
            groupings: self.groupings(&what),
            letters: self.letters(&what, &looked.letters),
            group: looked.group.as_ref().map(|group| group.label.clone()),
            view: self.view(&what, looked),
            previous,
            next,
        }
    }

    fn view(&self, what: &RegisterView, looked: FoundEntries) -> View {
        match what {
            RegisterView::Found(_) => View::Found {
                is_cut: looked.names.next.is_some(),
                names: looked
                    .names
                    .rows
                    .into_iter()
                    .map(|one| self.listed(one))
                    .collect(),
            },
            RegisterView::Groups(by) => View::Groups(
                looked
                    .groups
                    .rows
                    .into_iter()
                    .map(|group| FilterLink {
                        href: self.href(&[("by", by.as_str()), ("group", &group.key)], None),
                        label: group.label,
                        number: self.w.number(group.signers),
                        is_current: false,
                    })
                    .collect(),
            ),
            RegisterView::Names(which) => View::Names {
                first: looked
                    .first
                    .into_iter()
                    .map(|one| self.listed(one))
                    .collect(),
                sections: self.sections(looked.names.rows, *which == EntryFilter::All),
            },
        }
    }

    fn listed(&self, entry: RegisterEntry) -> ListedName {
        ListedName {
            detail: entry.detail(self.shown.petition.settings.most_public),
            name: entry.name,
        }
    }

    /// Names under their letters, or all together.
    fn sections(&self, names: Vec<RegisterEntry>, by_letter: bool) -> Vec<Section> {
        let mut sections: Vec<Section> = Vec::new();
        for entry in names {
            let under = by_letter.then(|| heading(&letter(&entry.sort_key).to_string()));
            match sections.last_mut().filter(|last| last.heading == under) {
                Some(last) => last.names.push(self.listed(entry)),
                None => sections.push(Section {
                    heading: under,
                    names: vec![self.listed(entry)],
                }),
            }
        }
        sections
    }

    fn letters(&self, what: &RegisterView, letters: &[Group]) -> Vec<FilterLink> {
        let RegisterView::Names(which @ (EntryFilter::All | EntryFilter::Letter(_))) = what else {
            return Vec::new();
        };
        letters
            .iter()
            .map(|group| FilterLink {
                label: heading(&group.key),
                href: self.href(&[("letter", &group.key)], None),
                number: self.w.number(group.signers),
                is_current: matches!(which, EntryFilter::Letter(one) if group.key.starts_with(*one)),
            })
            .collect()
    }

    /// The groupings this petition has: those it asks for.
    fn groupings(&self, what: &RegisterView) -> Vec<FilterLink> {
        let settings = &self.shown.petition.settings;
        let asked = [
            (
                Grouping::Role,
                settings.fields[SignerField::Role],
                "signers-by-role",
            ),
            (
                Grouping::Affiliation,
                settings.fields[SignerField::Affiliation],
                "signers-by-affiliation",
            ),
        ];
        let mut ways = vec![FilterLink {
            label: self.w.say("signers-by-name").to_owned(),
            href: self.href(&[], None),
            number: String::new(),
            is_current: matches!(
                what,
                RegisterView::Names(EntryFilter::All | EntryFilter::Letter(_))
            ),
        }];
        let is_asked = |one: &(Grouping, Field, &str)| one.1 != Field::Off;
        let has_groups = settings.most_public >= Visibility::Detail;
        for (by, _, key) in asked.into_iter().filter(|one| has_groups && is_asked(one)) {
            ways.push(FilterLink {
                label: self.w.say(key).to_owned(),
                href: self.href(&[("by", by.as_str())], None),
                number: String::new(),
                is_current: match what {
                    RegisterView::Groups(current) => *current == by,
                    RegisterView::Names(EntryFilter::Role(_)) => by == Grouping::Role,
                    RegisterView::Names(EntryFilter::Affiliation(_)) => by == Grouping::Affiliation,
                    _ => false,
                },
            });
        }
        if ways.len() > 1 { ways } else { Vec::new() }
    }
}

/// How a letter is written above its names.
fn heading(letter: &str) -> String {
    match letter {
        "~" => "#".to_owned(),
        letter => letter.to_uppercase(),
    }
}
