//! Story: an organizer writes for longer than the session lasts. Nothing that was typed is lost, and nothing is shown to
//! another site or another person's account as their own.

use crate::console::kept_forms::{FORMS, TYPED};
use crate::console::petitions::{begins, filled, publishes};
use crate::support::exports::{list_form, pairs};
use crate::support::organizer::{Answer, Browser, PHRASE};
use crate::support::world::{SITE, World, on_both};
use actix_web::http::StatusCode;
use undersigned::base::Id;
use undersigned::base::time::minutes;
use undersigned::petition::Petition;
use undersigned::petition::store::petitions;
use undersigned::routes::{TABLE, Who};
use undersigned::transfer::Column;
use undersigned::web::urls;

const ASK: &str = "Make every record free, at once.";

/// The hidden fields of a page's form, as a browser would send them.
fn hidden(page: &Answer) -> Vec<(String, String)> {
    let plain = |text: &str| {
        text.replace("&#34;", "\"")
            .replace("&#39;", "'")
            .replace("&#60;", "<")
            .replace("&#62;", ">")
            .replace("&#38;", "&")
    };
    page.body
        .split("<input type=\"hidden\" name=\"")
        .skip(1)
        .map(|rest| {
            let (name, rest) = rest.split_once("\" value=\"").unwrap();
            (name.to_owned(), plain(rest.split_once('"').unwrap().0))
        })
        .collect()
}

/// Sends the form of a page that keeps one, with more fields.
async fn sends_on(browser: &Browser, page: &Answer, path: &str, more: &[(&str, &str)]) -> Answer {
    let fields = hidden(page);
    let mut all: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    all.extend_from_slice(more);
    browser.posts(path, &all).await
}

async fn signs_in_there(
    browser: &Browser,
    page: &Answer,
    path: &str,
    who: &str,
    how: &str,
) -> Answer {
    let typed = [("sign-in-email", who), ("sign-in-password", how)];
    sends_on(browser, page, path, &typed).await
}

const ANA: &str = "ana.lopez@example.org";
const BEA: &str = "bea@example.org";

/// Bea owns another organization.
async fn bea(world: &World) {
    world.has_owner("Bea's Own", "Bea Bell", BEA).await;
}

pub async fn asks(world: &World, id: Id<Petition>) -> String {
    let texts = world
        .app()
        .db
        .read(move |conn| petitions::texts(conn, id))
        .await;
    texts.unwrap().remove(0).ask
}

