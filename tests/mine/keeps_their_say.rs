//! Stories: who wants no letters still gets the link they ask for, and who was taken out of the count is told so.

use crate::mine::own_signature::{asks, letter, signed as signs};
use crate::support::world::on_both;
use undersigned::account::model::Role;
use undersigned::base::time::{days, minutes};
use undersigned::count::{Change, store::tallies};
use undersigned::signature::SignatureState;
use undersigned::signature::store::confirm::move_state;
use undersigned::signature::store::read;
use undersigned::web::urls;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_link_comes_though_no_other_letters_are_wanted() {
    on_both(|world| async move {
        let letter = letter(&world).await;
        let mut sam = signs(&world, &letter).await;
        // A second try says that Sam has signed; its link stops the letters, for the signature that stands.
        world.later(minutes(11)).await;
        let mut again = world.visitor();
        again.signs(&letter, "Sam Rivers", "sam@example.org").await;
        again.sees("Check your email to finish.");
        let told = world.link_behind(again.answer());
        again
            .reads_mail()
            .await
            .says("Your signature has counted since");
        again
            .goes(&told)
            .await
            .presses("Confirm my signature")
            .await;
        again.sees("You have already signed");
        again.goes(&format!("{told}/unsubscribe")).await;
        again
            .presses("Send me no updates")
            .await
            .sees("We will send you no updates");
        world.mail_rests().await;
        while world.unread() > 0 {
            world.mail("sam@example.org").await;
        }

        // what is asked for at this address goes on coming, a form's letter too
        world.later(days(8)).await;
        let mut third = world.visitor();
        third.signs(&letter, "Sam Rivers", "sam@example.org").await;
        third.sees("Check your email to finish.");
        third
            .reads_mail()
            .await
            .says("Your signature has counted since");
        let own = asks(&mut sam, &letter).await;
        let data = sam.gets(&format!("{own}/data.json")).await.json();
        assert_eq!(
            data["signer"]["wants_updates"], false,
            "the yes is taken back"
        );
        sam.follows("Say why you signed, or change or delete your reason")
            .await;
        assert_eq!(sam.path(), format!("{own}/reason"));
        sam.sees("Why did you sign?");
    })
    .await;
}

/// A signature that organizers took out of the count is not told that it counts, at any of its doors.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_taken_out_says_so() {
    on_both(|world| async move {
        let letter = letter(&world).await;
        let mut sam = signs(&world, &letter).await;
        let (id, now) = (letter.id, world.now());
        world
            .write(move |tx| {
                let newest = read::newest(tx, id, SignatureState::Counted, None, 1)?;
                let step = (SignatureState::Counted, SignatureState::Removed);
                move_state(tx, newest[0].signature.id, step, None, now)?;
                let by = Change {
                    counted: -1,
                    removed: 1,
                    ..Change::default()
                };
                tallies::add(tx, id.cast(), by, now).map(drop)
            })
            .await;
        world.looks().await;
        let out = "The organizers took it out of the count.";
        sam.opens_link().await;
        sam.sees("The organizers took it out of the count.");
        sam.sees_no("Thank you").sees_no("Withdraw my signature");
        sam.goes("/en/p/open-letter/signed").await;
        sam.sees("Your signature is not counted").sees(out);
        sam.sees_no("Thank you").sees_no("Withdraw my signature");
        let _ = asks(&mut sam, &letter).await;
        sam.sees(out);
        assert_eq!(world.tally(&letter).await.removed, 1);
    })
    .await;
}

/// Lists that left are told of by a line for organizers: how many, never who.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn organizers_hear_that_somebody_erased_their_details() {
    on_both(|world| async move {
        let letter = letter(&world).await;
        let mut sam = signs(&world, &letter).await;
        let told = "1 signer has erased their details in the last 30 days";
        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner.goes(&urls::overview(letter.id)).await.sees_no(told);
        let own = asks(&mut sam, &letter).await;
        sam.goes(&format!("{own}/erase")).await;
        let word = sam.mail().word();
        sam.types("word", &word).presses("Erase everything").await;
        assert_eq!(sam.status(), 410);
        sam.reads_mail().await.says("are erased");
        owner.goes(&urls::overview(letter.id)).await.sees(told);
        owner.sees_no("Sam Rivers").sees_no("sam@example.org");
        world.later(days(31)).await;
        let mut later = world.organizer(&letter, Role::Analyst).await;
        later.goes(&urls::overview(letter.id)).await.sees_no(told);
    })
    .await;
}
