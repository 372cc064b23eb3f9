//! Story: who sees addresses of signers is asked for a second factor at the first look, and an organization may demand it.

use super::phone::{ANA, Phone, sets_up, subjects};
use crate::support::exports::{list_form, pairs};
use crate::support::organizer::{Browser, PHRASE, email};
use crate::support::signers::petition;
use crate::support::world::{World, on_both};
use actix_web::http::StatusCode;
use undersigned::account::model::Role;
use undersigned::account::passphrase::hash::{Cost, Passphrase, keep};
use undersigned::account::store::{member, organization, person};
use undersigned::base::Lang;
use undersigned::base::time::{days, seconds};
use undersigned::db::Error;
use undersigned::transfer::Column;
use undersigned::web::urls;

const ASK: &str = "/organize/second-factor/ask";

/// Somebody who was never asked.
async fn colleague(world: &World, role: Role) -> Browser {
    let place = petition(&world.app().db, "open-the-records")
        .await
        .organization;
    let (mailbox, now) = (email("cea@example.org"), world.now());
    let kept = keep(Cost::TRIFLING, &Passphrase::typed(PHRASE)).unwrap();
    world
        .write(move |tx| {
            let one = person::insert(tx, &mailbox, "Cea", Lang::EN, now)?;
            let one = one.ok_or(Error::Duplicate)?;
            person::set_password(tx, one.id, &kept)?;
            member::join(tx, place, one.id, role, now)
        })
        .await;
    let browser = world.browser();
    browser.signs_in("cea@example.org", PHRASE).await;
    browser
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn asked_once_at_the_first_look_and_again_after_a_week() {
    on_both(|world| async move {
        world.has_ana().await;
        let id = world.open_letter(&world.ana().await).await;
        let cea = colleague(&world, Role::Exporter).await;
        assert_eq!(cea.gets("/organize").await.status, StatusCode::OK);
        assert_eq!(cea.gets(&urls::overview(id)).await.status, StatusCode::OK);
        let asked = format!("{ASK}?next={}", urls::signatures(id));
        for page in [urls::signatures(id), urls::export(id)] {
            let led = cea.gets(&page).await;
            assert_eq!(led.location, Some(format!("{ASK}?next={page}")));
        }
        let page = cea.gets(&asked).await;
        assert!(page.body.contains("Not now"), "{}", page.body);
        let later = cea.presses(&page, &asked, &[]).await;
        assert_eq!(later.location, Some(urls::signatures(id)));
        for page in [urls::signatures(id), urls::export(id)] {
            assert_eq!(cea.gets(&page).await.status, StatusCode::OK, "once");
        }
        world.meanwhile(days(7).checked_sub(seconds(1)).unwrap());
        cea.signs_in("cea@example.org", PHRASE).await;
        assert_eq!(cea.gets(&urls::export(id)).await.status, StatusCode::OK);
        world.meanwhile(seconds(1));
        let led = cea.gets(&urls::export(id)).await;
        assert_eq!(led.status, StatusCode::SEE_OTHER, "after a week");

        sets_up(&world, &cea).await;
        assert_eq!(cea.gets(&urls::export(id)).await.status, StatusCode::OK);
        let gone = cea.gets(&asked).await;
        assert_eq!(gone.location, Some(urls::signatures(id)), "nothing to ask");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_sees_no_addresses_is_not_asked() {
    on_both(|world| async move {
        world.has_ana().await;
        let id = world.open_letter(&world.ana().await).await;
        let cea = colleague(&world, Role::Moderator).await;
        let page = cea.gets(&urls::signatures(id)).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN, "and not led anywhere");
        assert_eq!(cea.gets(ASK).await.status, StatusCode::SEE_OTHER);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_organization_that_needs_it_takes_no_later() {
    on_both(|world| async move {
        world.has_ana().await;
        let ana = world.ana().await;
        let id = world.open_letter(&ana).await;
        let export = urls::export(id);
        let form = ana.gets(&export).await;
        let place = petition(&world.app().db, "open-the-records")
            .await
            .organization;
        world
            .write(move |tx| {
                let found = organization::locked(tx, place)?;
                let mut there = found.ok_or(undersigned::db::Error::Refused("no row"))?;
                there.needs_second_factor = true;
                organization::update(tx, &there)
            })
            .await;
        let led = ana.gets(&export).await;
        let asked = format!("{ASK}?next={export}");
        assert_eq!(led.location.as_deref(), Some(asked.as_str()));
        let page = ana.gets(&asked).await;
        assert!(page.body.contains("Docket Coalition asks"), "{}", page.body);
        assert!(!page.body.contains("Not now"), "{}", page.body);
        ana.presses(&page, &asked, &[]).await;
        assert_eq!(ana.gets(&export).await.status, StatusCode::SEE_OTHER);
        let chosen = list_form(&[("format", "csv"), ("counted", "1")], &Column::MINIMAL);
        let chosen = pairs(&chosen);
        let refused = ana.presses(&form, &export, &chosen).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        assert!(refused.body.contains("second factor"), "{}", refused.body);

        // set up from there it leads back
        let begin = format!("/organize/second-factor/begin?next={export}");
        let begun = ana.presses(&page, &begin, &[]).await;
        let set_up = format!("/organize/second-factor/set-up?next={export}");
        assert_eq!(begun.location.as_deref(), Some(set_up.as_str()));
        let page = ana.gets(&set_up).await;
        let code = Phone::of(&page).code(world.now());
        let done = ana.presses(&page, &set_up, &[("code", &code)]).await;
        assert!(
            done.body.contains(&format!("href=\"{export}\"")),
            "{}",
            done.body
        );
        assert_eq!(subjects(&world).await, ["A second factor was set up"]);
        let form = ana.gets(&export).await;
        let taken = ana.presses(&form, &export, &chosen).await;
        assert_eq!(taken.status, StatusCode::OK);
        assert_eq!(subjects(&world).await, ["A list of signers was taken"]);
        let entered = world.browser().signs_in(ANA, PHRASE).await;
        assert_eq!(entered.status, StatusCode::OK, "a code from now on");
    })
    .await;
}
