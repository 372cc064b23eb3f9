//! Somebody with a browser: cookies, an address, a language, one page open at a time.

use super::answer::Answer;
use super::mailbox::Mail;
use super::page::{Sending, is_read_in};
use super::world::{SITE, World};
use reqwest::Method;
use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::time::Duration;
use undersigned::base::time::seconds;
use undersigned::petition::Petition;
use undersigned::web::urls;

/// Redirects in a row that a browser follows.
const MOST_HOPS: usize = 5;

/// How long somebody looks before pressing anything.
const READING: Duration = seconds(3);

/// A visitor.
#[derive(Clone)]
pub struct Visitor {
    world: World,
    door: SocketAddr,
    source: IpAddr,
    languages: String,
    cookies: BTreeMap<String, String>,
    open: Option<Answer>,
    path: String,
    typed: Vec<(String, String)>,
    email: Option<String>,
    mail: Option<Mail>,
}

impl Visitor {
    pub(super) fn new(world: World, source: IpAddr) -> Self {
        Self {
            door: world.addr(),
            world,
            source,
            languages: "en".to_owned(),
            cookies: BTreeMap::new(),
            open: None,
            path: String::new(),
            typed: Vec::new(),
            email: None,
            mail: None,
        }
    }

    /// Reads these languages, as `Accept-Language` has them.
    pub fn reads(mut self, languages: &str) -> Self {
        languages.clone_into(&mut self.languages);
        self
    }

    /// Comes in by this server's door.
    pub fn through(mut self, door: SocketAddr) -> Self {
        self.door = door;
        self
    }

    /// Comes from this address.
    pub fn comes_from(mut self, source: IpAddr) -> Self {
        self.source = source;
        self
    }

    /// The address this visitor comes from.
    pub fn source(&self) -> IpAddr {
        self.source
    }

    /// The same person at another device: no cookies, another address, the same mailbox.
    pub fn on_another_device(&self) -> Self {
        Self {
            email: self.email.clone(),
            mail: self.mail.clone(),
            ..self.world.visitor().reads(&self.languages)
        }
    }

    /// The address of the page that is open.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The answer that is open.
    pub fn answer(&self) -> &Answer {
        self.open.as_ref().expect("nothing is open yet")
    }

    /// Its status.
    pub fn status(&self) -> u16 {
        self.answer().status
    }

    /// Asks for something without following anything or turning a page.
    pub fn asks(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        let url = format!("http://{}{path}", self.door);
        let request = self.world.wire().request(method, url);
        let mut request = request
            .header("x-forwarded-for", self.source.to_string())
            .header("accept-language", &self.languages)
            .header("accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        if !self.cookies.is_empty() {
            let all: Vec<_> = self
                .cookies
                .iter()
                .map(|(k, v)| format!("{k}={v}"))
                .collect();
            request = request.header("cookie", all.join("; "));
        }
        request
    }

    /// The answer to [`Visitor::asks`].
    pub async fn gets(&self, path: &str) -> Answer {
        let response = self.asks(Method::GET, path).send().await.expect(path);
        Answer::of(format!("GET {path}"), response).await
    }

    /// Sends a form as a browser does, without following the answer.
    pub async fn posts(&self, path: &str, body: String) -> Answer {
        let request = self
            .asks(Method::POST, path)
            .header("content-type", "application/x-www-form-urlencoded")
            .header("origin", SITE)
            .header("sec-fetch-site", "same-origin");
        let response = request.body(body).send().await.expect(path);
        Answer::of(format!("POST {path}"), response).await
    }

    /// Opens a path, wherever it leads.
    pub async fn goes(&mut self, path: &str) -> &mut Self {
        let answer = self.gets(path).await;
        self.turns(path.to_owned(), answer).await
    }

    /// Sends what a button would send, wherever it leads.
    pub async fn sends(&mut self, sending: Sending) -> &mut Self {
        let action = sending.action.clone();
        let answer = match sending.method.as_str() {
            "post" => self.posts(&action, sending.body()).await,
            _ => self.gets(&format!("{action}?{}", sending.body())).await,
        };
        self.turns(action, answer).await
    }

    /// Follows an answer to the page it leads to.
    pub(super) async fn turns(&mut self, path: String, answer: Answer) -> &mut Self {
        let (mut path, mut answer) = (path, answer);
        for _ in 0..MOST_HOPS {
            self.keeps(&answer);
            if !matches!(answer.status, 301..=303 | 307 | 308) {
                break;
            }
            let to = answer.header("location");
            path = to.strip_prefix(SITE).unwrap_or(to).to_owned();
            assert!(
                path.starts_with('/') && !path.starts_with("//"),
                "{} leads away: {to}",
                answer.asked
            );
            answer = self.gets(&path).await;
        }
        assert!(
            !(300..400).contains(&answer.status),
            "{path} leads round and round"
        );
        self.typed.clear();
        self.path = path;
        self.open = Some(answer);
        self
    }

