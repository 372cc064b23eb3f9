//! A desk to organize from: the program in memory, browsers that keep their cookie, the letters of the outbox.

use super::Database;
use super::post::BEGIN;
use super::signers::petition;
use actix_web::body::to_bytes;
use actix_web::dev::ServiceResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{COOKIE, LOCATION, SET_COOKIE};
use actix_web::middleware::from_fn;
use actix_web::test::{TestRequest, call_service, init_service};
use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::time::Duration;
use undersigned::account::joining::first_run;
use undersigned::account::joining::found::{Founding, OrganizationName, found};
use undersigned::account::passphrase::hash::{Cost, Passphrase, keep};
use undersigned::account::{SignInParts, mails};
use undersigned::base::{Clock, Email, Id, Lang, PersonName, Secrets, Strictness, Token};
use undersigned::db::{Db, Error};
use undersigned::mail::{Mail, MailAddress, store};
use undersigned::petition::Petition;
use undersigned::petition::lifecycle::publish;
use undersigned::petition::store::petitions;
use undersigned::serve::App;
use undersigned::web::Site;
use undersigned::web::around;
use undersigned::words::Library;

type Answering = Pin<Box<dyn Future<Output = ServiceResponse>>>;

/// The program and its clock.
pub struct Desk {
    pub db: Db,
    pub app: App,
    call: Rc<dyn Fn(TestRequest) -> Answering>,
}

/// Ana's passphrase where the story does not set another.
pub const PHRASE: &str = "vellum orchard tram";

impl Desk {
    /// Nobody organizes yet.
    pub async fn open(database: &Database) -> Self {
        let db = Db::open(&database.url().parse().unwrap()).unwrap();
        let mut site = Site::new(
            "http://127.0.0.1:8080".to_owned(),
            Clock::standing_at(BEGIN),
            Library::load().unwrap(),
            Secrets::for_test(),
        );
        site.strictness = Strictness::Testing;
        let opened = db.clone();
        // it reads and writes on its own thread
        let mut app = tokio::task::spawn_blocking(move || App::open(opened, site, true, None))
            .await
            .unwrap()
            .unwrap();
        let door = SignInParts::new(&app.site, Cost::TRIFLING, app.bell.clone());
        app.door = actix_web::web::Data::new(door);
        let parts = app.clone();
        let service = Rc::new(
            init_service(
                actix_web::App::new()
                    .wrap(from_fn(around))
                    .configure(|config| parts.configure(config)),
            )
            .await,
        );
        let call = move |request: TestRequest| -> Answering {
            let service = Rc::clone(&service);
            Box::pin(async move {
                call_service(&*service, request.to_request())
                    .await
                    .map_into_boxed_body()
            })
        };
        Self {
            db,
            app,
            call: Rc::new(call),
        }
    }

    /// Ana owns the Docket Coalition.
    pub async fn with_ana(database: &Database) -> Self {
        let desk = Self::open(database).await;
        let kept = keep(Cost::TRIFLING, &Passphrase::typed(PHRASE)).unwrap();
        let ana = Founding {
            organization: OrganizationName::parse("Docket Coalition").unwrap(),
            contact: Some(email("desk@example.org")),
            name: PersonName::parse("Ana López").unwrap(),
            email: email("Ana.Lopez@example.org"),
            lang: Lang::EN,
        };
        let now = desk.app.site.clock.now();
        desk.db
            .write(move |tx| found(tx, &ana, &kept, now))
            .await
            .unwrap();
        desk
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
        let id = petition(&self.db, "open-the-records").await.id;
        let now = self.app.site.clock.now();
        self.db
            .write(move |tx| {
                let mut text = petitions::texts(tx, id)?.remove(0);
                text.ask = "Open them.".to_owned();
                text.body = "All of them.".to_owned();
                petitions::save_text(tx, id, &text, now)?;
                publish::publish(tx, id, 1, now)
            })
            .await
            .unwrap();
        self.looks().await;
        id
    }

    /// The program looks at the database, as it does each second.
    pub async fn looks(&self) {
        let app = self.app.clone();
        tokio::task::spawn_blocking(move || app.refresh())
            .await
            .unwrap()
            .unwrap();
    }

    /// Time passes.
    pub fn later(&self, span: Duration) {
        self.app.site.clock.advance(span);
    }

