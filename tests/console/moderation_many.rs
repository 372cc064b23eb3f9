//! Story: an attack. Those that are held are decided about by why; a rule finds the rest; so many need a second person; and whoever decides at
//! the same time as another does nothing twice.

use crate::support::signers::{sign, signer};
use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use undersigned::account::model::Role;
use undersigned::base::time::{hours, minutes};
use undersigned::petition::{Kind, Petition};
use undersigned::signature::model::Reason;
use undersigned::signature::store::{confirm, read};
use undersigned::signature::{SignatureState, Signer};
use undersigned::web::urls;

fn made(n: usize, domain: &str) -> Vec<Signer> {
    let one = |n| Signer {
        email: format!("program{n}@{domain}"),
        ..signer(&format!("Program {n}"))
    };
    (0..n).map(one).collect()
}

async fn counted(world: &World, petition: &Petition) -> i64 {
    let path = format!("/p/{}/count.json", petition.slug);
    let count = world.visitor().gets(&path).await.json();
    count["signatures"].as_i64().expect("a number")
}

/// So many count, and so many more of one domain do.
async fn attacked(world: &World, letter: &Petition, people: usize, programs: usize) {
    let (db, id, now) = (world.app().db.clone(), letter.id, world.now());
    let all = (0..people)
        .map(|n| signer(&format!("Person {n}")))
        .collect();
    sign(&db, id, SignatureState::Counted, all, now).await;
    let later = now.plus(hours(1));
    let made = made(programs, "mail.robots.example.org");
    sign(&db, id, SignatureState::Counted, made, later).await;
    world.looks().await;
}

/// Proposes to remove those of the domain, and stands on the page of the batch, once it is gathered.
async fn finds(world: &World, owner: &mut Visitor, letter: &Petition) -> String {
    owner.goes(&urls::held(letter.id)).await;
    owner.follows("Find by a rule").await;
    owner.chooses("Remove them, counted or held");
    owner.types("domain", "robots.example.org");
    owner.presses("Look for them").await;
    world.decides().await;
    let here = owner.path().to_owned();
    owner.goes(&here).await;
    here
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_need_a_second_person() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Petition).await;
        attacked(&world, &letter, 30, 12).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let _second = world.organizer(&letter, Role::Moderator).await;
        let batch = finds(&world, &mut owner, &letter).await;
        owner
            .sees("Remove 12 signatures")
            .sees("42 count now; it would be 30.");
        owner
            .sees("robots.example.org")
            .sees("So many need a second person");
        owner.chooses("Filled in by a program");
        owner.presses("Remove 12 signatures").await;
        owner.sees("It waits until somebody else agrees.");
        assert_eq!(counted(&world, &letter).await, 42);
        let told = world.mail("moderator@opendocket.example.org").await;
        assert_eq!(
            told.subject(),
            "A decision about many signatures waits for a second person"
        );
        // whoever proposed it cannot agree, whatever they send
        let sending = owner.would_send("Stop it").with("then", "agree");
        owner.sends(sending).await;
        assert_eq!(owner.status(), 422);
        owner.sees("Somebody else has to agree: you proposed it yourself");
        // nor does it happen by itself where somebody else may
        world.later(hours(25)).await;
        world.decides().await;
        assert_eq!(counted(&world, &letter).await, 42);

        let mut moderator = signs_in_again(&world, "moderator").await;
        moderator.goes(&batch).await;
        moderator
            .sees("A colleague asks you to agree")
            .sees("Program 3");
        moderator.sees_no("@mail.robots.example.org");
        let pressed = moderator.would_send("Agree");
        moderator.presses("Agree").await;
        moderator.sees("12 signatures were removed.");
        assert_eq!(counted(&world, &letter).await, 30);
        // pressed twice, it is done once
        moderator.sends(pressed).await;
        assert_eq!(moderator.status(), 409);
        assert_eq!(counted(&world, &letter).await, 30);
        moderator.goes(&batch).await.presses("Take it back").await;
        moderator.sees("It was taken back.").sees_no("as they are");
        assert_eq!(counted(&world, &letter).await, 42);
        let mut owner = signs_in_again(&world, "owner").await;
        owner.goes(&urls::activity(letter.organization)).await;
        owner
            .sees("Asked for a second person for a decision about many signatures")
            .sees("Decided to remove signatures")
            .sees("Took a decision about signatures back");
    })
    .await;
}

