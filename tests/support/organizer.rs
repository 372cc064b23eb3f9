//! Organizers in a world: people who come in by the door, and the browsers they ask, post and press with.

use super::mailbox::Mail;
use super::page::encoded;
use super::signers::petition;
use super::visitor::Visitor;
use super::world::{SITE, World};
use actix_web::http::StatusCode;
use reqwest::{Method, RequestBuilder};
use std::cell::RefCell;
use undersigned::account::joining::first_run;
use undersigned::account::joining::found::{Founding, OrganizationName, found};
use undersigned::account::model::Role;
use undersigned::account::notices::Notices;
use undersigned::account::passphrase::hash::{Cost, Passphrase, keep};
use undersigned::account::store::{member, notices, person};
use undersigned::base::time::days;
use undersigned::base::{Email, Id, Lang, PersonName, Strictness, Token};
use undersigned::db::Error;
use undersigned::petition::Petition;
use undersigned::petition::lifecycle::publishing::publish;
use undersigned::petition::store::petitions;
use undersigned::web::urls;

/// An organizer's passphrase where the story does not set another.
pub const PHRASE: &str = "vellum orchard tram";

impl World {
    /// Ana owns the Docket Coalition.
    pub async fn has_ana(&self) {
        self.has_owner("Docket Coalition", "Ana López", "Ana.Lopez@example.org")
            .await;
    }

    /// Somebody owns another organization.
    pub async fn has_owner(&self, organization: &str, name: &str, address: &str) {
        let kept = keep(Cost::TRIFLING, &Passphrase::typed(PHRASE)).expect("a hash");
        let owner = Founding {
            organization: OrganizationName::parse(organization).expect("a name"),
            contact: Some(email("desk@example.org")),
            name: PersonName::parse(name).expect("a name"),
            email: email(address),
            lang: Lang::EN,
        };
        let now = self.now();
        self.write(move |tx| {
            let (_, owner) = found(tx, &owner, &kept, now)?;
            // the stories of tests/account are about who is asked for a second factor
            person::put_off_second_factor(tx, owner.id, now.plus(days(4_000)))?;
            notices::set(tx, owner.id, Notices::NONE, now)
        })
        .await;
    }

    /// The program starts: the set-up link it prints.
    pub async fn starts(&self) -> Option<Token> {
        let (secrets, now) = (self.app().site.secrets.clone(), self.now());
        self.write(move |tx| first_run::open(tx, &secrets, now))
            .await
    }

    /// A browser that knows nothing yet.
    pub fn browser(&self) -> Browser {
        Browser {
            world: self.clone(),
            cookie: RefCell::default(),
            known: RefCell::default(),
            agent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
            source: "203.0.113.7",
        }
    }

    /// Ana signs in.
    pub async fn ana(&self) -> Browser {
        let browser = self.browser();
        let answer = browser.signs_in("ana.lopez@example.org", PHRASE).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        browser
    }

    /// An open letter of Ana's, in memory too.
    pub async fn open_letter(&self, ana: &Browser) -> Id<Petition> {
        let page = ana.gets("/organize/petitions/new").await;
        let fields = [
            ("kind", "letter"),
            ("title", "Open the records"),
            ("lang", "en"),
        ];
        ana.presses(&page, "/organize/petitions/new", &fields).await;
        let id = petition(&self.app().db, "open-the-records").await.id;
        let (now, mark) = (self.now(), self.app().outgoing.mark.clone());
        self.app()
            .db
            .write(move |tx| {
                let mut text = petitions::texts(tx, id)?.remove(0);
                text.ask = "Open them.".to_owned();
                text.body = "All of them.".to_owned();
                petitions::save_text(tx, id, &text, now)?;
                publish(tx, id, 1, &mark, now)
            })
            .await
            .expect("published");
        self.looks().await;
        id
    }

    /// Every mail that came since this was asked last, the oldest first.
    pub async fn mails(&self) -> Vec<Mail> {
        self.mail_rests().await;
        self.takes_unread()
    }

    /// Somebody with this role in the petition's organization, signed in.
    pub async fn organizer(&self, petition: &Petition, role: Role) -> Visitor {
        let address = format!("{role:?}@opendocket.example.org").to_lowercase();
        let email = email(&address);
        let kept = keep(Cost::TRIFLING, &Passphrase::typed(PHRASE)).expect("a hash");
        let (organization, now) = (petition.organization, self.now());
        self.write(move |tx| {
            let name = format!("The {role:?}");
            let one = person::insert(tx, &email, &name, Lang::EN, now)?.ok_or(Error::Duplicate)?;
            person::set_password(tx, one.id, &kept)?;
            member::join(tx, organization, one.id, role, now)?;
            person::put_off_second_factor(tx, one.id, now.plus(days(4_000)))?;
            // the stories of what organizers are told by mail switch it on
            notices::set(tx, one.id, Notices::NONE, now)?;
            Ok::<_, Error>(())
        })
        .await;
        let mut visitor = self.visitor();
        visitor.goes("/organize/sign-in").await;
        visitor.types("email", &address).types("password", PHRASE);
        visitor.presses("Sign in").await;
        assert_eq!(visitor.path(), "/organize", "{}", visitor.text());
        visitor
    }
}

