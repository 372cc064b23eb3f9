//! Story: a form of thirty questions, answers that are renamed, two organizers at once, and questions where signing is a danger.

use super::questions::{acts, asked, writes};
use crate::support::questions::question;
use crate::support::world::on_both;
use undersigned::account::model::Role;
use undersigned::base::Lang;
use undersigned::petition::rules::question::QuestionKind;
use undersigned::petition::{Kind, PetitionState};
use undersigned::web::urls;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn thirty_are_asked_and_five_of_them_at_length() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Petition).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let kind = |n| match n {
            1..=5 => QuestionKind::Long,
            _ => QuestionKind::Several,
        };
        let all = (1..=29).map(|n| question(n, kind(n), &format!("Question {n}?")));
        world.asks(&letter, all.collect()).await;
        writes(&mut owner, &letter, "long", "One more?", &[]).await;
        assert_eq!(owner.status(), 422);
        owner.sees("There can be 5 questions with a longer text at most");
        writes(&mut owner, &letter, "tick", "The thirtieth?", &[]).await;
        owner.sees("Saved.");
        owner.follows("Back to the questions").await;
        owner
            .sees("30 questions. Expect fewer signatures.")
            .sees("There can be 30 questions at most");
        assert!(
            owner.answer().page().find("#kind").is_none(),
            "none more is offered"
        );
        let path = format!("{}?kind=tick", urls::new_question(letter.id));
        owner
            .goes(&path)
            .await
            .sees("There can be 30 questions at most");
        owner
            .types("label", "Sneaked in?")
            .types("purpose", "Why")
            .presses("Save")
            .await;
        assert_eq!(owner.status(), 422);
        assert_eq!(world.questions(&letter).await.on_form().count(), 30);

        // everybody can answer all of it, at the longest
        let mut sam = world.visitor();
        sam.goes("/en/p/free-records").await;
        sam.fills_in("Sam Rivers", "sam@example.org");
        let long = "字".repeat(2_000);
        for n in 1..=5 {
            sam.types(&format!("q-{n}"), &long);
        }
        for n in 6..=29 {
            for option in 1..=3 {
                sam.types(&format!("q-{n}-{option}"), "1");
            }
        }
        sam.types("q-30", "1").presses("Sign the petition").await;
        sam.opens_mail().await.presses("Confirm my signature").await;
        sam.follows("See or change everything we keep about you")
            .await;
        let own = sam.answer().page();
        assert_eq!(own.find("#q-5"), Some(long), "nothing is cut");
        assert_eq!(
            own.attributes("input[type=checkbox][checked]", "name")
                .len(),
            24 * 3 + 1
        );

        // what is gone leaves its place, and comes back only where there is one
        acts(&mut owner, &letter, "remove-30").await;
        writes(&mut owner, &letter, "tick", "In its place?", &[]).await;
        acts(&mut owner, &letter, "back-30").await;
        assert_eq!(owner.status(), 422);
        owner.sees("There can be 30 questions at most");
        let gone = (32..=100).map(|n| {
            let mut gone = question(n, QuestionKind::Tick, "Gone?");
            gone.removed_at = Some(world.now());
            gone
        });
        world.asks(&letter, gone.collect()).await;
        acts(&mut owner, &letter, "remove-31").await;
        writes(&mut owner, &letter, "tick", "The last straw?", &[]).await;
        owner.sees("This petition has had 100 questions");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn other_words_mend_an_answer_or_make_another() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Petition).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        world
            .asks(&letter, vec![question(1, QuestionKind::One, "Which?")])
            .await;
        let mut sam = world.visitor();
        sam.goes("/en/p/free-records").await;
        sam.fills_in("Sam Rivers", "sam@example.org").chooses("red");
        sam.presses("Sign the petition").await;
        sam.opens_mail().await.presses("Confirm my signature").await;
        sam.follows("See or change everything we keep about you")
            .await;
        let own = sam.path().to_owned();

        // whoever renames says which
        owner.goes(&urls::question(letter.id, 1)).await;
        owner.types("option-1", "Red").presses("Save").await;
        assert_eq!(owner.status(), 422);
        owner
            .sees("Say below whether this is the same answer")
            .sees("Some may have chosen “red”");
        assert_eq!(
            owner
                .answer()
                .page()
                .attribute("#option-1", "value")
                .as_deref(),
            Some("Red")
        );
        owner.chooses("The same, said better: they keep their answer, in the new words");
        owner.presses("Save").await.sees("Saved.");
        sam.goes(&own).await;
        assert_eq!(
            sam.answer()
                .page()
                .attribute("#q-1[checked]", "value")
                .as_deref(),
            Some("1")
        );
        sam.sees("Red");

        owner.types("option-1", "Blue").types("means-1", "other");
        owner.presses("Save").await.sees("Saved.");
        // Sam has not come to say Blue, and may go on having said Red
        sam.goes(&own).await;
        let page = sam.answer().page();
        assert_eq!(
            page.attribute("[name=q-1][checked]", "value").as_deref(),
            Some("1")
        );
        sam.sees("Red");
        sam.presses("Save changes").await.sees("Saved.");
        let page = sam.answer().page();
        assert_eq!(
            page.attribute("[name=q-1][checked]", "value").as_deref(),
            Some("1")
        );
        let form = world.visitor().gets("/en/p/free-records").await.page();
        let offered = form.attributes("form.sign [name=q-1]", "value");
        assert_eq!(offered, ["4", "2", "3", ""], "the new one in its place");
        // nobody else can say Red any more
        let mut lee = world.visitor();
        lee.goes("/en/p/free-records").await;
        lee.fills_in("Lee", "lee@example.org").types("q-1", "1");
        lee.presses("Sign the petition").await;
        assert_eq!(lee.status(), 422);
        lee.sees("Which? – Choose again: one of the answers is not offered any more");
        // in a draft nobody has answered, and nobody is asked
        let draft = world
            .petition_with(Kind::Letter, |plan| {
                plan.state = PetitionState::Draft;
            })
            .await;
        let mut other = world.organizer(&draft, Role::Editor).await;
        world
            .asks(&draft, vec![question(1, QuestionKind::One, "Which?")])
            .await;
        other.goes(&urls::question(draft.id, 1)).await;
        other.types("option-1", "Blue").types("drop-2", "1");
        other.presses("Save").await.sees("Saved.");
        let options = world.questions(&draft).await.find(1).unwrap().options.len();
        assert_eq!(options, 2, "what nobody chose goes for good");
        // the order is pressed too
        other.presses("Save, and move this down").await;
        let first = world.questions(&draft).await.find(1).unwrap().options[0].number;
        assert_eq!(first, 3);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_two_who_write_at_once_one_hears_of_it() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Petition).await;
        let mut ana = world.organizer(&letter, Role::Owner).await;
        let mut bo = world.organizer(&letter, Role::Editor).await;
        let path = format!("{}?kind=tick", urls::new_question(letter.id));
        ana.goes(&path).await;
        bo.goes(&path).await;
        ana.types("label", "Ana's?")
            .types("purpose", "Hers.")
            .presses("Save")
            .await;
        ana.sees("Saved.");
        bo.types("label", "Bo's?")
            .types("purpose", "His.")
            .presses("Save")
            .await;
        assert_eq!(bo.status(), 409);
        bo.sees("Somebody else saved while you were writing");
        assert_eq!(
            bo.answer().page().attribute("#label", "value").as_deref(),
            Some("Bo's?")
        );
        bo.presses("Save").await.sees("Saved.");
        let all = world.questions(&letter).await;
        let labels: Vec<_> = all
            .all()
            .iter()
            .map(|one| one.label((Lang::EN, Lang::EN)).words)
            .collect();
        assert_eq!(labels, ["Ana's?", "Bo's?"], "both, with a number each");
        // at the very same moment one of two presses finds the other's revision
        ana.goes(&urls::question(letter.id, 1)).await;
        let sending = ana.would_send("Save");
        let bodies = ["Once?", "Twice?"].map(|label| sending.clone().with("label", label).body());
        let [one, other] = bodies;
        let (one, other) = tokio::join!(
            ana.posts(&sending.action, one),
            ana.posts(&sending.action, other)
        );
        let mut statuses = [one.status, other.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 409]);
        // a list that is older than the questions moves nothing
        bo.goes(&urls::questions(letter.id)).await;
        acts(&mut ana, &letter, "up-2").await;
        let stale = bo.would_send("Remove");
        bo.sends(stale).await;
        assert_eq!(bo.status(), 409);
        bo.sees("Nothing was done");
        assert_eq!(world.questions(&letter).await.on_form().count(), 2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_signing_is_a_danger_nobody_is_asked_for_words() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Petition).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let all = vec![
            question(1, QuestionKind::Short, "Where do you work?"),
            question(2, QuestionKind::One, "Which?"),
        ];
        world.asks(&letter, all).await;
        assert_eq!(asked(&world, "/en/p/free-records").await, ["q-1", "q-2"]);
        crate::signing::high_risk_routes::turns_dangerous(&world, &letter).await;
        world.looks().await;
        assert_eq!(asked(&world, "/en/p/free-records").await, ["q-2"]);
        owner.goes(&urls::questions(letter.id)).await;
        owner
            .sees("Not asked: signing this may put people in danger")
            .sees("1 question.");
        let kinds = owner.answer().page().attributes("#kind option", "value");
        assert_eq!(kinds, ["one", "several", "number", "date", "tick"]);
        let path = format!("{}?kind=long", urls::new_question(letter.id));
        owner.goes(&path).await;
        owner
            .types("label", "Tell us more?")
            .types("purpose", "Why")
            .presses("Save")
            .await;
        assert_eq!(owner.status(), 422);
        owner.sees("people write there who they are and where they work");
        // an answer that is sent all the same is not kept
        let mut sam = world.visitor();
        sam.goes("/en/p/free-records").await;
        sam.fills_in("Sam Rivers", "sam@example.org");
        sam.types("q-1", "At the clinic").chooses("green");
        sam.presses("Sign the petition").await;
        assert!(!world.dump().await.contains("at the clinic"));
        let _ = sam.reads_mail().await;
        // what another organization asks is not theirs to see
        let other = world.petition(Kind::Letter).await;
        let stranger = world.organizer(&other, Role::Editor).await;
        for path in [urls::questions(letter.id), urls::question(letter.id, 1)] {
            assert_eq!(stranger.gets(&path).await.status, 404, "{path}");
        }
    })
    .await;
}
