//! GET and POST /organize/petitions/{id}/messages: what signers pass on, by channel and language.

use crate::account::deed::Deed;
use crate::account::{Action, Actor, DraftForm};
use crate::base::{Id, Lang, Text};
use crate::db::{self, Db};
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::model::{Petition, PetitionText};
use crate::petition::petition_log::PetitionLog;
use crate::petition::rules::share_texts::{Channel, SHARE_TEXT, ShareTexts};
use crate::petition::store::{petitions, share_texts};
use crate::petition::{PetitionCache, PublicPetition};
use crate::web::answers::answer::{page, see_other};
use crate::web::page::{Errors, Frame};
use crate::web::{
    Error, Fields, Named, NotSaved, PathArg, Result, Site, TextField, WrongFields, by_name, urls,
};
use crate::words::Words;
use actix_web::web::Data;
use askama::Template;
use serde::{Deserialize, Deserializer};

/// What is typed: `email-en` and so on, and the revision that was looked at.
#[derive(Debug, Default)]
pub struct TypedShareTexts {
    revision: String,
    texts: Vec<(Channel, Lang, String)>,
}

impl Fields for TypedShareTexts {
    const TEXTS: &'static [TextField] = &[
        TextField::each("any", "share-text-any", SHARE_TEXT),
        TextField::each("whatsapp", "share-whatsapp", SHARE_TEXT),
        TextField::each("sms", "share-sms", SHARE_TEXT),
        TextField::each("subject", "share-text-subject", SHARE_TEXT),
        TextField::each("email", "share-email", SHARE_TEXT),
        TextField::each("bluesky", "share-bluesky", SHARE_TEXT),
        TextField::each("mastodon", "share-mastodon", SHARE_TEXT),
    ];
}

impl<'de> Deserialize<'de> for TypedShareTexts {
    fn deserialize<D: Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
        by_name(from)
    }
}

impl Named for TypedShareTexts {
    fn put(&mut self, name: &str, value: String) -> bool {
        if name == "revision" {
            self.revision = value;
            return true;
        }
        let known = name
            .split_once('-')
            .and_then(|(channel, lang)| Some((Channel::parse(channel)?, Lang::parse(lang).ok()?)));
        let Some((channel, lang)) = known else {
            return false;
        };
        self.texts.push((channel, lang, value));
        true
    }
}

impl TypedShareTexts {
    fn of(written: &[(Lang, ShareTexts)]) -> Self {
        let of_lang = |(lang, texts): &(Lang, ShareTexts)| {
            let lang = *lang;
            let all = texts.iter().cloned();
            all.map(move |(channel, words)| (channel, lang, words))
                .collect::<Vec<_>>()
        };
        Self {
            revision: String::new(),
            texts: written.iter().flat_map(of_lang).collect(),
        }
    }

    /// The messages of each of these languages.
    fn read(&self, langs: &[Lang], wrong: &mut WrongFields) -> Vec<(Lang, ShareTexts)> {
        let of_lang = |lang: &Lang| {
            let typed = self.texts.iter().filter(|(_, of, _)| of == lang);
            let mut texts = Vec::new();
            for (channel, _, typed) in typed {
                let field = format!("{}-{lang}", channel.as_str());
                let read = Text::<SHARE_TEXT>::optional(typed);
                let Some(Some(words)) = wrong.take(field.clone(), read) else {
                    continue;
                };
                if words.as_str().chars().count() > channel.most() {
                    wrong.add(field, "error-text-long");
                    continue;
                }
                texts.push((*channel, words.into()));
            }
            (*lang, ShareTexts::new(texts))
        };
        langs.iter().map(of_lang).collect()
    }
}

/// A message in one language.
struct MessageField {
    id: String,
    label: String,
    most: usize,
    rows: &'static str,
    typed: String,
}

/// One language of the form.
struct MessageSide {
    lang: Lang,
    /// What the language calls itself.
    name: String,
    fields: Vec<MessageField>,
}

#[derive(Template)]
#[template(path = "petition/edit/share_texts.html")]
struct ShareTextsPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    action: String,
    title: &'a str,
    sides: Vec<MessageSide>,
    errors: Errors,
    /// Written in an earlier session.
    is_from_before: bool,
    /// Somebody wrote since the page was read.
    is_stale: bool,
    revision: i64,
    keep_href: String,
}

