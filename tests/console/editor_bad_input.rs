//! Rule: what the editor is given by other alphabets and at bad moments is taken as it is meant.

use crate::support::world::on_both;
use undersigned::account::model::Role;
use undersigned::base::Lang;
use undersigned::petition::Kind;
use undersigned::petition::edit::part::EditPart;
use undersigned::petition::store::petitions;
use undersigned::web::urls;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_title_is_as_long_as_a_reader_counts_it() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let edit = urls::edit_petition(letter.id);
        // a letter with a mark over it is one character to whoever reads it
        for (many, status) in [(80, 200), (150, 200), (151, 422)] {
            owner.goes(&edit).await;
            owner.types("title-en", &"بَ".repeat(many));
            owner.presses("Update the page").await;
            assert_eq!(owner.status(), status, "{many}: {}", owner.text());
        }
        // nor is one character a wall of marks
        owner.goes(&edit).await;
        owner.types("title-en", &format!("ب{}", "َ".repeat(400)));
        owner.presses("Update the page").await;
        assert_eq!(owner.status(), 422);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_language_is_taken_out_while_somebody_signs_in_it() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut sam = world.visitor();
        sam.goes("/es/p/open-letter").await;
        sam.fills_in("Sam", "sam@example.org");
        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner
            .goes(&urls::edit_part(letter.id, &EditPart::Text(Lang::ES)))
            .await;
        for field in ["title-es", "target-es", "ask-es", "body-es"] {
            owner.types(field, "");
        }
        owner
            .types("published-es", "")
            .presses("Update the page")
            .await;
        assert!(owner.path().ends_with("saved=true"), "{}", owner.text());
        let button = sam.sign_button();
        sam.presses(&button).await;
        assert!(sam.path().ends_with("/check"), "{}", sam.text());
        sam.opens_mail().await;
        sam.presses("Confirmar mi firma").await;
        assert_eq!(world.counted(&letter).await, 1);
        // what was taken out can be taken up again
        let id = letter.id;
        let texts = world.read(move |conn| petitions::texts(conn, id)).await;
        assert_eq!(texts.len(), 1);
        let versions = urls::edit_part(letter.id, &EditPart::Text(Lang::ES));
        owner.goes(&format!("{versions}/versions")).await;
        owner.follows("Version 1").await;
        owner.follows("Take up this version again").await;
        let page = owner.answer().page();
        assert!(
            page.attribute("#title-es", "value")
                .is_some_and(|title| !title.is_empty())
        );
    })
    .await;
}
