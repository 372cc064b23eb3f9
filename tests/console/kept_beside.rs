//! Rule: how a petition ended, and a question, are kept while they are typed, and what they held can be taken up again. Keeping closes
//! nothing and asks nobody anything.

use super::beside_pages::copies;
use super::editor::keeps_on;
use crate::support::questions::question;
use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use undersigned::account::model::Role;
use undersigned::base::Lang;
use undersigned::petition::rules::question::QuestionKind;
use undersigned::petition::store::petitions;
use undersigned::petition::{Kind, Petition, PetitionState};
use undersigned::web::urls;

async fn state(world: &World, petition: &Petition) -> PetitionState {
    let id = petition.id;
    let found = world.read(move |conn| petitions::find(conn, id)).await;
    found.expect("a petition").state
}

/// What the page says how it ended, in English and Spanish.
async fn outcomes(world: &World, petition: &Petition) -> Vec<Option<String>> {
    let id = petition.id;
    let texts = world.read(move |conn| petitions::texts(conn, id)).await;
    texts.into_iter().map(|text| text.outcome).collect()
}

/// The label of a question, in English and Spanish, and what can be answered.
async fn says(world: &World, petition: &Petition, number: i16) -> (Vec<String>, Vec<String>) {
    let questions = world.questions(petition).await;
    let question = questions.find(number).expect("a question");
    let label = |lang| question.in_lang(lang).map_or("", |texts| &texts.label);
    let labels = [Lang::EN, Lang::ES].map(|lang| label(lang).to_owned());
    let options = question.offered().map(|one| one.in_lang(Lang::EN));
    (labels.to_vec(), options.map(str::to_owned).collect())
}

