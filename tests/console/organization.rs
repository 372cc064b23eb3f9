//! Story: where signers may write to is what organizers give for it, and never the address one of them signs in with.

use crate::support::organizer::email;
use crate::support::world::on_both;
use undersigned::account::joining::add_organizer;
use undersigned::account::joining::found::OrganizationName;
use undersigned::account::model::Role;
use undersigned::account::store::organization;
use undersigned::base::PersonName;
use undersigned::petition::Kind;
use undersigned::web::urls;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn left_empty_it_is_nobodys() {
    on_both(|world| async move {
        let path = urls::setup(&world.starts().await.unwrap());
        let ana = world.browser();
        let typed = [
            ("name", "Ana López"),
            ("email", "ana@example.org"),
            ("password", "heron waits at noon"),
            ("again", "heron waits at noon"),
        ];
        let step = urls::first_organization();
        let done = ana.posts(&path, &typed).await;
        assert_eq!(done.location.as_deref(), Some(&*step), "{}", done.body);
        let page = ana.gets(&step).await;
        assert!(page.body.contains("It is public: it appears on every page"));
        let typed = [
            ("name", "Docket Coalition"),
            ("contact", ""),
            ("lang-en", "1"),
        ];
        let done = ana.presses(&page, &step, &typed).await;
        assert_eq!(done.location, Some(urls::first_mail()), "{}", done.body);
        let name = OrganizationName::parse("Second Coalition").unwrap();
        let (secrets, now) = (world.app().site.secrets.clone(), world.now());
        let added = name.clone();
        world
            .app()
            .db
            .write(move |tx| {
                let kim = PersonName::parse("Kim").unwrap();
                add_organizer::add(
                    tx,
                    &secrets,
                    &email("kim@example.org"),
                    &kim,
                    (&added, false),
                    now,
                )
            })
            .await
            .unwrap();
        for named in ["Docket Coalition", name.as_str()] {
            let named = named.to_owned();
            let found = world
                .app()
                .db
                .read(move |conn| organization::named(conn, &named))
                .await
                .unwrap()
                .unwrap();
            assert_eq!(found.contact_email, "", "{}", found.name);
        }
        // nothing of it on any page, and the list says what is missing
        world.open_letter(&ana).await;
        for path in [
            "",
            "/privacy",
            "/accessibility",
            "/signers",
            "/my-signature",
        ] {
            let page = world
                .browser()
                .gets(&format!("/p/open-the-records{path}"))
                .await;
            assert_eq!(page.status, 200, "{path}");
            for address in ["ana@example.org", "mailto:"] {
                assert!(!page.body.contains(address), "{address} on {path}");
            }
        }
        let list = ana.gets("/organize").await;
        assert!(
            list.body.contains("Signers have no address to write to"),
            "{}",
            list.body
        );
        world.leaves_unread(1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_can_be_changed_and_every_page_has_it_at_once() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let second = world.another_instance().await;
        let path = urls::edit_organization(letter.organization);
        let editor = world.organizer(&letter, Role::Editor).await;
        assert_eq!(editor.gets(&path).await.status, 403);
        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner
            .goes("/organize")
            .await
            .sees("hello@opendocket.example.org");
        owner.follows("Change").await;
        owner
            .types("contact", "nobody at all")
            .presses("Save")
            .await;
        assert_eq!(owner.status(), 422);
        owner
            .types("contact", "desk@opendocket.example.org")
            .presses("Save")
            .await;
        owner.sees("Saved.");
        owner.goes("/organize").await;
        owner.sees("Signers can write to desk@opendocket.example.org");
        let page = world.visitor().gets("/p/open-letter").await;
        assert!(page.body.contains("mailto:desk@opendocket.example.org"));
        world
            .until("the other instance has it", async || {
                let other = world.visitor().through(second);
                let page = other.gets("/p/open-letter/privacy").await;
                page.body.contains("desk@opendocket.example.org")
            })
            .await;
        owner.goes(&path).await;
        owner.types("contact", "").presses("Save").await;
        let page = world.visitor().gets("/p/open-letter/privacy").await;
        assert!(
            !page.body.contains("opendocket.example.org"),
            "{}",
            page.body
        );
        // either instance may write the letter
        world
            .until("the other instance names none", async || {
                let other = world.visitor().through(second);
                let page = other.gets("/p/open-letter/privacy").await;
                !page.body.contains("opendocket.example.org")
            })
            .await;
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam", "sam@example.org").await;
        let mail = sam.reads_mail().await;
        assert!(
            !mail.text().contains("opendocket.example.org"),
            "{}",
            mail.text()
        );
    })
    .await;
}