/// Ana has the editor open and writes until her session is over; the page as she opened it.
async fn writes_too_long(world: &World) -> (Browser, Id<Petition>, Answer) {
    let ana = world.ana().await;
    let id = begins(world, &ana).await;
    let page = ana.gets(&urls::edit_petition(id)).await;
    world.meanwhile(minutes(61));
    (ana, id, page)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_text_stands_in_the_form_again_and_one_press_saves_it() {
    on_both(|world| async move {
        world.has_ana().await;
        let (ana, id, page) = writes_too_long(&world).await;
        let edit = urls::edit_petition(id);
        let kept = ana.presses(&page, &edit, &filled(&page, ASK)).await;
        assert_eq!(kept.status, StatusCode::UNAUTHORIZED);
        for shown in [
            ASK,
            "Open the <b>records</b>."
                .replace('<', "&#60;")
                .replace('>', "&#62;")
                .as_str(),
            "sign-in-password",
            "Your session has ended",
        ] {
            assert!(kept.body.contains(shown), "{shown} in {}", kept.body);
        }
        assert!(
            !kept.body.contains("Ana L") && !kept.body.contains(ANA),
            "nobody is named"
        );
        assert_eq!(kept.header("cache-control"), Some("no-store"));

        let wrong = signs_in_there(&ana, &kept, &edit, ANA, "not it at all").await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.body.contains(ASK) && wrong.body.contains("Email or passphrase is wrong"));
        assert!(!wrong.body.contains("not it at all"), "no secret is shown");

        let again = signs_in_there(&ana, &wrong, &edit, ANA, PHRASE).await;
        assert_eq!(again.status, StatusCode::OK, "{}", again.body);
        for shown in [
            format!("\n{ASK}</textarea>"),
            "&#60;/b&#62;.</textarea>".to_owned(),
            "has not been saved yet".to_owned(),
        ] {
            assert!(again.body.contains(&shown), "{shown} in {}", again.body);
        }
        assert!(ana.is_in().await);
        assert_eq!(asks(&world, id).await, "", "nothing is saved yet");

        let saved = ana.presses(&again, &edit, &filled(&again, ASK)).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        assert_eq!(asks(&world, id).await, ASK);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn signed_in_elsewhere_meanwhile_the_form_comes_back_with_the_text() {
    on_both(|world| async move {
        world.has_ana().await;
        let (_, id, page) = writes_too_long(&world).await;
        let edit = urls::edit_petition(id);
        let ana = world.ana().await;
        let again = ana.presses(&page, &edit, &filled(&page, ASK)).await;
        assert_eq!(again.status, StatusCode::OK);
        assert!(again.body.contains(&format!("\n{ASK}</textarea>")));
        assert_eq!(asks(&world, id).await, "");

        // A colleague writes while Ana signs in: both texts, as ever.
        let other = world.ana().await;
        let theirs = other.gets(&edit).await;
        other
            .presses(&theirs, &edit, &filled(&theirs, "Theirs."))
            .await;
        let both = ana.presses(&page, &edit, &filled(&page, ASK)).await;
        assert_eq!(both.status, StatusCode::CONFLICT);
        assert!(both.body.contains(ASK) && both.body.contains("Theirs."));
        assert_eq!(asks(&world, id).await, "Theirs.");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_account_gets_the_text_to_copy_and_saves_nothing() {
    on_both(|world| async move {
        world.has_ana().await;
        bea(&world).await;
        let (ana, id, page) = writes_too_long(&world).await;
        let edit = urls::edit_petition(id);
        let kept = ana.presses(&page, &edit, &filled(&page, ASK)).await;
        let copied = signs_in_there(&ana, &kept, &edit, BEA, PHRASE).await;
        assert_eq!(copied.status, StatusCode::FORBIDDEN);
        for shown in [ASK, "You are signed in as Bea Bell", "readonly"] {
            assert!(copied.body.contains(shown), "{shown} in {}", copied.body);
        }
        assert!(!copied.body.contains("name=\"ask-en\""), "nothing to send");
        assert_eq!(asks(&world, id).await, "");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_of_a_foreign_or_a_made_up_form_is_shown() {
    on_both(|world| async move {
        world.has_ana().await;
        let (ana, id, page) = writes_too_long(&world).await;
        let edit = urls::edit_petition(id);
        let guard = page.guard();
        let mut fields = filled(&page, ASK);
        fields.push(("guard", &guard));
        for (header, value, status) in [
            ("sec-fetch-site", "cross-site", StatusCode::FORBIDDEN),
            ("origin", "https://evil.example", StatusCode::FORBIDDEN),
            ("referer", "https://evil.example/", StatusCode::FORBIDDEN),
            ("x-none", "1", StatusCode::UNAUTHORIZED),
        ] {
            let stranger = world.browser();
            let refused = stranger
                .posts_with(&edit, &[(header, value)], &fields)
                .await;
            assert_eq!(refused.status, status, "{header}");
            assert!(!refused.body.contains(ASK), "{header}");
        }
        fields.pop();
        let made_up = format!("{0}.{0}", "0".repeat(26));
        for guard in ["", "guard", &made_up] {
            let mut forged = fields.clone();
            forged.push(("guard", guard));
            let refused = world.browser().posts(&edit, &forged).await;
            assert_eq!(refused.status, StatusCode::UNAUTHORIZED, "{guard}");
            assert!(!refused.body.contains(ASK), "{guard}");
            let ana = world.ana().await;
            let refused = ana.posts(&edit, &forged).await;
            assert_eq!(refused.status, StatusCode::FORBIDDEN, "{guard}");
            assert!(!refused.body.contains(ASK), "{guard}");
        }
        // A field the form does not have is not shown either.
        fields.push(("guard", &guard));
        fields.push(("state", TYPED));
        let refused = ana.posts(&edit, &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(!refused.body.contains(TYPED));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_form_of_the_console_is_kept() {
    on_both(|world| async move {
        world.has_ana().await;
        let (ana, id, page) = writes_too_long(&world).await;
        let forms = TABLE.iter().filter(|route| {
            route.method == "POST" && matches!(route.who, Who::Organizer | Who::Operator)
        });
        for route in forms {
            let (_, fields) = FORMS
                .iter()
                .find(|(end, _)| route.path.ends_with(end))
                .unwrap_or_else(|| panic!("{} is not among the forms", route.path));
            let path = route.path.replace("{id}", &id.to_string());
            let path = path.replace("{code}", "table");
            let path = path
                .replace("{number}", "1")
                .replace("{part}", "protection");
            let path = path.replace("{person}", &id.to_string());
            let path = path.replace("{invitation}", &id.to_string());
            let path = path.replace("{api_token}", &id.to_string());
            let path = path.replace("{token}", &"0".repeat(26));
            let answer = ana.presses(&page, &path, fields.unwrap_or_default()).await;
            if route.path == "/organize/sign-out" {
                assert_eq!(answer.location.as_deref(), Some("/organize/sign-in"));
                continue;
            }
            assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{path}");
            let Some(fields) = fields else {
                assert!(
                    !answer.body.contains("name=\"guard\""),
                    "{path} holds a passphrase"
                );
                continue;
            };
            let kept = hidden(&answer);
            for (name, value) in *fields {
                let field = ((*name).to_owned(), (*value).to_owned());
                assert!(kept.contains(&field), "{name} of {path}");
            }
            assert!(answer.body.contains("name=\"sign-in-password\""), "{path}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_chosen_waits_for_one_press_and_a_mere_press_goes_back_to_its_page() {
    on_both(|world| async move {
        world.has_ana().await;
        let ana = world.ana().await;
        let id = publishes(&world, &ana).await;
        let page = ana.gets(&urls::export(id)).await;
        world.meanwhile(minutes(61));
        let chosen = list_form(&[("format", "csv"), ("counted", "1")], &Column::MINIMAL);
        let chosen = pairs(&chosen);
        let kept = ana.presses(&page, &urls::export(id), &chosen).await;
        let waits = signs_in_there(&ana, &kept, &urls::export(id), ANA, PHRASE).await;
        assert_eq!(waits.status, StatusCode::OK, "{}", waits.body);
        assert!(waits.body.contains("Send it now"));
        let list = sends_on(&ana, &waits, &urls::export(id), &[]).await;
        assert_eq!(list.status, StatusCode::OK, "{}", list.body);
        let named = list.header("content-disposition").unwrap_or_default();
        assert!(named.contains(".csv"), "{named}");
        assert_eq!(world.mails().await.len(), 1, "that a list was taken");

        let pause = urls::pause_petition(id);
        let page = ana.gets(&pause).await;
        world.meanwhile(minutes(61));
        let guard = page.guard();
        let from = format!("{SITE}{pause}?x=1");
        let headers = [
            ("sec-fetch-site", "same-origin"),
            ("referer", from.as_str()),
        ];
        let fields = [("guard", guard.as_str())];
        let kept = ana.posts_with(&pause, &headers, &fields).await;
        let back = signs_in_there(&ana, &kept, &pause, ANA, PHRASE).await;
        assert_eq!(
            back.location.as_deref(),
            Some(pause.as_str()),
            "{}",
            back.body
        );
        let stands = world
            .app()
            .db
            .read(move |conn| petitions::find(conn, id))
            .await;
        assert!(stands.unwrap().unwrap().is_open(world.now()));
    })
    .await;
}
