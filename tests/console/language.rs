//! Story: the console speaks another language from one press on, on whatever page it is, and comes back to that page.

use crate::support::page::encoded;
use crate::support::world::{SITE, on_both};
use reqwest::Method;
use undersigned::account::model::Role;
use undersigned::petition::Kind;
use undersigned::routes::{TABLE, Who};
use undersigned::web::urls;

/// Files, and pages as visitors see them.
const NO_PAGE: [&str; 8] = [
    ".pdf",
    ".svg",
    ".png",
    ".csv",
    ".json",
    "/preview",
    "/poster",
    "/delivery/print",
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_of_the_console_offers_it_and_comes_back() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let pages = TABLE
            .iter()
            .filter(|route| route.method == "GET" && route.who == Who::Organizer)
            .filter(|route| !NO_PAGE.iter().any(|end| route.path.ends_with(end)));
        let mut seen = 0;
        for route in pages {
            let id = match route.path.starts_with("/organize/organizations/") {
                true => letter.organization.to_string(),
                false => letter.id.to_string(),
            };
            let path = route.path.replace("{id}", &id);
            let answer = owner.gets(&path).await;
            if path.contains('{') || answer.status != 200 {
                continue;
            }
            seen += 1;
            let page = answer.page();
            let form = "form[action=\"/organize/language\"]";
            let back = page.attribute(&format!("{form} input[name=back]"), "value");
            assert_eq!(back.as_deref(), Some(path.as_str()), "{path}");
            let others = page.all(&format!("{form} button"));
            assert_eq!(others.len(), 2, "{path}: {others:?}");
            owner.goes(&path).await.presses("Español").await;
            assert_eq!(owner.path(), path);
            assert_eq!(owner.answer().page().lang(), "es", "{path}");
            owner.presses("English").await;
            assert_eq!(owner.answer().page().lang(), "en", "{path}");
        }
        assert!(
            seen >= 30,
            "only {seen} pages of the console were looked at"
        );
        // a page that was led to goes on from there
        let ask = "/organize/prove?next=/organize/passphrase";
        owner.goes(ask).await.presses("Español").await;
        assert_eq!(owner.path(), ask);
        // "saved" is said once
        owner
            .goes("/organize/account")
            .await
            .presses("English")
            .await;
        owner
            .goes(&urls::edit_organization(letter.organization))
            .await;
        owner.presses("Save").await.sees("Saved.");
        owner.presses("Español").await.sees_no("Guardado.");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_leads_nowhere_else_and_nothing_changes_by_looking() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let owner = world.organizer(&letter, Role::Owner).await;
        let page = owner.gets("/organize").await.page();
        let guard = page.attribute("input[name=guard]", "value").expect("one");
        for foreign in [
            "//e.example",
            "https://e.example/",
            "/\\e.example",
            "/%09/e.example",
            "javascript:alert(1)",
            "/organize\r\nset-cookie: x=1",
            "/organize?next=//e",
            "",
        ] {
            let fields = [("guard", guard.as_str()), ("lang", "en"), ("back", foreign)];
            let answer = owner.posts("/organize/language", encoded(&fields)).await;
            assert_eq!(answer.status, 303, "{foreign}");
            assert_eq!(answer.header("location"), "/organize", "{foreign}");
        }
        for lang in ["", "xx", "de", "../es"] {
            let fields = [
                ("guard", guard.as_str()),
                ("lang", lang),
                ("back", "/organize"),
            ];
            let answer = owner.posts("/organize/language", encoded(&fields)).await;
            assert_eq!(answer.status, 422, "{lang}");
        }
        let fields = [("lang", "es"), ("back", "/organize")];
        let answer = owner.posts("/organize/language", encoded(&fields)).await;
        assert_eq!(answer.status, 403, "without the guard of the session");
        for path in ["/organize/language?lang=es", "/organize?lang=es"] {
            owner.gets(path).await;
        }
        assert_eq!(owner.gets("/organize").await.page().lang(), "en");
        let forged = owner
            .asks(Method::POST, "/organize/language")
            .header("content-type", "application/x-www-form-urlencoded")
            .header("origin", "https://evil.example")
            .body(encoded(&[
                ("guard", guard.as_str()),
                ("lang", "es"),
                ("back", "/organize"),
            ]));
        assert_eq!(forged.send().await.expect(SITE).status(), 403);
        assert_eq!(owner.gets("/organize").await.page().lang(), "en");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn before_signing_in_the_language_is_in_the_address() {
    on_both(|world| async move {
        world.has_ana().await;
        let mut visitor = world.visitor();
        visitor.goes("/organize/account").await;
        assert_eq!(visitor.path(), "/organize/sign-in?next=/organize/account");
        visitor.follows("Español").await;
        let page = visitor.answer().page();
        assert_eq!(page.lang(), "es");
        visitor
            .types("email", "ana.lopez@example.org")
            .types("password", "wrong");
        visitor.presses("Entrar").await;
        assert_eq!(visitor.status(), 422);
        assert_eq!(visitor.answer().page().lang(), "es", "the form keeps it");
        visitor.goes("/organize/forgot?lang=es").await;
        assert_eq!(visitor.answer().page().lang(), "es");
        visitor
            .types("email", "not an address")
            .presses("Enviar el enlace")
            .await;
        assert_eq!(visitor.answer().page().lang(), "es");
    })
    .await;
}
