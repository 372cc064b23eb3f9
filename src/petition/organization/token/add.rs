//! GET and POST /organize/organizations/{id}/new-token: lets a program in. Its token stands in the answer, once.

use super::super::settings::{self, SettingsHead, SettingsPage};
use super::form::{TokenForm, box_of};
use super::pages::{TitledPetitions, made_page};
use crate::account::deed::Deed;
use crate::account::model::Organization;
use crate::account::token::add::add;
use crate::account::token::scope::Scope;
use crate::account::{Actor, ProvedForm, SignInParts, mails};
use crate::base::Id;
use crate::db::{self, Db};
use crate::web::answers::answer::page;
use crate::web::page::{Errors, Frame};
use crate::web::{NotSaved, PathArg, Result, Site, WrongFields, urls};
use crate::words::Words;
use actix_web::web::Data;
use askama::Template;

const HERE: SettingsPage = SettingsPage::Tokens;
/// Most petitions that are offered as limits: the newest.
const OFFERED: usize = 200;

struct ScopeBox {
    field: String,
    word: &'static str,
    sentence: String,
    is_ticked: bool,
}

struct PetitionBox {
    field: String,
    title: String,
    is_ticked: bool,
}

#[derive(Template)]
#[template(path = "petition/organization/token/add.html")]
struct NewTokenPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    head: SettingsHead,
    action: String,
    errors: Errors,
    typed: &'a TokenForm,
    scopes: Vec<ScopeBox>,
    petitions: Vec<PetitionBox>,
}

fn answer(
    site: &Site,
    actor: &Actor,
    organization: &Organization,
    titles: &TitledPetitions,
    (typed, said): (&TokenForm, &NotSaved),
) -> Result {
    let words = actor.words(site);
    let w: &Words = &words;
    let errors = said.wrong.said(w);
    let scopes = Scope::ALL.into_iter().map(|scope| ScopeBox {
        field: box_of(scope),
        word: scope.as_str(),
        sentence: w.say1("token-scope", "scope", scope.as_str().replace(':', "-")),
        is_ticked: typed.scopes.contains(&scope),
    });
    let petitions = titles
        .0
        .iter()
        .take(OFFERED)
        .map(|(id, title)| PetitionBox {
            field: format!("petition-{id}"),
            title: title.clone(),
            is_ticked: typed.petitions.contains(id),
        });
    page(
        said.status(),
        &NewTokenPage {
            frame: settings::frame(site, w, actor, (organization.id, HERE))
                .with_errors(!errors.is_empty()),
            w,
            head: SettingsHead::of(w, actor, organization, HERE),
            action: urls::new_token(organization.id),
            errors,
            typed,
            scopes: scopes.collect(),
            petitions: petitions.collect(),
        },
    )
}

/// The form.
///
/// # Errors
/// 404 for strangers, 403 for who may not.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Organization>>,
) -> Result {
    let organization = settings::open(&db, &actor, id, HERE).await?;
    let lang = actor.lang;
    let titles = db.read(move |conn| TitledPetitions::read(conn, id, lang));
    let typed = TokenForm::new(site.clock.now());
    let said = (&typed, &NotSaved::default());
    answer(&site, &actor, &organization, &titles.await?, said)
}

/// Makes it, tells every owner by mail, and shows it.
///
/// # Errors
/// 404 for strangers, 403 for who may not; 409 where the same form made one already; what cannot be read is no error but the form again.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    door: Data<SignInParts>,
    PathArg(id): PathArg<Id<Organization>>,
    posted: ProvedForm<TokenForm>,
) -> Result {
    let ProvedForm { actor, fields } = posted;
    let organization = settings::open(&db, &actor, id, HERE).await?;
    let (now, lang) = (site.clock.now(), actor.lang);
    let titles = db
        .read(move |conn| TitledPetitions::read(conn, id, lang))
        .await?;
    let again = |wrong: WrongFields| {
        let said = (&fields, &NotSaved::from(wrong));
        answer(&site, &actor, &organization, &titles, said)
    };
    let mut wanted = match fields.read(id, &titles.ids(), now) {
        Ok(wanted) => wanted,
        Err(wrong) => return again(wrong),
    };
    if wanted.scopes.are_personal() {
        actor.may_handle_addresses(now)?;
    }
    wanted.made_by = Some(actor.id);
    let (doer, secrets) = (actor.doer(now), site.secrets.clone());
    let made = db.write(move |tx| {
        let made = add(tx, wanted, now)?;
        if let Some(made) = &made {
            mails::tell_of_token(tx, &secrets, (&made.token, Deed::TOKEN), &doer)?;
        }
        Ok::<_, db::Error>(made)
    });
    let Some(made) = made.await? else {
        return again(WrongFields::one("name", "error-token-many"));
    };
    door.bell.ring();
    tracing::info!(organization = %id, by = %actor.id, token = %made.token.short_id, "a token was made");
    made_page(&site, &actor, &made)
}
