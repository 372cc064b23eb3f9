//! GET and POST /organize/petitions/{id}/messages: what signers pass on, by channel and language.

use crate::account::deed::Deed;
use crate::account::{Actor, DraftForm};
use crate::base::{Id, Lang};
use crate::db::{Db, Tx};
use crate::petition::PetitionCache;
use crate::petition::edit::edited_part::{self, EditedPart};
use crate::petition::edit::forms::share_texts_form::{ShareTextsForm, label};
use crate::petition::edit::kept::keep;
use crate::petition::edit::kept::kept_words::KeptWords;
use crate::petition::edit::kept::taken_up::EditQuery;
use crate::petition::edit::part::EditPart;
use crate::petition::edit::save_page::{self, SavedPage};
use crate::petition::model::{Petition, PetitionText};
use crate::petition::rules::share_texts::Channel;
use crate::petition::store::share_texts;
use crate::web::answers::answer::{page, see_other};
use crate::web::page::{Errors, Frame};
use crate::web::{Error, NotSaved, PathArg, Result, Site, WrongFields, urls};
use crate::words::Words;
use actix_web::web::{Data, Query};
use askama::Template;

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
    kept: KeptWords,
    /// What stands in the form and is not saved, in a sentence.
    unsaved: Option<String>,
    /// Somebody wrote since the page was read.
    is_stale: bool,
    revision: &'a str,
    keep_href: String,
}

impl ShareTextsPage<'_> {
    /// Whether what stands in the form is not what is saved.
    fn is_unsaved(&self) -> bool {
        self.unsaved.is_some() || self.is_stale || !self.errors.is_empty()
    }
}

fn answer(
    site: &Site,
    actor: &Actor,
    edited: &EditedPart,
    typed: &ShareTextsForm,
    (not_saved, unsaved): (&NotSaved, Option<String>),
) -> Result {
    let w = actor.words(site);
    let errors = not_saved.wrong.said(&w);
    let managed = &edited.managed;
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
        name: edited_part::name(site, text.lang),
        fields: Channel::ALL.map(|channel| field(channel, text.lang)).into(),
    };
    let here = edited.here();
    let kept_note = || w.say("kept-note").to_owned();
    page(
        not_saved.status(),
        &ShareTextsPage {
            frame: managed
                .console_frame(site, &w, actor, &here, w.say("share-texts-title"))
                .with_errors(!errors.is_empty()),
            w: &w,
            action: here,
            title: managed.title(actor.lang),
            sides: managed.texts.iter().map(side).collect(),
            errors,
            kept: edited.kept(actor, &w, &typed.press),
            unsaved: unsaved.or_else(|| not_saved.is_from_before.then(kept_note)),
            is_stale: not_saved.is_stale,
            revision: &typed.revision,
            keep_href: urls::overview(managed.petition.id),
        },
    )
}

/// The form as the messages stand, or with what was typed and not saved, or an earlier version.
///
/// # Errors
/// 404, 403; 404 for a version that there is not.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
    wanted: Query<EditQuery>,
) -> Result {
    let edited = EditedPart::open_part(&site, &db, &actor, id, EditPart::ShareTexts).await?;
    let taken = edited.taken_up(&site, &db, &actor, &wanted).await?;
    let mut typed = ShareTextsForm::of(0, &edited.share_texts);
    if let Some(fields) = taken.fields {
        typed.take_up(fields);
    }
    typed.revision = taken.revision;
    typed.press = taken.press;
    let said = (&NotSaved::default(), taken.said);
    answer(&site, &actor, &edited, &typed, said)
}

/// Writes the messages, or keeps them without saving. Pages that are open keep theirs; the next one has the new. When somebody wrote into
/// them meanwhile the form comes back, 409, and the next press decides.
///
/// # Errors
/// 404, 403; 422 for a revision that is none; what cannot be read is no error but the form again.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    petition_cache: Data<PetitionCache>,
    PathArg(id): PathArg<Id<Petition>>,
    drafted: DraftForm<ShareTextsForm>,
) -> Result {
    let DraftForm {
        actor,
        fields: mut typed,
        is_from_before,
    } = drafted;
    for _ in 0..save_page::TRIES {
        let edited = EditedPart::open_part(&site, &db, &actor, id, EditPart::ShareTexts).await?;
        let seen: i64 = typed.revision.parse().map_err(|_| Error::UNPROCESSABLE)?;
        let now = site.clock.now();
        let sent_to_keep = (&typed.press, typed.revision.as_str(), typed.fields());
        if let Some(kept) = keep::keep(&db, &edited, &actor, sent_to_keep, now).await? {
            return Ok(kept);
        }
        let mut wrong = WrongFields::default();
        let texts = typed.read(&edited.managed.langs(), &mut wrong);
        let not_saved = NotSaved {
            is_stale: edited.is_newer_than(seen),
            is_from_before,
            wrong,
        };
        if not_saved.is_any() {
            typed.revision = edited.managed.petition.revision.to_string();
            return answer(&site, &actor, &edited, &typed, (&not_saved, None));
        }
        let page = SavedPage {
            actor: &actor,
            press: &typed.press,
            seen,
            part: edited.part,
            fields: ShareTextsForm::of(0, &texts).fields(),
            deed: Deed::MESSAGES,
        };
        let write = move |tx: &mut Tx<'_>| {
            let mut each = texts.iter();
            each.try_for_each(|(lang, texts)| share_texts::put(tx, id, *lang, texts))
        };
        if let Some(shown) = edited.save(&db, page, now, write).await? {
            petition_cache.put(shown);
            tracing::info!(petition = %id, by = %actor.id, "messages changed");
            return Ok(see_other(&urls::overview(id)));
        }
    }
    Err(Error::CONFLICT)
}
