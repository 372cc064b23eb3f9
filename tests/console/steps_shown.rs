//! Story: what a step is on pages: in which language, and when there is none.

use super::steps::{saves, writes};
use crate::support::visitor::Visitor;
use crate::support::world::on_both;
use undersigned::account::model::Role;
use undersigned::base::Lang;
use undersigned::base::time::days;
use undersigned::petition::Kind;
use undersigned::petition::edit::part::EditPart;
use undersigned::web::urls;

/// Until a step is written in a language that readers get they get it in the petition's own; nobody gets it in one that is still being
/// written.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_step_is_read_in_languages_that_are_published() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let publishes = async |owner: &mut Visitor, ticked: &str| {
            owner
                .goes(&urls::edit_part(letter.id, &EditPart::Text(Lang::ES)))
                .await;
            owner
                .types("published-es", ticked)
                .presses("Update the page")
                .await;
            assert!(owner.path().ends_with("saved=true"), "{}", owner.text());
        };
        publishes(&mut owner, "0").await;
        let english = ["2027-01-14", "We hand it over.", ""];
        saves(&mut owner, &letter, &[english]).await;
        publishes(&mut owner, "1").await;
        let read = async || {
            let page = world.visitor().gets("/es/p/open-letter").await.page();
            let said = page.all("ol.steps li span").remove(0);
            (said, page.attribute("ol.steps li span", "lang"))
        };
        let own = ("We hand it over.".to_owned(), Some("en".to_owned()));
        assert_eq!(read().await, own);
        // now it is needed
        writes(&mut owner, &letter, &[english]).await;
        assert_eq!(owner.status(), 422);
        let both = ["2027-01-14", "We hand it over.", "La entregamos."];
        saves(&mut owner, &letter, &[both]).await;
        assert_eq!(read().await, ("La entregamos.".to_owned(), None));

        let mut sam = world.visitor();
        sam.signs(&letter, "Sam", "sam@example.org").await;
        sam.reads_mail().await;
        sam.goes("/es/p/open-letter/check")
            .await
            .sees("La entregamos.");
        publishes(&mut owner, "0").await;
        sam.goes("/es/p/open-letter/check").await;
        sam.sees("We hand it over.").sees_no("La entregamos.");
    })
    .await;
}

/// Closed before its first day, or published after it: no page speaks of a day on which nobody could sign.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_first_day_that_never_was_is_not_shown() {
    on_both(|world| async move {
        let letter = world
            .petition_with(Kind::Letter, |plan| plan.opens_in = Some(days(5)))
            .await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        saves(
            &mut owner,
            &letter,
            &[["2027-01-14", "We meet.", "Nos vemos."]],
        )
        .await;
        let mut reader = world.visitor();
        reader.opens(&letter).await.sees("The first day to sign");
        owner.goes(&urls::close_petition(letter.id)).await;
        owner.presses("Close it").await;
        reader.opens(&letter).await.sees("We meet.");
        reader.sees_no("The first day to sign");
    })
    .await;
}
