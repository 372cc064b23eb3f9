//! What the pages of tokens have in common: a token in words, the titles of its petitions, and the page that shows one once.

use crate::account::Actor;
use crate::account::model::Organization;
use crate::account::token::add::MadeToken;
use crate::account::token::model::{ApiToken, TokenPetition};
use crate::account::token::scope::{Scope, Scopes};
use crate::account::token::store::ListedToken;
use crate::base::{Id, Lang, Time};
use crate::db::{Conn, Result as DbResult};
use crate::petition::model::Petition;
use crate::petition::store::petitions;
use crate::web::answers::answer::private_page;
use crate::web::page::Frame;
use crate::web::{Error, PathPiece, Result, Site, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use askama::Template;

/// A token in a path: `{api_token}`.
#[derive(Debug, Clone, Copy)]
pub struct ApiTokenArg(pub(super) Id<ApiToken>);

impl PathPiece for ApiTokenArg {
    const NAME: &'static str = "api_token";
    fn read(text: &str) -> Option<Self> {
        Id::parse(text).ok().map(Self)
    }
}

/// The petitions of an organization with their titles, the newest first.
pub(super) struct TitledPetitions(pub(super) Vec<(Id<Petition>, String)>);

impl TitledPetitions {
    /// In this language, or in whichever there is.
    pub(super) fn read(conn: &mut Conn, id: Id<Organization>, lang: Lang) -> DbResult<Self> {
        let found = petitions::of_organization(conn, id)?.petitions;
        let ids: Vec<_> = found.iter().map(|petition| petition.id).collect();
        let titles = petitions::titles(conn, &ids)?;
        let title = |petition: &Petition| {
            let own = || titles.iter().filter(|(id, _, _)| *id == petition.id);
            let best = own().find(|(_, said_in, _)| *said_in == lang);
            let title = best.or_else(|| own().next());
            let title = title.map(|(_, _, title)| title.clone());
            (
                petition.id,
                title.unwrap_or_else(|| petition.slug.to_string()),
            )
        };
        Ok(Self(found.iter().map(title).collect()))
    }

    /// Their keys.
    pub(super) fn ids(&self) -> Vec<Id<Petition>> {
        self.0.iter().map(|(id, _)| *id).collect()
    }

    fn title(&self, id: Id<Petition>) -> Option<&str> {
        let mut all = self.0.iter();
        all.find(|(known, _)| *known == id)
            .map(|(_, title)| title.as_str())
    }
}

/// A scope, with the sentence on what it opens.
pub(super) struct ScopeLine {
    pub(super) word: &'static str,
    pub(super) sentence: String,
}

impl ScopeLine {
    pub(super) fn all(w: &Words, scopes: &Scopes) -> Vec<Self> {
        let lines = scopes.iter().map(|scope| Self {
            word: scope.as_str(),
            sentence: w.say1("token-scope", "scope", scope.as_str().replace(':', "-")),
        });
        lines.collect()
    }
}

/// A token, as its organization's people see it.
pub(super) struct TokenLine {
    pub(super) name: String,
    pub(super) beginning: String,
    pub(super) scopes: Vec<ScopeLine>,
    /// Scopes that whoever made it may not use any more.
    pub(super) lost: Vec<&'static str>,
    /// None: all.
    pub(super) petitions: Option<Vec<String>>,
    pub(super) networks: Vec<String>,
    pub(super) made: String,
    pub(super) expires_at: String,
    pub(super) expires: String,
    /// Empty where it was never used.
    pub(super) used_at: String,
    pub(super) used: String,
    /// A variant of `token-state`.
    pub(super) state: &'static str,
    pub(super) works: bool,
    pub(super) is_replaced: bool,
    pub(super) href: String,
}

impl TokenLine {
    pub(super) fn of(w: &Words, listed: &ListedToken, titles: &TitledPetitions, now: Time) -> Self {
        let ListedToken { token, left, .. } = listed;
        let is_orphaned = listed.is_orphaned(now);
        let title = |id: &Id<TokenPetition>| titles.title(id.cast()).unwrap_or_default().to_owned();
        let lost = token.scopes.iter().filter(|scope| !left.has(*scope));
        let maker = listed.maker_name.as_deref();
        Self {
            name: token.name.clone(),
            beginning: token.short_id.beginning(),
            scopes: ScopeLine::all(w, &token.scopes),
            lost: match is_orphaned {
                true => Vec::new(),
                false => lost.map(Scope::as_str).collect(),
            },
            petitions: token
                .petitions
                .as_ref()
                .map(|all| all.iter().map(title).collect()),
            networks: token.networks.iter().map(ToString::to_string).collect(),
            made: w.say2(
                "token-made-by",
                "person",
                maker.unwrap_or(w.say("activity-operator")),
                "date",
                w.date(token.created_at, "UTC"),
            ),
            expires_at: token.expires_at.rfc3339(),
            expires: w.date(token.expires_at, "UTC"),
            used_at: token.used_at.map(Time::rfc3339).unwrap_or_default(),
            used: match token.used_at {
                Some(at) => w.say1("token-used", "time", w.date_time(at, "UTC")),
                None => w.say("token-unused").to_owned(),
            },
            state: if token.revoked_at.is_some() {
                "revoked"
            } else if token.has_ended(now) {
                "expired"
            } else if is_orphaned {
                "orphaned"
            } else if listed.is_replaced {
                "replaced"
            } else {
                "works"
            },
            works: !token.has_ended(now),
            is_replaced: listed.is_replaced,
            href: urls::organization_token(token.organization, token.id),
        }
    }
}

#[derive(Template)]
#[template(path = "petition/organization/token/made.html")]
struct MadePage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    name: &'a str,
    text: &'a str,
    scopes: Vec<ScopeLine>,
    expires: String,
    onward: String,
}

/// The page with the token's text. It stands in the answer to the form that made it, and nowhere else.
pub(super) fn made_page(site: &Site, actor: &Actor, made: &MadeToken) -> Result {
    let words = actor.words(site);
    let w: &Words = &words;
    let page = MadePage {
        // its menu would carry the guard of a session that has just ended
        frame: actor
            .frame(site, w, w.say("token-made-title"))
            .in_one_language(),
        w,
        name: &made.token.name,
        text: made.text.show(),
        scopes: ScopeLine::all(w, &made.token.scopes),
        expires: w.date(made.token.expires_at, "UTC"),
        onward: urls::organization_tokens(made.token.organization),
    };
    private_page(StatusCode::OK, &page)
}

/// Somebody else ended or replaced it meanwhile.
pub(super) const ENDED: Error = Error::CONFLICT.saying("problem-409-token");
