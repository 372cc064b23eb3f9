//! Story: somebody's own account: name, language, and another address, which both mailboxes hear of.

use super::phone::ANA;
use crate::support::organizer::{Answer, Browser, PHRASE};
use crate::support::world::on_both;
use actix_web::http::StatusCode;
use undersigned::base::time::minutes;

const ACCOUNT: &str = "/organize/account";
const ADDRESS: &str = "/organize/account/address";
const NEW: &str = "ana@docket.example.org";

async fn asks(browser: &Browser, address: &str) -> Answer {
    let page = browser.gets(ADDRESS).await;
    browser.presses(&page, ADDRESS, &[("email", address)]).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn name_and_language_are_her_own() {
    on_both(|world| async move {
        world.has_ana().await;
        let ana = world.ana().await;
        let page = ana.gets(ACCOUNT).await;
        for way in [ADDRESS, "/organize/second-factor", "/organize/sessions"] {
            assert!(page.body.contains(way), "{way}");
        }
        let wrong = ana
            .presses(&page, ACCOUNT, &[("name", ""), ("lang", "tlh")])
            .await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let typed = [("name", "Ana María López"), ("lang", "es")];
        let done = ana.presses(&page, ACCOUNT, &typed).await;
        assert_eq!(done.location.as_deref(), Some(ACCOUNT), "{}", done.body);
        let page = ana.gets(ACCOUNT).await;
        assert!(page.body.contains("Su cuenta"), "{}", page.body);
        assert!(page.body.contains("Ana María López"), "{}", page.body);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_address_is_hers_once_its_mailbox_says_so() {
    on_both(|world| async move {
        world.has_ana().await;
        world
            .has_owner("Second House", "Bea Osei", "bea@example.org")
            .await;
        let (ana, other) = (world.ana().await, world.ana().await);
        let bea = world.browser();
        bea.signs_in("bea@example.org", PHRASE).await;
        let wrong = asks(&ana, "nowhere").await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let asked = asks(&ana, NEW).await;
        assert_eq!(asked.status, StatusCode::OK, "{}", asked.body);
        let mails = world.mails().await;
        assert_eq!(mails.len(), 1);
        assert_eq!(mails[0].header("to"), NEW);
        let link = mails[0].link();
        assert!(link.starts_with("/organize/account/address/"), "{link}");

        // whoever reads the mailbox has nothing of it alone, nor has another organizer
        let stranger = world.browser();
        assert_eq!(stranger.gets(&link).await.status, StatusCode::SEE_OTHER);
        assert_eq!(bea.gets(&link).await.status, StatusCode::GONE);
        let theirs = bea.gets(ACCOUNT).await;
        let pressed = bea.presses(&theirs, &link, &[]).await;
        assert_eq!(pressed.status, StatusCode::GONE);
        for _ in 0..2 {
            let page = ana.gets(&link).await;
            assert_eq!(page.status, StatusCode::OK, "reading it changes nothing");
            assert!(page.body.contains(NEW) && page.body.contains(ANA));
        }
        let page = ana.gets(&link).await;
        let done = ana.presses(&page, &link, &[]).await;
        assert_eq!(done.location.as_deref(), Some(ACCOUNT), "{}", done.body);
        assert!(ana.is_in().await && !other.is_in().await);
        let mut told: Vec<(String, String)> = world
            .mails()
            .await
            .iter()
            .map(|one| (one.header("to").to_owned(), one.text().to_owned()))
            .collect();
        told.sort();
        assert_eq!(told.len(), 2);
        assert_eq!((told[0].0.as_str(), told[1].0.as_str()), (ANA, NEW));
        assert!(told[0].1.contains("given another address"), "{}", told[0].1);
        assert!(!told[0].1.contains(NEW) && !told[0].1.contains("/organize/forgot"));
        assert!(told[1].1.contains("became the address"), "{}", told[1].1);

        let again = ana.presses(&page, &link, &[]).await;
        assert_eq!(again.status, StatusCode::GONE, "once");
        let old = world.browser().signs_in(ANA, PHRASE).await;
        assert_eq!(old.status, StatusCode::UNPROCESSABLE_ENTITY);
        let new = world.browser().signs_in(NEW, PHRASE).await;
        assert_eq!(new.status, StatusCode::SEE_OTHER);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_link_works_for_an_hour_and_no_link_of_before_sets_a_passphrase() {
    on_both(|world| async move {
        world.has_ana().await;
        let ana = world.ana().await;
        asks(&ana, NEW).await;
        let late = world.mails().await[0].link();
        world.meanwhile(minutes(59));
        assert_eq!(ana.gets(&late).await.status, StatusCode::OK);
        world.meanwhile(minutes(1));
        let page = ana.gets(ACCOUNT).await;
        assert_eq!(ana.gets(&late).await.status, StatusCode::GONE);
        let pressed = ana.presses(&page, &late, &[]).await;
        assert_eq!(pressed.status, StatusCode::GONE);

        let ana = world.ana().await;
        ana.posts("/organize/forgot", &[("email", ANA)]).await;
        asks(&ana, NEW).await;
        let mails = world.mails().await;
        let of = |part: &str| {
            let links = mails.iter().map(|mail| mail.link());
            links.into_iter().find(|link| link.contains(part)).unwrap()
        };
        let (reset, link) = (of("/reset/"), of("/address/"));
        assert_eq!(ana.gets(&reset).await.status, StatusCode::OK);
        let page = ana.gets(&link).await;
        ana.presses(&page, &link, &[]).await;
        assert_eq!(ana.gets(&reset).await.status, StatusCode::GONE);
        assert_eq!(world.mails().await.len(), 2, "to both");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_taken_address_is_told_as_a_free_one() {
    on_both(|world| async move {
        world.has_ana().await;
        world
            .has_owner("Second House", "Bea Osei", "bea@example.org")
            .await;
        let ana = world.ana().await;
        let guard = ana.gets(ADDRESS).await.guard();
        let plain = |answer: &Answer| answer.body.replace(&guard, "");
        let free = asks(&ana, "cea@example.org").await;
        let taken = asks(&ana, "bea@example.org").await;
        assert_eq!(taken.status, free.status);
        assert_eq!(plain(&taken).replace("bea@", "cea@"), plain(&free));
        let mails = world.mails().await;
        assert_eq!(mails.len(), 1, "nobody writes to Bea");
        assert_eq!(mails[0].header("to"), "cea@example.org");
        // taken between the letter and the press
        let link = mails[0].link();
        world
            .has_owner("Third House", "Cea Osei", "cea@example.org")
            .await;
        let page = ana.gets(&link).await;
        let pressed = ana.presses(&page, &link, &[]).await;
        assert_eq!(pressed.status, StatusCode::GONE);
        assert!(ana.gets(ACCOUNT).await.body.contains(ANA));
    })
    .await;
}
