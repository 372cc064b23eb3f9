//! Story: organizers ask in words of their own, in each language, in their order; what they take off stays with who has answered it.

use crate::support::page::Sending;
use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use undersigned::account::model::Role;
use undersigned::base::Lang;
use undersigned::petition::{Kind, Petition};
use undersigned::web::urls;

/// Writes a question of this kind, with these options, and stands on its page then.
pub async fn writes(
    owner: &mut Visitor,
    letter: &Petition,
    kind: &str,
    label: &str,
    options: &[&str],
) {
    owner.goes(&urls::questions(letter.id)).await;
    owner
        .types("kind", kind)
        .presses("Write the question")
        .await;
    owner
        .types("label", label)
        .types("purpose", "To plan rooms.");
    for (n, words) in options.iter().enumerate() {
        owner.types(&format!("new-{n}"), words);
    }
    owner.presses("Save").await;
}

/// What pressing a button of this name and value would do.
pub async fn acts(owner: &mut Visitor, letter: &Petition, act: &str) {
    owner.goes(&urls::questions(letter.id)).await;
    let page = owner.answer().page();
    let guard = page.attribute("form[method=post] input[name=guard]", "value");
    let revision = page.attribute("input[name=revision]", "value");
    let fields = [
        ("guard", guard.expect("a guard")),
        ("revision", revision.expect("a revision")),
        ("act", act.to_owned()),
    ];
    let sending = Sending {
        method: "post".to_owned(),
        action: urls::questions(letter.id),
        fields: fields
            .map(|(name, value)| (name.to_owned(), value))
            .to_vec(),
    };
    owner.sends(sending).await;
}

