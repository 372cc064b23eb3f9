//! Story: whoever sets the site up stops in the middle, and leaves steps out. Nothing is lost, and what is open is told to whoever may
//! do it.

use super::first_run::{MIA, makes_an_account, names_it};
use crate::support::organizer::PHRASE;
use crate::support::page::encoded;
use crate::support::smtp::{At, Behaviour};
use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use undersigned::account::model::Role;
use undersigned::account::store::organization;
use undersigned::petition::Kind;
use undersigned::web::urls;

/// Mia at another browser, where her way leads on.
async fn signs_in(world: &World) -> Visitor {
    let mut mia = world.visitor();
    mia.goes("/organize/sign-in").await;
    mia.types("email", MIA).types("password", PHRASE);
    mia.presses("Sign in").await;
    mia
}

/// What organizations there are.
async fn organizations(world: &World) -> Vec<String> {
    let all = world.read(organization::all).await;
    all.into_iter().map(|one| one.name).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn signing_in_leads_on_where_it_was_left() {
    on_both(|world| async move {
        world.never_tried_mail().await;
        makes_an_account(&world, world.visitor(), "Make my account").await;
        let mut mia = signs_in(&world).await;
        assert_eq!(mia.path(), urls::first_organization(), "{}", mia.text());
        mia.follows("Leave this for later").await;
        mia.sees("You have no organization yet.");
        mia.follows("Name it").await;
        // no name, and no language
        mia.types("contact", "nowhere").types("lang-en", "0");
        mia.types("lang-es", "0").types("lang-pt-BR", "0");
        mia.presses("Save and go on").await;
        assert_eq!(mia.status(), 422);
        mia.sees("Three things to fix");
        mia.types("contact", "").types("name", "Harbor Readers");
        mia.types("lang-es", "1");
        let sent = mia.would_send("Save and go on");
        mia.presses("Save and go on").await;
        assert_eq!(mia.path(), urls::first_mail(), "{}", mia.text());
        // the same form from another window makes no second one
        let again = mia.posts(&sent.action, sent.body()).await;
        assert_eq!(again.header("location"), "/organize", "{}", again.body);
        assert_eq!(organizations(&world).await, ["Harbor Readers"]);

        let mut mia = signs_in(&world).await;
        assert_eq!(mia.path(), urls::first_mail(), "{}", mia.text());
        mia.presses("Skip this for now").await;
        assert_eq!(mia.path(), urls::first_petition(), "{}", mia.text());
        let mut mia = signs_in(&world).await;
        assert_eq!(mia.path(), urls::first_petition(), "{}", mia.text());
        mia.presses("Leave this for later").await;
        assert_eq!(mia.path(), "/organize", "{}", mia.text());
        for open in [
            "Still to be set up",
            "Nobody has tried whether mail goes out.",
            "Harbor Readers has no address that signers can write to.",
            "You have no petition yet.",
        ] {
            mia.sees(open);
        }
        let mia = signs_in(&world).await;
        assert_eq!(mia.path(), "/organize", "it is left: {}", mia.text());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn while_the_test_fails_it_says_what_to_mend_and_nothing_is_published() {
    on_both(|world| async move {
        world.never_tried_mail().await;
        let mia = makes_an_account(&world, world.visitor(), "Make my account").await;
        let mut mia = names_it(mia).await;
        world.smtp().switch(Behaviour::Says(
            At::Mail,
            "535 5.7.8 wrong user or password".to_owned(),
        ));
        mia.presses("Send me a test message").await;
        let tried = async |mia: &Visitor| {
            let text = mia.gets(&urls::first_mail()).await.page().text();
            text.contains("The test message was not accepted.")
        };
        world.until("refused", async || tried(&mia).await).await;
        mia.goes(&urls::first_mail()).await;
        mia.sees("did not take user name and password, or asks for some.");
        mia.sees("The answer was 535 5.7.8.");
        assert!(
            !mia.answer().body.contains("wrong user"),
            "the relay's own words"
        );
        mia.sees("Petitions stay drafts until a test message was accepted.");
        mia.presses("Skip this for now").await;
        mia.types("title", "Open it till nine")
            .presses("Open the editor")
            .await;
        let edit = mia.path().to_owned();
        mia.types("ask-en", "Keep it open.")
            .types("body-en", "We read late.");
        mia.presses("Save").await;

        let publish = edit.replace("/edit", "/publish");
        mia.goes(&publish).await.sees("Not ready yet");
        mia.sees("Mail does not go out: the last test message was not accepted");
        mia.sees("Everything you wrote is saved");
        mia.sees_no("Publish now");
        let guard = mia.answer().page().attribute("input[name=guard]", "value");
        let press = encoded(&[("revision", "2"), ("guard", &guard.expect("a guard"))]);
        let refused = mia.posts(&publish, press.clone()).await;
        assert_eq!(refused.status, 422, "{}", refused.body);
        assert_eq!(
            world.visitor().gets("/p/open-it-till-nine").await.status,
            404
        );

        mia.goes("/organize").await;
        mia.sees("The last test message was not accepted.");
        mia.follows("Test mail").await;
        world.smtp().switch(Behaviour::Good);
        world.mail_drains().await;
        assert_eq!(
            world.mail(MIA).await.subject(),
            "Test message: it has arrived"
        );
        mia.goes("/organize").await.sees_no("test message");
        let done = mia.posts(&publish, press).await;
        assert_eq!(done.status, 303, "{}", done.body);
        world.looks().await;
        let shown = world.visitor().gets("/p/open-it-till-nine").await;
        assert!(shown.body.contains("We read late."), "{}", shown.body);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_open_is_told_to_whoever_may_do_it_and_done_by_nobody_else() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        world.never_tried_mail().await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        // she does not run the site
        owner.goes("/organize").await.sees_no("Still to be set up");
        for step in [urls::first_organization(), urls::first_mail()] {
            owner.goes(&step).await;
            assert_eq!(owner.path(), "/organize", "{step}");
        }
        let guard = owner
            .answer()
            .page()
            .attribute("input[name=guard]", "value");
        let guard = guard.expect("a guard");
        let before = organizations(&world).await;
        for (path, fields) in [
            (urls::first_test_mail(), vec![]),
            (
                urls::first_organization(),
                vec![("name", "A second one"), ("lang-en", "1")],
            ),
            (
                "/organize/first/leave".to_owned(),
                vec![("step", "petition")],
            ),
        ] {
            let all = [fields, vec![("guard", &*guard)]].concat();
            let sent = owner.posts(&path, encoded(&all)).await;
            assert_eq!(sent.header("location"), "/organize", "{path}");
        }
        assert_eq!(organizations(&world).await, before);
        assert!(world.mails().await.is_empty(), "no message was sent");
        let nothing = owner
            .posts(
                "/organize/first/leave",
                encoded(&[("step", "you"), ("guard", &guard)]),
            )
            .await;
        assert_eq!(nothing.status, 422);

        // a contact address is missing: whoever may not give one is not told to
        let place = letter.organization;
        world
            .write(move |tx| {
                let mut one = organization::find(tx, place)?.expect("it");
                one.contact_email.clear();
                organization::update(tx, &one)
            })
            .await;
        owner
            .goes("/organize")
            .await
            .sees("has no address that signers can");
        owner.follows("Give one").await;
        assert_eq!(owner.path(), urls::edit_organization(place));
        let mut editor = world.organizer(&letter, Role::Editor).await;
        editor.goes("/organize").await.sees_no("Still to be set up");
    })
    .await;
}