fn answer(
    site: &Site,
    actor: &Actor,
    managed: &ManagedPetition,
    typed: &TypedShareTexts,
    said: &NotSaved,
) -> Result {
    let w = actor.words(site);
    let errors = said.wrong.said(&w);
    let petition = &managed.petition;
    let field = |channel: Channel, lang: Lang| MessageField {
        id: format!("{}-{lang}", channel.as_str()),
        label: w.say(label(channel)).to_owned(),
        most: channel.most(),
        rows: match channel {
            Channel::Subject => "1",
            Channel::Email => "6",
            _ => "3",
        },
        typed: typed
            .texts
            .iter()
            .find(|(of, in_lang, _)| (*of, *in_lang) == (channel, lang))
            .map(|(_, _, words)| words.clone())
            .unwrap_or_default(),
    };
    let side = |text: &PetitionText| MessageSide {
        lang: text.lang,
        name: site.words(text.lang).say("language-name").to_owned(),
        fields: Channel::ALL.map(|channel| field(channel, text.lang)).into(),
    };
    let here = urls::share_texts(petition.id);
    page(
        said.status(),
        &ShareTextsPage {
            frame: managed
                .console_frame(site, &w, actor, &here, w.say("share-texts-title"))
                .with_errors(!errors.is_empty()),
            w: &w,
            action: here.clone(),
            title: managed.title(actor.lang),
            sides: managed.texts.iter().map(side).collect(),
            errors,
            is_from_before: said.is_from_before,
            is_stale: said.is_stale,
            revision: petition.revision,
            keep_href: urls::overview(petition.id),
        },
    )
}

fn label(channel: Channel) -> &'static str {
    match channel {
        Channel::Any => "share-text-any",
        Channel::WhatsApp => "share-whatsapp",
        Channel::Sms => "share-sms",
        Channel::Subject => "share-text-subject",
        Channel::Email => "share-email",
        Channel::Bluesky => "share-bluesky",
        Channel::Mastodon => "share-mastodon",
    }
}

/// The form.
///
/// # Errors
/// 404, 403.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
) -> Result {
    let managed = ManagedPetition::open(&db, &actor, id, Action::EditPetition).await?;
    let written = db.read(move |conn| share_texts::of(conn, id)).await?;
    let typed = TypedShareTexts::of(&written);
    answer(&site, &actor, &managed, &typed, &NotSaved::default())
}

/// Writes the messages. Pages that are open keep theirs; the next one has the new.
///
/// # Errors
/// 404, 403; what cannot be read is no error but the form again.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    petition_cache: Data<PetitionCache>,
    PathArg(id): PathArg<Id<Petition>>,
    drafted: DraftForm<TypedShareTexts>,
) -> Result {
    let DraftForm {
        actor,
        fields: typed,
        is_from_before,
    } = drafted;
    let managed = ManagedPetition::open(&db, &actor, id, Action::EditPetition).await?;
    let langs: Vec<_> = managed.texts.iter().map(|text| text.lang).collect();
    let mut wrong = WrongFields::default();
    let texts = typed.read(&langs, &mut wrong);
    let revision: i64 = typed.revision.parse().unwrap_or_default();
    let said = NotSaved {
        is_stale: revision != managed.petition.revision,
        is_from_before,
        wrong,
    };
    if said.is_any() {
        return answer(&site, &actor, &managed, &typed, &said);
    }
    let now = site.clock.now();
    let log = PetitionLog::of(&managed, &actor, now);
    let written = db
        .write(move |tx| {
            let Some(mut petition) = petitions::find(tx, id)? else {
                return Ok::<_, db::Error>(None);
            };
            if !petitions::update_from(tx, &mut petition, revision, now)? {
                return Ok(None);
            }
            for (lang, texts) in &texts {
                share_texts::put(tx, id, *lang, texts)?;
            }
            log.edited(tx, Deed::MESSAGES)?;
            PublicPetition::load(tx, petition).map(Some)
        })
        .await?;
    match written {
        Some(shown) => {
            petition_cache.put(shown);
            tracing::info!(petition = %id, by = %actor.id, "messages changed");
            Ok(see_other(&urls::overview(id)))
        }
        None => {
            let managed = ManagedPetition::open(&db, &actor, id, Action::EditPetition)
                .await
                .map_err(|_| Error::NOT_FOUND)?;
            answer(&site, &actor, &managed, &typed, &NotSaved::stale())
        }
    }
}
