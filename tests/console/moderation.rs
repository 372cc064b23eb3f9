//! Story: organizers decide about signatures: one by one, from the page that says who it is; whoever it is about reads why and to whom to
//! answer; and all of it can be taken back.

use crate::support::signers::{sign, signer};
use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use undersigned::account::model::Role;
use undersigned::base::time::{days, minutes};
use undersigned::petition::{Kind, Petition};
use undersigned::signature::SignatureState;
use undersigned::web::urls;

/// What everybody reads of the number.
async fn counted(world: &World, petition: &Petition) -> i64 {
    let path = format!("/p/{}/count.json", petition.slug);
    let count = world.visitor().gets(&path).await.json();
    count["signatures"].as_i64().expect("a number")
}

/// Somebody signs, confirms, and stands on their own page.
async fn on_own_page(world: &World, petition: &Petition, name: &str, email: &str) -> Visitor {
    let mut sam = world.visitor();
    sam.signs(petition, name, email).await;
    sam.opens_mail().await.presses("Confirm my signature").await;
    sam.follows("See or change everything we keep about you")
        .await;
    sam
}

/// Opens the page of a signature from the list.
async fn opens(owner: &mut Visitor, petition: &Petition, name: &str) {
    owner.goes(&urls::signatures(petition.id)).await;
    owner.follows(name).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_is_held_and_reads_why_and_comes_back() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut sam = on_own_page(&world, &letter, "Sam Okafor", "sam@example.org").await;
        let own = sam.path().to_owned();
        let mut owner = world.organizer(&letter, Role::Owner).await;
        assert_eq!(counted(&world, &letter).await, 1);

        opens(&mut owner, &letter, "Sam Okafor").await;
        owner.sees("sam@example.org").sees("Counted");
        owner.presses("Hold it").await;
        owner.sees("Hold 1 signature").sees("Sam Okafor");
        owner.sees("1 count now; it would be 0.");
        assert_eq!(counted(&world, &letter).await, 1, "nothing is moved yet");
        // why has to be said, and what is typed stays
        owner.types("note", "Two forms in a second.");
        owner.presses("Hold 1 signature").await;
        assert_eq!(owner.status(), 422);
        owner.sees("Choose why").sees("Two forms in a second.");
        owner.chooses("Filled in by a program");
        owner.presses("Hold 1 signature").await;
        owner.sees("1 signature is held.");
        assert_eq!(counted(&world, &letter).await, 0, "at once");

        sam.goes(&own).await;
        sam.sees("It is under review and does not count yet.")
            .sees("the form looks as if a program had filled it in")
            .sees("Two forms in a second.")
            .sees("If that is wrong, write to");
        let taken = sam.gets(&format!("{own}/data.json")).await.json();
        assert_eq!(taken["decisions"][0]["cause"], "program");
        assert_eq!(taken["decisions"][0]["note"], "Two forms in a second.");

        // everybody reads that it was, and nobody whose it was or why
        let mut anybody = world.visitor();
        anybody.goes("/p/open-letter/privacy").await;
        anybody.follows("How the number was corrected").await;
        anybody.sees("1 signature was set aside to be looked at.");
        anybody
            .sees_no("program")
            .sees_no("Okafor")
            .sees_no("Two forms");

        owner.presses("Take it back").await;
        owner.sees("It was taken back.").sees_no("as it is");
        anybody.goes("/es/p/open-letter/corrections").await;
        anybody.sees("1 volvió después a su lugar.");
        assert_eq!(counted(&world, &letter).await, 1);
        opens(&mut owner, &letter, "Sam Okafor").await;
        owner.sees("taken back").sees("Filled in by a program");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_ticked_is_meant_and_nothing_else() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let other = world
            .petition_with(Kind::Letter, |plan| plan.slug = "other-letter".to_owned())
            .await;
        let (db, now) = (world.app().db.clone(), world.now());
        let three = ["Mickey Mouse", "Kim Two", "Lee Three"].map(signer);
        sign(&db, letter.id, SignatureState::Counted, three.to_vec(), now).await;
        let foreign = vec![signer("Zoe Elsewhere")];
        sign(&db, other.id, SignatureState::Counted, foreign, now).await;
        world.looks().await;
        let mut owner = world.organizer(&letter, Role::Owner).await;

        owner.goes(&urls::signatures(letter.id)).await;
        owner.presses("Remove them").await;
        assert_eq!(owner.status(), 422);
        owner.sees("Tick at least one signature first.");

        let foreign = world
            .read(move |conn| {
                use undersigned::signature::store::read;
                read::newest(conn, other.id, SignatureState::Counted, None, 1)
            })
            .await;
        owner.goes(&urls::signatures(letter.id)).await;
        owner.chooses("Choose Mickey Mouse");
        owner.types(&format!("s-{}", foreign[0].signature.id), "1");
        owner.presses("Remove them").await;
        owner
            .sees("Remove 1 signature")
            .sees("Mickey Mouse")
            .sees_no("Zoe Elsewhere");
        owner.chooses("Not the name of a person");
        owner.presses("Remove 1 signature").await;
        owner.sees("1 signature was removed.");
        assert_eq!(counted(&world, &letter).await, 2);
        assert_eq!(counted(&world, &other).await, 1);
        // it stands among the decisions and in the log, and can be counted again by itself
        owner.goes(&urls::held(letter.id)).await;
        owner
            .sees("Remove 1 signature")
            .sees("Not the name of a person");
        opens(&mut owner, &letter, "Mickey Mouse").await;
        owner.presses("Count it").await;
        owner.chooses("It was held or removed by mistake");
        owner.presses("Count 1 signature").await;
        owner.sees("1 signature counts now.");
        assert_eq!(counted(&world, &letter).await, 3);
        // a decision after it cannot be undone by the one before
        owner.goes(&urls::held(letter.id)).await;
        owner.follows("Remove 1 signature").await;
        owner.presses("Take it back").await;
        owner.sees("1 stays as it is: it had gone elsewhere since");
        assert_eq!(counted(&world, &letter).await, 3, "it counts already");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_decision_is_taken_back_for_thirty_days() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let (db, now) = (world.app().db.clone(), world.now());
        let one = vec![signer("Kim Two")];
        sign(&db, letter.id, SignatureState::Counted, one, now).await;
        world.looks().await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        opens(&mut owner, &letter, "Kim Two").await;
        owner.presses("Remove it").await;
        owner.chooses("Signed twice");
        owner.presses("Remove 1 signature").await;
        let batch = owner.path().to_owned();
        world.later(days(30).saturating_sub(minutes(30))).await;
        let mut again = world.visitor();
        again.goes("/organize/sign-in").await;
        again.types("email", "owner@opendocket.example.org");
        again.types("password", crate::support::organizer::PHRASE);
        again.presses("Sign in").await;
        again.goes(&batch).await;
        let pressed = again.would_send("Take it back");
        world.later(minutes(40)).await;
        again.goes(&batch).await;
        assert!(
            !again
                .answer()
                .page()
                .buttons()
                .contains(&"Take it back".to_owned())
        );
        again.sends(pressed).await;
        assert_eq!(again.status(), 409);
        again.sees("Somebody pressed meanwhile.");
        assert_eq!(counted(&world, &letter).await, 0);
    })
    .await;
}