    /// Keeps the cookies of an answer.
    pub fn keeps(&mut self, answer: &Answer) {
        for set in answer.all("set-cookie") {
            let (pair, rest) = set.split_once(';').unwrap_or((set, ""));
            let (name, value) = pair.split_once('=').expect("name=value");
            if rest.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }

    /// Opens a petition's page.
    pub async fn opens(&mut self, petition: &Petition) -> &mut Self {
        let path = format!("/p/{}", petition.slug);
        self.goes(&path).await
    }

    /// Types into a field, or chooses a value of it.
    pub fn types(&mut self, field: &str, value: &str) -> &mut Self {
        self.typed.push((field.to_owned(), value.to_owned()));
        self
    }

    /// Chooses the radio button or tick box with this label.
    pub fn chooses(&mut self, label: &str) -> &mut Self {
        let found = self.answer().page().option(label);
        let (name, value) = found.unwrap_or_else(|| panic!("no “{label}” on {}", self.path));
        self.types(&name, &value)
    }

    /// What pressing this button would send, with what was typed.
    pub fn would_send(&self, label: &str) -> Sending {
        let page = self.answer().page();
        let found = page.press(label);
        let mut sending = found.unwrap_or_else(|| {
            let there = page.buttons();
            panic!(
                "no button “{label}” on {} ({}), only {there:?}: {}",
                self.path,
                self.status(),
                page.text()
            )
        });
        for (name, value) in &self.typed {
            sending = sending.with(name, value);
        }
        sending
    }

    /// Has this address.
    pub fn is_at(&mut self, email: &str) {
        self.email = Some(email.to_owned());
    }

    /// Some seconds go by.
    pub(super) fn reads_a_while(&self) {
        self.world.meanwhile(READING);
    }

    /// Reads what is there, presses a button, and goes wherever it leads.
    pub async fn presses(&mut self, label: &str) -> &mut Self {
        self.world.meanwhile(READING);
        let sending = self.would_send(label);
        self.sends(sending).await
    }

    /// Follows a link.
    pub async fn follows(&mut self, label: &str) -> &mut Self {
        let link = self.answer().page().link(label);
        let link = link.unwrap_or_else(|| panic!("no link “{label}” on {}", self.path));
        let link = match link.starts_with('?') {
            true => format!("{}{link}", self.path.split('?').next().unwrap_or_default()),
            false => link,
        };
        self.goes(&link).await
    }

    /// Looks for these words in the list of signatures in this state.
    pub async fn looks_for(&mut self, petition: &Petition, state: &str, words: &str) -> &mut Self {
        self.goes(&urls::signatures_at(petition.id, state, "", ""))
            .await;
        self.types("q", words).presses("Find").await
    }

    /// Fills in the form of an open petition and sends it, without a wish for mail.
    pub async fn signs(&mut self, petition: &Petition, name: &str, email: &str) -> &mut Self {
        self.opens(petition).await;
        self.fills_in(name, email);
        let button = self.sign_button();
        self.presses(&button).await
    }

    /// Fills in the form that is open.
    pub fn fills_in(&mut self, name: &str, email: &str) -> &mut Self {
        self.email = Some(email.to_owned());
        self.types("name", name);
        self.types("email", email);
        self.types("updates", "no")
    }

    /// The label of the button of the form that is open.
    pub fn sign_button(&self) -> String {
        let found = self.answer().page().find("form.sign button[type=submit]");
        found.unwrap_or_else(|| panic!("no form on {}: {}", self.path, self.text()))
    }

    /// Opens the oldest letter not read yet and follows its link.
    pub async fn opens_mail(&mut self) -> &mut Self {
        let mail = self.reads_mail().await;
        self.goes(&mail.link()).await
    }

    /// Opens the oldest letter not read yet.
    pub async fn reads_mail(&mut self) -> Mail {
        let to = self.email.clone().expect("an address that was typed in");
        let mail = self.world.mail(&to).await;
        self.mail = Some(mail.clone());
        mail
    }

    /// The letter read last.
    pub fn mail(&self) -> &Mail {
        self.mail.as_ref().expect("a letter that was read")
    }

    /// Follows the link of the letter read last.
    pub async fn opens_link(&mut self) -> &mut Self {
        let link = self.mail().link();
        self.goes(&link).await
    }

    /// Everything on the page, as it is read.
    pub fn text(&self) -> String {
        self.answer().page().text()
    }

    /// It stands on the page.
    pub fn sees(&self, text: &str) -> &Self {
        let all = self.text();
        assert!(
            is_read_in(text, &all),
            "“{text}” is not on {} ({}): {all}",
            self.path,
            self.status()
        );
        self
    }

    /// It does not stand on the page.
    pub fn sees_no(&self, text: &str) -> &Self {
        let all = self.text();
        assert!(
            !is_read_in(text, &all),
            "“{text}” is on {}: {all}",
            self.path
        );
        self
    }
}

/// The client requests go out by: follows nothing, keeps nothing.
pub(super) fn wire() -> reqwest::Client {
    reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .pool_max_idle_per_host(0)
        .no_proxy()
        .timeout(Duration::from_secs(60))
        .build()
        .expect("a client")
}
