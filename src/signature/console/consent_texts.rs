//! GET /organize/organizations/{id}/consents: the sentences that signers of an organization agree to, version by version, and since
//! when each is asked. They are the program's own: nobody changes one, and what was agreed to stays as it was read.

use crate::account::Actor;
use crate::account::model::Organization;
use crate::base::{Id, Lang, Time};
use crate::db::Db;
use crate::petition::consent::{Purpose, UsedText, store};
use crate::petition::organization::settings::{self, SettingsHead, SettingsPage};
use crate::petition::{PetitionCache, PublicPetition};
use crate::signature::model::Visibility;
use crate::signature::sign::consent_questions::{Askers, ConsentQuestions};
use crate::web::answers::answer::ok;
use crate::web::page::Frame;
use crate::web::{PathArg, Result, Site};
use crate::words::Words;
use actix_web::web::Data;
use askama::Template;
use std::collections::HashSet;

const HERE: SettingsPage = SettingsPage::Consents;

/// A sentence as one row.
struct ConsentVersion {
    words: String,
    lang: Lang,
    /// Of its purpose and language, from 1.
    number: usize,
    /// The day of its first answer, already written.
    since: String,
    petitions: i64,
    is_asked_now: bool,
}

/// The sentences of one purpose.
struct ConsentGroup {
    purpose: &'static str,
    versions: Vec<ConsentVersion>,
}

#[derive(Template)]
#[template(path = "signature/console/consent_texts.html")]
struct ConsentTextsPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    head: SettingsHead,
    groups: Vec<ConsentGroup>,
}

/// What the forms of this petition ask today.
fn asked_now(site: &Site, shown: &PublicPetition, asked: &mut HashSet<(Purpose, String)>) {
    for lang in shown.langs() {
        let w = shown.words(site, lang);
        for chosen in Visibility::ALL {
            let questions = ConsentQuestions::of(&w, shown, Askers::Organizations, chosen);
            let sentences = questions.sentences();
            asked.extend(sentences.map(|(purpose, words)| (purpose, words.to_owned())));
        }
    }
}

fn group(
    w: &Words,
    purpose: Purpose,
    used: &[UsedText],
    asked: &HashSet<(Purpose, String)>,
) -> ConsentGroup {
    let own: Vec<_> = used.iter().filter(|one| one.purpose == purpose).collect();
    let version = |(at, one): (usize, &&UsedText)| ConsentVersion {
        number: own
            .iter()
            .take(at + 1)
            .filter(|before| before.lang == one.lang)
            .count(),
        words: one.words.clone(),
        lang: one.lang,
        since: w.date(one.first_at, "UTC"),
        petitions: one.petitions,
        is_asked_now: asked.contains(&(purpose, one.words.clone())),
    };
    ConsentGroup {
        purpose: purpose.as_str(),
        versions: own.iter().enumerate().map(version).collect(),
    }
}

fn open_petitions(
    site: &Site,
    petition_cache: &PetitionCache,
    id: Id<Organization>,
    now: Time,
) -> HashSet<(Purpose, String)> {
    let mut asked = HashSet::new();
    for shown in petition_cache.all() {
        if shown.organization.id == id && shown.petition.is_open(now) {
            asked_now(site, &shown, &mut asked);
        }
    }
    asked
}

/// The page. Changes nothing.
///
/// # Errors
/// 404 for strangers, 403 for who may not.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    petition_cache: Data<PetitionCache>,
    actor: Actor,
    PathArg(id): PathArg<Id<Organization>>,
) -> Result {
    let organization = settings::open(&db, &actor, id, HERE).await?;
    let used = db.read(move |conn| store::used(conn, id)).await?;
    let asked = open_petitions(&site, &petition_cache, id, site.clock.now());
    let words = actor.words(&site);
    let w: &Words = &words;
    ok(&ConsentTextsPage {
        frame: settings::frame(&site, w, &actor, (id, HERE)),
        w,
        head: SettingsHead::of(w, &actor, &organization, HERE),
        groups: [Purpose::Updates, Purpose::Listing]
            .map(|purpose| group(w, purpose, &used, &asked))
            .into(),
    })
}
