//! Story: phone and recovery codes are lost, or the secrets of the site are others.

use super::phone::{ANA, STATE, begins, codes_in, recovers, sets_up};
use crate::support::organizer::{PHRASE, email};
use crate::support::world::on_both;
use actix_web::http::StatusCode;
use diesel::prelude::*;
use undersigned::account::second_factor::drop_second_factor::drop_of;
use undersigned::account::store::second_factor::unreadable;
use undersigned::base::Secrets;
use undersigned::db::Error;
use undersigned::db::schema::second_factors as f;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_operator_takes_it_off_and_a_letter_says_so() {
    on_both(|world| async move {
        world.has_ana().await;
        let ana = world.ana().await;
        sets_up(&world, &ana).await;
        let drops = |address: &'static str| {
            let (secrets, now) = (world.app().site.secrets.clone(), world.now());
            let mailbox = email(address);
            let db = &world.app().db;
            db.write(move |tx| drop_of(tx, &secrets, &mailbox, now))
        };
        assert!(!drops("bea@example.org").await.unwrap());
        assert!(drops(ANA).await.unwrap());
        assert!(!drops(ANA).await.unwrap(), "there is none any more");
        assert!(!ana.is_in().await);
        let told = world.mails().await;
        assert_eq!(told.len(), 1);
        told[0].says("whoever runs this site took the second factor off");
        let entered = world.browser().signs_in(ANA, PHRASE).await;
        assert_eq!(entered.status, StatusCode::SEE_OTHER);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn with_other_secrets_a_recovery_code_still_opens() {
    on_both(|world| async move {
        world.has_ana().await;
        let (phone, recovery) = sets_up(&world, &world.ana().await).await;
        let folder = tempfile::tempdir().unwrap();
        let others = Secrets::load_or_make(&folder.path().join("secret")).unwrap();
        let (own, now) = (world.app().site.secrets.clone(), world.now());
        let lost = |secrets: Secrets| {
            let db = &world.app().db;
            db.read(move |conn| unreadable(conn, &secrets, now))
        };
        assert_eq!(lost(own.clone()).await.unwrap(), 0);
        assert_eq!(lost(others).await.unwrap(), 1);

        // what a program with other secrets finds: a secret it cannot read
        let browser = world.browser();
        world
            .write(|tx| {
                let spoiled = f::secret.eq("sealed with other secrets");
                diesel::update(f::table).set(spoiled).execute(&mut **tx)?;
                Ok::<_, Error>(())
            })
            .await;
        assert_eq!(lost(own).await.unwrap(), 1);
        let waits = begins(&browser).await;
        let told = codes_in(&browser, &waits, &phone.code(world.now())).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        let done = recovers(&browser, &waits, &recovery[0]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
        let page = browser.gets(STATE).await;
        assert!(page.body.contains("no longer work"), "{}", page.body);
        let (new, _) = sets_up(&world, &browser).await;
        let waits = begins(&world.browser()).await;
        let done = codes_in(&world.browser(), &waits, &new.code(world.now())).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER);
    })
    .await;
}
