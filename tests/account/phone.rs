//! A phone with an authenticator app, and somebody who sets it up.

use crate::support::mailbox::Mail;
use crate::support::organizer::{Answer, Browser, PHRASE};
use crate::support::world::World;
use actix_web::http::StatusCode;
use totp_rs::{Builder, Secret};
use undersigned::base::Time;
use undersigned::base::time::seconds;

pub const ANA: &str = "ana.lopez@example.org";
pub const STATE: &str = "/organize/second-factor";
pub const BEGIN: &str = "/organize/second-factor/begin";
pub const SET_UP: &str = "/organize/second-factor/set-up";

/// An app that somebody has typed the key of a page into.
pub struct Phone {
    key: String,
    secret: [u8; 20],
}

impl Phone {
    /// Types the key that the page shows.
    pub fn of(page: &Answer) -> Self {
        let (_, rest) = page.body.split_once("id=\"key\"").expect("a key");
        let (_, rest) = rest.split_once("value=\"").expect("a key");
        let shown = rest.split('"').next().unwrap();
        let key: String = shown.chars().filter(|one| *one != ' ').collect();
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        let bits: String = key
            .chars()
            .map(|one| format!("{:05b}", alphabet.find(one).expect("base 32")))
            .collect();
        let mut secret = [0; 20];
        for (at, byte) in secret.iter_mut().enumerate() {
            *byte = u8::from_str_radix(bits.get(at * 8..at * 8 + 8).unwrap(), 2).unwrap();
        }
        assert_eq!(bits.len(), 160, "{shown}");
        Self { key, secret }
    }

    /// The key, without spaces.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The six digits it shows then.
    pub fn code(&self, at: Time) -> String {
        let secret = Secret::new_stack(self.secret);
        let totp = Builder::new().with_secret(secret).build().unwrap();
        totp.generate(u64::try_from(at.seconds()).unwrap())
            .to_string()
    }

    /// Six digits that it does not show around then.
    pub fn wrong(&self, at: Time) -> String {
        let near = [-30_i64, 0, 30].map(|off| {
            let at = Time::from_micros(at.micros() + off * 1_000_000);
            self.code(at)
        });
        let is_wrong = |one: &String| !near.contains(one);
        (0..9)
            .map(|n| format!("{n:06}"))
            .find(is_wrong)
            .expect("one of nine")
    }
}

/// Somebody signed in sets a phone up; the recovery codes too.
pub async fn sets_up(world: &World, browser: &Browser) -> (Phone, Vec<String>) {
    let page = browser.gets(STATE).await;
    let begun = browser.presses(&page, BEGIN, &[]).await;
    assert_eq!(begun.location.as_deref(), Some(SET_UP), "{}", begun.body);
    let page = browser.gets(SET_UP).await;
    let phone = Phone::of(&page);
    let code = phone.code(world.now());
    let done = browser.presses(&page, SET_UP, &[("code", &code)]).await;
    assert_eq!(done.status, StatusCode::OK, "{}", done.body);
    let codes = codes(&done);
    assert_eq!(codes.len(), 10);
    let told = world.mails().await;
    let is_told = |mail: &Mail| mail.subject() == "A second factor was set up";
    assert!(told.iter().any(is_told), "the mailbox hears of it");
    // the code that set it up is used
    world.meanwhile(seconds(30));
    (phone, codes)
}

/// The recovery codes of a page.
pub fn codes(page: &Answer) -> Vec<String> {
    page.body
        .split("<code dir=\"ltr\">")
        .skip(1)
        .map(|rest| rest.split('<').next().unwrap().to_owned())
        .collect()
}

/// The sign-in that waits for a code, after a right passphrase.
pub async fn begins(browser: &Browser) -> String {
    let asked = browser.signs_in(ANA, PHRASE).await;
    assert_eq!(asked.status, StatusCode::OK, "{}", asked.body);
    begun(&asked)
}

/// The same of a page.
pub fn begun(page: &Answer) -> String {
    let (_, rest) = page.body.split_once("name=\"begun\" value=\"").unwrap();
    rest.split('"').next().unwrap().to_owned()
}

/// Sends a code.
pub async fn codes_in(browser: &Browser, begun: &str, code: &str) -> Answer {
    let fields = [("begun", begun), ("code", code)];
    browser.posts("/organize/sign-in/code", &fields).await
}

/// Sends a recovery code.
pub async fn recovers(browser: &Browser, begun: &str, code: &str) -> Answer {
    let fields = [("begun", begun), ("code", ""), ("code-recovery", code)];
    browser.posts("/organize/sign-in/code", &fields).await
}

/// Proves who she is by passphrase, where this page leads first.
pub async fn proves(browser: &Browser, path: &str) {
    let door = browser.gets(path).await.location.expect("elsewhere");
    assert_eq!(door, format!("/organize/prove?next={path}"));
    let form = browser.gets(&door).await;
    let done = browser.presses(&form, &door, &[("password", PHRASE)]);
    assert_eq!(done.await.location.as_deref(), Some(path));
}

/// The subjects of the mails that came, in the order of the alphabet.
pub async fn subjects(world: &World) -> Vec<String> {
    let mails = world.mails().await;
    let mut all: Vec<String> = mails.iter().map(|one| one.subject().to_owned()).collect();
    all.sort();
    all
}
