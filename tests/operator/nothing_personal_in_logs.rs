//! Story: names, addresses, tokens and cookies are in no line of the log, however much is logged and
//! whatever goes wrong (T16). The built program, with everything it can say switched on.

use crate::support::mailbox::Mail;
use crate::support::page::Page;
use crate::support::ports::free_port;
use crate::support::program::{Program, Start, base, client, is_ready, open_petition, with_db};
use crate::support::smtp::{At, Behaviour, SmtpServer};
use crate::support::{Database, on_both};
use reqwest::header::{COOKIE, LOCATION, SET_COOKIE};
use reqwest::{Client, Response};
use std::collections::BTreeMap;
use std::time::Duration;
use undersigned::account::token::add::{WantedToken, add};
use undersigned::account::token::text::TokenText;
use undersigned::base::Clock;
use undersigned::base::time::days;
use undersigned::db::Db;
use undersigned::petition::Petition;

const NAME: &str = "Canaria Serinus";
const LOCAL: &str = "canary.in.the.mine";
/// Of whom a program tells.
const HANDED_IN: &str = "another.canary";
const ROLE: &str = "Keeper of Canaries";
const FORM: &str = "application/x-www-form-urlencoded";

/// A visitor of the built program who remembers every secret met on the way.
struct Canary {
    client: Client,
    base: String,
    cookies: BTreeMap<String, String>,
    secrets: Vec<String>,
}

impl Canary {
    async fn get(&self, path: &str) -> Response {
        let request = self.client.get(format!("{}{path}", self.base));
        let request = request.header("x-forwarded-for", "203.0.113.199");
        request
            .header(COOKIE, self.cookie())
            .send()
            .await
            .expect("an answer")
    }

