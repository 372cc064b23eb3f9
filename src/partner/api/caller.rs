//! The program that asks, with a token, and what answering it needs.

use super::parts::ApiParts;
use crate::account::deed::Deed;
use crate::account::store::activity::Doer;
use crate::account::token::actor::{NoToken, TokenActor};
use crate::account::token::limit::{POLICY, Turn};
use crate::account::token::model::{ApiToken, Reach};
use crate::account::token::request::RequestKey;
use crate::account::token::scope::Scope;
use crate::base::{Id, Time};
use crate::count::cache::CountCache;
use crate::db::{Db, Tx};
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::store::petitions;
use crate::petition::{Exposure, Petition, PetitionState};
use crate::web::{Error, Problem, Site, urls};
use actix_web::dev::Payload;
use actix_web::http::header::{CACHE_CONTROL, HeaderName, HeaderValue, LOCATION};
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest, HttpResponse, HttpResponseBuilder};
use serde_json::Value;
use std::future::Future;
use std::pin::Pin;

/// What is our own, and not Action Network's.
const OWN: &str = "/api/v1/";

/// The program that asks.
pub struct Caller {
    /// The site.
    pub site: Data<Site>,
    /// The database.
    pub db: Data<Db>,
    /// The numbers.
    pub count_cache: Data<CountCache>,
    /// By what it came in.
    pub token: ApiToken,
    /// What this instance keeps for programs.
    parts: Data<ApiParts>,
    /// What is left of its places.
    turn: Turn,
    /// HAL, or JSON below an address of our own.
    kind: &'static str,
    /// What it asks, where it says by which key it may ask again.
    pub(super) once: Option<AskedOnce>,
}

/// A request with a key.
#[derive(Debug, Clone)]
pub(super) struct AskedOnce {
    /// The key; none where it is no key.
    pub key: Option<RequestKey>,
    /// `POST`.
    pub method: String,
    /// Without a slash at its end.
    pub path: String,
}

impl AskedOnce {
    fn of(req: &HttpRequest) -> Option<Self> {
        let header = req.headers().get("idempotency-key")?;
        Some(Self {
            key: header.to_str().ok().and_then(RequestKey::parse),
            method: req.method().to_string(),
            path: req.path().trim_end_matches('/').to_owned(),
        })
    }
}

impl FromRequest for Caller {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    /// 403 without a token that is good for anything.
    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let actor = TokenActor::from_request(req, payload);
        let req = req.clone();
        Box::pin(async move {
            let token = actor.await.map_err(|none| match none {
                NoToken::Missing | NoToken::Wrong => Problem::forbidden(),
                NoToken::Fault(error) => error.into(),
            })?;
            let site = req.app_data::<Data<Site>>().ok_or(Error::FAULT)?;
            let db = req.app_data::<Data<Db>>().ok_or(Error::FAULT)?;
            let count_cache = req.app_data::<Data<CountCache>>().ok_or(Error::FAULT)?;
            let parts = req.app_data::<Data<ApiParts>>().ok_or(Error::FAULT)?;
            let turn = parts.tokens.take(token.token.id);
            if let Some(seconds) = turn.retry_after() {
                return Err(Problem::quota(seconds).with(limits(turn)));
            }
            Ok(Self {
                site: site.clone(),
                db: db.clone(),
                count_cache: count_cache.clone(),
                parts: parts.clone(),
                token: token.token,
                turn,
                kind: match req.path().starts_with(OWN) {
                    true => "application/json",
                    false => "application/hal+json",
                },
                once: AskedOnce::of(&req),
            })
        })
    }
}

impl Caller {
    /// Now.
    pub fn now(&self) -> Time {
        self.site.clock.now()
    }

    /// An answer that only whoever has the token may have, and nobody keeps.
    pub fn answer(&self, body: &Value) -> HttpResponse {
        self.answer_of(HttpResponse::Ok(), body)
    }

    /// The same of something that was made, and where it is.
    pub fn made(&self, path: &str, body: &Value) -> HttpResponse {
        let mut answer = HttpResponse::Created();
        answer.insert_header((LOCATION, self.url(path)));
        self.answer_of(answer, body)
    }

    fn answer_of(&self, mut answer: HttpResponseBuilder, body: &Value) -> HttpResponse {
        answer
            .content_type(self.kind)
            .insert_header((CACHE_CONTROL, "no-store"));
        for header in limits(self.turn) {
            answer.insert_header(header);
        }
        answer.body(body.to_string())
    }