/// The questions of a form, in order.
pub async fn asked(world: &World, path: &str) -> Vec<String> {
    let page = world.visitor().gets(path).await.page();
    let names = page.attributes("form.sign [id]", "id");
    names
        .into_iter()
        .filter(|id| id.starts_with("q-") && !id.contains("hint"))
        .collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_question_is_written_translated_and_put_in_order() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Petition).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner.goes(&urls::overview(letter.id)).await;
        owner.follows("Questions").await;
        owner
            .sees("You ask nothing of your own")
            .sees("No questions beside name and email");

        writes(
            &mut owner,
            &letter,
            "one",
            "Do you teach with it?",
            &["Yes", "", "I used to"],
        )
        .await;
        assert!(
            owner.path().ends_with("?lang=en&saved=true"),
            "{}",
            owner.text()
        );
        owner
            .types("hint", "Any course counts")
            .types("required", "1");
        owner.presses("Save").await;
        writes(&mut owner, &letter, "short", "Which department?", &[]).await;
        owner.follows("Back to the questions").await;
        owner.sees("2 questions. They cost some signatures. One of them has to be answered.");
        writes(&mut owner, &letter, "date", "Since when?", &[]).await;
        owner.follows("Back to the questions").await;
        owner.sees("3 questions. Expect fewer signatures.");

        let page = world.visitor().gets("/en/p/free-records").await.page();
        let form = page.find("form.sign").expect("a form");
        for told in [
            "Do you teach with it?",
            "Any course counts",
            "Why we ask: To plan rooms.",
            "I used to",
            "Which department? (optional)",
        ] {
            assert!(form.contains(told), "{told}: {form}");
        }
        assert!(!form.contains("with it? (optional)"), "{form}");
        assert_eq!(
            asked(&world, "/en/p/free-records").await,
            ["q-1", "q-2", "q-3"]
        );

        // in Spanish it stands as it was written until somebody translates it, and English stays as it is
        let spanish = world.visitor().gets("/es/p/free-records").await.page();
        assert_eq!(
            spanish.find("legend [lang=en]").as_deref(),
            Some("Do you teach with it?")
        );
        let languages = owner.gets(&urls::question(letter.id, 1)).await.page();
        let languages = languages.all("nav .chips a");
        assert!(languages[1].ends_with("not yet"), "{languages:?}");
        owner.goes(&urls::question_in(letter.id, 1, Lang::ES)).await;
        owner.sees("In its own language this question is: Do you teach with it?");
        assert!(
            owner.answer().page().find("[name=required]").is_none(),
            "shared"
        );
        assert!(
            owner.answer().page().find("[name=drop-1]").is_none(),
            "shared"
        );
        owner
            .types("label", "¿Da clases con esto?")
            .types("option-1", "Sí");
        owner.types("required", "").types("drop-2", "1");
        owner.presses("Save").await.sees("Saved.");
        let all = world.questions(&letter).await;
        let first = all.find(1).unwrap();
        assert!(
            first.is_required && first.offered().count() == 2,
            "{first:?}"
        );
        assert_eq!(
            first.in_lang(Lang::EN).unwrap().label,
            "Do you teach with it?"
        );
        let spanish = world.visitor().gets("/es/p/free-records").await.page();
        let form = spanish.find("form.sign").expect("a form");
        for told in [
            "¿Da clases con esto?",
            "Sí",
            "I used to",
            "Para qué: To plan rooms.",
        ] {
            assert!(form.contains(told), "{told}: {form}");
        }
        owner.goes(&urls::question_in(letter.id, 1, Lang::EN)).await;
        let english = owner.answer().page().attribute("#label", "value");
        assert_eq!(english.as_deref(), Some("Do you teach with it?"));

        // the order is pressed
        acts(&mut owner, &letter, "up-3").await;
        acts(&mut owner, &letter, "down-1").await;
        assert_eq!(
            asked(&world, "/en/p/free-records").await,
            ["q-3", "q-1", "q-2"]
        );
        let mut owner_log = owner.on_another_device();
        owner_log.goes("/en/p/free-records/privacy").await;
        owner_log
            .sees("The organizers ask this too")
            .sees("Since when? Why we ask: To plan rooms.");
        owner.goes(&urls::activity(letter.organization)).await;
        owner.sees("Changed the questions on the form");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_may_not_be_asked_is_refused_and_nothing_typed_is_lost() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Petition).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner.goes(&urls::questions(letter.id)).await;
        let kinds = owner.answer().page().attributes("#kind option", "value");
        assert_eq!(
            kinds,
            ["one", "several", "short", "long", "number", "date", "tick"]
        );
        writes(&mut owner, &letter, "short", "Your mobile phone", &[]).await;
        assert_eq!(owner.status(), 422);
        owner.sees("We do not ask for telephone numbers");
        let page = owner.answer().page();
        assert_eq!(
            page.attribute("#label", "value").as_deref(),
            Some("Your mobile phone")
        );
        assert_eq!(
            page.attribute("#purpose", "value").as_deref(),
            Some("To plan rooms.")
        );
        owner
            .types("label", "Fecha de nacimiento")
            .presses("Save")
            .await;
        owner.sees("We do not ask for dates of birth");
        // nor in the hint, nor in a translation
        owner
            .types("label", "Which of these?")
            .types("hint", "As in your passport");
        owner
            .presses("Save")
            .await
            .sees("numbers of identity cards");
        owner
            .types("hint", "")
            .types("purpose", " ")
            .presses("Save")
            .await;
        assert_eq!(owner.answer().page().errors()[0].0, "purpose");
        owner
            .types("purpose", "To plan.")
            .presses("Save")
            .await
            .sees("Saved.");
        owner.goes(&urls::question_in(letter.id, 1, Lang::ES)).await;
        owner
            .types("label", "Su situación migratoria")
            .presses("Save")
            .await;
        assert_eq!(owner.status(), 422);
        owner.sees("whether somebody may be in the country");

        // fewer than two answers are no choice
        writes(&mut owner, &letter, "several", "Which?", &["One"]).await;
        owner.sees("Give at least two answers");
        owner
            .types("new-1", "One")
            .presses("Save")
            .await
            .sees("Two answers say the same");
        owner
            .types("new-1", "Two")
            .presses("Save")
            .await
            .sees("Saved.");
        for path in [
            urls::question(letter.id, 99),
            format!("{}/0", urls::questions(letter.id)),
            format!("{}/x", urls::questions(letter.id)),
            format!("{}?kind=phone", urls::new_question(letter.id)),
        ] {
            assert_eq!(owner.gets(&path).await.status, 404, "{path}");
        }
    })
    .await;
}
