//! Story: after a restore no letter leaves, whoever queues it, until the operator says so; what is too old by then is thrown away.

use crate::support::on_both;
use crate::support::post::{BEGIN, Office, promised};
use crate::support::smtp::Behaviour;
use undersigned::base::time::{days, hours};
use undersigned::mail::model::Kind;
use undersigned::mail::store::{ReleasedMail, hold_mail, mail_held_since, release_mail};

#[tokio::test]
async fn held_mail_waits_and_what_nobody_waits_for_is_thrown_away() {
    on_both(|database| async move {
        let mut office = Office::open(&database, Behaviour::Good).await;
        // in the backup: one of long ago, one of yesterday that is tried for two days
        office
            .post(vec![
                promised(Kind::Confirm, "sam", 1, BEGIN),
                promised(Kind::Withdrawn, "ana", 1, BEGIN),
            ])
            .await;
        office.clock.advance(hours(30));
        let restored = office.clock.now();
        let hold = move |tx: &mut undersigned::db::Tx<'_>| hold_mail(tx, restored);
        office.db.write(hold).await.unwrap();
        // queued since, by somebody who waits for it
        office.post_to(["kim".to_owned()]).await;
        assert_eq!(office.rounds().await, 0);
        assert_eq!(office.minutes(20).await, 0);
        assert_eq!(office.server.count(), 0, "nothing was said to the relay");
        // said twice, it is held since the first time
        office.clock.advance(days(1));
        let later = office.clock.now();
        office
            .db
            .write(move |tx| hold_mail(tx, later))
            .await
            .unwrap();
        let held = office.db.read(mail_held_since).await.unwrap();
        assert_eq!(held, Some(restored));

        let released = office.db.write(move |tx| release_mail(tx, later)).await;
        assert_eq!(
            released.unwrap(),
            Some(ReleasedMail {
                waiting: 1,
                too_old: vec![(Kind::Confirm, 1), (Kind::Withdrawn, 1)],
            })
        );
        assert_eq!(office.rounds().await, 1);
        let heard = office.server.messages();
        assert_eq!(heard[0].recipient(), "kim@example.org");
        let rows = office.rows().await;
        let thrown = rows.iter().filter(|row| row.2 == "too old");
        assert_eq!(thrown.clone().count(), 2);
        assert!(
            thrown.clone().all(|row| row.0 == 3 && !row.3),
            "shredded: {rows:?}"
        );
        let again = office.db.write(move |tx| release_mail(tx, later)).await;
        assert_eq!(again.unwrap(), None);
    })
    .await;
}