pub fn email(address: &str) -> Email {
    Email::parse(address, Strictness::Testing).unwrap()
}

/// Somebody's browser, which follows nothing and keeps the cookies of the console.
pub struct Browser {
    world: World,
    /// `name=value`, as it would be sent.
    pub cookie: RefCell<Option<String>>,
    /// The same of the cookie that says that somebody has signed in here before.
    pub known: RefCell<Option<String>>,
    pub agent: &'static str,
    /// Where it is.
    pub source: &'static str,
}

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub location: Option<String>,
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Answer {
    /// The hidden field `guard` of the page.
    pub fn guard(&self) -> String {
        let (_, from) = self.body.split_once("name=\"guard\" value=\"").unwrap();
        from.split('"').next().unwrap().to_owned()
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        let named = |(known, _): &&(String, String)| known == name;
        self.headers
            .iter()
            .find(named)
            .map(|(_, value)| value.as_str())
    }
}

impl Browser {
    pub async fn gets(&self, path: &str) -> Answer {
        self.sends(self.asks(Method::GET, path)).await
    }

    pub async fn posts(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let headers = [("origin", SITE), ("sec-fetch-site", "same-origin")];
        self.posts_with(path, &headers, fields).await
    }

    /// The same with these headers alone.
    pub async fn posts_with(
        &self,
        path: &str,
        headers: &[(&str, &str)],
        fields: &[(&str, &str)],
    ) -> Answer {
        let mut request = self
            .asks(Method::POST, path)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(encoded(fields));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.sends(request).await
    }

    /// Posts a form of the console, with the guard of this page.
    pub async fn presses(&self, page: &Answer, path: &str, fields: &[(&str, &str)]) -> Answer {
        let guard = page.guard();
        let mut all = vec![("guard", guard.as_str())];
        all.extend_from_slice(fields);
        self.posts(path, &all).await
    }

    /// Where the list of signatures in this state leads that is narrowed down to these words, as its form leads there.
    pub async fn looks_for(&self, id: Id<Petition>, state: &str, words: &str) -> String {
        let list = urls::signatures(id);
        let page = self.gets(&list).await;
        let fields = [("state", state), ("s", ""), ("q", words)];
        let answer = self.presses(&page, &list, &fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        answer.header("location").expect("a place").to_owned()
    }

    pub async fn signs_in(&self, email: &str, password: &str) -> Answer {
        let fields = [("email", email), ("password", password)];
        self.posts("/organize/sign-in", &fields).await
    }

    /// Whether the console lets it in.
    pub async fn is_in(&self) -> bool {
        self.gets("/organize/sessions").await.status == StatusCode::OK
    }

    fn asks(&self, method: Method, path: &str) -> RequestBuilder {
        let url = format!("http://{}{path}", self.world.addr());
        let mut request = self
            .world
            .wire()
            .request(method, url)
            .header("x-forwarded-for", self.source)
            .header("user-agent", self.agent);
        let held = [self.cookie.borrow().clone(), self.known.borrow().clone()];
        let held: Vec<String> = held.into_iter().flatten().collect();
        if !held.is_empty() {
            request = request.header("cookie", held.join("; "));
        }
        request
    }

    async fn sends(&self, request: RequestBuilder) -> Answer {
        let response = request.send().await.expect("an answer");
        let status = StatusCode::from_u16(response.status().as_u16()).expect("a status");
        let headers: Vec<(String, String)> = response
            .headers()
            .iter()
            .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()))
            .collect();
        for (name, value) in &headers {
            if name == "set-cookie" {
                let pair = value.split(';').next().unwrap();
                let kept = (!pair.ends_with('=')).then(|| pair.to_owned());
                match pair.starts_with("__Host-known=") {
                    true => *self.known.borrow_mut() = kept,
                    false => *self.cookie.borrow_mut() = kept,
                }
            }
        }
        let location = headers.iter().find(|(name, _)| name == "location");
        Answer {
            status,
            location: location
                .map(|(_, value)| value.strip_prefix(SITE).unwrap_or(value).to_owned()),
            body: response.text().await.expect("a text"),
            headers,
        }
    }
}
