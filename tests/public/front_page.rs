//! Stories of the front page and of an organization's page: what is open, what is over and how it ended.

use crate::support::world::on_both;
use undersigned::account::model::Role;
use undersigned::base::time::days;
use undersigned::petition::{Kind, PetitionState};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_over_says_how_it_ended() {
    on_both(|world| async move {
        let letter = world
            .petition_with(Kind::Letter, |plan| plan.closes_in = Some(days(3)))
            .await;
        let page = world.visitor().gets("/en").await.page();
        assert_eq!(page.all(".deck h3").len(), 1);
        assert!(page.find(".deck .ends").unwrap().contains("in 3 days"));
        assert_eq!(page.find(".over"), None);
        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner
            .goes(&format!("/organize/petitions/{}/close", letter.id))
            .await
            .types(
                "outcome-en",
                "The council **voted** for it.\n\nMore will follow.",
            )
            .presses("Close it")
            .await;
        let page = world.visitor().gets("/en").await.page();
        assert_eq!(page.all(".deck h3").len(), 0);
        let over = page.find(".over").unwrap();
        assert!(over.contains("The council voted for it."), "{over}");
        assert!(!over.contains("More will follow"), "{over}");
        assert!(over.contains("0 people signed. It closed on"), "{over}");
        let page = world.visitor().gets("/es").await.page();
        assert!(page.find("h1").unwrap().contains("Firme lo que defiende"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_organization_has_a_page_that_its_petitions_lead_to() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let other = world
            .petition_with(Kind::Pledge, |plan| {
                plan.slug = "other".to_owned();
                plan.organization = "Someone Else".to_owned();
            })
            .await;
        let mut reader = world.visitor();
        reader.goes("/en/p/open-letter").await;
        let page = reader.answer().page();
        let its_page = page.attribute(".who b a", "href").expect("a way to it");
        reader.goes(&its_page).await;
        assert_eq!(reader.path(), "/en/organizations/open-letter-desk");
        reader
            .sees("Lawyers and librarians for open courts.")
            .sees("Write to hello@opendocket.example.org");
        let page = reader.answer().page();
        assert_eq!(page.all(".deck h3").len(), 1, "its own petition alone");
        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner
            .goes(&format!("/organize/organizations/{}", letter.organization))
            .await
            .types(
                "about-es",
                "Juristas y bibliotecarias por tribunales abiertos.",
            )
            .presses("Save")
            .await;
        reader.goes("/es/organizations/open-letter-desk").await;
        reader.sees("Juristas y bibliotecarias por tribunales abiertos.");
        let long = "x".repeat(301);
        owner
            .goes(&format!("/organize/organizations/{}", letter.organization))
            .await
            .types("about-es", &long)
            .presses("Save")
            .await;
        assert_eq!(owner.status(), 422);
        assert!(owner.answer().body.contains(&long));
        assert_eq!(
            world.visitor().gets("/organizations/nobody").await.status,
            404
        );
        let editor = world.organizer(&other, Role::Editor).await;
        let path = format!("/organize/organizations/{}", other.organization);
        assert_eq!(editor.gets(&path).await.status, 403);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_has_nothing_to_show_has_no_page() {
    on_both(|world| async move {
        world
            .petition_with(Kind::Letter, |plan| plan.settings.high_risk = true)
            .await;
        world
            .petition_with(Kind::Letter, |plan| {
                plan.slug = "gone".to_owned();
                plan.state = PetitionState::Removed;
            })
            .await;
        let page = world.visitor().gets("/p/open-letter").await.page();
        assert_eq!(
            page.find(".who b a"),
            None,
            "no way to a page that is not there"
        );
        for slug in ["open-letter-desk", "gone-desk"] {
            let path = format!("/en/organizations/{slug}");
            assert_eq!(world.visitor().gets(&path).await.status, 404, "{path}");
        }
        let front = world.visitor().gets("/en").await;
        assert!(!front.body.contains("/p/open-letter") && !front.body.contains("/p/gone"));
    })
    .await;
}
