//! Story: two of a household share a mailbox by aliases. The first of each name counts, up to the
//! organizers' rule; what is over it is held, and nobody is told so.

use crate::support::world::{World, on_both};
use undersigned::count::Counts;
use undersigned::petition::{Kind, Petition};

async fn signs(world: &World, petition: &Petition, name: &str, email: &str) -> String {
    let mut somebody = world.visitor();
    somebody.signs(petition, name, email).await;
    // the budget of the mailbox behind the aliases holds back most of these letters
    let link = world.link_behind(somebody.answer());
    somebody
        .goes(&link)
        .await
        .presses("Confirm my signature")
        .await;
    assert_eq!(somebody.status(), 200);
    somebody.text()
}

async fn rests(world: &World) {
    world.mail_drains().await;
    world.leaves_unread(world.unread());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_two_by_the_ordinary_rule() {
    on_both(|world| async move {
        let petition = world.petition(Kind::Petition).await;
        let counted = signs(&world, &petition, "Sam", "family@example.org").await;
        assert!(counted.contains("Signature 1"));
        let second = signs(&world, &petition, "Kim", "family+kim@example.org").await;
        assert!(second.contains("Signature 2"));
        let same = signs(&world, &petition, "SÁM", "family+sam@example.org").await;
        assert!(same.contains("You have signed."), "{same}");
        assert!(!same.contains("Signature "));
        signs(&world, &petition, "Lee", "family+lee@example.org").await;
        let counts = Counts {
            counted: 2,
            held: 2,
            ..Counts::default()
        };
        assert_eq!(world.tally(&petition).await, counts);
        assert_eq!(world.counted(&petition).await, 2);
        // another mailbox of the same host is another household
        let other = signs(&world, &petition, "Sam", "neighbour@example.org").await;
        assert!(other.contains("Signature 3"));
        assert_eq!(world.counted(&petition).await, 3);
        rests(&world).await;
    })
    .await;
}

/// The page promises the message to everybody alike, so nobody of a household waits for another's.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn both_have_their_letter_at_once() {
    on_both(|world| async move {
        let petition = world.petition(Kind::Petition).await;
        for (name, email) in [
            ("Sam", "family@example.org"),
            ("Kim", "family+kim@example.org"),
            ("Lee", "family@example.org"),
        ] {
            let mut one = world.visitor();
            one.signs(&petition, name, email).await;
            // time stands still: a letter that was put off would never come
            world
                .mail(email)
                .await
                .says(&format!("{name}, please confirm your signature"));
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_one_where_the_organizers_say_so() {
    on_both(|world| async move {
        let strict = world
            .petition_with(Kind::Petition, |plan| plan.settings.household = 1)
            .await;
        signs(&world, &strict, "Sam", "family@example.org").await;
        signs(&world, &strict, "Kim", "family+kim@example.org").await;
        let counts = Counts {
            counted: 1,
            held: 1,
            ..Counts::default()
        };
        assert_eq!(world.tally(&strict).await, counts);
        assert_eq!(world.counted(&strict).await, 1);
        rests(&world).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whose_first_one_withdrew() {
    on_both(|world| async move {
        let strict = world
            .petition_with(Kind::Petition, |plan| plan.settings.household = 1)
            .await;
        let mut sam = world.visitor();
        sam.signs(&strict, "Sam", "family@example.org").await;
        sam.opens_mail().await.presses("Confirm my signature").await;
        sam.follows("Withdraw my signature")
            .await
            .presses("Withdraw my signature")
            .await;
        let _ = sam.reads_mail().await;
        let kim = signs(&world, &strict, "Kim", "family+kim@example.org").await;
        assert!(
            kim.contains("Signature 1"),
            "the place is free again: {kim}"
        );
        assert_eq!(world.counted(&strict).await, 1);
        rests(&world).await;
    })
    .await;
}