    /// The program starts: the set-up link it prints.
    pub async fn starts(&self) -> Option<Token> {
        let (secrets, now) = (self.app.site.secrets.clone(), self.app.site.clock.now());
        self.db
            .write(move |tx| first_run::open(tx, &secrets, now))
            .await
            .unwrap()
    }

    /// A browser that knows nothing yet.
    pub fn browser(&self) -> Browser {
        Browser {
            call: Rc::clone(&self.call),
            cookie: RefCell::default(),
            known: RefCell::default(),
            agent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
            peer: "203.0.113.7:1",
        }
    }

    /// Ana signs in.
    pub async fn ana(&self) -> Browser {
        let browser = self.browser();
        let answer = browser.signs_in("ana.lopez@example.org", PHRASE).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        browser
    }

    /// The letters that wait, as they would be sent now; `None` for one that is not sent any more.
    pub async fn letters(&self) -> Vec<Option<Mail>> {
        let (site, from) = (
            self.app.site.clone(),
            MailAddress::parse("post@example.org").unwrap(),
        );
        let site = site.into_inner();
        let now = site.clock.now();
        self.db
            .write(move |tx| {
                let (promises, _) = store::due(tx, now, 100)?;
                promises
                    .iter()
                    .map(|promise| mails::write(tx, &site, &from, promise))
                    .collect::<Result<Vec<_>, Error>>()
            })
            .await
            .unwrap()
    }
}

pub fn email(address: &str) -> Email {
    Email::parse(address, Strictness::Testing).unwrap()
}

/// The path of the one link in a letter.
pub fn link(letter: &Mail) -> String {
    let line = letter
        .text
        .lines()
        .find_map(|line| line.strip_prefix("http://127.0.0.1:8080"));
    line.unwrap().to_owned()
}

/// Somebody's browser.
pub struct Browser {
    call: Rc<dyn Fn(TestRequest) -> Answering>,
    /// `name=value`, as it would be sent.
    pub cookie: RefCell<Option<String>>,
    /// The same of the cookie that says that somebody has signed in here before.
    pub known: RefCell<Option<String>>,
    pub agent: &'static str,
    pub peer: &'static str,
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
        self.sends(TestRequest::get().uri(path)).await
    }

    pub async fn posts(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let request = TestRequest::post()
            .uri(path)
            .insert_header(("sec-fetch-site", "same-origin"))
            .set_form(fields);
        self.sends(request).await
    }

    /// Posts a form of the console, with the guard of this page.
    pub async fn presses(&self, page: &Answer, path: &str, fields: &[(&str, &str)]) -> Answer {
        let guard = page.guard();
        let mut all = vec![("guard", guard.as_str())];
        all.extend_from_slice(fields);
        self.posts(path, &all).await
    }

    pub async fn signs_in(&self, email: &str, password: &str) -> Answer {
        let fields = [("email", email), ("password", password)];
        self.posts("/organize/sign-in", &fields).await
    }

    /// Whether the console lets it in.
    pub async fn is_in(&self) -> bool {
        self.gets("/organize/sessions").await.status == StatusCode::OK
    }

    pub async fn sends(&self, request: TestRequest) -> Answer {
        let mut request = request
            .peer_addr(self.peer.parse().unwrap())
            .insert_header(("user-agent", self.agent));
        let held = [self.cookie.borrow().clone(), self.known.borrow().clone()];
        let held: Vec<String> = held.into_iter().flatten().collect();
        if !held.is_empty() {
            request = request.insert_header((COOKIE, held.join("; ")));
        }
        let response = (self.call)(request).await;
        let status = response.status();
        let headers: Vec<(String, String)> = response
            .headers()
            .iter()
            .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()))
            .collect();
        for (name, value) in &headers {
            if name == SET_COOKIE.as_str() {
                let pair = value.split(';').next().unwrap();
                if pair.starts_with("known=") {
                    *self.known.borrow_mut() = Some(pair.to_owned());
                    continue;
                }
                *self.cookie.borrow_mut() = (!pair.ends_with('=')).then(|| pair.to_owned());
            }
        }
        let location = headers
            .iter()
            .find(|(name, _)| name == LOCATION.as_str())
            .map(|(_, value)| value.clone());
        let body = to_bytes(response.into_body()).await.unwrap();
        Answer {
            status,
            location,
            headers,
            body: String::from_utf8(body.to_vec()).unwrap(),
        }
    }
}