    /// An address of this site, whole.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.site.base_url)
    }

    /// Whether its token opens this.
    ///
    /// # Errors
    /// 404 for what is not its own, 403 for what it is not good for.
    pub fn allow(&self, scope: Scope, reach: Reach) -> Result<(), Problem> {
        self.token.allow(scope, reach).map_err(|error| match error {
            Error::NOT_FOUND => Problem::unknown("petition"),
            Error::FORBIDDEN => Problem::out_of_scope(scope.as_str()),
            other => other.into(),
        })
    }

    /// Writes into the log of the organization that it reads people: once a day, and anew after a start.
    ///
    /// # Errors
    /// 503 where it cannot be written: then nothing is read.
    pub async fn note_reading(&self) -> Result<(), Problem> {
        if !self.parts.readers.admits(&self.token.id) {
            return Ok(());
        }
        let (organization, name, now) =
            (self.token.organization, self.token.name.clone(), self.now());
        let note = move |tx: &mut Tx<'_>| {
            Doer::program(&name, now).did(tx, organization, Deed::PEOPLE_READ, "")
        };
        Ok(self.db.write(note).await?)
    }

    /// Whether it may read who signed: else it is told what everybody is.
    pub fn reads_people(&self) -> bool {
        self.token.scopes.has(Scope::PeopleRead)
    }

    /// The petition of this id, for a token that is good for that.
    ///
    /// # Errors
    /// 404 when there is none, it is another organization's, or behind the token's limits; 403 where the token is not good for it.
    pub async fn petition(&self, scope: Scope, id: &str) -> Result<ManagedPetition, Problem> {
        let unknown = || Problem::unknown("petition");
        let id: Id<Petition> = Id::parse(id).map_err(|_| unknown())?;
        let load = move |conn: &mut _| ManagedPetition::load(conn, id);
        let managed = self.db.read(load).await?.ok_or_else(unknown)?;
        let reach = Reach::Petition(managed.petition.organization, id.cast());
        self.allow(scope, reach)?;
        Ok(managed)
    }

    /// The same where its signers are no danger to tell of.
    ///
    /// # Errors
    /// As [`Caller::petition`]; 403 where the petition is a high risk to who signs it.
    pub async fn petition_with_people(
        &self,
        scope: Scope,
        id: &str,
    ) -> Result<ManagedPetition, Problem> {
        let managed = self.petition(scope, id).await?;
        match has_people(&managed.petition) {
            true => Ok(managed),
            false => Err(Problem::refused(NO_PEOPLE)),
        }
    }

    /// The petitions whose people it may read, the oldest first.
    ///
    /// # Errors
    /// 403 where its token is not good for it.
    pub async fn petitions_with_people(&self, scope: Scope) -> Result<Vec<Id<Petition>>, Problem> {
        self.allow(scope, Reach::Listed)?;
        let organization = self.token.organization;
        let limits = self.token.petitions.clone();
        let look = move |conn: &mut _| petitions::of_organization(conn, organization);
        let found = self.db.read(look).await?.petitions;
        let is_within =
            |id: Id<Petition>| limits.as_ref().is_none_or(|all| all.contains(&id.cast()));
        let with = found
            .into_iter()
            .filter(|one| has_people(one) && is_within(one.id));
        let mut ids: Vec<Id<Petition>> = with.map(|one| one.id).collect();
        ids.sort_unstable();
        Ok(ids)
    }

    /// The address of a petition's page; what is no page yet is seen in the console.
    pub fn page_of(&self, petition: &Petition) -> String {
        match petition.state {
            PetitionState::Draft => self.url(&urls::overview(petition.id)),
            _ => self.url(&urls::petition(None, &petition.slug)),
        }
    }
}

/// How often a token is admitted, and what is left (IETF draft on rate limits).
fn limits(turn: Turn) -> Vec<(HeaderName, HeaderValue)> {
    let left = HeaderValue::from_str(&turn.header());
    let mut all = vec![(
        HeaderName::from_static("ratelimit-policy"),
        HeaderValue::from_static(POLICY),
    )];
    all.extend(left.map(|left| (HeaderName::from_static("ratelimit"), left)));
    all
}

/// Why nobody's program is told who signed.
const NO_PEOPLE: &str = "This petition is set to high risk: no program reads who signed it";

/// Whether programs are told of those who signed.
pub(super) fn has_people(petition: &Petition) -> bool {
    petition.allows(Exposure::ApiPeople)
}