/// A new session of an organizer whose old one is over.
async fn signs_in_again(world: &World, role: &str) -> Visitor {
    let mut visitor = world.visitor();
    visitor.goes("/organize/sign-in").await;
    visitor.types("email", &format!("{role}@opendocket.example.org"));
    visitor.types("password", crate::support::organizer::PHRASE);
    visitor.presses("Sign in").await;
    visitor
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_is_alone_waits_a_day_and_can_stop_it() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Petition).await;
        attacked(&world, &letter, 5, 10).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let editor = world.organizer(&letter, Role::Editor).await;
        for is_stopped in [true, false] {
            let batch = finds(&world, &mut owner, &letter).await;
            owner.sees("it happens a day after your press");
            owner.chooses("Something else");
            owner.types("note", "All within a second.");
            owner.presses("Remove 10 signatures").await;
            owner.sees("it waits a day and happens then");
            for who in ["owner", "editor"] {
                let told = world.mail(&format!("{who}@opendocket.example.org")).await;
                assert!(
                    told.text()
                        .contains("The Owner proposed to hold, count or remove")
                );
            }
            if is_stopped {
                owner.presses("Stop it").await;
                owner.sees("It was stopped. Nothing was moved.");
            }
            world.later(hours(23)).await;
            world.decides().await;
            assert_eq!(counted(&world, &letter).await, 15);
            world.later(hours(2)).await;
            world.decides().await;
            let left = if is_stopped { 15 } else { 5 };
            assert_eq!(counted(&world, &letter).await, left);
            owner = signs_in_again(&world, "owner").await;
            owner.goes(&batch).await;
        }
        owner.sees("10 signatures were removed.");
        owner.goes(&urls::activity(letter.organization)).await;
        owner.sees("Decided to remove signatures");
        drop(editor);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_two_who_decide_one_group_at_once_one_does_nothing() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Petition).await;
        let (db, id, now) = (world.app().db.clone(), letter.id, world.now());
        let people = (0..1_200).map(|n| signer(&format!("Person {n}"))).collect();
        sign(&db, id, SignatureState::Counted, people, now).await;
        sign(&db, id, SignatureState::Held, made(9, "example.org"), now).await;
        // held because they look as if a program had filled them in
        world
            .write(move |tx| {
                for one in read::newest(tx, id, SignatureState::Held, None, 100)? {
                    let key = one.signature.id;
                    let score = Some(Reason::Score);
                    let (held, counted) = (SignatureState::Held, SignatureState::Counted);
                    confirm::move_state(tx, key, (held, counted), None, now)?;
                    confirm::move_state(tx, key, (counted, held), score, now)?;
                }
                Ok(())
            })
            .await;
        world.looks().await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let mut moderator = world.organizer(&letter, Role::Moderator).await;
        owner.goes(&urls::held(id)).await;
        owner
            .sees("Filled in as a program would: 9")
            .sees("Program 8");
        moderator.goes(&urls::held(id)).await;
        owner.presses("Count them").await;
        owner
            .sees("Count 9 signatures")
            .sees("1,200 count now; it would be 1,209.");
        moderator.presses("Remove them").await;
        owner.chooses("Looked at, and in order");
        owner.presses("Count 9 signatures").await;
        owner.sees("9 signatures count now.");
        moderator.chooses("Filled in by a program");
        moderator.presses("Remove 9 signatures").await;
        moderator.sees("0 signatures were removed.");
        assert_eq!(counted(&world, &letter).await, 1_209);
        owner.goes(&urls::held(id)).await;
        owner.sees("Nobody is held.");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn hundreds_go_in_portions_and_a_rule_that_means_everybody_is_none() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Petition).await;
        attacked(&world, &letter, 40, 620).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let _second = world.organizer(&letter, Role::Admin).await;
        owner.goes(&urls::new_batch(letter.id)).await;
        owner.presses("Look for them").await;
        assert_eq!(owner.status(), 422);
        owner.sees("this would mean everybody");
        owner.types("name", "%_'\"").presses("Look for them").await;
        world.decides().await;
        let here = owner.path().to_owned();
        owner.goes(&here).await;
        owner.sees("Nobody is like that.");
        owner.presses("Stop it").await;
        // the rule is kept with it
        owner.goes(&here).await.follows("Use this rule again").await;
        let kept = owner.answer().page().attribute("#name", "value");
        assert_eq!(kept.as_deref(), Some("%_'\""));

        let batch = finds(&world, &mut owner, &letter).await;
        owner.sees("Remove 620 signatures").sees("And 600 more.");
        owner.chooses("Filled in by a program");
        owner.presses("Remove 620 signatures").await;
        world.mail("admin@opendocket.example.org").await;
        let mut second = signs_in_again(&world, "admin").await;
        second.goes(&batch).await.presses("Agree").await;
        second.sees("0 of 620 are done.");
        world.decides().await;
        second.goes(&batch).await;
        second.sees("620 signatures were removed.");
        assert_eq!(counted(&world, &letter).await, 40);
        second.presses("Take it back").await;
        second.sees("It is being taken back.");
        world.decides().await;
        assert_eq!(counted(&world, &letter).await, 660);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_unusual_is_put_before_organizers_and_nothing_is_moved() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Petition).await;
        attacked(&world, &letter, 130, 0).await;
        world.later(hours(2)).await;
        let (db, now) = (world.app().db.clone(), world.now());
        let crowd = (200..260).map(|n| signer(&format!("Person {n}"))).collect();
        sign(&db, letter.id, SignatureState::Counted, crowd, now).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        world.later(minutes(1)).await;
        owner.goes(&urls::overview(letter.id)).await;
        owner.sees_no("unusual about those who signed lately");

        let robots = made(40, "throwaway.example.net");
        sign(&db, letter.id, SignatureState::Counted, robots, world.now()).await;
        world.looks().await;
        world.later(minutes(1)).await;
        world.decides().await;
        owner.goes(&urls::overview(letter.id)).await;
        owner.sees("Something is unusual about those who signed lately.");
        assert_eq!(counted(&world, &letter).await, 230, "nothing is moved");
        owner.goes(&urls::held(letter.id)).await;
        owner.follows("Hold 40 signatures").await;
        owner
            .sees("The program noticed them")
            .sees("throwaway.example.net");
        owner.sees("230 count now; it would be 190.");
        owner.presses("Stop it").await;

        // it is not said again
        let more = made(45, "throwaway.example.net").split_off(40);
        sign(&db, letter.id, SignatureState::Counted, more, world.now()).await;
        world.looks().await;
        world.later(minutes(1)).await;
        world.decides().await;
        owner.goes(&urls::overview(letter.id)).await;
        owner.sees_no("unusual about those who signed lately");
    })
    .await;
}
