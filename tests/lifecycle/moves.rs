//! Story: a published petition gets another address, and everything that leads to the old one still arrives.

use crate::support::visitor::Visitor;
use crate::support::world::on_both;
use undersigned::account::model::Role;
use undersigned::petition::edit::part::EditPart;
use undersigned::petition::{Kind, Petition};
use undersigned::web::urls;

async fn moves(owner: &mut Visitor, petition: &Petition, slug: &str) {
    owner
        .goes(&urls::edit_part(petition.id, &EditPart::Dates))
        .await;
    owner.types("slug", slug).presses("Update the page").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whatever_led_to_the_old_address_arrives() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let mut early = world.visitor();
        early.opens(&letter).await;
        early.fills_in("Early", "early@example.org");
        moves(&mut owner, &letter, "open-the-records").await;
        assert!(owner.path().ends_with("saved=true"), "{}", owner.text());

        // the page sends on, in the same language and with what was said
        let reader = world.visitor();
        for (from, to) in [
            ("/p/open-letter?via=table", "/p/open-the-records?via=table"),
            ("/es/p/open-letter", "/es/p/open-the-records"),
        ] {
            let sent = reader.gets(from).await;
            assert_eq!((sent.status, sent.header("location")), (302, to), "{from}");
            assert_eq!(sent.header("cache-control"), "no-cache", "it may come back");
        }
        // what other sites hold goes on as it is
        for path in [
            "/embed/open-letter?lang=es",
            "/p/open-letter/count.json",
            "/p/open-letter/count.txt",
            "/badge/open-letter.svg?lang=es",
            "/p/open-letter/feed.atom",
            "/p/open-letter.json",
            "/p/open-letter/signers",
        ] {
            assert_eq!(reader.gets(path).await.status, 200, "{path}");
        }
        let page = reader.gets("/en/p/open-the-records").await.page();
        let canonical = page.attribute("link[rel=canonical]", "href");
        assert!(canonical.is_some_and(|href| href.ends_with("/en/p/open-the-records")));
        // whoever had the form open signs
        early.presses("Sign the letter").await;
        early
            .opens_mail()
            .await
            .presses("Confirm my signature")
            .await;
        early.sees("Signature 1");
        // and another instance, which reads the database
        world.looks().await;
        assert_eq!(
            reader.gets("/p/open-letter/count.txt").await.body.trim(),
            "1"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn there_and_back_and_nobody_else_gets_the_address() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let other = world
            .petition_with(Kind::Letter, |plan| plan.slug = "of-others".to_owned())
            .await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        for slug in ["second", "third", "open-letter"] {
            moves(&mut owner, &letter, slug).await;
            assert!(owner.path().ends_with("saved=true"), "{}", owner.text());
        }
        let mut reader = world.visitor();
        for path in ["/p/second", "/p/third", "/p/open-letter"] {
            reader.goes(path).await;
            assert_eq!(
                (reader.status(), reader.path()),
                (200, "/p/open-letter"),
                "{path}"
            );
        }
        // an address leads to one petition for ever
        let mut admin = world.organizer(&other, Role::Admin).await;
        for slug in ["second", "open-letter"] {
            moves(&mut admin, &other, slug).await;
            assert_eq!(admin.status(), 422, "{slug}");
            admin.sees("Another petition has this address");
        }
        admin.goes("/organize/petitions/new").await;
        admin.types("title", "Second").types("slug", "second");
        admin.presses("Make the draft").await;
        assert_eq!(admin.status(), 422, "{}", admin.text());
        admin.types("slug", "").presses("Make the draft").await;
        assert!(admin.path().ends_with("/edit"), "{}", admin.text());
        let dates = format!("{}/dates", admin.path());
        admin.goes(&dates).await;
        let slug = admin.answer().page().attribute("#slug", "value");
        assert_eq!(
            slug.as_deref(),
            Some("second-2"),
            "the title alone takes none either"
        );
    })
    .await;
}
