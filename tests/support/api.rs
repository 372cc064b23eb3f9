//! A program that asks with a token.

use super::answer::Answer;
use super::signers::{sign, signer};
use super::visitor::Visitor;
use super::world::{SITE, World};
use reqwest::Method;
use serde_json::Value;
use undersigned::account::token::add::{WantedToken, add};
use undersigned::base::time::{days, hours, minutes};
use undersigned::petition::Petition;
use undersigned::signature::SignatureState;

/// A program.
#[derive(Clone)]
pub struct Client {
    visitor: Visitor,
    token: Option<String>,
    key: Option<String>,
}

impl World {
    /// A program of the petition's organization, whose token has these scopes.
    pub async fn client(&self, petition: &Petition, scopes: &str) -> Client {
        self.client_within(petition, scopes, None).await
    }

    /// The same with a token that opens these petitions alone.
    pub async fn client_within(
        &self,
        petition: &Petition,
        scopes: &str,
        petitions: Option<&[&Petition]>,
    ) -> Client {
        let now = self.now();
        let wanted = WantedToken {
            id: None,
            organization: petition.organization,
            name: "Membership import".to_owned(),
            scopes: scopes.parse().unwrap(),
            petitions: petitions.map(|all| all.iter().map(|one| one.id.cast()).collect()),
            networks: Vec::new(),
            expires_at: now.plus(days(90)),
            made_by: None,
        };
        let made = self.write(move |tx| add(tx, wanted, now)).await;
        Client {
            visitor: self.visitor(),
            token: Some(made.expect("a token").text.show().to_owned()),
            key: None,
        }
    }

    /// A program without one.
    pub fn stranger(&self) -> Client {
        Client {
            visitor: self.visitor(),
            token: None,
            key: None,
        }
    }
}

impl Client {
    /// The same, asking by this `Idempotency-Key`.
    pub fn with_key(&self, key: &str) -> Self {
        Self {
            key: Some(key.to_owned()),
            ..self.clone()
        }
    }

    /// Asks.
    pub async fn asks(&self, method: Method, path: &str, body: Option<&str>) -> Answer {
        let asked = format!("{method} {path}");
        let mut request = self.visitor.asks(method, path);
        if let Some(token) = &self.token {
            request = request.header("OSDI-API-Token", token);
        }
        if let Some(key) = &self.key {
            request = request.header("idempotency-key", key);
        }
        if let Some(body) = body {
            let typed = request.header("content-type", "application/json");
            request = typed.body(body.to_owned());
        }
        Answer::of(asked, request.send().await.unwrap()).await
    }

    /// The answer to a `GET`.
    pub async fn gets(&self, path: &str) -> Answer {
        self.asks(Method::GET, path, None).await
    }

    /// What is there, which has to be.
    pub async fn reads(&self, path: &str) -> Value {
        let answer = self.gets(path).await;
        assert_eq!(answer.status, 200, "{}: {}", answer.asked, answer.body);
        assert_eq!(answer.header("content-type"), "application/hal+json");
        answer.json()
    }

    /// The answer to a `POST` of JSON.
    pub async fn posts(&self, path: &str, body: &Value) -> Answer {
        self.asks(Method::POST, path, Some(&body.to_string())).await
    }

    /// The answer to a `PUT` of JSON.
    pub async fn puts(&self, path: &str, body: &Value) -> Answer {
        self.asks(Method::PUT, path, Some(&body.to_string())).await
    }

    /// The answer to a `DELETE`.
    pub async fn deletes(&self, path: &str) -> Answer {
        self.asks(Method::DELETE, path, None).await
    }
}

/// The path of an address of the site.
pub fn path_of(href: &Value) -> String {
    let href = href.as_str().expect("an address");
    href.strip_prefix(SITE).expect("of this site").to_owned()
}

/// The last piece of a thing's own address, which is its id.
pub fn id_of(thing: &Value) -> String {
    let own = path_of(&thing["_links"]["self"]["href"]);
    own.rsplit('/').next().unwrap().to_owned()
}

/// Somebody confirms from the mailbox what a program handed in for them: a minute later, at a browser that sent no form.
pub async fn confirms(world: &World, email: &str) -> Visitor {
    let mut signer = world.visitor();
    signer.is_at(email);
    let _ = signer.reads_mail().await;
    world.meanwhile(minutes(1));
    signer
        .opens_link()
        .await
        .presses("Confirm my signature")
        .await;
    signer.sees("Your signature now counts");
    world.looks().await;
    signer
}

/// Somebody of this name has signed it, an hour ago.
pub async fn signed_by(world: &World, petition: &Petition, name: &str) {
    let db = world.app().db.get_ref().clone();
    let at = world.now().minus(hours(1));
    sign(
        &db,
        petition.id,
        SignatureState::Counted,
        vec![signer(name)],
        at,
    )
    .await;
    world.looks().await;
}
