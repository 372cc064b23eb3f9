//! Story: a text is changed, held against its translation, and taken up again.

use crate::support::visitor::Visitor;
use crate::support::world::on_both;
use undersigned::account::model::Role;
use undersigned::base::Lang;
use undersigned::base::time::minutes;
use undersigned::petition::edit::part::EditPart;
use undersigned::petition::store::{petition_versions, petitions};
use undersigned::petition::{Kind, Petition};
use undersigned::web::urls;

const UPDATE: &str = "Update the page";

async fn writes(who: &mut Visitor, petition: &Petition, lang: Lang, fields: &[(&str, &str)]) {
    who.goes(&urls::edit_part(petition.id, &EditPart::Text(lang)))
        .await;
    for (field, text) in fields {
        who.types(field, text);
    }
    who.presses(UPDATE).await;
    assert!(who.path().ends_with("saved=true"), "{}", who.text());
}

/// The states of English and Spanish, as the editor shows them.
async fn states(who: &mut Visitor, petition: &Petition) -> Vec<String> {
    who.goes(&urls::edit_petition(petition.id)).await;
    let mut states = who.answer().page().all("nav.by-language .tag");
    assert_eq!(states.pop().as_deref(), Some("missing"), "Portuguese");
    states
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_translation_is_to_be_checked_until_somebody_has_held_it_against_the_original() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        assert_eq!(states(&mut owner, &letter).await, ["done", "done"]);
        writes(&mut owner, &letter, Lang::ES, &[("ask-es", "Ábranlas.")]).await;
        writes(
            &mut owner,
            &letter,
            Lang::EN,
            &[("ask-en", "Open each of them.")],
        )
        .await;
        assert_eq!(states(&mut owner, &letter).await, ["done", "to be checked"]);

        // saved without a word about it, it stays so
        writes(
            &mut owner,
            &letter,
            Lang::ES,
            &[("title-es", "A los jueces")],
        )
        .await;
        assert_eq!(states(&mut owner, &letter).await, ["done", "to be checked"]);
        // what changed stands there: the words, and nothing else
        owner
            .goes(&urls::edit_part(letter.id, &EditPart::Text(Lang::ES)))
            .await
            .sees("The original says something else now");
        let page = owner.answer().page();
        assert_eq!(page.all("section.waiting dt"), ["What is asked"]);
        assert!(page.all("section.waiting ins").join(" ").contains("each"));
        // found right and saved as it is
        writes(&mut owner, &letter, Lang::ES, &[("fits", "1")]).await;
        assert_eq!(states(&mut owner, &letter).await, ["done", "done"]);

        // spelling alone marks no translation, nor does what no translation follows
        writes(
            &mut owner,
            &letter,
            Lang::EN,
            &[("ask-en", "Open each of them!"), ("mend", "1")],
        )
        .await;
        writes(&mut owner, &letter, Lang::EN, &[("reason-en", "All of us")]).await;
        assert_eq!(states(&mut owner, &letter).await, ["done", "done"]);

        // an original that changes while somebody translates is newer than what they saw
        let mut late = world.organizer(&letter, Role::Editor).await;
        late.goes(&urls::edit_part(letter.id, &EditPart::Text(Lang::ES)))
            .await;
        writes(
            &mut owner,
            &letter,
            Lang::EN,
            &[("ask-en", "Open half of them.")],
        )
        .await;
        late.types("ask-es", "Ábranlas todas.")
            .presses(UPDATE)
            .await;
        assert_eq!(states(&mut owner, &letter).await, ["done", "to be checked"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_earlier_version_is_taken_up_again_as_a_new_one() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let id = letter.id;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let part = EditPart::Text(Lang::EN);
        let versions = format!("{}/versions", urls::edit_part(id, &part));
        owner
            .goes(&versions)
            .await
            .sees("Nothing was changed here yet");
        writes(
            &mut owner,
            &letter,
            Lang::EN,
            &[("ask-en", "Open the old ones.")],
        )
        .await;
        world.later(minutes(10)).await;
        let mut ben = world.organizer(&letter, Role::Editor).await;
        writes(
            &mut ben,
            &letter,
            Lang::EN,
            &[("ask-en", "Open the new ones.")],
        )
        .await;
        ben.follows("Earlier versions (3)").await;
        ben.sees("Version 3").sees("The Editor").sees("The Owner");
        let page = ben.answer().page();
        assert_eq!(
            (page.all("del"), page.all("ins")),
            (vec!["old".to_owned()], vec!["new".to_owned()])
        );
        assert!(
            page.all("a.btn")
                .iter()
                .all(|label| label != "Take up this version again")
        );
        ben.follows("Version 2").await;
        ben.follows("Take up this version again").await;
        ben.sees("It is not saved yet");
        assert_eq!(ben.answer().page().all("#ask-en"), ["Open the old ones."]);
        let texts = world.read(move |conn| petitions::texts(conn, id)).await;
        assert!(
            texts.iter().any(|text| text.ask == "Open the new ones."),
            "looking saves nothing"
        );
        // the goal that was set meanwhile stays
        owner.goes(&urls::edit_part(id, &EditPart::Dates)).await;
        owner.types("goal", "700").presses(UPDATE).await;
        world.later(minutes(10)).await;
        ben.presses(UPDATE).await;
        assert!(ben.path().ends_with("saved=true"), "{}", ben.text());
        let all = world
            .read(move |conn| petition_versions::all(conn, id))
            .await;
        let newest = all
            .iter()
            .find(|version| version.part == "en")
            .expect("versions");
        assert_eq!(newest.created_at, world.now(), "now");
        assert!(newest.restored.is_some());
        ben.goes(&versions)
            .await
            .sees("Version 4")
            .sees("from version 2");
        let found = world.read(move |conn| petitions::find(conn, id)).await;
        assert_eq!(found.expect("it is there").goal, Some(700));
        // nobody else's, and none that there is not
        assert_eq!(ben.gets(&format!("{versions}?at=99")).await.status, 404);
        let kim = world.organizer(&letter, Role::Moderator).await;
        assert_eq!(kim.gets(&versions).await.status, 403);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hundred_versions_are_kept() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let (id, now) = (letter.id, world.now());
        let left = world
            .write(move |tx| {
                for revision in 10..130 {
                    let version = petition_versions::PetitionVersion {
                        part: "dates".to_owned(),
                        revision,
                        by: None,
                        restored: None,
                        made_from: None,
                        is_mend: false,
                        created_at: now,
                    };
                    let fields = [("goal".to_owned(), revision.to_string())];
                    petition_versions::add(tx, id, &version, &fields)?;
                }
                petition_versions::all(tx, id)
            })
            .await;
        assert_eq!(left.len(), 100);
        assert_eq!(left.iter().map(|version| version.revision).min(), Some(30));
    })
    .await;
}
