//! Story: what the database holds of a token opens nothing, says to which petitions it is limited, and ends with the organization.

use super::tokens::{comes_in, makes, secret_of, wanted};
use crate::support::world::on_both;
use diesel::prelude::*;
use undersigned::account::NoToken;
use undersigned::account::store::organization;
use undersigned::account::token::add::add;
use undersigned::account::token::model::{MOST, Reach};
use undersigned::account::token::scope::Scope;
use undersigned::account::token::store;
use undersigned::base::time::minutes;
use undersigned::db::Error;
use undersigned::db::schema::{api_token_petitions as p, api_tokens as t};
use undersigned::petition::{Kind, Petition};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn limits_hold_also_when_the_petition_is_gone() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let place = letter.organization;
        let mut tight = wanted(&world, place, None);
        tight.petitions = Some(vec![letter.id.cast(), letter.id.cast()]);
        let tight = makes(&world, tight).await;
        let at = |petition: &Petition| Reach::Petition(petition.organization, petition.id.cast());
        let other = world
            .petition_with(Kind::Letter, |plan| plan.slug = "other".to_owned())
            .await;
        let db = &world.app().db;
        let token = comes_in(&world, db, tight.text.show()).await.expect("in");
        assert_eq!(token.petitions, Some(vec![letter.id.cast()]));
        assert_eq!(token.allow(Scope::CountsRead, at(&letter)), Ok(()));
        let stranger = token.allow(Scope::CountsRead, at(&other)).unwrap_err();
        assert_eq!(stranger.status(), 404);
        let whole = token
            .allow(Scope::PetitionsWrite, Reach::Whole)
            .unwrap_err();
        assert_eq!(whole.status(), 403);
        // the petition goes, the limit stays
        world
            .write(move |tx| {
                let gone = p::table.filter(p::token_id.eq(tight.token.id));
                diesel::delete(gone).execute(&mut **tx)?;
                Ok(())
            })
            .await;
        let token = comes_in(&world, db, tight.text.show()).await.expect("in");
        assert_eq!(token.petitions, Some(Vec::new()));
        let gone = token.allow(Scope::CountsRead, at(&letter)).unwrap_err();
        assert_eq!(gone.status(), 404);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_stored_opens_nothing_and_a_read_seldom_writes() {
    on_both(|world| async move {
        let place = world.petition(Kind::Letter).await.organization;
        let made = makes(&world, wanted(&world, place, None)).await;
        type Row = (String, String, String, String, Vec<u8>);
        let row: Row = world
            .read(|conn| {
                let columns = (t::name, t::short_id, t::scopes, t::networks, t::token_hash);
                Ok(t::table.select(columns).first(conn)?)
            })
            .await;
        let secret = secret_of(&made.text).split_at(43).0;
        let texts = format!("{} {} {} {}", row.0, row.1, row.2, row.3);
        assert!(!texts.contains(secret), "{texts}");
        assert_eq!(row.4, made.text.hash().0);

        let used = async || {
            let listed = world.read(move |conn| store::list(conn, Some(place))).await;
            listed[0].token.used_at
        };
        assert_eq!(used().await, None);
        let (db, start) = (&world.app().db, world.now());
        for _ in 0..3 {
            assert!(comes_in(&world, db, made.text.show()).await.is_ok());
            world.meanwhile(minutes(3));
        }
        assert_eq!(used().await, Some(start), "not written again");
        world.meanwhile(minutes(1));
        assert!(comes_in(&world, db, made.text.show()).await.is_ok());
        assert_eq!(used().await, Some(start.plus(minutes(10))));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hundred_work_and_no_more_and_none_when_the_organization_is_no_more() {
    on_both(|world| async move {
        let place = world.petition(Kind::Letter).await.organization;
        let first = makes(&world, wanted(&world, place, None)).await;
        for _ in 1..MOST {
            makes(&world, wanted(&world, place, None)).await;
        }
        let (one, now) = (wanted(&world, place, None), world.now());
        let more = world.write(move |tx| add(tx, one, now)).await;
        assert!(more.is_none());
        let (id, now) = (first.token.id, world.now());
        assert!(world.write(move |tx| store::revoke(tx, id, now)).await);
        let last = makes(&world, wanted(&world, place, None)).await;
        let db = &world.app().db;
        assert!(comes_in(&world, db, last.text.show()).await.is_ok());
        world
            .write(move |tx| {
                let mut there = organization::locked(tx, place)?.ok_or(Error::Duplicate)?;
                there.ended_at = Some(now);
                organization::update(tx, &there)
            })
            .await;
        let heard = comes_in(&world, db, last.text.show()).await;
        assert_eq!(heard, Err(NoToken::Wrong));
    })
    .await;
}
