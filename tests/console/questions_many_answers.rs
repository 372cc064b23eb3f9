//! Story: a question that a hundred thousand have answered is taken off the form and put back. Nothing of what was answered is touched.

use super::questions::acts;
use crate::support::questions::question;
use crate::support::signers::{sign, signer};
use crate::support::world::{World, on_both};
use diesel::connection::SimpleConnection;
use diesel::dsl::count_star;
use diesel::prelude::*;
use undersigned::account::model::Role;
use undersigned::db::Conn;
use undersigned::db::schema::signature_details as d;
use undersigned::petition::rules::question::QuestionKind;
use undersigned::petition::{Kind, Reply};
use undersigned::signature::SignatureState;

const COPIES: i64 = 100_000;

/// Writes one signature so often again, each with a key of its own.
async fn copies(world: &World) {
    world
        .write(|tx| {
            let (id, key) = match &**tx {
                Conn::Sqlite(_) => ("randomblob(16)", "randomblob(32)"),
                Conn::Postgres(_) => (
                    "gen_random_uuid()",
                    "decode(md5(random()::text) || md5(random()::text), 'hex')",
                ),
            };
            let signatures = "petition_id, state, reason, wording_id, lang, choice_id, share_code, is_suspect, signed_at, confirmed_at, changed_at";
            let details = "name, email, role, affiliation, place, postcode, country, replies, wants_updates, opted_in_to, \
                           opted_in_partner, visibility, sorted_as, is_first, word_tries, search";
            tx.batch_execute(&format!(
                "insert into signatures (id, email_k1, email_k2, source, {signatures}) \
                 with recursive n(i) as (select 1 union all select i + 1 from n where i < {COPIES}) \
                 select {id}, {key}, {key}, 'copied', {signatures} from signatures cross join n; \
                 insert into signature_details (signature_id, {details}) \
                 select signatures.id, {details} from signatures cross join (select * from signature_details) one \
                 where signatures.source = 'copied';"
            ))?;
            Ok(())
        })
        .await;
}

/// What was answered, and how often.
async fn answered(world: &World) -> Vec<(Option<String>, i64)> {
    world
        .read(|conn| {
            let said = d::table.group_by(d::replies);
            Ok(said.select((d::replies, count_star())).load(conn)?)
        })
        .await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_hundred_thousand_answered_stays_as_it_is() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Petition).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let two = [(1, "Which?"), (2, "And which?")];
        let two = two.map(|(n, label)| question(n, QuestionKind::One, label));
        world.asks(&letter, two.to_vec()).await;
        let mut sam = signer("Sam Rivers");
        sam.replies.put(1, Some(Reply::Options(vec![2])));
        let (db, now) = (world.app().db.clone(), world.now());
        sign(&db, letter.id, SignatureState::Counted, vec![sam], now).await;
        copies(&world).await;
        let before = answered(&world).await;
        assert!(matches!(&*before, [(Some(_), n)] if *n == COPIES + 1));

        acts(&mut owner, &letter, "remove-1").await;
        owner.sees("Removed").sees("Which?");
        acts(&mut owner, &letter, "back-1").await;
        owner.sees("Saved.");
        acts(&mut owner, &letter, "up-1").await;
        owner.sees("Saved.");
        assert_eq!(answered(&world).await, before);
        // they were never counted
        world
            .write(|tx| {
                tx.batch_execute("delete from signatures where source = 'copied'")?;
                Ok(())
            })
            .await;
    })
    .await;
}
