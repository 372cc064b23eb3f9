//! Visitors of the built program who sign and confirm, and a ledger of what each was told.

use super::program::{form, sent_form};
use parking_lot::Mutex;
use reqwest::header::{COOKIE, SET_COOKIE};
use reqwest::{Client, StatusCode};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;
use undersigned::base::{Id, Key};
use undersigned::signature::Signature;
use undersigned::signature::links::Links;

/// What visitors were told.
#[derive(Default)]
pub struct Ledger {
    pub signed: Vec<Id<Signature>>,
    pub counted: Vec<Id<Signature>>,
}

/// What the visitors share.
pub struct Crowd {
    pub client: Client,
    pub base: String,
    pub links: Links,
    pub key: Key,
    pub ledger: Mutex<Ledger>,
    pub next: AtomicU64,
    pub is_over: AtomicBool,
}

impl Crowd {
    /// Signs and confirms with a new address, over and over. Whatever is cut off is left as it is.
    pub async fn sign_and_confirm(&self, slug: &str) {
        while !self.is_over.load(Ordering::Relaxed) {
            if self.one(slug).await.is_none() {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
        }
    }

    /// One signature; none when the server went away in the middle, or was too busy.
    pub async fn one(&self, slug: &str) -> Option<()> {
        let n = self.next.fetch_add(1, Ordering::Relaxed);
        let (from, form) = form(n);
        let told = self
            .client
            .post(format!("{}/p/{slug}/sign", self.base))
            .header("content-type", "application/x-www-form-urlencoded")
            .header("x-forwarded-for", &from)
            .body(form)
            .send()
            .await
            .ok()?;
        if told.status() == StatusCode::SERVICE_UNAVAILABLE {
            return None;
        }
        assert_eq!(told.status(), StatusCode::SEE_OTHER, "signing");
        let cookie = told.headers().get(SET_COOKIE)?.to_str().ok()?;
        let cookie = cookie.split(';').next()?.to_owned();
        let id = sent_form(&self.key, &told).expect("a form");
        self.ledger.lock().signed.push(id);

        let link = format!("{}/c/{}", self.base, self.links.token(id));
        let page = self
            .client
            .get(&link)
            .header("x-forwarded-for", &from)
            .send()
            .await
            .ok()?;
        let page = page.text().await.ok()?;
        let nonce = page
            .split("name=\"nonce\" value=\"")
            .nth(1)?
            .split('"')
            .next()?
            .to_owned();
        let told = self
            .client
            .post(&link)
            .header("content-type", "application/x-www-form-urlencoded")
            .header("x-forwarded-for", &from)
            .header("origin", &self.base)
            .header(COOKIE, cookie)
            .body(format!("choice=confirm&nonce={nonce}"))
            .send()
            .await
            .ok()?;
        if told.status() == StatusCode::SERVICE_UNAVAILABLE {
            return None;
        }
        assert_eq!(told.status(), StatusCode::SEE_OTHER, "confirming");
        self.ledger.lock().counted.push(id);
        Some(())
    }
}
