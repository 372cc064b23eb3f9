//! Story: a phone is set up once, and each of its codes and recovery codes opens once.

use super::phone::{
    ANA, BEGIN, Phone, SET_UP, STATE, begins, codes, codes_in, proves, recovers, sets_up, subjects,
};
use crate::support::organizer::PHRASE;
use crate::support::world::on_both;
use actix_web::http::StatusCode;
use undersigned::base::time::{days, hours, minutes, seconds};
use undersigned::web::qr::Qr;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_key_for_an_hour_and_a_wrong_code_changes_nothing() {
    on_both(|world| async move {
        world.has_ana().await;
        let ana = world.ana().await;
        assert_eq!(
            ana.gets(SET_UP).await.location.as_deref(),
            Some(STATE),
            "a look draws no key"
        );
        let page = ana.gets(STATE).await;
        ana.presses(&page, BEGIN, &[]).await;
        let page = ana.gets(SET_UP).await;
        let phone = Phone::of(&page);
        let key = phone.key();
        let says = format!(
            "otpauth://totp/sign%2Eexample%2Eorg:ana%2Elopez%40example%2Eorg?secret={key}&issuer=sign%2Eexample%2Eorg"
        );
        let picture = Qr::of(&says).unwrap().path;
        assert!(page.body.contains(&picture), "{}", page.body);
        for told in ["inputmode=\"numeric\"", "autocomplete=\"one-time-code\""] {
            assert!(page.body.contains(told), "{told}");
        }
        assert_eq!(page.header("cache-control"), Some("no-store"));

        let wrong = phone.wrong(world.now());
        let told = ana.presses(&page, SET_UP, &[("code", &wrong)]).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(Phone::of(&told).key(), key);
        // a second tab begins anew; after 59 minutes who she is is asked again, and the key is the same
        world.meanwhile(minutes(4));
        ana.presses(&page, BEGIN, &[]).await;
        world.meanwhile(minutes(55));
        let told = ana.presses(&page, SET_UP, &[("code", &wrong)]).await;
        assert_eq!(told.status, StatusCode::UNAUTHORIZED);
        assert!(!told.body.contains("id=\"key\""), "nor shown to a thief");
        proves(&ana, SET_UP).await;
        let page = ana.gets(SET_UP).await;
        assert_eq!(Phone::of(&page).key(), key);
        let code = phone.code(world.now());
        let done = ana.presses(&page, SET_UP, &[("code", &code)]).await;
        assert_eq!(codes(&done).len(), 10, "{}", done.body);
        assert!(ana.is_in().await);
        let told = world.mails().await;
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].subject(), "A second factor was set up");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_an_hour_the_key_is_another() {
    on_both(|world| async move {
        world.has_ana().await;
        let ana = world.ana().await;
        let page = ana.gets(STATE).await;
        ana.presses(&page, BEGIN, &[]).await;
        let phone = Phone::of(&ana.gets(SET_UP).await);
        world.meanwhile(minutes(30));
        assert!(ana.is_in().await);
        world.meanwhile(minutes(30));
        proves(&ana, SET_UP).await;
        assert_eq!(ana.gets(SET_UP).await.location.as_deref(), Some(STATE));
        let page = ana.gets(STATE).await;
        let code = phone.code(world.now());
        let late = ana.presses(&page, SET_UP, &[("code", &code)]).await;
        assert_eq!(late.location.as_deref(), Some(STATE));
        let anew = world.ana().await;
        let page = anew.gets(STATE).await;
        anew.presses(&page, BEGIN, &[]).await;
        let page = anew.gets(SET_UP).await;
        assert_ne!(Phone::of(&page).key(), phone.key());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn setting_it_up_gives_a_new_session_and_ends_the_others() {
    on_both(|world| async move {
        world.has_ana().await;
        let (ana, other, thief) = (world.ana().await, world.ana().await, world.browser());
        *thief.cookie.borrow_mut() = ana.cookie.borrow().clone();
        sets_up(&world, &ana).await;
        assert!(ana.is_in().await);
        assert!(!other.is_in().await && !thief.is_in().await);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_code_opens_once_and_half_a_minute_around_its_own() {
    on_both(|world| async move {
        world.has_ana().await;
        let (phone, _) = sets_up(&world, &world.ana().await).await;
        // the middle of a step
        let into = u64::try_from(world.now().seconds() % 30).unwrap();
        world.meanwhile(seconds(30 - into + 15));
        let (now, browser) = (world.now(), world.browser());
        for far in [now.minus(seconds(90)), now.plus(seconds(90))] {
            let begun = begins(&browser).await;
            let told = codes_in(&browser, &begun, &phone.code(far)).await;
            assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(browser.cookie.borrow().is_none());
        }
        let before = phone.code(now.minus(seconds(30)));
        let begun = begins(&browser).await;
        // that of the set-up, or of before it
        let told = codes_in(&browser, &begun, &phone.code(now.minus(seconds(60)))).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        let code = phone.code(now.plus(seconds(30)));
        let done = codes_in(&browser, &begun, &code).await;
        assert_eq!(done.location.as_deref(), Some("/organize"), "{}", done.body);
        for used in [code, phone.code(now), before] {
            let begun = begins(&world.browser()).await;
            let again = codes_in(&world.browser(), &begun, &used).await;
            assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "{used}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_two_browsers_with_one_code_one_comes_in() {
    on_both(|world| async move {
        world.has_ana().await;
        let (phone, recovery) = sets_up(&world, &world.ana().await).await;
        for code in [phone.code(world.now()), recovery[0].clone()] {
            let (one, two) = (world.browser(), world.browser());
            let begun = (begins(&one).await, begins(&two).await);
            let field = if code.len() == 6 {
                "code"
            } else {
                "code-recovery"
            };
            let fields = |begun| [("begun", begun), (field, code.as_str())];
            let path = "/organize/sign-in/code";
            let (first, second) = (fields(begun.0.as_str()), fields(begun.1.as_str()));
            let (a, b) = tokio::join!(one.posts(path, &first), two.posts(path, &second));
            let mut statuses = [a.status, b.status].map(|one| one.as_u16());
            statuses.sort_unstable();
            assert_eq!(statuses, [303, 422], "{code}");
        }
        assert_eq!(subjects(&world).await, ["A recovery code was used"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_recovery_codes_open_once_each_and_new_ones_end_them() {
    on_both(|world| async move {
        world.has_ana().await;
        let (phone, recovery) = sets_up(&world, &world.ana().await).await;
        let typed = |code: &str| code.to_uppercase().replace(' ', "-");
        for (at, code) in recovery.iter().take(8).enumerate() {
            world.meanwhile(minutes(15));
            let browser = world.browser();
            let begun = begins(&browser).await;
            let done = recovers(&browser, &begun, &typed(code)).await;
            assert_eq!(done.status, StatusCode::SEE_OTHER, "{at}: {}", done.body);
            let begun = begins(&world.browser()).await;
            let again = recovers(&world.browser(), &begun, code).await;
            assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "{at}");
        }
        let told = world.mails().await;
        assert_eq!(told.len(), 8);
        assert!(
            told.iter()
                .all(|one| one.subject() == "A recovery code was used")
        );
        assert!(told.iter().all(|one| !one.source().contains(&recovery[0])));

        world.meanwhile(days(1));
        let ana = world.browser();
        let begun = begins(&ana).await;
        codes_in(&ana, &begun, &phone.code(world.now())).await;
        let page = ana.gets(STATE).await;
        assert!(page.body.contains("2 recovery codes"), "{}", page.body);
        assert!(page.body.contains("Make new ones now"), "{}", page.body);
        let made = ana
            .presses(&page, "/organize/second-factor/codes", &[])
            .await;
        let fresh = codes(&made);
        assert_eq!(fresh.len(), 10, "{}", made.body);
        assert_eq!(
            world.mails().await[0].subject(),
            "You have new recovery codes"
        );
        let begun = begins(&world.browser()).await;
        let old = recovers(&world.browser(), &begun, &recovery[9]).await;
        assert_eq!(old.status, StatusCode::UNPROCESSABLE_ENTITY);
        let new = recovers(&world.browser(), &begun, &fresh[9]).await;
        assert_eq!(new.status, StatusCode::SEE_OTHER);
        assert!(ana.gets(STATE).await.body.contains("9 recovery codes"));
        assert_eq!(subjects(&world).await, ["A recovery code was used"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_lost_phone_is_replaced_with_a_recovery_code_and_the_old_one_opens_no_more() {
    on_both(|world| async move {
        world.has_ana().await;
        let (old, recovery) = sets_up(&world, &world.ana().await).await;
        world.meanwhile(hours(1));
        let ana = world.browser();
        let begun = begins(&ana).await;
        recovers(&ana, &begun, &recovery[3]).await;
        let (new, _) = sets_up(&world, &ana).await;
        let begun = begins(&world.browser()).await;
        let told = codes_in(&world.browser(), &begun, &old.code(world.now())).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        let told = recovers(&world.browser(), &begun, &recovery[4]).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        let done = codes_in(&world.browser(), &begun, &new.code(world.now())).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn turned_off_the_passphrase_is_enough_again() {
    on_both(|world| async move {
        world.has_ana().await;
        let (phone, recovery) = sets_up(&world, &world.ana().await).await;
        let ana = world.browser();
        let begun = begins(&ana).await;
        codes_in(&ana, &begun, &phone.code(world.now())).await;
        world.meanwhile(minutes(6));
        let page = ana.gets(STATE).await;
        let off = "/organize/second-factor/off";
        let asked = ana.presses(&page, off, &[]).await;
        assert_eq!(asked.status, StatusCode::UNAUTHORIZED);
        let alone = [("prove-password", PHRASE)];
        let told = ana.presses(&page, off, &alone).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "a code too");
        let code = phone.code(world.now());
        let both = [("prove-password", PHRASE), ("prove-code", &code)];
        let done = ana.presses(&page, off, &both).await;
        assert_eq!(done.location.as_deref(), Some(STATE), "{}", done.body);
        assert!(ana.is_in().await, "and here she stays signed in");
        assert_eq!(
            world.mails().await[0].subject(),
            "Your second factor was turned off"
        );
        let entered = world.browser().signs_in(ANA, PHRASE).await;
        assert_eq!(entered.status, StatusCode::SEE_OTHER);
        let (_, fresh) = sets_up(&world, &ana).await;
        assert!(!fresh.contains(&recovery[0]));
    })
    .await;
}
