//! Story: what is dangerous asks again who somebody is, and a stolen session is worth nothing after that.

use super::phone::{ANA, STATE, begins, codes_in, sets_up, subjects};
use crate::support::exports::{list_form, pairs};
use crate::support::organizer::PHRASE;
use crate::support::world::on_both;
use actix_web::http::StatusCode;
use undersigned::base::time::minutes;
use undersigned::transfer::Column;
use undersigned::web::urls;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_list_is_taken_by_who_proves_who_they_are_and_the_choice_is_kept() {
    on_both(|world| async move {
        world.has_ana().await;
        let ana = world.ana().await;
        let id = world.open_letter(&ana).await;
        let export = urls::export(id);
        let chosen = list_form(&[("format", "csv"), ("counted", "1")], &Column::MINIMAL);
        let chosen = pairs(&chosen);
        let page = ana.gets(&export).await;
        world.meanwhile(minutes(4));
        let taken = ana.presses(&page, &export, &chosen).await;
        assert_eq!(taken.status, StatusCode::OK, "signed in four minutes ago");
        assert!(taken.header("content-disposition").is_some());

        world.meanwhile(minutes(2));
        let thief = world.browser();
        *thief.cookie.borrow_mut() = ana.cookie.borrow().clone();
        let asked = ana.presses(&page, &export, &chosen).await;
        assert_eq!(asked.status, StatusCode::UNAUTHORIZED);
        for kept in [
            "name=\"format\" value=\"csv\"",
            "name=\"counted\" value=\"1\"",
        ] {
            assert!(asked.body.contains(kept), "{kept} in {}", asked.body);
        }
        assert!(!asked.body.contains("prove-code"), "she has no phone");
        let mut typed = chosen.to_vec();
        typed.push(("prove-password", "not it at all"));
        let told = ana.presses(&page, &export, &typed).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(told.body.contains("name=\"format\" value=\"csv\""));
        assert!(!told.body.contains("not it at all"));
        assert!(thief.is_in().await, "nothing is proved yet");

        typed.pop();
        typed.push(("prove-password", PHRASE));
        let taken = ana.presses(&page, &export, &typed).await;
        assert_eq!(taken.status, StatusCode::OK, "{}", taken.body);
        assert!(taken.header("content-disposition").is_some());
        assert_ne!(*ana.cookie.borrow(), *thief.cookie.borrow());
        assert!(ana.is_in().await);
        let stolen = thief.gets(&export).await;
        assert_eq!(stolen.status, StatusCode::SEE_OTHER, "to sign in");
        let stolen = thief.presses(&page, &export, &typed).await;
        assert_eq!(stolen.status, StatusCode::UNAUTHORIZED);
        // five minutes from now on
        let page = ana.gets(&export).await;
        world.meanwhile(minutes(4));
        let taken = ana.presses(&page, &export, &chosen).await;
        assert_eq!(taken.status, StatusCode::OK);
        let told = world.mails().await;
        assert_eq!(told.len(), 1, "of three lists in a day, one letter");
        told[0].says("took a list with addresses");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_leads_to_where_it_is_proved_and_back() {
    on_both(|world| async move {
        world.has_ana().await;
        let ana = world.ana().await;
        let page = "/organize/account/address";
        assert_eq!(ana.gets(page).await.status, StatusCode::OK);
        world.meanwhile(minutes(5));
        let door = ana.gets(page).await.location.expect("elsewhere");
        assert_eq!(door, "/organize/prove?next=/organize/account/address");
        let thief = world.browser();
        *thief.cookie.borrow_mut() = ana.cookie.borrow().clone();
        let form = ana.gets(&door).await;
        let told = ana
            .presses(&form, &door, &[("password", "not it at all")])
            .await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        let done = ana.presses(&form, &door, &[("password", PHRASE)]).await;
        assert_eq!(done.location.as_deref(), Some(page), "{}", done.body);
        assert_eq!(ana.gets(page).await.status, StatusCode::OK);
        assert!(!thief.is_in().await, "the session of before is dead");
        let away = "/organize/prove?next=//e.example";
        let form = ana.gets(away).await;
        let done = ana.presses(&form, away, &[("password", PHRASE)]).await;
        assert_eq!(done.location.as_deref(), Some("/organize"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_old_passphrase_alone_proves_nothing_where_there_is_a_phone() {
    on_both(|world| async move {
        world.has_ana().await;
        let (phone, recovery) = sets_up(&world, &world.ana().await).await;
        let ana = world.browser();
        let waits = begins(&ana).await;
        codes_in(&ana, &waits, &phone.code(world.now())).await;
        world.meanwhile(minutes(6));
        let path = "/organize/passphrase";
        let page = ana.gets(path).await;
        let new = "heron waits at noon";
        let typed = [("current", PHRASE), ("password", new), ("again", new)];
        let done = ana.presses(&page, path, &typed).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
        let page = ana.gets(STATE).await;
        let codes = "/organize/second-factor/codes";
        let asked = ana.presses(&page, codes, &[]).await;
        assert_eq!(asked.status, StatusCode::UNAUTHORIZED, "{}", asked.body);
        assert!(asked.body.contains("prove-code"), "{}", asked.body);
        // a recovery code is as good as the phone here too
        let proof = [
            ("prove-password", new),
            ("prove-code", ""),
            ("prove-code-recovery", recovery[0].as_str()),
        ];
        let made = ana.presses(&page, codes, &proof).await;
        assert_eq!(made.status, StatusCode::OK, "{}", made.body);
        let told = [
            "A recovery code was used",
            "You have new recovery codes",
            "Your passphrase was changed",
        ];
        assert_eq!(subjects(&world).await, told);
        let entered = world.browser().signs_in(ANA, PHRASE).await;
        assert_eq!(entered.status, StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}