fn stands(who: &Visitor, field: &str) -> Option<String> {
    who.answer().page().attribute(&format!("#{field}"), "value")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_typed_of_the_end_is_kept_and_closes_nothing() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut ana = world.organizer(&letter, Role::Owner).await;
        let mut ben = world.organizer(&letter, Role::Admin).await;
        let here = urls::close_petition(letter.id);
        ana.goes(&here).await;
        ana.types("outcome-en", "They said yes.")
            .types("outcome-es", "Dijeron que sí.");
        assert_eq!(keeps_on(&ana).await, 204);
        assert_eq!(state(&world, &letter).await, PetitionState::Open);
        ana.presses("Keep for later").await;
        assert!(ana.path().starts_with(&here), "{}", ana.path());
        ana.sees("It is not saved yet");
        assert_eq!(state(&world, &letter).await, PetitionState::Open);
        assert_eq!(outcomes(&world, &letter).await, [None, None]);

        ben.goes(&here).await.sees("The Owner typed something here");
        ben.follows("Show it").await;
        ben.sees("They said yes.").sees("Dijeron que sí.");
        world.later(undersigned::base::time::minutes(5)).await;
        ana.presses("Close it").await;
        assert_eq!(state(&world, &letter).await, PetitionState::Closed);
        assert_eq!(copies(&world, &letter).await, 0, "it is saved");
        let yes = ["They said yes.", "Dijeron que sí."].map(|text| Some(text.to_owned()));
        assert_eq!(outcomes(&world, &letter).await, yes);

        // later too, and each time can be taken up again
        ben.goes(&here).await;
        ben.types("outcome-en", "They said maybe.");
        ben.presses("Save").await;
        ben.goes(&here).await;
        ben.types("outcome-es", "").presses("Save").await;
        ben.goes(&here).await;
        ben.follows("Earlier versions (3)").await;
        ben.sees("How it ended (es)").sees("Dijeron que sí.");
        ben.sees_no("How it ended (en)");
        ben.follows("Version 1").await;
        ben.follows("Take up this version again").await;
        ben.sees("It is not saved yet");
        ben.presses("Save").await;
        assert_eq!(outcomes(&world, &letter).await, yes);

        // who may not close it reads and throws away none of it
        let eva = world.organizer(&letter, Role::Moderator).await;
        for path in [
            here.clone(),
            format!("{}/edit/outcome/versions", urls::overview(letter.id)),
            format!("{}/edit/outcome", urls::overview(letter.id)),
        ] {
            assert_eq!(eva.gets(&path).await.status, 403, "{path}");
        }
        // an address of the editor leads to the page
        let address = format!("{}/edit/outcome", urls::overview(letter.id));
        ben.goes(&address).await;
        assert_eq!(ben.path(), here);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_draft_has_no_end_to_be_kept() {
    on_both(|world| async move {
        let draft = world
            .petition_with(Kind::Letter, |plan| plan.state = PetitionState::Draft)
            .await;
        let owner = world.organizer(&draft, Role::Owner).await;
        for path in ["/close", "/edit/outcome", "/edit/outcome/versions"] {
            let path = format!("{}{path}", urls::overview(draft.id));
            assert_eq!(owner.gets(&path).await.status, 409, "{path}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_question_is_kept_before_it_is_one() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Petition).await;
        let mut ana = world.organizer(&letter, Role::Owner).await;
        let mut ben = world.organizer(&letter, Role::Editor).await;
        let here = urls::new_question(letter.id);
        ana.goes(&format!("{here}?kind=several")).await;
        // an empty form is nothing to be offered
        assert_eq!(keeps_on(&ana).await, 204);
        ben.goes(&here).await.sees_no("typed something here");
        ana.types("label", "Where do you read?")
            .types("new-0", "At home")
            .types("required", "1");
        assert_eq!(keeps_on(&ana).await, 204);
        assert_eq!(world.questions(&letter).await.all().len(), 0);

        // it comes back as what it is, whatever is asked for
        ben.goes(&format!("{here}?kind=tick")).await;
        ben.sees("The Owner typed something here");
        ben.follows("Show it").await.sees("It is not saved yet");
        ben.sees("Several choices");
        assert_eq!(stands(&ben, "label").as_deref(), Some("Where do you read?"));
        assert_eq!(stands(&ben, "new-0").as_deref(), Some("At home"));
        let required = ben.answer().page();
        let required = required.attribute("[name=required][checked]", "value");
        assert_eq!(required.as_deref(), Some("1"));

        // what a colleague writes elsewhere meanwhile is no reason to be asked
        let mut eva = world.organizer(&letter, Role::Admin).await;
        eva.goes(&urls::share_texts(letter.id)).await;
        eva.types("email-en", "Read it.").presses("Save").await;
        ana.types("new-1", "At work").types("purpose", "To come.");
        ana.presses("Save").await.sees("Saved.");
        assert_eq!(copies(&world, &letter).await, 0, "it is saved");
        assert_eq!(
            says(&world, &letter, 1).await.1,
            ["At home", "At work"],
            "{}",
            ana.text()
        );
        // and a page from before it asks, so that two presses make no second one
        eva.goes(&here).await;
        assert_eq!(eva.status(), 200);
        ben.types("new-1", "At work").types("purpose", "To come.");
        ben.presses("Save").await;
        assert_eq!(ben.status(), 409, "{}", ben.text());
        assert_eq!(world.questions(&letter).await.all().len(), 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_question_said_is_taken_up_again_language_by_language() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Petition).await;
        world
            .asks(&letter, vec![question(1, QuestionKind::One, "Which?")])
            .await;
        let mut ana = world.organizer(&letter, Role::Owner).await;
        let mut ben = world.organizer(&letter, Role::Editor).await;
        let (english, spanish) = (
            urls::question_in(letter.id, 1, Lang::EN),
            urls::question_in(letter.id, 1, Lang::ES),
        );
        ana.goes(&spanish).await.types("label", "¿Cuál?");
        assert_eq!(keeps_on(&ana).await, 204);
        // the other language is another page
        ben.goes(&english).await.sees_no("typed something here");
        ben.types("label", "Which one?").types("drop-2", "1");
        ben.presses("Save").await.sees("Saved.");
        // so that it was saved is no reason to ask whoever translates
        ana.presses("Save").await.sees("Saved.");
        let (labels, options) = says(&world, &letter, 1).await;
        assert_eq!(labels, ["Which one?", "¿Cuál?"]);
        assert_eq!(options, ["red", "grey"]);

        // what stood there before comes back, an answer that is not offered any more as a new one
        ben.follows("Earlier versions (2)").await;
        ben.sees("Which one? (English)")
            .sees("Answer 2")
            .sees("green");
        ben.follows("Version 1").await;
        ben.follows("Take up this version again").await;
        ben.sees("It is not saved yet");
        assert_eq!(stands(&ben, "label").as_deref(), Some("Which?"));
        assert_eq!(stands(&ben, "new-0").as_deref(), Some("green"));
        ben.presses("Save").await.sees("Saved.");
        let (labels, options) = says(&world, &letter, 1).await;
        assert_eq!(labels, ["Which?", "¿Cuál?"]);
        assert_eq!(options, ["red", "grey", "green"]);
        let numbers = world.questions(&letter).await;
        let numbers = numbers.find(1).unwrap().offered().map(|one| one.number);
        assert_eq!(
            numbers.collect::<Vec<_>>(),
            [1, 3, 4],
            "never the same again"
        );

        // of two in one page the second is asked
        ana.goes(&spanish).await;
        ben.goes(&spanish).await;
        ana.types("label", "¿Cuál quieres?").presses("Save").await;
        ben.types("label", "¿Cuál prefieres?").presses("Save").await;
        assert_eq!(ben.status(), 409, "{}", ben.text());
        assert_eq!(stands(&ben, "label").as_deref(), Some("¿Cuál prefieres?"));
        ben.presses("Save").await.sees("Saved.");
        assert_eq!(says(&world, &letter, 1).await.0[1], "¿Cuál prefieres?");

        // no page of a question that there is not, in no language that there is not
        for path in [
            "question-9-en",
            "question-1-de",
            "question-01-en",
            "question-1",
        ] {
            let path = format!("{}/edit/{path}/versions", urls::overview(letter.id));
            assert_eq!(ben.gets(&path).await.status, 404, "{path}");
        }
    })
    .await;
}
