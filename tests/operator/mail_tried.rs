//! Story: a petition goes out only while mail goes out as it is set up now. Any message that is taken says that it does.

use crate::console::petitions::{begins, filled};
use crate::support::organizer::Browser;
use crate::support::world::{World, on_both};
use actix_web::http::StatusCode;
use undersigned::base::Id;
use undersigned::mail::store::{MailStanding, mail_standing, note_mail_check};
use undersigned::mail::{MailMark, MailSetting, OutgoingMail};
use undersigned::petition::{Kind, Petition};
use undersigned::web::urls;

/// Ana writes a letter that lacks nothing.
async fn writes(world: &World, ana: &Browser) -> Id<Petition> {
    let id = begins(world, ana).await;
    let edit = urls::edit_petition(id);
    let page = ana.gets(&edit).await;
    let typed = filled(&page, "Make them free.");
    let saved = ana.presses(&page, &edit, &typed).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    id
}

/// She presses the button, whether it is shown or not.
async fn presses(ana: &Browser, id: Id<Petition>) -> (StatusCode, String) {
    let path = urls::publish_petition(id);
    let page = ana.gets(&path).await;
    let edit = ana.gets(&urls::edit_petition(id)).await;
    let revision = filled(&edit, "")[0].1.to_owned();
    let pressed = ana.presses(&page, &path, &[("revision", &revision)]).await;
    (pressed.status, pressed.body)
}

async fn standing(world: &World) -> MailStanding {
    let mark = world.app().outgoing.mark.clone();
    world.read(move |conn| mail_standing(conn, &mark)).await
}

fn mark_of(setting: &str) -> MailMark {
    let setting: MailSetting = setting.parse().expect("a setting");
    let sender = undersigned::mail::MailAddress::parse("petitions@sign.example.org");
    OutgoingMail::of(&setting, &sender.expect("an address")).mark
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_waits_until_anything_was_taken_and_asks_for_whoever_may_try() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        world.has_ana().await;
        let ana = world.ana().await;
        let id = writes(&world, &ana).await;
        world.never_tried_mail().await;

        let list = ana.gets(&urls::publish_petition(id)).await;
        for shown in [
            "Nobody has tried whether mail goes out",
            "Ask whoever runs this site to send the test message.",
        ] {
            assert!(list.body.contains(shown), "{shown} in {}", list.body);
        }
        assert!(!list.body.contains("Publish now"), "{}", list.body);
        assert!(!list.body.contains(&urls::first_mail()), "she may not");
        let (status, body) = presses(&ana, id).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{body}");

        // a supporter's message is taken meanwhile, by whichever instance
        world.another_instance().await;
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam", "sam@example.org").await;
        sam.opens_mail().await;
        assert_eq!(standing(&world).await, MailStanding::GoesOut);
        let (status, body) = presses(&ana, id).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{body}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_setting_asks_for_another_try_and_an_older_program_is_believed() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam", "sam@example.org").await;
        sam.opens_mail().await;
        // before there was this table: what was sent is known, nothing was noted
        world.never_tried_mail().await;
        assert_eq!(standing(&world).await, MailStanding::GoesOut);

        // another relay was tried, this one was not
        let (other, now) = (mark_of("smtp://mail.example.net"), world.now());
        world
            .write(move |tx| note_mail_check(tx, &other, (true, "250"), now))
            .await;
        assert_eq!(standing(&world).await, MailStanding::Untried);
        let own = mark_of(&world.smtp().setting());
        assert_eq!(own, world.app().outgoing.mark, "as the world is set up");

        // the last word holds, within the hour too
        for (is_accepted, outcome) in [(true, "250"), (false, "Auth at Auth 535"), (true, "250")] {
            let mark = own.clone();
            world
                .write(move |tx| note_mail_check(tx, &mark, (is_accepted, outcome), now))
                .await;
            let expected = match is_accepted {
                true => MailStanding::GoesOut,
                false => MailStanding::Fails(outcome.to_owned()),
            };
            assert_eq!(standing(&world).await, expected);
        }
    })
    .await;
}