    async fn post(&mut self, path: &str, body: &str) -> Response {
        let request = self
            .client
            .post(format!("{}{path}", self.base))
            .header("content-type", FORM)
            .header("origin", &self.base)
            .header("user-agent", "Canary/1.0")
            .header("x-forwarded-for", "203.0.113.199")
            .header(COOKIE, self.cookie());
        let answer = request
            .body(body.to_owned())
            .send()
            .await
            .expect("an answer");
        for set in answer.headers().get_all(SET_COOKIE) {
            let pair = set.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            self.secrets.push(value.to_owned());
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        answer
    }

    fn cookie(&self) -> String {
        let pairs = self.cookies.iter();
        let pairs: Vec<_> = pairs
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        pairs.join("; ")
    }

    /// What the buttons of "check your email" send, to tell the form they are about.
    async fn form(&mut self, check: &str) -> String {
        let page = self.get(check).await.text().await.unwrap();
        let form = Page::of(&page).attribute("input[name=form]", "value");
        let form = form.expect("a form");
        self.secrets.push(form.clone());
        form
    }
}

fn location(answer: &Response) -> String {
    answer.headers()[LOCATION].to_str().unwrap().to_owned()
}

/// Reads the letter to this address, once it is there.
async fn letter(smtp: &SmtpServer, to: &str, base: &str) -> Mail {
    for _ in 0..1_000 {
        let heard = smtp.messages();
        if let Some(one) = heard
            .iter()
            .rev()
            .find(|one| one.recipient() == to && one.is_taken)
        {
            return Mail::of(&one.data, base);
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("no letter for {to}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn however_much_is_logged() {
    on_both(|database| async move {
        let petition = open_petition(&database).await;
        let smtp = SmtpServer::start(Behaviour::Says(
            At::Rcpt,
            format!("450 4.2.0 <{LOCAL}> later"),
        ))
        .await;
        let (port, relay) = (free_port(), smtp.setting());
        let log = database.folder().join("log");
        let program = Program::start(&Start {
            database: &database,
            url: None,
            port,
            relay: &relay,
            file_limit: None,
            log: Some(&log),
        });
        let mut canary = Canary {
            client: client(),
            base: base(port),
            cookies: BTreeMap::new(),
            secrets: [NAME, LOCAL, HANDED_IN, ROLE, "203.0.113.199", "Canary/1.0"]
                .map(str::to_owned)
                .to_vec(),
        };
        is_ready(&canary.client, &canary.base).await;
        knocks(&mut canary).await;
        hands_in(&mut canary, &database, &petition).await;
        let failed = lives(&mut canary, &database, &smtp, petition.slug.as_str()).await;
        drop(program);

        let log = std::fs::read_to_string(&log).expect("a log");
        assert!(
            log.contains("/c/{token}"),
            "it logs each answer by its route: {log}"
        );
        assert!(log.lines().count() > 20);
        let of_it: Vec<_> = log.lines().filter(|line| line.contains(&failed)).collect();
        assert!(
            of_it.iter().any(|line| line.contains("a request failed")),
            "what its visitor was told leads to the line: {failed} {log}"
        );
        assert!(
            of_it.len() > 1,
            "and to the others of this request: {of_it:?}"
        );
        for secret in &canary.secrets {
            for form in [
                secret.clone(),
                secret.replace(' ', "+"),
                secret.replace(' ', "%20"),
                secret.to_uppercase(),
            ] {
                assert!(form.len() >= 8, "{form} would be found by chance");
                let found = log.lines().find(|line| line.contains(&form));
                assert!(found.is_none(), "{form} is in the log: {found:?}");
            }
        }
    })
    .await;
}

/// A program sends its token everywhere a token could be sent.
async fn knocks(canary: &mut Canary) {
    let token = TokenText::draw().show().to_owned();
    let base = &canary.base;
    for url in [
        format!("{base}/api/v2/petitions"),
        format!("{base}/?osdi-api-token={token}"),
        format!("{base}/api/v2?osdi-api-token={token}"),
        format!("{base}/{token}"),
    ] {
        let request = canary.client.get(url).header("OSDI-API-Token", &token);
        let request = request.bearer_auth(&token);
        request.send().await.expect("an answer");
    }
    // its beginning is no secret
    canary.secrets.push(token.split_at(15).1.to_owned());
}

/// A program with a good token hands somebody in, right and wrong, and looks for them.
async fn hands_in(canary: &mut Canary, database: &Database, petition: &Petition) {
    let organization = petition.organization;
    let make = move |db: &Db| {
        let now = Clock::system().now();
        let wanted = WantedToken {
            id: None,
            organization,
            name: "Nightly".to_owned(),
            scopes: "all".parse().expect("scopes"),
            petitions: None,
            networks: Vec::new(),
            expires_at: now.plus(days(30)),
            made_by: None,
        };
        db.write_here(|tx| add(tx, wanted, now)).expect("a token")
    };
    let made = with_db(database, make).await.expect("room for one more");
    let token = made.text.show().to_owned();
    let api = format!("{}/api/v2", canary.base);
    let person = format!(
        r#"{{"person": {{"given_name": "{NAME}", "email_addresses": [{{"address": "{HANDED_IN}+3@opendocket.org"}}], "custom_fields": {{"role": "{ROLE}"}}}}}}"#
    );
    let forms = format!("{api}/petitions/{}/signatures", petition.id);
    for (url, body, status) in [
        (forms.clone(), person.clone(), 200),
        (format!("{api}/people"), person.clone(), 200),
        (forms.clone(), person.replace("@opendocket", ""), 400),
        (forms.clone(), person.replace("}}", "}"), 400),
        (forms, format!("person={HANDED_IN}&name={HANDED_IN}"), 400),
    ] {
        let request = canary.client.post(url).header("OSDI-API-Token", &token);
        let answer = request.body(body).send().await.expect("an answer");
        assert_eq!(answer.status(), status);
    }
    for (query, status) in [
        (
            format!("filter=email_address+eq+'{HANDED_IN}@opendocket.org'"),
            200,
        ),
        (format!("filter={HANDED_IN}"), 400),
        (format!("osdi-api-token={token}&page={HANDED_IN}"), 200),
    ] {
        let request = canary.client.get(format!("{api}/people?{query}"));
        let answer = request.header("OSDI-API-Token", &token).send();
        assert_eq!(answer.await.expect("an answer").status(), status);
    }
    canary.secrets.push(token.split_at(15).1.to_owned());
}

/// Everything that can happen to a signer, right and wrong. The name of a request that failed.
async fn lives(canary: &mut Canary, database: &Database, smtp: &SmtpServer, slug: &str) -> String {
    let form = |email: &str| {
        format!("name=Canaria+Serinus&email={email}&role=Keeper+of+Canaries&updates=no&token=")
    };
    let sign = format!("/en/p/{slug}/sign");
    canary.post(&sign, &form("canary.in.the.mine")).await;
    let answer = canary
        .post(&sign, &form("canary.in.the.mine%40opendocket.org"))
        .await;
    let check = location(&answer);
    let refused = canary.form(&check).await;
    // the relay says the address back, and later does not
    for _ in 0..200 {
        if smtp.commands().iter().any(|line| line.contains(LOCAL)) {
            break;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    smtp.switch(Behaviour::Good);
    let to = "canary.in.the.mine+2@opendocket.example.org";
    let mut told = canary
        .post(
            &format!("{check}/address"),
            &format!(
                "form={refused}&email={}",
                to.replace('+', "%2B").replace('@', "%40")
            ),
        )
        .await;
    if told.status() != 303 {
        let body = told.text().await.unwrap();
        panic!("{}", Page::of(&body).text());
    }
    let moved = canary.form(&location(&told)).await;
    let mail = letter(smtp, to, &canary.base).await;
    canary.secrets.extend([mail.token(), mail.code()]);
    let link = mail.link();
    let page = canary.get(&link).await.text().await.unwrap();
    let nonce = Page::of(&page)
        .attribute("input[name=nonce]", "value")
        .expect("a nonce");
    canary.secrets.push(nonce.clone());
    canary
        .post(
            &format!("{check}/code"),
            &format!("form={moved}&code=2222-2222"),
        )
        .await;
    canary
        .post(&link, "choice=nonsense&code=Keeper+of+Canaries")
        .await;
    canary
        .post(&link, &format!("choice=confirm&nonce={nonce}&more={LOCAL}"))
        .await;
    told = canary
        .post(&link, &format!("choice=confirm&nonce={nonce}"))
        .await;
    assert_eq!(told.status(), 303);
    let page = canary.get(&link).await.text().await.unwrap();
    assert!(Page::of(&page).text().contains("It is counted."));
    for path in [
        format!("{link}/withdraw"),
        format!("{link}?email={LOCAL}"),
        format!("/{LOCAL}"),
        format!("/c/{LOCAL}"),
    ] {
        canary.get(&path).await;
    }
    // the database refuses: a table is gone, a unique index says no, the program cannot mend it
    breaks(
        database,
        "alter table pending_signatures rename to elsewhere",
    )
    .await;
    let broken = canary
        .post(&sign, &form("canary.in.the.mine%40opendocket.org"))
        .await;
    assert_eq!(broken.status(), 500);
    let failed = broken.headers()["x-request-id"]
        .to_str()
        .unwrap()
        .to_owned();
    canary.get(&link).await;
    breaks(
        database,
        "alter table elsewhere rename to pending_signatures",
    )
    .await;
    let well = canary
        .post(&sign, &form("canary.in.the.mine%40opendocket.org"))
        .await;
    assert_eq!(well.status(), 303);
    let check = location(&well);
    canary.form(&check).await;
    failed
}

/// Does something to the database that no program expects.
async fn breaks(database: &Database, statement: &'static str) {
    use diesel::connection::SimpleConnection;
    use diesel::{Connection, PgConnection, SqliteConnection};
    let url = database.url().to_owned();
    let done = tokio::task::spawn_blocking(move || match url.strip_prefix("sqlite:") {
        Some(path) => {
            let mut conn = SqliteConnection::establish(path).unwrap();
            conn.batch_execute("pragma busy_timeout = 10000").unwrap();
            conn.batch_execute(statement).unwrap();
        }
        None => {
            let mut conn = PgConnection::establish(&url).unwrap();
            conn.batch_execute(statement).unwrap();
        }
    });
    done.await.unwrap();
}
