//! GET /organize/petitions/{id}/updates: a petition's updates, drafts too.

use crate::account::{Action, Actor};
use crate::base::{Id, Lang};
use crate::db::{self, Conn, Db};
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::update::cache::MOST;
use crate::petition::update::model::{Update, UpdateState};
use crate::petition::update::store;
use crate::petition::{Petition, PetitionState as Stands};
use crate::web::answers::answer::ok;
use crate::web::page::Frame;
use crate::web::{PathArg, Result, Site, urls};
use crate::words::Words;
use actix_web::web::Data;
use askama::Template;

/// One line of the list.
struct UpdateLine {
    title: String,
    lang: Option<Lang>,
    href: String,
    state: UpdateState,
    /// When it was published, else when it was begun; already written.
    on: String,
}

#[derive(Template)]
#[template(path = "petition/update/console/list.html")]
struct ListPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    title: &'a str,
    rows: Vec<UpdateLine>,
    /// Where one is begun; none for those who may not, and where there can be none.
    new_href: Option<String>,
}

/// A title and its language, where there is one.
type Title = Option<(Lang, String)>;

/// Every update that was not taken back, the newest first, with its title in this language or
/// another.
fn titled(conn: &mut Conn, petition: Id<Petition>, lang: Lang) -> db::Result<Vec<(Update, Title)>> {
    let mut all = Vec::new();
    for update in store::of_petition(conn, petition, MOST)? {
        if update.state != UpdateState::TakenBack {
            let mut texts = store::texts(conn, update.id)?;
            texts.sort_by_key(|text| text.lang != lang);
            let text = texts.into_iter().next();
            all.push((update, text.map(|text| (text.lang, text.title))));
        }
    }
    Ok(all)
}

/// The list.
///
/// # Errors
/// 404 and 403 as [`ManagedPetition::open`].
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
) -> Result {
    let managed = ManagedPetition::open(&db, &actor, id, Action::EditPetition).await?;
    let lang = actor.lang;
    let all = db.read(move |conn| titled(conn, id, lang)).await?;
    let (w, petition) = (actor.words(&site), &managed.petition);
    let has_news = !matches!(petition.state, Stands::Draft | Stands::Removed);
    let here = urls::updates(id);
    ok(&ListPage {
        frame: managed.console_frame(&site, &w, &actor, &here, w.say("updates-title")),
        w: &w,
        title: managed.title(actor.lang),
        rows: all
            .into_iter()
            .map(|(update, title)| {
                let (lang, title) = title.map_or((None, String::new()), |(l, t)| (Some(l), t));
                let at = update.published_at.unwrap_or(update.created_at);
                UpdateLine {
                    title,
                    lang,
                    href: urls::edit_update(update.id),
                    state: update.state,
                    on: w.date(at, &petition.time_zone),
                }
            })
            .collect(),
        new_href: has_news.then(|| urls::new_update(id)),
    })
}
